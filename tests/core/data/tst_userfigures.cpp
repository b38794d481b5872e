// The figures of all users against statements of plain SQL over the same events, which group and order inside the database, on random
// logs that are not in the order of time; and what imports, undoing and bringing back leave of them.
#include "core/data/ImportHistory.h"
#include "core/data/KindMeanings.h"
#include "core/data/figures/FigureStore.h"
#include "core/data/sqlite/Connection.h"
#include "tests/core/data/EventBuilder.h"

#include <random>

using namespace foretrail;
using test::TestEvent;

namespace {

/// Events of users u1 to `users`, a third of them in sessions of the log.
std::vector<TestEvent> someEvents(int count, int users, quint64 seed, int firstUser = 1)
{
    std::mt19937_64 random(seed);
    std::vector<TestEvent> events;
    const QDateTime start(QDate(2023, 3, 1), QTime(0, 0), QTimeZone::utc());
    for (int i = 0; i < count; ++i) {
        TestEvent event;
        const qint64 minute = qint64(random() % (90 * 24 * 60));
        event.time = start.addSecs(minute * 20).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
        event.user = "u" + std::to_string(firstUser + int(random() % quint64(users)));
        event.item = "i" + std::to_string(random() % 30);
        event.category = "c" + std::to_string(random() % 5);
        event.kind = random() % 4 == 0 ? "purchase" : random() % 3 == 0 ? "cart" : "view";
        if (random() % 3 == 0)
            event.session = event.user + "s" + std::to_string(random() % 6);
        if (event.kind == "purchase")
            event.amount = double(random() % 900) / 8;
        events.push_back(event);
    }
    return events;
}

const char *const countedBySql = R"(
WITH o AS (SELECT *, lag(time) OVER w AS before, coalesce(lag(coalesce(session_id, 0)) OVER w, -1) AS session_before
           FROM events WINDOW w AS (PARTITION BY user_id ORDER BY time, id))
SELECT user_id, count(*), sum(coalesce(amount, 0)), min(time), max(time),
  count(DISTINCT session_id) + sum(session_id IS NULL AND (session_before <> 0 OR time - before > 1800000)),
  count(DISTINCT CASE WHEN k.meaning = 'purchase' THEN session_id END) + sum(k.meaning = 'purchase' AND session_id IS NULL),
  count(DISTINCT time / 86400000), count(DISTINCT CASE WHEN k.meaning = 'purchase' THEN time / 86400000 END),
  sum(k.meaning = 'purchase'), sum(k.meaning = 'view'), sum(k.meaning = 'cart'), count(DISTINCT item_id),
  min(CASE WHEN k.meaning = 'purchase' THEN time / 86400000 END), max(CASE WHEN k.meaning = 'purchase' THEN time / 86400000 END)
FROM o JOIN kinds k ON k.id = o.kind_id GROUP BY user_id)";

const char *const gapsBySql = R"(
WITH d AS (SELECT DISTINCT user_id, time / 86400000 AS day FROM events e JOIN kinds k ON k.id = e.kind_id WHERE k.meaning = 'purchase'),
     g AS (SELECT day - lag(day) OVER (PARTITION BY user_id ORDER BY day) AS gap FROM d)
SELECT gap, count(*) FROM g WHERE gap IS NOT NULL GROUP BY gap)";

} // namespace

class TestUserFigures : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void equalsSql_data();
    void equalsSql();
    void isReadAgain();
    void onlyNewEventsAreCounted();
    void undoAndRedo();
    void meaningsCount();
    void severalPasses();
    void wrongClocks();
    void robots();
    void withoutAClock();
    void twoEventsAndNobody();
    void sessionGap();
    void stops();

private:
    SharedFigures figures(const FigureOptions &options = {});
    SharedFigures anew();
    void compareWithSql(const ShopFigures &figures);
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
    JobContext m_job;
};

void TestUserFigures::init()
{
    m_workspace.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_workspace = std::make_unique<Workspace>(Workspace::create(m_folder->filePath(QStringLiteral("w.foretrail"))).value());
}

SharedFigures TestUserFigures::figures(const FigureOptions &options)
{
    const Result<SharedFigures> figures = workspaceFigures(*m_workspace, m_job, options);
    if (!figures)
        qFatal("%s", qPrintable(figures.error().message));
    return *figures;
}

/// As if nothing had been kept.
SharedFigures TestUserFigures::anew()
{
    if (!m_workspace->setSetting(QStringLiteral("figures.state"), QString()))
        qFatal("the setting was not written");
    return figures();
}

