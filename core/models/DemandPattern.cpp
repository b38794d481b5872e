#include "core/models/DemandPattern.h"

#include "core/series/Statistics.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

struct DemandPatternText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::DemandPattern)
};

double squaredVariationOf(Values sizes)
{
    if (sizes.size() < 2)
        return 0;
    const double mean = meanOf(sizes);
    double squared = 0;
    for (double size : sizes)
        squared += (size - mean) * (size - mean);
    const double variance = squared / double(sizes.size() - 1);
    return variance > 0 && mean != 0 ? variance / (mean * mean) : 0;
}

QString demandSentenceOf(DemandKind kind)
{
    switch (kind) {
    case DemandKind::None: return DemandPatternText::tr("No demand at all.");
    case DemandKind::Smooth:
        return DemandPatternText::tr("Smooth demand: one every %1 steps (below %2), its sizes much alike (CV² %3, below %4).");
    case DemandKind::Erratic:
        return DemandPatternText::tr("Erratic demand: one every %1 steps (below %2), but of varying size (CV² %3, not below %4).");
    case DemandKind::Intermittent:
        return DemandPatternText::tr("Intermittent demand: one every %1 steps (not below %2), its sizes much alike (CV² %3, below %4).");
    case DemandKind::Lumpy:
        return DemandPatternText::tr("Lumpy demand: one every %1 steps (not below %2), and of varying size (CV² %3, not below %4).");
    }
    return {};
}

} // namespace

DemandKind DemandPattern::kind() const
{
    if (demands == 0)
        return DemandKind::None;
    if (interval < seldomInterval)
        return squaredVariation < variedSizes ? DemandKind::Smooth : DemandKind::Erratic;
    return squaredVariation < variedSizes ? DemandKind::Intermittent : DemandKind::Lumpy;
}

QString DemandPattern::sentence() const
{
    const QString sentence = demandSentenceOf(kind());
    if (demands == 0)
        return sentence;
    const QLocale locale;
    return sentence.arg(locale.toString(interval, 'f', 2), locale.toString(seldomInterval, 'f', 2),
                        locale.toString(squaredVariation, 'f', 2), locale.toString(variedSizes, 'f', 2));
}

DemandPattern demandPattern(Values values)
{
    const std::vector<double> sizes = demandSizes(values);
    DemandPattern pattern{qint64(values.size()), qint64(sizes.size()), 0, squaredVariationOf(sizes)};
    if (!sizes.empty())
        pattern.interval = double(values.size()) / double(sizes.size());
    return pattern;
}

qint64 endedFor(Values values)
{
    constexpr qint64 fewestBefore = 3; // to know how long it can wait
    const auto isDemand = [](double value) { return value != 0; };
    const auto first = std::find_if(values.begin(), values.end(), isDemand);
    qint64 demands = 0, longest = 0, run = 0;
    for (auto it = first; it != values.end(); ++it) {
        demands += isDemand(*it) ? 1 : 0;
        longest = isDemand(*it) ? std::max(longest, run) : longest;
        run = isDemand(*it) ? 0 : run + 1;
    }
    return demands >= fewestBefore && run >= std::max(fewestToEnd, 3 * longest) ? run : 0;
}

std::vector<double> demandSizes(Values values)
{
    std::vector<double> sizes;
    std::copy_if(values.begin(), values.end(), std::back_inserter(sizes), [](double value) { return value != 0; });
    std::sort(sizes.begin(), sizes.end());
    return sizes;
}

} // namespace foretrail
