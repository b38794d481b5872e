#include "ui/widgets/ForecastInspector.h"

#include "core/series/Holidays.h"
#include "ui/models/SettingTexts.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/AccuracyTable.h"
#include "ui/widgets/BesideList.h"
#include "ui/widgets/ModelCombo.h"
#include "ui/widgets/SettingsForm.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace foretrail {

namespace {

constexpr int longestHorizon = 366;
constexpr int usualLevel = 80;

const QList<QList<double>> &bandChoices()
{
    static const QList<QList<double>> choices{{80, 95}, {80}, {95}, {50, 90}};
    return choices;
}

QHBoxLayout *row(QWidget *left, QWidget *right)
{
    auto *layout = new QHBoxLayout;
    layout->addWidget(left, 1);
    layout->addWidget(right);
    return layout;
}

} // namespace

ForecastInspector::ForecastInspector(QWidget *parent)
    : QWidget(parent), m_modelTitle(new QLabel(this)), m_model(new ModelCombo(this)), m_modelHelp(new QLabel(this)),
      m_neural(new QWidget(this)), m_neuralText(new QLabel(m_neural)), m_train(new QPushButton(m_neural)),
      m_trainPage(new QPushButton(m_neural)), m_horizonTitle(new QLabel(this)),
      m_horizon(addSpin(QStringLiteral("horizon"), 1, longestHorizon)), m_horizonSlider(new QSlider(Qt::Horizontal, this)),
      m_testTitle(new QLabel(this)), m_test(addSpin(QStringLiteral("testLength"), 0, longestHorizon)),
      m_seasonTitle(new QLabel(this)), m_season(addSpin(QStringLiteral("season"), 0, 1000)), m_bandsTitle(new QLabel(this)),
      m_bands(new QComboBox(this)), m_level(new QLabel(this)), m_levelSlider(new QSlider(Qt::Horizontal, this)),
      m_holidaysTitle(new QLabel(this)), m_holidays(new QComboBox(this)), m_besideTitle(new QLabel(this)), m_beside(new BesideList(this)), m_limits(new SettingsForm(QStringLiteral("forecast"), this)), m_accuracyTitle(new QLabel(this)), m_accuracy(new AccuracyTable(this)),
      m_explanation(new QLabel(this))
{
    m_model->setObjectName(QStringLiteral("model"));
    m_bands->setObjectName(QStringLiteral("bands"));
    m_level->setObjectName(QStringLiteral("levelText"));
    m_levelSlider->setObjectName(QStringLiteral("levelSlider"));
    m_levelSlider->setRange(1, 99);
    m_levelSlider->setValue(usualLevel);
    m_holidays->setObjectName(QStringLiteral("holidayMarks"));
    m_train->setObjectName(QStringLiteral("trainHere"));
    m_trainPage->setObjectName(QStringLiteral("openTrainPage"));
    m_trainPage->setProperty("link", true);
    m_explanation->setObjectName(QStringLiteral("explanation"));
    m_horizonSlider->setObjectName(QStringLiteral("horizonSlider"));
    m_horizonSlider->setRange(1, longestHorizon);
    for (QLabel *label : {m_modelHelp, m_neuralText, m_explanation}) {
        label->setWordWrap(true);
        label->setProperty("quiet", true);
    }
    m_limits->addOptional(QStringLiteral("limits.floor"));
    m_limits->addOptional(QStringLiteral("limits.cap"));
    m_limits->addFlag(QStringLiteral("limits.whole"));
    arrange();
    connectAll();
    retranslate();
    clearOutcome();
}

void ForecastInspector::connectAll()
{
    connect(m_model, &QComboBox::activated, this, &ForecastInspector::onModel);
    connect(m_horizonSlider, &QSlider::valueChanged, m_horizon, &QSpinBox::setValue);
    connect(m_horizon, &QSpinBox::valueChanged, this, [this](int value) {
        const QSignalBlocker blocker(m_horizonSlider);
        m_horizonSlider->setValue(value);
        Q_EMIT changed();
    });
    connect(m_test, &QSpinBox::valueChanged, this, [this](int value) {
        m_wantedTest = value;
        Q_EMIT changed();
    });
    connect(m_season, &QSpinBox::valueChanged, this, &ForecastInspector::changed);
    connect(m_bands, &QComboBox::activated, this, &ForecastInspector::onBands);
    connect(m_levelSlider, &QSlider::valueChanged, this, &ForecastInspector::onLevel);
    connect(m_holidays, &QComboBox::activated, this, &ForecastInspector::viewChanged);
    connect(m_limits, &SettingsForm::changed, this, &ForecastInspector::onLimits);
    connect(m_train, &QPushButton::clicked, this, [this] { m_isTraining ? Q_EMIT stopRequested() : Q_EMIT trainRequested(); });
    connect(m_trainPage, &QPushButton::clicked, this, &ForecastInspector::trainPageRequested);
}

