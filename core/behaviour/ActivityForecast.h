#pragma once

#include "core/models/Forecaster.h"

namespace foretrail {

struct ActivityForecast {
    Forecast forecast; ///< empty when there is too little to learn from
    QString model;     ///< name in the registry; empty without a forecast
    QString note;      ///< why there is none, in words
};

/// Forecasts how often one user will come, with 80 and 95 % bands: ar-fourier for users with a long record, a moving
/// average for a short one, nothing where a forecast would only pretend. Never fails but for Cancelled.
Result<ActivityForecast> forecastActivity(const Series &activity, JobContext &job);

/// The forecast of a user who may be gone: with a probability of 1 - `active` nothing comes any more. The mean is weighted with it; a
/// bound of a band is that of both cases together, the bands taken for halves of normal distributions on either side of the mean.
void weighWithActive(Forecast &forecast, double active);

} // namespace foretrail
