#include "core/data/OrderCount.h"

namespace foretrail {

std::string kindList(Connection &connection, std::string_view meaning)
{
    std::string list;
    Statement kinds = connection.prepare("SELECT id FROM kinds WHERE meaning = ?");
    kinds.bind(1, meaning);
    while (kinds.step())
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
