#include "core/training/FittedModel.h"

#include "core/series/Statistics.h"
#include "core/training/Companions.h"
#include "core/training/Models.h"

namespace foretrail {

Result<FitOptions> fittingOptions(const PreparedSeries &prepared, int horizon, qint64 heldBack, const Companions *companions, JobContext &job)
{
    FitOptions options = prepared.fitOptions();
    options.horizon = horizon;
    if (!companions)
        return options;
    Result<std::shared_ptr<const Panel>> panel = companions->before(prepared.series(), heldBack, job);
    if (!panel)
        return fail(panel.error());
    options.panel = std::move(*panel);
    return options;
}

Result<std::unique_ptr<Forecaster>> fittedModel(const ModelSpec &spec, const PreparedSeries &prepared, FitOptions options, JobContext &job)
{
    auto model = makeForecaster(spec);
    if (!model)
        return fail(model.error());
    (*model)->setRegressors(prepared.regressors());
    options.validation = int(prepared.frame().size() - prepared.frame().fitLength);
    if (const Result<void> done = (*model)->fit(prepared.series(), options, job); !done)
        return fail(done.error());
    return model;
}

Result<Forecast> forecastUntransformed(const ModelSpec &spec, const PreparedSeries &prepared, int horizon, const QList<double> &levels, JobContext &job)
{
    auto model = makeForecaster(spec);
    if (!model)
        return fail(model.error());
    Series history = prepared.history();
    history.values = carriedOn(history.values, missing); // what recipes leave missing would stop a baseline
    FitOptions options;
    options.horizon = horizon;
    if (const Result<void> done = (*model)->fit(history, options, job); !done)
        return fail(done.error());
    return (*model)->forecast(history, horizon, levels).map([&](Forecast forecast) { return prepared.limits().limited(std::move(forecast)); });
}

} // namespace foretrail
