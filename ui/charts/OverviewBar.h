#pragma once

#include "ui/charts/ChartContent.h"

#include <QPolygonF>
#include <QWidget>

class QPainter;

namespace foretrail {

/// The bar under a chart: the whole time, and in it the part on screen, which can be dragged, and by its two handles made shorter or longer. With a
/// content it shows a small line of the history. Arrow keys move the part, with Shift its end, with Ctrl its beginning.
class OverviewBar : public QWidget {
    Q_OBJECT
public:
    explicit OverviewBar(QWidget *parent = nullptr);
    /// Whole and visible span in steps; insets in pixels align the ends with the plot above.
    void setSpan(double first, double last, double from, double to);
    void setInsets(int left, int right);
    void setTold(const QString &part); ///< the visible part in words, for those who cannot see it
    /// The first curve of `content` as a small line; makes the bar higher. Nothing of it is copied but what is drawn.
    void setSketch(const ChartContent &content);
    QSize sizeHint() const override { return {100, m_hasSketch ? 36 : 14}; }

Q_SIGNALS:
    void rangeWanted(double from, double to); ///< what the visible part should become

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Grip { None, Whole, Begin, End };
    QRectF track() const;
    QRectF handle() const;
    double perPixel() const;
    double indexAt(double px) const { return m_first + (px - track().left()) * perPixel(); }
    Grip gripAt(double px) const;
    void want(double from, double to);
    void drag(Grip grip, double index);
    void makeSketch();
    void drawHandle(QPainter &painter, double x) const;
    void retranslate();

    double m_first = 0;
    double m_last = 1;
    double m_from = 0;
    double m_to = 1;
    int m_left = 0;
    int m_right = 0;
    Grip m_grip = Grip::None;
    double m_held = 0; ///< steps between the left edge of the part and where it was taken
    QString m_told;
    bool m_hasSketch = false;
    Curve m_curve; ///< that is sketched
    std::vector<QPolygonF> m_sketch; ///< in pixels
};

} // namespace foretrail
