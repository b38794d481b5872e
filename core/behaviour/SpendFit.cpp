#include "core/behaviour/SpendFit.h"

#include "core/behaviour/Agreement.h"
#include "core/behaviour/GammaFunctions.h"
#include "core/behaviour/LikelihoodSearch.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

struct SpendFitText { Q_DECLARE_TR_FUNCTIONS(foretrail::SpendFit) };

constexpr size_t fewestRecords = 20;

/// The part of a term that all records of so many purchases share, with its derivatives by p, q and v.
struct SpendShare {
    double value = 0;
    std::array<double, 3> slopes{};
};

SpendShare spendShare(const std::array<double, 3> &parameters, double x)
{
    const auto [p, q, v] = parameters;
    const double both = digammaOf(p * x + q);
    return {lnGamma(p * x + q) - lnGamma(p * x) - lnGamma(q) + q * std::log(v) + p * x * std::log(x),
            {x * (both - digammaOf(p * x) + std::log(x)), both - digammaOf(q) + std::log(v), q / v}};
}

double meanSpend(const std::vector<SpendRecord> &records)
{
    double sum = 0;
    for (const SpendRecord &record : records)
        sum += record.mean;
    return sum / double(records.size());
}

double correlationOf(const std::vector<SpendRecord> &records)
{
    std::vector<double> purchases, means;
    for (const SpendRecord &record : records) {
        purchases.push_back(record.purchases);
        means.push_back(record.mean);
    }
    return correlation(purchases, means);
}

} // namespace

double SpendFit::meanOf(const std::array<double, 3> &parameters, const SpendRecord &record)
{
    const auto [p, q, v] = parameters;
    const double degrees = p * record.purchases + q - 1;
    return degrees > 0 ? p * (v + record.purchases * record.mean) / degrees : std::nan("");
}

double spendLogLikelihood(const std::vector<SpendRecord> &records, const std::array<double, 3> &parameters, std::array<double, 3> &slopes)
{
    const auto [p, q, v] = parameters;
    double sum = 0;
    slopes = {};
    SpendShare shared;
    int purchases = 0;
    for (const SpendRecord &record : records) { // in ascending order of purchases
        const double x = record.purchases;
        if (record.purchases != purchases)
            shared = spendShare(parameters, x);
        purchases = record.purchases;
        const double total = v + x * record.mean;
        const double shape = p * x + q;
        const double logTotal = std::log(total);
        const double logMean = std::log(record.mean);
        sum += shared.value + (p * x - 1) * logMean - shape * logTotal;
        slopes[0] += p * (shared.slopes[0] + x * (logMean - logTotal));
        slopes[1] += q * (shared.slopes[1] - logTotal);
        slopes[2] += v * (shared.slopes[2] - shape / total);
    }
    return sum;
}

Result<SpendFit> fitSpend(std::vector<SpendRecord> records, JobContext &job)
{
    if (records.size() < fewestRecords)
        return fail(ErrorCode::TooShort, SpendFitText::tr("Of too few users it is known what they spent on a second day: %1, where %2 are needed.")
                                             .arg(records.size()).arg(fewestRecords));
    std::sort(records.begin(), records.end());
    const SlopedLikelihood likelihood = [&records](const std::vector<double> &point, std::vector<double> &slopes) {
        std::array<double, 3> sums;
        const double value = spendLogLikelihood(records, {std::exp(point[0]), std::exp(point[1]), std::exp(point[2])}, sums);
        slopes.assign(sums.begin(), sums.end());
        return value;
    };
    const double mean = meanSpend(records);
    std::optional<LikelihoodPeak> best;
    for (const double shape : {2.0, 8.0}) {
        const std::vector<double> start{std::log(shape), std::log(3.0), std::log(2 * mean / shape)};
        const Result<LikelihoodPeak> peak = climb(likelihood, {start, 9}, start, {}, job);
        if (!peak)
            return fail(peak.error());
        if (!best || peak->value > best->value)
            best = *peak;
    }
    if (best->isAtEdge)
        return fail(ErrorCode::Degenerate, SpendFitText::tr("All users spend too much the same, or each of them does: there is nothing to learn of spend."));
    addCurvature(likelihood, *best);
    if (!best->open.empty())
        best->covariance.clear();
    return SpendFit{std::exp(best->point[0]), std::exp(best->point[1]), std::exp(best->point[2]), best->covariance, best->value,
                    qint64(records.size()), correlationOf(records)};
}

} // namespace foretrail
