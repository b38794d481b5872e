#include "core/series/BoxCox.h"
#include "tests/support/ReferenceTable.h"

using namespace foretrail;

namespace {

/// The monthly passengers of 1949-60 (R's AirPassengers): whole numbers, kept here as their logarithms.
std::vector<double> airPassengers()
{
    std::vector<double> values = test::referenceTable(QStringLiteral("decomposition/stl_statsmodels.csv"))["value"];
    for (double &value : values)
        value = std::round(std::exp(value));
    return values;
}

std::vector<double> numbersIn(const QString &file)
{
    std::vector<double> values;
    for (const QByteArray &text : test::readAll(test::dataFile(file)).simplified().split(' '))
        values.push_back(text.toDouble());
    return values;
}

} // namespace

/// Expected lambdas: forecast 8.20 under R 4.2.2. R's own optimiser stops within 1e-4; the figures here are of its target
/// function (forecast:::guer.cv) minimised with optimize(tol = 1e-12), the ones that BoxCox.lambda() prints stand beside.
class TestBoxCox : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void transformsByTheFormula()
    {
        QCOMPARE(boxCox(100, 0), std::log(100.0));
        QCOMPARE(boxCox(9, 0.5), 4.0);
        QCOMPARE(boxCox(0, 0.5), -2.0);
        QCOMPARE(boxCox(4, -1), 0.75);
        // R: BoxCox(c(0.5, 2, 100), -0.3) and BoxCox(-3, 0.5)
        QVERIFY(std::abs(boxCox(0.5, -0.3) + 0.770481377816388) < 1e-14);
        QVERIFY(std::abs(boxCox(2, -0.3) - 0.625825345479215) < 1e-14);
        QVERIFY(std::abs(boxCox(100, -0.3) - 2.49603785616347) < 1e-13);
        QVERIFY(std::abs(boxCox(-3, 0.5) + 5.46410161513775) < 1e-13);
        QVERIFY(std::abs(boxCox(7, 1e-12) - std::log(7.0)) < 1e-11);
    }
    void hasNoTransformWhereThereIsNone()
    {
        QVERIFY(std::isnan(boxCox(-1, 0)));
        QVERIFY(std::isnan(boxCox(-1, -0.5)));
        QVERIFY(std::isnan(inverseBoxCox(3, -0.5)));
        QVERIFY(std::isnan(boxCox(missing, 0.5)));
        QVERIFY(std::isnan(inverseBoxCox(missing, 0.5)));
    }
    void returnsToTheValue()
    {
        for (const double lambda : {-1.0, -0.5, -0.2947, -1e-9, 0.0, 1e-9, 1e-3, 0.5, 1.0, 2.0})
            for (double value = 1e-3; value < 2e6; value *= 3.7)
                QVERIFY(std::abs(inverseBoxCox(boxCox(value, lambda), lambda) / value - 1) < 1e-9);
        for (const double value : {-250.0, -1.0, 0.0})
            QVERIFY(std::abs(inverseBoxCox(boxCox(value, 0.5), 0.5) - value) < 1e-9);
    }
    void guerreroEqualsR()
    {
        const auto passengers = boxCoxLambda(airPassengers(), 12); // BoxCox.lambda(AirPassengers): -0.2947156
        VERIFY_RESULT(passengers);
        QVERIFY(std::abs(*passengers + 0.294723642) < 1e-6);
        const auto lynx = boxCoxLambda(numbersIn(QStringLiteral("lynx.txt")), 1); // BoxCox.lambda(lynx): 0.1521849
        VERIFY_RESULT(lynx);
        QVERIFY(std::abs(*lynx - 0.1522008746) < 1e-6);
        const auto sunspots = boxCoxLambda(numbersIn(QStringLiteral("sunspots.txt")), 1); // 0.2463129, with zeros
        VERIFY_RESULT(sunspots);
        QVERIFY(std::abs(*sunspots - 0.2463261784) < 1e-6);
    }
    /// BoxCox.lambda(method = "loglik") walks a grid of 0.05 and gives 0.2 and 0.15; the figures here maximise the same
    /// likelihood (a line, and months for the passengers) by optimize(tol = 1e-12).
    void likelihoodEqualsR()
    {
        const auto passengers = boxCoxLambdaByLikelihood(airPassengers(), 12);
        VERIFY_RESULT(passengers);
        QVERIFY(std::abs(*passengers - 0.1977782558) < 1e-6);
        const auto lynx = boxCoxLambdaByLikelihood(numbersIn(QStringLiteral("lynx.txt")), 1);
        VERIFY_RESULT(lynx);
        QVERIFY(std::abs(*lynx - 0.147412607) < 1e-6);
    }
    void staysInItsRange()
    {
        const auto low = boxCoxLambda(airPassengers(), 12, 0.25, 1);
        VERIFY_RESULT(low);
        QVERIFY(std::abs(*low - 0.25) < 1e-6);
        const auto fixed = boxCoxLambda(airPassengers(), 12, 0.5, 0.5);
        VERIFY_RESULT(fixed);
        QCOMPARE(*fixed, 0.5);
    }
    void skipsMissingValues()
    {
        std::vector<double> values = airPassengers();
        const double whole = *boxCoxLambda(values, 12);
        const double likely = *boxCoxLambdaByLikelihood(values, 12);
        values[70] = missing;
        QVERIFY(std::abs(*boxCoxLambda(values, 12) - whole) < 0.05);
        QVERIFY(std::abs(*boxCoxLambdaByLikelihood(values, 12) - likely) < 0.05);
    }
    void refusesWhatSaysNothing()
    {
        const std::vector<double> constant(48, 5.0);
        QCOMPARE(boxCoxLambda(constant, 12).error().code, ErrorCode::Degenerate);
        QCOMPARE(boxCoxLambdaByLikelihood(constant, 12).error().code, ErrorCode::Degenerate);
        const std::vector<double> nothing(48, missing);
        QCOMPARE(boxCoxLambda(nothing, 12).error().code, ErrorCode::Degenerate);
        QCOMPARE(boxCoxLambdaByLikelihood(nothing, 12).error().code, ErrorCode::Degenerate);
        QCOMPARE(boxCoxLambda(Values(constant).first(24), 12).error().code, ErrorCode::TooShort);
        QCOMPARE(boxCoxLambda(constant, 12, 1, -1).error().code, ErrorCode::InvalidInput);
        std::vector<double> withZero = airPassengers();
        withZero[3] = 0;
        QCOMPARE(boxCoxLambdaByLikelihood(withZero, 12).error().code, ErrorCode::InvalidInput);
        QCOMPARE(boxCoxLambda(withZero, 12, -2, -1).error().code, ErrorCode::InvalidInput);
        QVERIFY(*boxCoxLambda(withZero, 12) >= 0);
    }
};

FORETRAIL_TEST_MAIN(TestBoxCox, QCoreApplication)
#include "tst_boxcox.moc"
