#include "ui/widgets/RecipePanel.h"

#include "ui/models/RecipeDraft.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/LeakProofLine.h"
#include "ui/widgets/RecipeSteps.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace foretrail {

RecipePanel::RecipePanel(RecipeDraft &draft, RecipeModel &model, QMenu *menu, LeakProofLine *proof, QWidget *parent)
    : QWidget(parent), m_draft(draft), m_name(new QToolButton(this)), m_undo(draft.undoStack().createUndoAction(this)),
      m_redo(draft.undoStack().createRedoAction(this)), m_steps(new RecipeSteps(draft, model)), m_suggest(new QPushButton(this))
{
    m_name->setObjectName(QStringLiteral("recipeName"));
    m_name->setIcon(Theme::icon(QStringLiteral("chevron")));
    m_name->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_name->setPopupMode(QToolButton::InstantPopup);
    m_name->setMenu(menu);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // it elides its text
    m_name->setFocusPolicy(Qt::StrongFocus);
    m_undo->setObjectName(QStringLiteral("undoRecipe"));
    m_redo->setObjectName(QStringLiteral("redoRecipe"));
    m_undo->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Z));
    m_redo->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    for (QAction *action : undoActions())
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_suggest->setObjectName(QStringLiteral("suggestRecipe"));
    auto *top = new QHBoxLayout;
    top->setContentsMargins(4, 0, 4, 0);
    top->setSpacing(0);
    top->addWidget(m_name, 1);
    top->addWidget(iconButton(m_undo, QStringLiteral("undo")));
    top->addWidget(iconButton(m_redo, QStringLiteral("redo")));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, Theme::space, 4, Theme::space);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addWidget(m_steps, 1);
    auto *suggest = new QHBoxLayout;
    suggest->setContentsMargins(4, 4, 4, 0);
    suggest->addWidget(m_suggest);
    layout->addLayout(suggest);
    layout->addWidget(proof);
    connect(m_suggest, &QPushButton::clicked, this, &RecipePanel::suggestClicked);
    connect(&m_draft, &RecipeDraft::stateChanged, this, &RecipePanel::showName);
    retranslate();
}

QSize RecipePanel::minimumSizeHint() const
{
    constexpr int usualWidth = 216; // more where the type is large
    return QWidget::minimumSizeHint().expandedTo({usualWidth, 0});
}

QToolButton *RecipePanel::iconButton(QAction *action, const QString &icon)
{
    action->setIcon(Theme::icon(icon));
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setObjectName(action->objectName() + QStringLiteral("Button"));
    button->setIconSize({16, 16});
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void RecipePanel::setSuggestEnabled(bool isEnabled)
{
    m_suggest->setEnabled(isEnabled);
}

/// What differs from what is saved under its name says so, also where the name is too long for the button. A dot is enough where nothing
/// is saved, and words for those who do not see it.
void RecipePanel::showName()
{
    const QString name = m_draft.recipe().name.isEmpty() ? tr("New recipe") : m_draft.recipe().name;
    const bool isOther = m_draft.isChanged() && m_draft.saved() && !m_draft.recipe().name.isEmpty();
    const QString state = !m_draft.isChanged() ? QStringLiteral("%1") : isOther ? tr("%1 (changed)", "name of a recipe") : tr("%1 (not saved)", "name of a recipe");
    const QString shown = m_draft.isChanged() && !isOther ? QStringLiteral("%1 •") : state;
    const int room = m_name->width() - 44 - fontMetrics().horizontalAdvance(shown.arg(QString()));
    m_name->setText(shown.arg(fontMetrics().elidedText(name, Qt::ElideRight, std::max(40, room))));
    m_name->setAccessibleName(state.arg(name));
    m_name->setToolTip(m_name->accessibleName());
}

void RecipePanel::retranslate()
{
    m_suggest->setText(tr("Suggest steps"));
    m_suggest->setToolTip(tr("Looks at the series and puts a recipe in place of this one, with the reason for each step; can be undone"));
    m_undo->setToolTip(tr("Undo (Ctrl+Z)"));
    m_redo->setToolTip(tr("Redo (Ctrl+Shift+Z)"));
    showName();
}

void RecipePanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showName();
}

void RecipePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace foretrail
