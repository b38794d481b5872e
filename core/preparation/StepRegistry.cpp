#include "core/preparation/StepRegistry.h"

#include <QCoreApplication>
#include <QMutex>

#include <algorithm>

namespace foretrail {

const StepRegistry &StepRegistry::instance()
{
    // Titles are translated when a registry is made, so each language that is spoken gets one; what was handed out stays valid.
    static QMutex mutex;
    static std::map<QString, StepRegistry> registries;
    const QMutexLocker locker(&mutex);
    const QString language = QCoreApplication::translate("foretrail::StepRegistry", "Missing values");
    const auto [place, isNew] = registries.try_emplace(language);
    if (isNew) {
        addCleaningSteps(place->second);
        addAlignmentSteps(place->second);
        addTransformSteps(place->second);
        addFeatureSteps(place->second);
        addWindowSteps(place->second);
    }
    return place->second;
}

const StepInfo *StepRegistry::find(const QString &kind) const
{
    const auto at = std::find_if(m_steps.begin(), m_steps.end(), [&](const StepInfo &info) { return info.kind == kind; });
    return at == m_steps.end() ? nullptr : &*at;
}

std::unique_ptr<PreparationStep> StepRegistry::make(const RecipeStep &step) const
{
    const StepInfo *info = find(step.kind);
    const auto make = m_make.find(step.kind);
    return info && make != m_make.end() ? make->second(StepParameters(*info, step.parameters)) : nullptr;
}

void StepRegistry::add(const StepInfo &info, Make make)
{
    m_steps.append(info);
    m_make[info.kind] = std::move(make);
}

} // namespace foretrail
