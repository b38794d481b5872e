#pragma once

#include "core/data/Workspace.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

namespace foretrail {

class Connection;
class Statement;

/// One epoch of a trail as it is stored.
struct StoredTrailEpoch {
    int epoch = 0;
    double trainingLoss = missing;
    double validationLoss = missing;
    bool isBest = false;
    QJsonArray forecast;
    QByteArray weights; ///< empty: not kept, or not asked for; the same of the memory
    QByteArray memory;  ///< of the optimiser
    bool hasMemory = false;
};

/// The trail of a training as core/training/EpochTrail writes it: in ascending order of epochs.
struct StoredTrail {
    QJsonObject part;
    QByteArray windows;
    QList<StoredTrailEpoch> epochs;
    bool isEmpty() const { return epochs.isEmpty(); }
};

/// Reads the trails of stored runs. They are written with their runs and go with them (RunStore).
class TrailStore {
public:
    explicit TrailStore(Workspace &workspace) : m_workspace(workspace) {}
    /// Without weights and memories; empty where the run has no trail.
    Result<StoredTrail> load(RunId run);
    /// NotFound names the epochs that are kept, or says that there are none.
    Result<QByteArray> weights(RunId run, int epoch);
    /// Empty where none is kept.
    Result<QByteArray> memory(RunId run, int epoch);

private:
    Workspace &m_workspace;
};

/// A trail whole, in one piece of CBOR, and back: empty where it is damaged.
QByteArray packedTrail(const StoredTrail &trail);
StoredTrail unpackedTrail(const QByteArray &packed);

/// Runs an INSERT whose parameters are an owner and the columns of run_trail_epochs. This and the next throw SQLite::Exception.
void insertTrailEpoch(Statement &row, qint64 owner, const StoredTrailEpoch &epoch);

/// Inside the transaction that adds the run.
void insertTrail(Connection &connection, qint64 run, const StoredTrail &trail);

} // namespace foretrail
