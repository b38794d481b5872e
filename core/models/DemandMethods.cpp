#include "core/models/DemandMethods.h"

#include "core/series/Statistics.h"

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

/// The value below which `share` of the steps lie.
double demandQuantile(double share, double probability, Values sizes)
{
    const auto sizeAt = [&](double part) {
        const double place = std::ceil(part / probability * double(sizes.size()) - 1e-9) - 1;
        return sizes[size_t(std::clamp(place, 0.0, double(sizes.size() - 1)))];
    };
    const auto negative = std::lower_bound(sizes.begin(), sizes.end(), 0.0) - sizes.begin();
    const double below = probability * double(negative) / double(sizes.size());
    const double without = 1 - probability;
    if (share <= below)
        return sizeAt(share);
    return share <= below + without + 1e-12 ? 0.0 : sizeAt(share - without);
}

} // namespace

std::vector<double> crostonRates(Values values, double smoothing)
{
    std::vector<double> rates{missing};
    double size = 0, interval = 0;
    int steps = 0; // since the demand before
    for (double value : values) {
        ++steps;
        if (value != 0) {
            const bool isFirst = interval == 0;
            size = isFirst ? value : size + smoothing * (value - size);
            interval = isFirst ? steps : interval + smoothing * (steps - interval);
            steps = 0;
        }
        rates.push_back(interval == 0 ? 0 : size / interval);
    }
    return rates;
}

DemandStart demandStart(Values values)
{
    const auto first = std::find_if(values.begin(), values.end(), [](double value) { return value != 0; });
    if (first == values.end())
        return {};
    const auto demands = std::count_if(first, values.end(), [](double value) { return value != 0; });
    return {*first, double(demands) / double(values.size())};
}

std::vector<double> tsbRates(Values values, double sizeSmoothing, double probabilitySmoothing, const DemandStart &start)
{
    std::vector<double> rates{missing};
    double size = start.size, probability = start.probability;
    for (double value : values) {
        if (value != 0)
            size += sizeSmoothing * (value - size);
        probability += probabilitySmoothing * ((value != 0 ? 1 : 0) - probability);
        rates.push_back(size * probability);
    }
    return rates;
}

// Blocks end with the last observation, so each t has its own; the level of t follows from that of t - block.
std::vector<double> adidaRates(Values values, int block, double smoothing)
{
    std::vector<double> level{missing};
    double sum = 0;
    for (size_t t = 1; t <= values.size(); ++t) {
        const size_t length = size_t(block);
        sum += values[t - 1] - (t > length ? values[t - 1 - length] : 0);
        if (t < 2 * length)
            level.push_back(sum * double(length) / double(std::min(t, length)));
        else
            level.push_back(level[t - length] + smoothing * (sum - level[t - length]));
    }
    for (double &value : level)
        value /= block;
    return level;
}

std::vector<double> imapaRates(Values values, int largest, double smoothing)
{
    std::vector<double> sum(values.size() + 1, 0);
    for (int block = 1; block <= largest; ++block) {
        const std::vector<double> rates = adidaRates(values, block, smoothing);
        for (size_t t = 0; t < sum.size(); ++t)
            sum[t] += rates[t];
    }
    for (double &value : sum)
        value /= largest;
    return sum;
}

std::vector<double> runningMeans(Values values)
{
    std::vector<double> means{missing};
    double sum = 0;
    for (double value : values) {
        sum += value;
        means.push_back(sum / double(means.size()));
    }
    return means;
}

DemandRange demandRange(double level, double rate, Values sizes, qint64 length)
{
    const bool isOneSign = !sizes.empty() && (sizes.front() > 0 || sizes.back() < 0);
    if (sizes.empty() || (isOneSign && rate == 0))
        return {rate, rate};
    const double mean = meanOf(sizes);
    const double probability = isOneSign ? std::min(1.0, std::abs(rate / mean)) : double(sizes.size()) / double(length);
    std::vector<double> moved(sizes.begin(), sizes.end());
    for (double &size : moved)
        size = isOneSign ? size * std::max(1.0, rate / mean) : size + (rate / probability - mean);
    std::sort(moved.begin(), moved.end());
    const double outside = (1 - level / 100) / 2;
    return {std::min(demandQuantile(outside, probability, moved), rate),
            std::max(demandQuantile(1 - outside, probability, moved), rate)};
}

} // namespace foretrail
