#include "core/online/UpdateLadder.h"

#include "core/base/JsonNumber.h"
#include "core/base/NumberText.h"
#include "core/online/RunDrift.h"
#include "core/training/OutcomeJson.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLocale>

namespace foretrail {

namespace {

struct UpdateText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::UpdateLadder)
};

QJsonObject ghostToJson(const GhostForecast &ghost)
{
    QJsonObject json = forecastToJson(ghost.forecast);
    json.insert(QStringLiteral("start"), ghost.start);
    return json;
}

GhostForecast ghostFromJson(const QJsonObject &json, int version)
{
    return {forecastFromJson(json), json[QStringLiteral("start")].toInteger(), version};
}

Result<GhostForecast> forecastNow(const UpdateTask &task, const LadderModel &model, JobContext &job)
{
    const Result<PreparedSeries> prepared = task.prepared(model.boundary, 0, job);
    if (!prepared)
        return fail(prepared.error());
    return task.forecast(model, *prepared, task.spec.horizon, task.spec.levels).map([&](Forecast forecast) {
        return GhostForecast{std::move(forecast), task.end(), model.version};
    });
}

/// What a version, or the run as it was trained (0), said when it was made.
Result<GhostForecast> saidBy(Workspace &workspace, RunId run, int version)
{
    if (version > 0)
        return VersionStore(workspace).load(run, version).map([&](const StoredVersion &stored) { return ghostFromJson(stored.forecast, version); });
    return RunStore(workspace).load(run).map([](const RunRecord &record) {
        return GhostForecast{forecastFromJson(record.outcome[QStringLiteral("future")]), record.outcome[QStringLiteral("futureFrom")].toInteger(), 0};
    });
}

Result<void> judge(const UpdateTask &task, const LadderModel &challenger, UpdateReport &report, JobContext &job)
{
    const Result<double> before = task.errorOn(report.block, task.current, job);
    if (!before)
        return fail(before.error());
    const Result<double> after = task.errorOn(report.block, challenger, job);
    if (!after)
        return fail(after.error());
    report.errorBefore = *before;
    report.errorAfter = *after;
    report.isPublished = *after <= *before * (1 + mostWorse);
    return {};
}

QJsonObject changeJson(const UpdateReport &report, WallMs until)
{
    QJsonObject change = report.numbers;
    change.insert(QStringLiteral("words"), report.change);
    change.insert(QStringLiteral("block"), report.block.steps);
    change.insert(QStringLiteral("unseen"), report.block.isUnseen);
    change.insert(QStringLiteral("until"), until); // a refused model saw less than there was
    return change;
}

Result<int> keep(Workspace &workspace, const UpdateTask &task, const LadderModel &model, const UpdateReport &report, JobContext &job)
{
    StoredVersion version;
    version.facts = {0, QDateTime::currentDateTimeUtc(), report.rung, report.why, changeJson(report, task.end()), report.seconds, report.errorBefore, report.errorAfter,
                     report.isPublished, false, task.current.version, task.aligned.timeAt(0), model.seenUntil, model.boundary};
    version.forecast = ghostToJson(report.now);
    version.modelState = model.saved.state;
    version.weights = model.saved.weights;
    return VersionStore(workspace).add(report.run, version, job);
}

/// Judged without the last block, then learnt from everything.
Result<LadderModel> challenged(const UpdateTask &task, const Rung &rung, UpdateReport &report, JobContext &job)
{
    report.block = task.lastBlock();
    Result<LadderStep> step = rung.climbed(task, report.block.heldBack(), job);
    if (!step)
        return fail(step.error());
    if (const Result<void> judged = judge(task, step->model, report, job); !judged)
        return fail(judged.error());
    if (report.isPublished && report.block.heldBack() > 0)
        step = rung.climbed(task, 0, job);
    if (!step)
        return fail(step.error());
    report.change = step->change;
    report.numbers = step->numbers;
    return std::move(step->model);
}

