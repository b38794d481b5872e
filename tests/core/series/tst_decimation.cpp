// What is drawn of millions of values with blocks is what is drawn without them.
#include "core/series/Decimation.h"
#include "tests/support/TestSupport.h"

#include <random>

using namespace foretrail;

namespace {

/// Equal values, gaps shorter and longer than a block, and spikes.
std::vector<double> rough(size_t size)
{
    std::mt19937 random(5);
    std::uniform_int_distribution<int> value(-20, 20), length(1, 900), chance(0, 2000);
    std::vector<double> values(size);
    for (size_t i = 0; i < size; ++i)
        values[i] = chance(random) == 0 ? 1000 + double(i) : value(random);
    for (size_t i = 0; i < size; i += 3001) {
        const size_t end = std::min(size, i + size_t(length(random)));
        std::fill(values.begin() + std::ptrdiff_t(i), values.begin() + std::ptrdiff_t(end), missing);
    }
    return values;
}

} // namespace

class DecimationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void blocksChangeNothing_data();
    void blocksChangeNothing();
    void everySpikeSurvives_data();
    void everySpikeSurvives();
};

void DecimationTest::blocksChangeNothing_data()
{
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::addColumn<int>("columns");
    QTest::newRow("everything") << 0.0 << 399'999.0 << 300;
    QTest::newRow("few columns") << 0.0 << 399'999.0 << 7;
    QTest::newRow("a part, between steps") << 1234.25 << 391'234.75 << 500;
    QTest::newRow("reaching beyond") << -5000.0 << 450'000.0 << 400;
    QTest::newRow("close by") << 10'000.0 << 12'000.0 << 400;
}

void DecimationTest::blocksChangeNothing()
{
    QFETCH(double, from);
    QFETCH(double, to);
    QFETCH(int, columns);
    static const std::vector<double> values = rough(400'000);
    const ValueBlocks blocks(values);
    const std::vector<Polyline> lines = decimate(values, from, to, columns);
    QVERIFY(!lines.empty());
    QVERIFY(decimate(values, from, to, columns, &blocks) == lines);
}

void DecimationTest::everySpikeSurvives_data()
{
    QTest::addColumn<int>("points");
    for (const int points : {1'000, 10'000, 100'000, 1'000'000, 10'000'000})
        QTest::addRow("%d", points) << points;
}

/// Of each fiftieth of the values one stands out; on 800 columns each of them is there, as high as it is and where it is.
void DecimationTest::everySpikeSurvives()
{
    QFETCH(int, points);
    std::vector<double> values(size_t(points), 1.0);
    const int stride = points / 50;
    for (int i = stride / 2; i < points; i += stride)
        values[size_t(i)] = 100 + i;
    const ValueBlocks blocks(values);
    int found = 0;
    const std::vector<Polyline> lines = decimate(values, 0, points - 1, 800, &blocks);
    QCOMPARE(lines.size(), size_t(1));
    for (const LinePoint &point : lines.front()) {
        found += point.y > 1;
        QVERIFY(point.y == 1 || point.y == 100 + point.x);
    }
    QCOMPARE(found, 50);
}

FORETRAIL_TEST_MAIN(DecimationTest, QCoreApplication)
#include "tst_decimation.moc"
