#include "core/series/Resample.h"

#include "core/series/WallDays.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

struct ResampleText { Q_DECLARE_TR_FUNCTIONS(foretrail::Resample) };

/// Which period an observation falls into.
class Periods {
public:
    Periods(const TimeAxis &source, Step to, Qt::DayOfWeek weekStart)
        : m_source(source), m_to(to), m_weekShift(to == Step::Week ? (weekStart - Qt::Monday) * dayMs : 0),
          m_anchor(source.step == Step::Week ? 3 * dayMs : 0)
    {
    }
    WallMs startOf(qint64 index) const
    {
        return floorToStep(m_source.timeAt(index) + m_anchor - m_weekShift, m_to) + m_weekShift;
    }
    bool isBoundary(qint64 index) const { return startOf(index - 1) != startOf(index); }

private:
    TimeAxis m_source;
    Step m_to;
    qint64 m_weekShift; ///< periods are floored as weeks of Monday and moved back
    qint64 m_anchor;    ///< into the observation, to the day that decides
};

double valueOf(const std::vector<double> &present, qint64 all, ResampleRule rule)
{
    const auto count = qint64(present.size());
    if (count == 0)
        return missing;
    double sum = 0;
    for (double value : present)
        sum += value;
    switch (rule) {
    case ResampleRule::Sum: return 2 * (all - count) > all ? missing : sum;
    case ResampleRule::Mean: return sum / double(count);
    case ResampleRule::Last: return present.back();
    case ResampleRule::Count: return double(count);
    case ResampleRule::Min: return *std::ranges::min_element(present);
    case ResampleRule::Max: return *std::ranges::max_element(present);
    }
    return missing;
}

Result<void> check(const Series &series, Step to)
{
    const Step from = series.axis.step;
    if (from == Step::None || to == Step::None)
        return fail(ErrorCode::InvalidInput, ResampleText::tr("Series %1: a plain index has no days, weeks or months. Give the series dates first.")
                                                 .arg(series.key));
    if (to < from)
        return fail(ErrorCode::InvalidInput, ResampleText::tr("Series %1 has one value a %2, which cannot be split into shorter steps (%3). Choose "
                                                      "%2 or a longer step.").arg(series.key, stepName(from), stepName(to)));
    if (series.values.empty())
        return fail(ErrorCode::TooShort, ResampleText::tr("Series %1 has no values.").arg(series.key));
    return {};
}

/// The observations [first, end) that make whole periods, or all.
struct Range {
    qint64 first = 0, end = 0;
};

Range wholePeriods(const Series &series, const Periods &periods)
{
    Range range{0, series.size()};
    while (range.first < range.end && !periods.isBoundary(range.first))
        ++range.first;
    while (range.end > range.first && !periods.isBoundary(range.end))
        --range.end;
    return range;
}

void addPeriods(Resampled &result, const Series &source, const Periods &periods, Range range, ResampleRule rule)
{
    std::vector<double> present;
    for (qint64 i = range.first; i < range.end;) {
        const WallMs period = periods.startOf(i);
        const qint64 first = i;
        present.clear();
        for (; i < range.end && periods.startOf(i) == period; ++i)
            if (std::isfinite(source.values[size_t(i)]))
                present.push_back(source.values[size_t(i)]);
        result.series.values.push_back(valueOf(present, i - first, rule));
        result.sourceCount.push_back(qint64(present.size()));
        result.sourceSteps.push_back(i - first);
    }
}

} // namespace

Result<Resampled> resample(const Series &series, Step to, ResampleRule rule, bool cutPartial, Qt::DayOfWeek weekStart)
{
    if (Result<void> checked = check(series, to); !checked)
        return fail(checked.error());
    Resampled result{{series.key, series.name, rule == ResampleRule::Count ? QString() : series.unit, series.axis, {}}, 0, 0, {}, {}};
    if (to == series.axis.step) {
        result.series = series;
        for (double value : series.values)
            result.sourceCount.push_back(std::isfinite(value) ? 1 : 0);
        result.sourceSteps.assign(series.values.size(), 1);
        return result;
    }
    const Periods periods(series.axis, to, weekStart);
    const Range range = cutPartial ? wholePeriods(series, periods) : Range{0, series.size()};
    if (range.first == range.end)
        return fail(ErrorCode::TooShort, ResampleText::tr("Series %1 covers no whole %2. Keep the periods that it covers in part, or choose "
                                                  "a shorter step.").arg(series.key, stepName(to)));
    result.cutFirst = range.first;
    result.cutLast = series.size() - range.end;
    result.series.axis = {to, periods.startOf(range.first)};
    addPeriods(result, series, periods, range, rule);
    return result;
}

} // namespace foretrail
