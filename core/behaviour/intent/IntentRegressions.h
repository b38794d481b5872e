#pragma once

#include "core/behaviour/intent/Calibration.h"
#include "core/behaviour/intent/IntentFeatures.h"

namespace foretrail {

/// Cases with their features.
struct IntentCases {
    std::vector<IntentExample> examples;
    FeatureRows rows;
    std::vector<bool> happened;
};

/// A calibrated logistic regression on some of the features: one that ranks by a single habit, or one that weighs all that helps.
struct IntentRegression {
    QString name;             ///< "recency", "purchases" or "logistic"
    std::vector<bool> use;    ///< the features that may weigh
    std::vector<int> directions; ///< of their weights; empty: any
    double ridge = 1;
    LogisticRegression model;
    Calibration calibration;
    double loss = 0;          ///< log loss of the validation, calibrated on it

    Result<void> learn(const IntentCases &training, const IntentCases &validation, JobContext &job);
    /// The same from all cases; the calibration stays.
    Result<void> learnAgain(const IntentCases &all, JobContext &job);
    std::vector<double> probabilities(const FeatureRows &rows) const;
};

/// Recency and the number of purchases, which any table shows, and the regression on what told the validation best: its ridge, and
/// whether how often and how lately a user was there, what was looked at, and carts and favourites are left out. Says in `notes` what is.
Result<std::vector<IntentRegression>> learnRegressions(const IntentQuestion &question, const IntentCases &training, const IntentCases &validation,
                                                       QStringList &notes, JobContext &job);

std::vector<double> calibrated(const Calibration &calibration, std::vector<double> said);

} // namespace foretrail
