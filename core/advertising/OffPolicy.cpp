#include "core/advertising/OffPolicy.h"

#include "core/base/JsonNumber.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace foretrail {
namespace {

struct OffPolicyText { Q_DECLARE_TR_FUNCTIONS(foretrail::OffPolicy) };

constexpr double normal95 = 1.959963984540054;

/// What each decision adds to the estimates.
struct Terms {
    std::vector<double> reward, weighted, weight, direct, doublyRobust;
};

enum Estimator { Logged, Ips, Snips, Direct, DoublyRobust, estimators };
using EstimatorValues = std::array<double, estimators>;

Result<void> checkLog(std::span<const LoggedDecision> log, int arms, int folds)
{
    if (log.size() < size_t(folds))
        return fail(ErrorCode::TooShort, OffPolicyText::tr("%1 decisions with a known reward are too few to judge a policy by.").arg(log.size()));
    for (const LoggedDecision &decision : log)
        if (!(decision.propensity > 0 && decision.propensity <= 1) || decision.arm < 0 || decision.arm >= arms
            || decision.context.features.size() != log.front().context.features.size())
            return fail(ErrorCode::InvalidInput, OffPolicyText::tr("A decision of the log has no propensity, an item that the campaign does not have, or other features."));
    return {};
}

Terms termsOf(const AdPolicy &policy, std::span<const LoggedDecision> log, const std::vector<double> &outcomes, double clip, OffPolicyReport &report)
{
    Terms terms;
    const auto arms = size_t(policy.armCount());
    for (size_t i = 0; i < log.size(); ++i) {
        const std::vector<double> chances = policy.probabilities(log[i].context);
        const double *expected = outcomes.data() + i * arms;
        const auto shown = size_t(log[i].arm);
        const double full = chances[shown] / log[i].propensity, weight = std::min(full, clip);
        double direct = 0;
        for (size_t arm = 0; arm < arms; ++arm)
            direct += chances[arm] * expected[arm];
        terms.reward.push_back(log[i].reward);
        terms.weight.push_back(weight);
        terms.weighted.push_back(weight * log[i].reward);
        terms.direct.push_back(direct);
        terms.doublyRobust.push_back(direct + weight * (log[i].reward - expected[shown]));
        report.largestWeight = std::max(report.largestWeight, full);
        report.clipped += full > clip;
    }
    return terms;
}

/// Of decisions of which each counts `times[i]` times.
EstimatorValues valuesOf(const Terms &terms, const std::vector<int> &times)
{
    EstimatorValues sums{};
    double weights = 0, count = 0;
    for (size_t i = 0; i < times.size(); ++i) {
        const double often = times[i];
        count += often;
        weights += often * terms.weight[i];
        sums[Logged] += often * terms.reward[i];
        sums[Ips] += often * terms.weighted[i];
        sums[Direct] += often * terms.direct[i];
        sums[DoublyRobust] += often * terms.doublyRobust[i];
    }
    sums[Snips] = sums[Ips] / weights * count;
    for (double &sum : sums)
        sum /= count;
    return sums;
}

double standardError(const std::vector<double> &values, double mean)
{
    double sum = 0;
    for (const double value : values)
        sum += (value - mean) * (value - mean);
    const auto count = double(values.size());
    return std::sqrt(sum / (count - 1) / count);
}

/// sqrt(sum w^2 (r - value)^2) / sum w: the first term of Taylor's series of the ratio.
double ratioError(const Terms &terms, double value)
{
    double sum = 0, weights = 0;
    for (size_t i = 0; i < terms.weight.size(); ++i) {
        const double off = terms.weighted[i] - terms.weight[i] * value;
        sum += off * off;
        weights += terms.weight[i];
    }
    return std::sqrt(sum) / weights;
}

using Estimates = std::array<ValueEstimate, estimators>;

Estimates normalEstimates(const Terms &terms, const EstimatorValues &values)
{
    const EstimatorValues errors{standardError(terms.reward, values[Logged]), standardError(terms.weighted, values[Ips]), ratioError(terms, values[Snips]),
                        standardError(terms.direct, values[Direct]), standardError(terms.doublyRobust, values[DoublyRobust])};
    Estimates estimates;
    for (size_t which = 0; which < estimators; ++which)
        estimates[which] = {values[which], values[which] - normal95 * errors[which], values[which] + normal95 * errors[which]};
    return estimates;
}

/// Percentiles of the estimates on decisions drawn with replacement (Efron 1979).
Result<Estimates> bootstrapEstimates(const Terms &terms, const EstimatorValues &values, const OffPolicyOptions &options, JobContext &job)
{
    SampleRandom random(options.seed);
    std::array<std::vector<double>, estimators> drawn;
    const auto count = int(terms.reward.size());
    for (int resample = 0; resample < options.resamples; ++resample) {
        if (job.stopRequested())
            return fail(Error::cancelled());
        std::vector<int> times(size_t(count), 0);
        for (int i = 0; i < count; ++i)
            ++times[size_t(random.below(count))];
        const EstimatorValues again = valuesOf(terms, times);
        for (size_t which = 0; which < estimators; ++which)
            drawn[which].push_back(again[which]);
    }
    Estimates estimates;
    for (size_t which = 0; which < estimators; ++which) {
        std::sort(drawn[which].begin(), drawn[which].end());
        const auto last = double(drawn[which].size() - 1);
        estimates[which] = {values[which], drawn[which][size_t(std::lround(0.025 * last))], drawn[which][size_t(std::lround(0.975 * last))]};
    }
    return estimates;
}

double effectiveSizeOf(const std::vector<double> &weights)
{
    double sum = 0, squares = 0;
    for (const double weight : weights) {
        sum += weight;
        squares += weight * weight;
    }
    return squares > 0 ? sum * sum / squares : 0;
}

} // namespace

