#pragma once

#include "core/report/ReportContent.h"
#include "ui/AppSession.h"
#include "ui/widgets/ForecastTab.h"

#include <QTimer>

class QTextBrowser;

namespace foretrail {

/// What somebody who opens a workspace wants to know first: what rises, what falls, what needs a look and how good the forecasts were. The
/// words are those of the first page of a report that nobody chose anything for (usualReport()); they are made once for a question, whichever
/// series is on screen.
class InShortTab : public ForecastTab {
    Q_OBJECT
public:
    explicit InShortTab(AppSession &session, QWidget *parent = nullptr);
    QString title() const override { return tr("In short"); }
    const QList<ReportFinding> &findings() const { return m_content.findings; } ///< empty: not yet

Q_SIGNALS:
    void reportWanted();

protected:
    void fill() override;
    void retranslate() override;
    void changeEvent(QEvent *event) override;

private:
    bool isCorrected() const;
    void begin();
    void take(Result<ReportContent> content);
    void showContent();

    LatestJob m_job;
    QTimer m_storing; ///< what a person corrected is being stored for so long
    QTextBrowser *m_text;
    std::optional<ReportRequest> m_asked;
    QString m_key;                 ///< of the series on screen when it was asked
    std::vector<double> m_values;  ///< what was expected of it then
    ReportContent m_content;       ///< without its series
    QString m_problem;
    bool m_isOld = false;          ///< the data changed
};

} // namespace foretrail
