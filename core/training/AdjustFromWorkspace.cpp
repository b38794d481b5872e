#include "core/training/AdjustFromWorkspace.h"

namespace foretrail {

Result<KeptAdjustments> keptAdjustments(Workspace &workspace, const TrainingSpec &spec, const ForecastOutcome &outcome)
{
    const Series &history = outcome.history;
    KeptAdjustments kept;
    kept.question = overrideQuestion(spec.query, history.key, history.axis.step);
    Result<QList<Override>> overrides = OverrideStore(workspace).of(kept.question);
    if (!overrides)
        return fail(overrides.error());
    kept.overrides = std::move(*overrides);
    kept.forecast = adjusted(outcome.future, history.axis, history.size(), kept.overrides, spec.limits);
    return kept;
}

} // namespace foretrail
