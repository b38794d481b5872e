#include "core/training/Models.h"

#include "core/jobs/ParallelInOrder.h"
#include "core/models/ConformalForecaster.h"
#include "core/training/AdaptiveForecaster.h"
#include "core/training/AutoWithNetwork.h"
#include "core/training/GlobalForecaster.h"
#include "core/training/RecurrentForecaster.h"

#include <QCoreApplication>
#include <QMutex>

#include <algorithm>
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

int workersFor(const QStringList &models, int asked, qint64 series)
{
    const bool isNeural = std::any_of(models.begin(), models.end(), [](const QString &name) {
        const ModelInfo *info = modelRegistry().find(name);
        return info && info->isNeural && !info->learnsFromPanel; // who shares a network waits for it
    });
    return isNeural ? 1 : int(std::clamp<qint64>(series, 1, workerCount(asked)));
}

} // namespace foretrail
