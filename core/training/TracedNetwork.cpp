#include "core/training/TracedNetwork.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct TracedNetworkText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::TracedNetwork)
};

/// weights [rows][columns] times x, plus the bias of each row; nullptr for x: it is zero.
std::vector<double> affine(const std::vector<float> &weights, const std::vector<float> &bias, const double *x, int columns)
{
    std::vector<double> sums(bias.begin(), bias.end());
    for (size_t row = 0; x && row < sums.size(); ++row)
        for (size_t i = 0; i < size_t(columns); ++i)
            sums[row] += double(weights[row * size_t(columns) + i]) * x[i];
    return sums;
}

/// Adds rows, each of them times its entry of `by`, to `sum` [columns].
void addRows(const std::vector<float> &weights, const std::vector<double> &by, double *sum, int columns)
{
    for (size_t row = 0; row < by.size(); ++row)
        for (size_t i = 0; i < size_t(columns); ++i)
            sum[i] += by[row] * double(weights[row * size_t(columns) + i]);
}

} // namespace

Result<TracedNetwork> TracedNetwork::from(const std::vector<Tensor> &tensors)
{
    std::map<std::string, Tensor> named;
    for (const Tensor &tensor : tensors)
        named[tensor.name] = tensor;
    TracedNetwork network;
    network.m_shape.cell = named.count("lstm.weight_hh_l0") > 0 ? Cell::Lstm : Cell::Gru;
    if (const Result<void> taken = network.take(named, network.m_shape.cell == Cell::Lstm ? "lstm." : "gru."); !taken)
        return fail(taken.error());
    return network;
}

Result<void> TracedNetwork::take(const std::map<std::string, Tensor> &tensors, const std::string &prefix)
{
    bool fits = true;
    const auto values = [&](const std::string &name, const std::vector<int64_t> &shape) {
        const auto at = tensors.find(name);
        size_t count = 1;
        for (const int64_t extent : shape)
            count *= size_t(extent);
        fits = fits && at != tensors.end() && at->second.shape == shape && at->second.values.size() == count;
        return fits ? at->second.values : std::vector<float>();
    };
    const auto extent = [&tensors](const std::string &name, size_t dimension) {
        const auto at = tensors.find(name);
        return at == tensors.end() || at->second.shape.size() <= dimension ? int64_t(0) : at->second.shape[dimension];
    };
    const int64_t units = extent(prefix + "weight_hh_l0", 1);
    const int64_t gates = gateCount() * units;
    int64_t width = extent(prefix + "weight_ih_l0", 1);
    const int64_t outputs = std::max<int64_t>(extent("head.weight", 0), 1), headWidth = std::max(extent("head.weight", 1), units);
    const int64_t entities = extent("embedding.weight", 0), embedding = extent("embedding.weight", 1);
    m_shape.units = int(units);
    m_shape.features = int(width - embedding);
    m_shape.outputs = int(outputs);
    m_shape.extras = int(headWidth - units);
    m_shape.entities = int(entities);
    m_shape.embedding = int(embedding);
    for (m_shape.layers = 0; tensors.count(prefix + "weight_hh_l" + std::to_string(m_shape.layers)) > 0; ++m_shape.layers, width = units) {
        const std::string suffix = "_l" + std::to_string(m_shape.layers);
        m_layers.push_back({int(width), values(prefix + "weight_ih" + suffix, {gates, width}), values(prefix + "weight_hh" + suffix, {gates, units}),
                            values(prefix + "bias_ih" + suffix, {gates}), values(prefix + "bias_hh" + suffix, {gates})});
    }
    m_headWeights = values("head.weight", {outputs, headWidth});
    m_headBias = values("head.bias", {outputs});
    if (embedding > 0)
        m_embedding = values("embedding.weight", {entities, embedding});
    if (!fits || m_layers.empty() || units == 0 || m_shape.features < 1)
        return fail(ErrorCode::Format, TracedNetworkText::tr("The stored weights are damaged. Train the run again."));
    return {};
}

void TracedNetwork::stepLstm(LayerTrace &trace, int step, const std::vector<double> &inputSide, const std::vector<double> &hiddenSide) const
{
    const auto units = size_t(trace.units);
    double *gates = trace.gates.data() + size_t(step) * 4 * units;
    for (size_t u = 0; u < units; ++u) {
        const auto sum = [&](size_t gate) { return inputSide[gate * units + u] + hiddenSide[gate * units + u]; };
        const double i = logistic(sum(0));
        const double f = logistic(sum(1));
        const double g = std::tanh(sum(2));
        const double o = logistic(sum(3));
        const double cell = f * trace.cell(step - 1, int(u)) + i * g;
        gates[u] = i;
        gates[units + u] = f;
        gates[2 * units + u] = g;
        gates[3 * units + u] = o;
        trace.cells[size_t(step) * units + u] = cell;
        trace.hidden[size_t(step) * units + u] = o * std::tanh(cell);
    }
}

