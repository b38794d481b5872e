#include "ui/pages/RecommendPage.h"

#include "core/report/RecommendReport.h"
#include "ui/AppSession.h"
#include "ui/charts/ChartExport.h"
#include "ui/models/RecommendWords.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/AudienceView.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/RecommendListView.h"
#include "ui/widgets/RecommendTestView.h"
#include "ui/widgets/RunningJob.h"
#include "ui/widgets/SegmentChip.h"
#include "ui/widgets/ShopperList.h"

#include <QAction>
#include <QEvent>
#include <QLocale>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace foretrail {

namespace {

constexpr size_t mostOfferedItems = 50'000;
constexpr int askAfterMs = 30;
constexpr int testTab = 2;

QString offeredItem(const InteractionLog &log, quint32 item)
{
    const QString &key = log.itemKeys[item], &name = log.itemNames[item];
    return name.isEmpty() || name == key ? key : QStringLiteral("%1 (%2)").arg(name, key);
}

} // namespace

RecommendPage::RecommendPage(AppSession &appSession, QWidget *parent)
    : Page(appSession, QStringLiteral("recommend"), parent), m_usersJob(appSession.jobs()), m_askJob(appSession.jobs()), m_audienceJob(appSession.jobs()),
      m_export(new QAction(this)), m_exportAll(new QAction(this)), m_shoppers(new ShopperList(appSession)), m_learning(new RunningJob(appSession.jobs())),
      m_writing(new RunningJob(appSession.jobs())), m_list(new RecommendListView), m_audience(new AudienceView), m_test(new RecommendTestView(appSession.jobs())),
      m_tabs(new QTabWidget), m_empty(new EmptyState), m_stack(new QStackedWidget(this)), m_inspector(new RecommendInspector(this))
{
    m_inspector->hide();
    m_export->setObjectName(QStringLiteral("exportRecommend"));
    m_exportAll->setObjectName(QStringLiteral("exportAllLists"));
    m_tabs->setObjectName(QStringLiteral("recommendTabs"));
    m_empty->setObjectName(QStringLiteral("recommendEmpty"));
    m_learning->setObjectName(QStringLiteral("recommendLearning"));
    m_writing->setObjectName(QStringLiteral("recommendWriting"));
    m_asking.setSingleShot(true);
    m_asking.setInterval(askAfterMs);
    arrange();
    connectAll();
    m_test->setSegment(session().selection().segment().name);
    retranslate();
}

/// A test has settings of its own beside its figures; where nothing can be recommended there is nothing to set.
QWidget *RecommendPage::inspector() { return m_tabs->currentIndex() == testTab || !whyNothing().isEmpty() ? nullptr : m_inspector.data(); }

