#include "core/data/import/HeaderTimes.h"

#include "core/data/import/ColumnFacts.h"
#include "core/data/import/StepGuess.h"

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

QString headerFormat(ImportPlan plan)
{
    SampleRows header;
    for (int column : plan.columnsOf(Role::Value))
        header.rows.push_back({plan.columns[column].name.toStdString()});
    const ColumnFacts found = factsOf(header, 0, 0);
    for (const QString &format : found.dateFormats) {
        plan.dateFormat = format;
        if (hasEvenSteps(headerTimes(plan)))
            return format;
    }
    return found.likeliestDate(true);
}

} // namespace foretrail
