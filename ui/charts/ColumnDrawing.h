#pragma once

#include "ui/charts/ChartContent.h"
#include "ui/charts/MarkDrawing.h"

namespace foretrail {

/// Bars with more to say than their value, and a line over them.
struct ColumnContent {
    BarContent bars;
    QStringList notes{};         ///< read out behind the value of a bar, and a column of the table: "12 days"; empty: none
    QString curveTitle{};
    std::vector<double> curve{}; ///< over the middles of the bars, one value a bar; empty: none
};

/// Each bar is a mark, by its place from 0.
class ColumnDrawing : public MarkDrawing {
public:
    explicit ColumnDrawing(ColumnContent content) : m_content(std::move(content)) {}

    QString title() const override { return m_content.bars.title; }
    QList<QStringList> table() const override;
    std::vector<ChartMark> marks(const QRectF &area, const QFont &font) const override;
    void draw(QPainter &painter, const QRectF &area, const ThemeColors &colors, const QFont &font, int highlighted) const override;
    const ColumnContent &content() const { return m_content; }

private:
    ColumnContent m_content;
};

} // namespace foretrail
