#include "core/data/import/StepGuess.h"

#include "core/data/import/HeaderTimes.h"
#include "core/data/import/RowParser.h"

#include <algorithm>
#include <map>

namespace foretrail {
namespace {

/// The step whose grid has two neighbours this far apart; None where none has.
Step stepOfGap(qint64 gapMs)
{
    constexpr qint64 hour = 3'600'000, day = 24 * hour;
    if (gapMs == hour)
        return Step::Hour;
    if (gapMs == day)
        return Step::Day;
    if (gapMs == 7 * day)
        return Step::Week;
    if (gapMs >= 28 * day && gapMs <= 31 * day)
        return Step::Month;
    if (gapMs >= 89 * day && gapMs <= 92 * day)
        return Step::Quarter;
    if (gapMs == 365 * day || gapMs == 366 * day)
        return Step::Year;
    return Step::None;
}

Step stepOfTimes(const std::map<std::string, std::vector<qint64>> &timesByKey)
{
    qint64 smallest = 0;
    for (const auto &[key, unsorted] : timesByKey) {
        std::vector<qint64> times = unsorted;
        std::ranges::sort(times);
        for (size_t i = 1; i < times.size(); ++i)
            if (const qint64 gap = times[i] - times[i - 1]; gap > 0 && (smallest == 0 || gap < smallest))
                smallest = gap;
    }
    return stepOfGap(smallest);
}

} // namespace

bool hasEvenSteps(const std::vector<WallMs> &times)
{
    const Step step = times.size() < 2 ? Step::None : stepOfGap(times[1] - times[0]);
    if (step == Step::None)
        return false;
    for (size_t i = 1; i < times.size(); ++i)
        if (stepOfGap(times[i] - times[i - 1]) != step)
            return false;
    return true;
}

Step guessStep(const SampleRows &sample, const ImportPlan &plan)
{
    std::map<std::string, std::vector<qint64>> times;
    if (plan.layout == SeriesLayout::Wide && plan.columnOf(Role::Time) < 0) {
        const std::vector<WallMs> header = headerTimes(plan);
        times[{}].assign(header.begin(), header.end());
        return stepOfTimes(times);
    }
    const Result<RowParser> parser = RowParser::make(plan);
    const int time = plan.columnOf(Role::Time);
    if (!parser || time < 0 || plan.dateFormat.isEmpty() || plan.dateFormat == QStringLiteral("index"))
        return Step::None;
    const int clock = plan.columnOf(Role::Clock);
    RowParser reader = *parser;
    for (size_t i = plan.hasHeader ? 1 : 0; i < sample.rows.size(); ++i) {
        const auto &row = sample.rows[i];
        if (size_t(time) >= row.size() || !reader.parseField(time, row[size_t(time)]))
            continue;
        if (clock >= 0 && (size_t(clock) >= row.size() || !reader.parseField(clock, row[size_t(clock)])))
            continue;
        reader.joinClock();
        std::string key;
        for (int column : plan.columnsOf(Role::Series))
            if (size_t(column) < row.size())
                key += row[size_t(column)] + '/';
        times[key].push_back(reader.cells()[size_t(time)].time);
    }
    return stepOfTimes(times);
}

} // namespace foretrail
