#include "ui/widgets/RecipeChoice.h"

#include "core/preparation/Presets.h"
#include "ui/models/SettingTexts.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>

namespace foretrail {

namespace {

/// Tells when its list is about to come on screen.
class OpeningCombo : public QComboBox {
public:
    OpeningCombo(std::function<void()> opening, QWidget *parent) : QComboBox(parent), m_opening(std::move(opening)) {}
    void showPopup() override
    {
        m_opening();
        QComboBox::showPopup();
    }

private:
    const std::function<void()> m_opening;
};

} // namespace

RecipeChoice::RecipeChoice(QWidget *parent)
    : QWidget(parent), m_combo(new OpeningCombo([this] { Q_EMIT opening(); }, this)), m_steps(new QLabel(this)), m_problem(new QLabel(this)), m_recipe(standardRecipe())
{
    m_combo->setObjectName(QStringLiteral("trainRecipe"));
    m_combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_steps->setObjectName(QStringLiteral("trainRecipeSteps"));
    m_steps->setWordWrap(true);
    m_steps->setProperty("quiet", true);
    m_problem->setObjectName(QStringLiteral("trainRecipeProblem"));
    m_problem->setWordWrap(true);
    m_problem->setProperty("problem", true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (QWidget *widget : {static_cast<QWidget *>(m_combo), static_cast<QWidget *>(m_steps), static_cast<QWidget *>(m_problem)})
        layout->addWidget(widget);
    m_problem->hide();
    connect(m_combo, &QComboBox::activated, this, &RecipeChoice::take);
    fill();
}

void RecipeChoice::setRecipe(const Recipe &recipe)
{
    m_recipe = recipe;
    fill();
}

void RecipeChoice::setStored(const QList<Recipe> &recipes)
{
    if (recipes == m_stored)
        return;
    m_stored = recipes;
    fill();
    if (m_combo->view()->isVisible())
        m_combo->showPopup(); // for its new size
}

void RecipeChoice::setProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

/// The list: what comes with the program, then the workspace, then a recipe that is neither.
void RecipeChoice::fill()
{
    const QSignalBlocker blocker(m_combo);
    m_combo->clear();
    m_listed.clear();
    int same = -1; // does the same; one of the same name is preferred
    const auto add = [&](const Recipe &recipe, const QString &help) {
        const bool isSame = recipe.fingerprint() == m_recipe.fingerprint();
        if (isSame && (same < 0 || recipe.name == m_recipe.name))
            same = int(m_listed.size());
        m_combo->addItem(recipe.name.isEmpty() ? tr("Without a name") : recipe.name);
        m_combo->setItemData(m_combo->count() - 1, help, Qt::ToolTipRole);
        m_listed += recipe;
    };
    for (const Preset &preset : presets())
        add(preset.recipe, preset.explanation);
    if (!m_stored.isEmpty()) {
        m_combo->insertSeparator(m_combo->count());
        m_listed += Recipe();
    }
    for (const Recipe &recipe : std::as_const(m_stored))
        add(recipe, tr("A recipe of this workspace"));
    if (same < 0) {
        const bool isNameTaken = std::any_of(m_listed.cbegin(), m_listed.cend(), [this](const Recipe &one) { return one.name == m_recipe.name; });
        add(m_recipe, tr("The recipe of the run that the settings come from, or as it stands on the Prepare page"));
        if (isNameTaken && !m_recipe.name.isEmpty())
            m_combo->setItemText(m_combo->count() - 1, tr("%1 (changed)", "name of a recipe").arg(m_recipe.name));
    }
    m_combo->setCurrentIndex(same);
    m_combo->setAccessibleName(tr("Recipe"));
    m_combo->setToolTip(tr("How the series is cleaned and prepared before a model sees it"));
    showSteps();
}

void RecipeChoice::take(int index)
{
    m_recipe = m_listed.value(index, m_recipe);
    fill(); // a recipe that only a run had leaves the list
    Q_EMIT chosen();
}

void RecipeChoice::showSteps() { m_steps->setText(stepsInWords(m_recipe)); }

void RecipeChoice::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace foretrail
