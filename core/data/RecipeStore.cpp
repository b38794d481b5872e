#include "core/data/RecipeStore.h"

#include "core/data/sqlite/Writing.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace foretrail {
namespace {

struct RecipeStoreText { Q_DECLARE_TR_FUNCTIONS(foretrail::RecipeStore) };

constexpr auto allColumns = "SELECT id, name, recipe, created, changed FROM recipes ";

StoredRecipe recipeFrom(const Statement &row)
{
    StoredRecipe recipe;
    recipe.id = {row.integer(0)};
    recipe.name = row.text(1);
    recipe.json = QJsonDocument::fromJson(row.text(2).toUtf8()).object();
    recipe.json.insert(QStringLiteral("name"), recipe.name);
    recipe.created = QDateTime::fromMSecsSinceEpoch(row.integer(3), Qt::UTC);
    recipe.changed = QDateTime::fromMSecsSinceEpoch(row.integer(4), Qt::UTC);
    return recipe;
}

/// 0: there is none of this name.
qint64 idOf(Connection &connection, const QString &name)
{
    Statement row = connection.prepare("SELECT id FROM recipes WHERE name = ?");
    row.bind(1, name);
    return row.step() ? row.integer(0) : 0;
}

Error unknownRecipe(Connection &connection, const QString &name)
{
    QStringList known;
    Statement rows = connection.prepare("SELECT name FROM recipes ORDER BY changed DESC, id DESC LIMIT 20");
    while (rows.step())
        known.append(rows.text(0));
    const QString message = known.isEmpty()
        ? RecipeStoreText::tr("There is no recipe %1: the workspace holds no recipes yet. Save one first.").arg(name)
        : RecipeStoreText::tr("There is no recipe %1. There are: %2.").arg(name, known.join(QStringLiteral(", ")));
    return {ErrorCode::NotFound, message, {}};
}

Error withoutName() { return {ErrorCode::InvalidInput, RecipeStoreText::tr("A recipe needs a name. Give it one."), {}}; }

RecipeId store(Connection &connection, const QString &name, const QJsonObject &json)
{
    Statement row = connection.prepare("INSERT INTO recipes(name, recipe, created, changed) VALUES (?1, ?2, ?3, ?3) "
                                       "ON CONFLICT (name) DO UPDATE SET recipe = excluded.recipe, changed = excluded.changed");
    QJsonObject named = json;
    named.insert(QStringLiteral("name"), name);
    row.bind(1, name);
    row.bind(2, QString::fromUtf8(QJsonDocument(named).toJson(QJsonDocument::Compact)));
    row.bind(3, QDateTime::currentMSecsSinceEpoch());
    row.run();
    return {idOf(connection, name)};
}

Result<void> changeName(Connection &connection, const QString &name, const QString &newName)
{
    const qint64 id = idOf(connection, name);
    if (id == 0)
        return fail(unknownRecipe(connection, name));
    const qint64 other = idOf(connection, newName);
    if (other != 0 && other != id)
        return fail(ErrorCode::InvalidInput, RecipeStoreText::tr("There is a recipe %1 already. Choose another name.").arg(newName));
    Statement update = connection.prepare("UPDATE recipes SET name = ?2 WHERE id = ?1");
    update.bind(1, id);
    update.bind(2, newName);
    update.run();
    return {};
}

Result<void> removeNamed(Connection &connection, const QString &name)
{
    const qint64 id = idOf(connection, name);
    if (id == 0)
        return fail(unknownRecipe(connection, name));
    Statement statement = connection.prepare("DELETE FROM recipes WHERE id = ?");
    statement.bind(1, id);
    statement.run();
    return {};
}

} // namespace

Result<QList<StoredRecipe>> RecipeStore::list()
{
    Connection &connection = m_workspace.connection();
    return connection.guarded([&]() -> Result<QList<StoredRecipe>> {
        QList<StoredRecipe> recipes;
        Statement rows = connection.prepare(std::string(allColumns) + "ORDER BY name COLLATE NOCASE, name");
        while (rows.step())
            recipes.append(recipeFrom(rows));
        return recipes;
    });
}

Result<StoredRecipe> RecipeStore::load(const QString &name)
{
    Connection &connection = m_workspace.connection();
    return connection.guarded([&]() -> Result<StoredRecipe> {
        Statement row = connection.prepare(std::string(allColumns) + "WHERE name = ?");
        row.bind(1, name.trimmed());
        if (!row.step())
            return fail(unknownRecipe(connection, name.trimmed()));
        return recipeFrom(row);
    });
}

Result<RecipeId> RecipeStore::save(const QString &name, const QJsonObject &json, JobContext &job)
{
    const QString kept = name.trimmed();
    if (kept.isEmpty())
        return fail(withoutName());
    Connection &connection = m_workspace.connection();
    return inOneTransaction(connection, job, [&]() -> Result<RecipeId> { return store(connection, kept, json); });
}

Result<void> RecipeStore::rename(const QString &name, const QString &newName, JobContext &job)
{
    if (newName.trimmed().isEmpty())
        return fail(withoutName());
    Connection &connection = m_workspace.connection();
    return inOneTransaction(connection, job, [&] { return changeName(connection, name.trimmed(), newName.trimmed()); });
}

Result<void> RecipeStore::remove(const QString &name, JobContext &job)
{
    Connection &connection = m_workspace.connection();
    return inOneTransaction(connection, job, [&] { return removeNamed(connection, name.trimmed()); });
}

} // namespace foretrail
