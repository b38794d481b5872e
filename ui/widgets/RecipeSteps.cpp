#include "ui/widgets/RecipeSteps.h"

#include "core/preparation/StepRegistry.h"
#include "ui/models/RecipeDraft.h"
#include "ui/models/RecipeWords.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/StepDelegate.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QStackedLayout>
#include <QToolButton>

namespace foretrail {

RecipeSteps::RecipeSteps(RecipeDraft &draft, RecipeModel &model, QWidget *parent)
    : QWidget(parent), m_draft(draft), m_model(model), m_view(new QListView), m_menu(new QMenu(this)), m_add(new QToolButton(this)),
      m_empty(new QLabel), m_stack(new QStackedLayout)
{
    m_view->setObjectName(QStringLiteral("recipeSteps"));
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new StepDelegate(m_view));
    m_view->setDragDropMode(QAbstractItemView::InternalMove);
    m_view->setDefaultDropAction(Qt::MoveAction);
    m_view->setDropIndicatorShown(true);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setResizeMode(QListView::Adjust);
    m_add->setObjectName(QStringLiteral("addStep"));
    m_add->setIcon(Theme::icon(QStringLiteral("add")));
    m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_add->setPopupMode(QToolButton::InstantPopup);
    m_add->setMenu(m_menu);
    m_add->setFocusPolicy(Qt::StrongFocus);
    m_menu->setObjectName(QStringLiteral("addStepMenu"));
    m_menu->setToolTipsVisible(true);
    m_empty->setObjectName(QStringLiteral("noSteps"));
    m_empty->setProperty("quiet", true);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setMargin(2 * Theme::space);
    addKeys();
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(4, 0, 4, 0);
    buttons->setSpacing(0);
    buttons->addWidget(m_add);
    buttons->addStretch(1);
    buttons->addWidget(addButton(m_up, QStringLiteral("up")));
    buttons->addWidget(addButton(m_down, QStringLiteral("down")));
    buttons->addWidget(addButton(m_duplicate, QStringLiteral("copy")));
    buttons->addWidget(addButton(m_remove, QStringLiteral("remove")));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(m_stack, 1);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    layout->addLayout(buttons);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid() && !m_model.isFollowing())
            m_draft.setCurrent(index.row());
    });
    connect(&m_draft, &RecipeDraft::changed, this, &RecipeSteps::showState);
    connect(&m_draft, &RecipeDraft::currentChanged, this, &RecipeSteps::showState);
    retranslate();
}

QAction *RecipeSteps::addKey(const char *name, const QKeySequence &keys, const std::function<void(int)> &run)
{
    auto *action = new QAction(this);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, [this, run] { run(m_draft.current()); });
    m_view->addAction(action);
    return action;
}

void RecipeSteps::addKeys()
{
    m_remove = addKey("removeStep", QKeySequence::Delete, [this](int step) { m_draft.remove(step); });
    m_duplicate = addKey("duplicateStep", QKeySequence(Qt::CTRL | Qt::Key_D), [this](int step) { m_draft.duplicate(step); });
    m_up = addKey("moveStepUp", QKeySequence(Qt::ALT | Qt::Key_Up), [this](int step) { m_draft.move(step, step - 1); });
    m_down = addKey("moveStepDown", QKeySequence(Qt::ALT | Qt::Key_Down), [this](int step) { m_draft.move(step, step + 1); });
}

QToolButton *RecipeSteps::addButton(QAction *action, const QString &icon)
{
    action->setIcon(Theme::icon(icon));
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setObjectName(action->objectName() + QStringLiteral("Button"));
    button->setIconSize({16, 16});
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void RecipeSteps::fillMenu()
{
    m_menu->clear();
    const StepInfo *before = nullptr;
    for (const StepInfo &info : StepRegistry::instance().steps()) {
        if (!before || before->group != info.group)
            m_menu->addSection(groupTitle(info.group));
        before = &info;
        QAction *action = m_menu->addAction(info.title, this, [this, kind = info.kind] {
            m_draft.add(kind);
            m_view->setFocus();
        });
        action->setObjectName(QStringLiteral("add_") + info.kind);
        action->setToolTip(info.explanation);
    }
}

void RecipeSteps::showCurrent()
{
    const QModelIndex index = m_model.index(m_draft.current());
    if (index != m_view->currentIndex()) {
        m_view->setCurrentIndex(index);
        m_view->scrollTo(index);
    }
}

void RecipeSteps::showState()
{
    showCurrent();
    const int step = m_draft.current();
    const int last = int(m_draft.recipe().steps.size()) - 1;
    m_stack->setCurrentIndex(last < 0 ? 1 : 0);
    m_remove->setEnabled(step >= 0);
    m_duplicate->setEnabled(step >= 0);
    m_up->setEnabled(step > 0);
    m_down->setEnabled(step >= 0 && step < last);
}

void RecipeSteps::retranslate()
{
    m_add->setText(tr("Add step"));
    m_view->setAccessibleName(tr("Steps of the recipe"));
    m_empty->setText(tr("No steps yet. Add one below, take a preset, or have steps suggested."));
    m_remove->setText(tr("Remove step"));
    m_duplicate->setText(tr("Duplicate step"));
    m_up->setText(tr("Move step up"));
    m_down->setText(tr("Move step down"));
    for (QAction *action : {m_remove, m_duplicate, m_up, m_down})
        action->setToolTip(tr("%1 (%2)", "action (keys)").arg(action->text(), action->shortcut().toString(QKeySequence::NativeText)));
    fillMenu();
    showState();
}

void RecipeSteps::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace foretrail
