#include "ui/pages/BacktestPage.h"

#include "core/behaviour/segments/SegmentUsers.h"
#include "core/report/ForecastReport.h"
#include "ui/asking/FileDialogs.h"
#include "ui/charts/ChartExport.h"
#include "ui/charts/ForecastChart.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/BacktestInspector.h"
#include "ui/widgets/BacktestView.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/ItemBrowser.h"
#include "ui/widgets/RunningJob.h"
#include "ui/widgets/SegmentChip.h"
#include "ui/widgets/SeriesLoader.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLocale>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

namespace foretrail {

namespace {

bool hasNetwork(const QStringList &models)
{
    return std::any_of(models.begin(), models.end(), [](const QString &name) {
        const ModelInfo *info = modelRegistry().find(name);
        return info && info->isNeural;
    });
}

} // namespace

BacktestPage::BacktestPage(AppSession &appSession, QWidget *parent)
    : Page(appSession, QStringLiteral("backtest"), parent), m_recipes(appSession), m_run(new QAction(this)), m_copy(addExport(QStringLiteral("backtestCopy"))),
      m_exportModels(addExport(QStringLiteral("backtestExportModels"))), m_exportGroups(addExport(QStringLiteral("backtestExportGroups"))),
      m_exportScores(addExport(QStringLiteral("backtestExportScores"))), m_browser(new ItemBrowser), m_series(new SeriesLoader(appSession, *m_browser, this)),
      m_running(new RunningJob(appSession.jobs())), m_nothing(new EmptyState), m_view(new BacktestView), m_empty(new EmptyState),
      m_found(new QStackedWidget), m_stack(new QStackedWidget(this)), m_inspector(new BacktestInspector(this))
{
    m_inspector->hide();
    m_run->setObjectName(QStringLiteral("runBacktest"));
    m_nothing->setObjectName(QStringLiteral("backtestNothing"));
    m_empty->setObjectName(QStringLiteral("backtestEmpty"));
    m_browser->setMultiple(true);
    arrange();
    connectAll();
    followTrainedRecipe();
    retranslate();
    markStale();
}

QWidget *BacktestPage::inspector() { return m_inspector; }

QList<QAction *> BacktestPage::moreActions() { return {m_copy, m_exportModels, m_exportGroups, m_exportScores}; }

const BacktestFindings &BacktestPage::findings() const { return m_view->findings(); }

QAction *BacktestPage::addExport(const QString &name)
{
    auto *action = new QAction(this);
    action->setObjectName(name);
    return action;
}

void BacktestPage::arrange()
{
    m_found->addWidget(card(m_nothing, 0));
    m_found->addWidget(m_view);
    auto *right = new QWidget;
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space);
    column->addWidget(m_running);
    column->addWidget(m_found, 1);
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setObjectName(QStringLiteral("backtestSplitter"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(underSegment(session().selection(), card(m_browser, 0)));
    splitter->addWidget(right);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({216, 700});
    m_stack->addWidget(m_empty);
    m_stack->addWidget(splitter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
}

void BacktestPage::connectAll()
{
    connect(&session(), &AppSession::workspaceChanged, this, &BacktestPage::onWorkspace);
    connect(&session(), &AppSession::dataChanged, this, [this] {
        m_isDataStale = true;
        m_isDataChanged = true;
        markStale();
    });
    connect(&session().selection(), &Selection::questionChanged, this, &BacktestPage::markStale);
    connect(&session().selection(), &Selection::segmentChanged, this, &BacktestPage::markStale);
    connect(m_series, &SeriesLoader::loaded, this, &BacktestPage::takeList);
    connect(m_series, &SeriesLoader::nothing, this, &BacktestPage::showState);
    m_browser->chooseInto(session().selection());
    connect(m_browser, &ItemBrowser::chosenChanged, this, &BacktestPage::onChosen);
    connect(m_inspector, &BacktestInspector::changed, this, &BacktestPage::showState);
    connect(&session(), &AppSession::recipeChosen, this, [this](const Recipe &recipe) {
        if (m_inspector)
            m_inspector->setRecipe(recipe);
    });
    connect(&m_recipes, &StoredRecipes::listed, this, [this] {
        if (m_inspector)
            m_inspector->setRecipes(m_recipes.readable());
    });
    connect(m_inspector, &BacktestInspector::recipesWanted, &m_recipes, &StoredRecipes::load);
    connect(m_run, &QAction::triggered, this, &BacktestPage::run);
    connect(m_nothing, &EmptyState::clicked, m_run, &QAction::trigger);
    connect(m_view, &BacktestView::runAgain, m_run, &QAction::trigger);
    connect(m_view, &BacktestView::seriesChosen, this, &BacktestPage::followSeries);
    connect(m_view, &BacktestView::exportRequested, this, [this](const ChartContent &content, const QString &format) {
        savePicture(content.title, format, renderChart(content, format));
    });
    connect(m_view, &BacktestView::exportBarsRequested, this, [this](const BarContent &content, const QString &format) {
        savePicture(content.title, format, renderChart(content, format));
    });
    connect(m_copy, &QAction::triggered, this, [this] { QGuiApplication::clipboard()->setText(m_view->modelsText(false)); });
    connect(m_exportModels, &QAction::triggered, this, [this] { saveTable(tr("Backtest of models"), writeBacktestModels); });
    connect(m_exportGroups, &QAction::triggered, this, [this] {
        saveTable(tr("Backtest by step fold series"), [](const BacktestReport &report, const QString &path) { return writeBacktestTables(report.tables, path); });
    });
    connect(m_exportScores, &QAction::triggered, this, [this] { saveTable(tr("Backtest scores"), writeBacktest); });
    connect(m_empty, &EmptyState::clicked, this,
            [this] { Q_EMIT session().pageRequested(session().hasWorkspace() ? QStringLiteral("data") : QStringLiteral("start")); });
}

void BacktestPage::retranslate()
{
    m_run->setText(tr("Run the backtest"));
    m_copy->setText(tr("Copy the table of models"));
    m_exportModels->setText(tr("Export the table of models (CSV)"));
    m_exportGroups->setText(tr("Export errors by step, fold, series and weekday (CSV)"));
    m_exportScores->setText(tr("Export the scores of every fold (CSV)"));
    showState();
}

void BacktestPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    markStale(); // names of the data are translated when they are read
}

void BacktestPage::activate()
{
    if (m_series->isStale())
        m_series->load();
    m_recipes.load(); // another page may have saved some in the meantime
    followTrainedRecipe();
}

/// The recipe that was chosen for training last, when it is another than before; one that was chosen here meanwhile stays otherwise.
void BacktestPage::followTrainedRecipe()
{
    const QJsonObject json = QJsonDocument::fromJson(session().settings().trainingSpec()).object();
    if (json.isEmpty())
        return;
    const Result<TrainingSpec> spec = TrainingSpec::fromJson(json);
    if (!spec || !m_inspector || spec->recipe == m_trainedRecipe)
        return;
    m_trainedRecipe = spec->recipe;
    m_inspector->setRecipe(spec->recipe);
}

void BacktestPage::onWorkspace()
{
    stop();
    m_note.clear();
    m_isDataStale = false;
    m_view->setFindings({});
    markStale();
}

void BacktestPage::markStale()
{
    m_series->renew(isVisible());
    m_list.reset(); // what is chosen from it is no answer to another question
    showState();
}

void BacktestPage::takeList(const std::shared_ptr<const SeriesList> &list)
{
    m_list = list;
    if (!list->series.isEmpty()) {
        m_browser->select(choose(*list, session().selection()).key);
    }
    QHash<QString, QString> names;
    for (const SeriesInfo &one : list->series)
        names.insert(one.key, foretrail::nameOf(one));
    SeriesQuery tested = findings().request.spec.query;
    tested.keys.clear();
    tested.top = 0;
    if (!findings().isEmpty() && tested == session().selection().query())
        m_view->setNames(names);
    onChosen();
}

void BacktestPage::onChosen()
{
    if (!m_inspector || !m_list)
        return;
    std::vector<qint64> all, lengths;
    for (const int place : m_list->bySize)
        all.push_back(m_list->series[place].observations);
    QStringList chosen;
    for (const SeriesInfo &series : m_browser->chosen()) {
        chosen << series.key;
        lengths.push_back(series.observations);
    }
    const bool isImported = m_browser->question().by == GroupBy::Series;
    m_inspector->setSeries(isImported ? Step::None : m_browser->question().step, all, chosen, lengths);
    showState();
}

Result<BacktestRequest> BacktestPage::request() const { return m_inspector->request(session().selection().query()); }

QString BacktestPage::whyNot() const
{
    if (!session().hasWorkspace())
        return tr("No workspace is open.");
    if (session().summary().rows() == 0)
        return tr("No data yet. Import a log or a table of series.");
    if (m_isRunning)
        return tr("A backtest is running.");
    if (!m_list)
        return tr("The series are being read.");
    if (m_list->series.isEmpty())
        return tr("Nothing answers this question. Choose another measure.");
    const Result<BacktestRequest> asked = request();
    return asked ? QString() : asked.error().message;
}

void BacktestPage::showState()
{
    if (!m_inspector)
        return;
    const bool hasData = session().hasWorkspace() && session().summary().rows() > 0;
    const QString reason = whyNot();
    const bool isFound = !findings().isEmpty();
    m_stack->setCurrentIndex(hasData ? 1 : 0);
    m_empty->setText(session().hasWorkspace() ? tr("No data yet. Import a log or a table of series.") : tr("No workspace is open."),
                     session().hasWorkspace() ? tr("Import a file") : tr("Go to Start"));
    m_nothing->setText(m_isRunning ? tr("What the backtest finds appears here.")
                                   : tr("Nothing tested yet. A backtest lets each model forecast from several moments of the past and compares with what happened then."),
                       reason.isEmpty() ? tr("Run the backtest") : QString());
    m_found->setCurrentIndex(isFound ? 1 : 0);
    m_inspector->setEnabled(hasData);
    m_run->setEnabled(reason.isEmpty());
    m_view->setCanRunAgain(reason.isEmpty());
    m_run->setToolTip(reason.isEmpty() ? tr("Tests the chosen models in the background") : reason);
    for (QAction *action : moreActions())
        action->setEnabled(isFound);
    if (!hasData)
        setSentence({});
    else if (!reason.isEmpty())
        setSentence(reason);
    else if (!m_note.isEmpty())
        setSentence(m_note);
    else if (!session().selection().segment().isEverybody())
        setSentence(segmentNote());
    else
        setSentence(tr("How well models would have forecast %1 from several moments of the past.").arg(measureTitle(session().selection().question().measure)));
    showStale();
}

void BacktestPage::showStale()
{
    const Result<BacktestRequest> asked = request();
    if (m_isDataStale)
        m_view->setStale(tr("The data changed after this backtest."));
    else if (!asked || !(*asked == findings().request))
        m_view->setStale(tr("These numbers are of other settings than those at hand."));
    else
        m_view->setStale({});
}

void BacktestPage::run()
{
    const Result<BacktestRequest> asked = request();
    if (!asked || !whyNot().isEmpty())
        return;
    m_note.clear();
    m_isRunning = true;
    m_isDataChanged = false;
    const QString title = tr("Backtest of %1").arg(asked->models.join(QStringLiteral(", ")));
    const Lane lane = hasNetwork(asked->models) ? Lane::Train : Lane::Read;
    m_job = session().runOnWorkspace<BacktestFindings>({title, lane, true},
        [asked = *asked](Workspace &workspace, JobContext &job) { return runBacktest(workspace, asked, job); }, this,
        [this, start = ++m_start](Result<BacktestFindings> result) {
            if (start == m_start)
                take(std::move(result));
        });
    m_running->follow(m_job, tr("Stopping it keeps what is shown now."));
    showState();
}

void BacktestPage::stop()
{
    if (m_isRunning)
        session().jobs().cancel(m_job);
    ++m_start;
    m_isRunning = false;
}

void BacktestPage::take(Result<BacktestFindings> result)
{
    m_isRunning = false;
    if (result) {
        m_isDataStale = m_isDataChanged;
        m_view->setFindings(*result);
    } else {
        m_note = result.error().isCancelled() ? tr("Stopped: nothing was changed.") : result.error().message;
        session().report(result.error(), tr("Backtest"));
    }
    showState();
}

/// The Forecast page comes up with the series, and the settings that were tested.
void BacktestPage::followSeries(const QString &key, const QString &model)
{
    TrainingSpec spec = findings().request.spec;
    spec.model.model = model;
    spec.query.keys = {key};
    spec.query.top = 0;
    session().selection().setQuestion(spec.query);
    session().selection().setSeries(key, findings().nameOf(key));
    session().chooseSegment(spec.query.segment);
    session().requestForecast(spec);
}

QString BacktestPage::askPath(const QString &name, const QString &format)
{
    return FileDialogs::saveFile(this, tr("Export"), QStringLiteral("%1.%2").arg(FileDialogs::nameOf(name), format),
                                 QStringLiteral("%1 (*.%2)").arg(format.toUpper(), format));
}

void BacktestPage::savePicture(const QString &title, const QString &format, const Result<QByteArray> &bytes)
{
    if (!bytes)
        return session().report(bytes.error(), tr("Exporting the backtest"));
    if (const QString path = askPath(title, format); !path.isEmpty())
        session().save(tr("Exporting the backtest"), path, [path, content = *bytes] { return saveBytes(content, path); });
}

void BacktestPage::saveTable(const QString &title, const Write &write)
{
    const QString path = askPath(title, QStringLiteral("csv"));
    if (path.isEmpty())
        return;
    const auto report = std::make_shared<const BacktestReport>(findings().report);
    session().save(tr("Exporting the backtest"), path, [path, report, write] { return write(*report, path); });
}

} // namespace foretrail
