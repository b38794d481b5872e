#include "ui/StoredRuns.h"

namespace foretrail {

StoredRuns::StoredRuns(AppSession &session, QObject *parent)
    : QObject(parent), m_session(session), m_listJob(session.jobs()), m_runJob(session.jobs())
{
}

void StoredRuns::loadList()
{
    if (!m_session.hasWorkspace())
        return;
    m_isStale = false;
    m_session.runLatestOnWorkspace<QList<RunSummary>>(m_listJob, {tr("Reading runs"), Lane::Read, false},
        [](Workspace &workspace, JobContext &) { return RunStore(workspace).list(); }, this,
        [this](const Result<QList<RunSummary>> &runs) {
            if (runs) {
                Q_EMIT listed(*runs);
                return;
            }
            m_isStale = true;
            m_session.report(runs.error(), tr("Reading runs"));
        });
}

void StoredRuns::load(RunId run)
{
    m_session.runLatestOnWorkspace<RunRecord>(m_runJob, {tr("Reading a run"), Lane::Read, false},
        [run](Workspace &workspace, JobContext &) {
            return RunStore(workspace).load(run).map([](RunRecord record) {
                record.weights.clear();
                return record;
            });
        }, this, [this](const Result<RunRecord> &record) {
            if (record)
                Q_EMIT loaded(*record);
            else
                m_session.report(record.error(), tr("Reading a run"));
        });
}

void StoredRuns::rename(RunId run, const QString &name)
{
    change(tr("Renaming a run"), [run, name](RunStore &store) { return store.rename(run, name).map([] { return true; }); });
}

void StoredRuns::remove(const QList<RunId> &runs)
{
    if (runs.contains(m_session.selection().run()))
        m_session.selection().setRun({});
    change(tr("Deleting runs"), [runs](RunStore &store) -> Result<bool> {
        for (const RunId run : runs)
            if (const Result<void> done = store.remove(run); !done)
                return fail(done.error());
        return true;
    });
}

void StoredRuns::change(const QString &title, std::function<Result<bool>(RunStore &)> work)
{
    m_session.runOnWorkspace<bool>({title, Lane::Write, false},
        [work = std::move(work)](Workspace &workspace, JobContext &) {
            RunStore store(workspace);
            return work(store);
        }, this, [this, title](const Result<bool> &done) {
            if (!done)
                m_session.report(done.error(), title);
            m_session.tellRunsChanged();
        });
}

} // namespace foretrail