QJsonObject ValueEstimate::toJson() const
{
    return {{QStringLiteral("value"), jsonNumber(value)}, {QStringLiteral("low"), jsonNumber(low)}, {QStringLiteral("high"), jsonNumber(high)}};
}

QJsonObject OffPolicyReport::toJson() const
{
    return {{QStringLiteral("decisions"), decisions}, {QStringLiteral("logged"), logged.toJson()}, {QStringLiteral("ips"), ips.toJson()},
            {QStringLiteral("snips"), snips.toJson()}, {QStringLiteral("direct"), direct.toJson()}, {QStringLiteral("doubly_robust"), doublyRobust.toJson()},
            {QStringLiteral("effective_size"), effectiveSize}, {QStringLiteral("mean_weight"), meanWeight}, {QStringLiteral("largest_weight"), largestWeight}, {QStringLiteral("clipped"), clipped},
            {QStringLiteral("enough"), isEnough}};
}

Result<OffPolicyReport> evaluatePolicy(const AdPolicy &policy, std::span<const LoggedDecision> log, const OffPolicyOptions &options, JobContext &job)
{
    if (const Result<void> checked = checkLog(log, policy.armCount(), options.outcomes.folds); !checked)
        return fail(checked.error());
    const auto outcomes = crossFittedOutcomes(log, policy.armCount(), options.outcomes, job);
    if (!outcomes)
        return fail(outcomes.error());
    OffPolicyReport report;
    report.decisions = qint64(log.size());
    const Terms terms = termsOf(policy, log, *outcomes, options.clip, report);
    const EstimatorValues values = valuesOf(terms, std::vector<int>(log.size(), 1));
    const Result<Estimates> estimates = options.interval == OffPolicyInterval::Normal ? Result<Estimates>(normalEstimates(terms, values))
                                                                                     : bootstrapEstimates(terms, values, options, job);
    if (!estimates)
        return fail(estimates.error());
    report.logged = (*estimates)[Logged];
    report.ips = (*estimates)[Ips];
    report.snips = (*estimates)[Snips];
    report.direct = (*estimates)[Direct];
    report.doublyRobust = (*estimates)[DoublyRobust];
    report.effectiveSize = effectiveSizeOf(terms.weight);
    report.meanWeight = std::accumulate(terms.weight.begin(), terms.weight.end(), 0.0) / double(log.size());
    report.isEnough = report.effectiveSize >= leastEffectiveSize && report.meanWeight >= leastMeanWeight;
    return report;
}

} // namespace foretrail
