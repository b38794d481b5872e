#include "ui/widgets/RecommendTestView.h"

#include "core/behaviour/recommend/RecommenderRegistry.h"
#include "core/behaviour/segments/SegmentUsers.h"
#include "ui/charts/BarChart.h"
#include "ui/charts/RecommendCharts.h"
#include "ui/charts/Ticks.h"
#include "ui/models/RecommendWords.h"
#include "ui/models/TextTableModel.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ColumnFit.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/PlainTable.h"
#include "ui/widgets/RunningJob.h"

#include <QComboBox>
#include <QDateEdit>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableView>
#include <QTimeZone>
#include <QVBoxLayout>

#include <algorithm>

namespace foretrail {

namespace {

constexpr int settingsWidth = 210;

/// Popularity is tested whatever is chosen, so it is not among what can be.
QStringList testableModels()
{
    QStringList names = recommenderNames();
    names.removeAll(QStringLiteral("popularity"));
    return names;
}

} // namespace

RecommendTestView::RecommendTestView(JobRunner &jobs, QWidget *parent)
    : QWidget(parent), m_modelsTitle(new QLabel), m_models(new QListWidget), m_wayTitle(new QLabel), m_way(new QComboBox), m_sinceTitle(new QLabel),
      m_since(new QDateEdit), m_lengthTitle(new QLabel), m_length(new QSpinBox), m_run(new QPushButton), m_running(new RunningJob(jobs)),
      m_sentence(new QLabel), m_note(new QLabel), m_atTitle(new QLabel), m_at(new QComboBox), m_figures(new TextTableModel({}, this)),
      m_table(plainTable(QStringLiteral("testTable"), m_figures)), m_bars(new BarChart), m_empty(new EmptyState), m_stack(new QStackedWidget)
{
    const std::pair<QWidget *, const char *> named[] = {{m_models, "testModels"}, {m_way, "testWay"}, {m_since, "testSince"}, {m_length, "testLength"},
                                                        {m_run, "runTest"}, {m_sentence, "testSentence"}, {m_note, "testNote"}, {m_at, "testAt"},
                                                        {m_bars, "testBars"}, {m_empty, "testNothing"}};
    for (const auto &[widget, name] : named)
        widget->setObjectName(QLatin1String(name));
    m_sentence->setWordWrap(true);
    m_note->setWordWrap(true);
    m_note->setProperty("quiet", true);
    auto *findings = new QWidget;
    auto *column = new QVBoxLayout(findings);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space);
    auto *choice = new QHBoxLayout;
    choice->addWidget(m_atTitle);
    choice->addWidget(m_at);
    choice->addStretch(1);
    column->addWidget(m_sentence);
    column->addWidget(m_note);
    column->addLayout(choice);
    column->addWidget(m_table, 3);
    column->addWidget(m_bars, 2);
    m_atTitle->setBuddy(m_at);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(findings);
    auto *right = new QVBoxLayout;
    right->addWidget(m_running);
    right->addWidget(m_stack, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::space, Theme::space, Theme::space, Theme::space);
    row->setSpacing(2 * Theme::space);
    row->addWidget(makeSettings());
    row->addLayout(right, 1);
    fillModels();
    showTexts();
    connect(m_run, &QPushButton::clicked, this, [this] { m_isRunning ? Q_EMIT stopClicked() : Q_EMIT runClicked(); });
    connect(m_way, &QComboBox::currentIndexChanged, this, &RecommendTestView::showWays);
    connect(m_models, &QListWidget::itemChanged, this, &RecommendTestView::showWays);
    connect(m_at, &QComboBox::currentIndexChanged, this, &RecommendTestView::showFindings);
    connect(m_bars, &BarChart::exportRequested, this, [this](const QString &format) { Q_EMIT exportRequested(m_bars->content(), format); });
}

