#include "ui/charts/OverviewBar.h"

#include "ui/charts/DrawnChart.h"
#include "ui/theme/Theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

constexpr double gripWidth = 6; ///< px to either side of a handle
constexpr double leastPart = 8; ///< px

} // namespace

OverviewBar::OverviewBar(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("overviewBar"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    retranslate();
}

void OverviewBar::retranslate()
{
    setAccessibleName(tr("Visible part of the time"));
    const QString keys = tr("Arrow keys move it, with Shift its end, with Ctrl its beginning.");
    setAccessibleDescription(m_told.isEmpty() ? keys : QStringLiteral("%1. %2").arg(m_told, keys));
    setToolTip(tr("Drag the part on screen or its ends. Arrow keys move it, with Shift its end, with Ctrl its beginning."));
}

void OverviewBar::setTold(const QString &part)
{
    if (part == m_told)
        return;
    m_told = part;
    retranslate();
}

void OverviewBar::setSpan(double first, double last, double from, double to)
{
    const bool isOther = first != m_first || last != m_last;
    m_first = first;
    m_last = std::max(last, first + 1e-9);
    m_from = from;
    m_to = to;
    if (isOther)
        makeSketch();
    update();
}

void OverviewBar::setInsets(int left, int right)
{
    if (left == m_left && right == m_right)
        return;
    m_left = left;
    m_right = right;
    makeSketch();
    update();
}

void OverviewBar::setSketch(const ChartContent &content)
{
    const Curve curve = content.curves.isEmpty() ? Curve() : content.curves.front();
    if (m_hasSketch && curve.values == m_curve.values && curve.offset == m_curve.offset)
        return;
    m_hasSketch = true;
    m_curve = curve;
    updateGeometry();
    makeSketch();
    update();
}

void OverviewBar::makeSketch()
{
    m_sketch.clear();
    if (!m_hasSketch || !m_curve.values || m_last <= m_first)
        return;
    ChartContent content;
    content.curves = {m_curve};
    const QRectF inside = track().adjusted(0, 3, 0, -3);
    const DrawnChart drawn = drawnChart(content, m_first, m_last, std::max(16, int(inside.width())));
    for (const Polyline &line : drawn.curves.front()) {
        QPolygonF points;
        for (const LinePoint &point : line)
            points += QPointF(inside.left() + (point.x - m_first) / perPixel(),
                              inside.bottom() - (point.y - drawn.low) / (drawn.high - drawn.low) * inside.height());
        m_sketch.push_back(points);
    }
}

void OverviewBar::resizeEvent(QResizeEvent *) { makeSketch(); }

QRectF OverviewBar::track() const
{
    const double air = m_hasSketch ? 2 : 4;
    return QRectF(rect()).adjusted(m_left, air, -m_right, -air);
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
    bar.setLeft(std::max(bar.left(), std::min(left, bar.right() - leastPart)));
    bar.setRight(std::min(track().right(), std::max(right, bar.left() + leastPart)));
    return bar;
}

/// Two strokes across an end, as what can be taken looks.
void OverviewBar::drawHandle(QPainter &painter, double x) const
{
    const QRectF bar = track();
    const double half = std::min(7.0, bar.height() / 2);
    const QRectF grip(x - 3, bar.center().y() - half, 6, 2 * half);
    painter.setPen(QPen(Theme::colors().accent, 1));
    painter.setBrush(Theme::colors().surface);
    painter.drawRoundedRect(grip, 2, 2);
    painter.drawLine(QPointF(x, grip.top() + 2.5), QPointF(x, grip.bottom() - 2.5));
}

void OverviewBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ThemeColors &colors = Theme::colors();
    painter.fillRect(rect(), colors.surface);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.line);
    painter.drawRoundedRect(track(), 3, 3);
    QColor color = colors.accent;
    color.setAlphaF(0.35F);
    painter.setBrush(color);
    painter.drawRoundedRect(handle(), 3, 3);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colors.secondary, 1));
    for (const QPolygonF &line : m_sketch)
        painter.drawPolyline(line);
    drawHandle(painter, handle().left());
    drawHandle(painter, handle().right());
    if (hasFocus()) {
        painter.setPen(QPen(colors.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    }
}

OverviewBar::Grip OverviewBar::gripAt(double px) const
{
    const QRectF part = handle();
    const double toBegin = std::abs(px - part.left()), toEnd = std::abs(px - part.right());
    // A short part is taken as a whole by its middle.
    const double reach = std::min(gripWidth, std::max(3.0, part.width() / 4));
    if (toBegin <= gripWidth && px <= part.left() + reach)
        return Grip::Begin;
    if (toEnd <= gripWidth && px >= part.right() - reach)
        return Grip::End;
    return part.left() <= px && px <= part.right() ? Grip::Whole : Grip::None;
}

void OverviewBar::want(double from, double to)
{
    Q_EMIT rangeWanted(from, to);
}

void OverviewBar::drag(Grip grip, double index)
{
    const double least = leastPart * perPixel();
    if (grip == Grip::Whole)
        want(index - m_held, index - m_held + m_to - m_from);
    else if (grip == Grip::Begin)
        want(std::clamp(index, m_first, std::max(m_first, m_to - least)), m_to);
    else if (grip == Grip::End)
        want(m_from, std::clamp(index, std::min(m_last, m_from + least), m_last));
}

void OverviewBar::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    const double at = indexAt(event->position().x());
    m_grip = gripAt(event->position().x());
    m_held = m_grip == Grip::None ? (m_to - m_from) / 2 : at - m_from;
    if (m_grip != Grip::None)
        return;
    m_grip = Grip::Whole;
    drag(m_grip, at);
}

void OverviewBar::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        return drag(m_grip, indexAt(event->position().x()));
    const Grip grip = gripAt(event->position().x());
    setCursor(grip == Grip::Begin || grip == Grip::End ? Qt::SizeHorCursor : grip == Grip::Whole ? Qt::OpenHandCursor : Qt::ArrowCursor);
}

void OverviewBar::mouseReleaseEvent(QMouseEvent *) { m_grip = Grip::None; }

void OverviewBar::keyPressEvent(QKeyEvent *event)
{
    const bool isStep = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    const double sign = event->key() == Qt::Key_Left ? -1 : 1;
    const double step = sign * std::max(1.0, (m_to - m_from) / 20);
    if (isStep && (event->modifiers() & Qt::ShiftModifier))
        want(m_from, std::clamp(m_to + step, m_from + 1, m_last));
    else if (isStep && (event->modifiers() & Qt::ControlModifier))
        want(std::clamp(m_from + step, m_first, m_to - 1), m_to);
    else if (isStep)
        want(m_from + step, m_to + step);
    else if (event->key() == Qt::Key_Home)
        want(m_first, m_first + m_to - m_from);
    else if (event->key() == Qt::Key_End)
        want(m_last - (m_to - m_from), m_last);
    else if (event->key() == Qt::Key_Escape)
        want(m_first, m_last);
    else
        QWidget::keyPressEvent(event);
}

void OverviewBar::focusInEvent(QFocusEvent *) { update(); }

void OverviewBar::focusOutEvent(QFocusEvent *) { update(); }

void OverviewBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace foretrail
