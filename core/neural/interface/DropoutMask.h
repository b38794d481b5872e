#pragma once

#include <cstdint>

namespace foretrail::neural {

/// Dropout without a stored mask: whether an element is kept follows from its place alone, so that the way back makes the same mask
/// again, any number of threads make the same one, and another engine can be compared number by number.
///
/// Static, for files that are compiled for one instruction set must not share functions with others. The place of an element is (step * rows of the batch + row) * units + unit.

/// One key for each layer of each batch.
static inline uint32_t dropoutKey(uint64_t seed, uint64_t batch, uint32_t layer)
{
    uint64_t x = seed * 0x9E3779B97F4A7C15ULL + batch * 0xD1B54A32D192ED03ULL + (layer + 1) * 0x8CB92BA72F3D8DD7ULL;
    x ^= x >> 32;
    x *= 0xD6E8FEB86659FD93ULL;
    x ^= x >> 32;
    x *= 0xD6E8FEB86659FD93ULL;
    return uint32_t(x ^ (x >> 32));
}

/// The same of the weights from state to state, row by row.
static inline uint32_t recurrentDropoutKey(uint64_t seed, uint64_t batch, uint32_t layer) { return dropoutKey(seed, batch, layer + 0x10000U); }

/// Elements whose 24 random bits lie below it are dropped.
static inline uint32_t dropoutThreshold(double share) { return uint32_t(share * 16777216.0); }

static inline bool dropoutKeeps(uint32_t key, uint32_t place, uint32_t threshold)
{
    uint32_t x = place * 0x9E3779B1U ^ key;
    x ^= x >> 16;
    x *= 0x7FEB352DU;
    x ^= x >> 15;
    x *= 0x846CA68BU;
    x ^= x >> 16;
    return int32_t(x >> 8) >= int32_t(threshold);
}

} // namespace foretrail::neural
