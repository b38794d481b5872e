#pragma once

#include "core/data/RecipeStore.h"
#include "core/preparation/Recipe.h"
#include "ui/AppSession.h"

namespace foretrail {

/// The recipes of the open workspace as the window reads and changes them: every wish is a job, its answer a signal. Problems go
/// to the session. GUI thread only.
class StoredRecipes : public QObject {
    Q_OBJECT
public:
    explicit StoredRecipes(AppSession &session, QObject *parent = nullptr);

    const QList<StoredRecipe> &all() const { return m_all; } ///< as read last, by name
    QList<Recipe> readable() const; ///< of them those that this program knows: one of a newer one may not be
    const StoredRecipe *find(const QString &name) const;
    /// Answered by listed(); what was read before stands until then. Another window or the command line may have saved some since.
    void load();
    void save(const Recipe &recipe);
    void rename(const QString &name, const QString &newName);
    void remove(const QString &name);

Q_SIGNALS:
    void listed();
    void saved(const QString &name);
    void renamed(const QString &name, const QString &newName);
    void removed(const QString &name);

private:
    void change(const QString &title, std::function<Result<void>(RecipeStore &, JobContext &)> work, std::function<void()> done);

    AppSession &m_session;
    LatestJob m_listJob;
    QList<StoredRecipe> m_all;
};

} // namespace foretrail
