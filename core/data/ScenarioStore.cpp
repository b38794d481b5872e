#include "core/data/ScenarioStore.h"

#include "core/data/sqlite/Writing.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace foretrail {
namespace {

struct ScenarioStoreText { Q_DECLARE_TR_FUNCTIONS(foretrail::ScenarioStore) };

StoredScenario scenarioFrom(const Statement &row)
{
    return {row.text(0), QJsonDocument::fromJson(row.text(1).toUtf8()).object(), QDateTime::fromMSecsSinceEpoch(row.integer(2), Qt::UTC),
            QDateTime::fromMSecsSinceEpoch(row.integer(3), Qt::UTC)};
}

bool hasScenario(Connection &connection, const QString &name)
{
    Statement row = connection.prepare("SELECT 1 FROM scenarios WHERE name = ?1");
    row.bind(1, name);
    return row.step();
}

Error unknownScenario(Connection &connection, const QString &name)
{
    QStringList known;
    Statement rows = connection.prepare("SELECT name FROM scenarios ORDER BY changed DESC, id DESC LIMIT 20");
    while (rows.step())
        known.append(rows.text(0));
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
        Statement rows = connection.prepare("SELECT name, definition, created, changed FROM scenarios ORDER BY name COLLATE NOCASE, name");
        while (rows.step())
            scenarios.append(scenarioFrom(rows));
        return scenarios;
    });
}

Result<StoredScenario> ScenarioStore::load(const QString &name)
{
    Connection &connection = m_workspace.connection();
    return connection.guarded([&]() -> Result<StoredScenario> {
        Statement row = connection.prepare("SELECT name, definition, created, changed FROM scenarios WHERE name = ?1");
        row.bind(1, name.trimmed());
        if (!row.step())
            return fail(unknownScenario(connection, name.trimmed()));
        return scenarioFrom(row);
    });
}

Result<void> ScenarioStore::save(const QString &name, const QJsonObject &definition, JobContext &job)
{
    const QString kept = name.trimmed();
    if (const Result<void> checked = checkScenarioName(kept); !checked)
        return checked;
    Connection &connection = m_workspace.connection();
    return inOneTransaction(connection, job, [&]() -> Result<void> {
        Statement row = connection.prepare("INSERT INTO scenarios(name, definition, created, changed) VALUES (?1, ?2, ?3, ?3) "
                                           "ON CONFLICT (name) DO UPDATE SET definition = excluded.definition, changed = excluded.changed");
        row.bind(1, kept);
        row.bind(2, QString::fromUtf8(QJsonDocument(definition).toJson(QJsonDocument::Compact)));
        row.bind(3, QDateTime::currentMSecsSinceEpoch());
        row.run();
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
        if (!hasScenario(connection, old))
            return fail(unknownScenario(connection, old));
        if (kept != old && hasScenario(connection, kept))
            return fail(ErrorCode::InvalidInput, ScenarioStoreText::tr("There is a scenario %1 already. Choose another name.").arg(kept));
        Statement update = connection.prepare("UPDATE scenarios SET name = ?2 WHERE name = ?1");
        update.bind(1, old);
        update.bind(2, kept);
        update.run();
        return {};
    });
}

Result<void> ScenarioStore::remove(const QString &name, JobContext &job)
{
    Connection &connection = m_workspace.connection();
    return inOneTransaction(connection, job, [&]() -> Result<void> {
        if (!hasScenario(connection, name.trimmed()))
            return fail(unknownScenario(connection, name.trimmed()));
        Statement statement = connection.prepare("DELETE FROM scenarios WHERE name = ?1");
        statement.bind(1, name.trimmed());
        statement.run();
        return {};
    });
}

} // namespace foretrail
