#pragma once

#include "core/neural/interface/RecurrentNetwork.h"

#include <QByteArray>

namespace foretrail {

/// Weights as stored. Nothing in it can be executed, whatever it is opened with:
///
///     "FTWEIGHT"  uint32 version (1)  uint32 length of the header
///     header: JSON {"tensors": [{"name": "...", "shape": [..]}, ...]}
///     the values of each tensor in that order, row-major, float32
///     SHA-256 of all before it
///
/// Integers and floats are little-endian.
QByteArray encodeWeights(const std::vector<Tensor> &tensors);

/// ForeignFile for anything else, a Python pickle included; NewerVersion; Format where it is damaged or cut short.
Result<std::vector<Tensor>> decodeWeights(const QByteArray &bytes);

} // namespace foretrail
