#pragma once

#include "core/behaviour/intent/IntentLearning.h"
#include "core/behaviour/intent/IntentReasons.h"
#include "core/data/Workspace.h"

namespace foretrail {

/// What is said of purchases in the next days in a workspace, and how good that was on the latest days.
struct WorkspaceIntent {
    IntentModel model;
    UtcMs end = 0;                ///< of what is known: the days ahead begin here
    QList<IntentEvaluation> test; ///< of a model that did not know the last horizon; empty where the log is too short for one
    QStringList notes;
};

/// What it says of one user.
struct IntentOutlook {
    double probability = missing; ///< NaN: nothing is said
    double typical = missing;     ///< share of all cases
    int horizonDays = 0;
    std::vector<IntentReason> reasons; ///< at most three
    QString sentence;             ///< in words, or why nothing is said
    QString reasonsText;          ///< the reasons in words; empty without any
    QString quality;              ///< how far it can be trusted, in words
    bool isEmpty() const { return !(probability == probability); }
    QJsonObject toJson() const;
};

/// The model of purchases that the profiles of a workspace speak from (of running sessions: that live pages do), kept in it with the
/// fingerprint of the data. Reads it where it is there, NotFound otherwise. `task`: Purchase or Session.
Result<WorkspaceIntent> keptIntent(Workspace &workspace, IntentTask task = IntentTask::Purchase);
/// Reads it or learns it, and keeps it where the workspace can be written. Errors as of learnIntent().
Result<WorkspaceIntent> workspaceIntent(Workspace &workspace, JobContext &job, IntentTask task = IntentTask::Purchase);

/// From the events of the user, oldest first.
IntentOutlook intentOutlook(const QList<UserEvent> &events, const WorkspaceIntent &intent);

/// In words: how well those who did were told from those who did not, how well one simple figure told them, and how much the
/// probabilities were off.
QString intentQuality(const WorkspaceIntent &intent);

} // namespace foretrail
