// Funnels, retention, paths and lifecycle on logs made by hand, and against slow counting that goes by the words of the definitions.
#include "core/behaviour/flows/Funnel.h"
#include "core/behaviour/flows/Lifecycle.h"
#include "core/behaviour/flows/Paths.h"
#include "core/behaviour/flows/Retention.h"
#include "core/data/EventOrder.h"
#include "core/data/FactWriter.h"
#include "tests/support/TestSupport.h"

#include <map>
#include <random>
#include <set>

using namespace foretrail;

namespace {

struct Row {
    const char *user;
    const char *time; ///< "2024-01-01 10:00", UTC
    const char *kind;
    const char *item = "";
    const char *category = "";
    const char *session = "";
};

UtcMs timeOf(const char *text) { return parseWallTime(QString::fromLatin1(text)).value(); }

Result<Workspace> workspaceOf(const QString &path, const std::vector<Row> &rows, bool hasClock = true)
{
    Result<Workspace> workspace = Workspace::create(path);
    if (!workspace)
        return workspace;
    FactWriterOptions options{QStringLiteral("by hand"), QStringLiteral("events"), {}, 0, ConflictPolicy::Skip};
    options.hasClock = hasClock;
    auto writer = FactWriter::begin(*workspace, options);
    if (!writer)
        return fail(writer.error());
    for (const Row &row : rows) {
        EventRow event;
        event.time = timeOf(row.time);
        event.user = row.user;
        event.kind = row.kind;
        event.item = row.item;
        event.category = row.category;
        event.session = row.session;
        event.fingerprint = quint64(&row - rows.data()) + 1;
        if (const auto stored = (*writer)->addEvent(event); !stored)
            return fail(stored.error());
    }
    JobContext job;
    if (const auto done = (*writer)->commit({}, {}, {}, job); !done)
        return fail(done.error());
    return workspace;
}

/// Ann and Bob look, put and buy; Cyd looks and puts; Dan only buys; Eve puts before she looks.
const std::vector<Row> fiveShoppers{
    {"ann", "2024-01-01 10:00", "view", "tea", "drinks"}, {"ann", "2024-01-01 10:05", "view", "mug", "kitchen"}, {"ann", "2024-01-01 10:06", "cart", "tea", "drinks"},
    {"ann", "2024-01-01 10:16", "purchase", "tea", "drinks"}, {"bob", "2024-01-02 09:00", "view", "mug", "kitchen"}, {"bob", "2024-01-02 09:02", "cart", "mug", "kitchen"},
    {"bob", "2024-01-04 09:02", "purchase", "mug", "kitchen"}, {"cyd", "2024-01-02 12:00", "view", "tea", "drinks"}, {"cyd", "2024-01-02 12:10", "cart", "tea", "drinks"},
    {"dan", "2024-01-03 08:00", "purchase", "tea", "drinks"}, {"eve", "2024-01-03 09:00", "cart", "tea", "drinks"}, {"eve", "2024-01-03 09:01", "view", "tea", "drinks"}};

FunnelRequest requestOf(const char *steps, qint64 withinMs = 0)
{
    FunnelRequest request;
    for (const QString &step : QString::fromLatin1(steps).split(QLatin1Char(',')))
        request.steps << FunnelStep::fromText(step).value();
    request.withinMs = withinMs;
    return request;
}

QList<qint64> countsOf(const FunnelResult &result)
{
    QList<qint64> counts;
    for (const FunnelStepCount &step : result.steps)
        counts << step.count;
    return counts;
}

/// A seeded log of users, kinds and times on few moments, so that ties and repeats are frequent.
UserEventLog randomLog(unsigned seed, int users = 60, int events = 1500)
{
    std::mt19937 random(seed);
    UserEventLog log;
    log.kinds = {{QStringLiteral("view"), QStringLiteral("view"), 1}, {QStringLiteral("cart"), QStringLiteral("cart"), 1},
                 {QStringLiteral("purchase"), QStringLiteral("purchase"), 1}, {QStringLiteral("wink"), QStringLiteral("other"), 1}};
    log.hasUsers = log.hasItems = log.hasCategories = true;
    log.timeZone = QStringLiteral("UTC");
    for (int i = 0; i < events; ++i) {
        UserEventLog::Event event;
        event.time = timeOf("2024-01-01 00:00") + qint64(random() % 70) * dayMs + qint64(random() % 48) * hourMs / 2;
        event.user = 1 + random() % quint32(users);
        event.kind = random() % 4U;
        event.item = 1 + random() % 40U;
        event.category = 1 + random() % 5U;
        log.events.push_back(event);
    }
    std::stable_sort(log.events.begin(), log.events.end(), [](const auto &a, const auto &b) { return a.time < b.time; });
    return log;
}

std::map<quint32, std::vector<UserEventLog::Event>> byUser(const UserEventLog &log)
{
    std::map<quint32, std::vector<UserEventLog::Event>> users;
    for (const UserEventLog::Event &event : log.events)
        users[event.user].push_back(event);
    return users;
}

/// The most steps that any choice of events makes: all starts are tried, and from each the earliest next event that fits is taken, which
/// leaves the most time for the rest.
int furthestByTrying(const std::vector<UserEventLog::Event> &events, const std::vector<int> &steps, qint64 withinMs, bool isStraight)
{
    size_t furthest = 0;
    for (size_t start = 0; start < events.size(); ++start) {
        if (int(events[start].kind) != steps[0])
            continue;
        size_t step = 1;
        size_t last = start;
        for (size_t i = start + 1; i < events.size() && step < steps.size(); ++i) {
            if (withinMs > 0 && events[i].time - events[start].time > withinMs)
                break;
            if (isStraight && i != last + 1)
                break;
            if (int(events[i].kind) == steps[step]) {
                ++step;
                last = i;
            }
        }
        furthest = std::max(furthest, step);
    }
    return int(furthest);
}

/// "A", "R" ... of one user in a period from the definitions in words.
LifeState stateByWords(const std::set<int> &active, int period, int lapsedAfter)
{
    const int first = *active.begin();
    if (period < first)
        return LifeState::Unseen;
    if (period == first)
        return LifeState::New;
    if (active.count(period))
        return active.count(period - 1) ? LifeState::Active : LifeState::Returned;
    int silent = 0;
    while (!active.count(period - silent))
        ++silent;
    return silent >= lapsedAfter ? LifeState::Lapsed : LifeState::Dormant;
}

} // namespace

