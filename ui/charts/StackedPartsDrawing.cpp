#include "ui/charts/PartsDrawing.h"

#include "core/training/PartWords.h"
#include "ui/charts/Ticks.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct StackedPartsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::StackedPartsDrawing)
};

} // namespace

StackedPartsDrawing::StackedPartsDrawing(std::shared_ptr<const ExplainedForecast> explained, int chosen, QString title)
    : m_explained(std::move(explained)), m_parts(m_explained->coarse()), m_chosen(chosen), m_title(std::move(title))
{
}

QList<QStringList> StackedPartsDrawing::table() const
{
    QStringList header{StackedPartsText::tr("Time"), StackedPartsText::tr("Forecast")};
    for (const Contribution &part : m_explained->parts.parts())
        header << partTitle(part, m_explained->history.axis);
    QList<QStringList> table{header};
    const TimeAxis &axis = m_explained->history.axis;
    for (size_t step = 0; step < m_explained->mean.size(); ++step) {
        const qint64 at = m_explained->history.size() + qint64(step);
        QStringList row{axis.hasCalendar() ? formatTime(axis.timeAt(at), axis.step) : QString::number(axis.start + at), QString::number(m_explained->mean[step], 'g', 17)};
        for (const Contribution &part : m_explained->parts.parts())
            row << QString::number(part.values[step], 'g', 17);
        table.append(row);
    }
    return table;
}

std::vector<size_t> StackedPartsDrawing::shown() const
{
    std::vector<size_t> places;
    const auto &parts = m_parts.parts();
    for (size_t i = 0; i < std::min<size_t>(parts.size(), partsAtMost); ++i)
        if (parts[i].kind != PartKind::Level && m_explained->isSeen(parts[i]))
            places.push_back(i);
    return places;
}

/// The names of the parts in lines, as words are; returns the height.
double StackedPartsDrawing::layLegend(const QRectF &area, const QFont &font, const std::function<void(size_t, const QRectF &)> &place) const
{
    const QFontMetricsF metrics(font);
    const double right = area.right() - 34;
    double left = area.left() + 8, top = area.top() + 3;
    for (const size_t i : shown()) {
        const double width = metrics.height() + metrics.horizontalAdvance(partTitle(m_parts.parts()[i], m_explained->history.axis)) + 4;
        if (left + width > right && left > area.left() + 8) {
            left = area.left() + 8;
            top += metrics.height() + 1;
        }
        place(i, QRectF(left, top, width, metrics.height()));
        left += width + 12;
    }
    return top + metrics.height() - area.top();
}

StackedPartsDrawing::Frame StackedPartsDrawing::frame(const QRectF &area, const QFont &font) const
{
    const QFontMetricsF metrics(font);
    const double legend = layLegend(area, font, [](size_t, const QRectF &) {});
    Frame frame;
    frame.plot = area.adjusted(metrics.horizontalAdvance(QStringLiteral("-000.0k")) + 8, legend + 5, -10, -(metrics.height() + 5));
    frame.low = frame.high = 0;
    for (size_t step = 0; step < m_explained->mean.size(); ++step) {
        double above = 0, below = 0;
        for (const size_t i : shown())
            (m_parts.parts()[i].values[step] > 0 ? above : below) += m_parts.parts()[i].values[step];
        frame.high = std::max(frame.high, above);
        frame.low = std::min(frame.low, below);
    }
    if (!(frame.high > frame.low))
        frame.high = frame.low + 1;
    const double air = 0.05 * (frame.high - frame.low);
    frame.high += air;
    frame.low -= frame.low < 0 ? air : 0;
    frame.width = frame.plot.width() / double(std::max<size_t>(1, m_explained->mean.size()));
    return frame;
}

std::vector<StackedPartsDrawing::Piece> StackedPartsDrawing::pieces(const Frame &frame) const
{
    std::vector<Piece> pieces;
    const double space = frame.width > 8 ? 3 : frame.width > 3 ? 1 : 0;
    for (size_t step = 0; step < m_explained->mean.size(); ++step) {
        double above = 0, below = 0;
        for (const size_t i : shown()) {
            const double value = m_parts.parts()[i].values[step];
            if (value == 0)
                continue;
            double &edge = value > 0 ? above : below;
            pieces.push_back({int(step), int(i), QRectF(QPointF(frame.plot.left() + double(step) * frame.width + space / 2, frame.y(edge)),
                                                         QPointF(frame.plot.left() + double(step + 1) * frame.width - space / 2, frame.y(edge + value))).normalized()});
            edge += value;
        }
    }
    return pieces;
}

