#include "ui/charts/HeatPainter.h"

#include "core/report/CsvWriter.h"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

constexpr int pointerDecimals = 4;        // of the text beside the pointer
constexpr int shortDecimals = 2;   // inside a cell
constexpr int leastCountPixels = 8; // of letters that can still be read
constexpr double menuRoom = 32;    // px at the top right
constexpr double widestNames = 0.3; // of the width, for the names of rows

QString signedNumber(double value, int digits)
{
    const QString text = QLocale().toString(value, 'f', digits);
    return value > 0 ? QLatin1Char('+') + text : text;
}

double luminance(const QColor &color)
{
    const auto part = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF());
}

} // namespace

QList<QStringList> chartTable(const HeatContent &content)
{
    QList<QStringList> table{QStringList{content.columnTitle}};
    for (const QString &row : content.rows)
        table.front() += QStringLiteral("%1 %2").arg(content.rowTitle, row).trimmed();
    for (int column = 0; column < content.columns.size(); ++column) {
        QStringList line{content.columns[column]};
        for (int row = 0; row < content.rows.size(); ++row)
            line += CsvWriter::number(content.at(row, column));
        table += line;
    }
    return table;
}

QColor heatColor(const ThemeColors &colors, double share)
{
    const QColor &full = share < 0 ? colors.warning : colors.accent;
    const double part = std::min(1.0, std::abs(share));
    const auto mixed = [part](int over, int under) { return int(std::lround(part * over + (1 - part) * under)); };
    return QColor(mixed(full.red(), colors.surface.red()), mixed(full.green(), colors.surface.green()), mixed(full.blue(), colors.surface.blue()));
}

// White on it and black on it differ from the background by these ratios (WCAG 2): 1.05 / (l + 0.05) and (l + 0.05) / 0.05.
QColor inkOn(const QColor &background)
{
    const double l = luminance(background) + 0.05;
    return 1.05 / l > l / 0.05 ? QColor(Qt::white) : QColor(Qt::black);
}

HeatPainter::HeatPainter(const HeatContent &content, const ThemeColors &colors, const QFont &font)
    : m_content(content), m_colors(colors), m_font(font)
{
}

QRectF HeatPainter::plot(const QRectF &area) const
{
    const QFontMetricsF metrics(m_font);
    double names = metrics.horizontalAdvance(m_content.rowTitle);
    for (const QString &row : m_content.rows)
        names = std::max(names, metrics.horizontalAdvance(row));
    QRectF plot = area.adjusted(std::min(names + 12, widestNames * area.width()), 2 * metrics.height() + 10, -8, -(metrics.height() + 8));
    plot.setSize({std::max(8.0, plot.width()), std::max(8.0, plot.height())});
    return plot;
}

bool HeatPainter::has(QPoint place) const
{
    return place.x() >= 0 && place.y() >= 0 && place.x() < m_content.columns.size() && place.y() < m_content.rows.size();
}

QRectF HeatPainter::cellRect(const QRectF &area, QPoint place) const
{
    const QRectF cells = plot(area);
    const double width = cells.width() / double(m_content.columns.size());
    const double height = cells.height() / double(m_content.rows.size());
    return {cells.left() + place.x() * width, cells.top() + place.y() * height, width, height};
}

QPoint HeatPainter::cellAt(const QRectF &area, QPointF at) const
{
    const QRectF cells = plot(area);
    if (m_content.isEmpty() || !cells.contains(at))
        return {-1, -1};
    const QPoint place(int((at.x() - cells.left()) / cells.width() * double(m_content.columns.size())),
                       int((at.y() - cells.top()) / cells.height() * double(m_content.rows.size())));
    return has(place) ? place : QPoint(-1, -1);
}

QString HeatPainter::text(QPoint place) const
{
    if (!has(place))
        return {};
    return QStringLiteral("%1 %2, %3: %4").arg(m_content.rowTitle, m_content.rows[place.y()], m_content.columns[place.x()],
                                              m_content.isCount ? QLocale().toString(qint64(m_content.at(place.y(), place.x())))
                                                                : signedNumber(m_content.at(place.y(), place.x()), pointerDecimals)).trimmed();
}

double HeatPainter::share(double value) const { return (value - m_content.centre) / m_content.extent; }

void HeatPainter::draw(QPainter &painter, const QRectF &area, QPoint chosen) const
{
    if (m_content.isEmpty())
        return;
    painter.setFont(m_font);
    drawCells(painter, area);
    drawRowNames(painter, area);
    drawColumnNames(painter, area);
    drawLegend(painter, area);
    if (!has(chosen))
        return;
    const QRectF cell = cellRect(area, chosen);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_colors.surface, 4));
    painter.drawRect(cell);
    painter.setPen(QPen(m_colors.text, 2));
    painter.drawRect(cell);
}

QString HeatPainter::cellText(const QRectF &area, QPoint place) const
{
    const QSizeF cell = cellRect(area, place).size();
    return has(place) ? cellText(cell, cellFont(cell), place) : QString();
}

/// Counts are written smaller where the cells are narrow: as large as those with the most digits allow that have room at all.
QFont HeatPainter::cellFont(const QSizeF &cell) const
{
    if (!m_content.isCount)
        return m_font;
    const double most = *std::max_element(m_content.values.begin(), m_content.values.end());
    for (int digits = int(std::log10(std::max(1.0, most))) + 1; digits > 0; --digits) {
        QFont font = m_font;
        for (int pixels = QFontInfo(m_font).pixelSize(); pixels >= leastCountPixels; --pixels) {
            font.setPixelSize(pixels);
            if (QFontMetricsF(font).horizontalAdvance(QString(digits, QLatin1Char('0'))) + 1 <= cell.width())
                return font;
        }
    }
    return m_font;
}

