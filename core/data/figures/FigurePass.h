#pragma once

#include "core/data/Workspace.h"
#include "core/data/figures/UserWalk.h"

namespace foretrail {

/// What a full pass leaves beside the figures, to go on from.
struct FigureCounts {
    std::map<DayNumber, qint64> days; ///< events with a time by day
    DaySpan span;                     ///< of them, without what lies far off
};

/// Computes the figures of all users in one pass over the log as it lies in the file: by several connections that read a part
/// each, then user by user.
class FigurePass {
public:
    FigurePass(Workspace &workspace, const FigureOptions &options) : m_workspace(workspace), m_options(options) {}
    /// Needs a read transaction around it. Cancelled.
    Result<ShopFigures> run(JobContext &job, FigureCounts &counts);

private:
    using Block = std::vector<EventRecord>;
    /// What one connection has read.
    struct Part {
        std::vector<Block> blocks;
        DayCounts days;
        Result<void> outcome;
    };
    Result<void> plan();
    Result<void> readAll(JobContext &job);
    Result<void> readPart(Connection &connection, size_t part, JobContext &job);
    void readElsewhere(size_t part, JobContext &job);
    void walkAll(const ZoneClock &clock, const FigureCounts &counts);
    void walkBlock(size_t block, UserWalk &walk);
    bool isSameData(Connection &other) const;

    Workspace &m_workspace;
    FigureOptions m_options;
    ShopFigures m_figures;
    qint64 m_events = 0, m_firstId = 0, m_lastId = 0;
    std::vector<Part> m_parts;
    size_t m_firstBlock = 0, m_lastBlock = 0; ///< of this pass, the last one not included
    size_t m_passes = 1, m_passNumber = 0;
    std::vector<qint64> m_read; ///< by part, for progress
};

/// What the figures of a workspace hang on, as a text for each import and one for all else (meanings, calendar, session gap).
struct DataState {
    std::map<qint64, QByteArray> imports;
    QByteArray rest;
    bool operator==(const DataState &) const = default;
};
DataState dataStateOf(Connection &connection, qint64 sessionGapMs);

/// Sorts the events of one block by user, then by time where the log is not in that order; `starts` gets the place of the first of each
/// user and one more at the end.
void sortByUser(std::vector<EventRecord> &events, std::vector<quint32> &starts);

} // namespace foretrail
