#pragma once

#include "core/behaviour/flows/EventUnits.h"

namespace foretrail {

/// One step of a funnel: events of a kind or a meaning ("pv", "view", "purchase"), or "any"; only those with an item or of a category
/// where one is named. Written WHAT, WHAT@item=KEY, WHAT@category=KEY.
struct FunnelStep {
    QString what;
    QString item;     ///< key; empty: any
    QString category; ///< key; empty: any
    quint32 itemId = 0;
    quint32 categoryId = 0;

    QString text() const; ///< as it is written
    static Result<FunnelStep> fromText(const QString &text);
    bool operator==(const FunnelStep &) const = default;
};

/// InOrder: other events may lie between; Straight: each step is the very next event of the unit.
enum class FunnelOrder { InOrder, Straight };

struct FunnelRequest {
    static constexpr int mostSteps = 12;
    QList<FunnelStep> steps;
    FunnelOrder order = FunnelOrder::InOrder;
    qint64 withinMs = 0; ///< from the first step to the last; 0: any time. Ignored, and said so, without a clock
    FlowUnit unit = FlowUnit::User;
};

/// How far the units came.
struct FunnelStepCount {
    QString name;
    qint64 count = 0;          ///< units that came this far
    qint64 lost = 0;           ///< of them, came no further; of the last step 0
    double shareOfFirst = missing;
    double shareOfPrevious = missing; ///< of the first: of all units
    double medianMs = missing; ///< from the step before, of those that came here; NaN without a clock and of the first
};

struct FunnelResult {
    FunnelRequest request;
    UnitRule rule = UnitRule::Users;
    qint64 units = 0;        ///< all of them, with or without the first step
    qint64 people = 0;       ///< known users among them
    qint64 stillRunning = 0; ///< began less than the window before the end of the log and may still go on
    QList<FunnelStepCount> steps;
    qint64 strayTimes = 0; ///< events left out for their times
    QStringList notes;      ///< with stillRunning: funnelNotes()
    std::vector<quint8> reached; ///< by unit: steps that it came through
    std::vector<quint32> users;  ///< by unit; 0: not known

    double conversion() const { return steps.isEmpty() || steps.front().count == 0 ? missing : double(steps.back().count) / double(steps.front().count); }
    /// Known users of a unit that came to step `step` (from 0), or of one that came there and no further.
    UserSet usersAt(int step) const;
    UserSet usersLost(int step) const;
    int worstStep() const; ///< after which the most are lost, from 0; -1 where nobody is
};

/// A unit is followed through the steps in the order of time. Every event of the first step begins a new attempt; what counts is the
/// attempt that came furthest, the first to come so far. Its times give the medians. Events of one moment count in the order of the log.
/// InvalidInput for fewer than 2 or more than 12 steps or a word that is no kind, with those that are named.
Result<FunnelResult> funnel(const UserEventLog &log, const FunnelRequest &request, const UserSet *users, JobContext &job);

/// Puts the ids of items and categories that steps name into them. NotFound with the nearest keys.
Result<void> findFunnelThings(Workspace &workspace, FunnelRequest &request);

/// Steps to begin with: view, cart, favourite and purchase as far as the log has them; what is done most often, twice, where it has
/// only one kind.
QStringList usualFunnel(const UserEventLog &log);

/// "30min", "12h", "7d", "2w" as milliseconds.
Result<qint64> durationFromText(const QString &text);
/// "3 min", "2.1 h", "4.5 d" for people; empty for NaN.
QString durationText(double ms);

} // namespace foretrail
