// Rules over a small shop, whose users were counted by hand; their texts; and what a workspace keeps of them.
#include "core/behaviour/UserProfile.h"
#include "core/behaviour/segments/SegmentBook.h"
#include "core/data/SegmentStore.h"
#include "tests/core/data/EventBuilder.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace foretrail;
using test::TestEvent;

namespace {

/// ann buys shoes on four days, bob a hat once and looks, cyd only looks, dan puts a hat into the cart. Attribute: country.
std::vector<TestEvent> fewShoppers()
{
    const auto event = [](const char *time, const char *user, const char *item, const char *kind, const char *category, double amount, const char *country) {
        return TestEvent{QString::fromLatin1(time), user, item, kind, {}, category, missing, amount, country};
    };
    std::vector<TestEvent> events;
    for (const char *day : {"01", "05", "09", "28"})
        events.push_back(event(qPrintable(QStringLiteral("2024-01-%1T10:00:00").arg(QLatin1String(day))), "ann", "shoe", "purchase", "shoes", 50, "fr"));
    events.push_back(event("2024-01-02T09:00:00", "bob", "hat", "view", "hats", missing, "de"));
    events.push_back(event("2024-01-02T09:10:00", "bob", "hat", "purchase", "hats", 20, "de"));
    events.push_back(event("2024-01-03T23:00:00", "cyd", "shoe", "view", "shoes", missing, "de"));
    events.push_back(event("2024-01-04T12:00:00", "dan", "hat", "view", "hats", missing, "fr"));
    events.push_back(event("2024-01-04T12:05:00", "dan", "hat", "cart", "hats", missing, "fr"));
    return events;
}

QJsonObject json(const char *text) { return QJsonDocument::fromJson(text).object(); }

} // namespace

class TestSegments : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void rules_data();
    void rules();
    void textsStayWhatTheyAre_data() { rules_data(); }
    void textsStayWhatTheyAre();
    void refusals_data();
    void refusals();
    void unknownKeysAreNamed();
    void words();
    void store();
    void book();
    void summaries();
    void sessionsOfTheProfile();
    void standing();
    void similar();

private:
    QString named(const UserSet &users);
    Workspace &shop() { return *m_workspace; }
    QTemporaryDir m_folder;
    std::unique_ptr<Workspace> m_workspace;
    SharedBasis m_basis;
    JobContext m_job;
};

void TestSegments::initTestCase()
{
    m_workspace = std::make_unique<Workspace>(Workspace::create(m_folder.filePath(QStringLiteral("w.foretrail"))).value());
    VERIFY_RESULT(test::store(shop(), fewShoppers(), 1, {QStringLiteral("country")}));
    const Result<SharedBasis> basis = segmentBasis(shop(), m_job);
    VERIFY_RESULT(basis);
    m_basis = *basis;
}

QString TestSegments::named(const UserSet &users)
{
    QStringList keys;
    for (const qint64 user : users.users())
        keys << shop().data().keyOf(QStringLiteral("user"), user).value();
    return keys.join(QLatin1Char(' '));
}

