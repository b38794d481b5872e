#include "ui/widgets/TrainInspector.h"

#include "core/models/CombinationMembers.h"
#include "core/training/NetworkCost.h"
#include "core/training/PreparedSeries.h"
#include "core/training/SeriesAttributes.h"
#include "ui/models/JobsModel.h"
#include "ui/models/SettingTexts.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ModelCombo.h"
#include "ui/widgets/RecipeChoice.h"
#include "ui/widgets/SettingsForm.h"

#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace foretrail {

namespace {

/// What only some models read, in the order of the form.
const QStringList &modelSettings()
{
    static const QStringList paths{
        QStringLiteral("season"), QStringLiteral("arOrder"), QStringLiteral("maxArOrder"), QStringLiteral("arEstimator"), QStringLiteral("arCriterion"),
        QStringLiteral("fourierPairs"), QStringLiteral("seasonForm"), QStringLiteral("members"), QStringLiteral("weighing"), QStringLiteral("intervals"),
        QStringLiteral("smoothing"), QStringLiteral("probabilitySmoothing"),
        QStringLiteral("lookback"), QStringLiteral("layers"), QStringLiteral("units"), QStringLiteral("dropout"), QStringLiteral("recurrentDropout"),
        QStringLiteral("learningRate"), QStringLiteral("schedule"), QStringLiteral("optimiser"), QStringLiteral("weightDecay"),
        QStringLiteral("clipNorm"), QStringLiteral("batch"), QStringLiteral("epochs"), QStringLiteral("patience"),
        QStringLiteral("loss"), QStringLiteral("normalisation"), QStringLiteral("seasonInputs"), QStringLiteral("direct"), QStringLiteral("engine"), QStringLiteral("seed")};
    return paths;
}

/// What models over all series read, which have settings of their own.
const QStringList &globalSettings()
{
    static const QStringList paths{
        QStringLiteral("global.lookback"), QStringLiteral("global.segment"), QStringLiteral("global.layers"), QStringLiteral("global.units"),
        QStringLiteral("global.dropout"), QStringLiteral("global.recurrentDropout"), QStringLiteral("global.linear"), QStringLiteral("global.embedding"), QStringLiteral("global.attributes"),
        QStringLiteral("global.holidays"),
        QStringLiteral("global.loss"), QStringLiteral("global.learningRate"), QStringLiteral("global.schedule"), QStringLiteral("global.optimiser"),
        QStringLiteral("global.weightDecay"), QStringLiteral("global.batch"), QStringLiteral("global.windows"), QStringLiteral("global.epochs"),
        QStringLiteral("global.patience"), QStringLiteral("global.members")};
    return paths;
}

} // namespace

