#pragma once

#include "core/training/Experiment.h"

namespace foretrail {

/// One test part alone can favour a model by chance: on a random walk it does in one of six. So where a model was closer than its
/// baseline by singleFoldMargin, its errors at eight earlier origins of the training part, a sixteenth of it apart or the test part, are
/// compared too (what networks would take long for: there the one-step errors in the test part are, which also confirm that one is
/// clearly further off). Nothing where there is nothing to confirm; a p of NaN where there is too little to tell.
Result<std::optional<LossComparison>> earlierComparison(const ForecastOutcome &outcome, const Series &series, const TrainingSpec &spec,
                                                        const Surroundings &surroundings, JobContext &job);

/// runExperiment(), and its sentence with the evidence of earlier origins behind it: for a series that is forecast alone.
Result<ForecastOutcome> runConfirmedExperiment(const Series &series, const TrainingSpec &spec, JobContext &job, const TrainingHooks &hooks = {},
                                               const Surroundings &surroundings = {}, const Companions *companions = nullptr);

/// The sentence of an outcome, in the language of now.
QString outcomeSentence(const ForecastOutcome &outcome);

/// That of a stored run, in the language of now; of one that an older version stored, as it was written then.
QString runSentence(const RunSummary &run);

} // namespace foretrail
