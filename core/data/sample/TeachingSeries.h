#pragma once

#include "core/data/Workspace.h"

#include <vector>

namespace foretrail {

/// Fills an empty workspace with daily series whose rules are known, for people who show what a model can and cannot learn:
/// a random walk (nothing is closer than its last value), a week with noise (what a network can learn) and a shift of level
/// (what was learnt no longer holds). All of it or nothing; the same seed gives the same values. The rules are kept as JSON in
/// the setting "sample.truth". InvalidInput when the workspace holds data already.
Result<void> createTeachingSeries(Workspace &workspace, quint64 seed, JobContext &job);

/// The walk of this seed is one on whose last four weeks a network loses clearly to the last value, as it does on average over many.
inline constexpr quint64 usualTeachingSeed = 6;
inline constexpr const char *randomWalkKey = "Random walk";
inline constexpr const char *weekWithNoiseKey = "Week with noise";
inline constexpr const char *shiftOfLevelKey = "Shift of level";

/// The values by day from 1 January 2024, a Monday.
struct TeachingSeries {
    const char *key;
    const char *rule; ///< "y(t) = y(t-1) + 2 e(t)", e(t) standard normal
    std::vector<double> values;
};
std::vector<TeachingSeries> teachingSeries(quint64 seed);

inline constexpr int teachingDays = 600;
inline constexpr int shiftDay = 480; ///< from which on the level is another one

} // namespace foretrail
