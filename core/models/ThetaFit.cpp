#include "core/models/ThetaFit.h"

#include "core/models/SmoothSearch.h"
#include "core/series/Statistics.h"

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

/// Sums of products of the three parts that one-step errors are made of: what smoothing of the values from level 0 misses
/// (a), what the level still gives (g), and what smoothing of the line from level 0 misses (d). Error = a - level g - share d.
struct ThetaSums {
    double aa = 0, ag = 0, ad = 0, gg = 0, gd = 0, dd = 0;

    double squared(double level, double share) const
    {
        return aa + level * level * gg + share * share * dd - 2 * (level * ag + share * ad - level * share * gd);
    }
};

ThetaSums thetaSums(Values values, const ThetaFit &line, double alpha)
{
    ThetaSums sums;
    double smoothed = 0, smoothedLine = 0, g = 1;
    for (size_t t = 0; t < values.size(); ++t) {
        const double onLine = line.intercept + line.slope * double(t);
        const double a = values[t] - smoothed;
        const double d = onLine - smoothedLine;
        sums.aa += a * a;
        sums.ag += a * g;
        sums.ad += a * d;
        sums.gg += g * g;
        sums.gd += g * d;
        sums.dd += d * d;
        smoothed += alpha * a;
        smoothedLine += alpha * d;
        g *= 1 - alpha;
    }
    return sums;
}

/// The best share in 0..1 and the best level with it.
void solveTheta(const ThetaSums &sums, ThetaFit &fit)
{
    const double determinant = sums.gg * sums.dd - sums.gd * sums.gd;
    fit.share = 0;
    if (determinant > 1e-10 * sums.gg * sums.dd)
        fit.share = std::clamp((sums.gg * sums.ad - sums.gd * sums.ag) / determinant, 0.0, 1.0);
    fit.level = (sums.ag - fit.share * sums.gd) / sums.gg;
    fit.squared = sums.squared(fit.level, fit.share);
}

/// Smoothing of the values alone, of which `share` of the line is then a part.
void smoothBeside(double share, const ThetaSums &sums, ThetaFit &fit)
{
    fit.share = share;
    fit.level = sums.ag / sums.gg - share * fit.intercept;
    fit.squared = sums.aa - sums.ag * sums.ag / sums.gg;
}

} // namespace

ThetaFit fitTheta(Values values, std::optional<double> share)
{
    ThetaFit fit;
    const auto n = double(values.size());
    const double mean = meanOf(values);
    double product = 0;
    for (size_t t = 0; t < values.size(); ++t)
        product += (double(t) - (n - 1) / 2) * (values[t] - mean);
    fit.slope = product / (n * (n * n - 1) / 12);
    fit.intercept = mean - fit.slope * (n - 1) / 2;
    const auto squaredFor = [&](double alpha) {
        const ThetaSums sums = thetaSums(values, fit, alpha);
        share ? smoothBeside(*share, sums, fit) : solveTheta(sums, fit);
        return fit.squared;
    };
    fit.alpha = minimiseBetween(squaredFor, 1e-4, 0.9999);
    squaredFor(fit.alpha);
    fit.squared = std::max(thetaSums(values, fit, fit.alpha).squared(fit.level, fit.share), 0.0);
    return fit;
}

} // namespace foretrail
