#include "core/models/Forecaster.h"

#include <algorithm>

namespace foretrail {

const Band *Forecast::band(double level) const
{
    const auto found = std::find_if(bands.begin(), bands.end(), [level](const Band &b) { return b.level == level; });
    return found == bands.end() ? nullptr : &*found;
}

} // namespace foretrail
