#include "core/report/ForecastReport.h"

#include "core/evaluation/MetricsPool.h"

namespace foretrail {

namespace {

Result<void> writeRows(const QStringList &header, const QList<QList<QStringList>> &groups, const QString &path)
{
    auto writer = CsvWriter::open(path);
    if (!writer)
        return fail(writer.error());
    (*writer)->row(header);
    for (const QList<QStringList> &rows : groups) {
        for (const QStringList &row : rows)
            (*writer)->row(row);
    }
    return (*writer)->commit();
}

QStringList metricNames()
{
    QStringList names;
    for (const MetricField &field : metricFields())
        names << QLatin1String(field.name);
    return names;
}

QStringList metricValues(const Metrics &metrics)
{
    QStringList values;
    for (const MetricField &field : metricFields())
        values << CsvWriter::number(metrics.*field.value);
    return values;
}

QStringList adjustmentHeader() { return {QStringLiteral("analyst"), QStringLiteral("manager"), QStringLiteral("adjusted")}; }

void addAdjustments(QList<QStringList> &rows, const AdjustedForecast &adjustments)
{
    for (qsizetype h = 0; h < rows.size(); ++h) {
        const AdjustedStep &step = adjustments.steps.at(size_t(h));
        for (const double value : {step.after[0], step.after[1], step.adjusted()})
            rows[h] << CsvWriter::number(value);
    }
}

} // namespace

QStringList forecastHeader(const QList<double> &levels)
{
    QStringList header{QStringLiteral("series"), QStringLiteral("h"), QStringLiteral("time"), QStringLiteral("model"),
                       QStringLiteral("mean")};
    for (const double level : levels) {
        const QString name = CsvWriter::number(level);
        header << QStringLiteral("lo") + name << QStringLiteral("hi") + name;
    }
    return header;
}

QList<QStringList> forecastRows(const ForecastOutcome &outcome, ForecastPart part, const QString &model,
                                const QList<double> &levels)
{
    const Forecast &forecast = part == ForecastPart::Test ? outcome.test : outcome.future;
    const qint64 origin = part == ForecastPart::Test ? outcome.trainLength : outcome.history.size();
    QList<QStringList> rows;
    for (int h = 1; h <= forecast.horizon(); ++h) {
        QStringList row{outcome.history.key, QString::number(h),
                        formatTime(outcome.history.timeAt(origin + h - 1), outcome.history.axis.step), model,
                        CsvWriter::number(forecast.mean[size_t(h - 1)])};
        for (const double level : levels) {
            const Band *band = forecast.band(level);
            row << CsvWriter::number(band ? band->low[size_t(h - 1)] : missing)
                << CsvWriter::number(band ? band->high[size_t(h - 1)] : missing);
        }
        rows.append(row);
    }
    return rows;
}

QList<QStringList> futureTable(const ForecastOutcome &outcome, const QString &model, const QList<double> &levels, const AdjustedForecast &adjusted)
{
    QStringList header = forecastHeader(levels);
    QList<QStringList> rows = forecastRows(outcome, ForecastPart::Future, model, levels);
    if (adjusted.isAdjusted()) {
        header << adjustmentHeader();
        addAdjustments(rows, adjusted);
    }
    return QList<QStringList>{header} + rows;
}

Result<void> writeForecasts(const QList<ForecastOutcome> &outcomes, ForecastPart part, const QString &model,
                            const QList<double> &levels, const QString &path, const QList<AdjustedForecast> &adjustments)
{
    QStringList header = forecastHeader(levels);
    if (!adjustments.isEmpty())
        header << adjustmentHeader();
    QList<QList<QStringList>> groups;
    for (qsizetype i = 0; i < outcomes.size(); ++i) {
        QList<QStringList> rows = forecastRows(outcomes[i], part, model, levels);
        if (!adjustments.isEmpty())
            addAdjustments(rows, adjustments[i]);
        groups.append(std::move(rows));
    }
    return writeRows(header, groups, path);
}

Result<void> writeBacktest(const BacktestReport &report, const QString &path)
{
    const QStringList header = QStringList{QStringLiteral("series"), QStringLiteral("model"), QStringLiteral("fold"), QStringLiteral("h")}
        + metricNames() + QStringList{QStringLiteral("time")};
    QList<QStringList> rows;
    for (const BacktestScore &score : report.scores)
        rows.append(QStringList{score.series, score.model, QString::number(score.fold),
                                score.h == 0 ? QStringLiteral("all") : QString::number(score.h)}
                    + metricValues(score.metrics) + QStringList{formatTime(score.time, report.step)});
    return writeRows(header, {rows}, path);
}

Result<void> writeBacktestTables(const BacktestTables &tables, const QString &path)
{
    const QStringList header = QStringList{QStringLiteral("by"), QStringLiteral("group"), QStringLiteral("model")} + metricNames()
        + QStringList{QStringLiteral("count"), QStringLiteral("p")};
    QList<QList<QStringList>> all;
    for (const auto &[by, table] : namedTables(tables)) {
        QList<QStringList> rows;
        for (const BacktestGroup &group : table)
            rows.append(QStringList{by, group.name, group.model} + metricValues(group.metrics)
                        + QStringList{QString::number(group.metrics.count), CsvWriter::number(group.pValue)});
        all.append(rows);
    }
    return writeRows(header, all, path);
}

Result<void> writeBacktestModels(const BacktestReport &report, const QString &path)
{
    const QStringList header = QStringList{QStringLiteral("model")} + metricNames()
        + QStringList{QStringLiteral("count"), QStringLiteral("MASE_median"), QStringLiteral("better_share"), QStringLiteral("p")};
    QStringList models = report.byModel.keys();
    models.removeAll(report.baseline);
    models.append(report.baseline);
    QList<QStringList> rows;
    for (const QString &model : std::as_const(models)) {
        const Metrics metrics = report.byModel.value(model);
        const LossComparison comparison = report.comparisons.value(model);
        rows.append(QStringList{model} + metricValues(metrics)
                    + QStringList{QString::number(metrics.count), CsvWriter::number(report.medianMase.value(model, missing)),
                                  CsvWriter::number(comparison.betterShare), CsvWriter::number(comparison.pValue)});
    }
    return writeRows(header, {rows}, path);
}

Result<void> writeSeries(const QList<Series> &series, const QString &path)
{
    auto writer = CsvWriter::open(path);
    if (!writer)
        return fail(writer.error());
    (*writer)->row({QStringLiteral("series"), QStringLiteral("time"), QStringLiteral("value")});
    for (const Series &one : series) {
        for (qint64 i = 0; i < one.size(); ++i) {
            const QString value = CsvWriter::number(one.values[size_t(i)]);
            const QString time = one.axis.hasCalendar() ? formatTime(one.timeAt(i), one.axis.step)
                                                        : QString::number(one.axis.start + i);
            if (!value.isEmpty())
                (*writer)->row({one.key, time, value});
        }
    }
    return (*writer)->commit();
}

PooledMetrics pooledMetrics(const QList<ForecastOutcome> &outcomes)
{
    MetricsPool model;
    MetricsPool baseline;
    for (const ForecastOutcome &outcome : outcomes) {
        model.add(outcome.metrics, outcome.actual);
        baseline.add(outcome.baselineMetrics, outcome.actual);
    }
    PooledMetrics pooled{model.pooled(), baseline.pooled()};
    pooled.model.skill = skillOf(pooled.model, pooled.baseline);
    pooled.baseline.skill = skillOf(pooled.baseline, pooled.baseline);
    return pooled;
}

LossComparison comparisonOf(const QList<ForecastOutcome> &outcomes, quint64 seed)
{
    std::vector<std::vector<double>> differences;
    for (const ForecastOutcome &outcome : outcomes)
        differences.push_back({outcome.metrics.mase - outcome.baselineMetrics.mase});
    return compareLosses(differences, 1, seed);
}

} // namespace foretrail
