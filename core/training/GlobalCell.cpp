#include "core/training/GlobalCell.h"

#include "core/models/StateReader.h"
#include "core/neural/interface/Weights.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace foretrail {

namespace {

struct GlobalCellText { Q_DECLARE_TR_FUNCTIONS(foretrail::OpenedCell) };

double meanOf(const double *values, size_t count) { return std::accumulate(values, values + count, 0.0) / double(count); }

} // namespace

Result<std::unique_ptr<GlobalCell>> GlobalCell::open(const SavedModel &saved, const ModelSpec &spec, const Series &series, const Beside &beside, bool isOwn)
{
    std::unique_ptr<GlobalCell> cell(new GlobalCell(series));
    if (const Result<void> taken = cell->take(saved, spec, beside, isOwn); !taken)
        return fail(taken.error());
    if (cell->origins().empty())
        return fail(ErrorCode::TooShort, GlobalCellText::tr("Series %1 has no %2 values in a row. Fill what is missing, or choose another series.")
                                             .arg(series.name.isEmpty() ? series.key : series.name).arg(cell->shape().lookback));
    return cell;
}

Result<void> GlobalCell::take(const SavedModel &saved, const ModelSpec &spec, const Beside &beside, bool isOwn)
{
    const bool isLstm = spec.model.startsWith(QLatin1String("lstm"));
    auto network = GlobalNetwork::restored(saved, spec, isLstm ? Cell::Lstm : Cell::Gru);
    if (!network)
        return fail(network.error());
    m_network = std::move(*network);
    for (const std::unique_ptr<RecurrentNetwork> &member : m_network->members()) {
        Result<TracedNetwork> traced = TracedNetwork::from(member->tensors());
        if (!traced)
            return fail(traced.error());
        m_members.push_back(std::move(*traced));
    }
    if (const Result<void> checked = m_network->coding().check(beside); !checked)
        return checked;
    StateReader state(saved.state);
    m_isNonNegative = state.boolean("nonNegative");
    m_scale = LevelScale::restored(saved.state, state);
    if (const Result<void> read = state.outcome(); !read)
        return read;
    if (!isOwn)
        m_scale = m_network->scaleOf(m_series, beside);
    m_seen = m_network->seen(m_series, m_scale, beside);
    m_entity = m_network->entityOf(m_series.key);
    return {};
}

QList<CellInput> GlobalCell::inputs() const
{
    const int segment = shape().segment;
    QList<CellInput> names;
    for (int i = 1; i <= segment; ++i)
        names.append({CellInput::Kind::Value, segment > 1 ? i : 0, {}});
    const BesideCoding &coding = m_network->coding();
    for (int i = 1; coding.hasHolidays() && i <= segment; ++i)
        names.append({CellInput::Kind::Holiday, segment > 1 ? i : 0, {}});
    for (const QString &column : coding.columnNames())
        for (int i = 1; i <= segment; ++i)
            names.append({CellInput::Kind::Column, segment > 1 ? i : 0, column});
    for (const QString &value : coding.attributeNames())
        names.append({CellInput::Kind::Column, 0, value});
    for (int pair = 1; pair <= shape().pairs; ++pair) {
        names.append({CellInput::Kind::Sine, pair, {}});
        names.append({CellInput::Kind::Cosine, pair, {}});
    }
    for (int i = 1; i <= m_members.front().shape().embedding; ++i)
        names.append({CellInput::Kind::Embedding, i, {}});
    return names;
}

// A series that a network sees has no gap: what a recipe leaves missing is learnt from nowhere.
std::vector<qint64> GlobalCell::origins() const
{
    std::vector<qint64> result;
    qint64 known = 0;
    for (qint64 origin = 0; origin <= m_series.size(); ++origin) {
        if (known >= shape().lookback)
            result.push_back(origin);
        known = origin < m_series.size() && !std::isnan(m_series.values[size_t(origin)]) ? known + 1 : 0;
    }
    return result;
}

