#include "core/training/UsualLengths.h"

#include <algorithm>

namespace foretrail {

int usualHorizon(Step step)
{
    switch (step) {
    case Step::Hour: return 48;
    case Step::Day: return 28;
    case Step::Week: return 8;
    case Step::Month: return 6;
    case Step::Quarter: return 4;
    case Step::Year: return 3;
    case Step::None: break;
    }
    return 12;
}

int usualTest(Step step, qint64 observations)
{
    return observations < 3 ? 0 : int(std::clamp<qint64>(observations / 4, 1, usualHorizon(step)));
}

} // namespace foretrail
