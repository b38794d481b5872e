#include "core/evaluation/LossComparison.h"

#include "core/evaluation/DieboldMariano.h"
#include "core/series/Statistics.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace foretrail {
namespace {

constexpr size_t mostEnumerated = 14;
constexpr int flips = 9999;
constexpr size_t fewestSeries = 6; // five have a p of at least 2 / 2^5 > 0.05
constexpr size_t fewestFolds = 4;  // beside many series; of fewer a test of folds could hardly ever tell anything

double finiteMean(Values values)
{
    std::vector<double> known;
    std::copy_if(values.begin(), values.end(), std::back_inserter(known), [](double value) { return std::isfinite(value); });
    return meanOf(known);
}

std::vector<double> seriesMeans(const std::vector<std::vector<double>> &differences)
{
    std::vector<double> means;
    for (const std::vector<double> &folds : differences)
        if (const double mean = finiteMean(folds); std::isfinite(mean))
            means.push_back(mean);
    return means;
}

std::vector<double> foldMeans(const std::vector<std::vector<double>> &differences)
{
    size_t folds = 0;
    for (const std::vector<double> &row : differences)
        folds = std::max(folds, row.size());
    std::vector<double> means;
    for (size_t k = 0; k < folds; ++k) {
        std::vector<double> column;
        for (const std::vector<double> &row : differences)
            column.push_back(k < row.size() ? row[k] : missing);
        if (const double mean = finiteMean(column); std::isfinite(mean))
            means.push_back(mean);
    }
    return means;
}

/// The sum of up to 64 values, the sign of each taken from a bit of `signs`.
double flippedSum(Values values, quint64 signs)
{
    double sum = 0;
    for (size_t i = 0; i < values.size(); ++i)
        sum += (signs >> i) & 1 ? -values[i] : values[i];
    return sum;
}

double randomlyFlippedSum(Values values, std::mt19937_64 &random)
{
    double sum = 0;
    for (size_t first = 0; first < values.size(); first += 64)
        sum += flippedSum(values.subspan(first, std::min<size_t>(64, values.size() - first)), random());
    return sum;
}

/// The autocovariances of overlapping folds want several times as many folds as they have lags.
bool isEnough(size_t folds, int overlap) { return overlap <= 1 || folds >= 3 * size_t(overlap); }

/// Series of one shop rise and fall together, so what the folds say counts too.
double seriesP(Values bySeries, Values byFold, int overlap, quint64 seed)
{
    const double p = signFlipP(bySeries, seed);
    const bool asksFolds = byFold.size() >= fewestFolds && isEnough(byFold.size(), overlap);
    const double overFolds = asksFolds ? dieboldMariano(byFold, overlap).pValue : missing;
    return std::isnan(overFolds) ? p : std::max(p, overFolds);
}

double foldsP(Values means, int overlap, quint64 seed)
{
    if (means.size() < 2)
        return missing;
    if (!isEnough(means.size(), overlap))
        return missing;
    const double p = dieboldMariano(means, overlap).pValue;
    return std::isnan(p) && overlap == 1 ? signFlipP(means, seed) : p;
}

} // namespace

double signFlipP(Values differences, quint64 seed)
{
    if (differences.empty())
        return missing;
    const double seen = std::abs(std::accumulate(differences.begin(), differences.end(), 0.0)) * (1 - 1e-12); // sums of other orders round differently
    if (differences.size() <= mostEnumerated) {
        const quint64 all = quint64(1) << differences.size();
        qint64 asFar = 0;
        for (quint64 signs = 0; signs < all; ++signs)
            asFar += std::abs(flippedSum(differences, signs)) >= seen;
        return double(asFar) / double(all);
    }
    std::mt19937_64 random(seed);
    qint64 asFar = 1;
    for (int i = 0; i < flips; ++i)
        asFar += std::abs(randomlyFlippedSum(differences, random)) >= seen;
    return double(asFar) / double(flips + 1);
}

LossComparison compareLosses(const std::vector<std::vector<double>> &differences, int overlap, quint64 seed)
{
    const std::vector<double> bySeries = seriesMeans(differences);
    const std::vector<double> byFold = foldMeans(differences);
    LossComparison comparison;
    comparison.series = int(bySeries.size());
    comparison.folds = int(byFold.size());
    if (bySeries.empty())
        return comparison;
    const auto better = std::count_if(bySeries.begin(), bySeries.end(), [](double value) { return value < 0; });
    comparison.betterShare = double(better) / double(bySeries.size());
    comparison.difference = meanOf(bySeries);
    if (bySeries.size() >= fewestSeries || (byFold.size() == 1 && bySeries.size() > 1))
        comparison.pValue = seriesP(bySeries, byFold, overlap, seed);
    else
        comparison.pValue = foldsP(byFold, overlap, seed);
    return comparison;
}

} // namespace foretrail
