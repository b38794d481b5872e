// A made-up robot among people: it looks at an item every second for 50,000 seconds from midnight on, item n % 7, in visits of 1,000; every
// 5,000th look is followed by a purchase for 2. What is read whole is the latest 10,000 of its 50,010 events.
#include "core/behaviour/UserProfile.h"
#include "core/behaviour/recommend/Audience.h"
#include "core/behaviour/recommend/RecentSessions.h"
#include "core/behaviour/recommend/RecommendTest.h"
#include "core/behaviour/segments/SegmentBook.h"
#include "core/data/FactWriter.h"
#include "tests/support/TestSupport.h"

#include <numeric>

using namespace foretrail;

namespace {

constexpr int looks = 50'000;
constexpr UtcMs midnight = 1'704'067'200'000; ///< 1 January 2024, a Monday

Result<Workspace> makeRobotShop(const QString &path)
{
    Result<Workspace> workspace = Workspace::create(path);
    if (!workspace)
        return workspace;
    auto writer = FactWriter::begin(*workspace, {QStringLiteral("by hand"), QStringLiteral("events"), {}, 0, ConflictPolicy::Skip});
    if (!writer)
        return fail(writer.error());
    quint64 number = 0;
    const auto add = [&](const std::string &user, UtcMs time, int item, const std::string &session, bool isPurchase) {
        const std::string key = "item" + std::to_string(item);
        EventRow row;
        row.user = user;
        row.time = time;
        row.item = key;
        row.session = session;
        row.kind = isPurchase ? "purchase" : "view";
        if (isPurchase)
            row.amount = 2;
        row.fingerprint = ++number;
        return (*writer)->addEvent(row).has_value();
    };
    for (int look = 0; look < looks; ++look) {
        const std::string session = "crawl" + std::to_string(look / 1000);
        if (!add("robot", midnight + look * 1000LL, look % 7, session, false)
            || (look % 5000 == 4999 && !add("robot", midnight + look * 1000LL + 1, look % 7, session, true)))
            return fail(ErrorCode::Internal, QStringLiteral("an event"));
    }
    for (int day = 0; day < 30; ++day)
        for (int user = 0; user < 10; ++user)
            if (!add("person" + std::to_string(user), midnight + day * dayMs + user * hourMs, (day + user) % 7, "visit" + std::to_string(day * 10 + user), day % 3 == 0))
                return fail(ErrorCode::Internal, QStringLiteral("an event"));
    JobContext job;
    if (const auto done = (*writer)->commit({}, {}, {}, job); !done)
        return fail(done.error());
    return workspace;
}

} // namespace

class TestRobotProfile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void shortensAndSaysSo();
    void allAreCounted();
    void wholeOnRequest();
    void listsAndSegments();
    void sessionsOfTheLog();
    void nothingIsLearntFromIt();
    void nobodyIsAskedAboutIt();
    void allAreRobots();

private:
    Workspace &shop() { return **m_workspace; }
    QTemporaryDir m_folder;
    std::unique_ptr<Result<Workspace>> m_workspace;
    JobContext m_job;
};

void TestRobotProfile::initTestCase()
{
    m_workspace = std::make_unique<Result<Workspace>>(makeRobotShop(m_folder.filePath(QStringLiteral("w.foretrail"))));
    VERIFY_RESULT(*m_workspace);
}

void TestRobotProfile::shortensAndSaysSo()
{
    const UserProfile profile = userProfile(shop().data(), QStringLiteral("robot"), m_job, {.mostEvents = mostShownEvents}).value();
    QCOMPARE(profile.user.events, qint64(looks + 10));
    QCOMPARE(profile.events.size(), mostShownEvents);
    QVERIFY(profile.isShortened());
    QCOMPARE(profile.events.back().time, midnight + (looks - 1) * 1000LL + 1); // the latest ones
    QVERIFY2(profile.note.contains(QStringLiteral("%1 of %2").arg(QLocale().toString(10'000), QLocale().toString(50'010))), qPrintable(profile.note));
    QCOMPARE(profile.recencyDays, double(midnight + 29 * dayMs + 9 * hourMs - profile.events.back().time) / double(dayMs));
    QVERIFY(profile.sessions.size() == 10); // of 1,000 looks
    // Spend is told from the first day of which all is there: none of the robot's.
    QCOMPARE(profile.spend.size(), profile.activity.size() - 1);
    QCOMPARE(std::accumulate(profile.spend.values.begin(), profile.spend.values.end(), 0.0), 0.0);
}

