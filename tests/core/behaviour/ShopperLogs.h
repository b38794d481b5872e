#pragma once

#include "core/data/ShopperLog.h"

#include <QDate>
#include <QDateTime>

#include <algorithm>
#include <random>

namespace foretrail::test {

/// Noon of a day of 2024 (UTC), counted from 0.
inline UtcMs noon(int day, int minutes = 0)
{
    return QDateTime(QDate(2024, 1, 1).addDays(day), QTime(12, 0), QTimeZone::utc()).toMSecsSinceEpoch() + minutes * 60'000LL;
}
inline UtcMs midnight(int day) { return noon(day) - 12 * 3'600'000LL; }

inline ShopperEvent did(ItemAction action, UtcMs time, quint32 item = 1)
{
    ShopperEvent event;
    event.time = time;
    event.item = item;
    event.category = item % 7 + 1;
    event.amount = action == ItemAction::Purchase ? 10 : missing;
    event.action = action;
    return event;
}

/// One list of events a user.
inline ShopperLog logOf(std::vector<std::vector<ShopperEvent>> users)
{
    ShopperLog log;
    log.timeZone = QStringLiteral("UTC");
    log.firstTime = std::numeric_limits<UtcMs>::max();
    log.lastTime = std::numeric_limits<UtcMs>::min();
    for (size_t user = 0; user < users.size(); ++user) {
        if (users[user].empty())
            continue;
        std::stable_sort(users[user].begin(), users[user].end(), [](const auto &a, const auto &b) { return a.time < b.time; });
        log.events.insert(log.events.end(), users[user].begin(), users[user].end());
        log.starts.push_back(log.events.size());
        log.users.push_back(UserId{qint64(user) + 1});
        log.firstTime = std::min(log.firstTime, users[user].front().time);
        log.lastTime = std::max(log.lastTime, users[user].back().time);
    }
    return log;
}

/// 300 shoppers over 30 days. Each has a propensity; who puts something into the cart on a day buys it on the next with one half, and
/// nobody else buys. `seed` changes all.
inline std::vector<std::vector<ShopperEvent>> cartShoppers(unsigned seed, int users = 300, int days = 30)
{
    std::mt19937_64 random(seed);
    const auto chance = [&random](double p) { return double(random() >> 11) * 0x1.0p-53 < p; };
    std::vector<std::vector<ShopperEvent>> all;
    for (int user = 0; user < users; ++user) {
        std::vector<ShopperEvent> events;
        const double busy = 0.1 + 0.5 * user / users;
        bool hasCart = false;
        for (int day = 0; day < days; ++day) {
            const quint32 item = quint32(1 + random() % 50);
            if (hasCart && chance(0.5))
                events.push_back(did(ItemAction::Purchase, noon(day, 5), item));
            hasCart = false;
            if (!chance(busy))
                continue;
            events.push_back(did(ItemAction::View, noon(day, 30), item));
            hasCart = chance(0.3);
            if (hasCart)
                events.push_back(did(ItemAction::Cart, noon(day, 40), item));
        }
        all.push_back(std::move(events));
    }
    return all;
}

} // namespace foretrail::test
