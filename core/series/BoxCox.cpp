#include "core/series/BoxCox.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

struct BoxCoxText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::BoxCox)
};

struct Spread {
    double mean = 0;
    double deviation = 0; ///< standard deviation of a sample
};

struct Sums {
    double count = 0, sum = 0;
    double mean() const { return sum / count; }
};

// Of the values that are there; no deviation below two of them.
Spread spreadOf(Values values)
{
    Sums sums;
    for (const double value : values)
        if (std::isfinite(value))
            sums = {sums.count + 1, sums.sum + value};
    double squares = 0;
    for (const double value : values)
        if (std::isfinite(value))
            squares += (value - sums.mean()) * (value - sums.mean());
    return {sums.count > 0 ? sums.mean() : missing, sums.count > 1 ? std::sqrt(squares / (sums.count - 1)) : missing};
}

// The place of the smallest value of `cost` in [low, high]: the best of a grid, then golden section around it, so that a
// second valley does no harm.
template<class Cost>
double smallest(double low, double high, Cost cost)
{
    const int cells = 60;
    const double width = (high - low) / cells;
    int best = 0;
    for (int i = 1; i <= cells; ++i)
        if (cost(low + i * width) < cost(low + best * width))
            best = i;
    double left = std::max(low, low + (best - 1) * width);
    double right = std::min(high, low + (best + 1) * width);
    const double golden = 0.5 * (std::sqrt(5.0) - 1.0);
    while (right - left > 1e-7) {
        const double step = golden * (right - left);
        if (cost(right - step) <= cost(left + step))
            right = left + step;
        else
            left = right - step;
    }
    return 0.5 * (left + right);
}

bool isAbove(Values values, double limit)
{
    return std::none_of(values.begin(), values.end(), [limit](double value) { return value <= limit; });
}

Result<void> check(Values values, int season, double low, double high)
{
    if (!(low <= high))
        return fail(ErrorCode::InvalidInput,
                    BoxCoxText::tr("There is no Box-Cox lambda from %1 to %2; with values of zero or less it is at least 0.").arg(low).arg(high));
    if (values.size() <= 2 * size_t(std::max(season, 1)))
        return fail(ErrorCode::TooShort,
                    BoxCoxText::tr("A Box-Cox lambda needs more than two seasons of %1 observations; there are %2.")
                        .arg(std::max(season, 1)).arg(values.size()));
    return {};
}

tl::unexpected<Error> noSpread()
{
    return fail(ErrorCode::Degenerate, BoxCoxText::tr("The values vary too little to choose a Box-Cox lambda."));
}

// The residual sum of squares of values y at places t, regressed on a line and the level of each place in the season.
class SeasonalLine {
public:
    SeasonalLine(std::vector<size_t> places, int season) : m_places(std::move(places)), m_season(size_t(std::max(season, 1)))
    {
        for (const size_t place : m_places)
            m_time.push_back(double(place));
        removeLevels(m_time);
        for (const double time : m_time)
            m_timeSquares += time * time;
    }

    double residualSquares(std::vector<double> y) const
    {
        removeLevels(y);
        double product = 0, squares = 0;
        for (size_t i = 0; i < y.size(); ++i)
            product += y[i] * m_time[i];
        const double slope = m_timeSquares > 0 ? product / m_timeSquares : 0.0;
        for (size_t i = 0; i < y.size(); ++i)
            squares += (y[i] - slope * m_time[i]) * (y[i] - slope * m_time[i]);
        return squares;
    }

private:
    void removeLevels(std::vector<double> &values) const
    {
        std::vector<Sums> levels(m_season);
        for (size_t i = 0; i < values.size(); ++i) {
            Sums &level = levels[m_places[i] % m_season];
            level = {level.count + 1, level.sum + values[i]};
        }
        for (size_t i = 0; i < values.size(); ++i)
            values[i] -= levels[m_places[i] % m_season].mean();
    }

