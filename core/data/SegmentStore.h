#pragma once

#include "core/data/Workspace.h"

#include <QDateTime>
#include <QJsonObject>

namespace foretrail {

/// A segment as the workspace keeps it. What stands in the object is core/behaviour/segments' business.
struct StoredSegment {
    QString name;
    QJsonObject definition;
    QDateTime created; ///< UTC, like the next
    QDateTime changed;
};

/// Segments of users kept in a workspace by name. A name is trimmed, and two that differ in case are two.
class SegmentStore {
public:
    explicit SegmentStore(Workspace &workspace) : m_workspace(workspace) {}
    Result<QList<StoredSegment>> list();              ///< by name
    Result<StoredSegment> load(const QString &name);  ///< NotFound names the segments there are
    /// `replaces`: the one of that name, where there is one; otherwise that is InvalidInput, as is a name that a built-in segment could
    /// have, or none. Waits for another writer until it has ended or `job` is asked to stop: then Cancelled.
    Result<void> save(const QString &name, const QJsonObject &definition, bool replaces, JobContext &job);
    /// InvalidInput when another segment has the new name.
    Result<void> rename(const QString &name, const QString &newName, JobContext &job);
    Result<void> remove(const QString &name, JobContext &job);

private:
    Workspace &m_workspace;
};

} // namespace foretrail
