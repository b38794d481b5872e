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

struct WaterfallText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::WaterfallDrawing)
};

constexpr double rowAir = 3;

QPainterPath pathOf(const QRectF &rect)
{
    QPainterPath path;
    path.addRect(rect);
    return path;
}

} // namespace

QBrush partBrush(const Contribution &part, int place, const ThemeColors &colors)
{
    static constexpr Qt::BrushStyle patterns[] = {Qt::SolidPattern, Qt::BDiagPattern, Qt::Dense3Pattern, Qt::FDiagPattern, Qt::CrossPattern, Qt::Dense5Pattern, Qt::DiagCrossPattern};
    if (part.kind == PartKind::Level)
        return QBrush(colors.secondary, Qt::Dense4Pattern);
    if (part.kind == PartKind::Back || part.kind == PartKind::Limit)
        return QBrush(colors.secondary, Qt::DiagCrossPattern);
    return QBrush(colors.others[size_t(place) % colors.others.size()], patterns[size_t(place) % std::size(patterns)]);
}

WaterfallDrawing::WaterfallDrawing(std::shared_ptr<const ExplainedForecast> explained, int step, QString title)
    : m_explained(std::move(explained)), m_parts(m_explained->coarse()), m_step(step), m_title(std::move(title))
{
}

QList<QStringList> WaterfallDrawing::table() const
{
    QList<QStringList> table{{WaterfallText::tr("Part"), WaterfallText::tr("Contribution")}};
    for (const Contribution &part : m_explained->parts.parts())
        table.append({partTitle(part, m_explained->history.axis), QString::number(part.values[size_t(m_step)], 'g', 17)});
    table.append({WaterfallText::tr("Forecast"), QString::number(m_explained->mean[size_t(m_step)], 'g', 17)});
    return table;
}

/// The level, the parts, the smallest of them together where there would be more than `most` rows, and the forecast.
std::vector<WaterfallDrawing::Row> WaterfallDrawing::told(size_t most) const
{
    const auto at = size_t(m_step);
    const auto &parts = m_parts.parts();
    std::vector<size_t> order;
    for (size_t i = 0; i < parts.size(); ++i)
        if (parts[i].kind != PartKind::Level && m_explained->isSeen(parts[i]))
            order.push_back(i);
    std::vector<size_t> largest = order;
    std::stable_sort(largest.begin(), largest.end(), [&](size_t a, size_t b) { return std::abs(parts[a].values[at]) > std::abs(parts[b].values[at]); });
    const size_t room = std::max<size_t>(most, 4) - 2;
    const std::vector<size_t> kept(largest.begin(), largest.begin() + std::ptrdiff_t(order.size() > room ? room - 1 : order.size()));
    const Contribution *level = m_parts.find(PartKind::Level);
    double sum = level ? level->values[at] : 0.0, others = 0;
    std::vector<Row> rows{{WaterfallText::tr("Level"), 0, sum, 0, true, false, {}, {}, {}, {}}};
    for (const size_t i : order) {
        const double value = parts[i].values[at];
        if (std::find(kept.begin(), kept.end(), i) == kept.end()) {
            others += value;
            continue;
        }
        rows.push_back({partTitle(parts[i], m_explained->history.axis), sum, sum + value, int(i), false, false, {}, {}, {}, {}});
        sum += value;
    }
    if (kept.size() < order.size())
        rows.push_back({WaterfallText::tr("All others"), sum, sum + others, -1, false, false, {}, {}, {}, {}});
    rows.push_back({WaterfallText::tr("Forecast"), 0, m_explained->mean[at], -1, true, false, {}, {}, {}, {}});
    return rows;
}

QString WaterfallDrawing::numberOf(const Row &row) const
{
    const double value = row.to - row.from;
    return row.isWhole || value < 0 ? partNumber(value) : QStringLiteral("+") + partNumber(value);
}

