#pragma once

#include "core/data/Questions.h"
#include "core/data/sqlite/Connection.h"

namespace foretrail {

/// The latest `most` events of a user, oldest first; a negative number: all. Texts are read once a key and shared by the events that name
/// it. Cancelled.
Result<QList<UserEvent>> latestEventsOfUser(Connection &connection, UserId user, qint64 most, JobContext &job);

/// When the events of a user were, oldest first; the index alone answers it. Cancelled.
Result<std::vector<UtcMs>> timesOfUser(Connection &connection, UserId user, JobContext &job);

/// Of each attribute that the latest events of a user have, and no table speaks of: the value that most of them have.
void addUsualValues(Connection &connection, UserId user, QList<KeyAttribute> &attributes);

} // namespace foretrail
