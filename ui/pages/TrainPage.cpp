#include "ui/pages/TrainPage.h"

#include "core/behaviour/segments/SegmentUsers.h"
#include "core/training/StoredTraining.h"
#include "ui/dialogs/OpenCellDialog.h"
#include "ui/dialogs/RateDialog.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/ItemBrowser.h"
#include "ui/widgets/LastUndo.h"
#include "ui/widgets/LossPanel.h"
#include "ui/widgets/QueuePanel.h"
#include "ui/widgets/RunsView.h"
#include "ui/widgets/ScrolledColumn.h"
#include "ui/widgets/SearchBar.h"
#include "ui/widgets/SegmentChip.h"
#include "ui/widgets/SeriesLoader.h"
#include "ui/widgets/TrainInspector.h"
#include "ui/widgets/UnfinishedList.h"

#include <QAction>
#include <QEvent>
#include <QJsonDocument>
#include <QLocale>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace foretrail {

TrainPage::TrainPage(AppSession &appSession, QWidget *parent)
    : Page(appSession, QStringLiteral("train"), parent), m_trainings(appSession), m_recipes(appSession), m_storedRuns(appSession), m_search(appSession, m_storedRuns), m_train(new QAction(this)), m_browser(new ItemBrowser),
      m_series(new SeriesLoader(appSession, *m_browser, this)), m_queue(new QueuePanel(appSession.jobs(), appSession.settings())), m_losses(new LossPanel(appSession)), m_unfinished(new UnfinishedList), m_runs(new RunsView),
      m_empty(new EmptyState), m_stack(new QStackedWidget(this)), m_inspector(new TrainInspector(this))
{
    m_inspector->hide();
    m_train->setObjectName(QStringLiteral("trainRun"));
    m_empty->setObjectName(QStringLiteral("trainEmpty"));
    m_browser->setMultiple(true);
    arrange();
    addUndo();
    connectAll();
    readSettings();
    retranslate();
    markStale();
}

QWidget *TrainPage::inspector() { return m_inspector; }

void TrainPage::arrange()
{
    auto *top = new QSplitter(Qt::Horizontal);
    top->setObjectName(QStringLiteral("trainTopSplitter"));
    top->setChildrenCollapsible(false);
    auto *left = new QWidget;
    auto *series = new QVBoxLayout(left);
    series->setContentsMargins(0, 0, 0, 0);
    series->addWidget(m_browser, 1);
    series->addWidget(m_queue);
    top->addWidget(underSegment(session().selection(), card(new ScrolledColumn(left), 0)));
    top->addWidget(card(m_losses, 2));
    top->setStretchFactor(1, 1);
    top->setSizes({224, 700});
    auto *all = new QSplitter(Qt::Vertical);
    all->setObjectName(QStringLiteral("trainSplitter"));
    all->setChildrenCollapsible(false);
    all->addWidget(top);
    auto *below = new QWidget;
    auto *runs = new QVBoxLayout(below);
    runs->setContentsMargins(0, 0, 0, 0);
    runs->setSpacing(0);
    m_unfinished->setContentsMargins(Theme::space, Theme::space, Theme::space, 0);
    runs->addWidget(m_search.bar());
    runs->addWidget(m_unfinished);
    runs->addWidget(m_runs, 1);
    all->addWidget(card(below, 0));
    all->setStretchFactor(0, 3);
    all->setStretchFactor(1, 2);
    all->setSizes({430, 250});
    m_stack->addWidget(m_empty);
    m_stack->addWidget(all);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
}

