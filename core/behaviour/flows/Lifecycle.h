#pragma once

#include "core/behaviour/flows/Periods.h"
#include "core/behaviour/segments/LifecycleState.h"

#include <array>

namespace foretrail {

/// Where a user stands in a period.
enum class LifeState {
    Unseen,   ///< not yet there
    New,      ///< there for the first time
    Active,   ///< there, and in the period before
    Returned, ///< there, after one or more silent periods
    Dormant,  ///< silent for fewer periods than lapsed users: at risk
    Lapsed    ///< silent for so many periods
};
inline constexpr int lifeStates = 6;

QString lifeStateName(LifeState state); ///< "new", for files
QString lifeStateText(LifeState state); ///< for people
/// What the state means where users are judged by whole periods, in a sentence; `lapsedAfter` silent ones make a user lapsed.
QString lifeStateMeaning(LifeState state, int lapsedAfter);
LifeState lifeStateOf(LifecycleState state); ///< of the same word

struct LifecycleRequest {
    Step by = Step::Month;
    FlowActivity activity = FlowActivity::AnyEvent;
    int lapsedAfter = 3; ///< silent periods, 2 or more
    /// Set: users are judged at the end of each period by their days of silence, as segments and profiles judge them; what counts as
    /// activity is then in the rule, and lapsedAfter is of no account. Counts at the end of the data are those of the segments.
    std::optional<LifecycleRule> rule{};
    bool operator==(const LifecycleRequest &) const = default;
};

/// One period: users by state, and how many moved from where they stood in the period before.
struct LifecyclePeriod {
    std::array<qint64, lifeStates> users{};                        ///< [state]; Unseen stays 0
    std::array<std::array<qint64, lifeStates>, lifeStates> moved{}; ///< [from][to]
    qint64 at(LifeState state) const { return users[size_t(state)]; }
    qint64 between(LifeState from, LifeState to) const { return moved[size_t(from)][size_t(to)]; }
    qint64 present() const { return at(LifeState::New) + at(LifeState::Active) + at(LifeState::Returned); }
    qint64 newlyDormant() const; ///< were there in the period before
    /// Users who came or came back / newly dormant: above 1 more come than go. NaN where nobody goes.
    double quickRatio() const;
};

struct LifecycleResult {
    LifecycleRequest request;
    Periods periods;
    std::vector<LifecyclePeriod> counts; ///< by period
    qint64 strayTimes = 0; ///< events left out for their times
    QStringList notes;
};

/// Users by state in each period. Unsupported without a clock or purchases where they are asked for; InvalidInput for lapsedAfter < 2.
Result<LifecycleResult> lifecycle(const UserEventLog &log, const LifecycleRequest &request, const UserSet *users, JobContext &job);

/// The users of a state in a period, or of those that came to it from another one.
Result<UserSet> lifecycleUsers(const UserEventLog &log, const LifecycleRequest &request, const UserSet *users, int period, LifeState state,
                               std::optional<LifeState> from, JobContext &job);

} // namespace foretrail
