#include "core/models/ForecastLimits.h"
#include "core/models/Intervals.h"
#include "tests/support/TestSupport.h"

#include <rapidcheck.h>

#include <cmath>

using namespace foretrail;

namespace {

using V = std::vector<double>;

/// A multiple of 1/16, so that halves and whole numbers are common.
double anyValue() { return *rc::gen::inRange(-640, 641) / 16.0; }

std::optional<double> anyLimit() { return *rc::gen::arbitrary<bool>() ? std::optional<double>(anyValue()) : std::nullopt; }

/// Limits that a reader accepts.
ForecastLimits anyLimits()
{
    ForecastLimits limits{anyLimit(), anyLimit(), *rc::gen::arbitrary<bool>()};
    RC_PRE(!limits.floor || !limits.cap || *limits.floor <= *limits.cap);
    RC_PRE(limits.least() <= limits.most());
    return limits;
}

/// Five steps with the 95 % band before that of 80 %: bands need no order.
Forecast anyForecast()
{
    Forecast forecast{V(5), {{95, V(5), V(5)}, {80, V(5), V(5)}}};
    for (size_t h = 0; h < 5; ++h) {
        forecast.mean[h] = anyValue();
        double low = forecast.mean[h], high = forecast.mean[h];
        for (size_t i : {1, 0}) {
            forecast.bands[i].low[h] = low -= std::abs(anyValue());
            forecast.bands[i].high[h] = high += std::abs(anyValue());
        }
    }
    return forecast;
}

template<class Claim>
bool holdsEverywhere(const Forecast &forecast, Claim claim)
{
    bool isTrue = std::all_of(forecast.mean.begin(), forecast.mean.end(), claim);
    for (const Band &band : forecast.bands)
        isTrue = isTrue && std::all_of(band.low.begin(), band.low.end(), claim) && std::all_of(band.high.begin(), band.high.end(), claim);
    return isTrue;
}

bool isSame(const Forecast &a, const Forecast &b)
{
    return a.mean == b.mean && std::equal(a.bands.begin(), a.bands.end(), b.bands.begin(), b.bands.end(), [](const Band &x, const Band &y) {
        return x.level == y.level && x.low == y.low && x.high == y.high;
    });
}

} // namespace

