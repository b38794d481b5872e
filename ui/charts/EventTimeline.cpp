#include "ui/charts/EventTimeline.h"

#include "ui/charts/ChartMenu.h"
#include "ui/charts/Ticks.h"
#include "ui/theme/Theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <map>

namespace foretrail {

namespace {

constexpr int leastAxisHeight = 20;
constexpr int labelDistance = 80; ///< px between two dates of the axis

} // namespace

std::vector<TimelineTick> timelineTicks(const std::vector<WallMs> &times, WallMs from, WallMs to, int width)
{
    std::vector<TimelineTick> ticks;
    if (to <= from || width < 2)
        return ticks;
    for (const WallMs time : times) {
        const auto x = int(std::lround(double(time - from) / double(to - from) * (width - 1)));
        if (x < 0 || x >= width)
            continue;
        if (!ticks.empty() && ticks.back().x == x)
            ++ticks.back().count;
        else
            ticks.push_back({x, 1});
    }
    return ticks;
}

EventTimeline::EventTimeline(QWidget *parent)
    : QWidget(parent), m_menu(new ChartMenu({[this] { return accessibleName(); }, [this] { return grab().toImage(); }, [this] { return table(); }}, this))
{
    m_menu->leaveOutExport();
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Timeline of events by kind"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void EventTimeline::setRows(const QList<TimelineRow> &rows, WallMs from, WallMs to)
{
    m_rows = rows;
    m_from = from;
    m_to = std::max(to, from + 1);
    m_wholeFrom = m_from;
    m_wholeTo = m_to;
    m_cursor = -1;
    describe();
    updateGeometry();
    update();
}

int EventTimeline::rowHeight() const { return std::max(20, fontMetrics().height() + 6); }

int EventTimeline::axisHeight() const { return std::max(leastAxisHeight, fontMetrics().height() + 2); }

QSize EventTimeline::sizeHint() const { return {400, int(std::max<qsizetype>(1, m_rows.size())) * rowHeight() + axisHeight() + 4}; }

QSize EventTimeline::minimumSizeHint() const { return {240, sizeHint().height()}; }

QRect EventTimeline::plot() const
{
    int labelWidth = 48;
    for (const TimelineRow &row : m_rows)
        labelWidth = std::max(labelWidth, fontMetrics().horizontalAdvance(row.kind) + Theme::space);
    labelWidth = std::min(labelWidth, width() / 4);
    return rect().adjusted(labelWidth, 2, -Theme::space, -axisHeight());
}

double EventTimeline::xOf(WallMs time) const
{
    const QRect area = plot();
    return area.left() + double(time - m_from) / double(m_to - m_from) * (area.width() - 1);
}

WallMs EventTimeline::timeAt(double x) const
{
    const QRect area = plot();
    return m_from + WallMs((x - area.left()) / std::max(1, area.width() - 1) * double(m_to - m_from));
}

void EventTimeline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(Theme::tableFont());
    for (int row = 0; row < m_rows.size(); ++row)
        drawRow(painter, row);
    drawAxis(painter);
    drawCursor(painter);
    if (hasFocus()) {
        painter.setPen(Theme::colors().accent);
        painter.drawRoundedRect(rect().adjusted(0, 0, -1, -1), Theme::radius, Theme::radius);
    }
}

void EventTimeline::drawRow(QPainter &painter, int row) const
{
    const ThemeColors &colors = Theme::colors();
    const QRect area = plot();
    const int top = area.top() + row * rowHeight();
    const int middle = top + rowHeight() / 2;
    const QString label = painter.fontMetrics().elidedText(m_rows[row].kind, Qt::ElideRight, area.left() - Theme::space);
    painter.setPen(colors.secondary);
    painter.drawText(QRect(0, top, area.left() - Theme::space, rowHeight()), Qt::AlignLeft | Qt::AlignVCenter, label);
    painter.setPen(colors.grid);
    painter.drawLine(area.left(), middle, area.right(), middle);
    const QColor color = colors.others[size_t(row) % colors.others.size()];
    for (const TimelineTick &tick : timelineTicks(m_rows[row].times, m_from, m_to, area.width())) {
        const int half = tick.count > 4 ? 8 : 6;
        painter.fillRect(QRect(area.left() + tick.x - 1, middle - half, tick.count > 1 ? 3 : 2, 2 * half), color);
    }
}

void EventTimeline::drawAxis(QPainter &painter) const
{
    if (m_rows.isEmpty())
        return;
    const QRect area = plot();
    painter.setPen(Theme::colors().secondary);
    const TimeAxis days{Step::Day, floorToStep(m_from, Step::Day)};
    const int most = std::max(2, area.width() / labelDistance), room = m_menu->button()->x();
    int free = 0;
    for (const AxisTick &tick : indexTicks(days, fractionalIndex(days, m_from), fractionalIndex(days, m_to), most)) {
        const int textWidth = painter.fontMetrics().horizontalAdvance(tick.label);
        const int middle = int(xOf(days.start + WallMs(tick.at * double(dayMs))));
        const int left = std::clamp(middle - textWidth / 2, 0, std::max(0, room - textWidth));
        if (left < free)
            continue;
        painter.drawText(left, height() - 6, tick.label);
        free = left + textWidth + Theme::space;
    }
}

void EventTimeline::drawCursor(QPainter &painter) const
{
    if (m_cursor < 0)
        return;
    const QRect area = plot();
    painter.setPen(Theme::colors().secondary);
    painter.drawLine(QPointF(m_cursor, area.top()), QPointF(m_cursor, area.bottom()));
    const QString text = cursorText();
    const QRect box = painter.fontMetrics().boundingRect(text).adjusted(-6, -3, 6, 3);
    const bool isRight = m_cursor + box.width() + 12 < width();
    const QRect at(int(isRight ? m_cursor + 6 : m_cursor - 6 - box.width()), area.top(), box.width(), box.height());
    painter.setBrush(Theme::colors().surface);
    painter.setPen(Theme::colors().line);
    painter.drawRoundedRect(at, 4, 4);
    painter.setPen(Theme::colors().text);
    painter.drawText(at, Qt::AlignCenter, text);
}

QString EventTimeline::cursorText() const
{
    if (m_cursor < 0)
        return {};
    const WallMs from = floorToStep(timeAt(m_cursor), Step::Day);
    QStringList parts{dateText(from)};
    for (const TimelineRow &row : m_rows) {
        const auto first = std::lower_bound(row.times.begin(), row.times.end(), from);
        const auto last = std::lower_bound(first, row.times.end(), from + dayMs);
        if (first != last)
            parts += QStringLiteral("%1 %2").arg(QLocale().toString(qint64(last - first)), row.kind);
    }
    return parts.join(QStringLiteral(" · "));
}

QList<QStringList> EventTimeline::table() const
{
    std::map<WallMs, std::vector<qint64>> days;
    for (size_t row = 0; row < size_t(m_rows.size()); ++row)
        for (const WallMs time : m_rows[qsizetype(row)].times) {
            std::vector<qint64> &counts = days[floorToStep(time, Step::Day)];
            counts.resize(size_t(m_rows.size()));
            ++counts[row];
        }
    QList<QStringList> table{{tr("Day")}};
    for (const TimelineRow &row : m_rows)
        table.front() << row.kind;
    for (const auto &[day, counts] : days) {
        table.append(QStringList{formatTime(day, Step::Day)});
        for (const qint64 count : counts)
            table.back() << QLocale().toString(count);
    }
    return table;
}

/// The day at the cursor, else how much there is.
void EventTimeline::describe()
{
    QStringList kinds;
    for (const TimelineRow &row : m_rows)
        kinds << QStringLiteral("%1 %2").arg(QLocale().toString(qint64(row.times.size())), row.kind);
    const QString whole = kinds.isEmpty() ? QString() : tr("%1 to %2: %3", "first day, last day, 12 view, 3 purchase").arg(dateText(m_wholeFrom), dateText(m_wholeTo), kinds.join(QStringLiteral(", ")));
    setAccessibleDescription(m_cursor < 0 ? whole : cursorText());
    m_menu->button()->setVisible(!m_rows.isEmpty());
}

void EventTimeline::moveCursor(double x)
{
    const QRect area = plot();
    m_cursor = std::clamp(x, double(area.left()), double(area.right()));
    describe();
    update();
}

void EventTimeline::zoom(double x, double factor)
{
    constexpr WallMs least = 6 * hourMs;
    const WallMs at = timeAt(std::clamp(x, double(plot().left()), double(plot().right())));
    const WallMs span = std::clamp(WallMs(double(m_to - m_from) * factor), std::min(least, m_wholeTo - m_wholeFrom), m_wholeTo - m_wholeFrom);
    const double share = double(at - m_from) / double(m_to - m_from);
    m_from = std::clamp(at - WallMs(share * double(span)), m_wholeFrom, m_wholeTo - span);
    m_to = m_from + span;
    update();
}

void EventTimeline::showWhole()
{
    m_from = m_wholeFrom;
    m_to = m_wholeTo;
    update();
}

void EventTimeline::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier) || event->angleDelta().y() == 0)
        return QWidget::wheelEvent(event);
    zoom(event->position().x(), event->angleDelta().y() > 0 ? 0.7 : 1 / 0.7);
    event->accept();
}

