// Compiled for x86-64-v3 alone: see core/neural/CMakeLists.txt.
#include "core/neural/engine/KernelLoops.h"

namespace foretrail::neural {

extern const Kernels kernelsV3;
const Kernels kernelsV3 = kernelsNamed("x86-64-v3", "Haswell");

} // namespace foretrail::neural
