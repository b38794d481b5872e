#include "core/base/Logging.h"

namespace foretrail {

Q_LOGGING_CATEGORY(logData, "foretrail.data", QtInfoMsg)
Q_LOGGING_CATEGORY(logJobs, "foretrail.jobs", QtInfoMsg)
Q_LOGGING_CATEGORY(logTraining, "foretrail.training", QtInfoMsg)
Q_LOGGING_CATEGORY(logUi, "foretrail.ui", QtInfoMsg)

} // namespace foretrail
