#pragma once

namespace foretrail {

/// How trainings share the cores of a machine.
struct CoreBudget {
    int trainings = 1; ///< at a time
    int workers = 1;   ///< threads of each, at most
    bool operator==(const CoreBudget &) const = default;
};

/// Of `cores`, where `asked` trainings are wanted at a time and one core stays free or not. There are never more trainings than
/// cores for them, and at least one of each.
CoreBudget coreBudget(int cores, int asked, bool leavesCoreFree);

/// Cores of this machine; at least 1.
int machineCores();

/// Threads of one training of the program's own engine from its next batch on, whatever its spec allows; numbers do not depend
/// on it. Any thread may ask.
void limitTrainingWorkers(int most);
int mostTrainingWorkers(); ///< no limit at first

} // namespace foretrail
