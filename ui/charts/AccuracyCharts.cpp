#include "ui/charts/AccuracyCharts.h"

#include "core/report/ForecastWords.h"
#include "core/training/RunNames.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct AccuracyChartsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::AccuracyCharts)
};

constexpr qsizetype mostRunsDrawn = 6; ///< colours and dashes that can be told apart

QList<RunAccuracy> chosenRuns(const SeriesAccuracy &accuracy, qsizetype run)
{
    if (run >= 0)
        return accuracy.runs.mid(run, 1);
    return accuracy.runs;
}

void addForecast(ChartContent &content, const RunAccuracy &run, const TimeAxis &axis, bool isAlone, int number)
{
    if (run.steps.empty())
        return;
    std::vector<double> values;
    for (const ThenAndNow &step : run.steps)
        values.push_back(step.forecast);
    content.curves.append({shortRunName(run.name, run.model, run.run), isAlone ? CurveRole::Forecast : CurveRole::Other, number, axis.indexOf(run.origin), shared(std::move(values))});
}

} // namespace

ChartContent thenAndNowChart(const SeriesAccuracy &accuracy, qsizetype run)
{
    ChartContent content;
    const Series &actual = accuracy.actual;
    content.title = AccuracyChartsText::tr("%1: forecast then, actual now").arg(seriesTitle(actual));
    content.valueTitle = actual.unit.isEmpty() ? AccuracyChartsText::tr("Value") : actual.unit;
    content.axis = actual.axis;
    const QList<RunAccuracy> runs = chosenRuns(accuracy, run).mid(0, mostRunsDrawn);
    qint64 first = actual.size(), length = 1;
    for (const RunAccuracy &one : runs) {
        if (one.steps.empty())
            continue;
        first = std::min(first, actual.axis.indexOf(one.origin));
        length = std::max(length, qint64(one.steps.size()));
    }
    first = std::clamp<qint64>(first - length, 0, std::max<qint64>(0, actual.size() - 1));
    content.curves.append({AccuracyChartsText::tr("Actual now"), CurveRole::History, 0, first, shared({actual.values.begin() + first, actual.values.end()})});
    for (qsizetype i = 0; i < runs.size(); ++i)
        addForecast(content, runs[i], actual.axis, runs.size() == 1, int(i));
    return content;
}

std::shared_ptr<const ColumnDrawing> accuracyBars(const SeriesAccuracy &accuracy, qsizetype run, bool asShare)
{
    ColumnContent content;
    BarContent &bars = content.bars;
    const QString unit = accuracy.actual.unit;
    bars.valueTitle = asShare ? AccuracyChartsText::tr("Error (% of what happened)") : unit.isEmpty() ? AccuracyChartsText::tr("Mean error") : AccuracyChartsText::tr("Mean error (%1)").arg(unit);
    bars.title = AccuracyChartsText::tr("%1 by step ahead").arg(bars.valueTitle);
    bars.categoryTitle = AccuracyChartsText::tr("Steps ahead");
    for (const StepAccuracy &one : accuracyBySteps(chosenRuns(accuracy, run))) {
        bars.labels += QString::number(one.h);
        bars.values.push_back(asShare ? 100 * one.wape : one.mae);
        content.notes << AccuracyChartsText::tr("%n points", nullptr, int(one.count));
    }
    return std::make_shared<const ColumnDrawing>(std::move(content));
}

} // namespace foretrail
