#include "ui/pages/PreparePage.h"

#include "core/series/Holidays.h"
#include "core/training/TriedSuggestion.h"
#include "ui/asking/FileDialogs.h"
#include "ui/pages/RecipeActions.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/ItemBrowser.h"
#include "ui/widgets/LeakProofLine.h"
#include "ui/widgets/PreparedView.h"
#include "ui/widgets/RecipePanel.h"
#include "ui/widgets/SegmentChip.h"
#include "ui/widgets/SeriesButton.h"
#include "ui/widgets/SeriesLoader.h"
#include "ui/widgets/StepInspector.h"
#include "ui/widgets/UndoGuard.h"

#include <QAction>
#include <QEvent>
#include <QJsonArray>
#include <QLocale>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace foretrail {

PreparePage::PreparePage(AppSession &appSession, QWidget *parent)
    : Page(appSession, QStringLiteral("prepare"), parent), m_model(m_draft), m_run(appSession), m_suggesting(appSession.jobs()), m_listingKeys(appSession.jobs()),
      m_actions(new RecipeActions(appSession, m_draft, this)), m_use(new QAction(this)), m_proof(new LeakProofLine(appSession.jobs())),
      m_recipe(new RecipePanel(m_draft, m_model, m_actions->menu(), m_proof)), m_view(new PreparedView(appSession)),
      m_series(new SeriesLoader(appSession, *m_view->seriesButton()->browser(), this)), m_empty(new EmptyState),
      m_stack(new QStackedWidget(this)), m_inspector(new StepInspector(m_draft, m_model, this))
{
    m_inspector->hide();
    m_use->setObjectName(QStringLiteral("useForTraining"));
    for (QAction *action : m_recipe->undoActions()) {
        addAction(action);
        m_inspector->addAction(action); // which the window takes out of the page
    }
    for (QWidget *place : {static_cast<QWidget *>(this), static_cast<QWidget *>(m_inspector.data())})
        new UndoGuard(*place);
    arrange();
    connectSession();
    connectAll();
    restore();
    retranslate();
    markStale();
}

QWidget *PreparePage::inspector() { return m_inspector; }

void PreparePage::arrange()
{
    auto *all = new QSplitter(Qt::Horizontal);
    all->setObjectName(QStringLiteral("prepareSplitter"));
    all->setChildrenCollapsible(false);
    all->addWidget(card(m_recipe, 0));
    all->addWidget(underSegment(session().selection(), card(m_view, 0)));
    all->setStretchFactor(1, 1);
    all->setSizes({248, 700});
    m_empty->setObjectName(QStringLiteral("prepareEmpty"));
    m_stack->addWidget(m_empty);
    m_stack->addWidget(all);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
}

void PreparePage::connectSession()
{
    connect(&session(), &AppSession::workspaceChanged, this, [this] {
        restore(); // each workspace has a recipe that is worked on
        markStale();
    });
    connect(&session(), &AppSession::dataChanged, this, &PreparePage::markStale);
    connect(&session(), &AppSession::stepRequested, this, &PreparePage::takeStep);
    connect(&session().selection(), &Selection::questionChanged, this, &PreparePage::markStale);
    connect(&session().selection(), &Selection::segmentChanged, this, &PreparePage::markStale);
    connect(&session().selection(), &Selection::seriesChanged, this, &PreparePage::followSelection);
    connect(m_series, &SeriesLoader::loaded, this, &PreparePage::takeList);
    connect(m_series, &SeriesLoader::nothing, this, &PreparePage::showNothing);
    const ItemBrowser *browser = m_view->seriesButton()->browser();
    browser->chooseInto(session().selection());
}

void PreparePage::connectAll()
{
    connect(&m_run, &RecipeRun::loading, m_view, &PreparedView::setLoading);
    connect(&m_run, &RecipeRun::failed, this, [this](const Error &error) {
        m_view->setNothing(error.isCancelled() ? QString() : error.message);
    });
    connect(&m_run, &RecipeRun::prepared, this, &PreparePage::take);
    connect(&m_draft, &RecipeDraft::changed, this, &PreparePage::onRecipe);
    connect(&m_draft, &RecipeDraft::currentChanged, this, &PreparePage::showStep);
    connect(&m_draft, &RecipeDraft::stateChanged, this, [this] { session().settings().setRecipeDraft(session().workspacePath(), m_draft.toJson()); });
    connect(m_recipe, &RecipePanel::suggestClicked, this, &PreparePage::suggest);
    connect(m_view, &PreparedView::windowsWanted, this, [this] { m_draft.add(windowStepKind()); });
    connect(m_inspector, &StepInspector::datesFileWanted, this, &PreparePage::addDates);
    connect(m_inspector, &StepInspector::columnKeysWanted, this, &PreparePage::readColumnKeys);
    connect(m_use, &QAction::triggered, this, &PreparePage::useForTraining);
    connect(m_empty, &EmptyState::clicked, this,
            [this] { Q_EMIT session().pageRequested(session().hasWorkspace() ? QStringLiteral("data") : QStringLiteral("start")); });
}

