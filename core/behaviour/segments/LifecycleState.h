#pragma once

#include "core/data/figures/UserFigures.h"

#include <QJsonObject>
#include <QString>

#include <span>

namespace foretrail {

/// Where a user stands. None: no purchase (no visit, where nobody bought anything) whose time is known.
enum class LifecycleState { None, New, Active, AtRisk, Lapsed, Returned };
inline constexpr int lifecycleStates = 5; ///< without None

QString stateKey(LifecycleState state);   ///< "new", "active", "at-risk", "lapsed", "returned"; "none"
QString stateTitle(LifecycleState state); ///< for people
LifecycleState stateFromKey(const QString &key); ///< None for any other word

/// Which silence is too long, from the gaps between purchase days (visits where nobody bought) of all users.
struct LifecycleRule {
    double riskDays = 30;   ///< eight in ten gaps are not longer
    double lapseDays = 90;  ///< nineteen in twenty are not
    double meanGap = 0;     ///< 0: too few gaps, and the days above are those usually taken
    bool isByVisits = false;

    /// What silence is too long after days with a purchase: that of the shop; of users with four gaps and more stretched by their own mean
    /// gap over that of the shop. `span`: days from the first to the last of them.
    struct Limits { double risk = 0, lapse = 0; };
    Limits limits(qint64 days, qint64 span) const;
    QString words() const; ///< the definition of all states, in words
    QJsonObject toJson() const;
    bool operator==(const LifecycleRule &) const = default;
};
LifecycleRule lifecycleRuleOf(const ShopFigures &figures);

/// new: one purchase day, and silent no longer than the risk; active: two or more, silent no longer than the risk; returned: the same, but
/// the last gap was longer than the lapse; at risk: silent for longer than the risk; lapsed: for longer than the lapse.
LifecycleState stateOf(const LifecycleRule &rule, const UserFigures &user, DayNumber today);

/// From `day` on the user was in this state.
struct StateMove {
    DayNumber day = 0;
    LifecycleState state = LifecycleState::None;
    bool operator==(const StateMove &) const = default;
};
/// The states of a user one after the other, from the days with a purchase in ascending order; the last is that of `today`, and equal to
/// stateOf() of their figures.
std::vector<StateMove> movesOf(const LifecycleRule &rule, std::span<const DayNumber> days, DayNumber today);

} // namespace foretrail
