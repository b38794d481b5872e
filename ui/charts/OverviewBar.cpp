#include "ui/charts/OverviewBar.h"

#include "ui/theme/Theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace foretrail {

OverviewBar::OverviewBar(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("overviewBar"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void OverviewBar::setSpan(double first, double last, double from, double to)
{
    m_first = first;
    m_last = std::max(last, first + 1e-9);
    m_from = from;
    m_to = to;
    update();
}

void OverviewBar::setInsets(int left, int right)
{
    m_left = left;
    m_right = right;
    update();
}

QRectF OverviewBar::track() const
{
    return QRectF(rect()).adjusted(m_left, 4, -m_right, -4);
}

double OverviewBar::perPixel() const
{
    return (m_last - m_first) / std::max(1.0, track().width());
}

QRectF OverviewBar::handle() const
{
    QRectF bar = track();
    const double left = bar.left() + (m_from - m_first) / perPixel();
    const double right = bar.left() + (m_to - m_first) / perPixel();
    bar.setLeft(std::max(bar.left(), std::min(left, bar.right() - 8)));
    bar.setRight(std::min(track().right(), std::max(right, bar.left() + 8)));
    return bar;
}

void OverviewBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::colors().surface);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::colors().line);
    painter.drawRoundedRect(track(), 3, 3);
    QColor color = Theme::colors().accent;
    color.setAlphaF(0.35F);
    painter.setBrush(color);
    painter.drawRoundedRect(handle(), 3, 3);
}

void OverviewBar::mousePressEvent(QMouseEvent *event)
{
    const double at = m_first + (event->position().x() - track().left()) * perPixel();
    const bool isOnHandle = at >= m_from && at <= m_to;
    m_grip = isOnHandle ? at - m_from : (m_to - m_from) / 2;
    if (!isOnHandle)
        Q_EMIT moved(at - m_grip);
}

void OverviewBar::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        Q_EMIT moved(m_first + (event->position().x() - track().left()) * perPixel() - m_grip);
}

} // namespace foretrail
