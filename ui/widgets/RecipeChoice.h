#pragma once

#include "core/preparation/Recipe.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace foretrail {

/// Which recipe a training prepares its series by: one that comes with the program, one of the workspace, or the one that a
/// stored run brought along. Below it the steps in words, and what is wrong.
class RecipeChoice : public QWidget {
    Q_OBJECT
public:
    explicit RecipeChoice(QWidget *parent = nullptr);

    const Recipe &recipe() const { return m_recipe; }
    /// Shows a recipe, under its own name where none of the list does the same; tells nobody.
    void setRecipe(const Recipe &recipe);
    /// The recipes of the workspace.
    void setStored(const QList<Recipe> &recipes);
    void setProblem(const QString &problem);

Q_SIGNALS:
    void chosen(); ///< by a person
    void opening(); ///< the list: the moment to read what was saved elsewhere, for setStored()

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void showSteps();
    void take(int index);

    QComboBox *m_combo;
    QLabel *m_steps;
    QLabel *m_problem;
    QList<Recipe> m_stored;
    QList<Recipe> m_listed; ///< of each line of the list
    Recipe m_recipe;
};

} // namespace foretrail
