#include "core/models/ThetaFit.h"

#include "core/models/SmoothSearch.h"
#include "core/series/Statistics.h"

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

/// Sums of products of the three parts that one-step errors are made of: what smoothing of the values from level 0 misses
/// (a), what the starting level still gives (g), and how far smoothing lags behind the line (d).
/// Error = a - level g - share d.
struct ThetaSums {
    double aa = 0, ag = 0, ad = 0, gg = 0, gd = 0, dd = 0;

    double squared(double level, double share) const
    {
        return std::max(aa + level * level * gg + share * share * dd - 2 * (level * ag + share * ad - level * share * gd), 0.0);
    }
};

/// Slopes of the lines through the values before each one; 0 while there are too few for a line.
std::vector<double> slopesBefore(Values values)
{
    constexpr double fewest = 4;
    std::vector<double> slopes;
    double sum = 0, moment = 0;
    for (size_t t = 0; t < values.size(); ++t) {
        const auto n = double(t);
        slopes.push_back(n < fewest ? 0.0 : (moment - sum * (n - 1) / 2) / (n * (n * n - 1) / 12));
        sum += values[t];
        moment += n * values[t];
    }
    return slopes;
}

ThetaSums thetaSums(Values values, const std::vector<double> &slopes, double alpha)
{
    ThetaSums sums;
    double smoothed = 0, g = 1;
    for (size_t t = 0; t < values.size(); ++t) {
        const double a = values[t] - smoothed;
        const double d = slopes[t] * (1 - g) / alpha;
        sums.aa += a * a;
        sums.ag += a * g;
        sums.ad += a * d;
        sums.gg += g * g;
        sums.gd += g * d;
        sums.dd += d * d;
        smoothed += alpha * a;
        g *= 1 - alpha;
    }
    return sums;
}

/// The best share in 0..1.
double bestShare(const ThetaSums &sums)
{
    const double determinant = sums.gg * sums.dd - sums.gd * sums.gd;
    if (!(determinant > 1e-10 * sums.gg * sums.dd))
        return 0;
    return std::clamp((sums.gg * sums.ad - sums.gd * sums.ag) / determinant, 0.0, 1.0);
}

} // namespace

ThetaFit fitTheta(Values values, std::optional<double> share)
{
    const std::vector<double> slopes = slopesBefore(values);
    const auto levelFor = [](const ThetaSums &sums, double s) { return (sums.ag - s * sums.gd) / sums.gg; };
    const auto squaredFor = [&](double alpha) {
        const ThetaSums sums = thetaSums(values, slopes, alpha);
        const double s = share ? 0.0 : bestShare(sums);
        return sums.squared(levelFor(sums, s), s);
    };
    ThetaFit fit;
    fit.alpha = minimiseBetween(squaredFor, 1e-4, 0.9999);
    const ThetaSums sums = thetaSums(values, slopes, fit.alpha);
    fit.share = share.value_or(bestShare(sums));
    const double level = levelFor(sums, share ? 0.0 : fit.share);
    fit.squared = sums.squared(level, fit.share);
    const auto n = double(values.size());
    const double mean = meanOf(values);
    double product = 0;
    for (size_t t = 0; t < values.size(); ++t)
        product += (double(t) - (n - 1) / 2) * (values[t] - mean);
    fit.slope = product / (n * (n * n - 1) / 12);
    fit.intercept = mean - fit.slope * (n - 1) / 2;
    fit.level = level - fit.share * fit.intercept;
    return fit;
}

} // namespace foretrail