/// The rung is for this model.
Result<UpdateReport> climb(Workspace &workspace, const UpdateTask &task, const Rung &rung, UpdateReport report, JobContext &job)
{
    QElapsedTimer timer;
    timer.start();
    report.rung = rung.name();
    const Result<LadderModel> model = challenged(task, rung, report, job);
    if (!model)
        return fail(model.error());
    const Result<GhostForecast> now = forecastNow(task, report.isPublished ? *model : task.current, job);
    if (!now)
        return fail(now.error());
    report.now = *now;
    report.seconds = double(timer.nsecsElapsed()) * 1e-9;
    const Result<int> number = keep(workspace, task, *model, report, job);
    if (!number)
        return fail(number.error());
    report.version = *number;
    if (report.isPublished)
        report.current = report.now.version = *number;
    return report;
}

Result<UpdateReport> roll(const UpdateTask &task, UpdateReport report, JobContext &job)
{
    QElapsedTimer timer;
    timer.start();
    const std::unique_ptr<Rung> rung = makeRung(RungKind::Roll);
    const Result<LadderStep> step = rung->climbed(task, 0, job);
    if (!step)
        return fail(step.error());
    const Result<GhostForecast> now = forecastNow(task, step->model, job);
    if (!now)
        return fail(now.error());
    report.rung = rung->name();
    report.now = *now;
    report.change = step->change;
    report.numbers = step->numbers;
    report.seconds = double(timer.nsecsElapsed()) * 1e-9;
    return report;
}

/// With what was said until now.
Result<UpdateReport> begun(Workspace &workspace, const UpdateRequest &request, const UpdateTask &task)
{
    UpdateReport report;
    report.run = request.run;
    report.current = task.current.version;
    report.why = request.reason;
    return saidBy(workspace, request.run, task.current.version).map([&report](GhostForecast said) {
        report.before = std::move(said);
        return report;
    });
}

Result<LadderSituation> situationOf(Workspace &workspace, const UpdateRequest &request, const UpdateTask &task)
{
    const Result<QList<RunVersion>> versions = VersionStore(workspace).list(request.run);
    if (!versions)
        return fail(versions.error());
    LadderSituation situation{request.score, request.reason, task.aligned.axis.step, task.newSteps(), lastUpdate(task, *versions), task.end(), {},
                              std::max<qint64>(task.spec.horizon, 1), gentleRung(task.spec.model)};
    if (!versions->isEmpty()) {
        const Result<RungKind> rung = rungFromName(versions->front().rung);
        situation.last = rung ? std::optional<RungKind>(*rung) : std::nullopt;
        situation.newSteps = std::max<qint64>(task.aligned.size() - task.aligned.axis.indexOf(situation.updated), 0);
    }
    return situation;
}

/// What a model cannot tell of itself stays as it was asked.
Result<void> measureDrift(const UpdateTask &task, LadderSituation &situation, JobContext &job)
{
    if (situation.newSteps <= 0)
        return {};
    const Result<RunDrift> drift = driftOf(task, situation.updated, job);
    if (!drift)
        return drift.error().isCancelled() ? fail(drift.error()) : Result<void>();
    situation.score = drift->score;
    situation.reason = QStringList{situation.reason, drift->reason}.join(QLatin1Char(' ')).trimmed();
    return {};
}

Result<UpdateReport> climbOrRoll(Workspace &workspace, const UpdateTask &task, RungKind kind, const UpdateReport &report, JobContext &job)
{
    if (kind == RungKind::Roll)
        return roll(task, report, job);
    const std::unique_ptr<Rung> rung = makeRung(kind);
    if (const QString problem = rung->whyNot(task.spec.model); !problem.isEmpty())
        return fail(ErrorCode::Unsupported, problem);
    return climb(workspace, task, *rung, report, job);
}

QString errorWords(const UpdateReport &report)
{
    const QString errors = UpdateText::tr("mean error on the last %n steps %1 to %2", nullptr, int(report.block.steps))
                               .arg(plainNumber(report.errorBefore), plainNumber(report.errorAfter));
    return report.block.isUnseen ? errors : UpdateText::tr("%1, which both have learnt from").arg(errors);
}

} // namespace

