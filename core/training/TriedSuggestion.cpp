#include "core/training/TriedSuggestion.h"

#include "core/training/Backtest.h"
#include "core/training/PreparedSeries.h"

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

constexpr qint64 mostTriedSteps = 2000;
constexpr int origins = 8;

/// As much time ahead on the axis that the recipe makes as `horizon` steps are on that of the series.
int horizonAfter(const Series &series, const TrainingSpec &spec, int horizon, JobContext &job)
{
    const Result<Series> aligned = PreparationTask{series, spec, {}, job}.aligned();
    const double share = aligned && series.size() > 0 ? double(aligned->size()) / double(series.size()) : 1.0;
    return std::max(1, int(std::lround(share * horizon)));
}

std::optional<double> trialError(const Series &known, const Recipe &recipe, int horizon, JobContext &job)
{
    const Series recent = known.part(std::max<qint64>(known.size() - mostTriedSteps, 0), mostTriedSteps);
    TrainingSpec spec;
    spec.recipe = recipe;
    spec.model.model = QStringLiteral("theta");
    spec.horizon = horizonAfter(recent, spec, horizon, job);
    BacktestOptions options;
    options.folds = origins;
    options.stride = std::max(1, spec.horizon / 4);
    options.workers = 1;
    const Result<BacktestReport> report = backtest({recent}, spec, {spec.model.model}, options, job);
    const double error = report ? report->byModel.value(spec.model.model).wape : missing;
    return std::isfinite(error) ? std::optional(error) : std::nullopt;
}

} // namespace

Result<Suggestion> suggestTriedRecipe(const Series &series, JobContext &job)
{
    const Suggestion suggestion = suggestRecipe(series, [&](const Series &known, const Recipe &recipe, int horizon) { return trialError(known, recipe, horizon, job); });
    if (job.stopRequested())
        return fail(Error::cancelled());
    return suggestion;
}

} // namespace foretrail
