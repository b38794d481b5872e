#pragma once

#include "core/behaviour/segments/SimilarUsers.h"
#include "core/behaviour/segments/SegmentJudge.h"

namespace foretrail {

/// Where one user stands among all: scores, state and how it came about, and who is alike.
struct UserStanding {
    bool isKnown = false;
    int r = 0, f = 0, m = 0;
    RfmName name = RfmName::None;
    bool isByVisits = false;       ///< the scores, where nobody bought anything
    QString cutWords;
    LifecycleState state = LifecycleState::None;
    QString stateWords;            ///< the definition of the states
    std::vector<StateMove> moves;  ///< oldest first
    DayNumber lastDay = 0;         ///< of the data
    bool isRobot = false;
    qint64 strayEvents = 0;
    QList<SimilarUser> similar;    ///< empty until asked for: SimilarUsers

    QJsonObject toJson() const;
};

/// From the events of the user, oldest first, and the calendar of the workspace.
UserStanding userStanding(UserId user, const QList<UserEvent> &events, const QString &timeZone, const SegmentBasis &basis);

} // namespace foretrail
