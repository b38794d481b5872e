#pragma once

#include "core/data/sqlite/Connection.h"
#include "core/data/Questions.h"

#include <map>

namespace foretrail {

/// Imported series summed by what a table says of them: "Type" of a store, where the key of a series, or its part before the
/// first "/", is the key of the table. A step is missing where no series of the group has a value. Series of which nothing is
/// said are left out; those of one group must have one step.
class AttributeSeries {
public:
    AttributeSeries(Connection &connection, const SeriesQuery &query) : m_connection(connection), m_query(query) {}
    Result<QList<SeriesInfo>> list(JobContext &job);
    Result<QList<Series>> series(JobContext &job);

private:
    struct Member { qint64 id = 0; Step step = Step::None; };
    using Groups = std::map<QString, std::vector<Member>>;

    Result<QString> attributeName() const;
    Result<Groups> groups() const;
    Result<Series> sum(const QString &key, const std::vector<Member> &members) const;
    Result<QList<Series>> chosen(const Groups &groups, JobContext &job) const;

    Connection &m_connection;
    SeriesQuery m_query;
};

} // namespace foretrail
