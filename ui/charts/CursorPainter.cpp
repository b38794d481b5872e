#include "ui/charts/CursorPainter.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

constexpr double cellGap = 12, boxMargin = 8, swatchWidth = 16, widestName = 200;

struct CursorPainterText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::CursorPainter)
};

QPen hairline(const QColor &color, Qt::PenStyle style = Qt::SolidLine)
{
    QPen pen(color, 1, style);
    pen.setCosmetic(true);
    return pen;
}

} // namespace

CursorPainter::CursorPainter(const ChartContent &content, const ChartGeometry &geometry, const ThemeColors &colors, const QFont &font)
    : m_content(content), m_geometry(geometry), m_colors(colors), m_font(font), m_line(QFontMetricsF(font).height() + 2)
{
}

TextRows CursorPainter::fitting(TextRows rows) const
{
    const qsizetype most = std::max<qsizetype>(3, qsizetype((m_geometry.area.height() - m_geometry.plot.top() - 2 * boxMargin) / m_line));
    const qsizetype left = rows.cells.size() - most;
    if (left <= 0)
        return rows;
    rows.cells.resize(most - 1);
    rows.curves.resize(size_t(most - 1));
    QStringList more{CursorPainterText::tr("and %n more", nullptr, int(left) + 1)};
    while (more.size() < rows.cells.constFirst().size())
        more += QString();
    rows.cells.append(more);
    rows.curves.push_back(-1);
    return rows;
}

std::vector<double> CursorPainter::widthsOf(const TextRows &rows) const
{
    const QFontMetricsF metrics(m_font);
    const bool isTitled = rows.cells.front().value(1).isEmpty(); // the step stands over all columns
    std::vector<double> widths(size_t(rows.cells.front().size()), 0);
    for (qsizetype row = isTitled ? 1 : 0; row < rows.cells.size(); ++row)
        for (qsizetype column = 0; column < rows.cells[row].size(); ++column) {
            const double width = metrics.horizontalAdvance(rows.cells[row][column]);
            widths[size_t(column)] = std::max(widths[size_t(column)], column == 0 ? std::min(width, widestName) : width);
        }
    return widths;
}

QSizeF CursorPainter::sizeOf(const TextRows &rows) const
{
    double width = swatchWidth + 6;
    for (const double column : widthsOf(rows))
        width += column + cellGap;
    width = std::max(width - cellGap, QFontMetricsF(m_font).horizontalAdvance(rows.cells.front().value(1).isEmpty() ? rows.cells.front().front() : QString()));
    return {width + 2 * boxMargin, double(rows.cells.size()) * m_line + 10};
}

void CursorPainter::drawRows(QPainter &painter, const TextRows &rows, const QRectF &box) const
{
    const QFontMetricsF metrics(m_font);
    const std::vector<double> widths = widthsOf(rows);
    painter.setPen(hairline(m_colors.line));
    painter.setBrush(m_colors.surface);
    painter.drawRoundedRect(box, Theme::radius, Theme::radius);
    painter.setBrush(Qt::NoBrush);
    painter.setFont(m_font);
    double y = box.top() + 6;
    for (qsizetype row = 0; row < rows.cells.size(); ++row, y += m_line) {
        const QStringList &cells = rows.cells[row];
        const bool isHeader = row == 0;
        const int curve = rows.curves[size_t(row)];
        if (curve >= 0) {
            painter.setPen(curvePen(m_content.curves[curve], m_colors));
            painter.drawLine(QPointF(box.left() + boxMargin, y + metrics.height() / 2), QPointF(box.left() + boxMargin + swatchWidth, y + metrics.height() / 2));
        }
        painter.setPen(isHeader ? m_colors.secondary : m_colors.text);
        const bool isTitle = isHeader && cells.value(1).isEmpty();
        double x = box.left() + boxMargin + (isTitle ? 0 : swatchWidth + 6);
        painter.drawText(QPointF(x, y + metrics.ascent()), isTitle ? cells.front() : metrics.elidedText(cells.front(), Qt::ElideRight, widestName));
        x += widths[0];
        for (qsizetype column = 1; column < cells.size(); ++column) {
            x += cellGap + widths[size_t(column)];
            painter.drawText(QPointF(x - metrics.horizontalAdvance(cells[column]), y + metrics.ascent()), cells[column]);
        }
    }
}