QSpinBox *ForecastInspector::addSpin(const QString &name, int least, int most)
{
    auto *spin = new QSpinBox(this);
    spin->setObjectName(name);
    spin->setRange(least, most);
    spin->setKeyboardTracking(false);
    spin->setAlignment(Qt::AlignRight);
    spin->setMinimumWidth(120);
    return spin;
}

void ForecastInspector::arrange()
{
    auto *neural = new QVBoxLayout(m_neural);
    neural->setContentsMargins(0, 0, 0, 0);
    neural->addWidget(m_neuralText);
    neural->addWidget(m_train);
    neural->addWidget(m_trainPage, 0, Qt::AlignLeft);
    QFont bold = font();
    bold.setBold(true);
    m_accuracyTitle->setFont(bold);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::space, 2 * Theme::space, 2 * Theme::space, 2 * Theme::space);
    layout->setSpacing(Theme::space);
    layout->addWidget(m_modelTitle);
    layout->addWidget(m_model);
    layout->addWidget(m_modelHelp);
    layout->addWidget(m_neural);
    layout->addSpacing(Theme::space);
    layout->addLayout(row(m_horizonTitle, m_horizon));
    layout->addWidget(m_horizonSlider);
    layout->addLayout(row(m_testTitle, m_test));
    layout->addLayout(row(m_seasonTitle, m_season));
    layout->addLayout(row(m_bandsTitle, m_bands));
    layout->addLayout(row(m_levelSlider, m_level));
    layout->addWidget(m_limits);
    layout->addSpacing(2 * Theme::space);
    layout->addWidget(m_accuracyTitle);
    layout->addWidget(m_accuracy);
    layout->addWidget(m_explanation);
    layout->addSpacing(2 * Theme::space);
    layout->addWidget(m_besideTitle);
    layout->addWidget(m_beside);
    layout->addLayout(row(m_holidaysTitle, m_holidays));
    layout->addStretch(1);
}

void ForecastInspector::fillBands()
{
    const int chosen = std::max(0, m_bands->currentIndex());
    m_bands->clear();
    for (const QList<double> &levels : bandChoices())
        m_bands->addItem(levels.size() > 1 ? tr("%1 % and %2 %").arg(levels[0]).arg(levels[1]) : tr("%1 %").arg(levels[0]));
    m_bands->addItem(tr("at any level"));
    m_bands->setCurrentIndex(chosen);
    m_level->setText(tr("%1 %").arg(m_levelSlider->value()));
    m_level->setMinimumWidth(m_level->fontMetrics().horizontalAdvance(tr("%1 %").arg(100)));
}

void ForecastInspector::fillHolidays()
{
    const int chosen = std::max(0, m_holidays->currentIndex());
    m_holidays->clear();
    m_holidays->addItem(tr("as in the recipe"), QStringLiteral("recipe"));
    m_holidays->addItem(tr("none"), QStringLiteral("none"));
    const QHash<QString, QString> names{{QStringLiteral("cn"), tr("China")}, {QStringLiteral("uk"), tr("United Kingdom")}, {QStringLiteral("us"), tr("United States")}};
    for (const QString &region : holidayRegions())
        m_holidays->addItem(names.value(region, region), region);
    m_holidays->setCurrentIndex(chosen);
}

std::optional<double> ForecastInspector::bandLevel() const
{
    const bool isAny = m_bands->currentIndex() == bandChoices().size();
    return isAny ? std::optional<double>(m_levelSlider->value()) : std::nullopt;
}

QString ForecastInspector::holidayRegion() const { return m_holidays->currentData().toString(); }

/// The bands of any level come from the forecast that is there; only other fixed ones are forecast.
void ForecastInspector::onBands(int choice)
{
    const QList<double> levels = bandChoices().value(choice, m_levels);
    const bool isOther = levels != m_levels;
    m_levels = levels;
    isOther ? Q_EMIT changed() : Q_EMIT viewChanged();
}

void ForecastInspector::onLevel(int level)
{
    m_level->setText(tr("%1 %").arg(level));
    m_bands->setCurrentIndex(int(bandChoices().size()));
    Q_EMIT viewChanged();
}

void ForecastInspector::retranslate()
{
    fillBands();
    fillHolidays();
    m_levelSlider->setAccessibleName(tr("Level of the band, %"));
    m_levelSlider->setToolTip(tr("Shows one band at this level, from the forecast that is there"));
    m_holidaysTitle->setText(tr("Holida&ys"));
    m_holidaysTitle->setBuddy(m_holidays);
    m_besideTitle->setText(tr("B&eside"));
    m_besideTitle->setBuddy(m_beside);
    m_modelTitle->setText(tr("&Model"));
    m_modelTitle->setBuddy(m_model);
    m_horizonTitle->setText(tr("&Horizon"));
    m_horizonTitle->setBuddy(m_horizon);
    m_testTitle->setText(tr("&Test part"));
    m_testTitle->setBuddy(m_test);
    m_seasonTitle->setText(tr("&Season"));
    m_seasonTitle->setBuddy(m_season);
    m_bandsTitle->setText(tr("&Bands"));
    m_bandsTitle->setBuddy(m_bands);
    m_season->setSpecialValueText(tr("automatic"));
    m_season->setToolTip(tr("Steps until the pattern comes again; 0: the usual season of the step"));
    m_test->setSpecialValueText(tr("none"));
    m_test->setToolTip(tr("The last observations, kept from the model and used to judge it"));
    m_horizonSlider->setAccessibleName(tr("Horizon"));
    m_accuracyTitle->setText(m_isOutcomeOld ? tr("Accuracy of the forecast before") : tr("Accuracy on the test part"));
    m_trainPage->setText(tr("Open the Train page"));
    showNeural();
}