TrainInspector::TrainInspector(QWidget *parent)
    : QWidget(parent), m_series(new QLabel(this)), m_recommended(new QPushButton(this)),
      m_article(addPreset(QStringLiteral("presetArticle"), &TrainingSpec::articlePreset)),
      m_quick(addPreset(QStringLiteral("presetQuick"), &TrainingSpec::quickPreset)),
      m_daily(addPreset(QStringLiteral("presetDaily"), &TrainingSpec::dailyPreset)),
      m_global(addPreset(QStringLiteral("presetGlobal"), &TrainingSpec::globalPreset)),
      m_teaching(addPreset(QStringLiteral("presetTeaching"), &TrainingSpec::teachingPreset)),
      m_copy(new QPushButton(this)), m_paste(new QPushButton(this)), m_modelTitle(new QLabel(this)), m_model(new ModelCombo(this)), m_modelHelp(new QLabel(this)), m_form(new SettingsForm(QStringLiteral("train"), this)),
      m_findRate(new QPushButton(this)), m_search(new QPushButton(this)), m_cost(new QLabel(this)), m_split(new QLabel(this)), m_recipe(new RecipeChoice(this)), m_duplicates(new QLabel(this))
{
    m_series->setObjectName(QStringLiteral("trainSeries"));
    m_recommended->setObjectName(QStringLiteral("presetRecommended"));
    m_model->setObjectName(QStringLiteral("trainModel"));
    m_copy->setObjectName(QStringLiteral("copySettings"));
    m_paste->setObjectName(QStringLiteral("pasteSettings"));
    connect(m_copy, &QPushButton::clicked, this, &TrainInspector::copy);
    connect(m_paste, &QPushButton::clicked, this, &TrainInspector::paste);
    m_findRate->setObjectName(QStringLiteral("findRate"));
    m_search->setObjectName(QStringLiteral("searchSettings"));
    for (QPushButton *link : {m_findRate, m_search})
        link->setProperty("link", true);
    connect(m_findRate, &QPushButton::clicked, this, &TrainInspector::findRateClicked);
    connect(m_search, &QPushButton::clicked, this, &TrainInspector::searchClicked);
    m_cost->setObjectName(QStringLiteral("trainCost"));
    m_split->setObjectName(QStringLiteral("trainSplit"));
    for (QLabel *label : {m_series, m_modelHelp, m_cost, m_split, m_duplicates})
        label->setWordWrap(true);
    for (QLabel *label : {m_modelHelp, m_cost, m_split, m_duplicates})
        label->setProperty("quiet", true);
    m_modelTitle->setBuddy(m_model);
    addFields();
    arrange();
    connect(m_teaching, &QPushButton::clicked, this, &TrainInspector::classChosen);
    connect(m_model, &QComboBox::activated, this, &TrainInspector::onChanged);
    connect(m_form, &SettingsForm::changed, this, &TrainInspector::onChanged);
    connect(m_recipe, &RecipeChoice::opening, this, &TrainInspector::recipesWanted);
    connect(m_recipe, &RecipeChoice::chosen, this, [this] {
        onChanged();
        Q_EMIT recipeChosen();
    });
    connect(m_recommended, &QPushButton::clicked, this, [this] {
        TrainingSpec preset;
        preset.model.model = m_model->model();
        applyPreset(preset);
    });
    m_form->setValues(m_base.toJson());
    retranslate();
}

QPushButton *TrainInspector::addPreset(const QString &name, TrainingSpec (*preset)())
{
    auto *button = new QPushButton(this);
    button->setObjectName(name);
    connect(button, &QPushButton::clicked, this, [this, preset] { applyPreset(preset()); });
    return button;
}

void TrainInspector::addFields()
{
    m_form->addHeading(QStringLiteral("model"));
    m_form->addWhole(QStringLiteral("season"), 0);
    m_form->addWhole(QStringLiteral("arOrder"), -1);
    m_form->addWhole(QStringLiteral("maxArOrder"), 0);
    m_form->addChoice(QStringLiteral("arEstimator"));
    m_form->addChoice(QStringLiteral("arCriterion"));
    m_form->addWhole(QStringLiteral("fourierPairs"), -1);
    m_form->addChoice(QStringLiteral("seasonForm"));
    m_form->addNames(QStringLiteral("members"), possibleMembers());
    m_form->addChoice(QStringLiteral("weighing"));
    m_form->addText(QStringLiteral("smoothing"));
    m_form->addText(QStringLiteral("probabilitySmoothing"));
    m_form->addChoice(QStringLiteral("intervals"));
    for (const auto *path : {"lookback", "layers", "units"})
        m_form->addWhole(QLatin1String(path), 0);
    m_form->addText(QStringLiteral("dropout"));
    m_form->addText(QStringLiteral("recurrentDropout"));
    m_form->addText(QStringLiteral("learningRate"));
    m_form->addNote(m_findRate);
    m_form->addNote(m_search);
    m_form->addChoice(QStringLiteral("schedule"));
    m_form->addChoice(QStringLiteral("optimiser"));
    m_form->addText(QStringLiteral("weightDecay"));
    m_form->addText(QStringLiteral("clipNorm"));
    for (const auto *path : {"batch", "epochs", "patience"})
        m_form->addWhole(QLatin1String(path), 0);
    m_form->addChoice(QStringLiteral("loss"));
    m_form->addChoice(QStringLiteral("normalisation"));
    m_form->addFlag(QStringLiteral("seasonInputs"));
    m_form->addFlag(QStringLiteral("direct"));
    addGlobalFields();
    m_form->addChoice(QStringLiteral("engine"));
    m_form->addText(QStringLiteral("seed"));
    m_form->addHeading(QStringLiteral("split"));
    m_form->addWhole(QStringLiteral("horizon"), 0);
    m_form->addWhole(QStringLiteral("split.test"), 0);
    m_form->addWhole(QStringLiteral("split.validation"), -1);
    m_form->addNote(m_split);
    m_form->addHeading(QStringLiteral("limits"));
    m_form->addOptional(QStringLiteral("limits.floor"));
    m_form->addOptional(QStringLiteral("limits.cap"));
    m_form->addFlag(QStringLiteral("limits.whole"));
    m_form->addHeading(QStringLiteral("recipe"));
    m_form->addNote(m_recipe);
    m_form->addNote(m_duplicates);
}

