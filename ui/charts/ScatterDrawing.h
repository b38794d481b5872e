#pragma once

#include "ui/charts/MarkDrawing.h"

#include <memory>

namespace foretrail {

/// Points of two numbers each, and a straight line to judge them by.
struct ScatterContent {
    QString title;
    QString acrossTitle; ///< of the x axis
    QString upTitle;     ///< of the y axis
    struct Point {
        double x = 0;
        double y = 0;
        int number = 0; ///< of its mark
        QString name;   ///< read out before the values: a day
    };
    std::vector<Point> points;
    double slope = 0;     ///< of the line y = intercept + slope x
    double intercept = 0;
    bool hasLine = false;
};

/// A scatter plot; each point is a mark.
class ScatterDrawing : public MarkDrawing {
public:
    explicit ScatterDrawing(ScatterContent content) : m_content(std::move(content)) {}

    QString title() const override { return m_content.title; }
    QList<QStringList> table() const override;
    std::vector<ChartMark> marks(const QRectF &area, const QFont &font) const override;
    void draw(QPainter &painter, const QRectF &area, const ThemeColors &colors, const QFont &font, int highlighted) const override;
    const ScatterContent &content() const { return m_content; }

private:
    struct Scale {
        QRectF plot;
        double left = 0, right = 1, low = 0, high = 1;
        QPointF at(double x, double y) const
        {
            return {plot.left() + (x - left) / (right - left) * plot.width(), plot.bottom() - (y - low) / (high - low) * plot.height()};
        }
    };
    Scale scale(const QRectF &area, const QFont &font) const;
    void drawAxes(QPainter &painter, const QRectF &area, const Scale &scale, const ThemeColors &colors) const;

    ScatterContent m_content;
};

} // namespace foretrail
