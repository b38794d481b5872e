#include "core/report/OutcomeExceptions.h"

#include "core/training/Sentence.h"

#include <algorithm>

namespace foretrail {

namespace {

std::vector<double> oneStepErrors(const ForecastOutcome &outcome)
{
    std::vector<double> errors;
    for (size_t i = 0; i < std::min(outcome.fitted.size(), outcome.history.values.size()); ++i)
        errors.push_back(outcome.history.values[i] - outcome.fitted[i]);
    return errors;
}

} // namespace

QList<SeriesException> exceptionsOf(const ForecastOutcome &outcome, const std::vector<double> &earlier)
{
    const std::vector<double> errors = oneStepErrors(outcome);
    const size_t judged = std::min(outcome.actual.size(), outcome.test.mean.size());
    const double gain = outcome.metrics.count > 0 ? gainOver(outcome.metrics, outcome.baselineMetrics) : missing;
    return findExceptions({outcome.history.values, outcome.season, outcome.future.mean, Values(outcome.actual).first(judged), Values(outcome.test.mean).first(judged), errors,
                           earlier, gain});
}

Result<std::vector<double>> earlierForecast(const Series &series, const TrainingSpec &asked, const Surroundings &surroundings, const ForecastOutcome &now, JobContext &job)
{
    const int gap = std::clamp(now.season, 1, asked.horizon);
    const qint64 length = now.history.size() - gap;
    if (length < 2)
        return std::vector<double>();
    const Series known = series.part(0, std::clamp<qint64>(series.axis.indexOf(now.history.timeAt(length)), 0, series.size()));
    TrainingSpec spec = asked;
    spec.split.test = 0;
    spec.horizon = asked.horizon + gap;
    spec.model.intervals = IntervalKind::Model; // bands are not asked for
    const Result<ForecastOutcome> before = runExperiment(known, spec, job, {}, surroundings);
    if (!before)
        return before.error().isCancelled() ? Result<std::vector<double>>(fail(before.error())) : std::vector<double>();
    const std::vector<double> &mean = before->future.mean;
    return std::vector<double>(mean.begin() + std::min<std::ptrdiff_t>(gap, std::ssize(mean)), mean.end());
}

} // namespace foretrail
