#pragma once

#include "core/data/RunStore.h"

namespace foretrail {

/// A training as far as it has come. Without its state and trail in lists.
struct UnfinishedTraining {
    qint64 id = 0;           ///< 0: not kept yet
    QString name;            ///< "lstm · revenue · total"
    QJsonObject spec;        ///< TrainingSpec::toJson
    QJsonObject origin;      ///< BranchOrigin::toJson where it began with the weights of another training, else empty
    QString dataFingerprint; ///< of the data that it learns from
    QDateTime changed;       ///< UTC: when it was last kept
    QList<EpochRecord> epochs;
    QByteArray state;        ///< all that it depends on from here
    StoredTrail trail;       ///< as keepTrail() had it; may go beyond the epochs

    int epoch() const { return epochs.isEmpty() ? 0 : epochs.back().epoch; } ///< done so far
};

/// Trainings that were stopped, or whose program ended, and can go on. Each is kept whole or not at all.
class UnfinishedTrainings {
public:
    explicit UnfinishedTrainings(Workspace &workspace) : m_workspace(workspace) {}
    /// Writes it, and gives it its id where it has none.
    Result<qint64> keep(const UnfinishedTraining &training);
    /// The same together with its trail, which keep() leaves as it is: both or none. What keepTrail() says of it.
    Result<qint64> keepWithTrail(const UnfinishedTraining &training, int known = -1);
    /// Of one that is kept: the trail as it is now. What is kept of epochs up to `known` stays with those of them that are still in it;
    /// of these only number and hasMemory are read. -1: it is written anew.
    Result<void> keepTrail(qint64 id, const StoredTrail &trail, int known = -1);
    Result<QList<UnfinishedTraining>> list(); ///< the one that was kept last first
    Result<UnfinishedTraining> load(qint64 id); ///< NotFound
    Result<void> remove(qint64 id);             ///< also where it is gone already

private:
    Workspace &m_workspace;
};

} // namespace foretrail