/// Of what is changed of stored runs: by the keys anywhere on the page, and in the menu of the runs.
void TrainPage::addUndo()
{
    auto *undo = new QAction(this), *redo = new QAction(this);
    undo->setObjectName(QStringLiteral("undoRun"));
    undo->setShortcut(QKeySequence::Undo);
    redo->setObjectName(QStringLiteral("redoRun"));
    redo->setShortcut(QKeySequence::Redo);
    for (QAction *action : {undo, redo}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
    m_runs->addToMenu({undo, redo});
    new LastUndo({&m_storedRuns.undoStack()}, *undo, *redo, this);
}

void TrainPage::connectAll()
{
    connect(&session(), &AppSession::workspaceChanged, this, [this] {
        m_isLive = false;
        m_note.clear();
        m_losses->showNothing();
        m_runs->setRuns({});
        m_unfinished->setTrainings({}, false);
        markStale();
        markRunsStale();
    });
    connect(&session(), &AppSession::dataChanged, this, &TrainPage::markStale);
    connect(&session(), &AppSession::runsChanged, this, &TrainPage::markRunsStale);
    connect(&session().selection(), &Selection::questionChanged, this, &TrainPage::markStale);
    connect(&session().selection(), &Selection::segmentChanged, this, &TrainPage::markStale);
    connect(m_series, &SeriesLoader::loaded, this, &TrainPage::takeList);
    connect(m_series, &SeriesLoader::nothing, this, &TrainPage::showState);
    m_browser->chooseInto(session().selection());
    connect(m_browser, &ItemBrowser::chosenChanged, this, &TrainPage::onChosen);
    connect(m_inspector, &TrainInspector::changed, this, &TrainPage::showState);
    connect(m_inspector, &TrainInspector::recipeChosen, this, &TrainPage::remember);
    connect(m_inspector, &TrainInspector::classChosen, this, [this] { m_queue->setSlowly(true); });
    connect(m_queue, &QueuePanel::slowlyChanged, this, [this](bool isSlow) {
        m_trainings.setSlowly(isSlow);
        if (m_inspector)
            m_inspector->setLeastEpochSeconds(isSlow ? Trainings::slowEpochSeconds : 0);
    });
    connect(m_inspector, &TrainInspector::findRateClicked, this, &TrainPage::findRate);
    connect(m_inspector, &TrainInspector::paceWanted, this, &TrainPage::measurePace);
    connect(m_inspector, &TrainInspector::copied, this, [this] { Q_EMIT session().said(tr("Copied the settings.")); });
    connect(m_inspector, &TrainInspector::pasted, this, [this] {
        remember();
        Q_EMIT session().said(tr("The settings on the clipboard stand in the fields."));
    });
    connect(m_inspector, &TrainInspector::pasteRefused, this, [this](const Error &error) { session().report(error); });
    connect(m_train, &QAction::triggered, this, &TrainPage::train);
    connect(m_empty, &EmptyState::clicked, this,
            [this] { Q_EMIT session().pageRequested(session().hasWorkspace() ? QStringLiteral("data") : QStringLiteral("start")); });
    connect(&m_trainings, &Trainings::progressed, this, &TrainPage::onProgress);
    connect(&m_trainings, &Trainings::stored, this, &TrainPage::onStored);
    connect(&m_trainings, &Trainings::failed, this, &TrainPage::onFailed);
    connect(m_losses, &LossPanel::backClicked, this, &TrainPage::followTraining);
    connect(m_losses, &LossPanel::branchClicked, this, &TrainPage::branch);
    connect(m_losses, &LossPanel::jobChosen, this, [this](JobId job) {
        m_trainings.choose(job);
        followTraining();
    });
    connect(m_runs, &RunsView::currentChanged, this, [this] { showRun(m_runs->current()); });
    connect(m_runs, &RunsView::showForecast, this, &TrainPage::showForecast);
    connect(m_runs, &RunsView::useSettings, this, &TrainPage::useSettings);
    connect(m_runs, &RunsView::openCell, this, [this](const RunSummary &run) { OpenCellDialog::open(session(), run, this); });
    connect(m_runs, &RunsView::renamed, &m_storedRuns, &StoredRuns::rename);
    connect(m_runs, &RunsView::noted, &m_storedRuns, &StoredRuns::note);
    connect(m_runs, &RunsView::compare, this, &TrainPage::compare);
    connect(m_runs, &RunsView::reproduce, this, &TrainPage::reproduce);
    connect(m_runs, &RunsView::exportClicked, this, &TrainPage::exportRun);
    connect(m_runs, &RunsView::importClicked, this, &TrainPage::importRuns);
    connect(m_runs, &RunsView::removed, &m_storedRuns, &StoredRuns::remove);
    connect(&session(), &AppSession::recipeChosen, this, &TrainPage::takeRecipe);
    connect(&m_recipes, &StoredRecipes::listed, this, [this] {
        if (m_inspector)
            m_inspector->setRecipes(m_recipes.readable());
    });
    connect(m_inspector, &TrainInspector::recipesWanted, &m_recipes, &StoredRecipes::load);
    connect(&m_storedRuns, &StoredRuns::listed, this, &TrainPage::takeRuns);
    connect(&m_storedRuns, &StoredRuns::unfinishedListed, this, &TrainPage::takeUnfinished);
    connect(m_unfinished, &UnfinishedList::resumed, this, &TrainPage::resume);
    connect(m_unfinished, &UnfinishedList::discarded, this, [this](const UnfinishedTraining &training) { m_storedRuns.discard(training.id); });
    connect(&m_storedRuns, &StoredRuns::loaded, this, [this](const RunRecord &run) {
        if (!m_isLive)
            m_losses->showRun(run.summary, run.epochs);
    });
    connect(m_runs, &RunsView::trainClicked, m_train, &QAction::trigger);
    connectSearch();
}

void TrainPage::connectSearch()
{
    connect(m_inspector, &TrainInspector::searchClicked, this, &TrainPage::openSearch);
    connect(&m_search, &TrainSearch::begun, this, [this] { m_isLive = true; });
    connect(&m_search, &TrainSearch::learning, this, [this](const Training &training) {
        if (m_isLive && !m_trainings.current())
            m_losses->showTraining(training);
    });
    connect(&m_search, &TrainSearch::finished, this, [this](RunId best) {
        if (m_isLive && !m_trainings.current())
            m_finished = best;
    });
    connect(&m_search, &TrainSearch::refused, this, &TrainPage::setSentence);
    connect(&m_search, &TrainSearch::useSettings, this, [this](const TrainingSpec &spec) {
        if (m_inspector)
            m_inspector->setSpec(spec);
    });
}

void TrainPage::retranslate()
{
    m_train->setText(tr("Train"));
    showState();
}

void TrainPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    onChosen();
    markStale(); // names of the data are translated when they are read
    if (m_isLive)
        followTraining();
    else if (m_runs->current().isValid())
        showRun(m_runs->current());
    else
        m_losses->showNothing();
}

