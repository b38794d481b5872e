#pragma once

#include "core/behaviour/BuyerModel.h"
#include "core/data/PurchaseHistory.h"
#include "core/jobs/JobContext.h"

#include <QJsonObject>

#include <vector>

namespace foretrail {

/// Users of one history, counted.
struct BuyerGroup {
    BuyerHistory history;
    double count = 0;
};

/// The unit of time of a model: a day, a week, or a month of 30.4375 days.
struct BuyerUnit {
    QString name;
    double days = 7;
};
/// "day", "week", "month"; InvalidInput names them.
Result<BuyerUnit> buyerUnit(const QString &name);

BuyerHistory buyerHistory(const PurchaseHistory &purchases, DayNumber calibrationEnd, const BuyerUnit &unit);

/// Equal histories together, in ascending order: what a likelihood needs of a customer base.
std::vector<BuyerGroup> buyerGroups(const PurchaseHistories &histories, const BuyerUnit &unit);
std::vector<BuyerGroup> buyerGroups(std::vector<BuyerHistory> histories);

/// A model of buyers with the parameters that make what was seen likeliest.
struct BuyerFit {
    QString model;
    BuyerUnit unit;
    BuyerParameters parameters{};
    std::vector<double> covariance; ///< of the ln of the parameters, row by row
    std::vector<double> open;       ///< directions of them that the data leaves open, as of LikelihoodPeak
    double logLikelihood = 0;
    qint64 users = 0;
    qint64 repeatBuyers = 0;

    bool isDetermined() const { return open.empty() && !covariance.empty(); }
    /// Of what has these derivatives by the ln of the parameters; NaN where it depends on what is open.
    double variance(const BuyerParameters &slopes) const;
    QJsonObject parametersJson() const; ///< by name
    QJsonObject toJson() const;
    static Result<BuyerFit> fromJson(const QJsonObject &json);
};

/// Fewer users who came back than this say nothing of how users leave.
inline constexpr qint64 fewestRepeatBuyers = 20;

/// Maximum likelihood from several starts. The sums have the same order whatever the number of `workers` (0: all cores).
/// TooShort with fewer repeat buyers than needed, in words; Degenerate; Cancelled.
Result<BuyerFit> fitBuyers(const BuyerModel &model, const std::vector<BuyerGroup> &groups, const BuyerUnit &unit, int workers, JobContext &job);

/// ln of the likelihood of all groups, and its derivatives by the ln of the parameters.
double logLikelihoodOf(const BuyerModel &model, const std::vector<BuyerGroup> &groups, const BuyerParameters &parameters, int workers,
                       BuyerParameters &slopes);

} // namespace foretrail
