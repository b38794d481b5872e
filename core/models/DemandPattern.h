#pragma once

#include "core/series/Series.h"

namespace foretrail {

/// Kinds of demand by how often it comes and how much its size varies (Syntetos, Boylan & Croston 2005).
enum class DemandKind { None, Smooth, Erratic, Intermittent, Lumpy };

/// From these on demand is seldom, and its sizes vary much.
inline constexpr double seldomInterval = 1.32;
inline constexpr double variedSizes = 0.49;

struct DemandPattern {
    qint64 length = 0;          ///< observations
    qint64 demands = 0;         ///< of them with demand: any value but zero
    double interval = 0;        ///< ADI: length over demands, in steps; 0 without demand
    double squaredVariation = 0; ///< CV²: variance (by n - 1) of the sizes over the square of their mean; 0 below two demands
    DemandKind kind() const;
    /// One sentence, translated: the kind, and the two figures beside their limits.
    QString sentence() const;
    bool operator==(const DemandPattern &) const = default;
};

/// How many zeros stand at the end, where they say that demand is over: at least so many, and three times as many as any earlier run of
/// zeros between its demands, of which there are three or more; else 0.
inline constexpr qint64 fewestToEnd = 14;
qint64 endedFor(Values values);

/// `values` has nothing missing.
DemandPattern demandPattern(Values values);

/// The values that are not zero, ascending.
std::vector<double> demandSizes(Values values);

} // namespace foretrail
