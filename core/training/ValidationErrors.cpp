#include "core/training/ValidationErrors.h"

#include "core/training/Experiment.h"

#include <QCoreApplication>

#include <algorithm>

namespace foretrail {

namespace {

struct ValidationErrorsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ValidationErrors)
};

constexpr qint64 mostJudged = 8; ///< origins

/// What was forecast beside what happened.
struct JudgedSteps {
    std::vector<double> actual, forecast;
};

Result<void> judgeFrom(qint64 origin, qint64 steps, const Series &aligned, const PreparationTask &task, WallMs boundary, Forecaster &model, JudgedSteps &judged)
{
    const Result<PreparedSeries> known = task.prepared(boundary, aligned.timeAt(origin), steps);
    if (!known)
        return fail(known.error());
    model.setRegressors(known->regressors());
    Result<Forecast> forecast = model.forecast(known->series(), int(steps), {});
    if (!forecast)
        return fail(forecast.error());
    const Forecast back = known->ledBack(std::move(*forecast));
    for (qint64 h = 0; h < steps; ++h) {
        judged.actual.push_back(aligned.values[size_t(origin + h)]);
        judged.forecast.push_back(back.mean[size_t(h)]);
    }
    return {};
}

} // namespace

Result<Metrics> validationErrors(const PreparationTask &task, const SavedModel &saved)
{
    const Result<Series> aligned = task.aligned();
    if (!aligned)
        return fail(aligned.error());
    const qint64 end = aligned->size() - task.spec.split.test;
    const qint64 length = task.spec.split.validationLength(end, task.spec.horizon);
    if (length < 1)
        return fail(ErrorCode::TooShort, ValidationErrorsText::tr("There is no validation part to judge by. Keep some observations for it."));
    const auto model = makeForecaster(task.spec.model);
    if (!model)
        return fail(model.error());
    if (const Result<void> restored = (*model)->restore(saved); !restored)
        return fail(restored.error());
    const WallMs boundary = task.boundaryFor(aligned->axis, end, task.spec.model);
    JudgedSteps judged;
    for (qint64 origin = end - length; origin < end; origin += (length + mostJudged - 1) / mostJudged) {
        if (task.job.stopRequested())
            return fail(Error::cancelled());
        const qint64 steps = std::min<qint64>(task.spec.horizon, end - origin);
        if (const Result<void> done = judgeFrom(origin, steps, *aligned, task, boundary, **model, judged); !done)
            return fail(done.error());
    }
    return pointMetrics(judged.actual, judged.forecast, ErrorScales());
}

} // namespace foretrail
