#include "ui/widgets/LossPanel.h"

#include "core/training/EarlierOrigins.h"
#include "ui/Trainings.h"
#include "ui/asking/FileDialogs.h"
#include "ui/charts/ChartExport.h"
#include "ui/charts/ForecastChart.h"
#include "ui/charts/LineChart.h"
#include "ui/charts/Ticks.h"
#include "ui/models/SettingTexts.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/EpochSlider.h"
#include "ui/widgets/HistogramsView.h"
#include "ui/widgets/JobList.h"
#include "ui/widgets/LossView.h"
#include "ui/widgets/TrainingControls.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTabWidget>

#include <cmath>

namespace foretrail {

namespace {

/// Why a run of this model has no epochs.
QString fittedInOneGo(const QString &model)
{
    const ModelInfo *info = modelRegistry().find(model);
    return info && info->isNeural ? QString() : LossPanel::tr("This model is fitted in one go: there are no epochs to replay. Train an lstm or gru to see a network learn.");
}

/// Why a stored run keeps no epochs.
QString whyNoEpochs(const RunSummary &run)
{
    if (const QString fitted = fittedInOneGo(run.model); !fitted.isEmpty())
        return fitted;
    if (const QString other = run.metrics.value(u"learntWith").toString(); !other.isEmpty())
        return LossPanel::tr("This network was learnt once for several series, and its epochs are kept with %1. Reproduce this run to see it learn this series.").arg(other);
    return LossPanel::tr("This run keeps no epochs: it was imported, or trained before they were kept. Reproduce it to replay its training.");
}

} // namespace

LossPanel::LossPanel(AppSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_reader(session), m_model(session.jobs(), Lane::Train), m_jobs(new JobList(m_model, this)), m_title(new QLabel(this)),
      m_back(new QPushButton(this)), m_line(new QLabel(this)), m_settings(new QLabel), m_controls(new TrainingControls(this)), m_tabs(new QTabWidget(this)),
      m_losses(new LossView), m_forecastTitle(new QLabel), m_forecast(new LineChart), m_histograms(new HistogramsView), m_slider(new EpochSlider(this))
{
    m_jobs->setObjectName(QStringLiteral("trainingJobs"));
    m_title->setObjectName(QStringLiteral("lossTitle"));
    m_back->setObjectName(QStringLiteral("showTraining"));
    m_back->setProperty("link", true);
    m_line->setObjectName(QStringLiteral("lossLine"));
    m_settings->setObjectName(QStringLiteral("lossSettings"));
    m_settings->setProperty("quiet", true);
    m_settings->setFont(Theme::tableFont());
    m_tabs->setObjectName(QStringLiteral("trainTabs"));
    m_tabs->setDocumentMode(true);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    for (QLabel *label : {m_title, m_line, m_settings, m_forecastTitle}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    arrange();
    connectAll();
    retranslate();
    setBackShown(false);
    showNothing();
}

QWidget *LossPanel::makeForecastTab()
{
    auto *tab = new QWidget;
    m_forecastTitle->setObjectName(QStringLiteral("judgedTitle"));
    m_forecastTitle->setContentsMargins(0, 4, 0, 0);
    m_forecast->setObjectName(QStringLiteral("judgedChart"));
    m_forecast->setMinimumHeight(120);
    auto *layout = new QVBoxLayout(tab);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_forecastTitle);
    layout->addWidget(m_forecast, 1);
    return tab;
}

QWidget *LossPanel::makeSettingsTab()
{
    auto *tab = new QWidget;
    auto *layout = new QVBoxLayout(tab);
    layout->setContentsMargins(0, Theme::space, 0, 0);
    layout->addWidget(m_settings);
    layout->addStretch(1);
    return tab;
}

void LossPanel::arrange()
{
    auto *top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_back, 0, Qt::AlignTop);
    auto *head = new QWidget(this);
    head->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum); // what controls leave when they go is for the charts
    auto *texts = new QVBoxLayout(head);
    texts->setContentsMargins(0, 0, 0, 0);
    texts->setSpacing(4);
    texts->addWidget(m_jobs);
    texts->addWidget(m_controls);
    texts->addLayout(top);
    texts->addWidget(m_line);
    m_tabs->addTab(m_losses, QString());
    m_tabs->addTab(makeForecastTab(), QString());
    m_tabs->addTab(m_histograms, QString());
    m_tabs->addTab(makeSettingsTab(), QString());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::space, Theme::space, Theme::space, Theme::space);
    layout->setSpacing(4);
    layout->addWidget(head);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_slider);
    m_jobs->hide();
}

