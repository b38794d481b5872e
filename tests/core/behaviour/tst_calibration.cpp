// Platt's two numbers against those of another program (scipy's BFGS on the same likelihood), rising steps against ones worked out by hand.
#include "core/base/Logistic.h"
#include "core/behaviour/intent/Calibration.h"
#include "core/behaviour/intent/LossGain.h"
#include "core/series/Statistics.h"
#include "tests/support/TestSupport.h"

#include <cmath>
#include <random>
#include <tuple>

using namespace foretrail;

namespace {

const std::vector<double> said{.1, .4, .35, .8, .35, .6, .35, .9, .05, .7};
const std::vector<bool> happened{false, false, true, true, false, true, false, true, false, false};

} // namespace

class TestCalibration : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void platt();
    void plattOfOneClass();
    void beta();
    void pooling_data();
    void pooling();
    void isotonic();
    void steadySteps();
    void fewAtTheTop();
    void holdsWhereTheTruthIsKnown_data();
    void holdsWhereTheTruthIsKnown();
    void gainAndItsError();
    void storedAndRead();
};

void TestCalibration::platt()
{
    const Calibration calibration = Calibration::platt(said, happened);
    QVERIFY(calibration.kind() == Calibration::Kind::Platt);
    QVERIFY(std::abs(calibration.slope() - 0.72076788) < 1e-6);
    QVERIFY(std::abs(calibration.offset() + 0.28847602) < 1e-6);
    QVERIFY(std::abs(calibration.apply(0.3) - 0.289218809) < 1e-6);
}

void TestCalibration::plattOfOneClass()
{
    const Calibration calibration = Calibration::platt({.2, .3}, {false, false});
    QVERIFY(calibration.kind() == Calibration::Kind::None);
    QCOMPARE(calibration.apply(0.3), 0.3);
}

// The three numbers of scipy's BFGS on the same penalised likelihood.
void TestCalibration::beta()
{
    const Calibration calibration = Calibration::beta(said, happened);
    QVERIFY(calibration.kind() == Calibration::Kind::Beta);
    QVERIFY2(std::abs(calibration.slope() - 0.78310306) < 1e-6, qPrintable(QString::number(calibration.slope(), 'g', 10)));
    QVERIFY(std::abs(calibration.upperSlope() - 0.8955928) < 1e-6);
    QVERIFY(std::abs(calibration.offset() + 0.38508645) < 1e-6);
    QVERIFY(std::abs(calibration.apply(0.3) - 0.2672763021) < 1e-6);
    // What is said highest happens least: the curve is flat, it does not fall.
    const Calibration flat = Calibration::beta({.1, .2, .3, .7, .8, .9}, {true, true, true, false, false, false});
    QVERIFY(flat.slope() >= 0 && flat.upperSlope() >= 0 && flat.apply(0.9) >= flat.apply(0.1));
}

void TestCalibration::pooling_data()
{
    QTest::addColumn<QList<double>>("values");
    QTest::addColumn<QList<double>>("weights");
    QTest::addColumn<QList<double>>("rising");
    QTest::newRow("rising already") << QList<double>{1, 2, 3} << QList<double>{1, 1, 1} << QList<double>{1, 2, 3};
    QTest::newRow("one pair") << QList<double>{1, 3, 2, 4} << QList<double>{1, 1, 1, 1} << QList<double>{1, 2.5, 2.5, 4};
    QTest::newRow("weighed") << QList<double>{3, 1} << QList<double>{3, 1} << QList<double>{2.5, 2.5};
    QTest::newRow("falling") << QList<double>{3, 2, 1} << QList<double>{1, 1, 1} << QList<double>{2, 2, 2};
    QTest::newRow("back to the first") << QList<double>{4, 5, 1, 7} << QList<double>{1, 2, 3, 1} << QList<double>{17.0 / 6, 17.0 / 6, 17.0 / 6, 7};
}

void TestCalibration::pooling()
{
    QFETCH(QList<double>, values);
    QFETCH(QList<double>, weights);
    QFETCH(QList<double>, rising);
    const std::vector<double> pooled = nonDecreasing(std::vector<double>(values.begin(), values.end()), std::vector<double>(weights.begin(), weights.end()));
    for (qsizetype i = 0; i < rising.size(); ++i)
        QVERIFY2(std::abs(pooled[size_t(i)] - rising[i]) < 1e-12, qPrintable(QString::number(pooled[size_t(i)])));
}

// At .05 .1 nothing; .35 a third of three, .4 nothing: together 1/4; .6 yes and .7 no: half; .8 and .9 yes.
void TestCalibration::isotonic()
{
    const Calibration calibration = Calibration::isotonic(said, happened);
    for (const auto &[at, expected] : std::vector<std::pair<double, double>>{{0.01, 0}, {0.1, 0}, {0.35, 0.25}, {0.4, 0.25}, {0.5, 0.375}, {0.65, 0.5}, {0.75, 0.75}, {0.8, 1}, {0.99, 1}})
        QVERIFY2(std::abs(calibration.apply(at) - expected) < 1e-12, qPrintable(QStringLiteral("%1: %2").arg(at).arg(calibration.apply(at))));
}

// The steps above, of 2, 4, 2 and 2 cases, each with 50 more as Platt's curve says.
void TestCalibration::steadySteps()
{
    const Calibration curve = Calibration::platt(said, happened), steady = Calibration::steadySteps(said, happened);
    QVERIFY(steady.kind() == Calibration::Kind::Isotonic);
    for (const auto &[at, happenedOf, cases] : std::vector<std::tuple<double, double, double>>{{0.05, 0, 2}, {0.35, 1, 4}, {0.4, 1, 4}, {0.7, 1, 2}, {0.9, 2, 2}})
        QVERIFY(std::abs(steady.apply(at) - (happenedOf + 50 * curve.apply(at)) / (cases + 50)) < 1e-12);
    QVERIFY(Calibration::steadySteps({.2, .3}, {false, false}).kind() == Calibration::Kind::None);
}

