#pragma once

#include "core/advertising/AdPolicy.h"
#include "core/advertising/ChanceOfBest.h"
#include "core/advertising/LinearArm.h"

namespace foretrail {

/// Policies that keep a regression for each item on the features of the user.
class LinearPolicy : public AdPolicy {
public:
    void learn(const AdContext &context, int arm, double reward) override;
    QJsonObject state() const override;
    Result<void> restore(const QJsonObject &state) override;
    const LinearArm &arm(int place) const { return m_arms[size_t(place)]; }

protected:
    LinearPolicy(int arms, int features, const PolicySettings &settings);
    Belief beliefOf(const AdContext &context, int place) const; ///< mean and standard error for this user

private:
    std::vector<LinearArm> m_arms;
};

/// The item whose upper bound x' A^-1 b + alpha sqrt(x' A^-1 x) is the highest, of equal ones the first; the rest by epsilon (disjoint
/// LinUCB, Li et al. 2010).
class LinUcbPolicy : public LinearPolicy {
public:
    LinUcbPolicy(int arms, int features, const PolicySettings &settings) : LinearPolicy(arms, features, settings), m_alpha(settings.alpha) {}
    QString name() const override { return QStringLiteral("linucb"); }
    QString reason(const AdContext &context, int arm) const override;

protected:
    std::vector<double> preferences(const AdContext &context) const override;

private:
    double m_alpha;
};

/// Thompson sampling with weights N(A^-1 b, v^2 A^-1) for each item (Agrawal & Goyal 2013): the value of an item for a user is then
/// normal, and its chance to be the best is integrated, not drawn.
class LinearThompsonPolicy : public LinearPolicy {
public:
    LinearThompsonPolicy(int arms, int features, const PolicySettings &settings) : LinearPolicy(arms, features, settings), m_spread(settings.spread) {}
    QString name() const override { return QStringLiteral("linear-thompson"); }
    QString reason(const AdContext &context, int arm) const override;

protected:
    std::vector<double> preferences(const AdContext &context) const override;

private:
    double m_spread;
};

} // namespace foretrail
