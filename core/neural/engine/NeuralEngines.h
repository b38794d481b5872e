#pragma once

#include "core/neural/interface/RecurrentNetwork.h"

namespace foretrail {

/// Unsupported with the reason and the package to install where OpenBLAS (LibTorch, a GPU) is not there. The first call may take long:
/// never from the GUI thread. Thread-safe; engines live until exit.
Result<NeuralEngine *> neuralEngine(EngineKind kind = EngineKind::Own);

/// For a network that has learnt already: our own where that kind is not there, for weights mean the same to all.
Result<NeuralEngine *> answeringEngine(EngineKind kind);

} // namespace foretrail
