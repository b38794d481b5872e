#pragma once

#include "core/behaviour/flows/Lifecycle.h"
#include "ui/charts/MarkDrawing.h"

namespace foretrail {

/// Stacked columns, one a period: above zero those who were there (new, returned, active), below it those who were silent (dormant and,
/// if wanted, lapsed). Told apart by pattern as well as colour. Marks: 8 * period + state.
class StateDrawing : public MarkDrawing {
public:
    StateDrawing(LifecycleResult result, QString title, bool showsLapsed, int selected)
        : m_result(std::move(result)), m_title(std::move(title)), m_showsLapsed(showsLapsed), m_selected(selected) {}

    QString title() const override { return m_title; }
    QList<QStringList> table() const override;
    std::vector<ChartMark> marks(const QRectF &area, const QFont &font) const override;
    void draw(QPainter &painter, const QRectF &area, const ThemeColors &colors, const QFont &font, int highlighted) const override;

private:
    struct Piece {
        int period = 0;
        LifeState state = LifeState::New;
        QRectF rect;
    };
    struct Frame {
        QRectF plot;
        double low = 0;
        double high = 1;
        double y(double value) const { return plot.bottom() - (value - low) / (high - low) * plot.height(); }
    };
    Frame frame(const QRectF &area, const QFont &font) const;
    std::vector<Piece> pieces(const Frame &frame) const;
    QList<LifeState> shown() const;
    void drawLegend(QPainter &painter, const QRectF &area, const ThemeColors &colors) const;
    void drawAxes(QPainter &painter, const QRectF &area, const Frame &frame, const ThemeColors &colors) const;
    static QBrush brushOf(LifeState state, const ThemeColors &colors);

    LifecycleResult m_result;
    QString m_title;
    bool m_showsLapsed;
    int m_selected; ///< the period that a table below tells of
};

} // namespace foretrail
