#include "core/training/SeasonInputs.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace foretrail {

SeasonInputs SeasonInputs::forSeason(int season)
{
    return season > 1 ? SeasonInputs{season, std::clamp(season / 2, 1, 3)} : SeasonInputs{};
}

void SeasonInputs::append(std::vector<float> &inputs, float value, qint64 nextPlace) const
{
    inputs.push_back(value);
    const auto place = double(((nextPlace % season) + season) % season);
    for (int pair = 1; pair <= pairs; ++pair) {
        const double angle = 2 * std::numbers::pi * pair * place / season;
        inputs.push_back(float(std::sin(angle)));
        inputs.push_back(float(std::cos(angle)));
    }
}

qint64 placeOfStart(const TimeAxis &axis)
{
    if (axis.closed != 0)
        return -axis.indexOf(0); // open days since 1970
    return axis.hasCalendar() ? stepsBetween(floorToStep(0, axis.step), axis.start, axis.step) : axis.start;
}

} // namespace foretrail
