#pragma once

#include "core/behaviour/intent/IntentLearning.h"

namespace foretrail {

/// One line a case: user, known_until (the moment on the clock of the workspace), events before it, probability, happened (empty without
/// a test), and reasons where the report has them. Path "-" is standard output.
Result<void> writeIntent(const IntentReport &report, ShopData &data, const QString &path, JobContext &job);

} // namespace foretrail
