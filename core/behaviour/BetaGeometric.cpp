#include "core/behaviour/BetaGeometric.h"

#include "core/behaviour/GammaFunctions.h"

#include <cmath>

namespace foretrail {
namespace {

/// ln of what the two ways to see no more purchases weigh: still there, or gone behind the last one.
struct TwoWays {
    double stays = 0;
    double left = 0; ///< minus infinity where nobody can have left yet
    double sum() const
    {
        const double most = std::max(stays, left);
        return most + std::log(std::exp(stays - most) + std::exp(left - most));
    }
    double shareStays() const { return 1 / (1 + std::exp(left - stays)); }
};

TwoWays twoWays(const BuyerParameters &p, const BuyerHistory &history, int chances)
{
    const double shape = p[0] + history.repeats;
    const double stays = -shape * std::log(p[1] + history.observed);
    if (chances == 0)
        return {stays, -std::numeric_limits<double>::infinity()};
    return {stays, std::log(p[2] / (p[3] + chances - 1)) - shape * std::log(p[1] + history.lastAt)};
}

double series(double a, double b, double c, double z)
{
    constexpr int mostTerms = 200'000;
    double sum = 1;
    double term = 1;
    for (int n = 0; n < mostTerms; ++n) {
        term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
        sum += term;
        if (std::abs(term) <= 1e-15 * std::abs(sum) && n > std::abs(a) && n > std::abs(b))
            break;
    }
    return sum;
}

} // namespace

// Where the series would converge slowly, Euler's transformation gives one that does not.
double hypergeometric(double a, double b, double c, double z)
{
    if (c >= a + b)
        return series(a, b, c, z);
    return std::pow(1 - z, c - a - b) * series(c - a, c - b, c, z);
}

QString BetaGeometric::name() const { return m_chances > 0 ? QStringLiteral("mbgnbd") : QStringLiteral("bgnbd"); }

QStringList BetaGeometric::parameterNames() const
{
    return {QStringLiteral("r"), QStringLiteral("alpha"), QStringLiteral("a"), QStringLiteral("b")};
}

double BetaGeometric::sharedTerm(const BuyerParameters &p, int repeats, BuyerParameters &slopes) const
{
    const auto [r, alpha, a, b] = p;
    const int chances = chancesOf(repeats);
    slopes[0] = r * (digammaOf(r + repeats) - digammaOf(r) + std::log(alpha));
    slopes[1] = r;
    slopes[2] = a * (digammaOf(a + b) - digammaOf(a + b + chances));
    slopes[3] = b * (digammaOf(a + b) + digammaOf(b + chances) - digammaOf(b) - digammaOf(a + b + chances));
    return lnGamma(r + repeats) - lnGamma(r) + r * std::log(alpha) + lnGamma(a + b) + lnGamma(b + chances) - lnGamma(b) - lnGamma(a + b + chances);
}

double BetaGeometric::ownTerm(const BuyerParameters &p, const BuyerHistory &history, BuyerParameters &slopes) const
{
    const auto [r, alpha, a, b] = p;
    const int chances = chancesOf(history.repeats);
    const TwoWays ways = twoWays(p, history, chances);
    const double stays = ways.shareStays();
    const double left = 1 - stays;
    const double shape = r + history.repeats;
    slopes[0] = -r * (stays * std::log(alpha + history.observed) + left * std::log(alpha + history.lastAt));
    slopes[1] = -alpha * shape * (stays / (alpha + history.observed) + left / (alpha + history.lastAt));
    slopes[2] = left;
    slopes[3] = chances > 0 ? -b * left / (b + chances - 1) : 0;
    return ways.sum();
}

double BetaGeometric::active(const BuyerParameters &p, const BuyerHistory &history) const
{
    return twoWays(p, history, chancesOf(history.repeats)).shareStays();
}

// Of an active user with rate m and probability q to leave, (1 - exp(-m q t)) / q are expected; that is averaged over what the
// history lets m (gamma) and q (beta) be. At a = 1 both factors vanish, so that a is moved a little.
double BetaGeometric::expectedPurchases(const BuyerParameters &p, const BuyerHistory &history, double time) const
{
    const double shape = p[0] + history.repeats;
    const double scale = p[1] + history.observed;
    const double a = std::abs(p[2] - 1) < 1e-6 ? 1 + 1e-6 : p[2];
    const double stayed = p[3] + chancesOf(history.repeats);
    const double rest = std::pow(scale / (scale + time), shape) * hypergeometric(shape, stayed, a + stayed - 1, time / (scale + time));
    return std::max(0.0, active(p, history) * (a + stayed - 1) / (a - 1) * (1 - rest));
}

} // namespace foretrail
