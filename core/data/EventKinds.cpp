#include "core/data/EventKinds.h"

#include <algorithm>
#include <array>

namespace foretrail {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; }

bool equalsIgnoringCase(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, {}, lower, lower);
}

} // namespace

bool isPurchaseKind(std::string_view kind)
{
    constexpr std::array<std::string_view, 5> names{"purchase", "buy", "order", "transaction", "sale"};
    return std::ranges::any_of(names, [kind](std::string_view name) { return equalsIgnoringCase(name, kind); });
}

} // namespace foretrail
