// Platt's two numbers against those of another program (scipy's BFGS on the same likelihood), rising steps against ones worked out by hand.
#include "core/behaviour/intent/Calibration.h"
#include "core/series/Statistics.h"
#include "tests/support/TestSupport.h"

#include <cmath>

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
    void pooling_data();
    void pooling();
    void isotonic();
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

void TestCalibration::storedAndRead()
{
    for (const Calibration &one : {Calibration(), Calibration::platt(said, happened), Calibration::isotonic(said, happened)}) {
        const auto read = Calibration::fromJson(one.toJson());
        VERIFY_RESULT(read);
        for (const double p : {0.02, 0.36, 0.77})
            QCOMPARE(read->apply(p), one.apply(p));
    }
    QVERIFY(!Calibration::fromJson({{QStringLiteral("kind"), QStringLiteral("isotonic")}}));
}

FORETRAIL_TEST_MAIN(TestCalibration, QCoreApplication)
#include "tst_calibration.moc"
