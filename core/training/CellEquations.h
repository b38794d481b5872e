#pragma once

#include "core/training/TracedNetwork.h"

namespace foretrail {

/// One product inside a gate: a weight times an input or a state.
struct EquationTerm {
    int from = 0; ///< which input (or unit of the step before)
    double weight = 0;
    double value = 0;
    double product() const { return weight * value; }
};

/// What stands inside sigma or tanh of one gate, and what comes out.
struct GateEquation {
    std::vector<EquationTerm> inputs; ///< W x
    std::vector<EquationTerm> hidden; ///< U h of the step before
    double inputBias = 0;
    double hiddenBias = 0;
    double inputSum = 0;  ///< W x + b
    double hiddenSum = 0; ///< U h + b'
    double argument = 0;  ///< the sum of both; of the candidate of a GRU: W x + b + r (U h + b')
    double value = 0;
};

/// The equations of one unit at one step, each recomputed from its terms.
struct UnitEquations {
    Cell kind = Cell::Lstm;
    std::vector<GateEquation> gates; ///< LSTM i, f, g, o; GRU r, z, n
    double cellBefore = 0;           ///< LSTM alone, as is cell
    double cell = 0;
    double hiddenBefore = 0;
    double hidden = 0;
};

/// Places must lie within the trace, which must be of this network.
UnitEquations unitEquations(const TracedNetwork &network, const NetworkTrace &trace, int layer, int step, int unit);

} // namespace foretrail
