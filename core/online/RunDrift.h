#pragma once

#include "core/drift/DriftSettings.h"
#include "core/online/UpdateTask.h"

namespace foretrail {

/// What the one-step errors of a run's own model say of drift.
struct RunDrift {
    double score = 0; ///< 1 or more: an alarm was raised since, else the share of the way to the next one
    QString reason;   ///< of that alarm, in words; empty: there was none
    qint64 judged = 0; ///< errors that are known
};

/// Of the model in use on its series as it stands: errors one step ahead on the scale that the model sees, from the beginning on. Alarms that were
/// raised by steps before `since` are of the past, those since say what has changed in the unit of the data. What the model says where it
/// tells no single steps; Cancelled.
Result<RunDrift> driftOf(const UpdateTask &task, WallMs since, JobContext &job, const DriftSettings &settings = {});

} // namespace foretrail
