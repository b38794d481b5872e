#pragma once

#include "ui/charts/ChartContent.h"
#include "ui/theme/Theme.h"

#include <QFont>
#include <QRectF>

class QPainter;

namespace foretrail {

/// Draws a chart of bars onto anything. Bars start at zero; those outside the bounds have the warning colour and a mark
/// at their end, so that colour is not all that tells them apart.
class BarPainter {
public:
    /// `curve`: a line over the middles of the bars, one value a bar; it outlives the painter.
    BarPainter(const BarContent &content, const ThemeColors &colors, const QFont &font, Values curve = {});

    /// `highlighted`: the bar under the cursor, -1: none.
    void draw(QPainter &painter, const QRectF &area, int highlighted) const;
    QRectF plot(const QRectF &area) const;
    /// The bar at a pixel of the area, -1 beside all.
    int barAt(const QRectF &area, double px) const;
    /// "3 Oct: -120"
    QString text(int bar) const;

private:
    struct Scale {
        QRectF plot;
        double low = 0;
        double high = 1;
        double y(double value) const { return plot.bottom() - (value - low) / (high - low) * plot.height(); }
    };
    Scale scale(const QRectF &area) const;
    QRectF barRect(const Scale &scale, int bar) const;
    bool isOutside(double value) const;
    void drawBars(QPainter &painter, const Scale &scale, int highlighted) const;
    void drawBounds(QPainter &painter, const Scale &scale) const;
    void drawCurve(QPainter &painter, const Scale &scale) const;
    void drawLabels(QPainter &painter, const QRectF &area, const Scale &scale) const;

    const BarContent &m_content;
    const ThemeColors &m_colors;
    QFont m_font;
    Values m_curve;
};

} // namespace foretrail