void TracedNetwork::stepGru(LayerTrace &trace, int step, const std::vector<double> &inputSide, const std::vector<double> &hiddenSide) const
{
    const auto units = size_t(trace.units);
    double *gates = trace.gates.data() + size_t(step) * 3 * units;
    for (size_t u = 0; u < units; ++u) {
        const double r = logistic(inputSide[u] + hiddenSide[u]);
        const double z = logistic(inputSide[units + u] + hiddenSide[units + u]);
        const double n = std::tanh(inputSide[2 * units + u] + r * hiddenSide[2 * units + u]);
        gates[u] = r;
        gates[units + u] = z;
        gates[2 * units + u] = n;
        trace.hidden[size_t(step) * units + u] = (1 - z) * n + z * trace.state(step - 1, int(u));
    }
}

LayerTrace TracedNetwork::traceLayer(const Layer &layer, std::vector<double> inputs) const
{
    LayerTrace trace;
    trace.units = m_shape.units;
    trace.gateCount = gateCount();
    trace.width = layer.width;
    const size_t steps = inputs.size() / size_t(layer.width);
    trace.inputs = std::move(inputs);
    trace.gates.resize(steps * size_t(trace.gateCount * trace.units));
    trace.hidden.resize(steps * size_t(trace.units));
    trace.cells.resize(m_shape.cell == Cell::Lstm ? trace.hidden.size() : 0);
    for (int step = 0; step < int(steps); ++step) {
        const double *before = step > 0 ? trace.hidden.data() + size_t(step - 1) * size_t(trace.units) : nullptr;
        const std::vector<double> inputSide = affine(layer.inputWeights, layer.inputBias, trace.inputsAt(step), layer.width);
        const std::vector<double> hiddenSide = affine(layer.hiddenWeights, layer.hiddenBias, before, trace.units);
        if (m_shape.cell == Cell::Lstm)
            stepLstm(trace, step, inputSide, hiddenSide);
        else
            stepGru(trace, step, inputSide, hiddenSide);
    }
    return trace;
}

/// What the first layer sees: at each step the inputs, behind them the embedding.
std::vector<double> TracedNetwork::embedded(const TracedWindow &window) const
{
    const auto features = size_t(m_shape.features), embedding = size_t(m_shape.embedding);
    if (embedding == 0)
        return window.inputs;
    const auto own = m_embedding.begin() + std::ptrdiff_t(size_t(window.entity) * embedding);
    std::vector<double> values;
    for (auto step = window.inputs.begin(); step != window.inputs.end(); step += std::ptrdiff_t(features)) {
        values.insert(values.end(), step, step + std::ptrdiff_t(features));
        values.insert(values.end(), own, own + std::ptrdiff_t(embedding));
    }
    return values;
}

namespace {

double bent(OutputBend bend, double output)
{
    if (bend == OutputBend::Softplus)
        return output > 30 ? output : std::log1p(std::exp(output));
    return bend == OutputBend::Exponential ? std::exp(std::min(output, 50.0)) : output;
}

double slopeOf(OutputBend bend, double output)
{
    if (bend == OutputBend::Softplus)
        return logistic(output);
    return bend == OutputBend::Exponential ? (output < 50 ? std::exp(output) : 0.0) : 1.0;
}

} // namespace

NetworkTrace TracedNetwork::trace(const TracedWindow &window) const
{
    NetworkTrace result;
    std::vector<double> values = embedded(window);
    for (const Layer &layer : m_layers) {
        result.layers.push_back(traceLayer(layer, std::move(values)));
        values = result.layers.back().hidden;
    }
    const LayerTrace &top = result.layers.back();
    for (size_t output = 0; output < m_headBias.size(); ++output) {
        const float *weights = m_headWeights.data() + output * headWidth();
        double sum = double(m_headBias[output]);
        for (int u = 0; u < top.units; ++u)
            sum += double(weights[u]) * top.state(top.steps() - 1, u);
        for (size_t i = 0; i < window.extras.size(); ++i)
            sum += double(weights[size_t(top.units) + i]) * window.extras[i];
        result.outputs.push_back(sum);
    }
    result.output = bent(window.bend, result.outputs[size_t(window.output)]);
    return result;
}

