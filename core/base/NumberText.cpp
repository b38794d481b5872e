#include "core/base/NumberText.h"

#include <cmath>

namespace foretrail {

QString plainNumber(double value, const QLocale &locale)
{
    if (!std::isfinite(value))
        return {};
    const double size = std::abs(value);
    if (value == std::round(value) && size < 1e15)
        return locale.toString(value, 'f', 0);
    if (size < 1)
        return locale.toString(value, 'g', 4);
    return locale.toString(value, 'f', size >= 10'000 ? 0 : size >= 100 ? 1 : 2);
}

} // namespace foretrail
