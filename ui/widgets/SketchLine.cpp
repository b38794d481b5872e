#include "ui/widgets/SketchLine.h"

#include "ui/theme/Theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace foretrail {

SketchLine::SketchLine(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void SketchLine::setValues(std::vector<float> values)
{
    m_values = std::move(values);
    update();
}

void SketchLine::draw(QPainter &painter, const QRectF &area, const std::vector<float> &values, const QColor &color)
{
    float low = INFINITY;
    float high = -INFINITY;
    for (const float value : values) {
        if (std::isfinite(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    if (values.size() < 2 || !(low <= high))
        return;
    const double step = area.width() / double(values.size() - 1);
    const double scale = high > low ? area.height() / (double(high) - low) : 0;
    QPainterPath path;
    bool isOpen = false;
    for (size_t i = 0; i < values.size(); ++i) {
        if (!std::isfinite(values[i])) {
            isOpen = false;
            continue;
        }
        const double above = scale > 0 ? (values[i] - low) * scale : area.height() / 2;
        const QPointF point(area.left() + double(i) * step, area.bottom() - above);
        isOpen ? path.lineTo(point) : path.moveTo(point);
        isOpen = true;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
}

void SketchLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    draw(painter, QRectF(rect()).adjusted(2, 4, -2, -4), m_values, Theme::colors().secondary);
}

} // namespace foretrail
