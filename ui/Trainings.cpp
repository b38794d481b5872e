#include "ui/Trainings.h"

#include <QMutex>

namespace foretrail {

namespace {

constexpr int pollMs = 50;

}

/// The way of losses from the working thread to the window.
class EpochBuffer {
public:
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
};

struct Trainings::Entry {
    Training training;
    std::shared_ptr<EpochBuffer> buffer = std::make_shared<EpochBuffer>();
};

Trainings::Trainings(AppSession &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_poll.setInterval(pollMs);
    connect(&m_poll, &QTimer::timeout, this, &Trainings::poll);
}

Trainings::~Trainings() = default;

void Trainings::start(const TrainingSpec &spec, const QString &title)
{
    auto entry = std::make_shared<Entry>();
    entry->training.title = title;
    entry->training.workspace = m_session.workspacePath();
    entry->training.spec = spec;
    entry->training.job = m_session.runOnWorkspace<RunId>({tr("Training %1").arg(title), Lane::Train, true, true},
        [spec, buffer = entry->buffer](Workspace &workspace, JobContext &job) {
            return trainAndStore(workspace, spec, job, [&buffer](const EpochLosses &losses) { buffer->add(losses); });
        }, this, [this, entry](const Result<RunId> &run) { finish(entry, run); });
    m_entries.append(entry);
    m_poll.start();
    if (m_entries.size() == 1)
        Q_EMIT progressed(entry->training);
}

const Training *Trainings::current() const
{
    return m_entries.isEmpty() ? nullptr : &m_entries.front()->training;
}

void Trainings::collect(Entry &entry)
{
    for (const EpochLosses &losses : entry.buffer->take()) {
        entry.training.epochs.append({losses.epoch, losses.training, losses.validation, losses.seconds, losses.isBest});
        entry.training.epochCount = losses.epochs;
    }
}

void Trainings::poll()
{
    if (m_entries.isEmpty())
        return;
    Entry &entry = *m_entries.front();
    const qsizetype before = entry.training.epochs.size();
    collect(entry);
    if (entry.training.epochs.size() != before)
        Q_EMIT progressed(entry.training);
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
