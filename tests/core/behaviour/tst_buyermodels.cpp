// What models of buyers and of spend say of single histories, against sums over the rates that users may have
// (tests/data/buyers_reference.py) and published figures of one customer of the CDNOW data: Fader, Hardie & Lee (2005) for
// BG/NBD, Fader & Hardie (2013) for Gamma-Gamma.
#include "core/behaviour/Agreement.h"
#include "core/behaviour/BetaGeometric.h"
#include "core/behaviour/SpendFit.h"
#include "tests/support/ReferenceTable.h"

using namespace foretrail;

namespace {

std::shared_ptr<const BuyerModel> modelOf(const QString &name) { return *buyerModel(name); }

double relative(double found, double expected) { return std::abs(found - expected) / std::max(1e-6, std::abs(expected)); }

} // namespace

class TestBuyerModels : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void publishedCustomer();
    void publishedSpend();
    void sumsOverRates_data();
    void sumsOverRates();
    void spendSums();
    void slopesAreThoseOfTheLikelihood_data();
    void slopesAreThoseOfTheLikelihood();
    void aProbabilityToLeaveOfOneOnAverage();
    void oneTimeBuyers();
    void hypergeometricValues_data();
    void hypergeometricValues();
    void namesOfModels();
    void areaUnderTheCurve();
};

void TestBuyerModels::publishedCustomer()
{
    const BuyerParameters published{0.2426, 4.4135, 0.7929, 2.4257};
    const BuyerHistory customer{2, 30.43, 38.86};
    const auto model = modelOf(QStringLiteral("bgnbd"));
    QVERIFY(std::abs(model->expectedPurchases(published, customer, 39) - 1.2259) < 1e-4);
    QVERIFY(std::abs(model->active(published, customer) - 0.7266) < 1e-4);
}

void TestBuyerModels::publishedSpend()
{
    QVERIFY(std::abs(SpendFit::meanOf({6.249, 3.745, 15.448}, {2, 22.35}) - 24.66) < 0.005);
}

void TestBuyerModels::sumsOverRates_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("bgnbd") << 0;
    QTest::newRow("mbgnbd") << 1;
    QTest::newRow("pareto-nbd") << 2;
}

void TestBuyerModels::sumsOverRates()
{
    QFETCH(int, number);
    auto columns = test::referenceTable(QStringLiteral("buyers_reference.csv"));
    const auto model = modelOf(QString::fromLatin1(QTest::currentDataTag()));
    int rows = 0;
    for (size_t i = 0; i < columns["x"].size(); ++i) {
        if (int(columns["model"][i]) != number)
            continue;
        const BuyerParameters p{columns["p1"][i], columns["p2"][i], columns["p3"][i], columns["p4"][i]};
        const BuyerHistory history{int(columns["x"][i]), columns["last"][i], columns["observed"][i]};
        const double ahead = columns["ahead"][i];
        const QByteArray where = QByteArray::number(qsizetype(i));
        QVERIFY2(std::abs(model->logLikelihood(p, history) - columns["likelihood"][i]) < 1e-8, where);
        QVERIFY2(relative(model->active(p, history), columns["active"][i]) < 1e-7, where);
        QVERIFY2(relative(model->expectedPurchases(p, history, ahead), columns["expected"][i]) < 1e-6, where);
        QVERIFY2(relative(model->silence(p, history, ahead), columns["silence"][i]) < 1e-7, where);
        ++rows;
    }
    QVERIFY(rows > 50);
}

void TestBuyerModels::spendSums()
{
    auto columns = test::referenceTable(QStringLiteral("spend_reference.csv"));
    for (size_t i = 0; i < columns["x"].size(); ++i) {
        const std::array<double, 3> p{columns["p"][i], columns["q"][i], columns["v"][i]};
        const SpendRecord record{int(columns["x"][i]), columns["mean"][i]};
        std::array<double, 3> slopes;
        QVERIFY(std::abs(spendLogLikelihood({record}, p, slopes) - columns["likelihood"][i]) < 1e-8);
        QVERIFY(relative(SpendFit::meanOf(p, record), columns["expected"][i]) < 1e-8);
        for (size_t k = 0; k < p.size(); ++k) {
            std::array<double, 3> above = p, below = p, ignored;
            above[k] *= std::exp(1e-5), below[k] *= std::exp(-1e-5);
            const double difference = (spendLogLikelihood({record}, above, ignored) - spendLogLikelihood({record}, below, ignored)) / 2e-5;
            QVERIFY(std::abs(difference - slopes[k]) < 1e-5);
        }
    }
}

void TestBuyerModels::slopesAreThoseOfTheLikelihood_data() { sumsOverRates_data(); }

