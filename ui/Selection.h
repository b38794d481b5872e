#pragma once

#include "core/data/Questions.h"
#include "core/data/UserSet.h"

#include <QObject>

namespace foretrail {

/// The users that all pages speak of. Without a set: everybody.
struct ChosenSegment {
    QString name; ///< for people
    std::shared_ptr<const UserSet> users; ///< as they were when it was chosen
    SegmentChoice choice{};               ///< what questions to the data name them by
    bool isEverybody() const { return !users; }
    bool operator==(const ChosenSegment &other) const;
};

/// What the person looks at, shared by all pages: the question (measure, by, step), the series, the user, the run.
/// GUI thread only.
class Selection : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    const SeriesQuery &question() const { return m_question; } ///< without keys and without the segment
    /// The same with them: what a page asks the data. Who the users are is looked up where it is answered.
    SeriesQuery query(const QStringList &keys = {}) const;
    void setQuestion(const SeriesQuery &question);
    const QString &seriesKey() const { return m_seriesKey; }
    const QString &seriesName() const { return m_seriesName; }
    void setSeries(const QString &key, const QString &name);
    const QString &userKey() const { return m_userKey; }
    void setUser(const QString &key);
    const ChosenSegment &segment() const { return m_segment; }
    void setSegment(const ChosenSegment &segment);
    /// Nothing of one workspace is meant in another.
    void clear();
    RunId run() const { return m_run; }
    void setRun(RunId run);

Q_SIGNALS:
    void questionChanged();
    void seriesChanged();
    void userChanged();
    void segmentChanged();
    void runChanged();

private:
    SeriesQuery m_question;
    QString m_seriesKey = QStringLiteral("total");
    QString m_seriesName;
    QString m_userKey;
    ChosenSegment m_segment;
    RunId m_run;
};

} // namespace foretrail
