#include "core/data/figures/UserWalk.h"

#include "core/data/quality/RobotSearch.h"

#include <algorithm>
#include <limits>

namespace foretrail {
namespace {

constexpr qint64 walkMinuteMs = 60'000;

void pushOther(std::vector<quint32> &ids, quint32 id)
{
    if (id != 0 && (ids.empty() || ids.back() != id))
        ids.push_back(id);
}

quint32 distinctOf(std::vector<quint32> &ids)
{
    std::ranges::sort(ids);
    return quint32(std::unique(ids.begin(), ids.end()) - ids.begin());
}

/// Of ids in ascending order; of several that are as frequent the lowest. 0: there are none.
quint32 mostFrequent(const std::vector<quint32> &ids)
{
    quint32 best = 0;
    size_t most = 0;
    for (size_t i = 0; i < ids.size();) {
        size_t end = i;
        while (end < ids.size() && ids[end] == ids[i])
            ++end;
        if (end - i > most) {
            most = end - i;
            best = ids[i];
        }
        i = end;
    }
    return best;
}

quint32 favouriteOf(std::vector<quint32> &bought, std::vector<quint32> &met)
{
    std::vector<quint32> &ids = bought.empty() ? met : bought;
    std::ranges::sort(ids);
    return mostFrequent(ids);
}

} // namespace

GapCounts GapTally::counts() const
{
    GapCounts counts;
    for (size_t days = 0; days < m_short.size(); ++days)
        if (m_short[days] != 0)
            counts.emplace(qint32(days), m_short[days]);
    for (const auto &[days, times] : m_long)
        if (times != 0)
            counts.emplace(days, times);
    return counts;
}

UserFigures UserWalk::figures(std::span<const EventRecord> events, int sign)
{
    m_now = {};
    m_sign = sign;
    m_session = 0;
    m_runs = m_runMs = 0;
    m_inMinute = m_mostInMinute = m_mostHours = 0;
    m_dayHours = 0;
    for (auto *ids : {&m_items, &m_boughtItems, &m_categories, &m_boughtCategories, &m_sessions, &m_orders})
        ids->clear();
    for (const EventRecord &event : events)
        count(event);
    finish();
    return m_now;
}

void UserWalk::count(const EventRecord &event)
{
    ++m_now.events;
    m_now.value += event.amount;
    const EventMeaning meaning = event.meaning();
    switch (meaning) {
    case EventMeaning::View: ++m_now.views; break;
    case EventMeaning::Cart: ++m_now.carts; break;
    case EventMeaning::Favourite: ++m_now.favourites; break;
    case EventMeaning::Purchase: ++m_now.purchases; break;
    case EventMeaning::Return: ++m_now.returns; break;
    case EventMeaning::Adjustment:
    case EventMeaning::Other: break;
    }
    const bool isPurchase = meaning == EventMeaning::Purchase;
    if (event.item != 0)
        (isPurchase ? m_boughtItems : m_items).push_back(event.item);
    if (event.category != 0)
        (isPurchase ? m_boughtCategories : m_categories).push_back(event.category);
    pushOther(m_sessions, event.session);
    if (isPurchase && event.session == 0)
        ++m_now.orders;
    else if (isPurchase)
        pushOther(m_orders, event.session);
    if (event.hasClock())
        addTime(event);
}

void UserWalk::addTime(const EventRecord &event)
{
    const WallMs wall = m_clock.toWall(event.time);
    const auto day = qint32(EventRecordReader::floorToDay(wall));
    if (!m_span.holds(day)) {
        m_now.strayEvents = quint16(std::min<int>(m_now.strayEvents + 1, std::numeric_limits<quint16>::max()));
        return;
    }
    const auto hour = int((wall - qint64(day) * dayMs) / hourMs);
    m_now.hours |= 1U << hour;
    m_now.weekdays |= quint8(1U << (((day + 3) % 7 + 7) % 7)); // 1970-01-01 was a Thursday
    if (m_now.activeDays == 0)
        m_now.firstSeen = event.time;
    m_now.lastSeen = event.time;
    addRhythm(event.time, day, hour);
    addToSession(event);
    addDay(day, event.meaning() == EventMeaning::Purchase);
}

void UserWalk::addDay(qint32 day, bool isPurchase)
{
    if (m_now.activeDays == 0 || day != m_now.lastVisit) {
        if (m_now.activeDays++ == 0)
            m_now.firstVisit = day;
        else
            m_visitGaps.add(m_now.visitGap = day - m_now.lastVisit, m_sign);
        m_now.lastVisit = day;
    }
    if (!isPurchase || (m_now.purchaseDays > 0 && day == m_now.lastDay))
        return;
    if (m_now.purchaseDays++ == 0)
        m_now.firstDay = day;
    else
        m_purchaseGaps.add(m_now.lastGap = day - m_now.lastDay, m_sign);
    m_now.lastDay = day;
}

void UserWalk::addToSession(const EventRecord &event)
{
    const bool isFirst = m_runs == 0;
    const bool goesOn = !isFirst && event.session == m_session && (event.session != 0 || event.time - m_sessionEnd <= m_gapMs);
    if (!goesOn) {
        closeSession();
        m_session = event.session;
        m_sessionStart = event.time;
        ++m_runs;
        m_now.sessions += event.session == 0 ? 1 : 0; // those with an id are counted once at the end
    }
    m_sessionEnd = event.time;
}

void UserWalk::closeSession()
{
    if (m_runs > 0)
        m_runMs += m_sessionEnd - m_sessionStart;
}

// As core/data/quality/RobotSearch judges.
void UserWalk::addRhythm(UtcMs time, qint32 day, int hour)
{
    if (m_now.activeDays > 0 && time == m_moment)
        return;
    if (m_now.activeDays == 0 || time >= m_minute + walkMinuteMs) {
        m_minute = time - ((time % walkMinuteMs) + walkMinuteMs) % walkMinuteMs;
        m_inMinute = 0;
        if (m_now.activeDays == 0 || day != m_hoursDay)
            m_hoursDay = day, m_dayHours = 0;
        m_dayHours |= 1U << hour;
        m_mostHours = std::max(m_mostHours, std::popcount(m_dayHours));
    }
    m_moment = time;
    m_mostInMinute = std::max(m_mostInMinute, ++m_inMinute);
}

void UserWalk::finish()
{
    closeSession();
    if (m_runs > 0)
        m_now.sessionMinutes = float(double(m_runMs) / double(m_runs) / double(walkMinuteMs));
    m_now.sessions += distinctOf(m_sessions);
    m_now.orders += distinctOf(m_orders);
    m_now.isRobot = m_mostInMinute > mostMomentsInMinute || m_mostHours > mostHoursInDay;
    m_now.item = favouriteOf(m_boughtItems, m_items);
    m_now.category = favouriteOf(m_boughtCategories, m_categories);
    m_items.insert(m_items.end(), m_boughtItems.begin(), m_boughtItems.end());
    m_now.items = distinctOf(m_items);
}

} // namespace foretrail
