#pragma once

#include "core/training/Search.h"

#include <optional>

namespace foretrail {

/// What a search trains next: the settings of a trial for so many epochs.
struct NextTraining {
    int trial = 0;
    int epochs = 1;
    bool operator==(const NextTraining &) const = default;
};

/// By what is done alone; none where nothing is left within the number of trials and the minutes.
std::optional<NextTraining> nextTraining(const SearchPlan &plan, const QList<SearchTrial> &done);

/// Epochs that all trials of the plan learn for if none ends early; 0 where it has no number of trials.
qint64 plannedEpochs(const SearchPlan &plan);

/// The settings of a trial, with these epochs.
Result<TrainingSpec> specOf(const SearchPlan &plan, const NextTraining &next);

/// Whether a training goes on where one with fewer epochs ended, with the same numbers as in one go.
bool learnsOn(const TrainingSpec &spec);

/// The place of a run in a search, as its metrics keep it under "search".
QJsonObject toJson(const SearchTrial &trial, const SearchPlan &plan);
/// The trial that a run is; none where it belongs to no search.
struct MarkedTrial {
    SearchPlan plan;
    SearchTrial trial;
};
std::optional<MarkedTrial> markedTrial(const RunSummary &run);

} // namespace foretrail
