#pragma once

#include "core/data/Workspace.h"

namespace foretrail {

/// What of a user was in the workspace and is no more.
struct Erasure {
    qint64 events = 0;     ///< those of imports that were taken back included
    qint64 attributes = 0; ///< what tables said of the user
    qint64 rejects = 0;    ///< rows that could not be read and named the user: their text is gone, that they were there is not
    bool isWrittenOver = true; ///< false where another program reads the file: unused parts of it may hold the id until it is erased again
};

/// Removes a user for good: events, whether they count or not, sessions and values of columns of nobody else, attributes, the text of rejects that name the
/// user, the figures and the model of buyers that were made with them, who they were in the decisions of campaigns; totals are counted anew. The file
/// is written anew, so that no unused part of it
/// holds what was there. Stored
/// runs hold sums of many users and stay. Whoever imports a file with the user again has the user again. One transaction: all or
/// nothing. NotFound with the nearest keys, where rejected rows do not name the user either; Cancelled.
Result<Erasure> eraseUser(Workspace &workspace, const QString &key, JobContext &job);

} // namespace foretrail
