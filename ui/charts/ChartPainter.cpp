#include "ui/charts/ChartPainter.h"

#include "ui/charts/PointPainter.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

constexpr double sampleWidth = 18;
constexpr double gap = 6;
constexpr double menuWidth = 28; ///< the button at the top right on screen: no label goes there

QPen thin(const QColor &color, Qt::PenStyle style = Qt::SolidLine)
{
    QPen pen(color, 1, style);
    pen.setCosmetic(true);
    return pen;
}

struct ChartPainterText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ChartPainter)
};

/// The mark of what is closest, told by its shape.
void drawStar(QPainter &painter, QPointF middle, const QColor &color)
{
    QPolygonF star;
    for (int corner = 0; corner < 10; ++corner) {
        const double radius = corner % 2 == 0 ? 5.5 : 2.2, angle = corner * M_PI / 5;
        star += middle + QPointF(radius * std::sin(angle), -radius * std::cos(angle));
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(star);
    painter.setBrush(Qt::NoBrush);
}

/// Moves labels apart so that none covers another; they keep their order and stay inside.
void spread(std::vector<std::pair<double, int>> &labels, double height, double top, double bottom)
{
    std::stable_sort(labels.begin(), labels.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    double free = top;
    for (auto &label : labels) {
        label.first = std::max(label.first, free);
        free = label.first + height;
    }
    double limit = bottom;
    for (auto label = labels.rbegin(); label != labels.rend(); ++label) {
        label->first = std::min(label->first, limit);
        limit = label->first - height;
    }
}

} // namespace

QPen curvePen(const Curve &curve, const ThemeColors &colors, double strength)
{
    static const QList<QList<qreal>> patterns{{6, 2}, {2, 2}, {8, 2, 2, 2}, {4, 4}, {1, 2}, {10, 3}};
    QPen pen(colors.text, 1.6, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (curve.role == CurveRole::Fit) {
        pen.setColor(colors.accent);
        pen.setWidthF(1.1);
    } else if (curve.role == CurveRole::Forecast) {
        pen.setColor(colors.accent);
        pen.setWidthF(2);
        pen.setDashPattern({3.5, 2});
    } else if (curve.role == CurveRole::Cycle) {
        QColor faint = colors.secondary;
        faint.setAlphaF(0.35F);
        pen.setColor(faint);
        pen.setWidthF(1);
    } else if (curve.role == CurveRole::Earlier) {
        pen.setColor(colors.secondary);
        pen.setWidthF(1.1);
        pen.setDashPattern({3, 3});
    } else if (curve.role == CurveRole::Other) {
        // Where the colours begin anew the patterns are other ones, so that 36 lines look like none of the others.
        const int count = int(colors.others.size());
        const int number = std::abs(curve.other);
        pen.setColor(colors.others[size_t(number % count)]);
        pen.setDashPattern(patterns[(number + number / count) % count]);
    }
    pen.setWidthF(strength * pen.widthF());
    return pen;
}

ChartPainter::ChartPainter(const ChartContent &content, const ThemeColors &colors, const QFont &font, double strength)
    : m_content(content), m_colors(colors), m_font(font), m_strength(strength)
{
}

bool ChartPainter::hasNames() const
{
    return m_content.namesCurves && (m_content.curves.size() > 1 || !m_content.points.isEmpty());
}

QString ChartPainter::shownName(const QString &name) const
{
    return QFontMetricsF(m_font).elidedText(name, Qt::ElideRight, 110 * m_strength);
}

double ChartPainter::leftMargin() const
{
    return QFontMetricsF(m_font).horizontalAdvance(QStringLiteral("-0,000k")) + 2 * gap;
}

double ChartPainter::rightMargin() const
{
    double widest = 0;
    for (const Curve &curve : m_content.curves)
        if (curve.role != CurveRole::Cycle)
            widest = std::max(widest, QFontMetricsF(m_font).horizontalAdvance(shownName(curve.name)));
    for (const PointMarks &points : m_content.points)
        widest = std::max(widest, QFontMetricsF(m_font).horizontalAdvance(shownName(points.name)));
    const bool hasStar = std::any_of(m_content.curves.begin(), m_content.curves.end(), [](const Curve &curve) { return curve.isClosest; });
    return hasNames() ? sampleWidth + 3 * gap + widest + (hasStar ? 3 * gap : 0) : 4 * gap;
}

int ChartPainter::columns(const QRectF &area) const
{
    return std::max(16, int(area.width() - leftMargin() - rightMargin()));
}

ChartGeometry ChartPainter::geometry(const QRectF &area, const DrawnChart &drawn) const
{
    const double line = QFontMetricsF(m_font).height();
    ChartGeometry geometry;
    geometry.area = area;
    geometry.plot = area.adjusted(leftMargin(), 2 * line, -rightMargin(), -(line + 2 * gap));
    if (geometry.plot.width() < 16 || geometry.plot.height() < 16)
        geometry.plot.setSize({std::max(16.0, geometry.plot.width()), std::max(16.0, geometry.plot.height())});
    geometry.from = drawn.from;
    geometry.to = drawn.to;
    geometry.low = drawn.low;
    geometry.high = drawn.high;
    const int mostValues = std::clamp(int(geometry.plot.height() / 48), 3, 7);
    geometry.valueTicks = m_content.isLogarithmic ? powerTicks(drawn.low, drawn.high, mostValues) : valueTicks(drawn.low, drawn.high, mostValues);
    const int mostTicks = std::clamp(int(geometry.plot.width() / 76), 2, 10);
    geometry.indexTicks = m_content.labels.isEmpty() ? indexTicks(m_content.axis, drawn.from, drawn.to, mostTicks)
                                                     : labelTicks(m_content.labels.texts, m_content.labels.at, drawn.from, drawn.to, mostTicks);
    return geometry;
}

void ChartPainter::drawGrid(QPainter &painter, const ChartGeometry &geometry) const
{
    const auto level = [&](double value, const QColor &color) {
        painter.setPen(thin(color));
        const double y = std::floor(geometry.y(value)) + 0.5;
        painter.drawLine(QPointF(geometry.plot.left(), y), QPointF(geometry.plot.right(), y));
    };
    for (const AxisTick &tick : geometry.valueTicks)
        level(tick.at, m_colors.grid);
    if (!m_content.isLogarithmic && geometry.low <= 0 && geometry.high >= 0) {
        QColor zero = m_colors.secondary;
        zero.setAlphaF(0.55F);
        level(0, zero);
    }
}

void ChartPainter::drawBands(QPainter &painter, const ChartGeometry &geometry, const DrawnChart &drawn) const
{
    painter.setPen(Qt::NoPen);
    for (const DrawnBand &band : drawn.bands) {
        QPolygonF outline;
        for (const LinePoint &point : band.low)
            outline += geometry.point(point);
        for (auto point = band.high.rbegin(); point != band.high.rend(); ++point)
            outline += geometry.point(*point);
        painter.setBrush(m_colors.band(band.level));
        painter.drawPolygon(outline);
    }
    painter.setBrush(Qt::NoBrush);
}

void ChartPainter::drawCurves(QPainter &painter, const ChartGeometry &geometry, const DrawnChart &drawn) const
{
    for (size_t i = 0; i < drawn.curves.size(); ++i) {
        const QPen pen = curvePen(m_content.curves[qsizetype(i)], m_colors, m_strength);
        for (const Polyline &line : drawn.curves[i]) {
            QPolygonF points;
            for (const LinePoint &point : line)
                points += geometry.point(point);
            painter.setPen(pen);
            painter.setBrush(Qt::NoBrush);
            if (points.size() > 1) {
                painter.drawPolyline(points);
            } else {
                painter.setBrush(pen.color());
                painter.setPen(Qt::NoPen);
                painter.drawEllipse(points.front(), 2 * m_strength, 2 * m_strength);
            }
        }
    }
    painter.setBrush(Qt::NoBrush);
}

void ChartPainter::drawAxes(QPainter &painter, const ChartGeometry &geometry) const
{
    painter.setFont(m_font);
    const QFontMetricsF metrics(m_font);
    painter.setPen(m_colors.secondary);
    const QRectF &plot = geometry.plot;
    for (const AxisTick &tick : geometry.valueTicks) {
        const QRectF place(geometry.area.left(), geometry.y(tick.at) - metrics.height() / 2,
                           plot.left() - gap - geometry.area.left(), metrics.height());
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, tick.label);
    }
    double free = geometry.area.left();
    for (const AxisTick &tick : geometry.indexTicks) {
        const double width = metrics.horizontalAdvance(tick.label);
        const double left = std::min(geometry.x(tick.at) - width / 2, geometry.area.right() - width);
        if (left < free)
            continue;
        painter.drawText(QPointF(left, plot.bottom() + gap + metrics.ascent()), tick.label);
        free = left + width + 2 * gap;
    }
    painter.drawText(QPointF(geometry.area.left() + gap, geometry.area.top() + metrics.ascent() + 1), m_content.valueTitle);
    if (!m_content.axis.hasCalendar() && !m_content.indexTitle.isEmpty()) {
        const double width = metrics.horizontalAdvance(m_content.indexTitle);
        const double left = std::min(plot.right() + gap, geometry.area.right() - width);
        if (left >= free - gap)
            painter.drawText(QPointF(left, plot.bottom() + gap + metrics.ascent()), m_content.indexTitle);
    }
}

void ChartPainter::drawMarks(QPainter &painter, const ChartGeometry &geometry) const
{
    painter.setFont(m_font);
    const QFontMetricsF metrics(m_font);
    const double top = geometry.plot.top() - metrics.height();
    double free = geometry.area.left();
    for (qsizetype i = 0; i < m_content.marks.size(); ++i) {
        const VerticalMark &mark = m_content.marks[i];
        if (double(mark.index) < geometry.from || double(mark.index) > geometry.to)
            continue;
        const double x = std::floor(geometry.x(double(mark.index))) + 0.5;
        const double next = i + 1 < m_content.marks.size() ? geometry.x(double(m_content.marks[i + 1].index)) : geometry.area.right() - menuWidth;
        painter.setPen(thin(m_colors.secondary, Qt::DotLine));
        painter.drawLine(QPointF(x, top), QPointF(x, geometry.plot.bottom()));
        const double width = metrics.horizontalAdvance(mark.label);
        const double left = x + 4 + width <= next ? x + 4 : x - 4 - width;
        if (left < free)
            continue;
        painter.setPen(m_colors.secondary);
        painter.drawText(QPointF(left, top + metrics.ascent()), mark.label);
        free = std::max(x, left + width) + gap;
    }
}

/// Where hundreds lie on each other only those are drawn that show.
void ChartPainter::drawPoints(QPainter &painter, const ChartGeometry &geometry) const
{
    for (const PointMarks &points : m_content.points) {
        QPointF last(-100, -100);
        for (size_t i = 0; i < points.at.size(); ++i) {
            const double value = m_content.onScale(points.values[i]);
            const QPointF at(geometry.x(double(points.at[i])), geometry.y(value));
            const bool isOutside = double(points.at[i]) < geometry.from || double(points.at[i]) > geometry.to || value < geometry.low || value > geometry.high;
            if (isOutside || (at - last).manhattanLength() < 2)
                continue;
            drawPoint(painter, points.shape, at, m_colors, m_strength);
            last = at;
        }
    }
}

void ChartPainter::drawNames(QPainter &painter, const ChartGeometry &geometry, const DrawnChart &drawn) const
{
    if (!hasNames())
        return;
    painter.setFont(m_font);
    const QFontMetricsF metrics(m_font);
    const int curves = int(drawn.curves.size());
    const double starWidth = 2 * gap;
    std::vector<std::pair<double, int>> labels; // points behind the curves
    for (int i = 0; i < curves; ++i)
        if (!drawn.curves[size_t(i)].empty() && m_content.curves[i].role != CurveRole::Cycle)
            labels.emplace_back(geometry.y(drawn.curves[size_t(i)].back().back().y) - metrics.height() / 2, i);
    for (int i = 0; i < m_content.points.size(); ++i)
        labels.emplace_back(geometry.plot.bottom() - double(m_content.points.size() - i) * metrics.height(), curves + i);
    const double top = geometry.plot.top() - metrics.height();
    const double left = geometry.plot.right() + gap;
    // Of more names than there is room for the closest and the first are drawn; the cursor says all of them.
    if (const auto room = size_t(std::max(2.0, (geometry.plot.bottom() - top) / (metrics.height() + 2))); labels.size() > room) {
        const int more = int(labels.size() - room) + 1;
        std::stable_partition(labels.begin(), labels.end(), [&](const auto &label) { return label.second < curves && m_content.curves[label.second].isClosest; });
        labels.resize(room - 1);
        painter.setPen(m_colors.secondary);
        painter.drawText(QPointF(left + sampleWidth + gap, geometry.plot.bottom() + metrics.ascent()), ChartPainterText::tr("and %n more", nullptr, more));
    }
    spread(labels, metrics.height() + 2, top, geometry.plot.bottom() - metrics.height());
    for (const auto &[y, number] : labels) {
        const double middle = y + metrics.height() / 2;
        const QPointF text(left + sampleWidth + gap, y + metrics.ascent());
        if (number >= curves) {
            const PointMarks &points = m_content.points[number - curves];
            drawPoint(painter, points.shape, QPointF(left + sampleWidth / 2, middle), m_colors, m_strength);
            painter.setPen(m_colors.text);
            painter.drawText(text, shownName(points.name));
            continue;
        }
        const Curve &curve = m_content.curves[number];
        const QPen pen = curvePen(curve, m_colors, m_strength);
        painter.setPen(pen);
        painter.drawLine(QPointF(left, middle), QPointF(left + sampleWidth, middle));
        painter.setPen(curve.role == CurveRole::History ? m_colors.text : pen.color());
        painter.drawText(text, shownName(curve.name));
        if (curve.isClosest)
            drawStar(painter, QPointF(text.x() + metrics.horizontalAdvance(shownName(curve.name)) + starWidth, middle), m_colors.text);
    }
}

} // namespace foretrail