QWidget *RecommendTestView::makeSettings()
{
    auto *settings = new QWidget;
    settings->setFixedWidth(settingsWidth);
    m_models->setFont(Theme::tableFont());
    m_models->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_since->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_length->setRange(1, 1000);
    m_length->setValue(20);
    m_run->setProperty("primary", true);
    auto *column = new QVBoxLayout(settings);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space / 2);
    const std::pair<QLabel *, QWidget *> rows[] = {{m_modelsTitle, m_models}, {m_wayTitle, m_way}, {m_sinceTitle, m_since}, {m_lengthTitle, m_length}};
    for (const auto &[title, field] : rows) {
        title->setBuddy(field);
        title->setWordWrap(true);
        column->addWidget(title);
        column->addWidget(field);
    }
    column->addSpacing(Theme::space);
    column->addWidget(m_run);
    column->addStretch(1);
    return settings;
}

void RecommendTestView::fillModels()
{
    const QStringList usual{QStringLiteral("recent-popularity"), QStringLiteral("item-knn"), QStringLiteral("session-knn"), QStringLiteral("combination")};
    for (const QString &name : testableModels()) {
        auto *item = new QListWidgetItem(name, m_models);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(usual.contains(name) ? Qt::Checked : Qt::Unchecked);
        item->setSizeHint({0, m_models->fontMetrics().height() + 8});
    }
    m_models->setCurrentRow(0);
    m_models->setFixedHeight(int(testableModels().size()) * (m_models->fontMetrics().height() + 8) + 2 * m_models->frameWidth() + 2);
}

QStringList RecommendTestView::checkedModels() const
{
    QStringList names;
    for (int row = 0; row < m_models->count(); ++row)
        if (m_models->item(row)->checkState() == Qt::Checked)
            names << m_models->item(row)->text();
    return names;
}

void RecommendTestView::setData(const DataSummary &summary)
{
    m_hasClock = summary.hasClock && summary.firstEvent && summary.lastEvent;
    if (m_hasClock) {
        const QTimeZone zone(summary.timeZone.toLatin1());
        const QDate first = QDateTime::fromMSecsSinceEpoch(*summary.firstEvent, zone).date(), last = QDateTime::fromMSecsSinceEpoch(*summary.lastEvent, zone).date();
        const QDate usual = last.addDays(1 - std::max<qint64>(1, first.daysTo(last) / 10));
        m_hasDays = first < last;
        m_since->setDateRange(first.addDays(m_hasDays ? 1 : 0), last);
        m_since->setDate(usual);
    } else {
        m_way->setCurrentIndex(1);
    }
    showWays();
}

RecommendTestRequest RecommendTestView::request() const
{
    RecommendTestRequest request;
    if (m_way->currentIndex() == 1)
        request.protocol = NextItemProtocol::LeaveOneOut;
    else if (m_hasDays)
        request.since = m_since->date().toString(Qt::ISODate);
    request.options.models = checkedModels();
    request.options.k = m_length->value();
    return request;
}

void RecommendTestView::setRunning(bool isRunning)
{
    m_isRunning = isRunning;
    showTexts();
}

void RecommendTestView::setReport(const RecommendReport &report, const QString &segment)
{
    m_report = report;
    m_segment = segment;
    m_problem.clear();
    m_isStale = false;
    fillLengths();
    showFindings();
}

void RecommendTestView::setProblem(const QString &problem)
{
    m_report = {};
    m_problem = problem;
    showFindings();
}

void RecommendTestView::setStale(bool isStale)
{
    m_isStale = isStale && !m_report.models.isEmpty();
    showFindings();
}

void RecommendTestView::setSegment(const QString &name)
{
    m_chosenSegment = name;
    showFindings();
}

void RecommendTestView::fillLengths()
{
    const QSignalBlocker blocker(m_at);
    m_at->clear();
    if (m_report.models.isEmpty())
        return;
    for (const RankingFigures &figures : m_report.models.constFirst().at)
        m_at->addItem(QLocale().toString(figures.k), figures.k);
    m_at->setCurrentIndex(std::max(0, m_at->findData(m_report.k)));
}

