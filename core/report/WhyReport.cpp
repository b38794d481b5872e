#include "core/report/WhyReport.h"

#include "core/base/JsonNumber.h"

namespace foretrail {

namespace {

QString timeOfStep(const Series &history, int step) { return formatTime(history.timeAt(history.size() + step), history.axis.step); }

Result<void> writeWhyTable(const QStringList &header, const QList<QStringList> &rows, const QString &path)
{
    auto writer = CsvWriter::open(path);
    if (!writer)
        return fail(writer.error());
    (*writer)->row(header);
    for (const QStringList &row : rows)
        (*writer)->row(row);
    return (*writer)->commit();
}

} // namespace

QStringList explanationHeader()
{
    return {QStringLiteral("series"), QStringLiteral("h"), QStringLiteral("time"), QStringLiteral("part"), QStringLiteral("contribution"),
            QStringLiteral("forecast")};
}

QList<QStringList> explanationRows(const ExplainedForecast &explained)
{
    QList<QStringList> rows;
    for (int step = 0; step < int(explained.mean.size()); ++step)
        for (const Contribution &part : explained.parts.parts())
            rows.append({explained.history.key, QString::number(step + 1), timeOfStep(explained.history, step), partName(part), CsvWriter::number(part.values[size_t(step)]),
                         CsvWriter::number(explained.mean[size_t(step)])});
    return rows;
}

Result<void> writeExplanations(const QList<ExplainedForecast> &all, const QString &path)
{
    QList<QStringList> rows;
    for (const ExplainedForecast &explained : all)
        rows += explanationRows(explained);
    return writeWhyTable(explanationHeader(), rows, path);
}

QJsonObject explanationJson(const ExplainedForecast &explained)
{
    QJsonArray steps;
    for (int step = 0; step < int(explained.mean.size()); ++step) {
        QJsonObject parts;
        for (const Contribution &part : explained.parts.parts())
            parts.insert(partName(part), part.values[size_t(step)]);
        steps.append(QJsonObject{{QStringLiteral("h"), step + 1}, {QStringLiteral("time"), timeOfStep(explained.history, step)},
                                 {QStringLiteral("forecast"), explained.mean[size_t(step)]}, {QStringLiteral("sentence"), explained.sentence(step)},
                                 {QStringLiteral("parts"), parts}});
    }
    return {{QStringLiteral("series"), explained.history.key}, {QStringLiteral("note"), explained.note}, {QStringLiteral("steps"), steps}};
}

QJsonObject importanceJson(const QString &series, const ImportanceReport &report)
{
    QJsonArray inputs;
    for (const InputImportance &input : report.inputs)
        inputs.append(QJsonObject{{QStringLiteral("input"), input.name()}, {QStringLiteral("error"), jsonNumber(input.error)}, {QStringLiteral("rise"), jsonNumber(input.rise)}});
    return {{QStringLiteral("series"), series}, {QStringLiteral("error"), jsonNumber(report.error)}, {QStringLiteral("origins"), report.origins},
            {QStringLiteral("repeats"), report.repeats}, {QStringLiteral("inputs"), inputs}};
}

QStringList scenarioHeader()
{
    return {QStringLiteral("series"), QStringLiteral("h"), QStringLiteral("time"), QStringLiteral("base"), QStringLiteral("scenario"), QStringLiteral("difference")};
}

QList<QStringList> scenarioRows(const ScenarioForecast &base, const ScenarioForecast &changed)
{
    QList<QStringList> rows;
    for (int step = 0; step < base.forecast.horizon(); ++step) {
        const double before = base.forecast.mean[size_t(step)], after = changed.forecast.mean[size_t(step)];
        rows.append({base.history.key, QString::number(step + 1), timeOfStep(base.history, step), CsvWriter::number(before), CsvWriter::number(after),
                     CsvWriter::number(after - before)});
    }
    return rows;
}

Result<void> writeScenario(const ScenarioForecast &base, const ScenarioForecast &changed, const QString &path)
{
    return writeWhyTable(scenarioHeader(), scenarioRows(base, changed), path);
}

QJsonObject scenarioJson(const ScenarioForecast &base, const ScenarioForecast &changed)
{
    QJsonArray steps;
    for (int step = 0; step < base.forecast.horizon(); ++step)
        steps.append(QJsonObject{{QStringLiteral("h"), step + 1}, {QStringLiteral("time"), timeOfStep(base.history, step)},
                                 {QStringLiteral("base"), base.forecast.mean[size_t(step)]}, {QStringLiteral("scenario"), changed.forecast.mean[size_t(step)]}});
    const ScenarioDifference difference = differenceOf(base, changed);
    return {{QStringLiteral("series"), base.history.key}, {QStringLiteral("base"), difference.base}, {QStringLiteral("scenario"), difference.changed},
            {QStringLiteral("difference"), difference.total()}, {QStringLiteral("percent"), jsonNumber(difference.percent())},
            {QStringLiteral("sentence"), differenceText(difference, base.history.unit, base.history.axis.step, base.forecast.horizon())}, {QStringLiteral("steps"), steps}};
}

} // namespace foretrail