class TestFlows : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void theLogIsReadWithAllItNames();
    void funnelByHand();
    void funnelWindowAndStraight();
    void funnelConditions();
    void funnelPerSession();
    void funnelAgainstTrying_data();
    void funnelAgainstTrying();
    void funnelStillRunning();
    void funnelRefusals();
    void usualStepsFitTheLog();
    void durations();
    void retentionByHand();
    void retentionAgainstSets();
    void retentionOfWeekNumbers();
    void retentionWithoutPurchasesOrClock();
    void straysAreLeftOut();
    void datesOnlyEndTheirPeriod();
    void zoneCutsDays();
    void lifecycleByHand();
    void lifecycleAgainstWords();
    void pathsByHand();
    void pathsAddUp();
    void pathUsersFitTheirCounts();
    void pathsByItemAreNamed();
    void noUsersSessionsStillWork();
    void oneUserOneKindTwoEvents();
    void aRobotIsNamed();
    void aSegmentCountsOnlyItsUsers();
    void stopsEverywhere();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("w.foretrail")); }
    Result<UserEventLog> logOf(const std::vector<Row> &rows, bool hasClock = true)
    {
        QFile::remove(path());
        Result<Workspace> workspace = workspaceOf(path(), rows, hasClock);
        if (!workspace)
            return fail(workspace.error());
        return readUserEvents(*workspace, m_job);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    JobContext m_job;
};

void TestFlows::theLogIsReadWithAllItNames()
{
    const auto log = logOf({{"ann", "2024-01-02 10:00", "view", "tea", "drinks", "s1"}, {"ann", "2024-01-01 10:00", "login"}, {"", "2024-01-03 10:00", "view", "tea"}});
    VERIFY_RESULT(log);
    QCOMPARE(log->events.size(), size_t(2));
    QCOMPARE(log->anonymous, qint64(1));
    QVERIFY(log->hasUsers && log->hasSessions && log->hasItems && log->hasCategories && log->hasClock);
    QCOMPARE(log->kinds[log->events[0].kind].key, QStringLiteral("login")); // the earlier one, without an item
    QCOMPARE(log->events[0].item, 0U);
    QVERIFY(log->events[1].item != 0 && log->events[1].category != 0 && log->events[1].session != 0);
    QCOMPARE(sizeof(UserEventLog::Event), size_t(24));
}

