#include "ui/charts/FlowDrawing.h"

#include "core/report/FlowTables.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct FlowDrawingText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::FlowDrawing)
};

constexpr double blockWidth = 14;
constexpr double blockSpace = 10; ///< between the blocks of a column

QPainterPath bandPath(QPointF from, QPointF to, double width)
{
    const double middle = (from.x() + to.x()) / 2;
    QPainterPath path(from);
    path.cubicTo({middle, from.y()}, {middle, to.y()}, to);
    path.lineTo(to.x(), to.y() + width);
    path.cubicTo({middle, to.y() + width}, {middle, from.y() + width}, {from.x(), from.y() + width});
    path.closeSubpath();
    return path;
}

QString flowShare(qint64 part, qint64 whole) { return whole > 0 ? QLocale().toString(100 * double(part) / double(whole), 'f', 1) : QStringLiteral("-"); }

} // namespace

FlowDrawing::FlowDrawing(PathResult result, QString title) : m_result(std::move(result)), m_title(std::move(title))
{
    std::vector<qint64> ended(m_result.nodes.size() + 1, 0);
    for (const PathLink &link : m_result.links)
        if (link.to == pathEnd && size_t(link.step) + 1 < m_result.nodes.size())
            ended[size_t(link.step) + 1] += link.count;
    for (size_t step = 0; step < m_result.nodes.size(); ++step) {
        for (size_t label = 0; label < m_result.nodes[step].size(); ++label)
            if (m_result.nodes[step][label] > 0)
                m_blocks.push_back({int(step), int(label), m_result.nodes[step][label]});
        if (ended[step] > 0)
            m_blocks.push_back({int(step), pathEnd, ended[step]});
    }
    for (const PathLink &link : m_result.links)
        if (link.from >= 0 && size_t(link.step) + 1 < m_result.nodes.size() && link.to != pathFurther)
            m_bands.push_back(link);
    for (const Block &block : m_blocks)
        m_columns = std::max(m_columns, block.step + 1);
}

QList<QStringList> FlowDrawing::table() const { return transitionTable(m_result); }

int FlowDrawing::blockAt(int step, int label) const
{
    const auto found = std::find_if(m_blocks.begin(), m_blocks.end(), [&](const Block &block) { return block.step == step && block.label == label; });
    return found == m_blocks.end() ? -1 : int(found - m_blocks.begin());
}

FlowDrawing::Layout FlowDrawing::layout(const QRectF &area, const QFont &font) const
{
    const QFontMetricsF metrics(font);
    const QRectF plot = area.adjusted(12, metrics.height() + 16, -12, -10);
    int most = 1;
    std::vector<int> inColumn(size_t(std::max(1, m_columns)), 0);
    for (const Block &block : m_blocks)
        most = std::max(most, ++inColumn[size_t(block.step)]);
    const double scale = std::max(0.0, plot.height() - (most - 1) * blockSpace) / double(std::max<qint64>(1, m_result.units));
    const double distance = plot.width() / double(std::max(1, m_columns)); // the labels of the last column stand at its right
    Layout layout;
    double top = plot.top();
    for (size_t i = 0; i < m_blocks.size(); ++i) {
        if (i == 0 || m_blocks[i].step != m_blocks[i - 1].step)
            top = plot.top();
        const double height = std::max(1.5, double(m_blocks[i].count) * scale);
        layout.blocks.push_back({plot.left() + m_blocks[i].step * distance, top, blockWidth, height});
        top += height + blockSpace;
    }
    std::vector<double> left(m_blocks.size(), 0), entered(m_blocks.size(), 0);
    for (const PathLink &link : m_bands) {
        const int from = blockAt(link.step, link.from);
        const int to = blockAt(link.step + 1, link.to);
        if (from < 0 || to < 0) {
            layout.bands.emplace_back();
            continue;
        }
        const double width = std::max(1.0, double(link.count) * scale);
        const QRectF &a = layout.blocks[size_t(from)];
        const QRectF &b = layout.blocks[size_t(to)];
        layout.bands.push_back(bandPath({a.right(), a.top() + left[size_t(from)]}, {b.left(), b.top() + entered[size_t(to)]}, width));
        left[size_t(from)] += double(link.count) * scale;
        entered[size_t(to)] += double(link.count) * scale;
    }
    return layout;
}

PathChoice FlowDrawing::choiceOf(int number) const
{
    PathChoice choice;
    if (number < int(m_blocks.size())) {
        const Block &block = m_blocks[size_t(number)];
        choice.step = block.step;
        choice.from = block.label;
        if (block.label == pathEnd) { // nobody leaves from there: those who came to it
            choice.step = block.step - 1;
            choice.from = pathAny;
            choice.to = pathEnd;
        }
        return choice;
    }
    const PathLink &link = m_bands[size_t(number) - m_blocks.size()];
    choice.step = link.step;
    choice.from = link.from;
    choice.to = link.to;
    return choice;
}

