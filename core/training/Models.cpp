#include "core/training/Experiment.h"

namespace foretrail {

const ModelRegistry &modelRegistry()
{
    static const ModelRegistry registry = ModelRegistry::classical();
    return registry;
}

} // namespace foretrail
