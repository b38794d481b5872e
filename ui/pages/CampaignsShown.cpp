// What the tab of campaigns shows.
#include "ui/models/CampaignWords.h"
#include "ui/models/SortedRows.h"
#include "ui/pages/CampaignsTab.h"
#include "ui/widgets/CampaignResults.h"
#include "ui/widgets/ColumnFit.h"
#include "ui/widgets/EmptyState.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableView>

namespace foretrail {

namespace {

enum CampaignColumn { ItemsColumn = 2, RewardedColumn = 5, RateColumn = 6 }; ///< items take the room that is left

} // namespace

void CampaignsTab::showCampaigns(const QList<CampaignOverview> &campaigns)
{
    m_overviews = campaigns;
    QVariantList rewards, rates;
    for (const CampaignOverview &one : campaigns) {
        rewards << one.totals.rewards;
        rates << (one.totals.known == 0 ? missing : one.totals.rate.share);
    }
    m_campaignRows.setTable(CampaignWords::overviewTable(campaigns), {{RewardedColumn, rewards}, {RateColumn, rates}});
    const CampaignOverview *kept = chosen();
    if (campaigns.isEmpty())
        return choose({});
    fitColumns(*m_campaigns, ItemsColumn);
    m_campaigns->setCurrentIndex(shownIn(*m_campaigns, m_campaignRows.index(kept ? int(kept - m_overviews.constData()) : 0, 0)));
    showState();
}

void CampaignsTab::showNewest(const NewestDecisions &newest)
{
    if (newest.campaign.name != m_chosen || newest.kind != kind())
        return;
    m_results->setTimeZone(m_session.summary().timeZone);
    m_results->setNewest(newest);
}

void CampaignsTab::showState()
{
    const bool hasOne = chosen() != nullptr, mayWrite = m_session.hasWorkspace() && !m_session.isReadOnly();
    const bool isFree = hasOne && !m_jobs.isBusy();
    m_stack->setCurrentIndex(m_overviews.isEmpty() ? 0 : 1);
    if (!m_session.hasWorkspace())
        m_empty->setText(tr("No workspace is open."), tr("Go to Start"));
    else if (m_session.isReadOnly())
        m_empty->setText(tr("This workspace can only be read and has no campaigns."));
    else
        m_empty->setText(tr("A campaign has a few items to advertise, a budget and an audience. A policy decides which user sees which item and learns from what comes of it; "
                            "each showing is kept with the chance that it had, so that other policies can be judged by it later."), tr("New campaign"));
    m_new->setEnabled(mayWrite);
    m_remove->setEnabled(isFree && mayWrite);
    m_settle->setEnabled(isFree && mayWrite);
    m_judge->setEnabled(isFree);
    m_simulate->setEnabled(isFree && mayWrite);
    m_forFeed->setEnabled(hasOne && mayWrite);
    m_forFeed->setChecked(m_feed.isOn(m_chosen));
    m_status->setVisible(!m_status->text().isEmpty());
    m_feedStatus->setText(m_feed.words());
    m_feedStatus->setVisible(!m_feedStatus->text().isEmpty());
}

void CampaignsTab::showTexts()
{
    m_new->setText(tr("New campaign"));
    m_settle->setText(tr("Fill in rewards"));
    m_settle->setToolTip(tr("What users did after they saw something, by the log; the policy learns from it"));
    m_judge->setText(tr("Judge policies"));
    m_judge->setToolTip(tr("What each policy would have earned on the showings chosen here"));
    m_simulate->setText(tr("Simulate"));
    m_simulate->setToolTip(tr("The policy learns among users of this workspace who click by a made up truth. Real showings stay apart."));
    m_rounds->setSuffix(tr(" rounds"));
    m_rounds->setAccessibleName(tr("Rounds of the simulation"));
    m_remove->setText(tr("Remove"));
    m_forFeed->setText(tr("Decide for users who are about"));
    m_forFeed->setToolTip(tr("While a feed is followed: whoever comes is decided for, within budget and limit"));
    m_kind->setItemText(0, tr("Real showings"));
    m_kind->setItemText(1, tr("Simulated showings"));
    m_kind->setAccessibleName(tr("Which showings"));
    m_campaigns->setAccessibleName(tr("Campaigns"));
    showCampaigns(m_overviews);
}

} // namespace foretrail