void PreparePage::restore()
{
    const QByteArray draft = session().settings().recipeDraft(session().workspacePath());
    if (draft.isEmpty())
        m_draft.open({});
    else
        m_draft.restore(draft);
}

void PreparePage::retranslate()
{
    m_use->setText(tr("Use for training"));
    m_use->setToolTip(tr("The next trainings prepare their series by this recipe"));
    m_actions->retranslate();
    m_model.retranslate();
    showSentence();
}

void PreparePage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    markStale(); // names of the data are translated when they are read
}

void PreparePage::activate()
{
    if (m_series->isStale())
        m_series->load();
    else
        followSelection();
}

void PreparePage::markStale()
{
    m_series->markStale();
    m_run.forget();
    m_prepared = {};
    m_recipe->setSuggestEnabled(false);
    showProblems(m_draft.problems());
    showProof();
    const bool isOpen = session().hasWorkspace();
    if (!isOpen || session().summary().rows() == 0) {
        m_series->clear();
        return showNothing(isOpen ? tr("No data yet. Import a log or a table of series.") : tr("No workspace is open."),
                           isOpen ? tr("Import a file") : tr("Go to Start"));
    }
    m_stack->setCurrentIndex(1);
    m_inspector->setEnabled(true);
    if (isVisible())
        m_series->load();
    showSentence();
}

void PreparePage::showNothing(const QString &sentence, const QString &button)
{
    m_empty->setText(sentence, button);
    m_stack->setCurrentIndex(0);
    if (m_inspector)
        m_inspector->setEnabled(false);
    m_use->setEnabled(false);
    setSentence({});
}

void PreparePage::takeList(const std::shared_ptr<const SeriesList> &list)
{
    if (list->series.isEmpty()) {
        m_view->setNothing(tr("Nothing answers this question. Choose another measure."));
        return m_view->seriesButton()->setSeriesText({});
    }
    choose(*list, session().selection());
    followSelection();
}

void PreparePage::followSelection()
{
    if (!isVisible() || m_series->isStale() || !session().hasWorkspace())
        return;
    const SeriesQuery query = session().selection().query({session().selection().seriesKey()});
    m_view->seriesButton()->browser()->select(query.keys.front());
    if (!(m_run.query() == query))
        m_model.setReasons({}); // they were about another series
    m_run.setSeries(query);
}

/// One that is there already is switched on and shown.
void PreparePage::takeStep(const QString &kind)
{
    const QList<RecipeStep> &steps = m_draft.recipe().steps;
    const auto at = std::find_if(steps.begin(), steps.end(), [&](const RecipeStep &step) { return step.kind == kind; });
    if (at == steps.end())
        return m_draft.add(kind);
    const int place = int(at - steps.begin());
    m_draft.setOn(place, true);
    m_draft.setCurrent(place);
}

void PreparePage::onRecipe()
{
    m_run.setRecipe(m_draft.recipe());
    if (!m_run.series())
        showProblems(m_draft.problems());
    showSentence();
}

void PreparePage::take(const PreparedPicture &prepared)
{
    if (prepared.recipe.steps != m_draft.recipe().steps)
        return; // the run that knows the newest recipe is on its way
    m_prepared = prepared;
    QHash<int, StepCounts> counts;
    if (prepared.done)
        for (const Stage &stage : prepared.done->stages())
            counts.insert(stage.step, {stage.rowsIn, stage.changed, stage.rowsOut});
    m_model.setCounts(counts);
    showProblems(prepared.problems);
    m_recipe->setSuggestEnabled(true);
    m_view->setPrepared(prepared, m_run.query(), m_draft.current());
    showProof();
    showSentence();
}

void PreparePage::showProblems(const QList<StepProblem> &problems)
{
    m_model.setProblems(problems);
    if (m_inspector)
        m_inspector->setProblems(problems);
}

/// Until the run that knows a changed recipe is back, the picture of the one before stands.
void PreparePage::showStep()
{
    if (m_prepared.recipe.steps == m_draft.recipe().steps)
        m_view->setStep(m_draft.current());
    session().settings().setRecipeDraft(session().workspacePath(), m_draft.toJson());
}

