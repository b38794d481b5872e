#pragma once

#include "core/series/Decimation.h"

#include <QList>
#include <QString>

#include <memory>

namespace foretrail {

/// How a curve is drawn: pens and dashes come from the theme by role, never by colour alone.
/// Earlier is what was before a change: there, but quiet. Cycle is one of many of a kind, which no name is drawn for.
enum class CurveRole { History, Fit, Forecast, Other, Earlier, Cycle };

using SharedValues = std::shared_ptr<const std::vector<double>>;
inline SharedValues shared(std::vector<double> values) { return std::make_shared<const std::vector<double>>(std::move(values)); }

/// Values at steps offset, offset + 1 ... of the chart's axis; NaN breaks the line. Shared, never copied for drawing.
struct Curve {
    QString name;
    CurveRole role = CurveRole::History;
    int other = 0; ///< which of the further colours, with CurveRole::Other
    qint64 offset = 0;
    SharedValues values;
    std::shared_ptr<const ValueBlocks> blocks{}; ///< of the values, where they are very many: LineChart makes them where nobody did
    bool isClosest = false; ///< missed least of those that are compared: marked with a star
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

/// What stands out among the observations, told apart by shape as well as colour.
enum class PointShape { Ring, Diamond, Triangle, Cross };

/// Observations with something to say: steps in ascending order and the values where they are drawn.
struct PointMarks {
    QString name;
    PointShape shape = PointShape::Ring;
    std::vector<qint64> at;
    std::vector<double> values;
};

/// Something that happened at a step and that the values do not say.
enum class EventKind { Holiday, Note };
struct EventMark {
    qint64 index = 0;
    EventKind kind = EventKind::Holiday;
    QString text;
    qint64 id = 0; ///< of a note
};

/// Names of the steps of an axis that is neither time nor a count: weekdays, periods.
struct IndexLabels {
    QStringList texts;     ///< one for each step from 0 on; empty: the axis says it
    std::vector<qint64> at; ///< those that a label below the chart is tried for; empty: any
    QString text(qint64 index) const { return texts.value(qsizetype(index)); }
    bool isEmpty() const { return texts.isEmpty(); }
};

/// All a chart of curves over time shows; also what it exports. A value.
struct ChartContent {
    QString title;      ///< for exports and screen readers; not drawn on screen
    QString sentence;   ///< under the title in exports
    QString valueTitle; ///< "Revenue", with its unit: "Revenue (GBP)"
    bool isLogarithmic = false; ///< equal ratios are equally far apart; what is not positive is not drawn
    TimeAxis axis;      ///< x is a step number; the axis turns it into a date (or leaves a plain index)
    QString indexTitle; ///< title of the x axis where it has no calendar: "Epoch"
    IndexLabels labels{};
    QList<Curve> curves;
    QList<BandArea> bands;
    QList<VerticalMark> marks;
    QList<PointMarks> points;
    QList<EventMark> events;  ///< by step
    std::vector<qint64> pins; ///< steps whose values are held beside each other, at most two
    QString provenance; ///< small print of exports, a line or more: workspace, model, seed, program version
    bool namesCurves = true; ///< beside them, where there are several
    QString description{}; ///< what the picture shows, for those who cannot see it; empty: the sentence says it

    bool isEmpty() const;
    /// A value where it is drawn: itself, or its power of ten (NaN where it has none).
    double onScale(double value) const;
    qint64 firstIndex() const;
    qint64 lastIndex() const;
    QStringList eventsAt(qint64 index) const; ///< their texts
};

/// The table twin: header, then one row a step: time, each curve, low and high of each level, events where there are any. For CSV,
/// "show as table" and the clipboard.
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
