#pragma once

#include "core/data/sqlite/Connection.h"

#include <memory>

namespace foretrail {

/// While it lives, what a connection writes to its file one page behind the other goes to the system some pages at once: a call
/// for every page takes a tenth of the time of a large load. Whatever SQLite reads, or wants to be on the disk or to be seen by
/// others, is written before. What a kill loses is what SQLite had not asked to be on the disk yet.
/// For a file that nobody else reads meanwhile; made and ended outside of transactions.
class GatheredWrites {
public:
    explicit GatheredWrites(Connection &connection);
    ~GatheredWrites();
    GatheredWrites(const GatheredWrites &) = delete;
    GatheredWrites &operator=(const GatheredWrites &) = delete;

private:
    struct Methods;
    sqlite3_file *m_file = nullptr;
    std::unique_ptr<Methods> m_methods;
};

} // namespace foretrail