TracedWindow GlobalCell::windowBefore(int origin) const
{
    const WindowSize size = shape().size();
    std::vector<float> inputs(size_t(size.lookback) * size_t(size.features)), extras(size_t(size.extras));
    int entity = 0;
    WindowBatch batch;
    batch.inputs = inputs.data();
    batch.stride = size.features;
    batch.extras = extras.data();
    batch.entities = &entity;
    const qint64 first[] = {0};
    OriginWindows({{&m_seen, origin, m_entity}}, shape()).gather(first, batch);
    TracedWindow window;
    window.inputs.assign(inputs.begin(), inputs.end());
    window.extras.assign(extras.begin(), extras.end());
    window.entity = entity;
    return window;
}

/// The one that a forecast is made of (saidOf()): of quantiles that which is in the middle.
void GlobalCell::chooseOutput(TracedWindow &window, const CellChoice &choice) const
{
    const int each = m_network->outputsPerStep();
    window.output = (choice.ahead - 1) * each;
    if (m_network->loss() == Loss::NegativeBinomial)
        window.bend = OutputBend::Softplus;
    if (m_network->loss() == Loss::Tweedie)
        window.bend = OutputBend::Exponential;
    if (m_network->loss() != Loss::Pinball)
        return;
    const std::vector<double> said = network(choice.member).trace(window).outputs;
    std::vector<int> order(size_t(each), 0);
    std::iota(order.begin(), order.end(), window.output);
    std::stable_sort(order.begin(), order.end(), [&said](int a, int b) { return said[size_t(a)] < said[size_t(b)]; });
    window.output = order[order.size() / 2];
}

/// Values and columns have their mean over all lags, the others theirs over the steps; what reaches the head and is no lag stays.
TracedWindow GlobalCell::baselineOf(const TracedWindow &window) const
{
    TracedWindow baseline = window;
    const auto features = size_t(shape().size().features), segment = size_t(shape().segment), steps = window.inputs.size() / features;
    const size_t ofLags = segment * size_t(1 + shape().columns);
    for (size_t from = 0; from < features;) {
        const size_t count = from < ofLags ? segment : 1;
        double mean = 0;
        for (size_t step = 0; step < steps; ++step)
            mean += meanOf(window.inputs.data() + step * features + from, count) / double(steps);
        for (size_t step = 0; step < steps; ++step)
            std::fill_n(baseline.inputs.begin() + std::ptrdiff_t(step * features + from), count, mean);
        from += count;
    }
    if (shape().isLinear)
        std::fill_n(baseline.extras.begin(), shape().lookback, baseline.inputs.front());
    return baseline;
}

/// The linear part sees the same lags as the steps do.
void GlobalCell::foldExtras(LagMoves &moves) const
{
    const auto segment = size_t(shape().segment), features = size_t(moves.features);
    for (size_t lag = 0; shape().isLinear && lag < size_t(shape().lookback); ++lag)
        moves.moves[lag / segment * features + lag % segment] += std::exchange(moves.extras[lag], 0.0);
}

Result<CellWindow> GlobalCell::look(qint64 origin, const CellChoice &choice, const JobContext &job) const
{
    CellWindow result;
    result.choice = choice;
    result.first = origin - shape().lookback;
    result.segment = shape().segment;
    result.values.assign(m_series.values.begin() + result.first, m_series.values.begin() + origin);
    TracedWindow window = windowBefore(int(origin));
    chooseOutput(window, choice);
    result.inputs = window.inputs;
    result.trace = network(choice.member).trace(window);
    Result<LagMoves> moves = lagMoves(network(choice.member), window, baselineOf(window), job);
    if (!moves)
        return fail(moves.error());
    result.moves = std::move(*moves);
    foldExtras(result.moves);
    const WindowLevel level = WindowLevel::before(m_seen, int(origin), shape());
    result.scaling = {level.centre, level.width};
    result.output = level.centre + level.width * result.trace.output;
    return result;
}

double GlobalCell::restored(const CellWindow &window) const
{
    const double value = m_seen.restored(window.output, int(window.target()));
    return m_isNonNegative ? std::max(value, 0.0) : value;
}

} // namespace foretrail
