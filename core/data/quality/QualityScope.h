#pragma once

#include "core/base/Calendar.h"
#include "core/data/ImportReport.h"
#include "core/data/sqlite/Connection.h"

#include <vector>

namespace foretrail {

/// What of a workspace is looked at, and what is known of it before a row is read. Vectors are by row id.
struct QualityScope {
    qint64 importId = 0;              ///< 0: all that counts
    QList<ImportReport> ledger;       ///< of the imports looked at
    std::vector<UtcMs> futureFrom;    ///< by import: later times had not come when it was imported
    std::vector<char> hasClock;       ///< by import: times are times, not only an order
    std::vector<char> isReturn;       ///< by kind
    std::vector<char> isNonProduct;   ///< by item
    QTimeZone zone;
    bool hasSales = false;            ///< some kind of event is a purchase
    bool isWhole = false;             ///< all stored events are looked at and have a clock
    qint64 events = 0, observations = 0;

    static Result<QualityScope> of(Connection &connection, qint64 importId);
    /// " WHERE import_id = 3", or an empty text.
    std::string where() const;
    std::string andImport(const char *column = "import_id") const; ///< " AND import_id = 3"
    /// " FROM events e WHERE ...", of one import only by the stretches of ids that it has.
    std::string fromEvents() const;
};

} // namespace foretrail
