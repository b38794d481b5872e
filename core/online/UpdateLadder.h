#pragma once

#include "core/data/VersionStore.h"
#include "core/online/Rung.h"

namespace foretrail {

/// A forecast and the time of its first step.
struct GhostForecast {
    Forecast forecast;
    WallMs start = 0;
    int version = 0; ///< that made it
    bool isEmpty() const { return forecast.mean.empty(); }
};

/// What is asked of the ladder.
struct UpdateRequest {
    RunId run;
    std::optional<RungKind> rung; ///< none: as chooseRung() says
    double score = 0;             ///< of drift, as LadderSituation
    QString reason;               ///< of the detector, or of a person; may be empty
    LadderSettings settings;
    std::optional<WallMs> until{}; ///< a step that is not over by then says nothing yet; unset: all steps are over
    bool measuresDrift = false;    ///< the score is that of the run's own one-step errors since the last update (driftOf); `score` where they cannot be had
};

/// What an update did.
struct UpdateReport {
    RunId run;
    QString rung;            ///< that ran
    bool isDue = true;       ///< false: the schedule asked for no update, so it only rolled
    double score = missing;  ///< of drift, that chose the rung; NaN: the rung was asked for
    QString why;             ///< it ran
    QString change;          ///< what it changed, in a sentence
    QJsonObject numbers;     ///< the same as numbers
    double seconds = 0;
    LastBlock block;         ///< that models were judged on; 0 steps: nothing was, the model is the same
    double errorBefore = missing, errorAfter = missing; ///< mean absolute error on it, in the unit of the series
    bool isPublished = false;
    int version = 0;         ///< number that the new model got, published or refused; 0: none was made
    int current = 0;         ///< version that forecasts now
    GhostForecast before;    ///< what was said until now: stays as a ghost line
    GhostForecast now;       ///< what is said now

    QString sentence() const; ///< the status line
    QJsonObject toJson() const;
};

/// A new model may be so much worse on the last block, as a share, and is published all the same: what it learnt since is worth it.
constexpr double mostWorse = 0.01;

/// Updates the model of a stored run with its series as it stands now: chooses a rung, learns without the last block, judges the new model
/// beside the one in use there, and publishes it, learnt from everything, where it is not worse by more than mostWorse. A refused one leaves
/// its numbers. Where the gentle rung fails and was not asked for, a refit takes its place. A published version and what it replaces change
/// in one transaction, so a run that is killed meanwhile forecasts as before. What reopenRun() says of errors; Unsupported says whyNot();
/// what the rung says; InvalidInput where another update came first; Cancelled.
Result<UpdateReport> updateRun(Workspace &workspace, const UpdateRequest &request, JobContext &job);

/// The same by one rung, whatever the schedule.
Result<UpdateReport> updateRun(Workspace &workspace, const UpdateRequest &request, const Rung &rung, JobContext &job);

/// What the run forecast before the version that forecasts now: for a ghost line. By the version that it replaced, or as it was trained.
Result<GhostForecast> previousForecast(Workspace &workspace, RunId run);

} // namespace foretrail
