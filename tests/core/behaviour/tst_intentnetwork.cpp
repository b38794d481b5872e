// The network over events: gradients against differences of its loss, that it begins as the regression, and that it learns an order
// that no count shows.
#include "core/behaviour/intent/EventSequenceNetwork.h"
#include "core/behaviour/intent/IntentModel.h"
#include "tests/core/behaviour/ShopperLogs.h"
#include "tests/support/TestSupport.h"

#include <cmath>

using namespace foretrail;
using namespace foretrail::test;

namespace {

EventNetworkSettings tinyEventNetwork(ItemCell cell)
{
    EventNetworkSettings settings;
    settings.cell = cell;
    settings.units = 4;
    return settings;
}

/// Shoppers who look at something and put something into the cart, in either order; those who look first will buy.
struct OrderedShoppers {
    ShopperLog log;
    std::vector<IntentExample> examples;
};

OrderedShoppers orderedShoppers(int count, unsigned seed)
{
    std::mt19937_64 random(seed);
    std::vector<std::vector<ShopperEvent>> users;
    OrderedShoppers made;
    for (int user = 0; user < count; ++user) {
        const bool looksFirst = random() % 2 == 0;
        const auto item = quint32(1 + random() % 30);
        std::vector<ShopperEvent> events;
        for (int i = 0; i < int(random() % 3); ++i)
            events.push_back(did(ItemAction::Favourite, noon(0, i), item + 50));
        events.push_back(did(looksFirst ? ItemAction::View : ItemAction::Cart, noon(1, 0), item));
        events.push_back(did(looksFirst ? ItemAction::Cart : ItemAction::View, noon(1, 3), item));
        const auto known = quint32(events.size());
        made.examples.push_back({quint32(user), known, known, noon(1, 10), looksFirst == (random() % 20 > 0)});
        users.push_back(events);
    }
    made.log = logOf(users);
    return made;
}

std::vector<SequenceCase> casesOf(const OrderedShoppers &shoppers, const LogisticRegression &scale, size_t from, size_t to)
{
    LogCalendar calendar(shoppers.log);
    const FeatureRows rows = featureRows(shoppers.log, shoppers.examples);
    std::vector<SequenceCase> cases;
    for (size_t i = from; i < to; ++i)
        cases.push_back(sequenceCase(shoppers.log.of(shoppers.examples[i].user), shoppers.examples[i], scale, rows.row(i), calendar));
    return cases;
}

Result<LogisticRegression> regressionOf(const OrderedShoppers &shoppers)
{
    JobContext job;
    std::vector<bool> happened;
    for (const IntentExample &example : shoppers.examples)
        happened.push_back(example.happened);
    std::vector<bool> counts(intentFeatureCount(), false);
    counts[featureAt("favourite_month")] = true; // all look once and use the cart once, and how long ago tells the order
    return LogisticRegression::fit(featureRows(shoppers.log, shoppers.examples), happened, 1, job, counts);
}

double meanLoss(const std::vector<double> &said, const std::vector<SequenceCase> &cases)
{
    double loss = 0;
    for (size_t i = 0; i < cases.size(); ++i)
        loss -= std::log(cases[i].happened ? said[i] : 1 - said[i]) / double(cases.size());
    return loss;
}

} // namespace

class TestIntentNetwork : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void gradientsAreSlopes_data();
    void gradientsAreSlopes();
    void beginsAsTheRegression();
    void learnsAnOrder_data() { gradientsAreSlopes_data(); }
    void learnsAnOrder();
    void storedAndRead();
    void stops();
};

void TestIntentNetwork::gradientsAreSlopes_data()
{
    QTest::addColumn<ItemCell>("cell");
    QTest::newRow("gru") << ItemCell::Gru;
    QTest::newRow("lstm") << ItemCell::Lstm;
}

