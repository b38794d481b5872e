#include "ui/charts/BacktestCharts.h"

#include "ui/charts/ForecastChart.h"
#include "ui/charts/SpectrumChart.h"
#include "ui/charts/Ticks.h"
#include "ui/models/BacktestSeriesModel.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct BacktestChartsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::BacktestCharts)
};

/// Names of the groups in the order of the report, each once.
QStringList namesOfGroups(const QList<BacktestGroup> &groups)
{
    QStringList names;
    for (const BacktestGroup &group : groups)
        if (!names.contains(group.name))
            names << group.name;
    return names;
}

/// Pens by rank: the baseline as what is known, the model that is judged as the forecast, all others in colours of their own.
Curve curveOf(const BacktestFindings &findings, int place, const QString &model)
{
    Curve curve;
    curve.name = model;
    const bool isBaseline = model == findings.report.baseline;
    curve.role = isBaseline ? CurveRole::History : place == 0 ? CurveRole::Forecast : CurveRole::Other;
    curve.other = place - 1;
    return curve;
}

void addModelCurves(ChartContent &content, const BacktestFindings &findings, const QList<BacktestGroup> &groups, BacktestColumn column)
{
    const QStringList names = namesOfGroups(groups);
    if (names.size() < 2)
        return;
    const QStringList models = findings.models();
    for (int place = 0; place < models.size(); ++place) {
        std::vector<double> values(size_t(names.size()), missing);
        for (const BacktestGroup &group : groups)
            if (group.model == models[place])
                values[size_t(names.indexOf(group.name))] = drawnBacktestValue(group.metrics, column);
        Curve curve = curveOf(findings, place, models[place]);
        curve.values = shared(std::move(values));
        content.curves.append(curve);
    }
}

ChartContent errorChart(const BacktestFindings &findings, BacktestColumn column, const QString &title)
{
    ChartContent content;
    content.title = title;
    content.valueTitle = backtestColumnTitle(column, findings.unit);
    content.sentence = foldsInWords(findings);
    content.provenance = findings.provenance;
    return content;
}

QString beginningText(Step step, WallMs time, int fold)
{
    if (step == Step::None)
        return BacktestChartsText::tr("fold %1").arg(QLocale().toString(fold));
    return step == Step::Day || step == Step::Week ? dateText(time) : shortStepText(TimeAxis{step, time}, 0);
}

QString weekdayText(const QString &name)
{
    static const QStringList names{QStringLiteral("mon"), QStringLiteral("tue"), QStringLiteral("wed"), QStringLiteral("thu"),
                                   QStringLiteral("fri"), QStringLiteral("sat"), QStringLiteral("sun")};
    return QLocale().standaloneDayName(int(names.indexOf(name)) + 1, QLocale::ShortFormat);
}

} // namespace

QString foldsInWords(const BacktestFindings &findings)
{
    const QString horizon = periodInWords(findings.request.spec.horizon, findings.report.step);
    const int folds = findings.request.options.folds;
    return folds == 1 ? BacktestChartsText::tr("1 fold of %1", "of 28 days").arg(horizon)
                      : BacktestChartsText::tr("%1 folds of %2", "4 folds of 28 days").arg(QLocale().toString(folds), horizon);
}

ChartContent backtestFoldChart(const BacktestFindings &findings, BacktestColumn column)
{
    ChartContent content = errorChart(findings, column, BacktestChartsText::tr("Error by origin"));
    content.indexTitle = BacktestChartsText::tr("First step of the fold");
    for (int k = 0; k < findings.beginnings.size(); ++k)
        content.labels.texts << beginningText(findings.report.step, findings.beginnings[k], k + 1);
    addModelCurves(content, findings, findings.report.tables.byFold, column);
    return content;
}

ChartContent backtestStepChart(const BacktestFindings &findings, BacktestColumn column)
{
    ChartContent content = errorChart(findings, column, BacktestChartsText::tr("Error by step ahead"));
    content.indexTitle = BacktestChartsText::tr("Steps ahead");
    addModelCurves(content, findings, findings.report.tables.byStep, column);
    for (Curve &curve : content.curves)
        curve.offset = 1;
    return content;
}

/// Without the places of which no model has an error, such as days that are closed: they would cut the lines into pieces.
QList<BacktestGroup> withErrors(const QList<BacktestGroup> &groups, BacktestColumn column)
{
    QSet<QString> known;
    for (const BacktestGroup &group : groups)
        if (!std::isnan(drawnBacktestValue(group.metrics, column)))
            known << group.name;
    QList<BacktestGroup> kept = groups;
    kept.removeIf([&](const BacktestGroup &group) { return !known.contains(group.name); });
    return kept;
}

ChartContent backtestWeekdayChart(const BacktestFindings &findings, BacktestColumn column)
{
    ChartContent content = errorChart(findings, column, BacktestChartsText::tr("Error by weekday"));
    content.indexTitle = BacktestChartsText::tr("Weekday");
    const QList<BacktestGroup> days = withErrors(findings.report.tables.byWeekday, column);
    for (const QString &name : namesOfGroups(days))
        content.labels.texts << weekdayText(name);
    addModelCurves(content, findings, days, column);
    return content;
}

BarContent backtestWinnersChart(const BacktestFindings &findings)
{
    BarContent content;
    content.title = BacktestChartsText::tr("How often each model is best");
    content.valueTitle = BacktestChartsText::tr("Series");
    content.categoryTitle = BacktestChartsText::tr("Model");
    content.labels = findings.models();
    content.values.assign(size_t(content.labels.size()), 0);
    for (const SeriesWinner &winner : seriesWinners(findings))
        for (const QString &model : winner.models)
            content.values[size_t(content.labels.indexOf(model))] += 1;
    return content;
}

} // namespace foretrail
