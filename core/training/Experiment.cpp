#include "core/training/Experiment.h"

#include "core/jobs/ParallelInOrder.h"
#include "core/models/Intervals.h"
#include "core/models/TrainingControl.h"
#include "core/training/Baseline.h"
#include "core/training/Companions.h"
#include "core/training/EarlierOrigins.h"
#include "core/training/FindRecipe.h"
#include "core/training/FittedModel.h"
#include "core/training/ForecastScore.h"
#include "core/training/JudgedTraining.h"
#include "core/training/KeptTraining.h"
#include "core/training/RefitState.h"
#include "core/training/Sentence.h"
#include "core/training/SeriesAtHand.h"
#include "core/training/SurroundingsReader.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLocale>

#include <algorithm>

namespace foretrail {

namespace {

struct ExperimentText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::Experiment)
};

QString counted(int number) { return QLocale().toString(number); }

/// One series under one spec, on its way to an outcome.
struct Trial {
    const PreparationTask task;
    const TrainingHooks &hooks;
    const Companions *companions = nullptr;
    ForecastOutcome outcome;
    std::optional<PreparedSeries> training; ///< ends where the test part begins, so that nothing of it can be known
    std::optional<PreparedSeries> later;    ///< with the test part, where there is one
    std::optional<RefitState> resumed;      ///< where it was stopped while it learnt again
    TrainingControl ownControl{}; ///< where nobody steers: its trainings know of each other by it

    const TrainingSpec &spec() const { return task.spec; }
    TrainingControl &control() { return hooks.control ? *hooks.control : ownControl; }
    const PreparedSeries &whole() const { return later ? *later : *training; }
};

Result<void> tooShort(const Series &series, qint64 size, int test)
{
    const QString name = series.name.isEmpty() ? series.key : series.name;
    if (test == 0)
        return fail(ErrorCode::TooShort, ExperimentText::tr("Series %1 has no observations. Choose a finer step, or other dates.").arg(name));
    return fail(ErrorCode::TooShort, ExperimentText::tr("Series %1 has %n observations; a test part of %2 needs at least %3. Choose a shorter test part.", nullptr, int(size))
                                         .arg(name).arg(test).arg(test + 2));
}

Result<void> prepare(Trial &trial)
{
    const int test = trial.spec().split.test;
    const int horizon = trial.spec().horizon;
    const Result<Series> aligned = trial.task.aligned();
    if (!aligned)
        return fail(aligned.error());
    const qint64 trainLength = aligned->size() - test;
    if (trainLength < (test > 0 ? 2 : 1))
        return tooShort(trial.task.series, aligned->size(), test);
    ForecastOutcome &outcome = trial.outcome;
    outcome.boundary = trial.task.boundaryFor(aligned->axis, trainLength, trial.spec().model);
    const WallMs origin = aligned->timeAt(trainLength);
    const std::optional<WallMs> end = test > 0 ? std::optional<WallMs>(origin) : std::nullopt;
    Result<PreparedSeries> training = trial.task.prepared(outcome.boundary, end, std::max(horizon, test));
    if (!training && trainLength < 2 && !training.error().isCancelled()) // the recipe asks for more, whatever else it says
        return fail(ErrorCode::TooShort, ExperimentText::tr("%1 This recipe needs at least 2 observations.", "why a step failed").arg(training.error().message));
    if (!training)
        return fail(training.error());
    trial.training = std::move(*training);
    if (test > 0) {
        Result<PreparedSeries> later = trial.task.prepared(outcome.boundary, {}, horizon);
        if (!later)
            return fail(later.error());
        trial.later = std::move(*later);
    }
    outcome.season = trial.whole().frame().season;
    outcome.history = trial.whole().history();
    outcome.filled = trial.whole().filled();
    outcome.stages = trial.whole().stages();
    outcome.trainLength = test > 0 ? outcome.history.axis.indexOf(origin) : outcome.history.size();
    outcome.validationLength = trial.spec().split.validationLength(outcome.trainLength, horizon);
    const Values actual = Values(trial.whole().frame().actual).last(size_t(outcome.history.size() - outcome.trainLength));
    outcome.actual.assign(actual.begin(), actual.end());
    return {};
}

Metrics judge(const Forecast &forecast, const Trial &trial)
{
    return scoreOf(forecast, trial.outcome.actual, errorScales(trial.training->history().values, trial.outcome.season));
}

