#include "ui/EpochReader.h"

namespace foretrail {

namespace {

constexpr qint64 restsFor = 4; ///< times as long as it counted

} // namespace

EpochReader::EpochReader(AppSession &session, QObject *parent)
    : QObject(parent), m_session(session), m_trailJob(session.jobs()), m_countJob(session.jobs()), m_epochsJob(session.jobs())
{
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, &EpochReader::startNext);
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

// What brings its weights is a training under way.
void EpochReader::count(RunId run, const JudgedEpoch &epoch)
{
    m_next = Wish{run, epoch};
    if (!epoch.weights.isEmpty() && m_rest.isActive())
        return;
    startNext();
}

void EpochReader::startNext()
{
    if (m_next && !m_isCounting)
        startCounting(*std::exchange(m_next, std::nullopt));
}

void EpochReader::startCounting(const Wish &wish)
{
    m_isCounting = true;
    m_since.start();
    const JobOptions options{tr("Counting weights and gates"), Lane::Read, false};
    const auto done = [this](const Result<NetworkHistograms> &histograms) { finishCounting(histograms); };
    if (!wish.epoch.weights.isEmpty()) {
        m_countJob.start<NetworkHistograms>(options, [epoch = wish.epoch](JobContext &job) { return networkHistograms(epoch, job); }, this, done);
        return;
    }
    m_session.runLatestOnWorkspace<NetworkHistograms>(m_countJob, options,
        [wish](Workspace &workspace, JobContext &job) -> Result<NetworkHistograms> {
            JudgedEpoch epoch = wish.epoch;
            Result<QByteArray> weights = TrailStore(workspace).weights(wish.run, epoch.epoch);
            if (!weights)
                return fail(weights.error());
            epoch.weights = std::move(*weights);
            return networkHistograms(epoch, job);
        }, this, done);
}

void EpochReader::finishCounting(const Result<NetworkHistograms> &histograms)
{
    m_isCounting = false;
    m_rest.start(int(restsFor * m_since.elapsed()));
    const bool isTraining = m_next && !m_next->epoch.weights.isEmpty();
    if (!histograms && !histograms.error().isCancelled() && !m_next)
        Q_EMIT notCounted(histograms.error().message);
    if (histograms)
        Q_EMIT counted(*histograms);
    if (!isTraining)
        startNext();
}

} // namespace foretrail
