#include "core/drift/AdaptiveBand.h"

#include "core/series/Statistics.h"

#include <algorithm>
#include <cmath>

namespace foretrail {

AdaptiveBand::AdaptiveBand(double promised, int window, double gamma) : m_level(promised, gamma), m_window(size_t(std::max(window, fewest))) {}

double AdaptiveBand::halfWidth() const
{
    if (m_sizes.size() < size_t(fewest))
        return missing;
    std::vector<double> sorted = m_sizes;
    std::sort(sorted.begin(), sorted.end());
    return conformalQuantile(sorted, m_level.level() / 100);
}

void AdaptiveBand::add(double error)
{
    if (!std::isfinite(error))
        return;
    if (const double width = halfWidth(); !std::isnan(width))
        m_level.tell(std::abs(error) > width);
    m_sizes.push_back(std::abs(error));
    if (m_sizes.size() > m_window)
        m_sizes.erase(m_sizes.begin());
}

} // namespace foretrail
