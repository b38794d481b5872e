#include "core/behaviour/intent/IntentFeatures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

namespace foretrail {
namespace {

constexpr size_t mostEventsSeen = 5000; ///< of a user, the latest: robots have a hundred thousand
constexpr std::array windows{1.0, 7.0, 30.0}; ///< days
constexpr double openFor = 3;                 ///< days
constexpr double viewsBeforePurchase = 40; ///< for one purchase, where nothing is known of a user

double daysBetween(UtcMs from, UtcMs to) { return double(to - from) / double(dayMs); }

/// Goes once over what a user did before a moment.
class UserLook {
public:
    UserLook(std::span<const ShopperEvent> past, UtcMs moment, LogCalendar &calendar) : m_past(past), m_moment(moment), m_calendar(calendar) { look(); }
    void write(double *x) const;

private:
    void look();
    void lookAt(const ShopperEvent &event);
    double openCount(const std::unordered_map<quint32, UtcMs> &marked) const;
    double usualGap() const;
    double overdue() const;

    std::span<const ShopperEvent> m_past;
    UtcMs m_moment;
    LogCalendar &m_calendar;
    std::array<std::array<double, windows.size()>, 4> m_counts{}; ///< view, cart, favourite, purchase
    double m_views = 0, m_purchases = 0, m_spent = 0, m_mostOfOne = 0;
    std::vector<qint64> m_days, m_purchaseDays; ///< ascending
    UtcMs m_lastPurchase = 0;
    std::unordered_map<quint32, UtcMs> m_carts, m_favourites; ///< when, by item
    std::unordered_map<quint32, int> m_viewsOfDay;
    std::unordered_set<quint32> m_categoriesOfDay;
};

size_t groupOf(ItemAction action)
{
    switch (action) {
    case ItemAction::Cart: return 1;
    case ItemAction::Favourite: return 2;
    case ItemAction::Purchase: return 3;
    case ItemAction::View:
    case ItemAction::Other: break;
    }
    return 0;
}

void addDay(std::vector<qint64> &days, qint64 day)
{
    if (days.empty() || days.back() != day)
        days.push_back(day);
}

void UserLook::lookAt(const ShopperEvent &event)
{
    const double age = daysBetween(event.time, m_moment);
    const size_t group = groupOf(event.action);
    for (size_t w = 0; w < windows.size(); ++w)
        m_counts[group][w] += age <= windows[w] ? 1 : 0;
    if (group == 1 || group == 2)
        (group == 1 ? m_carts : m_favourites)[event.item] = event.time;
    if (group == 0) {
        m_views += 1;
        if (age <= 1) {
            m_mostOfOne = std::max(m_mostOfOne, double(++m_viewsOfDay[event.item]));
            m_categoriesOfDay.insert(event.category);
        }
    }
    const qint64 day = m_calendar.dayOf(event.time);
    addDay(m_days, day);
    if (group != 3)
        return;
    addDay(m_purchaseDays, day);
    m_purchases += 1;
    m_spent += event.amount > 0 ? double(event.amount) : 0;
    m_lastPurchase = event.time;
    m_carts.erase(event.item);
    m_favourites.erase(event.item);
}

void UserLook::look()
{
    for (const ShopperEvent &event : m_past.last(std::min(m_past.size(), mostEventsSeen)))
        lookAt(event);
}

double UserLook::openCount(const std::unordered_map<quint32, UtcMs> &marked) const
{
    return double(std::count_if(marked.begin(), marked.end(), [this](const auto &one) { return daysBetween(one.second, m_moment) <= openFor; }));
}

double UserLook::usualGap() const
{
    std::vector<double> gaps;
    for (size_t i = 1; i < m_purchaseDays.size(); ++i)
        gaps.push_back(double(m_purchaseDays[i] - m_purchaseDays[i - 1]));
    std::nth_element(gaps.begin(), gaps.begin() + std::ptrdiff_t(gaps.size() / 2), gaps.end());
    return gaps[gaps.size() / 2];
}

/// ln of the silence over the usual gap, both with half a day more; 0 where there is no gap.
double UserLook::overdue() const
{
    if (m_purchaseDays.size() < 2)
        return 0;
    return std::clamp(std::log((daysBetween(m_lastPurchase, m_moment) + 0.5) / (usualGap() + 0.5)), -3.0, 3.0);
}

void UserLook::write(double *x) const
{
    for (const auto &group : m_counts)
        for (const double count : group)
            *x++ = std::log1p(count);
    const double watched = m_past.empty() ? 0 : double(m_calendar.dayOf(m_moment - 1) - m_days.front() + 1);
    *x++ = std::log1p(m_purchases);
    *x++ = (double(m_purchaseDays.size()) + 0.5) / (watched + 3);
    *x++ = (double(m_purchaseDays.size()) + 0.5) / (double(m_days.size()) + 3);
    *x++ = double(m_days.size()) / (watched + 1);
    *x++ = (m_purchases + 1) / (m_views + viewsBeforePurchase);
    const double sinceFirst = m_past.empty() ? 0 : daysBetween(m_past.front().time, m_moment);
    *x++ = m_past.empty() ? std::log1p(365) : std::log1p(daysBetween(m_past.back().time, m_moment));
    *x++ = m_purchases > 0 ? std::log1p(daysBetween(m_lastPurchase, m_moment)) : std::log1p(sinceFirst);
    *x++ = m_purchases > 0 ? 0 : 1;
    *x++ = overdue();
    *x++ = std::log1p(sinceFirst);
    *x++ = std::log1p(openCount(m_carts));
    *x++ = std::log1p(openCount(m_favourites));
    *x++ = std::log1p(m_mostOfOne);
    *x++ = std::log1p(double(m_categoriesOfDay.size()));
    *x++ = std::log1p(m_spent);
}

constexpr size_t userFeatures = 27;
constexpr size_t sessionFeatures = 9;

void writeVisit(std::span<const ShopperEvent> visit, LogCalendar &calendar, double *x)
{
    std::array<double, 4> counts{};
    std::unordered_set<quint32> items;
    double repeats = 0;
    for (const ShopperEvent &event : visit) {
        counts[groupOf(event.action)] += 1;
        repeats += event.item != 0 && !items.insert(event.item).second ? 1 : 0;
    }
    const auto minutes = [](UtcMs from, UtcMs to) { return double(to - from) / 60'000; };
    const double hour = double(calendar.wall(visit.back().time) % dayMs) / double(dayMs) * 6.283185307179586;
    *x++ = std::log1p(double(visit.size()));
    *x++ = std::log1p(counts[1]);
    *x++ = std::log1p(counts[2]);
    *x++ = std::log1p(double(items.size()));
    *x++ = std::log1p(repeats);
    *x++ = std::log1p(minutes(visit.front().time, visit.back().time));
    *x++ = visit.size() > 1 ? std::log1p(minutes(visit[visit.size() - 2].time, visit.back().time)) : 0;
    *x++ = -std::sin(hour);
    *x++ = -std::cos(hour);
}

} // namespace

size_t intentFeatureCount() { return userFeatures + sessionFeatures; }

std::vector<double> featuresOf(std::span<const ShopperEvent> events, const IntentExample &example, LogCalendar &calendar)
{
    std::vector<double> x(intentFeatureCount(), 0);
    const auto known = events.first(example.events);
    const auto past = known.first(example.visit);
    const UtcMs moment = example.visit < example.events ? known[example.visit].time : example.moment;
    UserLook(past, moment, calendar).write(x.data());
    if (example.visit < example.events)
        writeVisit(known.subspan(example.visit), calendar, x.data() + userFeatures);
    return x;
}

FeatureRows featureRows(const ShopperLog &log, const std::vector<IntentExample> &examples, const JobContext &job)
{
    LogCalendar calendar(log);
    FeatureRows rows{intentFeatureCount(), {}};
    rows.values.reserve(examples.size() * rows.width);
    for (const IntentExample &example : examples) {
        if (job.stopRequested())
            break;
        const std::vector<double> x = featuresOf(log.of(example.user), example, calendar);
        rows.values.insert(rows.values.end(), x.begin(), x.end());
    }
    return rows;
}

} // namespace foretrail
