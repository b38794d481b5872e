#include "ui/pages/CustomersPage.h"

#include "core/data/EraseUser.h"
#include "core/report/FlowTables.h"
#include "core/report/ShopperFile.h"
#include "ui/AppSession.h"
#include "ui/asking/Confirm.h"
#include "ui/asking/FileDialogs.h"
#include "ui/charts/ChartExport.h"
#include "ui/charts/LineChart.h"
#include "ui/dialogs/IntentDialog.h"
#include "ui/models/TableHabits.h"
#include "ui/pages/ProfileLoader.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ColumnFit.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/ProfileCharts.h"
#include "ui/widgets/ProfileView.h"
#include "ui/widgets/SegmentChip.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foretrail {

namespace {

/// The share of all net value that the best tenth of the users bring; NaN where nothing was bought.
double topTenthShare(const QList<UserRow> &users)
{
    std::vector<double> values;
    values.reserve(size_t(users.size()));
    for (const UserRow &user : users)
        values.push_back(user.value);
    const auto tenth = values.begin() + std::ptrdiff_t((values.size() + 9) / 10);
    std::nth_element(values.begin(), tenth == values.end() ? values.begin() : tenth, values.end(), std::greater<>());
    const double total = std::accumulate(values.begin(), values.end(), 0.0);
    return total > 0 ? std::accumulate(values.begin(), tenth, 0.0) / total : missing;
}

const QString &atRiskKey()
{
    static const QString key = QStringLiteral("state:") + stateKey(LifecycleState::AtRisk);
    return key;
}

/// What is missing in a log, and what still works.
QString withoutUsers(const DataSummary &summary)
{
    QStringList sentences{CustomersPage::tr("The log names no users, so there is nobody to list. Import it with a column of users."),
                          summary.hasAmounts ? CustomersPage::tr("What was sold is on the page Forecast.") : CustomersPage::tr("How much happens is on the page Forecast.")};
    sentences << (summary.items > 0 ? CustomersPage::tr("Where the log has sessions, funnels of them are on the page Behaviour and what comes next in one is on the page Recommend.")
                                    : CustomersPage::tr("Where the log has sessions, funnels of them are on the page Behaviour."));
    return sentences.join(u' ');
}

} // namespace