void TrainInspector::arrange()
{
    auto *presets = new QGridLayout;
    presets->setSpacing(0);
    presets->setColumnStretch(1, 1);
    int place = 0;
    for (QPushButton *button : {m_recommended, m_article, m_quick, m_daily, m_global, m_teaching, m_copy, m_paste}) {
        button->setProperty("link", true);
        presets->addWidget(button, place / 2, place % 2, Qt::AlignLeft);
        ++place;
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::space, 2 * Theme::space, 2 * Theme::space, 2 * Theme::space);
    layout->setSpacing(Theme::space);
    layout->addWidget(m_series);
    layout->addLayout(presets);
    layout->addWidget(m_modelTitle);
    layout->addWidget(m_model);
    layout->addWidget(m_modelHelp);
    layout->addWidget(m_cost);
    layout->addWidget(m_form);
    layout->addStretch(1);
}

void TrainInspector::retranslate()
{
    m_recommended->setText(tr("Recommended"));
    m_recommended->setToolTip(tr("The usual settings of the chosen model"));
    m_article->setText(tr("The article's network"));
    m_article->setToolTip(tr("The article's network: three LSTM layers of 64 units, dropout 0.2, lookback 30, one step ahead and "
                             "recursive, Adam, MSE, batches of 32, 100 epochs"));
    m_quick->setText(tr("Quick look"));
    m_quick->setToolTip(tr("One small GRU layer and few epochs: whether a network is worth a try"));
    m_daily->setText(tr("Days of a shop"));
    m_daily->setToolTip(tr("A GRU of 32 units that looks back four weeks and knows the place in the week, Huber loss, a rate that falls, early stopping"));
    m_global->setText(tr("Weeks of all items"));
    m_global->setToolTip(tr("One LSTM of 64 units learnt from all series together: two seasons back, all steps at once, absolute errors, three networks whose median counts"));
    m_teaching->setText(tr("For a class"));
    m_teaching->setToolTip(tr("An LSTM of two units that looks back a week, small enough to follow every number; it learns slowly enough to watch"));
    m_copy->setText(tr("Copy as JSON"));
    m_copy->setToolTip(tr("Copies these settings as the command line and other windows read them"));
    m_paste->setText(tr("Paste JSON"));
    m_paste->setToolTip(tr("Takes settings that were copied or written as JSON; what they leave out has its usual value"));
    m_findRate->setText(tr("Find a learning rate"));
    m_findRate->setToolTip(tr("Trains a few epochs at rising rates and says where the loss falls fastest; nothing is stored"));
    m_search->setText(tr("Search settings..."));
    m_search->setToolTip(tr("Trains many settings in turn, each a stored run, and says which forecast the validation part best"));
    m_modelTitle->setText(tr("&Model"));
    m_form->setHeadingText(QStringLiteral("model"), tr("Settings of the model"));
    m_form->setHeadingText(QStringLiteral("split"), tr("Horizon and split, in observations"));
    m_form->setHeadingText(QStringLiteral("limits"), tr("Limits of the forecast"));
    m_form->setHeadingText(QStringLiteral("recipe"), tr("Recipe"));
    m_duplicates->setText(tr("Duplicates are settled at import."));
    showModel();
    check();
}

