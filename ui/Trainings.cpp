#include "ui/Trainings.h"

#include "core/training/KeptTraining.h"
#include "core/training/NetworkCost.h"
#include "core/training/StoredTraining.h"
#include "ui/models/SettingTexts.h"

#include <QMutex>

#include <algorithm>

namespace foretrail {

namespace {

constexpr int pollMs = 50;

}

/// The way of losses from the working thread to the window. Of what the network says only the newest is kept.
class EpochBuffer {
public:
    void keep(const JudgedEpoch &epoch)
    {
        auto newest = std::make_shared<const JudgedEpoch>(epoch);
        const QMutexLocker lock(&m_mutex);
        m_judged.swap(newest);
    }
    std::shared_ptr<const JudgedEpoch> takeJudged()
    {
        const QMutexLocker lock(&m_mutex);
        return std::exchange(m_judged, nullptr);
    }
    void add(const EpochLosses &losses)
    {
        const QMutexLocker lock(&m_mutex);
        m_losses.append(losses);
    }
    QList<EpochLosses> take()
    {
        const QMutexLocker lock(&m_mutex);
        return std::exchange(m_losses, {});
    }

private:
    QMutex m_mutex;
    QList<EpochLosses> m_losses;
    std::shared_ptr<const JudgedEpoch> m_judged;
};

struct Trainings::Entry {
    Training training;
    QString name; ///< its title without what tells it from others
    std::shared_ptr<EpochBuffer> buffer = std::make_shared<EpochBuffer>();
};

Trainings::Trainings(AppSession &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_poll.setInterval(pollMs);
    connect(&m_poll, &QTimer::timeout, this, &Trainings::poll);
}

Trainings::~Trainings() = default;

void Trainings::start(const TrainingSpec &spec, const QString &title, RunId reproduces)
{
    Training training;
    training.reproduces = reproduces;
    training.title = title;
    training.spec = spec;
    add(std::move(training), [spec, reproduces](Workspace &workspace, JobContext &job, const TrainingHooks &hooks) {
        return reproduces.isValid() ? trainAgainAndStore(workspace, reproduces, job, hooks) : trainAndStore(workspace, spec, job, hooks);
    });
}

void Trainings::branch(const Branch &branch, const QString &origin)
{
    Training training;
    training.title = branchName(origin, branch.epoch);
    training.spec = branch.spec;
    training.origin = BranchOrigin{branch.run, origin, branch.epoch};
    add(std::move(training), [branch](Workspace &workspace, JobContext &job, const TrainingHooks &hooks) {
        return branchAndStore(workspace, branch, job, hooks);
    });
}

void Trainings::resume(const UnfinishedTraining &kept)
{
    const Result<TrainingSpec> spec = TrainingSpec::fromJson(kept.spec);
    if (!spec)
        return m_session.report(spec.error(), kept.name);
    Training training;
    training.title = kept.name;
    training.spec = *spec;
    training.epochs = kept.epochs;
    training.epochCount = learnsOnceForAll(spec->model.model) ? globalEpochs(spec->model.global) : spec->model.epochs;
    training.unfinished = kept.id;
    training.origin = BranchOrigin::fromJson(kept.origin);
    training.earlierMs = qint64(1000 * secondsOf(kept.epochs));
    add(std::move(training), [id = kept.id](Workspace &workspace, JobContext &job, const TrainingHooks &hooks) {
        return resumeAndStore(workspace, id, job, hooks);
    });
}

/// With the settings that are not those of the last one of its name under way: "lstm · revenue · Total · Units 30".
QString Trainings::titleOf(const Training &training) const
{
    const auto isNamesake = [&](const std::shared_ptr<Entry> &entry) { return entry->name == training.title; };
    const auto namesake = std::find_if(m_entries.rbegin(), m_entries.rend(), isNamesake);
    if (namesake == m_entries.rend())
        return training.title;
    constexpr qsizetype mostTold = 2;
    const QStringList before = settingsInWords((*namesake)->training.spec);
    QStringList told{training.title};
    for (const QString &setting : settingsInWords(training.spec))
        if (told.size() <= mostTold && !before.contains(setting))
            told += setting;
    return told.join(QStringLiteral(" · "));
}

void Trainings::add(Training training, Work work)
{
    auto entry = std::make_shared<Entry>();
    entry->name = training.title;
    entry->training = std::move(training);
    entry->training.title = titleOf(entry->training);
    entry->training.workspace = m_session.workspacePath();
    entry->training.control->setLeastEpoch(leastEpoch());
    entry->training.job = m_session.runOnWorkspace<RunId>({tr("Training %1").arg(entry->training.title), Lane::Train, true, true, entry->training.earlierMs},
        [work = std::move(work), buffer = entry->buffer, control = entry->training.control](Workspace &workspace, JobContext &job) {
            TrainingHooks hooks([&buffer](const EpochLosses &losses) { buffer->add(losses); });
            hooks.onJudged = [&buffer](const JudgedEpoch &epoch) { buffer->keep(epoch); };
            hooks.control = control.get();
            return work(workspace, job, hooks);
        }, this, [this, entry](const Result<RunId> &run) { finish(entry, run); });
    m_entries.append(entry);
    m_poll.start();
    if (m_entries.size() == 1)
        Q_EMIT progressed(entry->training);
}

bool Trainings::isUnderWay(const UnfinishedTraining &kept) const
{
    return std::ranges::any_of(m_entries, [&](const std::shared_ptr<Entry> &entry) {
        const Training &training = entry->training;
        const std::optional<JobInfo> job = m_session.jobs().job(training.job);
        const bool mayBeKept = job && job->hasBegun; // before it has, nothing of it is kept but what it goes on with
        return training.workspace == m_session.workspacePath()
            && (training.unfinished == kept.id || (training.unfinished == 0 && mayBeKept && training.spec.toJson() == kept.spec));
    });
}

std::shared_ptr<Trainings::Entry> Trainings::lookedAt() const
{
    const auto chosen = std::ranges::find_if(m_entries, [this](const std::shared_ptr<Entry> &entry) { return entry->training.job == m_chosen; });
    if (chosen != m_entries.end() && m_session.jobs().isRunning(m_chosen))
        return *chosen;
    const auto shown = std::ranges::find_if(m_entries, [this](const std::shared_ptr<Entry> &entry) { return entry->training.job == m_shown; });
    const std::optional<JobInfo> shownJob = m_session.jobs().job(m_shown);
    const bool waitsAgain = shownJob && shownJob->hasBegun // it goes on when another makes room
                         && (shownJob->state == JobState::Paused || shownJob->state == JobState::Waiting);
    if (shown != m_entries.end() && (waitsAgain || (*shown)->training.control->isPaused()))
        return *shown; // whoever pauses wants to look, whatever runs in its place
    for (const std::shared_ptr<Entry> &entry : m_entries)
        if (const std::optional<JobInfo> job = m_session.jobs().job(entry->training.job); job && job->state == JobState::Running)
            return entry;
    return m_entries.isEmpty() ? nullptr : m_entries.front();
}

const Training *Trainings::current() const
{
    const std::shared_ptr<Entry> entry = lookedAt();
    return entry ? &entry->training : nullptr;
}

void Trainings::choose(JobId job) { m_chosen = job; }

std::chrono::milliseconds Trainings::leastEpoch() const { return std::chrono::milliseconds(m_isSlow ? qint64(1000 * slowEpochSeconds) : 0); }

void Trainings::setSlowly(bool isSlow)
{
    m_isSlow = isSlow;
    for (const std::shared_ptr<Entry> &entry : std::as_const(m_entries))
        entry->training.control->setLeastEpoch(leastEpoch());
}

bool Trainings::collect(Entry &entry)
{
    const QList<EpochLosses> told = entry.buffer->take();
    for (const EpochLosses &losses : told) {
        entry.training.epochs.append(epochRecord(losses));
        entry.training.windows = losses.windows;
        entry.training.epochCount = losses.epochs;
    }
    const std::shared_ptr<const JudgedEpoch> judged = entry.buffer->takeJudged();
    if (judged)
        entry.training.judged = judged;
    return judged || !told.isEmpty();
}

void Trainings::poll()
{
    if (m_entries.isEmpty())
        return;
    const std::shared_ptr<Entry> shown = lookedAt();
    bool isNew = shown->training.job != std::exchange(m_shown, shown->training.job);
    for (const std::shared_ptr<Entry> &entry : std::as_const(m_entries))
        if (collect(*entry) && entry == shown)
            isNew = true;
    if (isNew)
        Q_EMIT progressed(shown->training);
}

void Trainings::finish(const std::shared_ptr<Entry> &entry, const Result<RunId> &run)
{
    collect(*entry);
    m_entries.removeOne(entry);
    if (m_entries.isEmpty())
        m_poll.stop();
    if (run)
        Q_EMIT stored(entry->training, *run);
    else
        Q_EMIT failed(entry->training, run.error());
    if (const Training *next = current())
        Q_EMIT progressed(*next);
}

} // namespace foretrail