QString ForecastInspector::model() const { return m_model->model(); }

bool ForecastInspector::isNeural() const { return m_model->info().isNeural; }

void ForecastInspector::showNeural()
{
    const ModelInfo info = m_model->info();
    m_modelHelp->setText(info.explanation);
    m_neural->setVisible(isNeural());
    m_neuralText->setText(m_isTraining ? tr("Training runs in the background; the chart changes when it is done.")
                                       : tr("This model trains for a while. Train it now, or open a stored run."));
    m_train->setText(m_isTraining ? tr("Stop") : tr("Train now"));
    m_season->setEnabled(info.reads.contains(QStringLiteral("season")));
}

void ForecastInspector::onModel()
{
    showNeural();
    Q_EMIT changed();
}

/// What is wrong is said below its field, and the limits before stay until it is right.
void ForecastInspector::onLimits()
{
    QJsonObject json;
    m_limits->writeTo(json);
    const Result<TrainingSpec> read = TrainingSpec::fromJson(json);
    const SettingProblem problem = read ? SettingProblem() : settingProblem(read.error());
    m_limits->setProblem(problem.path, problem.text);
    if (!read || read->limits == m_chosenLimits)
        return;
    m_chosenLimits = read->limits;
    Q_EMIT changed();
}

void ForecastInspector::setTraining(bool isTraining)
{
    m_isTraining = isTraining;
    showNeural();
}

void ForecastInspector::setSeries(Step step, qint64 observations)
{
    const QSignalBlocker blocker(this);
    const int most = int(std::clamp<qint64>(observations / 2, 1, longestHorizon));
    const bool isNewStep = step != m_step;
    m_step = step;
    if (isNewStep) {
        m_horizon->setValue(usualHorizon(step));
        m_wantedTest = usualHorizon(step);
    }
    // A quarter of a short series is enough to judge by, and of three observations none; what a person chose comes back with a longer one.
    const int wanted = m_wantedTest;
    m_test->setMaximum(most);
    m_test->setValue(observations < 3 || wanted == usualHorizon(step) ? std::min(wanted, usualTest(step, observations)) : std::min(wanted, most));
    m_wantedTest = wanted;
}

void ForecastInspector::apply(TrainingSpec &spec) const
{
    const SeriesQuery query = spec.query;
    spec = m_base;
    spec.query = query;
    spec.model.model = model();
    spec.model.season = m_season->value();
    spec.horizon = m_horizon->value();
    spec.split.test = m_test->value();
    spec.limits = m_chosenLimits;
    spec.levels = m_levels;
}

void ForecastInspector::show(const TrainingSpec &spec)
{
    const QSignalBlocker blocker(this);
    m_base = spec;
    m_step = spec.query.step;
    m_model->setModelName(spec.model.model);
    m_test->setMaximum(std::max(m_test->maximum(), spec.split.test));
    m_horizon->setValue(spec.horizon);
    m_test->setValue(spec.split.test);
    m_wantedTest = spec.split.test;
    m_season->setValue(spec.model.season);
    m_levels = spec.levels;
    if (!bandLevel())
        m_bands->setCurrentIndex(int(std::max<qsizetype>(0, bandChoices().indexOf(spec.levels))));
    m_limits->setValues(spec.toJson());
    m_limits->setProblem({}, {});
    m_chosenLimits = spec.limits;
    showNeural();
}

void ForecastInspector::setOutcome(const ForecastOutcome &outcome)
{
    m_accuracy->setMetrics(outcome.metrics, outcome.baselineMetrics, outcome.baseline);
    if (const ModelInfo *info = modelRegistry().find(outcome.baseline))
        m_accuracy->horizontalHeaderItem(2)->setToolTip(info->explanation);
    m_explanation->setText(outcome.explanation);
}

void ForecastInspector::clearOutcome()
{
    m_accuracy->setMetrics({}, {}, {});
    m_explanation->clear();
}

void ForecastInspector::setOutcomeOld(bool isOld)
{
    if (isOld == m_isOutcomeOld)
        return;
    m_isOutcomeOld = isOld;
    m_accuracyTitle->setText(isOld ? tr("Accuracy of the forecast before") : tr("Accuracy on the test part"));
    for (QWidget *part : {static_cast<QWidget *>(m_accuracy), static_cast<QWidget *>(m_explanation)})
        part->setEnabled(!isOld);
}

void ForecastInspector::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace foretrail
