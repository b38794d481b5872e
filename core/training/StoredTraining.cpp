// A training becomes a stored run of each of its series.
#include "core/training/StoredTraining.h"

#include "core/behaviour/segments/SegmentUsers.h"
#include "core/models/TrainingControl.h"
#include "core/training/Companions.h"
#include "core/training/EarlierOrigins.h"
#include "core/training/FindRecipe.h"
#include "core/training/KeptTraining.h"
#include "core/training/OutcomeJson.h"
#include "core/training/PreparedSeries.h"
#include "core/training/ReopenedRun.h"
#include "core/training/RunawayRun.h"
#include "core/training/SurroundingsReader.h"

#include <QCoreApplication>

namespace foretrail {

namespace {

struct StoredTrainingText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::Runs)
};

QString nameOf(const Series &series) { return series.name.isEmpty() ? series.key : series.name; }

RunRecord recordOf(const TrainingSpec &spec, ForecastOutcome &&outcome, const QString &fingerprint)
{
    RunRecord run;
    const Series &series = outcome.history;
    run.summary.seriesKey = series.key;
    run.summary.seriesName = nameOf(series);
    run.summary.model = spec.model.model;
    run.summary.name = runName(spec, nameOf(series));
    run.summary.created = QDateTime::currentDateTimeUtc();
    run.summary.seed = spec.model.seed;
    run.summary.dataFingerprint = fingerprint;
    run.summary.programVersion = QStringLiteral(FORETRAIL_VERSION);
    run.summary.seconds = outcome.seconds;
    run.summary.spec = spec.toJson();
    run.summary.metrics = {{QStringLiteral("model"), outcome.metrics.toJson()},
                           {QStringLiteral("baseline"), outcome.baselineMetrics.toJson()},
                           {QStringLiteral("baselineName"), outcome.baseline},
                           {QStringLiteral("sentence"), outcome.sentence},
                           {QStringLiteral("step"), stepName(series.axis.step)},
                           {QStringLiteral("season"), outcome.season},
                           {QStringLiteral("earlier"), earlierToJson(outcome.earlier)},
                           {QStringLiteral("prepared"), outcome.fingerprint}};
    run.epochs = outcome.epochs;
    run.modelState = outcome.saved.state;
    run.weights = outcome.saved.weights;
    run.outcome = outcome.toJson();
    return run;
}

Result<void> checkData(const UnfinishedTraining &begun, const QString &fingerprint)
{
    if (begun.id == 0 || begun.dataFingerprint == fingerprint)
        return {};
    return fail(ErrorCode::InvalidInput, StoredTrainingText::tr("The data has changed since this training was stopped, so it cannot go on. Train anew with its settings."));
}

double waitedBy(const TrainingHooks &hooks) { return hooks.control ? hooks.control->waitedSeconds() : 0; }

/// What the series of a training have in common.
struct Together {
    TrainingSpec spec;
    QList<Series> series;
    QString fingerprint;
    std::shared_ptr<const Companions> companions;

    QString name() const
    {
        QStringList names;
        for (const Series &one : series)
            names += nameOf(one);
        return runName(spec, names);
    }
    TrainingSpec specOf(const Series &one) const
    {
        TrainingSpec own = spec;
        own.query.keys = {one.key};
        return own;
    }
};

/// Several only where one network is learnt for all of them.
Result<QList<Series>> seriesToTrain(Workspace &workspace, const TrainingSpec &spec, JobContext &job)
{
    if (spec.query.keys.size() > 1 && learnsOnceForAll(spec.model.model)) {
        Result<QList<Series>> all = workspace.data().series(spec.query, job);
        if (!all || all->size() > 1)
            return all;
    }
    return singleSeries(workspace, spec.query, job).map([](Series one) { return QList<Series>{std::move(one)}; });
}

Result<Together> together(Workspace &workspace, const TrainingTask &task, JobContext &job)
{
    Together all{task.spec, {}, {}, {}};
    Result<SeriesQuery> query = withUsers(workspace, task.spec.query, job);
    if (!query)
        return fail(query.error());
    all.spec.query = std::move(*query);
    Result<QList<Series>> series = seriesToTrain(workspace, all.spec, job);
    if (!series)
        return fail(series.error());
    all.series = std::move(*series);
    const Result<QString> fingerprint = fingerprintOf(workspace.data(), all.spec.query);
    if (!fingerprint)
        return fail(fingerprint.error());
    all.fingerprint = *fingerprint;
    if (const Result<void> same = checkData(task.begun, *fingerprint); !same)
        return fail(same.error());
    auto companions = Companions::ofWorkspace(workspace.data(), all.spec, {all.spec.model.model}, job);
    if (!companions)
        return fail(companions.error());
    all.companions = std::move(*companions);
    return all;
}

Result<ForecastOutcome> outcomeOf(Workspace &workspace, const Together &all, const Series &series, JobContext &job, const TrainingHooks &hooks)
{
    const TrainingSpec &spec = all.spec;
    const Result<Surroundings> surroundings = SurroundingsReader(workspace.data(), spec.recipe, spec.query, spec.model.global.attributes).read(series.key, job);
    if (!surroundings)
        return fail(surroundings.error());
    return runConfirmedExperiment(series, spec, job, hooks, *surroundings, all.companions.get()).map([&](ForecastOutcome outcome) {
        outcome.fingerprint = preparedFingerprint(all.fingerprint, spec.recipe);
        return outcome;
    });
}

