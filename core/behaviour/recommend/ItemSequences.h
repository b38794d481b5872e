#pragma once

#include "core/data/InteractionLog.h"

#include <span>

namespace foretrail {

/// What counts as one sequence of items. Auto: sessions where the log names any, else users cut where they paused for half an
/// hour, else (no clock) users.
enum class SequenceRule { Auto, Sessions, Pauses, Users };

/// Sequences of items, one behind the other in flat arrays; the sequence that ended first comes first. A step is one item; where
/// something else was done with the same item straight after (looked at, put into the cart, bought) it is the same step.
struct ItemSequences {
    std::vector<quint32> items;
    std::vector<UtcMs> times;        ///< of each step, or its place in the order
    std::vector<ItemAction> actions; ///< the last of the step
    std::vector<size_t> starts{0};   ///< of each sequence, and the end of the last one
    std::vector<quint32> users;      ///< of each sequence; 0: not known
    quint32 itemCount = 0;           ///< items are 0 .. itemCount - 1, those without a step included
    bool hasClock = true;

    size_t count() const { return starts.size() - 1; }
    size_t length(size_t sequence) const { return starts[sequence + 1] - starts[sequence]; }
    std::span<const quint32> itemsOf(size_t sequence) const { return {items.data() + starts[sequence], length(sequence)}; }
    UtcMs endOf(size_t sequence) const { return times[starts[sequence + 1] - 1]; } ///< of one with steps
    /// Appends steps [from, to) of a sequence of `other`; nothing where there are none.
    void append(const ItemSequences &other, size_t sequence, size_t from, size_t to);
    void add(quint32 item, UtcMs time, ItemAction action); ///< a step of the sequence that close() ends
    void close(quint32 user);
    /// An empty one with the same items and clock.
    ItemSequences emptyLike() const;
    /// Puts the sequences in the order of their last steps.
    void sortByEnd();
};

/// Auto becomes the rule that fits the log.
SequenceRule fittingRule(const InteractionLog &log, SequenceRule rule);

/// Events without the session or the user that the rule asks for are left out, and so are those of robots. Cancelled.
Result<ItemSequences> sequencesOf(const InteractionLog &log, SequenceRule rule, JobContext &job);

/// Why there are no sequences, where robots are left out.
Error nothingButRobots(const RobotUsers &robots);

/// The longest gap inside of a visit, where sequences are cut by pauses.
inline constexpr qint64 longestPauseMs = 30 * 60 * 1000;

} // namespace foretrail
