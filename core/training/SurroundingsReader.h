#pragma once

#include "core/data/Questions.h"
#include "core/preparation/SurroundingsRequest.h"
#include "core/preparation/Surroundings.h"

#include <QHash>

namespace foretrail {

/// Reads what recipes need beside the series: the series that join, distinct users, and where the log begins and ends. Keeps what it
/// read, so that a column shared by many series is read once. One object belongs to one thread.
class SurroundingsReader {
public:
    /// `attributes`: those wanted of the keys; "all": whatever is known.
    SurroundingsReader(ShopData &data, const Recipe &recipe, const SeriesQuery &query, const QStringList &attributes = {})
        : m_data(data), m_request(surroundingsRequest(recipe)), m_query(query), m_attributes(attributes)
    {
    }

    /// For the series with this key. A column that the data does not have is left out: the step that asks for it says so.
    Result<Surroundings> read(const QString &seriesKey, JobContext &job);

private:
    Result<void> readSpan();
    Result<QList<Series>> readColumn(const ColumnRequest &request, const QString &key, const QString &place, JobContext &job);
    Result<void> readUsers(Step step, JobContext &job);

    ShopData &m_data;
    const SurroundingsRequest m_request;
    const SeriesQuery m_query;
    const QStringList m_attributes;
    QHash<QString, QList<Series>> m_read; ///< none or one series, by measure, group and resolved key
    QHash<QString, QString> m_problems;   ///< by the same: why there is none
    std::map<Step, QHash<QString, Series>> m_users; ///< by key; of all series of the question at once
    Surroundings m_span;
    bool m_hasUsers = false; ///< the question is about events, and some of them have users
    bool m_hasSpan = false;
};

} // namespace foretrail
