#include "core/data/EventConflicts.h"
#include "core/data/sqlite/SqlText.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace foretrail {
namespace {

struct EventConflictsText { Q_DECLARE_TR_FUNCTIONS(foretrail::EventConflicts) };

constexpr auto content = "time, user_id, item_id, kind_id, category_id, session_id, position, quantity, price, amount, a1, a2, a3, a4, "
                         "a5, a6, a7, a8, a9, a10, a11, a12";

std::string contentOf(const char *table)
{
    QByteArray columns(content);
    columns.replace(", ", QByteArray(", ") + table + '.');
    return sqlOf({table, ".", columns.toStdString()});
}

std::string otherSql()
{
    return sqlOf({"SELECT o.id, o.import_id, (", contentOf("o"), ") IS (", contentOf("n"),
                  ") FROM events n CROSS JOIN events o ON o.fingerprint = n.fingerprint AND o.id <> n.id WHERE n.id = ?1"});
}

} // namespace

EventConflicts::EventConflicts(Connection &connection, qint64 import)
    : m_connection(connection), m_import(import), m_other(connection.prepare(otherSql())),
      m_aside(connection.prepare(sqlOf({"INSERT INTO set_aside_events(id, import_id, fingerprint, replaced_by, ", content,
                                      ") SELECT id, import_id, fingerprint, ?2, ", content, " FROM events WHERE id = ?1"}))),
      m_totalsRow(connection.prepare(sqlOf({"SELECT ", LiveTotals::columns, " FROM events WHERE id = ?1"}))),
      m_unpair(connection.prepare("DELETE FROM reversals WHERE return_id = ?1 OR sale_id = ?1")),
      m_delete(connection.prepare("DELETE FROM events WHERE id = ?1"))
{
}

Stored EventConflicts::replace(qint64 id, LiveTotals &totals)
{
    m_other.reset();
    m_other.bind(1, id);
    if (!m_other.step())
        return Stored::New;
    const qint64 older = m_other.integer(0);
    const qint64 owner = m_other.integer(1);
    const bool isSame = m_other.integer(2) != 0;
    m_other.reset();
    if (isSame) {
        remove(id);
        return Stored::Duplicate;
    }
    m_totalsRow.reset();
    m_totalsRow.bind(1, older);
    m_totalsRow.step();
    totals.take(m_totalsRow, -1);
    m_totalsRow.reset();
    if (owner != m_import) {
        m_aside.bind(1, older);
        m_aside.bind(2, m_import);
        m_aside.run();
    }
    remove(older);
    return owner == m_import ? Stored::Superseded : Stored::Replaced;
}

void EventConflicts::remove(qint64 id)
{
    m_unpair.bind(1, id);
    m_unpair.run();
    m_delete.bind(1, id);
    m_delete.run();
}

Error EventConflicts::refusal(quint64 fingerprint) const
{
    Statement holder = m_connection.prepare("SELECT i.id, i.file FROM events e JOIN imports i ON i.id = e.import_id "
                                            "WHERE e.fingerprint = ?1 AND e.import_id <> ?2 LIMIT 1");
    holder.bind(1, qint64(fingerprint));
    holder.bind(2, m_import);
    const bool isFound = holder.step();
    return {ErrorCode::InvalidInput,
            EventConflictsText::tr("this row is there already, from import %1 (%2), so nothing was stored. Choose to skip such rows, or take that "
                     "import back first.")
                .arg(isFound ? holder.integer(0) : 0).arg(isFound ? QFileInfo(holder.text(1)).fileName() : QString()),
            {}};
}

} // namespace foretrail
