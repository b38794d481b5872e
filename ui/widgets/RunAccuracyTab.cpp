#include "ui/widgets/RunAccuracyTab.h"

#include "core/report/AccuracyReport.h"
#include "ui/asking/SaveDrawing.h"
#include "ui/charts/AccuracyCharts.h"
#include "ui/charts/LineChart.h"
#include "ui/charts/MarkChart.h"
#include "ui/charts/Ticks.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ColumnFit.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/PlainTable.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPoint>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTableView>

#include <cmath>

namespace foretrail {

RunAccuracyTab::RunAccuracyTab(AppSession &session, QWidget *parent)
    : ForecastTab(session, parent), m_job(session.jobs()), m_sentence(new QLabel), m_run(addCombo(QStringLiteral("accuracyRun"))),
      m_errors(addCombo(QStringLiteral("accuracyErrors"))), m_view(addCombo(QStringLiteral("accuracyView"))), m_curves(new LineChart), m_bars(new MarkChart),
      m_table(plainTable(QStringLiteral("accuracyRows"), &m_rows)), m_views(new QStackedWidget), m_nothing(new EmptyState), m_stack(new QStackedWidget)
{
    arrange();
    retranslate();
    linkCursor(*m_curves);
    connect(m_curves, &LineChart::exportRequested, this, [this](const QString &format) { Q_EMIT chartExport(m_curves->content(), format); });
    connect(m_bars, &MarkChart::exportRequested, this, [this](const QString &format) {
        if (m_bars->drawing())
            saveDrawing(this->session(), this, *m_bars->drawing(), format);
    });
    connect(m_nothing, &EmptyState::clicked, this, &ForecastTab::keepWanted);
    connect(m_nothing, &EmptyState::secondClicked, this, [this] { Q_EMIT this->session().pageRequested(QStringLiteral("data")); });
    connect(&session, &AppSession::runsChanged, this, &RunAccuracyTab::readAgain);
    connect(&session, &AppSession::dataChanged, this, &RunAccuracyTab::readAgain);
}

QComboBox *RunAccuracyTab::addCombo(const QString &name)
{
    auto *combo = new QComboBox;
    combo->setObjectName(name);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(10);
    connect(combo, &QComboBox::activated, this, &RunAccuracyTab::showChosen);
    return combo;
}

void RunAccuracyTab::arrange()
{
    m_sentence->setObjectName(QStringLiteral("accuracySentence"));
    m_sentence->setWordWrap(true);
    m_curves->setObjectName(QStringLiteral("accuracyCurves"));
    m_curves->setMinimumHeight(96);
    m_bars->setObjectName(QStringLiteral("accuracyBars"));
    m_bars->setMinimumSize(100, 96);
    m_nothing->setObjectName(QStringLiteral("accuracyNothing"));
    auto *choices = new FlowLayout;
    for (QComboBox *combo : {m_run, m_errors, m_view})
        choices->addWidget(combo);
    auto *charts = new QWidget;
    auto *chartsLayout = new QHBoxLayout(charts);
    chartsLayout->setContentsMargins(0, 0, 0, 0);
    chartsLayout->addWidget(m_curves, 4);
    chartsLayout->addWidget(m_bars, 3);
    m_views->addWidget(charts);
    m_views->addWidget(m_table);
    auto *answer = new QWidget;
    auto *answerLayout = new QVBoxLayout(answer);
    answerLayout->setContentsMargins(0, 0, 0, 0);
    answerLayout->addWidget(m_sentence);
    answerLayout->addLayout(choices);
    answerLayout->addWidget(m_views, 1);
    m_stack->addWidget(answer);
    m_stack->addWidget(m_nothing);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Theme::space, 0, 0);
    layout->addWidget(m_stack);
}

void RunAccuracyTab::retranslate()
{
    const auto refill = [](QComboBox &combo, const QStringList &texts) {
        const int row = std::max(0, combo.currentIndex());
        combo.clear();
        combo.addItems(texts);
        combo.setCurrentIndex(row);
    };
    refill(*m_errors, {tr("In units"), tr("In percent")});
    refill(*m_view, {tr("Charts"), tr("Table")});
    m_run->setAccessibleName(tr("Run"));
    m_errors->setAccessibleName(tr("Unit of the errors"));
    m_view->setAccessibleName(tr("Charts or table"));
    m_table->setAccessibleName(tr("Errors of runs by step ahead"));
    m_isOld = true; // reasons are told in the language of now
}

void RunAccuracyTab::fill()
{
    m_isOld = true;
    read();
}

void RunAccuracyTab::readAgain()
{
    m_isOld = true;
    if (isVisible())
        read();
}

void RunAccuracyTab::showEvent(QShowEvent *event)
{
    ForecastTab::showEvent(event);
    if (m_isOld)
        read();
}

