#include "core/data/RejectFields.h"

namespace foretrail {

RejectFields::RejectFields(Connection &connection, qint64 importId)
    : m_import(importId),
      m_find(connection.prepare("SELECT fields FROM rejects WHERE import_id = ?1 AND line = ?2 AND row_number = ?3 AND rowid < ?4 "
                                "AND fields <> '' ORDER BY rowid DESC LIMIT 1")),
      m_give(connection.prepare("UPDATE rejects SET fields = ?5 WHERE rowid = (SELECT rowid FROM rejects WHERE import_id = ?1 "
                                "AND line = ?2 AND row_number = ?3 AND rowid > ?4 AND fields = '' ORDER BY rowid LIMIT 1)"))
{
}

static void bindPlace(Statement &statement, qint64 import, const RejectPlace &place)
{
    statement.bind(1, import);
    statement.bind(2, place.line);
    statement.bind(3, place.number);
    statement.bind(4, place.id);
}

QString RejectFields::json(const RejectPlace &place, const QString &own)
{
    if (!own.isEmpty() || place.number < 0)
        return own;
    m_find.reset();
    bindPlace(m_find, m_import, place);
    const QString found = m_find.step() ? m_find.text(0) : QString();
    m_find.reset(); // what reads on must not keep a writer waiting
    return found;
}

void RejectFields::handOn(const RejectPlace &place, const QString &fields)
{
    if (place.number < 0 || fields.isEmpty())
        return;
    bindPlace(m_give, m_import, place);
    m_give.bind(5, fields);
    m_give.run();
}

} // namespace foretrail
