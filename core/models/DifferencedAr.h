#pragma once

#include "core/models/ArSearch.h"
#include "core/models/Forecaster.h"
#include "core/series/Stationarity.h"

namespace foretrail {

/// An autoregression of the differences of a series on a scale of Box and Cox, and the way back: what "ar-diff", "ar-seasonal" and
/// "ar-auto" have in common. They differ in how they choose lambda, the differences and the order.
struct DifferencedAr {
    double lambda = 1; ///< 0: logarithms, 1: the values
    Differencing differencing;
    ArFound found; ///< of the differences
    bool isNonNegative = false;

    /// Observations that a forecast needs before it.
    qint64 fewest() const { return std::max(found.fit.order() + differencing.lost(), 1); }
    /// On the scale; a value that a later history brings at or below zero counts as the smallest positive one it has where that scale is
    /// logarithmic.
    std::vector<double> transformed(Values values) const;
    std::vector<double> differencesOf(Values transformed) const;
    /// Medians; intervals are normal on the scale.
    Forecast forecast(Values history, int horizon, std::span<const double> levels) const;
    /// That forecast taken apart: the last season or value as it would go on, and what the changes before it add.
    ForecastParts explained(Values history, int horizon) const;
    std::vector<double> oneStep(Values values) const;

    void toState(QJsonObject &state) const; ///< as arToState(), and "lambda", "seasonDifference", "firstDifference", "nonNegative"
    static DifferencedAr fromState(const QJsonObject &json, StateReader &state);

private:
    std::vector<double> centred(std::vector<double> changes) const;
    void addUnchanged(const std::vector<double> &z, ForecastParts &parts) const;
    void addUp(std::vector<double> &changes) const;
    double undifferenced(const std::vector<double> &z, size_t t) const;
    std::vector<double> wholeCoefficients() const;
    double valueOf(double z) const;
};

/// Goes on by such a model; how it is found and kept is left to those that differ in it.
class DifferencedArForecaster : public Forecaster {
public:
    Result<Forecast> forecast(const Series &history, int horizon, std::span<const double> levels) const override;
    Result<ForecastParts> explain(const Series &history, int horizon, JobContext &job) const override;
    Result<std::vector<double>> oneStep(const Series &series) const override;

protected:
    DifferencedAr m_model;
};

} // namespace foretrail
