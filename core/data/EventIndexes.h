#pragma once

#include "core/data/sqlite/Connection.h"

#include <string>
#include <vector>

namespace foretrail {

/// The secondary indexes of events, out of the way while many rows move: keeping them costs more than building them again.
/// Inside a transaction, which brings them back when it is rolled back.
class EventIndexes {
public:
    explicit EventIndexes(Connection &connection) : m_connection(connection) {}
    /// Drops them where `moving` rows are many beside all that are stored.
    void dropFor(qint64 moving);
    bool areInUse() const { return m_dropped.empty(); }
    /// An index by fingerprint for as long as this work lasts.
    void addByFingerprint();
    /// Builds what was dropped and drops what was added.
    void restore();

private:
    Connection &m_connection;
    std::vector<std::string> m_dropped; ///< the statements that build them
    bool m_hasFingerprints = false;
};

} // namespace foretrail
