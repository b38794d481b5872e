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

/// What is at stake, by how sure it is: half sure at the limit, and the surer the further beyond it (`beyond` times the limit).
double weightOf(double stake, double beyond)
{
    const double sure = beyond > 1 ? 1 - 0.5 / beyond : 0.5; // not a number: as at the limit
    return std::isfinite(stake) ? std::abs(stake) * sure : 0;
}

double sizeOf(const std::vector<double> &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0, [](double sum, double value) { return sum + std::abs(value); });
}

std::optional<SeriesException> tooShort(const ExceptionInput &input, const ExceptionLimits &limits)
{
    const std::vector<double> values = knownOf(input.history);
    const auto known = qint64(values.size());
    const int least = std::max(limits.fewest, input.season <= limits.longestSeason ? limits.seasons * input.season : 0);
    if (known >= least)
        return {};
    return SeriesException{ExceptionKind::TooShort, double(known), double(least), missing, missing, known, weightOf(sizeOf(values), double(least) / double(known))};
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
    const double size = sizeOf(known) / double(known.size());
    const double mean = meanOf(ahead), room = std::max(limits.farShare * (high - low), limits.farLeast * size);
    const bool isAbove = mean > high + room;
    if (!isAbove && !(mean < low - room))
        return {};
    const double off = isAbove ? mean - high : low - mean;
    return SeriesException{ExceptionKind::FarForecast, mean, isAbove ? high + room : low - room, low, high, qint64(ahead.size()), weightOf(off * double(ahead.size()), off / room)};
}

/// Errors of the last steps, summed where both values are known.
struct RecentErrors {
    double error = 0, square = 0, actual = 0, forecast = 0, miss = 0, largest = 0;
    qint64 count = 0, busy = 0; ///< those that have something

    explicit RecentErrors(const ExceptionInput &input)
    {
        for (size_t i = 0; i < std::min(input.recentActual.size(), input.recentForecast.size()); ++i) {
            const double happened = input.recentActual[i], said = input.recentForecast[i];
            if (!std::isfinite(happened) || !std::isfinite(said))
                continue;
            error += happened - said;
            square += (happened - said) * (happened - said);
            miss += std::abs(happened - said);
            largest = std::max(largest, std::abs(happened - said));
            actual += std::abs(happened);
            forecast += said;
            ++count;
            busy += happened != 0;
        }
    }
};

std::optional<SeriesException> largeError(const ExceptionInput &input, const ExceptionLimits &limits)
{
    const RecentErrors sums(input);
    const double scale = exceptionScale(input), limit = limits.largeRatio * scale, mae = sums.miss / double(std::max<qint64>(sums.count, 1));
    // One day that nobody could foresee is no reason to look at the model: without it the error is as large.
    const double others = sums.count > 1 ? (sums.miss - sums.largest) / double(sums.count - 1) : mae;
    if (sums.count == 0 || !(scale > 0) || !(std::min(mae, others) > limit))
        return {};
    return SeriesException{ExceptionKind::LargeError, mae, limit, scale, missing, sums.count, weightOf((mae - scale) * double(sums.count), others / limit)};
}

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

/// By how much the sum of `length` neighbouring steps usually differs from that of as many before them, before the steps that are judged:
/// also where values follow each other or rise and fall by the month. From single steps where the history is too short for that.
double usualChangeOfSums(const ExceptionInput &input, qint64 length)
{
    const std::vector<double> before = knownOf(input.history.first(input.history.size() - std::min(input.history.size(), input.recentActual.size())));
    const auto span = size_t(length);
    if (span == 0 || before.size() < 3 * span)
        return std::sqrt(usualMissSquare(input) * double(length));
    std::vector<double> sums{0};
    for (const double value : before)
        sums.push_back(sums.back() + value); // cppcheck-suppress containerOutOfBounds ; it begins with one element
    double square = 0;
    size_t count = 0;
    for (size_t i = 0; i + 2 * span < sums.size(); ++i, ++count)
        square += std::pow(sums[i + 2 * span] - 2 * sums[i + span] + sums[i], 2);
    return std::sqrt(square / double(count));
}