/// The first of the series, whose training is followed, steered and kept.
Result<RunRecord> trainFirst(Workspace &workspace, const Together &all, TrainingTask &&task, JobContext &job, const TrainingHooks &hooks)
{
    const Series &series = all.series.front();
    const bool isAlone = all.series.size() == 1;
    const QString name = !isAlone || task.begun.name.isEmpty() ? runName(all.spec, nameOf(series)) : task.begun.name;
    const QJsonObject origin = task.begun.origin;
    const double earlier = secondsOf(task.begun.epochs), waited = waitedBy(hooks);
    std::optional<Runaway> runaway;
    TrainingHooks own = hooks;
    if (task.keepsRunaway && !learnsOnceForAll(all.spec.model.model))
        own.onRunaway = [&runaway](const Runaway &end) { runaway = end; };
    task.begun.name = isAlone ? name : all.name();
    task.begun.spec = isAlone ? all.specOf(series).toJson() : all.spec.toJson();
    task.begun.dataFingerprint = all.fingerprint;
    KeptTraining kept(workspace, std::move(task.begun), job);
    Result<ForecastOutcome> outcome = outcomeOf(workspace, all, series, job, all.spec.model.engine == EngineKind::Own ? kept.hooked(own) : kept.watched(own));
    if (!outcome) {
        kept.keepTrail();
        return fail(outcome.error()); // what was kept stays: a smaller rate, more memory or another day may help
    }
    outcome->epochs = kept.epochs();
    outcome->seconds += earlier - (waitedBy(hooks) - waited);
    RunRecord run = recordOf(all.specOf(series), std::move(*outcome), all.fingerprint);
    run.summary.name = name;
    if (runaway)
        keepRunaway(run.summary, *runaway);
    if (!origin.isEmpty())
        run.summary.metrics.insert(QStringLiteral("origin"), origin);
    run.trail = kept.trail().stored();
    if (const Result<void> done = task.complete ? task.complete(run) : Result<void>(); !done)
        return fail(done.error());
    return RunStore(workspace).add(run, job, kept.id()).map([&](RunId id) {
        run.summary.id = id;
        return std::move(run);
    });
}

/// Another of them: the network is there, unless this series learns from itself alone.
Result<void> trainOther(Workspace &workspace, const Together &all, const Series &series, const RunRecord &first, TrainingControl *control, JobContext &job)
{
    TrainingHooks hooks;
    hooks.control = control;
    hooks.mayEndEarly = false; // that was asked of the first
    Result<ForecastOutcome> outcome = outcomeOf(workspace, all, series, job, hooks);
    if (!outcome)
        return fail(outcome.error());
    const bool isShared = outcome->epochs.isEmpty();
    RunRecord run = recordOf(all.specOf(series), std::move(*outcome), all.fingerprint);
    if (isShared) {
        run.epochs = first.epochs;
        run.summary.seconds = first.summary.seconds;
        run.summary.metrics.insert(QStringLiteral("learntWith"), first.summary.name);
    }
    return RunStore(workspace).add(run, job).map([](RunId) {});
}

/// All that can be: one that is too short does not keep the others from it.
Result<void> trainOthers(Workspace &workspace, const Together &all, const RunRecord &first, TrainingControl *control, JobContext &job)
{
    qsizetype stored = 1;
    std::optional<Error> problem;
    for (qsizetype i = 1; i < all.series.size(); ++i) {
        const Series &series = all.series[i];
        job.report(i, all.series.size(), nameOf(series));
        const Result<void> done = trainOther(workspace, all, series, first, control, job);
        if (!done && done.error().isCancelled())
            return {}; // what is stored stays
        if (done)
            ++stored;
        else if (!problem)
            problem = done.error().within(nameOf(series));
    }
    if (!problem)
        return {};
    problem->message = StoredTrainingText::tr("%1 of %2 runs were stored. %3").arg(stored).arg(all.series.size()).arg(problem->message);
    return fail(*problem);
}

} // namespace

QString runName(const TrainingSpec &spec, const QString &seriesName)
{
    const QString name = QStringLiteral("%1 · %2 · %3").arg(spec.model.model, measureName(spec.query.measure), seriesName);
    return spec.query.segment.isEverybody() ? name : name + QStringLiteral(" · ") + segmentTitle(spec.query.segment);
}

QString runName(const TrainingSpec &spec, const QStringList &seriesNames)
{
    const QString &first = seriesNames.front();
    return runName(spec, seriesNames.size() == 1 ? first : StoredTrainingText::tr("%1 and %n more", "name of a series, number of others", int(seriesNames.size()) - 1).arg(first));
}

bool learnsOnceForAll(const QString &model)
{
    const ModelInfo *info = modelRegistry().find(model);
    return info && info->isNeural && info->learnsFromPanel;
}

Result<RunId> trainAndStore(Workspace &workspace, TrainingTask task, JobContext &job, const TrainingHooks &hooks)
{
    const Result<Together> all = together(workspace, task, job);
    if (!all)
        return fail(all.error());
    const Result<RunRecord> first = trainFirst(workspace, *all, std::move(task), job, hooks);
    if (!first)
        return fail(first.error());
    const Result<void> others = trainOthers(workspace, *all, *first, hooks.control, job);
    return others ? first->summary.id : Result<RunId>(fail(others.error()));
}

Result<RunId> storeForecast(Workspace &workspace, const TrainingSpec &spec, ForecastOutcome outcome, JobContext &job)
{
    const Result<SeriesQuery> query = withUsers(workspace, spec.query, job);
    if (!query)
        return fail(query.error());
    const Result<QString> fingerprint = fingerprintOf(workspace.data(), *query);
    if (!fingerprint)
        return fail(fingerprint.error());
    if (preparedFingerprint(*fingerprint, spec.recipe) != outcome.fingerprint)
        return fail(ErrorCode::InvalidInput, StoredTrainingText::tr("The data has changed since this forecast was made. Forecast again, then keep it."));
    return RunStore(workspace).add(recordOf(spec, std::move(outcome), *fingerprint), job);
}

} // namespace foretrail
