#include "core/models/ArForecaster.h"
#include "core/series/Statistics.h"
#include "tests/support/TestSupport.h"

#include <algorithm>
#include <cmath>
#include <random>

using namespace foretrail;

namespace {

std::vector<double> numbersIn(const QString &file)
{
    std::vector<double> values;
    for (const QByteArray &text : test::readAll(test::dataFile(file)).simplified().split(' '))
        values.push_back(text.toDouble());
    return values;
}

std::vector<double> lynx()
{
    std::vector<double> values = numbersIn(QStringLiteral("lynx.txt"));
    std::transform(values.begin(), values.end(), values.begin(), [](double v) { return std::log10(v); });
    return values;
}

// Luteinizing hormone (R's `lh`, Diggle 1990).
const std::vector<double> hormone{2.4, 2.4, 2.4, 2.2, 2.1, 1.5, 2.3, 2.3, 2.5, 2.0, 1.9, 1.7, 2.2, 1.8, 3.2, 3.2,
                                  2.7, 2.2, 2.2, 1.9, 1.9, 1.8, 2.7, 3.0, 2.3, 2.0, 2.0, 2.9, 2.9, 2.7, 2.7, 2.3,
                                  2.6, 2.4, 1.8, 1.7, 1.5, 1.4, 2.1, 3.3, 3.5, 3.5, 3.1, 2.6, 2.1, 3.4, 3.0, 2.9};

Series seriesOf(std::vector<double> values) { return {QStringLiteral("s"), {}, {}, {Step::None, 0}, std::move(values)}; }

std::vector<double> simulate(const std::vector<double> &coefficients, size_t count)
{
    std::mt19937 generator(7);
    std::normal_distribution<double> shock;
    std::vector<double> past(coefficients.size() + 500, 0.0);
    while (past.size() < coefficients.size() + 500 + count)
        past.push_back(arNext(past, coefficients) + shock(generator));
    return {past.end() - std::ptrdiff_t(count), past.end()};
}

} // namespace

