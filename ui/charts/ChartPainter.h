#pragma once

#include "ui/charts/DrawnChart.h"
#include "ui/charts/Ticks.h"
#include "ui/theme/Theme.h"

#include <QFont>
#include <QPen>
#include <QRectF>

class QPainter;

namespace foretrail {

/// How lines of a role look: never told apart by colour alone. `strength`: times the usual width.
QPen curvePen(const Curve &curve, const ThemeColors &colors, double strength = 1);

/// Where things stand inside the area of a chart, and the way from steps and values (as ChartContent::onScale() gives them) to pixels.
struct ChartGeometry {
    QRectF area;
    QRectF plot;
    double from = 0;
    double to = 1;
    double low = 0;
    double high = 1;
    QList<AxisTick> valueTicks;
    QList<AxisTick> indexTicks;

    double x(double index) const { return plot.left() + (index - from) / (to - from) * plot.width(); }
    double y(double value) const { return plot.bottom() - (value - low) / (high - low) * plot.height(); }
    double indexAt(double px) const { return from + (px - plot.left()) / plot.width() * (to - from); }
    QPointF point(const LinePoint &at) const { return {x(at.x), y(at.y)}; }
};

/// Draws a chart of curves onto anything: the screen, a picture, a page. On screen LineChart leaves curves and bands to
/// Qt Charts and asks for the rest.
class ChartPainter {
public:
    ChartPainter(const ChartContent &content, const ThemeColors &colors, const QFont &font, double strength = 1);

    /// The plot's place; it depends on `from` and `to` only through the labels, so give it the drawn chart when known.
    ChartGeometry geometry(const QRectF &area, const DrawnChart &drawn) const;
    /// Pixel columns of the plot of an area, before anything is computed.
    int columns(const QRectF &area) const;

    void drawGrid(QPainter &painter, const ChartGeometry &geometry) const;
    void drawBands(QPainter &painter, const ChartGeometry &geometry, const DrawnChart &drawn) const;
    void drawCurves(QPainter &painter, const ChartGeometry &geometry, const DrawnChart &drawn) const;
    void drawAxes(QPainter &painter, const ChartGeometry &geometry) const;
    void drawMarks(QPainter &painter, const ChartGeometry &geometry) const;
    void drawPoints(QPainter &painter, const ChartGeometry &geometry) const;
    void drawNames(QPainter &painter, const ChartGeometry &geometry, const DrawnChart &drawn) const;

private:
    bool hasNames() const;
    double leftMargin() const;
    double rightMargin() const;
    QString shownName(const QString &name) const;

    const ChartContent &m_content;
    const ThemeColors &m_colors;
    QFont m_font;
    double m_strength; ///< of lines and points
};

} // namespace foretrail