void RecommendPage::arrange()
{
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_list, QString());
    m_tabs->addTab(m_audience, QString());
    auto *test = new QScrollArea; // with large letters it is wider than the window has room
    test->setFocusPolicy(Qt::NoFocus); // what is in it has the focus
    test->setWidgetResizable(true);
    test->setFrameShape(QFrame::NoFrame);
    test->setWidget(m_test);
    test->viewport()->setAutoFillBackground(false);
    m_test->setAutoFillBackground(false);
    m_tabs->addTab(underSegment(session().selection(), test), QString()); // the list with the other chip is not there then
    auto *right = new QWidget;
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space);
    column->addWidget(m_learning);
    column->addWidget(m_writing);
    column->addWidget(card(m_tabs, Theme::space), 1);
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setObjectName(QStringLiteral("recommendSplitter"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(card(m_shoppers, 0));
    splitter->addWidget(right);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({230, 700});
    m_stack->addWidget(m_empty);
    m_stack->addWidget(splitter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
}

void RecommendPage::connectAll()
{
    connect(&session(), &AppSession::workspaceChanged, this, &RecommendPage::onWorkspace);
    connect(&session(), &AppSession::dataChanged, this, &RecommendPage::markStale);
    connect(&session(), &AppSession::sessionRequested, this, &RecommendPage::takeRequest);
    connect(&session().selection(), &Selection::userChanged, this, &RecommendPage::followUser);
    connect(&session().selection(), &Selection::segmentChanged, this, [this] {
        m_shoppers->forgetSessions();
        m_isStale = true;
        m_test->setSegment(session().selection().segment().name);
        if (isVisible())
            load();
    });
    connect(m_shoppers, &ShopperList::userChosen, this, [this](const QString &key) {
        m_asked = {key, {}};
        session().selection().setUser(key);
        m_asking.start();
    });
    connect(m_shoppers, &ShopperList::sessionChosen, this, [this](const QString &key) {
        m_asked = {{}, key};
        m_userBeside = session().selection().userKey();
        m_tabs->setCurrentIndex(0);
        m_asking.start();
    });
    connect(&m_asking, &QTimer::timeout, this, &RecommendPage::ask);
    connect(m_inspector, &RecommendInspector::modelChanged, this, &RecommendPage::startLearning);
    connect(m_inspector, &RecommendInspector::rulesChanged, &m_asking, qOverload<>(&QTimer::start));
    connect(m_list, &RecommendListView::buttonClicked, this, [this] {
        if (m_needsData)
            Q_EMIT session().pageRequested(QStringLiteral("data"));
        else
            startLearning();
    });
    connect(m_list, &RecommendListView::itemChosen, this, [this](const QString &key) {
        m_tabs->setCurrentIndex(1);
        m_audience->ask(key);
    });
    connect(m_audience, &AudienceView::asked, this, &RecommendPage::askAudience);
    connect(m_audience, &AudienceView::stopped, this, [this] {
        m_audienceJob.cancel();
        m_audience->setRunning({});
    });
    connect(m_audience, &AudienceView::userChosen, this, [this](const QString &key) {
        session().selection().setUser(key);
        m_tabs->setCurrentIndex(0);
    });
    connect(m_audience, &AudienceView::exportRequested, this,
            [this](const ChartContent &content, const QString &format) { savePicture(content.title, format, renderChart(content, format)); });
    connect(m_test, &RecommendTestView::runClicked, this, &RecommendPage::runTest);
    connect(m_test, &RecommendTestView::stopClicked, this, [this] { session().jobs().cancel(m_testJob); });
    connect(m_test, &RecommendTestView::exportRequested, this,
            [this](const BarContent &content, const QString &format) { savePicture(content.title, format, renderChart(content, format)); });
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        m_shoppers->parentWidget()->setVisible(m_tabs->currentIndex() != testTab); // nobody is asked for alone
        Q_EMIT inspectorChanged();
        showExport();
    });
    connect(m_export, &QAction::triggered, this, &RecommendPage::exportShown);
    connect(m_exportAll, &QAction::triggered, this, &RecommendPage::exportAll);
    connect(m_empty, &EmptyState::clicked, this,
            [this] { Q_EMIT session().pageRequested(session().hasWorkspace() ? QStringLiteral("data") : QStringLiteral("start")); });
}

void RecommendPage::retranslate()
{
    m_tabs->setTabText(0, tr("What comes next"));
    m_tabs->setTabText(1, tr("Who should see this"));
    m_tabs->setTabText(2, tr("Evaluation"));
    m_exportAll->setText(tr("Export lists for all users (CSV)"));
    showExport();
    showState();
}

void RecommendPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    m_asking.start(); // what is said of a list is made with it, in the language of the time
}

void RecommendPage::activate()
{
    if (m_isStale)
        return load();
    followUser();
    if (m_list->list().user != m_asked.user || m_list->list().session != m_asked.session)
        m_asking.start(); // another page chose the user
}

void RecommendPage::onWorkspace()
{
    session().jobs().cancel(m_testJob);
    session().jobs().cancel(m_allJob);
    m_asked = {};
    m_audience->forget();
    m_test->setProblem({});
    markStale();
}

void RecommendPage::markStale()
{
    m_isStale = true;
    m_shoppers->forgetSessions();
    ++m_learnStart;
    session().jobs().cancel(m_learnJob);
    m_askJob.cancel();
    m_fitted.reset();
    m_problem.clear();
    m_audienceJob.cancel();
    m_audience->setProblem({}); // its users may be gone, or called otherwise
    m_audience->setRunning({});
    m_test->setStale(true);
    m_isNewData = true;
    showState();
    Q_EMIT inspectorChanged();
    if (isVisible())
        load();
}

QString RecommendPage::whyNothing() const
{
    if (!session().hasWorkspace())
        return tr("No workspace is open.");
    const DataSummary &summary = session().summary();
    if (summary.events == 0 && summary.importedSeries > 0)
        return tr("Here are series alone, without events. Import a log that says who looked at or bought which item. The series are on the page Forecast.");
    if (summary.events == 0)
        return tr("No events yet. Import a log that says who looked at or bought which item.");
    if (summary.items == 0 && summary.users == 0)
        return tr("No event names an item, so nothing can be recommended. Import the log with a column of items. How much happens is on the page Forecast.");
    if (summary.items == 0)
        return tr("No event names an item, so nothing can be recommended. Import the log with a column of items. What users do and whether they stay is on the page Customers.");
    return {};
}

QString RecommendPage::learntSentence() const
{
    const QString learnt = tr("%1 learnt what comes next from %Ln step(s).", nullptr, int(m_fitted->learntSteps())).arg(m_fitted->modelName());
    const qint64 robots = m_fitted->shop().log().robots.users.count();
    return robots == 0 ? learnt : learnt + QLatin1Char(' ') + tr("%n robot(s) left out.", nullptr, int(robots));
}

