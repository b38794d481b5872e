#include "core/jobs/CoreBudget.h"

#include <algorithm>
#include <atomic>
#include <limits>
#include <thread>

namespace foretrail {

namespace {

std::atomic<int> &trainingWorkerLimit()
{
    static std::atomic<int> limit{std::numeric_limits<int>::max()};
    return limit;
}

} // namespace

CoreBudget coreBudget(int cores, int asked, bool leavesCoreFree)
{
    const int usable = std::max(1, cores - (leavesCoreFree ? 1 : 0));
    const int trainings = std::clamp(asked, 1, usable);
    return {trainings, usable / trainings};
}

int machineCores() { return std::max(1, int(std::thread::hardware_concurrency())); }

void limitTrainingWorkers(int most) { trainingWorkerLimit() = std::max(1, most); }

int mostTrainingWorkers() { return trainingWorkerLimit(); }

} // namespace foretrail
