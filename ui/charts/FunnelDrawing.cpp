#include "ui/charts/FunnelDrawing.h"

#include "core/report/FlowTables.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct FunnelDrawingText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::FunnelDrawing)
};

QString percentNumber(double share) { return std::isfinite(share) ? QLocale().toString(100 * share, 'f', 1) : QStringLiteral("-"); }

QPainterPath rectPath(const QRectF &rect)
{
    QPainterPath path;
    path.addRect(rect);
    return path;
}

} // namespace

QList<QStringList> FunnelDrawing::table() const { return funnelTable(m_result); }

QString FunnelDrawing::countText(int step) const
{
    const FunnelStepCount &one = m_result.steps[step];
    return FunnelDrawingText::tr("%1 (%2 %)").arg(QLocale().toString(one.count), percentNumber(one.shareOfFirst));
}

QString FunnelDrawing::detailText(int step) const
{
    QStringList parts;
    const FunnelStepCount &one = m_result.steps[step];
    if (step > 0 && std::isfinite(one.medianMs))
        parts << FunnelDrawingText::tr("median %1 after the step before").arg(durationText(one.medianMs));
    if (one.lost > 0)
        parts << FunnelDrawingText::tr("lost here: %1 (%2 %)").arg(QLocale().toString(one.lost), percentNumber(double(one.lost) / double(one.count)));
    return parts.join(QStringLiteral(", "));
}

QString FunnelDrawing::lossText(int step) const
{
    const FunnelStepCount &one = m_result.steps[step];
    return FunnelDrawingText::tr("%1 came to %2 and no further (%3 %)")
        .arg(QLocale().toString(one.lost), one.name, percentNumber(one.count > 0 ? double(one.lost) / double(one.count) : missing));
}

FunnelDrawing::Row FunnelDrawing::row(const QRectF &area, const QFont &font, int step) const
{
    const QFontMetricsF metrics(font);
    double names = 40;
    double numbers = 60;
    for (int i = 0; i < m_result.steps.size(); ++i) {
        names = std::max(names, metrics.horizontalAdvance(m_result.steps[i].name));
        numbers = std::max(numbers, std::max(metrics.horizontalAdvance(countText(i)), metrics.horizontalAdvance(detailText(i))));
    }
    names = std::min(names, 0.22 * area.width());
    numbers = std::min(numbers, 0.5 * area.width());
    const double top = area.top() + 28;
    const double height = std::clamp((area.bottom() - 8 - top) / double(m_result.steps.size()), 2 * metrics.height() + 4, 76.0);
    const double left = area.left() + 12 + names + 10;
    const double room = std::max(20.0, area.right() - 16 - numbers - 12 - left);
    const FunnelStepCount &one = m_result.steps[step];
    const double share = std::isfinite(one.shareOfFirst) ? one.shareOfFirst : 0;
    const QRectF bar(left, top + step * height + 4, std::max(1.0, share * room), height - 12);
    const double lost = one.count > 0 ? double(one.lost) / double(one.count) * bar.width() : 0;
    return {{area.left() + 12, bar.top(), names, bar.height()}, bar, {bar.right() - lost, bar.top(), lost, bar.height()}, {left + room + 12, bar.top(), numbers, bar.height()}};
}

std::vector<ChartMark> FunnelDrawing::marks(const QRectF &area, const QFont &font) const
{
    std::vector<ChartMark> marks;
    for (int step = 0; step < m_result.steps.size(); ++step) {
        const Row one = row(area, font, step);
        marks.push_back({rectPath(one.bar), FunnelDrawingText::tr("%1: %2 came here").arg(m_result.steps[step].name, countText(step)), 2 * step});
        if (m_result.steps[step].lost > 0)
            marks.push_back({rectPath(one.lost), lossText(step), 2 * step + 1});
    }
    return marks;
}

void FunnelDrawing::draw(QPainter &painter, const QRectF &area, const ThemeColors &colors, const QFont &font, int highlighted) const
{
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(colors.secondary);
    painter.drawText(QPointF(area.left() + 12, area.top() + 6 + metrics.ascent()),
                     metrics.elidedText(FunnelDrawingText::tr("Solid: went on. Hatched: lost here."), Qt::ElideRight, area.width() - 60));
    for (int step = 0; step < m_result.steps.size(); ++step) {
        const Row one = row(area, font, step);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.accent);
        painter.drawRect(one.bar.adjusted(0, 0, -one.lost.width(), 0));
        if (one.lost.width() > 0) {
            painter.setBrush(colors.surface);
            painter.drawRect(one.lost);
            painter.setBrush(QBrush(colors.warning, Qt::BDiagPattern));
            painter.setPen(QPen(colors.warning, 1));
            painter.drawRect(one.lost);
        }
        if (highlighted / 2 == step && highlighted >= 0) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(colors.text, 2));
            painter.drawRect(highlighted % 2 == 0 ? one.bar : one.lost);
        }
        painter.setPen(colors.text);
        painter.drawText(one.name, Qt::AlignRight | Qt::AlignVCenter, metrics.elidedText(m_result.steps[step].name, Qt::ElideMiddle, one.name.width()));
        const QRectF upper(one.numbers.left(), one.numbers.center().y() - metrics.height(), one.numbers.width(), metrics.height());
        painter.drawText(upper, Qt::AlignLeft | Qt::AlignVCenter, countText(step));
        painter.setPen(colors.secondary);
        painter.drawText(upper.translated(0, metrics.height()), Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(detailText(step), Qt::ElideRight, one.numbers.width()));
    }
}

} // namespace foretrail