std::optional<SeriesException> biased(const ExceptionInput &input, const ExceptionLimits &limits)
{
    const RecentErrors sums(input);
    if (sums.count < limits.biasFewest || !(sums.square > 0))
        return {};
    const double off = std::abs(sums.error), spread = usualMissSquare(input);
    const double byErrors = off / std::sqrt(sums.square), byHistory = spread > 0 ? off / std::sqrt(spread * double(sums.count)) : 0;
    const double usual = limits.biasChange * usualChangeOfSums(input, sums.count), weight = weightOf(off, usual > 0 ? off / usual : HUGE_VAL);
    if (!(off > usual))
        return {};
    if (!(sums.actual > 0)) // no share of nothing, and the errors have but one side
        return byHistory > limits.biasSignal ? std::optional(SeriesException{ExceptionKind::Bias, missing, limits.biasShare, sums.forecast, 0, sums.count, weight}) : std::nullopt;
    const double share = off / sums.actual;
    const bool isSure = share > limits.biasShare && std::max(byErrors, byHistory) > limits.biasSignal;
    const bool isLarge = share > limits.biasLarge && byErrors > limits.biasLargeSignal;
    if (!isSure && !isLarge)
        return {};
    return SeriesException{ExceptionKind::Bias, sums.error / sums.actual, limits.biasShare, missing, missing, sums.count, weight};
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
        error = std::min(std::abs(error) / scale, limits.driftMost);
    const std::optional<size_t> from = growthFrom(errors, limits);
    if (!from || *from == 0 || *from >= errors.size() || double(*from) < (1 - limits.driftRecent) * double(errors.size()))
        return {};
    const double before = meanOf(Values(errors).first(*from)) * scale, since = meanOf(Values(errors).subspan(*from)) * scale;
    const auto steps = qint64(errors.size() - *from);
    return SeriesException{ExceptionKind::Drift, since, before, before, missing, steps, weightOf((since - before) * double(steps), since / before)};
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
    const double beyond = revised / std::max(limits.revisionShare * size, limits.revisionRatio * scale);
    return SeriesException{ExceptionKind::Unstable, revised / size, limits.revisionShare, missing, missing, qint64(steps), weightOf(revised * double(steps), beyond)};
}

/// How long there has been nothing at the end of a series, and what was before.
struct Silence {
    qint64 run = 0, longestBefore = 0; ///< steps
    qint64 lived = 0, busy = 0;        ///< steps from the first that had something to the last, and those among them that had
    double sum = 0;

    explicit Silence(Values history)
    {
        for (const double value : history) {
            if (std::isnan(value) || value == 0) {
                ++run;
                continue;
            }
            if (busy > 0) {
                longestBefore = std::max(longestBefore, run);
                lived += run;
            }
            ++lived;
            ++busy;
            sum += value;
            run = 0;
        }
    }
    /// How likely so long a silence is where it is chance alone which steps have something.
    double chance() const { return std::pow(1 - double(busy) / double(lived), double(run)); }
};

std::optional<SeriesException> silent(const ExceptionInput &input, const ExceptionLimits &limits)
{
    const Silence silence(input.history);
    const qint64 least = std::max({qint64(limits.silentFewest), qint64(input.season), silence.longestBefore + 1});
    if (silence.busy == 0 || silence.run < least || silence.chance() > limits.silentChance)
        return {};
    if (double(silence.run) > limits.silentRecent * double(input.history.size())) // it has ended long ago, and forecasts know it
        return {};
    const double usual = silence.sum / double(silence.lived);
    return SeriesException{ExceptionKind::Silent, double(silence.run), double(least), missing, missing, silence.run,
                           weightOf(usual * double(silence.run), double(silence.run) / double(least))};
}

std::optional<SeriesException> behind(const ExceptionInput &input, const ExceptionLimits &limits)
{
    const RecentErrors sums(input);
    if (!(input.gain <= -limits.behindMargin) || double(sums.busy) < limits.behindBusy * double(sums.count))
        return {};
    const double worse = std::isfinite(input.gain) ? sums.miss * input.gain / (input.gain - 1) : sums.miss; // in sum, beside the baseline
    const double spread = std::sqrt(std::max(0.0, sums.square - sums.miss * sums.miss / double(std::max<qint64>(sums.count, 1)))); // of such a sum
    if (!(worse > limits.behindSignal * spread) && sums.count > 0)
        return {};
    return SeriesException{ExceptionKind::Behind, input.gain, -limits.behindMargin, missing, missing, sums.count,
                           weightOf(worse, spread > 0 ? worse / (limits.behindSignal * spread) : HUGE_VAL)};
}

} // namespace

double exceptionWeight(const QList<SeriesException> &exceptions)
{
    double most = 0;
    for (const SeriesException &exception : exceptions)
        most = std::max(most, exception.weight);
    return most;
}

QList<SeriesException> findExceptions(const ExceptionInput &input, const ExceptionLimits &limits)
{
    if (const std::optional<SeriesException> exception = tooShort(input, limits))
        return {*exception};
    QList<SeriesException> found;
    for (const auto find : {farForecast, largeError, biased, drifting, unstable, silent, behind})
        if (const std::optional<SeriesException> exception = find(input, limits))
            found.append(*exception);
    return found;
}

} // namespace foretrail
