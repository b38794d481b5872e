#pragma once

#include "core/behaviour/segments/LifecycleState.h"

#include <QWidget>

class QPainter;

namespace foretrail {

class ChartMenu;

/// The states of a user over time as one strip: from the first move to the end of the data, each state named where there is room. Hovering
/// and the arrow keys say since when.
class StateStrip : public QWidget {
    Q_OBJECT
public:
    explicit StateStrip(QWidget *parent = nullptr);
    void setMoves(const std::vector<StateMove> &moves, DayNumber lastDay);
    QString cursorText() const; ///< of the state under the pointer or cursor, else of the last
    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QRectF span(size_t move) const;
    QString text(size_t move) const;
    void setCursorAt(int move);
    void describe(); ///< to those who cannot see it
    QList<QStringList> table() const;
    /// Draws it where there is a painter; returns how many lines it takes.
    int layLegend(int width, QPainter *painter) const;
    int legendLine() const; ///< px

    ChartMenu *m_menu;
    std::vector<StateMove> m_moves;
    DayNumber m_lastDay = 0;
    int m_cursor = -1;
};

} // namespace foretrail