void TestUserFigures::compareWithSql(const ShopFigures &figures)
{
    Statement rows = m_workspace->connection().prepare(countedBySql);
    qint64 users = 0;
    while (rows.step()) {
        const UserFigures &user = figures.of({rows.integer(0)});
        ++users;
        QCOMPARE(qint64(user.events), rows.integer(1));
        QVERIFY(std::abs(user.value - rows.real(2)) < 1e-6);
        QCOMPARE(user.firstSeen, rows.integer(3));
        QCOMPARE(user.lastSeen, rows.integer(4));
        QCOMPARE(qint64(user.sessions), rows.integer(5));
        QCOMPARE(qint64(user.orders), rows.integer(6));
        QCOMPARE(qint64(user.activeDays), rows.integer(7));
        QCOMPARE(qint64(user.purchaseDays), rows.integer(8));
        QCOMPARE(qint64(user.purchases), rows.integer(9));
        QCOMPARE(qint64(user.views), rows.integer(10));
        QCOMPARE(qint64(user.carts), rows.integer(11));
        QCOMPARE(qint64(user.items), rows.integer(12));
        if (user.purchaseDays > 0) {
            QCOMPARE(qint64(user.firstDay), rows.integer(13));
            QCOMPARE(qint64(user.lastDay), rows.integer(14));
        }
    }
    QCOMPARE(figures.count, users);
    GapCounts gaps;
    Statement counted = m_workspace->connection().prepare(gapsBySql);
    while (counted.step())
        gaps.emplace(qint32(counted.integer(0)), counted.integer(1));
    QVERIFY(figures.purchaseGaps == gaps);
}

void TestUserFigures::equalsSql_data()
{
    QTest::addColumn<int>("events");
    QTest::addColumn<int>("users");
    QTest::newRow("few") << 40 << 7;
    QTest::newRow("many events of few") << 3000 << 5;
    QTest::newRow("more users than a block holds") << 12000 << 6000;
}

void TestUserFigures::equalsSql()
{
    QFETCH(int, events);
    QFETCH(int, users);
    VERIFY_RESULT(test::store(*m_workspace, someEvents(events, users, 7)));
    compareWithSql(*figures());
}

void TestUserFigures::isReadAgain()
{
    VERIFY_RESULT(test::store(*m_workspace, someEvents(500, 20, 1)));
    QCOMPARE(keptFigures(*m_workspace).has_value(), false);
    const SharedFigures first = figures();
    QVERIFY(first->redone > 0);
    const SharedFigures again = figures();
    QCOMPARE(again->redone, 0);
    QVERIFY(again->users == first->users);
    QVERIFY(again->purchaseGaps == first->purchaseGaps && again->visitGaps == first->visitGaps);
    const Result<SharedFigures> kept = keptFigures(*m_workspace);
    VERIFY_RESULT(kept);
    QVERIFY((*kept)->users == first->users);
}

