// Bands that follow, by simulation over seeds with a static band as the control; and who drives a change, by hand.
#include "core/drift/AdaptiveBand.h"
#include "core/drift/DriftDrivers.h"
#include "core/series/Statistics.h"
#include "tests/core/drift/Noise.h"
#include "tests/support/TestSupport.h"

#include <cmath>

using namespace foretrail;
using foretrail::test::Noise;

namespace {

constexpr int change = 200, seeds = 200;

/// Percent of the steps from `from` to `to` behind the change that a band held, over all seeds: one that adapts, one from the errors before the change.
struct Coverage {
    double adaptive = 0;
    double fixed = 0;
};

Coverage coverage(double shift, double times, int from, int to)
{
    Coverage held;
    for (unsigned seed = 1; seed <= seeds; ++seed) {
        Noise noise(seed);
        AdaptiveBand band(90);
        std::vector<double> sizes;
        double fixed = 0;
        for (int i = 0; i < change + to; ++i) {
            const double error = i < change ? noise.normal() : times * noise.normal() + shift;
            if (i == change) {
                std::sort(sizes.begin(), sizes.end());
                fixed = conformalQuantile(sizes, 0.9);
            }
            if (i >= change + from) {
                held.adaptive += std::abs(error) <= band.halfWidth() ? 100.0 / (seeds * (to - from)) : 0;
                held.fixed += std::abs(error) <= fixed ? 100.0 / (seeds * (to - from)) : 0;
            }
            band.add(error);
            sizes.push_back(std::abs(error));
        }
    }
    return held;
}

} // namespace

class TestDriftFollowers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // Of 10 sizes the 90 % quantile among one more is the ceil(.9 x 11) = 10th; a level of 80 % asks for the 9th.
    void widthByHand()
    {
        AdaptiveBand wide(90, 10), narrow(80, 10);
        for (int i = 1; i <= 10; ++i) {
            QVERIFY(std::isnan(wide.halfWidth()));
            wide.add(i % 2 ? i : -i);
            narrow.add(i);
            wide.add(missing);
        }
        QCOMPARE(wide.halfWidth(), 10.0);
        QCOMPARE(narrow.halfWidth(), 9.0);
        QCOMPARE(wide.level(), 90.0);
        wide.add(-11); // missed: a of .1 becomes .1 + .03 (.1 - 1), and 1 leaves the window
        QVERIFY(std::abs(wide.level() - 92.7) < 1e-9);
        QCOMPARE(wide.halfWidth(), 11.0);
        wide.add(3);
        QVERIFY(std::abs(wide.level() - 92.4) < 1e-9);
    }
    void holdsWhatItPromises()
    {
        const Coverage stationary = coverage(0, 1, 0, 500);
        qInfo("stationary: %.1f %%", stationary.adaptive);
        QVERIFY(std::abs(stationary.adaptive - 90) <= 2);
    }
    void isBackAfterAChange_data()
    {
        QTest::addColumn<double>("shift");
        QTest::addColumn<double>("times");
        QTest::newRow("shift of 1") << 1.0 << 1.0;
        QTest::newRow("shift of 3") << 3.0 << 1.0;
        QTest::newRow("shift of 6") << 6.0 << 1.0;
        QTest::newRow("twice as wide") << 0.0 << 2.0;
        QTest::newRow("three times as wide") << 0.0 << 3.0;
        QTest::newRow("half as wide") << 0.0 << 0.5;
    }
    void isBackAfterAChange()
    {
        QFETCH(double, shift);
        QFETCH(double, times);
        const Coverage held = coverage(shift, times, 30, 130), soon = coverage(shift, times, 30, 40);
        qInfo("steps 30 to 130: %.1f %%, static %.1f %%; 30 to 40: %.1f %%", held.adaptive, held.fixed, soon.adaptive);
        QVERIFY(held.adaptive >= 85 && held.adaptive <= 95);
        QVERIFY(soon.adaptive >= 85 && soon.adaptive <= 95);
        QVERIFY(held.fixed < 85 || held.fixed > 95);
    }
    // 100 of 40 up, 20 of 60 down: a + 60, b + 30, c + 20, d - 10, e the same.
    void driversByHand()
    {
        const QList<KeyedChange> keys{{QStringLiteral("d"), 30, 20}, {QStringLiteral("b"), 10, 40}, {QStringLiteral("e"), 5, 5},
                                      {QStringLiteral("a"), 40, 100}, {QStringLiteral("c"), 0, 20}, {QStringLiteral("f"), missing, 20}};
        const DriftDrivers found = driftDrivers(keys, 2);
        QCOMPARE(found.before, 85.0);
        QCOMPARE(found.after, 185.0);
        QCOMPARE(found.drivers, (QList<DriftDriver>{{QStringLiteral("a"), 40, 100, 60, 0.6}, {QStringLiteral("b"), 10, 40, 30, 0.3}}));
        QCOMPARE(found.counter, (QList<DriftDriver>{{QStringLiteral("d"), 30, 20, -10, -0.1}}));
        QCOMPARE(found.remaining, 2);
        QCOMPARE(found.remainder, 20.0);
        QCOMPARE(found.remainderShare, 0.2);
    }
    void sharesSumToOne()
    {
        Noise noise(5);
        QList<KeyedChange> keys;
        for (int i = 0; i < 500; ++i)
            keys.append({QString::number(i), noise.uniform(), noise.uniform() - 1});
        const DriftDrivers found = driftDrivers(keys, 7);
        QCOMPARE(found.drivers.size(), 7);
        QVERIFY(found.counter.isEmpty());
        double sum = found.remainderShare, last = 1;
        for (const DriftDriver &one : found.drivers) {
            QVERIFY(one.share > 0 && one.share <= last);
            sum += last = one.share;
        }
        QVERIFY(std::abs(sum - 1) < 1e-12);
    }
    void whatCancelsHasNoShares()
    {
        const DriftDrivers found = driftDrivers({{QStringLiteral("a"), 1, 3}, {QStringLiteral("b"), 3, 1}});
        QCOMPARE(found.drivers.front().key, QStringLiteral("a"));
        QCOMPARE(found.counter.front().key, QStringLiteral("b"));
        QVERIFY(std::isnan(found.drivers.front().share) && std::isnan(found.remainderShare));
        QVERIFY(driftDrivers({}).drivers.isEmpty());
    }
};

FORETRAIL_TEST_MAIN(TestDriftFollowers, QCoreApplication)
#include "tst_drift_followers.moc"
