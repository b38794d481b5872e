#include "ui/CampaignJobs.h"

#include "core/advertising/NamedItems.h"
#include "core/base/NameList.h"
#include "core/behaviour/segments/LifecycleState.h"
#include "core/behaviour/segments/Rfm.h"
#include "core/data/SegmentStore.h"
#include "core/data/UserEventLog.h"

namespace foretrail {

namespace {

constexpr qint64 shownDecisions = 200;
constexpr int offeredItems = 1000;

/// Of an item that has no events any more the key alone.
Result<QStringList> itemTexts(Workspace &workspace, const QStringList &keys)
{
    QStringList texts;
    for (const QString &key : keys) {
        const Result<quint32> id = eventThingId(workspace, EventThing::Item, key);
        const Result<QStringList> named = id ? eventThingNames(workspace, EventThing::Item, {*id}) : fail(id.error());
        if (!named && named.error().code != ErrorCode::NotFound)
            return fail(named.error());
        texts << (named ? named->front() : key);
    }
    return texts;
}

Result<NewestDecisions> readNewest(Workspace &workspace, const QString &name, DecisionKind kind, JobContext &job)
{
    const Result<Campaign> campaign = loadCampaign(workspace, name);
    if (!campaign)
        return fail(campaign.error());
    const auto stored = CampaignStore(workspace).newest(campaign->id, kind, DecisionFilter::All, shownDecisions, job);
    if (!stored)
        return fail(stored.error());
    const Result<QStringList> items = itemTexts(workspace, campaign->items);
    if (!items)
        return fail(items.error());
    NewestDecisions newest{*campaign, kind, {}, *items};
    for (const StoredDecision &decision : *stored) {
        const Result<QString> user = decision.user.isValid() ? workspace.data().keyOf(QStringLiteral("user"), decision.user.value) : QString();
        if (!user)
            return fail(user.error());
        newest.decisions.append({decision, *user});
    }
    return newest;
}

Result<QString> addDrafted(Workspace &workspace, CampaignDraft draft, JobContext &job)
{
    Campaign &campaign = draft.campaign;
    Result<QStringList> items = itemKeysOf(workspace, namesIn(draft.items), job);
    if (!items)
        return fail(items.error());
    campaign.items = std::move(*items);
    for (const QString &text : namesIn(draft.rules)) {
        Result<CampaignRule> rule = CampaignRule::fromJson(CampaignRule::jsonOfText(text));
        const Result<QStringList> item = rule ? itemKeysOf(workspace, {rule->item}, job) : fail(rule.error());
        if (!item)
            return fail(item.error());
        rule->item = item->front();
        campaign.rules.append(*rule);
    }
    return addCampaign(workspace, campaign, job).map([](const Campaign &kept) { return kept.name; });
}

Result<CampaignOffer> readOffer(Workspace &workspace, JobContext &job)
{
    CampaignOffer offer;
    const Result<QList<StoredSegment>> saved = SegmentStore(workspace).list();
    if (!saved)
        return fail(saved.error());
    for (const StoredSegment &segment : *saved)
        offer.segments.append({QStringLiteral("saved:") + segment.name, {}});
    for (int state = 1; state <= lifecycleStates; ++state)
        offer.segments.append({QStringLiteral("state:") + stateKey(LifecycleState(state)), {}});
    for (int name = 1; name <= rfmNames; ++name)
        offer.segments.append({QStringLiteral("rfm:") + rfmKey(RfmName(name)), {}});
    SeriesQuery query;
    query.measure = Measure::Events;
    query.by = GroupBy::Item;
    query.top = offeredItems;
    const Result<QList<SeriesInfo>> items = workspace.data().listSeries(query, job);
    if (!items)
        return fail(items.error());
    for (const SeriesInfo &item : *items)
        offer.items << (item.name.isEmpty() ? item.key : item.name);
    return offer;
}

/// Users that the workspace does not know yet are left for another time.
Result<void> decideBy(Workspace &workspace, const QString &name, const QStringList &users, UtcMs at, FeedDecisions &told, JobContext &job)
{
    const Result<Campaign> campaign = loadCampaign(workspace, name);
    if (!campaign)
        return fail(campaign.error());
    const Result<ContextReader> reader = ContextReader::of(workspace, *campaign, at, job);
    if (!reader)
        return fail(reader.error());
    for (const QString &user : users) {
        if (job.stopRequested())
            return fail(Error::cancelled());
        const Result<AdDecision> decision = decideFor(workspace, *campaign, *reader, user, at, job);
        if (!decision && decision.error().code != ErrorCode::NotFound)
            return fail(decision.error());
        if (decision && !decision->shown)
            told.reason = QStringLiteral("%1: %2").arg(name, decision->reason);
        told.refused += decision && !decision->shown;
        told.shown += decision && decision->shown;
    }
    return {};
}

} // namespace

CampaignJobs::CampaignJobs(AppSession &session, QObject *parent)
    : QObject(parent), m_session(session), m_listJob(session.jobs()), m_loadJob(session.jobs()), m_offerJob(session.jobs()), m_addJob(session.jobs()), m_job(session.jobs()),
      m_decideJob(session.jobs())
{
    connect(&session, &AppSession::workspaceChanged, this, [this] { // what was asked of another workspace is of no interest
        for (LatestJob *job : {&m_listJob, &m_loadJob, &m_offerJob, &m_addJob, &m_job, &m_decideJob})
            job->cancel();
        Q_EMIT busyChanged();
    });
}

void CampaignJobs::list()
{
    m_session.runLatestOnWorkspace<QList<CampaignOverview>>(m_listJob, {tr("Reading campaigns"), Lane::Read, false},
        [](Workspace &workspace, JobContext &) { return campaignsOf(workspace); }, this, [this](const Result<QList<CampaignOverview>> &campaigns) {
            if (campaigns)
                Q_EMIT listed(*campaigns);
            else
                Q_EMIT failed(campaigns.error());
        });
}

void CampaignJobs::load(const QString &campaign, DecisionKind kind)
{
    m_session.runLatestOnWorkspace<NewestDecisions>(m_loadJob, {tr("Reading decisions of a campaign"), Lane::Read, false},
        [campaign, kind](Workspace &workspace, JobContext &job) { return readNewest(workspace, campaign, kind, job); }, this, [this](const Result<NewestDecisions> &newest) {
            if (newest)
                Q_EMIT loaded(*newest);
            else if (newest.error().code != ErrorCode::NotFound) // it was removed meanwhile
                Q_EMIT failed(newest.error());
        });
}

void CampaignJobs::offer()
{
    m_session.runLatestOnWorkspace<CampaignOffer>(m_offerJob, {tr("Reading items and segments"), Lane::Read, false}, &readOffer, this, [this](const Result<CampaignOffer> &found) {
        if (found)
            Q_EMIT offered(*found);
    });
}

void CampaignJobs::add(const CampaignDraft &draft)
{
    m_session.runLatestOnWorkspace<QString>(m_addJob, {tr("Adding the campaign %1").arg(draft.campaign.name), Lane::Write, true},
        [draft](Workspace &workspace, JobContext &job) { return addDrafted(workspace, draft, job); }, this, [this](const Result<QString> &name) {
            if (name)
                Q_EMIT added(*name);
            else
                Q_EMIT refused(name.error());
        });
}

template<class T>
void CampaignJobs::change(const JobOptions &options, const QString &campaign, std::function<Result<T>(Workspace &, const Campaign &, JobContext &)> work,
                          std::function<void(const T &)> tell)
{
    const auto onCampaign = [campaign, work = std::move(work)](Workspace &workspace, JobContext &job) -> Result<T> {
        const Result<Campaign> found = loadCampaign(workspace, campaign);
        return found ? work(workspace, *found, job) : fail(found.error());
    };
    m_session.runLatestOnWorkspace<T>(m_job, options, onCampaign, this, [this, tell = std::move(tell)](const Result<T> &result) {
        Q_EMIT busyChanged();
        if (result)
            return tell(*result);
        Q_EMIT failed(result.error());
        list(); // what was stopped may have changed something
    });
    Q_EMIT busyChanged();
}

void CampaignJobs::remove(const QString &campaign)
{
    change<qint64>({tr("Removing the campaign %1").arg(campaign), Lane::Write, true}, campaign,
        [](Workspace &workspace, const Campaign &found, JobContext &job) { return CampaignStore(workspace).remove(found.name, job); },
        [this, campaign](qint64 decisions) { Q_EMIT removed(campaign, decisions); });
}

void CampaignJobs::settle(const QString &campaign)
{
    change<SettledRewards>({tr("Filling in rewards of %1").arg(campaign), Lane::Write, true}, campaign, &settleRewards, [this](const SettledRewards &rewards) { Q_EMIT settled(rewards); });
}

void CampaignJobs::judge(const QString &campaign, DecisionKind kind)
{
    change<CampaignEvaluation>({tr("Judging policies of %1").arg(campaign), Lane::Read, true}, campaign,
        [kind](Workspace &workspace, const Campaign &found, JobContext &job) {
            CampaignEvaluationRequest request;
            request.kind = kind;
            return evaluateCampaign(workspace, found, request, job);
        }, [this](const CampaignEvaluation &evaluation) { Q_EMIT judged(evaluation); });
}

void CampaignJobs::simulate(const QString &campaign, qint64 rounds)
{
    change<CampaignSimulation>({tr("Simulating %1").arg(campaign), Lane::Write, true}, campaign,
        [rounds](Workspace &workspace, const Campaign &found, JobContext &job) {
            CampaignSimulationRequest request;
            request.rounds = rounds;
            return simulateCampaign(workspace, found, request, job);
        }, [this](const CampaignSimulation &simulation) { Q_EMIT simulated(simulation); });
}

void CampaignJobs::decide(const QStringList &campaigns, const QStringList &users, UtcMs at)
{
    m_session.runLatestOnWorkspace<FeedDecisions>(m_decideJob, {tr("Deciding for users who are about"), Lane::Write, false},
        [campaigns, users, at](Workspace &workspace, JobContext &job) -> Result<FeedDecisions> {
            FeedDecisions told;
            for (const QString &name : campaigns)
                if (const Result<void> done = decideBy(workspace, name, users, at, told, job); !done)
                    return fail(done.error());
            return told;
        }, this, [this](const Result<FeedDecisions> &told) {
            if (told)
                Q_EMIT decided(*told);
            else
                Q_EMIT failed(told.error());
        });
}

} // namespace foretrail
