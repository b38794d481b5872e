#pragma once

#include "core/data/RunStore.h"
#include "core/evaluation/LossComparison.h"
#include "core/evaluation/Metrics.h"
#include "core/training/Models.h"
#include "core/training/StageReport.h"
#include "core/training/TrainingSpec.h"

#include <optional>

namespace foretrail {

/// What one model did on one series: the whole content of the Forecast page and of a stored run.
struct ForecastOutcome {
    Series history;           ///< on the aligned axis in the unit of the data: cleaned, before the first step with a way back
    std::vector<qint64> filled; ///< the steps of history that had no observation, where it is what the recipe filled in
    std::vector<double> actual; ///< of the test part, before any cleaning: what forecasts are judged by; NaN where missing
    WallMs boundary = 0;      ///< the first moment that no step of the recipe learnt from
    qint64 trainLength = 0;   ///< training and validation; the test part begins here
    qint64 validationLength = 0; ///< the last observations before the test part that only judged
    Forecast test;            ///< from the origin at trainLength, max(horizon, test) steps; empty without a test part
    std::vector<double> fitted; ///< one step ahead over the whole history, by the model fitted on the training part
    Forecast future;          ///< the horizon after the last observation
    Metrics metrics;          ///< of `test` against the actual test part
    QString baseline;         ///< name of the model beside it: "snaive", "naive" or "mean" (baselineFor)
    Metrics baselineMetrics;
    std::optional<LossComparison> earlier; ///< at origins before the test part; see earlierComparison()
    QString sentence;         ///< "12 % closer than repeating last week (WAPE 18.4 % v 20.9 %)"
    QString explanation;      ///< of the fitted model
    QList<StageReport> stages; ///< what the steps of the recipe did
    QString fingerprint;      ///< of the data and the recipe; empty where the workspace is not known
    int season = 1;
    double seconds = 0;       ///< in a stored run: with the epochs before it was stopped, without the time that it was paused
    SavedModel saved;         ///< the model behind `future`
    int version = 0;          ///< of a stored run whose model was updated since (VersionStore): the one behind `future`; 0: as it was trained
    QList<EpochRecord> epochs;

    QJsonObject toJson() const; ///< what RunRecord::outcome keeps: all but history, filled, actual, saved, version and epochs
};

class Companions;
struct Branch;


/// Prepares, splits, fits, tests and forecasts: the one path behind the window's pages and the command line. The model is
/// fitted and forecasts on the scale that the recipe makes; everything in the outcome is in the unit of the data. What the
/// recipe learns, and the forecast of the test part, knows nothing of what follows. The test part counts in steps of the
/// aligned axis.
Result<ForecastOutcome> runExperiment(const Series &series, const TrainingSpec &spec, JobContext &job,
                                      const TrainingHooks &hooks = {}, const Surroundings &surroundings = {},
                                      const Companions *companions = nullptr);

/// Reads the series of spec.query from the workspace and runs each, on `workers` threads (0: one for each core); NotFound names
/// a key that is not there. The numbers do not depend on how many workers compute them.
Result<QList<ForecastOutcome>> forecastFromWorkspace(Workspace &workspace, const TrainingSpec &spec, JobContext &job,
                                                     const TrainingHooks &hooks = {}, int workers = 0);

/// The name that a run of this spec gets: "lstm · revenue · Total", and the segment behind where there is one.
QString runName(const TrainingSpec &spec, const QString &seriesName);

/// Trains one series of spec.query and stores the run; what the Train page and `train` do. A training in epochs is kept in the
/// workspace meanwhile (KeptTraining), also where it is cancelled.
Result<RunId> trainAndStore(Workspace &workspace, const TrainingSpec &spec, JobContext &job, const TrainingHooks &hooks = {});

/// The same, but the network begins with weights that a stored run had. What trainAndStore() says; what checkBranch() says, InvalidInput
/// where the data has changed since the run, NotFound where the run or its epoch is not kept.
Result<RunId> branchAndStore(Workspace &workspace, const Branch &branch, JobContext &job, const TrainingHooks &hooks = {});

/// Trains once more what a stored run says, from where it began: the same numbers where data and program are the same.
Result<RunId> trainAgainAndStore(Workspace &workspace, RunId run, JobContext &job, const TrainingHooks &hooks = {});

/// Goes on with a training that was kept, as if it had never stopped. InvalidInput where the data has changed since.
Result<RunId> resumeAndStore(Workspace &workspace, qint64 unfinished, JobContext &job, const TrainingHooks &hooks = {});

/// A stored run opened again: the data as it is now, the stored parameters, or those of the version that was published since, no training. The
/// same data gives the same numbers as when it was stored.
Result<ForecastOutcome> reopenRun(Workspace &workspace, RunId id, JobContext &job);

} // namespace foretrail