void PreparePage::showProof()
{
    std::optional<PreparationRequest> request;
    if (m_prepared.done && m_prepared.problems.isEmpty()) {
        request.emplace();
        request->recipe = m_prepared.recipe;
        request->series = *m_prepared.series;
    }
    m_proof->setInput(request, m_prepared.surroundings, m_prepared.problems.isEmpty() ? tr("No series is prepared.") : tr("Mend the marked steps first."));
}

void PreparePage::showSentence()
{
    if (m_stack->currentIndex() == 0)
        return;
    const QLocale locale;
    const QList<RecipeStep> &steps = m_draft.recipe().steps;
    const auto on = std::count_if(steps.begin(), steps.end(), [](const RecipeStep &step) { return step.isOn; });
    const qsizetype problems = m_prepared.series ? m_prepared.problems.size() : m_draft.problems().size();
    m_use->setEnabled(problems == 0 && m_draft.problems().isEmpty() && on > 0);
    if (problems > 0)
        setSentence(tr("%n problems: see the marked steps.", nullptr, int(problems)));
    else if (on == 0)
        setSentence(tr("A recipe says how a series becomes what a model sees."));
    else if (m_prepared.done && m_prepared.split)
        setSentence(tr("Trains on %1 observations, validates on %2, tests on %3.")
                        .arg(locale.toString(m_prepared.split->train), locale.toString(m_prepared.split->validation), locale.toString(m_prepared.split->test)));
    else
        setSentence(tr("%n steps, in this order.", nullptr, int(on)));
}

void PreparePage::suggest()
{
    if (!m_run.series())
        return;
    m_suggesting.start<Suggestion>({tr("Looking for a recipe"), Lane::Read, false},
        [series = m_run.series()](JobContext &job) { return suggestTriedRecipe(*series, job); }, this,
        [this](const Result<Suggestion> &suggestion) {
            if (!suggestion)
                return session().report(suggestion.error(), tr("Looking for a recipe"));
            Recipe recipe = suggestion->recipe;
            recipe.name = m_actions->freeName(recipe.name);
            m_draft.replace(recipe, tr("Suggest steps"));
            m_model.setReasons(suggestion->reasons);
        });
}

/// What is there stays; days of the file that are there already come once.
void PreparePage::addDates(const QString &parameter)
{
    const int step = m_draft.current();
    const QString path = FileDialogs::openFile(this, tr("Dates from a file"), session().settings().lastFolder(), tr("Tables and calendars (*.csv *.txt *.ics)"));
    if (path.isEmpty() || !m_draft.currentStep())
        return;
    session().jobs().start<QStringList>({tr("Reading dates"), Lane::Read, false},
        [path](JobContext &) { return readHolidayList(path).map(daysInSpans); }, this,
        [this, step, parameter, kind = m_draft.currentStep()->kind](const Result<QStringList> &days) {
            if (!days)
                return session().report(days.error(), tr("Reading dates"));
            if (m_draft.current() != step || m_draft.currentStep()->kind != kind)
                return; // another step was selected meanwhile
            QStringList all;
            for (const QJsonArray array = m_draft.currentStep()->parameters.value(parameter).toArray(); const QJsonValue &day : array)
                all << day.toString();
            all = (all + *days);
            all.removeDuplicates();
            all.sort();
            m_draft.setParameter(step, parameter, QJsonArray::fromStringList(all));
        });
}

/// The series that may join the one on screen. A group that the data does not have has none.
void PreparePage::readColumnKeys(const QString &by)
{
    if (!session().hasWorkspace())
        return;
    SeriesQuery query;
    if (!setGroup(query, by))
        return;
    query.measure = query.by == GroupBy::Series ? Measure::Value : Measure::Events;
    session().runLatestOnWorkspace<QStringList>(m_listingKeys, {tr("Reading series"), Lane::Read, false},
        [query, own = session().selection().seriesKey()](Workspace &workspace, JobContext &job) -> Result<QStringList> {
            const Result<QList<SeriesInfo>> all = workspace.data().listSeries(query, job);
            QStringList keys;
            for (const SeriesInfo &one : all.value_or(QList<SeriesInfo>()))
                keys << one.key;
            return keysToChoose(keys, own);
        }, this, [this, by](const Result<QStringList> &keys) {
            if (keys && m_inspector)
                m_inspector->setColumnKeys(by, *keys);
        });
}

void PreparePage::useForTraining()
{
    Q_EMIT session().pageRequested(QStringLiteral("train")); // which may be made only now
    Recipe recipe = m_draft.recipe();
    recipe.name = m_draft.shownName(); // a stored one of its name may do something else
    Q_EMIT session().recipeChosen(recipe);
}

} // namespace foretrail
