#include "core/models/ConformalForecaster.h"
#include "core/training/AdaptiveForecaster.h"
#include "core/training/AutoWithNetwork.h"
#include "core/training/Experiment.h"
#include "core/training/GlobalForecaster.h"
#include "core/training/RecurrentForecaster.h"

#include <QCoreApplication>
#include <QMutex>

#include <map>

namespace foretrail {

const ModelRegistry &modelRegistry()
{
    // Titles and explanations are translated when a registry is made, so each language that is spoken gets one; what
    // was handed out stays valid.
    static QMutex mutex;
    static std::map<QString, ModelRegistry> registries;
    const QMutexLocker locker(&mutex);
    const QString language = QCoreApplication::translate("foretrail::ModelRegistry", "Repeats the last value.");
    const auto [place, isNew] = registries.try_emplace(language);
    if (isNew) {
        place->second = ModelRegistry::classical();
        addRecurrentModels(place->second);
        addGlobalModels(place->second);
        addAutoWithNetwork(place->second);
    }
    return place->second;
}

Result<std::unique_ptr<Forecaster>> makeForecaster(const ModelSpec &spec)
{
    auto made = modelRegistry().create(spec);
    const ModelInfo *info = modelRegistry().find(spec.model);
    if (!made || spec.intervals == IntervalKind::Model)
        return made;
    if (!info->isNeural && !info->hasConformalIntervals)
        made = withConformalIntervals([spec] { return std::move(*modelRegistry().create(spec)); }, spec.season);
    return spec.intervals == IntervalKind::Adaptive ? withAdaptiveIntervals(std::move(*made)) : std::move(made);
}

} // namespace foretrail
