#include "core/training/ReadyModel.h"

#include "core/training/ReopenedRun.h"
#include "core/training/SurroundingsReader.h"

namespace foretrail {

FittedForecast FittedForecast::of(const ForecastOutcome &outcome, const TrainingSpec &spec)
{
    FittedForecast fitted{spec, outcome.boundary, outcome.saved};
    fitted.spec.query.keys = {outcome.history.key};
    fitted.spec.query.top = 0;
    return fitted;
}

Result<ModelData> ModelData::read(Workspace &workspace, const FittedForecast &fitted, JobContext &job)
{
    const TrainingSpec &spec = fitted.spec;
    Result<Series> series = singleSeries(workspace, spec.query, job);
    if (!series)
        return fail(series.error());
    Result<Surroundings> surroundings = SurroundingsReader(workspace.data(), spec.recipe, spec.query, spec.model.global.attributes).read(series->key, job);
    if (!surroundings)
        return fail(surroundings.error());
    return ModelData{std::move(*series), std::move(*surroundings)};
}

Result<ReadyModel> ReadyModel::from(const ModelData &data, const FittedForecast &fitted, JobContext &job)
{
    Result<PreparedSeries> prepared = PreparationTask{data.series, fitted.spec, data.surroundings, job}.prepared(fitted.boundary, {}, fitted.spec.horizon);
    if (!prepared)
        return fail(prepared.error());
    auto model = makeForecaster(fitted.spec.model);
    if (!model)
        return fail(model.error());
    if (const Result<void> restored = (*model)->restore(fitted.saved); !restored)
        return fail(restored.error());
    (*model)->setRegressors(prepared->regressors());
    return ReadyModel{std::move(*prepared), std::move(*model)};
}

} // namespace foretrail
