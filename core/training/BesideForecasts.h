#pragma once

#include "core/training/Experiment.h"

namespace foretrail {

/// What stands beside a forecast: another model on the same series, or a stored run of it.
struct BesideChoice {
    QString model; ///< of the registry; empty: a run
    RunId run;
    bool operator==(const BesideChoice &) const = default;
};

/// The forecast of a choice, on the axis of the one that it stands beside.
struct BesideForecast {
    BesideChoice choice;
    QString name;
    TrainingSpec spec;
    QString fingerprint;       ///< of the data and the recipe that a model learnt from
    qint64 testStart = 0;      ///< step of the first value of `test`
    qint64 futureStart = 0;    ///< and of `future`
    Forecast test;             ///< as long as the test part was; empty without one
    Forecast future;
    double mae = missing;      ///< on the test part that both have; NaN where it is another one
    QString problem;           ///< why there is none; empty: there is
};

/// The mean absolute error of a forecast on the test part of `shown`, which `spec` made; NaN where it does not begin there or is not as long.
double errorOnTest(const ForecastOutcome &shown, const TrainingSpec &spec, qint64 testStart, const Forecast &test);

/// Runs the model on the series of `spec` as `shown` was, no matter how it was made. What stops one is its problem; Cancelled alone is an error.
Result<BesideForecast> besideModel(Workspace &workspace, const TrainingSpec &spec, const QString &model, const ForecastOutcome &shown, JobContext &job);

/// The forecast of a stored run as it was stored, from its own origin. Its error is taken where it was tested on the same steps as `shown`.
Result<BesideForecast> besideRun(Workspace &workspace, RunId run, const TrainingSpec &spec, const ForecastOutcome &shown);

/// Which forecasts missed least: places in `errors` (NaN: not compared), several where they are equal up to rounding. Empty where fewer than two are
/// compared.
std::vector<size_t> closestOf(const std::vector<double> &errors);

} // namespace foretrail