void RecommendPage::showState()
{
    const QString nothing = whyNothing();
    m_empty->setText(nothing, session().hasWorkspace() ? tr("Import a log") : tr("Go to Start"));
    m_stack->setCurrentIndex(nothing.isEmpty() ? 1 : 0);
    if (!nothing.isEmpty())
        setSentence({});
    else if (m_fitted)
        setSentence(learntSentence());
    else
        setSentence(m_problem.isEmpty() ? tr("Learning what comes next") : QString());
    if (!m_problem.isEmpty())
        m_list->setText(m_problem, m_needsData ? tr("Import a log") : tr("Try again"));
    else if (!m_fitted)
        m_list->setText(tr("The model learns what comes next. That is done once for these data."));
    else if (m_asked.isNobody())
        m_list->setText(session().summary().users > 0 ? tr("Choose a user at the left.") : tr("The log names no users. Ask for a session at the left."));
    showExport();
}

void RecommendPage::load()
{
    if (!whyNothing().isEmpty())
        return;
    m_isStale = false;
    startLearning();
    const ChosenSegment segment = session().selection().segment();
    session().runLatestOnWorkspace<UserList>(m_usersJob, {tr("Reading users"), Lane::Read, false},
        [segment, wanted = session().selection().userKey()](Workspace &workspace, JobContext &job) { return readUsers(workspace, segment, wanted, job); }, this,
        [this](Result<UserList> users) {
            if (!users) {
                m_isStale = true;
                return session().report(users.error(), tr("Reading users"));
            }
            takeUsers(*users);
        });
}

Result<RecommendPage::UserList> RecommendPage::readUsers(Workspace &workspace, const ChosenSegment &segment, const QString &wanted, JobContext &job)
{
    Result<ListedUsers> listed = listUsers(workspace.data(), segment.users.get(), job);
    if (!listed)
        return fail(listed.error());
    UserList list{std::move(*listed), wanted, {}};
    const QList<UserRow> &users = *list.listed.users;
    if (std::any_of(users.begin(), users.end(), [&wanted](const UserRow &user) { return user.key == wanted; }))
        list.chosen = wanted;
    else if (!users.isEmpty())
        list.chosen = std::max_element(users.begin(), users.end(), [](const UserRow &a, const UserRow &b) { return a.events < b.events; })->key;
    return list;
}

void RecommendPage::takeUsers(const UserList &list)
{
    const DataSummary summary = list.listed.summary(session().summary());
    m_shoppers->setUsers(list.listed.users, summary);
    if (std::exchange(m_isNewData, false))
        m_test->setData(summary); // days of wrong clocks are none to test on
    if (!list.chosen.isEmpty() && m_asked.session.isEmpty() && session().selection().userKey() == list.wanted)
        session().selection().setUser(list.chosen); // unless somebody chose meanwhile
    followUser();
}

/// Another page asks for a session, or for the user of the selection.
void RecommendPage::takeRequest(const QString &sessionKey)
{
    m_tabs->setCurrentIndex(0);
    if (!sessionKey.isEmpty())
        return m_shoppers->askSession(sessionKey);
    m_asked = {};
    m_shoppers->showUsers();
    followUser();
}

ShopNames RecommendPage::namesOf(const ShopLog &shop, const ItemAttributes &attributes)
{
    const InteractionLog &log = shop.log();
    std::vector<quint32> steps(shop.itemCount(), 0), order(shop.itemCount());
    for (const quint32 item : shop.sequences()->items)
        ++steps[item];
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&steps](quint32 a, quint32 b) { return steps[a] > steps[b]; });
    order.resize(std::min(order.size(), mostOfferedItems));
    ShopNames names;
    for (const quint32 item : order)
        names.items << offeredItem(log, item);
    names.categories = log.categoryKeys;
    names.categories.sort();
    names.attributes = attributes.keys();
    names.attributes.sort();
    names.hasPurchases = shop.hasPurchases();
    return names;
}

Result<RecommendPage::Learnt> RecommendPage::learn(Workspace &workspace, const QString &model, JobContext &job)
{
    const auto fitted = RecommenderStore::ofProcess().fitted(workspace.data(), model, {}, job);
    if (!fitted)
        return fail(fitted.error());
    const Result<ItemAttributes> attributes = workspace.data().itemAttributes(job);
    if (!attributes)
        return fail(attributes.error());
    return Learnt{*fitted, namesOf((*fitted)->shop(), *attributes)};
}

