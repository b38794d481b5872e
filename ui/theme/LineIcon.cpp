#include "ui/theme/LineIcon.h"

#include "ui/theme/Theme.h"

#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace foretrail {

namespace {

QColor colorOf(QIcon::Mode mode, QIcon::State state)
{
    const ThemeColors &colors = Theme::colors();
    if (mode == QIcon::Disabled) {
        QColor faded = colors.secondary;
        faded.setAlphaF(0.5F);
        return faded;
    }
    return mode == QIcon::Selected || state == QIcon::On ? colors.accent : colors.secondary;
}

} // namespace

void LineIcon::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    const qreal ratio = painter->device()->devicePixelRatio();
    painter->drawPixmap(rect, drawn((QSizeF(rect.size()) * ratio).toSize(), mode, state));
}

QPixmap LineIcon::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return drawn(size, mode, state);
}

QPixmap LineIcon::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal)
{
    return drawn(size, mode, state);
}

QPixmap LineIcon::drawn(const QSize &pixels, QIcon::Mode mode, QIcon::State state) const
{
    const QColor color = colorOf(mode, state);
    const QString key = QStringLiteral("foretrail/%1/%2x%3/%4")
                            .arg(m_name).arg(pixels.width()).arg(pixels.height()).arg(color.name(QColor::HexArgb));
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap) || pixels.isEmpty())
        return pixmap;
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(QStringLiteral(":/foretrail/icons/%1.svg").arg(m_name));
    QPainter painter(&pixmap);
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    renderer.render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), color);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace foretrail
