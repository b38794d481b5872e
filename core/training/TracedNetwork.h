#pragma once

#include "core/base/Logistic.h"
#include "core/neural/interface/RecurrentNetwork.h"

#include <map>

namespace foretrail {

/// What went through one layer while it read a window, in double precision. Gates stand in the order of the stored weights:
/// LSTM i, f, g, o (input, forget, candidate, output); GRU r, z, n (reset, update, candidate).
struct LayerTrace {
    int units = 0;
    int gateCount = 0;
    int width = 0;              ///< values that come in at each step
    std::vector<double> inputs; ///< [step][width]
    std::vector<double> gates;  ///< [step][gate][unit], after sigma or tanh
    std::vector<double> cells;  ///< [step][unit]; LSTM alone
    std::vector<double> hidden; ///< [step][unit]

    int steps() const { return units == 0 ? 0 : int(hidden.size()) / units; }
    const double *inputsAt(int step) const { return inputs.data() + size_t(step) * size_t(width); }
    double gate(int step, int gate, int unit) const { return gates[(size_t(step) * size_t(gateCount) + size_t(gate)) * size_t(units) + size_t(unit)]; }
    /// Of step -1, before the first: 0.
    double cell(int step, int unit) const { return step < 0 ? 0 : cells[size_t(step) * size_t(units) + size_t(unit)]; }
    double state(int step, int unit) const { return step < 0 ? 0 : hidden[size_t(step) * size_t(units) + size_t(unit)]; }
};

/// What makes a forecast of an output of the head.
enum class OutputBend { None, Softplus, Exponential };

/// What a network sees of one window, and which of its outputs is looked at.
struct TracedWindow {
    std::vector<double> inputs; ///< [step][feature]
    std::vector<double> extras; ///< that reach the head beside the last state; empty: all are 0
    int entity = 0;             ///< whose embedding it sees at each step
    int output = 0;
    OutputBend bend = OutputBend::None;
};

struct NetworkTrace {
    std::vector<LayerTrace> layers; ///< the one that sees the inputs first; behind them, at each step, the embedding
    std::vector<double> outputs;    ///< all of the head, on the network's scale
    double output = 0;              ///< the one that is looked at, bent
};

/// How an output changes with what the network sees.
struct InputGradient {
    std::vector<double> inputs; ///< [step][feature]
    std::vector<double> extras;
};

/// A recurrent network opened to look into: plain loops in double precision over one window at a time, every number kept. As fast
/// as a person looks, not as training needs. Immutable: any thread may ask.
///
///   LSTM  i, f, o = sigma(W x + b + U h + b'), g = tanh(W x + b + U h + b'), cell = f cell + i g, h = o tanh(cell)
///   GRU   r, z = sigma(W x + b + U h + b'), n = tanh(W x + b + r (U h + b')), h = (1 - z) n + z h
/// (Hochreiter & Schmidhuber 1997 with the forget gate of Gers et al. 2000; Cho et al. 2014 with the reset gate behind the product.)
class TracedNetwork {
public:
    /// Format where tensors are missing or do not fit each other.
    static Result<TracedNetwork> from(const std::vector<Tensor> &tensors);

    const NetworkShape &shape() const { return m_shape; }
    int gateCount() const { return m_shape.cell == Cell::Lstm ? 4 : 3; }
    /// One step at least.
    NetworkTrace trace(const TracedWindow &window) const;
    /// `inputs`: [steps][features], of a network that sees nothing else; its first output.
    NetworkTrace trace(std::span<const double> inputs) const { return trace(TracedWindow{{inputs.begin(), inputs.end()}, {}, 0, 0, OutputBend::None}); }
    /// How the output that is looked at changes, at the place of `trace`, which is of `window`.
    InputGradient inputGradient(const TracedWindow &window, const NetworkTrace &trace) const;

    /// The weights of a layer as LibTorch lays them out.
    struct Layer {
        int width = 0;                   ///< values that come in
        std::vector<float> inputWeights; ///< [gate * units + unit][width]
        std::vector<float> hiddenWeights; ///< [gate * units + unit][units]
        std::vector<float> inputBias, hiddenBias; ///< [gate * units + unit]
    };
    const Layer &layer(int index) const { return m_layers[size_t(index)]; }

private:
    Result<void> take(const std::map<std::string, Tensor> &tensors, const std::string &prefix);
    size_t headWidth() const { return size_t(m_shape.units + m_shape.extras); }
    std::vector<double> embedded(const TracedWindow &window) const;
    LayerTrace traceLayer(const Layer &layer, std::vector<double> inputs) const;
    void stepLstm(LayerTrace &trace, int step, const std::vector<double> &inputSide, const std::vector<double> &hiddenSide) const;
    void stepGru(LayerTrace &trace, int step, const std::vector<double> &inputSide, const std::vector<double> &hiddenSide) const;
    std::vector<double> backLayer(const Layer &layer, const LayerTrace &trace, const std::vector<double> &gradHidden) const;

    NetworkShape m_shape;
    std::vector<Layer> m_layers;
    std::vector<float> m_embedding;   ///< [entity][value]
    std::vector<float> m_headWeights; ///< [output][units + extras]
    std::vector<float> m_headBias;    ///< [output]
};

} // namespace foretrail
