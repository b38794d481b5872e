// Compiled for every processor of the platform: see core/neural/CMakeLists.txt.
#include "core/neural/engine/KernelLoops.h"

namespace foretrail::neural {

extern const Kernels kernelsBaseline;
const Kernels kernelsBaseline = kernelsNamed("baseline", nullptr);

} // namespace foretrail::neural
