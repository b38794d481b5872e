#pragma once

#include "core/series/Series.h"

#include <QList>
#include <QString>

#include <memory>

namespace foretrail {

/// How a curve is drawn: pens and dashes come from the theme by role, never by colour alone.
enum class CurveRole { History, Fit, Forecast, Other };

/// Values at steps offset, offset + 1 ... of the chart's axis; NaN breaks the line. Shared, never copied for drawing.
struct Curve {
    QString name;
    CurveRole role = CurveRole::History;
    int other = 0; ///< which of the further colours, with CurveRole::Other
    qint64 offset = 0;
    std::shared_ptr<const std::vector<double>> values;
};

/// An interval: low and high at steps offset, offset + 1 ...
struct BandArea {
    double level = 80;
    qint64 offset = 0;
    std::vector<double> low;
    std::vector<double> high;
};

/// A thin vertical line with a small label at its top.
struct VerticalMark {
    qint64 index = 0;
    QString label;
};

/// All a chart of curves over time shows; also what it exports. A value.
struct ChartContent {
    QString title;      ///< for exports and screen readers; not drawn on screen
    QString sentence;   ///< under the title in exports
    QString valueTitle; ///< "Revenue", with its unit: "Revenue (GBP)"
    TimeAxis axis;      ///< x is a step number; the axis turns it into a date (or leaves a plain index)
    QString indexTitle; ///< title of the x axis where it has no calendar: "Epoch"
    QList<Curve> curves;
    QList<BandArea> bands;
    QList<VerticalMark> marks;
    QString provenance; ///< small print of exports: workspace, model, seed, program version

    bool isEmpty() const;
    qint64 firstIndex() const;
    qint64 lastIndex() const;
};

/// The table twin: header, then one row a step: time, each curve, low and high of each level. For CSV, "show as
/// table" and the clipboard.
QList<QStringList> chartTable(const ChartContent &content);

/// Bars: residuals over time, a histogram, an autocorrelation.
struct BarContent {
    QString title;
    QString valueTitle;
    QString categoryTitle;
    QList<QString> labels;       ///< one a bar; drawn as far as they fit
    std::vector<double> values;  ///< NaN: no bar
    double lowBound = missing;   ///< dashed lines; bars outside are drawn in the warning colour, with a mark
    double highBound = missing;
};
QList<QStringList> chartTable(const BarContent &content);

} // namespace foretrail
