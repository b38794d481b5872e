#include "ui/charts/StateDrawing.h"

#include "core/report/FlowTables.h"
#include "ui/charts/Ticks.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct StateDrawingText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::StateDrawing)
};

bool isSilent(LifeState state) { return state == LifeState::Dormant || state == LifeState::Lapsed; }

} // namespace

QList<QStringList> StateDrawing::table() const { return lifecycleTable(m_result); }

QList<LifeState> StateDrawing::shown() const
{
    QList<LifeState> states{LifeState::Active, LifeState::Returned, LifeState::New, LifeState::Dormant};
    if (m_showsLapsed)
        states << LifeState::Lapsed;
    return states;
}

StateDrawing::Frame StateDrawing::frame(const QRectF &area, const QFont &font) const
{
    const QFontMetricsF metrics(font);
    Frame frame{area.adjusted(metrics.horizontalAdvance(QStringLiteral("-000.0k")) + 10, metrics.height() + 16, -12, -(metrics.height() + 8)), 0, 0};
    for (const LifecyclePeriod &period : m_result.counts) {
        frame.high = std::max(frame.high, double(period.present()));
        frame.low = std::min(frame.low, -double(period.at(LifeState::Dormant) + (m_showsLapsed ? period.at(LifeState::Lapsed) : 0)));
    }
    frame.high = std::max(frame.high, 1.0);
    const double air = 0.05 * (frame.high - frame.low);
    frame.high += air;
    frame.low -= frame.low < 0 ? air : 0;
    return frame;
}

std::vector<StateDrawing::Piece> StateDrawing::pieces(const Frame &frame) const
{
    std::vector<Piece> pieces;
    const double width = frame.plot.width() / double(std::max<size_t>(1, m_result.counts.size()));
    const double space = width > 8 ? 3 : width > 3 ? 1 : 0;
    for (size_t period = 0; period < m_result.counts.size(); ++period) {
        double above = 0, below = 0;
        for (const LifeState state : shown()) {
            const auto count = double(m_result.counts[period].at(state));
            if (count == 0)
                continue;
            double &edge = isSilent(state) ? below : above;
            const double next = edge + (isSilent(state) ? -count : count);
            const QRectF rect = QRectF(QPointF(frame.plot.left() + double(period) * width + space / 2, frame.y(edge)),
                                       QPointF(frame.plot.left() + double(period + 1) * width - space / 2, frame.y(next))).normalized();
            pieces.push_back({int(period), state, rect});
            edge = next;
        }
    }
    return pieces;
}

std::vector<ChartMark> StateDrawing::marks(const QRectF &area, const QFont &font) const
{
    std::vector<ChartMark> marks;
    for (const Piece &piece : pieces(frame(area, font))) {
        QPainterPath path;
        path.addRect(piece.rect);
        const QString soFar = m_result.periods.isFinished(piece.period) ? QString() : QLatin1Char(' ') + StateDrawingText::tr("(not over)");
        marks.push_back({path, StateDrawingText::tr("%1, %2: %Ln user(s)", nullptr, int(m_result.counts[size_t(piece.period)].at(piece.state)))
                                   .arg(m_result.periods.label(piece.period) + soFar, lifeStateText(piece.state)),
                         8 * piece.period + int(piece.state)});
    }
    return marks;
}

QBrush StateDrawing::brushOf(LifeState state, const ThemeColors &colors)
{
    switch (state) {
    case LifeState::New: return QBrush(colors.good, Qt::Dense2Pattern);
    case LifeState::Active: return colors.accent;
    case LifeState::Returned: return QBrush(colors.others[1], Qt::Dense4Pattern);
    case LifeState::Dormant: return QBrush(colors.warning, Qt::BDiagPattern);
    default: return QBrush(colors.secondary, Qt::DiagCrossPattern);
    }
}

void StateDrawing::drawLegend(QPainter &painter, const QRectF &area, const ThemeColors &colors) const
{
    const QFontMetricsF metrics(painter.font());
    double left = area.left() + 12;
    for (const LifeState state : shown()) {
        const QRectF swatch(left, area.top() + 7, metrics.height() - 4, metrics.height() - 4);
        painter.setPen(QPen(brushOf(state, colors).color(), 1));
        painter.setBrush(brushOf(state, colors));
        painter.drawRect(swatch);
        painter.setPen(colors.text);
        painter.drawText(QPointF(swatch.right() + 5, area.top() + 5 + metrics.ascent()), lifeStateText(state));
        left = swatch.right() + 5 + metrics.horizontalAdvance(lifeStateText(state)) + 16;
    }
}

void StateDrawing::drawAxes(QPainter &painter, const QRectF &area, const Frame &frame, const ThemeColors &colors) const
{
    const QFontMetricsF metrics(painter.font());
    const double whole = std::floor(frame.high) - std::ceil(frame.low) + 1; // there are no halves of users
    for (const AxisTick &tick : valueTicks(frame.low, frame.high, int(std::clamp(std::min(frame.plot.height() / 28, whole), 2.0, 8.0)))) {
        const double y = std::floor(frame.y(tick.at)) + 0.5;
        painter.setPen(QPen(tick.at == 0 ? colors.secondary : colors.grid, 1));
        painter.drawLine(QPointF(frame.plot.left(), y), QPointF(frame.plot.right(), y));
        painter.setPen(colors.secondary);
        const QString label = tick.label.startsWith(QLatin1Char('-')) ? tick.label.mid(1) : tick.label; // below zero are people too
        painter.drawText(QRectF(area.left(), y - metrics.height() / 2, frame.plot.left() - 6 - area.left(), metrics.height()), Qt::AlignRight | Qt::AlignVCenter, label);
    }
    const double width = frame.plot.width() / double(std::max(1, m_result.periods.count()));
    double free = area.left();
    painter.setPen(colors.secondary);
    for (int period = 0; period < m_result.periods.count(); ++period) {
        const QString label = m_result.periods.label(period) + (m_result.periods.isFinished(period) ? QString() : QStringLiteral("*"));
        const double wide = metrics.horizontalAdvance(label);
        const double left = frame.plot.left() + (period + 0.5) * width - wide / 2;
        if (left < free || left + wide > area.right())
            continue;
        painter.drawText(QPointF(left, frame.plot.bottom() + 4 + metrics.ascent()), label);
        free = left + wide + 10;
    }
}

void StateDrawing::draw(QPainter &painter, const QRectF &area, const ThemeColors &colors, const QFont &font, int highlighted) const
{
    painter.setFont(font);
    const Frame place = frame(area, font);
    if (m_selected >= 0 && m_selected < m_result.periods.count()) {
        const double width = place.plot.width() / double(m_result.periods.count());
        painter.fillRect(QRectF(place.plot.left() + m_selected * width, place.plot.top(), width, place.plot.height()), colors.selection);
    }
    drawAxes(painter, area, place, colors);
    for (const Piece &piece : pieces(place)) {
        painter.setBrush(colors.surface);
        painter.setPen(Qt::NoPen);
        painter.drawRect(piece.rect);
        const QBrush brush = brushOf(piece.state, colors);
        const bool isHighlighted = highlighted == 8 * piece.period + int(piece.state);
        painter.setPen(isHighlighted ? QPen(colors.text, 2) : QPen(brush.color(), 1, m_result.periods.isFinished(piece.period) ? Qt::SolidLine : Qt::DashLine));
        painter.setBrush(brush);
        painter.drawRect(piece.rect);
    }
    drawLegend(painter, area, colors);
}

} // namespace foretrail
