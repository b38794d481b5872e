#include "core/advertising/ChanceOfBest.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace foretrail {
namespace {

constexpr double gridReach = 8, gridStep = 0.25; ///< in deviations

using Density = std::function<double(size_t arm, double at)>;

/// Edges of cells that are narrow wherever a belief has its mass.
std::vector<double> gridOf(const std::vector<Belief> &beliefs, double low, double high)
{
    std::vector<double> edges;
    for (const Belief &belief : beliefs)
        for (double at = -gridReach; at <= gridReach; at += gridStep)
            edges.push_back(std::clamp(belief.mean + at * belief.deviation, low, high));
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    return edges;
}

/// The mass of each cell, which adds up to 1.
std::vector<double> cellMasses(const std::vector<double> &edges, size_t arm, const Density &density)
{
    std::vector<double> masses(edges.size() - 1);
    double sum = 0, left = density(arm, edges.front());
    for (size_t cell = 0; cell + 1 < edges.size(); ++cell) {
        const double right = density(arm, edges[cell + 1]);
        masses[cell] = (edges[cell + 1] - edges[cell]) * (left + 4 * density(arm, (edges[cell] + edges[cell + 1]) / 2) + right) / 6;
        sum += masses[cell];
        left = right;
    }
    for (double &mass : masses)
        mass /= sum;
    return masses;
}

/// The sum over cells of one mass times the others' shares below the middle of the cell.
std::vector<double> chancesFrom(const std::vector<std::vector<double>> &masses)
{
    const size_t arms = masses.size();
    std::vector<double> chances(arms, 0), below(arms, 0), share(arms), behind(arms + 1, 1);
    for (size_t cell = 0; cell < masses.front().size(); ++cell) {
        for (size_t arm = arms; arm-- > 0;) {
            share[arm] = below[arm] + masses[arm][cell] / 2;
            behind[arm] = behind[arm + 1] * share[arm];
        }
        double before = 1;
        for (size_t arm = 0; arm < arms; ++arm) {
            chances[arm] += masses[arm][cell] * before * behind[arm + 1];
            before *= share[arm];
            below[arm] += masses[arm][cell];
        }
    }
    return chances;
}

std::vector<double> chanceOfBest(const std::vector<Belief> &beliefs, double low, double high, const Density &density)
{
    if (beliefs.size() == 1)
        return {1};
    const std::vector<double> edges = gridOf(beliefs, low, high);
    std::vector<std::vector<double>> masses;
    for (size_t arm = 0; arm < beliefs.size(); ++arm)
        masses.push_back(cellMasses(edges, arm, density));
    std::vector<double> chances = chancesFrom(masses);
    double sum = 0;
    for (const double chance : chances)
        sum += chance;
    for (double &chance : chances)
        chance /= sum;
    return chances;
}

} // namespace

std::vector<double> chanceOfBestNormal(const std::vector<Belief> &beliefs)
{
    constexpr double everywhere = 1e300;
    return chanceOfBest(beliefs, -everywhere, everywhere, [&](size_t arm, double at) {
        const double z = (at - beliefs[arm].mean) / beliefs[arm].deviation;
        return std::exp(-z * z / 2);
    });
}

Belief BetaCounts::belief() const
{
    const double a = successes + 1, b = failures + 1, sum = a + b;
    return {a / sum, std::sqrt(a * b / (sum * sum * (sum + 1)))};
}

std::vector<double> chanceOfBestBeta(const std::vector<BetaCounts> &counts)
{
    std::vector<Belief> beliefs;
    std::vector<double> peaks; // logarithm of the highest density, so that nothing overflows
    const auto logDensity = [&](size_t arm, double at) {
        const auto [successes, failures] = counts[arm];
        return (successes > 0 ? successes * std::log(at) : 0) + (failures > 0 ? failures * std::log1p(-at) : 0);
    };
    for (size_t arm = 0; arm < counts.size(); ++arm) {
        const double rows = counts[arm].successes + counts[arm].failures;
        beliefs.push_back(counts[arm].belief());
        peaks.push_back(rows > 0 ? logDensity(arm, counts[arm].successes / rows) : 0);
    }
    return chanceOfBest(beliefs, 0, 1, [&](size_t arm, double at) { return std::exp(logDensity(arm, at) - peaks[arm]); });
}

} // namespace foretrail