Result<FitOptions> trainingOptions(Trial &trial)
{
    const int test = trial.spec().split.test;
    Result<FitOptions> options = fittingOptions(*trial.training, std::max(trial.spec().horizon, test), test, trial.companions, trial.task.job);
    if (!options)
        return options;
    options->hooks = trial.hooks;
    options->hooks.control = &trial.control();
    options->hooks.onEpoch = [&trial](const EpochLosses &losses) {
        trial.outcome.epochs.append(epochRecord(losses));
        trial.task.job.report(losses.epoch, losses.epochs, ExperimentText::tr("epoch %1 of %2").arg(counted(losses.epoch), counted(losses.epochs)));
        if (trial.hooks.onEpoch)
            trial.hooks.onEpoch(losses);
    };
    if (trial.hooks.onJudged)
        options->hooks.onJudged = [&trial, inUnit = JudgedInUnit(*trial.training)](const JudgedEpoch &epoch) mutable {
            trial.hooks.onJudged(inUnit.led(epoch));
        };
    return options;
}

/// The baseline on the same origin; without a test part there is nothing to compare.
Result<void> judgeBaseline(Trial &trial)
{
    ForecastOutcome &outcome = trial.outcome;
    outcome.baseline = baselineFor(trial.training->history().values, outcome.season, std::max(trial.spec().horizon, trial.spec().split.test));
    if (trial.spec().split.test == 0)
        return {};
    ModelSpec model = trial.spec().model;
    model.model = outcome.baseline;
    model.season = outcome.season;
    const Result<Forecast> forecast = forecastUntransformed(model, *trial.training, trial.spec().split.test, trial.spec().levels, trial.task.job);
    if (!forecast)
        return fail(forecast.error());
    outcome.baselineMetrics = judge(*forecast, trial);
    outcome.baselineMetrics.skill = skillOf(outcome.baselineMetrics, outcome.baselineMetrics);
    outcome.metrics.skill = skillOf(outcome.metrics, outcome.baselineMetrics);
    outcome.sentence = comparisonSentence(outcome.metrics, outcome.baselineMetrics, outcome.baseline,
                                          outcome.history.axis.step, outcome.season);
    return {};
}

Result<void> judgeTest(Trial &trial, Forecaster &model)
{
    ForecastOutcome &outcome = trial.outcome;
    const int test = trial.spec().split.test;
    if (test > 0) {
        Result<Forecast> forecast = model.forecast(trial.training->series(), std::max(trial.spec().horizon, test), trial.spec().levels);
        if (!forecast)
            return fail(forecast.error());
        outcome.test = trial.training->ledBack(std::move(*forecast));
        outcome.metrics = judge(outcome.test, trial);
    }
    model.setRegressors(trial.whole().regressors());
    const auto fits = model.oneStep(trial.whole().series());
    if (!fits)
        return fail(fits.error());
    outcome.fitted = trial.whole().ledBack(*fits);
    return judgeBaseline(trial);
}

/// The model that judges the test part, learnt or as it was kept.
Result<std::unique_ptr<Forecaster>> judgingModel(Trial &trial)
{
    if (!trial.resumed) {
        const Result<FitOptions> options = trainingOptions(trial);
        return options ? fittedModel(trial.spec().model, *trial.training, *options, trial.task.job) : Result<std::unique_ptr<Forecaster>>(fail(options.error()));
    }
    auto model = makeForecaster(trial.spec().model);
    if (!model)
        return model;
    if (const Result<void> restored = (*model)->restore(trial.resumed->judging); !restored)
        return fail(restored.error());
    (*model)->setRegressors(trial.training->regressors());
    return model;
}

/// A second learning is kept together with the model of the first. Its epochs are no epochs of the run.
Result<TrainingHooks> refittingHooks(Trial &trial, const Forecaster &judging)
{
    TrainingHooks hooks([&trial](const EpochLosses &losses) {
        trial.task.job.report(losses.epoch, losses.epochs, ExperimentText::tr("with the test part: epoch %1 of %2").arg(counted(losses.epoch), counted(losses.epochs)));
    });
    hooks.control = &trial.control();
    hooks.mayEndEarly = false;
    if (trial.resumed)
        trial.control().setMostEpochs(trial.resumed->mostEpochs);
    if (!trial.hooks.onState)
        return hooks;
    Result<SavedModel> saved = judging.save();
    if (!saved)
        return fail(saved.error());
    hooks.onState = [&trial, saved = std::move(*saved)](const TrainingHooks::MakeState &state) {
        trial.hooks.onState([&] { return RefitState{saved, state(), trial.control().mostEpochs()}.toBytes(); });
    };
    if (trial.resumed)
        hooks.resumed = trial.resumed->learning;
    return hooks;
}