/// Published figures: R 4.2.2, ar() and predict(), on its data sets lynx, sunspot.year (1700-1988) and lh, as printed.
class TestAutoregression : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void equalsPublishedCoefficients_data()
    {
        QTest::addColumn<QList<double>>("values");
        QTest::addColumn<int>("estimator");
        QTest::addColumn<QList<double>>("expected");
        const auto list = [](const std::vector<double> &v) { return QList<double>(v.begin(), v.end()); };
        const auto sunspots = list(numbersIn(QStringLiteral("sunspots.txt")));
        const int yuleWalker = int(ArEstimator::YuleWalker), burg = int(ArEstimator::Burg);
        QTest::newRow("lynx, Yule-Walker 11") << list(lynx()) << yuleWalker << QList<double>{1.13871, -.50803, .21265,
            -.27018, .11269, -.12398, .06772, -.04004, .13370, .18527, -.31096};
        QTest::newRow("lynx, Yule-Walker 2") << list(lynx()) << yuleWalker << QList<double>{1.350438, -.720031};
        QTest::newRow("lynx, Burg 12") << list(lynx()) << burg << QList<double>{1.12758, -.52195, .28844, -.32468,
            .17746, -.17975, .09384, -.08903, .18000, .14376, -.19015, -.13482};
        QTest::newRow("lynx as counted, Yule-Walker 2") << list(numbersIn(QStringLiteral("lynx.txt"))) << yuleWalker
                                                        << QList<double>{1.128703, -.587892};
        QTest::newRow("sunspots, Yule-Walker 9") << sunspots << yuleWalker << QList<double>{1.13046, -.35239, -.17448,
            .14034, -.13582, .09627, -.05558, .00763, .19411};
        QTest::newRow("sunspots, Yule-Walker 2") << sunspots << yuleWalker << QList<double>{1.335561, -.640467};
        QTest::newRow("sunspots, least squares 2") << sunspots << int(ArEstimator::LeastSquares)
                                                   << QList<double>{1.390004, -.692563};
        QTest::newRow("hormone, Yule-Walker 3") << list(hormone) << yuleWalker
                                                << QList<double>{.653402, -.063621, -.226940};
        QTest::newRow("hormone, Burg 3") << list(hormone) << burg << QList<double>{.658791, -.060807, -.223373};
    }
    void equalsPublishedCoefficients()
    {
        QFETCH(QList<double>, values);
        QFETCH(int, estimator);
        QFETCH(QList<double>, expected);
        const std::vector<double> y(values.begin(), values.end());
        const auto path = arPath(y, meanOf(y), int(expected.size()), ArEstimator(estimator));
        QCOMPARE(path.back().order(), int(expected.size()));
        for (qsizetype i = 0; i < expected.size(); ++i)
            QVERIFY2(std::abs(path.back().coefficients[size_t(i)] - expected[i]) < 1e-5, qPrintable(QString::number(i)));
    }
    void ordersAndVariancesEqualPublished_data()
    {
        QTest::addColumn<QList<double>>("values");
        QTest::addColumn<int>("estimator");
        QTest::addColumn<int>("order");     // of the smallest AIC; 0: not printed
        QTest::addColumn<int>("ofOrder");   // to which the variance belongs
        QTest::addColumn<double>("mean");
        QTest::addColumn<double>("variance"); // with Yule-Walker R multiplies by n / (n - order - 1)
        const auto list = [](const std::vector<double> &v) { return QList<double>(v.begin(), v.end()); };
        const auto sunspots = list(numbersIn(QStringLiteral("sunspots.txt")));
        const int yuleWalker = int(ArEstimator::YuleWalker), burg = int(ArEstimator::Burg);
        QTest::newRow("lynx, Yule-Walker") << list(lynx()) << yuleWalker << 11 << 11 << 2.903664 << .04771;
        QTest::newRow("lynx, Yule-Walker 2") << list(lynx()) << yuleWalker << 11 << 2 << 2.903664 << .058636;
        QTest::newRow("lynx, Burg") << list(lynx()) << burg << 12 << 12 << 2.903664 << .035395;
        QTest::newRow("sunspots, Yule-Walker") << sunspots << yuleWalker << 9 << 9 << 48.61349 << 267.492;
        QTest::newRow("hormone, Yule-Walker") << list(hormone) << yuleWalker << 3 << 0 << 2.4 << 0.0;
        QTest::newRow("hormone, Burg") << list(hormone) << burg << 3 << 0 << 2.4 << 0.0;
    }
    // AIC as in R: n log v + 2 (p + 1), orders up to 10 log10 n.
    void ordersAndVariancesEqualPublished()
    {
        QFETCH(QList<double>, values);
        QFETCH(int, estimator);
        QFETCH(int, order);
        QFETCH(int, ofOrder);
        QFETCH(double, mean);
        QFETCH(double, variance);
        const std::vector<double> y(values.begin(), values.end());
        const auto n = double(y.size());
        QVERIFY(std::abs(meanOf(y) - mean) < 5e-6);
        const auto path = arPath(y, meanOf(y), int(10 * std::log10(n)), ArEstimator(estimator));
        const auto criterion = [&](const ArFit &fit) { return n * std::log(fit.variance) + 2 * (fit.order() + 1); };
        const auto best = std::min_element(path.begin(), path.end(), [&](const ArFit &a, const ArFit &b) { return criterion(a) < criterion(b); });
        QCOMPARE(best->order(), order);
        if (ofOrder == 0)
            return;
        const double freedom = estimator == int(ArEstimator::YuleWalker) ? n / (n - ofOrder - 1) : 1;
        QVERIFY2(std::abs(path[size_t(ofOrder)].variance * freedom - variance) < 3e-6 * std::max(1.0, variance), qPrintable(QString::number(path[size_t(ofOrder)].variance * freedom)));
    }
    void equalsThePublishedForecast()
    {
        ModelSpec spec;
        spec.arOrder = 11;
        const auto model = makeAr(spec, ArEstimator::YuleWalker);
        JobContext job;
        VERIFY_RESULT(model->fit(seriesOf(lynx()), {}, job));
        const double levels[] = {80.0};
        const auto forecast = model->forecast(seriesOf(lynx()), 5, levels);
        VERIFY_RESULT(forecast);
        const double mean[] = {3.430626, 3.169258, 2.808795, 2.484360, 2.415530};
        const double deviation[] = {.218426, .331019, .373157, .390842, .392756};
        for (size_t k = 0; k < 5; ++k) {
            QVERIFY(std::abs(forecast->mean[k] - mean[k]) < 2e-6);
            const double width = forecast->bands[0].high[k] - forecast->mean[k];
            QVERIFY(std::abs(width / 1.2815515655 - deviation[k]) < 2e-6);
        }
    }
    void psiWeightsHaveTheClosedForm()
    {
        const auto weights = psiWeights(std::vector<double>{0.8}, 6); // AR(1): powers
        for (int j = 0; j < 6; ++j)
            QVERIFY(std::abs(weights[size_t(j)] - std::pow(0.8, j)) < 1e-15);
    }
    void recoversASimulatedProcess_data()
    {
        QTest::addColumn<int>("estimator");
        QTest::newRow("Yule-Walker") << int(ArEstimator::YuleWalker);
        QTest::newRow("Burg") << int(ArEstimator::Burg);
        QTest::newRow("least squares") << int(ArEstimator::LeastSquares);
    }
    void recoversASimulatedProcess()
    {
        QFETCH(int, estimator);
        const std::vector<double> y = simulate({0.5, -0.3, 0.4}, 20000);
        const auto path = arPath(y, meanOf(y), 12, ArEstimator(estimator));
        const ArFit &best = bestByAicc(path, 20000, 1);
        QVERIFY(best.order() >= 3);
        // Standard errors are about 1/sqrt(20000) = .007.
        QVERIFY(std::abs(path[3].coefficients[0] - 0.5) < 0.03);
        QVERIFY(std::abs(path[3].coefficients[1] + 0.3) < 0.03);
        QVERIFY(std::abs(path[3].coefficients[2] - 0.4) < 0.03);
        QVERIFY(std::abs(path[3].variance - 1.0) < 0.05);
    }
    void yuleWalkerAndBurgAreStationaryOnAnything()
    {
        std::mt19937 generator(11);
        for (int round = 0; round < 200; ++round) {
            std::vector<double> y(size_t(8 + round % 60));
            double level = 0;
            for (double &value : y) // walks, trends and outbursts
                value = level += std::normal_distribution<double>(round % 3, 1)(generator) * (round % 7 == 0 ? level : 1);
            for (ArEstimator estimator : {ArEstimator::YuleWalker, ArEstimator::Burg}) {
                for (const ArFit &fit : arPath(y, meanOf(y), int(y.size()) / 3, estimator)) {
                    QVERIFY(fit.variance >= 0);
                    if (fit.order() > 0) // the last coefficient is the partial autocorrelation
                        QVERIFY(std::abs(fit.coefficients.back()) <= 1.0 + 1e-9);
                }
            }
        }
    }
    void continuesAsTheRecursionSays()
    {
        const std::vector<double> past{1, 2};
        const std::vector<double> coefficients{0.5, 0.25}; // 1.25, 1.125, 0.875
        const auto next = arContinue(past, coefficients, 3);
        QVERIFY((next == std::vector<double>{1.25, 1.125, 0.875}));
    }
    // What is left of a least-squares fit has no part along any of its columns.
    void leastSquaresLeaveNothingAlongTheirLags()
    {
        std::minstd_rand random(5);
        std::vector<double> y{0, 0, 0};
        while (y.size() < 900)
            y.push_back(1.2 * y.back() - 0.5 * y[y.size() - 2] + double(random()) / 2147483647 - 0.5);
        constexpr int most = 200;
        const auto path = arPath(y, 0, most, ArEstimator::LeastSquares);
        QCOMPARE(path.size(), size_t(most + 1));
        for (const size_t order : {size_t(0), size_t(1), size_t(7), size_t(200)}) {
            const ArFit &fit = path[order];
            QCOMPARE(fit.coefficients.size(), order);
            std::vector<double> left;
            double squares = 0;
            for (size_t t = most; t < y.size(); ++t) {
                double error = y[t] - fit.mean;
                for (size_t i = 0; i < order; ++i)
                    error -= fit.coefficients[i] * (y[t - 1 - i] - fit.mean);
                left.push_back(error);
                squares += error * error;
            }
            QVERIFY(std::abs(fit.variance - squares / double(left.size())) < 1e-10);
            for (size_t lag = 0; lag <= order; ++lag) {
                double along = 0;
                for (size_t k = 0; k < left.size(); ++k)
                    along += left[k] * (lag == 0 ? 1.0 : y[most + k - lag]);
                QVERIFY2(std::abs(along) < 1e-7, qPrintable(QStringLiteral("%1 of %2: %3").arg(lag).arg(order).arg(along)));
            }
        }
    }
};

FORETRAIL_TEST_MAIN(TestAutoregression, QCoreApplication)
#include "tst_autoregression.moc"
