#include "core/series/Statistics.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foretrail {

double sortedQuantile(Values sorted, double share)
{
    const double position = share * double(sorted.size() - 1);
    const auto below = size_t(position);
    const auto above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (position - double(below)) * (sorted[above] - sorted[below]);
}

double conformalQuantile(Values sorted, double share)
{
    const double rank = std::ceil(share * double(sorted.size() + 1));
    return sorted[size_t(std::clamp(rank, 1.0, double(sorted.size()))) - 1];
}

double meanOf(Values values)
{
    return values.empty() ? missing : std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
}

std::vector<double> nonDecreasing(Values values, Values weights)
{
    struct Pool {
        double mean = 0;
        double weight = 0;
        size_t count = 0;
    };
    std::vector<Pool> pools;
    for (size_t i = 0; i < values.size(); ++i) {
        pools.push_back({values[i], weights[i], 1});
        while (pools.size() > 1 && pools[pools.size() - 2].mean > pools.back().mean) {
            const Pool last = pools.back();
            pools.pop_back();
            Pool &before = pools.back();
            before.mean = (before.mean * before.weight + last.mean * last.weight) / (before.weight + last.weight);
            before.weight += last.weight;
            before.count += last.count;
        }
    }
    std::vector<double> fitted;
    for (const Pool &pool : pools)
        fitted.insert(fitted.end(), pool.count, pool.mean);
    return fitted;
}

std::vector<double> carriedOn(Values values, double beginning)
{
    std::vector<double> filled(values.begin(), values.end());
    for (double &value : filled)
        beginning = value = std::isnan(value) ? beginning : value;
    return filled;
}

} // namespace foretrail
