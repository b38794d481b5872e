#pragma once

#include "core/series/Series.h"

namespace foretrail {

/// How the variance of a series of n values is spread over the frequencies k / n, k = 1 .. n / 2. The powers sum to the
/// variance about the mean (or the line, where that was taken out), in the squared unit of the series: a sine of amplitude
/// a that fits in whole has a^2 / 2 at its frequency.
struct Spectrum {
    std::vector<double> frequency; ///< cycles per step, ascending, at most 1/2
    std::vector<double> power;
};

struct SpectrumPeak {
    double period = 0; ///< steps
    double power = 0;
    double share = 0; ///< of the sum of all powers, 0 .. 1
};

/// The periodogram. Gaps are bridged by straight lines first; the mean is taken out, with `detrend` the least squares line.
/// Empty for less than 3 values or where none is there.
Spectrum periodogram(Values values, bool detrend = true);

/// `values` (nothing missing) less their least squares line.
std::vector<double> withoutLine(Values values);

/// The `most` largest local maxima, strongest first.
std::vector<SpectrumPeak> strongestPeaks(const Spectrum &spectrum, int most);

/// Probability that the largest of so many powers has at least the share it has, were the series white noise (Fisher 1929,
/// Proceedings of the Royal Society A 125, 54-59): small where one frequency stands out. 1 for less than two powers.
double fisherG(Values power);

/// Season lengths that the series itself suggests, strongest first, at most three; none where Fisher's test finds nothing
/// at 1 %, nor below 20 values. A frequency of the tapered series has to stand out (1 %) from the powers around it too, so
/// that slow wandering proposes little, and the series has to hold three of its seasons. A harmonic of a season usual for the step (24 and 168
/// hours, 7 and 365 days, 52 weeks, 12 months, 4 quarters) speaks for that season; another period, in whole steps, is
/// proposed only as the first and where the series holds five. Each season found is taken out by STL before the next.
std::vector<int> proposedSeasons(Values values, Step step);

} // namespace foretrail
