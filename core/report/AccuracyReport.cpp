#include "core/report/AccuracyReport.h"

#include "core/base/JsonNumber.h"
#include "core/report/CsvWriter.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace foretrail {

namespace {

struct AccuracyReportText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::AccuracyReport)
};

QString stepMoment(const TimeAxis &axis, WallMs time) { return axis.hasCalendar() ? formatTime(time, axis.step) : QString::number(time); }

QStringList errorRow(const QString &name, const QString &origin, const Metrics &metrics, const std::vector<StepAccuracy> &steps, size_t width, bool asShare)
{
    QStringList row{name, origin, QString::number(metrics.count), CsvWriter::number(metrics.mae), CsvWriter::number(metrics.wape), CsvWriter::number(metrics.bias)};
    for (size_t i = 0; i < width; ++i)
        row << (i < steps.size() ? CsvWriter::number(asShare ? steps[i].wape : steps[i].mae) : QString());
    return row;
}

QJsonArray stepsJson(const std::vector<StepAccuracy> &steps)
{
    QJsonArray array;
    for (const StepAccuracy &one : steps)
        array.append(QJsonObject{{QStringLiteral("h"), one.h}, {QStringLiteral("MAE"), jsonNumber(one.mae)}, {QStringLiteral("WAPE"), jsonNumber(one.wape)},
                                 {QStringLiteral("bias"), jsonNumber(one.bias)}, {QStringLiteral("count"), one.count}});
    return array;
}

QJsonObject runJson(const RunAccuracy &run, const TimeAxis &axis)
{
    QJsonArray steps;
    for (const ThenAndNow &one : run.steps)
        steps.append(QJsonObject{{QStringLiteral("h"), one.h}, {QStringLiteral("time"), stepMoment(axis, one.time)}, {QStringLiteral("forecast"), jsonNumber(one.forecast)},
                                 {QStringLiteral("actual"), jsonNumber(one.actual)}});
    return {{QStringLiteral("run"), run.run.value}, {QStringLiteral("name"), run.name}, {QStringLiteral("model"), run.model},
            {QStringLiteral("origin"), run.steps.empty() ? QString() : stepMoment(axis, run.origin)}, {QStringLiteral("compared"), run.metrics.count},
            {QStringLiteral("metrics"), run.metrics.toJson()}, {QStringLiteral("steps"), steps}, {QStringLiteral("why"), run.why}};
}

} // namespace

QList<QStringList> accuracyTable(const SeriesAccuracy &accuracy, bool asShare)
{
    const std::vector<StepAccuracy> all = accuracyBySteps(accuracy.runs);
    QStringList header{AccuracyReportText::tr("Run"), AccuracyReportText::tr("Forecast from"), AccuracyReportText::tr("Points"), QStringLiteral("MAE"), QStringLiteral("WAPE"),
                       AccuracyReportText::tr("Bias")};
    for (const StepAccuracy &one : all)
        header << AccuracyReportText::tr("Step %1").arg(one.h);
    QList<QStringList> table{header, errorRow(AccuracyReportText::tr("All runs"), {}, accuracyOfAll(accuracy.runs), all, all.size(), asShare)};
    for (const RunAccuracy &run : accuracy.runs)
        table.append(errorRow(run.name, run.steps.empty() ? QString() : stepMoment(accuracy.actual.axis, run.origin), run.metrics, accuracyBySteps({run}), all.size(), asShare));
    return table;
}

QList<QStringList> accuracyRows(const QList<SeriesAccuracy> &all)
{
    QList<QStringList> rows{{QStringLiteral("series"), QStringLiteral("run"), QStringLiteral("name"), QStringLiteral("origin"), QStringLiteral("h"), QStringLiteral("steps"),
                             QStringLiteral("MAE"), QStringLiteral("WAPE"), QStringLiteral("bias"), QStringLiteral("why")}};
    const auto figures = [](double mae, double wape, double bias) { return QStringList{CsvWriter::number(mae), CsvWriter::number(wape), CsvWriter::number(bias)}; };
    for (const SeriesAccuracy &series : all) {
        for (const RunAccuracy &run : series.runs)
            rows.append(QStringList{series.actual.key, QString::number(run.run.value), run.name, run.steps.empty() ? QString() : stepMoment(series.actual.axis, run.origin),
                                    QStringLiteral("all"), QString::number(run.metrics.count)}
                        + figures(run.metrics.mae, run.metrics.wape, run.metrics.bias) + QStringList{run.why});
        for (const StepAccuracy &step : accuracyBySteps(series.runs))
            rows.append(QStringList{series.actual.key, {}, {}, {}, QString::number(step.h), QString::number(step.count)} + figures(step.mae, step.wape, step.bias) + QStringList{QString()});
    }
    return rows;
}

QJsonObject accuracyJson(const QList<SeriesAccuracy> &all)
{
    QJsonArray series;
    for (const SeriesAccuracy &one : all) {
        QJsonArray runs;
        for (const RunAccuracy &run : one.runs)
            runs.append(runJson(run, one.actual.axis));
        series.append(QJsonObject{{QStringLiteral("series"), one.actual.key}, {QStringLiteral("measure"), measureName(one.query.measure)}, {QStringLiteral("by"), groupName(one.query)},
                                  {QStringLiteral("step"), stepName(one.actual.axis.step)}, {QStringLiteral("data_end"), one.dataEnd},
                                  {QStringLiteral("metrics"), accuracyOfAll(one.runs).toJson()}, {QStringLiteral("by_step"), stepsJson(accuracyBySteps(one.runs))},
                                  {QStringLiteral("runs"), runs}});
    }
    return {{QStringLiteral("series"), series}};
}

} // namespace foretrail
