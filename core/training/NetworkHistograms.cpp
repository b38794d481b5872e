#include "core/training/NetworkHistograms.h"

#include "core/neural/interface/Weights.h"
#include "core/training/TracedNetwork.h"

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

constexpr size_t bins = 20;

/// Adds up values between two ends.
class Counter {
public:
    Counter(double low, double high)
    {
        m_histogram.low = low;
        m_histogram.high = high;
        m_histogram.counts.resize(bins);
    }
    void add(double value)
    {
        const double place = (value - m_histogram.low) / (m_histogram.high - m_histogram.low) * double(bins);
        ++m_histogram.counts[size_t(std::clamp(place, 0.0, double(bins - 1)))];
        ++m_histogram.total;
        m_sum += value;
    }
    Histogram done()
    {
        m_histogram.mean = m_histogram.total > 0 ? m_sum / double(m_histogram.total) : missing;
        return m_histogram;
    }

private:
    Histogram m_histogram;
    double m_sum = 0;
};

/// Of all values of some tensors, between round ends that stay while weights grow a little: bars then move, not the axis.
Histogram histogramOf(const std::vector<const Tensor *> &tensors)
{
    double largest = 0;
    for (const Tensor *tensor : tensors)
        for (const float value : tensor->values)
            largest = std::max(largest, std::abs(double(value)));
    double end = 0.25;
    while (end < largest)
        end *= 2;
    Counter counter(-end, end);
    for (const Tensor *tensor : tensors)
        for (const float value : tensor->values)
            counter.add(value);
    return counter.done();
}

/// Tensors with `part` in their names and `suffix` at the end.
std::vector<const Tensor *> tensorsNamed(const std::vector<Tensor> &tensors, const std::string &part, const std::string &suffix)
{
    std::vector<const Tensor *> found;
    for (const Tensor &tensor : tensors)
        if (tensor.name.find(part) != std::string::npos && tensor.name.ends_with(suffix))
            found.push_back(&tensor);
    return found;
}

class GateCounters {
public:
    explicit GateCounters(const TracedNetwork &network)
    {
        constexpr int candidate = 2; // of either cell: a tanh, where the others are sigmas
        for (int layer = 0; layer < network.shape().layers; ++layer)
            for (int gate = 0; gate < network.gateCount(); ++gate)
                m_counters.emplace_back(gate == candidate ? -1.0 : 0.0, 1.0);
    }
    void add(const NetworkTrace &trace)
    {
        size_t first = 0;
        for (const LayerTrace &layer : trace.layers) {
            for (int step = 0; step < layer.steps(); ++step)
                for (int gate = 0; gate < layer.gateCount; ++gate)
                    for (int unit = 0; unit < layer.units; ++unit)
                        m_counters[first + size_t(gate)].add(layer.gate(step, gate, unit));
            first += size_t(layer.gateCount);
        }
    }
    Histogram of(int layer, int gate, int gates) { return m_counters[size_t(layer * gates + gate)].done(); }

private:
    std::vector<Counter> m_counters;
};

} // namespace

Result<NetworkHistograms> networkHistograms(const JudgedEpoch &epoch, const JobContext &job)
{
    const Result<std::vector<Tensor>> tensors = decodeWeights(epoch.weights);
    if (!tensors)
        return fail(tensors.error());
    const Result<TracedNetwork> network = TracedNetwork::from(*tensors);
    if (!network)
        return fail(network.error());
    NetworkHistograms result;
    result.cell = network->shape().cell;
    result.epoch = epoch.epoch;
    result.head = histogramOf(tensorsNamed(*tensors, "head.", {}));
    result.windows = epoch.part && epoch.part->features == network->shape().features && epoch.part->entity <= std::max(network->shape().entities - 1, 0) ? epoch.part->windowCount() : 0;
    GateCounters gates(*network);
    const size_t width = result.windows > 0 ? size_t(epoch.part->lookback * epoch.part->features) : 0;
    for (int window = 0; window < result.windows; ++window) {
        if (job.stopRequested())
            return fail(Error::cancelled());
        const auto from = epoch.part->windows.begin() + std::ptrdiff_t(size_t(window) * width);
        gates.add(network->trace(TracedWindow{{from, from + std::ptrdiff_t(width)}, {}, epoch.part->entity, 0, OutputBend::None}));
    }
    for (int layer = 0; layer < network->shape().layers; ++layer) {
        const std::string suffix = "_l" + std::to_string(layer);
        result.layers.push_back({histogramOf(tensorsNamed(*tensors, "weight_ih", suffix)), histogramOf(tensorsNamed(*tensors, "weight_hh", suffix)),
                                 histogramOf(tensorsNamed(*tensors, "bias_", suffix)), {}});
        for (int gate = 0; gate < network->gateCount(); ++gate)
            result.layers.back().gates.push_back(gates.of(layer, gate, network->gateCount()));
    }
    return result;
}

} // namespace foretrail
