#include "core/models/Intervals.h"

#include <boost/math/distributions/normal.hpp>

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

struct IntervalsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::Models)
};

} // namespace

double normalWidth(double level)
{
    return boost::math::quantile(boost::math::normal(), 0.5 + level / 200.0);
}

Forecast normalForecast(std::vector<double> mean, const std::vector<double> &deviation,
                        std::span<const double> levels, bool isNonNegative)
{
    const double floor = isNonNegative ? 0.0 : -std::numeric_limits<double>::infinity();
    Forecast forecast;
    for (double level : levels) {
        const double z = normalWidth(level);
        Band band{level, {}, {}};
        for (size_t k = 0; k < mean.size(); ++k) {
            band.low.push_back(std::max(mean[k] - z * deviation[k], floor));
            band.high.push_back(std::max(mean[k] + z * deviation[k], floor));
        }
        forecast.bands.push_back(std::move(band));
    }
    for (double &value : mean)
        value = std::max(value, floor);
    forecast.mean = std::move(mean);
    return forecast;
}

void leaveLogarithms(Forecast &forecast)
{
    const auto leave = [](std::vector<double> &values) {
        for (double &value : values)
            value = std::min(std::exp(value), std::numeric_limits<double>::max());
    };
    leave(forecast.mean);
    for (Band &band : forecast.bands) {
        leave(band.low);
        leave(band.high);
    }
}

Result<void> checkRequest(const Series &history, qint64 needed, int horizon, std::span<const double> levels)
{
    if (horizon < 1)
        return fail(ErrorCode::InvalidInput, IntervalsText::tr("The horizon is %1 steps; it must be at least 1.").arg(horizon));
    for (double level : levels)
        if (!(level > 0 && level < 100))
            return fail(ErrorCode::InvalidInput,
                        IntervalsText::tr("%1 is not an interval level; it must lie between 0 and 100.").arg(level));
    return checkHistory(history, needed);
}

Result<void> checkHistory(const Series &history, qint64 needed)
{
    if (history.size() < needed)
        return fail(ErrorCode::TooShort, IntervalsText::tr("Series %1 has %n observations, this model needs at least %2. Choose a "
                                            "finer step, a smaller season or a simpler model.", nullptr, int(history.size()))
                                             .arg(history.key).arg(needed));
    const auto bad = std::find_if_not(history.values.begin(), history.values.end(),
                                      [](double value) { return std::isfinite(value); });
    if (bad == history.values.end())
        return {};
    const auto index = qint64(bad - history.values.begin());
    const QString place = history.axis.hasCalendar() ? formatTime(history.timeAt(index), history.axis.step)
                                                     : IntervalsText::tr("observation %1").arg(index + 1);
    return fail(ErrorCode::InvalidInput, IntervalsText::tr("Series %1 has no usable value at %2. Choose a rule for missing values.")
                                             .arg(history.key, place));
}

bool isNonNegative(Values values)
{
    constexpr double rare = 0.02, little = 0.01;
    double count = 0, negatives = 0, below = 0, above = 0;
    for (const double value : values) {
        if (std::isnan(value))
            continue;
        count += 1;
        negatives += value < 0 ? 1 : 0;
        (value < 0 ? below : above) += std::abs(value);
    }
    return negatives <= rare * count && below <= little * above;
}

int seasonOf(const ModelSpec &spec, const Series &series)
{
    return std::max(1, spec.season > 0 ? spec.season : usualSeason(series.axis));
}

int longestSeasonOf(const ModelSpec &spec, const Series &series)
{
    constexpr int hoursOfDay = 24, hoursOfWeek = 168;
    const int season = seasonOf(spec, series);
    return season == hoursOfDay && series.size() >= 3 * hoursOfWeek ? hoursOfWeek : season;
}

} // namespace foretrail
