#include "core/data/EventIndexes.h"

#include "core/data/sqlite/CacheScope.h"

namespace foretrail {

void EventIndexes::dropFor(qint64 moving)
{
    constexpr qint64 few = 20'000;
    const qint64 stored = m_connection.integer("SELECT coalesce(sum(events), 0) FROM imports");
    if (moving < few || moving * 4 < stored)
        return;
    std::vector<std::string> names;
    Statement schema = m_connection.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' "
                                            "AND tbl_name = 'events' AND sql IS NOT NULL");
    while (schema.step()) {
        names.emplace_back(schema.view(0));
        m_dropped.emplace_back(schema.view(1));
    }
    schema.reset();
    for (const std::string &name : names)
        m_connection.execute(("DROP INDEX " + name).c_str());
}

void EventIndexes::addByFingerprint()
{
    if (m_hasFingerprints)
        return;
    m_connection.execute("CREATE INDEX events_by_fingerprint ON events(fingerprint)");
    m_hasFingerprints = true;
}

void EventIndexes::restore()
{
    if (m_hasFingerprints)
        m_connection.execute("DROP INDEX events_by_fingerprint");
    m_hasFingerprints = false;
    // SQLite sorts runs of the size of its page cache as a linked list: small runs take half the time.
    const CacheScope cache(m_connection, 2048);
    for (const std::string &index : m_dropped)
        m_connection.execute(index.c_str());
    m_dropped.clear();
}

} // namespace foretrail