// 2,000 cases of which every tenth happens whatever is said, but the three at the top: all of them by chance.
void TestCalibration::fewAtTheTop()
{
    std::vector<double> scores;
    std::vector<bool> outcomes;
    for (int i = 0; i < 2000; ++i) {
        scores.push_back((i + 0.5) / 2000);
        outcomes.push_back(i >= 1997 || i % 10 == 5);
    }
    QCOMPARE(Calibration::isotonic(scores, outcomes).apply(0.9999), 1.0);
    const double steady = Calibration::steadySteps(scores, outcomes).apply(0.9999), taken = Calibration::chosen(scores, outcomes).apply(0.9999);
    QVERIFY2(steady < 0.25 && taken < 0.25, qPrintable(QStringLiteral("%1 %2").arg(steady).arg(taken)));
}

void TestCalibration::holdsWhereTheTruthIsKnown_data()
{
    QTest::addColumn<int>("cases");
    QTest::addColumn<bool>("isFlat");
    QTest::addColumn<double>("off"); // mean distance from the truth among the tenth with the highest probabilities
    QTest::newRow("odds too bold, few cases") << 600 << false << 0.06;
    QTest::newRow("odds too bold, many cases") << 6000 << false << 0.03;
    QTest::newRow("flat at the top, few cases") << 600 << true << 0.09;
    QTest::newRow("flat at the top, many cases") << 6000 << true << 0.05;
}

// Simulated users whose chances are known: a model that says too much of all, and one whose high scores all mean 35 %.
void TestCalibration::holdsWhereTheTruthIsKnown()
{
    QFETCH(int, cases);
    QFETCH(bool, isFlat);
    QFETCH(double, off);
    std::mt19937_64 random(41);
    const auto unit = [&random] { return double(random() >> 11) * 0x1.0p-53; };
    double mean = 0, ofPlatt = 0;
    constexpr int runs = 5;
    for (int run = 0; run < runs; ++run) {
        std::vector<double> scores, truths;
        std::vector<bool> outcomes;
        for (int i = 0; i < cases; ++i) {
            const double z = unit() + unit() + unit() + unit() - 2; // about normal, a standard deviation of .58
            scores.push_back(logistic(3 * z - 1.5));
            truths.push_back(isFlat ? 0.35 * logistic(5 * z) : logistic(z - 2));
            outcomes.push_back(unit() < truths.back());
        }
        const Calibration calibration = Calibration::chosen(scores, outcomes), curve = Calibration::platt(scores, outcomes);
        std::vector<double> sorted = scores;
        std::ranges::nth_element(sorted, sorted.begin() + cases * 9 / 10);
        const double highest = sorted[size_t(cases) * 9 / 10];
        double distance = 0, distanceOfPlatt = 0, count = 0;
        for (size_t i = 0; i < scores.size(); ++i)
            if (scores[i] >= highest) {
                distance += std::abs(calibration.apply(scores[i]) - truths[i]);
                distanceOfPlatt += std::abs(curve.apply(scores[i]) - truths[i]);
                count += 1;
            }
        mean += distance / count / runs;
        ofPlatt += distanceOfPlatt / count / runs;
    }
    QVERIFY2(mean < off && (!isFlat || mean < 0.8 * ofPlatt), qPrintable(QStringLiteral("%1, Platt %2").arg(mean).arg(ofPlatt)));
}

// Three users of two cases each. What is lost where p is said of what happens is -ln p: differences of ln(.6 / .5), ln(.4 / .5) and so on.
void TestCalibration::gainAndItsError()
{
    std::vector<IntentExample> examples;
    for (quint32 i = 0; i < 6; ++i)
        examples.push_back({i / 2, 1, 1, 0, false});
    const std::vector<double> flat(6, 0.5), better{.6, .4, .6, .6, .4, .4};
    const std::vector<bool> all(6, true);
    const LossGain gain = lossGain(flat, better, all, examples);
    const double up = std::log(0.6 / 0.5), down = std::log(0.4 / 0.5), mean = (up + down) / 2;
    QVERIFY(std::abs(gain.loss - std::log(2.0)) < 1e-12);
    QVERIFY(std::abs(gain.gain - mean) < 1e-12);
    // Sums by user: up + down, 2 up, 2 down; less twice the mean: 0, up - down, down - up. Times 3 / 2, the root, of 6 cases.
    QVERIFY(std::abs(gain.error - std::sqrt(2 * (up - down) * (up - down) * 1.5) / 6) < 1e-12);
    QVERIFY(!gain.isWorth(0));
    QVERIFY(lossGain(flat, std::vector<double>{.6, .6, .6, .6, .6, .6}, all, examples).isWorth(0.01));
    QVERIFY(!lossGain(flat, std::vector<double>(6, 0.504), all, examples).isWorth(0.012)); // .8 % of ln 2 for all alike
}

void TestCalibration::storedAndRead()
{
    for (const Calibration &one : {Calibration(), Calibration::platt(said, happened), Calibration::isotonic(said, happened), Calibration::steadySteps(said, happened), Calibration::beta(said, happened)}) {
        const auto read = Calibration::fromJson(one.toJson());
        VERIFY_RESULT(read);
        for (const double p : {0.02, 0.36, 0.77})
            QCOMPARE(read->apply(p), one.apply(p));
    }
    QVERIFY(!Calibration::fromJson({{QStringLiteral("kind"), QStringLiteral("isotonic")}}));
}

FORETRAIL_TEST_MAIN(TestCalibration, QCoreApplication)
#include "tst_calibration.moc"
