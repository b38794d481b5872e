#include "core/evaluation/IntervalScores.h"

#include <boost/math/distributions/normal.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace foretrail {
namespace {

constexpr size_t crpsGrid = 100;

double standardQuantile(double share) { return boost::math::quantile(boost::math::normal(), share); }

double pinball(double actual, double quantile, double share)
{
    return actual >= quantile ? share * (actual - quantile) : (1 - share) * (quantile - actual);
}

/// Shares 0.005, 0.015 .. 0.995 with their standard normal quantiles.
struct Grid {
    std::array<double, crpsGrid> share, z;
    Grid()
    {
        for (size_t i = 0; i < crpsGrid; ++i) {
            share[i] = (double(i) + 0.5) / double(crpsGrid);
            z[i] = standardQuantile(share[i]);
        }
    }
};

/// Quantiles of one step over their standard normal quantiles, both ascending.
struct QuantileLine {
    std::vector<double> z, value;

    double at(double place, size_t &segment) const
    {
        if (z.size() == 1)
            return value.front();
        while (segment + 2 < z.size() && place > z[segment + 1])
            ++segment;
        const double slope = (value[segment + 1] - value[segment]) / (z[segment + 1] - z[segment]);
        return value[segment] + slope * (place - z[segment]);
    }
};

/// The intervals without those of the same level as another, and where their edges stand.
std::vector<std::pair<double, Values>> edgesOf(Values point, std::span<const Interval> intervals)
{
    std::vector<std::pair<double, Values>> edges{{0.0, point}};
    for (const Interval &interval : intervals) {
        const double z = standardQuantile(0.5 + interval.level / 200);
        const bool isKnown = std::any_of(edges.begin(), edges.end(), [z](const auto &edge) { return edge.first == z; });
        if (isKnown || interval.low.size() != point.size() || interval.high.size() != point.size())
            continue;
        edges.emplace_back(-z, interval.low);
        edges.emplace_back(z, interval.high);
    }
    std::sort(edges.begin(), edges.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    return edges;
}

QuantileLine lineAt(const std::vector<std::pair<double, Values>> &edges, size_t step)
{
    QuantileLine line;
    for (const auto &[z, values] : edges) {
        if (!std::isfinite(values[step]))
            continue;
        line.z.push_back(z);
        line.value.push_back(values[step]);
    }
    std::sort(line.value.begin(), line.value.end()); // rearranged as by Chernozhukov, Fernandez-Val & Galichon (2010)
    return line;
}

double crpsOf(double actual, const QuantileLine &line, const Grid &grid)
{
    double sum = 0;
    size_t segment = 0;
    for (size_t i = 0; i < crpsGrid; ++i)
        sum += pinball(actual, line.at(grid.z[i], segment), grid.share[i]);
    return 2 * sum / double(crpsGrid);
}

/// Mean of `loss(i)` over the steps with an actual.
template<class Loss>
double meanOver(Values actual, size_t size, const Loss &loss)
{
    double sum = 0;
    qint64 count = 0;
    for (size_t i = 0; i < std::min(actual.size(), size); ++i) {
        const double value = std::isnan(actual[i]) ? missing : loss(i);
        if (!std::isnan(value)) {
            sum += value;
            ++count;
        }
    }
    return count > 0 ? sum / double(count) : missing;
}

const Interval *intervalOf(std::span<const Interval> intervals, double level)
{
    const auto found = std::find_if(intervals.begin(), intervals.end(), [level](const Interval &one) { return one.level == level; });
    return found == intervals.end() ? nullptr : &*found;
}

} // namespace

double pinballLoss(Values actual, Values quantile, double share)
{
    return meanOver(actual, quantile.size(), [&](size_t i) { return pinball(actual[i], quantile[i], share); });
}

double intervalScore(Values actual, const Interval &interval)
{
    const double factor = 2 / (1 - interval.level / 100);
    return meanOver(actual, std::min(interval.low.size(), interval.high.size()), [&](size_t i) {
        const double missed = std::max({interval.low[i] - actual[i], actual[i] - interval.high[i], 0.0});
        return interval.high[i] - interval.low[i] + factor * missed;
    });
}

double approximateCrps(Values actual, Values point, std::span<const Interval> intervals)
{
    static const Grid grid;
    const auto edges = edgesOf(point, intervals);
    return meanOver(actual, point.size(), [&](size_t i) {
        const QuantileLine line = lineAt(edges, i);
        return line.z.empty() ? missing : crpsOf(actual[i], line, grid);
    });
}

void addIntervalScores(Metrics &metrics, Values actual, Values point, std::span<const Interval> intervals, const ErrorScales &scales)
{
    metrics.pinball50 = pinballLoss(actual, point, 0.5);
    metrics.crps = approximateCrps(actual, point, intervals);
    if (const Interval *band = intervalOf(intervals, 80)) {
        metrics.coverage80 = coverage(actual, band->low, band->high);
        metrics.pinball10 = pinballLoss(actual, band->low, 0.1);
        metrics.pinball90 = pinballLoss(actual, band->high, 0.9);
        metrics.winkler80 = intervalScore(actual, *band);
    }
    if (const Interval *band = intervalOf(intervals, 95)) {
        metrics.coverage95 = coverage(actual, band->low, band->high);
        metrics.pinball025 = pinballLoss(actual, band->low, 0.025);
        metrics.pinball975 = pinballLoss(actual, band->high, 0.975);
        metrics.winkler95 = intervalScore(actual, *band);
        metrics.msis95 = scales.seasonal > 0 ? metrics.winkler95 / scales.seasonal : missing;
    }
}

} // namespace foretrail