void TrainPage::activate()
{
    if (m_series->isStale())
        m_series->load();
    if (m_storedRuns.isStale())
        m_storedRuns.loadList();
    m_recipes.load(); // another page may have saved some in the meantime
}

/// What the Prepare page hands over.
void TrainPage::takeRecipe(const Recipe &recipe)
{
    if (!m_inspector)
        return;
    m_inspector->setRecipe(recipe);
    remember();
}

void TrainPage::markStale()
{
    m_series->renew(isVisible());
    showState();
}

void TrainPage::markRunsStale()
{
    m_storedRuns.markStale();
    if (isVisible() || m_finished.isValid())
        m_storedRuns.loadList();
}

/// What was trained with last, on this machine.
void TrainPage::readSettings()
{
    m_inspector->setPace(session().settings().trainingPace());
    const QJsonObject json = QJsonDocument::fromJson(session().settings().trainingSpec()).object();
    if (json.isEmpty())
        return;
    if (const Result<TrainingSpec> spec = TrainingSpec::fromJson(json))
        m_inspector->setSpec(*spec);
}

void TrainPage::remember()
{
    if (const Result<TrainingSpec> spec = m_inspector->spec())
        session().settings().setTrainingSpec(QJsonDocument(spec->toJson()).toJson(QJsonDocument::Compact));
}

