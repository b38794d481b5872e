// What mouse and keys do to a LineCanvas.
#include "ui/charts/EventPainter.h"
#include "ui/charts/LineCanvas.h"
#include "ui/charts/ValueTable.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QScrollArea>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

constexpr double leastDrag = 4; ///< px; less is a slip of the hand
constexpr size_t mostPins = 2;

/// Whether the chart is one of many things on a page that scrolls: there Ctrl and the wheel zoom.
bool isInsideScrolling(const QWidget *widget)
{
    for (const QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget())
        if (qobject_cast<const QScrollArea *>(parent))
            return true;
    return false;
}

} // namespace

void LineCanvas::setCursorIndex(std::optional<qint64> index)
{
    const bool isMoved = index != m_cursor;
    m_cursor = index;
    viewport()->update();
    if (isMoved)
        Q_EMIT cursorMoved(index);
}

void LineCanvas::setCursor(std::optional<qint64> index)
{
    m_pointer.reset();
    m_cursor = index;
    viewport()->update();
}

std::optional<qint64> LineCanvas::indexAt(double px) const
{
    const QRectF &plot = m_geometry.plot;
    if (px < plot.left() - 8 || px > plot.right() + 8)
        return {};
    return qint64(std::llround(std::clamp(m_geometry.indexAt(px), std::ceil(m_from), std::floor(m_to))));
}

void LineCanvas::placeCursor(QPointF at)
{
    m_pointer = at.y();
    setCursorIndex(indexAt(at.x()));
}

void LineCanvas::moveCursor(qint64 steps)
{
    const auto start = m_cursor.value_or(steps > 0 ? qint64(std::ceil(m_from)) - steps : qint64(std::floor(m_to)) - steps);
    moveCursorTo(std::clamp(start + steps, qint64(m_first), qint64(m_last)));
}

void LineCanvas::moveCursorTo(qint64 index)
{
    if (double(index) < m_from || double(index) > m_to) {
        const double shift = double(index) < m_from ? double(index) - m_from : double(index) - m_to;
        setSpan(m_from + shift, m_to + shift);
    }
    m_pointer.reset();
    setCursorIndex(index);
}

void LineCanvas::togglePin(qint64 index)
{
    std::vector<qint64> &pins = m_content.pins;
    if (std::erase(pins, index) == 0) {
        if (pins.size() == mostPins)
            pins.erase(pins.begin());
        pins.push_back(index);
    }
    viewport()->update();
    Q_EMIT pinsChanged();
}

void LineCanvas::removePins()
{
    if (m_content.pins.empty())
        return;
    m_content.pins.clear();
    viewport()->update();
    Q_EMIT pinsChanged();
}

const EventMark *LineCanvas::noteAtCursor() const
{
    const auto found = std::find_if(m_content.events.begin(), m_content.events.end(),
                                    [this](const EventMark &event) { return event.kind == EventKind::Note && event.index == m_cursor; });
    return found == m_content.events.end() ? nullptr : &*found;
}

/// The pin at the cursor, else the note there, else the pin that was set last.
void LineCanvas::removeAtCursor()
{
    const std::vector<qint64> &pins = m_content.pins;
    const bool isPinned = m_cursor && std::find(pins.begin(), pins.end(), *m_cursor) != pins.end();
    if (const EventMark *note = noteAtCursor(); note && !isPinned)
        return Q_EMIT removalWanted(note->id);
    if (!pins.empty())
        togglePin(isPinned ? *m_cursor : pins.back());
}

bool LineCanvas::exploreByKey(int key)
{
    if (!m_isExploring)
        return false;
    if ((key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space) && m_cursor)
        togglePin(*m_cursor);
    else if (key == Qt::Key_Delete || key == Qt::Key_Backspace)
        removeAtCursor();
    else if (key == Qt::Key_N && m_cursor)
        Q_EMIT noteWanted(*m_cursor);
    else if (const EventMark *note = key == Qt::Key_F2 ? noteAtCursor() : nullptr)
        Q_EMIT editWanted(note->id);
    else
        return false;
    return true;
}

QRectF LineCanvas::selection() const
{
    const QRectF &plot = m_geometry.plot;
    QRectF box = QRectF(m_pressed, m_dragged).normalized();
    if (m_drag == Drag::Span) {
        box.setTop(plot.top());
        box.setBottom(plot.bottom());
    }
    return box.intersected(plot);
}