void TestSegments::rules_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QString>("users");
    const auto row = [](const char *name, const char *rule, const char *users) { QTest::newRow(name) << QByteArray(rule) << QString::fromLatin1(users); };
    row("everybody", R"({"all": []})", "ann bob cyd dan");
    row("nobody", R"({"any": []})", "");
    row("orders", R"({"what": "orders", "is": ">=", "value": 1})", "ann bob");
    row("no orders", R"({"what": "orders", "is": "=", "value": 0})", "cyd dan");
    row("value", R"({"what": "value", "is": ">", "value": 20})", "ann");
    row("recency", R"({"what": "recency", "is": "<=", "value": 0})", "ann");
    row("recency of buyers only", R"({"what": "recency", "is": ">", "value": 20})", "bob");
    row("last visit", R"({"what": "last_visit", "is": "=", "value": 24})", "dan");
    row("gap", R"({"what": "gap", "is": "=", "value": 9})", "ann");
    row("basket", R"({"what": "basket", "is": "<", "value": 50})", "bob");
    row("attribute", R"({"what": "attribute", "name": "country", "is": "=", "value": "fr"})", "ann dan");
    row("not that attribute", R"({"what": "attribute", "name": "country", "is": "!=", "value": "fr"})", "bob cyd");
    row("item", R"({"what": "item", "key": "hat"})", "bob dan");
    row("item bought", R"({"what": "item", "key": "hat", "did": "purchase", "is": ">=", "value": 1})", "bob");
    row("category often", R"({"what": "category", "key": "shoes", "is": ">=", "value": 2})", "ann");
    row("kind", R"({"what": "kind", "key": "cart", "is": ">=", "value": 1})", "dan");
    row("and", R"({"all": [{"what": "orders", "is": ">=", "value": 1}, {"what": "attribute", "name": "country", "value": "de"}]})", "bob");
    row("or", R"({"any": [{"what": "orders", "is": ">=", "value": 4}, {"what": "carts", "is": ">=", "value": 1}]})", "ann dan");
    row("not", R"({"not": {"what": "views", "is": ">=", "value": 1}})", "ann");
    row("nested", R"({"all": [{"not": {"what": "robot"}}, {"any": [{"what": "item", "key": "shoe"}, {"what": "value", "is": "=", "value": 20}]}]})", "ann bob cyd");
    row("no purchase", R"({"what": "state", "is": "=", "value": "none"})", "cyd dan");
    row("new", R"({"what": "state", "value": "new"})", "bob");
    row("state of the buyers", R"({"all": [{"what": "orders", "is": ">", "value": 0}, {"what": "state", "is": "!=", "value": "new"}]})", "ann");
}

void TestSegments::rules()
{
    QFETCH(QByteArray, rule);
    QFETCH(QString, users);
    const Result<SegmentRule> read = SegmentRule::fromJson(json(rule.constData()));
    VERIFY_RESULT(read);
    const Result<UserSet> met = usersOf(*read, *m_basis, shop().data(), m_job);
    VERIFY_RESULT(met);
    QCOMPARE(named(*met), users);
}

void TestSegments::textsStayWhatTheyAre()
{
    QFETCH(QByteArray, rule);
    const SegmentRule read = SegmentRule::fromJson(json(rule.constData())).value();
    QVERIFY(SegmentRule::fromJson(read.toJson()).value() == read);
    QVERIFY(!read.words().isEmpty());
}

void TestSegments::refusals_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *rule, const char *says) { QTest::newRow(name) << QByteArray(rule) << QString::fromLatin1(says); };
    row("unknown figure", R"({"what": "height", "value": 3})", "There are: orders");
    row("empty", R"({})", "There is no condition");
    row("unknown sign", R"({"what": "orders", "is": "~", "value": 3})", ">=");
    row("no number", R"({"what": "orders", "is": ">=", "value": "many"})", "number");
    row("unknown state", R"({"what": "state", "value": "asleep"})", "at-risk");
    row("unknown name", R"({"what": "rfm", "value": "heroes"})", "champions");
    row("a key that means nothing", R"({"what": "orders", "is": ">=", "value": 3, "days": 30})", "days");
    row("list beside another", R"({"all": [], "any": []})", "stands alone");
    row("not with a list", R"({"not": []})", "one rule");
    row("attribute without a name", R"({"what": "attribute", "value": "fr"})", "name");
    row("item without a key", R"({"what": "item"})", "key");
}

void TestSegments::refusals()
{
    QFETCH(QByteArray, rule);
    QFETCH(QString, says);
    const Result<SegmentRule> read = SegmentRule::fromJson(json(rule.constData()));
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(says), qPrintable(read.error().message));
}

