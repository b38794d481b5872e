#pragma once

#include "core/training/Experiment.h"
#include "core/training/SearchPlan.h"

namespace foretrail {

/// One training of a search: a stored run, or why there is none.
struct SearchTrial {
    int trial = 0;        ///< 0: the settings at the start
    int epochs = 0;       ///< at most
    RunId run;            ///< not valid: it failed
    double mae = missing; ///< of forecasts inside the validation part, in the unit of the data: trials are judged by it
    double wape = missing;
    double seconds = 0;
    bool isCut = false;   ///< the minutes were over before its epochs
    bool hasEndedEarly = false; ///< its patience had run out: more epochs would change nothing
    TrainingSpec spec;
    QString problem;
};

/// What a search has found so far.
struct SearchReport {
    SearchPlan plan;
    QList<SearchTrial> trials;  ///< in the order in which they were trained
    QString dataFingerprint;    ///< of the data that the trials learnt from
    bool isComplete = false;    ///< nothing is left to do within the limits

    const SearchTrial *best() const;  ///< nullptr: none has a run
    const SearchTrial *start() const; ///< trial 0
    double seconds() const;           ///< that all trials took
    double gain() const;              ///< share by which the best error is smaller than that of the start; NaN without both
    QString sentence() const;
};

/// How a search is followed and steered from outside; called on its thread.
struct SearchHooks {
    std::function<void(const SearchReport &)> onTrial;                        ///< after each
    std::function<void(const TrainingSpec &, const QList<EpochRecord> &)> onBegin; ///< of each training, with the epochs that it goes on from
    std::function<void(const EpochLosses &)> onEpoch;                              ///< of the training under way
    TrainingControl *control = nullptr;                                       ///< pauses it; nullptr: nobody steers
};

/// Trains one trial after the other and stores each as a run of its own, with its place in the search among its metrics. Trials
/// that the workspace has already, of the data as they are now, are not trained again: the same call goes on with a search that was
/// stopped. The test part judges nothing here.
///
/// Random: every setting learns for all epochs. Halving: halvingRungs(); who goes on learns on from where it was, with the same
/// numbers as in one go; under a schedule that depends on the number of epochs it begins anew. Without a number of trials, rounds of
/// nine settings follow each other until the minutes are over; the training under way then ends with its best weights.
///
/// InvalidInput, also where the name belongs to another search; what training says; Cancelled where the job was stopped. A trial
/// that fails (a loss that is no number, too long a lookback) is left out.
Result<SearchReport> runSearch(Workspace &workspace, const SearchPlan &plan, JobContext &job, const SearchHooks &hooks = {});

/// What the runs say of the searches they belong to, the newest search first, each with its trials on the newest data.
QList<SearchReport> searchesIn(const QList<RunSummary> &runs);

} // namespace foretrail
