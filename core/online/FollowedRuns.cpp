#include "core/online/FollowedRuns.h"

#include <QJsonDocument>

namespace foretrail {

namespace {

constexpr auto schedulesSetting = "updateSchedules";

/// The number of a run that was removed may be given again, its moment is not.
QString momentOf(const RunSummary &run) { return run.created.toString(Qt::ISODateWithMs); }

QJsonObject storedSchedules(const QString &text) { return QJsonDocument::fromJson(text.toUtf8()).object(); }

} // namespace

Result<QHash<RunId, UpdateSchedule>> chosenSchedules(Workspace &workspace)
{
    const Result<QString> text = workspace.setting(QString::fromLatin1(schedulesSetting));
    if (!text)
        return fail(text.error());
    QHash<RunId, UpdateSchedule> chosen;
    const QJsonObject stored = storedSchedules(*text);
    if (stored.isEmpty())
        return chosen;
    const Result<QList<RunSummary>> runs = RunStore(workspace).list();
    if (!runs)
        return fail(runs.error());
    for (const RunSummary &run : *runs) {
        const QJsonObject one = stored[QString::number(run.id.value)].toObject();
        const Result<UpdateSchedule> schedule = updateScheduleFromName(one[QStringLiteral("schedule")].toString());
        if (schedule && *schedule != UpdateSchedule::ByHand && one[QStringLiteral("created")].toString() == momentOf(run))
            chosen.insert(run.id, *schedule);
    }
    return chosen;
}

Result<void> chooseSchedule(Workspace &workspace, RunId run, UpdateSchedule schedule)
{
    const Result<RunRecord> known = RunStore(workspace).load(run);
    if (!known)
        return fail(known.error());
    const Result<QString> text = workspace.setting(QString::fromLatin1(schedulesSetting));
    if (!text)
        return fail(text.error());
    QJsonObject stored = storedSchedules(*text);
    const QString number = QString::number(run.value);
    if (schedule == UpdateSchedule::ByHand)
        stored.remove(number);
    else
        stored.insert(number, QJsonObject{{QStringLiteral("schedule"), updateScheduleName(schedule)}, {QStringLiteral("created"), momentOf(known->summary)}});
    return workspace.setSetting(QString::fromLatin1(schedulesSetting), QString::fromUtf8(QJsonDocument(stored).toJson(QJsonDocument::Compact)));
}

Result<FollowedSchedule> followedSchedule(Workspace &workspace, RunId run, UpdateSchedule schedule, JobContext &job)
{
    const Result<UpdateTask> task = UpdateTask::read(workspace, run, job);
    if (!task)
        return fail(task.error());
    return VersionStore(workspace).list(run).map([&](const QList<RunVersion> &versions) {
        const Step step = task->aligned.axis.step;
        return FollowedSchedule{run, task->runName, schedule, step, step == Step::None ? 0 : lastUpdate(*task, versions)};
    });
}

UpdateRequest followRequest(const FollowedSchedule &followed, WallMs now)
{
    UpdateRequest request;
    request.run = followed.run;
    request.settings.schedule = followed.schedule == UpdateSchedule::OnDrift ? UpdateSchedule::OnDrift : UpdateSchedule::EachStep; // of the others the time is looked at before
    request.until = followed.closedAt(now);
    request.measuresDrift = true;
    return request;
}

} // namespace foretrail
