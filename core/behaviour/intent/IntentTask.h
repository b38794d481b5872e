#pragma once

#include "core/base/Calendar.h"
#include "core/base/Result.h"

#include <QStringList>

namespace foretrail {

/// What is asked about. Purchase: does the user buy within the horizon? Churn: does a user who has bought (in a log where hardly anybody
/// buys again: who was there) stay away for the whole horizon? Session: is something bought later in the running session?
enum class IntentTask { Purchase, Churn, Session };

QString intentTaskName(IntentTask task); ///< "purchase", "churn", "session"
Result<IntentTask> intentTaskFrom(const QString &name);

} // namespace foretrail
