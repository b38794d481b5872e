#pragma once

#include "core/preparation/StepRegistry.h"

namespace foretrail {

// One function a file; the order of the menu stands in Steps.cpp.
void addMissingStep(StepRegistry &registry);
void addNegativeStep(StepRegistry &registry);
void addOutlierStep(StepRegistry &registry);
void addLogStep(StepRegistry &registry);
void addScaleStep(StepRegistry &registry);
void addDifferenceStep(StepRegistry &registry);
void addLagStep(StepRegistry &registry);
void addWindowStep(StepRegistry &registry);

} // namespace foretrail
