#pragma once

#include "core/data/figures/FigureState.h"

namespace foretrail {

/// Brings kept figures up to the data of now, where imports only added rows: users with new events are counted again.
class FigureRefresh {
public:
    FigureRefresh(Connection &connection, const FigureOptions &options, ShopFigures &figures, FigureState &state)
        : m_connection(connection), m_options(options), m_figures(figures), m_state(state), m_reader(connection), m_lastId(state.lastId) {}

    /// False where all has to be counted again: rows left, meanings or the calendar changed, wrong clocks are told apart otherwise now, or
    /// the users with new events have most of the log. Figures and state are then no longer to be used. Cancelled.
    Result<bool> run(const DataState &now, std::vector<size_t> &blocks, JobContext &job);

private:
    bool hasOnlyMore(const DataState &now);
    Result<void> readNew(JobContext &job);
    bool isSpanKept();
    bool isWorthIt() const;
    Result<void> redo(JobContext &job);

    Connection &m_connection;
    const FigureOptions &m_options;
    ShopFigures &m_figures;
    FigureState &m_state;
    EventRecordReader m_reader;
    std::vector<qint64> m_added;   ///< imports
    std::vector<qint64> m_touched; ///< users with new events, ascending
    qint64 m_lastId = 0;
};

} // namespace foretrail
