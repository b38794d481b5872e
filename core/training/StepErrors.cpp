#include "core/training/StepErrors.h"

#include "core/training/Backtest.h"
#include "core/training/ReopenedRun.h"
#include "core/training/SurroundingsReader.h"

#include <algorithm>

namespace foretrail {

namespace {

constexpr int mostStepOrigins = 8;

BacktestOptions originsOf(qint64 observations, int horizon)
{
    BacktestOptions options;
    const qint64 room = observations / 2 - horizon;
    options.folds = int(std::clamp<qint64>(room / std::max(1, horizon / 2) + 1, 1, mostStepOrigins));
    options.stride = int(std::clamp<qint64>(room / mostStepOrigins, 1, horizon));
    options.workers = 1;
    return options;
}

} // namespace

Result<std::vector<StepError>> stepErrors(Workspace &workspace, const TrainingSpec &spec, JobContext &job)
{
    const Result<Series> series = singleSeries(workspace, spec.query, job);
    if (!series)
        return fail(series.error());
    SurroundingsReader reader(workspace.data(), spec.recipe, spec.query, spec.model.global.attributes);
    TrainingSpec own = spec;
    own.horizon = own.split.test = std::max(1, spec.split.test > 0 ? spec.split.test : spec.horizon);
    own.model.intervals = IntervalKind::Model; // bands are not asked for
    const auto report = backtest({*series}, own, {spec.model.model}, originsOf(series->size(), own.horizon), job,
                                 [&](const QString &key) { return reader.read(key, job); });
    if (!report)
        return fail(report.error());
    std::vector<StepError> errors;
    for (const BacktestGroup &group : report->tables.byStep)
        if (group.model == spec.model.model)
            errors.push_back({group.name.toInt(), group.metrics});
    return errors;
}

} // namespace foretrail
