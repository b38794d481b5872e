#pragma once

#include <QLoggingCategory>

namespace foretrail {

Q_DECLARE_LOGGING_CATEGORY(logData)
Q_DECLARE_LOGGING_CATEGORY(logJobs)
Q_DECLARE_LOGGING_CATEGORY(logTraining)
Q_DECLARE_LOGGING_CATEGORY(logUi)

} // namespace foretrail
