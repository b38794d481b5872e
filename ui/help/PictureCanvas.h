#pragma once

#include "ui/theme/Theme.h"

#include <QList>
#include <QPainter>

#include <functional>
#include <span>

namespace foretrail {

/// What the pictures of the glossary are drawn with: 220 x 84 units, y downwards. What happened is drawn in the colour of text, what
/// a model says in the accent, what is off in that of warnings.
class PictureCanvas {
public:
    static constexpr double width = 220, height = 84;
    static constexpr double left = 14, right = 206, bottom = 74, top = 10;

    PictureCanvas(QPainter &painter, const ThemeColors &theme) : colors(theme), m_painter(painter) {}

    const ThemeColors &colors;
    void curve(const QList<QPointF> &points, const QColor &color, double thickness = 1.8);
    void dashes(const QList<QPointF> &points, const QColor &color, double thickness = 1.6);
    void bar(const QRectF &rect, const QColor &color, double strength = 1);
    void frame(const QRectF &rect, const QColor &color);
    void dot(const QPointF &at, const QColor &color, double radius = 3);
    void cross(const QPointF &at, const QColor &color);
    void area(const QList<QPointF> &points, const QColor &color, double strength);
    void arrow(const QPointF &from, const QPointF &to, const QColor &color);
    void ground(double y = bottom); ///< a line from side to side
    QColor quiet() const { return colors.secondary; }

    /// y over the whole width, of x from 0 to 1.
    static QList<QPointF> plot(const std::function<double(double)> &y, double from = left, double to = right);
    /// The example that many share: eight steps of what happened and of a forecast.
    static QList<QPointF> actual();
    static QList<QPointF> forecast();

private:
    QPainter &m_painter;
};

struct NamedPicture {
    const char *name;
    void (*draw)(PictureCanvas &canvas);
};

std::span<const NamedPicture> errorPictures();
std::span<const NamedPicture> bandPictures();
std::span<const NamedPicture> modelPictures();
std::span<const NamedPicture> learningPictures();
std::span<const NamedPicture> shopPictures();

} // namespace foretrail