std::vector<ChartMark> StackedPartsDrawing::marks(const QRectF &area, const QFont &font) const
{
    std::vector<ChartMark> marks;
    const TimeAxis &axis = m_explained->history.axis;
    for (const Piece &piece : pieces(frame(area, font))) {
        QPainterPath path;
        path.addRect(piece.rect.adjusted(0, piece.rect.height() < 3 ? -1.5 : 0, 0, piece.rect.height() < 3 ? 1.5 : 0));
        const Contribution &part = m_parts.parts()[size_t(piece.part)];
        const QString value = partNumber(part.values[size_t(piece.step)]);
        marks.push_back({path, StackedPartsText::tr("%1, %2: %3", "Sat 24 Dec 2011, Weekday: 31").arg(stepText(axis, m_explained->history.size() + piece.step), partTitle(part, axis), value),
                         numberOf(piece.step, piece.part)});
    }
    return marks;
}

void StackedPartsDrawing::drawAxes(QPainter &painter, const QRectF &area, const Frame &frame, const ThemeColors &colors) const
{
    const QFontMetricsF metrics(painter.font());
    for (const AxisTick &tick : valueTicks(frame.low, frame.high, std::clamp(int(frame.plot.height() / 28), 2, 8))) {
        const double y = std::floor(frame.y(tick.at)) + 0.5;
        painter.setPen(QPen(tick.at == 0 ? colors.secondary : colors.grid, 1));
        painter.drawLine(QPointF(frame.plot.left(), y), QPointF(frame.plot.right(), y));
        painter.setPen(colors.secondary);
        painter.drawText(QRectF(area.left(), y - metrics.height() / 2, frame.plot.left() - 6 - area.left(), metrics.height()), Qt::AlignRight | Qt::AlignVCenter, tick.label);
    }
    painter.setPen(colors.secondary);
    double free = area.left();
    for (qint64 step = 0; step < qint64(m_explained->mean.size()); ++step) {
        const QString label = shortStepText(m_explained->history.axis, m_explained->history.size() + step);
        const double wide = metrics.horizontalAdvance(label), left = frame.plot.left() + (double(step) + 0.5) * frame.width - wide / 2;
        if (left < free || left + wide > area.right())
            continue;
        painter.drawText(QPointF(left, frame.plot.bottom() + 3 + metrics.ascent()), label);
        free = left + wide + 12;
    }
}

/// How far the forecast is from its level.
void StackedPartsDrawing::drawSum(QPainter &painter, const Frame &frame, const ThemeColors &colors) const
{
    QPolygonF line;
    for (size_t step = 0; step < m_explained->mean.size(); ++step) {
        double sum = 0;
        for (const size_t i : shown())
            sum += m_parts.parts()[i].values[step];
        line << QPointF(frame.plot.left() + (double(step) + 0.5) * frame.width, frame.y(sum));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colors.text, 1.5));
    painter.drawPolyline(line);
}

void StackedPartsDrawing::draw(QPainter &painter, const QRectF &area, const ThemeColors &colors, const QFont &font, int highlighted) const
{
    painter.setFont(font);
    const Frame place = frame(area, font);
    if (m_chosen >= 0)
        painter.fillRect(QRectF(place.plot.left() + m_chosen * place.width, place.plot.top(), place.width, place.plot.height()), colors.selection);
    drawAxes(painter, area, place, colors);
    for (const Piece &piece : pieces(place)) {
        const QBrush brush = partBrush(m_parts.parts()[size_t(piece.part)], piece.part, colors);
        painter.setBrush(colors.surface);
        painter.setPen(Qt::NoPen);
        painter.drawRect(piece.rect);
        painter.setPen(highlighted == numberOf(piece.step, piece.part) ? QPen(colors.text, 2) : QPen(brush.color(), 1));
        painter.setBrush(brush);
        painter.drawRect(piece.rect);
    }
    drawSum(painter, place, colors);
    layLegend(area, font, [&](size_t i, const QRectF &rect) {
        const Contribution &part = m_parts.parts()[i];
        const QBrush brush = partBrush(part, int(i), colors);
        const double side = rect.height() - 5;
        painter.setPen(QPen(brush.color(), 1));
        painter.setBrush(brush);
        painter.drawRect(QRectF(rect.left(), rect.top() + 3, side, side));
        painter.setPen(colors.text);
        painter.drawText(rect.adjusted(side + 5, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, partTitle(part, m_explained->history.axis));
    });
}

} // namespace foretrail
