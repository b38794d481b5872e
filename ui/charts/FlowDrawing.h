#pragma once

#include "core/behaviour/flows/Paths.h"
#include "ui/charts/MarkDrawing.h"

namespace foretrail {

/// Paths from left to right: a column for each step, in it a block for each label as tall as it is frequent, and bands between as wide as
/// those who went that way. Marks: choiceOf() says what each stands for.
class FlowDrawing : public MarkDrawing {
public:
    FlowDrawing(PathResult result, QString title);

    QString title() const override { return m_title; }
    QList<QStringList> table() const override;
    std::vector<ChartMark> marks(const QRectF &area, const QFont &font) const override;
    void draw(QPainter &painter, const QRectF &area, const ThemeColors &colors, const QFont &font, int highlighted) const override;

    PathChoice choiceOf(int number) const;
    QString textOf(int number) const; ///< "view → cart as step 2: 345 (12.3 % of view)"

private:
    struct Block {
        int step = 0;
        int label = 0; ///< or pathEnd
        qint64 count = 0;
    };
    struct Layout {
        std::vector<QRectF> blocks;
        std::vector<QPainterPath> bands;
    };
    Layout layout(const QRectF &area, const QFont &font) const;
    int blockAt(int step, int label) const; ///< -1: none
    QColor colorOf(int label, const ThemeColors &colors) const;

    PathResult m_result;
    QString m_title;
    std::vector<Block> m_blocks;
    std::vector<PathLink> m_bands; ///< between blocks
    int m_columns = 0;
};

} // namespace foretrail
