// The same shop twice, once with an event of 1970 and one of 2037 more: whatever rests on times is the same of both, and says what it left out.
#include "core/behaviour/Customers.h"
#include "core/behaviour/UserProfile.h"
#include "core/behaviour/recommend/RecommendItems.h"
#include "core/behaviour/segments/SegmentBook.h"
#include "core/data/ShopperLog.h"
#include "core/report/FlowTables.h"
#include "tests/core/report/SixtyDays.h"

#include <QJsonArray>

#include <cmath>
#include <numeric>

using namespace foretrail;
using test::TestEvent;

namespace {

QJsonObject withoutNotes(QJsonObject json)
{
    json.remove(QStringLiteral("notes"));
    json.remove(QStringLiteral("note"));
    json.remove(QStringLiteral("stray_times"));
    return json;
}

} // namespace

class TestStrayTimes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void lists();
    void profiles();
    void profilesOfTheLatestEvents();
    void flows_data();
    void flows();
    void segments();
    void buyers();
    void shoppers();
    void recommendations();

private:
    std::unique_ptr<Workspace> make(const QString &name, const std::vector<TestEvent> &events);
    QTemporaryDir m_folder;
    std::unique_ptr<Workspace> m_plain, m_stray;
    JobContext m_job;
};

std::unique_ptr<Workspace> TestStrayTimes::make(const QString &name, const std::vector<TestEvent> &events)
{
    auto workspace = std::make_unique<Workspace>(std::move(*Workspace::create(m_folder.filePath(name))));
    return test::store(*workspace, events) ? std::move(workspace) : nullptr;
}

void TestStrayTimes::initTestCase()
{
    std::vector<TestEvent> events = test::sixtyDays();
    m_plain = make(QStringLiteral("plain.foretrail"), events);
    events.push_back({QStringLiteral("1970-01-01T00:00:10"), "u3", "i1", "view", {}, "c1"});
    events.push_back({QStringLiteral("2037-05-05T10:00:00"), "u5", "i2", "view", {}, "c2"});
    m_stray = make(QStringLiteral("stray.foretrail"), events);
    QVERIFY(m_plain && m_stray);
}

void TestStrayTimes::lists()
{
    const Result<QList<UserRow>> plain = m_plain->data().users(m_job), stray = m_stray->data().users(m_job);
    VERIFY_RESULT(plain);
    VERIFY_RESULT(stray);
    QCOMPARE(stray->size(), plain->size());
    for (qsizetype i = 0; i < plain->size(); ++i) {
        QCOMPARE(stray->at(i).key, plain->at(i).key);
        QCOMPARE(stray->at(i).firstSeen, plain->at(i).firstSeen);
        QCOMPARE(stray->at(i).lastSeen, plain->at(i).lastSeen);
        QCOMPARE(stray->at(i).orders, plain->at(i).orders);
        QCOMPARE(stray->at(i).events, plain->at(i).events + (i == 3 || i == 5)); // totals keep them
    }
    const Result<CredibleTimes> times = m_stray->data().credibleTimes(m_job);
    VERIFY_RESULT(times);
    QCOMPARE(times->last, m_plain->data().credibleTimes(m_job)->last);
    QCOMPARE(times->strays, qint64(2));
}

void TestStrayTimes::profiles()
{
    for (const char *key : {"u0", "u3", "u5"}) {
        const Result<UserProfile> plain = userProfile(m_plain->data(), QString::fromLatin1(key), m_job), stray = userProfile(m_stray->data(), QString::fromLatin1(key), m_job);
        VERIFY_RESULT(plain);
        VERIFY_RESULT(stray);
        QJsonObject a = withoutNotes(plain->toJson()), b = withoutNotes(stray->toJson());
        for (const char *total : {"events", "kinds", "top_items", "top_categories"}) // of these the event is one
            a.remove(QLatin1String(total)), b.remove(QLatin1String(total));
        QCOMPARE(b, a);
        const bool isStray = key[1] != '0';
        QCOMPARE(stray->strayTimes, qint64(isStray));
        QCOMPARE(stray->note.contains(QStringLiteral("wrong clock")), isStray);
        QVERIFY(!plain->note.contains(QStringLiteral("wrong clock")));
        QCOMPARE(stray->user.events, plain->user.events + isStray);
    }
}

