#pragma once

#include "core/behaviour/recommend/ItemSequences.h"

#include <limits>

namespace foretrail {

/// Of whom a log is asked: the row of a user, or of a session.
struct Shopper {
    quint32 user = 0;    ///< 0: it is a session
    quint32 session = 0;
};

/// No time limit.
inline constexpr UtcMs endOfTime = std::numeric_limits<UtcMs>::max();

/// What one shopper did, or what happened in one session, oldest first; a step at a time as ItemSequences counts them.
struct ShopperHistory {
    ItemSequences steps;
    quint32 user = 0;
    std::vector<quint32> bought; ///< items, each once, ascending
    std::vector<quint32> seen;   ///< all items of the history, bought ones too
    std::span<const quint32> items() const { return steps.items; }
};

/// The log of a shop, read once, with what each user and each session did to be had at once: 32 bytes an event. Never changed after
/// it was made; any number of threads may ask.
class ShopLog {
public:
    /// TooShort where no event names an item, or nobody's steps follow each other. Cancelled.
    static Result<std::shared_ptr<const ShopLog>> read(ShopData &data, JobContext &job);
    static Result<std::shared_ptr<const ShopLog>> of(InteractionLog log, JobContext &job);

    const InteractionLog &log() const { return m_log; }
    /// Sequences by the rule that fits the log; all that models learn from.
    const std::shared_ptr<const ItemSequences> &sequences() const { return m_sequences; }
    /// The same, of the events before `until` alone. TooShort where there are none.
    Result<std::shared_ptr<const ItemSequences>> sequencesBefore(UtcMs until, JobContext &job) const;
    /// Events before `until`.
    ShopperHistory historyOf(const Shopper &shopper, UtcMs until = endOfTime) const;
    /// Events of a user, oldest first: places in log().events.
    std::span<const quint32> eventsOf(const Shopper &shopper) const;
    quint32 itemCount() const { return quint32(m_log.itemCount()); }
    UtcMs firstTime() const { return m_log.events.front().time; }
    UtcMs lastTime() const { return m_log.events.back().time; }
    UtcMs lastSeenOf(quint32 item) const { return m_lastSeen[item]; } ///< smallest number where it has no event
    bool hasPurchases() const { return m_hasPurchases; }
    /// The place of a key; NotFound with the nearest ones that begin like it.
    Result<quint32> itemOf(const QString &key) const;
    Result<quint32> categoryOf(const QString &key) const;

private:
    /// Places of events by a row, by a counting sort.
    struct Index {
        std::vector<quint32> starts{0};
        std::vector<quint32> places;
        std::span<const quint32> of(quint32 row) const;
    };
    static Index indexBy(const InteractionLog &log, quint32 InteractionLog::Event::*row);

    InteractionLog m_log;
    std::shared_ptr<const ItemSequences> m_sequences;
    Index m_byUser, m_bySession;
    QHash<QString, quint32> m_items, m_categories;
    std::vector<UtcMs> m_lastSeen;
    bool m_hasPurchases = false;
};

} // namespace foretrail
