#include "core/behaviour/ParetoNbd.h"

#include "core/behaviour/GammaFunctions.h"

#include <boost/math/quadrature/gauss.hpp>

#include <cmath>

namespace foretrail {
namespace {

constexpr unsigned nodes = 20; // exact to 3e-9 over parameters from 0.05 to 200
constexpr double vanishing = 40; ///< what has fallen by its exponential counts no more

/// ln of the two ways to see no more purchases, and what the derivatives by the parameters need of the moment y when the user
/// left: means over what the history lets y be, where one who stays leaves at the end of the history.
struct ParetoWays {
    double sum = 0;
    double stays = 0;                     ///< share
    double logAlpha = 0, logBeta = 0;     ///< means of ln(alpha + y), ln(beta + y)
    double overAlpha = 0, overBeta = 0;   ///< means of 1 / (alpha + y), (power of beta) / (beta + y)
};

/// The moments when the user may have left, with the ln of how likely each is: an integral over y from the last purchase on,
/// by Gauss and Legendre on the scale of ln(m + y) with the smaller of alpha and beta as m. Nothing is subtracted, as the
/// closed form with two of Gauss's functions would.
class LeavingMoments {
public:
    LeavingMoments(const BuyerParameters &p, const BuyerHistory &history)
    {
        const auto [r, alpha, s, beta] = p;
        const double shape = r + history.repeats;
        const double small = std::min(alpha, beta);
        const double from = history.lastAt;
        const double to = std::min({history.observed, (alpha + from) * std::exp(vanishing / shape) - alpha,
                                    (beta + from) * std::exp(vanishing / (s + 1)) - beta});
        const double low = std::log(small + from);
        const double half = (std::log(small + to) - low) / 2;
        const auto &at = boost::math::quadrature::gauss<double, nodes>::abscissa();
        const auto &weights = boost::math::quadrature::gauss<double, nodes>::weights();
        for (unsigned i = 0; i < nodes; ++i) {
            const double place = i % 2 == 0 ? at[i / 2] : -at[i / 2];
            const double moved = std::exp(low + half * (1 + place));
            const double y = std::max(moved - small, from);
            logAlpha[i] = std::log(alpha + y);
            logBeta[i] = std::log(beta + y);
            moment[i] = y;
            weight[i] = std::log(s * half * weights[i / 2] * moved) - shape * logAlpha[i] - (s + 1) * logBeta[i];
        }
    }
    std::array<double, nodes> moment, logAlpha, logBeta, weight;
};

ParetoWays paretoWays(const BuyerParameters &p, const BuyerHistory &history)
{
    const auto [r, alpha, s, beta] = p;
    ParetoWays ways;
    ways.logAlpha = std::log(alpha + history.observed);
    ways.logBeta = std::log(beta + history.observed);
    ways.overAlpha = 1 / (alpha + history.observed);
    ways.overBeta = s / (beta + history.observed);
    ways.stays = 1;
    const double stays = -(r + history.repeats) * ways.logAlpha - s * ways.logBeta;
    ways.sum = stays;
    if (history.lastAt >= history.observed)
        return ways;
    const LeavingMoments left(p, history);
    const double most = std::max(stays, *std::max_element(left.weight.begin(), left.weight.end()));
    double all = std::exp(stays - most);
    ParetoWays sums{0, all, all * ways.logAlpha, all * ways.logBeta, all * ways.overAlpha, all * ways.overBeta};
    for (unsigned i = 0; i < nodes; ++i) {
        const double weight = std::exp(left.weight[i] - most);
        all += weight;
        sums.logAlpha += weight * left.logAlpha[i];
        sums.logBeta += weight * left.logBeta[i];
        sums.overAlpha += weight / (alpha + left.moment[i]);
        sums.overBeta += weight * (s + 1) / (beta + left.moment[i]);
    }
    return {most + std::log(all), sums.stays / all, sums.logAlpha / all, sums.logBeta / all, sums.overAlpha / all, sums.overBeta / all};
}

} // namespace

QStringList ParetoNbd::parameterNames() const
{
    return {QStringLiteral("r"), QStringLiteral("alpha"), QStringLiteral("s"), QStringLiteral("beta")};
}

double ParetoNbd::leaving(const BuyerParameters &p, double year) const { return -std::expm1(-p[2] * std::log1p(year / p[3])); }

double ParetoNbd::sharedTerm(const BuyerParameters &p, int repeats, BuyerParameters &slopes) const
{
    const auto [r, alpha, s, beta] = p;
    slopes = {r * (digammaOf(r + repeats) - digammaOf(r) + std::log(alpha)), r, s * std::log(beta), s};
    return lnGamma(r + repeats) - lnGamma(r) + r * std::log(alpha) + s * std::log(beta);
}

double ParetoNbd::ownTerm(const BuyerParameters &p, const BuyerHistory &history, BuyerParameters &slopes) const
{
    const ParetoWays ways = paretoWays(p, history);
    const auto [r, alpha, s, beta] = p;
    slopes = {-r * ways.logAlpha, -alpha * (r + history.repeats) * ways.overAlpha, 1 - ways.stays - s * ways.logBeta, -beta * ways.overBeta};
    return ways.sum;
}

double ParetoNbd::active(const BuyerParameters &p, const BuyerHistory &history) const { return paretoWays(p, history).stays; }

double ParetoNbd::expectedPurchases(const BuyerParameters &p, const BuyerHistory &history, double time) const
{
    const auto [r, alpha, s, beta] = p;
    const double power = s - 1;
    const double longer = std::log((beta + history.observed + time) / (beta + history.observed));
    // (1 - exp(-power * longer)) / power, and its limit at power 0
    const double weight = std::abs(power) < 1e-8 ? longer : -std::expm1(-power * longer) / power;
    return active(p, history) * (r + history.repeats) * (beta + history.observed) / (alpha + history.observed) * weight;
}

} // namespace foretrail
