#include "core/series/Stl.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace foretrail {
namespace {

struct StlText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::Stl)
};

int nextOdd(double value)
{
    const auto whole = qint64(std::ceil(value));
    return int(std::min<qint64>(whole | 1, std::numeric_limits<int>::max()));
}

int tenthOf(int window) { return int((qint64(window) + 9) / 10); }

// Zeros replaced by what they stand for. A season without change is a local mean over a window far beyond the series,
// averaged over the seasons at the end.
StlOptions filledIn(StlOptions options, qint64 n)
{
    if (options.seasonalWindow == 0) {
        options.seasonalWindow = int(std::min<qint64>(10 * n + 1, std::numeric_limits<int>::max()));
        options.seasonalDegree = 0;
    }
    if (options.trendWindow == 0)
        options.trendWindow = nextOdd(1.5 * options.season / (1.0 - 1.5 / options.seasonalWindow));
    if (options.lowPassWindow == 0)
        options.lowPassWindow = nextOdd(options.season);
    if (options.seasonalJump == 0)
        options.seasonalJump = tenthOf(options.seasonalWindow);
    if (options.trendJump == 0)
        options.trendJump = tenthOf(options.trendWindow);
    if (options.lowPassJump == 0)
        options.lowPassJump = tenthOf(options.lowPassWindow);
    if (options.robust) {
        options.inner = 1;
        options.outer = 15;
    }
    return options;
}

Result<void> checkWindows(const StlOptions &options)
{
    for (const int window : {options.seasonalWindow, options.trendWindow, options.lowPassWindow})
        if (window != 0 && (window < 3 || window % 2 == 0))
            return fail(ErrorCode::InvalidInput,
                        StlText::tr("A window of a decomposition is an odd number from 3 on, or 0 for the usual one; not %1.").arg(window));
    for (const int degree : {options.seasonalDegree, options.trendDegree, options.lowPassDegree})
        if (degree != 0 && degree != 1)
            return fail(ErrorCode::InvalidInput, StlText::tr("A degree of a decomposition is 0 or 1, not %1.").arg(degree));
    for (const int count : {options.seasonalJump, options.trendJump, options.lowPassJump, options.inner - 1, options.outer})
        if (count < 0)
            return fail(ErrorCode::InvalidInput,
                        StlText::tr("Jumps and outer rounds of a decomposition are 0 or more, inner rounds 1 or more."));
    return {};
}

Result<void> checkSeries(Values y, const StlOptions &options)
{
    if (options.season < 2)
        return fail(ErrorCode::InvalidInput,
                    StlText::tr("A decomposition needs a season of at least 2 observations, not %1.").arg(options.season));
    if (qint64(y.size()) <= 2 * qint64(options.season))
        return fail(ErrorCode::TooShort,
                    StlText::tr("A decomposition with a season of %1 needs more than %2 observations; there are %3.")
                        .arg(options.season).arg(2 * qint64(options.season)).arg(y.size()));
    const auto gap = std::find_if(y.begin(), y.end(), [](double value) { return !std::isfinite(value); });
    if (gap != y.end())
        return fail(ErrorCode::InvalidInput,
                    StlText::tr("Observation %1 is missing: fill the gaps before the decomposition.").arg(gap - y.begin() + 1));
    return {};
}

// out[i] is the mean of in[i .. i + length - 1]; returns how many there are. out may be in.
size_t movingMean(std::span<const double> in, size_t length, std::span<double> out)
{
    double sum = 0;
    for (size_t i = 0; i < length; ++i)
        sum += in[i];
    const size_t count = in.size() - length + 1;
    for (size_t i = 0; i < count; ++i) {
        const double leaving = in[i];
        const double entering = i + 1 < count ? in[i + length] : 0.0;
        out[i] = sum / double(length);
        sum += entering - leaving;
    }
    return count;
}

// Each place in the season gets its mean over all seasons.
void averageSeasons(std::span<double> seasonal, size_t season)
{
    for (size_t phase = 0; phase < season; ++phase) {
        double sum = 0;
        size_t count = 0;
        for (size_t i = phase; i < seasonal.size(); i += season, ++count)
            sum += seasonal[i];
        for (size_t i = phase; i < seasonal.size(); i += season)
            seasonal[i] = sum / double(count);
    }
}

double bisquare(double distance, double reach)
{
    if (distance <= 0.001 * reach)
        return 1.0;
    if (distance > 0.999 * reach)
        return 0.0;
    const double share = distance / reach;
    return (1.0 - share * share) * (1.0 - share * share);
}

double medianOf(std::span<double> values)
{
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    return 0.5 * (*middle + *std::max_element(values.begin(), middle));
}

} // namespace

