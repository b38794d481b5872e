#pragma once

#include "core/preparation/Suggest.h"

namespace foretrail {

/// A recipe that grows by one step after the other, each with its reason; steps that change values are tried.
class TriedSteps {
public:
    /// `known`: the series without its test part, and `horizon`: steps ahead that a trial forecasts. Both must outlive this.
    TriedSteps(const RecipeTrial &trial, const Series &known, int horizon) : m_trial(trial), m_known(known), m_horizon(horizon) {}

    void add(const char *kind, const QString &reason, const QJsonObject &parameters = {}, bool isOn = true);
    /// A step that a forecast loses by stays switched off, and its reason says so. False where it is off, or does not run and is left
    /// out. `fill`: the step that fills gaps until the recipe has one of its own.
    bool addTried(const char *kind, const QString &reason, const RecipeStep &fill, const QJsonObject &parameters = {});

    const Suggestion &made() const { return m_made; }
    Suggestion &made() { return m_made; }

private:
    std::optional<double> errorWith(const QList<RecipeStep> &steps, const RecipeStep &fill) const;

    const RecipeTrial &m_trial;
    const Series &m_known;
    const int m_horizon;
    Suggestion m_made;
    std::optional<double> m_error; ///< of the steps so far, once it is known
};

} // namespace foretrail