void TestRobotProfile::allAreCounted()
{
    const UserProfile profile = userProfile(shop().data(), QStringLiteral("robot"), m_job, {.mostEvents = mostShownEvents}).value();
    QCOMPARE(profile.activity.values.front(), double(looks + 10)); // all on the first day
    qint64 counted = 0;
    for (const auto &day : profile.clock)
        counted += std::accumulate(day.begin(), day.end(), qint64(0));
    QCOMPARE(counted, qint64(looks + 10));
    QCOMPARE(profile.clock[0][0], qint64(3600)); // Monday from midnight to one: a look a second, none of the purchases
    QCOMPARE(profile.user.value, 20.0);
}

void TestRobotProfile::wholeOnRequest()
{
    const UserProfile profile = userProfile(shop().data(), QStringLiteral("robot"), m_job).value();
    QCOMPARE(profile.events.size(), qsizetype(looks + 10));
    QVERIFY(!profile.isShortened());
    QCOMPARE(profile.sessions.size(), 50);
    QCOMPARE(profile.spend.values.front(), 20.0);
    QCOMPARE(profile.kinds[0].count, qint64(looks));
}

void TestRobotProfile::listsAndSegments()
{
    const SharedBasis basis = segmentBasis(shop(), m_job).value();
    const UserProfile profile = userProfile(shop().data(), QStringLiteral("robot"), m_job, {.mostEvents = mostShownEvents}).value();
    const UserStanding standing = userStanding(profile.user.id, profile.events, QStringLiteral("UTC"), *basis);
    QVERIFY(standing.isKnown);
    QVERIFY(standing.isRobot);
    QVERIFY(segmentBook(shop(), {}, m_job).has_value());
    RecommendRequest request;
    request.user = QStringLiteral("robot");
    request.model = QStringLiteral("markov");
    request.top = 3;
    const Result<Recommendations> list = recommendItems(shop().data(), request, m_job);
    VERIFY_RESULT(list);
    QCOMPARE(list->items.size(), 3);
    QVERIFY2(list->note.contains(QStringLiteral("probably a robot")), qPrintable(list->note));
}

// 300 visits of people, on 30 days, and 50 of the robot on the first: the last of person 9 began last.
void TestRobotProfile::sessionsOfTheLog()
{
    const auto log = ShopLog::read(shop().data(), m_job).value();
    const std::vector<quint32> rows = recentSessions(*log, nullptr);
    QCOMPARE(rows.size(), size_t(350));
    const QList<ToldSession> told = toldSessions(*log, shop().data(), std::span(rows).first(2), m_job).value();
    QCOMPARE(told[0].key, QStringLiteral("visit299"));
    QCOMPARE(told[0].user, QStringLiteral("person9"));
    QCOMPARE(told[0].start, midnight + 29 * dayMs + 9 * hourMs);
    QCOMPARE(told[0].events, 1);
    QCOMPARE(told[0].lastItem, QStringLiteral("item3")); // (29 + 9) % 7
    QCOMPARE(told[1].key, QStringLiteral("visit298"));
    QCOMPARE(sessionsWith(*log, shop().data(), rows, QStringLiteral("ROBOT"), m_job)->size(), size_t(50)); // by its user
    QCOMPARE(sessionsWith(*log, shop().data(), rows, QStringLiteral("crawl7"), m_job)->size(), size_t(1));
    QCOMPARE(sessionsWith(*log, shop().data(), rows, QStringLiteral("nobody"), m_job)->size(), size_t(0));
    const UserSet robot({shop().data().user(QStringLiteral("robot"))->id.value});
    QCOMPARE(recentSessions(*log, &robot).size(), size_t(50));
    const auto first = [&](SessionOrder by, bool isDescending) {
        const std::vector<quint32> sorted = sessionsBy(*log, shop().data(), rows, by, isDescending, m_job).value();
        return sorted.size() == rows.size() ? toldSessions(*log, shop().data(), std::span(sorted).first(1), m_job).value().front() : ToldSession();
    };
    QCOMPARE(first(SessionOrder::Start, true).key, QStringLiteral("visit299"));
    QCOMPARE(first(SessionOrder::Start, false).start, midnight);
    QCOMPARE(first(SessionOrder::Events, true).user, QStringLiteral("robot"));
    QCOMPARE(first(SessionOrder::Events, false).key, QStringLiteral("visit299")); // of those with one event, the latest stays first
    QCOMPARE(first(SessionOrder::User, false).key, QStringLiteral("visit290"));   // of person0
    QCOMPARE(first(SessionOrder::User, true).user, QStringLiteral("robot"));
    QCOMPARE(first(SessionOrder::Key, false).user, QStringLiteral("robot")); // crawl...
    QCOMPARE(first(SessionOrder::LastItem, false).lastItem, QStringLiteral("item0"));
    JobContext stopped;
    stopped.requestStop();
    QVERIFY(toldSessions(*log, shop().data(), rows, stopped).error().isCancelled());
    QVERIFY(sessionsBy(*log, shop().data(), rows, SessionOrder::User, false, stopped).error().isCancelled());
}