void LineCanvas::zoomIntoSelection()
{
    const QRectF box = selection();
    if (box.width() <= leastDrag || (m_drag == Drag::Box && box.height() <= leastDrag))
        return;
    const auto valueAt = [this](double y) {
        return m_geometry.low + (m_geometry.plot.bottom() - y) / m_geometry.plot.height() * (m_geometry.high - m_geometry.low);
    };
    const double from = m_geometry.indexAt(box.left()), to = m_geometry.indexAt(box.right());
    if (m_drag == Drag::Box)
        m_values = {valueAt(box.bottom()), valueAt(box.top())};
    const int before = m_rebuilds;
    setSpan(from, to);
    if (m_drag == Drag::Box && before == m_rebuilds)
        rebuild();
}

void LineCanvas::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier) && isInsideScrolling(this))
        return event->ignore(); // the page scrolls on
    const int turn = event->angleDelta().y();
    if (turn != 0)
        zoom(std::pow(1.25, turn / 120.0), m_geometry.indexAt(event->position().x()));
    placeCursor(event->position());
    event->accept();
}

void LineCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    m_clickedPin.reset();
    m_pressed = m_dragged = event->position();
    m_pressedFrom = m_from;
    m_pressedTo = m_to;
    m_drag = event->modifiers() & Qt::ShiftModifier ? Drag::Pan : event->modifiers() & Qt::ControlModifier ? Drag::Box : Drag::Span;
}

void LineCanvas::mouseMoveEvent(QMouseEvent *event)
{
    m_dragged = event->position();
    if (m_drag == Drag::Pan && (event->buttons() & Qt::LeftButton)) {
        const double shift = (m_pressed.x() - m_dragged.x()) * (m_pressedTo - m_pressedFrom) / m_geometry.plot.width();
        setSpan(m_pressedFrom + shift, m_pressedTo + shift);
    }
    placeCursor(event->position());
}

void LineCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    m_dragged = event->position();
    const bool isClick = m_drag == Drag::Span && (m_dragged - m_pressed).manhattanLength() <= leastDrag;
    if (m_drag == Drag::Span || m_drag == Drag::Box)
        zoomIntoSelection();
    if (!isClick && (m_drag == Drag::Span || m_drag == Drag::Box))
        placeCursor(m_dragged); // another step is below the pointer now
    m_drag = Drag::None;
    viewport()->update();
    if (const auto index = indexAt(m_dragged.x()); isClick && m_isExploring && index && m_geometry.plot.contains(m_dragged)) {
        m_clickedPin = index;
        togglePin(*index);
    }
    event->accept();
}

void LineCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (m_clickedPin) // the first click was none
        togglePin(*m_clickedPin);
    m_clickedPin.reset();
    resetZoom();
    event->accept();
}

void LineCanvas::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    setCursorIndex({});
}

void LineCanvas::contextMenuEvent(QContextMenuEvent *event)
{
    if (!m_isExploring || m_content.isEmpty())
        return event->ignore();
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const std::optional<qint64> index = isByKey ? m_cursor : indexAt(event->pos().x());
    if (!index)
        return;
    const QPoint place(int(m_geometry.x(double(*index))), int(m_geometry.plot.center().y()));
    Q_EMIT menuWanted(*index, isByKey ? viewport()->mapToGlobal(place) : event->globalPos());
}

bool LineCanvas::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || m_content.events.isEmpty())
        return QChartView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QStringList lines;
    for (const EventMark &mark : eventsNear(m_content, m_geometry, help->pos().x()))
        lines += QStringLiteral("%1: %2").arg(stepTitle(m_content, mark.index), mark.text);
    QToolTip::showText(help->globalPos(), lines.join(QLatin1Char('\n')).toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")), viewport());
    return true;
}

void LineCanvas::keyPressEvent(QKeyEvent *event)
{
    const qint64 stride = event->modifiers() & Qt::ShiftModifier ? 10 : 1;
    const double around = m_cursor ? double(*m_cursor) : (m_from + m_to) / 2;
    switch (event->key()) {
    case Qt::Key_Left: return moveCursor(-stride);
    case Qt::Key_Right: return moveCursor(stride);
    case Qt::Key_Home: return moveCursorTo(qint64(m_first));
    case Qt::Key_End: return moveCursorTo(qint64(m_last));
    case Qt::Key_Plus:
    case Qt::Key_Equal: return zoom(1.5, around);
    case Qt::Key_Minus: return zoom(1 / 1.5, around);
    case Qt::Key_Escape:
        if (!m_cursor && m_from == m_first && m_to == m_last)
            return event->ignore(); // a dialog around it closes
        setCursorIndex({});
        return resetZoom();
    default: break;
    }
    const bool isPlain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (!isPlain || !exploreByKey(event->key()))
        QChartView::keyPressEvent(event);
}

void LineCanvas::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    viewport()->update();
}

void LineCanvas::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    setCursorIndex({});
    viewport()->update();
}

} // namespace foretrail
