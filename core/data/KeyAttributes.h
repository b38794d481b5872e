#pragma once

#include "core/data/FactWriter.h"
#include "core/data/sqlite/Connection.h"

namespace foretrail {

/// Stores what tables say of keys (key_attributes) for one import, by its policy on conflicts.
class KeyAttributes {
public:
    KeyAttributes(Connection &connection, qint64 import, ConflictPolicy policy);

    /// Conflict: the key has another value, which was kept. Fails with ConflictPolicy::Abort.
    Result<Stored> add(std::string_view dimension, std::string_view key, std::string_view name, std::string_view value);

private:
    void bindKey(Statement &statement, std::string_view dimension, std::string_view key, std::string_view name) const;

    qint64 m_import;
    ConflictPolicy m_policy;
    Statement m_insert, m_read, m_aside, m_update;
};

} // namespace foretrail
