#pragma once

#include "core/data/CredibleTimes.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace foretrail {

/// Puts events (with a member `time`) in the order of time; of one moment in that of `positions`, one an event or empty where the
/// log has none, then in that of the log.
template<class Event>
void sortByTime(std::vector<Event> &events, const std::vector<qint64> &positions)
{
    if (positions.empty()) {
        const auto isEarlier = [](const Event &a, const Event &b) { return a.time < b.time; };
        if (!std::is_sorted(events.begin(), events.end(), isEarlier))
            std::stable_sort(events.begin(), events.end(), isEarlier);
        return;
    }
    std::vector<quint32> order(events.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto isEarlier = [&](quint32 a, quint32 b) {
        return events[a].time != events[b].time ? events[a].time < events[b].time : positions[a] < positions[b];
    };
    if (std::is_sorted(order.begin(), order.end(), isEarlier))
        return;
    std::stable_sort(order.begin(), order.end(), isEarlier);
    std::vector<Event> sorted;
    sorted.reserve(events.size());
    for (const quint32 place : order)
        sorted.push_back(events[place]);
    events = std::move(sorted);
}

/// Leaves out events outside of the times; they are in the order of time.
template<class Events>
void leaveOutStrays(Events &events, const CredibleTimes &times)
{
    using Event = typename Events::value_type;
    const auto isBefore = [](const Event &event, UtcMs time) { return event.time < time; };
    const auto isBehind = [](UtcMs time, const Event &event) { return time < event.time; };
    events.erase(std::upper_bound(events.begin(), events.end(), times.last, isBehind), events.end());
    events.erase(events.begin(), std::lower_bound(events.begin(), events.end(), times.first, isBefore));
}

/// What every log does once its events are read: puts them in order and, where there is a clock, leaves out those of a wrong one. Cancelled.
template<class Log>
Result<void> settleTimes(Connection &connection, Log &log, const std::vector<qint64> &positions, JobContext &job)
{
    sortByTime(log.events, positions);
    if (!log.hasClock)
        return {};
    const Result<CredibleTimes> times = credibleTimes(connection, job);
    if (!times)
        return fail(times.error());
    log.times = *times;
    leaveOutStrays(log.events, log.times);
    return {};
}

} // namespace foretrail
