#include "core/evaluation/Metrics.h"
#include "core/evaluation/Residuals.h"
#include "tests/support/TestSupport.h"

#include <cmath>
#include <numeric>

using namespace foretrail;

/// Expected values are worked out by hand from the definitions unless another origin is named.
class TestEvaluation : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void metricsEqualThoseByHand()
    {
        const std::vector<double> history{1, 3, 2, 6};   // changes 2 1 4: scale 7/3
        const std::vector<double> actual{10, 0, missing, 4};
        const std::vector<double> forecast{8, 0, 5, 7};  // errors 2 0 - -3
        const Metrics metrics = pointMetrics(actual, forecast, history, 1);
        QCOMPARE(metrics.count, 3);
        QCOMPARE(metrics.mae, 5.0 / 3);
        QCOMPARE(metrics.rmse, std::sqrt(13.0 / 3));
        QCOMPARE(metrics.wape, 5.0 / 14);
        QCOMPARE(metrics.bias, -1.0 / 14);
        QCOMPARE(metrics.smape, (200.0 * 2 / 18 + 0 + 200.0 * 3 / 11) / 3);
        QCOMPARE(metrics.mase, (5.0 / 3) / (7.0 / 3));
        QCOMPARE(naiveScale(history, 2), 2.0); // |2-1| and |6-3|
    }
    void metricsWithoutAScaleAreMissing()
    {
        const std::vector<double> flat{2, 2, 2};
        const std::vector<double> zero{0, 0};
        const Metrics metrics = pointMetrics(zero, flat, flat, 1);
        QVERIFY(std::isnan(metrics.mase));
        QVERIFY(std::isnan(metrics.wape));
        QCOMPARE(metrics.smape, 200.0);
        QVERIFY(metrics.toJson().value(QStringLiteral("MASE")).isNull());
        QVERIFY(std::isnan(Metrics::fromJson(metrics.toJson()).mase));
        QCOMPARE(Metrics::fromJson(metrics.toJson()).mae, 2.0);
        QVERIFY(std::isnan(naiveScale(flat, 3)));
    }
    void coverageCountsTheLimits()
    {
        const std::vector<double> actual{1, 2, 3, missing};
        const std::vector<double> low{1, 0, 4, 0};
        const std::vector<double> high{2, 2, 5, 9};
        QCOMPARE(coverage(actual, low, high), 2.0 / 3);
    }
    void diagnosesResiduals()
    {
        // 1 2 3 4 5 around 3: r_1 = 4/10, r_2 = -1/10; Q = 5*7*(.16/4 + .01/3); for two degrees of freedom p = exp(-Q/2).
        const std::vector<double> actual{1, 2, 3, missing, 4, 5};
        const std::vector<double> none(6, 0.0);
        const ResidualDiagnostics diagnostics = diagnoseResiduals(actual, none, 2);
        QCOMPARE(diagnostics.values.size(), size_t(6));
        QCOMPARE(diagnostics.mean, 3.0);
        QCOMPARE(diagnostics.deviation, std::sqrt(2.5));
        QCOMPARE(diagnostics.autocorrelation[0], 0.4);
        QCOMPARE(diagnostics.autocorrelation[1], -0.1);
        const double q = 35.0 * (0.16 / 4 + 0.01 / 3);
        QCOMPARE(diagnostics.ljungBox, q);
        QVERIFY(std::abs(diagnostics.ljungBoxP - std::exp(-q / 2)) < 1e-12);
        QCOMPARE(diagnostics.autocorrelationBound, 1.96 / std::sqrt(5.0));
        QCOMPARE(diagnostics.histogram.size(), size_t(5));
    }
    void histogramHoldsEveryResidual()
    {
        std::vector<double> actual(1000);
        std::iota(actual.begin(), actual.end(), 0.0);
        const ResidualDiagnostics diagnostics = diagnoseResiduals(actual, std::vector<double>(1000, 0.0), 10);
        // Freedman-Diaconis: 2 * 499.5 / 10 = 99.9 wide, range 999: ten bins of a hundred.
        QCOMPARE(diagnostics.histogram.size(), size_t(10));
        for (const HistogramBin &bin : diagnostics.histogram)
            QCOMPARE(bin.count, 100);
    }
    void constantResidualsHaveNoAutocorrelation()
    {
        const std::vector<double> same(20, 4.0);
        const ResidualDiagnostics diagnostics = diagnoseResiduals(same, std::vector<double>(20, 1.0), 5);
        QCOMPARE(diagnostics.lags, 0);
        QCOMPARE(diagnostics.deviation, 0.0);
        QVERIFY(std::isnan(diagnostics.ljungBox));
        QVERIFY(diagnoseResiduals({}, {}, 5).histogram.empty());
    }
};

FORETRAIL_TEST_MAIN(TestEvaluation, QCoreApplication)
#include "tst_evaluation.moc"
