#include "core/data/BulkIndexes.h"

#include "core/data/sqlite/CacheScope.h"
#include "core/data/sqlite/Imposter.h"
#include "core/data/sqlite/RowFeed.h"

#include <QFileInfo>

namespace foretrail {
namespace {

// An entry has 128 bits: 36 of the key, 48 of the time (4,400 years to both sides of 1970), 44 of the row.
constexpr int keyBits = 36;
constexpr int timeBits = 48;
constexpr int rowBits = 44;
constexpr int lowTimeBits = 64 - rowBits;
constexpr qint64 timeOffset = qint64(1) << (timeBits - 1);

quint64 lowBits(quint64 value, int bits) { return value & ((quint64(1) << bits) - 1); }

} // namespace

class BulkIndexes::Feed : public RowFeed {
public:
    Feed(Connection &connection, SortedAhead<Entry> &entries, qint64 count, JobContext &job)
        : RowFeed(connection, "new_entries", 3), m_entries(entries), m_count(count), m_job(job)
    {
    }
    bool next() override
    {
        if (++m_given % entriesBetweenReports == 0)
            m_job.report(m_given, m_count);
        return m_entries.next(m_entry);
    }
    void value(sqlite3_context *to, int column) const override
    {
        const quint64 key = m_entry.high >> (timeBits - lowTimeBits);
        if (column == 0 && key != 0)
            sqlite3_result_int64(to, qint64(key));
        else if (column == 1)
            sqlite3_result_int64(to, qint64(lowBits(m_entry.high, timeBits - lowTimeBits) << lowTimeBits | m_entry.low >> rowBits)
                                         - timeOffset);
        else if (column == 2)
            sqlite3_result_int64(to, qint64(lowBits(m_entry.low, rowBits)));
    }

private:
    static constexpr qint64 entriesBetweenReports = 65'536;
    SortedAhead<Entry> &m_entries;
    qint64 m_count, m_given = 0;
    JobContext &m_job;
    Entry m_entry;
};

BulkIndexes::BulkIndexes(Connection &connection, bool onlyAdds, size_t sortBytes) : m_connection(connection)
{
    std::vector<std::pair<std::string, std::string>> others;
    Statement indexes = connection.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'events' "
                                           "AND sql IS NOT NULL");
    const QString folder = QFileInfo(connection.path()).absolutePath();
    while (indexes.step()) {
        const std::string name(indexes.view(0));
        const std::string key = onlyAdds ? keyOf(name) : std::string();
        if (key.empty())
            others.emplace_back(name, indexes.view(1));
        else
            m_gathered.push_back({name, key == "user_id", std::make_unique<ExternalSort<Entry>>(folder, sortBytes)});
    }
    indexes.reset();
    dropAll(others);
}

std::string BulkIndexes::keyOf(const std::string &index) const
{
    Statement columns = m_connection.prepare("SELECT group_concat(name), sum(\"desc\"), (SELECT partial FROM pragma_index_list('events') "
                                             "WHERE name = ?1) FROM (SELECT * FROM pragma_index_xinfo(?1) WHERE key ORDER BY seqno)");
    columns.bind(1, std::string_view(index));
    if (!columns.step() || columns.integer(1) != 0 || columns.integer(2) != 0)
        return {};
    const std::string_view names = columns.view(0);
    return names == "user_id,time" ? "user_id" : names == "item_id,time" ? "item_id" : "";
}

void BulkIndexes::dropAll(const std::vector<std::pair<std::string, std::string>> &indexes)
{
    for (const auto &[name, sql] : indexes) {
        m_connection.execute(("DROP INDEX " + name).c_str());
        m_dropped.emplace_back(name, sql);
    }
}

bool BulkIndexes::fits(qint64 key, qint64 time, qint64 id) const
{
    return quint64(key) >> keyBits == 0 && quint64(time + timeOffset) >> timeBits == 0 && quint64(id) >> rowBits == 0;
}

BulkIndexes::Entry BulkIndexes::pack(qint64 key, qint64 time, qint64 id)
{
    const quint64 moment = quint64(time + timeOffset);
    return {quint64(key) << (timeBits - lowTimeBits) | moment >> lowTimeBits, lowBits(moment, lowTimeBits) << rowBits | quint64(id)};
}

void BulkIndexes::add(qint64 id, qint64 time, qint64 user, qint64 item)
{
    for (Gathered &index : m_gathered) {
        const qint64 key = index.isByUser ? user : item;
        m_isUnpackable = m_isUnpackable || !fits(key, time, id);
        index.entries->add(pack(key, time, id));
        ++index.count;
    }
}

bool BulkIndexes::putIn(Gathered &index, JobContext &job)
{
    if (m_isUnpackable)
        return false;
    const Imposter entries(m_connection, index.name, "(c0 INTEGER, c1 INTEGER, c2 INTEGER, PRIMARY KEY (c0, c1, c2)) WITHOUT ROWID");
    if (!entries.isThere())
        return false;
    Feed feed(m_connection, *index.sorted, index.count, job);
    // "OR REPLACE" spares the look for an entry that is the same: there is none.
    m_connection.prepare("INSERT OR REPLACE INTO " + entries.name() + " SELECT " + feed.columnList() + " FROM " + feed.name()).run();
    return true;
}

// SQLite sorts runs of the size of its page cache as a linked list: runs that fit a processor's cache take half the time.
void BulkIndexes::make(const std::string &sql)
{
    const CacheScope cache(m_connection, 2048);
    m_connection.execute(sql.c_str());
}

Result<void> BulkIndexes::build(JobContext &job)
{
    for (Gathered &index : m_gathered)
        index.sorted = std::make_unique<SortedAhead<Entry>>(*index.entries);
    for (size_t i = 0; i < m_gathered.size(); ++i) {
        JobContext part = job.part(qint64(i) * 1000, 1000, qint64(m_gathered.size()) * 1000);
        if (!putIn(m_gathered[i], part))
            m_connection.execute(("REINDEX " + m_gathered[i].name).c_str());
        if (job.stopRequested())
            return fail(Error::cancelled());
    }
    m_gathered.clear();
    for (const auto &[name, sql] : m_dropped)
        make(sql);
    m_dropped.clear();
    return {};
}

} // namespace foretrail
