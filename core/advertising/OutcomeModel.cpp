#include "core/advertising/OutcomeModel.h"

#include "core/behaviour/intent/LogisticRegression.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <algorithm>
#include <functional>

namespace foretrail {
namespace {

using Predict = std::function<double(const AdContext &)>;
using Rows = std::vector<const LoggedDecision *>;

double meanReward(const Rows &rows, double without)
{
    double sum = 0;
    for (const LoggedDecision *row : rows)
        sum += row->reward;
    return rows.empty() ? without : sum / double(rows.size());
}

/// beta = (ridge I + X'X)^-1 X' (r - mean), with the mean of all items.
Predict ridgeOutcome(const Rows &rows, double mean, double ridge)
{
    const auto width = Eigen::Index(rows.empty() ? 0 : rows.front()->context.features.size());
    Eigen::MatrixXd normal = ridge * Eigen::MatrixXd::Identity(width, width);
    Eigen::VectorXd right = Eigen::VectorXd::Zero(width);
    for (const LoggedDecision *row : rows) {
        const Eigen::Map<const Eigen::VectorXd> x(row->context.features.data(), width);
        normal.selfadjointView<Eigen::Lower>().rankUpdate(x);
        right += (row->reward - mean) * x;
    }
    const Eigen::VectorXd solved = width > 0 ? Eigen::VectorXd(normal.selfadjointView<Eigen::Lower>().ldlt().solve(right)) : right;
    return [solved, mean](const AdContext &context) {
        const Eigen::Map<const Eigen::VectorXd> x(context.features.data(), solved.size());
        return std::clamp(mean + solved.dot(x), 0.0, 1.0);
    };
}

/// Where the rewards are all the same, or no maximum is found: their mean with one more decision of the mean of all items.
Result<Predict> logisticOutcome(const Rows &rows, double mean, double ridge, JobContext &job)
{
    const double shrunk = (meanReward(rows, 0) * double(rows.size()) + mean) / double(rows.size() + 1);
    const Predict constant = [shrunk](const AdContext &) { return shrunk; };
    FeatureRows features;
    std::vector<bool> happened;
    for (const LoggedDecision *row : rows) {
        features.width = row->context.features.size();
        features.values.insert(features.values.end(), row->context.features.begin(), row->context.features.end());
        happened.push_back(row->reward > 0.5);
    }
    if (std::count(happened.begin(), happened.end(), true) == 0 || std::count(happened.begin(), happened.end(), false) == 0)
        return constant;
    const Result<LogisticRegression> fitted = LogisticRegression::fit(features, happened, ridge, job);
    if (!fitted)
        return fitted.error().isCancelled() ? Result<Predict>(fail(fitted.error())) : constant;
    return Predict([model = *fitted](const AdContext &context) { return model.probability(context.features); });
}

Result<std::vector<Predict>> outcomesWithout(std::span<const LoggedDecision> log, int arms, int fold, const OutcomeOptions &options, JobContext &job)
{
    Rows all;
    std::vector<Rows> byArm(static_cast<size_t>(arms));
    for (size_t i = 0; i < log.size(); ++i)
        if (int(i % size_t(options.folds)) != fold) {
            all.push_back(&log[i]);
            byArm[size_t(log[i].arm)].push_back(&log[i]);
        }
    const double mean = meanReward(all, 0);
    std::vector<Predict> outcomes;
    for (const Rows &rows : byArm) {
        if (job.stopRequested())
            return fail(Error::cancelled());
        if (options.kind == OutcomeKind::Ridge) {
            outcomes.push_back(ridgeOutcome(rows, mean, options.ridge));
            continue;
        }
        Result<Predict> fitted = logisticOutcome(rows, mean, options.ridge, job);
        if (!fitted)
            return fail(fitted.error());
        outcomes.push_back(std::move(*fitted));
    }
    return outcomes;
}

} // namespace

Result<std::vector<double>> crossFittedOutcomes(std::span<const LoggedDecision> log, int arms, const OutcomeOptions &options, JobContext &job)
{
    std::vector<double> expected(log.size() * size_t(arms), 0);
    for (int fold = 0; fold < options.folds; ++fold) {
        const auto outcomes = outcomesWithout(log, arms, fold, options, job);
        if (!outcomes)
            return fail(outcomes.error());
        for (size_t i = size_t(fold); i < log.size(); i += size_t(options.folds))
            for (size_t arm = 0; arm < size_t(arms); ++arm)
                expected[i * size_t(arms) + arm] = (*outcomes)[arm](log[i].context);
    }
    return expected;
}

} // namespace foretrail
