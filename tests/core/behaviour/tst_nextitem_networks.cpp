// The networks that tell the next item: their gradients against differences of their loss, the loss against a softmax written out here,
// and the faults that reimplementations of GRU4Rec had (Hidasi and Czapp 2023): states that go on into the next sequence, items that are
// not tied, a softmax taken twice, a score that differs from what was trained.
#include "core/behaviour/recommend/ItemNetworkPass.h"
#include "core/behaviour/recommend/NetworkRecommender.h"
#include "tests/support/TestSupport.h"

#include <random>

using namespace foretrail;

namespace {

ItemNetworkSettings tiny(ItemCell cell)
{
    ItemNetworkSettings settings;
    settings.cell = cell;
    settings.units = 4;
    settings.sharpness = 3;
    return settings;
}

/// Sequences of three of six items, all of which the softmax is over.
ItemBatch batchOf(const std::vector<uint32_t> &places)
{
    return {{0, 1, 2, 3, 4, 5}, {0.1F, 0.3F, 0, 0.2F, 0.5F, 0}, places, 3};
}

std::vector<float> unitsOf(const ItemNetwork &network)
{
    std::vector<float> units(6 * network.units());
    for (size_t item = 0; item < 6; ++item)
        writeUnit(network.item(item), units.data() + item * network.units());
    return units;
}

double meanLoss(const ItemNetwork &network, const ItemBatch &batch, const std::vector<float> &units)
{
    return itemGradients(network, batch, units, 0, batch.sequences(), 0).loss / double(batch.asked());
}

/// The mean loss on both sides of a value, as a slope.
template<class Loss>
double slope(float &value, const Loss &loss)
{
    constexpr float distance = 0.002F;
    const float before = value;
    value = before + distance;
    const double above = loss();
    value = before - distance;
    const double below = loss();
    value = before;
    return (above - below) / (2 * double(distance));
}

bool isNear(double a, double b, double tolerance) { return std::abs(a - b) <= tolerance * std::max(1.0, std::abs(b)); }

/// Walks on a ring, one step further each time.
std::shared_ptr<const ItemSequences> rounds(quint32 items)
{
    ItemSequences sequences;
    sequences.itemCount = items + 1; // the last one never happens
    sequences.hasClock = false;
    UtcMs time = 0;
    for (quint32 walk = 0; walk < 40 * items; ++walk) {
        for (quint32 step = 0; step < 2 + walk % 5; ++step)
            sequences.add((walk + step) % items, ++time, ItemAction::View);
        sequences.close(0);
    }
    return std::make_shared<const ItemSequences>(std::move(sequences));
}

ItemNetworkSettings quick(ItemCell cell)
{
    ItemNetworkSettings settings;
    settings.cell = cell;
    settings.units = 16;
    settings.rows = 64;
    settings.drawn = 20;
    settings.rate = 0.01F;
    return settings;
}

void addCells()
{
    QTest::addColumn<ItemCell>("cell");
    QTest::newRow("gru") << ItemCell::Gru;
    QTest::newRow("lstm") << ItemCell::Lstm;
}

} // namespace

class TestNextItemNetworks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void gradientsAreSlopes_data() { addCells(); }
    void gradientsAreSlopes();
    void lossIsOneSoftmaxOfTheScores_data() { addCells(); }
    void lossIsOneSoftmaxOfTheScores();
    void statesBeginAnew_data() { addCells(); }
    void statesBeginAnew();
    void learnsARing_data() { addCells(); }
    void learnsARing();
    void workersDoNotMatter();
    void stopsAndSaysWhy();
};

void TestNextItemNetworks::gradientsAreSlopes()
{
    QFETCH(ItemCell, cell);
    ItemNetwork network(tiny(cell), 6, 5);
    const ItemBatch batch = batchOf({0, 1, 2, 3, 1, 5, 4, 4, 0});
    std::vector<float> units = unitsOf(network);
    const ItemGradients gradients = itemGradients(network, batch, units, 0, 3, 0);
    for (size_t i = 0; i < network.weightCount(); ++i) {
        if (const float *weight = network.itemWeights() + i; cell == ItemCell::Lstm && weight >= network.stateBias() && weight < network.ownWeights())
            continue; // the second bias of an LSTM is the first one
        const double expected = slope(network.weights()[i], [&] { return meanLoss(network, batch, units); });
        QVERIFY2(isNear(double(gradients.weights[i]), expected, 2e-3), qPrintable(QStringLiteral("weight %1: %2, %3").arg(i).arg(gradients.weights[i]).arg(expected)));
    }
    for (size_t i = 0; i < units.size(); ++i) {
        const double expected = slope(units[i], [&] { return meanLoss(network, batch, units); });
        QVERIFY2(isNear(double(gradients.units[i]), expected, 2e-3), qPrintable(QStringLiteral("item %1: %2, %3").arg(i).arg(gradients.units[i]).arg(expected)));
    }
}

