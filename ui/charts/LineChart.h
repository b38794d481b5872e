#pragma once

#include "ui/charts/ChartContent.h"

#include <QWidget>

#include <memory>

namespace foretrail {

/// Curves, bands and marks over time. Wheel zooms at the pointer, drag zooms into the drawn span, with Shift it pans,
/// double-click and Escape reset, arrow keys move a cursor that reads out values, + and - zoom. Draws at most four points a
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

Q_SIGNALS:
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
