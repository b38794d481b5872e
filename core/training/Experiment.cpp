#include "core/training/Experiment.h"

#include "core/models/Intervals.h"
#include "core/training/Sentence.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>

namespace foretrail {

namespace {

struct ExperimentText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::Experiment)
};

/// One series under one spec, on its way to an outcome.
struct Trial {
    const TrainingSpec &spec;
    JobContext &job;
    ForecastOutcome outcome;

    Series training() const { return outcome.history.part(0, outcome.trainLength); }
    Values testPart() const { return Values(outcome.history.values).subspan(size_t(outcome.trainLength)); }
};

Result<void> prepare(Trial &trial, const Series &series)
{
    const Split &split = trial.spec.split;
    ForecastOutcome &outcome = trial.outcome;
    outcome.season = seasonOf(trial.spec.model, series);
    outcome.fitLength = std::max<qint64>(1, series.size() - split.test);
    const Result<CleanedSeries> cleaned = clean(series, trial.spec.cleaning, outcome.fitLength, outcome.season);
    if (!cleaned)
        return fail(cleaned.error());
    outcome.history = cleaned->series;
    outcome.cleaning = cleaned->report;
    outcome.trainLength = outcome.history.size() - split.test;
    const qint64 needed = split.test + 2;
    if (outcome.trainLength < 2)
        return fail(ErrorCode::TooShort,
                    ExperimentText::tr("Series %1 has %2 observations; a test part of %3 needs at least %4. Choose a shorter test part.")
                        .arg(series.name.isEmpty() ? series.key : series.name)
                        .arg(outcome.history.size()).arg(split.test).arg(needed));
    outcome.validationLength = split.validationLength(outcome.trainLength, trial.spec.horizon);
    return {};
}

Metrics judge(const Forecast &forecast, const Trial &trial)
{
    const Values actual = trial.testPart();
    const size_t count = std::min(actual.size(), forecast.mean.size());
    Metrics metrics = pointMetrics(actual.first(count), Values(forecast.mean).first(count),
                                   Values(trial.outcome.history.values).first(size_t(trial.outcome.trainLength)),
                                   trial.outcome.season);
    const auto covered = [&](double level) {
        const Band *band = forecast.band(level);
        return band ? coverage(actual.first(count), Values(band->low).first(count), Values(band->high).first(count)) : missing;
    };
    metrics.coverage80 = covered(80);
    metrics.coverage95 = covered(95);
    return metrics;
}

Result<std::unique_ptr<Forecaster>> fitted(const ModelSpec &model, const Series &series, Trial &trial,
                                           const EpochObserver &onEpoch)
{
    auto forecaster = modelRegistry().create(model);
    if (!forecaster)
        return fail(forecaster.error());
    FitOptions options;
    options.validation = int(trial.outcome.validationLength);
    options.onEpoch = [&trial, &onEpoch](const EpochLosses &losses) {
        trial.outcome.epochs.append({losses.epoch, losses.training, losses.validation, losses.seconds, losses.isBest});
        trial.job.report(losses.epoch, losses.epochs, ExperimentText::tr("epoch %1 of %2").arg(losses.epoch).arg(losses.epochs));
        if (onEpoch)
            onEpoch(losses);
    };
    if (Result<void> done = (*forecaster)->fit(series, options, trial.job); !done)
        return fail(done.error());
    return forecaster;
}

