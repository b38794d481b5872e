#pragma once

#include <QWidget>

class QMenu;
class QPushButton;
class QToolButton;

namespace foretrail {

class LeakProofLine;
class RecipeDraft;
class RecipeModel;
class RecipeSteps;

/// The left of the Prepare page: which recipe it is, undo and redo, its steps, a suggestion, the proof that nothing leaks.
class RecipePanel : public QWidget {
    Q_OBJECT
public:
    /// `menu` opens below the recipe's name.
    RecipePanel(RecipeDraft &draft, RecipeModel &model, QMenu *menu, LeakProofLine *proof, QWidget *parent = nullptr);

    QSize minimumSizeHint() const override;
    QList<QAction *> undoActions() const { return {m_undo, m_redo}; }
    void setSuggestEnabled(bool isEnabled);

Q_SIGNALS:
    void suggestClicked();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QToolButton *iconButton(QAction *action, const QString &icon);
    void showName();
    void retranslate();

    RecipeDraft &m_draft;
    QToolButton *m_name;
    QAction *m_undo;
    QAction *m_redo;
    RecipeSteps *m_steps;
    QPushButton *m_suggest;
};

} // namespace foretrail
