#include "core/report/XlsxForecast.h"

#include "core/evaluation/MetricWords.h"
#include "core/report/ForecastReport.h"
#include "core/report/XlsxBook.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct XlsxForecastText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::XlsxForecast)
};

constexpr qint64 mostLabels = 8; // below the chart

QString stepTitle(const TimeAxis &axis) { return axis.hasCalendar() ? QStringLiteral("time") : QStringLiteral("step"); }

void writeHeader(XlsxBook &book, lxw_worksheet *sheet, const QStringList &header)
{
    for (qsizetype column = 0; column < header.size(); ++column)
        book.heading(sheet, 0, int(column), header[column]);
}

lxw_chart_line penOf(const SheetCurve &curve)
{
    lxw_chart_line line{};
    line.color = curve.colour == 0 ? lxw_color_t(LXW_COLOR_BLACK) : lxw_color_t(curve.colour);
    line.width = curve.style == SheetCurve::Style::Edge || curve.style == SheetCurve::Style::Thin ? 0.75F : 1.75F;
    line.dash_type = curve.style == SheetCurve::Style::Dashed ? LXW_CHART_LINE_DASH_DASH
                     : curve.style == SheetCurve::Style::Edge ? LXW_CHART_LINE_DASH_ROUND_DOT : LXW_CHART_LINE_DASH_SOLID;
    return line;
}

void addCurve(lxw_chart *chart, lxw_worksheet *sheet, const SheetCurve &curve, int column, int rows)
{
    lxw_chart_series *series = chart_add_series(chart, nullptr, nullptr);
    chart_series_set_categories(series, sheet->name, 1, 0, lxw_row_t(rows), 0);
    chart_series_set_values(series, sheet->name, 1, lxw_col_t(column), lxw_row_t(rows), lxw_col_t(column));
    chart_series_set_name_range(series, sheet->name, 0, lxw_col_t(column));
    lxw_chart_line line = penOf(curve);
    chart_series_set_line(series, &line);
    chart_series_set_marker_type(series, LXW_CHART_MARKER_NONE);
}

/// A title that begins with = would be taken for a reference to cells, and the workbook for a broken one.
QByteArray titleOf(const QString &text)
{
    const QString title = text.startsWith(QLatin1Char('=')) ? QLatin1Char('\'') + text : text;
    return title.left(255).toUtf8();
}

