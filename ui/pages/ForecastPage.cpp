#include "ui/pages/ForecastPage.h"

#include "core/behaviour/segments/SegmentUsers.h"
#include "core/training/EarlierOrigins.h"
#include "ui/charts/ForecastChart.h"
#include "ui/charts/LineCanvas.h"
#include "ui/charts/LineChart.h"
#include "ui/charts/PointDragger.h"
#include "ui/pages/ForecastBeside.h"
#include "ui/pages/ForecastExport.h"
#include "ui/pages/ForecastNotes.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/AdjustTab.h"
#include "ui/widgets/BesideList.h"
#include "ui/widgets/BusyCover.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/ForecastInspector.h"
#include "ui/widgets/InShortTab.h"
#include "ui/widgets/ItemBrowser.h"
#include "ui/widgets/PaneRoom.h"
#include "ui/widgets/SegmentChip.h"
#include "ui/widgets/SeriesChecker.h"
#include "ui/widgets/SeriesLoader.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QSplitter>
#include <QTabWidget>

#include <algorithm>

namespace foretrail {

namespace {

/// Two seasons of the year show a pattern; ten years of days show a smear.
double firstShown(const ChartContent &content)
{
    return std::max(double(content.firstIndex()), double(content.lastIndex()) - 220);
}

/// Whatever the series and the users.
bool asksTheSame(const SeriesQuery &one, const SeriesQuery &other)
{
    const bool hasSameStep = one.step == other.step || one.by == GroupBy::Series; // imported series keep their own
    return one.measure == other.measure && one.by == other.by && one.attribute == other.attribute && hasSameStep;
}

} // namespace

ForecastPage::ForecastPage(AppSession &appSession, QWidget *parent)
    : Page(appSession, QStringLiteral("forecast"), parent), m_forecastJob(appSession.jobs()), m_export(new QAction(this)),
      m_files(new ForecastExport(appSession, this)), m_notes(new ForecastNotes(appSession, this)),
      m_beside(new ForecastBeside(appSession, this)), m_browser(new ItemBrowser), m_series(new SeriesLoader(appSession, *m_browser, this)), m_chart(new LineChart),
      m_dragger(new PointDragger(*m_chart->findChild<LineCanvas *>())), m_tabs(new QTabWidget),
      m_questions(makeForecastTabs(appSession)), m_splitter(new QSplitter(Qt::Horizontal, this)), m_inspector(new ForecastInspector(this)),
      m_shown(std::make_shared<const Shown>()), m_stop(new QAction(this)), m_keep(new QAction(this)), m_undo(new QAction(this)), m_redo(new QAction(this))
{
    m_inspector->hide();
    m_debounce.setSingleShot(true);
    m_debounce.setInterval(150);
    m_export->setObjectName(QStringLiteral("exportForecast"));
    arrange();
    restoreTab();
    connectAll();
    addKeys();
    retranslate();
    takeLast();
    markStale();
}

ForecastPage::~ForecastPage() = default;

QWidget *ForecastPage::inspector() { return m_inspector; }

void ForecastPage::arrange()
{
    m_chart->setObjectName(QStringLiteral("forecastChart"));
    m_chart->setMinimumHeight(200);
    m_chart->setExploring(true);
    m_tabs->setObjectName(QStringLiteral("forecastTabs"));
    m_tabs->setDocumentMode(true);
    for (ForecastTab *tab : m_questions)
        m_tabs->addTab(tab, QString());
    auto *middle = new QSplitter(Qt::Vertical);
    middle->setObjectName(QStringLiteral("forecastChartSplitter"));
    middle->setChildrenCollapsible(false);
    middle->addWidget(card(m_chart, 2));
    middle->addWidget(card(m_tabs, Theme::space));
    middle->setStretchFactor(0, 3);
    middle->setStretchFactor(1, 2);
    middle->setSizes({330, 350});
    m_busy = new BusyCover(session().jobs(), m_chart->parentWidget(), {m_tabs});
    m_room = new PaneRoom(*middle, *m_tabs);
    m_splitter->setObjectName(QStringLiteral("forecastSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(underSegment(session().selection(), card(m_browser, 0)));
    m_splitter->addWidget(middle);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({224, 700});
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
}

/// The tab that was in front last.
void ForecastPage::restoreTab()
{
    const QString key = QStringLiteral("forecastTab"), last = QString::fromLatin1(session().settings().layout(key));
    for (int tab = 0; tab < m_questions.size(); ++tab)
        if (m_questions[tab]->objectName() == last)
            m_tabs->setCurrentIndex(tab);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this, key](int tab) {
        if (tab >= 0)
            session().settings().setLayout(key, m_questions.at(tab)->objectName().toLatin1());
    });
}

void ForecastPage::connectAll()
{
    connect(&session(), &AppSession::workspaceChanged, this, [this] {
        m_forecastJob.cancel();
        m_beside->clear();
        m_notes->clear();
        m_inspector->beside()->setRuns({});
        showEmpty({}, {}); // nothing of the other workspace stays
        takeLast();
        markStale();
    });
    connect(&session(), &AppSession::dataChanged, this, &ForecastPage::markStale);
    connect(&session().selection(), &Selection::questionChanged, this, &ForecastPage::markStale);
    new SeriesChecker(session(), *m_browser, *m_series, [this] { return currentSpec(); }, this);
    connect(&session().selection(), &Selection::segmentChanged, this, &ForecastPage::onSegment);
    connect(&session().selection(), &Selection::runChanged, this, &ForecastPage::openRun);
    connect(&session(), &AppSession::forecastRequested, this, &ForecastPage::takeSettings);
    connect(m_series, &SeriesLoader::started, this, [this] {
        m_chart->setLoading(true);
        beginBusy(tr("Reading the series"));
    });
    connect(m_series, &SeriesLoader::failed, this, [this] {
        m_chart->setLoading(false);
        setAwaiting(false);
    });
    connect(m_series, &SeriesLoader::loaded, this, &ForecastPage::takeList);
    connect(m_series, &SeriesLoader::nothing, this, &ForecastPage::showEmpty);
    connect(m_browser, &ItemBrowser::seriesChosen, this, &ForecastPage::onSeries);
    connect(m_inspector, &ForecastInspector::changed, this, &ForecastPage::requestForecast);
    connectExploring();
    connect(m_inspector, &ForecastInspector::trainRequested, this, &ForecastPage::train);
    connect(m_inspector, &ForecastInspector::stopRequested, this, &ForecastPage::stopBusy);
    connect(m_busy, &BusyCover::stopWanted, this, &ForecastPage::stopBusy);
    connect(m_busy, &BusyCover::changed, this, &ForecastPage::showBusy);
    connect(m_stop, &QAction::triggered, this, &ForecastPage::stopBusy);
    connect(m_inspector, &ForecastInspector::trainPageRequested, this, [this] { Q_EMIT session().pageRequested(QStringLiteral("train")); });
    connect(&m_debounce, &QTimer::timeout, this, &ForecastPage::runForecast);
    connect(m_chart, &LineChart::exportRequested, this, &ForecastPage::exportAs);
    connect(m_chart, &LineChart::emptyButtonClicked, this,
            [this] { Q_EMIT session().pageRequested(session().hasWorkspace() ? QStringLiteral("data") : QStringLiteral("start")); });
    connect(m_export, &QAction::triggered, m_files, &ForecastExport::askFormat);
    connect(m_files, &ForecastExport::formatChosen, this, &ForecastPage::exportAs);
    connect(m_files, &ForecastExport::severalChosen, this, [this] { m_files->saveTogether(asSeen(), seen()); });
    connect(m_files, &ForecastExport::reportChosen, this, &ForecastPage::makeReport);
    for (ForecastTab *tab : m_questions) {
        connect(tab, &ForecastTab::barsExport, m_files, &ForecastExport::saveBars);
        connect(tab, &ForecastTab::chartExport, m_files, &ForecastExport::saveChart);
        connect(tab, &ForecastTab::forecastChanged, this, &ForecastPage::requestForecast);
        connect(tab, &ForecastTab::stepWanted, this, &ForecastPage::showStep);
        connect(tab, &ForecastTab::rowsWanted, this, &ForecastPage::showRows);
        connect(tab, &ForecastTab::adjustmentsChanged, this, &ForecastPage::adjust);
        if (auto *inShort = qobject_cast<InShortTab *>(tab))
            connect(inShort, &InShortTab::reportWanted, this, &ForecastPage::makeReport);
        connect(tab, &ForecastTab::keepWanted, m_keep, &QAction::trigger);
        if (auto *adjusting = qobject_cast<AdjustTab *>(tab))
            connect(m_dragger, &PointDragger::dropped, adjusting, [this, adjusting](qint64 index, double value) { adjusting->correctStep(int(index - m_shown->outcome.history.size()), value); });
        connect(tab, &ForecastTab::cursorMoved, this, [this, tab](std::optional<qint64> index) { moveCursor(index, tab); });
    }
}

void ForecastPage::retranslate()
{
    m_export->setText(tr("Export"));
    m_export->setToolTip(tr("Pictures, numbers and workbooks of this forecast, or a report of many"));
    for (int tab = 0; tab < m_questions.size(); ++tab)
        m_tabs->setTabText(tab, m_questions.at(tab)->title());
    m_room->retranslate();
    m_stop->setText(tr("Stop forecasting"));
    m_keep->setText(tr("&Keep as a run"));
    m_keep->setToolTip(tr("Stores this forecast, to be compared with what happens and with later ones"));
    showSentence();
}

void ForecastPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    const bool wasTrainedHere = m_inspector->isNeural() && m_shown->runName.isEmpty() && !m_shown->isEmpty();
    if (wasTrainedHere) { // said anew without training again
        ForecastOutcome outcome = m_shown->outcome;
        outcome.sentence = outcomeSentence(outcome);
        show(shownOf(std::move(outcome), m_shown->spec, {}, session().workspacePath(), m_shown->provenance.created));
    }
    markStale(); // names and sentences of the data are translated when they are read
}

