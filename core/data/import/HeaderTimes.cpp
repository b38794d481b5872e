#include "core/data/import/HeaderTimes.h"

#include "core/data/import/DateFormat.h"

namespace foretrail {

std::vector<WallMs> headerTimes(const ImportPlan &plan)
{
    std::vector<WallMs> times;
    const Result<DateFormat> format = DateFormat::compile(plan.dateFormat);
    if (!plan.hasHeader || plan.dateFormat.isEmpty() || !format)
        return times;
    for (int column : plan.columnsOf(Role::Value)) {
        const auto moment = format->read(plan.columns[column].name.trimmed().toStdString());
        if (!moment)
            return {};
        times.push_back(moment->ms);
    }
    return times;
}

} // namespace foretrail
