#pragma once

#include <QWidget>

#include <vector>

class QColor;
class QPainter;

namespace foretrail {

/// A tiny line without axes: the shape of a series beside its name.
class SketchLine : public QWidget {
    Q_OBJECT
public:
    explicit SketchLine(QWidget *parent = nullptr);
    void setValues(std::vector<float> values);

    /// The same into any painter, for delegates. NaN breaks the line; fewer than two values draw nothing.
    static void draw(QPainter &painter, const QRectF &area, const std::vector<float> &values, const QColor &color);

    QSize sizeHint() const override { return {160, 32}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<float> m_values;
};

} // namespace foretrail
