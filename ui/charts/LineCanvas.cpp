#include "ui/charts/LineCanvas.h"

#include <QtCharts/QAreaSeries>
#include <QtCharts/QChart>
#include <QtCharts/QLegend>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <QGraphicsLayout>
#include <QMouseEvent>
#include <QScrollArea>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

constexpr double leastSpan = 4; ///< steps

/// Whether the chart is one of many things on a page that scrolls: there Ctrl and the wheel zoom.
bool isInsideScrolling(const QWidget *widget)
{
    for (const QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget())
        if (qobject_cast<const QScrollArea *>(parent))
            return true;
    return false;
}

QList<QPointF> pointsOf(const Polyline &line)
{
    QList<QPointF> points;
    points.reserve(qsizetype(line.size()) + 1);
    for (const LinePoint &point : line)
        points.emplace_back(point.x, point.y);
    return points;
}

} // namespace

LineCanvas::LineCanvas(QWidget *parent) : QChartView(parent), m_x(new QValueAxis), m_y(new QValueAxis)
{
    setObjectName(QStringLiteral("chartCanvas"));
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->addAxis(m_x, Qt::AlignBottom);
    chart()->addAxis(m_y, Qt::AlignLeft);
    m_x->hide();
    m_y->hide();
}

ChartPainter LineCanvas::chartPainter() const
{
    return {m_content, Theme::colors(), Theme::tableFont()};
}

void LineCanvas::setContent(const ChartContent &content)
{
    const bool keepsSpan = content.axis == m_content.axis && content.labels.texts == m_content.labels.texts && !m_content.isEmpty() && !(m_from == m_first && m_to == m_last);
    m_content = content;
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
    const double middle = (from + to) / 2;
    const double left = std::clamp(std::abs(span - (to - from)) > 1e-9 ? middle - span / 2 : from, m_first, m_last - span);
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
    setSpan(m_first, m_last);
}

void LineCanvas::rebuild()
{
    ++m_rebuilds;
    const ChartPainter painter = chartPainter();
    const QRectF area(viewport()->rect());
    m_drawn = drawnChart(m_content, m_from, m_to, painter.columns(area));
    m_geometry = painter.geometry(area, m_drawn);
    chart()->setPlotArea(m_geometry.plot);
    m_x->setRange(m_from, m_to);
    m_y->setRange(m_drawn.low, m_drawn.high);
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
        m_bands[i].low->replace(isUsed ? pointsOf(m_drawn.bands[i].low) : QList<QPointF>());
        m_bands[i].high->replace(isUsed ? pointsOf(m_drawn.bands[i].high) : QList<QPointF>());
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
    size_t used = 0;
    for (size_t i = 0; i < m_drawn.curves.size(); ++i) {
        const QPen lines = curvePen(m_content.curves[qsizetype(i)], Theme::colors());
        for (const Polyline &line : m_drawn.curves[i]) {
            QList<QPointF> points = pointsOf(line);
            QPen pen = lines;
            if (points.size() == 1) { // a lone observation becomes a dot as long as it is wide
                const double half = 1.5 * (m_to - m_from) / m_geometry.plot.width();
                points = {points[0] - QPointF(half, 0), points[0] + QPointF(half, 0)};
                pen = QPen(pen.color(), 3, Qt::SolidLine, Qt::RoundCap);
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
    const ChartPainter chartPainter = this->chartPainter();
    chartPainter.drawPoints(*painter, m_geometry);
    chartPainter.drawAxes(*painter, m_geometry);
    chartPainter.drawMarks(*painter, m_geometry);
    chartPainter.drawNames(*painter, m_geometry, m_drawn);
    if (m_selectionEnd && m_pressed) {
        QColor color = Theme::colors().accent;
        color.setAlphaF(0.12F);
        const QRectF &plot = m_geometry.plot;
        painter->fillRect(QRectF(QPointF(m_pressed->x(), plot.top()), QPointF(*m_selectionEnd, plot.bottom())).normalized(), color);
    } else if (m_cursor && double(*m_cursor) >= m_from && double(*m_cursor) <= m_to) {
        chartPainter.drawCursor(*painter, m_geometry, *m_cursor);
    }
    if (hasFocus()) {
        painter->setPen(QPen(Theme::colors().accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(m_geometry.area.adjusted(0.5, 0.5, -0.5, -0.5), Theme::radius, Theme::radius);
    }
}

QStringList LineCanvas::cursorTexts() const
{
    return m_cursor ? chartPainter().cursorTexts(*m_cursor) : QStringList();
}

void LineCanvas::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    rebuild();
}

void LineCanvas::setCursorIndex(std::optional<qint64> index)
{
    if (index == m_cursor)
        return;
    m_cursor = index;
    viewport()->update();
}

void LineCanvas::placeCursor(double px)
{
    const QRectF &plot = m_geometry.plot;
    if (px < plot.left() - 8 || px > plot.right() + 8)
        return setCursorIndex({});
    const double index = std::clamp(m_geometry.indexAt(px), std::ceil(m_from), std::floor(m_to));
    setCursorIndex(qint64(std::llround(index)));
}

void LineCanvas::moveCursor(qint64 steps)
{
    const auto start = m_cursor.value_or(steps > 0 ? qint64(std::ceil(m_from)) - steps : qint64(std::floor(m_to)) - steps);
    moveCursorTo(std::clamp(start + steps, qint64(m_first), qint64(m_last)));
}

void LineCanvas::moveCursorTo(qint64 index)
{
    if (double(index) < m_from || double(index) > m_to) {
        const double shift = double(index) < m_from ? double(index) - m_from : double(index) - m_to;
        setSpan(m_from + shift, m_to + shift);
    }
    setCursorIndex(index);
}

void LineCanvas::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier) && isInsideScrolling(this))
        return event->ignore(); // the page scrolls on
    const int turn = event->angleDelta().y();
    if (turn != 0)
        zoom(std::pow(1.25, turn / 120.0), m_geometry.indexAt(event->position().x()));
    placeCursor(event->position().x());
    event->accept();
}

void LineCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    m_pressed = event->position();
    m_pressedFrom = m_from;
    m_pressedTo = m_to;
    if (!(event->modifiers() & Qt::ShiftModifier))
        m_selectionEnd = event->position().x();
}

