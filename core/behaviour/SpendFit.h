#pragma once

#include "core/jobs/JobContext.h"

#include <QJsonObject>

#include <array>
#include <vector>

namespace foretrail {

/// What one user spent on so many repeat purchases, on average.
struct SpendRecord {
    int purchases = 0;
    double mean = 0; ///< above 0
    auto operator<=>(const SpendRecord &) const = default;
};

/// Gamma-Gamma model of spend (Fader & Hardie 2013): what a user spends varies by a gamma distribution of shape p around a mean
/// of its own, which varies over users by an inverse gamma of q and v. How often a user buys must not depend on it.
struct SpendFit {
    double p = 0, q = 0, v = 0;
    std::vector<double> covariance; ///< of ln p, ln q, ln v, row by row; empty where the data leaves one of them open
    double logLikelihood = 0;
    qint64 users = 0;
    double correlation = 0; ///< of the number of purchases and their mean: should be small

    /// What a purchase of the user will bring on average; NaN where the model knows no mean (q of 1 or less).
    double meanOf(const SpendRecord &record) const { return meanOf({p, q, v}, record); }
    static double meanOf(const std::array<double, 3> &parameters, const SpendRecord &record);
    QJsonObject toJson() const;
    static SpendFit fromJson(const QJsonObject &json);
};

/// ln of the likelihood of all records at p, q, v, and its derivatives by their ln.
double spendLogLikelihood(const std::vector<SpendRecord> &records, const std::array<double, 3> &parameters, std::array<double, 3> &slopes);

/// Maximum likelihood. TooShort with fewer than 20 records, Degenerate where all spend the same, Cancelled.
Result<SpendFit> fitSpend(std::vector<SpendRecord> records, JobContext &job);

} // namespace foretrail
