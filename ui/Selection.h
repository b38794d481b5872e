#pragma once

#include "core/data/Questions.h"

#include <QObject>

namespace foretrail {

/// What the person looks at, shared by all pages: the question (measure, by, step), the series, the user, the run.
/// GUI thread only.
class Selection : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    const SeriesQuery &question() const { return m_question; } ///< without keys
    void setQuestion(const SeriesQuery &question);
    const QString &seriesKey() const { return m_seriesKey; }
    const QString &seriesName() const { return m_seriesName; }
    void setSeries(const QString &key, const QString &name);
    const QString &userKey() const { return m_userKey; }
    void setUser(const QString &key);
    /// Nothing of one workspace is meant in another.
    void clear();
    RunId run() const { return m_run; }
    void setRun(RunId run);

Q_SIGNALS:
    void questionChanged();
    void seriesChanged();
    void userChanged();
    void runChanged();

private:
    SeriesQuery m_question;
    QString m_seriesKey = QStringLiteral("total");
    QString m_seriesName;
    QString m_userKey;
    RunId m_run;
};

} // namespace foretrail
