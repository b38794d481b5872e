#include "ui/RunUpdates.h"

#include <algorithm>
#include <utility>

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

using Followed = QList<FollowedSchedule>;

/// A run that cannot be read is not followed, and nobody else suffers from it.
Result<Followed> readFollowed(Workspace &workspace, JobContext &job)
{
    const Result<QHash<RunId, UpdateSchedule>> chosen = chosenSchedules(workspace);
    if (!chosen)
        return fail(chosen.error());
    Followed followed;
    for (auto one = chosen->begin(); one != chosen->end(); ++one) {
        Result<FollowedSchedule> schedule = followedSchedule(workspace, one.key(), one.value(), job);
        if (schedule)
            followed.append(std::move(*schedule));
        else if (schedule.error().isCancelled())
            return fail(schedule.error());
    }
    std::sort(followed.begin(), followed.end(), [](const FollowedSchedule &a, const FollowedSchedule &b) { return a.run < b.run; });
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
    m_shown = run;
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
        load(m_shown.isValid() ? m_shown : run);
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

RunFollower::RunFollower(AppSession &session, RunUpdates &updates, QObject *parent)
    : QObject(parent), m_session(session), m_updates(updates), m_readJob(session.jobs())
{
    connect(&session, &AppSession::workspaceChanged, this, &RunFollower::forget);
    connect(&updates, &RunUpdates::busyChanged, this, &RunFollower::goOn, Qt::QueuedConnection); // once whoever told it is done
}

void RunFollower::forget()
{
    m_readJob.cancel();
    m_runs.clear();
    m_wishes.clear();
    m_now = 0;
    m_state = State::Unread;
    Q_EMIT changed();
}

void RunFollower::read()
{
    if (m_state != State::Unread || !m_session.hasWorkspace())
        return;
    m_state = State::Reading;
    m_session.runLatestOnWorkspace<Followed>(m_readJob, {tr("Reading which models follow"), Lane::Read, false}, readFollowed, this, [this](const Result<Followed> &runs) {
        if (runs)
            return take(*runs);
        m_state = State::Known; // asking again would fail again
        if (!runs.error().isCancelled())
            Q_EMIT failed(runs.error());
    });
}

/// Looks that were taken meanwhile count.
void RunFollower::take(const QList<FollowedSchedule> &runs)
{
    const QList<FollowedSchedule> before = std::exchange(m_runs, runs);
    for (FollowedSchedule &run : m_runs)
        for (const FollowedSchedule &known : before)
            if (known.run == run.run)
                run.looked = std::max(run.looked, known.looked);
    m_state = State::Known;
    Q_EMIT changed();
    goOn();
}

UpdateSchedule RunFollower::scheduleOf(RunId run) const
{
    if (const auto wish = m_wishes.find(run); wish != m_wishes.end())
        return *wish;
    const auto known = std::find_if(m_runs.begin(), m_runs.end(), [run](const FollowedSchedule &one) { return one.run == run; });
    return known == m_runs.end() ? UpdateSchedule::ByHand : known->schedule;
}

QString RunFollower::nameOf(RunId run) const
{
    const auto known = std::find_if(m_runs.begin(), m_runs.end(), [run](const FollowedSchedule &one) { return one.run == run; });
    return known == m_runs.end() ? QString() : known->name;
}

void RunFollower::choose(RunId run, UpdateSchedule schedule)
{
    m_wishes.insert(run, schedule);
    const auto keep = [run, schedule](Workspace &workspace, JobContext &job) -> Result<Followed> {
        if (const Result<void> kept = chooseSchedule(workspace, run, schedule); !kept)
            return fail(kept.error());
        return readFollowed(workspace, job);
    };
    m_session.runOnWorkspace<Followed>({tr("Keeping when a model is updated"), Lane::Write, false}, keep, this, [this, run, schedule](const Result<Followed> &runs) {
        if (m_wishes.value(run) == schedule)
            m_wishes.remove(run);
        if (runs)
            return take(*runs);
        if (!runs.error().isCancelled())
            Q_EMIT failed(runs.error());
        Q_EMIT changed(); // what was chosen is not
    });
}

void RunFollower::followClock(WallMs now)
{
    m_now = now;
    read();
    goOn();
}

void RunFollower::goOn()
{
    if (m_state != State::Known || m_now == 0 || m_updates.isBusy() || m_session.isReadOnly())
        return;
    const auto due = std::ranges::find_if(m_runs, [this](const FollowedSchedule &run) { return run.isDue(m_now); });
    if (due == m_runs.end())
        return;
    const UpdateRequest request = followRequest(*due, m_now);
    due->look(m_now);
    m_updates.update(request);
}

} // namespace foretrail
