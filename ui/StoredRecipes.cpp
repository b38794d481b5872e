#include "ui/StoredRecipes.h"

#include <algorithm>

namespace foretrail {

StoredRecipes::StoredRecipes(AppSession &session, QObject *parent) : QObject(parent), m_session(session), m_listJob(session.jobs())
{
    connect(&session, &AppSession::workspaceChanged, this, [this] {
        m_all.clear();
        load();
    });
    load(); // one may be open
}

QList<Recipe> StoredRecipes::readable() const
{
    QList<Recipe> recipes;
    for (const StoredRecipe &one : m_all)
        if (const Result<Recipe> recipe = Recipe::fromJson(one.json))
            recipes += *recipe;
    return recipes;
}

const StoredRecipe *StoredRecipes::find(const QString &name) const
{
    const auto at = std::find_if(m_all.begin(), m_all.end(), [&](const StoredRecipe &recipe) { return recipe.name == name; });
    return at == m_all.end() ? nullptr : &*at;
}

void StoredRecipes::load()
{
    m_listJob.cancel();
    if (!m_session.hasWorkspace())
        return Q_EMIT listed();
    m_session.runLatestOnWorkspace<QList<StoredRecipe>>(m_listJob, {tr("Reading recipes"), Lane::Read, false},
        [](Workspace &workspace, JobContext &) { return RecipeStore(workspace).list(); }, this,
        [this](const Result<QList<StoredRecipe>> &recipes) {
            if (!recipes)
                return m_session.report(recipes.error(), tr("Reading recipes"));
            m_all = *recipes;
            Q_EMIT listed();
        });
}

void StoredRecipes::save(const Recipe &recipe)
{
    change(tr("Saving a recipe"), [recipe](RecipeStore &store, JobContext &job) {
        return store.save(recipe.name, recipe.toJson(), job).map([](RecipeId) {});
    }, [this, name = recipe.name] { Q_EMIT saved(name); });
}

void StoredRecipes::rename(const QString &name, const QString &newName)
{
    change(tr("Renaming a recipe"), [name, newName](RecipeStore &store, JobContext &job) { return store.rename(name, newName, job); },
           [this, name, newName] { Q_EMIT renamed(name, newName); });
}

void StoredRecipes::remove(const QString &name)
{
    change(tr("Removing a recipe"), [name](RecipeStore &store, JobContext &job) { return store.remove(name, job); },
           [this, name] { Q_EMIT removed(name); });
}

void StoredRecipes::change(const QString &title, std::function<Result<void>(RecipeStore &, JobContext &)> work, std::function<void()> done)
{
    m_session.runOnWorkspace<bool>({title, Lane::Write, false},
        [work = std::move(work)](Workspace &workspace, JobContext &job) {
            RecipeStore store(workspace);
            return work(store, job).map([] { return true; });
        }, this, [this, title, done = std::move(done)](const Result<bool> &changed) {
            if (!changed)
                return m_session.report(changed.error(), title);
            done();
            load();
        });
}

} // namespace foretrail
