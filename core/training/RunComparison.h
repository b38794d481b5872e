#pragma once

#include "core/data/RunStore.h"

namespace foretrail {

/// A setting in which runs differ: its path in the spec ("model", "lookback", "split.test") and its value in each of them,
/// as JSON has it; empty where a spec does not have it.
struct SettingDifference {
    QString path;
    QStringList values;
    bool operator==(const SettingDifference &) const = default;
};

/// In the order of paths. The name of a recipe is left out: what it does counts.
QList<SettingDifference> differingSettings(const QList<RunSummary> &runs);

/// What became of an attempt to get a run again with its own settings: "the same numbers", or what differs and why it may.
struct Reproduction {
    bool isSame = false; ///< weights, state, forecasts and metrics, to the last bit
    bool hasOtherData = false, hasOtherProgram = false;
    double largestDifference = 0; ///< of forecasts of the test part, relative to their mean size
    bool operator==(const Reproduction &) const = default;
};
Reproduction compareAgain(const RunRecord &first, const RunRecord &again);

} // namespace foretrail
