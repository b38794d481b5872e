#pragma once

#include "core/base/Ids.h"

#include <algorithm>
#include <vector>

namespace foretrail {

/// Some users of a workspace, each once, ascending: a segment, or those behind a number.
class UserSet {
public:
    UserSet() = default;
    explicit UserSet(std::vector<qint64> users) : m_users(std::move(users))
    {
        std::sort(m_users.begin(), m_users.end());
        m_users.erase(std::unique(m_users.begin(), m_users.end()), m_users.end());
    }

    const std::vector<qint64> &users() const { return m_users; }
    qint64 count() const { return qint64(m_users.size()); }
    bool contains(UserId user) const { return std::binary_search(m_users.begin(), m_users.end(), user.value); }

    bool operator==(const UserSet &) const = default;

private:
    std::vector<qint64> m_users;
};

} // namespace foretrail
