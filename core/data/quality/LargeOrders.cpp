#include "core/data/quality/LargeOrders.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace foretrail {
namespace {

constexpr size_t mostLines = 4096;
constexpr qint64 soonMs = 3'600'000;

std::vector<CancelledOrder> largestOfItems(std::vector<CancelledOrder> orders)
{
    std::vector<CancelledOrder> largest;
    std::ranges::stable_sort(orders, std::ranges::greater(), &CancelledOrder::quantity);
    for (const CancelledOrder &order : orders) {
        const auto known = std::ranges::find(largest, order.item, &CancelledOrder::item);
        if (known == largest.end())
            largest.push_back(order);
    }
    return largest;
}

} // namespace

void LargeOrders::keep(const Line &line)
{
    m_lines.push_back(line);
    if (m_lines.size() >= 2 * mostLines)
        shrink();
}

// Half of them go at once, so each row costs little; among equals none goes, so that pairs stay together.
void LargeOrders::shrink()
{
    std::ranges::nth_element(m_lines, m_lines.begin() + mostLines, std::ranges::greater(), &Line::size);
    const double least = m_lines[mostLines].size;
    std::erase_if(m_lines, [least](const Line &line) { return line.size <= least; });
    m_least = std::nextafter(least, std::numeric_limits<double>::max());
}

std::vector<CancelledOrder> LargeOrders::cancelled()
{
    const auto place = [](const Line &line) { return std::tuple(line.item, line.user, line.size, line.time, line.isReturn); };
    std::ranges::sort(m_lines, {}, place);
    std::vector<CancelledOrder> found;
    for (size_t i = 1; i < m_lines.size(); ++i) {
        const Line &sale = m_lines[i - 1];
        const Line &back = m_lines[i];
        const bool isPair = sale.item == back.item && sale.user == back.user && sale.size == back.size && !sale.isReturn && back.isReturn;
        if (isPair && back.time - sale.time <= soonMs)
            found.push_back({sale.item, sale.size, sale.time, back.time});
    }
    return largestOfItems(std::move(found));
}

} // namespace foretrail
