#include "core/preparation/steps/Outliers.h"

#include "core/series/Hampel.h"
#include "core/series/Statistics.h"
#include "core/series/Stl.h"
#include "core/series/TradingWeek.h"
#include "core/series/WallDays.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace foretrail {

namespace {

constexpr int robustRounds = 2; // of weighing outliers down: enough to keep a spike out of trend and season
constexpr double mostOutliers = 0.05; // part of the values that can be called so in earnest

struct Quartiles {
    double lower = 0, median = 0, upper = 0;
    // Without a spread between the quartiles (a series that is mostly zero) every sale would be an outlier.
    bool haveSpread() const { return upper > lower; }
};

Quartiles quartilesOf(Values values)
{
    std::vector<double> sorted;
    sorted.reserve(values.size());
    std::copy_if(values.begin(), values.end(), std::back_inserter(sorted), [](double value) { return std::isfinite(value); });
    if (sorted.empty())
        return {};
    std::sort(sorted.begin(), sorted.end());
    return {sortedQuantile(sorted, 0.25), sortedQuantile(sorted, 0.5), sortedQuantile(sorted, 0.75)};
}

/// The width, in interquartile ranges, beyond which at most the twentieth part of `values` lies.
double widthForFew(const std::vector<double> &values, const Quartiles &quartiles)
{
    std::vector<double> widths;
    for (const double value : values)
        widths.push_back(std::max(quartiles.lower - value, value - quartiles.upper) / (quartiles.upper - quartiles.lower));
    std::sort(widths.begin(), widths.end());
    const auto few = size_t(mostOutliers * double(widths.size()));
    constexpr double rounding = 1 + 1e-9; // the value at the limit lies inside
    return widths[widths.size() - 1 - few] * rounding;
}

/// Gaps bridged by lines; STL wants every value.
std::vector<double> bridged(Values values)
{
    std::vector<double> whole(values.begin(), values.end());
    qint64 last = -1;
    for (qint64 i = 0; i < qint64(whole.size()); ++i) {
        if (std::isnan(whole[size_t(i)]))
            continue;
        for (qint64 j = last + 1; j < i; ++j) {
            const double start = last < 0 ? whole[size_t(i)] : whole[size_t(last)];
            whole[size_t(j)] = start + (whole[size_t(i)] - start) * double(j - last) / double(i - last);
        }
        last = i;
    }
    for (qint64 j = last + 1; j < qint64(whole.size()); ++j)
        whole[size_t(j)] = last < 0 ? 0.0 : whole[size_t(last)];
    return whole;
}

} // namespace

OutlierLimits limitsByQuartiles(const Frame &frame, double width)
{
    const Quartiles quartiles = quartilesOf(frame.training());
    if (!quartiles.haveSpread())
        return {};
    const double reach = width * (quartiles.upper - quartiles.lower);
    OutlierLimits limits{{}, {}, {}, quartiles.lower - reach, quartiles.upper + reach};
    limits.low.assign(size_t(frame.size()), limits.reachLow);
    limits.high.assign(size_t(frame.size()), limits.reachHigh);
    limits.typical.assign(size_t(frame.size()), quartiles.median);
    return limits;
}

OutlierLimits limitsByNeighbours(const Frame &frame, int reach, double sigmas)
{
    const HampelMarks training = hampel(frame.training(), {reach, sigmas});
    const HampelMarks all = hampel(Values(frame.target.values), {reach, sigmas});
    OutlierLimits limits;
    for (size_t i = 0; i < frame.target.values.size(); ++i) {
        const HampelMarks &known = qint64(i) < frame.fitLength ? training : all;
        // Neighbours that are all alike have no scale to judge by.
        const double distance = known.scale[i] > 0 ? sigmas * known.scale[i] : std::numeric_limits<double>::infinity();
        limits.typical.push_back(known.median[i]);
        limits.low.push_back(known.median[i] - distance);
        limits.high.push_back(known.median[i] + distance);
    }
    return limits;
}

double meanSalesDistance(const Series &series)
{
    constexpr double quiet = 0.05; // part of the days, or hours, of a closed place in the week that may have trade
    const std::vector<bool> closed = series.axis.closed == 0 ? closedPlaces(series, quiet) : std::vector<bool>();
    double open = 0, sales = 0;
    for (qint64 i = 0; i < series.size(); ++i) {
        const double value = series.values[size_t(i)];
        if (!std::isfinite(value))
            continue;
        const bool isClosed = !closed.empty() && closed[size_t(placeInWeek(series, i))];
        open += isClosed ? 0 : 1;
        sales += !isClosed && value != 0 ? 1 : 0;
    }
    return sales == 0 ? std::numeric_limits<double>::infinity() : open / sales;
}

OutlierLimits limitsOfSizes(const Frame &frame, double width)
{
    std::vector<double> logarithms;
    for (const double value : frame.training())
        if (value > 0)
            logarithms.push_back(std::log(value));
    const Quartiles quartiles = quartilesOf(logarithms);
    OutlierLimits limits;
    limits.isOfSizes = true;
    if (!quartiles.haveSpread())
        return limits;
    const double needed = widthForFew(logarithms, quartiles);
    limits.width = needed > width ? needed : 0;
    limits.reachHigh = std::exp(quartiles.upper + std::max(width, needed) * (quartiles.upper - quartiles.lower));
    limits.low.assign(size_t(frame.size()), -std::numeric_limits<double>::infinity());
    limits.high.assign(size_t(frame.size()), limits.reachHigh);
    limits.typical.assign(size_t(frame.size()), std::exp(quartiles.median));
    return limits;
}

OutlierLimits limitsByDecomposition(const Frame &frame, int season, double width)
{
    if (meanSalesDistance(frame.target.part(0, frame.fitLength)) >= seldomSales)
        return limitsOfSizes(frame, width);
    if (season < 2 || frame.fitLength <= 2 * season)
        return limitsByQuartiles(frame, width);
    thread_local StlWorkspace workspace;
    StlOptions options;
    options.season = season;
    options.seasonalWindow = 11;
    options.inner = 1;
    options.outer = robustRounds;
    const std::vector<double> values = bridged(frame.training());
    const Result<Decomposition> parts = workspace.decompose(values, options);
    if (!parts)
        return limitsByQuartiles(frame, width);
    const Quartiles quartiles = quartilesOf(parts->remainder);
    if (!quartiles.haveSpread())
        return {};
    const double needed = widthForFew(parts->remainder, quartiles);
    const double reach = std::max(width, needed) * (quartiles.upper - quartiles.lower);
    OutlierLimits limits{{}, {}, {}, quartiles.lower - reach, quartiles.upper + reach};
    limits.width = needed > width ? needed : 0;
    // Sales that are never negative are not expected to be, whatever trend and season add up to.
    const bool isNonNegative = std::ranges::all_of(values, [](double value) { return value >= 0; });
    const double floor = isNonNegative ? 0 : -std::numeric_limits<double>::infinity();
    const std::vector<double> &seasonal = parts->seasonal.front();
    for (size_t i = 0; i < size_t(frame.size()); ++i) {
        // Behind the training part its last level and season go on, so that nothing is learnt there.
        const size_t known = i < values.size() ? i : values.size() - size_t(season) + (i - values.size()) % size_t(season);
        const double typical = std::max(parts->trend[std::min(i, values.size() - 1)] + seasonal[known], floor);
        limits.typical.push_back(typical);
        limits.low.push_back(std::max(typical + limits.reachLow, floor));
        limits.high.push_back(typical + limits.reachHigh);
    }
    return limits;
}

} // namespace foretrail
