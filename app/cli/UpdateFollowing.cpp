#include "app/cli/UpdateFollowing.h"

#include "app/cli/Command.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>

namespace foretrail::cli {

namespace {

struct UpdateFollowingText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::cli::Live)
};

QString endText(const FollowedUpdate &update) { return formatTime(update.until, update.followed.step == Step::None ? Step::Day : update.followed.step); }

QJsonObject updateJson(const FollowedUpdate &update)
{
    QJsonObject json = update.report ? update.report->toJson()
                                     : QJsonObject{{QStringLiteral("run"), update.followed.run.value}, {QStringLiteral("error"), update.report.error().message}};
    json.insert(QStringLiteral("name"), update.followed.name);
    json.insert(QStringLiteral("schedule"), updateScheduleName(update.followed.schedule));
    json.insert(QStringLiteral("until"), endText(update));
    return {{QStringLiteral("update"), json}};
}

void tellUpdate(const FollowedUpdate &update, bool isJson)
{
    if (isJson) {
        std::printf("%s\n", QJsonDocument(updateJson(update)).toJson(QJsonDocument::Compact).constData());
        return;
    }
    const QString run = QString::number(update.followed.run.value);
    if (!update.report)
        note(UpdateFollowingText::tr("Run %1 was not updated up to %2: %3").arg(run, endText(update), update.report.error().message));
    else if (update.report->isDue)
        print(UpdateFollowingText::tr("Run %1 (%2) up to %3: %4").arg(run, update.followed.name, endText(update), update.report->sentence()));
}

} // namespace

CLI::Option *FollowOptions::addTo(CLI::App &verb)
{
    CLI::Option *update = verb.add_option("--update", runs, "Number of a run, as `runs` lists it, whose model follows what comes in: as steps close, the verb update does what the run's own drift asks for, "
                                          "and a line says which rung ran, why, for how long and what changed. May be said again for other runs")
                              ->check(CLI::PositiveNumber)->allow_extra_args(false);
    verb.add_option("--schedule", schedule, "When runs are updated: step (each closed one), daily, weekly, drift (where its errors change) (default: as page Live was told for the run, else step)")
        ->check(CLI::IsMember({"step", "daily", "weekly", "drift"}))->needs(update);
    return update;
}

Result<std::unique_ptr<LiveUpdater>> FollowOptions::begin(Workspace &workspace, JobContext &job) const
{
    if (runs.empty())
        return std::unique_ptr<LiveUpdater>();
    const Result<QHash<RunId, UpdateSchedule>> chosen = chosenSchedules(workspace);
    if (!chosen)
        return fail(chosen.error());
    QList<FollowedSchedule> followed;
    for (const std::int64_t run : runs) {
        const Result<UpdateSchedule> when = schedule.empty() ? chosen->value(RunId{run}, UpdateSchedule::EachStep) : updateScheduleFromName(text(schedule));
        if (!when)
            return fail(when.error());
        Result<FollowedSchedule> one = followedSchedule(workspace, RunId{run}, *when, job);
        if (!one)
            return fail(one.error());
        followed.append(std::move(*one));
    }
    return std::make_unique<LiveUpdater>(workspace.path(), std::move(followed));
}

void tellUpdates(LiveUpdater &updater, bool isJson)
{
    for (const FollowedUpdate &update : updater.take())
        tellUpdate(update, isJson);
    std::fflush(stdout); // somebody reads along
}

} // namespace foretrail::cli
