// Compiled for x86-64-v4 alone: see core/neural/CMakeLists.txt.
#include "core/neural/engine/KernelLoops.h"

namespace foretrail::neural {

extern const Kernels kernelsV4;
const Kernels kernelsV4 = kernelsNamed("x86-64-v4", "SkylakeX");

} // namespace foretrail::neural