// u0 came 30 times: 30 looks, 15 carts, 10 purchases. Of a clock of 2037 are the two latest events, of 1970 is the first.
void TestStrayTimes::profilesOfTheLatestEvents()
{
    std::vector<TestEvent> events = test::sixtyDays();
    for (const char *time : {"1970-01-01T00:00:10", "2037-05-05T10:00:00", "2037-05-06T10:00:00"})
        events.push_back({QString::fromLatin1(time), "u0", "i1", "view", {}, "c1"});
    const std::unique_ptr<Workspace> workspace = make(QStringLiteral("latest.foretrail"), events);
    QVERIFY(workspace);
    const auto profileOf = [this](Workspace &shop, qint64 most) { return userProfile(shop.data(), QStringLiteral("u0"), m_job, {.mostEvents = most}).value(); };
    const UserProfile stray = profileOf(*workspace, 20), plain = profileOf(*m_plain, 18);
    QCOMPARE(stray.user.events, qint64(58));
    QCOMPARE(stray.events.size(), 18);
    QCOMPARE(stray.unread, qint64(38));
    QCOMPARE(stray.strayTimes, qint64(3)); // that of 1970 is only counted
    QJsonObject a = withoutNotes(plain.toJson()), b = withoutNotes(stray.toJson());
    for (const char *total : {"events", "kinds", "top_items", "top_categories"}) // of these the two events read are some
        a.remove(QLatin1String(total)), b.remove(QLatin1String(total));
    QCOMPARE(b, a);
    for (const char *words : {"the latest 20 of 58", "3 event"})
        QVERIFY2(stray.note.contains(QLatin1String(words)), qPrintable(stray.note));
    const auto counted = [](const Series &series) { return std::accumulate(series.values.begin(), series.values.end(), 0.0); };
    QCOMPARE(counted(stray.activity), 55.0);
    QCOMPARE(stray.recencyDays, userProfile(m_plain->data(), QStringLiteral("u0"), m_job)->recencyDays);
    // The last purchase was at visit 27 and is not among the cart of visit 28 and the look of visit 29.
    QVERIFY(std::isnan(profileOf(*workspace, 4).recencyDays));
    const UserProfile strays = profileOf(*workspace, 2);
    QVERIFY(strays.events.isEmpty() && strays.user.hasTimes && std::isnan(strays.recencyDays));
    QCOMPARE(strays.user.lastSeen, plain.user.lastSeen);
    QCOMPARE(strays.activity.values, plain.activity.values);
    QCOMPARE(strays.spend.size(), 0);
}

void TestStrayTimes::flows_data()
{
    QTest::addColumn<QString>("flow");
    for (const char *flow : {"funnel", "straight funnel in a day", "paths", "paths of users", "retention", "lifecycle"})
        QTest::newRow(flow) << QString::fromLatin1(flow);
}

