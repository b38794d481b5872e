#include "ui/charts/ForecastChart.h"

#include <QCoreApplication>

#include <algorithm>

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

/// The test part: the fit, one step ahead, as a thin line, and the forecast made at its beginning.
void addTest(ChartContent &content, const ForecastOutcome &outcome)
{
    const qint64 count = outcome.history.size() - outcome.trainLength;
    if (count <= 0 || outcome.test.mean.empty())
        return;
    if (qint64(outcome.fitted.size()) == outcome.history.size())
        content.curves.append({ForecastChartText::tr("Fit"), CurveRole::Fit, 0, outcome.trainLength,
                               shared({outcome.fitted.begin() + std::ptrdiff_t(outcome.trainLength), outcome.fitted.end()})});
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

QString stepWord(Step step)
{
    switch (step) {
    case Step::Hour: return ForecastChartText::tr("Hourly");
    case Step::Day: return ForecastChartText::tr("Daily");
    case Step::Week: return ForecastChartText::tr("Weekly");
    case Step::Month: return ForecastChartText::tr("Monthly");
    case Step::Quarter: return ForecastChartText::tr("Quarterly");
    case Step::Year: return ForecastChartText::tr("Yearly");
    case Step::None: break;
    }
    return {};
}

} // namespace

QString measureTitle(Measure measure)
{
    switch (measure) {
    case Measure::Revenue: return ForecastChartText::tr("revenue");
    case Measure::Quantity: return ForecastChartText::tr("quantity");
    case Measure::Orders: return ForecastChartText::tr("orders");
    case Measure::Events: return ForecastChartText::tr("events");
    case Measure::Users: return ForecastChartText::tr("active users");
    case Measure::Value: return ForecastChartText::tr("value");
    }
    return {};
}

QString questionTitle(const SeriesQuery &query, const Series &series)
{
    const QString name = series.name.isEmpty() ? series.key : series.name;
    const QString step = stepWord(series.axis.step);
    const QString what = step.isEmpty() ? capitalised(measureTitle(query.measure))
                                        : ForecastChartText::tr("%1 %2", "Daily revenue").arg(step, measureTitle(query.measure));
    return query.by == GroupBy::Total ? what : ForecastChartText::tr("%1 of %2", "Daily revenue of Home decor").arg(what, name);
}

QString modelSentence(const ForecastOutcome &outcome, const QString &model)
{
    if (outcome.sentence.isEmpty())
        return outcome.explanation.isEmpty() ? QString() : ForecastChartText::tr("%1: %2", "model: explanation").arg(model, outcome.explanation);
    return ForecastChartText::tr("%1 is %2.", "ar-fourier is 12 % closer than ...")
        .arg(model, QString(outcome.sentence).replace(0, 1, outcome.sentence.front().toLower()));
}

ChartContent forecastChart(const ForecastOutcome &outcome, const TrainingSpec &spec, const QString &provenance)
{
    ChartContent content;
    content.title = questionTitle(spec.query, outcome.history);
    content.sentence = modelSentence(outcome, spec.model.model);
    content.provenance = provenance;
    content.axis = outcome.history.axis;
    const QString measure = capitalised(measureTitle(spec.query.measure));
    content.valueTitle = outcome.history.unit.isEmpty() ? measure : ForecastChartText::tr("%1 (%2)", "Revenue (GBP)").arg(measure, outcome.history.unit);
    addHistory(content, outcome);
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
    if (adjusted.isAdjusted())
        content.curves.append({ForecastChartText::tr("Adjusted"), CurveRole::Other, 5, origin, shared(adjusted.values())});
}

} // namespace foretrail
