#pragma once

#include "core/preparation/StepRegistry.h"

#include <optional>

namespace foretrail {

/// Where the training part of a series ends. Given as a time, so that it stays the same point when a step changes the axis;
/// for series without a calendar as an index.
struct Boundary {
    WallMs at = 0; ///< the first moment that is not training
};

/// One step of a recipe after it ran.
struct Stage {
    int step = 0;               ///< place in the recipe
    std::vector<double> before; ///< the target as it came in
    TimeAxis axisBefore;
    qint64 rowsIn = 0;
    qint64 rowsOut = 0;
    qint64 changed = 0;         ///< observations that differ or were marked
    QString finding;
    QJsonObject statistics;
    std::optional<Frame> after; ///< kept on wish: for pictures
};

struct PreparationRequest {
    Recipe recipe;
    Series series;
    std::optional<Boundary> boundary; ///< where training ends
    std::optional<qint64> heldBack;   ///< or: observations at the end, on the prepared axis, that are not training
    // Without both, the recipe's windows step says; without one all of it is training.
    qint64 ahead = 0;          ///< steps behind the end for which columns are wanted; the horizon of the windows step at least
    int season = 0;            ///< 0: the usual one of the step
    bool keepFrames = false;   ///< Stage::after
    /// Steps that change the axis learn from what lies before it, where that is less than the training part: all preparations
    /// of one series share an axis then.
    std::optional<WallMs> axisUntil{};
};

/// A recipe that ran on one series: the prepared frame, and the way back for forecasts. Movable, not thread-safe.
class Preparation {
public:
    /// Runs the steps that are on, in order. An error carries the title of the step in front; `problem` names step and
    /// parameter where a field is to blame.
    static Result<Preparation> run(const PreparationRequest &request, const Surroundings &surroundings, JobContext &job,
                                   StepProblem *problem = nullptr);

    const Frame &frame() const { return m_frame; }
    const std::vector<Stage> &stages() const { return m_stages; }

    /// Leads a path of prepared values that follow the first `origin` prepared observations back to the unit of the data.
    void invert(std::vector<double> &ahead, qint64 origin) const;
    void invertFan(Fan &fan, qint64 origin) const;
    /// One-step predictions for every prepared observation, back in the unit of the data; NaN stays.
    std::vector<double> invertOneStep(Values predicted) const;

private:
    struct Run;
    Frame m_frame;
    std::vector<Stage> m_stages;
    std::vector<std::unique_ptr<PreparationStep>> m_steps; ///< one for each stage
};

} // namespace foretrail
