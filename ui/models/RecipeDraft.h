#pragma once

#include "core/preparation/Recipe.h"

#include <QObject>
#include <QUndoStack>

#include <optional>

namespace foretrail {

/// The recipe that a person works on: its steps, the one that is selected, every change to be undone. Knows what was last
/// opened or saved, and so whether something would be lost. GUI thread only.
class RecipeDraft : public QObject {
    Q_OBJECT
public:
    explicit RecipeDraft(QObject *parent = nullptr);

    const Recipe &recipe() const { return m_recipe; }
    const QList<StepProblem> &problems() const { return m_problems; } ///< those of the recipe itself: Recipe::problems()
    int current() const { return m_current; } ///< place of the selected step; -1: none
    void setCurrent(int step);
    const RecipeStep *currentStep() const;
    QUndoStack &undoStack() { return m_undo; }

    /// Differs from what was opened or saved.
    bool isChanged() const;
    /// Its name, which may be empty; one that differs from what is saved under it says so.
    QString shownName() const;
    /// Another recipe, as it was saved; nothing of the one before can be undone.
    void open(const Recipe &recipe);
    void setName(const QString &name); ///< not a change to be undone
    /// What stands stored under this name; nothing: it stands nowhere.
    void setSaved(const std::optional<Recipe> &saved);
    const std::optional<Recipe> &saved() const { return m_saved; }

    /// Each is one entry of the undo stack; a step out of range changes nothing.
    void add(const QString &kind); ///< behind the last step that belongs before it, selected
    void remove(int step);
    void duplicate(int step);
    void move(int from, int to); ///< to: its place afterwards
    void setOn(int step, bool isOn);
    /// Changes of one parameter after another become one entry.
    void setParameter(int step, const QString &name, const QJsonValue &value);
    void replace(const Recipe &recipe, const QString &what); ///< under another name

    /// Everything, for the next start; problems and all.
    QByteArray toJson() const;
    void restore(const QByteArray &json);

Q_SIGNALS:
    void changed();        ///< the recipe
    void currentChanged(); ///< another step is selected
    void stateChanged();   ///< name, or whether it is saved
    void nameChanged();    ///< by a change that was made or undone: another may be saved under it

private:
    class Change;
    struct State {
        QList<RecipeStep> steps;
        int current = -1;
        std::optional<QString> name{}; ///< where it changes with the steps
    };
    void push(const QString &text, const State &after, const QString &key = {});
    void take(const State &state);
    bool has(int step) const { return step >= 0 && step < m_recipe.steps.size(); }

    Recipe m_recipe;
    QList<StepProblem> m_problems;
    int m_current = -1;
    int m_visit = 0; ///< counts selections: what is changed in two of them is undone in two
    std::optional<Recipe> m_saved;
    QUndoStack m_undo;
};

/// Title of a step for people; its kind where this program does not know it.
QString stepTitle(const RecipeStep &step);

} // namespace foretrail
