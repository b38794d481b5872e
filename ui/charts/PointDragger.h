#pragma once

#include "ui/charts/ChartContent.h"

#include <QObject>
#include <QPointF>

#include <optional>

class QMouseEvent;

namespace foretrail {

class DragMark;
class LineCanvas;

/// Lets points of one curve of a chart be dragged up and down: near one the pointer changes, a press takes it, Escape lets it go where it
/// was. Works beside what the chart itself does with the mouse. GUI thread only.
class PointDragger : public QObject {
    Q_OBJECT
public:
    /// `canvas` is its parent.
    explicit PointDragger(LineCanvas &canvas);

    /// Values at steps offset, offset + 1 ...; nullptr: nothing may be dragged.
    void setPoints(qint64 offset, SharedValues values);
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void dropped(qint64 index, double value); ///< `value` is rounded to what a pixel is worth

private:
    std::optional<qint64> pointAt(QPointF px) const;
    double valueAt(double y) const;
    bool press(QMouseEvent &event);
    bool move(QMouseEvent &event);
    bool release(QMouseEvent &event);
    void drop();

    LineCanvas &m_canvas;
    DragMark *m_mark;
    qint64 m_offset = 0;
    SharedValues m_values;
    std::optional<qint64> m_dragged; ///< step of the axis
    double m_pressedY = 0;
    double m_y = 0;
};

} // namespace foretrail