// Looked: ann, bob, cyd, eve. Put afterwards: ann, bob, cyd. Bought afterwards: ann (10 min after), bob (2 d after).
void TestFlows::funnelByHand()
{
    const auto log = logOf(fiveShoppers);
    VERIFY_RESULT(log);
    const auto result = funnel(*log, requestOf("view,cart,purchase"), nullptr, m_job);
    VERIFY_RESULT(result);
    QCOMPARE(result->units, qint64(5));
    QCOMPARE(countsOf(*result), (QList<qint64>{4, 3, 2}));
    QCOMPARE(result->steps[0].lost, qint64(1));
    QCOMPARE(result->steps[1].lost, qint64(1));
    QCOMPARE(result->steps[0].shareOfPrevious, 0.8);
    QCOMPARE(result->steps[2].shareOfFirst, 0.5);
    QCOMPARE(result->steps[1].medianMs, 2 * 60'000.0); // 1, 2 and 10 min, of the last look
    QCOMPARE(result->steps[2].medianMs, (10 * 60'000.0 + 2 * dayMs) / 2);
    QCOMPARE(result->usersLost(0).count(), qint64(1));
    QCOMPARE(result->usersAt(2).count(), qint64(2));
    QCOMPARE(result->conversion(), 0.5);
}

void TestFlows::funnelWindowAndStraight()
{
    const auto log = logOf(fiveShoppers);
    VERIFY_RESULT(log);
    const auto within = funnel(*log, requestOf("view,cart,purchase", dayMs), nullptr, m_job);
    VERIFY_RESULT(within);
    QCOMPARE(countsOf(*within), (QList<qint64>{4, 3, 1}));
    FunnelRequest straight = requestOf("view,view,cart,purchase");
    straight.order = FunnelOrder::Straight;
    const auto result = funnel(*log, straight, nullptr, m_job);
    VERIFY_RESULT(result);
    QCOMPARE(countsOf(*result), (QList<qint64>{4, 1, 1, 1})); // only ann looked twice running
}

void TestFlows::funnelConditions()
{
    auto workspace = workspaceOf(path(), fiveShoppers);
    VERIFY_RESULT(workspace);
    const auto log = readUserEvents(*workspace, m_job);
    FunnelRequest request = requestOf("view@item=tea,cart@category=drinks,purchase");
    VERIFY_RESULT(findFunnelThings(*workspace, request));
    const auto result = funnel(*log, request, nullptr, m_job);
    VERIFY_RESULT(result);
    QCOMPARE(countsOf(*result), (QList<qint64>{3, 2, 1})); // ann, cyd, eve; ann, cyd; ann
    QCOMPARE(result->steps[0].name, QStringLiteral("view@item=tea"));
    FunnelRequest unknown = requestOf("view@item=teaa,cart");
    const auto none = findFunnelThings(*workspace, unknown);
    QVERIFY(!none && none.error().message.contains(QStringLiteral("tea")));
}

// The visits of ann: look, look, put, buy; then (an hour later) a look. Each counts by itself.
void TestFlows::funnelPerSession()
{
    std::vector<Row> rows = fiveShoppers;
    rows.push_back({"ann", "2024-01-01 11:30", "view"});
    const auto log = logOf(rows);
    FunnelRequest request = requestOf("view,cart,purchase");
    request.unit = FlowUnit::Session;
    const auto result = funnel(*log, request, nullptr, m_job);
    VERIFY_RESULT(result);
    QCOMPARE(result->rule, UnitRule::Pauses);
    QCOMPARE(result->units, qint64(7)); // ann two, bob two (he buys two days later), cyd, dan, eve
    QCOMPARE(countsOf(*result), (QList<qint64>{5, 3, 1}));
    QCOMPARE(result->people, qint64(5));
    QCOMPARE(result->usersAt(0).count(), qint64(4));
}

void TestFlows::funnelAgainstTrying_data()
{
    QTest::addColumn<QString>("steps");
    QTest::addColumn<qint64>("within");
    QTest::addColumn<bool>("straight");
    for (const char *steps : {"0,1,2", "0,0,1", "2,2", "0,1,0,2", "3,2,1,0"})
        for (const qint64 within : {qint64(0), 2 * hourMs, dayMs, 10 * dayMs})
            for (const bool straight : {false, true})
                QTest::addRow("%s within %lld h %s", steps, within / hourMs, straight ? "straight" : "in order") << QString::fromLatin1(steps) << within << straight;
}

void TestFlows::funnelAgainstTrying()
{
    QFETCH(QString, steps);
    QFETCH(qint64, within);
    QFETCH(bool, straight);
    for (unsigned seed = 1; seed <= 5; ++seed) {
        const UserEventLog log = randomLog(seed);
        FunnelRequest request;
        std::vector<int> kinds;
        for (const QString &step : steps.split(QLatin1Char(','))) {
            kinds.push_back(step.toInt());
            request.steps << FunnelStep{log.kinds[step.toInt()].key, {}, {}};
        }
        request.withinMs = within;
        request.order = straight ? FunnelOrder::Straight : FunnelOrder::InOrder;
        const auto result = funnel(log, request, nullptr, m_job);
        VERIFY_RESULT(result);
        std::vector<qint64> expected(kinds.size(), 0);
        for (const auto &[user, events] : byUser(log))
            for (int step = 0; step < furthestByTrying(events, kinds, within, straight); ++step)
                ++expected[size_t(step)];
        for (size_t i = 0; i < kinds.size(); ++i)
            QCOMPARE(result->steps[qsizetype(i)].count, expected[i]);
        for (qsizetype i = 0; i + 1 < result->steps.size(); ++i) { // entered = went on + lost, and the lists are as long as the numbers
            QCOMPARE(result->steps[i].count, result->steps[i + 1].count + result->steps[i].lost);
            QCOMPARE(result->usersLost(int(i)).count(), result->steps[i].lost);
            QCOMPARE(result->usersAt(int(i)).count(), result->steps[i].count);
        }
    }
}

// With a window of a week eve (3 January) may still go on, the log ends on the 4th; of two days only cyd's and eve's are open.
void TestFlows::funnelStillRunning()
{
    const auto log = logOf(fiveShoppers);
    QCOMPARE(funnel(*log, requestOf("view,cart,purchase", 7 * dayMs), nullptr, m_job)->stillRunning, qint64(2));
    QCOMPARE(funnel(*log, requestOf("view,cart,purchase", dayMs / 2), nullptr, m_job)->stillRunning, qint64(0));
    QCOMPARE(funnel(*log, requestOf("view,cart,purchase"), nullptr, m_job)->stillRunning, qint64(0));
}

void TestFlows::funnelRefusals()
{
    const auto log = logOf(fiveShoppers);
    const auto one = funnel(*log, requestOf("view"), nullptr, m_job);
    QVERIFY(!one && one.error().message.contains(QStringLiteral("2 to 12")));
    const auto unknown = funnel(*log, requestOf("view,checkout"), nullptr, m_job);
    QVERIFY(!unknown && unknown.error().message.contains(QStringLiteral("checkout")) && unknown.error().message.contains(QStringLiteral("cart")));
    QVERIFY(!FunnelStep::fromText(QStringLiteral("@item=tea")));
    const auto step = FunnelStep::fromText(QStringLiteral("view@item=a@b@category=c d"));
    QCOMPARE(step->item, QStringLiteral("a@b"));
    QCOMPARE(step->category, QStringLiteral("c d"));
    QCOMPARE(step->text(), QStringLiteral("view@item=a@b@category=c d"));
}

void TestFlows::usualStepsFitTheLog()
{
    QCOMPARE(usualFunnel(*logOf(fiveShoppers)).join(u','), QStringLiteral("view,cart,purchase"));
    QCOMPARE(usualFunnel(*logOf({{"a", "2024-01-01 10:00", "purchase"}})).join(u','), QStringLiteral("purchase,purchase"));
    QCOMPARE(usualFunnel(*logOf({{"a", "2024-01-01 10:00", "purchase"}, {"a", "2024-01-01 11:00", "login"}})).join(u','), QStringLiteral("login,purchase"));
    QVERIFY(usualFunnel({}).isEmpty());
}

void TestFlows::durations()
{
    QCOMPARE(durationFromText(QStringLiteral("30min")).value(), qint64(1'800'000));
    QCOMPARE(durationFromText(QStringLiteral(" 1.5 h ")).value(), qint64(5'400'000));
    QCOMPARE(durationFromText(QStringLiteral("2w")).value(), 14 * dayMs);
    for (const char *wrong : {"", "7", "d", "-1d", "0d", "7 years", "1e9d"})
        QVERIFY2(!durationFromText(QString::fromLatin1(wrong)), wrong);
    QCOMPARE(durationText(90'000), QStringLiteral("1.5 min"));
    QCOMPARE(durationText(36.0 * double(hourMs)), QStringLiteral("1.5 d"));
}

// Weeks from Monday 1 January 2024. Ann: weeks 0, 1, 3. Bob: weeks 0, 3. Cyd: weeks 1, 2. The log ends on Monday of week 3.
void TestFlows::retentionByHand()
{
    const auto log = logOf({{"ann", "2024-01-03 10:00", "view"}, {"ann", "2024-01-07 23:59", "purchase"}, {"ann", "2024-01-08 00:00", "view"}, {"ann", "2024-01-22 10:00", "view"},
                            {"bob", "2024-01-01 10:00", "view"}, {"bob", "2024-01-22 11:00", "purchase"}, {"cyd", "2024-01-10 10:00", "view"}, {"cyd", "2024-01-15 10:00", "view"}});
    const auto result = retention(*log, {}, nullptr, m_job);
    VERIFY_RESULT(result);
    QCOMPARE(result->periods.count(), 4);
    QCOMPARE(result->periods.label(1), QStringLiteral("2024-01-08"));
    QCOMPARE(result->users(), qint64(3));
    QCOMPARE(result->cohorts[0].size, qint64(2));
    QCOMPARE(result->cohorts[0].back, (std::vector<qint64>{2, 1, 0, 2}));
    QCOMPARE(result->cohorts[0].orLater, (std::vector<qint64>{2, 2, 2, 2}));
    QCOMPARE(result->cohorts[1].back, (std::vector<qint64>{1, 1, 0}));
    QVERIFY(!result->isFinished(0, 3) && !result->isFinished(1, 2) && result->isFinished(0, 2));
    QCOMPARE(result->overall(0, false), 1.0);
    QCOMPARE(result->overall(1, false), 2.0 / 3); // ann and cyd of three, the fourth week has nobody new
    QCOMPARE(result->overallBase(2), qint64(2));  // the second cohort's week 2 is not over
    QVERIFY(std::isnan(result->overall(3, false)));
    QCOMPARE(retentionUsers(*log, {}, nullptr, 0, 3, false, m_job)->count(), qint64(2));
    QCOMPARE(retentionUsers(*log, {}, nullptr, 0, -1, false, m_job)->count(), qint64(2));
    const auto bought = retention(*log, {FlowActivity::Purchase, FlowActivity::Purchase, Step::Week}, nullptr, m_job);
    QCOMPARE(bought->cohorts[0].back, (std::vector<qint64>{1, 0, 0, 0}));
    QCOMPARE(bought->cohorts[3].size, qint64(1));
}

void TestFlows::retentionAgainstSets()
{
    for (const Step by : {Step::Day, Step::Week, Step::Month}) {
        for (const FlowActivity cohortBy : {FlowActivity::AnyEvent, FlowActivity::Purchase}) {
            const UserEventLog log = randomLog(11, 60, 400);
            const RetentionRequest request{cohortBy, FlowActivity::Purchase, by};
            const auto result = retention(log, request, nullptr, m_job);
            VERIFY_RESULT(result);
            std::map<int, std::map<int, std::set<quint32>>> cells;
            std::map<int, std::set<quint32>> sizes;
            const auto periodOf = [&](UtcMs time) { return int(stepsBetween(floorToStep(log.events[0].time, by), floorToStep(time, by), by)); };
            for (const auto &[user, events] : byUser(log)) {
                const auto first = std::find_if(events.begin(), events.end(), [&](const auto &event) { return cohortBy == FlowActivity::AnyEvent || event.kind == 2; });
                if (first == events.end())
                    continue;
                sizes[periodOf(first->time)].insert(user);
                for (auto event = first; event != events.end(); ++event)
                    if (event->kind == 2)
                        cells[periodOf(first->time)][periodOf(event->time) - periodOf(first->time)].insert(user);
            }
            for (int cohort = 0; cohort < result->periods.count(); ++cohort) {
                QCOMPARE(result->cohorts[size_t(cohort)].size, qint64(sizes[cohort].size()));
                for (int k = 0; cohort + k < result->periods.count(); ++k) {
                    QCOMPARE(result->cohorts[size_t(cohort)].back[size_t(k)], qint64(cells[cohort][k].size()));
                    QCOMPARE(retentionUsers(log, request, nullptr, cohort, k, false, m_job)->count(), qint64(cells[cohort][k].size()));
                    std::set<quint32> later;
                    for (int l = k; cohort + l < result->periods.count(); ++l)
                        later.insert(cells[cohort][l].begin(), cells[cohort][l].end());
                    QCOMPARE(result->cohorts[size_t(cohort)].orLater[size_t(k)], qint64(later.size()));
                }
                if (by == Step::Day)
                    cohort += 6; // a cell a week is enough of them
            }
        }
    }
}

// The year turns on a Wednesday: the week of Monday 30 December 2024 is one.
void TestFlows::retentionOfWeekNumbers()
{
    const auto log = logOf({{"ann", "2024-12-30 10:00", "view"}, {"ann", "2025-01-05 10:00", "view"}, {"ann", "2025-01-06 10:00", "view"}});
    const auto result = retention(*log, {}, nullptr, m_job);
    QCOMPARE(result->cohorts[0].back, (std::vector<qint64>{1, 1}));
}

void TestFlows::retentionWithoutPurchasesOrClock()
{
    const auto log = logOf({{"ann", "2024-01-01 10:00", "view"}, {"ann", "2024-01-09 10:00", "view"}});
    const auto bought = retention(*log, {FlowActivity::Purchase, FlowActivity::AnyEvent, Step::Week}, nullptr, m_job);
    QVERIFY(!bought && bought.error().message.contains(QStringLiteral("Data")) && bought.error().message.contains(QStringLiteral("any event")));
    const auto ordered = logOf(fiveShoppers, false);
    const auto none = retention(*ordered, {}, nullptr, m_job);
    QVERIFY(!none && none.error().message.contains(QStringLiteral("no clock")) && none.error().message.contains(QStringLiteral("Funnel")));
    QVERIFY(!lifecycle(*ordered, {}, nullptr, m_job));
    const auto steps = funnel(*ordered, requestOf("view,cart,purchase", dayMs), nullptr, m_job); // the order is enough
    VERIFY_RESULT(steps);
    QCOMPARE(countsOf(*steps), (QList<qint64>{4, 3, 2}));
    QVERIFY(std::isnan(steps->steps[1].medianMs) && steps->notes.join(u' ').contains(QStringLiteral("window was left aside")));
    VERIFY_RESULT(paths(*ordered, {}, nullptr, m_job));
}

// 400 events in January 2024, two of 1970 and one of 2037 as broken clocks make them.
void TestFlows::straysAreLeftOut()
{
    UserEventLog log = randomLog(3, 20, 400);
    for (const char *time : {"1970-01-01 00:00", "1970-01-02 00:00", "2037-01-01 00:00"}) {
        UserEventLog::Event event = log.events.front();
        event.time = timeOf(time);
        log.events.push_back(event);
    }
    std::stable_sort(log.events.begin(), log.events.end(), [](const auto &a, const auto &b) { return a.time < b.time; });
    TimesTally tally(QTimeZone::utc());
    for (const UserEventLog::Event &event : log.events)
        tally.add(event.time);
    log.times = tally.times();
    leaveOutStrays(log.events, log.times);
    const auto result = retention(log, {}, nullptr, m_job);
    VERIFY_RESULT(result);
    QVERIFY(result->periods.count() <= 11);
    QCOMPARE(result->strayTimes, qint64(3));
    QVERIFY(result->notes.join(u' ').contains(QStringLiteral("3 event")));
    const auto few = logOf({{"ann", "1970-01-01 10:00", "view"}, {"ann", "2024-01-01 10:00", "view"}}); // of two nobody knows which is wrong
    const auto days = retention(*few, {FlowActivity::AnyEvent, FlowActivity::AnyEvent, Step::Day}, nullptr, m_job);
    QVERIFY(!days && days.error().message.contains(QStringLiteral("1970-01-01")));
}

void TestFlows::datesOnlyEndTheirPeriod()
{
    const auto dates = logOf({{"ann", "2024-01-01", "view"}, {"ann", "2024-02-29", "view"}});
    QVERIFY(retention(*dates, {FlowActivity::AnyEvent, FlowActivity::AnyEvent, Step::Month}, nullptr, m_job)->periods.isFinished(1));
    const auto times = logOf({{"ann", "2024-01-01 08:00", "view"}, {"ann", "2024-02-27 12:00", "view"}});
    QVERIFY(!retention(*times, {FlowActivity::AnyEvent, FlowActivity::AnyEvent, Step::Month}, nullptr, m_job)->periods.isFinished(1));
    const auto late = logOf({{"ann", "2024-01-01 08:00", "view"}, {"ann", "2024-02-29 18:30", "view"}});
    QVERIFY(retention(*late, {FlowActivity::AnyEvent, FlowActivity::AnyEvent, Step::Month}, nullptr, m_job)->periods.isFinished(1));
}

// 17:00 UTC is 01:00 of the next day in Shanghai.
void TestFlows::zoneCutsDays()
{
    auto log = logOf({{"ann", "2024-01-01 15:00", "view"}, {"ann", "2024-01-01 17:00", "view"}});
    const RetentionRequest days{FlowActivity::AnyEvent, FlowActivity::AnyEvent, Step::Day};
    QCOMPARE(retention(*log, days, nullptr, m_job)->periods.count(), 1);
    log->timeZone = QStringLiteral("Asia/Shanghai");
    const auto result = retention(*log, days, nullptr, m_job);
    QCOMPARE(result->periods.count(), 2);
    QCOMPARE(result->cohorts[0].back, (std::vector<qint64>{1, 1}));
}

// Months. Ann: 1, 2, 5. Bob: 1 only. Cyd: 2, 4.
void TestFlows::lifecycleByHand()
{
    const auto log = logOf({{"ann", "2024-01-05 10:00", "view"}, {"ann", "2024-02-05 10:00", "view"}, {"ann", "2024-05-05 10:00", "view"}, {"bob", "2024-01-06 10:00", "view"},
                            {"cyd", "2024-02-06 10:00", "view"}, {"cyd", "2024-04-06 10:00", "view"}});
    const auto result = lifecycle(*log, {}, nullptr, m_job);
    VERIFY_RESULT(result);
    QCOMPARE(result->periods.count(), 5);
    const auto states = [&](int period) {
        QString text;
        for (int state = 1; state < lifeStates; ++state)
            text += QString::number(result->counts[size_t(period)].users[size_t(state)]);
        return text;
    };
    QCOMPARE(states(0), QStringLiteral("20000"));
    QCOMPARE(states(1), QStringLiteral("11010")); // cyd new, ann active, bob silent
    QCOMPARE(states(2), QStringLiteral("00030"));
    QCOMPARE(states(3), QStringLiteral("00111")); // cyd back, ann silent twice, bob three times
    QCOMPARE(states(4), QStringLiteral("00111")); // ann back, cyd silent, bob lapsed
    QCOMPARE(result->counts[1].quickRatio(), 1.0); // cyd came, bob went
    QCOMPARE(result->counts[2].newlyDormant(), qint64(2));
    QCOMPARE(result->counts[4].between(LifeState::Dormant, LifeState::Returned), qint64(1));
    QVERIFY(std::isnan(result->counts[3].quickRatio()));
    QCOMPARE(lifecycleUsers(*log, {}, nullptr, 3, LifeState::Lapsed, LifeState::Dormant, m_job)->count(), qint64(1));
    QVERIFY(!lifecycle(*log, {Step::Month, FlowActivity::AnyEvent, 1}, nullptr, m_job));
}

void TestFlows::lifecycleAgainstWords()
{
    const UserEventLog log = randomLog(21, 80, 500);
    const LifecycleRequest request{Step::Week, FlowActivity::AnyEvent, 3};
    const auto result = lifecycle(log, request, nullptr, m_job);
    VERIFY_RESULT(result);
    std::map<quint32, std::set<int>> active;
    for (const UserEventLog::Event &event : log.events)
        active[event.user].insert(result->periods.of(event.time));
    for (int period = 0; period < result->periods.count(); ++period) {
        std::array<std::array<qint64, lifeStates>, lifeStates> moved{};
        for (const auto &[user, periods] : active)
            ++moved[size_t(stateByWords(periods, period - 1, 3))][size_t(stateByWords(periods, period, 3))];
        qint64 all = 0;
        for (int to = 1; to < lifeStates; ++to) {
            qint64 arrived = 0;
            for (int from = 0; from < lifeStates; ++from) {
                QCOMPARE(result->counts[size_t(period)].moved[size_t(from)][size_t(to)], moved[size_t(from)][size_t(to)]);
                arrived += moved[size_t(from)][size_t(to)];
                QCOMPARE(lifecycleUsers(log, request, nullptr, period, LifeState(to), LifeState(from), m_job)->count(), moved[size_t(from)][size_t(to)]);
            }
            QCOMPARE(result->counts[size_t(period)].users[size_t(to)], arrived); // who stands there came from somewhere
            all += arrived;
        }
        if (period + 1 == result->periods.count())
            QCOMPARE(all, qint64(active.size())); // everybody stands somewhere
    }
}

// ann: view cart purchase (two looks are one step); bob: view cart | purchase (two visits); cyd: view cart; dan: purchase; eve: cart view.
void TestFlows::pathsByHand()
{
    const auto log = logOf(fiveShoppers);
    const auto result = paths(*log, {}, nullptr, m_job);
    VERIFY_RESULT(result);
    QCOMPARE(result->units, qint64(6));
    QCOMPARE(result->labels.join(u','), QStringLiteral("view,cart,purchase")); // 5, 4, 3
    QCOMPARE(result->nodes[0], (std::vector<qint64>{3, 1, 2}));
    QCOMPARE(result->nodes[1], (std::vector<qint64>{1, 3, 0}));
    QVERIFY(std::find(result->links.begin(), result->links.end(), PathLink{0, 0, 1, 3}) != result->links.end());
    QCOMPARE(result->transitions.front(), (PathLink{0, pathStart, 0, 3}));
    QCOMPARE(result->pathText(result->wholePaths[0]), QString::fromUtf8("view → cart → end"));
    QCOMPARE(result->wholePaths[0].count, qint64(2)); // bob's first visit and cyd
    QCOMPARE(result->distinctPaths, qint64(4));
    PathRequest apart;
    apart.joinsRepeats = false;
    QCOMPARE(paths(*log, apart, nullptr, m_job)->nodes[1], (std::vector<qint64>{2, 2, 0}));
}

void TestFlows::pathsAddUp()
{
    for (const PathBy by : {PathBy::Kind, PathBy::Category, PathBy::Item}) {
        for (const int labels : {2, 8, 30}) {
            const UserEventLog log = randomLog(5);
            PathRequest request;
            request.by = by;
            request.labels = labels;
            request.steps = 4;
            const auto result = paths(log, request, nullptr, m_job);
            VERIFY_RESULT(result);
            std::map<std::pair<int, int>, qint64> into, outOf;
            for (const PathLink &link : result->links) {
                outOf[{link.step, link.from}] += link.count;
                into[{link.step + 1, link.to}] += link.count;
            }
            const auto sum = [&](size_t step) { return std::accumulate(result->nodes[step].begin(), result->nodes[step].end(), qint64(0)); };
            QCOMPARE(sum(0), result->units);
            for (size_t step = 0; step < result->nodes.size(); ++step) {
                for (size_t label = 0; label < result->nodes[step].size(); ++label) { // entered = left
                    QCOMPARE((into[{int(step), int(label)}]), result->nodes[step][label]);
                    QCOMPARE((outOf[{int(step), int(label)}]), result->nodes[step][label]);
                }
                const qint64 ended = into[{int(step) + 1, pathEnd}] + into[{int(step) + 1, pathFurther}];
                QCOMPARE(sum(step), ended + (step + 1 < result->nodes.size() ? sum(step + 1) : 0));
            }
        }
    }
}

void TestFlows::pathUsersFitTheirCounts()
{
    const UserEventLog log = randomLog(8, 30, 300);
    PathRequest request;
    request.unit = FlowUnit::User; // a unit is a user, so lists are as long as the numbers
    const auto result = paths(log, request, nullptr, m_job);
    VERIFY_RESULT(result);
    for (const PathLink &link : result->links) {
        PathChoice choice;
        choice.step = link.step;
        choice.from = link.from;
        choice.to = link.to;
        QCOMPARE(pathUsers(log, *result, nullptr, choice, m_job)->count(), link.count);
    }
    PathChoice whole;
    whole.whole = result->wholePaths.front().labels;
    QCOMPARE(pathUsers(log, *result, nullptr, whole, m_job)->count(), result->wholePaths.front().count);
    PathChoice node;
    node.step = 1;
    node.from = 0;
    QCOMPARE(pathUsers(log, *result, nullptr, node, m_job)->count(), result->nodes[1][0]);
}

void TestFlows::pathsByItemAreNamed()
{
    auto workspace = workspaceOf(path(), fiveShoppers);
    const auto log = readUserEvents(*workspace, m_job);
    PathRequest request;
    request.by = PathBy::Item;
    auto result = paths(*log, request, nullptr, m_job);
    VERIFY_RESULT(result);
    VERIFY_RESULT(namePaths(*workspace, *result));
    QCOMPARE(result->labels.join(u','), QStringLiteral("tea,mug"));
    const auto none = paths(*logOf({{"a", "2024-01-01 10:00", "view"}}), request, nullptr, m_job);
    QVERIFY(!none && none.error().message.contains(QStringLiteral("by kind")));
}

void TestFlows::noUsersSessionsStillWork()
{
    const auto log = logOf({{"", "2024-01-01 10:00", "view", "", "", "s1"}, {"", "2024-01-01 10:01", "cart", "", "", "s1"}, {"", "2024-01-01 10:01", "view", "", "", "s2"}});
    FunnelRequest request = requestOf("view,cart");
    const auto users = funnel(*log, request, nullptr, m_job);
    QVERIFY(!users && users.error().message.contains(QStringLiteral("session")));
    request.unit = FlowUnit::Session;
    const auto sessions = funnel(*log, request, nullptr, m_job);
    VERIFY_RESULT(sessions);
    QCOMPARE(countsOf(*sessions), (QList<qint64>{2, 1}));
    QCOMPARE(sessions->usersAt(0).count(), qint64(0)); // nobody knows who
    VERIFY_RESULT(paths(*log, {}, nullptr, m_job));
    QVERIFY(!retention(*log, {}, nullptr, m_job));
    const auto nothing = funnel({}, request, nullptr, m_job);
    QVERIFY(!nothing && nothing.error().message.contains(QStringLiteral("Import")));
    const auto anonymous = funnel(*logOf({{"", "2024-01-01 10:00", "view"}}), request, nullptr, m_job);
    QVERIFY(!anonymous && anonymous.error().message.contains(QStringLiteral("neither users nor sessions")));
}

void TestFlows::oneUserOneKindTwoEvents()
{
    const auto log = logOf({{"ann", "2024-01-01 10:00", "pv"}, {"ann", "2024-01-01 10:00", "pv"}});
    const auto result = funnel(*log, requestOf("pv,pv"), nullptr, m_job);
    VERIFY_RESULT(result);
    QCOMPARE(countsOf(*result), (QList<qint64>{1, 1}));
    QCOMPARE(result->steps[1].medianMs, 0.0);
    const auto back = retention(*log, {}, nullptr, m_job);
    VERIFY_RESULT(back);
    QVERIFY(back->notes.join(u' ').contains(QStringLiteral("one period only")) && back->notes.join(u' ').contains(QStringLiteral("One user only")));
    const auto ways = paths(*log, {}, nullptr, m_job);
    QCOMPARE(ways->pathText(ways->wholePaths[0]), QString::fromUtf8("pv → end"));
    QVERIFY(ways->notes.join(u' ').contains(QStringLiteral("one kind")));
    const auto life = lifecycle(*log, {}, nullptr, m_job);
    QCOMPARE(life->counts[0].at(LifeState::New), qint64(1));
}

void TestFlows::aRobotIsNamed()
{
    UserEventLog log = randomLog(2, 50, 2000);
    for (int i = 0; i < 100'000; ++i) {
        UserEventLog::Event event = log.events.back();
        event.user = 77;
        event.time += i;
        log.events.push_back(event);
    }
    const auto result = funnel(log, requestOf("view,cart,purchase", hourMs), nullptr, m_job);
    VERIFY_RESULT(result);
    QVERIFY(result->notes.join(u' ').contains(QStringLiteral("98 % of all events")));
    VERIFY_RESULT(paths(log, {}, nullptr, m_job));
    VERIFY_RESULT(retention(log, {}, nullptr, m_job));
}

void TestFlows::aSegmentCountsOnlyItsUsers()
{
    const auto log = logOf(fiveShoppers);
    const auto all = funnel(*log, requestOf("view,cart,purchase"), nullptr, m_job);
    const UserSet buyers = all->usersAt(2);
    const auto some = funnel(*log, requestOf("view,cart,purchase"), &buyers, m_job);
    VERIFY_RESULT(some);
    QCOMPARE(some->units, qint64(2));
    QCOMPARE(countsOf(*some), (QList<qint64>{2, 2, 2}));
    QCOMPARE(retention(*log, {}, &buyers, m_job)->users(), qint64(2));
    QCOMPARE(paths(*log, {}, &buyers, m_job)->units, qint64(3));
    const UserSet nobody;
    QCOMPARE(funnel(*log, requestOf("view,cart"), &nobody, m_job)->units, qint64(0));
}

void TestFlows::stopsEverywhere()
{
    const UserEventLog log = randomLog(4);
    JobContext stopped;
    stopped.requestStop();
    QVERIFY(funnel(log, requestOf("view,cart"), nullptr, stopped).error().isCancelled());
    QVERIFY(retention(log, {}, nullptr, stopped).error().isCancelled());
    QVERIFY(paths(log, {}, nullptr, stopped).error().isCancelled());
    QVERIFY(lifecycle(log, {}, nullptr, stopped).error().isCancelled());
}

FORETRAIL_TEST_MAIN(TestFlows, QCoreApplication)
#include "tst_flows.moc"
