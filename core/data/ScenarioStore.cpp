#include "core/data/ScenarioStore.h"

#include "core/data/NamedJson.h"
#include "core/data/sqlite/Writing.h"

#include <QCoreApplication>

namespace foretrail {
namespace {

struct ScenarioStoreText { Q_DECLARE_TR_FUNCTIONS(foretrail::ScenarioStore) };

constexpr char scenarioTable[] = "scenarios";

StoredScenario scenarioFrom(const NamedJson::Row &row) { return {row.name, row.definition, row.created, row.changed}; }

Error unknownScenario(const NamedJson &kept, const QString &name)
{
    const QStringList known = kept.latestNames();
    return {ErrorCode::NotFound, known.isEmpty()
        ? ScenarioStoreText::tr("There is no scenario %1: the workspace holds none yet. Save one first.").arg(name)
        : ScenarioStoreText::tr("There is no scenario %1. There are: %2.").arg(name, known.join(QStringLiteral(", "))), {}};
}

Result<void> checkScenarioName(const QString &name)
{
    return name.isEmpty() ? fail(ErrorCode::InvalidInput, ScenarioStoreText::tr("A scenario needs a name. Give it one.")) : Result<void>();
}

} // namespace

Result<QList<StoredScenario>> ScenarioStore::list()
{
    Connection &connection = m_workspace.connection();
    return connection.guarded([&]() -> Result<QList<StoredScenario>> {
        QList<StoredScenario> scenarios;
        for (const NamedJson::Row &row : NamedJson(connection, scenarioTable).list())
            scenarios.append(scenarioFrom(row));
        return scenarios;
    });
}

Result<StoredScenario> ScenarioStore::load(const QString &name)
{
    Connection &connection = m_workspace.connection();
    return connection.guarded([&]() -> Result<StoredScenario> {
        const NamedJson kept(connection, scenarioTable);
        const std::optional<NamedJson::Row> row = kept.find(name.trimmed());
        if (!row)
            return fail(unknownScenario(kept, name.trimmed()));
        return scenarioFrom(*row);
    });
}

Result<void> ScenarioStore::save(const QString &name, const QJsonObject &definition, JobContext &job)
{
    const QString kept = name.trimmed();
    if (const Result<void> checked = checkScenarioName(kept); !checked)
        return checked;
    Connection &connection = m_workspace.connection();
    return inOneTransaction(connection, job, [&]() -> Result<void> {
        NamedJson(connection, scenarioTable).put(kept, definition);
        return {};
    });
}

Result<void> ScenarioStore::rename(const QString &name, const QString &newName, JobContext &job)
{
    const QString old = name.trimmed(), kept = newName.trimmed();
    if (const Result<void> checked = checkScenarioName(kept); !checked)
        return checked;
    Connection &connection = m_workspace.connection();
    return inOneTransaction(connection, job, [&]() -> Result<void> {
        const NamedJson table(connection, scenarioTable);
        if (!table.has(old))
            return fail(unknownScenario(table, old));
        if (kept != old && table.has(kept))
            return fail(ErrorCode::InvalidInput, ScenarioStoreText::tr("There is a scenario %1 already. Choose another name.").arg(kept));
        table.rename(old, kept);
        return {};
    });
}

Result<void> ScenarioStore::remove(const QString &name, JobContext &job)
{
    Connection &connection = m_workspace.connection();
    return inOneTransaction(connection, job, [&]() -> Result<void> {
        const NamedJson table(connection, scenarioTable);
        if (!table.has(name.trimmed()))
            return fail(unknownScenario(table, name.trimmed()));
        table.remove(name.trimmed());
        return {};
    });
}

} // namespace foretrail
