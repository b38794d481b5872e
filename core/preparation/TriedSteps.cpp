#include "core/preparation/TriedSteps.h"

#include <QCoreApplication>
#include <QLocale>

namespace foretrail {

namespace {

struct TriedStepsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::Suggest)
};

constexpr double noise = 1.01; // an error that rises by less is none that a step is to blame for

QString shownError(double share) { return QLocale().toString(100 * share, 'f', 1); }

} // namespace

void TriedSteps::add(const char *kind, const QString &reason, const QJsonObject &parameters, bool isOn)
{
    m_made.recipe.steps.append({QLatin1String(kind), isOn, parameters});
    m_made.reasons << reason;
}

std::optional<double> TriedSteps::errorWith(const QList<RecipeStep> &steps, const RecipeStep &fill) const
{
    Recipe recipe{{}, m_made.recipe.steps + steps};
    if (!recipe.find(fill.kind))
        recipe.steps.append(fill);
    return m_trial(m_known, recipe, m_horizon);
}

bool TriedSteps::addTried(const char *kind, const QString &reason, const RecipeStep &fill, const QJsonObject &parameters)
{
    if (m_trial && !m_error)
        m_error = errorWith({}, fill);
    if (!m_error) {
        add(kind, reason, parameters);
        return true;
    }
    const std::optional<double> after = errorWith({{QLatin1String(kind), true, parameters}}, fill);
    if (!after)
        return false;
    const bool isWorse = *after > noise * *m_error;
    const QString tried = isWorse ? TriedStepsText::tr("%1 Switched off all the same: in trials before the test part a simple forecast (Theta) missed %2 % without it and %3 % with it.")
                                  : TriedStepsText::tr("%1 In trials before the test part a simple forecast (Theta) missed %2 % without it and %3 % with it.");
    add(kind, tried.arg(reason, shownError(*m_error), shownError(*after)), parameters, !isWorse);
    if (!isWorse)
        m_error = after;
    return !isWorse;
}

} // namespace foretrail
