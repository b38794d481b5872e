#include "ui/charts/LineCanvas.h"

#include "ui/charts/CursorPainter.h"
#include "ui/charts/EventPainter.h"

#include <QtCharts/QAreaSeries>
#include <QtCharts/QChart>
#include <QtCharts/QLegend>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <QGraphicsLayout>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace foretrail {

namespace {

constexpr double leastSpan = 4; ///< steps

/// As shares of the plot, so that its axes stay as they are: another range would have Qt Charts lay out every line twice more.
QList<QPointF> pointsOf(const Polyline &line, const ChartGeometry &geometry)
{
    const double across = 1 / (geometry.to - geometry.from), up = 1 / (geometry.high - geometry.low);
    QList<QPointF> points;
    points.reserve(qsizetype(line.size()) + 1);
    for (const LinePoint &point : line)
        points.emplace_back((point.x - geometry.from) * across, (point.y - geometry.low) * up);
    return points;
}

size_t pointCount(const DrawnChart &drawn)
{
    size_t count = 0;
    for (const std::vector<Polyline> &lines : drawn.curves)
        for (const Polyline &line : lines)
            count += line.size();
    return count;
}

/// Of long curves what draws them quickly: made here where nobody made it, once for the same values.
void takeBlocks(ChartContent &content, const ChartContent &before)
{
    constexpr size_t many = 100'000;
    for (Curve &curve : content.curves) {
        if (!curve.values || curve.blocks || curve.values->size() < many)
            continue;
        const auto known = std::find_if(before.curves.begin(), before.curves.end(), [&curve](const Curve &one) { return one.values == curve.values; });
        curve.blocks = known != before.curves.end() && known->blocks ? known->blocks : std::make_shared<const ValueBlocks>(*curve.values);
    }
}

} // namespace

LineCanvas::LineCanvas(QWidget *parent) : QChartView(parent), m_x(new QValueAxis), m_y(new QValueAxis)
{
    setObjectName(QStringLiteral("chartCanvas"));
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setFocusPolicy(Qt::NoFocus); // else Tab comes back from what follows the chart
    setMouseTracking(true);
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->addAxis(m_x, Qt::AlignBottom);
    chart()->addAxis(m_y, Qt::AlignLeft);
    for (QValueAxis *axis : {m_x, m_y}) {
        axis->setRange(0, 1);
        axis->hide();
    }
}

ChartPainter LineCanvas::chartPainter() const
{
    return {m_content, Theme::colors(), Theme::tableFont(), Theme::enlargement()};
}

void LineCanvas::setContent(const ChartContent &content)
{
    const bool isSameAxis = content.axis == m_content.axis && content.labels.texts == m_content.labels.texts && !m_content.isEmpty();
    const bool keepsSpan = isSameAxis && !(m_from == m_first && m_to == m_last);
    const ChartContent before = std::exchange(m_content, content);
    takeBlocks(m_content, before);
    if (isSameAxis && m_isExploring)
        m_content.pins = before.pins;
    if (!isSameAxis)
        m_values.reset();
    m_first = double(content.firstIndex());
    m_last = std::max(double(content.lastIndex()), m_first + 1);
    const bool isInside = keepsSpan && m_to > m_first && m_from < m_last;
    m_from = isInside ? std::clamp(m_from, m_first, m_last) : m_first;
    m_to = isInside ? std::clamp(m_to, m_from + 1, std::max(m_last, m_from + 1)) : m_last;
    if (m_cursor)
        m_cursor = std::clamp(*m_cursor, qint64(m_first), qint64(m_last));
    rebuild();
}

void LineCanvas::setSpan(double from, double to)
{
    const double whole = m_last - m_first;
    const double span = std::clamp(to - from, std::min(leastSpan, whole), whole);
    // What is too short or too long grows or shrinks around its middle, or at the end that was moved.
    double wanted = from;
    if (std::abs(span - (to - from)) > 1e-9)
        wanted = from == m_from ? from : to == m_to ? to - span : (from + to - span) / 2;
    const double left = std::clamp(wanted, m_first, m_last - span);
    if (left == m_from && left + span == m_to)
        return;
    m_from = left;
    m_to = left + span;
    rebuild();
}

void LineCanvas::zoom(double factor, double around)
{
    const double span = std::clamp((m_to - m_from) / factor, std::min(leastSpan, m_last - m_first), m_last - m_first);
    const double share = (around - m_from) / (m_to - m_from);
    setSpan(around - share * span, around + (1 - share) * span);
}

void LineCanvas::resetZoom()
{
    const bool wasBox = m_values.has_value();
    m_values.reset();
    const int before = m_rebuilds;
    setSpan(m_first, m_last);
    if (wasBox && before == m_rebuilds)
        rebuild();
}

