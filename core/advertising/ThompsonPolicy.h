#pragma once

#include "core/advertising/AdPolicy.h"
#include "core/advertising/ChanceOfBest.h"

#include <optional>

namespace foretrail {

/// Thompson sampling without features: the rate of each item is Beta(1 + rewards, 1 + rest), and an item has the chance that its rate
/// is the best (Thompson 1933). That chance is integrated, not drawn, so propensities are exact and need no draws.
class ThompsonPolicy : public AdPolicy {
public:
    ThompsonPolicy(int arms, const PolicySettings &settings) : AdPolicy(arms, settings.epsilon), m_counts(size_t(arms)) {}
    QString name() const override { return QStringLiteral("thompson"); }
    void learn(const AdContext &context, int arm, double reward) override;
    QJsonObject state() const override;
    Result<void> restore(const QJsonObject &state) override;
    QString reason(const AdContext &context, int arm) const override;
    const std::vector<BetaCounts> &counts() const { return m_counts; }

protected:
    std::vector<double> preferences(const AdContext &context) const override;

private:
    std::vector<BetaCounts> m_counts;
    mutable std::vector<double> m_chances; ///< until something is learnt
};

} // namespace foretrail
