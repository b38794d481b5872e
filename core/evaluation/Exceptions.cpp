#include "core/evaluation/Exceptions.h"

#include "core/evaluation/Metrics.h"
#include "core/series/Statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>

namespace foretrail {
namespace {

std::vector<double> knownOf(Values values)
{
    std::vector<double> known;
    std::copy_if(values.begin(), values.end(), std::back_inserter(known), [](double value) { return std::isfinite(value); });
    return known;
}

/// What repeating the season misses on average before the steps that are judged.
double exceptionScale(const ExceptionInput &input)
{
    return naiveScale(input.history.first(input.history.size() - std::min(input.history.size(), input.recentActual.size())), input.season);
}

std::optional<SeriesException> tooShort(const ExceptionInput &input, const ExceptionLimits &limits)
{
    const auto known = qint64(knownOf(input.history).size());
    const int least = std::max(limits.fewest, input.season <= limits.longestSeason ? limits.seasons * input.season : 0);
    if (known >= least)
        return {};
    return SeriesException{ExceptionKind::TooShort, double(known), double(least), missing, missing, known};
}

/// The least and the greatest mean of `length` neighbouring values.
std::pair<double, double> stretchMeans(const std::vector<double> &values, size_t length)
{
    double sum = 0, low = std::numeric_limits<double>::infinity(), high = -low;
    for (size_t i = 0; i < values.size(); ++i) {
        sum += values[i] - (i >= length ? values[i - length] : 0);
        if (i + 1 < length)
            continue;
        low = std::min(low, sum / double(length));
        high = std::max(high, sum / double(length));
    }
    return {low, high};
}

std::optional<SeriesException> farForecast(const ExceptionInput &input, const ExceptionLimits &limits)
{
    const std::vector<double> known = knownOf(input.history), ahead = knownOf(input.forecast);
    if (ahead.empty() || known.size() < size_t(limits.farStretches) * ahead.size())
        return {};
    const auto [low, high] = stretchMeans(known, ahead.size());
    const double size = std::accumulate(known.begin(), known.end(), 0.0, [](double sum, double value) { return sum + std::abs(value); }) / double(known.size());
    const double mean = meanOf(ahead), room = std::max(limits.farShare * (high - low), limits.farLeast * size);
    const bool isAbove = mean > high + room;
    if (!isAbove && !(mean < low - room))
        return {};
    return SeriesException{ExceptionKind::FarForecast, mean, isAbove ? high + room : low - room, low, high, qint64(ahead.size())};
}

std::optional<SeriesException> largeError(const ExceptionInput &input, const ExceptionLimits &limits)
{
    const Metrics recent = pointMetrics(input.recentActual, input.recentForecast, ErrorScales{});
    const double scale = exceptionScale(input);
    if (recent.count == 0 || !(recent.mae > limits.largeRatio * scale) || !(scale > 0))
        return {};
    return SeriesException{ExceptionKind::LargeError, recent.mae, limits.largeRatio * scale, scale, missing, recent.count};
}

/// Errors of the last steps, summed where both values are known.
struct RecentErrors {
    double error = 0, square = 0, actual = 0, forecast = 0;
    qint64 count = 0, busy = 0; ///< those that have something