// Of 50,310 events the 300 of people are learnt from: each item was met by them some 43 times, by the robot some 7,143.
void TestRobotProfile::nothingIsLearntFromIt()
{
    const auto shop = ShopLog::read(this->shop().data(), m_job).value();
    QCOMPARE(shop->log().robots.users.count(), qint64(1));
    QCOMPARE(shop->log().robots.events, qint64(looks + 10));
    QCOMPARE(shop->sequences()->items.size(), size_t(300));
    QCOMPARE((*shop->sequencesBefore(midnight + 10 * dayMs, m_job))->items.size(), size_t(100));
    const auto popular = FittedRecommender::fit(shop, QStringLiteral("popularity"), {}, endOfTime, m_job).value();
    ScoreBoard board = popular->board();
    popular->model().score({}, board);
    QCOMPARE(board.sum(), 300.0);
    RecommendRequest request;
    request.user = QStringLiteral("person1");
    request.model = QStringLiteral("popularity");
    const Recommendations list = recommendItems(this->shop().data(), request, m_job).value();
    QCOMPARE(list.robots, qint64(1));
    QVERIFY2(list.note.contains(QStringLiteral("look like robots")) && !list.note.contains(QStringLiteral("probably a robot")), qPrintable(list.note));
    const ShopperLog shoppers = this->shop().data().shoppers(m_job).value();
    QCOMPARE(shoppers.count(), size_t(10));
    QCOMPARE(shoppers.events.size(), size_t(300));
    QCOMPARE(shoppers.robots.users.count(), qint64(1));
}

void TestRobotProfile::nobodyIsAskedAboutIt()
{
    RecommendTestRequest request;
    request.rule = SequenceRule::Users;
    request.options.models = QStringList{QStringLiteral("popularity")};
    const RecommendReport report = testRecommenders(shop().data(), request, m_job).value();
    QCOMPARE(report.cases, qint64(30)); // the last three days of ten people
    QCOMPARE(report.steps, qint64(270));
    QCOMPARE(report.robots.users.count(), qint64(1));
    QVERIFY2(report.notes().join(u' ').contains(QStringLiteral("look like robots")), qPrintable(report.notes().join(u' ')));
    AudienceRequest who;
    who.item = QStringLiteral("item3");
    who.top = 100;
    const Audience audience = audienceOf(shop().data(), who, QStringLiteral("popularity"), {}, m_job).value();
    QCOMPARE(audience.users.size(), 10);
    QCOMPARE(audience.robots, qint64(1));
    QVERIFY(std::ranges::none_of(audience.users, [](const AudienceUser &user) { return user.key == QStringLiteral("robot"); }));
}

void TestRobotProfile::allAreRobots()
{
    Result<Workspace> machines = Workspace::create(m_folder.filePath(QStringLiteral("machines.foretrail")));
    VERIFY_RESULT(machines);
    auto writer = FactWriter::begin(*machines, {QStringLiteral("by hand"), QStringLiteral("events"), {}, 0, ConflictPolicy::Skip});
    VERIFY_RESULT(writer);
    for (int event = 0; event < 200; ++event) {
        const std::string user = event % 2 == 0 ? "a" : "b", item = "item" + std::to_string(event % 7);
        EventRow row;
        row.user = user;
        row.time = midnight + event * 500LL; // one a second of each
        row.item = item;
        row.kind = "view";
        row.fingerprint = quint64(event + 1);
        VERIFY_RESULT((*writer)->addEvent(row));
    }
    VERIFY_RESULT((*writer)->commit({}, {}, {}, m_job));
    const auto shop = ShopLog::read((*machines).data(), m_job).value();
    QCOMPARE(shop->sequences()->items.size(), size_t(200));
    QCOMPARE(shop->log().robots.everybody, qint64(2));
    QVERIFY(shop->log().robots.note().contains(QStringLiteral("nobody is left out")));
}

FORETRAIL_TEST_MAIN(TestRobotProfile, QCoreApplication)
#include "tst_robotprofile.moc"
