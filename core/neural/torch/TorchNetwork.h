#pragma once

#include "core/neural/interface/RecurrentNetwork.h"

#include <torch/torch.h>

#include <string>

namespace foretrail::neural {

/// One thread for LibTorch's loops and one for OpenBLAS, whose pool LibTorch's own setting does not reach: with more
/// the two pools get in each other's way and small networks train several times slower.
void limitThreads();

/// Products in full single precision and the same ones each time: without this a GPU rounds to ten bits where that is faster.
void computeOnGpuAsOnProcessor();

/// "LibTorch 1.13.1, 1 thread", "LibTorch 2.6.0, GPU"
std::string torchDescription(torch::Device device);

/// Weights drawn uniformly from +-1/sqrt(units) by a generator of our own. Throws what LibTorch throws.
std::unique_ptr<RecurrentNetwork> makeTorchNetwork(const NetworkShape &shape, quint64 seed, torch::Device device);

} // namespace foretrail::neural
