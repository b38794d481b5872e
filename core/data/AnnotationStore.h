#pragma once

#include "core/data/Workspace.h"

namespace foretrail {

/// What a person noted at a moment: of one series, whatever is measured of it, or of all.
struct Annotation {
    qint64 id = 0;    ///< 0: not kept yet
    WallMs at = 0;
    QString grouping; ///< groupName() of the question that the series answers; empty: of all series
    QString series;   ///< its key; empty: of all series
    QString text;

    bool isOfAll() const { return grouping.isEmpty(); }
    bool operator==(const Annotation &) const = default;
};

/// Annotations kept in a workspace. They belong to no import: they stay when rows come and go.
class AnnotationStore {
public:
    explicit AnnotationStore(Workspace &workspace) : m_workspace(workspace) {}
    /// By time.
    Result<QList<Annotation>> list();
    /// Those of one series and those of all, by time.
    Result<QList<Annotation>> list(const QString &grouping, const QString &series);
    /// Adds it where its id is 0, else it takes the place of the one with this id, or comes back under it. The text is trimmed; InvalidInput without
    /// one. Waits for another writer until it has ended or `job` is asked to stop: then Cancelled.
    Result<qint64> save(const Annotation &annotation, JobContext &job);
    Result<void> remove(qint64 id, JobContext &job); ///< NotFound where it is gone

private:
    Workspace &m_workspace;
};

} // namespace foretrail