QString HeatPainter::cellText(const QSizeF &cell, const QFont &font, QPoint place) const
{
    const double value = m_content.at(place.y(), place.x());
    const QFontMetricsF metrics(font);
    const auto fits = [&](const QString &text, double more) { return cell.height() >= 0.8 * metrics.height() && cell.width() >= metrics.horizontalAdvance(text) + more; };
    if (std::isnan(value))
        return {};
    if (m_content.isCount) {
        const QString count = value > 0 ? QLocale().toString(qint64(value)) : QString();
        return fits(count, 1) ? count : QString();
    }
    if (cell.height() >= metrics.height() && fits(QStringLiteral("-0.00"), 4))
        return QLocale().toString(value, 'f', shortDecimals);
    return fits(QStringLiteral("+"), 2) ? (share(value) < 0 ? QStringLiteral("-") : QStringLiteral("+")) : QString();
}

void HeatPainter::drawCells(QPainter &painter, const QRectF &area) const
{
    const QSizeF size = cellRect(area, {0, 0}).size();
    const QFont font = cellFont(size);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setFont(font);
    for (int row = 0; row < m_content.rows.size(); ++row) {
        for (int column = 0; column < m_content.columns.size(); ++column) {
            const double value = m_content.at(row, column);
            if (std::isnan(value))
                continue;
            const QRectF cell = cellRect(area, {column, row});
            const QColor fill = heatColor(m_colors, share(value));
            painter.fillRect(cell, fill);
            painter.setPen(inkOn(fill));
            painter.drawText(cell, Qt::AlignCenter, cellText(size, font, {column, row}));
        }
    }
    painter.setFont(m_font);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_colors.line, 1));
    painter.drawRect(plot(area));
}

void HeatPainter::drawRowNames(QPainter &painter, const QRectF &area) const
{
    const QFontMetricsF metrics(m_font);
    const QRectF cells = plot(area);
    const double room = cells.left() - area.left() - 10;
    painter.setPen(m_colors.secondary);
    painter.drawText(QRectF(area.left() + 4, cells.top() - metrics.height() - 2, room, metrics.height()), Qt::AlignRight,
                     metrics.elidedText(m_content.rowTitle, Qt::ElideRight, room));
    double free = area.top();
    for (int row = 0; row < m_content.rows.size(); ++row) {
        const double middle = cellRect(area, {0, row}).center().y();
        if (middle - metrics.height() / 2 < free)
            continue;
        painter.drawText(QRectF(area.left() + 4, middle - metrics.height() / 2, room, metrics.height()), Qt::AlignRight | Qt::AlignVCenter,
                         metrics.elidedText(m_content.rows[row], Qt::ElideRight, room));
        free = middle + metrics.height() / 2;
    }
}

void HeatPainter::drawColumnNames(QPainter &painter, const QRectF &area) const
{
    const QFontMetricsF metrics(m_font);
    const QRectF cells = plot(area);
    painter.setPen(m_colors.secondary);
    double free = area.right();
    for (int column = int(m_content.columns.size()) - 1; column >= 0; --column) { // the last step matters most
        const double width = metrics.horizontalAdvance(m_content.columns[column]);
        const double middle = cellRect(area, {column, 0}).center().x();
        const double left = std::min(middle - width / 2, area.right() - width);
        if (left < area.left() || left + width > free)
            continue;
        painter.drawText(QPointF(left, cells.bottom() + 5 + metrics.ascent()), m_content.columns[column]);
        free = left - 8;
    }
}

void HeatPainter::drawLegend(QPainter &painter, const QRectF &area) const
{
    const QFontMetricsF metrics(m_font);
    constexpr int swatches = 5;
    const QString widest = m_content.isCount ? QLocale().toString(m_content.centre + m_content.extent, 'f', 0) : QStringLiteral("-0.00");
    const double width = std::max(metrics.horizontalAdvance(QStringLiteral("00")), metrics.horizontalAdvance(widest)) + 10; // the title has the rest
    const double left = area.right() - menuRoom - swatches * width;
    for (int i = 0; i < swatches; ++i) {
        const double part = m_content.isCount ? double(i) / (swatches - 1) : double(2 * i) / (swatches - 1) - 1;
        const QColor fill = heatColor(m_colors, part);
        const QRectF box(left + i * width, area.top() + 2, width, metrics.height() + 2);
        painter.fillRect(box, fill);
        painter.setPen(inkOn(fill));
        painter.drawText(box, Qt::AlignCenter,
                         QLocale().toString(m_content.centre + part * m_content.extent, 'f', m_content.isCount ? 0 : shortDecimals));
    }
    painter.setPen(QPen(m_colors.line, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(left, area.top() + 2, swatches * width, metrics.height() + 2));
    painter.setPen(m_colors.text);
    painter.drawText(QPointF(area.left() + 4, area.top() + 4 + metrics.ascent()),
                     metrics.elidedText(m_content.title, Qt::ElideRight, std::max(0.0, left - area.left() - 12)));
}

} // namespace foretrail
