#pragma once

#include "core/data/sqlite/Connection.h"

#include <string_view>

namespace foretrail {

/// Ids of the kinds with this meaning, as a list for SQL: "(1,4)"; "(0)" where there is none.
std::string kindList(Connection &connection, std::string_view meaning);
inline std::string purchaseKindList(Connection &connection) { return kindList(connection, "purchase"); }

/// Counts the orders of single users from their events: distinct sessions with a purchase, and purchases without one.
class OrderCount {
public:
    explicit OrderCount(Connection &connection);
    qint64 ofUser(qint64 user);

private:
    Statement m_count;
};

} // namespace foretrail
