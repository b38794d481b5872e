#pragma once

#include "core/data/sqlite/Connection.h"
#include "core/data/figures/UserFigures.h"

#include <array>
#include <unordered_map>

namespace foretrail {

/// What the meaning of a kind is, as a number; the order is that of core/data/KindMeanings.
enum class EventMeaning : quint8 { View, Cart, Favourite, Purchase, Return, Adjustment, Other };

/// What a figure needs of an event, in 32 bytes, so that twenty million fit into memory.
struct EventRecord {
    UtcMs time = 0;
    double amount = 0; ///< 0 where there is none
    quint32 tag = 0;
    quint32 item = 0, category = 0, session = 0; ///< 0: none

    static constexpr quint32 usersInBlock = 4096;
    quint32 user() const { return tag & (usersInBlock - 1); } ///< in its block
    EventMeaning meaning() const { return EventMeaning((tag >> 12) & 7); }
    bool hasClock() const { return tag & 0x8000; }
    bool isNew() const { return tag & 0x10000; }
    static quint32 tagOf(quint32 user, EventMeaning meaning, bool hasClock, bool isNew)
    {
        return (user & (usersInBlock - 1)) | (quint32(meaning) << 12) | (hasClock ? 0x8000U : 0U) | (isNew ? 0x10000U : 0U);
    }
};
static_assert(sizeof(EventRecord) == 32);

/// Rows by day of the calendar. Neighbouring rows are mostly of one day, which is then found without a search.
class DayCounts {
public:
    void add(DayNumber day)
    {
        if (day != m_day || !m_count) {
            m_day = day;
            m_count = &m_counts[day];
        }
        ++*m_count;
    }
    std::map<DayNumber, qint64> counts() const { return {m_counts.begin(), m_counts.end()}; }

private:
    std::unordered_map<DayNumber, qint64> m_counts;
    DayNumber m_day = 0;
    qint64 *m_count = nullptr;
};

/// Turns rows of events into records: knows the meanings of kinds, the calendar, and the imports without a clock.
class EventRecordReader {
public:
    explicit EventRecordReader(Connection &connection);
    /// What a statement selects for record(): "time, user_id, ..." in the order that record() reads.
    static const char *columns();
    EventRecord record(const Statement &row, bool isNew) const;
    DayNumber dayOf(UtcMs time) { return floorToDay(m_clock.toWall(time)); }
    ZoneClock &clock() { return m_clock; }

    static DayNumber floorToDay(WallMs wall) { return wall >= 0 ? wall / dayMs : -((-wall + dayMs - 1) / dayMs); }

private:
    std::vector<EventMeaning> m_meanings; ///< by kind
    std::vector<char> m_isClockless;      ///< by import; empty: none is
    ZoneClock m_clock;
};

} // namespace foretrail
