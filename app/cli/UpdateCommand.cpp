#include "app/cli/Command.h"
#include "core/base/JsonNumber.h"
#include "core/base/NumberText.h"
#include "core/online/UpdateLadder.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <optional>

namespace foretrail::cli {

namespace {

struct UpdateCommandText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::cli::Update)
};

struct UpdateOptions {
    std::string workspace, with = "auto", schedule = "step", reason;
    std::int64_t run = 0;
    std::optional<double> score;
    int restore = -1;
    bool undo = false, versions = false, json = false;
};

QJsonObject versionJson(const RunVersion &version)
{
    return {{QStringLiteral("version"), version.number}, {QStringLiteral("created"), version.created.toString(Qt::ISODate)}, {QStringLiteral("rung"), version.rung},
            {QStringLiteral("why"), version.reason}, {QStringLiteral("change"), version.change}, {QStringLiteral("seconds"), version.seconds},
            {QStringLiteral("error_before"), jsonNumber(version.errorBefore)}, {QStringLiteral("error_after"), jsonNumber(version.errorAfter)},
            {QStringLiteral("published"), version.isPublished}, {QStringLiteral("current"), version.isCurrent}, {QStringLiteral("replaces"), version.replaces}};
}

/// "version 2	rls	published, current	12.3	9.8	2026-01-31T12:00:00Z	Drift ..."
QString versionLine(const RunVersion &version)
{
    QString state = version.isPublished ? UpdateCommandText::tr("published") : UpdateCommandText::tr("refused");
    if (version.isCurrent)
        state = UpdateCommandText::tr("%1, current").arg(state);
    return QStringList{UpdateCommandText::tr("version %1").arg(version.number), version.rung, state, plainNumber(version.errorBefore), plainNumber(version.errorAfter),
                       version.created.toString(Qt::ISODate), version.reason}.join(QLatin1Char('\t'));
}

Result<void> listVersions(Workspace &workspace, RunId run, bool json)
{
    if (const auto known = RunStore(workspace).load(run); !known)
        return fail(known.error());
    const Result<QList<RunVersion>> versions = VersionStore(workspace).list(run);
    if (!versions)
        return fail(versions.error());
    QJsonArray rows;
    for (const RunVersion &version : *versions) {
        rows.append(versionJson(version));
        if (!json)
            print(versionLine(version));
    }
    if (json)
        printJson({{QStringLiteral("run"), run.value}, {QStringLiteral("versions"), rows}});
    else if (versions->isEmpty())
        note(UpdateCommandText::tr("Run %1 forecasts as it was trained.").arg(run.value));
    return {};
}

Result<void> putBack(Workspace &workspace, const UpdateOptions &options, JobContext &job)
{
    const RunId run{options.run};
    const Result<int> now = options.undo ? VersionStore(workspace).undo(run, job)
                                         : VersionStore(workspace).restore(run, options.restore, job).map([&options] { return options.restore; });
    if (!now)
        return fail(now.error());
    if (options.json)
        printJson({{QStringLiteral("run"), run.value}, {QStringLiteral("current"), *now}});
    else if (*now == 0)
        print(UpdateCommandText::tr("Run %1 forecasts as it was trained.").arg(run.value));
    else
        print(UpdateCommandText::tr("Run %1 forecasts by version %2.").arg(run.value).arg(*now));
    return {};
}

Result<UpdateRequest> requestOf(const UpdateOptions &options)
{
    UpdateRequest request{RunId{options.run}, {}, options.score.value_or(0), text(options.reason), {}};
    request.measuresDrift = !options.score;
    const Result<UpdateSchedule> schedule = updateScheduleFromName(text(options.schedule));
    if (!schedule)
        return fail(schedule.error());
    request.settings.schedule = *schedule;
    if (options.with == "auto")
        return request;
    return rungFromName(text(options.with)).map([&request](RungKind rung) {
        request.rung = rung;
        return request;
    });
}

Result<void> runUpdate(const UpdateOptions &options, JobContext &job)
{
    Result<Workspace> workspace = Workspace::open(text(options.workspace), options.versions ? Workspace::Mode::ReadOnly : Workspace::Mode::ReadWrite);
    if (!workspace)
        return fail(workspace.error());
    if (options.versions)
        return listVersions(*workspace, RunId{options.run}, options.json);
    if (options.undo || options.restore >= 0)
        return putBack(*workspace, options, job);
    const Result<UpdateRequest> request = requestOf(options);
    if (!request)
        return fail(request.error());
    const Result<UpdateReport> report = updateRun(*workspace, *request, job);
    if (!report)
        return fail(report.error());
    if (options.json)
        printJson(report->toJson());
    else
        print(report->sentence());
    return {};
}

} // namespace

void addUpdate(CLI::App &app, Action &action)
{
    auto options = std::make_shared<UpdateOptions>();
    CLI::App *verb = app.add_subcommand("update", "Let the model of a stored run follow the data that came in since; undo and restore versions of it");
    verb->add_option("workspace", options->workspace, "Workspace file (*.foretrail)")->required();
    verb->add_option("--run", options->run, "Number of the run, as `runs` lists it")->required();
    CLI::Option *with = verb->add_option("--with", options->with, "How: roll asks the model with the longer history, rls moves the coefficients of an autoregression, fine-tune trains lstm and gru for "
                                         "a moment, refit learns anew from everything; auto goes by the score and the schedule")
        ->check(CLI::IsMember({"auto", "roll", "rls", "fine-tune", "refit"}))->capture_default_str();
    CLI::Option *score = verb->add_option("--score", options->score, "Drift score for auto: from 0.67 on a warning, from 1 on drift (default: that of the model's own one-step errors since its last update)")->check(CLI::NonNegativeNumber);
    CLI::Option *schedule = verb->add_option("--schedule", options->schedule, "When auto does more than roll: step, daily, weekly, drift")
        ->check(CLI::IsMember({"step", "daily", "weekly", "drift"}))->capture_default_str();
    CLI::Option *reason = verb->add_option("--reason", options->reason, "What a detector or a person says of it; kept with the version");
    CLI::Option *undo = verb->add_flag("--undo", options->undo, "The version before forecasts again");
    CLI::Option *versions = verb->add_flag("--versions", options->versions, "List the versions that are kept, newest first: number, rung, state, error on the last block before and after, time, why");
    CLI::Option *restore = verb->add_option("--restore", options->restore, "Number of a version that forecasts again; 0: the run as it was trained")->check(CLI::NonNegativeNumber);
    for (CLI::Option *other : {undo, versions, restore})
        for (CLI::Option *setting : {with, score, schedule, reason})
            other->excludes(setting);
    undo->excludes(versions)->excludes(restore);
    versions->excludes(restore);
    verb->add_flag("--json", options->json, "One JSON object on standard output");
    verb->callback([options, &action] { action = [options](JobContext &job) { return runUpdate(*options, job); }; });
}

} // namespace foretrail::cli
