#include "core/series/WindowScale.h"

#include <cmath>
#include <numeric>

namespace foretrail {

void windowScaleOf(Values window, WindowScale scale, double &centre, double &width)
{
    centre = 0;
    width = 1;
    if (window.empty() || scale == WindowScale::None)
        return;
    if (scale == WindowScale::Last) {
        centre = window.back();
        return;
    }
    const double sum = std::accumulate(window.begin(), window.end(), 0.0, [](double all, double value) { return all + std::fabs(value); });
    const double mean = sum / double(window.size());
    width = mean > 0 ? mean : 1;
}

QString windowScaleName(WindowScale scale)
{
    return scale == WindowScale::Mean ? QStringLiteral("mean") : scale == WindowScale::Last ? QStringLiteral("last") : QStringLiteral("none");
}

WindowScale windowScaleFromName(const QString &name)
{
    return name == u"mean" ? WindowScale::Mean : name == u"last" ? WindowScale::Last : WindowScale::None;
}

} // namespace foretrail
