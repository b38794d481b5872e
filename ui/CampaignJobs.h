#pragma once

#include "core/advertising/CampaignEvaluation.h"
#include "core/advertising/CampaignRewards.h"
#include "core/advertising/CampaignSimulation.h"
#include "ui/AppSession.h"

namespace foretrail {

/// A campaign as a person wrote it.
struct CampaignDraft {
    Campaign campaign; ///< without items and rules
    QString items;     ///< keys or names, with commas between them
    QString rules;     ///< as CampaignRule::jsonOfText() reads them, with commas between them
};

/// What a form for a new campaign offers.
struct CampaignOffer {
    QStringList items;           ///< names, or keys where there are none; those with the most events
    QList<SegmentChoice> segments; ///< saved ones first
};

/// One showing with the user's key, which is empty where the user was erased.
struct ShownDecision {
    StoredDecision decision;
    QString user;
};

struct NewestDecisions {
    Campaign campaign;
    DecisionKind kind = DecisionKind::Real;
    QList<ShownDecision> decisions; ///< the newest first
    QStringList items;              ///< of the campaign: the key, with the name where there is one
};

/// What was decided for users of a feed.
struct FeedDecisions {
    qint64 shown = 0;
    qint64 refused = 0;
    QString reason; ///< of the last that was refused
};

/// Campaigns of the open workspace, as jobs: every wish is answered by a signal. Of what changes or judges a campaign one runs at a time. GUI thread only.
class CampaignJobs : public QObject {
    Q_OBJECT
public:
    explicit CampaignJobs(AppSession &session, QObject *parent = nullptr);

    void list();                                        ///< listed()
    void load(const QString &campaign, DecisionKind kind); ///< loaded(), the newest wish only
    void offer();                                       ///< offered()
    void add(const CampaignDraft &draft);               ///< added() or refused()
    void remove(const QString &campaign);               ///< removed(); this and the next: failed() where it does not work
    void settle(const QString &campaign);               ///< settled()
    void judge(const QString &campaign, DecisionKind kind); ///< judged()
    void simulate(const QString &campaign, qint64 rounds); ///< simulated()
    /// For each user, by each campaign, within budget and limits. decided()
    void decide(const QStringList &campaigns, const QStringList &users, UtcMs at);

    bool isBusy() const { return m_job.isRunning(); }
    JobId jobId() const { return m_job.id(); }
    bool isDeciding() const { return m_decideJob.isRunning(); }

Q_SIGNALS:
    void listed(const QList<foretrail::CampaignOverview> &campaigns);
    void loaded(const foretrail::NewestDecisions &newest);
    void offered(const foretrail::CampaignOffer &offer);
    void added(const QString &campaign);
    void refused(const foretrail::Error &error);
    void removed(const QString &campaign, qint64 decisions);
    void settled(const foretrail::SettledRewards &rewards);
    void judged(const foretrail::CampaignEvaluation &evaluation);
    void simulated(const foretrail::CampaignSimulation &simulation);
    void decided(const foretrail::FeedDecisions &decisions);
    void failed(const foretrail::Error &error);
    void busyChanged();

private:
    template<class T>
    void change(const JobOptions &options, const QString &campaign, std::function<Result<T>(Workspace &, const Campaign &, JobContext &)> work,
                std::function<void(const T &)> tell);

    AppSession &m_session;
    LatestJob m_listJob, m_loadJob, m_offerJob, m_addJob, m_job, m_decideJob;
};

} // namespace foretrail
