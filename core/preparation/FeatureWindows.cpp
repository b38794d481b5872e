#include "core/preparation/FeatureWindows.h"

#include <algorithm>
#include <cmath>

namespace foretrail {

std::vector<qint64> windowTargets(const Frame &frame, const WindowPlan &plan, qint64 first, qint64 end)
{
    // gaps[i]: missing values among the first i, so that a window is checked with one subtraction.
    std::vector<qint64> gaps(frame.target.values.size() + 1, 0);
    for (size_t i = 0; i < frame.target.values.size(); ++i)
        gaps[i + 1] = gaps[i] + (std::isnan(frame.target.values[i]) ? 1 : 0);
    std::vector<qint64> targets;
    end = std::min(end, frame.size());
    for (qint64 target = std::max<qint64>(first, plan.lookback); target + plan.horizon <= end; target += plan.stride)
        if (gaps[size_t(target + plan.horizon)] == gaps[size_t(target - plan.lookback)])
            targets.push_back(target);
    return targets;
}

FeatureTable featureTable(const Frame &frame, const WindowPlan &plan, qint64 target)
{
    FeatureTable table;
    table.columns << QStringLiteral("value");
    for (const FeatureColumn &column : frame.columns)
        table.columns << column.name;
    const qint64 first = std::max<qint64>(target - plan.lookback, 0);
    const qint64 end = std::min(target + plan.horizon, frame.size() + frame.ahead);
    table.lookback = target - first;
    windowScaleOf(Values(frame.target.values).subspan(size_t(first), size_t(table.lookback)), frame.windowScale, table.centre, table.width);
    for (qint64 t = first; t < end; ++t) {
        std::vector<double> row{t < frame.size() ? (frame.target.values[size_t(t)] - table.centre) / table.width : missing};
        for (const FeatureColumn &column : frame.columns)
            row.push_back(t > target && !column.isKnownAhead ? missing : column.values[size_t(t)]);
        table.places.push_back(t);
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace foretrail
