#pragma once

#include "ui/charts/MarkDrawing.h"

#include <QWidget>

#include <memory>

namespace foretrail {

class ChartMenu;

/// Shows a drawing. Hovering reads out a mark; the arrow keys go from mark to mark, Home and End to the first and the last. A click
/// chooses a mark and, where opensAtOnce, opens it; a double click and Enter open it always.
class MarkChart : public QWidget {
    Q_OBJECT
public:
    explicit MarkChart(QWidget *parent = nullptr);

    void setDrawing(std::shared_ptr<const MarkDrawing> drawing); ///< nullptr: nothing
    const MarkDrawing *drawing() const { return m_drawing.get(); }
    void setOpensAtOnce(bool opens) { m_opensAtOnce = opens; }
    int chosen() const { return m_chosen; }  ///< number of a mark, -1: none
    void setChosen(int number);
    QString cursorText() const;              ///< of the mark under the pointer, else of the chosen one
    QPoint placeOf(int number) const;        ///< a pixel inside the mark
    QSize sizeHint() const override { return {560, 320}; }
    QSize minimumSizeHint() const override { return {280, 160}; }

Q_SIGNALS:
    void chosenByPerson(int number);
    void opened(int number);
    void exportRequested(const QString &format); ///< "png", "svg", "pdf", "csv": the page asks for a path and saves

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void describe(); ///< to those who cannot see it
    void makeMarks();
    int markAt(QPointF at) const; ///< number, -1 beside all
    const ChartMark *markOf(int number) const;
    int neighbour(int key) const; ///< the number to go to, -1: none
    void choose(int number);
    void drawText(QPainter &painter) const;

    std::shared_ptr<const MarkDrawing> m_drawing;
    std::vector<ChartMark> m_marks;
    ChartMenu *m_menu;
    bool m_opensAtOnce = true;
    int m_chosen = -1;
    int m_pointed = -1;
};

} // namespace foretrail