void TrainInspector::setSeries(const QStringList &names, Step step, qint64 observations)
{
    m_names = names;
    m_observations = observations;
    if (m_hasStep && step != m_step) {
        m_form->setValue(QStringLiteral("horizon"), usualHorizon(step));
        m_form->setValue(QStringLiteral("split.test"), usualHorizon(step));
        m_form->setValue(QStringLiteral("split.validation"), -1);
    }
    m_hasStep = true;
    m_step = step;
    onChanged();
}

void TrainInspector::setSpec(const TrainingSpec &spec)
{
    m_base = spec;
    m_base.query = {};
    m_step = spec.query.step;
    m_hasStep = true;
    m_model->setModelName(spec.model.model);
    m_form->setValues(spec.toJson());
    m_recipe->setRecipe(spec.recipe);
    onChanged();
}

void TrainInspector::setRecipes(const QList<Recipe> &recipes) { m_recipe->setStored(recipes); }

void TrainInspector::setRecipe(const Recipe &recipe)
{
    m_recipe->setRecipe(recipe);
    onChanged();
}

/// The model and its settings become the preset's; horizon and split fit the step, recipe, limits and engine stay.
void TrainInspector::applyPreset(const TrainingSpec &preset)
{
    TrainingSpec spec = preset;
    spec.query.step = m_step;
    spec.levels = m_base.levels;
    spec.recipe = m_recipe->recipe();
    spec.limits = limits();
    spec.horizon = usualHorizon(m_step);
    spec.split.test = usualHorizon(m_step);
    if (const Result<TrainingSpec> now = read())
        spec.model.engine = now->model.engine;
    setSpec(spec);
}

void TrainInspector::onChanged()
{
    showModel();
    check();
    Q_EMIT changed();
}

/// Those over all series validate on all of them, and how large they are hangs on the series.
bool TrainInspector::isNetworkOfOne() const
{
    const ModelInfo info = m_model->info();
    return info.isNeural && !info.learnsFromPanel;
}

void TrainInspector::showModel()
{
    const ModelInfo info = m_model->info();
    m_modelHelp->setText(info.explanation);
    m_series->setText(seriesInWords(info.learnsFromPanel && m_seriesCount > 1));
    for (const QString &path : modelSettings())
        m_form->setShown(path, info.reads.contains(path));
    for (const QString &path : globalSettings())
        m_form->setShown(path, info.reads.contains(QStringLiteral("global")));
    m_form->setShown(QStringLiteral("split.validation"), isNetworkOfOne());
    m_findRate->setVisible(isNetworkOfOne());
    m_search->setVisible(isNetworkOfOne());
    m_form->setHeadingShown(QStringLiteral("model"), !info.reads.isEmpty());
}

/// In the order of globalSettings(): numbers that are whole, choices and flags by name, all others typed.
void TrainInspector::addGlobalFields()
{
    static const QStringList choices{QStringLiteral("global.holidays"), QStringLiteral("global.loss"), QStringLiteral("global.schedule"), QStringLiteral("global.optimiser")};
    static const QStringList typed{QStringLiteral("global.dropout"), QStringLiteral("global.recurrentDropout"), QStringLiteral("global.learningRate"), QStringLiteral("global.weightDecay"), QStringLiteral("global.windows")};
    for (const QString &path : globalSettings()) {
        if (path == u"global.linear")
            m_form->addFlag(path);
        else if (path == u"global.attributes")
            m_form->addNames(path, {allAttributes});
        else if (choices.contains(path))
            m_form->addChoice(path);
        else if (typed.contains(path))
            m_form->addText(path);
        else
            m_form->addWhole(path, 0);
    }
}