void TestSegments::unknownKeysAreNamed()
{
    const auto problem = [this](const char *rule) {
        return usersOf(SegmentRule::fromJson(json(rule)).value(), *m_basis, shop().data(), m_job).error().message;
    };
    QVERIFY(problem(R"({"what": "item", "key": "hats"})").contains(QStringLiteral("hat")));
    QVERIFY(problem(R"({"what": "category", "key": "hatz"})").contains(QStringLiteral("hats")));
    QVERIFY(problem(R"({"what": "kind", "key": "carts"})").contains(QStringLiteral("cart")));
    QVERIFY(problem(R"({"what": "attribute", "name": "age", "value": "7"})").contains(QStringLiteral("country")));
}

void TestSegments::words()
{
    const SegmentRule rule = SegmentRule::fromJson(json(R"({"all": [{"what": "orders", "is": ">=", "value": 3},
        {"not": {"what": "state", "value": "lapsed"}}, {"any": [{"what": "item", "key": "hat", "did": "purchase"}, {"what": "value", "is": ">", "value": 0.5}]}]})")).value();
    QCOMPARE(rule.words(), QStringLiteral("Orders >= 3 and not State = Lapsed and (Item hat: purchase >= 1 or Net value > 0.50)"));
}

void TestSegments::store()
{
    SegmentStore store(shop());
    QVERIFY(store.list().value().isEmpty());
    const QJsonObject rule = json(R"({"what": "orders", "is": ">=", "value": 2})");
    VERIFY_RESULT(store.save(QStringLiteral("  Often "), rule, false, m_job));
    VERIFY_RESULT(store.save(QStringLiteral("Broken"), json(R"({"what": "item", "key": "gone"})"), false, m_job));
    QCOMPARE(store.list().value().size(), 2);
    QCOMPARE(store.load(QStringLiteral("Often")).value().definition, rule);
    QVERIFY(!store.save(QStringLiteral(" "), rule, false, m_job));
    QVERIFY(!store.save(QStringLiteral("Often"), json(R"({"what": "orders", "is": ">=", "value": 9})"), false, m_job)); // nothing is lost in silence
    QCOMPARE(store.load(QStringLiteral("Often")).value().definition, rule);
    VERIFY_RESULT(store.save(QStringLiteral("Often"), rule, true, m_job));
    for (const char *name : {"rfm:loyal", "state:new", "cluster:1"})
        QVERIFY(!store.save(QLatin1String(name), rule, true, m_job) && !store.rename(QStringLiteral("Often"), QLatin1String(name), m_job));
    QVERIFY(store.load(QStringLiteral("often")).error().message.contains(QStringLiteral("Often")));
    QVERIFY(!store.rename(QStringLiteral("Often"), QStringLiteral("Broken"), m_job));
    VERIFY_RESULT(store.rename(QStringLiteral("Often"), QStringLiteral("Regular"), m_job));
    VERIFY_RESULT(store.remove(QStringLiteral("Broken"), m_job));
    QVERIFY(!store.remove(QStringLiteral("Broken"), m_job));
    VERIFY_RESULT(store.save(QStringLiteral("Broken"), json(R"({"what": "item", "key": "gone"})"), false, m_job));
}

void TestSegments::book()
{
    SegmentBookRequest request;
    request.clusters = 2;
    const Result<SegmentBook> read = segmentBook(shop(), request, m_job);
    VERIFY_RESULT(read);
    qint64 scored = 0, inStates = 0, inClusters = 0;
    double share = 0;
    for (const SegmentInfo &info : read->segments) {
        scored += info.key.startsWith(QStringLiteral("rfm:")) ? info.count() : 0;
        inStates += info.key.startsWith(QStringLiteral("state:")) ? info.count() : 0;
        share += info.key.startsWith(QStringLiteral("state:")) ? info.share : 0;
        inClusters += info.key.startsWith(QStringLiteral("cluster:")) ? info.count() : 0;
        if (info.users) { // built-in ones are rules like any other
            QVERIFY(*info.users == usersOf(info.rule, *read->basis, shop().data(), m_job).value());
        }
    }
    QCOMPARE(scored, 2);
    QCOMPARE(inStates, 2);
    QCOMPARE(inClusters, 4);
    QCOMPARE(share, 1.0);
    const SegmentInfo *saved = read->find(QStringLiteral("saved:Regular"));
    QVERIFY(saved && saved->count() == 1 && saved->value == 200 && std::abs(saved->share - 200.0 / 220) < 1e-12);
    const SegmentInfo *broken = read->find(QStringLiteral("saved:Broken"));
    QVERIFY(broken && !broken->users && broken->problem.contains(QStringLiteral("gone")));
}

