#pragma once

#include "core/models/ExponentialSmoothing.h"

#include <optional>
#include <span>

namespace foretrail {

/// A fitted form: what it began with and how well it did.
struct EtsFit {
    EtsForm form;
    EtsWeights weights;
    EtsState start;
    double squared = 0;  ///< sum of squared one-step errors (relative ones for a multiplicative error)
    double variance = 0; ///< of one such error: the sum over observations less parameters
    double aicc = 0;     ///< comparable between forms on the same values
};

/// Weights and starting state that are estimated, and the variance.
int etsParameters(const EtsForm &form, int season);

/// Whether `form` can be fitted: two parameters less than values and one, two whole seasons for a season, values above
/// zero where it needs them.
bool isAdmissible(const EtsForm &form, Values values, int season);

/// Where a search begins: a season by classical decomposition, then a line through the first ten values or two seasons
/// (Hyndman et al. 2008, section 2.6.1).
EtsState etsStart(Values values, const EtsForm &form, int season);

/// Maximum likelihood over weights and, where `isStartFree`, the starting state. Above a season of 24 the starting season
/// stays that of the decomposition: too many numbers to estimate from the few seasons there are.
/// Nothing where no search ends in a finite likelihood.
std::optional<EtsFit> fitEts(Values values, const EtsForm &form, const EtsState &start, bool isStartFree);

/// The admissible form with the least AICc; nothing where there is none.
std::optional<EtsFit> bestEts(Values values, std::span<const EtsForm> forms, int season);

/// All forms but those with an additive error and a multiplicative season, whose variance is not finite
/// (Hyndman et al. 2008, chapter 15).
std::vector<EtsForm> automaticEtsForms();

} // namespace foretrail
