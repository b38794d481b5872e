#pragma once

#include "tests/core/data/EventBuilder.h"

namespace foretrail::test {

/// Ten users over 60 days: each looks at something every few days, and buys every third time.
inline std::vector<TestEvent> sixtyDays()
{
    std::vector<TestEvent> events;
    const QDateTime start(QDate(2024, 1, 1), QTime(8, 0), QTimeZone::utc());
    for (int user = 0; user < 10; ++user) {
        for (int visit = 0; visit * (2 + user % 4) < 60; ++visit) {
            const QDateTime time = start.addDays(visit * (2 + user % 4)).addSecs(user * 600);
            const std::string item = "i" + std::to_string((user + visit * visit) % 7);
            const auto add = [&](const char *kind, int minutes, double amount) {
                events.push_back({time.addSecs(minutes * 60).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")), "u" + std::to_string(user), item, kind, {}, "c" + item.substr(1), missing, amount, {}});
            };
            add("view", 0, missing);
            if (visit % 2 == 0)
                add("cart", 3, missing);
            if (visit % 3 == 0)
                add("purchase", 5, 10 + user);
        }
    }
    return events;
}

} // namespace foretrail::test