void ForecastPage::activate()
{
    if (m_series->isStale())
        m_series->load();
}

void ForecastPage::markStale()
{
    m_series->markStale();
    if (!session().hasWorkspace()) {
        m_series->clear();
        m_forecastJob.cancel();
        showEmpty(tr("No workspace is open."), tr("Go to Start"));
    } else if (isVisible()) {
        m_series->load();
    }
}

/// The settings that were chosen last in this workspace.
void ForecastPage::takeLast()
{
    if (const std::optional<TrainingSpec> &last = session().lastView().forecast())
        m_inspector->show(*last);
}

/// A stored run is of its own segment: with another it is no longer what is asked for.
void ForecastPage::onSegment()
{
    if (session().selection().run().isValid() && !(session().selection().segment().choice == m_shown->spec.query.segment))
        session().selection().setRun({});
    markStale();
}

void ForecastPage::takeList(const std::shared_ptr<const SeriesList> &list)
{
    if (session().selection().run().isValid()) {
        m_browser->select(session().selection().seriesKey());
        return openRun();
    }
    if (list->series.isEmpty())
        return showEmpty(tr("Nothing answers this question. Choose another measure."), {});
    const SeriesInfo &one = chosenOrLargest(*list, session().selection());
    m_browser->select(one.key);
    onSeries(one.key, one.name);
}

