#pragma once

#include "core/data/Workspace.h"

#include <QDateTime>
#include <QJsonObject>

namespace foretrail {

/// A what-if scenario as the workspace keeps it. What stands in the object is core/training/Scenario's business.
struct StoredScenario {
    QString name;
    QJsonObject definition;
    QDateTime created; ///< UTC, like the next
    QDateTime changed;
};

/// Scenarios kept in a workspace by name. A name is trimmed, and two that differ in case are two.
class ScenarioStore {
public:
    explicit ScenarioStore(Workspace &workspace) : m_workspace(workspace) {}
    Result<QList<StoredScenario>> list();             ///< by name
    Result<StoredScenario> load(const QString &name); ///< NotFound names the scenarios there are
    /// In place of the one of that name, where there is one. InvalidInput without a name. Waits for another writer until it has ended or
    /// `job` is asked to stop: then Cancelled.
    Result<void> save(const QString &name, const QJsonObject &definition, JobContext &job);
    /// InvalidInput when another scenario has the new name.
    Result<void> rename(const QString &name, const QString &newName, JobContext &job);
    Result<void> remove(const QString &name, JobContext &job);

private:
    Workspace &m_workspace;
};

} // namespace foretrail
