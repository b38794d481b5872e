// Figures of KPSS: statsmodels 0.13.5, tsa.stattools.kpss(y, regression='c', nlags=l), run on the same values.
#include "core/series/BoxCox.h"
#include "core/series/Stationarity.h"
#include "tests/core/models/KnownSeries.h"
#include "tests/support/TestSupport.h"

#include <cmath>
#include <random>

using namespace foretrail;

namespace {

std::vector<double> logarithms(std::vector<double> values)
{
    for (double &value : values)
        value = std::log(value);
    return values;
}

std::vector<double> lynx()
{
    std::vector<double> values;
    for (const QByteArray &text : test::readAll(test::dataFile(QStringLiteral("lynx.txt"))).simplified().split(' '))
        values.push_back(text.toDouble());
    return values;
}

/// The minimal standard generator, between -1/2 and 1/2: the same numbers in any language.
std::vector<double> noise(unsigned seed, size_t count)
{
    std::minstd_rand generator(seed);
    std::vector<double> values(count);
    for (double &value : values)
        value = double(generator()) / 2147483647.0 - 0.5;
    return values;
}

std::vector<double> walk(unsigned seed, size_t count)
{
    std::vector<double> values = noise(seed, count);
    for (size_t t = 1; t < count; ++t)
        values[t] += values[t - 1];
    return values;
}

std::vector<double> seasonalChanges(const std::vector<double> &values)
{
    std::vector<double> changes;
    for (size_t t = 12; t < values.size(); ++t)
        changes.push_back(values[t] - values[t - 12]);
    return changes;
}

} // namespace

class TestStationarity : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void equalsStatsmodels_data()
    {
        QTest::addColumn<QList<double>>("values");
        QTest::addColumn<int>("lags");
        QTest::addColumn<double>("expected");
        const auto list = [](const std::vector<double> &v) { return QList<double>(v.begin(), v.end()); };
        QTest::newRow("noise") << list(noise(1, 200)) << 3 << 0.1447875373965098;
        QTest::newRow("noise, no lag") << list(noise(1, 200)) << 0 << 0.13687691196989865;
        QTest::newRow("walk") << list(walk(2, 200)) << 3 << 4.541666197923546;
        QTest::newRow("walk, five lags") << list(walk(2, 200)) << 5 << 3.0537875129334777;
        QTest::newRow("lynx") << list(lynx()) << 2 << 0.06946508209440158;
        QTest::newRow("logarithm of lynx") << list(logarithms(lynx())) << 2 << 0.061508790145169974; // a logarithm of any base
        QTest::newRow("Nile") << list(test::nile()) << 2 << 1.3152264631776724;
        QTest::newRow("air, changes of a year") << list(seasonalChanges(logarithms(test::airPassengers()))) << 2 << 0.5366879474447129;
    }
    void equalsStatsmodels()
    {
        QFETCH(QList<double>, values);
        QFETCH(int, lags);
        QFETCH(double, expected);
        const std::vector<double> y(values.begin(), values.end());
        QVERIFY2(std::abs(kpssStatistic(y, lags) - expected) < 1e-9, qPrintable(QString::number(kpssStatistic(y, lags), 'g', 12)));
    }
    // 1 2 3: errors -1 0 1, partial sums -1 -1 0, variance 2/3: 2 / (9 * 2/3) = 1/3. One lag: 2/3 + 2 * 1/2 * 0, the same.
    void threeValuesByHand()
    {
        QVERIFY(std::abs(kpssStatistic(std::vector<double>{1, 2, 3}, 0) - 1.0 / 3) < 1e-15);
        QVERIFY(std::abs(kpssStatistic(std::vector<double>{1, 2, 3}, 1) - 1.0 / 3) < 1e-15);
    }
    void equalValuesHaveALevel()
    {
        QCOMPARE(kpssStatistic(std::vector<double>(30, 0.1), 2), 0.0);
        QCOMPARE(neededDifferencing(std::vector<double>(60, 0.1), 12), Differencing());
    }
    void lagsGrowWithTheLength()
    {
        QCOMPARE(usualKpssLags(18), 0);
        QCOMPARE(usualKpssLags(100), 2); // 30 / 13
        QCOMPARE(usualKpssLags(200), 3);
    }
    void differencesWhatNeedsIt()
    {
        QCOMPARE(neededDifferencing(lynx(), 1), Differencing());
        QCOMPARE(neededDifferencing(test::nile(), 1), (Differencing{0, true}));
        QCOMPARE(neededDifferencing(noise(1, 200), 12), Differencing());
        QCOMPARE(neededDifferencing(walk(2, 200), 12), (Differencing{0, true}));
        // STL of statsmodels (period 12, seasonal 11) gives a strength of 0.972; KPSS of the changes stands above.
        QCOMPARE(neededDifferencing(logarithms(test::airPassengers()), 12), (Differencing{12, true}));
        QCOMPARE((Differencing{12, true}.lost()), 13);
    }
    // Least squares of numpy on a line and the months, by lambda 0, 1/2, 1: air 30013 34908 90820; Nile 2278526 2217252 2221264 (a line
    // alone); lynx 1.193e8 1.372e8 2.829e8. The least has the largest likelihood.
    void choosesTheLikeliestOfSomeLambdas()
    {
        const double lambdas[] = {0, 0.5, 1};
        QCOMPARE(likeliestBoxCoxLambda(test::airPassengers(), 12, lambdas).value(), 0.0);
        QCOMPARE(likeliestBoxCoxLambda(test::nile(), 1, lambdas).value(), 0.5);
        QCOMPARE(likeliestBoxCoxLambda(lynx(), 1, lambdas).value(), 0.0);
        QCOMPARE(likeliestBoxCoxLambda(std::vector<double>{1, 2, 0, 4}, 1, lambdas).error().code, ErrorCode::InvalidInput);
    }
};

FORETRAIL_TEST_MAIN(TestStationarity, QCoreApplication)
#include "tst_stationarity.moc"
