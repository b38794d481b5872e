#pragma once

#include "core/series/Series.h"

#include <QJsonObject>

#include <vector>

namespace foretrail {

/// Of the probabilities that were said within one bin, and how often it happened.
struct ReliabilityBin {
    double said = 0;     ///< mean probability
    double happened = 0; ///< share
    qint64 count = 0;
};

/// How good probabilities of yes and no are. NaN: cannot be told.
struct ProbabilityScores {
    qint64 count = 0;
    qint64 positives = 0;
    double auc = missing;     ///< area under the ROC curve, ties as half
    double aucError = missing; ///< its standard error by the number of cases (Hanley and McNeil 1982)
    double prAuc = missing;   ///< average precision: sum of precision times the step in recall, ties taken together
    double logLoss = missing; ///< mean of -ln P(what happened), probabilities kept within [1e-15, 1 - 1e-15]
    double brier = missing;   ///< mean of (probability - 0 or 1)^2
    double ece = missing;     ///< expected calibration error: mean of |said - happened| over the bins, by their counts
    double lift = missing;    ///< share of yes among the tenth with the highest probabilities, over the share among all
    std::vector<ReliabilityBin> bins; ///< ten of equally many, the lowest first; fewer where probabilities are alike

    double share() const { return count > 0 ? double(positives) / double(count) : missing; }
    QJsonObject toJson() const;
};

/// -ln P(what happened), with the probability kept within [1e-15, 1 - 1e-15].
double caseLoss(double probability, bool happened);

/// `happened` has an entry for each probability.
ProbabilityScores probabilityScores(const std::vector<double> &probabilities, const std::vector<bool> &happened);

} // namespace foretrail
