// Whether one model is better than another by more than chance. Origins of the figures stand at each.
#include "core/evaluation/DieboldMariano.h"
#include "core/evaluation/LossComparison.h"
#include "tests/support/TestSupport.h"

#include <cmath>

using namespace foretrail;

namespace {

bool near(double a, double b, double tolerance = 1e-12) { return std::abs(a - b) < tolerance; }

const std::vector<double> twelve{0.8, -0.3, 1.2, 0.5, 0.9, -0.1, 0.4, 1.5, 0.2, -0.6, 0.7, 1.1};

} // namespace

class TestComparison : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // 1 2 3 4: mean 5/2, gamma_0 5/4, corrected by sqrt(3/4): sqrt(15). Student's t of 3 degrees of freedom has the closed form
    // P(|T| > t) = 1 - 2/pi (x / (1 + x^2) + atan x), x = t / sqrt 3.
    void oneStepByHand()
    {
        const DieboldMariano test = dieboldMariano(std::vector<double>{1, 2, 3, 4}, 1);
        QVERIFY(near(test.statistic, std::sqrt(15.0)));
        QVERIFY(near(test.pValue, 1 - 2 / M_PI * (std::sqrt(5.0) / 6 + std::atan(std::sqrt(5.0)))));
        const DieboldMariano other = dieboldMariano(std::vector<double>{-1, -2, -3, -4}, 1);
        QVERIFY(near(other.statistic, -std::sqrt(15.0)));
        QCOMPARE(other.pValue, test.pValue);
    }
    // numpy 1.24.2 and scipy 1.10.1, the formula of Harvey, Leybourne & Newbold written out, scipy.stats.t.sf.
    void severalStepsEqualNumpy()
    {
        const DieboldMariano one = dieboldMariano(twelve, 1);
        QVERIFY(near(one.statistic, 2.8617556621579485));
        QVERIFY(near(one.pValue, 0.015467984040539, 1e-10));
        const DieboldMariano two = dieboldMariano(twelve, 2);
        QVERIFY(near(two.statistic, 3.736807537183068));
        QVERIFY(near(two.pValue, 0.0032843561600183215, 1e-10));
    }
    void aNegativeVarianceIsThatOfOneStep() // of three steps it is -0.0119, by numpy
    {
        QCOMPARE(dieboldMariano(twelve, 3).statistic, dieboldMariano(twelve, 1).statistic);
    }
    void whatCannotBeToldIsMissing()
    {
        QVERIFY(std::isnan(dieboldMariano(std::vector<double>{1}, 1).pValue));
        QVERIFY(std::isnan(dieboldMariano(std::vector<double>{0.1, 0.1, 0.1}, 1).pValue));
        QVERIFY(std::isnan(dieboldMariano(std::vector<double>{1, 2}, 3).pValue));
        QCOMPARE(dieboldMariano(std::vector<double>{0, 0, 0}, 1).pValue, 1.0);
    }
    // All alike: two of 2^6 ways are as far. 1 2 3 -1 .5 with the sum 5.5: 8 of 32 ways, counted by numpy; twelve: 84 of 4096.
    void flippedSignsByCounting()
    {
        QCOMPARE(signFlipP(std::vector<double>{1, 2, 3, 4, 5, 6}, 1), 2.0 / 64);
        QCOMPARE(signFlipP(std::vector<double>{1, 2, 3, -1, 0.5}, 1), 8.0 / 32);
        QCOMPARE(signFlipP(twelve, 1), 84.0 / 4096);
        QCOMPARE(signFlipP(std::vector<double>{0, 0, 0}, 1), 1.0);
        QVERIFY(std::isnan(signFlipP({}, 1)));
    }
    // 24 times one sign: 2 / 2^24 by counting, 1 / 10000 is the least that 9999 draws can tell. 24 of both signs alike: 1.
    void manySignsAreDrawn()
    {
        std::vector<double> values(24, 1.0);
        QCOMPARE(signFlipP(values, 7), 1.0 / 10'000);
        for (size_t i = 0; i < values.size(); i += 2)
            values[i] = -1;
        QCOMPARE(signFlipP(values, 7), 1.0);
        // 16 of 24: twice the binomial probability of 16 or more of 24 heads, 2 * 0.0757948; four standard errors of 9999 draws.
        for (size_t i = 0; i < 8; i += 2)
            values[i] = 1;
        const double p = signFlipP(values, 7);
        QVERIFY2(near(p, 0.1515896, 0.0144), qPrintable(QString::number(p)));
        QCOMPARE(signFlipP(values, 7), p);
    }
    void fewSeriesAreToldByTheirFolds()
    {
        // Means over the two series of each fold are 1 2 3 4.
        const LossComparison two = compareLosses({{0, 2, 2, 5}, {2, 2, 4, 3}}, 1, 1);
        QCOMPARE(two.series, 2);
        QCOMPARE(two.folds, 4);
        QCOMPARE(two.difference, 2.5);
        QCOMPARE(two.betterShare, 0.0);
        QVERIFY(near(two.pValue, dieboldMariano(std::vector<double>{1, 2, 3, 4}, 1).pValue));
        QVERIFY(two.isWorse() && !two.isBetter() && !two.isSingle());
        QVERIFY(std::isnan(compareLosses({{1, 2, 3, 4}}, 2, 1).pValue)); // six folds are needed where two overlap
        QCOMPARE(compareLosses({{-1, -1, -1, -1, -1, -1}}, 1, 1).pValue, 2.0 / 64); // without variance the signs tell
    }
    void manySeriesAreToldBySigns()
    {
        const LossComparison six = compareLosses({{-1, -3}, {-1, missing}, {-4}, {-1, -1}, {-3}, {-2}, {missing}}, 1, 1);
        QCOMPARE(six.series, 6);
        QCOMPARE(six.betterShare, 1.0);
        QCOMPARE(six.difference, -13.0 / 6);
        QCOMPARE(six.pValue, 2.0 / 64);
        QVERIFY(six.isBetter());
        const LossComparison five = compareLosses({{-1}, {-2}, {-3}, {-4}, {-5}}, 1, 1);
        QCOMPARE(five.pValue, 2.0 / 32);
        QVERIFY(!five.isBetter());
    }
    // All series share one difference in each fold, 1 -1 2 3: by their signs they would be 2 / 2^8, the folds tell the truth.
    void seriesThatMoveTogetherAreToldByFoldsToo()
    {
        const std::vector<std::vector<double>> alike(8, {1, -1, 2, 3});
        QCOMPARE(compareLosses(alike, 1, 1).pValue, dieboldMariano(std::vector<double>{1, -1, 2, 3}, 1).pValue);
        QVERIFY(!compareLosses(alike, 1, 1).isWorse());
        const std::vector<std::vector<double>> steady(8, {1, 1, 1, 1}); // no variance over folds: the signs alone
        QCOMPARE(compareLosses(steady, 1, 1).pValue, 2.0 / 256);
    }
    void aSingleFoldIsNotTested()
    {
        const LossComparison single = compareLosses({{-1}}, 1, 1);
        QVERIFY(single.isSingle());
        QVERIFY(std::isnan(single.pValue));
        QVERIFY(!single.isBetter() && !single.isWorse());
        QCOMPARE(compareLosses({}, 1, 1).series, 0);
    }
};

FORETRAIL_TEST_MAIN(TestComparison, QCoreApplication)
#include "tst_comparison.moc"
