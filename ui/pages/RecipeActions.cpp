#include "ui/pages/RecipeActions.h"

#include "core/preparation/Presets.h"
#include "core/training/FindRecipe.h"
#include "ui/asking/Confirm.h"
#include "ui/asking/FileDialogs.h"
#include "ui/asking/NameDialog.h"
#include "ui/dialogs/RecipeCompareDialog.h"
#include "ui/models/RecipeDraft.h"

#include <QAction>
#include <QFileInfo>
#include <QMenu>

#include <algorithm>

namespace foretrail {

namespace {

/// Differs where the list or what is saved under a name does.
QString versionsOf(const QList<StoredRecipe> &recipes)
{
    QStringList versions;
    for (const StoredRecipe &one : recipes)
        versions << one.name << QString::number(one.changed.toMSecsSinceEpoch());
    return versions.join(QLatin1Char('\n'));
}

} // namespace

RecipeActions::RecipeActions(AppSession &session, RecipeDraft &draft, QWidget *page)
    : QObject(page), m_session(session), m_draft(draft), m_stored(session), m_page(page), m_menu(new QMenu(page)), m_compare(new QMenu(m_menu)),
      m_new(add("newRecipe", [this] { open({}); })), m_save(add("saveRecipe", [this] { save(); })),
      m_saveAs(add("saveRecipeAs", [this] { saveAs(); })), m_rename(add("renameRecipe", [this] { rename(); })),
      m_remove(add("removeRecipe", [this] { remove(); })),
      m_import(add("importRecipe", [this] { importFile([this](const Recipe &recipe) { open(recipe); }); })),
      m_export(add("exportRecipe", [this] { exportFile(); }))
{
    m_menu->setObjectName(QStringLiteral("recipeMenu"));
    m_menu->setToolTipsVisible(true);
    m_compare->setObjectName(QStringLiteral("compareMenu"));
    m_compare->setToolTipsVisible(true);
    m_save->setShortcut(QKeySequence::Save);
    m_save->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    page->addAction(m_save);
    connect(m_menu, &QMenu::aboutToShow, this, &RecipeActions::openMenu);
    connect(&m_stored, &StoredRecipes::listed, this, &RecipeActions::followStored);
    connect(&m_stored, &StoredRecipes::removed, this, [this](const QString &name) {
        if (name == m_draft.recipe().name)
            m_draft.setSaved({});
    });
    connect(&m_stored, &StoredRecipes::renamed, this, [this](const QString &name, const QString &newName) {
        if (name == m_draft.recipe().name)
            m_draft.setName(newName);
    });
    connect(&m_draft, &RecipeDraft::stateChanged, this, &RecipeActions::showState);
    connect(&m_draft, &RecipeDraft::nameChanged, this, &RecipeActions::followStored);
    retranslate();
}

QAction *RecipeActions::add(const char *name, const std::function<void()> &run)
{
    auto *action = new QAction(this);
    action->setObjectName(QLatin1String(name));
    connect(action, &QAction::triggered, this, run);
    return action;
}

void RecipeActions::retranslate()
{
    m_new->setText(tr("New recipe"));
    m_save->setText(tr("Save"));
    m_saveAs->setText(tr("Save as..."));
    m_rename->setText(tr("Rename..."));
    m_remove->setText(tr("Remove from the workspace"));
    m_import->setText(tr("Import from a file..."));
    m_export->setText(tr("Export to a file..."));
    m_compare->setTitle(tr("Compare with"));
    showState();
}

/// Presets, then what the workspace keeps; each an action named by `prefix` and its name.
void RecipeActions::addRecipes(QMenu *menu, const QString &prefix, const std::function<void(const Recipe &)> &take)
{
    const auto entry = [&](const Recipe &recipe, const QString &help) {
        QAction *action = menu->addAction(QString(recipe.name).replace(QLatin1Char('&'), QStringLiteral("&&")), this, [take, recipe] { take(recipe); });
        action->setObjectName(prefix + recipe.name);
        action->setToolTip(help);
    };
    menu->addSection(tr("Presets"));
    for (const Preset &preset : presets())
        entry(preset.recipe, preset.explanation);
    if (!m_stored.all().isEmpty())
        menu->addSection(tr("In this workspace"));
    for (const Recipe &recipe : m_stored.readable())
        entry(recipe, tr("%n steps", nullptr, int(recipe.steps.size())));
}

/// With what is known; followStored() puts in what was saved elsewhere in the meantime.
void RecipeActions::openMenu()
{
    fill();
    m_stored.load();
}

void RecipeActions::fill()
{
    m_filled = versionsOf(m_stored.all());
    m_menu->clear();
    m_menu->addAction(m_new);
    addRecipes(m_menu, QStringLiteral("open_"), [this](const Recipe &recipe) { open(recipe); });
    m_menu->addSeparator();
    m_menu->addActions({m_save, m_saveAs, m_rename, m_remove});
    m_menu->addSeparator();
    m_menu->addActions({m_import, m_export});
    m_compare->clear();
    addRecipes(m_compare, QStringLiteral("compare_"), [this](const Recipe &recipe) { compareWith(recipe); });
    m_compare->addSeparator();
    m_compare->addAction(tr("A file..."), this, [this] { importFile([this](const Recipe &recipe) { compareWith(recipe); }); })
        ->setObjectName(QStringLiteral("compareFile"));
    m_menu->addMenu(m_compare);
}

void RecipeActions::showState()
{
    const bool canWrite = m_session.hasWorkspace() && !m_session.isReadOnly();
    const bool isStored = m_stored.find(m_draft.recipe().name) != nullptr;
    const QString reason = canWrite ? QString() : m_session.hasWorkspace() ? tr("This workspace is read-only.") : tr("No workspace is open.");
    m_save->setEnabled(canWrite && (m_draft.isChanged() || !isStored));
    m_saveAs->setEnabled(canWrite);
    m_remove->setEnabled(canWrite && isStored);
    m_export->setEnabled(m_draft.problems().isEmpty());
    m_export->setToolTip(m_draft.problems().isEmpty() ? m_export->text() : tr("Mend the marked steps first: nothing could read this file."));
    for (QAction *action : {m_save, m_saveAs, m_remove})
        action->setToolTip(reason.isEmpty() ? action->text() : reason);
}

QString RecipeActions::shownName() const
{
    return m_draft.recipe().name.isEmpty() ? tr("New recipe") : m_draft.recipe().name;
}

QString RecipeActions::freeName(const QString &name) const
{
    QString free = name;
    for (int number = 2; savedOf(free); ++number)
        free = QStringLiteral("%1 %2").arg(name).arg(number);
    return free;
}

std::optional<Recipe> RecipeActions::savedOf(const QString &name) const
{
    if (const StoredRecipe *stored = m_stored.find(name))
        if (const Result<Recipe> recipe = Recipe::fromJson(stored->json))
            return *recipe;
    for (const Preset &preset : presets())
        if (preset.recipe.name == name)
            return preset.recipe;
    return {};
}

/// Another workspace keeps other recipes: what counts as saved is what stands there now.
void RecipeActions::followStored()
{
    m_draft.setSaved(savedOf(m_draft.recipe().name));
    if (m_menu->isVisible() && m_filled != versionsOf(m_stored.all()))
        fill();
}

void RecipeActions::open(const Recipe &recipe)
{
    const auto go = [this, recipe] {
        m_draft.open(recipe);
        if (!recipe.name.isEmpty())
            m_draft.setSaved(savedOf(recipe.name));
    };
    if (!m_draft.isChanged())
        return go();
    const QString other = recipe.name.isEmpty() ? tr("a new recipe") : recipe.name;
    Confirm::ask(m_page, {tr("Open another recipe"), tr("The changes to %1 are not saved. Open %2 without them?").arg(shownName(), other), tr("Open")}, go);
}

void RecipeActions::save()
{
    if (m_stored.find(m_draft.recipe().name))
        store(m_draft.recipe().name);
    else
        saveAs();
}

/// Under another name, if nothing else is said: the recipe that was opened stays.
void RecipeActions::saveAs()
{
    const QString proposed = m_stored.find(m_draft.recipe().name) ? freeName(m_draft.recipe().name) : shownName();
    NameDialog::ask(m_page, {tr("Save recipe"), tr("Name"), proposed, tr("Save")}, [this](const QString &name) {
        if (const Result<void> usable = checkRecipeName(name); !usable)
            return m_session.report(usable.error(), tr("Saving a recipe"));
        if (!m_stored.find(name))
            return store(name);
        Confirm::ask(m_page, {tr("Save recipe"), tr("There is a recipe %1 already. Replace it?").arg(name), tr("Replace")}, [this, name] { store(name); });
    });
}

void RecipeActions::store(const QString &name)
{
    m_draft.setName(name);
    m_stored.save(m_draft.recipe());
}

void RecipeActions::rename()
{
    NameDialog::ask(m_page, {tr("Rename recipe"), tr("Name"), shownName(), tr("Rename")}, [this](const QString &name) {
        const QString before = m_draft.recipe().name;
        if (name == before)
            return;
        if (m_stored.find(before) && m_session.hasWorkspace() && !m_session.isReadOnly())
            m_stored.rename(before, name);
        else
            m_draft.setName(name);
    });
}

void RecipeActions::remove()
{
    const QString name = m_draft.recipe().name;
    Confirm::ask(m_page, {tr("Remove recipe"), tr("Remove %1 from the workspace? Its steps stay here until another recipe is opened.").arg(name), tr("Remove")},
                 [this, name] { m_stored.remove(name); });
}

void RecipeActions::importFile(const std::function<void(const Recipe &)> &take)
{
    const QString path = FileDialogs::openFile(m_page, tr("Import a recipe"), m_session.settings().lastFolder(), tr("Recipes (*.json)"));
    if (path.isEmpty())
        return;
    m_session.jobs().start<Recipe>({tr("Reading a recipe"), Lane::Read, false}, [path](JobContext &) { return Recipe::fromFile(path); }, this,
        [this, path, take](Result<Recipe> recipe) {
            if (!recipe)
                return m_session.report(recipe.error());
            if (recipe->name.isEmpty())
                recipe->name = QFileInfo(path).completeBaseName();
            take(*recipe);
        });
}

void RecipeActions::exportFile()
{
    const QString path = FileDialogs::saveFile(m_page, tr("Export the recipe"), FileDialogs::nameOf(shownName()) + QStringLiteral(".json"), tr("Recipes (*.json)"));
    Recipe recipe = m_draft.recipe();
    recipe.name = shownName();
    if (!path.isEmpty())
        m_session.save(tr("Exporting a recipe"), path, [path, recipe] { return recipe.writeTo(path); });
}

void RecipeActions::compareWith(const Recipe &other)
{
    Recipe here = m_draft.recipe();
    here.name = shownName();
    RecipeCompareDialog::open(here, other, m_page->window());
}

} // namespace foretrail
