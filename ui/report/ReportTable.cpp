#include "ui/report/ReportTable.h"

#include "core/report/ReportFindings.h"
#include "ui/charts/ChartExport.h"
#include "ui/charts/ForecastChart.h"
#include "ui/theme/Theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foretrail {

namespace {

struct ReportTableText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ReportTable)
};

constexpr double columnGap = 14;

} // namespace

double ReportTable::rowHeight() const { return std::ceil(QFontMetricsF(paperFont(m_pixels)).height()) + 3; }

std::vector<double> ReportTable::columnWidths(double width, qsizetype rows) const
{
    const QFontMetricsF plain(paperFont(m_pixels)), bold(paperFont(m_pixels, true));
    std::vector<double> widths;
    for (qsizetype column = 0; column < m_table.front().size(); ++column) {
        double widest = bold.horizontalAdvance(m_table.front()[column]);
        for (qsizetype row = 1; row <= rows; ++row)
            widest = std::max(widest, plain.horizontalAdvance(m_table[row].value(column)));
        widths.push_back(widest + (column > 0 ? columnGap : 0));
    }
    widths[0] = std::max(40.0, width - std::accumulate(widths.begin() + 1, widths.end(), 0.0)); // a name gives way
    return widths;
}

double ReportTable::draw(QPainter &painter, const QPointF &corner, double width, qsizetype rows) const
{
    const ThemeColors &colors = Theme::paperColors();
    const std::vector<double> widths = columnWidths(width, rows);
    const double height = rowHeight();
    double top = corner.y();
    for (qsizetype row = 0; row <= rows; ++row) {
        const QFont font = paperFont(m_pixels, row == 0);
        const QFontMetricsF metrics(font);
        painter.setFont(font);
        painter.setPen(row == 0 ? colors.secondary : colors.text);
        double left = corner.x();
        for (qsizetype column = 0; column < m_table.front().size(); ++column) {
            const double own = widths[size_t(column)];
            const QString text = metrics.elidedText(m_table[row].value(column), Qt::ElideRight, own);
            const double indent = column == 0 ? 0 : own - metrics.horizontalAdvance(text);
            painter.drawText(QPointF(left + indent, top + metrics.ascent()), text);
            left += own;
        }
        top += height;
        if (row == 0) {
            painter.setPen(QPen(colors.line, 1));
            painter.drawLine(QPointF(corner.x(), top - 2), QPointF(corner.x() + width, top - 2));
        }
    }
    return top + 4;
}

QString smallWords(const ReportSeries &series)
{
    QStringList words;
    if (!std::isnan(series.outlook.change()))
        words << signedPercentWords(series.outlook.change());
    if (!std::isnan(series.outcome.metrics.wape))
        words << ReportTableText::tr("WAPE %1 (%2: %3)", "of the model; name and WAPE of the baseline")
                     .arg(percentWords(series.outcome.metrics.wape), series.outcome.baseline, percentWords(series.outcome.baselineMetrics.wape));
    words << series.looks();
    return words.join(QStringLiteral(" · "));
}

ChartContent reportChart(const ReportSeries &series, const TrainingSpec &spec)
{
    ChartContent chart = forecastChart(series.outcome, spec, {});
    addAdjusted(chart, series.adjusted, series.outcome.history.size());
    return chart;
}

void bareChart(ChartContent &chart)
{
    chart.marks.clear();
    chart.valueTitle.clear();
    chart.namesCurves = false; // the dashes tell the forecast
    chart.curves.removeIf([](const Curve &curve) { return curve.role == CurveRole::Fit; });
}

} // namespace foretrail
