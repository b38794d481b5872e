#include "core/evaluation/AdaptiveLevel.h"

#include <algorithm>

namespace foretrail {
namespace {

double promisedMisses(double level) { return 1 - level / 100; }

} // namespace

AdaptiveLevel::AdaptiveLevel(double promised, double gamma) : m_promised(promised), m_gamma(gamma), m_misses(promisedMisses(promised)) {}

double AdaptiveLevel::level() const
{
    const bool isAsPromised = m_misses == promisedMisses(m_promised); // without what rounding adds
    return isAsPromised ? m_promised : 100 * (1 - m_misses);
}

void AdaptiveLevel::tell(bool isMissed)
{
    constexpr double fewest = 0.001, most = 0.5;
    const double target = promisedMisses(m_promised);
    m_misses = std::clamp(m_misses + m_gamma * (target - (isMissed ? 1 : 0)), std::min(fewest, target), std::max(most, target));
}

} // namespace foretrail
