#include "core/training/GlobalWindows.h"
#include "tests/support/TestSupport.h"

#include <cmath>
#include <numeric>

using namespace foretrail;

namespace {

Series seriesOf(std::vector<double> values, WallMs start = 0)
{
    Series series;
    series.key = QStringLiteral("s");
    series.axis = {Step::None, start, 0};
    series.values = std::move(values);
    return series;
}

std::vector<double> counted(int count, double first = 1)
{
    std::vector<double> values(size_t(count), 0.0);
    std::iota(values.begin(), values.end(), first);
    return values;
}

struct Written {
    Written(const Windows &windows, std::vector<qint64> rows)
        : size(windows.size()), inputs(rows.size() * size_t(size.lookback * size.features)), extras(rows.size() * size_t(size.extras)),
          targets(rows.size() * size_t(size.targets)), entities(rows.size(), -1)
    {
        WindowBatch batch;
        batch.inputs = inputs.data();
        batch.stride = size.features;
        batch.extras = extras.data();
        batch.targets = targets.data();
        batch.entities = entities.data();
        windows.gather(rows, batch);
    }
    WindowSize size;
    std::vector<float> inputs, extras, targets;
    std::vector<int> entities;
};

bool near(float a, double b) { return std::abs(double(a) - b) < 1e-5; }

} // namespace