namespace {

/// What the sums before the gates of a step change the output by, on the side of the inputs and on that of the state before.
struct GateGradients {
    std::vector<double> inputSide, hiddenSide;
};

/// `gradHidden` [units] becomes what the state before changes the output by, the recurrent product left out; `gradCell` too.
GateGradients backLstm(const LayerTrace &trace, int step, std::vector<double> &gradHidden, std::vector<double> &gradCell)
{
    const auto units = size_t(trace.units);
    std::vector<double> sums(4 * units);
    for (size_t u = 0; u < units; ++u) {
        const auto gate = [&](int k) { return trace.gate(step, k, int(u)); };
        const double i = gate(0);
        const double f = gate(1);
        const double g = gate(2);
        const double o = gate(3);
        const double bent = std::tanh(trace.cell(step, int(u)));
        const double cell = gradHidden[u] * o * (1 - bent * bent) + gradCell[u];
        sums[u] = cell * g * i * (1 - i);
        sums[units + u] = cell * trace.cell(step - 1, int(u)) * f * (1 - f);
        sums[2 * units + u] = cell * i * (1 - g * g);
        sums[3 * units + u] = gradHidden[u] * bent * o * (1 - o);
        gradCell[u] = cell * f;
        gradHidden[u] = 0;
    }
    return {sums, sums};
}

GateGradients backGru(const LayerTrace &trace, int step, std::vector<double> &gradHidden, const std::vector<double> &candidateSide)
{
    const auto units = size_t(trace.units);
    GateGradients back{std::vector<double>(3 * units), std::vector<double>(3 * units)};
    for (size_t u = 0; u < units; ++u) {
        const double r = trace.gate(step, 0, int(u));
        const double z = trace.gate(step, 1, int(u));
        const double n = trace.gate(step, 2, int(u));
        const double candidate = gradHidden[u] * (1 - z) * (1 - n * n);
        back.inputSide[u] = back.hiddenSide[u] = candidate * candidateSide[u] * r * (1 - r);
        back.inputSide[units + u] = back.hiddenSide[units + u] = gradHidden[u] * (trace.state(step - 1, int(u)) - n) * z * (1 - z);
        back.inputSide[2 * units + u] = candidate;
        back.hiddenSide[2 * units + u] = candidate * r;
        gradHidden[u] *= z;
    }
    return back;
}

} // namespace

std::vector<double> TracedNetwork::backLayer(const Layer &layer, const LayerTrace &trace, const std::vector<double> &gradHidden) const
{
    const auto units = size_t(trace.units);
    std::vector<double> gradInputs(trace.inputs.size());
    std::vector<double> carried(units);
    std::vector<double> gradCell(units);
    for (int step = trace.steps() - 1; step >= 0; --step) {
        for (size_t u = 0; u < units; ++u)
            carried[u] += gradHidden[size_t(step) * units + u];
        GateGradients back;
        if (m_shape.cell == Cell::Lstm) {
            back = backLstm(trace, step, carried, gradCell);
        } else {
            const double *before = step > 0 ? trace.hidden.data() + size_t(step - 1) * units : nullptr;
            const std::vector<double> hiddenSide = affine(layer.hiddenWeights, layer.hiddenBias, before, trace.units);
            back = backGru(trace, step, carried, {hiddenSide.begin() + qint64(2 * units), hiddenSide.end()});
        }
        addRows(layer.inputWeights, back.inputSide, gradInputs.data() + size_t(step) * size_t(layer.width), layer.width);
        addRows(layer.hiddenWeights, back.hiddenSide, carried.data(), trace.units);
    }
    return gradInputs;
}

InputGradient TracedNetwork::inputGradient(const TracedWindow &window, const NetworkTrace &trace) const
{
    const LayerTrace &top = trace.layers.back();
    const double slope = slopeOf(window.bend, trace.outputs[size_t(window.output)]);
    const float *weights = m_headWeights.data() + size_t(window.output) * headWidth();
    std::vector<double> gradient(top.hidden.size());
    std::transform(weights, weights + top.units, gradient.end() - top.units, [slope](float weight) { return slope * double(weight); });
    for (size_t layer = m_layers.size(); layer-- > 0;)
        gradient = backLayer(m_layers[layer], trace.layers[layer], gradient);
    InputGradient result;
    const auto features = std::ptrdiff_t(m_shape.features);
    for (auto step = gradient.begin(); step != gradient.end(); step += features + m_shape.embedding)
        result.inputs.insert(result.inputs.end(), step, step + features);
    for (size_t i = 0; i < window.extras.size(); ++i)
        result.extras.push_back(slope * double(weights[size_t(top.units) + i]));
    return result;
}

} // namespace foretrail
