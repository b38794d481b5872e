#include "ui/charts/Skeleton.h"

#include "ui/theme/Theme.h"

#include <QPainter>

namespace foretrail {

void Skeleton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::colors().grid);
    const double shares[] = {0.55, 0.8, 0.7, 0.9, 0.4};
    const double distance = height() / 6.0;
    for (int i = 0; i < 5; ++i)
        painter.drawRoundedRect(QRectF(6 * Theme::space, distance * (i + 0.8), shares[i] * (width() - 12 * Theme::space), 10), 4, 4);
}

} // namespace foretrail
