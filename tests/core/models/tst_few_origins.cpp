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
    // Mean squares 5 (of two), 1, 8 (of three), 4. The first two are out of order: (2 * 5 + 1) / 3; so are the last: (3 * 8 + 4) / 4.
    // What lies behind a step without errors does not count.
    void scalesAreTheNonDecreasingOnesClosest()
    {
        const ErrorSpread spread = ErrorSpread::ofFewOrigins({{3, -1}, {1}, {4, 2, -2}, {2}, {}, {100}});
        const V expected{std::sqrt(11.0 / 3), std::sqrt(11.0 / 3), std::sqrt(7.0), std::sqrt(7.0)};
        QCOMPARE(spread.scales().size(), expected.size());
        for (size_t h = 0; h < expected.size(); ++h)
            QVERIFY(isNear(spread.scales()[h], expected[h], 1e-12));
        QCOMPARE(spread.origins(), 3);
    }
    // Squares 9 4 1: the first pair is 6.5, above 1: all three become 14 / 3.
    void poolsBackAsFarAsNeeded()
    {
        const ErrorSpread spread = ErrorSpread::ofFewOrigins({{3}, {2}, {-1}});
        for (const double scale : spread.scales())
            QVERIFY(isNear(scale, std::sqrt(14.0 / 3), 1e-12));
        const ErrorSpread rising = ErrorSpread::ofFewOrigins({{1}, {-2}, {3}});
        QVERIFY((rising.scales() == V{1, 2, 3}));
    }
    // Any other way to be non-decreasing is further off in weighted squares.
    void noOtherOrderedScalesAreCloser()
    {
        for (unsigned seed = 1; seed <= 50; ++seed) {
            Shares shares(seed);
            std::vector<V> errors(7);
            for (V &atStep : errors)
                for (int i = 0; i < 1 + int(4 * shares.next()); ++i)
                    atStep.push_back(4 * shares.next() - 2);
            const V scales = ErrorSpread::ofFewOrigins(errors).scales();
            QVERIFY(std::is_sorted(scales.begin(), scales.end()));
            const auto distance = [&](const V &squares) {
                double sum = 0;
                for (size_t h = 0; h < squares.size(); ++h) {
                    double mean = 0;
                    for (const double error : errors[h])
                        mean += error * error / double(errors[h].size());
                    sum += double(errors[h].size()) * std::pow(mean - squares[h], 2);
                }
                return sum;
            };
            V best;
            for (const double scale : scales)
                best.push_back(scale * scale);
            for (int attempt = 0; attempt < 100; ++attempt) {
                V other = best;
                for (double &square : other)
                    square = std::max(0.0, square + 0.4 * (shares.next() - 0.5));
                std::sort(other.begin(), other.end());
                QVERIFY(distance(other) >= distance(best) - 1e-12);
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
