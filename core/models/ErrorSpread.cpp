#include "core/models/ErrorSpread.h"

#include "core/series/Statistics.h"

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foretrail {
namespace {

constexpr size_t quantileCount = 201;
constexpr double thirdsOwn = 0.4; // far ahead scores come from few origins, so no third is left to itself

/// How much wider an interval of `level` percent is whose scale was estimated with `freedom` degrees.
double studentOverNormal(double level, double freedom)
{
    const double share = 0.5 + std::clamp(level, 1.0, 99.9) / 200.0;
    return boost::math::quantile(boost::math::students_t(freedom), share) / boost::math::quantile(boost::math::normal(), share);
}

double meanSquare(const std::vector<double> &errors)
{
    return std::inner_product(errors.begin(), errors.end(), errors.begin(), 0.0) / double(errors.size());
}

/// Errors of one step ahead.
struct StepErrors {
    double logStep = 0;
    double squares = 0; ///< their sum
    double count = 0;
};

/// Up to the first step without any.
std::vector<StepErrors> summedByStep(const std::vector<std::vector<double>> &errors)
{
    std::vector<StepErrors> steps;
    for (const std::vector<double> &atStep : errors) {
        if (atStep.empty())
            break;
        steps.push_back({std::log(double(steps.size() + 1)), meanSquare(atStep) * double(atStep.size()), double(atStep.size())});
    }
    return steps;
}

/// Errors divided by h^(growth / 2).
struct Levelled {
    double meanSquare = 0; ///< the variance one step ahead, if it grows so
    double left = 0;       ///< above 0: later ones still outweigh earlier ones
};

/// `left` is the derivative, up to its sign, of the log-likelihood of normal errors with variances proportional to h^growth; it
/// falls with `growth`.
Levelled levelled(const std::vector<StepErrors> &steps, double growth)
{
    double squares = 0, weighed = 0, logs = 0, count = 0;
    for (const StepErrors &step : steps) {
        const double square = step.squares * std::exp(-growth * step.logStep);
        squares += square;
        weighed += square * step.logStep;
        logs += step.count * step.logStep;
        count += step.count;
    }
    return {squares / std::max(count, 1.0), squares > 0 ? weighed / squares - logs / count : 0.0};
}

/// The growth of greatest likelihood between errors that do not grow (0) and those of a trend that was wrong (2).
double growthOf(const std::vector<StepErrors> &steps)
{
    double low = 0, high = 2;
    if (levelled(steps, low).left <= 0)
        return low;
    if (levelled(steps, high).left >= 0)
        return high;
    for (int halving = 0; halving < 40; ++halving) {
        const double middle = (low + high) / 2;
        (levelled(steps, middle).left > 0 ? low : high) = middle;
    }
    return (low + high) / 2;
}

} // namespace

ErrorSpread::ErrorSpread(const std::vector<std::vector<double>> &errors)
{
    for (const std::vector<double> &atStep : errors) {
        if (atStep.empty())
            break;
        m_scales.push_back(std::max(std::sqrt(meanSquare(atStep)), m_scales.empty() ? 0.0 : m_scales.back()));
    }
    takeQuantiles(errors);
}

ErrorSpread ErrorSpread::ofFewOrigins(const std::vector<std::vector<double>> &errors)
{
    ErrorSpread spread;
    const std::vector<StepErrors> steps = summedByStep(errors);
    const double growth = growthOf(steps);
    const double first = std::sqrt(levelled(steps, growth).meanSquare);
    for (const StepErrors &step : steps) {
        spread.m_scales.push_back(first * std::exp(growth / 2 * step.logStep));
        spread.m_origins = std::max(spread.m_origins, int(step.count));
    }
    spread.takeQuantiles(errors);
    return spread;
}

ErrorSpread ErrorSpread::ofPooledScores(const std::vector<std::vector<double>> &errors, const PooledScores &pooled, double least)
{
    ErrorSpread spread = ofFewOrigins(errors);
    spread.m_poolOrigins = pooled.origins;
    spread.m_least = least;
    spread.m_horizon = pooled.horizon;
    if (!spread.isValid())
        return spread;
    std::vector<double> all;
    for (const std::vector<double> &scores : pooled.sorted)
        all.insert(all.end(), scores.begin(), scores.end());
    std::sort(all.begin(), all.end());
    spread.m_quantiles.clear();
    for (const std::vector<double> &scores : pooled.sorted)
        for (size_t i = 0; i < quantileCount; ++i) {
            const double share = double(i) / double(quantileCount - 1);
            const double ofAll = conformalQuantile(all, share);
            spread.m_quantiles.push_back(scores.empty() ? ofAll : ofAll + thirdsOwn * (conformalQuantile(scores, share) - ofAll));
        }
    return spread;
}

void ErrorSpread::takeQuantiles(const std::vector<std::vector<double>> &errors)
{
    std::vector<double> ratios;
    for (size_t h = 0; h < m_scales.size(); ++h)
        for (double error : errors[h])
            ratios.push_back(m_scales[h] > 0 ? std::abs(error) / m_scales[h] : 0.0);
    if (ratios.empty())
        return;
    std::sort(ratios.begin(), ratios.end());
    for (size_t i = 0; i < quantileCount; ++i)
        m_quantiles.push_back(conformalQuantile(ratios, double(i) / double(quantileCount - 1)));
}

ErrorSpread ErrorSpread::restored(std::vector<double> scales, std::vector<double> quantiles, int origins)
{
    const auto isFine = [](Values values) { return !values.empty() && values.front() >= 0 && std::is_sorted(values.begin(), values.end()); };
    ErrorSpread spread;
    if (!isFine(scales) || origins < 0 || (quantiles.size() != quantileCount && quantiles.size() != 3 * quantileCount))
        return spread;
    for (size_t first = 0; first < quantiles.size(); first += quantileCount)
        if (!isFine(Values(quantiles).subspan(first, quantileCount)))
            return spread;
    spread.m_scales = std::move(scales);
    spread.m_quantiles = std::move(quantiles);
    spread.m_origins = origins;
    return spread;
}

void ErrorSpread::toState(QJsonObject &state) const
{
    state.insert(QStringLiteral("scales"), toJsonArray(m_scales));
    state.insert(QStringLiteral("quantiles"), toJsonArray(m_quantiles));
    state.insert(QStringLiteral("origins"), m_origins);
    state.insert(QStringLiteral("poolOrigins"), m_poolOrigins);
    state.insert(QStringLiteral("least"), m_least);
    state.insert(QStringLiteral("poolHorizon"), m_horizon);
}

ErrorSpread ErrorSpread::fromState(const QJsonObject &json, StateReader &state)
{
    std::vector<double> scales = state.numbers("scales"), quantiles = state.numbers("quantiles");
    ErrorSpread spread = restored(std::move(scales), std::move(quantiles), state.integer("origins", 0, 1'000'000));
    if (spread.isValid() && json.contains(QStringLiteral("poolOrigins"))) {
        spread.m_poolOrigins = std::max(state.number("poolOrigins"), 0.0);
        spread.m_least = std::max(state.number("least"), 0.0);
        spread.m_horizon = json.contains(QStringLiteral("poolHorizon")) ? state.integer("poolHorizon", 1, 1'000'000) : 1;
    }
    return spread;
}

double ErrorSpread::scaleAt(int h) const
{
    const int measured = int(m_scales.size());
    const double growth = h > measured ? std::sqrt(double(h) / measured) : 1.0;
    return m_scales[size_t(std::min(h, measured)) - 1] * growth;
}

double ErrorSpread::caution(double level) const
{
    if (m_origins == 0 || (m_poolOrigins > 0 && m_origins >= m_poolOrigins))
        return 1.0;
    return studentOverNormal(level, m_origins) / (m_poolOrigins > 0 ? studentOverNormal(level, m_poolOrigins) : 1.0);
}

/// In the middle of a third its own, between two middles in between, so that bands have no edge where a third ends; before the first
/// and behind the last middle those of that third.
double ErrorSpread::quantileAt(int h, double share) const
{
    const auto ofThird = [&](size_t third) { return sortedQuantile(Values(m_quantiles).subspan(third * quantileCount, quantileCount), share); };
    if (m_quantiles.size() == quantileCount)
        return ofThird(0);
    const double place = std::clamp((h - 0.5) * 3 / m_horizon - 0.5, 0.0, 2.0);
    const double before = std::floor(place);
    return std::lerp(ofThird(size_t(before)), ofThird(std::min<size_t>(size_t(before) + 1, 2)), place - before);
}

double ErrorSpread::radius(int h, double level, double forecast) const
{
    const double unit = m_least > 0 ? std::max(std::abs(forecast), m_least) : 1.0;
    return scaleAt(h) * unit * caution(level) * quantileAt(h, level / 100.0);
}

Forecast ErrorSpread::around(std::vector<double> mean, std::span<const double> levels, bool isNonNegative) const
{
    const double floor = isNonNegative ? 0.0 : -std::numeric_limits<double>::infinity();
    Forecast forecast;
    for (double &value : mean)
        value = std::max(value, floor);
    for (double level : levels) {
        Band band{level, {}, {}};
        for (size_t k = 0; k < mean.size(); ++k) {
            const double reach = radius(int(k) + 1, level, mean[k]);
            band.low.push_back(std::max(mean[k] - reach, floor));
            band.high.push_back(mean[k] + reach);
        }
        forecast.bands.push_back(std::move(band));
    }
    forecast.mean = std::move(mean);
    return forecast;
}

} // namespace foretrail
