#include "ui/report/HandedForecast.h"

#include "core/report/ForecastReport.h"
#include "ui/charts/ChartPainter.h"
#include "ui/charts/TableDialog.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct HandedForecastText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::HandedForecast)
};

struct SeenSteps { qint64 from, to; };

SeenSteps seenSteps(const ChartContent &content, ChartSpan span)
{
    const bool isWhole = span.from > span.to;
    return {isWhole ? content.firstIndex() : std::max(content.firstIndex(), qint64(std::ceil(span.from))),
            isWhole ? content.lastIndex() : std::min(content.lastIndex(), qint64(std::floor(span.to)))};
}

SheetCurve::Style sheetStyle(CurveRole role)
{
    return role == CurveRole::Forecast ? SheetCurve::Style::Dashed : role == CurveRole::Fit ? SheetCurve::Style::Thin : SheetCurve::Style::Solid;
}

int rgbOf(const QColor &color) { return int(color.rgb() & 0xFFFFFF); }

Result<QByteArray> renderedPicture(const HandedForecast &forecast, const QString &format)
{
    const PictureSize &size = forecast.size;
    if (format == QStringLiteral("png") && size.isTooLarge())
        return fail(ErrorCode::InvalidInput, HandedForecastText::tr("A picture of %1 by %2 dots is too large. Choose a smaller size or fewer dots an inch.")
                                                 .arg(size.pixels().width()).arg(size.pixels().height()));
    return renderChart(forecast.chart, format, size.layout(), forecast.span, size.scale());
}

} // namespace

QList<QStringList> HandedForecast::seenNumbers() const
{
    const SeenSteps seen = seenSteps(chart, span);
    const QList<QStringList> table = chartTable(chart);
    return table.mid(0, 1) + table.mid(1 + seen.from - chart.firstIndex(), std::max<qint64>(0, seen.to - seen.from + 1));
}

QImage HandedForecast::picture() const { return chartImage(chart, size.layout(), size.isTooLarge() ? 1 : size.scale(), span); }

Result<QByteArray> renderForecast(const HandedForecast &forecast, const QString &format)
{
    if (format == QStringLiteral("xlsx"))
        return forecastWorkbook(forecast.outcome, forecast.spec, forecast.provenance, chartSheet(forecast.chart, forecast.span), forecast.adjusted);
    if (format == QStringLiteral("csv"))
        return csvText(futureTable(forecast.outcome, forecast.spec.model.model, forecast.spec.levels, forecast.adjusted));
    return renderedPicture(forecast, format);
}

ChartSheet chartSheet(const ChartContent &content, ChartSpan span)
{
    const SeenSteps seen = seenSteps(content, span);
    ChartSheet sheet{content.title, content.valueTitle, content.description, content.axis, seen.from, seen.to, {}};
    const QList<QStringList> table = chartTable(content); // its numbers read back as they were
    const ThemeColors &colors = Theme::paperColors();
    const qsizetype pointsEnd = content.curves.size() + content.points.size();
    for (qsizetype column = 1; column < table.front().size(); ++column) {
        const bool isCurve = column <= content.curves.size();
        if (!isCurve && column <= pointsEnd)
            continue;
        SheetCurve curve{table.front()[column], SheetCurve::Style::Edge, rgbOf(colors.accent), content.firstIndex(), {}};
        if (isCurve) {
            curve.style = sheetStyle(content.curves[column - 1].role);
            curve.colour = rgbOf(curvePen(content.curves[column - 1], colors).color());
        }
        for (qsizetype row = 1; row < table.size(); ++row)
            curve.values.push_back(table[row][column].isEmpty() ? missing : table[row][column].toDouble());
        sheet.curves.append(std::move(curve));
    }
    return sheet;
}

} // namespace foretrail
