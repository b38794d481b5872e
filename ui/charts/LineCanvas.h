#pragma once

#include "ui/charts/ChartPainter.h"

#include <QtCharts/QChartView>

#include <optional>

class QAreaSeries;
class QLineSeries;
class QValueAxis;

namespace foretrail {

/// The drawing area of a LineChart: Qt Charts draws curves and bands, ChartPainter all around them. Points are computed
/// once a change of content, span or width. GUI thread only.
class LineCanvas : public QChartView {
    Q_OBJECT
public:
    explicit LineCanvas(QWidget *parent = nullptr);

    void setContent(const ChartContent &content);
    const ChartContent &content() const { return m_content; }
    double from() const { return m_from; }
    double to() const { return m_to; }
    double first() const { return m_first; } ///< the ends of everything there is to see
    double last() const { return m_last; }
    void setSpan(double from, double to);
    void zoom(double factor, double around);
    void resetZoom();
    int rebuildCount() const { return m_rebuilds; }
    QStringList cursorTexts() const;
    const ChartGeometry &geometryShown() const { return m_geometry; }
    void restyle(); ///< colours or font changed

Q_SIGNALS:
    void spanChanged();

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct BandSeries {
        QLineSeries *low = nullptr;
        QLineSeries *high = nullptr;
        QAreaSeries *area = nullptr;
    };
    ChartPainter chartPainter() const;
    void rebuild();
    void showBands();
    void showCurves();
    QLineSeries *pooledLine(size_t number);
    void addSeries(QAbstractSeries *series);
    void setCursorIndex(std::optional<qint64> index);
    void moveCursor(qint64 steps);
    void moveCursorTo(qint64 index); ///< the view follows
    void placeCursor(double px);

    ChartContent m_content;
    QValueAxis *m_x;
    QValueAxis *m_y;
    std::vector<QLineSeries *> m_lines; ///< drawn curves; a gap takes another line
    std::vector<BandSeries> m_bands;
    DrawnChart m_drawn;
    ChartGeometry m_geometry;
    double m_first = 0;
    double m_last = 1;
    double m_from = 0;
    double m_to = 1;
    int m_rebuilds = 0;
    std::optional<qint64> m_cursor;
    std::optional<QPointF> m_pressed;
    double m_pressedFrom = 0;
    double m_pressedTo = 0;
    std::optional<double> m_selectionEnd; ///< px, while a span to zoom into is drawn
};

} // namespace foretrail