CustomersPage::CustomersPage(AppSession &appSession, QWidget *parent)
    : Page(appSession, QStringLiteral("customers"), parent), m_model(appSession.jobs()), m_listJob(appSession.jobs()),
      m_segments(new SegmentActions(appSession, this)), m_chip(new SegmentChip(appSession.selection(), this)), m_export(new QAction(this)), m_erase(new QAction(this)), m_atRisk(new QPushButton), m_search(new QLineEdit),
      m_table(new QTableView), m_none(new QLabel), m_profile(new ProfileView), m_loader(new ProfileLoader(appSession, *m_segments, *m_profile, this)), m_empty(new EmptyState),
      m_stack(new QStackedWidget(this))
{
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setObjectName(QStringLiteral("customersSplitter"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeList());
    splitter->addWidget(m_profile);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({300, 740});
    m_stack->addWidget(m_empty);
    m_stack->addWidget(splitter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);

    m_export->setObjectName(QStringLiteral("exportUsers"));
    connect(m_export, &QAction::triggered, this, &CustomersPage::exportList);
    m_erase->setObjectName(QStringLiteral("eraseUser"));
    connect(m_erase, &QAction::triggered, this, &CustomersPage::askToErase);
    connect(m_profile, &ProfileView::exportRequested, this,
            [this](const QString &format) { exportCurve(activityChart(m_profile->profile()), QStringLiteral("activity"), format); });
    connect(m_profile, &ProfileView::stayExportRequested, this,
            [this](const QString &format) { exportCurve(stayChart(m_profile->profile()), QStringLiteral("active"), format); });
    connect(m_profile, &ProfileView::spendExportRequested, this, [this](const QString &format) {
        exportCurve(spendChart(m_profile->profile(), session().summary().currency), QStringLiteral("spend"), format);
    });
    connect(m_profile, &ProfileView::buyerModelChosen, this, [this](const QString &model, int horizonDays) {
        setBuyersChoice(session().settings(), {model, horizonDays});
        m_loader->learnCustomers();
    });
    connect(m_loader, &ProfileLoader::forecastsLearnt, this, [this] {
        m_model.setForecasts(m_loader->models().forecasts);
        fitTable();
    });
    connect(m_profile, &ProfileView::userRequested, this, [this](const QString &key) {
        session().selection().setUser(key);
        if (m_model.rowOf(key) < 0) // beside the segment or the search: the profile all the same
            onCurrentUser(key);
    });
    connect(m_profile, &ProfileView::sessionRequested, this,
            [this](const QString &key) { session().requestRecommendations(m_profile->profile().user.key, key); });
    connect(m_segments, &SegmentActions::bookChanged, this, &CustomersPage::onBook);
    connect(&session().selection(), &Selection::segmentChanged, this, &CustomersPage::onSegment);
    connect(m_profile, &ProfileView::intentQualityRequested, this, &CustomersPage::showIntentQuality);
    connect(m_empty, &EmptyState::clicked, this,
            [this] { Q_EMIT session().pageRequested(session().hasWorkspace() ? QStringLiteral("data") : QStringLiteral("start")); });
    connect(&session(), &AppSession::workspaceChanged, this, &CustomersPage::onWorkspace);
    connect(&session(), &AppSession::dataChanged, this, &CustomersPage::markStale);
    connect(&session().selection(), &Selection::userChanged, this, &CustomersPage::selectShown);
    showTexts();
}

QWidget *CustomersPage::makeList()
{
    auto *list = new QWidget;
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins(Theme::space, Theme::space, Theme::space, 0);
    m_search->setObjectName(QStringLiteral("userSearch"));
    m_search->setClearButtonEnabled(true);
    m_atRisk->setObjectName(QStringLiteral("showAtRisk"));
    m_atRisk->setProperty("link", true);
    m_atRisk->hide();
    connect(m_atRisk, &QPushButton::clicked, this, &CustomersPage::chooseAtRisk);
    layout->addWidget(m_chip);
    layout->addWidget(m_atRisk, 0, Qt::AlignLeft);
    layout->addWidget(m_search);
    m_table->setObjectName(QStringLiteral("userTable"));
    m_table->setModel(&m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setFont(Theme::tableFont());
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(26);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->sortByColumn(int(UsersModel::Column::Value), Qt::DescendingOrder);
    m_table->setSortingEnabled(true);
    layout->addWidget(m_table, 1);
    m_none->setObjectName(QStringLiteral("noUser"));
    m_none->setProperty("quiet", true);
    m_none->setAlignment(Qt::AlignCenter);
    layout->addWidget(m_none, 1);
    m_none->hide();
    connect(m_search, &QLineEdit::textChanged, &m_model, &UsersModel::setFilter);
    connect(&m_model, &UsersModel::ordered, this, [this] {
        m_none->setVisible(m_model.rowCount() == 0);
        m_table->setVisible(m_model.rowCount() > 0);
        fitTable();
        selectShown();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &index) {
        if (index.isValid())
            onCurrentUser(index.data(UsersModel::KeyRole).toString());
    });
    return list;
}

QList<QAction *> CustomersPage::moreActions() { return m_segments->undoActions() << m_erase; }

QWidget *CustomersPage::inspector() { return m_model.userCount() > 0 ? m_segments->panel() : nullptr; }

void CustomersPage::activate()
{
    if (m_isStale)
        return load();
    if (m_model.userCount() == 0)
        return;
    selectShown();
    m_loader->lookForRecommender();
}

void CustomersPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    if (session().hasWorkspace() && m_model.userCount() > 0) {
        m_segments->load(); // names and notes are made with it, in the language of the time
        m_loader->learn();  // so is what is said of a user
    }
    showTexts();
}

void CustomersPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    fitTable();
}

