#include "ui/widgets/BacktestInspector.h"

#include "core/training/Experiment.h"
#include "core/training/PreparedSeries.h"
#include "ui/charts/SpectrumChart.h"
#include "ui/models/SettingTexts.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ModelChecklist.h"
#include "ui/widgets/ModelCombo.h"
#include "ui/widgets/RecipeChoice.h"
#include "ui/widgets/SettingsForm.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

namespace foretrail {

namespace {

constexpr int usualScope = 20; ///< series, where there are more
constexpr int chosenScope = 0;
constexpr int allScope = -1;

constexpr QLatin1String foldsPath("folds"), stridePath("stride"), windowPath("window"), lengthPath("windowLength"), refitPath("refit"),
    modelsPath("models"), seasonPath("season");

/// A test of one setting alone says which one is wrong.
SettingProblem rangeProblem(const QString &path, const BacktestOptions &options)
{
    const Result<void> valid = options.validate();
    return valid ? SettingProblem() : SettingProblem{path, valid.error().message};
}

} // namespace

struct BacktestInspector::Fields {
    int horizon = 0;
    int season = 0; ///< 0: the usual one
    BacktestOptions options;

    qint64 steps() const { return horizon + qint64(options.folds - 1) * options.strideFor(horizon); } ///< that are judged
    qint64 least() const { return steps() + std::max(2, options.windowLength); } ///< that a series must have
};

BacktestInspector::BacktestInspector(QWidget *parent)
    : QWidget(parent), m_scopeTitle(new QLabel(this)), m_scope(new QComboBox(this)), m_chosenText(new QLabel(this)), m_modelsTitle(new QLabel(this)),
      m_models(new ModelChecklist(this)), m_modelHelp(new QLabel(this)), m_effort(new QLabel(this)), m_modelsProblem(new QLabel(this)),
      m_form(new SettingsForm(QStringLiteral("backtest"), this)), m_length(new QLabel(this)), m_recipe(new RecipeChoice(this))
{
    m_scope->setObjectName(QStringLiteral("backtestScope"));
    m_scope->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_chosenText->setObjectName(QStringLiteral("backtestChosen"));
    m_modelHelp->setObjectName(QStringLiteral("backtestModelHelp"));
    m_effort->setObjectName(QStringLiteral("backtestEffort"));
    m_modelsProblem->setObjectName(QStringLiteral("backtestModelsProblem"));
    m_modelsProblem->setProperty("problem", true);
    m_length->setObjectName(QStringLiteral("backtestLength"));
    for (QLabel *label : {m_chosenText, m_modelHelp, m_effort, m_modelsProblem, m_length})
        label->setWordWrap(true);
    for (QLabel *label : {m_chosenText, m_modelHelp, m_effort, m_length})
        label->setProperty("quiet", true);
    m_scopeTitle->setBuddy(m_scope);
    m_modelsTitle->setBuddy(m_models);
    addFields();
    arrange();
    connect(m_scope, &QComboBox::activated, this, [this] {
        m_isScopeChosen = true;
        fitHorizon();
        fitSeason();
        onChanged();
    });
    connect(m_models, &ModelChecklist::changed, this, &BacktestInspector::onChanged);
    connect(m_models, &QListWidget::currentRowChanged, this, &BacktestInspector::check);
    connect(m_form, &SettingsForm::changed, this, [this] {
        m_isHorizonChosen = m_isHorizonChosen || fields().horizon != m_fittedHorizon;
        m_isSeasonChosen = m_isSeasonChosen || fields().season != m_fittedSeason;
        onChanged();
    });
    connect(m_recipe, &RecipeChoice::opening, this, &BacktestInspector::recipesWanted);
    connect(m_recipe, &RecipeChoice::chosen, this, &BacktestInspector::onChanged);
    retranslate();
}

void BacktestInspector::addFields()
{
    m_form->addHeading(foldsPath);
    m_form->addWhole(QStringLiteral("horizon"), 0);
    m_form->addWhole(foldsPath, 0);
    m_form->addWhole(stridePath, 0);
    m_form->addChoice(windowPath);
    m_form->addWhole(lengthPath, 0);
    m_form->addChoice(refitPath);
    m_form->addWhole(seasonPath, 0);
    m_form->addNote(m_length);
    m_form->addHeading(QStringLiteral("recipe"));
    m_form->addNote(m_recipe);
    m_form->setValue(foldsPath, BacktestOptions().folds);
}

void BacktestInspector::arrange()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::space, 2 * Theme::space, 2 * Theme::space, 2 * Theme::space);
    layout->setSpacing(Theme::space);
    for (QWidget *widget : {static_cast<QWidget *>(m_scopeTitle), static_cast<QWidget *>(m_scope), static_cast<QWidget *>(m_chosenText)})
        layout->addWidget(widget);
    for (QWidget *widget : {static_cast<QWidget *>(m_modelsTitle), static_cast<QWidget *>(m_models), static_cast<QWidget *>(m_modelHelp),
                            static_cast<QWidget *>(m_modelsProblem), static_cast<QWidget *>(m_effort), static_cast<QWidget *>(m_form)})
        layout->addWidget(widget);
    layout->addStretch(1);
}

