#include "core/training/EarlierOrigins.h"

#include "core/training/Backtest.h"
#include "core/training/ModelComparison.h"
#include "core/training/OutcomeJson.h"
#include "core/training/RunawayRun.h"
#include "core/training/Sentence.h"

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

constexpr int folds = 8;

/// Absolute one-step errors in the test part of the model less those of the baseline.
LossComparison oneStepComparison(const ForecastOutcome &outcome, quint64 seed)
{
    const std::vector<double> &history = outcome.history.values;
    const auto lag = size_t(outcome.baseline == QLatin1String("snaive") ? outcome.season : 1);
    std::vector<double> differences;
    for (size_t t = std::max(size_t(outcome.trainLength), lag); t < std::min(history.size(), outcome.fitted.size()); ++t)
        differences.push_back(std::abs(history[t] - outcome.fitted[t]) - std::abs(history[t] - history[t - lag]));
    return compareLosses({differences}, 1, seed);
}

/// Bands are not asked for, and the model learns from the series alone.
TrainingSpec trialSpec(const TrainingSpec &spec, int horizon)
{
    TrainingSpec own = spec;
    own.horizon = own.split.test = horizon;
    own.model.intervals = IntervalKind::Model;
    return own;
}

Result<LossComparison> foldComparison(const ForecastOutcome &outcome, const Series &series, const TrainingSpec &spec, const Surroundings &surroundings,
                                      JobContext &job)
{
    const auto room = int(std::min<qint64>(outcome.trainLength / (2 * folds), spec.split.test));
    if (room < 1)
        return LossComparison();
    const WallMs origin = outcome.history.timeAt(outcome.trainLength);
    const Series known = series.part(0, series.axis.indexOf(origin));
    BacktestOptions options;
    options.folds = folds;
    options.workers = 1;
    JobContext quiet = job.part(1, 0, 1);
    const auto report = backtest({known}, trialSpec(spec, room), {spec.model.model, outcome.baseline}, options, quiet, [&](const QString &) { return Result<Surroundings>(surroundings); });
    if (!report)
        return report.error().isCancelled() ? Result<LossComparison>(fail(report.error())) : LossComparison();
    return compareModels(report->scores, spec.model.model, outcome.baseline, 1, spec.model.seed);
}

} // namespace

Result<std::optional<LossComparison>> earlierComparison(const ForecastOutcome &outcome, const Series &series, const TrainingSpec &spec,
                                                        const Surroundings &surroundings, JobContext &job)
{
    const double gain = gainOver(outcome.metrics, outcome.baselineMetrics);
    const ModelInfo *info = modelRegistry().find(spec.model.model);
    const bool isNeural = info && info->isNeural;
    if (!(gain >= singleFoldMargin) && !(isNeural && gain <= -singleFoldMargin))
        return std::optional<LossComparison>();
    if (isNeural) {
        const LossComparison compared = oneStepComparison(outcome, spec.model.seed);
        return gain > 0 || compared.isWorse() ? std::optional(compared) : std::optional<LossComparison>();
    }
    return foldComparison(outcome, series, spec, surroundings, job).map([](const LossComparison &compared) { return std::optional(compared); });
}

Result<ForecastOutcome> runConfirmedExperiment(const Series &series, const TrainingSpec &spec, JobContext &job, const TrainingHooks &hooks,
                                               const Surroundings &surroundings, const Companions *companions)
{
    Result<ForecastOutcome> outcome = runExperiment(series, spec, job, hooks, surroundings, companions);
    if (!outcome)
        return outcome;
    const auto earlier = earlierComparison(*outcome, series, spec, surroundings, job);
    if (!earlier)
        return fail(earlier.error());
    outcome->earlier = *earlier;
    outcome->sentence = outcomeSentence(*outcome);
    return outcome;
}

QString outcomeSentence(const ForecastOutcome &outcome)
{
    return comparisonSentence(outcome.metrics, outcome.baselineMetrics, outcome.baseline, outcome.history.axis.step, outcome.season, {}, outcome.earlier);
}

QString runSentence(const RunSummary &run)
{
    const QJsonObject &metrics = run.metrics;
    const Result<Step> step = stepFromName(metrics[QStringLiteral("step")].toString());
    if (!step || !metrics.contains(QStringLiteral("season")))
        return metrics[QStringLiteral("sentence")].toString();
    const QString compared = comparisonSentence(Metrics::fromJson(metrics[QStringLiteral("model")].toObject()), Metrics::fromJson(metrics[QStringLiteral("baseline")].toObject()),
                                                metrics[QStringLiteral("baselineName")].toString(), *step, metrics[QStringLiteral("season")].toInt(1), {},
                                                earlierFrom(metrics[QStringLiteral("earlier")]));
    const std::optional<Runaway> runaway = runawayOf(run);
    return runaway ? QStringList{runawaySentence(*runaway), compared}.join(QLatin1Char(' ')).trimmed() : compared;
}

} // namespace foretrail
