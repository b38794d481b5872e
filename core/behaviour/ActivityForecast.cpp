#include "core/behaviour/ActivityForecast.h"

#include "core/models/ModelRegistry.h"

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

} // namespace

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
