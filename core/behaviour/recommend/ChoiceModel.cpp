#include "core/behaviour/recommend/ChoiceModel.h"

#include "core/jobs/ParallelInOrder.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace foretrail {
namespace {

/// Minus the logarithm of the likelihood, with its first and second derivatives; the second as a full square.
struct ChoiceSums {
    explicit ChoiceSums(size_t features) : gradient(features, 0), curvature(features * features, 0) {}
    double loss = 0;
    std::vector<double> gradient, curvature;

    void add(const ChoiceSums &other)
    {
        loss += other.loss;
        for (size_t i = 0; i < gradient.size(); ++i)
            gradient[i] += other.gradient[i];
        for (size_t i = 0; i < curvature.size(); ++i)
            curvature[i] += other.curvature[i];
    }
};

/// P of each thing; the loss of the choice is returned.
double probabilities(const ObservedChoice &choice, std::span<const double> weights, std::vector<double> &shares)
{
    const size_t count = choice.features.size() / weights.size();
    shares.resize(count);
    double largest = -std::numeric_limits<double>::infinity();
    for (size_t j = 0; j < count; ++j) {
        const float *x = choice.features.data() + j * weights.size();
        double utility = 0;
        for (size_t f = 0; f < weights.size(); ++f)
            utility += weights[f] * double(x[f]);
        shares[j] = utility;
        largest = std::max(largest, utility);
    }
    const double chosen = shares[choice.chosen] - largest;
    double sum = 0;
    for (double &share : shares)
        sum += share = std::exp(share - largest);
    for (double &share : shares)
        share /= sum;
    return std::log(sum) - chosen;
}

void addChoice(const ObservedChoice &choice, std::span<const double> weights, ChoiceSums &sums)
{
    thread_local std::vector<double> shares, mean;
    sums.loss += probabilities(choice, weights, shares);
    const size_t n = weights.size();
    mean.assign(n, 0);
    for (size_t j = 0; j < shares.size(); ++j) {
        if (shares[j] < 1e-9)
            continue;
        const float *x = choice.features.data() + j * n;
        for (size_t f = 0; f < n; ++f) {
            const double weighted = shares[j] * double(x[f]);
            mean[f] += weighted;
            for (size_t g = 0; weighted != 0 && g <= f; ++g)
                sums.curvature[f * n + g] += weighted * double(x[g]);
        }
    }
    const float *chosen = choice.features.data() + choice.chosen * n;
    for (size_t f = 0; f < n; ++f) {
        sums.gradient[f] += mean[f] - double(chosen[f]);
        for (size_t g = 0; g <= f; ++g)
            sums.curvature[f * n + g] -= mean[f] * mean[g];
    }
}

Result<ChoiceSums> sumsOf(const std::vector<ObservedChoice> &choices, const std::vector<double> &weights, int workers, JobContext &job)
{
    constexpr qint64 choicesOfBlock = 256;
    ChoiceSums all(weights.size());
    const qint64 blocks = (qint64(choices.size()) + choicesOfBlock - 1) / choicesOfBlock;
    const Result<void> done = parallelInOrder(blocks, workers, job, [&](qint64 block) -> Result<OrderedWork> {
        return OrderedWork([&, block]() -> Result<OrderedKeep> {
            auto part = std::make_shared<ChoiceSums>(weights.size());
            const auto end = size_t(std::min<qint64>((block + 1) * choicesOfBlock, qint64(choices.size())));
            for (auto i = size_t(block * choicesOfBlock); i < end; ++i)
                addChoice(choices[i], weights, *part);
            return OrderedKeep([&all, part]() -> Result<void> {
                all.add(*part);
                return {};
            });
        });
    });
    if (!done)
        return fail(done.error());
    return all;
}

void addPenalty(const std::vector<double> &weights, double penalty, ChoiceSums &sums)
{
    for (size_t f = 0; f < weights.size(); ++f) {
        sums.loss += penalty * weights[f] * weights[f] / 2;
        sums.gradient[f] += penalty * weights[f];
        sums.curvature[f * weights.size() + f] += penalty;
    }
}

/// Solves `curvature` x = `right` by Cholesky; the lower half of `curvature` is read and overwritten.
std::vector<double> solved(std::vector<double> curvature, std::vector<double> right)
{
    const size_t n = right.size();
    for (size_t i = 0; i < n; ++i)
        for (size_t j = 0; j <= i; ++j) {
            double sum = curvature[i * n + j];
            for (size_t k = 0; k < j; ++k)
                sum -= curvature[i * n + k] * curvature[j * n + k];
            curvature[i * n + j] = i == j ? std::sqrt(std::max(sum, 1e-12)) : sum / curvature[j * n + j];
        }
    for (size_t i = 0; i < n; ++i) {
        for (size_t k = 0; k < i; ++k)
            right[i] -= curvature[i * n + k] * right[k];
        right[i] /= curvature[i * n + i];
    }
    for (size_t i = n; i-- > 0;) {
        for (size_t k = i + 1; k < n; ++k)
            right[i] -= curvature[k * n + i] * right[k];
        right[i] /= curvature[i * n + i];
    }
    return right;
}

} // namespace

Result<std::vector<double>> fitChoices(const std::vector<ObservedChoice> &choices, std::vector<double> weights, double penalty, int workers,
                                       JobContext &job)
{
    constexpr int mostRounds = 30;
    std::vector<double> before = weights, step;
    double best = std::numeric_limits<double>::infinity();
    for (int round = 0; round < mostRounds; ++round) {
        Result<ChoiceSums> sums = sumsOf(choices, weights, workers, job);
        if (!sums)
            return fail(sums.error());
        addPenalty(weights, penalty, *sums);
        if (!(sums->loss <= best)) { // too far: half the way
            for (size_t f = 0; f < weights.size(); ++f)
                weights[f] = before[f] - (step[f] /= 2);
            continue;
        }
        if (best - sums->loss < 1e-7 * std::abs(sums->loss))
            break;
        best = sums->loss;
        before = weights;
        step = solved(std::move(sums->curvature), std::move(sums->gradient));
        for (size_t f = 0; f < weights.size(); ++f)
            weights[f] -= step[f];
    }
    return before;
}

double choiceLoss(const std::vector<ObservedChoice> &choices, std::span<const double> weights)
{
    std::vector<double> shares;
    double sum = 0;
    for (const ObservedChoice &choice : choices)
        sum += probabilities(choice, weights, shares);
    return choices.empty() ? 0 : sum / double(choices.size());
}

} // namespace foretrail
