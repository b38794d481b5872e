#include "core/training/Experiment.h"
#include "core/training/OutcomeJson.h"

#include <QCoreApplication>

namespace foretrail {

namespace {

struct RunsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::Runs)
};

RunRecord recordOf(const TrainingSpec &spec, ForecastOutcome &&outcome, const QString &fingerprint)
{
    RunRecord run;
    const Series &series = outcome.history;
    run.summary.seriesKey = series.key;
    run.summary.seriesName = series.name.isEmpty() ? series.key : series.name;
    run.summary.model = spec.model.model;
    run.summary.name = QStringLiteral("%1 · %2 · %3").arg(spec.model.model, measureName(spec.query.measure), run.summary.seriesName);
    run.summary.created = QDateTime::currentDateTimeUtc();
    run.summary.seed = spec.model.seed;
    run.summary.dataFingerprint = fingerprint;
    run.summary.programVersion = QStringLiteral(FORETRAIL_VERSION);
    run.summary.seconds = outcome.seconds;
    run.summary.spec = spec.toJson();
    run.summary.metrics = {{QStringLiteral("model"), outcome.metrics.toJson()},
                           {QStringLiteral("baseline"), outcome.baselineMetrics.toJson()},
                           {QStringLiteral("baselineName"), outcome.baseline},
                           {QStringLiteral("sentence"), outcome.sentence}};
    run.epochs = outcome.epochs;
    run.modelState = outcome.saved.state;
    run.weights = outcome.saved.weights;
    run.outcome = outcome.toJson();
    return run;
}

Result<Series> singleSeries(Workspace &workspace, const SeriesQuery &query, JobContext &job)
{
    Result<QList<Series>> series = workspace.data().series(query, job);
    if (!series)
        return fail(series.error());
    if (series->size() == 1)
        return std::move(series->front());
    return fail(ErrorCode::InvalidInput,
                series->isEmpty() ? RunsText::tr("There is no such series. Import data first.")
                                  : RunsText::tr("%1 series answer to this. Name the one to train on.").arg(series->size()));
}

} // namespace

Result<RunId> trainAndStore(Workspace &workspace, const TrainingSpec &spec, JobContext &job, const EpochObserver &onEpoch)
{
    const Result<Series> series = singleSeries(workspace, spec.query, job);
    if (!series)
        return fail(series.error());
    const Result<QString> fingerprint = workspace.data().fingerprint();
    if (!fingerprint)
        return fail(fingerprint.error());
    Result<ForecastOutcome> outcome = runExperiment(*series, spec, job, onEpoch);
    if (!outcome)
        return fail(outcome.error());
    TrainingSpec stored = spec;
    stored.query.keys = {series->key};
    return RunStore(workspace).add(recordOf(stored, std::move(*outcome), *fingerprint), job);
}

Result<ForecastOutcome> reopenRun(Workspace &workspace, RunId id, JobContext &job)
{
    const Result<RunRecord> run = RunStore(workspace).load(id);
    if (!run)
        return fail(run.error());
    const Result<TrainingSpec> spec = TrainingSpec::fromJson(run->summary.spec);
    if (!spec)
        return fail(spec.error().within(run->summary.name));
    Result<ForecastOutcome> outcome = outcomeFromJson(run->outcome);
    if (!outcome)
        return fail(outcome.error().within(run->summary.name));
    const Result<Series> series = singleSeries(workspace, spec->query, job);
    if (!series)
        return fail(series.error());
    // Limits come from the part the run was trained on, however long the series is by now.
    const Result<CleanedSeries> cleaned = clean(*series, spec->cleaning, outcome->fitLength, outcome->season);
    if (!cleaned)
        return fail(cleaned.error());
    auto model = modelRegistry().create(spec->model);
    if (!model)
        return fail(model.error());
    outcome->saved = {run->modelState, run->weights};
    if (const Result<void> restored = (*model)->restore(outcome->saved); !restored)
        return fail(restored.error().within(run->summary.name));
    const Result<Forecast> future = (*model)->forecast(cleaned->series, spec->horizon, spec->levels);
    if (!future)
        return fail(future.error());
    outcome->future = *future;
    outcome->epochs = run->epochs;
    outcome->history = cleaned->series;
    outcome->fitted.resize(size_t(cleaned->series.size()), missing); // later imports may have made the series longer
    return outcome;
}

} // namespace foretrail
