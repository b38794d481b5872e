#include "core/models/ErrorSpread.h"
#include "tests/core/models/SomeSeries.h"

#include <algorithm>
#include <cmath>

using namespace foretrail;
using namespace foretrail::test;

namespace {

using V = std::vector<double>;

bool isNear(double value, double expected, double tolerance)
{
    if (std::abs(value - expected) <= tolerance)
        return true;
    qInfo("%.10g is not near %.10g", value, expected);
    return false;
}

} // namespace

/// Intervals from the errors at a handful of origins.
class TestFewOrigins : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void scalesGrowAsAPowerOfTheStep_data()
    {
        QTest::addColumn<double>("growth"); // of squared errors
        QTest::addColumn<double>("expected");
        QTest::newRow("not at all") << 0.0 << 0.0;
        QTest::newRow("slower than a walk") << 0.5 << 0.5;
        QTest::newRow("as a random walk") << 1.0 << 1.0;
        QTest::newRow("as a trend that was wrong") << 2.0 << 2.0;
        QTest::newRow("faster than anything would") << 3.5 << 2.0;
        QTest::newRow("they fall") << -1.0 << 0.0;
    }
    // Errors of exactly 2 h^(growth / 2), of both signs: the likeliest variances are their squares. What lies behind a step without errors
    // does not count.
    void scalesGrowAsAPowerOfTheStep()
    {
        QFETCH(double, growth);
        QFETCH(double, expected);
        std::vector<V> errors;
        for (int h = 1; h <= 5; ++h)
            errors.push_back(h < 4 ? V{2 * std::pow(h, growth / 2), -2 * std::pow(h, growth / 2)} : V{2 * std::pow(h, growth / 2)});
        double first = 0; // by hand: the mean of error^2 / h^expected over the eight errors
        for (int h = 1; h <= 5; ++h)
            first += (h < 4 ? 2 : 1) * 4 * std::pow(h, growth - expected) / 8;
        errors.push_back({});
        errors.push_back({100});
        const ErrorSpread spread = ErrorSpread::ofFewOrigins(errors);
        QCOMPARE(spread.scales().size(), size_t(5));
        for (int h = 1; h <= 5; ++h)
            QVERIFY(isNear(spread.scaleAt(h), std::sqrt(first) * std::pow(h, expected / 2), 1e-9));
        QCOMPARE(spread.origins(), 2);
    }
    // Squares 9 4 1 fall: all three become 14 / 3. One miss at the last step lifts all bands instead of that of its step alone.
    void noStepStandsOut()
    {
        const ErrorSpread falling = ErrorSpread::ofFewOrigins({{3}, {2}, {-1}});
        for (const double scale : falling.scales())
            QVERIFY(isNear(scale, std::sqrt(14.0 / 3), 1e-12));
        std::vector<V> errors(28, V{1, -1, 1, -1});
        errors.back() = {1, -1, 1, -5};
        const V scales = ErrorSpread::ofFewOrigins(errors).scales();
        for (size_t h = 1; h < scales.size(); ++h)
            QVERIFY2(scales[h] >= scales[h - 1] && scales[h] < 1.05 * scales[h - 1] + (h < 5 ? 0.2 : 0), qPrintable(QString::number(h)));
    }
    // No other growth, between none and that of a trend, makes normal errors likelier.
    void noOtherGrowthIsLikelier()
    {
        for (unsigned seed = 1; seed <= 50; ++seed) {
            Shares shares(seed);
            std::vector<V> errors(7);
            for (V &atStep : errors)
                for (int i = 0; i < 1 + int(4 * shares.next()); ++i)
                    atStep.push_back(4 * shares.next() - 2);
            const auto logLikelihood = [&](const V &scales) {
                double sum = 0;
                for (size_t h = 0; h < scales.size(); ++h)
                    for (const double error : errors[h])
                        sum -= std::log(scales[h]) + std::pow(error / scales[h], 2) / 2;
                return sum;
            };
            const double best = logLikelihood(ErrorSpread::ofFewOrigins(errors).scales());
            for (double growth = 0; growth <= 2; growth += 0.05)
                for (double first = 0.1; first < 3; first += 0.1) {
                    V scales;
                    for (size_t h = 1; h <= errors.size(); ++h)
                        scales.push_back(first * std::pow(double(h), growth / 2));
                    QVERIFY(logLikelihood(scales) <= best + 1e-9);
                }
        }
    }
    void widthsAreStudentsOverNormal_data()
    {
        QTest::addColumn<int>("origins");
        QTest::addColumn<double>("t90");
        QTest::addColumn<double>("t975");
        // Student's t, upper 10 % and 2.5 % (any table, e.g. NIST/SEMATECH e-Handbook of Statistical Methods 1.3.6.7.2).
        QTest::newRow("1") << 1 << 3.078 << 12.706;
        QTest::newRow("2") << 2 << 1.886 << 4.303;
        QTest::newRow("3") << 3 << 1.638 << 3.182;
        QTest::newRow("4") << 4 << 1.533 << 2.776;
        QTest::newRow("5") << 5 << 1.476 << 2.571;
        QTest::newRow("6") << 6 << 1.440 << 2.447;
    }
    // Errors that are all as large leave nothing but the factor; the normal's quantiles are 1.2816 and 1.9600.
    void widthsAreStudentsOverNormal()
    {
        QFETCH(int, origins);
        QFETCH(double, t90);
        QFETCH(double, t975);
        V errors(size_t(origins), 1.0);
        errors.back() = -1;
        const ErrorSpread spread = ErrorSpread::ofFewOrigins({errors, errors});
        QVERIFY(isNear(spread.radius(1, 80) * 1.2815516, t90, 6e-4));
        QVERIFY(isNear(spread.radius(2, 95) * 1.9599640, t975, 6e-4));
        QVERIFY(isNear(spread.radius(8, 95), 2 * spread.radius(2, 95), 1e-12)); // behind what was measured: with the root of the steps
        const auto forecast = spread.around({5, 5}, levels, true);
        QCOMPARE(forecast.band(95)->low[1], std::max(5 - spread.radius(2, 95), 0.0));
        QCOMPARE(forecast.band(80)->high[0], 5 + spread.radius(1, 80));
    }
    // Seven errors of 1 and one of 4: the 80 % band takes the ceil(.8 * 9) = 8th of eight, times Student's factor.
    void quantilesCountOneMore()
    {
        const ErrorSpread spread = ErrorSpread::ofFewOrigins({{1, 1, 1, 1, 1, 1, 1, 4}});
        const double scale = std::sqrt(23.0 / 8);
        const double factor = 1.396815 / 1.281552; // t of eight degrees, upper 10 %
        QVERIFY(isNear(spread.radius(1, 80), 4 * factor, 1e-5));
        QVERIFY(isNear(spread.quantiles()[100] * scale, 1, 1e-12)); // ceil(.5 * 9) = 5th
    }
    void whatWasSavedIsTheSame()
    {
        const ErrorSpread spread = ErrorSpread::ofFewOrigins({{3, -1}, {1}, {4, 2, -2}, {2}});
        const ErrorSpread again = ErrorSpread::restored(spread.scales(), spread.quantiles(), spread.origins());
        for (int h = 1; h < 12; ++h)
            for (const double level : {50.0, 80.0, 95.0})
                QCOMPARE(again.radius(h, level), spread.radius(h, level));
        QVERIFY(!ErrorSpread::restored(spread.scales(), spread.quantiles(), -1).isValid());
        QVERIFY(!ErrorSpread::restored({2, 1}, spread.quantiles(), 1).isValid());
    }
    // By hand: of the first origin the others miss by 2 at the first step and 4 at the second, those before it as well; of the second
    // the other misses by 3, and by root 2 as much a step further (what is not measured grows with the root of the step), none came before.
    void scoresAreOverTheScalesOfOtherOrigins()
    {
        const ScoresByThird scores = originScores({{3}, {-2, 4}}, 2);
        const ScoresByThird expected{V{3 / 2.0, 3 / 2.0, 2 / 3.0}, V{4 / (3 * std::sqrt(2.0))}, V{}}; // of two steps the first two thirds
        for (size_t third = 0; third < expected.size(); ++third) {
            QCOMPARE(scores[third].size(), expected[third].size());
            for (size_t i = 0; i < expected[third].size(); ++i)
                QVERIFY(isNear(scores[third][i], expected[third][i], 1e-12));
        }
        QCOMPARE(originScores({}, 1), ScoresByThird());
        QCOMPARE(originScores({{1, 2}}, 2), ScoresByThird());
        QCOMPARE(originScores({{0}, {0}}, 1), ScoresByThird()); // no scale, no score
    }
    // Scales of its own, 1 and 2; of nine scores the 80 % band takes the ceil(.8 * 10) = 8th.
    void pooledScoresSayHowManyScales()
    {
        const V nine{1, 2, 3, 4, 5, 6, 7, 8, 9};
        const PooledScores pooled{{nine, nine, nine}, 3, 2, 2};
        const ErrorSpread spread = ErrorSpread::ofPooledScores({{1, -1}, {2, 2}}, pooled, 0);
        QVERIFY(isNear(spread.radius(1, 80), 8, 1e-12));
        QVERIFY(isNear(spread.radius(2, 80), 16, 1e-12));
        // One origin where the others had two: t of one degree over t of two, upper 10 % (3.078 and 1.886).
        QVERIFY(isNear(ErrorSpread::ofPooledScores({{1}}, pooled, 0).radius(1, 80), 8 * 3.0777 / 1.8856, 1e-3));
        const ErrorSpread shares = ErrorSpread::ofPooledScores({{0.5, -0.5}}, pooled, 10);
        QVERIFY(isNear(shares.radius(1, 80, 100), 0.5 * 8 * 100, 1e-9));
        QVERIFY(isNear(shares.radius(1, 80, 3), 0.5 * 8 * 10, 1e-9)); // counts as ten at least
        QJsonObject state;
        shares.toState(state);
        StateReader reader(state);
        const ErrorSpread again = ErrorSpread::fromState(state, reader);
        QVERIFY(reader.outcome().has_value());
        QCOMPARE(again.radius(5, 95, 7), shares.radius(5, 95, 7));
    }
    // Three steps with a scale of 1 each: near, in the middle and far ahead other scores count; behind the horizon those of the last third.
    void eachThirdHasScoresOfItsOwn()
    {
        const PooledScores pooled{{V{1, 1, 1, 1, 1, 1, 1, 1, 1}, V{2, 2, 2, 2, 2, 2, 2, 2, 2}, V{4, 4, 4, 4, 4, 4, 4, 4, 4}}, 3, 2, 3};
        const ErrorSpread spread = ErrorSpread::ofPooledScores({{1, -1}, {1, -1}, {1, -1}}, pooled, 0);
        // Of all 27 the 80 % band takes the ceil(.8 * 28) = 23rd, a 4; two fifths of the way from there to 1, 2 and 4.
        for (const auto &[h, expected] : {std::pair{1, 2.8}, {2, 3.2}, {3, 4.0}, {12, 8.0}})
            QVERIFY(isNear(spread.radius(h, 80), expected, 1e-12));
        // Twelve steps: 2.5 is the middle of the first third, 6.5 that of the second; step 4 lies three eighths of the way between them.
        const PooledScores longer{pooled.sorted, 3, 2, 12};
        const ErrorSpread smooth = ErrorSpread::ofPooledScores(std::vector<V>(12, V{1, -1}), longer, 0);
        for (const auto &[h, expected] : {std::pair{1, 2.8}, {2, 2.8}, {4, 2.8 + 0.4 * 3 / 8}, {12, 4.0}})
            QVERIFY(isNear(smooth.radius(h, 80), expected, 1e-12));
        QJsonObject state;
        spread.toState(state);
        StateReader reader(state);
        QCOMPARE(ErrorSpread::fromState(state, reader).radius(2, 95), spread.radius(2, 95));
        std::vector<double> quantiles = spread.quantiles();
        std::swap(quantiles.front(), quantiles.back());
        QVERIFY(!ErrorSpread::restored(spread.scales(), quantiles).isValid());
    }
    void withoutErrorsThereIsNoSpread()
    {
        QVERIFY(!ErrorSpread::ofFewOrigins({}).isValid());
        QVERIFY(!ErrorSpread::ofFewOrigins({{}, {1}}).isValid());
        const ErrorSpread exact = ErrorSpread::ofFewOrigins({{0, 0}, {0}});
        QVERIFY(exact.isValid());
        QCOMPARE(exact.radius(2, 95), 0.0);
    }
};

FORETRAIL_TEST_MAIN(TestFewOrigins, QCoreApplication)
#include "tst_few_origins.moc"
