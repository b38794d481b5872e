#pragma once

#include "core/series/Series.h"

namespace foretrail {

/// How each window of a network is scaled by itself, beyond what was done to the whole series.
enum class WindowScale { None, Mean, Last };

/// Centre and width of one window by its own values: shown = (value - centre) / width. 0 and 1 for WindowScale::None.
void windowScaleOf(Values window, WindowScale scale, double &centre, double &width);

QString windowScaleName(WindowScale scale); ///< "none", "mean", "last"
/// None for any other name.
WindowScale windowScaleFromName(const QString &name);

} // namespace foretrail