void BacktestInspector::retranslate()
{
    m_scopeTitle->setText(tr("&Series"));
    m_scope->setAccessibleName(tr("Series that are tested"));
    m_modelsTitle->setText(tr("&Models"));
    m_form->setHeadingText(foldsPath, tr("Folds, in steps"));
    m_form->setHeadingText(QStringLiteral("recipe"), tr("Recipe"));
    fillScopes();
    check();
}

/// What there are too few series for is shown, but cannot be chosen.
void BacktestInspector::fillScopes()
{
    const QSignalBlocker blocker(m_scope);
    const QVariant before = m_scope->currentData();
    const QLocale locale;
    const auto there = qint64(m_all.size());
    m_scope->clear();
    m_scope->addItem(tr("The chosen ones"), chosenScope);
    for (const int most : {usualScope, 100}) {
        m_scope->addItem(tr("The largest %1").arg(locale.toString(most)), most);
        if (there <= most)
            static_cast<QStandardItemModel *>(m_scope->model())->item(m_scope->count() - 1)->setEnabled(false);
    }
    m_scope->addItem(there == 1 ? tr("The only one") : tr("All %1").arg(locale.toString(there)), allScope);
    const int scope = m_isScopeChosen && before.isValid() ? before.toInt() : there > usualScope ? usualScope : allScope;
    m_scope->setCurrentIndex(m_scope->findData(scope > 0 && there <= scope ? allScope : scope));
}

void BacktestInspector::setSeries(Step step, const std::vector<qint64> &all, const QStringList &chosen, const std::vector<qint64> &chosenLengths)
{
    if (step != m_step)
        m_isHorizonChosen = m_isSeasonChosen = false;
    m_step = step;
    m_all = all;
    m_chosen = chosen;
    m_chosenLengths = chosenLengths;
    fillScopes();
    fitHorizon();
    fitSeason();
    onChanged();
}

/// As far ahead as people look who plan in this step, where that leaves as much to learn from as is judged; whole seasons if it can be.
void BacktestInspector::fitHorizon()
{
    const std::vector<qint64> known = lengths();
    if (m_isHorizonChosen || known.empty())
        return;
    const qint64 room = *std::max_element(known.begin(), known.end()) / std::max(2, 2 * fields().options.folds);
    const int season = usualSeason(m_step);
    qint64 horizon = std::min<qint64>(usualHorizon(m_step), std::max<qint64>(1, room));
    if (season > 1 && horizon > season)
        horizon -= horizon % season;
    m_fittedHorizon = int(horizon);
    m_form->setValue(QStringLiteral("horizon"), m_fittedHorizon);
}

/// A baseline that repeats a season needs one before the first origin: where the series are too short for it, the last value is repeated.
void BacktestInspector::fitSeason()
{
    const std::vector<qint64> known = lengths();
    if (m_isSeasonChosen || known.empty())
        return;
    const qint64 before = *std::max_element(known.begin(), known.end()) - fields().steps();
    m_fittedSeason = before < usualSeason(m_step) ? 1 : 0;
    m_form->setValue(seasonPath, m_fittedSeason);
}

