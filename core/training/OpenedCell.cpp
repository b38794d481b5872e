#include "core/training/OpenedCell.h"

#include "core/neural/interface/Weights.h"
#include "core/training/GlobalCell.h"

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
    for (const QJsonValue &column : columns)
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

bool isOfMany(const QString &model) { return model == QStringLiteral("lstm-global") || model == QStringLiteral("gru-global"); }

} // namespace

OpenedCell::OpenedCell(ReopenedRun reopened) : m_reopened(std::move(reopened)), m_inputs(m_reopened.spec.model) {}

OpenedCell::~OpenedCell() = default;

bool OpenedCell::canOpen(const QString &model)
{
    return model == QStringLiteral("lstm") || model == QStringLiteral("gru") || isOfMany(model);
}

int OpenedCell::members() const { return m_global ? m_global->members() : 1; }
int OpenedCell::ahead() const { return m_global ? m_global->shape().horizon : 1; }
int OpenedCell::segment() const { return m_global ? m_global->shape().segment : 1; }
const TracedNetwork &OpenedCell::network(int member) const { return m_global ? m_global->network(member) : *m_network; }
bool OpenedCell::isLevel() const { return m_global && m_global->isLevel(); }
int OpenedCell::lookback() const { return m_global ? m_global->shape().lookback : m_reopened.spec.model.lookback; }
int OpenedCell::season() const { return m_global ? m_global->shape().season : m_inputs.season().season; }

Result<std::shared_ptr<const OpenedCell>> OpenedCell::open(Workspace &workspace, RunId run, const QString &seriesKey, JobContext &job)
{
    Result<ReopenedRun> reopened = reopenedRun(workspace, run, seriesKey, job);
    if (!reopened)
        return fail(reopened.error());
    const QString name = reopened->run.summary.name;
    if (!canOpen(reopened->spec.model.model))
        return fail(ErrorCode::Unsupported, OpenedCellText::tr("%1 has no cells to look into. Choose a run of lstm or gru.").arg(name));
    const bool isGlobal = isOfMany(reopened->spec.model.model);
    const std::shared_ptr<OpenedCell> cell(new OpenedCell(std::move(*reopened)));
    if (const Result<void> done = isGlobal ? cell->prepareGlobal() : cell->prepare(); !done)
        return fail(done.error().within(name));
    return std::shared_ptr<const OpenedCell>(cell);
}

Result<void> OpenedCell::prepareGlobal()
{
    const RunRecord &run = m_reopened.run;
    auto global = GlobalCell::open({run.modelState, run.weights}, m_reopened.spec.model, series(), besideFrom(m_reopened.prepared.regressors(), series()), series().key == run.summary.seriesKey);
    if (!global)
        return fail(global.error());
    m_global = std::move(*global);
    m_names = m_global->inputs();
    m_targets = m_global->origins();
    return {};
}

Result<void> OpenedCell::prepare()
{
    const Result<std::vector<Tensor>> tensors = decodeWeights(m_reopened.run.weights);
    if (!tensors)
        return fail(tensors.error());
    Result<TracedNetwork> network = TracedNetwork::from(*tensors);
    if (!network)
        return fail(network.error());
    m_network = std::move(*network);
    m_inputs.columns().setRegressors(m_reopened.prepared.regressors());
    if (const Result<void> restored = m_inputs.restore(m_reopened.run.modelState); !restored)
        return restored;
    if (const Result<void> checked = m_inputs.columns().check(); !checked)
        return checked;
    if (m_inputs.features() != m_network->shape().features || m_network->shape().extras > 0 || m_network->shape().embedding > 0)
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
    if (const qint64 ahead = target - series().size(); ahead >= 0)
        return prepared.ledBack(Forecast{std::vector<double>(size_t(ahead) + 1, value), {}}).mean.back();
    std::vector<double> oneStep(size_t(series().size()), missing);
    oneStep[size_t(target)] = value;
    return prepared.ledBack(oneStep)[size_t(prepared.lead() + target)];
}

Result<CellWindow> OpenedCell::look(const CellChoice &choice, const JobContext &job) const
{
    Result<CellWindow> result = m_global ? m_global->look(m_targets[size_t(choice.window)], choice, job) : lookAtOwn(choice, job);
    if (!result)
        return result;
    const qint64 target = result->target();
    const double value = m_global ? m_global->restored(*result) : result->output;
    // What a recipe made of steps far ahead is led back along the way there, which one output does not know.
    if (choice.ahead == 1 || !isTransformed())
        result->forecast = inUnitOfData(target, value);
    if (target < series().size())
        result->actual = m_reopened.prepared.history().values[size_t(m_reopened.prepared.lead() + target)];
    return result;
}

Result<CellWindow> OpenedCell::lookAtOwn(const CellChoice &choice, const JobContext &job) const
{
    CellWindow result;
    const int lookback = m_reopened.spec.model.lookback;
    const qint64 target = m_targets[size_t(choice.window)];
    result.choice = choice;
    result.first = target - lookback;
    RecurrentInputs::Path path = m_inputs.pathFrom(series(), target);
    std::vector<float> inputs;
    m_inputs.appendWindow(inputs, path);
    result.inputs.assign(inputs.begin(), inputs.end());
    result.values.assign(series().values.begin() + result.first, series().values.begin() + target);
    result.scaling = path.scaling;
    result.trace = m_network->trace(result.inputs);
    Result<LagMoves> moves = lagMoves(*m_network, result.inputs, job);
    if (!moves)
        return fail(moves.error());
    result.moves = std::move(*moves);
    result.output = path.scaling.centre + result.trace.output * path.scaling.width;
    return result;
}

} // namespace foretrail