class TestGlobalWindows : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // 1..10 without logarithms: before the seventh value the last two average 5.5 and lie 2, 1, .. from it.
    void levelsByHand()
    {
        const LevelSeries series(seriesOf(counted(10)), 2, false, false);
        const GlobalShape shape{4, 2, 3, 2, 0, true, false};
        const WindowLevel level = WindowLevel::before(series, 6, shape);
        QCOMPARE(level.centre, 5.5);
        QCOMPARE(level.width, (2.5 + 1.5 + 0.5 + 0.5) / 4);
        const std::vector<LevelSeries> all{series};
        const GlobalWindows windows(all, shape);
        // Origins from 3 (half a window, at least the horizon) to 9, the last with one target.
        QCOMPARE(windows.count(), qint64(7));
    }
    void windowsByHand()
    {
        const std::vector<LevelSeries> all{LevelSeries(seriesOf(counted(10)), 2, false, false)};
        const GlobalShape shape{4, 2, 3, 2, 0, true, true};
        const GlobalWindows windows(all, shape);
        const Written written(windows, {3, 4}); // origins 6 and 7
        QCOMPARE(written.size.lookback, 2);
        const double width = 1.25;
        const double expected[] = {-2.5, -1.5, -0.5, 0.5}; // the values 3 to 6 less 5.5
        for (int i = 0; i < 4; ++i) {
            QVERIFY(near(written.extras[size_t(i)], expected[i] / width));
            const size_t step = size_t(i) / 2;
            QVERIFY(near(written.inputs[(step * 2 + 0) * 2 + size_t(i) % 2], expected[i] / width));
            QVERIFY(near(written.inputs[(step * 2 + 1) * 2 + size_t(i) % 2], expected[i] / width)); // a straight line looks the same everywhere
        }
        for (int h = 0; h < 3; ++h)
            QVERIFY(near(written.targets[size_t(h)], (1.5 + h) / width));
        QCOMPARE(written.entities, (std::vector<int>{1, 1}));
        const Written last(windows, {6});
        QVERIFY(near(last.targets[0], 1.5 / width));
        QVERIFY(std::isnan(last.targets[1]) && std::isnan(last.targets[2]));
    }
    // Ten days from 22 December: before the 24th and ahead of it the 25th alone counts (us: neither Eve nor Boxing Day).
    void holidaysOnTheStepsAndAhead()
    {
        Series series = seriesOf(counted(10));
        series.axis = {Step::Day, *parseWallTime(QStringLiteral("2024-12-20"))};
        LevelSeries level(series, 1, false, false);
        BesideCoding coding;
        coding.learn({series}, {}, 0, QStringLiteral("us"));
        QCOMPARE(coding.columns(), 1);
        level.setBeside(coding.seen(series, 3, {}, {}));
        QCOMPARE(level.column(0, 5), 1.0F);
        QCOMPARE(level.column(0, 4) + level.column(0, 6) + level.column(0, -1) + level.column(0, 13), 0.0F);
        QCOMPARE(level.column(0, 12), 1.0F); // New Year's Day, behind the last value
        GlobalShape shape{4, 2, 3, 1, 0, true, false};
        shape.columns = shape.columnsAhead = 1;
        const std::vector<LevelSeries> all{level};
        const GlobalWindows windows(all, shape);
        const Written written(windows, {1, 4}); // origins 4 and 7
        QCOMPARE(written.size.features, 4);
        QCOMPARE(written.size.extras, 7);
        QCOMPARE(std::vector<float>(written.extras.begin() + 4, written.extras.begin() + 7), (std::vector<float>{0, 1, 0})); // days 4 to 6
        // Of origin 7 days 3 to 6 in two steps: two values, then their holidays.
        const size_t second = (1 * 2 + 1) * 4;
        QCOMPARE(std::vector<float>(written.inputs.begin() + second + 2, written.inputs.begin() + second + 4), (std::vector<float>{1, 0}));
        const size_t first = (0 * 2 + 1) * 4;
        QCOMPARE(std::vector<float>(written.inputs.begin() + first + 2, written.inputs.begin() + first + 4), (std::vector<float>{0, 0}));
    }
    // Of two columns the first is known ahead; one attribute has two values.
    void columnsAndAttributesByHand()
    {
        LevelSeries level(seriesOf(counted(6)), 1, false, false);
        level.setBeside({{{10, 11, 12, 13, 14, 15, 16, 17}, {20, 21, 22, 23, 24, 25}}, {0, 1}});
        GlobalShape shape{4, 2, 2, 1, 0, false, false};
        shape.columns = 2;
        shape.columnsAhead = 1;
        shape.attributes = 2;
        const std::vector<LevelSeries> all{level};
        const OriginWindows windows({{&all[0], 6, 0}}, shape);
        const Written written(windows, {0});
        QCOMPARE(written.size.features, 8);
        // Steps of two values: the values, both columns, the attributes.
        QCOMPARE(std::vector<float>(written.inputs.begin() + 2, written.inputs.begin() + 8), (std::vector<float>{12, 13, 22, 23, 0, 1}));
        QCOMPARE(std::vector<float>(written.inputs.begin() + 10, written.inputs.end()), (std::vector<float>{14, 15, 24, 25, 0, 1}));
        QCOMPARE(written.extras, (std::vector<float>{16, 17, 0, 1})); // what is ahead, then the attributes
        // The first window of a training is one of those that teach what to do where no attribute is known.
        const GlobalWindows learning(all, shape);
        const Written unknown(learning, {0});
        QCOMPARE(std::vector<float>(unknown.extras.end() - 2, unknown.extras.end()), (std::vector<float>{0, 0}));
        const Written known(learning, {1});
        QCOMPARE(std::vector<float>(known.extras.end() - 2, known.extras.end()), (std::vector<float>{0, 1}));
    }
    void shortSeriesBeginWithTheirFirstValue()
    {
        const std::vector<LevelSeries> all{LevelSeries(seriesOf({5, 7, 6, 8}), 1, false, false)};
        const GlobalShape shape{4, 1, 1, 1, 0, false, false};
        const GlobalWindows windows(all, shape);
        QCOMPARE(windows.count(), qint64(2)); // before the third and the fourth value
        const Written written(windows, {0});
        // 5 5 5 7 less the last, over the mean distance of the two that are there
        const double width = 1;
        QVERIFY(near(written.inputs[0], -2 / width));
        QVERIFY(near(written.inputs[1], -2 / width));
        QVERIFY(near(written.inputs[2], -2 / width));
        QVERIFY(near(written.inputs[3], 0));
        QVERIFY(near(written.targets[0], -1 / width));
    }
    // Whatever is done to values far ahead, no window that ends before them changes.
    void nothingBehindTheCutIsSeen()
    {
        std::vector<double> values = counted(40);
        const GlobalShape shape{8, 4, 5, 4, 1, true, false};
        const auto all = [&](const std::vector<double> &some) {
            const std::vector<LevelSeries> levels{LevelSeries(seriesOf({some.begin(), some.end() - 6}), 4, true, true)};
            const GlobalWindows windows(levels, shape);
            std::vector<qint64> rows(size_t(windows.count()));
            std::iota(rows.begin(), rows.end(), qint64(0));
            const Written written(windows, rows);
            std::vector<float> everything = written.inputs;
            for (const float target : written.targets)
                everything.push_back(std::isnan(target) ? -1000.0F : target); // those left open are left open in both
            return everything;
        };
        const std::vector<float> before = all(values);
        std::fill(values.end() - 6, values.end(), 1e6);
        QVERIFY(before == all(values));
        QVERIFY(before.size() > 100);
    }
    void thereAndBack()
    {
        std::vector<double> values;
        for (int t = 0; t < 48; ++t)
            values.push_back((100 + t) * (t % 4 == 0 ? 1.5 : 0.8));
        const LevelSeries series(seriesOf(values), 4, true, true);
        for (int t = 0; t < series.size(); ++t)
            QVERIFY(std::abs(series.restored(double(series.at(t)), t) / values[size_t(t)] - 1) < 1e-5);
        // Without its season it is a line: no step is as large as those of the season.
        for (int t = 1; t < series.size(); ++t)
            QVERIFY(std::abs(series.at(t) - series.at(t - 1)) < 0.1F);
        QVERIFY(std::abs(series.seen(values[10], 10) - double(series.at(10))) < 1e-5);
    }
    // A window of noughts, but for what rounding leaves, has next to no width: a sale behind it is far, and not without end.
    void aSaleBehindNoughts()
    {
        std::vector<double> values(12, 0.0);
        for (size_t i = 0; i < 6; ++i)
            values[i] = i % 2 == 0 ? 1e-12 : -1e-12;
        values[8] = 5000;
        const std::vector<LevelSeries> all{LevelSeries(seriesOf(values), 1, false, false)};
        GlobalShape shape{4, 1, 3, 1, 0, false, false};
        const Written written(OriginWindows({{&all[0], 6, 0, values.data() + 6}}, shape), {0});
        QCOMPARE(written.targets[0], 0.0F + written.targets[1]);
        QCOMPARE(written.targets[2], 100.0F);
        shape.isCount = true;
        const Written counts(OriginWindows({{&all[0], 6, 0, values.data() + 6}}, shape), {0});
        QVERIFY(near(counts.targets[2], 5000));
    }
    void constantSeriesHaveAWidth()
    {
        for (const double value : {0.0, 5.0}) {
            const LevelSeries series(seriesOf(std::vector<double>(20, value)), 1, false, true);
            const WindowLevel level = WindowLevel::before(series, 12, {4, 1, 1, 1, 0, true, false});
            QVERIFY(level.width > 0);
        }
    }
};

FORETRAIL_TEST_MAIN(TestGlobalWindows, QCoreApplication)
#include "tst_global_windows.moc"