    explicit RecentErrors(const ExceptionInput &input)
    {
        for (size_t i = 0; i < std::min(input.recentActual.size(), input.recentForecast.size()); ++i) {
            const double happened = input.recentActual[i], said = input.recentForecast[i];
            if (!std::isfinite(happened) || !std::isfinite(said))
                continue;
            error += happened - said;
            square += (happened - said) * (happened - said);
            actual += std::abs(happened);
            forecast += said;
            ++count;
            busy += happened != 0;
        }
    }
};

/// The mean square of what repeating the season misses before the steps that are judged; 0 where there is none.
double usualMissSquare(const ExceptionInput &input)
{
    const Values before = input.history.first(input.history.size() - std::min(input.history.size(), input.recentActual.size()));
    const auto season = size_t(std::max(input.season, 1));
    double sum = 0;
    qint64 count = 0;
    for (size_t i = season; i < before.size(); ++i)
        if (const double change = before[i] - before[i - season]; std::isfinite(change)) {
            sum += change * change;
            ++count;
        }
    return count > 0 ? sum / double(count) : 0;
}

std::optional<SeriesException> biased(const ExceptionInput &input, const ExceptionLimits &limits)
{
    const RecentErrors sums(input);
    if (sums.count < limits.biasFewest || !(sums.square > 0))
        return {};
    const double off = std::abs(sums.error), spread = usualMissSquare(input);
    const double byErrors = off / std::sqrt(sums.square), byHistory = spread > 0 ? off / std::sqrt(spread * double(sums.count)) : 0;
    if (!(sums.actual > 0)) // no share of nothing, and the errors have but one side
        return byHistory > limits.biasSignal ? std::optional(SeriesException{ExceptionKind::Bias, missing, limits.biasShare, sums.forecast, 0, sums.count}) : std::nullopt;
    const double share = off / sums.actual;
    const bool isSure = share > limits.biasShare && std::max(byErrors, byHistory) > limits.biasSignal;
    const bool isLarge = share > limits.biasLarge && byErrors > limits.biasLargeSignal;
    if (!isSure && !isLarge)
        return {};
    return SeriesException{ExceptionKind::Bias, sums.error / sums.actual, limits.biasShare, missing, missing, sums.count};
}

/// Where errors began to grow for the last time, counted from the first of `errors`; none where they did not (Page 1954, Hinkley 1971).
std::optional<size_t> growthFrom(const std::vector<double> &errors, const ExceptionLimits &limits)
{
    std::optional<size_t> from;
    double mean = 0, sum = 0, least = 0;
    size_t seen = 0, lowest = 0;
    for (size_t i = 0; i < errors.size(); ++i) {
        mean += (errors[i] - mean) / double(++seen);
        sum = limits.driftForgetting * sum + errors[i] - mean - limits.driftDelta;
        if (sum < least) {
            least = sum;
            lowest = i + 1;
        }
        if (sum - least <= limits.driftLambda || seen < size_t(limits.driftFewest))
            continue;
        from = lowest;
        mean = sum = least = 0; // the larger errors are the usual ones from here on
        seen = 0;
        lowest = i + 1;
    }
    return from;
}

std::optional<SeriesException> drifting(const ExceptionInput &input, const ExceptionLimits &limits)
{
    const double scale = exceptionScale(input);
    if (!(scale > 0))
        return {};
    std::vector<double> errors = knownOf(input.oneStepErrors);
    for (double &error : errors)
        error = std::abs(error) / scale;
    const std::optional<size_t> from = growthFrom(errors, limits);
    if (!from || *from == 0 || *from >= errors.size() || double(*from) < (1 - limits.driftRecent) * double(errors.size()))
        return {};
    const double before = meanOf(Values(errors).first(*from)), since = meanOf(Values(errors).subspan(*from));
    return SeriesException{ExceptionKind::Drift, since * scale, before * scale, before * scale, missing, qint64(errors.size() - *from)};
}

std::optional<SeriesException> unstable(const ExceptionInput &input, const ExceptionLimits &limits)
{
    double revised = 0, size = 0;
    const size_t steps = std::min(input.forecast.size(), input.earlier.size());
    for (size_t i = 0; i < steps; ++i) {
        revised += std::abs(input.forecast[i] - input.earlier[i]) / double(steps);
        size += std::abs(input.forecast[i]) / double(steps);
    }
    const double scale = exceptionScale(input);
    if (steps == 0 || !(size > 0) || !(revised > limits.revisionShare * size) || revised <= limits.revisionRatio * scale)
        return {};
    return SeriesException{ExceptionKind::Unstable, revised / size, limits.revisionShare, missing, missing, qint64(steps)};
}

std::optional<SeriesException> silent(const ExceptionInput &input, const ExceptionLimits &limits)
{
    qint64 run = 0, longestBefore = 0;
    bool hasBegun = false;
    for (const double value : input.history) {
        const bool isQuiet = std::isnan(value) || value == 0;
        if (!isQuiet && hasBegun)
            longestBefore = std::max(longestBefore, run);
        hasBegun = hasBegun || !isQuiet;
        run = isQuiet ? run + 1 : 0;
    }
    const qint64 least = std::max({qint64(limits.silentFewest), qint64(input.season), longestBefore + 1});
    if (!hasBegun || run < least)
        return {};
    return SeriesException{ExceptionKind::Silent, double(run), double(least), missing, missing, run};
}

std::optional<SeriesException> behind(const ExceptionInput &input, const ExceptionLimits &limits)
{
    const RecentErrors sums(input);
    if (!(input.gain <= -limits.behindMargin) || double(sums.busy) < limits.behindBusy * double(sums.count))
        return {};
    return SeriesException{ExceptionKind::Behind, input.gain, -limits.behindMargin, missing, missing, sums.count};
}

} // namespace

QList<SeriesException> findExceptions(const ExceptionInput &input, const ExceptionLimits &limits)
{
    QList<SeriesException> found;
    for (const auto find : {tooShort, farForecast, largeError, biased, drifting, unstable, silent, behind})
        if (const std::optional<SeriesException> exception = find(input, limits))
            found.append(*exception);
    return found;
}

} // namespace foretrail
