#pragma once

#include "ui/charts/HeatPainter.h"

#include <QWidget>

namespace foretrail {

class ChartMenu;

/// A heat map with one chosen cell: a click or the arrow keys (Home and End: first and last column, Page Up and Down: first and last
/// row) choose another. Hovering reads out a cell. Draws in the font of the widget, so that it can be made large for a class.
class HeatMap : public QWidget {
    Q_OBJECT
public:
    explicit HeatMap(QWidget *parent = nullptr);

    /// The chosen cell stays where the new content has it, else it goes to the nearest.
    void setContent(const HeatContent &content);
    const HeatContent &content() const { return m_content; }
    void setChosen(int row, int column);
    int chosenRow() const { return m_chosen.y(); }
    int chosenColumn() const { return m_chosen.x(); }
    QString cursorText() const; ///< of the cell under the pointer, else of the chosen one
    QRectF cellRect(int row, int column) const; ///< in pixels of the widget
    QSize sizeHint() const override { return {480, 260}; }
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(int row, int column);            ///< by a person
    void exportRequested(const QString &format); ///< "png", "svg", "pdf", "csv": the page asks for a path and saves

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    HeatPainter painterOf() const { return {m_content, Theme::colors(), font()}; }
    QPoint moved(int key) const;
    void choose(QPoint place);
    void drawPointer(QPainter &painter) const;

    HeatContent m_content;
    ChartMenu *m_menu;
    QPoint m_chosen{-1, -1}; ///< (column, row)
    QPoint m_pointer{-1, -1};
};

} // namespace foretrail
