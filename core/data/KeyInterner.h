#pragma once

#include "core/data/BloomFilter.h"
#include "core/data/CodedText.h"
#include "core/data/ImportBudget.h"
#include "core/data/sqlite/Connection.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace foretrail {

/// The row ids of the texts of one dimension: looked up in memory, and written when new. Row ids only grow.
/// Reads what is stored when first asked, so an unused dimension costs nothing. Where there are more keys than fit the budget,
/// those of late stay in memory, a filter tells which are new, and the database is asked for the others. Where few rows come
/// (ImportBudget::isShort) nothing is read beforehand and the database is asked for each key.
class KeyInterner {
public:
    /// `load` is "SELECT id, key FROM ..." of what is stored, whatever the columns are called; `insert` takes the key as ?1.
    KeyInterner(Connection &connection, std::string load, std::string insert, const ImportBudget &budget = {});

    struct Found { qint64 id = 0; bool isNew = false; };
    /// The key must not be empty.
    Found find(std::string_view key);
    /// All keys with numbers come from one column.
    Found find(const CodedText &key)
    {
        if (key.code == 0)
            return find(key.text);
        const size_t place = key.code % CodedText::codesAtATime;
        if (place < m_ofCode.size() && m_ofCode[place].code == key.code)
            return {m_ofCode[place].id, false};
        return findCoded(key, place);
    }
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
    /// Texts and their ids in one table.
    class Map {
    public:
        /// Null where the key is not there; valid until the next fill().
        const Slot *find(std::string_view key, quint32 hash) const;
        void fill(std::string_view key, quint32 hash, qint64 id);
        size_t bytes() const { return m_slots.size() * sizeof(Slot) + m_textBytes; }
        template<class Use>
        void forEach(const Use &use) const;

    private:
        /// Where the key is, or belongs.
        size_t indexOf(std::string_view key, quint32 hash) const;
        void grow();
        const char *keep(std::string_view key);
        std::vector<Slot> m_slots; ///< a power of two, at most three quarters full
        size_t m_size = 0;
        std::vector<std::unique_ptr<char[]>> m_chunks; ///< the texts; never moved
        size_t m_chunkUsed = 0;
        size_t m_chunkSize = 0;
        size_t m_textBytes = 0;
    };
    struct Coded {
        quint32 code = 0;
        qint64 id = 0;
    };
    Found findCoded(const CodedText &key, size_t place);
    void load();
    void remember(std::string_view key, size_t hash, qint64 id);
    bool mayBeStored(size_t hash) const; ///< of a key that is not in memory
    qint64 ask(std::string_view key);
    qint64 write(std::string_view key);

    Connection &m_connection;
    std::string m_loadSql;
    std::string m_insertSql;
    std::unique_ptr<Statement> m_insert;
    std::unique_ptr<Statement> m_ask;
    ImportBudget m_budget;
    Map m_young, m_old;                  ///< the keys of late, and those before them
    std::optional<BloomFilter> m_filter; ///< all keys, once some have left the memory
    qint64 m_last = 0;
    qint64 m_lastStored = 0;
    std::vector<Coded> m_ofCode; ///< by the code without its high bits
    std::string m_recentKey; ///< neighbouring rows often share a user or a session
    qint64 m_recentId = 0;
};

} // namespace foretrail
