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

/// What the mean of all values up to `lead` steps before misses on average, over the values that lie `lag` or more behind the first.
double meanDistance(const std::vector<double> &values, size_t lead, size_t lag)
{
    double known = 0, sum = 0;
    for (size_t t = lead; t < values.size(); ++t) {
        known += values[t - lead];
        if (t >= lag)
            sum += std::abs(values[t] - known / double(t - lead + 1));
    }
    return sum / double(values.size() - lag);
}

} // namespace

QString baselineFor(Values history, int season, int horizon)
{
    const std::vector<double> values = carriedOn(history, 0);
    const bool hasSeason = season > 1 && qint64(history.size()) > season;
    double last = 0, seasonal = 0, mean = 0;
    for (int k = 1; k <= std::max(horizon, 1); ++k) {
        const size_t lag = hasSeason ? size_t(season) * size_t((k + season - 1) / season) : size_t(k);
        if (lag >= values.size())
            break;
        last += meanChange(values, size_t(k));
        seasonal += meanChange(values, lag);
        mean += meanDistance(values, size_t(k), lag);
    }
    if (mean < std::min(last, hasSeason ? seasonal : last))
        return QStringLiteral("mean");
    return hasSeason && seasonal <= last ? QStringLiteral("snaive") : QStringLiteral("naive");
}

QString baselineFor(const QList<Series> &series, const TrainingSpec &spec, const BacktestOptions &options, int season, JobContext &job)
{
    const Surroundings none;
    QHash<QString, int> votes;
    for (qsizetype i = 0; i < series.size(); i += std::max<qsizetype>(1, series.size() / mostVotes)) {
        const Result<Series> aligned = PreparationTask{series[i], spec, none, job}.aligned();
        const qint64 judged = spec.horizon + qint64(options.folds - 1) * options.strideFor(spec.horizon);
        if (!aligned || aligned->size() <= judged)
            continue;
        ++votes[baselineFor(Values(aligned->values).first(size_t(aligned->size() - judged)), season, spec.horizon)];
    }
    QString most = season > 1 ? QStringLiteral("snaive") : QStringLiteral("naive");
    for (const QString &name : {QStringLiteral("naive"), QStringLiteral("mean")})
        if (votes.value(name) > votes.value(most))
            most = name;
    return most;
}

} // namespace foretrail
