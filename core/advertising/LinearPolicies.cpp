#include "core/advertising/LinearPolicies.h"

#include <QCoreApplication>

namespace foretrail {
namespace {

struct LinearPoliciesText { Q_DECLARE_TR_FUNCTIONS(foretrail::LinearPolicies) };

constexpr QLatin1String armsKey("arms");

} // namespace

LinearPolicy::LinearPolicy(int arms, int features, const PolicySettings &settings)
    : AdPolicy(arms, settings.epsilon), m_arms(size_t(arms), LinearArm(features, settings.ridge))
{
}

void LinearPolicy::learn(const AdContext &context, int arm, double reward) { m_arms[size_t(arm)].learn(context.features, reward); }

QJsonObject LinearPolicy::state() const
{
    QJsonArray arms;
    for (const LinearArm &arm : m_arms)
        arms.append(arm.toJson());
    return {{armsKey, arms}};
}

Result<void> LinearPolicy::restore(const QJsonObject &state)
{
    const QJsonArray arms = state[armsKey].toArray();
    if (size_t(arms.size()) != m_arms.size())
        return fail(ErrorCode::Format, LinearPoliciesText::tr("What the policy has learnt is of other items."));
    for (size_t place = 0; place < m_arms.size(); ++place)
        if (const Result<void> read = m_arms[place].restore(arms[qsizetype(place)].toObject()); !read)
            return read;
    return {};
}

Belief LinearPolicy::beliefOf(const AdContext &context, int place) const
{
    const LinearArm &arm = m_arms[size_t(place)];
    return {arm.mean(context.features), arm.error(context.features)};
}

std::vector<double> LinUcbPolicy::preferences(const AdContext &context) const
{
    int best = 0;
    double highest = 0;
    for (int place = 0; place < armCount(); ++place) {
        const Belief belief = beliefOf(context, place);
        const double bound = belief.mean + m_alpha * belief.deviation;
        if (place == 0 || bound > highest) {
            best = place;
            highest = bound;
        }
    }
    std::vector<double> chances(size_t(armCount()), 0);
    chances[size_t(best)] = 1;
    return chances;
}

QString LinUcbPolicy::reason(const AdContext &context, int arm) const
{
    const Belief belief = beliefOf(context, arm);
    const QString bound = LinearPoliciesText::tr("expected %1, upper bound %2").arg(policyNumber(belief.mean), policyNumber(belief.mean + m_alpha * belief.deviation));
    return preferences(context)[size_t(arm)] > 0 ? LinearPoliciesText::tr("highest upper bound: %1").arg(bound) : LinearPoliciesText::tr("to explore: %1").arg(bound);
}

std::vector<double> LinearThompsonPolicy::preferences(const AdContext &context) const
{
    constexpr double leastDeviation = 1e-9;
    std::vector<Belief> beliefs;
    for (int place = 0; place < armCount(); ++place) {
        const Belief belief = beliefOf(context, place);
        beliefs.push_back({belief.mean, std::max(m_spread * belief.deviation, leastDeviation)});
    }
    return chanceOfBestNormal(beliefs);
}

QString LinearThompsonPolicy::reason(const AdContext &context, int arm) const
{
    return LinearPoliciesText::tr("expected %1 for this user, the best with a chance of %2")
        .arg(policyNumber(beliefOf(context, arm).mean), policyNumber(preferences(context)[size_t(arm)]));
}

} // namespace foretrail
