#pragma once

#include "core/models/ModelRegistry.h"
#include "core/training/GlobalNetwork.h"

namespace foretrail {

/// One recurrent network learnt from all series that are forecast together (FitOptions::panel; from the series alone where there are
/// no others), all steps ahead at once: Hewamalage, Bergmeir & Bandara (2021) for the kind of network, Lai et
/// al. (2018) for the linear part beside it. Whoever asks first trains; the others share what was learnt.
///
/// A window is the logarithms of a series (where all are above zero) less their mean over the last season, over their mean distance
/// from it. Whether a season is taken off first, and how many epochs are worth it, is what forecast the last `horizon` values of all
/// series best; then networks from several seeds learn from everything, and their median counts. Intervals hold what was missed on
/// those last values, around the forecast or, with the pinball loss, around the quantiles that the network says itself.
std::unique_ptr<Forecaster> makeGlobalForecaster(const ModelSpec &spec, Cell cell);

/// The network that all ask for who want equal settings of options.panel (not nullptr): learnt once, by whoever comes first. Of `shown`,
/// where it is given, options.hooks.onJudged is told meanwhile.
Result<std::shared_ptr<const GlobalNetwork>> learntNetwork(const ModelSpec &spec, Cell cell, const FitOptions &options, JobContext &job,
                                                           const ShownSeries *shown = nullptr);
/// Tells apart what changes it.
QString networkName(ModelSpec spec, Cell cell, const FitOptions &options);

/// Adds "lstm-global", "gru-global" and "hybrid".
void addGlobalModels(ModelRegistry &registry);

} // namespace foretrail
