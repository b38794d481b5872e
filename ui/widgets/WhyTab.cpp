#include "ui/widgets/WhyTab.h"

#include "ui/asking/FileDialogs.h"
#include "ui/charts/BarChart.h"
#include "ui/charts/ChartExport.h"
#include "ui/charts/MarkChart.h"
#include "ui/charts/PartsDrawing.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/RunningJob.h"
#include "ui/widgets/ScrolledWords.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <cmath>

namespace foretrail {

namespace {

enum WhyPage { StepPage, HorizonPage, ImportancePage, EmptyPage };

} // namespace

WhyTab::WhyTab(AppSession &session, QWidget *parent)
    : ForecastTab(session, parent), m_sentence(new QLabel(this)), m_stepLabel(new QLabel(this)), m_step(new QSpinBox(this)), m_what(new QComboBox(this)),
      m_pages(new QStackedWidget(this)), m_empty(new EmptyState), m_waterfall(addChart(QStringLiteral("whyWaterfall"))), m_stack(addChart(QStringLiteral("whyStack"))),
      m_importance(new BarChart), m_importanceNote(new QLabel), m_test(new QPushButton), m_testing(new RunningJob(session.jobs())), m_job(session.jobs()),
      m_testJob(session.jobs())
{
    m_sentence->setObjectName(QStringLiteral("whySentence"));
    m_step->setObjectName(QStringLiteral("whyStep"));
    m_step->setMinimum(1);
    m_stepLabel->setBuddy(m_step);
    m_what->setObjectName(QStringLiteral("whyWhat"));
    m_what->addItems({QString(), QString(), QString()});
    m_empty->setObjectName(QStringLiteral("whyEmpty"));
    m_stack->setOpensAtOnce(false);
    m_waterfall->setOpensAtOnce(false);
    arrange();
    connect(m_step, &QSpinBox::valueChanged, this, [this](int step) {
        showStep();
        if (m_explained)
            Q_EMIT stepWanted(m_explained->history.size() + step - 1);
    });
    connect(m_stack, &MarkChart::chosenByPerson, this, [this](int number) { m_step->setValue(StackedPartsDrawing::stepOf(number) + 1); });
    connect(m_what, &QComboBox::currentIndexChanged, this, [this](int page) {
        if (m_pages->currentIndex() != EmptyPage)
            m_pages->setCurrentIndex(page);
    });
    connect(m_empty, &EmptyState::clicked, this, &WhyTab::explain);
    connect(m_test, &QPushButton::clicked, this, &WhyTab::testInputs);
    retranslate();
}

MarkChart *WhyTab::addChart(const QString &name)
{
    auto *chart = new MarkChart(this);
    chart->setObjectName(name);
    chart->setMinimumSize(200, 110);
    connect(chart, &MarkChart::exportRequested, this, [this, chart](const QString &format) { saveDrawing(*chart, format); });
    return chart;
}

QWidget *WhyTab::importancePage()
{
    m_importance->setObjectName(QStringLiteral("whyImportance"));
    m_importanceNote->setObjectName(QStringLiteral("whyImportanceNote"));
    m_importanceNote->setWordWrap(true);
    m_importanceNote->setProperty("quiet", true);
    m_test->setObjectName(QStringLiteral("testInputs"));
    connect(m_importance, &BarChart::exportRequested, this, [this](const QString &format) { Q_EMIT barsExport(m_importance->content(), format); });
    auto *page = new QWidget;
    auto *side = new QVBoxLayout;
    side->addWidget(m_test, 0, Qt::AlignLeft);
    side->addWidget(m_testing);
    side->addWidget(m_importanceNote);
    side->addStretch();
    auto *layout = new QHBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(side, 1);
    layout->addWidget(m_importance, 2);
    return page;
}

void WhyTab::arrange()
{
    m_pages->addWidget(m_waterfall);
    m_pages->addWidget(m_stack);
    m_pages->addWidget(importancePage());
    m_pages->addWidget(m_empty);
    auto *top = new QHBoxLayout;
    top->addWidget(new ScrolledWords(m_sentence, this), 1);
    auto *chosen = new QVBoxLayout;
    auto *step = new QHBoxLayout;
    step->addWidget(m_stepLabel);
    step->addWidget(m_step);
    chosen->addLayout(step);
    chosen->addWidget(m_what);
    top->addLayout(chosen);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Theme::space, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addWidget(m_pages, 1);
}

void WhyTab::retranslate()
{
    m_stepLabel->setText(tr("&Step"));
    m_step->setAccessibleName(tr("Step ahead that is explained"));
    m_step->setToolTip(tr("Which step of the horizon is explained; a click on a column chooses one, too"));
    m_what->setAccessibleName(tr("What is shown"));
    m_what->setItemText(StepPage, tr("One step"));
    m_what->setItemText(HorizonPage, tr("All steps"));
    m_what->setItemText(ImportancePage, tr("Importance"));
    m_test->setText(tr("Test the inputs"));
    m_test->setToolTip(tr("Shuffles one group of inputs after the other and measures how much the error in the test part rises"));
}

bool WhyTab::isNetwork() const
{
    const ModelInfo *info = forecast() ? modelRegistry().find(forecast()->spec.model.model) : nullptr;
    return info && info->isNeural;
}

void WhyTab::fill()
{
    m_job.cancel();
    m_testJob.cancel();
    m_explained = nullptr;
    m_report.reset();
    showImportance();
    if (!forecast() || !forecast()->hasFuture())
        return showProblem(tr("Nothing is forecast yet."));
    if (isNetwork())
        return showProblem(tr("What a network looks at is found by asking it many times, which takes from seconds to minutes."), tr("Explain"));
    explain();
}

void WhyTab::explain()
{
    if (!forecast())
        return;
    showProblem(tr("Taking the forecast apart."));
    session().runLatestOnWorkspace<ExplainedForecast>(m_job, {tr("Explaining the forecast"), Lane::Read, isNetwork()},
        [shown = sharedForecast()](Workspace &workspace, JobContext &job) {
            return explainForecast(workspace, FittedForecast::of(shown->outcome, shown->spec), job);
        }, this,
        [this](Result<ExplainedForecast> explained) { take(std::move(explained)); });
}

void WhyTab::take(Result<ExplainedForecast> explained)
{
    if (!explained)
        return explained.error().isCancelled() ? showProblem(tr("Stopped."), tr("Explain")) : showProblem(explained.error().message);
    m_explained = std::make_shared<const ExplainedForecast>(std::move(*explained));
    {
        const QSignalBlocker quiet(m_step);
        m_step->setMaximum(int(m_explained->mean.size()));
    }
    m_pages->setCurrentIndex(m_what->currentIndex());
    showStep();
}

void WhyTab::showStep()
{
    if (!m_explained)
        return;
    const int step = m_step->value() - 1;
    const QString sentence = m_explained->sentence(step);
    m_sentence->setText(sentence);
    m_sentence->setToolTip(m_explained->note);
    m_waterfall->setDrawing(std::make_shared<WaterfallDrawing>(m_explained, step, tr("What step %1 is made of").arg(step + 1)));
    m_stack->setDrawing(std::make_shared<StackedPartsDrawing>(m_explained, step, tr("What moves the forecast from its level")));
}

void WhyTab::showProblem(const QString &sentence, const QString &button)
{
    m_sentence->clear();
    m_waterfall->setDrawing(nullptr);
    m_stack->setDrawing(nullptr);
    m_empty->setText(sentence, button);
    m_pages->setCurrentIndex(EmptyPage);
}

void WhyTab::testInputs()
{
    if (!forecast() || !forecast()->hasFuture())
        return;
    session().runLatestOnWorkspace<ImportanceReport>(m_testJob, {tr("Testing what inputs matter"), Lane::Read, true},
        [shown = sharedForecast()](Workspace &workspace, JobContext &job) {
            ImportanceRequest request;
            request.seed = shown->spec.model.seed;
            return inputImportance(workspace, FittedForecast::of(shown->outcome, shown->spec), request, job);
        }, this,
        [this](Result<ImportanceReport> report) {
            if (report)
                m_report = std::move(*report);
            showImportance();
            if (!report && !report.error().isCancelled())
                m_importanceNote->setText(report.error().message);
        });
    m_testing->follow(m_testJob.id(), tr("Stopping it changes nothing."));
}

void WhyTab::showImportance()
{
    if (!m_report) {
        m_importance->setContent({});
        m_importanceNote->setText(tr("How much worse the forecasts of the test part become where one group of inputs is exchanged at random."));
        return;
    }
    BarContent bars;
    bars.title = tr("Rise of the error, %");
    bars.valueTitle = bars.title;
    bars.categoryTitle = tr("Input");
    for (const InputImportance &input : m_report->inputs) {
        bars.labels += input.title(m_report->axis);
        bars.values.push_back(input.rise);
    }
    m_importance->setContent(bars);
    const QLocale locale;
    QString told = tr("Mean absolute error one step ahead %1 %2, from %3 origins in the test part; each group was shuffled %n times.", nullptr, m_report->repeats)
                       .arg(locale.toString(m_report->error, 'g', 4), m_report->unit, locale.toString(m_report->origins));
    if (!m_report->inputs.isEmpty() && std::isfinite(m_report->inputs.constFirst().rise))
        told += QLatin1Char(' ') + tr("%1 matters most: without it the error is %2 % larger.")
                                       .arg(m_report->inputs.front().title(m_report->axis), locale.toString(m_report->inputs.front().rise, 'f', 0));
    m_importanceNote->setText(told);
}

void WhyTab::saveDrawing(const MarkChart &chart, const QString &format)
{
    if (!chart.drawing())
        return;
    const Result<QByteArray> picture = renderChart(*chart.drawing(), format);
    if (!picture)
        return session().report(picture.error(), tr("Export"));
    const QString path = FileDialogs::saveFile(this, tr("Export"), QStringLiteral("%1.%2").arg(FileDialogs::nameOf(chart.drawing()->title()), format),
                                               QStringLiteral("%1 (*.%2)").arg(format.toUpper(), format));
    if (!path.isEmpty())
        session().save(tr("Export"), path, [path, bytes = *picture] { return saveBytes(bytes, path); });
}

} // namespace foretrail
