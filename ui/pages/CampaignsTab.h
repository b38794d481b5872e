#pragma once

#include "ui/CampaignFeed.h"
#include "ui/models/TextsFirstModel.h"

#include <QPointer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QTableView;

namespace foretrail {

class CampaignDialog;
class CampaignResults;
class EmptyState;
class RunningJob;

/// Campaigns of the workspace: made, watched, judged, simulated, removed; while a feed is followed, decided for users who are about.
class CampaignsTab : public QWidget {
    Q_OBJECT
public:
    explicit CampaignsTab(AppSession &session, QWidget *parent = nullptr);

    void activate(); ///< it comes on screen
    /// A tick of the feed that is followed: users who have just come are decided for where a campaign is switched on, one job at a time.
    void take(const LiveSnapshot &shop) { m_feed.take(shop); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void nameParts();
    void arrange();
    QWidget *controls();
    void connectAll();
    void connectJobs();
    void open();                            ///< the form
    void askToRemove();
    void forget();
    void choose(const QString &campaign);
    void showCampaigns(const QList<CampaignOverview> &campaigns);
    void showNewest(const NewestDecisions &newest);
    void follow(const QString &promise);
    void showState();
    void showTexts();
    DecisionKind kind() const;
    const CampaignOverview *chosen() const; ///< nullptr: none

    AppSession &m_session;
    CampaignJobs m_jobs;
    CampaignFeed m_feed;
    TextsFirstModel m_campaignRows;
    QPushButton *m_new, *m_remove, *m_settle, *m_judge, *m_simulate;
    QCheckBox *m_forFeed;
    QComboBox *m_kind;
    QSpinBox *m_rounds;
    QTableView *m_campaigns;
    QLabel *m_status, *m_feedStatus;
    RunningJob *m_running;
    CampaignResults *m_results;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    QPointer<CampaignDialog> m_dialog;

    QList<CampaignOverview> m_overviews;
    QString m_chosen;
    QString m_asked; ///< the campaign that the running job is of
    bool m_isStale = true;
};

} // namespace foretrail