QString UpdateReport::sentence() const
{
    QStringList told;
    const QString words = rungWords(rung);
    if (version == 0)
        told << UpdateText::tr("%1: the model is as it was.").arg(words);
    else if (isPublished)
        told << UpdateText::tr("%1: published as version %2, %3.").arg(words, QString::number(version), errorWords(*this));
    else
        told << UpdateText::tr("%1: refused, %2.").arg(words, errorWords(*this));
    if (!why.isEmpty())
        told << why;
    if (!change.isEmpty())
        told << change;
    told << UpdateText::tr("It took %1 s.").arg(QLocale().toString(seconds, 'f', 2));
    return told.join(QLatin1Char(' '));
}

QJsonObject UpdateReport::toJson() const
{
    return {{QStringLiteral("run"), run.value}, {QStringLiteral("rung"), rung}, {QStringLiteral("due"), isDue}, {QStringLiteral("score"), jsonNumber(score)},
            {QStringLiteral("why"), why}, {QStringLiteral("change"), change},
            {QStringLiteral("numbers"), numbers}, {QStringLiteral("seconds"), seconds}, {QStringLiteral("block"), block.steps},
            {QStringLiteral("unseen"), block.isUnseen}, {QStringLiteral("error_before"), jsonNumber(errorBefore)},
            {QStringLiteral("error_after"), jsonNumber(errorAfter)}, {QStringLiteral("published"), isPublished}, {QStringLiteral("version"), version},
            {QStringLiteral("current"), current}, {QStringLiteral("sentence"), sentence()}, {QStringLiteral("before"), ghostToJson(before)},
            {QStringLiteral("forecast"), ghostToJson(now)}};
}

Result<UpdateReport> updateRun(Workspace &workspace, const UpdateRequest &request, const Rung &rung, JobContext &job)
{
    const Result<UpdateTask> task = UpdateTask::read(workspace, request.run, job, request.until);
    if (!task)
        return fail(task.error());
    if (const QString problem = rung.whyNot(task->spec.model); !problem.isEmpty())
        return fail(ErrorCode::Unsupported, problem);
    Result<UpdateReport> report = begun(workspace, request, *task);
    return report ? climb(workspace, *task, rung, std::move(*report), job) : report;
}

Result<UpdateReport> updateRun(Workspace &workspace, const UpdateRequest &request, JobContext &job)
{
    const Result<UpdateTask> task = UpdateTask::read(workspace, request.run, job, request.until);
    if (!task)
        return fail(task.error());
    Result<UpdateReport> report = begun(workspace, request, *task);
    if (!report)
        return report;
    if (request.rung)
        return climbOrRoll(workspace, *task, *request.rung, *report, job);
    Result<LadderSituation> situation = situationOf(workspace, request, *task);
    if (!situation)
        return fail(situation.error());
    if (request.measuresDrift)
        if (const Result<void> measured = measureDrift(*task, *situation, job); !measured)
            return fail(measured.error());
    const LadderChoice choice = chooseRung(*situation, request.settings);
    report->why = choice.why;
    report->isDue = choice.isDue;
    report->score = situation->score;
    Result<UpdateReport> done = climbOrRoll(workspace, *task, choice.rung, *report, job);
    const bool mayRefit = choice.rung == RungKind::Rls || choice.rung == RungKind::FineTune;
    if (done || !mayRefit || !concernsOneSeries(done.error()))
        return done;
    report->why += QLatin1Char(' ') + UpdateText::tr("%1 was not possible: %2").arg(rungWords(choice.rung), done.error().message);
    return climbOrRoll(workspace, *task, RungKind::Refit, *report, job);
}

Result<GhostForecast> previousForecast(Workspace &workspace, RunId run)
{
    const Result<std::optional<StoredVersion>> current = VersionStore(workspace).current(run);
    if (!current)
        return fail(current.error());
    if (!*current)
        return saidBy(workspace, run, 0);
    Result<GhostForecast> said = saidBy(workspace, run, (*current)->facts.replaces);
    return said || said.error().code != ErrorCode::NotFound ? said : saidBy(workspace, run, 0); // it has been dropped
}

} // namespace foretrail