void TrainPage::takeList(const std::shared_ptr<const SeriesList> &list)
{
    m_inspector->setSeriesCount(list->series.size());
    if (!list->series.isEmpty())
        m_browser->select(choose(*list, session().selection()).key);
    onChosen();
}

void TrainPage::onChosen()
{
    m_chosen = m_browser->chosen();
    qint64 shortest = 0;
    for (const SeriesInfo &series : m_chosen)
        shortest = shortest == 0 ? series.observations : std::min(shortest, series.observations);
    QStringList names;
    for (const SeriesInfo &series : m_chosen)
        names += nameOf(series);
    const bool isImported = m_browser->question().by == GroupBy::Series;
    m_inspector->setSeries(names, isImported ? Step::None : m_browser->question().step, shortest);
    showState();
}

QString TrainPage::whyNot() const
{
    if (!session().hasWorkspace())
        return tr("No workspace is open.");
    if (session().isReadOnly())
        return tr("This workspace is read-only: a run cannot be stored in it. Copy the file to a folder you may write to.");
    if (session().summary().rows() == 0)
        return tr("No data yet. Import a log or a table of series.");
    if (m_chosen.isEmpty())
        return tr("No series is chosen. Choose one at the left.");
    const Result<TrainingSpec> spec = m_inspector->spec();
    return spec ? QString() : spec.error().message;
}

void TrainPage::showState()
{
    if (!m_inspector)
        return;
    const bool hasData = session().hasWorkspace() && session().summary().rows() > 0;
    m_stack->setCurrentIndex(hasData ? 1 : 0);
    m_empty->setText(session().hasWorkspace() ? tr("No data yet. Import a log or a table of series.") : tr("No workspace is open."),
                     session().hasWorkspace() ? tr("Import a file") : tr("Go to Start"));
    m_inspector->setEnabled(hasData);
    m_runs->setReadOnly(session().isReadOnly());
    const QString reason = whyNot();
    m_train->setEnabled(reason.isEmpty());
    m_runs->setCanTrain(reason.isEmpty());
    m_train->setToolTip(reason.isEmpty() ? tr("Trains in the background and stores the run") : reason);
    if (!hasData)
        setSentence({});
    else if (!reason.isEmpty())
        setSentence(reason);
    else if (!m_note.isEmpty())
        setSentence(m_note);
    else if (!session().selection().segment().isEverybody())
        setSentence(segmentNote());
    else
        setSentence(tr("Choose series and settings, then train; every training becomes a stored run."));
}

void TrainPage::train()
{
    const Result<TrainingSpec> settings = m_inspector->spec();
    if (!settings || !whyNot().isEmpty())
        return;
    remember();
    m_note.clear();
    m_isLive = true;
    if (learnsOnceForAll(settings->model.model))
        start(*settings, m_chosen);
    else
        for (const SeriesInfo &series : std::as_const(m_chosen))
            start(*settings, {series});
    followTraining();
    showState();
}

/// One training.
void TrainPage::start(TrainingSpec spec, const QList<SeriesInfo> &all)
{
    QStringList keys, names;
    for (const SeriesInfo &series : all) {
        keys += series.key;
        names += nameOf(series);
    }
    spec.query = session().selection().query(keys);
    m_trainings.start(spec, runName(spec, names));
}

void TrainPage::takeUnfinished(const QList<UnfinishedTraining> &trainings)
{
    QList<UnfinishedTraining> waiting;
    for (const UnfinishedTraining &training : trainings)
        if (!m_trainings.isUnderWay(training) && !m_search.isUnderWay(training))
            waiting.append(training);
    m_unfinished->setTrainings(waiting, session().isReadOnly());
}

void TrainPage::resume(const UnfinishedTraining &training)
{
    if (m_trainings.isUnderWay(training))
        return;
    m_note.clear();
    m_isLive = true;
    m_trainings.resume(training);
    m_storedRuns.loadList(); // it leaves the list of those that stopped
    followTraining();
    showState();
}

