#include "core/series/SortedWindow.h"

#include <algorithm>
#include <cmath>

namespace foretrail {

void SortedWindow::add(double value)
{
    if (std::isfinite(value))
        m_sorted.insert(std::upper_bound(m_sorted.begin(), m_sorted.end(), value), value);
}

void SortedWindow::remove(double value)
{
    if (std::isfinite(value))
        m_sorted.erase(std::lower_bound(m_sorted.begin(), m_sorted.end(), value));
}

double SortedWindow::median() const
{
    const size_t size = m_sorted.size();
    return size == 0 ? missing : 0.5 * (m_sorted[(size - 1) / 2] + m_sorted[size / 2]);
}

double SortedWindow::medianDistance(double from) const
{
    const size_t size = m_sorted.size();
    if (size == 0)
        return missing;
    const double upper = distance(from, size / 2 + 1);
    return size % 2 == 1 ? upper : 0.5 * (distance(from, size / 2) + upper);
}

// The rank-th smallest distance: the `rank` nearest values lie side by side, and where they begin is searched by halves.
double SortedWindow::distance(double from, size_t rank) const
{
    size_t first = 0, end = m_sorted.size() - rank;
    while (first < end) {
        const size_t middle = (first + end) / 2;
        if (from - m_sorted[middle] > m_sorted[middle + rank] - from)
            first = middle + 1;
        else
            end = middle;
    }
    return std::max(from - m_sorted[first], m_sorted[first + rank - 1] - from);
}

} // namespace foretrail
