#pragma once

#include "core/data/Quality.h"

namespace foretrail {

/// Takes rows one by one, keeps those of one page and counts all.
class RowPage {
public:
    RowPage(FindingRows &table, qint64 first, int limit) : m_table(table), m_first(first), m_limit(limit) {}
    /// `make` gives the fields, and is asked only for rows of the page.
    template<class Make>
    void add(Make &&make)
    {
        if (m_table.total >= m_first && m_table.rows.size() < m_limit)
            m_table.rows.append(make());
        ++m_table.total;
    }

private:
    FindingRows &m_table;
    qint64 m_first;
    int m_limit;
};

/// What is asked of rowsOf.
struct RowsQuestion {
    Finding finding;
    qint64 first = 0;
    int limit = 0;
};

class Connection;
struct QualityScope;
Result<FindingRows> eventRows(Connection &connection, const QualityScope &scope, const RowsQuestion &question, JobContext &job);
Result<FindingRows> itemRows(Connection &connection, const QualityScope &scope, const RowsQuestion &question, JobContext &job);
Result<FindingRows> userRows(Connection &connection, const QualityScope &scope, const RowsQuestion &question, JobContext &job);
Result<FindingRows> dayRows(Connection &connection, const QualityScope &scope, const RowsQuestion &question, JobContext &job);
Result<FindingRows> seriesRows(Connection &connection, const QualityScope &scope, const RowsQuestion &question, JobContext &job);
Result<FindingRows> ledgerRows(Connection &connection, const QualityScope &scope, const RowsQuestion &question);

} // namespace foretrail
