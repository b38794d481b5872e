#pragma once

#include "core/series/Decimation.h"
#include "ui/charts/ChartContent.h"

namespace foretrail {

/// A band as it is drawn: two lines over the same span.
struct DrawnBand {
    double level = 80;
    Polyline low;
    Polyline high;
};

/// What of a content falls between the steps `from` and `to`, thinned to the width it is drawn at, and the range of
/// values that shows all of it, values as ChartContent::onScale() gives them. Pure; the one place where points are computed.
struct DrawnChart {
    double from = 0;
    double to = 1;
    double low = 0;
    double high = 1;
    std::vector<std::vector<Polyline>> curves; ///< one entry a curve of the content
    std::vector<DrawnBand> bands;              ///< widest first, so that narrow ones lie on top
};

DrawnChart drawnChart(const ChartContent &content, double from, double to, int columns);

/// The part of a line between from and to, with its cut ends on the edges.
Polyline clipped(const Polyline &line, double from, double to);

} // namespace foretrail
