#pragma once

#include "core/preparation/StepRegistry.h"

namespace foretrail {

// One function a file; the order of the menu stands in Steps.cpp.
void addMissingStep(StepRegistry &registry);
void addNegativeStep(StepRegistry &registry);
void addOutlierStep(StepRegistry &registry);
void addStockoutStep(StepRegistry &registry);
void addExcludeStep(StepRegistry &registry);
void addClosedDaysStep(StepRegistry &registry);
void addPartialEndsStep(StepRegistry &registry);
void addSpanStep(StepRegistry &registry);
void addResampleStep(StepRegistry &registry);
void addLogStep(StepRegistry &registry);
void addBoxCoxStep(StepRegistry &registry);
void addDifferenceStep(StepRegistry &registry);
void addDecomposeStep(StepRegistry &registry);
void addScaleStep(StepRegistry &registry);
void addLagStep(StepRegistry &registry);
void addRollingStep(StepRegistry &registry);
void addTimeEncodingStep(StepRegistry &registry);
void addFourierStep(StepRegistry &registry);
void addHolidayStep(StepRegistry &registry);
void addJoinStep(StepRegistry &registry);
void addWindowStep(StepRegistry &registry);

} // namespace foretrail
