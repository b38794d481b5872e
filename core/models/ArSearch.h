#pragma once

#include "core/models/Autoregression.h"
#include "core/models/StateReader.h"

#include <QString>

namespace foretrail {

/// How an autoregression is looked for.
struct ArSearch {
    ArEstimator estimator = ArEstimator::Burg;
    ArCriterion criterion = ArCriterion::Aicc;
    int order = -1;  ///< the one to take; -1: the criterion chooses among 0..largest
    int largest = 0;
    int season = 1;  ///< of the values and
    int horizon = 1; ///< steps to forecast: where the origins of ArCriterion::Rolling lie, and which orders it tries
};

/// What was found, and by what.
struct ArFound {
    ArFit fit;
    double deviation = 0; ///< of one step: the variance over the degrees of freedom that are left
    ArEstimator estimator = ArEstimator::Burg;   ///< that the fit is by
    ArCriterion criterion = ArCriterion::Aicc;   ///< AICc where the values leave no room for earlier origins
    int tried = -1;                              ///< the largest order among which was chosen; -1: the order was given
    bool wasExplosive = false; ///< by least squares, so it is by Burg

    /// "AR(13), chosen by BIC among 0 to 36, by Yule-Walker."
    QString inWords() const;
};

/// The autoregression of `values` around `mean`. Least squares choose on the rows behind the largest order, and are replaced by Burg's
/// fit of the same order where the spectral radius passes 1.
ArFound findAr(Values values, double mean, const ArSearch &search);

/// The largest order of `wanted` that so many values bear.
int bearableArOrder(int wanted, qint64 values, ArEstimator estimator);

/// A short grid of orders from 0 to `largest`: close together at first, and around one and two seasons.
std::vector<int> arOrderGrid(int largest, int season);

/// The mean over the trial origins (trialCuts) of the mean absolute error over the mean change from step to step before, for each
/// order of `orders`; NaN where an origin knows too little for it. Empty without origins.
std::vector<double> arTrialErrors(Values values, const std::vector<int> &orders, const ArSearch &search);

/// As models keep what was found: under "mean", "coefficients", "variance", "deviation", "tried", "estimator", "criterion" and
/// "explosive"; the last three are not there in models stored before there was a choice.
void arToState(const ArFound &found, QJsonObject &state);
ArFound arFromState(const QJsonObject &json, StateReader &state);

} // namespace foretrail