// After 2 and 4: the cosines of the state with the same rows that went in; what is rare is weighed up, but not what stands in the
// sequence itself, of which that which has come is raised by its weight.
void TestNextItemNetworks::lossIsOneSoftmaxOfTheScores()
{
    QFETCH(ItemCell, cell);
    ItemNetwork network(tiny(cell), 6, 8);
    const std::vector<double> own{0.7, -0.4};
    std::copy(own.begin(), own.end(), network.weights().begin() + (network.ownWeights() - network.itemWeights()));
    const ItemBatch batch = batchOf({2, 4, 1});
    const std::vector<float> units = unitsOf(network);
    double expected = 0;
    const std::vector<uint32_t> asked{2, 4, 1};
    for (size_t step = 1; step < 3; ++step) {
        const std::vector<float> state = network.stateAfter(std::span(asked).first(step));
        double sum = 0, chosen = 0;
        for (size_t item = 0; item < 6; ++item) {
            double cosine = 0;
            for (size_t u = 0; u < 4; ++u)
                cosine += double(state[u]) * double(units[item * 4 + u]);
            const size_t place = size_t(std::find(asked.begin(), asked.end(), item) - asked.begin());
            const double score = 3 * cosine + (place < step ? own[step - 1 - place] : 0);
            sum += std::exp(score + (place < asked.size() ? 0 : double(batch.rarity[item])));
            chosen = place == step ? score : chosen;
        }
        expected += std::log(sum) - chosen;
    }
    QVERIFY(isNear(itemGradients(network, batch, units, 0, 1, 0).loss, expected, 1e-5));
}

void TestNextItemNetworks::statesBeginAnew()
{
    QFETCH(ItemCell, cell);
    const ItemNetwork network(tiny(cell), 6, 5);
    const std::vector<float> units = unitsOf(network);
    const double both = itemGradients(network, batchOf({0, 1, 2, 5, 4, 3}), units, 0, 2, 0).loss;
    const double first = itemGradients(network, batchOf({0, 1, 2}), units, 0, 1, 0).loss;
    const double second = itemGradients(network, batchOf({5, 4, 3}), units, 0, 1, 0).loss;
    QVERIFY(isNear(both, first + second, 1e-6));
    const double part = itemGradients(network, batchOf({0, 1, 2, 5, 4, 3}), units, 1, 2, 0).loss;
    QVERIFY(isNear(part, second, 1e-6));
}

void TestNextItemNetworks::learnsARing()
{
    QFETCH(ItemCell, cell);
    constexpr quint32 items = 30;
    NetworkRecommender model(quick(cell));
    JobContext job;
    const Result<void> done = model.fit(rounds(items), {}, job);
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    std::vector<std::vector<quint32>> walks;
    std::vector<NextItemQuery> queries;
    for (quint32 at = 0; at < items; ++at)
        walks.push_back({at, (at + 1) % items});
    for (const auto &walk : walks)
        queries.push_back({walk, 0});
    ScoreBoard board(items + 1), alone(items + 1);
    int right = 0;
    bool isSame = true;
    model.scoreEach(queries, board, [&](size_t i) {
        right += board.best(1).front() == (i + 2) % items;
        alone.clear();
        model.score(queries[i], alone);
        for (quint32 item = 0; item <= items; ++item)
            isSame = isSame && isNear(double(board.scoreOf(item)), double(alone.scoreOf(item)), 1e-4);
        isSame = isSame && board.scoreOf(items) == 0; // never seen, never named
    });
    QCOMPARE(right, int(items));
    QVERIFY(isSame);
}

void TestNextItemNetworks::workersDoNotMatter()
{
    JobContext job;
    ItemNetworkSettings settings = quick(ItemCell::Gru);
    settings.epochs = 1;
    auto one = trainItemNetwork(*rounds(12), settings, 3, 1, job);
    auto three = trainItemNetwork(*rounds(12), settings, 3, 3, job);
    auto other = trainItemNetwork(*rounds(12), settings, 4, 3, job);
    QVERIFY(one && three && other);
    QVERIFY(one->weights() == three->weights() && one->items() == three->items());
    QVERIFY(one->weights() != other->weights());
}

void TestNextItemNetworks::stopsAndSaysWhy()
{
    JobContext job;
    ItemSequences single;
    single.itemCount = 1;
    single.add(0, 1, ItemAction::View);
    single.close(0);
    const auto short_ = trainItemNetwork(single, quick(ItemCell::Gru), 1, 1, job);
    QVERIFY(!short_ && short_.error().code == ErrorCode::TooShort);
    job.requestStop();
    const auto stopped = trainItemNetwork(*rounds(12), quick(ItemCell::Gru), 1, 2, job);
    QVERIFY(!stopped && stopped.error().isCancelled());
}

FORETRAIL_TEST_MAIN(TestNextItemNetworks, QCoreApplication)
#include "tst_nextitem_networks.moc"
