#pragma once

#include "core/training/PreparedSeries.h"

namespace foretrail {

/// How a network that has learnt goes on with what is new.
struct FineTuning {
    qint64 known = 0;        ///< observations of the prepared series that it has learnt from
    int epochs = 2;          ///< 1 to 3: more and it forgets the old windows that were not drawn
    double rateShare = 0.1;  ///< of the learning rate that it was trained with
    qint64 mostOld = 20'000; ///< windows in the reservoir
};

/// A network that went on.
struct FineTuned {
    SavedModel saved;
    qint64 newWindows = 0;
    qint64 oldWindows = 0; ///< learnt again beside them
    double lossBefore = missing, lossAfter = missing; ///< on the new windows, on the scale that the network sees
};

/// Why a model of this name cannot be fine-tuned; empty: it can ("lstm", "gru").
QString whyNoFineTuning(const QString &model);

/// A stored recurrent network, trained for a few epochs from its weights on the windows that end in new observations, mixed one to one with
/// old ones from a reservoir (Vitter 1985, algorithm R, drawn by the seed of the spec), so that it does not forget. Scales stay as they were
/// learnt; the spread of its errors is measured again on the last observations. Unsupported says whyNoFineTuning(); TooShort without new
/// windows; Format where the stored model is damaged; Diverged; Cancelled.
Result<FineTuned> fineTuned(const ModelSpec &spec, const SavedModel &saved, const PreparedSeries &prepared, const FineTuning &tuning, JobContext &job);

} // namespace foretrail