/// The model behind the future: fitted again on everything where that is cheap, else the trained one over the full history.
Result<void> lookAhead(Trial &trial, std::unique_ptr<Forecaster> model)
{
    ForecastOutcome &outcome = trial.outcome;
    const ModelInfo *info = modelRegistry().find(trial.spec().model.model);
    const PreparedSeries &whole = trial.whole();
    if (trial.spec().split.test > 0 && info && info->refitsForFuture) {
        Result<FitOptions> options = fittingOptions(whole, trial.spec().horizon, 0, trial.companions, trial.task.job);
        if (!options)
            return fail(options.error());
        if (info->isNeural) {
            Result<TrainingHooks> hooks = refittingHooks(trial, *model);
            if (!hooks)
                return fail(hooks.error());
            options->hooks = std::move(*hooks);
        }
        auto again = fittedModel(trial.spec().model, whole, *options, trial.task.job);
        if (!again)
            return fail(again.error());
        model = std::move(*again);
    }
    Result<Forecast> future = model->forecast(whole.series(), trial.spec().horizon, trial.spec().levels);
    if (!future)
        return fail(future.error());
    outcome.future = whole.ledBack(std::move(*future));
    outcome.explanation = model->explanation();
    const auto saved = model->save();
    if (!saved)
        return fail(saved.error());
    outcome.saved = *saved;
    return {};
}

} // namespace

Result<ForecastOutcome> runExperiment(const Series &series, const TrainingSpec &spec, JobContext &job,
                                      const TrainingHooks &hooks, const Surroundings &surroundings, const Companions *companions)
{
    if (const Result<void> valid = spec.validate(); !valid)
        return fail(valid.error());
    QElapsedTimer timer;
    timer.start();
    Trial trial{{series, spec, surroundings, job}, hooks, companions, {}, {}, {}, RefitState::fromBytes(hooks.resumed)};
    if (const Result<void> done = prepare(trial); !done)
        return fail(done.error());
    auto model = judgingModel(trial);
    if (!model)
        return fail(model.error());
    if (const Result<void> done = judgeTest(trial, **model); !done)
        return fail(done.error());
    if (const Result<void> done = lookAhead(trial, std::move(*model)); !done)
        return fail(done.error());
    trial.outcome.seconds = double(timer.nsecsElapsed()) * 1e-9;
    return std::move(trial.outcome);
}

Result<QList<ForecastOutcome>> forecastFromWorkspace(Workspace &workspace, const TrainingSpec &asked, JobContext &job,
                                                     const TrainingHooks &hooks, int workers)
{
    const Result<SeriesAtHand> read = seriesAtHand(workspace, asked, job);
    if (!read)
        return fail(read.error());
    const TrainingSpec &spec = read->spec;
    const QList<Series> &series = read->series;
    SurroundingsReader reader(workspace.data(), spec.recipe, spec.query, spec.model.global.attributes);
    QList<ForecastOutcome> outcomes;
    const auto keep = [&](const Series &one, ForecastOutcome &&outcome) -> Result<void> {
        outcomes.append(std::move(outcome));
        outcomes.back().fingerprint = read->prepared;
        if (series.size() > 1)
            job.report(outcomes.size(), series.size(), one.name);
        return {};
    };
    const int threads = workersFor({spec.model.model}, workers, series.size());
    const Result<void> done = parallelInOrder(series.size(), threads, job, [&](qint64 i) -> Result<OrderedWork> {
        const Series &one = series.at(i);
        Result<Surroundings> surroundings = reader.read(one.key, job);
        if (!surroundings)
            return fail(surroundings.error());
        return [&, surroundings = std::move(*surroundings)]() -> Result<OrderedKeep> {
            const auto run = series.size() == 1 ? runConfirmedExperiment : runExperiment;
            Result<ForecastOutcome> outcome = run(one, spec, job, hooks, surroundings, read->companions.get());
            if (!outcome)
                return fail(outcome.error().isCancelled() || series.size() == 1
                                ? outcome.error()
                                : outcome.error().within(one.name.isEmpty() ? one.key : one.name));
            return [&, outcome = std::move(*outcome)]() mutable { return keep(one, std::move(outcome)); };
        };
    });
    if (!done)
        return fail(done.error());
    return outcomes;
}

} // namespace foretrail
