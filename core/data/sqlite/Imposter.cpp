#include "core/data/sqlite/Imposter.h"

namespace foretrail {

Imposter::Imposter(Connection &connection, std::string_view original, const std::string &definition)
    : m_connection(connection), m_name("imposter_of_" + std::string(original))
{
    Statement find = connection.prepare("SELECT rootpage FROM sqlite_schema WHERE name = ?");
    find.bind(1, original);
    const int page = find.step() ? int(find.integer(0)) : 0;
    find.reset();
    if (page == 0)
        return;
    sqlite3_test_control(SQLITE_TESTCTRL_IMPOSTER, connection.handle(), "main", 1, page);
    const int made = sqlite3_exec(connection.handle(), ("CREATE TABLE " + m_name + definition).c_str(), nullptr, nullptr, nullptr);
    sqlite3_test_control(SQLITE_TESTCTRL_IMPOSTER, connection.handle(), "main", 0, 0);
    if (made != SQLITE_OK)
        return;
    // A library without imposters has made a table of its own.
    const std::string real = "SELECT count(*) FROM sqlite_schema WHERE name = '" + m_name + "'";
    if (connection.integer(real) > 0)
        connection.execute(("DROP TABLE " + m_name).c_str());
    else
        m_isThere = true;
}

Imposter::~Imposter()
{
    // The schema is read anew from the file, which knows nothing of imposters.
    if (m_isThere)
        sqlite3_test_control(SQLITE_TESTCTRL_IMPOSTER, m_connection.handle(), "main", 0, 1);
}

} // namespace foretrail
