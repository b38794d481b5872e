#pragma once

#include "core/data/RunStore.h"
#include "core/training/PreparedSeries.h"

namespace foretrail {

/// A stored run beside the data as they are now, prepared as when it was trained: the recipe learns from the part that the run was
/// trained on, however long the series is by now. Where an update of its model was published, state, weights and boundary are those of that version.
struct ReopenedRun {
    RunRecord run;
    TrainingSpec spec;
    WallMs boundary = 0; ///< the first moment that no step of the recipe learnt from
    PreparedSeries prepared;
    int version = 0;     ///< of its model (VersionStore); 0: as it was trained
};

/// `seriesKey`: another series that answers the run's question in place of its own; empty: its own.
Result<ReopenedRun> reopenedRun(Workspace &workspace, RunId id, const QString &seriesKey, JobContext &job);

/// The one series that answers the query; InvalidInput where there are none or several.
Result<Series> singleSeries(Workspace &workspace, const SeriesQuery &query, JobContext &job);

} // namespace foretrail