void StlWorkspace::prepare(qint64 n, const StlOptions &options)
{
    m_season = options.season;
    if (options != m_prepared || n != m_preparedLength) {
        m_seasonalLoess = Loess({options.seasonalWindow, options.seasonalDegree, options.seasonalJump}, n);
        m_trendLoess = Loess({options.trendWindow, options.trendDegree, options.trendJump}, n);
        m_lowPassLoess = Loess({options.lowPassWindow, options.lowPassDegree, options.lowPassJump}, n);
    }
    m_prepared = options;
    m_preparedLength = n;
    const size_t cycle = size_t((n - 1) / m_season + 1);
    for (auto *buffer : {&m_cycle, &m_cycleWeights, &m_cycleSmoothed})
        buffer->resize(cycle);
    for (auto *buffer : {&m_extended, &m_averages})
        buffer->resize(size_t(n + 2 * m_season));
    for (auto *buffer : {&m_lowPass, &m_rest})
        buffer->resize(size_t(n));
}

// One place in the season through all seasons: smoothed, and carried on by one season at either end.
void StlWorkspace::smoothCycle(qint64 phase, Values y, Values trend, Values weights)
{
    const auto n = qint64(y.size());
    const qint64 count = (n - phase - 1) / m_season + 1;
    for (qint64 i = 0, at = phase; i < count; ++i, at += m_season)
        m_cycle[size_t(i)] = y[size_t(at)] - trend[size_t(at)];
    if (!weights.empty())
        for (qint64 i = 0, at = phase; i < count; ++i, at += m_season)
            m_cycleWeights[size_t(i)] = weights[size_t(at)];
    const Values cycle(m_cycle.data(), size_t(count));
    const Values cycleWeights(m_cycleWeights.data(), weights.empty() ? 0 : size_t(count));
    const std::span<double> smoothed(m_cycleSmoothed.data(), size_t(count));
    m_seasonalLoess.smooth(cycle, cycleWeights, smoothed);
    double *out = m_extended.data() + phase;
    *out = m_seasonalLoess.at(cycle, cycleWeights, -1).value_or(smoothed.front());
    for (const double value : smoothed)
        *(out += m_season) = value;
    *(out + m_season) = m_seasonalLoess.at(cycle, cycleWeights, count).value_or(smoothed.back());
}

void StlWorkspace::smoothCycles(Values y, Values trend, Values weights)
{
    for (qint64 phase = 0; phase < m_season; ++phase)
        smoothCycle(phase, y, trend, weights);
}

// What is left of a trend in the smoothed cycles is taken out, so that the seasonal part varies about zero.
void StlWorkspace::takeLowPassOut(std::span<double> seasonal)
{
    std::span<double> averages(m_averages);
    const size_t once = movingMean(m_extended, size_t(m_season), averages);
    const size_t twice = movingMean(averages.first(once), size_t(m_season), averages);
    const size_t thrice = movingMean(averages.first(twice), 3, averages);
    m_lowPassLoess.smooth(averages.first(thrice), {}, m_lowPass);
    for (size_t i = 0; i < seasonal.size(); ++i)
        seasonal[i] = m_extended[i + size_t(m_season)] - m_lowPass[i];
}

void StlWorkspace::update(Values y, Values weights, std::span<double> seasonal, std::span<double> trend)
{
    smoothCycles(y, trend, weights);
    takeLowPassOut(seasonal);
    for (size_t i = 0; i < y.size(); ++i)
        m_rest[i] = y[i] - seasonal[i];
    m_trendLoess.smooth(m_rest, weights, trend);
}

// Bisquare weights that reach to six median absolute remainders.
void StlWorkspace::weigh(Values y, Values seasonal, Values trend, std::span<double> weights)
{
    for (size_t i = 0; i < y.size(); ++i)
        m_rest[i] = weights[i] = std::abs(y[i] - seasonal[i] - trend[i]);
    const double reach = 6.0 * medianOf(m_rest);
    for (double &weight : weights)
        weight = bisquare(weight, reach);
}

Result<Decomposition> StlWorkspace::decompose(Values y, const StlOptions &asked)
{
    if (auto checked = checkWindows(asked).and_then([&] { return checkSeries(y, asked); }); !checked)
        return fail(checked.error());
    const StlOptions options = filledIn(asked, qint64(y.size()));
    prepare(qint64(y.size()), options);
    Decomposition parts;
    parts.seasons = {asked.season};
    parts.trend.assign(y.size(), 0.0);
    parts.weights.assign(y.size(), 1.0);
    std::vector<double> &seasonal = parts.seasonal.emplace_back(y.size());
    for (int round = 0; round <= options.outer; ++round) {
        if (round > 0)
            weigh(y, seasonal, parts.trend, parts.weights);
        for (int i = 0; i < options.inner; ++i)
            update(y, round > 0 ? Values(parts.weights) : Values(), seasonal, parts.trend);
    }
    if (asked.seasonalWindow == 0)
        averageSeasons(seasonal, size_t(asked.season));
    parts.remainder.resize(y.size());
    for (size_t i = 0; i < y.size(); ++i)
        parts.remainder[i] = y[i] - parts.trend[i] - seasonal[i];
    return parts;
}

Result<Decomposition> stl(Values y, const StlOptions &options) { return StlWorkspace().decompose(y, options); }

} // namespace foretrail
