#include "core/preparation/steps/Steps.h"

namespace foretrail {

void addCleaningSteps(StepRegistry &registry)
{
    addExcludeStep(registry);
    addNegativeStep(registry);
    addStockoutStep(registry);
    addOutlierStep(registry);
    addMissingStep(registry);
}

void addAlignmentSteps(StepRegistry &registry)
{
    addSpanStep(registry);
    addPartialEndsStep(registry);
    addResampleStep(registry);
    addClosedDaysStep(registry);
}

void addTransformSteps(StepRegistry &registry)
{
    addLogStep(registry);
    addBoxCoxStep(registry);
    addDecomposeStep(registry);
    addDifferenceStep(registry);
    addScaleStep(registry);
}

void addFeatureSteps(StepRegistry &registry)
{
    addLagStep(registry);
    addRollingStep(registry);
    addTimeEncodingStep(registry);
    addFourierStep(registry);
    addHolidayStep(registry);
    addJoinStep(registry);
}

void addWindowSteps(StepRegistry &registry)
{
    addWindowStep(registry);
}

} // namespace foretrail
