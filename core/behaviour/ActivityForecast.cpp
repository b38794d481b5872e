#include "core/behaviour/ActivityForecast.h"

#include "core/models/ModelRegistry.h"

#include <boost/math/distributions/normal.hpp>

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace foretrail {
namespace {

struct ActivityForecastText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ActivityForecast)
};

// A regression with a season needs dozens of steps with something in them; a mean of the last steps needs a few.
constexpr qint64 activeStepsForRegression = 30;
constexpr qint64 stepsForRegression = 60;
constexpr qint64 activeStepsForAverage = 4;
constexpr qint64 stepsForAverage = 7;
constexpr int averageOver = 8;

Result<Forecast> forecastWith(const QString &name, const Series &activity, JobContext &job)
{
    ModelSpec spec;
    spec.model = name;
    spec.lookback = int(std::min<qint64>(averageOver, activity.size()));
    auto model = ModelRegistry::classical().create(spec);
    if (!model)
        return fail(model.error());
    if (const Result<void> done = (*model)->fit(activity, {}, job); !done)
        return fail(done.error());
    constexpr std::array<double, 2> levels{80, 95};
    return (*model)->forecast(activity, activity.axis.step == Step::Week ? 4 : 7, levels);
}

/// What one who stays will do, as a forecast says it: a mean and how far it spreads to either side.
struct Staying {
    double mean = 0, below = 0, above = 0;
    double quantile(double share) const
    {
        const double z = boost::math::quantile(boost::math::normal(), share);
        return mean + z * (z < 0 ? below : above);
    }
    double shareBelowZero() const
    {
        const double spread = mean > 0 ? below : above;
        return spread > 0 ? boost::math::cdf(boost::math::normal(), -mean / spread) : mean > 0 ? 0 : mean < 0 ? 1 : 0.5;
    }
};

/// The quantile where all but a share of `active` stand at zero.
double quantileWithGone(const Staying &staying, double active, double share)
{
    const double negative = active * staying.shareBelowZero();
    if (share < negative)
        return staying.quantile(share / active);
    const double behind = share - (1 - active);
    return behind <= negative ? 0 : staying.quantile(behind / active);
}

} // namespace

void weighWithActive(Forecast &forecast, double active)
{
    if (!(active > 0 && active < 1))
        return;
    for (Band &band : forecast.bands) {
        const double tail = (1 - band.level / 100) / 2;
        const double width = boost::math::quantile(boost::math::normal(), 1 - tail);
        for (size_t step = 0; step < forecast.mean.size(); ++step) {
            const double mean = forecast.mean[step];
            const Staying staying{mean, (mean - band.low[step]) / width, (band.high[step] - mean) / width};
            band.low[step] = quantileWithGone(staying, active, tail);
            band.high[step] = quantileWithGone(staying, active, 1 - tail);
        }
    }
    for (double &mean : forecast.mean)
        mean *= active;
}

Result<ActivityForecast> forecastActivity(const Series &activity, JobContext &job)
{
    const qint64 active = std::count_if(activity.values.begin(), activity.values.end(), [](double count) { return count > 0; });
    QStringList models;
    if (active >= activeStepsForRegression && activity.size() >= stepsForRegression)
        models << QStringLiteral("ar-fourier");
    if (active >= activeStepsForAverage && activity.size() >= stepsForAverage)
        models << QStringLiteral("moving-average");
    for (const QString &name : std::as_const(models)) {
        Result<Forecast> forecast = forecastWith(name, activity, job);
        if (forecast)
            return ActivityForecast{std::move(*forecast), name, {}};
        if (forecast.error().isCancelled())
            return fail(forecast.error());
    }
    const QString note = activity.axis.step == Step::Week
        ? ActivityForecastText::tr("Active in %n week(s): too few for a forecast of the activity, which needs %1.", nullptr, int(active))
        : ActivityForecastText::tr("Active on %n day(s): too few for a forecast of the activity, which needs %1.", nullptr, int(active));
    return ActivityForecast{{}, {}, note.arg(activeStepsForAverage)};
}

} // namespace foretrail
