#pragma once

#include "core/data/ImportPlan.h"

namespace foretrail {

/// What a plan lacks before an import can start, and the remedy; empty when it is complete.
QString blockerOf(const ImportPlan &plan);

} // namespace foretrail