Result<TrainingSpec> TrainInspector::read() const
{
    QJsonObject json = m_base.toJson();
    m_form->writeTo(json);
    json.insert(QStringLiteral("model"), m_model->model());
    json.insert(QStringLiteral("recipe"), m_recipe->recipe().toJson());
    return TrainingSpec::fromJson(json);
}

/// As typed, whatever is wrong with other fields; none while they are wrong themselves.
ForecastLimits TrainInspector::limits() const
{
    QJsonObject json;
    m_form->writeTo(json);
    const QString key = QStringLiteral("limits");
    const Result<TrainingSpec> spec = TrainingSpec::fromJson({{key, json.value(key)}});
    return spec ? spec->limits : ForecastLimits();
}

Result<TrainingSpec> TrainInspector::spec() const
{
    Result<TrainingSpec> spec = read();
    const SettingProblem problem = problemOf(spec);
    if (problem.text.isEmpty())
        return spec;
    const QString title = settingText(problem.path).title;
    return fail(ErrorCode::InvalidInput, title.isEmpty() ? problem.text : tr("%1: %2", "setting: what is wrong").arg(title, problem.text));
}

SettingProblem TrainInspector::problemOf(const Result<TrainingSpec> &spec) const
{
    if (spec)
        return lengthProblem(*spec);
    return settingProblem(spec.error());
}

SettingProblem TrainInspector::lengthProblem(const TrainingSpec &spec) const
{
    if (m_observations == 0 || changesAxis(spec.recipe))
        return {}; // how many steps there will be is known when the recipe runs
    const QLocale locale;
    const qint64 training = m_observations - spec.split.test;
    if (training < 2)
        return {QStringLiteral("split.test"), tr("The series has %1 observations: at most %2 can be kept for the test.")
                    .arg(locale.toString(m_observations), locale.toString(std::max<qint64>(0, m_observations - 2)))};
    const qint64 learning = training - spec.split.validationLength(training, spec.horizon);
    if (isNetworkOfOne() && spec.model.lookback >= learning)
        return {QStringLiteral("lookback"), tr("%1 observations are left to learn from: look back on fewer than that.")
                    .arg(locale.toString(learning))};
    return {};
}

QString TrainInspector::splitInWords(const TrainingSpec &spec) const
{
    const QLocale locale;
    const qint64 training = m_observations - spec.split.test;
    if (m_observations == 0 || training < 2 || changesAxis(spec.recipe))
        return {};
    if (!isNetworkOfOne())
        return tr("Of %1 observations: %2 to learn from, %3 to test.")
            .arg(locale.toString(m_observations), locale.toString(training), locale.toString(spec.split.test));
    const qint64 validation = spec.split.validationLength(training, spec.horizon);
    return tr("Of %1 observations: %2 to learn from, %3 to validate, %4 to test.")
        .arg(locale.toString(m_observations), locale.toString(training - validation), locale.toString(validation),
             locale.toString(spec.split.test));
}

void TrainInspector::setLearningRate(double rate)
{
    m_form->setValue(QStringLiteral("learningRate"), rate);
    onChanged();
}

QString TrainInspector::seriesInWords(bool learnsFromAll) const
{
    const QLocale locale;
    const QString all = locale.toString(m_seriesCount), chosen = locale.toString(m_names.size());
    if (m_names.isEmpty())
        return {};
    if (m_names.size() == 1)
        return learnsFromAll ? tr("Learns from all %1 series, forecasts %2.").arg(all, m_names.front())
                             : tr("Trains on %1, %2 observations.").arg(m_names.front(), locale.toString(m_observations));
    return learnsFromAll ? tr("Learns once from all %1 series; a run for each of the %2 chosen.").arg(all, chosen)
                         : tr("Trains on %1 series, a run for each.").arg(chosen);
}

