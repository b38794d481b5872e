#pragma once

#include "core/data/CellTable.h"
#include "core/data/sqlite/Connection.h"
#include "core/data/Questions.h"

namespace foretrail {

/// One question about series of events, answered by a single pass over the rows it concerns. Rows come as they are
/// stored; steps and groups are formed here, on the calendar of the workspace.
class EventSeries {
public:
    EventSeries(Connection &connection, const SeriesQuery &query) : m_connection(connection), m_query(query) {}
    Result<QList<SeriesInfo>> list(JobContext &job);
    Result<QList<Series>> series(JobContext &job);
    /// What a row of `events` has to be to count in the one series that the question names, in SQL; users of a set are not looked at.
    Result<std::string> rowCondition();
    const QString &timeZone() const { return m_timeZone; } ///< once one of the others has answered

private:
    /// A stretch of m_cells that belongs to one series.
    struct Group {
        quint32 id = 0;
        size_t firstCell = 0;
        size_t cells = 0;
        double sum = 0;
    };

    Result<void> gather(JobContext &job);
    Result<void> resolve();
    Result<void> resolveRange();
    Result<void> resolveGroup();
    void resolveCategory();
    Result<void> resolveAttribute();
    Result<void> resolveKeys();
    std::string scanSql() const;
    std::string counting() const;
    std::vector<char> wantedUsers() const;
    Result<void> scan(JobContext &job);
    void formGroups();
    void keepChosen();
    void rank();
    qint64 firstStepOf(const Group &group) const;
    std::vector<double> valuesOf(const Group &group) const;
    std::string namesSql() const;
    void name(Statement &names, const Group &group, QString &key, QString &shown) const;
    QString unit() const;
    Result<void> checkSize() const;

    Connection &m_connection;
    SeriesQuery m_query;
    QString m_timeZone;
    qint64 m_events = 0;
    bool m_hasClockless = false; ///< some events have no time and belong to no step
    WallMs m_start = 0;        ///< first step of the data
    qint64 m_steps = 0;
    std::string m_column;      ///< of events, for the group; empty for the total
    std::string m_dimension;   ///< its table
    std::string m_keyColumn;   ///< what a person knows the group by
    std::vector<qint64> m_ids; ///< of the keys asked for, in their order
    std::vector<CellTable::Cell> m_cells; ///< by group and step
    std::vector<Group> m_groups;
};

} // namespace foretrail