void EventTimeline::mouseDoubleClickEvent(QMouseEvent *) { showWhole(); }

void EventTimeline::mouseMoveEvent(QMouseEvent *event) { moveCursor(event->position().x()); }

void EventTimeline::resizeEvent(QResizeEvent *)
{
    constexpr int buttonWidth = 28;
    m_menu->button()->setGeometry(width() - buttonWidth, height() - axisHeight(), buttonWidth, axisHeight());
}

void EventTimeline::leaveEvent(QEvent *)
{
    m_cursor = -1;
    describe();
    update();
}

void EventTimeline::keyPressEvent(QKeyEvent *event)
{
    const double middle = m_cursor >= 0 ? m_cursor : plot().center().x();
    if (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Equal)
        return zoom(middle, 0.5);
    if (event->key() == Qt::Key_Minus)
        return zoom(middle, 2);
    if (event->key() == Qt::Key_Escape && (m_from != m_wholeFrom || m_to != m_wholeTo))
        return showWhole();
    const int direction = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (direction == 0)
        return QWidget::keyPressEvent(event);
    // To the next event of any kind, so that a keyboard never walks through empty weeks.
    const double pixel = double(m_to - m_from) / std::max(1, plot().width());
    const WallMs beside = WallMs(pixel) + 1; // without a cursor it comes from outside, so that the first event counts
    const WallMs here = m_cursor < 0 ? (direction > 0 ? m_from - beside : m_to + beside) : timeAt(m_cursor);
    double best = -1;
    for (const TimelineRow &row : m_rows) {
        for (const WallMs time : row.times) {
            const double distance = double(time - here) * direction;
            if (distance > pixel && (best < 0 || distance < best))
                best = distance;
        }
    }
    if (best >= 0)
        moveCursor(xOf(here + WallMs(best) * direction));
}

void EventTimeline::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Timeline of events by kind"));
        m_menu->retranslate();
        describe();
    }
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        update();
}

} // namespace foretrail
