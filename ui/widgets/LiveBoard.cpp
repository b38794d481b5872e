#include "ui/widgets/LiveBoard.h"

#include "ui/charts/FunnelStrip.h"
#include "ui/charts/LineChart.h"
#include "ui/charts/TodayChart.h"
#include "ui/models/SortedRows.h"
#include "ui/models/TableHabits.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/HeadlineNumber.h"
#include "ui/widgets/PlainTable.h"

#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLocale>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QTimeZone>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

constexpr size_t rateSeconds = 5; ///< that the rate is of

double rateOf(const std::vector<double> &seconds)
{
    double events = 0;
    size_t counted = 0;
    for (size_t back = 2; back <= seconds.size() && counted < rateSeconds; ++back, ++counted) // the running second is not over
        events += seconds[seconds.size() - back];
    return counted > 0 ? events / double(counted) : 0;
}

QLabel *boldLabel()
{
    auto *label = new QLabel;
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    return label;
}

} // namespace

LiveBoard::LiveBoard(QWidget *parent)
    : QWidget(parent), m_numbers{new HeadlineNumber(QStringLiteral("liveRate")), new HeadlineNumber(QStringLiteral("liveOnline")), new HeadlineNumber(QStringLiteral("liveBought")), new HeadlineNumber(QStringLiteral("liveToday"))},
      m_funnel(new FunnelStrip), m_funnelTitle(boldLabel()), m_users(plainTable(QStringLiteral("liveUsers"), &m_model)), m_nobody(new QLabel), m_usersStack(new QStackedWidget), m_newest(plainTable(QStringLiteral("liveNewest"), &m_newestRows)), m_lists(new QTabWidget), m_learning(new QLabel),
      m_today(new LineChart), m_todayTitle(boldLabel()), m_todaySentence(new QLabel), m_alertsTitle(boldLabel()), m_alerts(plainTable(QStringLiteral("liveAlerts"), &m_alertRows, RowOrder::OfModel))
{
    setObjectName(QStringLiteral("liveBoard"));
    m_today->setObjectName(QStringLiteral("liveTodayChart"));
    m_todaySentence->setObjectName(QStringLiteral("liveTodaySentence"));
    m_learning->setObjectName(QStringLiteral("liveLearning"));
    m_learning->setProperty("quiet", true);
    m_learning->setWordWrap(true);
    m_todaySentence->setWordWrap(true);
    m_funnel->setObjectName(QStringLiteral("liveFunnel"));
    m_users->setSelectionMode(QAbstractItemView::SingleSelection);
    m_users->horizontalHeader()->setStretchLastSection(true);
    m_alerts->horizontalHeader()->setStretchLastSection(true);
    m_alerts->horizontalHeader()->hide();
    m_alerts->setWordWrap(true);
    m_alerts->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_alerts->setSelectionMode(QAbstractItemView::NoSelection);
    keepRowsInPlace(*m_alerts); // the latest first, and no title to click on
    setColumnWidths(m_users, {106, 88, 74, 108, 94, 72});
    m_nobody->setObjectName(QStringLiteral("liveNobody"));
    m_nobody->setAlignment(Qt::AlignCenter);
    m_nobody->setProperty("quiet", true);
    m_nobody->setWordWrap(true);
    m_usersStack->addWidget(m_nobody);
    m_usersStack->addWidget(m_users);
    m_newest->horizontalHeader()->setStretchLastSection(true);
    m_newest->setSelectionMode(QAbstractItemView::NoSelection);
    setColumnWidths(m_newest, {110, 220});
    arrange();
    connect(m_users->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this](const QItemSelection &selected) { // focus alone chooses nobody
        if (selected.isEmpty())
            return; // the visit is over: its user stays chosen
        const QModelIndex now = selected.indexes().constFirst();
        m_chosen = now.data(LiveUsersModel::UserRole).toLongLong();
        m_chosenKey = m_model.users()[inModel(now).row()].key;
        Q_EMIT userChosen(m_chosen, m_chosenKey);
    });
    connect(m_users, &QTableView::activated, this, [this](const QModelIndex &index) { Q_EMIT userOpened(m_model.users()[inModel(index).row()].key); });
    connect(m_today, &LineChart::exportRequested, this, &LiveBoard::chartExport);
    showTexts();
}

