#pragma once

#include "core/preparation/PreparationStep.h"
#include "core/preparation/Recipe.h"

#include <functional>
#include <map>
#include <memory>

namespace foretrail {

/// Every kind of step there is, in the order of the menu. Immutable once made; safe to read from any thread.
class StepRegistry {
public:
    using Make = std::function<std::unique_ptr<PreparationStep>(const StepParameters &)>;

    /// In the language that is spoken now.
    static const StepRegistry &instance();

    const QList<StepInfo> &steps() const { return m_steps; }
    const StepInfo *find(const QString &kind) const;
    /// Parameters were checked: see checkParameters. nullptr for an unknown kind.
    std::unique_ptr<PreparationStep> make(const RecipeStep &step) const;
    void add(const StepInfo &info, Make make);

private:
    QList<StepInfo> m_steps;
    std::map<QString, Make> m_make;
};

void addCleaningSteps(StepRegistry &registry);
void addAlignmentSteps(StepRegistry &registry);
void addTransformSteps(StepRegistry &registry);
void addFeatureSteps(StepRegistry &registry);
void addWindowSteps(StepRegistry &registry);

} // namespace foretrail
