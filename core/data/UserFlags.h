#pragma once

#include "core/data/UserSet.h"

namespace foretrail {

/// Whether each UserId is in the set, by its number; for asking millions of times.
class UserFlags {
public:
    explicit UserFlags(const UserSet *users) : m_isEverybody(users == nullptr) ///< nullptr: everybody
    {
        if (!users || users->users().empty())
            return;
        m_isIn.resize(size_t(users->users().back()) + 1);
        for (const qint64 user : users->users())
            if (user >= 0)
                m_isIn[size_t(user)] = true;
    }
    bool contains(quint32 user) const { return m_isEverybody || (user < m_isIn.size() && m_isIn[user]); }

private:
    bool m_isEverybody;
    std::vector<bool> m_isIn;
};

} // namespace foretrail
