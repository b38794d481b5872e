#include "ui/CampaignFeed.h"

#include <QLocale>

namespace foretrail {

namespace {

constexpr qsizetype mostWaiting = 200; ///< users, of a feed that is faster than decisions; the latest stay

} // namespace

CampaignFeed::CampaignFeed(AppSession &session, CampaignJobs &jobs, QObject *parent) : QObject(parent), m_session(session), m_jobs(jobs)
{
    connect(&jobs, &CampaignJobs::decided, this, &CampaignFeed::tell);
    connect(&jobs, &CampaignJobs::removed, this, [this](const QString &campaign) { m_on.remove(campaign); });
    connect(&session, &AppSession::workspaceChanged, this, &CampaignFeed::forget);
}

void CampaignFeed::forget()
{
    m_on.clear();
    m_about.clear();
    m_waiting.clear();
    m_total = {};
}

void CampaignFeed::setOn(const QString &campaign, bool isOn)
{
    if (isOn)
        m_on.insert(campaign);
    else
        m_on.remove(campaign);
    m_about.clear();
    m_waiting.clear();
    m_total = {};
    Q_EMIT changed(false);
}

void CampaignFeed::take(const LiveSnapshot &shop)
{
    QSet<QString> about;
    for (const QString &user : shop.about) {
        about.insert(user);
        if (!m_about.contains(user) && !m_waiting.contains(user))
            m_waiting << user;
    }
    m_about = about;
    m_now = shop.now;
    if (m_waiting.size() > mostWaiting)
        m_waiting.remove(0, m_waiting.size() - mostWaiting);
    decide();
}

void CampaignFeed::decide()
{
    if (m_on.isEmpty())
        m_waiting.clear();
    if (m_waiting.isEmpty() || m_jobs.isDeciding() || m_session.isReadOnly())
        return;
    QStringList campaigns(m_on.cbegin(), m_on.cend());
    campaigns.sort();
    m_jobs.decide(campaigns, m_waiting, m_now);
    m_waiting.clear();
}

void CampaignFeed::tell(const FeedDecisions &decisions)
{
    m_total.shown += decisions.shown;
    m_total.refused += decisions.refused;
    if (!decisions.reason.isEmpty())
        m_total.reason = decisions.reason;
    Q_EMIT changed(decisions.shown > 0);
    decide();
}

QString CampaignFeed::words() const
{
    if (m_total.shown + m_total.refused == 0)
        return {};
    const QString counts = tr("For the feed so far: %1 shown, %2 not.").arg(QLocale().toString(m_total.shown), QLocale().toString(m_total.refused));
    return m_total.reason.isEmpty() ? counts : counts + u' ' + tr("Why not, the last time: %1.").arg(m_total.reason);
}

} // namespace foretrail
