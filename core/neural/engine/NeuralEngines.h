#pragma once

#include "core/neural/interface/RecurrentNetwork.h"

namespace foretrail {

/// Unsupported with the reason and the package to install where OpenBLAS (LibTorch) is not there. The first call may take long:
/// never from the GUI thread. Thread-safe; engines live until exit.
Result<NeuralEngine *> neuralEngine(EngineKind kind = EngineKind::Own);

} // namespace foretrail
