#include "ui/charts/ChartTitle.h"

#include <QFontMetricsF>
#include <QPainter>

namespace foretrail {

namespace {

constexpr double titleLeft = 6;
constexpr double besideTitle = 40; ///< with the button of the chart's menu

/// Behind which letter a line ends so that it fits: at a blank where there is one, and anywhere in a script that has none.
qsizetype lineEnd(const QString &title, double room, const QFontMetricsF &metrics)
{
    qsizetype last = -1, end = 0;
    for (; end < title.size() && metrics.horizontalAdvance(title.left(end + 1)) <= room; ++end)
        if (title[end].isSpace())
            last = end;
    const bool isBlankNeeded = end < title.size() && title[end].unicode() < 0x2e80;
    return isBlankNeeded && last > 0 ? last : end;
}

} // namespace

QStringList chartTitleLines(const QString &title, const QRectF &area, const QFont &font)
{
    const QFontMetricsF metrics(font);
    const double room = area.width() - titleLeft - besideTitle;
    if (metrics.horizontalAdvance(title) <= room)
        return {title};
    const qsizetype end = lineEnd(title, room, metrics);
    if (end <= 0)
        return {metrics.elidedText(title, Qt::ElideRight, room)};
    return {title.left(end).trimmed(), metrics.elidedText(title.mid(end).trimmed(), Qt::ElideRight, area.width() - 2 * titleLeft)};
}

double chartTitleHeight(const QString &title, const QRectF &area, const QFont &font)
{
    return double(chartTitleLines(title, area, font).size()) * QFontMetricsF(font).height();
}

void drawChartTitle(QPainter &painter, const QString &title, const QRectF &area, const QFont &font)
{
    const QFontMetricsF metrics(font);
    double y = area.top() + metrics.ascent();
    for (const QString &line : chartTitleLines(title, area, font)) {
        painter.drawText(QPointF(area.left() + titleLeft, y), line);
        y += metrics.height();
    }
}

} // namespace foretrail
