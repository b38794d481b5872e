#pragma once

#include "core/data/UserEventLog.h"
#include "core/data/UserSet.h"

#include <span>

namespace foretrail {

/// Whose events make one sequence: all of a user, or those of one visit.
enum class FlowUnit { User, Session };

/// What a sequence came to be: sessions that the log names; users cut where they paused for half an hour, where it names none; users
/// whole, where it has no clock either.
enum class UnitRule { Users, Sessions, Pauses };

/// The events of a log put together by user or by visit, in the order of time. Owns places in the log, 4 bytes an event; the log must
/// outlive it.
class EventUnits {
public:
    /// `users`: only theirs; nullptr: everybody. Events that cannot belong to a unit are left out: those without a user where users are
    /// asked for. NotFound with a remedy where there is nothing at all to put together, Cancelled.
    static Result<EventUnits> of(const UserEventLog &log, FlowUnit unit, const UserSet *users, JobContext &job);

    size_t count() const { return m_starts.size() - 1; }
    std::span<const quint32> placesOf(size_t unit) const { return {m_places.data() + m_starts[unit], m_starts[unit + 1] - m_starts[unit]}; }
    quint32 userOf(size_t unit) const { return m_users[unit]; } ///< 0: not known
    UnitRule rule() const { return m_rule; }
    /// What the rule means, in a sentence.
    QString ruleText() const { return ruleText(m_rule); }
    static QString ruleText(UnitRule rule);
    /// The rule that fits the log.
    static UnitRule ruleFor(const UserEventLog &log, FlowUnit unit);

private:
    void gather(const UserEventLog &log, const UserSet *users);
    void cutAtPauses(const UserEventLog &log);

    UnitRule m_rule = UnitRule::Users;
    std::vector<quint32> m_places;
    std::vector<size_t> m_starts{0};
    std::vector<quint32> m_users;
};

/// What a person should know of the log before believing the numbers: events without a user, a user who made an outsized share of
/// all. Sentences, most important first.
QStringList logNotes(const UserEventLog &log);

} // namespace foretrail
