#include "ui/charts/ScatterDrawing.h"

#include "core/report/CsvWriter.h"
#include "ui/charts/ChartTitle.h"
#include "ui/charts/Ticks.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace foretrail {

namespace {

struct ScatterDrawingText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ScatterDrawing)
};

constexpr double pointRadius = 2.4;

/// Room for `values` with a little air at both ends.
std::pair<double, double> spanOf(const std::vector<ScatterContent::Point> &points, double ScatterContent::Point::*value)
{
    if (points.empty())
        return {0, 1};
    const auto [low, high] = std::minmax_element(points.begin(), points.end(), [value](const auto &a, const auto &b) { return a.*value < b.*value; });
    const double width = (*high).*value - (*low).*value;
    const double air = width > 0 ? 0.06 * width : 0.5;
    return {(*low).*value - air, (*high).*value + air};
}

} // namespace

QList<QStringList> ScatterDrawing::table() const
{
    QList<QStringList> rows{{ScatterDrawingText::tr("Point"), m_content.acrossTitle, m_content.upTitle}};
    for (const ScatterContent::Point &point : m_content.points)
        rows.append({point.name, CsvWriter::number(point.x), CsvWriter::number(point.y)});
    return rows;
}

ScatterDrawing::Scale ScatterDrawing::scale(const QRectF &area, const QFont &font) const
{
    const QFontMetricsF metrics(font);
    Scale scale;
    scale.plot = area.adjusted(metrics.horizontalAdvance(QStringLiteral("-0.00k")) + 8, chartTitleHeight(m_content.title, area, font) + 6, -8, -(metrics.height() + 6));
    scale.plot.setSize({std::max(8.0, scale.plot.width()), std::max(8.0, scale.plot.height())});
    std::tie(scale.left, scale.right) = spanOf(m_content.points, &ScatterContent::Point::x);
    std::tie(scale.low, scale.high) = spanOf(m_content.points, &ScatterContent::Point::y);
    return scale;
}

std::vector<ChartMark> ScatterDrawing::marks(const QRectF &area, const QFont &font) const
{
    const Scale scale = this->scale(area, font);
    std::vector<ChartMark> marks;
    for (const ScatterContent::Point &point : m_content.points) {
        QPainterPath shape;
        shape.addEllipse(scale.at(point.x, point.y), 2 * pointRadius, 2 * pointRadius);
        marks.push_back({shape, ScatterDrawingText::tr("%1: %2 against %3", "a point: its height against its place").arg(point.name, plainNumber(point.y), plainNumber(point.x)), point.number});
    }
    return marks;
}

void ScatterDrawing::drawAxes(QPainter &painter, const QRectF &area, const Scale &scale, const ThemeColors &colors) const
{
    const QFontMetricsF metrics(painter.font());
    painter.setPen(colors.secondary);
    drawChartTitle(painter, m_content.title, area, painter.font());
    for (const AxisTick &tick : valueTicks(scale.low, scale.high, std::clamp(int(scale.plot.height() / 24), 2, 7))) {
        const double y = std::floor(scale.at(scale.left, tick.at).y()) + 0.5;
        painter.setPen(QPen(tick.at == 0 ? colors.secondary : colors.grid, 1));
        painter.drawLine(QPointF(scale.plot.left(), y), QPointF(scale.plot.right(), y));
        painter.setPen(colors.secondary);
        painter.drawText(QRectF(area.left(), y - metrics.height() / 2, scale.plot.left() - 6 - area.left(), metrics.height()), Qt::AlignRight | Qt::AlignVCenter, tick.label);
    }
    const double title = metrics.horizontalAdvance(m_content.acrossTitle) + 12;
    for (const AxisTick &tick : valueTicks(scale.left, scale.right, std::clamp(int(scale.plot.width() / 56), 2, 7))) {
        const double width = metrics.horizontalAdvance(tick.label), x = scale.at(tick.at, scale.low).x() - width / 2;
        if (x + width < scale.plot.right() - title) // the name of the axis stands at its end
            painter.drawText(QPointF(x, scale.plot.bottom() + 5 + metrics.ascent()), tick.label);
    }
    painter.drawText(QRectF(area.left(), scale.plot.bottom() + 5, scale.plot.right() - area.left(), metrics.height()), Qt::AlignRight | Qt::AlignVCenter,
                     metrics.elidedText(m_content.acrossTitle, Qt::ElideLeft, scale.plot.right() - area.left()));
}

void ScatterDrawing::draw(QPainter &painter, const QRectF &area, const ThemeColors &colors, const QFont &font, int highlighted) const
{
    painter.setFont(font);
    const Scale scale = this->scale(area, font);
    drawAxes(painter, area, scale, colors);
    painter.save();
    painter.setClipRect(scale.plot);
    if (m_content.hasLine) {
        painter.setPen(QPen(colors.accent, 1.2, Qt::DashLine));
        painter.drawLine(scale.at(scale.left, m_content.intercept + m_content.slope * scale.left), scale.at(scale.right, m_content.intercept + m_content.slope * scale.right));
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.secondary);
    for (const ScatterContent::Point &point : m_content.points)
        painter.drawEllipse(scale.at(point.x, point.y), pointRadius, pointRadius);
    painter.setPen(QPen(colors.accent, 2));
    painter.setBrush(Qt::NoBrush);
    for (const ScatterContent::Point &point : m_content.points)
        if (point.number == highlighted)
            painter.drawEllipse(scale.at(point.x, point.y), 2 * pointRadius, 2 * pointRadius);
    painter.restore();
}

} // namespace foretrail