void TrainPage::followTraining()
{
    m_losses->setRunning(m_trainings.current());
    if (const Training *training = m_trainings.current()) {
        m_isLive = true;
        m_losses->setBackShown(false);
        m_losses->showTraining(*training);
    }
}

void TrainPage::onProgress(const Training &training)
{
    m_losses->setRunning(&training);
    m_losses->setBackShown(!m_isLive);
    if (m_isLive)
        m_losses->showTraining(training);
}

void TrainPage::onStored(const Training &training, RunId run)
{
    m_losses->setRunning(m_trainings.current());
    rememberPace(training);
    const bool isLast = !m_trainings.current();
    if (isLast)
        m_losses->setBackShown(false);
    const bool isHere = training.workspace == session().workspacePath();
    if (isHere && training.reproduces.isValid())
        m_storedRuns.loadTogether({training.reproduces, run}, true, this, [this](const QList<RunRecord> &runs) { tellReproduced(runs); });
    m_finished = isHere && m_isLive && isLast ? run : RunId();
    session().tellRunsChanged();
}

void TrainPage::onFailed(const Training &training, const Error &error)
{
    m_losses->setRunning(m_trainings.current());
    markRunsStale(); // one that stopped may have been kept
    if (!m_trainings.current())
        m_losses->setBackShown(false);
    const QString end = error.isCancelled() ? tr("Stopped: no run was stored.") : error.message;
    if (m_isLive)
        m_losses->showEnd(training.title, end);
    m_note = tr("%1: %2", "name of a training: how it ended").arg(training.title, end);
    showState();
    session().report(error, tr("Training %1").arg(training.title));
}

void TrainPage::takeRuns(const QList<RunSummary> &runs)
{
    m_runs->setRuns(runs);
    // A list that was being read while it finished may lack it: then the next one has it.
    const bool isListed = std::any_of(runs.cbegin(), runs.cend(), [this](const RunSummary &run) { return run.id == m_finished; });
    const RunId shown = isListed ? std::exchange(m_finished, {}) : RunId();
    if (shown.isValid() && m_runs->select(shown)) {
        tellRunaway(runs, shown);
        return showRun(shown);
    }
    if (m_isLive)
        return;
    if (!m_runs->current().isValid() && !runs.isEmpty())
        m_runs->select(runs.front().id);
    if (m_runs->current().isValid())
        showRun(m_runs->current());
    else
        m_losses->showNothing();
}

void TrainPage::showRun(RunId run)
{
    m_isLive = false;
    m_losses->setBackShown(m_trainings.current() != nullptr);
    m_storedRuns.load(run);
}

/// On the first chosen series.
void TrainPage::findRate()
{
    Result<TrainingSpec> spec = m_inspector->spec();
    if (!spec || !whyNot().isEmpty())
        return setSentence(spec ? whyNot() : spec.error().message);
    spec->query = session().selection().query({m_chosen.constFirst().key});
    const QString title = tr("Finding a learning rate");
    session().runOnWorkspace<RateSearch>({title, Lane::Train, true, false},
        [spec = *spec](Workspace &workspace, JobContext &job) { return findLearningRate(workspace, spec, job); }, this,
        [this, title](const Result<RateSearch> &search) {
            if (!search)
                return session().report(search.error(), title);
            RateDialog::open(*search, window(), [this](double rate) {
                if (m_inspector)
                    m_inspector->setLearningRate(rate);
            });
        });
}

/// On the first chosen series.
void TrainPage::openSearch()
{
    Result<TrainingSpec> spec = m_inspector->spec();
    if (!spec || !whyNot().isEmpty())
        return setSentence(spec ? whyNot() : spec.error().message);
    spec->query = session().selection().query({m_chosen.constFirst().key});
    m_search.open(*spec, window());
}

} // namespace foretrail
