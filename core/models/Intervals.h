#pragma once

#include "core/models/Forecaster.h"

namespace foretrail {

/// z with `level` percent of a standard normal between -z and z: 1.2816 for 80, 1.9600 for 95.
double normalWidth(double level);

/// mean +- z * deviation for each level. Where `isNonNegative` (revenue, orders) means and limits below zero
/// become zero.
Forecast normalForecast(std::vector<double> mean, const std::vector<double> &deviation,
                        std::span<const double> levels, bool isNonNegative);

/// A forecast of logarithms becomes one of values: medians, not means. What is too large for a number is the largest one.
void leaveLogarithms(Forecast &forecast);

/// Horizon at least 1, levels between 0 and 100, at least `needed` observations, all of them finite; the first that
/// is wrong, as an InvalidInput or TooShort that says what is needed.
Result<void> checkRequest(const Series &history, qint64 needed, int horizon, std::span<const double> levels);
/// The same for a series alone.
Result<void> checkHistory(const Series &history, qint64 needed);

/// Nothing below zero, or so rarely and so little that a forecast has no business there (a day whose returns outweigh its sales): at most
/// one value in fifty, and together at most one hundredth of what is above zero. Missing values do not count.
bool isNonNegative(Values values);

/// The season a model works with: the spec's, or the usual one of the step; at least 1.
int seasonOf(const ModelSpec &spec, const Series &series);
/// The longest season that the series shows three times: a week of hours (168) beyond a day of them; else that season.
int longestSeasonOf(const ModelSpec &spec, const Series &series);

} // namespace foretrail
