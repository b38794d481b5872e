#pragma once

#include "core/data/sqlite/Connection.h"

#include <memory>
#include <string>
#include <vector>

namespace foretrail {

/// The row ids of the texts of one dimension: looked up in memory, and written when new. Row ids only grow.
/// Reads what is stored when first asked, so an unused dimension costs nothing.
class KeyInterner {
public:
    /// `load` selects id and key of what is stored, in any order; `insert` takes the key as ?1.
    KeyInterner(Connection &connection, std::string load, std::string insert);

    struct Found { qint64 id = 0; bool isNew = false; };
    /// The key must not be empty.
    Found find(std::string_view key);
    /// The largest id that was stored before this load; later ones are of this load.
    qint64 lastStoredId() { load(); return m_lastStored; }
    qint64 lastId() { load(); return m_last; }

private:
    struct Slot {
        const char *text = nullptr;
        quint32 length = 0;
        quint32 hash = 0;
        qint64 id = 0;
    };
    void load();
    Slot &slotOf(std::string_view key, quint32 hash);
    void fill(Slot &slot, std::string_view key, quint32 hash, qint64 id);
    void grow();
    const char *keep(std::string_view key);

    Connection &m_connection;
    std::string m_loadSql;
    std::string m_insertSql;
    std::unique_ptr<Statement> m_insert;
    std::vector<Slot> m_slots; ///< a power of two, at most three quarters full
    size_t m_size = 0;
    qint64 m_last = 0;
    qint64 m_lastStored = 0;
    std::vector<std::unique_ptr<char[]>> m_chunks; ///< the texts; never moved
    size_t m_chunkUsed = 0;
    size_t m_chunkSize = 0;
    std::string_view m_recentKey; ///< neighbouring rows often share a user or a session
    qint64 m_recentId = 0;
};

} // namespace foretrail
