#include "core/data/quality/UsualRange.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace foretrail {
namespace {

constexpr int perDoubling = 4;
constexpr int farthest = 480; ///< magnitudes beyond 2^120 are one
constexpr qint64 fewestValues = 20;
constexpr double robustSigma = 1.4826; ///< of a normal distribution, in median absolute deviations
constexpr double mostSigmas = 5;

int computeMagnitude(double positive)
{
    return int(std::clamp(std::floor(perDoubling * std::log2(positive)), double(-farthest), double(farthest)));
}

/// Pieces are small whole numbers nearly always.
const std::array<qint16, 1024> &magnitudesOfWholes()
{
    static const auto table = [] {
        std::array<qint16, 1024> filled{};
        for (size_t i = 1; i < filled.size(); ++i)
            filled[i] = qint16(computeMagnitude(double(i)));
        return filled;
    }();
    return table;
}

// The lower median: always a magnitude that occurs.
int medianOf(const std::vector<MagnitudeCount> &sorted, qint64 total)
{
    qint64 passed = 0;
    for (const MagnitudeCount &entry : sorted)
        if ((passed += entry.count) * 2 >= total)
            return entry.magnitude;
    return sorted.back().magnitude;
}

} // namespace

int magnitudeOf(double positive)
{
    const auto &wholes = magnitudesOfWholes();
    if (positive >= 1 && positive < double(wholes.size()) && positive == std::floor(positive))
        return wholes[size_t(positive)];
    return computeMagnitude(positive);
}

double smallestOfMagnitude(int magnitude) { return std::exp2(double(magnitude) / perDoubling); }

UsualRange usualRange(std::vector<MagnitudeCount> counts, double leastRatio)
{
    UsualRange range;
    qint64 total = 0;
    for (const MagnitudeCount &entry : counts)
        total += entry.count;
    if (total < fewestValues)
        return range;
    std::ranges::sort(counts, {}, &MagnitudeCount::magnitude);
    const int median = medianOf(counts, total);
    std::vector<MagnitudeCount> deviations;
    deviations.reserve(counts.size());
    for (const MagnitudeCount &entry : counts)
        deviations.push_back({std::abs(entry.magnitude - median), entry.count});
    std::ranges::sort(deviations, {}, &MagnitudeCount::magnitude);
    const double spread = robustSigma * medianOf(deviations, total);
    const int width = int(std::ceil(std::max(mostSigmas * spread, perDoubling * std::log2(leastRatio))));
    range = {smallestOfMagnitude(median), median - width, median + width, true};
    return range;
}

} // namespace foretrail
