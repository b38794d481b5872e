#pragma once

#include "core/data/ImportReport.h"
#include "core/data/sqlite/Connection.h"

namespace foretrail {

/// Where a reject stands in its import.
struct RejectPlace {
    qint64 id = 0;
    qint64 line = 0;
    qint64 number = -1; ///< RejectedRow::number
};

/// The fields of rejected rows. A row of a table may have thousands of bad cells, each a reject, and its fields are kept once:
/// with the first of them. A reject without fields has those of the nearest one of its row before it. One thread.
class RejectFields {
public:
    RejectFields(Connection &connection, qint64 importId);

    /// As JSON: `own` where it says something, else those of the row; empty where the row was too long to be kept.
    QString json(const RejectPlace &place, const QString &own);
    /// Before a reject goes or its fields change: the next one of its row that has none of its own takes `fields`.
    void handOn(const RejectPlace &place, const QString &fields);

private:
    qint64 m_import;
    Statement m_find, m_give;
};

} // namespace foretrail
