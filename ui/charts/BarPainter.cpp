#include "ui/charts/BarPainter.h"

#include "ui/charts/ChartTitle.h"
#include "ui/charts/Ticks.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace foretrail {

BarPainter::BarPainter(const BarContent &content, const ThemeColors &colors, const QFont &font, Values curve)
    : m_content(content), m_colors(colors), m_font(font), m_curve(curve)
{
}

QRectF BarPainter::plot(const QRectF &area) const
{
    const QFontMetricsF metrics(m_font);
    QRectF plot = area.adjusted(metrics.horizontalAdvance(QStringLiteral("-0.00k")) + 8, chartTitleHeight(m_content.title, area, m_font) + 6, -8,
                                -(metrics.height() + 6));
    plot.setSize({std::max(8.0, plot.width()), std::max(8.0, plot.height())});
    return plot;
}

BarPainter::Scale BarPainter::scale(const QRectF &area) const
{
    Scale scale{plot(area), 0, 0};
    const auto take = [&scale](double value) {
        if (!std::isfinite(value))
            return;
        scale.low = std::min(scale.low, value);
        scale.high = std::max(scale.high, value);
    };
    std::for_each(m_content.values.begin(), m_content.values.end(), take);
    std::for_each(m_curve.begin(), m_curve.end(), take);
    take(m_content.lowBound);
    take(m_content.highBound);
    if (scale.low == scale.high)
        scale.high = scale.low + 1;
    const double air = 0.06 * (scale.high - scale.low);
    scale.low -= scale.low < 0 ? air : 0;
    scale.high += scale.high > 0 ? air : 0;
    return scale;
}

bool BarPainter::isOutside(double value) const
{
    return value < m_content.lowBound || value > m_content.highBound;
}

QRectF BarPainter::barRect(const Scale &scale, int bar) const
{
    const double width = scale.plot.width() / double(std::max<size_t>(1, m_content.values.size()));
    const double space = width > 6 ? 2 : width > 3 ? 1 : 0;
    const double left = scale.plot.left() + bar * width + space / 2;
    const double value = m_content.values[size_t(bar)];
    return QRectF(QPointF(left, scale.y(0)), QPointF(left + std::max(1.0, width - space), scale.y(value))).normalized();
}

int BarPainter::barAt(const QRectF &area, double px) const
{
    const QRectF place = plot(area);
    if (m_content.values.empty() || px < place.left() || px >= place.right())
        return -1;
    return std::min(int((px - place.left()) / place.width() * double(m_content.values.size())), int(m_content.values.size()) - 1);
}

QString BarPainter::text(int bar) const
{
    if (bar < 0 || bar >= int(m_content.values.size()))
        return {};
    return QStringLiteral("%1: %2").arg(m_content.labels.value(bar), plainNumber(m_content.values[size_t(bar)]));
}

void BarPainter::draw(QPainter &painter, const QRectF &area, int highlighted) const
{
    const Scale scale = this->scale(area);
    painter.setRenderHint(QPainter::Antialiasing);
    const int most = std::clamp(int(scale.plot.height() / 24), 2, 7);
    const QFontMetricsF metrics(m_font);
    painter.setFont(m_font);
    for (const AxisTick &tick : valueTicks(scale.low, scale.high, most)) {
        const double y = std::floor(scale.y(tick.at)) + 0.5;
        painter.setPen(QPen(tick.at == 0 ? m_colors.secondary : m_colors.grid, 1));
        painter.drawLine(QPointF(scale.plot.left(), y), QPointF(scale.plot.right(), y));
        painter.setPen(m_colors.secondary);
        painter.drawText(QRectF(area.left(), y - metrics.height() / 2, scale.plot.left() - 6 - area.left(), metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, tick.label);
    }
    drawBars(painter, scale, highlighted);
    drawBounds(painter, scale);
    drawCurve(painter, scale);
    drawLabels(painter, area, scale);
}

void BarPainter::drawBars(QPainter &painter, const Scale &scale, int highlighted) const
{
    painter.setPen(Qt::NoPen);
    for (int bar = 0; bar < int(m_content.values.size()); ++bar) {
        const double value = m_content.values[size_t(bar)];
        if (std::isnan(value))
            continue;
        const QRectF rect = barRect(scale, bar);
        painter.setBrush(bar == highlighted ? m_colors.accent : isOutside(value) ? m_colors.warning : m_colors.secondary);
        painter.drawRect(rect);
        if (isOutside(value)) {
            const double radius = std::clamp(rect.width() / 3, 1.5, 3.0);
            painter.drawEllipse(QPointF(rect.center().x(), value < 0 ? rect.bottom() : rect.top()), radius, radius);
        }
    }
    painter.setBrush(Qt::NoBrush);
}

void BarPainter::drawBounds(QPainter &painter, const Scale &scale) const
{
    painter.setPen(QPen(m_colors.accent, 1, Qt::DashLine));
    for (const double bound : {m_content.lowBound, m_content.highBound})
        if (std::isfinite(bound))
            painter.drawLine(QPointF(scale.plot.left(), scale.y(bound)), QPointF(scale.plot.right(), scale.y(bound)));
}

void BarPainter::drawCurve(QPainter &painter, const Scale &scale) const
{
    QPolygonF line;
    for (size_t i = 0; i < std::min(m_curve.size(), m_content.values.size()); ++i)
        if (std::isfinite(m_curve[i]))
            line << QPointF(scale.plot.left() + (double(i) + 0.5) * scale.plot.width() / double(m_content.values.size()), scale.y(m_curve[i]));
    painter.setPen(QPen(m_colors.accent, 1.6));
    painter.drawPolyline(line);
}

void BarPainter::drawLabels(QPainter &painter, const QRectF &area, const Scale &scale) const
{
    const QFontMetricsF metrics(m_font);
    painter.setPen(m_colors.secondary);
    drawChartTitle(painter, m_content.title, area, m_font);
    const auto count = m_content.labels.size();
    if (count == 0)
        return;
    double widest = 1;
    for (qsizetype i = 0; i < count; i += std::max<qsizetype>(1, count / 20))
        widest = std::max(widest, metrics.horizontalAdvance(m_content.labels[i]));
    const int fits = std::max(1, int(scale.plot.width() / (widest + 10)));
    const qsizetype stride = fits > 1 ? (count + fits - 1) / fits : std::max<qsizetype>(1, count - 1); // where one fits alone: the first and the last
    double free = area.left();
    for (qsizetype i = 0; i < count; i += stride) {
        const double middle = scale.plot.left() + (double(i) + 0.5) * scale.plot.width() / double(count);
        const double width = metrics.horizontalAdvance(m_content.labels[i]);
        const double left = std::max(area.left(), fits > 1 ? middle - width / 2 : std::min(middle - width / 2, area.right() - width));
        if (left < free || left + width > area.right())
            continue;
        painter.drawText(QPointF(left, scale.plot.bottom() + 5 + metrics.ascent()), m_content.labels[i]);
        free = left + width + 8;
    }
}

} // namespace foretrail
