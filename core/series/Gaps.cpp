#include "core/series/Gaps.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

struct GapsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::Gaps)
};

} // namespace

Result<std::vector<double>> filledLinearly(Values values)
{
    std::vector<double> filled(values.begin(), values.end());
    const auto isThere = [](double value) { return std::isfinite(value); };
    auto before = std::find_if(filled.begin(), filled.end(), isThere);
    if (before == filled.end())
        return fail(ErrorCode::Degenerate, GapsText::tr("The series has no value."));
    std::fill(filled.begin(), before, *before);
    while (true) {
        const auto after = std::find_if(before + 1, filled.end(), isThere);
        if (after == filled.end())
            break;
        const double slope = (*after - *before) / double(after - before);
        for (auto at = before + 1; at < after; ++at)
            *at = *before + slope * double(at - before);
        before = after;
    }
    std::fill(before, filled.end(), *before);
    return filled;
}

} // namespace foretrail
