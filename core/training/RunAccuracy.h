#pragma once

#include "core/data/RunStore.h"
#include "core/data/Workspace.h"
#include "core/evaluation/Metrics.h"

#include <optional>

namespace foretrail {

/// One step of a forecast as it was made, beside what the workspace holds of it now.
struct ThenAndNow {
    int h = 0; ///< from 1
    WallMs time = 0;
    double forecast = missing;
    double actual = missing; ///< NaN: not there yet, or missing
};

/// What became of the forecast of a stored run.
struct RunAccuracy {
    RunId run;
    QString name;
    QString model;
    QDateTime created;
    WallMs origin = 0;             ///< time of the first step that it forecast
    std::vector<ThenAndNow> steps; ///< its whole horizon
    Metrics metrics;               ///< of the steps that have an actual by now
    QString why;                   ///< nothing can be compared: why, and what to do; empty otherwise
    bool isComparable() const { return metrics.count > 0; }
};

/// Runs of one series, on one axis.
struct SeriesAccuracy {
    SeriesQuery query; ///< keys names the series
    Series actual;     ///< as it is now, before any cleaning, on the axis that the recipe makes
    QList<RunAccuracy> runs; ///< those that began to forecast last first
    QString dataEnd;   ///< the last step of the data, as in files
};

/// Errors of several forecasts at the same step ahead, as if they were one list.
struct StepAccuracy {
    int h = 0;
    double mae = missing;
    double wape = missing; ///< sum |e| / sum |y|
    double bias = missing; ///< sum e / sum |y|, e = actual - forecast
    qint64 count = 0;      ///< points compared
};
/// From h = 1 to the last step that can be compared in any of them; NaN and 0 where none can.
std::vector<StepAccuracy> accuracyBySteps(const QList<RunAccuracy> &runs);
/// Over all steps, as if they were one list; of the metrics MAE, WAPE, bias, RMSE, MASE and coverage.
Metrics accuracyOfAll(const QList<RunAccuracy> &runs);

/// The forecasts that stored runs made at their origins, against the data of now. `only`: runs of this question about its one key; without:
/// all runs. Series by series, those with the newest run first. A run that cannot be compared says why. Cancelled.
Result<QList<SeriesAccuracy>> accuracyOfRuns(Workspace &workspace, const std::optional<SeriesQuery> &only, JobContext &job);

} // namespace foretrail
