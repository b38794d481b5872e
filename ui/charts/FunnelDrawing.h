#pragma once

#include "core/behaviour/flows/Funnel.h"
#include "ui/charts/MarkDrawing.h"

namespace foretrail {

/// Horizontal bars, one a step: the solid part went on, the hatched part was lost. Marks: 2 * step for those who came to a step,
/// 2 * step + 1 for those who were lost there.
class FunnelDrawing : public MarkDrawing {
public:
    FunnelDrawing(FunnelResult result, QString title) : m_result(std::move(result)), m_title(std::move(title)) {}

    QString title() const override { return m_title; }
    QList<QStringList> table() const override;
    std::vector<ChartMark> marks(const QRectF &area, const QFont &font) const override;
    void draw(QPainter &painter, const QRectF &area, const ThemeColors &colors, const QFont &font, int highlighted) const override;

    /// "3,210 users lost after cart (24.3 %)"
    QString lossText(int step) const;

private:
    struct Row {
        QRectF name;
        QRectF bar;  ///< as long as those who came
        QRectF lost; ///< the end of it
        QRectF numbers;
    };
    Row row(const QRectF &area, const QFont &font, int step) const;
    QString countText(int step) const;
    QString detailText(int step) const;

    FunnelResult m_result;
    QString m_title;
};

} // namespace foretrail