void CustomersPage::showTexts()
{
    m_export->setText(tr("Export list"));
    m_export->setToolTip(tr("The users of the list with their state, what is expected of them, what to show each next and why"));
    m_erase->setText(tr("Erase this user..."));
    m_search->setAccessibleName(tr("Search users"));
    m_table->setAccessibleName(tr("Users"));
    m_none->setText(tr("No user is named like that."));
    fitTable();
    showAtRisk();
    showSentence();
    showEmpty();
}

/// What was counted is seen without scrolling, long keys apart, and leaves the profile its room; what is expected of users stands beside it,
/// further right where the room is short.
void CustomersPage::fitTable()
{
    const std::shared_ptr<const UserForecasts> forecasts = m_loader->models().forecasts;
    for (const UsersModel::Column column : {UsersModel::Column::Active, UsersModel::Column::Ahead})
        leaveOutColumn(*m_table, int(column), !forecasts);
    leaveOutColumn(*m_table, int(UsersModel::Column::Worth), !forecasts || !forecasts->hasValues);
    leaveOutColumn(*m_table, int(UsersModel::Column::State), !m_segments->book());
    const auto counted = [this] {
        int needed = fitColumns(*m_table, -1) + m_table->verticalScrollBar()->sizeHint().width();
        constexpr int key = int(UsersModel::Column::User);
        if (const int spare = m_table->columnWidth(key) - std::max(120, width() / 5); spare > 0) { // a key of hundreds of letters
            m_table->setColumnWidth(key, m_table->columnWidth(key) - spare);
            needed -= spare;
        }
        for (const UsersModel::Column column : {UsersModel::Column::Active, UsersModel::Column::Ahead, UsersModel::Column::Worth})
            needed -= m_table->columnWidth(int(column)); // 0 where it is hidden
        return needed;
    };
    if (m_segments->book() && counted() > width() * 2 / 5) // the profile says it too
        leaveOutColumn(*m_table, int(UsersModel::Column::State));
    m_table->setMinimumWidth(std::min(counted(), width() / 2));
}

void CustomersPage::onWorkspace()
{
    m_search->clear();
    markStale();
}

void CustomersPage::markStale()
{
    m_isStale = true;
    m_loader->forget();
    m_model.setForecasts(nullptr);
    if (!session().hasWorkspace()) {
        m_listJob.cancel();
        m_segments->clear();
        show({});
    } else if (isVisible()) {
        load();
    }
}

void CustomersPage::load()
{
    if (!session().hasWorkspace())
        return;
    m_isStale = false;
    setSentence(tr("Reading users"));
    session().runLatestOnWorkspace<UserList>(m_listJob, {tr("Reading users"), Lane::Read, false}, &CustomersPage::readUsers,
        this, [this](Result<UserList> list) {
            if (!list) {
                m_isStale = true;
                return session().report(list.error(), tr("Reading users"));
            }
            m_loader->setTimes(list->listed.times);
            show(*list);
            if (m_list.listed.users->isEmpty())
                return m_segments->clear();
            m_segments->load();
            m_loader->learn();
        });
}

/// The profile on screen is read again, with its state and its scores.
void CustomersPage::onBook()
{
    m_loader->forgetSegments();
    m_model.setBasis(m_segments->book() ? m_segments->book()->basis : nullptr);
    fitTable();
    showAtRisk();
    if (m_segments->book())
        m_loader->reload();
}

void CustomersPage::onSegment()
{
    m_model.setSegment(session().selection().segment().users);
    showAtRisk();
    showSentence();
}

void CustomersPage::showAtRisk()
{
    const SegmentInfo *info = m_segments->book() ? m_segments->book()->find(atRiskKey()) : nullptr;
    m_atRisk->setVisible(info && info->count() > 0 && session().selection().segment().isEverybody());
    if (!info)
        return;
    const QString users = QLocale().toString(info->count());
    m_atRisk->setText(std::isnan(info->share) ? tr("%1: %2", "At risk: 132").arg(info->title, users)
                                              : tr("%1: %2 (%3 % of revenue)", "At risk: 132 (12 % of revenue)").arg(info->title, users, QLocale().toString(100 * info->share, 'f', 0)));
    m_atRisk->setToolTip(tr("Show who is about to leave. %1").arg(info->words));
}

