#pragma once

#include "core/data/sqlite/Connection.h"
#include "core/data/Questions.h"

namespace foretrail {

/// Steps that a series may span; more is a wrong year in the data.
inline constexpr qint64 longestSeries = 50'000'000;

/// Series that were series in their source: each on its own step, from its own first to its own last observation, with
/// gaps as missing. Size is the sum of the values; the largest come first.
class SourceSeries {
public:
    SourceSeries(Connection &connection, const SeriesQuery &query) : m_connection(connection), m_query(query) {}
    Result<QList<SeriesInfo>> list(JobContext &job);
    Result<QList<Series>> series(JobContext &job);

private:
    struct Entry {
        qint64 id = 0;
        QString key;
        QString name;
        Step step = Step::None;
        double sum = 0;
        SeriesInfo info;
    };

    Result<std::vector<Entry>> chosen() const;
    Result<std::vector<Entry>> ranked(JobContext &job);
    Result<Series> read(Statement &observations, const Entry &entry) const;

    Connection &m_connection;
    SeriesQuery m_query;
};

} // namespace foretrail