    std::vector<size_t> m_places;
    size_t m_season;
    std::vector<double> m_time;
    double m_timeSquares = 0;
};

std::vector<Spread> seasonSpreads(Values values, size_t period)
{
    std::vector<Spread> spreads;
    for (size_t from = values.size() % period; from < values.size(); from += period) {
        const Spread spread = spreadOf(values.subspan(from, period));
        if (spread.mean > 0 && !std::isnan(spread.deviation))
            spreads.push_back(spread);
    }
    return spreads;
}

// `choose` is given the residual squares of a lambda over its Jacobian: the larger the likelihood, the fewer.
template<class Choose>
Result<double> byLikelihood(Values values, int season, double low, double high, Choose choose)
{
    if (!isAbove(values, 0))
        return fail(ErrorCode::InvalidInput, BoxCoxText::tr("A Box-Cox lambda by likelihood needs values above zero."));
    if (auto checked = check(values, season, low, high); !checked)
        return fail(checked.error());
    std::vector<size_t> places;
    Sums logarithms;
    for (size_t i = 0; i < values.size(); ++i) {
        if (std::isfinite(values[i])) {
            places.push_back(i);
            logarithms = {logarithms.count + 1, logarithms.sum + std::log(values[i])};
        }
    }
    const SeasonalLine line(places, season);
    const auto squares = [&](double lambda) {
        const double scale = std::exp(logarithms.mean() * (lambda - 1.0)); // of the Jacobian
        std::vector<double> transformed;
        for (const size_t place : places)
            transformed.push_back(boxCox(values[place], lambda) / scale);
        return line.residualSquares(std::move(transformed));
    };
    if (!(squares(1.0) > 0))
        return noSpread();
    return choose(squares);
}

} // namespace

double boxCox(double value, double lambda)
{
    if (value < 0)
        return lambda > 0 ? (-std::pow(-value, lambda) - 1.0) / lambda : missing;
    return lambda == 0 ? std::log(value) : std::expm1(lambda * std::log(value)) / lambda; // exact near lambda 0
}

double inverseBoxCox(double transformed, double lambda)
{
    if (lambda == 0)
        return std::exp(transformed);
    const double power = 1.0 + lambda * transformed;
    if (power < 0)
        return lambda > 0 ? -std::pow(-power, 1.0 / lambda) : missing;
    return std::exp(std::log1p(lambda * transformed) / lambda);
}

Result<double> boxCoxLambda(Values values, int season, double low, double high)
{
    if (!isAbove(values, 0))
        low = std::max(low, 0.0);
    if (auto checked = check(values, season, low, high); !checked)
        return fail(checked.error());
    const std::vector<Spread> spreads = seasonSpreads(values, size_t(std::max(season, 2)));
    std::vector<double> ratios(spreads.size());
    const auto variation = [&spreads, &ratios](double lambda) {
        for (size_t i = 0; i < spreads.size(); ++i)
            ratios[i] = spreads[i].deviation / std::pow(spreads[i].mean, 1.0 - lambda);
        const Spread spread = spreadOf(ratios);
        return spread.deviation / spread.mean;
    };
    if (!(variation(0.5 * (low + high)) > 0))
        return noSpread();
    return smallest(low, high, variation);
}

Result<double> boxCoxLambdaByLikelihood(Values values, int season, double low, double high)
{
    return byLikelihood(values, season, low, high, [&](const auto &squares) { return smallest(low, high, squares); });
}

Result<double> likeliestBoxCoxLambda(Values values, int season, std::span<const double> lambdas)
{
    const auto [low, high] = std::minmax_element(lambdas.begin(), lambdas.end());
    return byLikelihood(values, season, *low, *high, [&](const auto &squares) {
        return *std::min_element(lambdas.begin(), lambdas.end(), [&](double a, double b) { return squares(a) < squares(b); });
    });
}

} // namespace foretrail
