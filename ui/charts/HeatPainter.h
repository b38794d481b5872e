#pragma once

#include "ui/charts/ChartContent.h"
#include "ui/theme/Theme.h"

#include <QFont>
#include <QPoint>
#include <QRectF>

class QPainter;

namespace foretrail {

/// Values in rows and columns, coloured on both sides of a centre. A value.
struct HeatContent {
    QString title;
    QString rowTitle;           ///< "Unit"
    QString columnTitle;        ///< "Step"
    QStringList rows;           ///< names from top to bottom
    QStringList columns;        ///< names from left to right
    std::vector<double> values; ///< [row][column]; NaN: nothing is known
    double centre = 0;          ///< has no colour
    double extent = 1;          ///< > 0: this far from the centre a colour is full
    bool isCount = false;       ///< whole numbers from 0 on: without decimals and signs

    bool isEmpty() const { return values.empty(); }
    double at(int row, int column) const { return values[size_t(row) * size_t(columns.size()) + size_t(column)]; }
};

/// The table twin: a row for each column of the picture, so that time runs downwards.
QList<QStringList> chartTable(const HeatContent &content);

/// The colour at `share` of the way from the centre to full: -1 the warning colour, 0 the surface, 1 the accent.
QColor heatColor(const ThemeColors &colors, double share);
/// Black or white, whichever stands out more; at least 4.5:1 from any colour.
QColor inkOn(const QColor &background);

/// Draws a heat map onto anything. A cell that has the room says its number, a smaller one its side of the centre by a sign, so that
/// colour is not all that tells them apart.
class HeatPainter {
public:
    HeatPainter(const HeatContent &content, const ThemeColors &colors, const QFont &font);

    /// Places are (column, row); (-1, -1): none.
    void draw(QPainter &painter, const QRectF &area, QPoint chosen) const;
    QRectF plot(const QRectF &area) const;
    QRectF cellRect(const QRectF &area, QPoint place) const;
    /// The cell at a pixel of the area, (-1, -1) beside all.
    QPoint cellAt(const QRectF &area, QPointF at) const;
    /// "Unit 3, 3 Oct: +0.1234"
    QString text(QPoint place) const;
    /// What stands in a cell; empty where it has no room or there is nothing to say.
    QString cellText(const QRectF &area, QPoint place) const;

private:
    bool has(QPoint place) const;
    double share(double value) const;
    QFont cellFont(const QSizeF &cell) const;
    QString cellText(const QSizeF &cell, const QFont &font, QPoint place) const;
    void drawCells(QPainter &painter, const QRectF &area) const;
    void drawRowNames(QPainter &painter, const QRectF &area) const;
    void drawColumnNames(QPainter &painter, const QRectF &area) const;
    void drawLegend(QPainter &painter, const QRectF &area) const;

    const HeatContent &m_content;
    const ThemeColors &m_colors;
    QFont m_font;
};

} // namespace foretrail
