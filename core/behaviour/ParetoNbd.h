#pragma once

#include "core/behaviour/BuyerModel.h"

namespace foretrail {

/// Pareto/NBD (Schmittlein, Morrison & Colombo 1987): a user may leave at any moment, by a rate of its own that varies over
/// users by a gamma distribution. Parameters r, alpha (gamma of the purchase rates), s, beta (gamma of the rates to leave);
/// alpha and beta are times.
class ParetoNbd : public BuyerModel {
public:
    QString name() const override { return QStringLiteral("pareto-nbd"); }
    QStringList parameterNames() const override;
    std::array<bool, buyerParameters> areTimes() const override { return {false, true, false, true}; }
    double leaving(const BuyerParameters &parameters, double year) const override;
    double sharedTerm(const BuyerParameters &parameters, int repeats, BuyerParameters &slopes) const override;
    double ownTerm(const BuyerParameters &parameters, const BuyerHistory &history, BuyerParameters &slopes) const override;
    double active(const BuyerParameters &parameters, const BuyerHistory &history) const override;
    double expectedPurchases(const BuyerParameters &parameters, const BuyerHistory &history, double time) const override;
};

} // namespace foretrail
