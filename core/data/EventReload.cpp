#include "core/data/EventReload.h"

#include "core/data/EventAppender.h"
#include "core/data/EventKinds.h"
#include "core/data/ReturnMatching.h"

namespace foretrail {
namespace {

bool hasClock(const Connection &connection, qint64 import)
{
    return connection.integer("SELECT has_clock FROM imports WHERE id = " + std::to_string(import)) != 0;
}

} // namespace

EventReload::EventReload(Connection &connection, qint64 import, ReturningEvents meeting)
    : m_connection(connection), m_import(import), m_meeting(std::move(meeting)),
      m_isAlone(connection.integer("SELECT EXISTS (SELECT 1 FROM events)") == 0), m_totals(connection, hasClock(connection, import), {}),
      m_indexes(connection, true, ImportBudget().sorting)
{
    readKinds();
    const int lastSlot = int(connection.integer("SELECT coalesce(max(slot), 0) FROM attributes"));
    const std::string columns = eventColumns(lastSlot);
    m_table.emplace(connection, "events", shortEventTable(lastSlot));
    m_insert.emplace(connection.handle(),
                     "INSERT INTO " + (m_table->isThere() ? m_table->name() : std::string("events")) + "(" + columns + ") SELECT " + columns
                         + " FROM set_aside_events WHERE import_id = ?1 AND replaced_by IS NULL AND id BETWEEN ?2 AND ?3",
                     true);
    m_read.emplace(connection.handle(), "SELECT id, time, user_id, item_id, category_id, kind_id, session_id, amount FROM events "
                                        "WHERE id BETWEEN ?1 AND ?2 AND import_id = ?3", true);
    m_read->bind(3, import);
}

void EventReload::readKinds()
{
    Statement kinds = m_connection.prepare("SELECT id, meaning FROM kinds");
    while (kinds.step()) {
        const size_t id = size_t(kinds.integer(0));
        m_isPurchase.resize(std::max(m_isPurchase.size(), id + 1));
        m_isReturn.resize(m_isPurchase.size());
        m_isPurchase[id] = char(kinds.view(1) == purchaseMeaning);
        m_isReturn[id] = char(kinds.view(1) == returnMeaning);
    }
}

void EventReload::bring(qint64 firstId, qint64 lastId)
{
    if (m_isAlone && !m_totals.moves())
        m_totals.logMoves(firstId);
    m_insert->bind(1, m_import);
    m_insert->bind(2, firstId);
    m_insert->bind(3, lastId);
    m_insert->run();
    m_read->reset();
    m_read->bind(1, firstId);
    m_read->bind(2, lastId);
    while (m_read->step())
        add(*m_read);
    m_read->reset();
}

void EventReload::add(const Statement &row)
{
    const size_t kind = size_t(row.integer(5));
    FactTotals::Event event{row.integer(1), row.integer(2), row.integer(3), row.integer(4), row.integer(5), row.integer(6), row.real(7)};
    event.id = row.integer(0);
    event.isStoredSession = m_meeting.goesOn(event.session);
    event.isPurchase = m_isPurchase[kind];
    event.isReturn = m_isReturn[kind];
    m_totals.add(event);
    m_indexes.add(event.id, event.time, event.user, event.item);
}

// All at once is quicker by far, and mostly nothing else is there.
void EventReload::removeAside()
{
    const std::string id = std::to_string(m_import);
    const bool areAll = m_connection.integer("SELECT EXISTS (SELECT 1 FROM set_aside_events WHERE import_id <> " + id
                                             + " OR replaced_by IS NOT NULL)") == 0;
    m_connection.execute(("DELETE FROM set_aside_events" + (areAll ? "" : " WHERE import_id = " + id + " AND replaced_by IS NULL")).c_str());
}

Result<void> EventReload::finish(JobContext &job)
{
    m_insert.reset();
    m_read.reset();
    m_table.reset();
    removeAside();
    if (Result<void> built = m_indexes.build(job); !built)
        return built;
    m_totals.writeImport(m_import);
    m_totals.write();
    return matchReturns(m_connection, m_totals.users(), job, m_totals.moves());
}

} // namespace foretrail
