#pragma once

#include "core/series/Series.h"

namespace foretrail {

enum class EtsError { Additive, Multiplicative };
enum class EtsTrend { None, Additive, Damped };
enum class EtsSeason { None, Additive, Multiplicative };

/// A form of exponential smoothing in the taxonomy of Hyndman, Koehler, Ord & Snyder, Forecasting with Exponential
/// Smoothing (2008).
struct EtsForm {
    EtsError error = EtsError::Additive;
    EtsTrend trend = EtsTrend::None;
    EtsSeason season = EtsSeason::None;

    bool hasTrend() const { return trend != EtsTrend::None; }
    bool hasSeason() const { return season != EtsSeason::None; }
    bool isDamped() const { return trend == EtsTrend::Damped; }
    /// No value may be zero or less.
    bool needsPositive() const { return error == EtsError::Multiplicative || season == EtsSeason::Multiplicative; }
    QString name() const; ///< "ETS(M,Ad,N)"
    bool operator==(const EtsForm &) const = default;
};

/// Weights of the error in level, slope and season, and the damping. A form without one has 0 (damping 1).
/// Inside 0 < beta < alpha < 1 and 0 < gamma < 1 - alpha all forms are stable.
struct EtsWeights {
    double alpha = 1;
    double beta = 0;
    double gamma = 0;
    double phi = 1;
};

/// Level, slope and season before an observation.
struct EtsState {
    double level = 0;
    double slope = 0;
    std::vector<double> season; ///< by place
    size_t place = 0;           ///< of the next observation

    double nextSeason() const { return season.empty() ? 0.0 : season[place]; }
};

/// The forecast of the next observation.
double etsNext(const EtsForm &form, const EtsWeights &weights, const EtsState &state);
/// The state after `value` was observed. The season of an additive-error form is that of Holt and Winters (its share of
/// the new level); that of a multiplicative-error form is its share of the level forecast.
void etsObserve(const EtsForm &form, const EtsWeights &weights, EtsState &state, double value);

/// What a likelihood is made of, and its derivatives.
struct EtsLikelihood {
    double value = 0;      ///< -2 log L without constants: n log(sum e^2 / n), plus 2 sum log(forecast) for relative errors; infinity outside
    double squared = 0;    ///< sum of squared one-step errors, relative ones for a multiplicative error
    EtsWeights byWeights;  ///< derivatives of `value`
    EtsState byStart;
};

/// Runs the form over values; the derivatives by one pass back over the same steps.
class EtsRecursion {
public:
    EtsRecursion(Values values, const EtsForm &form) : m_values(values), m_form(form), m_steps(values.size()) {}

    /// `result` keeps its memory between calls.
    void evaluate(const EtsWeights &weights, const EtsState &start, EtsLikelihood &result);

private:
    struct Step {
        double base;      ///< level and damped slope before the observation
        double slope;     ///< before
        double season;    ///< before
        double predicted;
        double error;
        double divisor;   ///< of the error in the season's update
    };

    bool forward(const EtsWeights &weights, const EtsState &start, EtsLikelihood &result);
    void backward(const EtsWeights &weights, EtsLikelihood &result);
    double byPrediction(const Step &step, double value, double squared) const;

    const Values m_values;
    const EtsForm m_form;
    std::vector<Step> m_steps;
    EtsState m_state;
};

} // namespace foretrail
