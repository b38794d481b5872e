#include "core/training/RecurrentParts.h"

#include "core/training/LagMoves.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct RecurrentPartsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::RecurrentParts)
};

/// A forecast on its way ahead, taken apart step by step.
class PartedRoll {
public:
    PartedRoll(const TracedNetwork &network, const RecurrentInputs &inputs, const Series &history, int horizon)
        : m_network(network), m_inputs(inputs), m_known(history.size()), m_path(inputs.pathFrom(history, history.size())), m_parts(horizon),
          m_columns(inputs.columns().toJson()) {}

    /// The next `count` steps, of which the network speaks at once.
    Result<void> goOn(int first, int count, JobContext &job)
    {
        std::vector<float> inputs;
        m_inputs.appendWindow(inputs, m_path);
        const std::vector<double> window(inputs.begin(), inputs.end());
        const std::vector<double> values(m_path.known.end() - m_inputs.lookback(), m_path.known.end());
        std::vector<double> outputs;
        for (int k = 0; k < count; ++k) {
            const Result<LagMoves> moves = lagMoves(m_network, window, job, k);
            if (!moves)
                return fail(moves.error());
            take(*moves, window, values, first, size_t(first + k));
            outputs.push_back(moves->output);
        }
        for (const double output : outputs)
            m_inputs.advance(m_path, float(output));
        return {};
    }

    ForecastParts parts() && { return std::move(m_parts); }

private:
    void take(const LagMoves &moves, const std::vector<double> &window, const std::vector<double> &values, int first, size_t step)
    {
        const double width = m_path.scaling.width;
        const auto features = size_t(moves.features);
        double usual = 0; // of the values, as the network sees them
        for (size_t t = 0; t < values.size(); ++t)
            usual += window[t * features] / double(values.size());
        usual = m_path.scaling.centre + width * usual;
        m_parts.of(PartKind::Level)[step] += m_path.scaling.centre + width * moves.baselineOutput;
        for (size_t t = 0; t < values.size(); ++t) {
            const qint64 index = m_known + first - qint64(values.size() - t);
            takeValue(width * moves.of(int(t), 0), values[t] - usual, usual, index, step);
            for (int feature = 1; feature < moves.features; ++feature)
                partOf(feature)[step] += width * moves.of(int(t), feature);
        }
    }

    /// An observation is a lag; an own forecast moves the next one by what moved it.
    void takeValue(double move, double away, double usual, qint64 index, size_t step)
    {
        if (index < m_known) {
            m_parts.of(PartKind::Lag, int(m_known - index))[step] += move;
            return;
        }
        if (std::abs(away) < std::numeric_limits<double>::min()) {
            m_parts.of(PartKind::Level)[step] += move;
            return;
        }
        const auto earlier = size_t(index - m_known);
        const std::vector<Contribution> before = m_parts.parts();
        double rest = move;
        for (const Contribution &part : before) {
            const double value = part.kind == PartKind::Level ? part.values[earlier] - usual : part.values[earlier];
            m_parts.of(part.kind, part.number, part.name)[step] += move / away * value;
            rest -= move / away * value;
        }
        m_parts.of(PartKind::Limit)[step] += rest; // single precision
    }

    std::vector<double> &partOf(int feature)
    {
        const SeasonInputs &season = m_inputs.season();
        if (feature < season.features())
            return m_parts.of(PartKind::Season, season.season);
        return m_parts.of(PartKind::Column, 0, m_columns[feature - season.features()][QStringLiteral("name")].toString());
    }

    const TracedNetwork &m_network;
    const RecurrentInputs &m_inputs;
    const qint64 m_known;
    RecurrentInputs::Path m_path;
    ForecastParts m_parts;
    const QJsonArray m_columns;
};

} // namespace

Result<ForecastParts> recurrentParts(const TracedNetwork &network, const RecurrentInputs &inputs, const Series &history, int horizon, int ahead, JobContext &job)
{
    PartedRoll roll(network, inputs, history, horizon);
    for (int first = 0; first < horizon; first += ahead) {
        job.report(first, horizon, RecurrentPartsText::tr("step %1 of %2").arg(first + 1).arg(horizon));
        if (const Result<void> done = roll.goOn(first, std::min(ahead, horizon - first), job); !done)
            return fail(done.error());
    }
    return std::move(roll).parts();
}

} // namespace foretrail
