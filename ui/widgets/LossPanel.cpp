#include "ui/widgets/LossPanel.h"

#include "core/training/Experiment.h"
#include "ui/Trainings.h"
#include "ui/charts/LineChart.h"
#include "ui/charts/LossChart.h"
#include "ui/charts/Ticks.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/JobList.h"
#include "ui/widgets/SettingTexts.h"
#include "ui/widgets/TrainingControls.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include <cmath>

namespace foretrail {

LossPanel::LossPanel(JobRunner &jobs, QWidget *parent)
    : QWidget(parent), m_model(jobs, Lane::Train), m_jobs(new JobList(m_model, this)), m_title(new QLabel(this)),
      m_back(new QPushButton(this)), m_line(new QLabel(this)), m_settings(new QLabel(this)), m_controls(new TrainingControls(this)), m_curve(new QComboBox(this)),
      m_smoothed(new QCheckBox(this)), m_logarithmic(new QCheckBox(this)), m_chart(new LineChart(this))
{
    m_jobs->setObjectName(QStringLiteral("trainingJobs"));
    m_title->setObjectName(QStringLiteral("lossTitle"));
    m_back->setObjectName(QStringLiteral("showTraining"));
    m_back->setProperty("link", true);
    m_line->setObjectName(QStringLiteral("lossLine"));
    m_settings->setObjectName(QStringLiteral("lossSettings"));
    m_settings->setProperty("quiet", true);
    m_settings->setFont(Theme::tableFont());
    m_chart->setObjectName(QStringLiteral("lossChart"));
    m_chart->setMinimumHeight(120);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    for (QLabel *label : {m_title, m_line, m_settings}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    arrange();
    connect(m_jobs, &JobList::countChanged, this, [this] { m_jobs->setVisible(!m_jobs->isEmpty()); });
    connect(m_back, &QPushButton::clicked, this, &LossPanel::backClicked);
    retranslate();
    setBackShown(false);
    showNothing();
}

void LossPanel::arrange()
{
    auto *top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_back, 0, Qt::AlignTop);
    auto *texts = new QVBoxLayout;
    texts->setContentsMargins(Theme::space, Theme::space, Theme::space, 0);
    texts->setSpacing(4);
    texts->addWidget(m_jobs);
    texts->addWidget(m_controls);
    texts->addSpacing(4);
    texts->addLayout(top);
    texts->addWidget(m_line);
    texts->addWidget(m_settings);
    texts->addWidget(makeStyleRow());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(texts);
    layout->addWidget(m_chart, 1);
    m_jobs->hide();
}

QWidget *LossPanel::makeStyleRow()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * Theme::space);
    m_curve->setObjectName(QStringLiteral("epochCurve"));
    m_smoothed->setObjectName(QStringLiteral("lossSmoothed"));
    m_logarithmic->setObjectName(QStringLiteral("lossLogarithmic"));
    for (int curve = 0; curve <= int(EpochCurve::Seconds); ++curve)
        m_curve->addItem(QString(), curve);
    layout->addWidget(m_curve);
    layout->addWidget(m_smoothed);
    layout->addWidget(m_logarithmic);
    layout->addStretch(1);
    connect(m_curve, &QComboBox::currentIndexChanged, this, &LossPanel::draw);
    connect(m_smoothed, &QCheckBox::toggled, this, &LossPanel::draw);
    connect(m_logarithmic, &QCheckBox::toggled, this, &LossPanel::draw);
    return row;
}

void LossPanel::retranslate()
{
    m_back->setText(tr("Show the running training"));
    m_curve->setAccessibleName(tr("What is drawn"));
    const QString curves[] = {tr("Loss"), tr("Learning rate"), tr("Size of the gradient"), tr("Seconds an epoch")};
    for (int i = 0; i < m_curve->count(); ++i)
        m_curve->setItemText(i, curves[i]);
    m_smoothed->setText(tr("Smoothed"));
    m_logarithmic->setText(tr("Powers of ten"));
}

void LossPanel::setEpochs(const QList<EpochRecord> &epochs, const QString &title, const QString &provenance)
{
    m_epochs = epochs;
    m_chartTitle = title;
    m_provenance = provenance;
    draw();
}

void LossPanel::draw()
{
    const EpochChartStyle style{EpochCurve(m_curve->currentData().toInt()), m_smoothed->isChecked(), m_logarithmic->isChecked()};
    for (QWidget *choice : std::initializer_list<QWidget *>{m_curve, m_smoothed, m_logarithmic})
        choice->setVisible(!m_epochs.isEmpty());
    m_chart->setContent(lossChart(m_epochs, m_chartTitle, m_provenance, style));
}

void LossPanel::setRunning(const Training *training) { m_controls->setTraining(training); }

void LossPanel::setTexts(const QString &title, const QString &line, const QString &settings)
{
    const std::pair<QLabel *, QString> texts[] = {{m_title, title}, {m_line, line}, {m_settings, settings}};
    for (const auto &[label, text] : texts) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
    }
}

void LossPanel::showTraining(const Training &training)
{
    const QLocale locale;
    const ModelInfo *info = modelRegistry().find(training.spec.model.model);
    QString line = info && info->isNeural ? tr("Waits for its first epoch.") : tr("This model is fitted in one go, without epochs.");
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
        if (const int patience = training.spec.model.patience; patience > 0 && bestEpoch(training.epochs) > 0)
            parts += tr("%1 of %2 without a better one").arg(locale.toString(last.epoch - bestEpoch(training.epochs)), locale.toString(patience));
        line = parts.join(QStringLiteral(" · "));
    }
    setTexts({}, line, {}); // its title stands in the row of the job
    m_chart->setEmptyText(tr("The losses appear here, epoch by epoch."));
    setEpochs(training.epochs, tr("Losses of %1").arg(training.title), {});
}

void LossPanel::showRun(const RunSummary &run, const QList<EpochRecord> &epochs)
{
    const Result<TrainingSpec> spec = TrainingSpec::fromJson(run.spec);
    const QString sentence = run.metrics.value(u"sentence").toString();
    setTexts(run.name, sentence.isEmpty() ? tr("There was no test part: nothing says how good it is.") : sentence,
             spec ? settingsInWords(*spec).join(QStringLiteral(" · ")) : spec.error().message);
    m_chart->setEmptyText(tr("This model is fitted in one go: there are no epochs to draw."));
    setEpochs(epochs, tr("Losses of %1").arg(run.name), tr("%1 · seed %2 · Foretrail %3").arg(run.name).arg(run.seed).arg(run.programVersion));
    m_chart->resetZoom();
}

void LossPanel::showNothing()
{
    setTexts({}, {}, {});
    m_chart->setEmptyText(tr("The losses of a training appear here."));
    setEpochs({}, {}, {});
}

void LossPanel::showEnd(const QString &title, const QString &sentence)
{
    setTexts(title, sentence, {});
}

void LossPanel::setBackShown(bool isShown)
{
    m_back->setVisible(isShown);
}

void LossPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace foretrail
