#pragma once

#include "ui/charts/ChartPainter.h"

#include <QtCharts/QChartView>

#include <optional>

class QAreaSeries;
class QLineSeries;
class QValueAxis;

namespace foretrail {

/// The drawing area of a LineChart: Qt Charts draws curves and bands, ChartPainter all around them. Points are computed
/// once a change of content, span or width. Mouse and keys stand in LineCanvasInput.cpp. GUI thread only.
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

    std::optional<qint64> cursor() const { return m_cursor; }
    bool isCursorOfKeys() const { return m_cursor && !m_pointer; } ///< placed by keys, not by the mouse
    void setCursor(std::optional<qint64> index); ///< from another chart: tells nobody
    /// Whether a click and Enter pin steps, and the menu and the keys ask for notes.
    void setExploring(bool isExploring) { m_isExploring = isExploring; }
    bool isExploring() const { return m_isExploring; }
    void togglePin(qint64 index); ///< of three the oldest goes
    void removePins();

Q_SIGNALS:
    void spanChanged();
    void cursorMoved(std::optional<qint64> index); ///< by a person
    void pinsChanged();
    void noteWanted(qint64 index);
    void editWanted(qint64 note);
    void removalWanted(qint64 note);
    void menuWanted(qint64 index, QPoint globalPlace);

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void resizeEvent(QResizeEvent *event) override;
    bool viewportEvent(QEvent *event) override; ///< tooltips of events
    void contextMenuEvent(QContextMenuEvent *event) override;
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
    /// How a drag that is not panning ends: what is inside fills the plot.
    enum class Drag { None, Pan, Span, Box };

    ChartPainter chartPainter() const;
    void drawSelection(QPainter &painter) const;
    void rebuild();
    void showBands();
    void showCurves();
    QLineSeries *pooledLine(size_t number);
    void addSeries(QAbstractSeries *series);
    void setCursorIndex(std::optional<qint64> index);
    void moveCursor(qint64 steps);
    void moveCursorTo(qint64 index); ///< the view follows
    void placeCursor(QPointF at);
    std::optional<qint64> indexAt(double px) const; ///< none beside the plot
    QRectF selection() const; ///< what the drag has drawn, inside the plot
    void zoomIntoSelection();
    bool exploreByKey(int key); ///< pins and notes
    void removeAtCursor();
    const EventMark *noteAtCursor() const;

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
    std::optional<double> m_pointer; ///< px from the top, where the cursor follows a pointer
    std::optional<std::pair<double, double>> m_values; ///< at the bottom and top edge, as ChartContent::onScale() gives them, of a box that was zoomed into
    bool m_isExploring = false;
    Drag m_drag = Drag::None;
    QPointF m_pressed;
    QPointF m_dragged;
    double m_pressedFrom = 0;
    double m_pressedTo = 0;
    std::optional<qint64> m_clickedPin; ///< of the first of two clicks, which mean another thing
};

} // namespace foretrail