void LossPanel::connectAll()
{
    connect(m_jobs, &JobList::countChanged, this, [this] { m_jobs->setVisible(!m_jobs->isEmpty()); });
    m_jobs->offerShow();
    connect(m_jobs, &JobList::showClicked, this, &LossPanel::jobChosen);
    connect(m_back, &QPushButton::clicked, this, &LossPanel::backClicked);
    connect(m_tabs, &QTabWidget::currentChanged, this, &LossPanel::countShown);
    connect(m_slider, &EpochSlider::moved, this, [this] { showEpoch(*m_slider->current()); });
    connect(m_slider, &EpochSlider::branchClicked, this, [this] { Q_EMIT branchClicked(m_run, *m_slider->current()); });
    connect(&m_reader, &EpochReader::trailRead, this, &LossPanel::takeTrail);
    connect(&m_reader, &EpochReader::counted, m_histograms, &HistogramsView::setHistograms);
    connect(&m_reader, &EpochReader::notCounted, m_histograms, &HistogramsView::setEmptyText);
    connect(&m_reader, &EpochReader::epochsRead, this, [this](RunId run, const QList<EpochRecord> &epochs) {
        if (m_origin && m_origin->run == run)
            m_losses->setRival(Rival{m_origin->name, epochs, m_origin->epoch});
    });
    for (LineChart *chart : {m_losses->chart(), m_forecast})
        connect(chart, &LineChart::exportRequested, this,
                [this, chart](const QString &format) { save(chart->content().title, format, renderChart(chart->content(), format)); });
    connect(m_histograms, &HistogramsView::exportRequested, this,
            [this](const BarContent &content, const QString &format) { save(content.title, format, renderChart(content, format)); });
}

void LossPanel::retranslate()
{
    m_back->setText(tr("Show the running training"));
    m_tabs->setTabText(0, tr("Losses"));
    m_tabs->setTabText(1, tr("Forecast"));
    m_tabs->setTabText(2, tr("Weights and gates"));
    m_tabs->setTabText(3, tr("Settings"));
    m_tabs->setTabToolTip(1, tr("The validation part as it was and as the network says it, one step ahead"));
}

void LossPanel::setRunning(const Training *training) { m_controls->setTraining(training); }

void LossPanel::setTexts(const QString &title, const QString &line, const QString &settings)
{
    const std::pair<QLabel *, QString> texts[] = {{m_title, title}, {m_line, line}, {m_settings, settings}};
    for (const auto &[label, text] : texts) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
    }
    m_tabs->setTabVisible(m_tabs->count() - 1, !settings.isEmpty());
}

/// What is known of what was shown before goes, unless it is the same.
void LossPanel::turnTo(const Shown &shown, const TrainingSpec *spec, const std::optional<BranchOrigin> &origin)
{
    m_measure = spec ? capitalised(measureTitle(spec->query.measure)) : QString();
    m_jobs->setShown(shown.job);
    if (shown == m_shown)
        return;
    m_shown = shown;
    m_origin = origin;
    m_epoch = {};
    m_isTrailRead = false;
    m_reader.forget();
    m_slider->setTrail({}, 0);
    m_losses->setRival({});
    m_losses->setMarked(0);
    m_losses->chart()->resetZoom();
    m_forecastTitle->hide();
    m_forecast->setContent({});
    m_forecast->resetZoom();
    m_histograms->setEmptyText({});
    if (m_origin)
        m_reader.readEpochs(m_origin->run);
}

void LossPanel::setEmptyTexts(const QString &why)
{
    m_forecast->setEmptyText(why);
    if (m_epoch.weights.isEmpty() && !m_slider->current())
        m_histograms->setEmptyText(why);
}

void LossPanel::showEpoch(const JudgedEpoch &epoch)
{
    m_epoch = epoch;
    const ChartContent content = judgedChart(epoch, m_measure, m_provenance);
    m_forecastTitle->setText(content.title);
    m_forecastTitle->setVisible(!content.isEmpty());
    m_forecast->setEmptyText(tr("There was no validation part, so nothing was forecast while it learnt. Set one in the settings to watch it."));
    m_forecast->setContent(content);
    m_losses->setMarked(m_shown.run.isValid() ? epoch.epoch : 0);
    countShown();
}

void LossPanel::countShown()
{
    if (m_epoch.part && m_tabs->currentWidget() == m_histograms)
        m_reader.count(m_shown.run, m_epoch);
}