void TestBuyerModels::slopesAreThoseOfTheLikelihood()
{
    const auto model = modelOf(QString::fromLatin1(QTest::currentDataTag()));
    const BuyerParameters p{0.7, 5, 0.9, 3};
    for (const BuyerHistory &history : {BuyerHistory{0, 0, 20}, {1, 3, 20}, {9, 19, 20}, {9, 6, 20}, {4, 20, 20}}) {
        BuyerParameters shared, own;
        model->sharedTerm(p, history.repeats, shared);
        model->ownTerm(p, history, own);
        for (size_t i = 0; i < p.size(); ++i) {
            BuyerParameters above = p, below = p;
            above[i] *= std::exp(1e-5), below[i] *= std::exp(-1e-5);
            const double difference = (model->logLikelihood(above, history) - model->logLikelihood(below, history)) / 2e-5;
            QVERIFY2(std::abs(difference - shared[i] - own[i]) < 1e-6, QByteArray::number(qsizetype(i)));
        }
    }
}

// The closed form of BG/NBD divides by a - 1, that of Pareto/NBD by s - 1: what is expected must be smooth there.
void TestBuyerModels::aProbabilityToLeaveOfOneOnAverage()
{
    for (const QString &name : buyerModelNames()) {
        const auto at = [&](double third) { return modelOf(name)->expectedPurchases({0.8, 6, third, 4}, {3, 15, 20}, 30); };
        QVERIFY(at(1) > 0);
        QVERIFY2(std::abs(at(1) - (at(0.999) + at(1.001)) / 2) < 1e-5, qPrintable(name));
    }
}

void TestBuyerModels::oneTimeBuyers()
{
    const BuyerParameters p{0.5, 6, 0.9, 1.6};
    QCOMPARE(modelOf(QStringLiteral("bgnbd"))->active(p, {0, 0, 30}), 1.0);
    QVERIFY(!modelOf(QStringLiteral("bgnbd"))->judgesOneTimeBuyers());
    const auto usual = modelOf(QString::fromLatin1(usualBuyerModel));
    QVERIFY(usual->judgesOneTimeBuyers());
    // The longer ago, the less likely; at once it is 1 - a / (a + b).
    QVERIFY(usual->active(p, {0, 0, 30}) < usual->active(p, {0, 0, 5}));
    QVERIFY(std::abs(usual->active(p, {0, 0, 0}) - 1.6 / 2.5) < 1e-12);
}

// Abramowitz & Stegun 15.1.3 (-ln(1 - z) / z), 15.1.8 ((1 - z)^-a), and 15.1.5: atan(u) / u at z = -u^2 by Pfaff's transformation.
void TestBuyerModels::hypergeometricValues_data()
{
    QTest::addColumn<double>("a");
    QTest::addColumn<double>("b");
    QTest::addColumn<double>("c");
    QTest::addColumn<double>("z");
    QTest::addColumn<double>("expected");
    QTest::newRow("logarithm") << 1.0 << 1.0 << 2.0 << 0.9 << -std::log(0.1) / 0.9;
    QTest::newRow("power") << 3.3 << 2.0 << 2.0 << 0.99 << std::pow(0.01, -3.3);
    QTest::newRow("power, large") << 40.0 << 7.5 << 7.5 << 0.9 << std::pow(0.1, -40.0);
    QTest::newRow("arc") << 0.5 << 1.0 << 1.5 << 0.5 << std::log((1 + std::sqrt(0.5)) / (1 - std::sqrt(0.5))) / (2 * std::sqrt(0.5));
    QTest::newRow("at none") << 2.0 << 5.0 << 0.3 << 0.0 << 1.0;
}

void TestBuyerModels::hypergeometricValues()
{
    QFETCH(double, a);
    QFETCH(double, b);
    QFETCH(double, c);
    QFETCH(double, z);
    QFETCH(double, expected);
    QVERIFY(relative(hypergeometric(a, b, c, z), expected) < 1e-11);
}

void TestBuyerModels::namesOfModels()
{
    QCOMPARE(modelOf(QStringLiteral("BG-NBD"))->name(), QStringLiteral("bgnbd"));
    QCOMPARE(modelOf(QStringLiteral("paretonbd"))->name(), QStringLiteral("pareto-nbd"));
    QCOMPARE(modelOf(QStringLiteral("mbg/nbd"))->name(), QStringLiteral("mbgnbd"));
    const auto wrong = buyerModel(QStringLiteral("lstm"));
    QVERIFY(!wrong);
    QVERIFY2(wrong.error().message.contains(QStringLiteral("pareto-nbd")), qPrintable(wrong.error().message));
}

// By hand: of the 3 * 2 pairs of one who did and one who did not 3 are in order and one is equal.
void TestBuyerModels::areaUnderTheCurve()
{
    QCOMPARE(areaUnderCurve({1, 2, 2, 3, 0}, {false, true, false, true, true}), (0.5 + 1 + 1 + 1) / 6);
    QVERIFY(std::isnan(areaUnderCurve({1, 2}, {true, true})));
    QCOMPARE(correlation({1, 2, 3}, {2, 4, 6}), 1.0);
    QVERIFY(std::isnan(correlation({1, 1}, {2, 4})));
}

FORETRAIL_TEST_MAIN(TestBuyerModels, QCoreApplication)
#include "tst_buyermodels.moc"