/// The baseline on the same origin; without a test part there is nothing to compare.
Result<void> judgeBaseline(Trial &trial)
{
    ForecastOutcome &outcome = trial.outcome;
    const bool isSeasonal = outcome.season > 1 && outcome.trainLength > outcome.season;
    outcome.baseline = isSeasonal ? QStringLiteral("snaive") : QStringLiteral("naive");
    if (trial.spec.split.test == 0)
        return {};
    ModelSpec model = trial.spec.model;
    model.model = outcome.baseline;
    model.season = outcome.season;
    const Series training = trial.training();
    const auto baseline = fitted(model, training, trial, {});
    if (!baseline)
        return fail(baseline.error());
    const Result<Forecast> forecast = (*baseline)->forecast(training, trial.spec.split.test, trial.spec.levels);
    if (!forecast)
        return fail(forecast.error());
    outcome.baselineMetrics = judge(*forecast, trial);
    outcome.sentence = comparisonSentence(outcome.metrics, outcome.baselineMetrics, outcome.baseline,
                                          outcome.history.axis.step, outcome.season);
    return {};
}

Result<void> judgeTest(Trial &trial, const Forecaster &model)
{
    ForecastOutcome &outcome = trial.outcome;
    if (const auto fits = model.oneStep(outcome.history))
        outcome.fitted = *fits;
    else
        return fail(fits.error());
    if (trial.spec.split.test == 0)
        return {};
    const auto test = model.forecast(trial.training(), std::max(trial.spec.horizon, trial.spec.split.test), trial.spec.levels);
    if (!test)
        return fail(test.error());
    outcome.test = *test;
    outcome.metrics = judge(*test, trial);
    return judgeBaseline(trial);
}

/// The model behind the future: fitted again on everything where that is cheap, else the trained one over the full history.
Result<void> lookAhead(Trial &trial, std::unique_ptr<Forecaster> model)
{
    ForecastOutcome &outcome = trial.outcome;
    const ModelInfo *info = modelRegistry().find(trial.spec.model.model);
    if (trial.spec.split.test > 0 && info && info->refitsForFuture) {
        auto again = fitted(trial.spec.model, outcome.history, trial, {});
        if (!again)
            return fail(again.error());
        model = std::move(*again);
    }
    const auto future = model->forecast(outcome.history, trial.spec.horizon, trial.spec.levels);
    if (!future)
        return fail(future.error());
    outcome.future = *future;
    outcome.explanation = model->explanation();
    const auto saved = model->save();
    if (!saved)
        return fail(saved.error());
    outcome.saved = *saved;
    return {};
}

} // namespace

Result<ForecastOutcome> runExperiment(const Series &series, const TrainingSpec &spec, JobContext &job,
                                      const EpochObserver &onEpoch)
{
    if (const Result<void> valid = spec.validate(); !valid)
        return fail(valid.error());
    QElapsedTimer timer;
    timer.start();
    Trial trial{spec, job, {}};
    if (const Result<void> done = prepare(trial, series); !done)
        return fail(done.error());
    auto model = fitted(spec.model, trial.training(), trial, onEpoch);
    if (!model)
        return fail(model.error());
    if (const Result<void> done = judgeTest(trial, **model); !done)
        return fail(done.error());
    if (const Result<void> done = lookAhead(trial, std::move(*model)); !done)
        return fail(done.error());
    trial.outcome.seconds = double(timer.nsecsElapsed()) * 1e-9;
    return std::move(trial.outcome);
}

Result<QList<ForecastOutcome>> forecastFromWorkspace(Workspace &workspace, const TrainingSpec &spec, JobContext &job,
                                                     const EpochObserver &onEpoch)
{
    const Result<QList<Series>> series = workspace.data().series(spec.query, job);
    if (!series)
        return fail(series.error());
    QList<ForecastOutcome> outcomes;
    for (const Series &one : *series) {
        if (job.stopRequested())
            return fail(Error::cancelled());
        Result<ForecastOutcome> outcome = runExperiment(one, spec, job, onEpoch);
        if (!outcome)
            return fail(outcome.error().isCancelled() || series->size() == 1
                            ? outcome.error()
                            : outcome.error().within(one.name.isEmpty() ? one.key : one.name));
        outcomes.append(std::move(*outcome));
        if (series->size() > 1)
            job.report(outcomes.size(), series->size(), one.name);
    }
    return outcomes;
}

} // namespace foretrail