int BacktestInspector::seasonOf(const Fields &now) const { return now.season > 0 ? now.season : usualSeason(m_step); }

void BacktestInspector::setRecipes(const QList<Recipe> &recipes) { m_recipe->setStored(recipes); }

void BacktestInspector::setRecipe(const Recipe &recipe)
{
    m_recipe->setRecipe(recipe);
    onChanged();
}

void BacktestInspector::onChanged()
{
    check();
    Q_EMIT changed();
}

BacktestInspector::Fields BacktestInspector::fields() const
{
    QJsonObject json;
    m_form->writeTo(json);
    Fields fields;
    fields.horizon = json.value(u"horizon").toInt();
    fields.season = json.value(seasonPath).toInt();
    BacktestOptions &options = fields.options;
    options.folds = json.value(foldsPath).toInt();
    options.stride = json.value(stridePath).toInt();
    options.window = backtestWindowFromName(json.value(windowPath).toString()).value_or(BacktestWindow::Expanding);
    options.windowLength = options.window == BacktestWindow::Sliding ? json.value(lengthPath).toInt() : 0;
    options.refit = refitFromName(json.value(refitPath).toString()).value_or(Refit::Every);
    return fields;
}

Result<TrainingSpec> BacktestInspector::spec() const
{
    QJsonObject json = TrainingSpec().toJson();
    json.insert(QStringLiteral("horizon"), fields().horizon);
    json.insert(seasonPath, fields().season);
    json.insert(QStringLiteral("recipe"), m_recipe->recipe().toJson());
    return TrainingSpec::fromJson(json);
}

Result<BacktestRequest> BacktestInspector::request(const SeriesQuery &question) const
{
    const SettingProblem wrong = problem();
    if (!wrong.text.isEmpty()) {
        const QString title = wrong.path == modelsPath ? tr("Models") : settingText(wrong.path).title;
        return fail(ErrorCode::InvalidInput, tr("%1: %2", "setting: what is wrong").arg(title, wrong.text));
    }
    const Result<TrainingSpec> read = spec();
    if (!read)
        return fail(read.error());
    BacktestRequest request{*read, m_models->checked(), fields().options};
    request.spec.query = question;
    request.spec.model.model = request.models.front();
    request.spec.split.test = request.spec.horizon;
    const int scope = m_scope->currentData().toInt();
    request.spec.query.keys = scope == chosenScope ? m_chosen : QStringList();
    request.spec.query.top = scope > 0 ? scope : 0;
    return request;
}

std::vector<qint64> BacktestInspector::lengths() const
{
    const int scope = m_scope->currentData().toInt();
    if (scope == chosenScope)
        return m_chosenLengths;
    std::vector<qint64> some = m_all;
    if (scope > 0 && size_t(scope) < some.size())
        some.resize(size_t(scope));
    return some;
}

SettingProblem BacktestInspector::problem() const
{
    const Fields now = fields();
    BacktestOptions folds, stride, window;
    folds.folds = now.options.folds;
    stride.stride = now.options.stride;
    window.window = now.options.window;
    window.windowLength = now.options.windowLength;
    if (m_scope->currentData().toInt() == chosenScope && m_chosen.isEmpty())
        return {modelsPath, tr("No series is chosen. Choose one at the left, or test all.")};
    if (m_models->checked().isEmpty())
        return {modelsPath, tr("No model is chosen. Choose one at least.")};
    if (const Result<TrainingSpec> read = spec(); !read)
        return settingProblem(read.error());
    for (const SettingProblem &one : {rangeProblem(foldsPath, folds), rangeProblem(stridePath, stride), rangeProblem(lengthPath, window)})
        if (!one.text.isEmpty())
            return one;
    return lengthProblem(now);
}

