#pragma once

#include <QWidget>

namespace foretrail {

/// The thin bar under a chart: the whole time, and in it the part on screen, which can be dragged.
class OverviewBar : public QWidget {
    Q_OBJECT
public:
    explicit OverviewBar(QWidget *parent = nullptr);
    /// Whole and visible span in steps; insets in pixels align the ends with the plot above.
    void setSpan(double first, double last, double from, double to);
    void setInsets(int left, int right);
    QSize sizeHint() const override { return {100, 14}; }

Q_SIGNALS:
    void moved(double from); ///< the left edge that the visible part should get

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    QRectF track() const;
    QRectF handle() const;
    double perPixel() const;

    double m_first = 0;
    double m_last = 1;
    double m_from = 0;
    double m_to = 1;
    int m_left = 0;
    int m_right = 0;
    double m_grip = 0; ///< steps between the left edge of the handle and where it was taken
};

} // namespace foretrail
