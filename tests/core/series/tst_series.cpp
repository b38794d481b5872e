#include "core/series/Decimation.h"
#include "core/series/Normaliser.h"
#include "core/series/WindowScale.h"
#include "core/series/Windows.h"
#include "tests/support/TestSupport.h"

#include <cmath>

using namespace foretrail;

/// Expected values are worked out by hand.
class TestSeries : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void normalisesToTheFittedRange()
    {
        const std::vector<double> values{4, 2, 6, missing, 10};
        const Normaliser normaliser = Normaliser::fit(Values(values).first(3));
        QCOMPARE(normaliser.normalise(2.0), 0.0);
        QCOMPARE(normaliser.normalise(6.0), 1.0);
        QCOMPARE(normaliser.normalise(10.0), 2.0);
        QCOMPARE(normaliser.inverse(normaliser.normalise(7.3)), 7.3);
        const std::vector<double> constant{5, 5};
        QCOMPARE(Normaliser::fit(constant).normalise(5.0), 0.0);
        QCOMPARE(Normaliser::fit(constant).inverse(0.0), 5.0);
    }
    void windowsAreScaledByThemselves()
    {
        const std::vector<double> window{2, -4, 6};
        double centre = -1;
        double width = -1;
        windowScaleOf(window, WindowScale::Mean, centre, width);
        QCOMPARE(centre, 0.0);
        QCOMPARE(width, 4.0); // of the absolute values
        windowScaleOf(window, WindowScale::Last, centre, width);
        QCOMPARE(centre, 6.0);
        QCOMPARE(width, 1.0);
        const std::vector<double> nothing{0, 0};
        windowScaleOf(nothing, WindowScale::Mean, centre, width);
        QCOMPARE(width, 1.0);
        for (const WindowScale scale : {WindowScale::None, WindowScale::Mean, WindowScale::Last})
            QVERIFY(windowScaleFromName(windowScaleName(scale)) == scale);
    }
    void windowsNeverReachPastTheirTarget()
    {
        const std::vector<float> values{1, 2, 3, 4, 5, 6};
        const SlidingWindows all = slidingWindows(values, 4);
        QCOMPARE(all.count, 2);
        QVERIFY((all.inputs == std::vector<float>{1, 2, 3, 4, 2, 3, 4, 5}));
        QVERIFY((all.targets == std::vector<float>{5, 6}));
        const SlidingWindows part = slidingWindows(values, 2, 3, 5);
        QVERIFY((part.inputs == std::vector<float>{2, 3, 3, 4}));
        QVERIFY((part.targets == std::vector<float>{4, 5}));
        QCOMPARE(slidingWindows(values, 6).count, 0);
    }
    void decimationKeepsSpikesAndEnds()
    {
        std::vector<double> values(1'000'000);
        for (size_t i = 0; i < values.size(); ++i)
            values[i] = std::sin(double(i) / 5e4);
        values[123'457] = 50;
        values[654'321] = -50;
        const auto lines = decimate(values, 0, 999'999, 800);
        QCOMPARE(lines.size(), size_t(1));
        QVERIFY(lines[0].size() <= 4 * 800 + 2);
        QVERIFY(std::find(lines[0].begin(), lines[0].end(), LinePoint{123'457, 50}) != lines[0].end());
        QVERIFY(std::find(lines[0].begin(), lines[0].end(), LinePoint{654'321, -50}) != lines[0].end());
        QCOMPARE(lines[0].front().x, 0.0);
        QCOMPARE(lines[0].back().x, 999'999.0);
        QVERIFY(std::is_sorted(lines[0].begin(), lines[0].end(),
                               [](const LinePoint &a, const LinePoint &b) { return a.x < b.x; }));
    }
    void decimationSplitsAtGaps()
    {
        const std::vector<double> values{1, 2, missing, 4, missing, missing, 7};
        const auto lines = decimate(values, 0, 6, 600);
        QCOMPARE(lines.size(), size_t(3));
        QCOMPARE(lines[1].size(), size_t(1));
        // Beyond the visible part one observation on each side.
        QVERIFY((decimate(values, 0.5, 0.7, 10) == std::vector<Polyline>{{{0, 1}, {1, 2}}}));
        QVERIFY(decimate(values, 3, 3, 10).empty());
        QVERIFY(decimate(values, 8, 9, 10).empty());
    }
};

FORETRAIL_TEST_MAIN(TestSeries, QCoreApplication)
#include "tst_series.moc"
