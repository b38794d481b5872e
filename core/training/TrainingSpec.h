#pragma once

#include "core/data/Questions.h"
#include "core/models/ForecastLimits.h"
#include "core/models/ModelSpec.h"
#include "core/preparation/Presets.h"

#include <QJsonObject>

namespace foretrail {

/// The last observations are the test part, those before them validation, the rest training.
struct Split {
    int test = 28;       ///< observations; 0: none
    int validation = -1; ///< observations; -1: as many as a tenth of what is left, at least the horizon
    /// Of `trainLength` observations before the test part; never more than a third of them.
    qint64 validationLength(qint64 trainLength, int horizon) const;
    bool operator==(const Split &) const = default;
};

/// One training, complete: the same spec, data and seed give the same numbers anywhere. A value.
struct TrainingSpec {
    SeriesQuery query;      ///< query.keys names the series to train on; one run for each
    ModelSpec model;
    Recipe recipe = standardRecipe(); ///< how the series becomes what the model sees
    Split split;
    int horizon = 28;
    QList<double> levels{80, 95};
    ForecastLimits limits;  ///< of forecasts in the unit of the data

    /// Keys: measure, by, step, series, segment (a name, or {key, rule}), model, season, arOrder, ..., recipe{}, split{}, horizon, levels, limits{floor, cap, whole}, seed.
    QJsonObject toJson() const;
    /// Unknown keys, wrong types and values out of range are errors that name the key and what is allowed. In place of the
    /// recipe there may be the key that came before it, cleaning{missing, negative, outliers, outlierWidth}.
    static Result<TrainingSpec> fromJson(const QJsonObject &json);
    /// Settings that the file does not name are those of `below`; nullptr: the usual ones.
    static Result<TrainingSpec> fromFile(const QString &path, const TrainingSpec *below = nullptr);
    /// Checks ranges as fromJson does; the first problem.
    Result<void> validate() const;

    /// The article's network: three LSTM layers of 64 with dropout 0.2, lookback 30, one step ahead and recursive,
    /// Adam, MSE, batch 32, 100 epochs, min-max.
    static TrainingSpec articlePreset();
    /// One small layer and few epochs: whether a network is worth a try, within a second or two.
    static TrainingSpec quickPreset();
    /// For a series of days of a shop: four weeks back, the place in the week, a rate that falls, early stopping.
    static TrainingSpec dailyPreset();
    /// One LSTM over all series, for weeks of many items: two seasons back, all steps at once, absolute errors, three seeds whose median counts. With these
    /// settings M4 Weekly was measured.
    static TrainingSpec globalPreset();
    /// Two units that look back a week: small enough to follow every number in front of a class.
    static TrainingSpec teachingPreset();
    bool operator==(const TrainingSpec &) const = default;
};

} // namespace foretrail
