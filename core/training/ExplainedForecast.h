#pragma once

#include "core/training/ReadyModel.h"

namespace foretrail {

/// Numbers of PartKind::Lag and PartKind::Change that stand for several.
inline constexpr int olderLags = 0;   ///< all beyond mostNamedLags
inline constexpr int recentLags = -1; ///< all up to it
inline constexpr int mostNamedLags = 7;

/// A forecast and what it is made of, in the unit of the data. A value.
struct ExplainedForecast {
    Series history;           ///< as PreparedSeries::history()
    std::vector<double> mean; ///< within the limits: the sum of the parts at each step
    ForecastParts parts;      ///< in the order of PartKind, each lag up to mostNamedLags by itself
    QString note;             ///< where the recipe changed the scale: how the parts were led back; else empty

    /// For pictures: the lags up to mostNamedLags are one part.
    ForecastParts coarse() const;
    /// Whether a part is large enough to be seen anywhere in a picture; rounding is not.
    bool isSeen(const Contribution &part) const;
    WallMs timeAt(int step) const { return history.timeAt(history.size() + step); } ///< step from 0
    /// "Sat 24 Dec 2011: 412. From a level of 380, Saturday raises it by 31, the trend lowers it by 4; of the values before, 120 of 17 Dec weighs most."
    QString sentence(int step) const;
};

/// Exact for linear models and their combinations, by integrated gradients for networks; what each says about itself stands beside
/// Forecaster::explain. Where the recipe bends the scale, a part is what it changes in the unit of the data, the mean of being added first
/// and taken away last; what is left of the sum is the part Back.
Result<ExplainedForecast> explainForecast(const ReadyModel &ready, const Recipe &recipe, int horizon, JobContext &job);

/// Reads the data, restores the model and explains.
Result<ExplainedForecast> explainForecast(Workspace &workspace, const FittedForecast &fitted, JobContext &job);

/// For people: "Weekday", "Last value", "price".
QString partTitle(const Contribution &part, const TimeAxis &axis);
/// For files: "level", "season7", "lag1", "older", "column:price".
QString partName(const Contribution &part);

} // namespace foretrail
