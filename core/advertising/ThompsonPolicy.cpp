#include "core/advertising/ThompsonPolicy.h"

#include <QCoreApplication>

namespace foretrail {
namespace {

struct ThompsonText { Q_DECLARE_TR_FUNCTIONS(foretrail::ThompsonPolicy) };

constexpr QLatin1String successesKey("successes"), failuresKey("failures");

} // namespace

std::vector<double> ThompsonPolicy::preferences(const AdContext &) const
{
    if (m_chances.empty())
        m_chances = chanceOfBestBeta(m_counts);
    return m_chances;
}

void ThompsonPolicy::learn(const AdContext &, int arm, double reward)
{
    m_counts[size_t(arm)].successes += reward;
    m_counts[size_t(arm)].failures += 1 - reward;
    m_chances.clear();
}

QJsonObject ThompsonPolicy::state() const
{
    std::vector<double> successes, failures;
    for (const BetaCounts &count : m_counts) {
        successes.push_back(count.successes);
        failures.push_back(count.failures);
    }
    return {{successesKey, numbersJson(successes)}, {failuresKey, numbersJson(failures)}};
}

Result<void> ThompsonPolicy::restore(const QJsonObject &state)
{
    const std::vector<double> successes = numbersFrom(state[successesKey]), failures = numbersFrom(state[failuresKey]);
    if (successes.size() != m_counts.size() || failures.size() != m_counts.size())
        return fail(ErrorCode::Format, ThompsonText::tr("What the policy has learnt is of other items."));
    for (size_t arm = 0; arm < m_counts.size(); ++arm)
        m_counts[arm] = {successes[arm], failures[arm]};
    m_chances.clear();
    return {};
}

QString ThompsonPolicy::reason(const AdContext &context, int arm) const
{
    return ThompsonText::tr("rate %1 so far, the best with a chance of %2")
        .arg(policyNumber(m_counts[size_t(arm)].belief().mean), policyNumber(preferences(context)[size_t(arm)]));
}

} // namespace foretrail
