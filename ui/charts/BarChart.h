#pragma once

#include "ui/charts/ChartContent.h"

#include <QWidget>

namespace foretrail {

class ChartMenu;

/// Bars: residuals over time, a histogram, an autocorrelation with its bounds. Hovering or the arrow keys read out a bar; where bars lead
/// somewhere, a click or Enter opens one. Texts are in the theme's font for tables, or in the one that was set on the widget.
class BarChart : public QWidget {
    Q_OBJECT
public:
    explicit BarChart(QWidget *parent = nullptr);

    void setContent(const BarContent &content);
    const BarContent &content() const { return m_content; }
    void setOpensBars(bool opens); ///< a click or Enter on a bar is opened()
    QPoint placeOf(int bar) const; ///< a pixel in the column of the bar
    QString cursorText() const; ///< empty without a cursor
    int cursor() const { return m_cursor; } ///< the bar; -1: none
    void setCursor(int bar); ///< follows another chart: tells nobody
    QSize sizeHint() const override { return {320, 160}; }
    QSize minimumSizeHint() const override { return {100, 96}; }

Q_SIGNALS:
    void cursorMoved(int bar); ///< by a person; -1: it is gone
    void opened(int bar);
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
    QFont textFont() const;
    void setCursorBar(int bar);
    void describe(); ///< to those who cannot see it

    BarContent m_content;
    ChartMenu *m_menu;
    int m_cursor = -1;
    bool m_opensBars = false;
};

} // namespace foretrail
