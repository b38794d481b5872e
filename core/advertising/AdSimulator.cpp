#include "core/advertising/AdSimulator.h"

#include "core/base/Logistic.h"

#include <algorithm>
#include <numeric>

namespace foretrail {

double ClickTruth::chance(const AdContext &context, int arm) const
{
    const std::vector<double> &own = weights[size_t(arm)];
    return logistic(std::inner_product(own.begin(), own.end(), context.features.begin(), 0.0));
}

ClickTruth ClickTruth::planted(int features, const std::vector<int> &own, quint64 seed)
{
    constexpr double base = -2, baseSpread = 0.3, spread = 0.5, affinity = 2.5;
    SampleRandom random(seed);
    ClickTruth truth;
    for (const int place : own) {
        std::vector<double> weights{base + baseSpread * random.normal()};
        while (int(weights.size()) < features)
            weights.push_back(spread * random.normal());
        if (place >= 0)
            weights[size_t(place)] += affinity;
        truth.weights.push_back(std::move(weights));
    }
    return truth;
}

double AdSimulator::bestChance(const AdContext &context) const
{
    double best = 0;
    for (int arm = 0; arm < int(m_truth.weights.size()); ++arm)
        best = std::max(best, m_truth.chance(context, arm));
    return best;
}

SimulatedShowing AdSimulator::show(size_t user, const AdPolicy &policy, SampleRandom &random) const
{
    const AdContext &context = m_users[user];
    const ArmChoice choice = policy.choose(context, random);
    const double chance = m_truth.chance(context, choice.arm);
    return {user, choice, random.chance(chance) ? 1.0 : 0.0, bestChance(context) - chance};
}

std::vector<SimulatedShowing> AdSimulator::run(AdPolicy &policy, qint64 rounds, bool learns, quint64 seed) const
{
    SampleRandom random(seed);
    std::vector<SimulatedShowing> showings;
    for (qint64 round = 0; round < rounds; ++round) {
        showings.push_back(show(drawUser(random), policy, random));
        if (learns)
            policy.learn(m_users[showings.back().user], showings.back().choice.arm, showings.back().reward);
    }
    return showings;
}

LoggedDecision AdSimulator::logged(const SimulatedShowing &showing) const
{
    return {m_users[showing.user], showing.choice.arm, showing.choice.propensity, showing.reward};
}

double AdSimulator::valueOf(const AdPolicy &policy) const
{
    double sum = 0;
    for (const AdContext &user : m_users) {
        const std::vector<double> chances = policy.probabilities(user);
        for (size_t arm = 0; arm < chances.size(); ++arm)
            sum += chances[arm] * m_truth.chance(user, int(arm));
    }
    return sum / double(m_users.size());
}

double AdSimulator::bestValue() const
{
    return std::accumulate(m_users.begin(), m_users.end(), 0.0, [this](double sum, const AdContext &user) { return sum + bestChance(user); }) / double(m_users.size());
}

double AdSimulator::countedValue(const AdPolicy &policy, qint64 showings, quint64 seed) const
{
    SampleRandom random(seed);
    double clicks = 0;
    for (qint64 showing = 0; showing < showings; ++showing)
        clicks += show(drawUser(random), policy, random).reward;
    return clicks / double(showings);
}

} // namespace foretrail
