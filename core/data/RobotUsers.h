#pragma once

#include "core/data/UserSet.h"
#include "core/jobs/JobContext.h"

#include <QString>

namespace foretrail {

class Connection;

/// Users whose rows no person makes, as core/data/quality/RobotSearch judges all events of a user. Models of what users do next neither
/// learn from them nor are tested on them: one robot would outweigh thousands of people.
struct RobotUsers {
    UserSet users;          ///< who are left out; empty where that would be everybody
    qint64 events = 0;      ///< of theirs
    qint64 everybody = 0;   ///< where all users look so (a log of machines, or of shops): how many they are, none of whom is left out

    bool contains(UserId user) const { return !users.users().empty() && users.contains(user); }
    /// What a person should know where anybody is left out, or nobody although all look so; empty otherwise.
    QString note() const;
};

/// Cancelled.
Result<RobotUsers> robotUsers(Connection &connection, JobContext &job);

} // namespace foretrail
