#include "ui/charts/StateStrip.h"

#include "ui/charts/ChartMenu.h"
#include "ui/charts/HeatPainter.h"
#include "ui/charts/Ticks.h"
#include "ui/theme/Theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace foretrail {

namespace {

QColor stateColor(LifecycleState state)
{
    const ThemeColors &colors = Theme::colors();
    switch (state) {
    case LifecycleState::New: return colors.others[1];
    case LifecycleState::Active: return colors.others[2];
    case LifecycleState::AtRisk: return colors.others[0];
    case LifecycleState::Lapsed: return colors.others[3];
    case LifecycleState::Returned: return colors.others[4];
    case LifecycleState::None: break;
    }
    return colors.grid;
}

QString stripDay(DayNumber day) { return dateText(day * dayMs); }

} // namespace

StateStrip::StateStrip(QWidget *parent)
    : QWidget(parent), m_menu(new ChartMenu({[this] { return accessibleName(); }, [this] { return grab().toImage(); }, [this] { return table(); }}, this))
{
    m_menu->leaveOutExport();
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum); // a fixed height would cut a legend of two lines
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("States over time"));
}

QSize StateStrip::sizeHint() const { return {400, 3 * fontMetrics().height() + 22}; }

void StateStrip::setMoves(const std::vector<StateMove> &moves, DayNumber lastDay)
{
    m_moves = moves;
    m_lastDay = lastDay;
    m_cursor = -1;
    describe();
    updateGeometry(); // the legend may take another line
    update();
}

/// The state at the cursor, else all of them.
void StateStrip::describe()
{
    QStringList all;
    for (size_t i = 0; i < m_moves.size(); ++i)
        all << text(i);
    setAccessibleDescription(m_cursor < 0 ? all.join(QStringLiteral("; ")) : cursorText());
    m_menu->button()->setVisible(!m_moves.empty());
}

QList<QStringList> StateStrip::table() const
{
    QList<QStringList> table{{tr("State"), tr("From"), tr("To")}};
    for (size_t i = 0; i < m_moves.size(); ++i)
        table.append(QStringList{stateTitle(m_moves[i].state), formatTime(m_moves[i].day * dayMs, Step::Day),
                                 formatTime((i + 1 < m_moves.size() ? m_moves[i + 1].day - 1 : m_lastDay) * dayMs, Step::Day)});
    return table;
}

QRectF StateStrip::span(size_t move) const
{
    const double days = double(std::max<DayNumber>(1, m_lastDay + 1 - m_moves.front().day));
    const auto xOf = [&](DayNumber day) { return 1 + double(day - m_moves.front().day) / days * (width() - 2); };
    const DayNumber end = move + 1 < m_moves.size() ? m_moves[move + 1].day : m_lastDay + 1;
    return {xOf(m_moves[move].day), 2, std::max(2.0, xOf(end) - xOf(m_moves[move].day)), double(fontMetrics().height() + 6)};
}

QString StateStrip::text(size_t move) const
{
    const QString state = stateTitle(m_moves[move].state);
    if (move + 1 < m_moves.size())
        return tr("%1 from %2 to %3").arg(state, stripDay(m_moves[move].day), stripDay(m_moves[move + 1].day - 1));
    return tr("%1 since %2").arg(state, stripDay(m_moves[move].day));
}

QString StateStrip::cursorText() const
{
    if (m_moves.empty())
        return {};
    return text(m_cursor >= 0 ? size_t(m_cursor) : m_moves.size() - 1);
}

void StateStrip::paintEvent(QPaintEvent *)
{
    if (m_moves.empty())
        return;
    QPainter painter(this);
    painter.setFont(Theme::tableFont());
    for (size_t i = 0; i < m_moves.size(); ++i) {
        const QRectF box = span(i);
        const QColor color = stateColor(m_moves[i].state);
        painter.fillRect(box, color);
        const QString name = stateTitle(m_moves[i].state);
        painter.setPen(inkOn(color));
        if (painter.fontMetrics().horizontalAdvance(name) + 6 < box.width())
            painter.drawText(box, Qt::AlignCenter, name);
        painter.setPen(QPen(Theme::colors().surface, 1));
        painter.drawLine(box.topLeft(), box.bottomLeft());
        if (int(i) == m_cursor) {
            painter.setPen(QPen(Theme::colors().text, 2));
            painter.drawRect(box.adjusted(1, 0, -1, 0));
        }
    }
    painter.setPen(Theme::colors().secondary);
    const QRectF line(0, fontMetrics().height() + 10, width(), fontMetrics().height() + 4);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, painter.fontMetrics().elidedText(cursorText(), Qt::ElideRight, m_menu->button()->x()));
    layLegend(width(), &painter);
    if (hasFocus()) {
        painter.setPen(Theme::colors().accent);
        painter.drawRoundedRect(rect().adjusted(0, 0, -1, -1), Theme::radius, Theme::radius);
    }
}

/// The states of the strip, each once, in the order in which they came; on as many lines as the width asks for.
int StateStrip::layLegend(int width, QPainter *painter) const
{
    const QFontMetrics metrics(Theme::tableFont());
    const int side = metrics.height() - 4;
    int left = 1, line = 0;
    std::vector<LifecycleState> drawn;
    for (const StateMove &move : m_moves) {
        if (std::ranges::find(drawn, move.state) != drawn.end())
            continue;
        drawn.push_back(move.state);
        const QString name = stateTitle(move.state);
        const int needed = side + 5 + metrics.horizontalAdvance(name);
        if (left > 1 && left + needed > width) {
            left = 1;
            ++line;
        }
        const int top = 2 * fontMetrics().height() + 16 + line * legendLine();
        if (painter) {
            painter->fillRect(left, top + 2, side, side, stateColor(move.state));
            painter->setPen(Theme::colors().text);
            painter->drawText(left + side + 5, top + metrics.ascent(), name);
        }
        left += needed + 14;
    }
    return line + 1;
}

int StateStrip::legendLine() const { return fontMetrics().height() + 4; }

int StateStrip::heightForWidth(int width) const { return sizeHint().height() + (layLegend(width, nullptr) - 1) * legendLine(); }

void StateStrip::setCursorAt(int move)
{
    m_cursor = move;
    setToolTip(cursorText());
    describe();
    update();
}

void StateStrip::mouseMoveEvent(QMouseEvent *event)
{
    for (size_t i = 0; i < m_moves.size(); ++i)
        if (span(i).contains(QPointF(event->position().x(), 4)))
            return setCursorAt(int(i));
}

void StateStrip::resizeEvent(QResizeEvent *)
{
    m_menu->button()->resize(28, fontMetrics().height() + 4);
    m_menu->button()->move(width() - 28, fontMetrics().height() + 10);
}

void StateStrip::leaveEvent(QEvent *) { setCursorAt(-1); }

void StateStrip::keyPressEvent(QKeyEvent *event)
{
    const int direction = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (direction == 0 || m_moves.empty())
        return QWidget::keyPressEvent(event);
    const int here = m_cursor < 0 ? (direction > 0 ? -1 : int(m_moves.size())) : m_cursor;
    setCursorAt(std::clamp(here + direction, 0, int(m_moves.size()) - 1));
}

void StateStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("States over time"));
        m_menu->retranslate();
        setMoves(std::vector<StateMove>(m_moves), m_lastDay);
    } else if (event->type() == QEvent::PaletteChange) {
        update();
    }
}

} // namespace foretrail
