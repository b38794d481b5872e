#include "core/preparation/SurroundingsRequest.h"

#include "core/preparation/StepRegistry.h"

namespace foretrail {

SurroundingsRequest surroundingsRequest(const Recipe &recipe)
{
    SurroundingsRequest request{columnRequests(recipe), {}};
    for (const RecipeStep &step : recipe.steps) {
        const StepInfo *info = StepRegistry::instance().find(step.kind);
        if (!step.isOn || step.kind != u"resample" || !info)
            continue;
        const StepParameters parameters(*info, step.parameters);
        const Result<Step> to = stepFromName(parameters.text("to"));
        if (to && parameters.text("rule") == u"users" && !request.users.contains(*to))
            request.users.append(*to);
    }
    return request;
}

} // namespace foretrail
