#include "core/training/RateFinder.h"

#include "core/models/TrainingControl.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

struct RateFinderText { Q_DECLARE_TR_FUNCTIONS(foretrail::RateFinder) };

constexpr double lowestRate = 1e-5, highestRate = 1;
constexpr int rates = 40;
constexpr double runAway = 4; ///< times the smallest loss

double rateOf(int trial) { return lowestRate * std::pow(highestRate / lowestRate, double(trial) / (rates - 1)); }

/// Half of what is and half of what was: single epochs jump.
std::vector<double> smoothedLogs(const std::vector<RateSearch::Trial> &trials)
{
    std::vector<double> logs;
    for (const RateSearch::Trial &trial : trials) {
        const double now = std::log(std::max(trial.loss, 1e-300));
        logs.push_back(logs.empty() ? now : 0.5 * (logs.back() + now));
    }
    return logs;
}

} // namespace

double suggestedRate(const std::vector<RateSearch::Trial> &trials)
{
    const std::vector<double> logs = smoothedLogs(trials);
    if (logs.size() < 3)
        return 0;
    const size_t lowest = size_t(std::ranges::min_element(logs) - logs.begin());
    double steepest = 0, rate = 0;
    for (size_t i = 1; i <= lowest; ++i) {
        const double fall = (logs[i - 1] - logs[i]) / std::log(trials[i].rate / trials[i - 1].rate);
        if (fall > steepest) {
            steepest = fall;
            rate = trials[i].rate;
        }
    }
    return rate;
}

Result<RateSearch> findLearningRate(Workspace &workspace, TrainingSpec spec, JobContext &job)
{
    const ModelInfo *info = modelRegistry().find(spec.model.model);
    if (!info || !info->isNeural)
        return fail(ErrorCode::Unsupported, RateFinderText::tr("%1 does not learn in epochs, so it has no learning rate.").arg(spec.model.model));
    if (info->learnsFromPanel)
        return fail(ErrorCode::Unsupported, RateFinderText::tr("The learning rate is searched for networks of one series, lstm and gru, not for %1.").arg(spec.model.model));
    spec.model.learningRate = rateOf(0);
    spec.model.schedule = Schedule::Constant;
    spec.model.epochs = rates;
    spec.model.patience = 0;
    RateSearch search;
    TrainingControl control;
    double smallest = HUGE_VAL;
    TrainingHooks hooks([&](const EpochLosses &losses) {
        search.trials.push_back({rateOf(int(search.trials.size())), losses.training});
        smallest = std::min(smallest, losses.training);
        if (losses.training > runAway * smallest)
            control.keepBest();
        else
            control.setLearningRate(rateOf(int(search.trials.size())));
    });
    hooks.control = &control;
    const auto done = forecastFromWorkspace(workspace, spec, job, hooks, 1);
    // A loss that is no number ends the search as well as any.
    if (!done && (done.error().code != ErrorCode::Diverged || search.trials.empty()))
        return fail(done.error());
    search.suggested = suggestedRate(search.trials);
    return search;
}

} // namespace foretrail