void CursorPainter::drawDots(QPainter &painter, qint64 index) const
{
    for (const ValueRow &row : valueRows(m_content, index)) {
        const double value = m_content.onScale(row.value);
        if (row.curve < 0 || std::isnan(value) || value < m_geometry.low || value > m_geometry.high)
            continue;
        painter.setPen(QPen(m_colors.surface, 1.5));
        painter.setBrush(curvePen(m_content.curves[row.curve], m_colors).color());
        painter.drawEllipse(QPointF(m_geometry.x(double(index)), m_geometry.y(value)), 4, 4);
    }
    painter.setBrush(Qt::NoBrush);
}

/// The other hair of the cross, with its value on the axis.
void CursorPainter::drawLevel(QPainter &painter, double y) const
{
    const QRectF &plot = m_geometry.plot;
    if (y < plot.top() || y > plot.bottom())
        return;
    painter.setPen(hairline(m_colors.secondary, Qt::DotLine));
    painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    const double onScale = m_geometry.low + (plot.bottom() - y) / plot.height() * (m_geometry.high - m_geometry.low);
    const QString text = shortNumber(m_content.isLogarithmic ? std::pow(10.0, onScale) : onScale);
    const QFontMetricsF metrics(m_font);
    QRectF box(0, y - m_line / 2, metrics.horizontalAdvance(text) + 8, m_line);
    box.moveRight(plot.left() - 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_colors.secondary);
    painter.drawRoundedRect(box, 3, 3);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(m_colors.surface);
    painter.setFont(m_font);
    painter.drawText(box, Qt::AlignCenter, text);
}

QRectF CursorPainter::pinBox() const
{
    const TextRows rows = pinRows(m_content);
    if (rows.isEmpty())
        return {};
    const QSizeF size = sizeOf(fitting(rows));
    const QRectF &plot = m_geometry.plot;
    double middle = 0;
    for (const qint64 pin : m_content.pins)
        middle += m_geometry.x(double(pin)) / double(m_content.pins.size());
    const double left = middle < plot.center().x() ? plot.right() - size.width() - 4 : plot.left() + 4; // the side that is free of them
    return {QPointF(std::max(m_geometry.area.left(), left), plot.top() + 4), size};
}

void CursorPainter::drawCursor(QPainter &painter, qint64 index, std::optional<double> y) const
{
    const QRectF &plot = m_geometry.plot;
    const double x = m_geometry.x(double(index));
    painter.setPen(hairline(m_colors.secondary));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    if (y)
        drawLevel(painter, *y);
    drawDots(painter, index);
    const TextRows rows = fitting(cursorRows(m_content, index));
    const QSizeF size = sizeOf(rows);
    const double left = x < plot.center().x() ? x + 12 : x - 12 - size.width(); // inside the chart, however narrow it is
    const double most = std::max(m_geometry.area.left(), m_geometry.area.right() - size.width() - 2);
    QRectF box(QPointF(std::clamp(left, m_geometry.area.left(), most), plot.top() + 4), size);
    if (const QRectF pins = pinBox(); box.intersects(pins))
        box.moveTop(std::min(pins.bottom() + 4, std::max(plot.top() + 4, m_geometry.area.bottom() - size.height() - 2)));
    drawRows(painter, rows, box);
}

void CursorPainter::drawPins(QPainter &painter) const
{
    const QRectF &plot = m_geometry.plot;
    for (size_t pin = 0; pin < m_content.pins.size(); ++pin) {
        const double index = double(m_content.pins[pin]);
        if (index < m_geometry.from || index > m_geometry.to)
            continue;
        const double x = std::floor(m_geometry.x(index)) + 0.5;
        painter.setPen(hairline(m_colors.text));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        drawDots(painter, m_content.pins[pin]);
        const QRectF badge(x - 8, plot.bottom() - 17, 16, 16);
        painter.setPen(hairline(m_colors.text));
        painter.setBrush(m_colors.surface);
        painter.drawEllipse(badge);
        painter.setBrush(Qt::NoBrush);
        painter.setFont(m_font);
        painter.drawText(badge, Qt::AlignCenter, pinLetter(pin));
    }
    if (const TextRows rows = fitting(pinRows(m_content)); !rows.isEmpty())
        drawRows(painter, rows, pinBox());
}

} // namespace foretrail
