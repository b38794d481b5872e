#pragma once

#include "core/data/FactWriter.h"
#include "core/data/LiveTotals.h"

namespace foretrail {

/// What an import does with events that are there already, where they are not simply skipped: it lets newer ones take their
/// place, or fails. Needs an index of events by fingerprint to replace.
class EventConflicts {
public:
    EventConflicts(Connection &connection, qint64 import);

    /// The event with this id was just stored; what has the same fingerprint gives way to it. Replaced: a row of another import
    /// was set aside. Superseded: a row of this import is gone. Duplicate: the other says the same, and the new one is gone.
    Stored replace(qint64 id, LiveTotals &totals);
    /// The error of an import that may not meet rows of others.
    Error refusal(quint64 fingerprint) const;

private:
    void remove(qint64 id);

    Connection &m_connection;
    qint64 m_import;
    Statement m_other, m_aside, m_totalsRow, m_unpair, m_delete;
};

} // namespace foretrail
