#pragma once

#include "core/data/sqlite/Connection.h"
#include "core/data/figures/EventRecord.h"
#include "core/data/figures/UserFigures.h"

#include <unordered_map>

namespace foretrail {

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
