#include "core/models/Forecaster.h"

#include <QCoreApplication>

#include <algorithm>

namespace foretrail {

namespace {

struct ForecasterText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::Forecaster)
};

} // namespace

Result<ForecastParts> Forecaster::explain(const Series &, int, JobContext &) const
{
    return fail(ErrorCode::Unsupported, ForecasterText::tr("This model does not tell what its forecast is made of. Choose another, such as auto, ar-fourier or ets."));
}

Result<ForecastParts> closedParts(const Forecaster &inner, const Forecaster &outer, const Series &history, int horizon, JobContext &job)
{
    Result<ForecastParts> parts = inner.explain(history, horizon, job);
    if (!parts)
        return parts;
    const Result<Forecast> whole = outer.forecast(history, horizon, {});
    if (!whole)
        return fail(whole.error());
    parts->closeOn(whole->mean);
    return parts;
}

const Band *Forecast::band(double level) const
{
    const auto found = std::find_if(bands.begin(), bands.end(), [level](const Band &b) { return b.level == level; });
    return found == bands.end() ? nullptr : &*found;
}

} // namespace foretrail
