#include "ui/charts/PointDragger.h"

#include "ui/charts/LineCanvas.h"
#include "ui/theme/Theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

constexpr double nearPx = 8;
constexpr double leastMovePx = 3; ///< less is a click

} // namespace

/// The point on its way, over the chart.
class DragMark : public QWidget {
public:
    explicit DragMark(QWidget *viewport) : QWidget(viewport)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
    }
    void follow(QPointF at, const QString &text)
    {
        m_at = at;
        m_text = text;
        setGeometry(parentWidget()->rect());
        show();
        raise();
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(Theme::colors().accent, 1, Qt::DashLine));
        painter.drawLine(QPointF(m_at.x(), 0), QPointF(m_at.x(), height()));
        painter.setPen(QPen(Theme::colors().accent, 2));
        painter.setBrush(Theme::colors().surface);
        painter.drawEllipse(m_at, 5, 5);
        const QRectF box = QFontMetricsF(font()).boundingRect(m_text).adjusted(-6, -3, 6, 3);
        const bool isLeft = m_at.x() + box.width() + 12 > width(); // the values at the pointer stand at its left where there is room
        const QRectF label(QPointF(isLeft ? m_at.x() - box.width() - 10 : m_at.x() + 10, m_at.y() - box.height() - 6), box.size());
        painter.setPen(QPen(Theme::colors().accent, 1));
        painter.drawRoundedRect(label, Theme::radius, Theme::radius);
        painter.setPen(Theme::colors().text);
        painter.drawText(label, Qt::AlignCenter, m_text);
    }

private:
    QPointF m_at;
    QString m_text;
};

PointDragger::PointDragger(LineCanvas &canvas) : QObject(&canvas), m_canvas(canvas), m_mark(new DragMark(canvas.viewport()))
{
    canvas.viewport()->installEventFilter(this);
    canvas.installEventFilter(this);
}

void PointDragger::setPoints(qint64 offset, SharedValues values)
{
    drop();
    m_offset = offset;
    m_values = std::move(values);
}

void PointDragger::drop()
{
    m_dragged.reset();
    m_mark->hide();
}

std::optional<qint64> PointDragger::pointAt(QPointF px) const
{
    const ChartGeometry &geometry = m_canvas.geometryShown();
    if (!m_values || !geometry.plot.adjusted(-nearPx, -nearPx, nearPx, nearPx).contains(px))
        return {};
    const qint64 index = std::llround(geometry.indexAt(px.x())), place = index - m_offset;
    if (place < 0 || place >= qint64(m_values->size()))
        return {};
    const QPointF point(geometry.x(double(index)), geometry.y(m_canvas.content().onScale((*m_values)[size_t(place)])));
    return std::hypot(point.x() - px.x(), point.y() - px.y()) <= nearPx ? std::optional(index) : std::nullopt;
}

double PointDragger::valueAt(double y) const
{
    const ChartGeometry &geometry = m_canvas.geometryShown();
    const double worth = (geometry.high - geometry.low) / geometry.plot.height();
    const double onScale = geometry.low + (geometry.plot.bottom() - y) * worth;
    if (m_canvas.content().isLogarithmic)
        return std::pow(10, onScale);
    const double unit = std::pow(10, std::floor(std::log10(std::max(worth, 1e-300))));
    return std::round(onScale / unit) * unit;
}

bool PointDragger::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_canvas) {
        const bool letsGo = m_dragged && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape;
        if (letsGo)
            drop();
        return letsGo;
    }
    switch (event->type()) {
    case QEvent::MouseButtonPress: return press(static_cast<QMouseEvent &>(*event));
    case QEvent::MouseMove: return move(static_cast<QMouseEvent &>(*event));
    case QEvent::MouseButtonRelease: return release(static_cast<QMouseEvent &>(*event));
    default: return false;
    }
}

bool PointDragger::press(QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton || event.modifiers() != Qt::NoModifier)
        return false;
    m_dragged = pointAt(event.position());
    m_pressedY = m_y = event.position().y();
    if (m_dragged)
        m_canvas.setFocus(Qt::MouseFocusReason);
    return m_dragged.has_value();
}

bool PointDragger::move(QMouseEvent &event)
{
    if (!m_dragged) {
        m_canvas.viewport()->setCursor(event.buttons() == Qt::NoButton && pointAt(event.position()) ? Qt::SizeVerCursor : Qt::ArrowCursor);
        return false;
    }
    const ChartGeometry &geometry = m_canvas.geometryShown();
    m_y = std::clamp(event.position().y(), geometry.plot.top(), geometry.plot.bottom());
    const double was = (*m_values)[size_t(*m_dragged - m_offset)], now = valueAt(m_y);
    const QString share = was > 0 ? QStringLiteral(" (%1%2 %)").arg(now >= was ? QStringLiteral("+") : QString(), QLocale().toString(100 * (now / was - 1), 'f', 1)) : QString();
    m_mark->follow({geometry.x(double(*m_dragged)), m_y}, plainNumber(now) + share);
    return true;
}

bool PointDragger::release(QMouseEvent &event)
{
    if (!m_dragged || event.button() != Qt::LeftButton)
        return false;
    const qint64 index = *m_dragged;
    const bool hasMoved = std::abs(m_y - m_pressedY) >= leastMovePx;
    drop();
    if (hasMoved)
        Q_EMIT dropped(index, valueAt(m_y));
    return true;
}

} // namespace foretrail
