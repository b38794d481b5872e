#include "core/online/RunDrift.h"

#include "core/drift/DriftMonitor.h"
#include "core/training/Experiment.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct RunDriftText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::RunDrift)
};

constexpr qint64 longestBefore = 400; ///< errors, as many as a monitor keeps

/// Of each step of the prepared series: the error on its scale, and in the unit of the data; NaN where nothing was observed or forecast.
struct OneStepErrors {
    std::vector<double> scaled, inUnit;
};

Result<OneStepErrors> errorsOfRun(const UpdateTask &task, const PreparedSeries &prepared)
{
    auto model = makeForecaster(task.spec.model);
    if (!model)
        return fail(model.error());
    if (const Result<void> restored = (*model)->restore(task.current.saved); !restored)
        return fail(restored.error());
    (*model)->setRegressors(prepared.regressors());
    const Series &series = prepared.series();
    const Result<std::vector<double>> said = (*model)->oneStep(series);
    if (!said)
        return fail(said.error());
    const std::vector<double> ledBack = prepared.ledBack(*said);
    OneStepErrors errors;
    for (qint64 step = 0; step < series.size(); ++step) {
        const qint64 place = task.aligned.axis.indexOf(series.timeAt(step));
        const double observed = place >= 0 && place < task.aligned.size() ? task.aligned.values[size_t(place)] : missing;
        const bool isKnown = std::isfinite(observed);
        errors.scaled.push_back(isKnown ? series.values[size_t(step)] - (*said)[size_t(step)] : missing);
        errors.inUnit.push_back(isKnown ? observed - ledBack[size_t(step + prepared.lead())] : missing);
    }
    return errors;
}

double meanOfErrors(const std::vector<double> &errors, qint64 first, qint64 end, bool isOfSizes)
{
    double sum = 0, count = 0;
    for (qint64 step = std::max<qint64>(first, 0); step < end; ++step) {
        const double error = errors[size_t(step)];
        if (!std::isfinite(error))
            continue;
        sum += isOfSizes ? std::abs(error) : error;
        ++count;
    }
    return count > 0 ? sum / count : missing;
}

/// The alarm was raised on the scale of the model; people read the unit of the data.
QString wordsOfAlarm(DriftAlert alert, const OneStepErrors &errors, const Series &series)
{
    const bool isOfSizes = alert.detector != u"page-hinkley";
    alert.before = meanOfErrors(errors.inUnit, alert.changedAt - longestBefore, alert.changedAt, isOfSizes);
    alert.after = meanOfErrors(errors.inUnit, alert.changedAt, alert.at + 1, isOfSizes);
    const WallMs changed = series.timeAt(alert.changedAt);
    if (!series.axis.hasCalendar())
        return alert.sentence();
    return RunDriftText::tr("Since %1 the model misses otherwise than before. %2", "a date, a sentence").arg(formatTime(changed, series.axis.step), alert.sentence());
}

} // namespace

Result<RunDrift> driftOf(const UpdateTask &task, WallMs since, JobContext &job, const DriftSettings &settings)
{
    const Result<PreparedSeries> prepared = task.prepared(task.current.boundary, 0, job);
    if (!prepared)
        return fail(prepared.error());
    const Result<OneStepErrors> errors = errorsOfRun(task, *prepared);
    if (!errors)
        return fail(errors.error());
    const Series &series = prepared->series();
    DriftMonitor monitor(settings);
    RunDrift drift;
    for (qint64 step = 0; step < series.size(); ++step) {
        const double error = errors->scaled[size_t(step)];
        drift.judged += std::isfinite(error);
        const std::optional<DriftAlert> alert = monitor.add(error);
        if (!alert || series.timeAt(step) < since)
            continue;
        drift.score = std::max(drift.score, alert->score);
        drift.reason = wordsOfAlarm(*alert, *errors, series);
    }
    if (drift.reason.isEmpty())
        drift.score = monitor.score();
    return drift;
}

} // namespace foretrail
