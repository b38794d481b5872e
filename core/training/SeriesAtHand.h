#pragma once

#include "core/training/Companions.h"
#include "core/training/TrainingSpec.h"

namespace foretrail {

/// What a spec asks of a workspace, read: ready to be forecast.
struct SeriesAtHand {
    TrainingSpec spec; ///< with the users of its segment
    QList<Series> series;
    QString prepared;  ///< fingerprint of the data and the recipe
    std::shared_ptr<const Companions> companions; ///< nullptr: the model learns from none
};

/// What withUsers() says of the segment; the errors of reading. Cancelled.
Result<SeriesAtHand> seriesAtHand(Workspace &workspace, const TrainingSpec &asked, JobContext &job);

} // namespace foretrail
