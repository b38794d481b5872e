#include "core/training/Baseline.h"

#include "core/series/Statistics.h"
#include "core/training/PreparedSeries.h"

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

constexpr qsizetype mostVotes = 20;

double meanChange(const std::vector<double> &values, size_t lag)
{
    double sum = 0;
    for (size_t t = lag; t < values.size(); ++t)
        sum += std::abs(values[t] - values[t - lag]);
    return sum / double(values.size() - lag);
}

} // namespace

QString baselineFor(Values history, int season, int horizon)
{
    if (season <= 1 || qint64(history.size()) <= season)
        return QStringLiteral("naive");
    const std::vector<double> values = carriedOn(history, 0);
    double last = 0, seasonal = 0;
    for (int k = 1; k <= std::max(horizon, 1); ++k) {
        const size_t lag = size_t(season) * size_t((k + season - 1) / season);
        if (lag >= values.size())
            break;
        last += meanChange(values, size_t(k));
        seasonal += meanChange(values, lag);
    }
    return seasonal <= last ? QStringLiteral("snaive") : QStringLiteral("naive");
}

QString baselineFor(const QList<Series> &series, const TrainingSpec &spec, const BacktestOptions &options, int season, JobContext &job)
{
    const Surroundings none;
    int votes = 0, seasonal = 0;
    for (qsizetype i = 0; i < series.size(); i += std::max<qsizetype>(1, series.size() / mostVotes)) {
        const Result<Series> aligned = PreparationTask{series[i], spec, none, job}.aligned();
        const qint64 judged = spec.horizon + qint64(options.folds - 1) * options.strideFor(spec.horizon);
        if (!aligned || aligned->size() <= judged)
            continue;
        ++votes;
        seasonal += baselineFor(Values(aligned->values).first(size_t(aligned->size() - judged)), season, spec.horizon) == QLatin1String("snaive") ? 1 : 0;
    }
    const bool isSeasonal = season > 1 && 2 * seasonal >= votes;
    return isSeasonal ? QStringLiteral("snaive") : QStringLiteral("naive");
}

} // namespace foretrail