void RecommendPage::startLearning()
{
    if (!whyNothing().isEmpty() || !m_inspector)
        return;
    const QString model = m_inspector->model();
    session().jobs().cancel(m_learnJob);
    m_fitted.reset();
    m_problem.clear();
    const int start = ++m_learnStart;
    m_learnJob = session().runOnWorkspace<Learnt>({tr("Learning what comes next (%1)").arg(model), Lane::Learn},
        [model](Workspace &workspace, JobContext &job) { return learn(workspace, model, job); }, this, [this, start](Result<Learnt> learnt) {
            if (start == m_learnStart)
                takeLearnt(std::move(learnt));
        });
    m_learning->follow(m_learnJob, tr("Stopping leaves the page without lists until it learns again."));
    showState();
}

void RecommendPage::takeLearnt(Result<Learnt> learnt)
{
    if (!learnt) {
        m_problem = learnt.error().isCancelled() ? tr("Learning was stopped.") : learnt.error().message;
        m_needsData = learnt.error().code == ErrorCode::TooShort;
        return showState();
    }
    m_fitted = learnt->fitted;
    if (m_inspector)
        m_inspector->setNames(learnt->names);
    m_audience->setNames(learnt->names);
    showState();
    ask();
}

void RecommendPage::followUser()
{
    const QString key = session().selection().userKey();
    const bool isSession = !m_asked.session.isEmpty() && key == m_userBeside; // which stays until another user is chosen
    if (key.isEmpty() || key == m_asked.user || isSession)
        return m_shoppers->selectUser(key);
    m_asked = {key, {}};
    m_shoppers->selectUser(key);
    if (isVisible())
        m_asking.start();
}

/// The list is there at once; why its items are on it takes some thirty more questions of the model, and comes behind.
void RecommendPage::ask()
{
    if (m_fitted && m_inspector && !m_asked.isNobody())
        askFor(false);
}

void RecommendPage::askFor(bool withReasons)
{
    session().runLatestOnWorkspace<Recommendations>(m_askJob, {tr("What comes next"), Lane::Read, false},
        [fitted = m_fitted, request = RecommendRequest{m_asked.user, m_asked.session, m_inspector->model(), m_inspector->top(), m_inspector->rules(), {}},
         withReasons](Workspace &workspace, JobContext &job) { return recommendBy(*fitted, workspace.data(), request, withReasons, job); }, this,
        [this, isSession = !m_asked.session.isEmpty()](Result<Recommendations> list) { takeList(std::move(list), isSession); });
}

void RecommendPage::takeList(Result<Recommendations> list, bool isSession)
{
    if (!list && list.error().isCancelled())
        return;
    m_shoppers->setProblem(!list && isSession ? list.error().message : QString());
    if (m_inspector)
        m_inspector->setProblem(!list && !isSession ? list.error().message : QString());
    if (!list)
        return;
    m_list->setList(*list, session().summary().timeZone);
    if (m_inspector)
        m_inspector->setCost(list->cost);
    showExport();
    if (!list->hasReasons && m_fitted && m_inspector)
        askFor(true);
}

void RecommendPage::askAudience()
{
    if (!m_inspector)
        return;
    AudienceRequest request = m_audience->request();
    if (request.item.isEmpty() && request.category.isEmpty())
        return;
    request.users = session().selection().segment().users;
    m_audience->setRunning(tr("The model learns from what lies before the test, then scores all users."));
    session().runLatestOnWorkspace<Audience>(m_audienceJob, {tr("Who should see %1").arg(request.item.isEmpty() ? request.category : request.item), Lane::Learn},
        [request, model = m_inspector->model()](Workspace &workspace, JobContext &job) {
            return audienceOf(RecommenderStore::ofProcess(), workspace.data(), request, model, {}, job);
        }, this, [this](Result<Audience> audience) { takeAudience(std::move(audience)); });
}

void RecommendPage::takeAudience(Result<Audience> audience)
{
    m_audience->setRunning({});
    if (audience)
        m_audience->setAudience(*audience);
    else
        m_audience->setProblem(audience.error().isCancelled() ? QString() : audience.error().message);
    showExport();
}

void RecommendPage::runTest()
{
    const int start = ++m_testStart;
    m_test->setRunning(true);
    RecommendTestRequest request = m_test->request();
    request.users = session().selection().segment().users;
    m_testJob = session().runOnWorkspace<RecommendReport>({tr("Testing models of next items"), Lane::Learn},
        [request](Workspace &workspace, JobContext &job) { return testRecommenders(workspace.data(), request, job); }, this,
        [this, start, segment = session().selection().segment().name](Result<RecommendReport> report) {
            if (start == m_testStart)
                takeTest(std::move(report), segment);
        });
    m_test->running().follow(m_testJob, tr("Stopping leaves the figures as they were."));
}

void RecommendPage::takeTest(Result<RecommendReport> report, const QString &segment)
{
    m_test->setRunning(false);
    if (report)
        m_test->setReport(*report, segment);
    else if (!report.error().isCancelled())
        m_test->setProblem(report.error().message);
    showExport();
}

} // namespace foretrail
