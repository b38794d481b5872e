#include "ui/charts/ForecastChart.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct ForecastChartText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ForecastChart)
};

std::vector<double> firstOf(const std::vector<double> &values, qint64 count)
{
    return {values.begin(), values.begin() + std::ptrdiff_t(std::min<qint64>(count, qint64(values.size())))};
}

void addBands(ChartContent &content, const Forecast &forecast, qint64 offset, qint64 count)
{
    for (const Band &band : forecast.bands)
        content.bands.append({band.level, offset, firstOf(band.low, count), firstOf(band.high, count)});
}

/// What the model, fitted on the training part, says one step ahead wherever it has the history for it: a thin line.
void addFit(ChartContent &content, const ForecastOutcome &outcome)
{
    const std::vector<double> &fitted = outcome.fitted;
    const auto first = std::find_if(fitted.begin(), fitted.end(), [](double value) { return std::isfinite(value); });
    if (first != fitted.end())
        content.curves.append({ForecastChartText::tr("One-step fit"), CurveRole::Fit, 0, qint64(first - fitted.begin()), shared({first, fitted.end()})});
}

/// The forecast made at the beginning of the test part.
void addTest(ChartContent &content, const ForecastOutcome &outcome)
{
    const qint64 count = outcome.history.size() - outcome.trainLength;
    if (count <= 0 || outcome.test.mean.empty())
        return;
    content.curves.append({ForecastChartText::tr("Test forecast"), CurveRole::Forecast, 0, outcome.trainLength,
                           shared(firstOf(outcome.test.mean, count))});
    addBands(content, outcome.test, outcome.trainLength, count);
    content.marks.append({outcome.trainLength, ForecastChartText::tr("test part")});
}

/// What was observed; gaps are gaps, and what was put there for the model stands there as points.
void addHistory(ChartContent &content, const ForecastOutcome &outcome)
{
    std::vector<double> observed = outcome.history.values;
    PointMarks filled{ForecastChartText::tr("Filled in"), PointShape::Cross, {}, {}};
    for (const qint64 step : outcome.filled) {
        if (step < 0 || step >= outcome.history.size())
            continue;
        filled.at.push_back(step);
        filled.values.push_back(observed[size_t(step)]);
        observed[size_t(step)] = missing;
    }
    content.curves.append({ForecastChartText::tr("History"), CurveRole::History, 0, 0, shared(std::move(observed))});
    if (!filled.at.empty())
        content.points.append(filled);
}

} // namespace

ChartContent forecastChart(const ForecastOutcome &outcome, const TrainingSpec &spec, const QString &provenance)
{
    ChartContent content;
    content.title = questionTitle(spec.query, outcome.history);
    content.sentence = modelSentence(outcome, spec.model.model);
    content.description = forecastDescription(outcome, spec);
    content.provenance = provenance;
    content.axis = outcome.history.axis;
    const QString measure = capitalised(measureTitle(spec.query.measure));
    content.valueTitle = outcome.history.unit.isEmpty() ? measure : ForecastChartText::tr("%1 (%2)", "Revenue (GBP)").arg(measure, outcome.history.unit);
    addHistory(content, outcome);
    addFit(content, outcome);
    addTest(content, outcome);
    if (!outcome.future.mean.empty()) {
        const qint64 origin = outcome.history.size();
        content.curves.append({ForecastChartText::tr("Forecast"), CurveRole::Forecast, 0, origin, shared(outcome.future.mean)});
        addBands(content, outcome.future, origin, outcome.future.horizon());
        content.marks.append({origin - 1, ForecastChartText::tr("origin")});
    }
    return content;
}

void addAdjusted(ChartContent &content, const AdjustedForecast &adjusted, qint64 origin)
{
    if (!adjusted.isAdjusted())
        return;
    content.curves.append({ForecastChartText::tr("Adjusted"), CurveRole::Other, 5, origin, shared(adjusted.values())});
    content.description += QLatin1Char(' ') + correctionsSentence(adjusted);
}

} // namespace foretrail