/// Expected values by hand; properties over forecasts and limits of any kind, always the same ones.
class TestLimits : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qputenv("RC_PARAMS", "seed=20240101"); }

    void byHand_data()
    {
        QTest::addColumn<QString>("floor");
        QTest::addColumn<QString>("cap");
        QTest::addColumn<bool>("isWhole");
        QTest::addColumn<V>("mean");
        QTest::addColumn<V>("low");
        QTest::addColumn<V>("high");
        // Of means -0.3 2.5 7.2 within -1.5..0.4, 1.25..3.75 and 5.9..8.0000000001.
        QTest::newRow("none") << "" << "" << false << V{-0.3, 2.5, 7.2} << V{-1.5, 1.25, 5.9} << V{0.4, 3.75, 8.0000000001};
        QTest::newRow("floor") << "0" << "" << false << V{0, 2.5, 7.2} << V{0, 1.25, 5.9} << V{0.4, 3.75, 8.0000000001};
        QTest::newRow("cap") << "" << "2" << false << V{-0.3, 2, 2} << V{-1.5, 1.25, 2} << V{0.4, 2, 2};
        QTest::newRow("both") << "-1" << "6" << false << V{-0.3, 2.5, 6} << V{-1, 1.25, 5.9} << V{0.4, 3.75, 6};
        // The last high edge is 8 but for rounding.
        QTest::newRow("whole") << "" << "" << true << V{0, 3, 7} << V{-2, 1, 5} << V{1, 4, 8};
        QTest::newRow("whole inside") << "0.5" << "6.9" << true << V{1, 3, 6} << V{1, 1, 5} << V{1, 4, 6};
        QTest::newRow("one value") << "3" << "3" << true << V{3, 3, 3} << V{3, 3, 3} << V{3, 3, 3};
    }
    void byHand()
    {
        QFETCH(QString, floor);
        QFETCH(QString, cap);
        QFETCH(bool, isWhole);
        ForecastLimits limits{{}, {}, isWhole};
        if (!floor.isEmpty())
            limits.floor = floor.toDouble();
        if (!cap.isEmpty())
            limits.cap = cap.toDouble();
        const Forecast forecast = limits.limited(Forecast{{-0.3, 2.5, 7.2}, {{80, {-1.5, 1.25, 5.9}, {0.4, 3.75, 8.0000000001}}}});
        QTEST(forecast.mean, "mean");
        QTEST(forecast.bands[0].low, "low");
        QTEST(forecast.bands[0].high, "high");
        QVERIFY(holdsEverywhere(forecast, [](double value) { return value != 0 || !std::signbit(value); }));
    }
    // Rounding up takes a mean over the edge of its band; the inner band over that of the outer.
    void bandsHoldTheMeanAndTheInnerBand()
    {
        const Forecast forecast = ForecastLimits{{}, {}, true}.limited(Forecast{{4.6}, {{95, {4.2}, {4.9}}, {80, {4.7}, {4.65}}}});
        QCOMPARE(forecast.mean[0], 5.0);
        QVERIFY(forecast.bands[0].low[0] == 4 && forecast.bands[0].high[0] == 5);
        QVERIFY(forecast.bands[1].low[0] == 4 && forecast.bands[1].high[0] == 5);
    }
    void zeroIsTheFloorOfWhatNeverWasNegative()
    {
        QCOMPARE(ForecastLimits().forNonNegative().least(), 0.0);
        QCOMPARE((ForecastLimits{5.0, {}, false}.forNonNegative().least()), 5.0);
        QCOMPARE((ForecastLimits{-5.0, {}, false}.forNonNegative().least()), -5.0); // as was said
        QVERIFY(!(ForecastLimits{{}, -1.0, false}.forNonNegative().floor)); // there would be nothing between
        QCOMPARE((ForecastLimits{{}, 0.5, true}.forNonNegative().most()), 0.0);
    }
    // Of a hundred days with 100 each, two may be below zero and take 98 away together (a hundredth of 9,800): no more and no deeper.
    void aRareSmallReturnIsNoReasonToForecastBelowZero()
    {
        const auto days = [](std::vector<double> below) {
            below.resize(100, 100);
            return below;
        };
        QVERIFY(isNonNegative(days({})));
        QVERIFY(isNonNegative(days({0, 0, 0, 0})));
        QVERIFY(isNonNegative(days({-49, -49})));
        QVERIFY(!isNonNegative(days({-49, -50})));
        QVERIFY(!isNonNegative(days({-1, -1, -1})));
        QVERIFY(!isNonNegative(std::vector<double>{-1, 5, 5}));
        QVERIFY(!isNonNegative(std::vector<double>(60, -1)));
        QVERIFY(isNonNegative(std::vector<double>{missing, 3, 4}));
    }
    void missingStaysMissing()
    {
        const ForecastLimits limits{0.0, 9.0, true};
        QVERIFY(std::isnan(limits.limited(missing)));
        QCOMPARE(limits.limited(std::numeric_limits<double>::infinity()), 9.0);
    }
    void anyForecastIsOrderlyInsideAndDone()
    {
        QVERIFY(rc::check("within limits, ordered, nested, idempotent", [] {
            const ForecastLimits limits = anyLimits();
            const Forecast forecast = limits.limited(anyForecast());
            RC_ASSERT(holdsEverywhere(forecast, [&](double value) { return value >= limits.floor.value_or(value) && value <= limits.cap.value_or(value); }));
            RC_ASSERT(!limits.isWhole || holdsEverywhere(forecast, [](double value) { return value == std::floor(value); }));
            for (size_t h = 0; h < 5; ++h) {
                RC_ASSERT(forecast.band(95)->low[h] <= forecast.band(80)->low[h]);
                RC_ASSERT(forecast.band(80)->low[h] <= forecast.mean[h]);
                RC_ASSERT(forecast.mean[h] <= forecast.band(80)->high[h]);
                RC_ASSERT(forecast.band(80)->high[h] <= forecast.band(95)->high[h]);
            }
            RC_ASSERT(isSame(limits.limited(forecast), forecast));
        }));
    }
    // What may happen at all and lay in a band still does.
    void bandsHoldAtLeastWhatTheyPromised()
    {
        QVERIFY(rc::check("coverage is kept", [] {
            const ForecastLimits limits = anyLimits();
            const Forecast before = anyForecast();
            const Forecast after = limits.limited(before);
            const double happened = limits.limited(anyValue());
            for (size_t i = 0; i < 2; ++i)
                for (size_t h = 0; h < 5; ++h)
                    if (happened >= before.bands[i].low[h] && happened <= before.bands[i].high[h])
                        RC_ASSERT(happened >= after.bands[i].low[h] && happened <= after.bands[i].high[h]);
        }));
    }
    void withoutLimitsNothingChanges()
    {
        QVERIFY(rc::check("orderly forecasts stay", [] {
            const Forecast forecast = anyForecast();
            RC_ASSERT(isSame(ForecastLimits().limited(forecast), forecast));
        }));
    }
};

FORETRAIL_TEST_MAIN(TestLimits, QCoreApplication)
#include "tst_limits.moc"
