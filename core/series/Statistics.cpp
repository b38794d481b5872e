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

std::vector<double> carriedOn(Values values, double beginning)
{
    std::vector<double> filled(values.begin(), values.end());
    for (double &value : filled)
        beginning = value = std::isnan(value) ? beginning : value;
    return filled;
}

} // namespace foretrail
