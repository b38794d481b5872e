#pragma once

#include "core/training/Companions.h"
#include "core/training/Experiment.h"
#include "core/training/PreparedSeries.h"

#include <algorithm>
#include <optional>

namespace foretrail {

/// A model and the part of the recipe that goes with it: as it forecasts now, or as a rung of the ladder made it.
struct LadderModel {
    SavedModel saved;
    WallMs boundary = 0;  ///< the first moment that no step of the recipe learnt from
    WallMs seenUntil = 0; ///< behind the last observation that it learnt from
    int version = 0;
};

/// The observations that a new model and the one before are judged on.
struct LastBlock {
    qint64 steps = 0;
    /// False: the model before has learnt from some of them, so the new one may too, and they are judged on equal terms.
    bool isUnseen = true;
    qint64 heldBack() const { return isUnseen ? steps : 0; }
};

struct RunVersion;

/// A stored run and its series as it stands now: what all rungs look at. A value.
struct UpdateTask {
    TrainingSpec spec;
    Series series;             ///< as the workspace has it
    Surroundings surroundings;
    std::shared_ptr<const Companions> companions; ///< nullptr: the model learns from none
    Series aligned;            ///< on the axis of the recipe, before any cleaning; NaN where missing
    LadderModel current;
    QString runName;
    int season = 1;

    /// Reads it, without steps that are not over at `until`; what reopenRun() says of errors.
    static Result<UpdateTask> read(Workspace &workspace, RunId run, JobContext &job, std::optional<WallMs> until = {});

    WallMs end() const { return aligned.timeAt(aligned.size()); }
    qint64 newSteps() const { return std::max<qint64>(aligned.size() - aligned.axis.indexOf(current.seenUntil), 0); }
    /// The last horizon where as many again are new before it, or the last season by the same rule, or half of what is new; where less than
    /// two steps are new the last horizon, seen by both.
    LastBlock lastBlock() const;
    /// As a model of this boundary sees it without the last `heldBack` steps.
    Result<PreparedSeries> prepared(WallMs boundary, qint64 heldBack, JobContext &job) const;
    /// From where `prepared` ends, in the unit of the data.
    Result<Forecast> forecast(const LadderModel &model, const PreparedSeries &prepared, int horizon, const QList<double> &levels) const;
    /// Mean absolute error on the block, forecast from its beginning, in the unit of the data. Degenerate where nothing was observed there.
    Result<double> errorOn(const LastBlock &block, const LadderModel &model, JobContext &job) const;
};

/// Up to where the series was known when the model was updated last, whether that was published or refused, or else trained.
WallMs lastUpdate(const UpdateTask &task, const QList<RunVersion> &versions);

} // namespace foretrail