/// Those who brought the most stand first: most is lost with them.
void CustomersPage::chooseAtRisk()
{
    m_search->clear();
    m_table->sortByColumn(int(session().summary().hasAmounts ? UsersModel::Column::Value : UsersModel::Column::Events), Qt::DescendingOrder);
    session().selection().setUser({});
    m_segments->choose(atRiskKey());
    m_table->setFocus();
}

void CustomersPage::showIntentQuality()
{
    const std::shared_ptr<const WorkspaceIntent> intent = m_loader->models().intent;
    if (!intent)
        return;
    auto *dialog = new IntentDialog(*intent, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &IntentDialog::exportRequested, this,
            [this](const ChartContent &chart, const QString &format) { exportCurve(chart, QStringLiteral("reliability"), format); });
    dialog->open();
}

Result<CustomersPage::UserList> CustomersPage::readUsers(Workspace &workspace, JobContext &job)
{
    Result<ListedUsers> listed = listUsers(workspace.data(), nullptr, job);
    if (!listed)
        return fail(listed.error());
    UserList list{std::move(*listed), missing};
    list.topTenthShare = topTenthShare(*list.listed.users);
    return list;
}

void CustomersPage::show(const UserList &list)
{
    m_list = list;
    const DataSummary &summary = session().summary();
    m_model.setUsers(list.listed.users, list.listed.summary(summary));
    leaveOutColumn(*m_table, int(UsersModel::Column::Events), summary.hasAmounts);
    leaveOutColumn(*m_table, int(UsersModel::Column::Value), !summary.hasAmounts);
    if (!summary.hasAmounts && m_table->horizontalHeader()->sortIndicatorSection() == int(UsersModel::Column::Value))
        m_table->sortByColumn(int(UsersModel::Column::Events), Qt::DescendingOrder);
    showTexts();
    Q_EMIT inspectorChanged();
}

void CustomersPage::showSentence()
{
    const ChosenSegment &segment = session().selection().segment();
    const QString shown = QLocale().toString(segment.isEverybody() ? m_model.userCount() : segment.users->count());
    m_search->setPlaceholderText(tr("Search %Ln user(s)", nullptr, segment.isEverybody() ? m_model.userCount() : int(segment.users->count())));
    if (m_model.userCount() == 0)
        return setSentence({});
    QStringList sentences;
    if (!segment.isEverybody())
        sentences << tr("%1: %2 of %Ln user(s).", nullptr, m_model.userCount()).arg(segment.name, shown);
    else if (std::isnan(m_list.topTenthShare) || m_model.userCount() == 1) // who brings all of it
        sentences << tr("%Ln user(s).", nullptr, m_model.userCount());
    else
        sentences << tr("%Ln user(s). The best tenth of them bring %1 % of revenue.", nullptr, m_model.userCount()).arg(QLocale().toString(100 * m_list.topTenthShare, 'f', 0));
    if (segment.choice.key == atRiskKey())
        sentences << tr("Beside the list stands what to show each next and why; Export list writes it for all of them.");
    if (const QString strays = m_list.listed.times.note(); !strays.isEmpty())
        sentences << strays;
    setSentence(sentences.join(u' '));
}

void CustomersPage::showEmpty()
{
    const bool hasUsers = m_model.userCount() > 0;
    if (!session().hasWorkspace())
        m_empty->setText(tr("No workspace is open."), tr("Go to Start"));
    else if (session().summary().users > 0)
        m_empty->setText(tr("Reading users")); // they come in a moment
    else if (session().summary().events > 0)
        m_empty->setText(withoutUsers(session().summary()), tr("Import a log"));
    else if (session().summary().importedSeries > 0)
        m_empty->setText(tr("Here are series alone, without users. Import a log that says who bought or clicked. The series are on the page Forecast."), tr("Import a log"));
    else
        m_empty->setText(tr("No users yet. Import a log that says who bought or clicked."), tr("Import a log"));
    m_stack->setCurrentIndex(hasUsers ? 1 : 0);
    m_export->setEnabled(hasUsers);
    m_erase->setEnabled(hasUsers && !session().isReadOnly());
}

