#pragma once

#include "core/advertising/AdPolicy.h"
#include "core/advertising/OutcomeModel.h"

namespace foretrail {

/// The planted truth: the log odds that a user clicks at an item are its weights times the features.
struct ClickTruth {
    std::vector<std::vector<double>> weights; ///< arms x features
    double chance(const AdContext &context, int arm) const;
    /// Weights N(-2, 0.3^2) of the constant, which is the first, N(0, 0.5^2) of the others, and 2.5 more of the feature that belongs to an item
    /// (`own`: its place for each item, -1: none).
    static ClickTruth planted(int features, const std::vector<int> &own, quint64 seed);
};

/// One showing in the simulator.
struct SimulatedShowing {
    size_t user = 0; ///< a place in users()
    ArmChoice choice;
    double reward = 0;
    double regret = 0; ///< highest chance of any item for this user less that of the shown one
};

/// Users come at random, each as likely as the others, and click by the truth. What a policy is worth is then known.
class AdSimulator {
public:
    AdSimulator(std::vector<AdContext> users, ClickTruth truth) : m_users(std::move(users)), m_truth(std::move(truth)) {}
    const std::vector<AdContext> &users() const { return m_users; }
    const ClickTruth &truth() const { return m_truth; }
    size_t drawUser(SampleRandom &random) const { return size_t(random.below(int(m_users.size()))); }
    SimulatedShowing show(size_t user, const AdPolicy &policy, SampleRandom &random) const;
    /// As many showings, after each of which the policy learns where it `learns`.
    std::vector<SimulatedShowing> run(AdPolicy &policy, qint64 rounds, bool learns, quint64 seed) const;
    LoggedDecision logged(const SimulatedShowing &showing) const;

    /// Expected reward of a showing: the mean over users of the sum over items of chance by the policy times chance of a click.
    double valueOf(const AdPolicy &policy) const;
    double bestValue() const; ///< of the best item for each user
    /// The same by counting clicks in so many showings.
    double countedValue(const AdPolicy &policy, qint64 showings, quint64 seed) const;

private:
    double bestChance(const AdContext &context) const;
    std::vector<AdContext> m_users;
    ClickTruth m_truth;
};

} // namespace foretrail