void TrainInspector::setLeastEpochSeconds(double seconds)
{
    m_leastEpochSeconds = seconds;
    check();
}

void TrainInspector::setPace(double pace)
{
    m_pace = pace;
    check();
}

/// Columns of the recipe would add some parameters; how many series there are does not matter for one run.
QString TrainInspector::costInWords(const TrainingSpec &spec) const
{
    const bool isOfMany = m_model->info().isNeural && m_model->info().reads.contains(QStringLiteral("global"));
    if (!isNetworkOfOne() && !isOfMany)
        return {};
    const QLocale locale;
    const qint64 training = std::max<qint64>(0, m_observations - spec.split.test);
    const qint64 learning = training - spec.split.validationLength(training, spec.horizon);
    const NetworkCost cost = isOfMany ? globalNetworkCost(spec.model, m_step, spec.horizon, training, m_seriesCount)
                                      : networkCost(spec.model, usualFeatures(spec.model, m_step), learning, spec.horizon);
    // A network over all series learns once more with the test part.
    const double epochs = isOfMany ? globalEpochs(spec.model.global) * (spec.split.test > 0 ? 2.0 : 1.0) : double(spec.model.epochs);
    const QString parameters = isOfMany ? tr("%1 parameters in each of %2 networks.").arg(locale.toString(cost.parameters), locale.toString(spec.model.global.members))
                                        : tr("%1 parameters.").arg(locale.toString(cost.parameters));
    constexpr double besideEpoch = 0.002; // seconds: what is drawn and kept after each, whatever its network
    const double seconds = m_pace > 0 ? epochs * std::max(m_leastEpochSeconds, cost.operationsPerEpoch / m_pace + besideEpoch) : 0;
    if (m_observations == 0 || m_pace <= 0 || changesAxis(spec.recipe))
        return parameters;
    if (seconds < 1)
        return tr("%1 All epochs take less than a second here.").arg(parameters);
    return tr("%1 All epochs take about %2 here.").arg(parameters, JobsModel::duration(qint64(1000 * seconds)));
}

void TrainInspector::check()
{
    const Result<TrainingSpec> spec = read();
    const SettingProblem problem = problemOf(spec);
    m_form->setProblem(problem.path, problem.text);
    m_recipe->setProblem(problem.path == u"recipe" ? problem.text : QString());
    m_cost->setText(spec ? costInWords(*spec) : QString());
    m_cost->setVisible(!m_cost->text().isEmpty());
    if (!m_cost->text().isEmpty() && m_pace <= 0)
        Q_EMIT paceWanted();
    m_split->setText(spec ? splitInWords(*spec) : QString());
    m_split->setVisible(!m_split->text().isEmpty());
}

void TrainInspector::copy()
{
    const Result<TrainingSpec> settings = spec();
    if (!settings)
        return;
    QGuiApplication::clipboard()->setText(QString::fromUtf8(QJsonDocument(settings->toJson()).toJson()));
    Q_EMIT copied();
}

/// The question stays that of the page.
void TrainInspector::paste()
{
    QJsonParseError problem;
    const QJsonDocument json = QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8(), &problem);
    if (!json.isObject())
        return Q_EMIT pasteRefused({ErrorCode::Format, tr("The clipboard holds no settings. Copy the JSON of a spec first."), {}});
    Result<TrainingSpec> settings = TrainingSpec::fromJson(json.object());
    if (!settings)
        return Q_EMIT pasteRefused(settings.error().within(tr("The settings on the clipboard")));
    settings->query.step = m_step;
    setSpec(*settings);
    Q_EMIT pasted();
}

void TrainInspector::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace foretrail
