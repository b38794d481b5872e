#pragma once

#include "core/models/Forecaster.h"

namespace foretrail {

// Each method gives n + 1 rates: what it forecasts for a step after the first t observations, t = 0..n; NaN after none.

/// Croston 1972: at a demand its size z and the steps q since the one before are smoothed, z += a (y - z), p += a (q - p);
/// the rate is z / p. z begins with the first demand, p with its place from 1. Before the first demand the rate is 0.
std::vector<double> crostonRates(Values values, double smoothing);

/// Where TSB begins: before the first observation.
struct DemandStart {
    double size = 0;
    double probability = 0;
};
/// The first size, and the share of the steps with demand.
DemandStart demandStart(Values values);

/// Teunter, Syntetos & Babai 2011: the size as Croston's, the probability at every step, p += b (1{y > 0} - p); the rate is
/// z p and falls where an item dies.
std::vector<double> tsbRates(Values values, double sizeSmoothing, double probabilitySmoothing, const DemandStart &start);

/// ADIDA (Nikolopoulos et al. 2011): simple exponential smoothing of the sums of `block` steps, begun with the first whole sum
/// and ending with the last observation; the rate is the level over `block`. Below `block` observations it is their mean.
std::vector<double> adidaRates(Values values, int block, double smoothing);

/// IMAPA (Petropoulos & Kourentzes 2015): the mean of ADIDA over the blocks 1..largest.
std::vector<double> imapaRates(Values values, int largest, double smoothing);

/// The mean of all before.
std::vector<double> runningMeans(Values values);

/// The interval of a step whose mean is `rate`, from the `sizes` of demand (ascending) among `length` observations: the limits
/// that drawing sizes without end would lead to. Demand has the probability rate / mean size; a rate above the mean size has
/// demand at every step, of sizes stretched to it. Sizes of both signs (a prepared scale) keep their share of the steps and are
/// shifted. Widened to hold the rate.
struct DemandRange {
    double low = 0;
    double high = 0;
};
DemandRange demandRange(double level, double rate, Values sizes, qint64 length);

} // namespace foretrail
