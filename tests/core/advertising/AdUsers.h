#pragma once

#include "core/advertising/AdSimulator.h"

namespace foretrail::test {

/// So many users with `width` features: 1, then numbers from 0 to 1.
inline std::vector<AdContext> adUsers(int count, int width, quint64 seed = 7)
{
    SampleRandom random(seed);
    std::vector<AdContext> users;
    for (int user = 0; user < count; ++user) {
        std::vector<double> features{1};
        while (int(features.size()) < width)
            features.push_back(random.uniform());
        users.push_back({std::move(features), {}, {}});
    }
    return users;
}

/// 300 users, 4 items: item a is liked by those whose feature a + 1 is high.
inline AdSimulator fourItems(quint64 seed = 3)
{
    constexpr int users = 300, width = 5;
    return {adUsers(users, width), ClickTruth::planted(width, {1, 2, 3, 4}, seed)};
}

inline PolicySettings policyNamed(const char *name)
{
    PolicySettings settings;
    settings.name = QString::fromLatin1(name);
    return settings;
}

} // namespace foretrail::test
