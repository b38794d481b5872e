#pragma once

#include "core/training/CellWindow.h"
#include "core/training/ReopenedRun.h"

#include <memory>
#include <optional>

namespace foretrail {

class GlobalCell;

/// A stored LSTM or GRU run opened to look into, of one series or of many: its networks, its series as they see it, and every window of
/// it that has no gap, up to the one that ends with the last observation. Immutable once opened: any thread may ask.
class OpenedCell {
public:
    ~OpenedCell();
    /// Unsupported for runs of other models and forms of network, TooShort where no window is whole. `seriesKey`: another series that
    /// answers the run's question; empty: the one it was trained on.
    static Result<std::shared_ptr<const OpenedCell>> open(Workspace &workspace, RunId run, const QString &seriesKey, JobContext &job);
    /// Whether runs of this model hold a network that can be opened.
    static bool canOpen(const QString &model);

    int members() const; ///< networks whose median counts; 1 in a run of one series
    int ahead() const;   ///< steps that can be looked at; 1 in a run of one series
    int segment() const; ///< values that a step of the network takes in
    const TracedNetwork &network(int member = 0) const;
    const RunSummary &run() const { return m_reopened.run.summary; }
    const Series &series() const { return m_reopened.prepared.series(); } ///< as the recipe made it
    bool isTransformed() const { return m_reopened.prepared.isTransformed(); } ///< the recipe's scale is not that of the data
    bool isLevel() const; ///< outputs are logarithms or have a season taken off, as a network over many series sees them
    QString unit() const { return m_reopened.prepared.history().unit; }
    int lookback() const;
    int season() const;
    const QList<CellInput> &inputs() const { return m_names; } ///< of the first layer; embeddings last
    int windowCount() const { return int(m_targets.size()); }
    /// The step of series() that a window forecasts first; its last one is the step before.
    qint64 target(int window) const { return m_targets[size_t(window)]; }

    /// Cancelled where the job is stopped.
    Result<CellWindow> look(const CellChoice &choice, const JobContext &job) const;
    Result<CellWindow> look(int window, const JobContext &job) const { return look(CellChoice{window, 0, 1}, job); }

private:
    explicit OpenedCell(ReopenedRun reopened);
    Result<void> prepare();
    Result<void> prepareGlobal();
    Result<CellWindow> lookAtOwn(const CellChoice &choice, const JobContext &job) const;
    double inUnitOfData(qint64 target, double value) const;

    ReopenedRun m_reopened;
    std::optional<TracedNetwork> m_network; ///< of a run of one series
    RecurrentInputs m_inputs;
    std::unique_ptr<GlobalCell> m_global;   ///< of a run of many
    QList<CellInput> m_names;
    std::vector<qint64> m_targets;
};

} // namespace foretrail
