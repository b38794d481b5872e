#pragma once

#include "core/data/Workspace.h"

#include <QDateTime>
#include <QJsonObject>

namespace foretrail {

/// A recipe of preparation as the workspace keeps it. What stands in the object is core/preparation's business.
struct StoredRecipe {
    RecipeId id;
    QString name;
    QJsonObject json; ///< its key "name" always says the name above
    QDateTime created; ///< UTC, like the next
    QDateTime changed; ///< when the content was last saved
};

/// Recipes kept in a workspace by name. A name is trimmed, and two that differ in case are two.
class RecipeStore {
public:
    explicit RecipeStore(Workspace &workspace) : m_workspace(workspace) {}
    Result<QList<StoredRecipe>> list();                    ///< by name
    Result<StoredRecipe> load(const QString &name);        ///< NotFound names the recipes there are
    /// Inserts, or replaces the one of that name, which keeps its id. Waits for another writer, such as an import, until it
    /// has ended or `job` is asked to stop: then Cancelled. InvalidInput without a name.
    Result<RecipeId> save(const QString &name, const QJsonObject &json, JobContext &job);
    /// InvalidInput when another recipe has the new name.
    Result<void> rename(const QString &name, const QString &newName, JobContext &job);
    Result<void> remove(const QString &name, JobContext &job);

private:
    Workspace &m_workspace;
};

} // namespace foretrail