QList<QStringList> RecommendTestView::tableAt(int k) const
{
    QList<QStringList> table{{tr("Model"), tr("Hit rate"), tr("MRR"), tr("NDCG"), tr("Coverage"), tr("Diversity"), tr("Novelty, bits"), tr("Popularity"), tr("Learning, s")}};
    QList<RecommenderScores> models = m_report.models;
    std::stable_sort(models.begin(), models.end(), [k](const RecommenderScores &a, const RecommenderScores &b) { return a.atK(k).recall > b.atK(k).recall; });
    const QLocale locale;
    for (const RecommenderScores &scores : models) {
        const RankingFigures &figures = scores.atK(k);
        table << QStringList{scores.model, tr("%1 %").arg(locale.toString(100 * figures.recall, 'f', 1)), locale.toString(figures.mrr, 'f', 3), locale.toString(figures.ndcg, 'f', 3),
                             tr("%1 %").arg(locale.toString(100 * figures.coverage, 'f', 1)), locale.toString(figures.diversity, 'f', 2), locale.toString(figures.novelty, 'f', 1),
                             tr("%1 %").arg(locale.toString(100 * figures.popularity, 'f', 1)), locale.toString(scores.fitSeconds, 'f', 1)};
    }
    return table;
}

void RecommendTestView::showFindings()
{
    const bool hasFindings = !m_report.models.isEmpty();
    m_stack->setCurrentIndex(hasFindings ? 1 : 0);
    m_empty->setText(!m_problem.isEmpty() ? m_problem
                                          : tr("Test which model says best what users go on to. Each next item of the test part is looked for on a list of all items; "
                                               "the list of the most popular items, the same for everybody, stands beside the models."));
    if (!hasFindings)
        return;
    const int k = m_at->currentData().toInt();
    const QLocale locale;
    m_sentence->setText(testSentence(m_report));
    QStringList notes{tr("Next items asked for: %1; steps learnt from: %2, in sequences: %3.")
                          .arg(locale.toString(m_report.cases), locale.toString(m_report.steps), locale.toString(m_report.sequences))};
    notes << m_report.notes();
    if (!m_segment.isEmpty())
        notes << tr("Only users of segment %1 are asked about; models learn from all.").arg(m_segment) << segmentNote();
    if (m_segment != m_chosenSegment)
        notes << tr("Other users are chosen now. Run the test again.");
    if (m_isStale)
        notes << tr("The data has changed since. Run the test again.");
    m_note->setText(notes.join(QLatin1Char(' ')));
    m_figures->setTable(tableAt(k));
    fitColumns(*m_table, 0);
    m_bars->setContent(hitRateBars(m_report, k));
}

/// What the chosen way needs, and whether it can run.
void RecommendTestView::showWays()
{
    const bool isByTime = m_way->currentIndex() == 0;
    m_since->setEnabled(isByTime && m_hasClock && m_hasDays);
    m_since->setToolTip(m_hasDays ? QString() : tr("All events are of one day: the latest tenth of the steps is asked for."));
    const bool canRun = m_hasClock || !isByTime;
    m_run->setEnabled(m_isRunning || canRun);
    m_run->setToolTip(canRun ? QString() : tr("The events have no time. Ask for the last step of each user."));
}

void RecommendTestView::showTexts()
{
    const QSignalBlocker blocker(m_way);
    const int way = std::max(0, m_way->currentIndex());
    m_way->clear();
    m_way->addItems({tr("All steps from a day on"), tr("The last step of each user")});
    m_way->setCurrentIndex(way);
    m_modelsTitle->setText(tr("&Models, beside popularity"));
    m_models->setAccessibleName(tr("Models that are tested beside popularity"));
    for (int row = 0; row < m_models->count(); ++row) {
        const QSignalBlocker quiet(m_models);
        m_models->item(row)->setToolTip(recommenderTitle(m_models->item(row)->text()));
    }
    m_wayTitle->setText(tr("&Asked for"));
    m_way->setAccessibleName(tr("What is asked for"));
    m_sinceTitle->setText(tr("&Test since"));
    m_since->setAccessibleName(tr("First day of the test"));
    m_lengthTitle->setText(tr("Length of the &list"));
    m_length->setAccessibleName(tr("Length of the list"));
    m_run->setText(m_isRunning ? tr("Stop the test") : tr("Run the test"));
    m_atTitle->setText(tr("Figures for lists of"));
    m_at->setAccessibleName(tr("Figures for lists of"));
    m_table->setAccessibleName(tr("Figures of the models"));
    showWays();
    showFindings();
}

void RecommendTestView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showTexts();
}

} // namespace foretrail
