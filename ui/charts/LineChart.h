#pragma once

#include "ui/charts/ChartContent.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace foretrail {

/// Curves, bands, marks and events over time. Wheel zooms at the pointer, drag zooms into the drawn span, with Ctrl into the drawn box, with Shift it
/// pans, double-click and Escape reset, arrow keys move a cursor that reads out values, + and - zoom. Where it is made for exploring a click or Enter
/// pins the values of a step, Delete lets go, and the menu of the right button and the key N ask for notes. Draws at most four points a
/// pixel column, one replace a change; keeps its zoom when content of the same axis comes.
class LineChart : public QWidget {
    Q_OBJECT
public:
    explicit LineChart(QWidget *parent = nullptr);
    ~LineChart() override;

    void setContent(const ChartContent &content);
    const ChartContent &content() const;
    /// What stands in place of an empty chart: a sentence and, unless empty, one button.
    void setEmptyText(const QString &sentence, const QString &button = {});
    /// Pins, notes and a sketch of the whole in the bar below.
    void setExploring(bool isExploring);
    /// Skeleton lines until content comes; drawn only after 300 ms.
    void setLoading(bool isLoading);

    double visibleFrom() const; ///< step number at the left edge
    double visibleTo() const;
    void setVisibleRange(double from, double to);
    void resetZoom();

    /// Times the drawn points were computed anew; a zoom costs one.
    int rebuildCount() const;
    /// The steps under the cursor and its texts, as shown; empty without a cursor.
    QStringList cursorTexts() const;
    std::optional<qint64> cursor() const;
    void setCursor(std::optional<qint64> index); ///< follows another chart of the same axis: tells nobody
    QStringList pinTexts() const; ///< the table of pinned steps, a text a row; empty without pins

Q_SIGNALS:
    void cursorMoved(std::optional<qint64> index); ///< by a person; none: it is gone
    void noteWanted(qint64 index);                 ///< a new one at this step
    void editWanted(qint64 note);                  ///< EventMark::id
    void removalWanted(qint64 note);
    void visibleRangeChanged(double from, double to);
    void emptyButtonClicked();
    void exportRequested(const QString &format); ///< "png", "svg", "pdf", "csv": the page asks for a path and saves

protected:
    void changeEvent(QEvent *event) override;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace foretrail
