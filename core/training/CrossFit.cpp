#include "core/training/CrossFit.h"

#include "core/models/Intervals.h"
#include "core/models/PooledForecaster.h"
#include "core/models/PooledRegression.h"
#include "core/models/StateReader.h"

#include <algorithm>
#include <numeric>

namespace foretrail {
namespace {

constexpr size_t mostBlocks = 5;
constexpr int shortestBase = 4;

Values without(const Series &series, int cut) { return Values(series.values).first(size_t(std::max<qint64>(series.size() - cut, 0))); }

PooledShape baseShape(const std::vector<Series> &series, const std::vector<Values> &known, const ModelSpec &spec, int horizon)
{
    int season = 1;
    for (const Series &one : series)
        season = std::max(season, longestSeasonOf(spec, one));
    PooledShape shape{spec.pooledLookback > 0 ? spec.pooledLookback : usualPooledLookback(horizon, season), 1};
    const auto windows = [&] {
        qint64 count = 0;
        for (const Values one : known)
            count += std::max<qint64>(qint64(one.size()) - shape.lookback, 0);
        return count;
    };
    while (shape.lookback > shortestBase && windows() < 2 * windowsToALag * qint64(shape.lookback)) // blocks have fewer
        --shape.lookback;
    return shape;
}

/// The block of each series: neighbours by key in different ones, whatever their values.
std::vector<size_t> blocksOf(const std::vector<Series> &series, size_t count)
{
    std::vector<size_t> order(series.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return series[a].key < series[b].key; });
    std::vector<size_t> blocks(series.size());
    for (size_t rank = 0; rank < order.size(); ++rank)
        blocks[order[rank]] = rank % count;
    return blocks;
}

} // namespace

Result<CrossFit> CrossFit::of(const std::vector<Series> &series, const ModelSpec &spec, int horizon, int cut, JobContext &job)
{
    std::vector<Values> known;
    for (const Series &one : series)
        known.push_back(foretrail::without(one, cut));
    const PooledShape shape = baseShape(series, known, spec, horizon);
    CrossFit fits;
    fits.m_whole = fitPooled(known, shape);
    const size_t count = std::min(mostBlocks, std::max<size_t>(series.size(), 1));
    fits.m_blockOf = blocksOf(series, count);
    for (size_t block = 0; block < count; ++block) {
        if (job.stopRequested())
            return fail(Error::cancelled());
        std::vector<Values> others;
        for (size_t i = 0; i < known.size(); ++i)
            if (count == 1)
                others.push_back(known[i].first(known[i].size() / 2));
            else if (fits.m_blockOf[i] != block)
                others.push_back(known[i]);
        fits.m_blocks.push_back(fitPooled(others, shape));
    }
    return fits;
}

std::vector<double> pooledAhead(const PooledFit &fit, Values series, int origin, int horizon)
{
    const int lookback = fit.shape.lookback;
    std::vector<double> values;
    values.reserve(size_t(lookback + horizon));
    for (int t = origin - lookback; t < origin; ++t)
        values.push_back(series[size_t(std::max(t, 0))]);
    for (int h = 0; h < horizon; ++h)
        values.push_back(fit.forecast(values).front());
    return {values.end() - horizon, values.end()};
}

QJsonObject pooledFitJson(const PooledFit &fit)
{
    return {{QStringLiteral("lookback"), fit.shape.lookback}, {QStringLiteral("centredOnLast"), fit.isCentredOnLast},
            {QStringLiteral("coefficients"), toJsonArray(fit.coefficients)}, {QStringLiteral("windows"), fit.windows}, {QStringLiteral("series"), fit.series}};
}

std::shared_ptr<const PooledFit> pooledFitFrom(const QJsonObject &json)
{
    StateReader state(json);
    constexpr int most = std::numeric_limits<int>::max();
    PooledFit fit;
    fit.shape = {state.integer("lookback", 1, 100'000), 1};
    fit.isCentredOnLast = state.boolean("centredOnLast");
    fit.coefficients = state.numbers("coefficients");
    fit.windows = state.integer("windows", 0, most);
    fit.series = state.integer("series", 0, most);
    if (!state.outcome() || fit.coefficients.size() != size_t(fit.shape.lookback))
        return nullptr;
    return std::make_shared<const PooledFit>(std::move(fit));
}

} // namespace foretrail
