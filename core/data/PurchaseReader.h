#pragma once

#include "core/base/Calendar.h"
#include "core/data/ExternalSort.h"
#include "core/data/PurchaseHistory.h"
#include "core/data/sqlite/Connection.h"

#include <map>

namespace foretrail {

/// Reads the purchases of all users in one pass over the events, in the order they are stored, and sorts them by user and day
/// in bounded memory; those of one user alone by the index. InvalidInput where events have no time or the calibration end lies outside of the data, NotFound without
/// purchases of known users, Cancelled.
class PurchaseReader {
public:
    PurchaseReader(Connection &connection, const PurchaseQuery &query);
    Result<PurchaseHistories> read(JobContext &job);

private:
    /// What was spent on one day by one user, in pieces.
    struct Piece {
        quint64 userDay = 0; ///< user id and day, in this order
        double amount = 0;
        auto operator<=>(const Piece &) const = default;
    };
    Result<void> readRange();
    std::string onlyOf(const char *userColumn) const;
    Result<void> scan(JobContext &job);
    void scanReturns();
    Result<void> chooseSpan(JobContext &job);
    Result<void> chooseCalibration();
    void gather(JobContext &job);
    void add(UserId user, DayNumber day, double amount);
    void add(UserId user, UtcMs time, double amount, bool isRow);
    DayNumber dayOf(UtcMs time);

    Connection &m_connection;
    PurchaseQuery m_query;
    PurchaseHistories m_histories;
    ZoneClock m_clock;
    bool m_hasClockless = false;
    qint64 m_events = 0;
    std::map<DayNumber, qint64> m_rowsByDay;
    ExternalSort<Piece> m_pieces;
    UserId m_laterUser; ///< the last that was counted among them
};

} // namespace foretrail
