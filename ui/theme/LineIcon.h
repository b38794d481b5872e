#pragma once

#include <QIconEngine>

namespace foretrail {

/// Draws resources/icons/NAME.svg in the colour of the theme at the moment of drawing, so that icons follow a change
/// of theme by themselves. Checked (On) and selected ones take the accent, disabled ones fade.
class LineIcon final : public QIconEngine {
public:
    explicit LineIcon(const QString &name) : m_name(name) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QIconEngine *clone() const override { return new LineIcon(*this); }
    QString key() const override { return QStringLiteral("foretrail-line"); }
    bool isNull() override { return false; }

private:
    QPixmap drawn(const QSize &pixels, QIcon::Mode mode, QIcon::State state) const;
    QString m_name;
};

} // namespace foretrail
