#include "core/preparation/steps/Steps.h"

namespace foretrail {

void addCleaningSteps(StepRegistry &registry)
{
    addMissingStep(registry);
    addNegativeStep(registry);
    addOutlierStep(registry);
}

void addAlignmentSteps(StepRegistry &) {}

void addTransformSteps(StepRegistry &registry)
{
    addLogStep(registry);
    addDifferenceStep(registry);
    addScaleStep(registry);
}

void addFeatureSteps(StepRegistry &registry)
{
    addLagStep(registry);
}

void addWindowSteps(StepRegistry &registry)
{
    addWindowStep(registry);
}

} // namespace foretrail