void styleChart(lxw_chart *chart, const ChartSheet &content)
{
    chart_title_set_name(chart, titleOf(content.title).constData());
    lxw_chart_font font{};
    font.size = 12;
    chart_title_set_name_font(chart, &font);
    chart_axis_set_name(chart->y_axis, titleOf(content.valueTitle).constData());
    lxw_chart_font plain{};
    plain.bold = LXW_EXPLICIT_FALSE;
    chart_axis_set_name_font(chart->y_axis, &plain);
    lxw_chart_line grid{};
    grid.color = 0xE3E3E3;
    grid.width = 0.75F;
    chart_axis_major_gridlines_set_line(chart->y_axis, &grid);
    plain.size = 8; // whole dates beside each other
    chart_axis_set_num_font(chart->x_axis, &plain);
    chart_axis_set_label_position(chart->x_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
    if (content.axis.hasCalendar())
        chart_axis_set_num_format(chart->x_axis, content.axis.step == Step::Hour ? "mm-dd hh:mm" : "yyyy-mm-dd");
    const auto between = uint16_t(std::clamp<qint64>((content.to - content.from) / mostLabels, 1, 0xFFFF));
    chart_axis_set_interval_unit(chart->x_axis, between);
    chart_axis_set_interval_tick(chart->x_axis, between);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    chart_show_blanks_as(chart, LXW_CHART_BLANKS_AS_GAP);
}

/// The chart, and on the next sheet the numbers that it is drawn from.
void writeChart(XlsxBook &book, const ChartSheet &content)
{
    lxw_worksheet *front = book.sheet(XlsxForecastText::tr("Chart", "a sheet"), {});
    lxw_worksheet *sheet = book.sheet(XlsxForecastText::tr("Plotted", "a sheet"), {16, 14, 14, 14, 14, 14, 14, 14, 14});
    QStringList header{stepTitle(content.axis)};
    for (const SheetCurve &curve : content.curves)
        header << curve.name;
    writeHeader(book, sheet, header);
    const int rows = int(std::max<qint64>(0, content.to - content.from + 1));
    lxw_chart *chart = book.lineChart();
    for (int row = 1; row <= rows; ++row)
        book.step(sheet, row, 0, content.axis, content.from + row - 1);
    for (int i = 0; i < content.curves.size(); ++i) {
        const SheetCurve &curve = content.curves[i];
        for (int row = 1; row <= rows; ++row) {
            const qint64 at = content.from + row - 1 - curve.offset;
            if (at >= 0 && at < qint64(curve.values.size()))
                XlsxBook::number(sheet, row, i + 1, curve.values[size_t(at)]);
        }
        if (rows > 0)
            addCurve(chart, sheet, curve, i + 1, rows);
    }
    styleChart(chart, content);
    QByteArray description = content.description.toUtf8();
    lxw_chart_options place{};
    place.x_scale = 2.1; // of 480 by 288 pixels
    place.y_scale = 1.9;
    place.description = description.data();
    worksheet_insert_chart_opt(front, 1, 1, chart, &place);
}

/// The same table as in CSV: series and model are texts, the time is a date, the rest are numbers.
void writeForecast(XlsxBook &book, const ForecastOutcome &outcome, const TrainingSpec &spec, const AdjustedForecast &adjusted)
{
    lxw_worksheet *sheet = book.sheet(XlsxForecastText::tr("Forecast", "a sheet"), {18, 6, 16, 14, 14, 14, 14, 14, 14, 14, 14, 14});
    const QList<QStringList> table = futureTable(outcome, spec.model.model, spec.levels, adjusted);
    writeHeader(book, sheet, table.front());
    for (int row = 1; row < table.size(); ++row) {
        XlsxBook::text(sheet, row, 0, table[row][0]);
        XlsxBook::number(sheet, row, 1, row);
        if (outcome.history.axis.hasCalendar())
            book.step(sheet, row, 2, outcome.history.axis, outcome.history.size() + row - 1);
        XlsxBook::text(sheet, row, 3, table[row][3]);
        for (int column = 4; column < table[row].size(); ++column)
            XlsxBook::number(sheet, row, column, table[row][column].isEmpty() ? missing : table[row][column].toDouble());
    }
}

void writeCorrections(XlsxBook &book, const ForecastOutcome &outcome, const AdjustedForecast &adjusted)
{
    if (!adjusted.isAdjusted())
        return;
    lxw_worksheet *sheet = book.sheet(XlsxForecastText::tr("Corrections", "a sheet"), {16, 10, 14, 40, 14, 14, 14, 22});
    writeHeader(book, sheet, {stepTitle(outcome.history.axis), QStringLiteral("layer"), QStringLiteral("correction"), QStringLiteral("reason"), QStringLiteral("before"),
                              QStringLiteral("after"), QStringLiteral("model"), QStringLiteral("created")});
    int row = 0;
    for (qint64 h = 0; h < qint64(adjusted.steps.size()); ++h)
        for (const std::optional<Override> &one : adjusted.steps[size_t(h)].overrides) {
            if (!one)
                continue;
            book.step(sheet, ++row, 0, outcome.history.axis, outcome.history.size() + h);
            XlsxBook::text(sheet, row, 1, overrideLayerName(one->layer));
            XlsxBook::text(sheet, row, 2, overrideText(one->kind, one->amount, QLocale::c()));
            XlsxBook::text(sheet, row, 3, one->reason);
            XlsxBook::number(sheet, row, 4, adjusted.steps[size_t(h)].beneath(one->layer));
            XlsxBook::number(sheet, row, 5, adjusted.steps[size_t(h)].after[size_t(one->layer)]);
            XlsxBook::text(sheet, row, 6, one->model);
            XlsxBook::text(sheet, row, 7, one->created.toString(Qt::ISODate));
        }
}

void writeHistory(XlsxBook &book, const Series &history)
{
    lxw_worksheet *sheet = book.sheet(XlsxForecastText::tr("History", "a sheet"), {18, 16, 14});
    writeHeader(book, sheet, {QStringLiteral("series"), stepTitle(history.axis), QStringLiteral("value")});
    for (qint64 i = 0; i < history.size(); ++i) {
        XlsxBook::text(sheet, int(i) + 1, 0, history.key);
        book.step(sheet, int(i) + 1, 1, history.axis, i);
        XlsxBook::number(sheet, int(i) + 1, 2, history.values[size_t(i)]);
    }
}

/// What people call it, the two figures, what it says, and its name in other files.
void writeMetric(lxw_worksheet *sheet, int row, const QString &name, double model, double baseline)
{
    XlsxBook::text(sheet, row, 0, metricWord(name));
    XlsxBook::number(sheet, row, 1, model);
    XlsxBook::number(sheet, row, 2, baseline);
    XlsxBook::text(sheet, row, 3, metricHelp(name));
    XlsxBook::text(sheet, row, 4, name);
}

void writeMetrics(XlsxBook &book, const ForecastOutcome &outcome, const TrainingSpec &spec)
{
    lxw_worksheet *sheet = book.sheet(XlsxForecastText::tr("Metrics", "a sheet"), {28, 16, 16, 100, 14});
    writeHeader(book, sheet, {QStringLiteral("metric"), spec.model.model, outcome.baseline, QStringLiteral("meaning"), QStringLiteral("name")});
    int row = 1;
    for (const MetricField &field : metricFields())
        writeMetric(sheet, row++, QLatin1String(field.name), outcome.metrics.*field.value, outcome.baselineMetrics.*field.value);
    writeMetric(sheet, row, QStringLiteral("count"), double(outcome.metrics.count), double(outcome.baselineMetrics.count));
}

void writeProvenance(XlsxBook &book, const ForecastOutcome &outcome, const TrainingSpec &spec, const Provenance &provenance, const AdjustedForecast &adjusted)
{
    lxw_worksheet *sheet = book.sheet(XlsxForecastText::tr("Provenance", "a sheet"), {18, 100});
    const QList<std::pair<QString, QString>> facts{
        {XlsxForecastText::tr("Title"), questionTitle(spec.query, outcome.history)},
        {XlsxForecastText::tr("Workspace"), QFileInfo(provenance.workspace).fileName()},
        {XlsxForecastText::tr("Forecast"), provenance.what},
        {XlsxForecastText::tr("Model"), spec.model.model},
        {XlsxForecastText::tr("Seed"), QString::number(provenance.seed)},
        {XlsxForecastText::tr("Data and recipe"), provenance.fingerprint},
        {XlsxForecastText::tr("Made"), provenance.created.isValid() ? provenance.created.toString(Qt::ISODate) : QString()},
        {XlsxForecastText::tr("Program"), QStringLiteral("Foretrail ") + provenance.version},
        {XlsxForecastText::tr("Result"), modelSentence(outcome, spec.model.model)},
        {XlsxForecastText::tr("Fitted model"), outcome.explanation},
        {XlsxForecastText::tr("Corrections"), correctionsSentence(adjusted)},
        {XlsxForecastText::tr("In short"), forecastFooter(outcome, spec, provenance, adjusted).constFirst()},
    };
    writeHeader(book, sheet, {XlsxForecastText::tr("What"), XlsxForecastText::tr("Said")});
    for (int row = 0; row < facts.size(); ++row) {
        XlsxBook::text(sheet, row + 1, 0, facts[row].first);
        book.paragraph(sheet, row + 1, 1, facts[row].second);
    }
}

} // namespace

Result<QByteArray> forecastWorkbook(const ForecastOutcome &outcome, const TrainingSpec &spec, const Provenance &provenance, const ChartSheet &chart,
                                    const AdjustedForecast &adjusted)
{
    const qint64 created = provenance.created.isValid() ? provenance.created.toSecsSinceEpoch() : 0;
    const auto book = XlsxBook::begin({chart.title, chart.description, provenance.text(), created});
    if (!book)
        return fail(book.error());
    writeChart(**book, chart);
    writeForecast(**book, outcome, spec, adjusted);
    writeCorrections(**book, outcome, adjusted);
    writeHistory(**book, outcome.history);
    writeMetrics(**book, outcome, spec);
    writeProvenance(**book, outcome, spec, provenance, adjusted);
    return (*book)->bytes();
}

} // namespace foretrail
