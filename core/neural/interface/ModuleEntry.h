#pragma once

namespace foretrail {
class NeuralEngine;
enum class Device;
}

namespace foretrail::neural {

/// Raised whenever an interface that crosses into the module changes; a module of another version is refused.
inline constexpr int moduleVersion = 4;

/// The one symbol the module exports, "foretrail_neural_engine": the engine, or null when the version differs,
/// LibTorch does not start or finds no such device. Throws nothing.
using ModuleEntry = NeuralEngine *(*)(int version, Device device);

} // namespace foretrail::neural
