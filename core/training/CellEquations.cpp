#include "core/training/CellEquations.h"

#include <cmath>

namespace foretrail {

namespace {

constexpr size_t candidateGate = 2; // of both cells

double sumOfTerms(const std::vector<EquationTerm> &terms, double bias)
{
    double sum = bias;
    for (const EquationTerm &term : terms)
        sum += term.product();
    return sum;
}

/// Without what the gate makes of its sums.
GateEquation sumsOf(const TracedNetwork::Layer &layer, const LayerTrace &trace, int gate, int step, int unit)
{
    GateEquation equation;
    const auto row = size_t(gate * trace.units + unit);
    for (int i = 0; i < layer.width; ++i)
        equation.inputs.push_back({i, double(layer.inputWeights[row * size_t(layer.width) + size_t(i)]), trace.inputsAt(step)[i]});
    for (int u = 0; u < trace.units; ++u)
        equation.hidden.push_back({u, double(layer.hiddenWeights[row * size_t(trace.units) + size_t(u)]), trace.state(step - 1, u)});
    equation.inputBias = double(layer.inputBias[row]);
    equation.hiddenBias = double(layer.hiddenBias[row]);
    equation.inputSum = sumOfTerms(equation.inputs, equation.inputBias);
    equation.hiddenSum = sumOfTerms(equation.hidden, equation.hiddenBias);
    equation.argument = equation.inputSum + equation.hiddenSum;
    return equation;
}

void finishLstm(UnitEquations &unit)
{
    for (size_t gate = 0; gate < unit.gates.size(); ++gate) {
        GateEquation &equation = unit.gates[gate];
        equation.value = gate == candidateGate ? std::tanh(equation.argument) : logistic(equation.argument);
    }
    unit.cell = unit.gates[1].value * unit.cellBefore + unit.gates[0].value * unit.gates[2].value;
    unit.hidden = unit.gates[3].value * std::tanh(unit.cell);
}

void finishGru(UnitEquations &unit)
{
    GateEquation &reset = unit.gates[0];
    GateEquation &update = unit.gates[1];
    GateEquation &candidate = unit.gates[candidateGate];
    reset.value = logistic(reset.argument);
    update.value = logistic(update.argument);
    candidate.argument = candidate.inputSum + reset.value * candidate.hiddenSum;
    candidate.value = std::tanh(candidate.argument);
    unit.hidden = (1 - update.value) * candidate.value + update.value * unit.hiddenBefore;
}

} // namespace

UnitEquations unitEquations(const TracedNetwork &network, const NetworkTrace &trace, int layer, int step, int unit)
{
    const LayerTrace &states = trace.layers[size_t(layer)];
    UnitEquations result;
    result.kind = network.shape().cell;
    for (int gate = 0; gate < network.gateCount(); ++gate)
        result.gates.push_back(sumsOf(network.layer(layer), states, gate, step, unit));
    result.hiddenBefore = states.state(step - 1, unit);
    if (result.kind == Cell::Lstm) {
        result.cellBefore = states.cell(step - 1, unit);
        finishLstm(result);
    } else {
        finishGru(result);
    }
    return result;
}

} // namespace foretrail
