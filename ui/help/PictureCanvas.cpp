#include "ui/help/PictureCanvas.h"

#include <QPainterPath>

#include <cmath>

namespace foretrail {

namespace {

QColor withStrength(QColor color, double strength)
{
    color.setAlphaF(float(strength));
    return color;
}

QPen roundPen(const QColor &color, double thickness, Qt::PenStyle style = Qt::SolidLine)
{
    return QPen(color, thickness, style, Qt::RoundCap, Qt::RoundJoin);
}

} // namespace

void PictureCanvas::curve(const QList<QPointF> &points, const QColor &color, double thickness)
{
    m_painter.setPen(roundPen(color, thickness));
    m_painter.drawPolyline(points.data(), int(points.size()));
}

void PictureCanvas::dashes(const QList<QPointF> &points, const QColor &color, double thickness)
{
    m_painter.setPen(QPen(color, thickness, Qt::DashLine, Qt::FlatCap, Qt::RoundJoin));
    m_painter.drawPolyline(points.data(), int(points.size()));
}

void PictureCanvas::bar(const QRectF &rect, const QColor &color, double strength)
{
    m_painter.fillRect(rect.normalized(), withStrength(color, strength));
}

void PictureCanvas::frame(const QRectF &rect, const QColor &color)
{
    m_painter.setPen(QPen(color, 1));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRect(rect.normalized());
}

void PictureCanvas::dot(const QPointF &at, const QColor &color, double radius)
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(color);
    m_painter.drawEllipse(at, radius, radius);
    m_painter.setBrush(Qt::NoBrush);
}

void PictureCanvas::cross(const QPointF &at, const QColor &color)
{
    const QPointF one(3.5, 3.5), other(3.5, -3.5);
    m_painter.setPen(roundPen(color, 2));
    m_painter.drawLine(at - one, at + one);
    m_painter.drawLine(at - other, at + other);
}

void PictureCanvas::area(const QList<QPointF> &points, const QColor &color, double strength)
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(withStrength(color, strength));
    m_painter.drawPolygon(points.data(), int(points.size()));
    m_painter.setBrush(Qt::NoBrush);
}

void PictureCanvas::arrow(const QPointF &from, const QPointF &to, const QColor &color)
{
    const QPointF way = to - from;
    const double length = std::hypot(way.x(), way.y());
    if (length <= 0)
        return;
    const QPointF along = way / length * 5, across(-along.y() * 0.7, along.x() * 0.7);
    m_painter.setPen(roundPen(color, 1.6));
    m_painter.drawLine(from, to);
    m_painter.drawLine(to, to - along + across);
    m_painter.drawLine(to, to - along - across);
}

void PictureCanvas::ground(double y)
{
    m_painter.setPen(QPen(withStrength(colors.secondary, 0.6), 1));
    m_painter.drawLine(QPointF(left - 4, y), QPointF(right + 4, y));
}

QList<QPointF> PictureCanvas::plot(const std::function<double(double)> &y, double from, double to)
{
    constexpr int steps = 60;
    QList<QPointF> points;
    for (int i = 0; i <= steps; ++i) {
        const double x = double(i) / steps;
        points << QPointF(from + x * (to - from), y(x));
    }
    return points;
}

QList<QPointF> PictureCanvas::actual()
{
    return {{20, 54}, {46, 34}, {72, 46}, {98, 20}, {124, 38}, {150, 58}, {176, 30}, {202, 40}};
}

QList<QPointF> PictureCanvas::forecast()
{
    return {{20, 46}, {46, 42}, {72, 40}, {98, 34}, {124, 40}, {150, 46}, {176, 44}, {202, 38}};
}

} // namespace foretrail
