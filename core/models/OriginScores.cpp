#include "core/models/OriginScores.h"

#include "core/models/ErrorSpread.h"

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

void addScores(const std::vector<double> &misses, const OriginErrors &others, std::vector<double> &scores)
{
    const ErrorSpread spread = ErrorSpread::ofFewOrigins(byStep(others));
    if (!spread.isValid())
        return;
    for (size_t h = 0; h < misses.size(); ++h)
        if (const double scale = spread.scaleAt(int(h) + 1); scale > 0)
            scores.push_back(std::abs(misses[h]) / scale);
}

} // namespace

std::vector<std::vector<double>> byStep(const OriginErrors &errors)
{
    std::vector<std::vector<double>> steps;
    for (const std::vector<double> &atOrigin : errors) {
        steps.resize(std::max(steps.size(), atOrigin.size()));
        for (size_t h = 0; h < atOrigin.size(); ++h)
            steps[h].push_back(atOrigin[h]);
    }
    return steps;
}

std::vector<double> originScores(const OriginErrors &errors)
{
    std::vector<double> scores;
    for (size_t k = 0; k < errors.size(); ++k) {
        OriginErrors others = errors;
        others.erase(others.begin() + std::ptrdiff_t(k));
        addScores(errors[k], others, scores);
        addScores(errors[k], {errors.begin() + std::ptrdiff_t(k) + 1, errors.end()}, scores);
    }
    return scores;
}

} // namespace foretrail
