#pragma once

#include "core/data/CredibleTimes.h"
#include "core/data/figures/EventRecords.h"

#include <span>

namespace foretrail {

/// How often gaps of so many days came, quickly counted.
class GapTally {
public:
    void add(qint32 days, qint64 times = 1)
    {
        if (size_t(days) < m_short.size())
            m_short[size_t(days)] += times;
        else
            m_long[days] += times;
    }
    void add(const GapCounts &counts)
    {
        for (const auto &[days, times] : counts)
            add(days, times);
    }
    GapCounts counts() const; ///< those that came at all

private:
    std::array<qint64, 4096> m_short{};
    GapCounts m_long;
};

/// Walks over the events of one user after the other and says their figures. One belongs to one thread.
class UserWalk {
public:
    /// `span`: times outside of it are by a wrong clock.
    UserWalk(const ZoneClock &clock, DaySpan span, qint64 sessionGapMs) : m_clock(clock), m_span(span), m_gapMs(sessionGapMs) {}

    /// Events of one user, oldest first. Gaps are counted `sign` times.
    UserFigures figures(std::span<const EventRecord> events, int sign = 1);
    const GapTally &purchaseGaps() const { return m_purchaseGaps; }
    const GapTally &visitGaps() const { return m_visitGaps; }

private:
    void count(const EventRecord &event);
    void addTime(const EventRecord &event);
    void addDay(qint32 day, bool isPurchase);
    void addToSession(const EventRecord &event);
    void closeSession();
    void addRhythm(UtcMs time, qint32 day, int hour);
    void finish();

    ZoneClock m_clock;
    DaySpan m_span;
    qint64 m_gapMs;
    GapTally m_purchaseGaps, m_visitGaps;

    UserFigures m_now;
    int m_sign = 1;
    std::vector<quint32> m_items, m_boughtItems, m_categories, m_boughtCategories, m_sessions, m_orders;
    UtcMs m_sessionStart = 0, m_sessionEnd = 0;
    quint32 m_session = 0;
    qint64 m_runs = 0, m_runMs = 0;   ///< stretches of one session, and how long they took
    UtcMs m_moment = 0, m_minute = 0; ///< of the rhythm
    qint64 m_inMinute = 0, m_mostInMinute = 0;
    qint32 m_hoursDay = 0;
    quint32 m_dayHours = 0;
    int m_mostHours = 0;
};

} // namespace foretrail
