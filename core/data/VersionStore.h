#pragma once

#include "core/data/RunStore.h"

#include <optional>

namespace foretrail {

/// One version of the model of a stored run: all but the model and its forecast.
struct RunVersion {
    int number = 0;        ///< from 1; 0: the run as it was trained
    QDateTime created;     ///< UTC
    QString rung;          ///< of the update ladder that made it
    QString reason;        ///< why that one
    QJsonObject change;    ///< what changed, in words and numbers
    double seconds = 0;
    double errorBefore = missing; ///< mean absolute error on the last block, in the unit of the series, of the version that forecast then
    double errorAfter = missing;  ///< and of this one
    bool isPublished = false;     ///< false: refused, and its model is not kept
    bool isCurrent = false;       ///< it forecasts
    int replaces = 0;      ///< the version that forecast then
    WallMs seenFrom = 0;   ///< the first observation that it knows
    WallMs seenUntil = 0;  ///< behind the last that it learnt from
    WallMs boundary = 0;   ///< the first moment that no step of the recipe learnt from
    bool operator==(const RunVersion &) const = default;
};

/// A version, whole.
struct StoredVersion {
    RunVersion facts;
    QJsonObject forecast;  ///< what it forecast when it was made: core/training/OutcomeJson, and "start"
    QJsonObject modelState;
    QByteArray weights;
};

/// Versions kept in a workspace; they go with their run. What writes is one transaction each: what forecasts is the old version or the new
/// one, never neither. It waits for another writer until that has ended or `job` is asked to stop: then Cancelled.
class VersionStore {
public:
    static constexpr int mostKept = 3;     ///< published versions of a run; the one that forecasts is always among them
    static constexpr int mostRefused = 20; ///< whose numbers are kept

    explicit VersionStore(Workspace &workspace) : m_workspace(workspace) {}
    /// Gives it the next number, which it returns. A published one forecasts from now on, in place of facts.replaces; of others the numbers
    /// alone are kept. InvalidInput where another version forecasts by now; NotFound where the run is gone.
    Result<int> add(RunId run, const StoredVersion &version, JobContext &job);
    /// Newest first.
    Result<QList<RunVersion>> list(RunId run);
    /// The one that forecasts; none: the run as it was trained.
    Result<std::optional<StoredVersion>> current(RunId run);
    /// Of a published one; NotFound names those there are.
    Result<StoredVersion> load(RunId run, int number);
    /// The version whose place the current one took forecasts again; its number. NotFound where the run forecasts as it was trained, or
    /// where that version has been dropped.
    Result<int> undo(RunId run, JobContext &job);
    /// A kept version forecasts again; 0: the run as it was trained. What load() says.
    Result<void> restore(RunId run, int number, JobContext &job);

private:
    Workspace &m_workspace;
};

} // namespace foretrail
