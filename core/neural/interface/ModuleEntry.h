#pragma once

namespace foretrail {
class NeuralEngine;
}

namespace foretrail::neural {

/// Raised whenever an interface that crosses into the module changes; a module of another version is refused.
inline constexpr int moduleVersion = 3;

/// The one symbol the module exports, "foretrail_neural_engine": the engine, or null when the version differs or
/// LibTorch does not start. Throws nothing.
using ModuleEntry = NeuralEngine *(*)(int version);

} // namespace foretrail::neural
