#pragma once

#include "core/training/ExplainedForecast.h"
#include "ui/charts/MarkDrawing.h"

#include <functional>

namespace foretrail {

/// How a part is filled: by colour and pattern, the same in every drawing of one forecast.
QBrush partBrush(const Contribution &part, int place, const ThemeColors &colors);

/// One step of a forecast as a waterfall, a row a part: from the level over what adds and what takes to the forecast. Where the rows find
/// no room, the smallest are one. The axis begins near the smallest sum on the way, so that small parts of a large forecast are seen. Marks: the row.
class WaterfallDrawing : public MarkDrawing {
public:
    WaterfallDrawing(std::shared_ptr<const ExplainedForecast> explained, int step, QString title);

    QString title() const override { return m_title; }
    QString sentence() const override { return m_explained->sentence(m_step); }
    QList<QStringList> table() const override;
    std::vector<ChartMark> marks(const QRectF &area, const QFont &font) const override;
    void draw(QPainter &painter, const QRectF &area, const ThemeColors &colors, const QFont &font, int highlighted) const override;

private:
    struct Row {
        QString title;
        double from = 0; ///< where the bar begins and ends, in the unit of the data
        double to = 0;
        int part = -1;   ///< place among the coarse parts; -1: several, or the forecast
        bool isWhole = false; ///< the level and the forecast: a bar from the left
        bool isCut = false;   ///< which is not zero: drawn as broken
        QRectF area, name, bar, number;
    };
    std::vector<Row> rows(const QRectF &area, const QFont &font) const;
    std::vector<Row> told(size_t most) const;
    void place(std::vector<Row> &rows, const QRectF &area, const QFont &font) const;
    QString numberOf(const Row &row) const;
    void drawRow(QPainter &painter, const Row &row, const ThemeColors &colors, bool isHighlighted) const;

    std::shared_ptr<const ExplainedForecast> m_explained;
    ForecastParts m_parts; ///< coarse
    int m_step;
    QString m_title;
};

/// What moves a forecast away from its level over the horizon: columns stacked above and below zero, a line for their sum. Marks: see
/// numberOf().
class StackedPartsDrawing : public MarkDrawing {
public:
    StackedPartsDrawing(std::shared_ptr<const ExplainedForecast> explained, int chosen, QString title);

    static int stepOf(int number) { return number / partsAtMost; }
    static int numberOf(int step, int part) { return step * partsAtMost + part; }
    QString title() const override { return m_title; }
    QString sentence() const override { return m_explained->sentence(m_chosen); }
    QList<QStringList> table() const override;
    std::vector<ChartMark> marks(const QRectF &area, const QFont &font) const override;
    void draw(QPainter &painter, const QRectF &area, const ThemeColors &colors, const QFont &font, int highlighted) const override;

private:
    static constexpr int partsAtMost = 64;
    struct Piece {
        int step = 0;
        int part = 0;
        QRectF rect;
    };
    struct Frame {
        QRectF plot;
        double low = 0;
        double high = 1;
        double y(double value) const { return plot.bottom() - (value - low) / (high - low) * plot.height(); }
        double width = 1;
    };
    Frame frame(const QRectF &area, const QFont &font) const;
    std::vector<Piece> pieces(const Frame &frame) const;
    std::vector<size_t> shown() const; ///< places of the parts that are more than nothing, without the level
    double layLegend(const QRectF &area, const QFont &font, const std::function<void(size_t, const QRectF &)> &place) const;
    void drawAxes(QPainter &painter, const QRectF &area, const Frame &frame, const ThemeColors &colors) const;
    void drawSum(QPainter &painter, const Frame &frame, const ThemeColors &colors) const;

    std::shared_ptr<const ExplainedForecast> m_explained;
    ForecastParts m_parts; ///< coarse
    int m_chosen;
    QString m_title;
};

} // namespace foretrail
