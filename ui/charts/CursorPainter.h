#pragma once

#include "ui/charts/ChartPainter.h"
#include "ui/charts/ValueTable.h"

#include <optional>

namespace foretrail {

/// Draws what a person points at: the cursor with its values, pinned steps with theirs. `geometry` and `content` outlive it.
class CursorPainter {
public:
    CursorPainter(const ChartContent &content, const ChartGeometry &geometry, const ThemeColors &colors, const QFont &font);

    /// Line, dots and the table of values at the free side. `y`: where a pointer is, for the level through it and its value.
    void drawCursor(QPainter &painter, qint64 index, std::optional<double> y) const;
    /// A line with a letter for each pin, and one table of their values.
    void drawPins(QPainter &painter) const;

private:
    QRectF pinBox() const;
    QSizeF sizeOf(const TextRows &rows) const;
    std::vector<double> widthsOf(const TextRows &rows) const;
    void drawRows(QPainter &painter, const TextRows &rows, const QRectF &box) const;
    void drawDots(QPainter &painter, qint64 index) const;
    void drawLevel(QPainter &painter, double y) const;
    TextRows fitting(TextRows rows) const; ///< as many as the plot is high enough for

    const ChartContent &m_content;
    const ChartGeometry &m_geometry;
    const ThemeColors &m_colors;
    QFont m_font;
    double m_line; ///< height of a row
};

} // namespace foretrail
