// Which days a log credibly covers, on counts by day that were judged by hand by the words of the rule; and the same of a workspace.
#include "core/data/CredibleTimes.h"
#include "core/data/figures/FigureStore.h"
#include "tests/core/data/EventBuilder.h"

using namespace foretrail;
using test::TestEvent;
using Days = std::map<DayNumber, qint64>;

namespace {

/// `rows` on each of `count` days from `first` on.
Days daily(DayNumber first, int count, qint64 rows)
{
    Days days;
    for (int i = 0; i < count; ++i)
        days.emplace(first + i, rows);
    return days;
}

Days with(Days days, const Days &more)
{
    for (const auto &[day, rows] : more)
        days[day] += rows;
    return days;
}

} // namespace

class TestCredibleTimes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void spans_data();
    void spans();
    void ofAWorkspace();
    void calendarOfTheWorkspace();
    void withoutAClock();
    void usersWithStraysOnly();
    void stops();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Workspace> m_workspace;
    JobContext m_job;
    int m_shops = 0;
};

void TestCredibleTimes::init()
{
    m_workspace = std::make_unique<Workspace>(std::move(*Workspace::create(m_folder.filePath(QStringLiteral("%1.foretrail").arg(++m_shops)))));
}

void TestCredibleTimes::spans_data()
{
    QTest::addColumn<Days>("days");
    QTest::addColumn<qint64>("first");
    QTest::addColumn<qint64>("last");
    const Days month = daily(19'000, 30, 100);
    QTest::newRow("nothing strays") << month << qint64(19'000) << qint64(19'029);
    QTest::newRow("1970 and 2037") << with(month, {{0, 1}, {24'500, 2}}) << qint64(19'000) << qint64(19'029);
    QTest::newRow("as far before as behind") << with(month, {{19'000 - 7000, 1}, {19'029 + 7000, 1}}) << qint64(19'000) << qint64(19'029);
    QTest::newRow("too many to be strays") << with(month, {{0, 40}}) << qint64(0) << qint64(19'029);
    QTest::newRow("a silence of three middles") << with(month, {{19'029 + 90, 1}}) << qint64(19'000) << qint64(19'119); // 3 x 30 days
    QTest::newRow("and one day more") << with(month, {{19'029 + 91, 1}}) << qint64(19'000) << qint64(19'029);
    // The days of the Taobao sample: 2017-09-11 strays, the four days before the nine do not.
    QTest::newRow("nine days") << Days{{-75, 1}, {-5, 1}, {-2, 2}, {-1, 18}, {0, 4620}, {1, 4182}, {2, 4248}, {3, 4517}, {4, 4324}, {5, 4185}, {6, 5009}, {7, 5143}, {8, 5707}}
                               << qint64(-5) << qint64(8);
    QTest::newRow("years of sales before a click log") << with(daily(18'000, 1000, 10), daily(19'000, 9, 1'000'000)) << qint64(18'000) << qint64(19'008);
    QTest::newRow("few rows, a silence of half a year") << with(daily(19'000, 30, 2), {{19'200, 1}}) << qint64(19'000) << qint64(19'200);
    QTest::newRow("few rows, a silence of years") << with(daily(19'000, 30, 2), {{0, 1}, {24'500, 1}}) << qint64(19'000) << qint64(19'029);
    QTest::newRow("fewer than 20 rows") << with(daily(19'000, 18, 1), {{0, 1}}) << qint64(0) << qint64(19'017);
    QTest::newRow("one day") << Days{{5, 1}} << qint64(5) << qint64(5);
}

void TestCredibleTimes::spans()
{
    QFETCH(Days, days);
    QFETCH(qint64, first);
    QFETCH(qint64, last);
    const DaySpan span = credibleSpan(days);
    QCOMPARE(span.first, first);
    QCOMPARE(span.last, last);
}

namespace {

std::vector<TestEvent> monthOfVisits()
{
    std::vector<TestEvent> events;
    for (int i = 0; i < 60; ++i) {
        TestEvent event;
        event.time = QStringLiteral("2024-01-%1T%2:00:00").arg(1 + i / 2, 2, 10, QLatin1Char('0')).arg(i % 2 == 0 ? 9 : 18, 2, 10, QLatin1Char('0'));
        event.user = i % 3 == 0 ? "ann" : "bob";
        event.kind = "view";
        events.push_back(event);
    }
    return events;
}

TestEvent viewOf(const char *user, const char *time)
{
    TestEvent event;
    event.time = QString::fromLatin1(time);
    event.user = user;
    event.kind = "view";
    return event;
}

} // namespace

void TestCredibleTimes::ofAWorkspace()
{
    std::vector<TestEvent> events = monthOfVisits();
    VERIFY_RESULT(test::store(*m_workspace, events));
    Result<CredibleTimes> times = m_workspace->data().credibleTimes(m_job);
    VERIFY_RESULT(times);
    QCOMPARE(times->first, test::utc(QStringLiteral("2024-01-01T09:00:00")));
    QCOMPARE(times->last, test::utc(QStringLiteral("2024-01-30T18:00:00")));
    QCOMPARE(times->strays, qint64(0));
    QVERIFY(times->note().isEmpty());
    VERIFY_RESULT(test::store(*m_workspace, {viewOf("ann", "1970-01-01T00:00:10"), viewOf("bob", "2037-05-05T00:00:10"), viewOf("bob", "2037-05-05T00:00:11")}, 1000));
    times = m_workspace->data().credibleTimes(m_job);
    VERIFY_RESULT(times);
    QCOMPARE(times->first, test::utc(QStringLiteral("2024-01-01T09:00:00")));
    QCOMPARE(times->last, test::utc(QStringLiteral("2024-01-30T18:00:00")));
    QCOMPARE(times->strays, qint64(3));
    QVERIFY2(times->note().startsWith(QStringLiteral("3 event")) && times->note().contains(QStringLiteral("2024-01-01 to 2024-01-30")), qPrintable(times->note()));
    const Result<SharedFigures> figures = workspaceFigures(*m_workspace, m_job);
    VERIFY_RESULT(figures);
    QCOMPARE((*figures)->strayEvents, qint64(3));
    QCOMPARE((*figures)->lastDay, times->days.last);
    const UserFigures &bob = (*figures)->users[size_t(m_workspace->data().user(QStringLiteral("bob"))->id.value)];
    QCOMPARE(bob.lastSeen, test::utc(QStringLiteral("2024-01-30T18:00:00")));
}

// Half past eleven at night in UTC is the next day in Shanghai.
void TestCredibleTimes::calendarOfTheWorkspace()
{
    std::vector<TestEvent> events = monthOfVisits();
    events.push_back(viewOf("ann", "2024-01-30T23:30:00"));
    VERIFY_RESULT(test::store(*m_workspace, events));
    VERIFY_RESULT(m_workspace->setSetting(QStringLiteral("timeZone"), QStringLiteral("Asia/Shanghai")));
    const Result<CredibleTimes> times = m_workspace->data().credibleTimes(m_job);
    VERIFY_RESULT(times);
    QCOMPARE(formatTime(times->days.last * dayMs, Step::Day), QStringLiteral("2024-01-31"));
}

void TestCredibleTimes::withoutAClock()
{
    FactWriterOptions options{QStringLiteral("by hand"), QStringLiteral("events"), {}, 0, ConflictPolicy::Skip};
    options.hasClock = false;
    auto writer = FactWriter::begin(*m_workspace, options);
    VERIFY_RESULT(writer);
    VERIFY_RESULT((*writer)->addEvent(test::rowOf(viewOf("ann", "2024-01-01T10:00:00"), 1)));
    VERIFY_RESULT((*writer)->commit({}, {}, {}, m_job));
    const Result<CredibleTimes> times = m_workspace->data().credibleTimes(m_job);
    VERIFY_RESULT(times);
    QVERIFY(times->holds(0) && times->strays == 0);
    QVERIFY(!m_workspace->data().users(m_job)->front().hasTimes);
}

void TestCredibleTimes::usersWithStraysOnly()
{
    std::vector<TestEvent> events = monthOfVisits();
    events.push_back(viewOf("old", "1970-01-01T00:00:10"));
    events.push_back(viewOf("ann", "1970-01-01T00:00:11"));
    VERIFY_RESULT(test::store(*m_workspace, events));
    const Result<QList<UserRow>> users = m_workspace->data().users(m_job);
    VERIFY_RESULT(users);
    QCOMPARE(users->size(), 3);
    for (const UserRow &user : *users) {
        QCOMPARE(user.hasTimes, user.key != QStringLiteral("old"));
        if (user.key == QStringLiteral("ann"))
            QCOMPARE(user.firstSeen, test::utc(QStringLiteral("2024-01-01T09:00:00")));
    }
}

void TestCredibleTimes::stops()
{
    std::vector<TestEvent> events = monthOfVisits();
    events.push_back(viewOf("old", "1970-01-01T00:00:10"));
    for (int i = 0; i < 70'000; ++i)
        events.push_back(events[size_t(i % 60)]);
    VERIFY_RESULT(test::store(*m_workspace, events));
    JobContext job;
    job.requestStop();
    const Result<CredibleTimes> times = m_workspace->data().credibleTimes(job);
    QVERIFY(!times && times.error().isCancelled());
}

FORETRAIL_TEST_MAIN(TestCredibleTimes, QCoreApplication)
#include "tst_credibletimes.moc"
