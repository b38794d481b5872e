#pragma once

#include "core/training/ReadyModel.h"

namespace foretrail {

/// How much one group of inputs matters: by how much the error rises where it is shuffled.
struct InputImportance {
    Contribution input;  ///< what it is; of lags `number` is the first and `last` the last that were shuffled together
    int last = 0;
    double error = 0;    ///< mean absolute error with it shuffled, over the repeats
    double rise = 0;     ///< of that over the error as it is, in percent
    QString title(const TimeAxis &axis) const; ///< "Values 8 to 14 back", "price"
    QString name() const;                      ///< "lags8-14", "column:price"
};

/// The largest rise first.
struct ImportanceReport {
    QList<InputImportance> inputs;
    double error = 0; ///< mean absolute error of the forecasts as they are, one step ahead
    int origins = 0;  ///< forecasts in the test part
    int repeats = 0;
    QString unit;
    TimeAxis axis;
};

struct ImportanceRequest {
    quint64 seed = 1;
    int repeats = 5;
    int mostOrigins = 60; ///< evenly over the test part
};

/// Permutation importance (Breiman 2001; Fisher, Rudin & Dominici 2019): forecasts one step ahead from origins in the test part, by the
/// model fitted before it, with one group of inputs exchanged among the origins. Values before an origin are exchanged in blocks of a season;
/// those of a column at the steps that are forecast. Where the spec has no test part, the last horizon (a quarter of the series at most) is
/// one. Networks are asked as they were trained. TooShort without enough before it; Cancelled.
Result<ImportanceReport> inputImportance(Workspace &workspace, const FittedForecast &fitted, const ImportanceRequest &request, JobContext &job);

} // namespace foretrail
