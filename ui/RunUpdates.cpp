#include "ui/RunUpdates.h"

namespace foretrail {

namespace {

Result<FollowedRun> readRun(Workspace &workspace, RunId run, JobContext &job)
{
    FollowedRun followed;
    Result<RunRecord> record = RunStore(workspace).load(run);
    if (!record)
        return fail(record.error());
    followed.run = std::move(record->summary);
    Result<QList<RunVersion>> versions = VersionStore(workspace).list(run);
    if (!versions)
        return fail(versions.error());
    followed.versions = std::move(*versions);
    const Result<UpdateTask> task = UpdateTask::read(workspace, run, job);
    if (!task)
        return fail(task.error());
    followed.history = task->aligned;
    const Result<PreparedSeries> prepared = task->prepared(task->current.boundary, 0, job);
    if (!prepared)
        return fail(prepared.error());
    Result<Forecast> now = task->forecast(task->current, *prepared, task->spec.horizon, task->spec.levels);
    if (!now)
        return fail(now.error());
    followed.now = {std::move(*now), task->end(), task->current.version};
    Result<GhostForecast> before = previousForecast(workspace, run);
    const bool isTheSame = before && followed.now.version == 0 && before->start == followed.now.start; // nothing came since it was trained
    if (before && !isTheSame)
        followed.before = std::move(*before);
    else if (!before && before.error().code != ErrorCode::NotFound)
        return fail(before.error());
    return followed;
}

} // namespace

RunUpdates::RunUpdates(AppSession &session, QObject *parent)
    : QObject(parent), m_session(session), m_listJob(session.jobs()), m_loadJob(session.jobs()), m_job(session.jobs())
{
}

void RunUpdates::list()
{
    m_session.runLatestOnWorkspace<QList<RunSummary>>(m_listJob, {tr("Reading stored runs"), Lane::Read, false},
        [](Workspace &workspace, JobContext &) { return RunStore(workspace).list(); }, this, [this](Result<QList<RunSummary>> runs) {
            if (runs)
                Q_EMIT listed(*runs);
            else
                Q_EMIT failed(runs.error());
        });
}

void RunUpdates::load(RunId run)
{
    m_session.runLatestOnWorkspace<FollowedRun>(m_loadJob, {tr("Reading a stored run"), Lane::Read, false},
        [run](Workspace &workspace, JobContext &job) { return readRun(workspace, run, job); }, this, [this](Result<FollowedRun> followed) {
            if (followed)
                Q_EMIT loaded(*followed);
            else
                Q_EMIT failed(followed.error());
        });
}

void RunUpdates::change(const QString &title, RunId run, std::function<Result<UpdateReport>(Workspace &, JobContext &)> work)
{
    m_session.runLatestOnWorkspace<UpdateReport>(m_job, {title, Lane::Train, true, true}, std::move(work), this, [this, run](Result<UpdateReport> report) {
        Q_EMIT busyChanged();
        if (!report)
            return Q_EMIT failed(report.error());
        if (report->run == run && !report->rung.isEmpty())
            Q_EMIT updated(*report);
        m_session.tellRunsChanged();
        load(run);
    });
    Q_EMIT busyChanged();
}

void RunUpdates::update(const UpdateRequest &request)
{
    change(tr("Updating the model of a run"), request.run, [request](Workspace &workspace, JobContext &job) { return updateRun(workspace, request, job); });
}

void RunUpdates::undo(RunId run)
{
    change(tr("Undoing an update"), run, [run](Workspace &workspace, JobContext &job) -> Result<UpdateReport> {
        const Result<int> number = VersionStore(workspace).undo(run, job);
        if (!number)
            return fail(number.error());
        UpdateReport report;
        report.run = run;
        report.current = *number;
        return report;
    });
}

void RunUpdates::restore(RunId run, int version)
{
    change(tr("Restoring a version"), run, [run, version](Workspace &workspace, JobContext &job) -> Result<UpdateReport> {
        if (Result<void> done = VersionStore(workspace).restore(run, version, job); !done)
            return fail(done.error());
        UpdateReport report;
        report.run = run;
        report.current = version;
        return report;
    });
}

} // namespace foretrail
