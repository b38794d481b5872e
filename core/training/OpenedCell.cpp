#include "core/training/OpenedCell.h"

#include "core/neural/interface/Weights.h"

#include <QCoreApplication>

#include <cmath>

namespace foretrail {

namespace {

struct OpenedCellText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::OpenedCell)
};

QList<CellInput> namesOf(const RecurrentInputs &inputs)
{
    QList<CellInput> names{CellInput{}};
    for (int pair = 1; pair <= inputs.season().pairs; ++pair) {
        names.append({CellInput::Kind::Sine, pair, {}});
        names.append({CellInput::Kind::Cosine, pair, {}});
    }
    const QJsonArray columns = inputs.columns().toJson();
    for (const QJsonValue column : columns)
        names.append({CellInput::Kind::Column, 0, column[QStringLiteral("name")].toString()});
    return names;
}

/// The steps with `lookback` known values before them, the one behind the last observation among them.
std::vector<qint64> wholeWindows(const Series &series, int lookback)
{
    std::vector<qint64> targets;
    qint64 known = 0;
    for (qint64 i = 0; i <= series.size(); ++i) {
        if (known >= lookback)
            targets.push_back(i);
        known = i < series.size() && !std::isnan(series.values[size_t(i)]) ? known + 1 : 0;
    }
    return targets;
}

} // namespace

bool OpenedCell::canOpen(const QString &model)
{
    return model == QStringLiteral("lstm") || model == QStringLiteral("gru");
}

Result<std::shared_ptr<const OpenedCell>> OpenedCell::open(Workspace &workspace, RunId run, const QString &seriesKey, JobContext &job)
{
    Result<ReopenedRun> reopened = reopenedRun(workspace, run, seriesKey, job);
    if (!reopened)
        return fail(reopened.error());
    const QString name = reopened->run.summary.name;
    if (!canOpen(reopened->spec.model.model))
        return fail(ErrorCode::Unsupported, OpenedCellText::tr("%1 has no cells to look into. Choose a run of lstm or gru.").arg(name));
    const Result<std::vector<Tensor>> tensors = decodeWeights(reopened->run.weights);
    if (!tensors)
        return fail(tensors.error().within(name));
    Result<TracedNetwork> network = TracedNetwork::from(*tensors);
    if (!network)
        return fail(network.error().within(name));
    const std::shared_ptr<OpenedCell> cell(new OpenedCell(std::move(*reopened), std::move(*network)));
    if (const Result<void> done = cell->prepare(); !done)
        return fail(done.error().within(name));
    return std::shared_ptr<const OpenedCell>(cell);
}

Result<void> OpenedCell::prepare()
{
    m_inputs.columns().setRegressors(m_reopened.prepared.regressors());
    if (const Result<void> restored = m_inputs.restore(m_reopened.run.modelState); !restored)
        return restored;
    if (const Result<void> checked = m_inputs.columns().check(); !checked)
        return checked;
    if (m_inputs.features() != m_network.shape().features)
        return fail(ErrorCode::Unsupported, OpenedCellText::tr("The network takes other inputs than those that can be shown. Train the run again."));
    m_names = namesOf(m_inputs);
    m_targets = wholeWindows(series(), m_reopened.spec.model.lookback);
    if (m_targets.empty())
        return fail(ErrorCode::TooShort, OpenedCellText::tr("Series %1 has no %2 values in a row. Fill what is missing, or choose another series.")
                                             .arg(series().name.isEmpty() ? series().key : series().name).arg(m_reopened.spec.model.lookback));
    return {};
}

double OpenedCell::inUnitOfData(qint64 target, double value) const
{
    const PreparedSeries &prepared = m_reopened.prepared;
    if (target == series().size())
        return prepared.ledBack(Forecast{{value}, {}}).mean.front();
    std::vector<double> oneStep(size_t(series().size()), missing);
    oneStep[size_t(target)] = value;
    return prepared.ledBack(oneStep)[size_t(prepared.lead() + target)];
}

Result<CellWindow> OpenedCell::look(int window, const JobContext &job) const
{
    CellWindow result;
    const int lookback = m_reopened.spec.model.lookback;
    const qint64 target = m_targets[size_t(window)];
    result.index = window;
    result.first = target - lookback;
    RecurrentInputs::Path path = m_inputs.pathFrom(series(), target);
    std::vector<float> inputs;
    m_inputs.appendWindow(inputs, path);
    result.inputs.assign(inputs.begin(), inputs.end());
    result.values.assign(series().values.begin() + result.first, series().values.begin() + target);
    result.scaling = path.scaling;
    result.trace = m_network.trace(result.inputs);
    Result<LagMoves> moves = lagMoves(m_network, result.inputs, job);
    if (!moves)
        return fail(moves.error());
    result.moves = std::move(*moves);
    result.output = path.scaling.centre + result.trace.output * path.scaling.width;
    result.forecast = inUnitOfData(target, result.output);
    if (target < series().size())
        result.actual = m_reopened.prepared.history().values[size_t(m_reopened.prepared.lead() + target)];
    return result;
}

} // namespace foretrail
