// What page Forecast shows is made here, on a worker thread.
#include "core/behaviour/segments/SegmentUsers.h"
#include "core/report/Provenance.h"
#include "ui/charts/ForecastChart.h"
#include "ui/pages/ForecastPage.h"

#include <algorithm>

namespace foretrail {

Result<ForecastPage::Shown> ForecastPage::forecast(Workspace &workspace, const TrainingSpec &spec, JobContext &job)
{
    Result<QList<ForecastOutcome>> outcomes = forecastFromWorkspace(workspace, spec, job);
    if (!outcomes)
        return fail(outcomes.error());
    if (outcomes->isEmpty())
        return fail(ErrorCode::NotFound, tr("Series %1 is no longer in the workspace. Choose another.").arg(spec.query.keys.value(0)));
    return adjustedOf(workspace, shownOf(std::move(outcomes->front()), spec, {}, workspace.path()));
}

/// The series alone, for a model that is not trained on it yet.
Result<ForecastPage::Shown> ForecastPage::history(Workspace &workspace, const TrainingSpec &spec, JobContext &job)
{
    const Result<SeriesQuery> query = withUsers(workspace, spec.query, job);
    if (!query)
        return fail(query.error());
    Result<QList<Series>> series = workspace.data().series(*query, job);
    if (!series)
        return fail(series.error());
    if (series->isEmpty())
        return fail(ErrorCode::NotFound, tr("Series %1 is no longer in the workspace. Choose another.").arg(spec.query.keys.value(0)));
    ForecastOutcome outcome;
    outcome.history = std::move(series->front());
    outcome.trainLength = outcome.history.size();
    Shown shown = shownOf(std::move(outcome), spec, {}, workspace.path());
    shown.chart.sentence = tr("%1 is not trained on it yet.").arg(spec.model.model);
    return shown;
}

Result<ForecastPage::Shown> ForecastPage::reopened(Workspace &workspace, RunId run, JobContext &job)
{
    const Result<RunRecord> record = RunStore(workspace).load(run);
    if (!record)
        return fail(record.error());
    const Result<TrainingSpec> spec = TrainingSpec::fromJson(record->summary.spec);
    if (!spec)
        return fail(spec.error());
    Result<ForecastOutcome> outcome = reopenRun(workspace, run, job);
    if (!outcome)
        return fail(outcome.error());
    return adjustedOf(workspace, shownOf(std::move(*outcome), *spec, record->summary.name, workspace.path(), record->summary.created));
}

/// With what the workspace keeps of corrections.
Result<ForecastPage::Shown> ForecastPage::adjustedOf(Workspace &workspace, Shown shown)
{
    Result<KeptAdjustments> kept = keptAdjustments(workspace, shown.spec, shown.outcome);
    if (!kept)
        return fail(kept.error());
    shown.adjustments = std::move(*kept);
    drawAdjustments(shown);
    return shown;
}

void ForecastPage::drawAdjustments(Shown &shown)
{
    addAdjusted(shown.chart, shown.adjustments.forecast, shown.outcome.history.size());
    shown.chart.provenance = forecastFooter(shown.outcome, shown.spec, shown.provenance, shown.adjustments.forecast).join(QLatin1Char('\n'));
    shown.table = chartTable(shown.chart);
}

ForecastPage::Shown ForecastPage::shownOf(ForecastOutcome outcome, const TrainingSpec &spec, const QString &runName, const QString &workspace,
                                          const QDateTime &made)
{
    Shown shown;
    shown.spec = spec;
    shown.runName = runName;
    shown.provenance = Provenance{workspace, runName.isEmpty() ? spec.model.model : nameOfVersion(runName, outcome.version), spec.model.seed, outcome.fingerprint, made};
    shown.provenance.segment = segmentTitle(spec.query.segment);
    shown.chart = forecastChart(outcome, spec, forecastFooter(outcome, spec, shown.provenance).join(QLatin1Char('\n')));
    shown.table = chartTable(shown.chart);
    const int lags = std::clamp(2 * outcome.season, 10, 40);
    if (!outcome.fitted.empty())
        shown.residuals = diagnoseResiduals(outcome.history.values, outcome.fitted, lags);
    shown.outcome = std::move(outcome);
    return shown;
}

} // namespace foretrail
