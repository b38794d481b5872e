#include "core/training/BesideForecasts.h"

#include "core/training/RunNames.h"

#include "core/training/OutcomeJson.h"
#include "core/training/PreparedSeries.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

struct BesideForecastsText { Q_DECLARE_TR_FUNCTIONS(foretrail::BesideForecasts) };

Forecast firstSteps(const Forecast &forecast, qint64 count)
{
    const auto cut = [count](const std::vector<double> &values) {
        return std::vector<double>(values.begin(), values.begin() + std::ptrdiff_t(std::min<qint64>(std::max<qint64>(count, 0), qint64(values.size()))));
    };
    Forecast first{cut(forecast.mean), {}};
    for (const Band &band : forecast.bands)
        first.bands.push_back({band.level, cut(band.low), cut(band.high)});
    return first;
}

/// The step of `shown`'s axis at which the test part of a stored run begins. Its boundary says when that was, should the series begin earlier by now.
qint64 testStartOf(const ForecastOutcome &stored, const TrainingSpec &spec, const ForecastOutcome &shown)
{
    const TimeAxis &axis = shown.history.axis;
    if (stored.boundary == 0 || !axis.hasCalendar())
        return stored.trainLength;
    const ModelInfo *info = modelRegistry().find(spec.model.model);
    const qint64 validation = info && info->isNeural && !info->learnsFromPanel ? stored.validationLength : 0;
    return axis.indexOf(stored.boundary) + stored.trainLength - std::max<qint64>(stored.trainLength - validation, 1);
}

bool isOnAnotherAxis(const TrainingSpec &stored, const TrainingSpec &shown)
{
    return stored.query.step != shown.query.step || ((changesAxis(stored.recipe) || changesAxis(shown.recipe)) && !(stored.recipe == shown.recipe));
}

} // namespace

double errorOnTest(const ForecastOutcome &shown, const TrainingSpec &spec, qint64 testStart, const Forecast &test)
{
    // A run that is opened again knows the history alone, and there may be more of it by now.
    const Values later = Values(shown.history.values).subspan(size_t(std::min(shown.trainLength, shown.history.size())));
    const Values actual = shown.actual.empty() ? later.first(std::min(later.size(), size_t(spec.split.test))) : Values(shown.actual);
    if (actual.empty() || testStart != shown.trainLength || test.mean.size() < actual.size())
        return missing;
    return pointMetrics(actual, Values(test.mean).first(actual.size()), ErrorScales{}).mae;
}

Result<BesideForecast> besideModel(Workspace &workspace, const TrainingSpec &spec, const QString &model, const ForecastOutcome &shown, JobContext &job)
{
    BesideForecast beside;
    beside.choice.model = model;
    beside.name = model;
    beside.spec = spec;
    beside.spec.model.model = model;
    beside.fingerprint = shown.fingerprint;
    Result<QList<ForecastOutcome>> outcomes = forecastFromWorkspace(workspace, beside.spec, job, {}, 1);
    if (!outcomes && outcomes.error().isCancelled())
        return fail(outcomes.error());
    if (!outcomes || outcomes->isEmpty()) {
        beside.problem = outcomes ? BesideForecastsText::tr("The series is no longer in the workspace.") : outcomes.error().message;
        return beside;
    }
    const ForecastOutcome &outcome = outcomes->front();
    beside.testStart = outcome.trainLength;
    beside.futureStart = outcome.history.size();
    beside.test = firstSteps(outcome.test, outcome.history.size() - outcome.trainLength);
    beside.future = outcome.future;
    beside.mae = errorOnTest(shown, spec, beside.testStart, beside.test);
    return beside;
}

Result<BesideForecast> besideRun(Workspace &workspace, RunId run, const TrainingSpec &spec, const ForecastOutcome &shown)
{
    BesideForecast beside;
    beside.choice.run = run;
    const Result<RunRecord> record = RunStore(workspace).load(run);
    if (!record) {
        beside.problem = record.error().message;
        return beside;
    }
    const Result<TrainingSpec> stored = TrainingSpec::fromJson(record->summary.spec);
    beside.name = stored ? shortRunName(record->summary.name, stored->model.model, run) : record->summary.name;
    const Result<ForecastOutcome> outcome = outcomeFromJson(record->outcome);
    if (!stored || !outcome) {
        beside.problem = stored ? outcome.error().message : stored.error().message;
        return beside;
    }
    beside.spec = *stored;
    if (isOnAnotherAxis(*stored, spec)) {
        beside.problem = BesideForecastsText::tr("It was forecast in other steps.");
        return beside;
    }
    const qint64 tested = qint64(outcome->fitted.size()) - outcome->trainLength; // the history ended with the test part then
    beside.testStart = testStartOf(*outcome, *stored, shown);
    beside.futureStart = beside.testStart + std::max<qint64>(tested, 0);
    beside.test = firstSteps(outcome->test, tested);
    beside.future = outcome->future;
    beside.mae = errorOnTest(shown, spec, beside.testStart, beside.test);
    return beside;
}

std::vector<size_t> closestOf(const std::vector<double> &errors)
{
    constexpr double rounding = 1e-9;
    double least = std::numeric_limits<double>::infinity();
    for (const double error : errors)
        least = std::isfinite(error) ? std::min(least, error) : least;
    std::vector<size_t> closest;
    for (size_t i = 0; i < errors.size(); ++i)
        if (std::isfinite(errors[i]) && errors[i] <= least * (1 + rounding))
            closest.push_back(i);
    const auto compared = std::count_if(errors.begin(), errors.end(), [](double error) { return std::isfinite(error); });
    return compared < 2 ? std::vector<size_t>() : closest;
}

} // namespace foretrail