void RunAccuracyTab::read()
{
    m_isOld = false;
    m_job.cancel();
    if (!forecast() || !session().hasWorkspace())
        return showNothing(tr("Nothing is forecast yet."));
    SeriesQuery question = forecast()->spec.query;
    question.keys = {forecast()->outcome.history.key};
    session().runLatestOnWorkspace<QList<SeriesAccuracy>>(m_job, {tr("Comparing runs with what happened"), Lane::Read, false},
        [question](Workspace &workspace, JobContext &job) { return accuracyOfRuns(workspace, question, job); }, this,
        [this](Result<QList<SeriesAccuracy>> result) { take(std::move(result)); });
}

void RunAccuracyTab::take(Result<QList<SeriesAccuracy>> result)
{
    if (!result) {
        m_isOld = true;
        return showNothing(result.error().isCancelled() ? QString() : result.error().message);
    }
    m_all = std::move(*result);
    if (m_all.isEmpty())
        return showUnkept();
    bool isAnyComparable = false;
    for (const SeriesAccuracy &one : m_all)
        for (const RunAccuracy &run : one.runs)
            isAnyComparable = isAnyComparable || run.isComparable();
    if (!isAnyComparable)
        return showNothing(tr("Nothing can be compared yet. %1").arg(m_all.constFirst().runs.constFirst().why));
    fillRuns();
    m_stack->setCurrentIndex(0);
    showChosen();
}

void RunAccuracyTab::fillRuns()
{
    const QSignalBlocker quiet(m_run);
    const QString chosen = m_run->currentText();
    m_run->clear();
    for (qsizetype axis = 0; axis < m_all.size(); ++axis) {
        const SeriesAccuracy &one = m_all.at(axis);
        m_run->addItem(m_all.size() == 1 ? tr("All %n runs", nullptr, int(one.runs.size())) : tr("All %n runs by %1", nullptr, int(one.runs.size())).arg(stepName(one.actual.axis.step)),
                       QPoint(int(axis), -1));
        for (qsizetype run = 0; run < one.runs.size(); ++run)
            m_run->addItem(one.runs[run].steps.empty() ? one.runs[run].name
                                                       : tr("%1, from %2", "a run and the day that it forecast from").arg(one.runs[run].name, formatTime(one.runs[run].origin, one.actual.axis.step)),
                           QPoint(int(axis), int(run)));
    }
    m_run->setCurrentIndex(std::max(0, m_run->findText(chosen)));
}

const SeriesAccuracy *RunAccuracyTab::current() const
{
    const qsizetype axis = m_run->currentData().toPoint().x();
    return m_run->currentIndex() >= 0 && axis < m_all.size() ? &m_all[axis] : nullptr;
}

QString RunAccuracyTab::sentence() const
{
    const SeriesAccuracy &accuracy = *current();
    const int number = m_run->currentData().toPoint().y();
    const Metrics metrics = number < 0 ? accuracyOfAll(accuracy.runs) : accuracy.runs[number].metrics;
    if (metrics.count == 0)
        return number < 0 ? accuracy.runs.front().why : accuracy.runs[number].why;
    const QLocale locale;
    const QString unit = accuracy.actual.unit.isEmpty() ? QString() : QLatin1Char(' ') + accuracy.actual.unit;
    QString text = tr("%n forecast steps have happened since: missed by %1 on average", nullptr, int(metrics.count)).arg(plainNumber(metrics.mae) + unit);
    if (std::isfinite(metrics.wape))
        text += tr(", %1 % of what happened").arg(locale.toString(100 * metrics.wape, 'f', 1));
    if (std::isfinite(metrics.bias) && std::abs(metrics.bias) >= 0.005)
        text += metrics.bias > 0 ? tr(", %1 % too low in sum").arg(locale.toString(100 * metrics.bias, 'f', 1))
                                 : tr(", %1 % too high in sum").arg(locale.toString(-100 * metrics.bias, 'f', 1));
    return text + tr(".", "end of a sentence");
}

void RunAccuracyTab::showChosen()
{
    if (!current())
        return;
    const int run = m_run->currentData().toPoint().y();
    const bool asShare = m_errors->currentIndex() == 1;
    m_sentence->setText(sentence());
    m_curves->setContent(thenAndNowChart(*current(), run));
    m_bars->setDrawing(accuracyBars(*current(), run, asShare));
    m_rows.setTable(accuracyTable(*current(), asShare));
    fitColumns(*m_table, -1);
    m_views->setCurrentIndex(m_view->currentIndex() == 1 ? Table : Curves);
}

void RunAccuracyTab::showNothing(const QString &sentence)
{
    m_all.clear();
    m_nothing->setText(sentence, {}, forecast() ? tr("Go to Data") : QString());
    m_stack->setCurrentIndex(1);
}

void RunAccuracyTab::showUnkept()
{
    m_all.clear();
    const bool canKeep = forecast()->hasFuture() && forecast()->runName.isEmpty() && !session().isReadOnly();
    m_nothing->setText(tr("No stored run has forecast this series yet. Keep this one: what happens is compared with it here."),
                       canKeep ? tr("Keep this forecast") : QString());
    m_stack->setCurrentIndex(1);
}

} // namespace foretrail
