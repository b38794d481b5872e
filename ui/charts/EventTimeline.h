#pragma once

#include "core/base/Calendar.h"

#include <QList>
#include <QString>
#include <QWidget>

#include <vector>

namespace foretrail {

class ChartMenu;

/// The events of one kind; times in wall-clock milliseconds, ascending.
struct TimelineRow {
    QString kind;
    std::vector<WallMs> times;
};

/// One row a kind of event, one tick an event: what a user did and when. Pixels that hold several events are drawn
/// once, wider where many stand together; hovering (or the arrow keys) names day and count. Ctrl and the wheel zoom at the pointer, + and -
/// at the cursor; double-click and Escape show all again.
class EventTimeline : public QWidget {
    Q_OBJECT
public:
    explicit EventTimeline(QWidget *parent = nullptr);

    /// Rows from top to bottom; `from` and `to` are the ends of the time axis.
    void setRows(const QList<TimelineRow> &rows, WallMs from, WallMs to);
    const QList<TimelineRow> &rows() const { return m_rows; }
    /// The text beside the cursor, empty without one.
    QString cursorText() const;
    /// The same in numbers: a row a day with events, a column a kind; the header first.
    QList<QStringList> table() const;
    WallMs visibleFrom() const { return m_from; }
    WallMs visibleTo() const { return m_to; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QRect plot() const;
    int rowHeight() const;
    int axisHeight() const;
    double xOf(WallMs time) const;
    WallMs timeAt(double x) const;
    void moveCursor(double x);
    void describe(); ///< to those who cannot see it
    void zoom(double x, double factor);
    void showWhole();
    void drawRow(QPainter &painter, int row) const;
    void drawAxis(QPainter &painter) const;
    void drawCursor(QPainter &painter) const;

    ChartMenu *m_menu;
    QList<TimelineRow> m_rows;
    WallMs m_from = 0;
    WallMs m_to = 0;
    WallMs m_wholeFrom = 0, m_wholeTo = 1;
    double m_cursor = -1; ///< x in pixels; -1: none
};

/// The pixel columns that hold events and how many each holds: what is drawn. Pure, for tests.
struct TimelineTick {
    int x = 0;
    int count = 0;
    bool operator==(const TimelineTick &) const = default;
};
std::vector<TimelineTick> timelineTicks(const std::vector<WallMs> &times, WallMs from, WallMs to, int width);

} // namespace foretrail
