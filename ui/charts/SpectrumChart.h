#pragma once

#include "core/series/Spectrum.h"
#include "ui/charts/ChartContent.h"

namespace foretrail {

/// "7 days", "23.9 hours"; without a calendar "7 steps".
QString periodInWords(double period, Step step);

/// Power over the period on a logarithmic scale, short ones at the left, with the peaks marked and named.
ChartContent spectrumChart(const Spectrum &spectrum, const std::vector<SpectrumPeak> &peaks, Step step);

/// "Strongest: 7 days (41 %), 364 days (12 %)."
QString peaksInWords(const std::vector<SpectrumPeak> &peaks, Step step);

} // namespace foretrail