QString FlowDrawing::textOf(int number) const
{
    const QLocale locale;
    if (number < int(m_blocks.size())) {
        const Block &block = m_blocks[size_t(number)];
        if (block.label == pathEnd)
            return FlowDrawingText::tr("Ended after step %1: %2 (%3 % of all)").arg(QString::number(block.step), locale.toString(block.count), flowShare(block.count, m_result.units));
        return FlowDrawingText::tr("%1 as step %2: %3 (%4 % of all)").arg(m_result.labelText(block.label), QString::number(block.step + 1), locale.toString(block.count), flowShare(block.count, m_result.units));
    }
    const PathLink &link = m_bands[size_t(number) - m_blocks.size()];
    const qint64 all = m_result.nodes[size_t(link.step)][size_t(link.from)];
    return FlowDrawingText::tr("%1 → %2 after step %3: %4 (%5 % of %1)")
        .arg(m_result.labelText(link.from), m_result.labelText(link.to), QString::number(link.step + 1), locale.toString(link.count), flowShare(link.count, all));
}

std::vector<ChartMark> FlowDrawing::marks(const QRectF &area, const QFont &font) const
{
    const Layout places = layout(area, font);
    std::vector<ChartMark> marks;
    for (size_t i = 0; i < m_bands.size(); ++i) // blocks lie above
        if (!places.bands[i].isEmpty())
            marks.push_back({places.bands[i], textOf(int(m_blocks.size() + i)), int(m_blocks.size() + i)});
    for (size_t i = 0; i < m_blocks.size(); ++i) {
        QPainterPath path;
        path.addRect(places.blocks[i].adjusted(-1, -1, 1, 1));
        marks.push_back({path, textOf(int(i)), int(i)});
    }
    return marks;
}

QColor FlowDrawing::colorOf(int label, const ThemeColors &colors) const
{
    if (label < 0)
        return colors.secondary;
    return label == 0 ? colors.accent : colors.others[size_t(label - 1) % colors.others.size()];
}

void FlowDrawing::draw(QPainter &painter, const QRectF &area, const ThemeColors &colors, const QFont &font, int highlighted) const
{
    const Layout places = layout(area, font);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    for (size_t i = 0; i < m_bands.size(); ++i) {
        QColor fill = colorOf(m_bands[i].to == pathEnd ? pathEnd : m_bands[i].from, colors);
        const bool isBright = highlighted == int(m_blocks.size() + i)
            || (highlighted >= 0 && highlighted < int(m_blocks.size()) && m_blocks[size_t(highlighted)].step == m_bands[i].step && m_blocks[size_t(highlighted)].label == m_bands[i].from);
        fill.setAlphaF(isBright ? 0.6F : 0.22F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_bands[i].to == pathEnd ? QBrush(fill, Qt::Dense4Pattern) : QBrush(fill));
        painter.drawPath(places.bands[i]);
        if (highlighted == int(m_blocks.size() + i)) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(colors.text, 1));
            painter.drawPath(places.bands[i]);
        }
    }
    for (int step = 0; step < m_columns; ++step) {
        painter.setPen(colors.secondary);
        const double x = area.left() + 12 + step * (area.width() - 24) / double(std::max(1, m_columns));
        painter.drawText(QPointF(x, area.top() + 6 + metrics.ascent()), FlowDrawingText::tr("Step %1").arg(step + 1));
    }
    const double room = (area.width() - 24) / double(std::max(1, m_columns)) - blockWidth - 12;
    double free = 0;
    for (size_t i = 0; i < m_blocks.size(); ++i) {
        const Block &block = m_blocks[i];
        painter.setPen(Qt::NoPen);
        painter.setBrush(block.label == pathEnd ? QBrush(colors.secondary, Qt::Dense3Pattern) : QBrush(colorOf(block.label, colors)));
        painter.drawRect(places.blocks[i]);
        if (highlighted == int(i)) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(colors.text, 2));
            painter.drawRect(places.blocks[i]);
        }
        if (i == 0 || block.step != m_blocks[i - 1].step)
            free = 0;
        const double middle = places.blocks[i].center().y();
        if (middle - metrics.height() / 2 < free)
            continue;
        free = middle + metrics.height() / 2;
        const QString count = QLocale().toString(block.count);
        const QString name = metrics.elidedText(m_result.labelText(block.label), Qt::ElideMiddle, room - metrics.horizontalAdvance(count) - 8);
        painter.setPen(colors.text);
        painter.drawText(QPointF(places.blocks[i].right() + 5, middle + metrics.ascent() / 2 - 1), name + QLatin1Char(' ') + count);
    }
}

} // namespace foretrail
