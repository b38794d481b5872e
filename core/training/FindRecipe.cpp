#include "core/training/FindRecipe.h"

#include "core/data/RecipeStore.h"
#include "core/preparation/Presets.h"

#include <QCoreApplication>

namespace foretrail {

namespace {

struct FindRecipeText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::FindRecipe)
};

QString presetIds()
{
    QStringList ids;
    for (const Preset &preset : presets())
        ids << preset.id;
    return ids.join(QStringLiteral(", "));
}

bool isFileName(const QString &name) { return name.endsWith(u".json") || name.contains(QLatin1Char('/')); }

} // namespace

Result<void> checkRecipeName(const QString &name)
{
    if (isFileName(name))
        return fail(ErrorCode::InvalidInput, FindRecipeText::tr("%1 looks like a file. Choose a name without \"/\" that does not end with .json.").arg(name));
    if (presetById(name))
        return fail(ErrorCode::InvalidInput, FindRecipeText::tr("%1 is the name of a recipe that comes with the program. Choose another.").arg(name));
    return {};
}

Result<Recipe> findRecipe(Workspace &workspace, const QString &name)
{
    if (isFileName(name))
        return Recipe::fromFile(name);
    const Result<StoredRecipe> stored = RecipeStore(workspace).load(name);
    if (stored) {
        Result<Recipe> recipe = Recipe::fromJson(stored->json);
        return recipe ? recipe : fail(recipe.error().within(name));
    }
    if (const std::optional<Preset> preset = presetById(name))
        return preset->recipe;
    if (stored.error().code != ErrorCode::NotFound)
        return fail(stored.error());
    return fail(ErrorCode::NotFound, FindRecipeText::tr("%1 The program brings: %2. A file ends with .json.").arg(stored.error().message, presetIds()));
}

QString preparedFingerprint(const QString &data, const Recipe &recipe) { return data + QLatin1Char('-') + recipe.fingerprint(); }

} // namespace foretrail
