#include "core/data/OrderCount.h"

#include "core/data/EventKinds.h"

namespace foretrail {

std::string purchaseKindList(Connection &connection)
{
    std::string list;
    Statement kinds = connection.prepare("SELECT id, key FROM kinds");
    while (kinds.step())
        if (isPurchaseKind(kinds.view(1)))
            list += (list.empty() ? "" : ",") + std::to_string(kinds.integer(0));
    return "(" + (list.empty() ? "0" : list) + ")";
}

OrderCount::OrderCount(Connection &connection)
    : m_count(connection.prepare("SELECT count(DISTINCT session_id) + count(*) - count(session_id) FROM events "
                                 "WHERE user_id = ? AND kind_id IN " + purchaseKindList(connection)))
{
}

qint64 OrderCount::ofUser(qint64 user)
{
    m_count.reset();
    m_count.bind(1, user);
    return m_count.step() ? m_count.integer(0) : 0;
}

} // namespace foretrail
