#pragma once

#include "core/live/LiveSnapshot.h"
#include "ui/CampaignJobs.h"

#include <QSet>

namespace foretrail {

/// While a feed is followed: users who have just come are decided for by the campaigns that are switched on, one job at a time. GUI thread only.
class CampaignFeed : public QObject {
    Q_OBJECT
public:
    CampaignFeed(AppSession &session, CampaignJobs &jobs, QObject *parent = nullptr);

    void setOn(const QString &campaign, bool isOn); ///< who is about counts as new
    bool isOn(const QString &campaign) const { return m_on.contains(campaign); }
    void take(const LiveSnapshot &shop); ///< a tick
    QString words() const; ///< what was decided since a campaign was switched on or off; empty: nothing

Q_SIGNALS:
    void changed(bool isShown); ///< words(); whether something was shown

private:
    void forget();
    void decide();
    void tell(const FeedDecisions &decisions);

    AppSession &m_session;
    CampaignJobs &m_jobs;
    QSet<QString> m_on;    ///< campaigns
    QSet<QString> m_about; ///< users of the last tick
    QStringList m_waiting; ///< users to be decided for
    UtcMs m_now = 0;       ///< of the shop at the last tick
    FeedDecisions m_total;
};

} // namespace foretrail