SettingProblem BacktestInspector::lengthProblem(const Fields &now) const
{
    const std::vector<qint64> known = lengths();
    if (known.empty() || changesAxis(m_recipe->recipe()))
        return {}; // how many steps there will be is known when the recipe runs
    const qint64 longest = *std::max_element(known.begin(), known.end());
    const QLocale locale;
    const qint64 learnt = now.options.windowLength > 0 ? now.options.windowLength : longest - now.steps();
    if (now.least() <= longest && seasonOf(now) > 1 && learnt < seasonOf(now))
        return {seasonPath, tr("The baseline repeats a season of %1 steps, and the first fold knows %2. Choose a shorter season, or 1 for none.")
                                .arg(locale.toString(seasonOf(now)), locale.toString(learnt))};
    if (now.least() <= longest)
        return {};
    if (now.steps() + 2 <= longest)
        return {lengthPath, tr("%1 steps lie before the first origin: choose a window of at most that.").arg(locale.toString(longest - now.steps()))};
    return {foldsPath, tr("The longest series has %1 steps, and these folds need %2. Choose fewer folds, or a shorter horizon or stride.")
                           .arg(locale.toString(longest), locale.toString(now.least()))};
}

qint64 BacktestInspector::networks() const
{
    qint64 count = 0;
    for (const QString &name : m_models->checked())
        if (const ModelInfo *info = modelRegistry().find(name); info && info->isNeural)
            ++count;
    return count;
}

/// Networks take minutes where the others take moments.
QString BacktestInspector::effortInWords() const
{
    const Fields now = fields();
    const qint64 folds = now.options.refit == Refit::Once ? 1 : now.options.folds;
    const qint64 trainings = networks() * folds * qint64(lengths().size());
    if (trainings == 0)
        return tr("Networks are off: each trains anew in every fold, which takes long.");
    return tr("Networks take long: there are %1 trainings, one after the other.").arg(QLocale().toString(trainings));
}

QString BacktestInspector::lengthInWords() const
{
    const std::vector<qint64> known = lengths();
    const Fields now = fields();
    if (known.empty() || changesAxis(m_recipe->recipe()) || now.least() > *std::max_element(known.begin(), known.end()))
        return {};
    const QLocale locale;
    const auto tooShort = std::count_if(known.begin(), known.end(), [&](qint64 one) { return one < now.least(); });
    const qint64 longest = *std::max_element(known.begin(), known.end());
    QString words = tr("Of %1 steps the last %2 are judged.", "of the longest series").arg(locale.toString(longest), locale.toString(now.steps()));
    if (now.options.strideFor(now.horizon) > now.horizon)
        words = tr("Of %1 steps some of the last %2 are judged.", "of the longest series").arg(locale.toString(longest), locale.toString(now.steps()));
    if (now.season == 1 && usualSeason(m_step) > 1)
        words += QLatin1Char(' ') + tr("Without a season the baseline repeats the last value.");
    return tooShort == 0 ? words : words + QLatin1Char(' ') + tr("%1 of %2 series are too short and will be left out.").arg(locale.toString(tooShort), locale.toString(qint64(known.size())));
}

void BacktestInspector::check()
{
    const SettingProblem wrong = problem();
    m_form->setShown(lengthPath, fields().options.window == BacktestWindow::Sliding);
    m_form->setProblem(wrong.path, wrong.text);
    m_recipe->setProblem(wrong.path == u"recipe" ? wrong.text : QString());
    m_modelsProblem->setText(wrong.path == modelsPath ? wrong.text : QString());
    m_modelsProblem->setVisible(wrong.path == modelsPath);
    const ModelInfo *info = modelRegistry().find(m_models->currentModel());
    m_modelHelp->setText(info ? info->explanation : QString());
    m_effort->setText(effortInWords());
    m_length->setText(lengthInWords());
    m_length->setVisible(!m_length->text().isEmpty());
    m_chosenText->setVisible(m_scope->currentData().toInt() == chosenScope);
    m_chosenText->setText(m_chosen.size() == 1 ? tr("One series, chosen at the left") : tr("%1 series, chosen at the left").arg(QLocale().toString(m_chosen.size())));
}

void BacktestInspector::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace foretrail