void LossPanel::showTraining(const Training &training)
{
    const QLocale locale;
    const ModelInfo *info = modelRegistry().find(training.spec.model.model);
    const bool isNeural = info && info->isNeural;
    QString line = isNeural ? tr("Waits for its first epoch.") : tr("This model is fitted in one go, without epochs.");
    if (!training.epochs.isEmpty()) {
        const EpochRecord &last = training.epochs.back();
        QStringList parts{tr("Epoch %1 of %2").arg(locale.toString(last.epoch), locale.toString(training.epochCount)),
                          tr("training %1").arg(plainNumber(last.trainingLoss))};
        if (!std::isnan(last.validationLoss))
            parts += tr("validation %1").arg(plainNumber(last.validationLoss));
        if (const int best = bestEpoch(training.epochs); best > 0)
            parts += tr("best: epoch %1").arg(locale.toString(best));
        if (last.seconds > 0 && training.windows > 0)
            parts += tr("%1 windows a second").arg(locale.toString(std::round(double(training.windows) / last.seconds), 'f', 0));
        if (const int patience = training.spec.model.patience; !(info && info->learnsFromPanel) && patience > 0 && bestEpoch(training.epochs) > 0)
            parts += tr("%1 of %2 without a better one").arg(locale.toString(last.epoch - bestEpoch(training.epochs)), locale.toString(patience));
        line = parts.join(QStringLiteral(" · "));
    }
    setTexts({}, line, settingsInWords(training.spec).join(QStringLiteral(" · "))); // its title stands in the row of the job
    m_losses->chart()->setEmptyText(tr("The losses appear here, epoch by epoch."));
    m_provenance.clear();
    turnTo({{}, training.job}, &training.spec, training.origin);
    m_losses->setEpochs(training.epochs, tr("Losses of %1").arg(training.title), {});
    if (!training.judged)
        return setEmptyTexts(isNeural ? tr("What the network says of the validation part appears here, epoch by epoch.")
                                      : fittedInOneGo(training.spec.model.model));
    showEpoch(*training.judged);
}

void LossPanel::showRun(const RunSummary &run, const QList<EpochRecord> &epochs)
{
    const Result<TrainingSpec> spec = TrainingSpec::fromJson(run.spec);
    const QString sentence = runSentence(run);
    QStringList settings = spec ? settingsInWords(*spec) : QStringList{spec.error().message};
    if (const auto origin = originOf(run))
        settings.prepend(tr("Began with the weights of %1 after epoch %2", "name of a run, number").arg(origin->name, QLocale().toString(origin->epoch)));
    setTexts(run.name, sentence.isEmpty() ? tr("There was no test part: nothing says how good it is.") : sentence, settings.join(QStringLiteral(" · ")));
    m_provenance = tr("%1 · seed %2 · Foretrail %3").arg(run.name).arg(run.seed).arg(run.programVersion);
    m_run = run;
    m_epochs = int(epochs.size());
    m_slider->setBranchProblem(m_session.isReadOnly() ? tr("This workspace is read-only: a run cannot be stored in it.") : whyNoBranch(run.model));
    m_losses->chart()->setEmptyText(tr("This model is fitted in one go: there are no epochs to draw."));
    const bool isOther = Shown{run.id, 0} != m_shown;
    turnTo({run.id, 0}, spec ? &*spec : nullptr, originOf(run));
    m_losses->setEpochs(epochs, tr("Losses of %1").arg(run.name), m_provenance);
    if (isOther) {
        setEmptyTexts({});
        m_forecast->setLoading(true);
        m_reader.readTrail(run.id);
    } else if (m_epoch.part) {
        showEpoch(m_epoch);
    } else if (m_isTrailRead) {
        setEmptyTexts(whyNoEpochs(run));
    }
}

void LossPanel::takeTrail(RunId run, const std::shared_ptr<const EpochTrail> &trail)
{
    if (run != m_shown.run)
        return;
    m_isTrailRead = true;
    m_forecast->setLoading(false);
    m_slider->setTrail(trail, m_epochs);
    if (m_slider->current())
        showEpoch(*m_slider->current());
    else
        setEmptyTexts(whyNoEpochs(m_run));
}

void LossPanel::showNothing()
{
    setTexts({}, {}, {});
    m_losses->chart()->setEmptyText(tr("The losses of a training appear here."));
    turnTo({}, nullptr, {});
    m_losses->setEpochs({}, {}, {});
    setEmptyTexts(tr("What a network says of the validation part while it learns appears here. Train an lstm or gru."));
}

void LossPanel::showEnd(const QString &title, const QString &sentence)
{
    setTexts(title, sentence, {});
}

void LossPanel::setBackShown(bool isShown)
{
    m_back->setVisible(isShown);
}

void LossPanel::save(const QString &name, const QString &format, const Result<QByteArray> &bytes)
{
    const QString title = tr("Exporting a chart");
    if (!bytes)
        return m_session.report(bytes.error(), title);
    QString file = name.left(60);
    for (const QChar letter : QStringView(u"/\\:*?\"<>|"))
        file.replace(letter, QLatin1Char('-'));
    const QString path = FileDialogs::saveFile(this, tr("Export"), QStringLiteral("%1.%2").arg(file, format),
                                               QStringLiteral("%1 (*.%2)").arg(format.toUpper(), format));
    if (!path.isEmpty())
        m_session.save(title, path, [path, content = *bytes] { return saveBytes(content, path); });
}

void LossPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace foretrail