void TestUserFigures::onlyNewEventsAreCounted()
{
    VERIFY_RESULT(test::store(*m_workspace, someEvents(6000, 300, 2)));
    figures();
    VERIFY_RESULT(test::store(*m_workspace, someEvents(15, 4, 3, 298), 100'000)); // users 298 to 301: one is new
    const SharedFigures refreshed = figures();
    QVERIFY2(refreshed->redone > 0 && refreshed->redone <= 4, QByteArray::number(refreshed->redone));
    compareWithSql(*refreshed);
    const SharedFigures whole = anew();
    QVERIFY(whole->users == refreshed->users);
    QVERIFY(whole->purchaseGaps == refreshed->purchaseGaps);
    QVERIFY(whole->visitGaps == refreshed->visitGaps);
    QCOMPARE(whole->lastDay, refreshed->lastDay);
}

void TestUserFigures::undoAndRedo()
{
    VERIFY_RESULT(test::store(*m_workspace, someEvents(900, 30, 4)));
    const SharedFigures first = figures();
    VERIFY_RESULT(test::store(*m_workspace, someEvents(300, 40, 5), 100'000));
    const SharedFigures both = figures();
    compareWithSql(*both);
    VERIFY_RESULT(undoImport(*m_workspace, 2, m_job));
    const SharedFigures undone = figures();
    compareWithSql(*undone);
    for (size_t user = 0; user < first->users.size(); ++user)
        QVERIFY(undone->users[user] == first->users[user]);
    VERIFY_RESULT(redoImport(*m_workspace, 2, m_job));
    const SharedFigures redone = figures();
    QVERIFY(redone->users == both->users);
    QVERIFY(redone->purchaseGaps == both->purchaseGaps);
}

void TestUserFigures::meaningsCount()
{
    VERIFY_RESULT(test::store(*m_workspace, someEvents(400, 10, 6)));
    const SharedFigures before = figures();
    VERIFY_RESULT(setKindMeaning(*m_workspace, QStringLiteral("cart"), QStringLiteral("purchase"), m_job));
    const SharedFigures after = figures();
    compareWithSql(*after);
    QVERIFY(after->users[1].purchases > before->users[1].purchases);
}

// A budget for a few events makes it read the log again and again; the figures do not depend on it, nor on the threads.
void TestUserFigures::severalPasses()
{
    VERIFY_RESULT(test::store(*m_workspace, someEvents(20000, 9000, 8)));
    FigureOptions options;
    options.bytes = 100'000;
    const SharedFigures some = figures(options);
    compareWithSql(*some);
    QVERIFY(some->users == anew()->users);
}

void TestUserFigures::wrongClocks()
{
    std::vector<TestEvent> events = someEvents(600, 10, 9);
    TestEvent stray = events.front();
    stray.time = QStringLiteral("1970-01-01T00:00:10");
    events.push_back(stray);
    stray.time = QStringLiteral("2087-05-05T00:00:10");
    events.push_back(stray);
    VERIFY_RESULT(test::store(*m_workspace, events));
    const SharedFigures shop = figures();
    QCOMPARE(shop->strayEvents, 2);
    QCOMPARE(shop->firstDay / 365, qint64(53)); // 2023
    QCOMPARE(shop->lastDay / 365, qint64(53));
    qint64 strays = 0, all = 0;
    for (const UserFigures &user : shop->users) {
        strays += user.strayEvents;
        all += user.events;
    }
    QCOMPARE(strays, 2);
    QCOMPARE(all, 602);
}

void TestUserFigures::robots()
{
    std::vector<TestEvent> events = someEvents(50, 5, 10);
    for (int second = 0; second < 40; ++second) { // forty moments within a minute
        TestEvent event;
        event.time = QStringLiteral("2023-03-02T10:00:%1").arg(second, 2, 10, QLatin1Char('0'));
        event.user = "robot";
        event.kind = "view";
        events.push_back(event);
    }
    VERIFY_RESULT(test::store(*m_workspace, events));
    const UserRow robot = m_workspace->data().user(QStringLiteral("robot")).value();
    const SharedFigures shop = figures();
    QCOMPARE(std::ranges::count_if(shop->users, [](const UserFigures &user) { return user.isRobot != 0; }), 1);
    QVERIFY(shop->of(robot.id).isRobot);
    QCOMPARE(shop->of(robot.id).sessions, 1U);
}

void TestUserFigures::withoutAClock()
{
    FactWriterOptions options{QStringLiteral("by hand"), QStringLiteral("events"), {}, 0, ConflictPolicy::Skip};
    options.hasClock = false;
    auto writer = FactWriter::begin(*m_workspace, options);
    VERIFY_RESULT(writer);
    for (int i = 0; i < 6; ++i) {
        EventRow row;
        row.time = i;
        row.user = "ann";
        row.kind = "view";
        row.session = i < 3 ? "s1" : "s2";
        row.fingerprint = quint64(i) + 1;
        VERIFY_RESULT((*writer)->addEvent(row));
    }
    VERIFY_RESULT((*writer)->commit({}, {}, "sha", m_job));
    const SharedFigures shop = figures();
    QCOMPARE(shop->hasClock, false);
    QCOMPARE(shop->users[1].events, 6U);
    QCOMPARE(shop->users[1].sessions, 2U);
    QCOMPARE(shop->users[1].activeDays, 0U);
}

void TestUserFigures::twoEventsAndNobody()
{
    const SharedFigures empty = figures();
    QCOMPARE(empty->count, 0);
    VERIFY_RESULT(test::store(*m_workspace, {{QStringLiteral("2023-01-01T10:00:00"), "ann", "x"}, {QStringLiteral("2023-01-09T10:00:00"), "ann", "y"}}));
    const SharedFigures two = figures();
    QCOMPARE(two->count, 1);
    QCOMPARE(two->users[1].lastGap, 8);
    QCOMPARE(two->users[1].orders, 2U);
    QCOMPARE(two->purchaseGaps, (GapCounts{{8, 1}}));
}

void TestUserFigures::sessionGap()
{
    const auto at = [](const char *time) { return TestEvent{QStringLiteral("2023-01-01T") + QString::fromLatin1(time), "ann", "x", "view"}; };
    VERIFY_RESULT(test::store(*m_workspace, {at("10:00:00"), at("10:30:00"), at("11:00:01"), at("11:10:00")}));
    QCOMPARE(figures()->users[1].sessions, 2U); // 30 minutes still go on, a second more does not
    VERIFY_RESULT(setSessionGapMinutes(*m_workspace, 5));
    QCOMPARE(figures()->users[1].sessions, 4U);
    VERIFY_RESULT(setSessionGapMinutes(*m_workspace, 60));
    QCOMPARE(figures()->users[1].sessions, 1U);
    QVERIFY(!setSessionGapMinutes(*m_workspace, 0));
}

void TestUserFigures::stops()
{
    VERIFY_RESULT(test::store(*m_workspace, someEvents(40000, 10, 11)));
    JobContext job;
    job.requestStop();
    const Result<SharedFigures> stopped = workspaceFigures(*m_workspace, job);
    QVERIFY(!stopped && stopped.error().isCancelled());
}

FORETRAIL_TEST_MAIN(TestUserFigures, QCoreApplication)
#include "tst_userfigures.moc"
