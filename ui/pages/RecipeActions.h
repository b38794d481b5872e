#pragma once

#include "ui/StoredRecipes.h"

class QAction;
class QMenu;

namespace foretrail {

class RecipeDraft;

/// Which recipe is worked on: presets and saved ones, new, save, rename, remove, files, comparison. GUI thread only.
class RecipeActions : public QObject {
    Q_OBJECT
public:
    RecipeActions(AppSession &session, RecipeDraft &draft, QWidget *page);

    QMenu *menu() const { return m_menu; }
    void retranslate();
    /// Reads what the workspace keeps.
    void load() { m_stored.load(); }
    /// This name, or where it is taken, one with a number that is not.
    QString freeName(const QString &name) const;

private:
    QAction *add(const char *name, const std::function<void()> &run);
    void openMenu();
    void fill();
    void showState();
    void addRecipes(QMenu *menu, const QString &prefix, const std::function<void(const Recipe &)> &take);
    void open(const Recipe &recipe);
    void save();
    void saveAs();
    void store(const QString &name);
    void rename();
    void remove();
    void importFile(const std::function<void(const Recipe &)> &take);
    void exportFile();
    void compareWith(const Recipe &other);
    void followStored();
    std::optional<Recipe> savedOf(const QString &name) const;
    QString shownName() const;

    AppSession &m_session;
    RecipeDraft &m_draft;
    StoredRecipes m_stored;
    QWidget *m_page;
    QMenu *m_menu;
    QMenu *m_compare;
    QString m_filled; ///< what of the workspace the menu lists
    QAction *m_new;
    QAction *m_save;
    QAction *m_saveAs;
    QAction *m_rename;
    QAction *m_remove;
    QAction *m_import;
    QAction *m_export;
};

} // namespace foretrail