void LiveBoard::arrange()
{
    auto *numbersRow = new QHBoxLayout;
    numbersRow->setSpacing(3 * Theme::space);
    for (HeadlineNumber *number : m_numbers)
        numbersRow->addWidget(number, 1);
    const auto paneOf = [](std::initializer_list<QWidget *> fixed, QWidget *growing) {
        auto *pane = new QWidget;
        auto *column = new QVBoxLayout(pane);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(Theme::space / 2);
        for (QWidget *widget : fixed)
            column->addWidget(widget);
        column->addWidget(growing, 1);
        return card(pane, Theme::space);
    };
    auto *day = new QSplitter(Qt::Horizontal);
    day->setObjectName(QStringLiteral("liveDaySplitter"));
    day->setChildrenCollapsible(false);
    day->addWidget(paneOf({m_todayTitle, m_todaySentence}, m_today));
    day->addWidget(paneOf({m_funnelTitle, m_funnel, m_alertsTitle}, m_alerts));
    day->setStretchFactor(0, 1);
    day->setStretchFactor(1, 1);
    day->setSizes({430, 510});
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setObjectName(QStringLiteral("liveSplitter"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(day);
    m_lists->setObjectName(QStringLiteral("liveLists"));
    m_lists->setDocumentMode(true);
    auto *visits = new QWidget;
    auto *visitsColumn = new QVBoxLayout(visits);
    visitsColumn->setContentsMargins(0, Theme::space / 2, 0, 0);
    visitsColumn->setSpacing(Theme::space / 2);
    visitsColumn->addWidget(m_learning);
    visitsColumn->addWidget(m_usersStack, 1);
    m_lists->addTab(visits, QString());
    m_lists->addTab(m_newest, QString());
    splitter->addWidget(card(m_lists, Theme::space));
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({250, 260});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space);
    auto *top = new QWidget;
    numbersRow->setContentsMargins(0, 0, 0, 0);
    top->setLayout(numbersRow);
    layout->addWidget(card(top, Theme::space));
    layout->addWidget(splitter, 1);
}

void LiveBoard::setTick(const LiveTick &tick)
{
    m_tick = tick;
    if (!tick.shop)
        return;
    const LiveSnapshot &shop = *tick.shop;
    showNumbers(shop);
    m_model.setUsers(shop.sessions, shop.now);
    m_usersStack->setCurrentWidget(shop.sessions.isEmpty() ? static_cast<QWidget *>(m_nobody) : m_users);
    const QString untold = shop.untold.join(u' ');
    m_learning->setText(shop.learning.isEmpty() ? untold : shop.learning);
    m_learning->setVisible(!m_learning->text().isEmpty());
    showToday(shop.today);
    showAlerts(shop);
    showNewest(shop);
}

void LiveBoard::showNewest(const LiveSnapshot &shop)
{
    QList<QStringList> rows{{tr("User"), tr("Show"), tr("Why")}};
    for (const ToldUser &user : shop.newest)
        for (const RecommendedItem &item : user.next)
            rows << QStringList{user.key, item.name.isEmpty() ? item.item : item.name, reasonText(item)};
    if (rows != m_newestRows.table())
        m_newestRows.setTable(rows);
}

void LiveBoard::showNumbers(const LiveSnapshot &shop)
{
    const QLocale locale;
    const double rate = rateOf(shop.rate);
    m_numbers[Rate]->setTexts(tr("Events a second"), locale.toString(rate, 'f', rate < 10 ? 1 : 0), tr("%1 stored so far").arg(locale.toString(m_tick.total.stored)));
    m_numbers[Online]->setTexts(tr("Users online"), locale.toString(shop.online), tr("%Ln visit(s) not over", nullptr, int(shop.running)));
    m_numbers[Funnel]->setTexts(tr("Bought within the hour"), locale.toString(shop.funnel.bought), tr("of %Ln user(s) who were there", nullptr, int(shop.funnel.users)));
    const TodayReading &today = shop.today;
    m_numbers[Today]->setTexts(today.measure == Measure::Revenue ? tr("Revenue today") : tr("Events today"), (locale.toString(today.soFar, 'f', 0) + u' ' + (today.measure == Measure::Revenue ? today.unit : QString())).trimmed(),
                               !today.isKnown() ? QString() : std::isnan(today.low) ? tr("%1 expected").arg(locale.toString(today.expected, 'f', 0))
                                                : tr("%1 expected, %2 to %3").arg(locale.toString(today.expected, 'f', 0), locale.toString(today.low, 'f', 0), locale.toString(today.high, 'f', 0)));
    FunnelPosition position;
    if (shop.funnel.hasViews)
        position.stages.append({QStringLiteral("view"), shop.funnel.viewed});
    if (shop.funnel.hasCarts)
        position.stages.append({QStringLiteral("cart"), shop.funnel.carted});
    if (shop.funnel.hasPurchases)
        position.stages.append({QStringLiteral("purchase"), shop.funnel.bought});
    m_funnel->setPosition(position);
}

void LiveBoard::showToday(const TodayReading &today)
{
    m_todayTitle->setText(tr("Today, %1").arg(today.day == 0 ? QString() : formatTime(today.day, Step::Day)));
    m_todaySentence->setText(todaySentence(today));
    m_today->setContent(todayContent(today));
}

void LiveBoard::showAlerts(const LiveSnapshot &shop)
{
    QList<QStringList> rows{{tr("What happened")}};
    ZoneClock clock{QTimeZone(m_timeZone.isEmpty() ? QByteArrayLiteral("UTC") : m_timeZone.toLatin1())};
    const WallMs today = floorToStep(clock.toWall(shop.now), Step::Day);
    for (const LiveAlert &alert : shop.alerts) {
        const WallMs wall = clock.toWall(alert.time);
        const QString format = wall >= today ? QStringLiteral("HH:mm  ") : QStringLiteral("yyyy-MM-dd HH:mm  ");
        rows << QStringList{QDateTime::fromMSecsSinceEpoch(wall, Qt::UTC).toString(format) + alert.text};
    }
    if (rows != m_alertRows.table())
        m_alertRows.setTable(rows);
    m_alertsTitle->setText(shop.alerts.isEmpty() ? tr("Nothing to know") : tr("To know"));
}

std::optional<ToldUser> LiveBoard::chosenVisit() const
{
    const QList<ToldUser> &users = m_model.users();
    const auto visit = std::find_if(users.begin(), users.end(), [this](const ToldUser &user) { return user.user.id.value == m_chosen; });
    return visit == users.end() ? std::nullopt : std::optional(*visit);
}

void LiveBoard::showTexts()
{
    m_funnelTitle->setText(tr("Users of the last hour"));
    m_lists->setTabText(0, tr("Visits that are not over, who is likeliest to buy first"));
    m_lists->setTabText(1, tr("Newest recommendations"));
    m_nobody->setText(tr("Nobody is about. A visit is over half an hour after its last event, by the clock of the shop."));
    m_users->setAccessibleName(m_lists->tabText(0));
    m_newest->setAccessibleName(m_lists->tabText(1));
    m_alerts->setAccessibleName(tr("To know"));
    setTick(m_tick.shop ? m_tick : LiveTick{0, 0, {}, {}, 0, {}, false, std::make_shared<const LiveSnapshot>()});
}

void LiveBoard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showTexts();
}

} // namespace foretrail