void LineCanvas::mouseMoveEvent(QMouseEvent *event)
{
    const double px = event->position().x();
    if (m_selectionEnd) {
        m_selectionEnd = std::clamp(px, m_geometry.plot.left(), m_geometry.plot.right());
        viewport()->update();
    } else if (m_pressed && (event->buttons() & Qt::LeftButton)) {
        const double shift = (m_pressed->x() - px) * (m_pressedTo - m_pressedFrom) / m_geometry.plot.width();
        setSpan(m_pressedFrom + shift, m_pressedTo + shift);
    }
    placeCursor(px);
}

void LineCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_selectionEnd && m_pressed) {
        const double a = m_geometry.indexAt(m_pressed->x());
        const double b = m_geometry.indexAt(*m_selectionEnd);
        if (std::abs(*m_selectionEnd - m_pressed->x()) > 4)
            setSpan(std::min(a, b), std::max(a, b));
    }
    m_pressed.reset();
    m_selectionEnd.reset();
    viewport()->update();
    event->accept();
}

void LineCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    resetZoom();
    event->accept();
}

void LineCanvas::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    setCursorIndex({});
}

void LineCanvas::keyPressEvent(QKeyEvent *event)
{
    const qint64 stride = event->modifiers() & Qt::ShiftModifier ? 10 : 1;
    const double around = m_cursor ? double(*m_cursor) : (m_from + m_to) / 2;
    switch (event->key()) {
    case Qt::Key_Left: return moveCursor(-stride);
    case Qt::Key_Right: return moveCursor(stride);
    case Qt::Key_Home: return moveCursorTo(qint64(m_first));
    case Qt::Key_End: return moveCursorTo(qint64(m_last));
    case Qt::Key_Plus:
    case Qt::Key_Equal: return zoom(1.5, around);
    case Qt::Key_Minus: return zoom(1 / 1.5, around);
    case Qt::Key_Escape:
        setCursorIndex({});
        return resetZoom();
    default: QChartView::keyPressEvent(event);
    }
}

void LineCanvas::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    viewport()->update();
}

void LineCanvas::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    setCursorIndex({});
    viewport()->update();
}

} // namespace foretrail
