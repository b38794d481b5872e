#include "ui/StoredRuns.h"

#include "core/base/OutputFile.h"
#include "core/data/RunFile.h"
#include "core/training/RunImport.h"
#include "ui/models/UndoStep.h"

#include <algorithm>

namespace foretrail {

StoredRuns::StoredRuns(AppSession &session, QObject *parent)
    : QObject(parent), m_session(session), m_listJob(session.jobs()), m_runJob(session.jobs())
{
    connect(&session, &AppSession::workspaceChanged, &m_undo, &QUndoStack::clear); // numbers of runs mean others there
}

namespace {

struct RunLists {
    QList<RunSummary> runs;
    QList<UnfinishedTraining> unfinished;
    QList<SearchReport> searches;
};

Result<RunLists> readLists(Workspace &workspace, const QList<RunSummary> &known)
{
    const auto runs = RunStore(workspace).list(known);
    if (!runs)
        return fail(runs.error());
    const auto unfinished = UnfinishedTrainings(workspace).list();
    if (!unfinished)
        return fail(unfinished.error());
    return RunLists{*runs, *unfinished, searchesIn(*runs)};
}

} // namespace

void StoredRuns::loadList()
{
    if (!m_session.hasWorkspace())
        return;
    m_isStale = false;
    m_isWantedAgain = m_listJob.isRunning() && m_listedPath == m_session.workspacePath();
    if (m_isWantedAgain)
        return; // many runs that end at once are not each worth a list
    if (std::exchange(m_listedPath, m_session.workspacePath()) != m_session.workspacePath())
        m_listed.clear();
    m_session.runLatestOnWorkspace<RunLists>(m_listJob, {tr("Reading runs"), Lane::Read, false},
        [known = m_listed](Workspace &workspace, JobContext &) { return readLists(workspace, known); }, this,
        [this](const Result<RunLists> &lists) {
            if (!lists) {
                m_isStale = true;
                return m_session.report(lists.error(), tr("Reading runs"));
            }
            m_listed = lists->runs;
            Q_EMIT unfinishedListed(lists->unfinished);
            Q_EMIT listed(lists->runs);
            Q_EMIT searchesListed(lists->searches);
            if (m_isWantedAgain)
                loadList();
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

void StoredRuns::loadTogether(const QList<RunId> &runs, bool withWeights, QObject *receiver,
                              std::function<void(const QList<RunRecord> &)> done)
{
    m_session.runOnWorkspace<QList<RunRecord>>({tr("Reading runs"), Lane::Read, false},
        [runs, withWeights](Workspace &workspace, JobContext &) -> Result<QList<RunRecord>> {
            QList<RunRecord> records;
            for (const RunId run : runs) {
                Result<RunRecord> record = RunStore(workspace).load(run);
                if (!record)
                    return fail(record.error());
                if (!withWeights)
                    record->weights.clear();
                records.append(std::move(*record));
            }
            return records;
        }, receiver, [this, done = std::move(done)](const Result<QList<RunRecord>> &records) {
            if (records)
                done(*records);
            else
                m_session.report(records.error(), tr("Reading runs"));
        });
}

const RunSummary *StoredRuns::find(RunId run) const
{
    const auto found = std::find_if(m_listed.cbegin(), m_listed.cend(), [run](const RunSummary &one) { return one.id == run; });
    return found == m_listed.cend() ? nullptr : &*found;
}

void StoredRuns::note(RunId run, const QString &note)
{
    const RunSummary *before = find(run);
    if (!before)
        return writeNote(run, note);
    if (before->note != note)
        m_undo.push(new UndoStep(tr("write a note of a run"), [this, run, note] { writeNote(run, note); }, [this, run, old = before->note] { writeNote(run, old); }));
}

void StoredRuns::writeNote(RunId run, const QString &note)
{
    for (RunSummary &listed : m_listed)
        if (listed.id == run)
            listed.note = note;
    change(tr("Writing a note"), [run, note](Workspace &workspace) { return RunStore(workspace).setNote(run, note).map([] { return true; }); });
}

void StoredRuns::exportTo(RunId run, const QString &path)
{
    m_session.runOnWorkspace<bool>({tr("Exporting a run"), Lane::Read, false},
        [run, path](Workspace &workspace, JobContext &) -> Result<bool> {
            const Result<RunRecord> record = RunStore(workspace).load(run);
            if (!record)
                return fail(record.error());
            Result<OutputFile> file = OutputFile::open(path);
            if (!file)
                return fail(file.error());
            file->write(runFile(*record));
            return file->commit().map([] { return true; });
        }, this, [this, path](const Result<bool> &done) {
            if (done)
                m_session.tellSaved(path);
            else
                m_session.report(done.error(), tr("Exporting a run"));
        });
}

void StoredRuns::importFrom(const QStringList &paths)
{
    m_session.runOnWorkspace<bool>({tr("Importing runs"), Lane::Write, false},
        [paths](Workspace &workspace, JobContext &job) -> Result<bool> {
            for (const QString &path : paths)
                if (const Result<RunId> added = importRun(workspace, path, job); !added)
                    return fail(added.error());
            return true;
        }, this, [this, count = int(paths.size())](const Result<bool> &done) {
            if (done)
                Q_EMIT m_session.said(tr("Imported %n runs.", nullptr, count));
            else
                m_session.report(done.error(), tr("Importing runs"));
            m_session.tellRunsChanged();
        });
}

void StoredRuns::rename(RunId run, const QString &name)
{
    const RunSummary *before = find(run);
    if (!before)
        return writeName(run, name);
    if (before->name != name)
        m_undo.push(new UndoStep(tr("rename run"), [this, run, name] { writeName(run, name); }, [this, run, old = before->name] { writeName(run, old); }));
}

void StoredRuns::writeName(RunId run, const QString &name)
{
    for (RunSummary &listed : m_listed)
        if (listed.id == run)
            listed.name = name;
    change(tr("Renaming a run"), [run, name](Workspace &workspace) { return RunStore(workspace).rename(run, name).map([] { return true; }); });
}

void StoredRuns::remove(const QList<RunId> &runs)
{
    m_undo.clear(); // it may speak of those that go, and the next run may have their number
    if (runs.contains(m_session.selection().run()))
        m_session.selection().setRun({});
    change(tr("Deleting runs"), [runs](Workspace &workspace) -> Result<bool> {
        for (const RunId run : runs)
            if (const Result<void> done = RunStore(workspace).remove(run); !done)
                return fail(done.error());
        return true;
    });
}

void StoredRuns::discard(qint64 unfinished)
{
    change(tr("Discarding a training"), [unfinished](Workspace &workspace) {
        return UnfinishedTrainings(workspace).remove(unfinished).map([] { return true; });
    });
}

void StoredRuns::change(const QString &title, std::function<Result<bool>(Workspace &)> work)
{
    m_session.runOnWorkspace<bool>({title, Lane::Write, false},
        [work = std::move(work)](Workspace &workspace, JobContext &) { return work(workspace); }, this, [this, title](const Result<bool> &done) {
            if (!done) {
                m_undo.clear(); // it no longer tells what is in the workspace
                m_session.report(done.error(), title);
            }
            m_session.tellRunsChanged();
        });
}

} // namespace foretrail
