// Who should see an item: bands by hand, intervals beside another program's, and simulated users whose true rates are known.
#include "core/behaviour/recommend/Audience.h"
#include "core/behaviour/recommend/RecommenderStore.h"
#include "tests/core/behaviour/ShopInMemory.h"
#include "tests/support/TestSupport.h"

#include <QJsonArray>

#include <cmath>
#include <random>

using namespace foretrail;
using test::ShopInMemory;

namespace {

constexpr quint32 shoppers = 1500;    ///< the first third of them is fond of items 0 to 4
constexpr quint32 target = 0;
constexpr int periods = 4;            ///< of 30 days; the last one is what comes behind the log
constexpr double fondRate = 0.3, otherRate = 0.03;

bool isFond(quint32 user) { return user <= shoppers / 3; }

struct SimulatedShop {
    InteractionLog log;                 ///< the first three periods
    std::vector<bool> respondsNext;     ///< by user, in the last period
};

/// Visits of two or three items of the taste in each period. In a period the fond see the target with fondRate, in one visit with the
/// others; everybody else with otherRate, alone.
SimulatedShop simulated(quint64 seed)
{
    std::mt19937_64 random(seed);
    const auto draw = [&random] { return double(random() >> 11) * 0x1.0p-53; };
    SimulatedShop shop{test::emptyLog(10), std::vector<bool>(shoppers + 1, false)};
    for (int period = 0; period < periods; ++period)
        for (quint32 user = 1; user <= shoppers; ++user) {
            const UtcMs visit = (period * 30 + 1 + qint64(draw() * 28)) * dayMs;
            const bool sees = draw() < (isFond(user) ? fondRate : otherRate);
            if (period == periods - 1) {
                shop.respondsNext[user] = sees;
                continue;
            }
            const quint32 first = (isFond(user) ? 1 : 5) + quint32(draw() * 2);
            for (quint32 step = 0; step < 3; ++step)
                shop.log.events.push_back({visit + step * 60'000, first + step, user, 0, ItemAction::View});
            if (sees)
                shop.log.events.push_back({visit + (isFond(user) ? 4 * 60'000 : dayMs), target, user, 0, user % 2 ? ItemAction::Purchase : ItemAction::View});
        }
    shop.log.events.push_back({90 * dayMs, 9, shoppers, 0, ItemAction::View});
    std::stable_sort(shop.log.events.begin(), shop.log.events.end(), [](const auto &a, const auto &b) { return a.time < b.time; });
    shop.log.categoryKeys = QStringList{QStringLiteral("wanted"), QStringLiteral("rest")};
    shop.log.categories.assign(10, 1);
    shop.log.categories[target] = 0;
    return shop;
}

AudienceRequest forTarget(int top = 100)
{
    AudienceRequest request;
    request.item = QStringLiteral("item0");
    request.top = top;
    request.horizonDays = 30;
    return request;
}

bool holds(const ShareEstimate &estimate, double share) { return estimate.low <= share && share <= estimate.high; }

} // namespace

class TestAudience : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wilsonBesideAnotherProgram_data();
    void wilsonBesideAnotherProgram();
    void bandsByHand();
    void placesGetTheBandOfTheirTies();
    void ratesOfSimulatedUsers();
    void categoriesAreAskedAsTheirItems();
    void anItemIsCalledByItsName();
    void laterEventsNeverChangeScores_data();
    void laterEventsNeverChangeScores();
    void whoHasItIsLeftOut();
    void onlyTheSegmentIsAsked();
    void workersChangeNothing();
    void tooLittleSaysSo();
    void withoutAClockTheOrderIsTold();
    void clocksThatWereWrongMoveNothing();
};

void TestAudience::wilsonBesideAnotherProgram_data()
{
    QTest::addColumn<int>("hits");
    QTest::addColumn<int>("n");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    // statsmodels 0.13, proportion_confint(hits, n, method="wilson")
    QTest::newRow("10 of 100") << 10 << 100 << 0.05522913706067509 << 0.17436566150491348;
    QTest::newRow("none of 20") << 0 << 20 << 0.0 << 0.1611251580528194;
    QTest::newRow("all of 20") << 20 << 20 << 0.8388748419471804 << 1.0;
    QTest::newRow("3 of 7") << 3 << 7 << 0.15821985525146964 << 0.7495416354723428;
}

void TestAudience::wilsonBesideAnotherProgram()
{
    QFETCH(int, hits);
    QFETCH(int, n);
    QFETCH(double, low);
    QFETCH(double, high);
    const ShareEstimate estimate = wilson(hits, n);
    QVERIFY(std::abs(estimate.low - low) < 1e-9);
    QVERIFY(std::abs(estimate.high - high) < 1e-9);
    QCOMPARE(estimate.share, double(hits) / n);
    QCOMPARE(wilson(0, 0).high, 1.0);
}

void TestAudience::bandsByHand()
{
    // Ten users with scores 10 .. 1 and five without; bands end behind 1, 2, 4, 6, 8 and 10 of them.
    std::vector<ScoredResponse> responses;
    const bool did[] = {true, false, true, true, false, false, false, true, false, false};
    for (int i = 0; i < 10; ++i)
        responses.push_back({double(10 - i), did[i]});
    for (int i = 0; i < 5; ++i)
        responses.push_back({0, i == 0});
    const QList<ResponseBand> bands = responseBands(responses, 1);
    // Rates 1, 0, 1, 0, 0.5, 0, 0.2: 0 then 1 become 2 of 3; 0 then 0.5 become 1 of 4; 0 then 0.2 become 1 of 7. Then they fall.
    QCOMPARE(bands.size(), 4);
    const QList<std::pair<qint64, qint64>> expected{{1, 1}, {3, 2}, {4, 1}, {7, 1}};
    for (int i = 0; i < 4; ++i) {
        QCOMPARE(bands[i].users, expected[i].first);
        QCOMPARE(bands[i].responses, expected[i].second);
    }
    QCOMPARE(bands[1].from, 0.1);
    QCOMPARE(bands[1].to, 0.4);
    QVERIFY(responseBands({}, 1).isEmpty());
    QCOMPARE(responseBands(responses, 20).size(), 1); // too few for more than one
}

void TestAudience::placesGetTheBandOfTheirTies()
{
    QList<ResponseBand> bands(3);
    bands[0].to = 0.25;
    bands[1].from = 0.25;
    bands[1].to = bands[2].from = bands[2].to = 1;
    QCOMPARE(bandsOf({9, 8, 8, 3, 0}, bands), (std::vector<int>{0, 1, 1, 1, 2}));
    QCOMPARE(bandsOf({9, 9, 8, 3, 0}, bands), (std::vector<int>{0, 0, 1, 1, 2})); // the second ties with the first
    QCOMPARE(bandsOf({1}, {}), std::vector<int>{-1});
}

void TestAudience::ratesOfSimulatedUsers()
{
    const SimulatedShop shop = simulated(7);
    ShopInMemory data(shop.log);
    JobContext job;
    const auto audience = audienceOf(data, forTarget(400), QStringLiteral("item-knn"), {}, job);
    QVERIFY2(audience, audience ? "" : qPrintable(audience.error().message));
    QVERIFY(audience->isCalibrated);
    QCOMPARE(audience->asked, qint64(shoppers));
    QCOMPARE(audience->users.size(), 400);
    qint64 scored = 0, responses = 0;
    for (const ResponseBand &band : audience->bands)
        if (band.from < 1) {
            scored += band.users;
            responses += band.responses;
        }
    QVERIFY(holds(wilson(responses, scored), fondRate)); // those with a score are the fond
    QVERIFY(holds(audience->bands.last().rate, otherRate));
    QVERIFY(holds(audience->everybody, fondRate / 3 + 2 * otherRate / 3));
    QVERIFY(audience->lift > 1.8 && audience->lift < 3.2); // 0.3 / 0.12
    // What comes behind the log, which nothing has seen: the share of those on the list lies between their lowest and highest bound.
    qint64 next = 0, fond = 0;
    double low = 1, high = 0;
    for (const AudienceUser &user : audience->users) {
        next += shop.respondsNext[size_t(user.id.value)];
        fond += isFond(quint32(user.id.value));
        low = std::min(low, user.expected.low);
        high = std::max(high, user.expected.high);
    }
    QCOMPARE(fond, qint64(400));
    const double share = double(next) / 400;
    QVERIFY2(low <= share && share <= high, qPrintable(QStringLiteral("%1 %2 %3").arg(share).arg(low).arg(high)));
    QVERIFY(audience->sentence().contains(QStringLiteral("times as many")));
    QCOMPARE(audience->toJson()[QStringLiteral("users")].toArray().size(), 400);
}

void TestAudience::categoriesAreAskedAsTheirItems()
{
    ShopInMemory data(simulated(7).log);
    JobContext job;
    AudienceRequest category = forTarget();
    category.item.clear();
    category.category = QStringLiteral("wanted"); // which holds the one item
    const auto of = audienceOf(data, category, QStringLiteral("item-knn"), {}, job), alone = audienceOf(data, forTarget(), QStringLiteral("item-knn"), {}, job);
    QVERIFY(of && alone);
    QCOMPARE(of->responders, alone->responders);
    for (int i = 0; i < 100; ++i)
        QCOMPARE(of->users[i].key, alone->users[i].key);
    category.category = QStringLiteral("wnted");
    QCOMPARE(audienceOf(data, category, QStringLiteral("item-knn"), {}, job).error().code, ErrorCode::NotFound);
}

void TestAudience::anItemIsCalledByItsName()
{
    SimulatedShop shop = simulated(7);
    shop.log.itemNames[target] = QStringLiteral("Blue vase, tall");
    shop.log.itemNames[3] = shop.log.itemNames[4] = QStringLiteral("Lamp");
    ShopInMemory data(shop.log);
    JobContext job;
    AudienceRequest named = forTarget();
    named.item = QStringLiteral("blue vase, tall");
    const auto byName = audienceOf(data, named, QStringLiteral("popularity"), {}, job), byKey = audienceOf(data, forTarget(), QStringLiteral("popularity"), {}, job);
    QVERIFY2(byName, byName ? "" : qPrintable(byName.error().message));
    QVERIFY(byKey);
    QCOMPARE(byName->item, QStringLiteral("item0"));
    QCOMPARE(byName->toJson(), byKey->toJson());
    named.item = QStringLiteral("Lamp");
    const auto ambiguous = audienceOf(data, named, QStringLiteral("popularity"), {}, job);
    QCOMPARE(ambiguous.error().code, ErrorCode::InvalidInput);
    QVERIFY2(ambiguous.error().message.contains(QStringLiteral("item3, item4")), qPrintable(ambiguous.error().message));
    named.item = QStringLiteral("item99");
    QCOMPARE(audienceOf(data, named, QStringLiteral("popularity"), {}, job).error().code, ErrorCode::NotFound);
}

void TestAudience::laterEventsNeverChangeScores_data()
{
    QTest::addColumn<QString>("model");
    for (const char *model : {"popularity", "recent-popularity", "session-popularity", "markov", "item-knn", "session-knn", "combination"})
        QTest::newRow(model) << QString::fromLatin1(model);
}

void TestAudience::laterEventsNeverChangeScores()
{
    QFETCH(QString, model);
    InteractionLog whole = simulated(11).log, changed = whole;
    constexpr UtcMs cutOff = 60 * dayMs;
    std::mt19937_64 random(3);
    for (InteractionLog::Event &event : changed.events)
        if (event.time >= cutOff) {
            event.item = quint32(random() % 10);
            event.user = 1 + quint32(random() % shoppers);
            event.action = ItemAction::Purchase;
        }
    JobContext job;
    std::vector<quint32> users;
    for (quint32 user = 1; user <= shoppers; user += 7)
        users.push_back(user);
    std::vector<std::vector<double>> scores;
    for (const InteractionLog &log : {whole, changed}) {
        const auto shop = ShopLog::of(log, job);
        const auto fitted = FittedRecommender::fit(*shop, model, {}, cutOff, job);
        QVERIFY2(fitted, fitted ? "" : qPrintable(fitted.error().message));
        scores.push_back(*audienceScores(**fitted, users, forTarget(), job));
    }
    QCOMPARE(scores[0], scores[1]);
    QVERIFY(std::any_of(scores[0].begin(), scores[0].end(), [](double score) { return score > 0; }));
}

void TestAudience::whoHasItIsLeftOut()
{
    const InteractionLog log = simulated(7).log;
    ShopInMemory data(log);
    std::set<qint64> buyers, viewers;
    for (const InteractionLog::Event &event : log.events)
        if (event.item == target) {
            viewers.insert(event.user);
            if (event.action == ItemAction::Purchase)
                buyers.insert(event.user);
        }
    JobContext job;
    for (const auto &[rule, left] : {std::pair{LeaveOut::Bought, buyers}, std::pair{LeaveOut::Seen, viewers}}) {
        AudienceRequest request = forTarget(int(shoppers));
        request.leaveOut = rule;
        const auto audience = audienceOf(data, request, QStringLiteral("item-knn"), {}, job);
        QVERIFY(audience);
        QCOMPARE(audience->leftOut, qint64(left.size()));
        for (const AudienceUser &user : audience->users)
            QVERIFY(!left.contains(user.id.value));
    }
    AudienceRequest bought = forTarget();
    bought.response = Response::Purchase;
    QVERIFY(audienceOf(data, bought, QStringLiteral("item-knn"), {}, job)->responders < audienceOf(data, forTarget(), QStringLiteral("item-knn"), {}, job)->responders);
}

void TestAudience::onlyTheSegmentIsAsked()
{
    ShopInMemory data(simulated(7).log);
    AudienceRequest request = forTarget();
    request.users = std::make_shared<const UserSet>(std::vector<qint64>{3, 5, 1200});
    JobContext job;
    const auto audience = audienceOf(data, request, QStringLiteral("item-knn"), {}, job);
    QVERIFY(audience);
    QCOMPARE(audience->users.size(), 3);
    QCOMPARE(audience->asked, qint64(3));
    QVERIFY(audience->users.last().key == QStringLiteral("1200"));
}

void TestAudience::workersChangeNothing()
{
    ShopInMemory data(simulated(7).log);
    JobContext job;
    AudienceRequest one = forTarget(), three = forTarget();
    one.workers = 1;
    three.workers = 3;
    QCOMPARE(audienceOf(data, one, QStringLiteral("session-knn"), {}, job)->toJson(), audienceOf(data, three, QStringLiteral("session-knn"), {}, job)->toJson());
    RecommenderStore store;
    QCOMPARE(audienceOf(store, data, one, QStringLiteral("session-knn"), {}, job)->toJson(), audienceOf(data, one, QStringLiteral("session-knn"), {}, job)->toJson());
    QCOMPARE(store.learnt(), qint64(2));
    QVERIFY(audienceOf(store, data, three, QStringLiteral("session-knn"), {}, job));
    QCOMPARE(store.learnt(), qint64(2));
}

void TestAudience::tooLittleSaysSo()
{
    ShopInMemory data(test::twoTastesLog());
    AudienceRequest request = forTarget(5);
    request.horizonDays = 3;
    JobContext job;
    const auto audience = audienceOf(data, request, QStringLiteral("markov"), {}, job);
    QVERIFY(audience);
    QVERIFY(!audience->isCalibrated);
    QVERIFY2(audience->sentence().contains(QStringLiteral("too little")), qPrintable(audience->sentence()));
    QCOMPARE(audience->users.size(), 5);
    QCOMPARE(audience->users.front().band, -1);
    request.item = QStringLiteral("item99");
    QCOMPARE(audienceOf(data, request, QStringLiteral("markov"), {}, job).error().code, ErrorCode::NotFound);
    ShopInMemory nothing(test::emptyLog(1));
    QCOMPARE(audienceOf(nothing, forTarget(), QStringLiteral("markov"), {}, job).error().code, ErrorCode::TooShort);
}

void TestAudience::withoutAClockTheOrderIsTold()
{
    InteractionLog log = test::twoTastesLog();
    log.hasClock = false;
    ShopInMemory data(log);
    JobContext job;
    const auto audience = audienceOf(data, forTarget(5), QStringLiteral("item-knn"), {}, job);
    QVERIFY(audience && !audience->isCalibrated);
    QVERIFY(audience->note.contains(QStringLiteral("no time")));
    QVERIFY(audience->users.front().score > 0);
}

void TestAudience::clocksThatWereWrongMoveNothing()
{
    InteractionLog log = simulated(7).log;
    JobContext job;
    const auto right = ShopLog::of(log, job);
    log.events.front().time -= 4000 * dayMs;
    log.events.back().time += 4000 * dayMs;
    const auto wrong = ShopLog::of(log, job);
    QCOMPARE(audienceHorizon(**right, 0), 17); // a fifth of the nearly 90 days
    QCOMPARE(audienceHorizon(**wrong, 0), 17);
    QCOMPARE(audienceCutOff(**wrong, 30), audienceCutOff(**right, 30));
    QCOMPARE(audienceHorizon(**wrong, 12), 12);
}

FORETRAIL_TEST_MAIN(TestAudience, QCoreApplication)
#include "tst_audience.moc"
