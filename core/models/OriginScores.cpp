#include "core/models/OriginScores.h"

#include "core/models/ErrorSpread.h"

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

void addScores(const std::vector<double> &misses, const OriginErrors &others, size_t horizon, ScoresByThird &scores)
{
    const ErrorSpread spread = ErrorSpread::ofFewOrigins(byStep(others));
    if (!spread.isValid())
        return;
    for (size_t h = 0; h < misses.size(); ++h)
        if (const double scale = spread.scaleAt(int(h) + 1); scale > 0)
            scores[thirdOf(h, horizon)].push_back(std::abs(misses[h]) / scale);
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

ScoresByThird originScores(const OriginErrors &errors, int horizon)
{
    ScoresByThird scores;
    for (size_t k = 0; k < errors.size(); ++k) {
        OriginErrors others = errors;
        others.erase(others.begin() + std::ptrdiff_t(k));
        addScores(errors[k], others, size_t(horizon), scores);
        addScores(errors[k], {errors.begin() + std::ptrdiff_t(k) + 1, errors.end()}, size_t(horizon), scores);
    }
    return scores;
}

} // namespace foretrail
