#pragma once

#include "core/models/Autoregression.h"

#include <vector>

namespace foretrail {

/// The deterministic part of ar-fourier: an intercept (level only), a straight line, sines and cosines.
struct HarmonicTerms {
    bool isDifferenced = false; ///< describes y_t - y_{t-1} instead of y_t: no intercept, no line
    bool hasTrend = false;
    int season = 1;
    int pairs = 0;             ///< sin and cos of 2 pi k t / season, k = 1..pairs
    double longSeason = 0;     ///< 0: none
    int longPairs = 0;         ///< those that coincide with a pair of the main season are left out
    double trendLength = 1;    ///< the line rises by its coefficient over so many steps

    /// The values of all terms at step t (counted from the first observation of the training part).
    std::vector<double> at(double t) const;
    int count() const { return int(at(0).size()); }
    bool operator==(const HarmonicTerms &) const = default;
};

/// What the terms add up to at one step, by what they are.
struct HarmonicSums {
    double level = 0;
    double trend = 0;
    double season = 0;
    double longSeason = 0;
};

/// Terms, their coefficients and the autoregression of what they leave.
struct HarmonicFit {
    HarmonicTerms terms;
    std::vector<double> beta;
    ArFit errors;
    double criterion = 0; ///< AICc
    std::vector<double> columnBeta{}; ///< of HarmonicChoice::columns, of their changes when differenced; empty: without them
    double level(double t) const; ///< sum of beta times terms
    HarmonicSums sums(double t) const; ///< the same, parted
};

/// What may be chosen from.
struct HarmonicChoice {
    std::vector<int> pairs{0};
    std::vector<int> longPairs{0};
    int season = 1;
    double longSeason = 0;
    bool mayTrend = true;
    int arOrder = -1; ///< -1: by AICc among 0..maxArOrder
    int maxArOrder = 0;
    std::vector<std::vector<double>> columns{}; ///< regressors as long as y, of about unit size; tried all together and not at all
};

/// Regression of y on each set of terms by least squares, then Burg's autoregression of the residuals; the pair with
/// the smallest AICc, over levels and first differences on the same rows t = 1..n-1. Every candidate's normal
/// equations are cut from one Gram matrix. y has at least 4 values that are not all equal;
/// `pairs` and `longPairs` name one number at least that leaves three rows to a term.
HarmonicFit fitHarmonics(Values y, const HarmonicChoice &choice);

} // namespace foretrail
