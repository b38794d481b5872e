#pragma once

#include "core/behaviour/BuyerModel.h"

namespace foretrail {

/// BG/NBD (Fader, Hardie & Lee 2005): behind each repeat a user leaves with a probability of its own, which varies over users
/// by a beta distribution. MBG/NBD (Batislam, Denizel & Filiztekin 2007): behind the first purchase already.
/// Parameters r, alpha (gamma of the rates; alpha is a time), a, b (beta of the probability to leave).
class BetaGeometric : public BuyerModel {
public:
    enum class Start { Stays, MayLeaveAtOnce };
    explicit BetaGeometric(Start start) : m_chances(start == Start::MayLeaveAtOnce ? 1 : 0) {}

    QString name() const override;
    QStringList parameterNames() const override;
    std::array<bool, buyerParameters> areTimes() const override { return {false, true, false, false}; }
    bool judgesOneTimeBuyers() const override { return m_chances > 0; }
    double leaving(const BuyerParameters &parameters, double) const override { return parameters[2] / (parameters[2] + parameters[3]); }
    double sharedTerm(const BuyerParameters &parameters, int repeats, BuyerParameters &slopes) const override;
    double ownTerm(const BuyerParameters &parameters, const BuyerHistory &history, BuyerParameters &slopes) const override;
    double active(const BuyerParameters &parameters, const BuyerHistory &history) const override;
    double expectedPurchases(const BuyerParameters &parameters, const BuyerHistory &history, double time) const override;

private:
    int chancesOf(int repeats) const { return repeats + m_chances; }
    int m_chances; ///< to leave that the first purchase gives
};

/// Gauss's function F(a, b; c; z) for a, b > 0, c > 0 and 0 <= z < 1; c - a - b may have any sign.
double hypergeometric(double a, double b, double c, double z);

} // namespace foretrail