void WaterfallDrawing::place(std::vector<Row> &rows, const QRectF &area, const QFont &font) const
{
    const QFontMetricsF metrics(font);
    double names = 0, numbers = 0, low = std::numeric_limits<double>::infinity(), high = -low;
    for (const Row &row : rows) {
        names = std::max(names, metrics.horizontalAdvance(row.title));
        numbers = std::max(numbers, metrics.horizontalAdvance(numberOf(row)));
        for (const double edge : {row.isWhole ? row.to : row.from, row.to}) {
            low = std::min(low, edge);
            high = std::max(high, edge);
        }
    }
    const double reach = std::max(high - low, 1e-12 * std::max(std::abs(high), 1.0));
    if (low > 0) // far from zero the axis begins later, and the whole bars are cut
        low = low < 0.5 * reach ? 0.0 : low - 0.25 * reach;
    high = std::max(high, low < 0 ? 0.0 : low + reach);
    names = std::min(names, 0.4 * area.width());
    const double height = std::min(26.0, area.height() / double(rows.size()));
    const double left = area.left() + names + 10, width = std::max(20.0, area.right() - numbers - 10 - left);
    const auto x = [&](double value) { return left + (value - low) / (high - low) * width; };
    for (size_t i = 0; i < rows.size(); ++i) {
        Row &row = rows[i];
        row.area = QRectF(area.left(), area.top() + double(i) * height, area.width(), height);
        row.name = QRectF(area.left(), row.area.top(), names, height);
        row.isCut = row.isWhole && low > 0;
        const double from = row.isCut ? left : x(row.from);
        row.bar = QRectF(std::min(from, x(row.to)), row.area.top() + rowAir, std::max(1.0, std::abs(x(row.to) - from)), std::max(2.0, height - 2 * rowAir));
        row.number = QRectF(left + width + 6, row.area.top(), numbers + 4, height);
    }
}

std::vector<WaterfallDrawing::Row> WaterfallDrawing::rows(const QRectF &area, const QFont &font) const
{
    const QRectF inside = area.adjusted(8, 2, -36, -4); // the menu of the chart stands in the corner
    std::vector<Row> rows = told(size_t(std::max(4.0, inside.height() / (QFontMetricsF(font).height() + 2))));
    place(rows, inside, font);
    return rows;
}

std::vector<ChartMark> WaterfallDrawing::marks(const QRectF &area, const QFont &font) const
{
    std::vector<ChartMark> marks;
    const std::vector<Row> all = rows(area, font);
    for (size_t i = 0; i < all.size(); ++i)
        marks.push_back({pathOf(all[i].area), WaterfallText::tr("%1: %2").arg(all[i].title, numberOf(all[i])), int(i)});
    return marks;
}

void WaterfallDrawing::drawRow(QPainter &painter, const Row &row, const ThemeColors &colors, bool isHighlighted) const
{
    const QFontMetricsF metrics(painter.font());
    const bool isForecast = row.isWhole && row.part < 0;
    const QBrush brush = isForecast ? QBrush(colors.accent) : row.part < 0 ? QBrush(colors.secondary, Qt::Dense6Pattern)
                                                                           : partBrush(m_parts.parts()[size_t(row.part)], row.part, colors);
    if (isHighlighted)
        painter.fillRect(row.area, colors.selection);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.surface);
    painter.drawRect(row.bar);
    painter.setBrush(brush);
    painter.setPen(QPen(brush.color(), 1));
    painter.drawRect(row.bar);
    painter.setPen(QPen(colors.surface, 3));
    for (const double at : {8.0, 14.0})
        if (row.isCut)
            painter.drawLine(QPointF(row.bar.left() + at - 3, row.bar.bottom() + 1), QPointF(row.bar.left() + at + 3, row.bar.top() - 1));
    painter.setPen(colors.text);
    painter.drawText(row.name, Qt::AlignRight | Qt::AlignVCenter, metrics.elidedText(row.title, Qt::ElideRight, row.name.width()));
    painter.drawText(row.number, Qt::AlignLeft | Qt::AlignVCenter, numberOf(row));
}

void WaterfallDrawing::draw(QPainter &painter, const QRectF &area, const ThemeColors &colors, const QFont &font, int highlighted) const
{
    painter.setFont(font);
    const std::vector<Row> all = rows(area, font);
    for (size_t i = 0; i < all.size(); ++i) {
        drawRow(painter, all[i], colors, highlighted == int(i));
        if (i + 1 >= all.size())
            continue;
        painter.setPen(QPen(colors.secondary, 1, Qt::DotLine)); // where the next one begins
        const double x = all[i].isWhole || all[i].to >= all[i].from ? all[i].bar.right() : all[i].bar.left();
        painter.drawLine(QPointF(x, all[i].bar.bottom()), QPointF(x, all[i + 1].bar.top()));
    }
}

} // namespace foretrail
