#pragma once

#include "core/training/LagMoves.h"
#include "core/training/RecurrentInputs.h"
#include "core/training/ReopenedRun.h"

namespace foretrail {

/// One input of a network, for people.
struct CellInput {
    enum class Kind { Value, Sine, Cosine, Column };
    Kind kind = Kind::Value;
    int pair = 0;   ///< of a sine or cosine: how often it turns in a season
    QString column; ///< name of a column of the recipe
};

/// What a network saw, kept and answered for one window.
struct CellWindow {
    int index = 0;              ///< among the windows
    qint64 first = 0;           ///< step of the series that the window begins with
    std::vector<double> inputs; ///< [step][input], as the network sees them
    std::vector<double> values; ///< [step], on the scale that the recipe made
    NetworkTrace trace;
    WindowScaling scaling{};    ///< between the network's scale and that of the recipe
    LagMoves moves;             ///< on the network's scale; times scaling.width on that of the recipe
    double output = missing;    ///< one step ahead, on the scale that the recipe made
    double forecast = missing;  ///< the same in the unit of the data, within the limits of the run
    double actual = missing;    ///< in the unit of the data; NaN where it is not known

    int steps() const { return int(values.size()); }
    qint64 target() const { return first + steps(); } ///< the step that is forecast
    double input(int step, int feature) const { return inputs[size_t(step * moves.features + feature)]; }
};

/// A stored LSTM or GRU run opened to look into: its network, its series as the network sees it, and every window of it that has no
/// gap, up to the one that ends with the last observation. Immutable once opened: any thread may ask.
class OpenedCell {
public:
    /// Unsupported for runs of other models and forms of network, TooShort where no window is whole. `seriesKey`: another series that
    /// answers the run's question; empty: the one it was trained on.
    static Result<std::shared_ptr<const OpenedCell>> open(Workspace &workspace, RunId run, const QString &seriesKey, JobContext &job);
    /// Whether runs of this model hold a network that can be opened.
    static bool canOpen(const QString &model);

    const TracedNetwork &network() const { return m_network; }
    const RunSummary &run() const { return m_reopened.run.summary; }
    const Series &series() const { return m_reopened.prepared.series(); } ///< as the recipe made it
    bool isTransformed() const { return m_reopened.prepared.isTransformed(); } ///< the recipe's scale is not that of the data
    QString unit() const { return m_reopened.prepared.history().unit; }
    int lookback() const { return m_reopened.spec.model.lookback; }
    int season() const { return m_inputs.season().season; }
    const QList<CellInput> &inputs() const { return m_names; }
    int windowCount() const { return int(m_targets.size()); }
    /// The step of series() that a window forecasts; its last one is the step before.
    qint64 target(int window) const { return m_targets[size_t(window)]; }

    /// Cancelled where the job is stopped.
    Result<CellWindow> look(int window, const JobContext &job) const;

private:
    OpenedCell(ReopenedRun reopened, TracedNetwork network)
        : m_reopened(std::move(reopened)), m_network(std::move(network)), m_inputs(m_reopened.spec.model) {}
    Result<void> prepare();
    double inUnitOfData(qint64 target, double value) const;

    ReopenedRun m_reopened;
    TracedNetwork m_network;
    RecurrentInputs m_inputs;
    QList<CellInput> m_names;
    std::vector<qint64> m_targets;
};

} // namespace foretrail
