#pragma once

#include "core/series/FeatureColumn.h"
#include "core/series/WindowScale.h"

namespace foretrail {

/// What a step did to an observation; bits.
enum Mark : quint8 { Unmarked = 0, Changed = 1, Detected = 2, Filled = 4 };

/// What walks through a recipe: the series with its columns, and where the training part ends. A value.
struct Frame {
    Series target;                   ///< on the scale that the steps so far have made
    std::vector<double> actual;      ///< of the same steps in the unit of the data, before any cleaning: what forecasts are judged by
    std::vector<quint8> marks;       ///< of the same steps: what all steps together did (Mark)
    qint64 fitLength = 0;            ///< observations [0, fitLength) are the training part: the only ones a step may learn from
    qint64 ahead = 0;                ///< steps behind the last observation that columns reach
    std::vector<FeatureColumn> columns;  ///< target.size() + ahead values each; NaN where nothing is known
    std::vector<DerivedColumn> derived;  ///< for steps ahead; each also stands in `columns`, by its name, over the history
    WindowScale windowScale = WindowScale::None;
    int season = 1;                  ///< steps in a season of the target

    qint64 size() const { return target.size(); }
    Values training() const { return Values(target.values).first(size_t(fitLength)); }
};

} // namespace foretrail
