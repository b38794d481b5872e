#include "core/data/RecipeStore.h"

#include "core/data/NamedJson.h"
#include "core/data/sqlite/Writing.h"

#include <QCoreApplication>

namespace foretrail {
namespace {

struct RecipeStoreText { Q_DECLARE_TR_FUNCTIONS(foretrail::RecipeStore) };

NamedJson recipesOf(Connection &connection) { return {connection, "recipes", "recipe"}; }

StoredRecipe recipeFrom(const NamedJson::Row &row)
{
    StoredRecipe recipe{{row.id}, row.name, row.definition, row.created, row.changed};
    recipe.json.insert(QStringLiteral("name"), row.name);
    return recipe;
}

Error unknownRecipe(const NamedJson &kept, const QString &name)
{
    const QStringList known = kept.latestNames();
    return {ErrorCode::NotFound, known.isEmpty()
        ? RecipeStoreText::tr("There is no recipe %1: the workspace holds no recipes yet. Save one first.").arg(name)
        : RecipeStoreText::tr("There is no recipe %1. There are: %2.").arg(name, known.join(QStringLiteral(", "))), {}};
}

Error withoutName() { return {ErrorCode::InvalidInput, RecipeStoreText::tr("A recipe needs a name. Give it one."), {}}; }

} // namespace

Result<QList<StoredRecipe>> RecipeStore::list()
{
    Connection &connection = m_workspace.connection();
    return connection.guarded([&]() -> Result<QList<StoredRecipe>> {
        QList<StoredRecipe> recipes;
        for (const NamedJson::Row &row : recipesOf(connection).list())
            recipes.append(recipeFrom(row));
        return recipes;
    });
}

Result<StoredRecipe> RecipeStore::load(const QString &name)
{
    Connection &connection = m_workspace.connection();
    return connection.guarded([&]() -> Result<StoredRecipe> {
        const NamedJson kept = recipesOf(connection);
        const std::optional<NamedJson::Row> row = kept.find(name.trimmed());
        if (!row)
            return fail(unknownRecipe(kept, name.trimmed()));
        return recipeFrom(*row);
    });
}

Result<RecipeId> RecipeStore::save(const QString &name, const QJsonObject &json, JobContext &job)
{
    const QString kept = name.trimmed();
    if (kept.isEmpty())
        return fail(withoutName());
    Connection &connection = m_workspace.connection();
    QJsonObject named = json;
    named.insert(QStringLiteral("name"), kept);
    return inOneTransaction(connection, job, [&]() -> Result<RecipeId> {
        const NamedJson table = recipesOf(connection);
        table.put(kept, named);
        return RecipeId{table.find(kept)->id};
    });
}

Result<void> RecipeStore::rename(const QString &name, const QString &newName, JobContext &job)
{
    const QString old = name.trimmed(), kept = newName.trimmed();
    if (kept.isEmpty())
        return fail(withoutName());
    Connection &connection = m_workspace.connection();
    return inOneTransaction(connection, job, [&]() -> Result<void> {
        const NamedJson table = recipesOf(connection);
        if (!table.has(old))
            return fail(unknownRecipe(table, old));
        if (kept != old && table.has(kept))
            return fail(ErrorCode::InvalidInput, RecipeStoreText::tr("There is a recipe %1 already. Choose another name.").arg(kept));
        table.rename(old, kept);
        return {};
    });
}

Result<void> RecipeStore::remove(const QString &name, JobContext &job)
{
    Connection &connection = m_workspace.connection();
    return inOneTransaction(connection, job, [&]() -> Result<void> {
        const NamedJson table = recipesOf(connection);
        if (!table.has(name.trimmed()))
            return fail(unknownRecipe(table, name.trimmed()));
        table.remove(name.trimmed());
        return {};
    });
}

} // namespace foretrail
