#include "core/training/Experiment.h"
#include "core/training/RecurrentForecaster.h"

namespace foretrail {

const ModelRegistry &modelRegistry()
{
    static const ModelRegistry registry = [] {
        ModelRegistry all = ModelRegistry::classical();
        addRecurrentModels(all);
        return all;
    }();
    return registry;
}

} // namespace foretrail
