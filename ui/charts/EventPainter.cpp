#include "ui/charts/EventPainter.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

constexpr double markWidth = 8; ///< closer ones are one
constexpr double leastText = 48, mostText = 160;

bool isInside(const EventMark &event, const ChartGeometry &geometry)
{
    return double(event.index) >= geometry.from && double(event.index) <= geometry.to;
}

void drawHoliday(QPainter &painter, QPointF at, bool isSeveral, const ThemeColors &colors)
{
    painter.setPen(QPen(colors.secondary, 1.2));
    painter.setBrush(isSeveral ? QBrush(colors.secondary) : QBrush(colors.surface));
    painter.drawPolygon(QPolygonF{at + QPointF(-3.5, -0.5), at + QPointF(3.5, -0.5), at + QPointF(0, -7)});
}

/// `room`: px to the next note, for the text.
void drawNote(QPainter &painter, QPointF top, double bottom, const QString &text, bool isSeveral, double room, const ThemeColors &colors)
{
    painter.setPen(QPen(colors.others[4], 1, Qt::DashDotLine));
    painter.drawLine(top, QPointF(top.x(), bottom));
    painter.setPen(QPen(colors.others[4], 1.4));
    painter.setBrush(isSeveral ? QBrush(colors.others[4]) : QBrush(colors.surface));
    painter.drawPolygon(QPolygonF{top, top + QPointF(9, 3.5), top + QPointF(0, 7)});
    if (room < leastText)
        return;
    const QFontMetricsF metrics(painter.font());
    painter.setPen(colors.text);
    painter.drawText(top + QPointF(12, metrics.ascent() - 2), metrics.elidedText(text, Qt::ElideRight, std::min(room - 16, mostText)));
}

/// Events of a kind that are drawn as one.
struct EventCluster {
    double x = 0;
    QStringList texts;
};

std::vector<EventCluster> clustersOf(const ChartContent &content, EventKind kind, const ChartGeometry &geometry)
{
    std::vector<EventCluster> clusters;
    for (const EventMark &event : content.events) {
        if (event.kind != kind || !isInside(event, geometry))
            continue;
        const double x = std::floor(geometry.x(double(event.index))) + 0.5;
        if (clusters.empty() || x - clusters.back().x >= markWidth)
            clusters.push_back({x, {}});
        clusters.back().texts += event.text;
    }
    return clusters;
}

} // namespace

void drawEvents(QPainter &painter, const ChartContent &content, const ChartGeometry &geometry, const ThemeColors &colors)
{
    for (const EventCluster &holiday : clustersOf(content, EventKind::Holiday, geometry))
        drawHoliday(painter, {holiday.x, geometry.plot.bottom()}, holiday.texts.size() > 1, colors);
    const std::vector<EventCluster> notes = clustersOf(content, EventKind::Note, geometry);
    for (size_t i = 0; i < notes.size(); ++i) {
        const double next = i + 1 < notes.size() ? notes[i + 1].x : geometry.plot.right();
        drawNote(painter, {notes[i].x, geometry.plot.top()}, geometry.plot.bottom(), notes[i].texts.join(QStringLiteral("; ")), notes[i].texts.size() > 1,
                 next - notes[i].x, colors);
    }
    painter.setBrush(Qt::NoBrush);
}

QList<EventMark> eventsNear(const ChartContent &content, const ChartGeometry &geometry, double px)
{
    QList<EventMark> near;
    for (const EventMark &event : content.events)
        if (isInside(event, geometry) && std::abs(geometry.x(double(event.index)) - px) <= markWidth)
            near += event;
    return near;
}

} // namespace foretrail
