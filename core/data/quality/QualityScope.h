#pragma once

#include "core/base/Calendar.h"
#include "core/data/ImportReport.h"
#include "core/data/sqlite/Connection.h"

#include <vector>

namespace foretrail {

/// What of a workspace is looked at, and what is known of it before a row is read. Vectors are by row id.
struct QualityScope {
    QList<qint64> imports;            ///< empty: all that counts
    QList<ImportReport> ledger;       ///< of the imports looked at
    std::vector<UtcMs> futureFrom;    ///< by import: later times had not come when it was imported
    std::vector<char> hasClock;       ///< by import: times are times, not only an order
    std::vector<char> isReturn;       ///< by kind
    std::vector<char> isNonProduct;   ///< by item
    QTimeZone zone;
    bool hasSales = false;            ///< some kind of event is a purchase
    bool isWhole = false;             ///< all stored events are looked at and have a clock
    qint64 events = 0, observations = 0;

    /// NotFound where one of the imports is not there.
    static Result<QualityScope> of(Connection &connection, const QList<qint64> &imports);
    QString dayText(UtcMs time) const; ///< in the zone of the data: "2011-09-30"
    bool isOfAll() const { return imports.isEmpty(); }
    /// " WHERE import_id IN (3,4)", or an empty text.
    std::string where() const;
    std::string andImport(const char *column = "import_id") const; ///< " AND import_id IN (3,4)"
    /// " FROM events e WHERE ...", of some imports only by the stretches of ids that they have.
    std::string fromEvents() const;
};

} // namespace foretrail
