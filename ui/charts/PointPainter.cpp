#include "ui/charts/PointPainter.h"

#include <QPainter>
#include <QPolygonF>

namespace foretrail {

namespace {

QColor pointColor(PointShape shape, const ThemeColors &colors)
{
    switch (shape) {
    case PointShape::Ring: return colors.warning;
    case PointShape::Diamond: return colors.good;
    case PointShape::Triangle: return colors.others[4];
    case PointShape::Cross: return colors.secondary;
    }
    return colors.text;
}

} // namespace

void drawPoint(QPainter &painter, PointShape shape, QPointF at, const ThemeColors &colors, double strength)
{
    const QColor color = pointColor(shape, colors);
    const double r = 4 * strength;
    painter.setPen(QPen(color, 1.6 * strength));
    painter.setBrush(shape == PointShape::Diamond || shape == PointShape::Triangle ? QBrush(color) : QBrush(Qt::NoBrush));
    if (shape == PointShape::Ring) {
        painter.drawEllipse(at, r, r);
    } else if (shape == PointShape::Diamond) {
        painter.drawPolygon(QPolygonF{at + QPointF(0, -r), at + QPointF(r, 0), at + QPointF(0, r), at + QPointF(-r, 0)});
    } else if (shape == PointShape::Triangle) {
        painter.drawPolygon(QPolygonF{at + QPointF(0, -r), at + QPointF(r, r - 1), at + QPointF(-r, r - 1)});
    } else {
        painter.drawLine(at + QPointF(-r, -r), at + QPointF(r, r));
        painter.drawLine(at + QPointF(-r, r), at + QPointF(r, -r));
    }
    painter.setBrush(Qt::NoBrush);
}

} // namespace foretrail