// Each weight is moved a little to both sides. The state counts for nothing at first, so the head's weights are drawn too.
void TestIntentNetwork::gradientsAreSlopes()
{
    QFETCH(ItemCell, cell);
    const OrderedShoppers shoppers = orderedShoppers(40, 5);
    const auto regression = regressionOf(shoppers);
    VERIFY_RESULT(regression);
    EventSequenceNetwork network(tinyEventNetwork(cell), *regression);
    std::mt19937_64 random(7);
    for (float &weight : network.weights())
        weight += 0.3F * (float(random() % 1000) / 500 - 1);
    const std::vector<SequenceCase> cases = casesOf(shoppers, *regression, 0, 12);
    std::vector<float> gradient, ignored;
    (void)network.differentiate(cases, gradient);
    for (size_t i = 0; i < gradient.size(); ++i) {
        const float before = network.weights()[i];
        constexpr float distance = 0.004F;
        network.weights()[i] = before + distance;
        const double above = network.differentiate(cases, ignored);
        network.weights()[i] = before - distance;
        const double below = network.differentiate(cases, ignored);
        network.weights()[i] = before;
        const double slope = (above - below) / double(2 * distance);
        QVERIFY2(std::abs(double(gradient[i]) - slope) < 1e-4 + 5e-3 * std::abs(slope), qPrintable(QStringLiteral("weight %1: %2, %3").arg(i).arg(gradient[i]).arg(slope)));
    }
}

void TestIntentNetwork::beginsAsTheRegression()
{
    const OrderedShoppers shoppers = orderedShoppers(60, 5);
    const auto regression = regressionOf(shoppers);
    VERIFY_RESULT(regression);
    const EventSequenceNetwork network(tinyEventNetwork(ItemCell::Gru), *regression);
    const std::vector<double> said = network.probabilities(casesOf(shoppers, *regression, 0, 60));
    const FeatureRows rows = featureRows(shoppers.log, shoppers.examples);
    for (size_t i = 0; i < 60; ++i)
        QVERIFY(std::abs(said[i] - regression->probability(rows.row(i))) < 1e-5);
}

// Counts say nothing: ln 2 is the loss of the regression; who knows the order loses no more than the noise of one in twenty (0.199).
void TestIntentNetwork::learnsAnOrder()
{
    QFETCH(ItemCell, cell);
    const OrderedShoppers shoppers = orderedShoppers(900, 11);
    const auto regression = regressionOf(shoppers);
    VERIFY_RESULT(regression);
    EventNetworkSettings settings;
    settings.cell = cell;
    settings.batch = 32;
    settings.rate = 0.01;
    settings.epochs = 60;
    settings.patience = 20;
    EventSequenceNetwork network(settings, *regression);
    JobContext job;
    const auto validation = casesOf(shoppers, *regression, 500, 700), test = casesOf(shoppers, *regression, 700, 900);
    const auto done = network.train(casesOf(shoppers, *regression, 0, 500), validation, job);
    VERIFY_RESULT(done);
    QVERIFY(network.bestEpoch() > 0);
    const double loss = meanLoss(network.probabilities(test), test);
    QVERIFY2(loss < 0.4, qPrintable(QString::number(loss)));
}

void TestIntentNetwork::storedAndRead()
{
    const OrderedShoppers shoppers = orderedShoppers(60, 5);
    const auto regression = regressionOf(shoppers);
    VERIFY_RESULT(regression);
    const EventSequenceNetwork network(tinyEventNetwork(ItemCell::Lstm), *regression);
    const auto read = EventSequenceNetwork::fromJson(network.toJson());
    VERIFY_RESULT(read);
    const auto cases = casesOf(shoppers, *regression, 0, 10);
    QCOMPARE(read->probabilities(cases), network.probabilities(cases));
    QJsonObject broken = network.toJson();
    broken.insert(QStringLiteral("units"), 5);
    QVERIFY(!EventSequenceNetwork::fromJson(broken));
}

void TestIntentNetwork::stops()
{
    const OrderedShoppers shoppers = orderedShoppers(60, 5);
    const auto regression = regressionOf(shoppers);
    VERIFY_RESULT(regression);
    EventSequenceNetwork network(tinyEventNetwork(ItemCell::Gru), *regression);
    JobContext job;
    job.requestStop();
    const auto cases = casesOf(shoppers, *regression, 0, 60);
    const auto done = network.train(cases, cases, job);
    QVERIFY(!done && done.error().isCancelled());
}

FORETRAIL_TEST_MAIN(TestIntentNetwork, QCoreApplication)
#include "tst_intentnetwork.moc"
