#include "ui/EpochReader.h"

namespace foretrail {

EpochReader::EpochReader(AppSession &session, QObject *parent)
    : QObject(parent), m_session(session), m_trailJob(session.jobs()), m_countJob(session.jobs()), m_epochsJob(session.jobs())
{
    connect(&session, &AppSession::workspaceChanged, this, &EpochReader::forget);
}

void EpochReader::forget()
{
    m_trailJob.cancel();
    m_countJob.cancel();
    m_epochsJob.cancel();
    m_isCounting = false;
    m_next.reset();
}

void EpochReader::readTrail(RunId run)
{
    using Trail = std::shared_ptr<const EpochTrail>;
    m_session.runLatestOnWorkspace<Trail>(m_trailJob, {tr("Reading epochs"), Lane::Read, false},
        [run](Workspace &workspace, JobContext &) {
            return trailOf(workspace, run).map([](EpochTrail trail) -> Trail { return std::make_shared<const EpochTrail>(std::move(trail)); });
        }, this, [this, run](const Result<Trail> &trail) {
            if (trail)
                Q_EMIT trailRead(run, *trail);
            else
                m_session.report(trail.error(), tr("Reading epochs"));
        });
}

void EpochReader::readEpochs(RunId run)
{
    m_session.runLatestOnWorkspace<QList<EpochRecord>>(m_epochsJob, {tr("Reading a run"), Lane::Read, false},
        [run](Workspace &workspace, JobContext &) { return RunStore(workspace).load(run).map([](const RunRecord &record) { return record.epochs; }); },
        this, [this, run](const Result<QList<EpochRecord>> &epochs) {
            if (epochs)
                Q_EMIT epochsRead(run, *epochs);
        });
}

void EpochReader::count(RunId run, const JudgedEpoch &epoch)
{
    if (m_isCounting)
        m_next = Wish{run, epoch};
    else
        startCounting({run, epoch});
}

void EpochReader::startCounting(const Wish &wish)
{
    m_isCounting = true;
    m_session.runLatestOnWorkspace<NetworkHistograms>(m_countJob, {tr("Counting weights and gates"), Lane::Read, false},
        [wish](Workspace &workspace, JobContext &job) -> Result<NetworkHistograms> {
            JudgedEpoch epoch = wish.epoch;
            if (epoch.weights.isEmpty()) {
                Result<QByteArray> weights = TrailStore(workspace).weights(wish.run, epoch.epoch);
                if (!weights)
                    return fail(weights.error());
                epoch.weights = std::move(*weights);
            }
            return networkHistograms(epoch, job);
        }, this, [this](const Result<NetworkHistograms> &histograms) {
            m_isCounting = false;
            if (m_next)
                startCounting(*std::exchange(m_next, std::nullopt));
            else if (!histograms && !histograms.error().isCancelled())
                Q_EMIT notCounted(histograms.error().message);
            if (histograms)
                Q_EMIT counted(*histograms);
        });
}

} // namespace foretrail
