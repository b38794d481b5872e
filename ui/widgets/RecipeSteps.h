#pragma once

#include "ui/models/RecipeModel.h"

#include <QWidget>

class QLabel;
class QListView;
class QMenu;
class QStackedLayout;
class QToolButton;

namespace foretrail {

class RecipeDraft;

/// The steps of a draft as cards in their order: select, drag, add, remove, duplicate, switch off, move; by mouse or keys.
class RecipeSteps : public QWidget {
    Q_OBJECT
public:
    RecipeSteps(RecipeDraft &draft, RecipeModel &model, QWidget *parent = nullptr);
    QListView *view() const { return m_view; }

protected:
    void changeEvent(QEvent *event) override;

private:
    QAction *addKey(const char *name, const QKeySequence &keys, const std::function<void(int)> &run);
    QToolButton *addButton(QAction *action, const QString &icon);
    void addKeys();
    void fillMenu();
    void showCurrent();
    void showState();
    void retranslate();

    RecipeDraft &m_draft;
    RecipeModel &m_model;
    QListView *m_view;
    QMenu *m_menu;
    QToolButton *m_add;
    QLabel *m_empty;
    QStackedLayout *m_stack;
    QAction *m_remove;
    QAction *m_duplicate;
    QAction *m_up;
    QAction *m_down;
};

} // namespace foretrail