void CustomersPage::selectShown()
{
    if (m_model.rowCount() == 0 || !isVisible()) // out of sight the list may be an old one
        return;
    const QString key = session().selection().userKey();
    const int row = key.isEmpty() ? 0 : m_model.rowOf(key);
    if (row < 0 && m_search->text().isEmpty())
        return onCurrentUser(m_model.user(0).key);
    if (row >= 0)
        m_table->setCurrentIndex(m_model.index(row, 0));
}

void CustomersPage::onCurrentUser(const QString &key)
{
    session().selection().setUser(key);
    if (!m_loader->isShownOrComing(key))
        m_loader->load(key);
}

void CustomersPage::exportList()
{
    if (const Result<void> allowed = GroupFloor{session().settings().smallestGroup()}.allowsList(m_model.rowCount()); !allowed)
        return session().report(allowed.error(), tr("Export the list of users"));
    const QString path = FileDialogs::saveFile(this, tr("Export the list of users"), QStringLiteral("customers.csv"),
                                               tr("Comma-separated values (*.csv)"));
    if (path.isEmpty())
        return;
    const UsersModel::Shown shown = m_model.shown();
    const QString title = tr("Exporting %1 users").arg(QLocale().toString(qint64(shown.order.size())));
    const ShopperFile file{shown.users, shown.order, shown.forecasts, m_segments->book() ? m_segments->book()->basis : nullptr, m_loader->models().recommender};
    session().runOnWorkspace<bool>({title, Lane::Read, true},
        [file, path](Workspace &workspace, JobContext &job) { return writeShoppers(file, workspace.data(), path, 0, job).map([] { return true; }); }, this,
        [this, path, title](const Result<bool> &written) {
            if (!written)
                return session().report(written.error(), title);
            session().tellSaved(path);
        });
}

void CustomersPage::askToErase()
{
    const QString key = m_profile->profile().user.key;
    if (key.isEmpty())
        return;
    const QString text = tr("Erase %1 for good? Events, sessions and attributes of this user are removed from the workspace and all totals are counted anew. "
                            "Stored runs hold sums of many users and stay. This cannot be undone; only an import of a file that names the user brings the "
                            "user back.").arg(key);
    Confirm::ask(this, {tr("Erase a user"), text, tr("Erase")}, [this, key] { erase(key); });
}

void CustomersPage::erase(const QString &key)
{
    const QString title = tr("Erasing a user");
    session().runOnWorkspace<Erasure>({title, Lane::Write, false},
        [key](Workspace &workspace, JobContext &job) { return eraseUser(workspace, key, job); }, this,
        [this, title](const Result<Erasure> &erased) {
            if (!erased)
                return session().report(erased.error(), title);
            session().selection().setUser({});
            session().reloadData();
            const int events = int(erased->events);
            Q_EMIT session().said(erased->isWrittenOver ? tr("The user is erased: %Ln event(s) are gone.", nullptr, events)
                                                        : tr("The user is erased: %Ln event(s) are gone. Another program reads the file, so unused parts of it may "
                                                             "still hold the id: close it and erase again.", nullptr, events));
        });
}

void CustomersPage::exportCurve(const ChartContent &chart, const QString &what, const QString &format)
{
    const QString name = QStringLiteral("%1-%2.%3").arg(FileDialogs::nameOf(m_profile->profile().user.key), what, format);
    const QString path = FileDialogs::saveFile(this, tr("Export the activity"), name,
                                               QStringLiteral("%1 (*.%2)").arg(format.toUpper(), format));
    if (path.isEmpty())
        return;
    Result<QByteArray> bytes = renderChart(chart, format);
    if (!bytes)
        return session().report(bytes.error(), tr("Export of %1").arg(name));
    session().save(tr("Exporting %1").arg(name), path, [path, content = *bytes] { return saveBytes(content, path); });
}

} // namespace foretrail
