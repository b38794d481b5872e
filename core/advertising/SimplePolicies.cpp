#include "core/advertising/SimplePolicies.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

struct SimplePoliciesText { Q_DECLARE_TR_FUNCTIONS(foretrail::SimplePolicies) };

std::vector<double> evenChances(int arms) { return std::vector<double>(size_t(arms), 1.0 / arms); }

} // namespace

std::vector<double> UniformPolicy::preferences(const AdContext &) const { return evenChances(armCount()); }

QString UniformPolicy::reason(const AdContext &, int) const { return SimplePoliciesText::tr("drawn evenly from all items"); }

int RulesPolicy::firstFit(const AdContext &context) const
{
    for (size_t rule = 0; rule < std::min(m_items.size(), context.fits.size()); ++rule)
        if (context.fits[rule])
            return int(rule);
    return -1;
}

std::vector<double> RulesPolicy::preferences(const AdContext &context) const
{
    const int rule = firstFit(context);
    if (rule < 0)
        return evenChances(armCount());
    std::vector<double> chances(size_t(armCount()), 0);
    chances[size_t(m_items[size_t(rule)])] = 1;
    return chances;
}

QString RulesPolicy::reason(const AdContext &context, int arm) const
{
    const int rule = firstFit(context);
    if (rule < 0)
        return SimplePoliciesText::tr("no rule holds: drawn evenly from all items");
    return m_items[size_t(rule)] == arm ? SimplePoliciesText::tr("rule %1 holds").arg(rule + 1) : SimplePoliciesText::tr("to explore: rule %1 has another item").arg(rule + 1);
}

std::vector<double> ScorePolicy::preferences(const AdContext &context) const
{
    const std::vector<double> &scores = context.scores;
    if (scores.size() != size_t(armCount()) || *std::max_element(scores.begin(), scores.end()) <= 0)
        return evenChances(armCount());
    const auto best = std::max_element(scores.begin(), scores.end());
    std::vector<double> chances(scores.size(), 0);
    double sum = 0;
    for (size_t arm = 0; arm < scores.size(); ++arm) {
        const double below = scores[arm] / *best - 1;
        chances[arm] = m_temperature > 0 ? std::exp(below / m_temperature) : double(std::ptrdiff_t(arm) == best - scores.begin());
        sum += chances[arm];
    }
    for (double &chance : chances)
        chance /= sum;
    return chances;
}

QString ScorePolicy::reason(const AdContext &context, int arm) const
{
    if (context.scores.size() != size_t(armCount()) || *std::max_element(context.scores.begin(), context.scores.end()) <= 0)
        return SimplePoliciesText::tr("no score for this user: drawn evenly from all items");
    const double score = context.scores[size_t(arm)];
    const auto above = std::count_if(context.scores.begin(), context.scores.end(), [score](double other) { return other > score; });
    return SimplePoliciesText::tr("place %1 of %2 by the score of the model").arg(above + 1).arg(armCount());
}

} // namespace foretrail