void TestStrayTimes::flows()
{
    QFETCH(QString, flow);
    const auto told = [&](Workspace &workspace) -> QJsonObject {
        const Result<UserEventLog> log = readUserEvents(workspace, m_job);
        if (!log)
            return {};
        if (flow.contains(QStringLiteral("funnel"))) {
            FunnelRequest request;
            for (const char *step : {"view", "cart", "purchase"})
                request.steps << FunnelStep::fromText(QString::fromLatin1(step)).value();
            if (flow != QStringLiteral("funnel"))
                request.order = FunnelOrder::Straight, request.withinMs = dayMs;
            return funnelJson(funnel(*log, request, nullptr, m_job).value());
        }
        if (flow.startsWith(QStringLiteral("paths"))) {
            PathRequest request;
            request.by = PathBy::Item;
            request.unit = flow == QStringLiteral("paths") ? FlowUnit::Session : FlowUnit::User;
            return pathsJson(paths(*log, request, nullptr, m_job).value());
        }
        if (flow == QStringLiteral("retention"))
            return retentionJson(retention(*log, {}, nullptr, m_job).value());
        return lifecycleJson(lifecycle(*log, {Step::Week}, nullptr, m_job).value());
    };
    const QJsonObject plain = told(*m_plain), stray = told(*m_stray);
    QVERIFY(!plain.isEmpty());
    QCOMPARE(withoutNotes(stray), withoutNotes(plain));
    QCOMPARE(plain[QStringLiteral("stray_times")].toInt(-1), 0);
    QCOMPARE(stray[QStringLiteral("stray_times")].toInt(), 2);
    const auto notes = [](const QJsonObject &json) { return json[QStringLiteral("notes")].toVariant().toStringList().join(u' '); };
    QVERIFY2(notes(stray).contains(QStringLiteral("2 event")), qPrintable(notes(stray)));
    QVERIFY(!notes(plain).contains(QStringLiteral("wrong clock")));
}

void TestStrayTimes::segments()
{
    const Result<SegmentBook> plain = segmentBook(*m_plain, {}, m_job), stray = segmentBook(*m_stray, {}, m_job);
    VERIFY_RESULT(plain);
    VERIFY_RESULT(stray);
    QCOMPARE(stray->basis->rfm.toJson(), plain->basis->rfm.toJson());
    QCOMPARE(stray->basis->lifecycle.toJson(), plain->basis->lifecycle.toJson());
    QCOMPARE(stray->segments.size(), plain->segments.size());
    for (qsizetype i = 0; i < plain->segments.size(); ++i)
        QCOMPARE(stray->segments[i].users->users(), plain->segments[i].users->users());
    QVERIFY2(stray->note.contains(QStringLiteral("2 event")), qPrintable(stray->note));
    QVERIFY(!plain->note.contains(QStringLiteral("wrong clock")));
}

void TestStrayTimes::buyers()
{
    const Result<PurchaseHistories> plain = m_plain->data().purchaseHistories({}, m_job), stray = m_stray->data().purchaseHistories({}, m_job);
    VERIFY_RESULT(plain);
    VERIFY_RESULT(stray);
    QVERIFY(stray->users == plain->users);
    QCOMPARE(stray->lastDay, plain->lastDay);
    QCOMPARE(stray->strayRows, qint64(0)); // they are no purchases
}

void TestStrayTimes::shoppers()
{
    const Result<ShopperLog> plain = m_plain->data().shoppers(m_job), stray = m_stray->data().shoppers(m_job);
    VERIFY_RESULT(plain);
    VERIFY_RESULT(stray);
    QCOMPARE(stray->events.size(), plain->events.size());
    QCOMPARE(stray->lastTime, plain->lastTime);
    QCOMPARE(stray->times.strays, qint64(2));
}

void TestStrayTimes::recommendations()
{
    RecommendRequest request;
    request.user = QStringLiteral("u5");
    request.model = QStringLiteral("recent-popularity");
    const Result<Recommendations> plain = recommendItems(m_plain->data(), request, m_job), stray = recommendItems(m_stray->data(), request, m_job);
    VERIFY_RESULT(plain);
    VERIFY_RESULT(stray);
    QCOMPARE(withoutNotes(stray->toJson()), withoutNotes(plain->toJson()));
    QCOMPARE(stray->strayTimes, qint64(2));
    QVERIFY2(stray->note.contains(QStringLiteral("2 event")), qPrintable(stray->note));
}

FORETRAIL_TEST_MAIN(TestStrayTimes, QCoreApplication)
#include "tst_straytimes.moc"
