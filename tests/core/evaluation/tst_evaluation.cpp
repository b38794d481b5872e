#include "core/evaluation/IntervalScores.h"
#include "core/evaluation/MetricsPool.h"
#include "core/evaluation/Residuals.h"
#include "tests/support/TestSupport.h"

#include <cmath>
#include <numeric>

using namespace foretrail;

namespace {

bool near(double a, double b) { return std::abs(a - b) < 1e-12; }

/// Three steps with bands of 80 and 95 percent.
struct Bands {
    std::vector<double> actual{12, 7, 0}, point{10, 10, 4};
    std::vector<double> low80{8, 6, 1}, high80{13, 14, 9}, low95{6, 5, 0}, high95{15, 18, 12};
    std::vector<Interval> intervals() const { return {{80, low80, high80}, {95, low95, high95}}; }
};

} // namespace

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
    void shareOfWhatHappenedLeavesZerosOut()
    {
        const std::vector<double> actual{12, 7, 0};
        const std::vector<double> forecast{10, 10, 4}; // errors 2 -3 -4
        const Metrics metrics = pointMetrics(actual, forecast, ErrorScales{});
        QVERIFY(near(metrics.mape, 100 * (2.0 / 12 + 3.0 / 7) / 2));
        QVERIFY(std::isnan(pointMetrics(std::vector<double>{0, 0}, std::vector<double>{1, 2}, ErrorScales{}).mape));
    }
    void squaredScaleBeginsWithTheFirstSale()
    {
        // From the first value that is not zero on: steps 3 and -4, (9 + 16) / 2 = 12.5. Errors 2 -3 -4, squared 29 / 3 on average.
        const std::vector<double> history{0, 0, 2, 5, 1};
        QCOMPARE(stepScale(history), 12.5);
        const Metrics metrics = pointMetrics(std::vector<double>{12, 7, 0}, std::vector<double>{10, 10, 4}, history, 1);
        QVERIFY(near(metrics.rmsse, std::sqrt(29.0 / 3 / 12.5)));
        QVERIFY(std::isnan(stepScale(std::vector<double>{0, 0, 7})));
        QVERIFY(std::isnan(pointMetrics(std::vector<double>{1}, std::vector<double>{2}, std::vector<double>{3, 3, 3}, 1).rmsse));
        QCOMPARE(stepScale(std::vector<double>{missing, 1, missing, 2, 4}), 4.0); // only 2 to 4 is known
    }
    void lossesOfBandsByHand()
    {
        // Widths of the 80 % band 5 8 8, the last missed by 1: 10 * 1 more. Of the 95 % band 9 13 12, none missed.
        const Bands bands;
        const ErrorScales scales{7.0 / 3, missing};
        Metrics metrics;
        addIntervalScores(metrics, bands.actual, bands.point, bands.intervals(), scales);
        QVERIFY(near(metrics.winkler80, (5 + 8 + 8 + 10 * 1) / 3.0));
        QVERIFY(near(metrics.winkler95, (9 + 13 + 12) / 3.0));
        QVERIFY(near(metrics.msis95, 34.0 / 7));
        QVERIFY(near(metrics.coverage80, 2.0 / 3));
        QCOMPARE(metrics.coverage95, 1.0);
        // Distances of 12 7 0 to the edges, by the share where the actual is above, by its rest where it is below.
        QVERIFY(near(metrics.pinball025, (0.025 * 6 + 0.025 * 2 + 0.025 * 0) / 3));
        QVERIFY(near(metrics.pinball10, (0.1 * 4 + 0.1 * 1 + 0.9 * 1) / 3));
        QVERIFY(near(metrics.pinball50, (2 + 3 + 4) / 3.0 / 2));
        QVERIFY(near(metrics.pinball90, (0.1 * 1 + 0.1 * 7 + 0.1 * 9) / 3));
        QVERIFY(near(metrics.pinball975, (0.025 * 3 + 0.025 * 11 + 0.025 * 12) / 3));
        // Missed above by 2 at 80 %: 2 + (2 / 0.2) * 2.
        const std::vector<double> low{1}, high{3};
        QVERIFY(near(intervalScore(std::vector<double>{5}, {80, low, high}), 2 + 10 * 2));
        QVERIFY(std::isnan(intervalScore(std::vector<double>{missing}, {80, low, high})));
    }
    // numpy 1.24.2: means of 2 * pinball over shares (i + 0.5) / 100 of np.interp over scipy.stats.norm.ppf, drawn out at both ends.
    void rankedProbabilityScoreEqualsThatOfNumpy()
    {
        const Bands bands;
        QVERIFY(std::abs(approximateCrps(bands.actual, bands.point, bands.intervals()) - 1.958816778907199) < 1e-9);
    }
    // Of a standard normal: z (2 Phi(z) - 1) + 2 phi(z) - 1 / sqrt(pi) (Gneiting & Raftery 2007).
    void rankedProbabilityScoreOfANormal()
    {
        const std::vector<double> zero{0}, low{-1.2815515655446004}, high{1.2815515655446004};
        const Interval band{80, low, high};
        for (const double z : {0.0, 1.5, -2.5}) {
            const double density = std::exp(-z * z / 2) / std::sqrt(2 * M_PI);
            const double exact = z * std::erf(z / std::sqrt(2.0)) + 2 * density - 1 / std::sqrt(M_PI);
            const std::vector<double> actual{z};
            QVERIFY(std::abs(approximateCrps(actual, zero, {&band, 1}) - exact) < 1e-3);
        }
        // Without bands all quantiles are the point: the absolute error.
        QVERIFY(near(approximateCrps(std::vector<double>{3, missing}, std::vector<double>{1, 9}, {}), 2.0));
    }
    void skillIsAgainstTheBaseline()
    {
        Metrics model, baseline;
        model.mae = 3, baseline.mae = 4;
        QCOMPARE(skillOf(model, baseline), 0.25);
        QCOMPARE(skillOf(baseline, baseline), 0.0);
        baseline.mae = 0;
        QVERIFY(std::isnan(skillOf(model, baseline)));
    }
    void everyMetricIsInTheJson()
    {
        Metrics metrics;
        double value = 1;
        for (const MetricField &field : metricFields())
            metrics.*field.value = value++;
        metrics.count = 7;
        const Metrics again = Metrics::fromJson(metrics.toJson());
        for (const MetricField &field : metricFields())
            QCOMPARE(again.*field.value, metrics.*field.value);
        QCOMPARE(again.count, 7);
        QCOMPARE(metrics.toJson().size(), int(metricFields().size()) + 1);
    }
    // Two forecasts of one and of three points: means over the four points, over the two forecasts where they have scales.
    void poolsWeighPointsAndForecasts()
    {
        Metrics one, three;
        one.count = 1, one.mae = 8, one.rmse = 8, one.winkler80 = 4, one.crps = 1, one.mase = 1, one.rmsse = 3, one.msis95 = 2, one.mape = 10;
        three.count = 3, three.mae = 4, three.rmse = 2, three.winkler80 = 8, three.crps = 5, three.mase = 2, three.rmsse = missing, three.msis95 = 4,
        three.mape = 40;
        MetricsPool pool;
        pool.add(one, std::vector<double>{5});
        pool.add(three, std::vector<double>{1, 0, 2}); // two that are not zero
        const Metrics metrics = pool.pooled();
        QCOMPARE(metrics.count, 4);
        QCOMPARE(metrics.mae, (8 + 3 * 4) / 4.0);
        QCOMPARE(metrics.rmse, std::sqrt((64 + 3 * 4) / 4.0));
        QCOMPARE(metrics.wape, 20.0 / 8);
        QCOMPARE(metrics.winkler80, (4 + 3 * 8) / 4.0);
        QCOMPARE(metrics.crps, (1 + 3 * 5) / 4.0);
        QCOMPARE(metrics.mape, (10 + 2 * 40) / 3.0);
        QCOMPARE(metrics.mase, 1.5);
        QCOMPARE(metrics.rmsse, 3.0);
        QCOMPARE(metrics.msis95, 3.0);
        QVERIFY(std::isnan(metrics.skill));
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
