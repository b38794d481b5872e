// Bands of any level from those that a forecast holds.
#include "core/models/BandLevels.h"
#include "core/models/Intervals.h"
#include "tests/support/TestSupport.h"

using namespace foretrail;

namespace {

using V = std::vector<double>;

/// Far to the right, as of demand: no normal distribution.
Forecast skewed()
{
    return {V{10, 12}, {{95, V{7, 4}, V{40, 60}}, {80, V{8, 9}, V{20, 25}}}};
}

} // namespace

class BandLevelsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void heldLevelsComeOutExactly();
    void aNormalForecastIsFollowedExactly_data();
    void aNormalForecastIsFollowedExactly();
    void growWithTheLevel_data();
    void growWithTheLevel();
    void oneBandIsEnough();
    void withoutBandsThereIsNone();
};

void BandLevelsTest::heldLevelsComeOutExactly()
{
    const Forecast forecast = skewed();
    for (const double level : {80.0, 95.0}) {
        const auto band = bandAtLevel(forecast, level, {});
        QVERIFY(band);
        QCOMPARE(band->low, forecast.band(level)->low);
        QCOMPARE(band->high, forecast.band(level)->high);
    }
}

void BandLevelsTest::aNormalForecastIsFollowedExactly_data()
{
    // Quantiles of the standard normal distribution as in published tables: of 0.75, 0.95 and 0.995.
    QTest::addColumn<double>("level");
    QTest::addColumn<double>("width");
    QTest::newRow("inside") << 50.0 << 0.674490;
    QTest::newRow("between") << 90.0 << 1.644854;
    QTest::newRow("beyond") << 99.0 << 2.575829;
}

void BandLevelsTest::aNormalForecastIsFollowedExactly()
{
    QFETCH(double, level);
    QFETCH(double, width);
    const QList<double> levels{80, 95};
    const Forecast forecast = normalForecast({100, -50}, {10, 4}, std::span<const double>(levels.data(), 2), false);
    const auto band = bandAtLevel(forecast, level, {});
    QVERIFY(band);
    const V means{100, -50}, deviations{10, 4};
    for (size_t h = 0; h < 2; ++h) {
        QVERIFY(std::abs(band->low[h] - (means[h] - width * deviations[h])) < 1e-4);
        QVERIFY(std::abs(band->high[h] - (means[h] + width * deviations[h])) < 1e-4);
    }
}

void BandLevelsTest::growWithTheLevel_data()
{
    QTest::addColumn<bool>("isWhole");
    QTest::addColumn<bool>("hasFloor");
    QTest::newRow("free") << false << false;
    QTest::newRow("whole") << true << false;
    QTest::newRow("not below five") << false << true;
}

void BandLevelsTest::growWithTheLevel()
{
    QFETCH(bool, isWhole);
    QFETCH(bool, hasFloor);
    ForecastLimits limits;
    limits.isWhole = isWhole;
    if (hasFloor)
        limits.floor = 5;
    const Forecast forecast = limits.limited(skewed());
    V low = forecast.mean, high = forecast.mean;
    for (int level = 1; level <= 99; ++level) {
        const auto band = bandAtLevel(forecast, level, limits);
        QVERIFY(band);
        for (size_t h = 0; h < 2; ++h) {
            QVERIFY2(band->low[h] <= low[h] && band->high[h] >= high[h], qPrintable(QStringLiteral("level %1").arg(level)));
            QVERIFY(!hasFloor || band->low[h] >= 5);
            QVERIFY(!isWhole || (band->low[h] == std::round(band->low[h]) && band->high[h] == std::round(band->high[h])));
        }
        low = band->low;
        high = band->high;
    }
    QVERIFY(high[0] > 40); // 99 % reaches beyond 95 %
}

/// A band of 80 % alone is read as of a normal distribution: at 95 % it is 1.959964 / 1.281552 as wide.
void BandLevelsTest::oneBandIsEnough()
{
    const Forecast forecast{V{10}, {{80, V{9}, V{12}}}};
    const auto band = bandAtLevel(forecast, 95, {});
    QVERIFY(band);
    QVERIFY(std::abs(band->low[0] - (10 - 1.959964 / 1.281552)) < 1e-5);
    QVERIFY(std::abs(band->high[0] - (10 + 2 * 1.959964 / 1.281552)) < 1e-5);
}

void BandLevelsTest::withoutBandsThereIsNone()
{
    QVERIFY(!bandAtLevel(Forecast{V{1, 2}, {}}, 80, {}));
}

FORETRAIL_TEST_MAIN(BandLevelsTest, QCoreApplication)
#include "tst_band_levels.moc"