void TestSegments::summaries()
{
    const SegmentSummary all = summaryOf(*m_basis, everybody(*m_basis), shop().data()).value();
    QCOMPARE(all.users, 4);
    QCOMPARE(all.orders, 5);
    QCOMPARE(all.events, 9);
    QCOMPARE(all.sessions, 7);
    QCOMPARE(all.value, 220.0);
    QCOMPARE(all.share, 1.0);
    QCOMPARE(all.basket, 44.0);
    QCOMPARE(all.medianRecency, 13.0); // ann 0, bob 26
    QCOMPARE(all.categories.size(), 2);
    QCOMPARE(all.categories[0].count, 2);
}

void TestSegments::sessionsOfTheProfile()
{
    const UserProfile bob = userProfile(shop().data(), QStringLiteral("bob"), m_job).value();
    QCOMPARE(bob.sessions.size(), 1);
    QCOMPARE(bob.sessions[0].events, 2);
    QCOMPARE(bob.sessions[0].purchases, 1);
    QCOMPARE(bob.sessions[0].value, 20.0);
    QCOMPARE(bob.clock[1][9], 2); // a Tuesday
    QCOMPARE(bob.attributes, (QList<KeyAttribute>{{QStringLiteral("country"), QStringLiteral("de")}}));
    const UserProfile ann = userProfile(shop().data(), QStringLiteral("ann"), m_job).value();
    QCOMPARE(ann.sessions.size(), 4);
    QCOMPARE(ann.spend.values.size(), ann.activity.values.size());
    QCOMPARE(std::accumulate(ann.spend.values.begin(), ann.spend.values.end(), 0.0), 200.0);
    for (const char *key : {"ann", "bob", "cyd", "dan"}) {
        const UserProfile user = userProfile(shop().data(), QString::fromLatin1(key), m_job).value();
        QCOMPARE(qint64(m_basis->figures->of(user.user.id).sessions), user.sessions.size());
    }
}

void TestSegments::standing()
{
    const UserProfile ann = userProfile(shop().data(), QStringLiteral("ann"), m_job).value();
    const UserStanding standing = userStanding(ann.user.id, ann.events, QStringLiteral("UTC"), *m_basis);
    QVERIFY(standing.isKnown);
    QCOMPARE(standing.r, 5);
    QCOMPARE(standing.moves.back().state, standing.state);
    QCOMPARE(standing.state, m_basis->stateOf(ann.user.id.value));
    const UserProfile cyd = userProfile(shop().data(), QStringLiteral("cyd"), m_job).value();
    const UserStanding none = userStanding(cyd.user.id, cyd.events, QStringLiteral("UTC"), *m_basis);
    QCOMPARE(none.state, LifecycleState::None);
    QVERIFY(none.moves.empty() && none.r == 0);
}

// dan and bob saw the same hat, and nobody else did.
void TestSegments::similar()
{
    const SimilarUsers similar(m_basis->figures);
    const UserRow dan = shop().data().user(QStringLiteral("dan")).value();
    const QList<SimilarUser> found = similar.of(dan.id, shop().data(), 10, m_job).value();
    QCOMPARE(found.size(), 3);
    QCOMPARE(found[0].key, QStringLiteral("bob"));
    QCOMPARE(found[0].sharedItems, 1);
    QVERIFY2(found[0].why.contains(QStringLiteral("1 item")), qPrintable(found[0].why));
    QVERIFY(found[0].similarity <= 1 && found[2].similarity >= 0 && found[1].similarity >= found[2].similarity);
    QVERIFY(similar.of({99}, shop().data(), 10, m_job).value().isEmpty());
}

FORETRAIL_TEST_MAIN(TestSegments, QCoreApplication)
#include "tst_segments.moc"