void ForecastPage::onSeries(const QString &key, const QString &name)
{
    session().selection().setSeries(key, name);
    const auto &model = m_browser->model();
    const int row = model.rowOf(key);
    // Imported series keep their own step; it is known once the first of them has been read.
    const bool isImported = m_browser->question().by == GroupBy::Series;
    m_inspector->setSeries(isImported ? m_inspector->step() : m_browser->question().step, row >= 0 ? model.series(row).observations : 1000);
    m_isAwaiting = key != m_shown->outcome.history.key || !asksTheSame(m_browser->question(), m_shown->spec.query);
    requestForecast();
    showBusy();
}

void ForecastPage::show(Shown wanted)
{
    const Shown &shown = wanted;
    // The step of an imported series is known only now, and with it the usual horizon: ask again before anything is shown.
    if (shown.runName.isEmpty() && shown.outcome.history.axis.step != m_inspector->step()) {
        m_inspector->setSeries(shown.outcome.history.axis.step, shown.outcome.history.size());
        return requestForecast();
    }
    const bool isSameSeries = shown.outcome.history.key == m_shown->outcome.history.key && shown.spec.query == m_shown->spec.query;
    // The zoom is kept, but not so that a first forecast would lie beyond its edge.
    const bool keepsView = isSameSeries && (m_shown->hasFuture() || !shown.hasFuture());
    m_shown = std::make_shared<const Shown>(std::move(wanted));
    const Series &history = m_shown->outcome.history;
    forgetBeside();
    if (!isSameSeries) {
        m_notes->show(groupName(m_shown->spec.query), history.key, history.name.isEmpty() ? history.key : history.name);
        m_beside->readRuns(*m_shown);
    }
    findEvents();
    compose();
    if (!keepsView) {
        m_chart->resetZoom();
        m_chart->setVisibleRange(firstShown(m_content), double(m_content.lastIndex()));
    }
    m_inspector->beside()->setShownModel(m_shown->runName.isEmpty() ? m_shown->spec.model.model : QString());
    showBeside();
    tellTabs();
    if (m_shown->hasFuture())
        m_inspector->setOutcome(m_shown->outcome);
    else
        m_inspector->clearOutcome();
    setAwaiting(false);
    if (!m_shown->runName.isEmpty())
        followShown();
}