void LineCanvas::rebuild()
{
    ++m_rebuilds;
    const ChartPainter painter = chartPainter();
    const QRectF area(viewport()->rect());
    m_drawn = drawnChart(m_content, m_from, m_to, painter.columns(area));
    if (m_values) {
        m_drawn.low = m_values->first;
        m_drawn.high = m_values->second;
    }
    m_geometry = painter.geometry(area, m_drawn);
    chart()->setPlotArea(m_geometry.plot);
    showBands();
    showCurves();
    viewport()->update();
    Q_EMIT spanChanged();
}

void LineCanvas::addSeries(QAbstractSeries *series)
{
    chart()->addSeries(series);
    series->attachAxis(m_x);
    series->attachAxis(m_y);
}

void LineCanvas::showBands()
{
    while (m_bands.size() < m_drawn.bands.size()) {
        BandSeries band{new QLineSeries(this), new QLineSeries(this), nullptr};
        band.area = new QAreaSeries(band.high, band.low);
        band.area->setPen(Qt::NoPen);
        addSeries(band.area);
        m_bands.push_back(band);
    }
    for (size_t i = 0; i < m_bands.size(); ++i) {
        const bool isUsed = i < m_drawn.bands.size() && !m_drawn.bands[i].low.empty();
        m_bands[i].low->replace(isUsed ? pointsOf(m_drawn.bands[i].low, m_geometry) : QList<QPointF>());
        m_bands[i].high->replace(isUsed ? pointsOf(m_drawn.bands[i].high, m_geometry) : QList<QPointF>());
        m_bands[i].area->setVisible(isUsed);
        if (isUsed)
            m_bands[i].area->setBrush(Theme::colors().band(m_drawn.bands[i].level));
    }
}

QLineSeries *LineCanvas::pooledLine(size_t number)
{
    if (number == m_lines.size()) {
        m_lines.push_back(new QLineSeries);
        addSeries(m_lines.back());
    }
    return m_lines[number];
}

void LineCanvas::showCurves()
{
    // Where lines fill the plot, thin ones without smoothed edges look the same and are drawn in a tenth of the time.
    const bool isDense = double(pointCount(m_drawn)) > 3 * m_geometry.plot.width();
    setRenderHint(QPainter::Antialiasing, !isDense);
    size_t used = 0;
    for (size_t i = 0; i < m_drawn.curves.size(); ++i) {
        QPen lines = curvePen(m_content.curves.at(qsizetype(i)), Theme::colors(), Theme::enlargement());
        if (isDense)
            lines.setWidthF(1);
        for (const Polyline &line : m_drawn.curves[i]) {
            QList<QPointF> points = pointsOf(line, m_geometry);
            QPen pen = lines;
            if (points.size() == 1) { // a lone observation becomes a dot as long as it is wide
                const double half = 1.5 * Theme::enlargement() / m_geometry.plot.width();
                points = {points[0] - QPointF(half, 0), points[0] + QPointF(half, 0)};
                pen = QPen(pen.color(), 3 * Theme::enlargement(), Qt::SolidLine, Qt::RoundCap);
            }
            QLineSeries *series = pooledLine(used++);
            series->setPen(pen);
            series->replace(points);
        }
    }
    for (; used < m_lines.size(); ++used)
        if (!m_lines[used]->points().isEmpty())
            m_lines[used]->replace(QList<QPointF>());
}

void LineCanvas::restyle()
{
    rebuild();
}

void LineCanvas::drawBackground(QPainter *painter, const QRectF &rect)
{
    painter->fillRect(rect, Theme::colors().surface);
    chartPainter().drawGrid(*painter, m_geometry);
}

void LineCanvas::drawForeground(QPainter *painter, const QRectF &)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const ChartPainter chartPainter = this->chartPainter();
    chartPainter.drawPoints(*painter, m_geometry);
    chartPainter.drawAxes(*painter, m_geometry);
    chartPainter.drawMarks(*painter, m_geometry);
    drawEvents(*painter, m_content, m_geometry, Theme::colors());
    chartPainter.drawNames(*painter, m_geometry, m_drawn);
    const CursorPainter cursorPainter(m_content, m_geometry, Theme::colors(), Theme::tableFont());
    cursorPainter.drawPins(*painter);
    if (m_drag == Drag::Span || m_drag == Drag::Box)
        drawSelection(*painter);
    else if (m_cursor && double(*m_cursor) >= m_from && double(*m_cursor) <= m_to)
        cursorPainter.drawCursor(*painter, *m_cursor, m_pointer);
    if (hasFocus()) {
        painter->setPen(QPen(Theme::colors().accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(m_geometry.area.adjusted(0.5, 0.5, -0.5, -0.5), Theme::radius, Theme::radius);
    }
}

void LineCanvas::drawSelection(QPainter &painter) const
{
    QColor color = Theme::colors().accent;
    color.setAlphaF(0.12F);
    painter.fillRect(selection(), color);
}

QStringList LineCanvas::cursorTexts() const
{
    return m_cursor ? valueTexts(m_content, *m_cursor) : QStringList();
}

void LineCanvas::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    rebuild();
}

} // namespace foretrail
