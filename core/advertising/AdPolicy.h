#pragma once

#include "core/advertising/AdContext.h"
#include "core/base/Result.h"
#include "core/base/Uncopied.h"
#include "core/data/sample/SampleRandom.h"

#include <QStringList>

#include <memory>

namespace foretrail {

/// How a policy decides. Fields that a policy does not read are left as they are.
struct PolicySettings {
    QString name = QStringLiteral("thompson"); ///< one of policyNames()
    double epsilon = 0.1;       ///< share of decisions that is spread evenly over the items, above 0 and at most 1: every propensity is at least epsilon / items
    double alpha = 0.5;         ///< linucb: width of the upper bound, in standard errors
    double ridge = 1;           ///< linucb, linear-thompson: A begins as ridge times the identity
    double spread = 0.3;        ///< linear-thompson: v of N(A^-1 b, v^2 A^-1)
    double temperature = 0.25;  ///< score: of the softmax over scores that are divided by their largest; 0: the highest score
    std::vector<int> ruleItems; ///< rules: the item of each rule, in their order

    QJsonObject toJson() const; ///< without ruleItems, which the campaign tells
    /// InvalidInput for a key, a name or a number that is not to be had.
    static Result<PolicySettings> fromJson(const QJsonObject &json);
    bool operator==(const PolicySettings &) const = default;
};

struct ArmChoice {
    int arm = 0;           ///< place in the items of the campaign
    double propensity = 0; ///< chance that it had
};

/// Decides which of some items a user sees, and learns from what came of it. Every policy says the chance of each item and draws by
/// it, so that propensities are exact. Chances are above 0 and add up to 1. Belongs to one thread.
class AdPolicy : Uncopied {
public:
    virtual ~AdPolicy() = default;
    virtual QString name() const = 0;
    /// One for each item, epsilon / items at least.
    std::vector<double> probabilities(const AdContext &context) const;
    /// One draw of `random`.
    ArmChoice choose(const AdContext &context, SampleRandom &random) const;
    /// `reward`: 0 to 1. Nothing happens in policies that do not learn.
    virtual void learn(const AdContext &context, int arm, double reward);
    /// What was learnt; empty in policies that do not learn. Numbers come back bit for bit.
    virtual QJsonObject state() const { return {}; }
    /// Format where it is not the state of such a policy with so many items and features.
    virtual Result<void> restore(const QJsonObject &state);
    /// Why this item for this user, in words.
    virtual QString reason(const AdContext &context, int arm) const = 0;
    int armCount() const { return m_arms; }

protected:
    AdPolicy(int arms, double epsilon) : m_arms(arms), m_epsilon(epsilon) {}
    /// Without exploration; adds up to 1.
    virtual std::vector<double> preferences(const AdContext &context) const = 0;

private:
    int m_arms;
    double m_epsilon;
};

/// "uniform", "rules", "score", "thompson", "linear-thompson", "linucb".
QStringList policyNames();
/// Before it has learnt anything. `arms`: items, at least 1; `features`: width of the contexts.
Result<std::unique_ptr<AdPolicy>> makePolicy(const PolicySettings &settings, int arms, int features);

/// Text of numbers for reasons: three decimals.
QString policyNumber(double value);

} // namespace foretrail