void ForecastPage::tellTabs()
{
    for (ForecastTab *tab : m_questions)
        tab->setForecast(m_shown->isEmpty() ? nullptr : m_shown);
}

void ForecastPage::adjust(const KeptAdjustments &adjustments)
{
    Shown shown = *m_shown;
    shown.adjustments = adjustments;
    shown.chart = forecastChart(shown.outcome, shown.spec, {});
    drawAdjustments(shown);
    m_shown = std::make_shared<const Shown>(std::move(shown));
    compose();
    tellTabs();
}

void ForecastPage::letDrag()
{
    const bool mayDrag = m_shown->hasFuture() && !m_isAwaiting && !m_busy->isPale() && !session().isReadOnly();
    m_dragger->setPoints(m_shown->outcome.history.size(), mayDrag ? shared(m_shown->adjustments.forecast.values()) : nullptr);
}

/// The question, the series, the segment and the settings become those of what is shown.
void ForecastPage::followShown()
{
    m_inspector->show(m_shown->spec);
    session().selection().setSeries(m_shown->outcome.history.key, m_shown->outcome.history.name);
    session().selection().setQuestion(m_shown->spec.query);
    session().chooseSegment(m_shown->spec.query.segment);
    m_browser->select(m_shown->outcome.history.key);
}

void ForecastPage::showEmpty(const QString &sentence, const QString &button)
{
    m_shown = std::make_shared<const Shown>();
    m_chart->setLoading(false);
    m_chart->setEmptyText(sentence, button);
    forgetBeside();
    findEvents();
    compose();
    tellTabs();
    m_inspector->clearOutcome();
    setAwaiting(false);
}

void ForecastPage::showSentence()
{
    if (m_isAwaiting || m_busy->isPale())
        return; // what is made is told
    if (m_shown->chart.isEmpty())
        return setSentence({});
    const QString sentence = tr("%1. %2", "Daily revenue. ar-fourier is 12 % closer ...").arg(m_content.title, m_content.sentence);
    const QString told = m_shown->spec.query.segment.isEverybody() ? sentence : sentence + QLatin1Char(' ') + segmentNote();
    setSentence(m_shown->runName.isEmpty() ? told : tr("Run %1. %2").arg(m_shown->runName, told));
}

void ForecastPage::exportAs(const QString &format)
{
    m_files->save(asSeen(), format, seen());
}

/// The forecast with all that stands on its chart.
std::shared_ptr<const ForecastPage::Shown> ForecastPage::asSeen() const
{
    auto shown = std::make_shared<Shown>(*m_shown);
    shown->chart = m_chart->content();
    return shown;
}

ChartSpan ForecastPage::seen() const { return {m_chart->visibleFrom(), m_chart->visibleTo()}; }

/// Of the series of the list, with the settings of the one on screen.
void ForecastPage::makeReport()
{
    const SeriesListModel &model = m_browser->model();
    QStringList listed;
    for (int row = 0; m_browser->isSearching() && row < model.rowCount(); ++row)
        listed << model.series(row).key;
    TrainingSpec spec = m_shown->spec;
    spec.query.keys = {m_shown->outcome.history.key};
    const DataSummary &summary = session().summary();
    const GroupBy parts = usualReport(spec, summary).spec.query.by; // of a sum alone
    const qint64 largest = spec.query.by == parts ? model.seriesCount() : parts == GroupBy::Item ? summary.items : summary.categories;
    m_files->report(spec, {qsizetype(largest), seriesTitle(m_shown->outcome.history), listed.size(), spec.model.model}, listed);
}

} // namespace foretrail
