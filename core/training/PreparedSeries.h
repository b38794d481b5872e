#pragma once

#include "core/models/Forecaster.h"
#include "core/training/StageReport.h"
#include "core/training/TrainingSpec.h"

namespace foretrail {

/// A series as a model sees it, and the way back to the unit of the data. Movable, not thread-safe.
class PreparedSeries {
public:
    /// Runs the recipe of the request. Forecasts that come back keep to the limits.
    static Result<PreparedSeries> make(const PreparationRequest &request, const ForecastLimits &limits, const Surroundings &surroundings,
                                       JobContext &job);

    /// On the scale that the steps made; the model learns and forecasts here.
    const Series &series() const { return m_preparation.frame().target; }
    const Frame &frame() const { return m_preparation.frame(); }
    /// In the unit of the data on the aligned axis: cleaned, before the first step with a way back. It may begin before
    /// series() where steps cut off the front, and ends with it.
    const Series &history() const { return m_history; }
    /// Observations of history() before the first of series().
    qint64 lead() const { return m_history.size() - frame().size(); }
    /// Some step moved or bent the values, so that zero is no longer zero.
    bool isTransformed() const { return m_isTransformed; }
    const QList<StageReport> &stages() const { return m_stages; }
    /// The steps of history() that had no observation and that a step of the recipe filled.
    std::vector<qint64> filled() const;

    Regressors regressors() const;
    FitOptions fitOptions() const;

    /// Of everything in the unit of the data. Where the data was never negative, forecasts are not either unless a floor says so.
    ForecastLimits limits() const;
    /// Values from the end of series(), in the unit of the data, whatever the limits say.
    std::vector<double> inUnit(std::vector<double> path) const;
    /// A forecast from the end of series(), in the unit of the data and within limits().
    Forecast ledBack(Forecast forecast) const;
    /// One-step predictions for each observation of series(), in the unit of the data over history() and within limits().
    std::vector<double> ledBack(const std::vector<double> &oneStep) const;

private:
    PreparedSeries(Preparation preparation, const Recipe &recipe, const ForecastLimits &limits);

    Preparation m_preparation;
    ForecastLimits m_limits;
    Series m_history;
    QList<StageReport> m_stages;
    QHash<QString, QString> m_attributes;
    bool m_isTransformed = false;
};

/// What all preparations of one series under a spec have in common.
struct PreparationTask {
    const Series &series;
    const TrainingSpec &spec;
    const Surroundings &surroundings;
    JobContext &job;

    /// The series after the steps that change its axis alone: in the unit of the data, before any cleaning, NaN where missing.
    /// They learn from what lies before `boundary`, or from the first half.
    Result<Series> aligned(std::optional<WallMs> boundary = {}) const;
    /// The recipe on all observations before `end` (all without one), learnt from those before `boundary`.
    Result<PreparedSeries> prepared(WallMs boundary, std::optional<WallMs> end, qint64 ahead) const;
    /// Up to here steps that change the axis learn, whatever is held out: before any part that judges, save in very long ones.
    WallMs half() const;
    /// Where the training part ends that steps learn from: before the validation part of a model that has one.
    WallMs boundaryFor(const TimeAxis &axis, qint64 trainLength, const ModelSpec &model) const;
};

/// Whether a step of the recipe makes another time axis, so that steps count differently before it.
bool changesAxis(const Recipe &recipe);

/// Whether a series can be left out for it, so that the others go on: too short, degenerate, or not what a step needs.
bool concernsOneSeries(const Error &error);

} // namespace foretrail
