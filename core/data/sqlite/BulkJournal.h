#pragma once

#include "core/data/sqlite/GatheredWrites.h"

#include <optional>

namespace foretrail {

/// While it lives, changes go straight into the file, guarded by a rollback journal, instead of through the write-ahead log:
/// what is appended to a new file is then written once, not twice. As safe, but others cannot read meanwhile. Stays with the
/// log where the file is open elsewhere. Made and ended outside of transactions.
class BulkJournal {
public:
    explicit BulkJournal(Connection &connection);
    ~BulkJournal();
    BulkJournal(const BulkJournal &) = delete;
    BulkJournal &operator=(const BulkJournal &) = delete;

private:
    Connection &m_connection;
    bool m_isOn = false;
    std::optional<GatheredWrites> m_writes;
};

} // namespace foretrail
