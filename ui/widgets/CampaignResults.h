#pragma once

#include "ui/CampaignJobs.h"
#include "ui/models/TextsFirstModel.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace foretrail {

/// What came of one campaign: the estimates of policies, where they were judged, and the newest showings. Shows values; asks nothing.
class CampaignResults : public QWidget {
    Q_OBJECT
public:
    explicit CampaignResults(QWidget *parent = nullptr);
    void setTimeZone(const QString &name) { m_timeZone = name; }
    void setNewest(const NewestDecisions &newest);
    void setEvaluation(const std::optional<CampaignEvaluation> &evaluation);
    void clear(DecisionKind kind); ///< until showings of this kind are read

protected:
    void changeEvent(QEvent *event) override;

private:
    void showTexts();

    QString m_timeZone;
    std::optional<NewestDecisions> m_newest;
    std::optional<CampaignEvaluation> m_evaluation;
    TextsFirstModel m_decisionRows{3}, m_estimateRows{1};
    QLabel *m_estimatesTitle, *m_decisionsTitle;
    QTableView *m_estimates, *m_decisions;
};

} // namespace foretrail
