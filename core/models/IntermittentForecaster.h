#pragma once

#include "core/models/Forecaster.h"

namespace foretrail {

/// Models of demand that is seldom: the same rate for every step ahead. Smoothing is the spec's, or that of the smallest summed
/// squared one-step errors from 0.05 to 0.30. Intervals come from the demand sizes of the history and the probability of demand
/// (demandRange), the same at each step; below zero only where the history is. Where there is nothing to smooth (no demand, one
/// demand, a constant) all of them are the mean of everything so far, and say so.
std::unique_ptr<Forecaster> makeCroston(const ModelSpec &spec);
std::unique_ptr<Forecaster> makeSba(const ModelSpec &spec);   ///< Croston's rate times 1 - a/2 (Syntetos & Boylan 2005)
std::unique_ptr<Forecaster> makeTsb(const ModelSpec &spec);
std::unique_ptr<Forecaster> makeAdida(const ModelSpec &spec); ///< in blocks of the mean interval, rounded, at most half of the history
std::unique_ptr<Forecaster> makeImapa(const ModelSpec &spec);

} // namespace foretrail
