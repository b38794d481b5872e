// Tests of residuals: figures of statsmodels 0.13.5 and scipy 1.10.1, and groups by hand.
#include "core/evaluation/ResidualGroups.h"
#include "core/evaluation/Residuals.h"
#include "tests/support/TestSupport.h"

#include <cmath>

using namespace foretrail;

namespace {

/// i = np.arange(1, 41); x = 10 * np.sin(i * i * 0.37) + np.where(i % 9 == 0, 14, 0) + 0.2 * i
std::vector<double> referenceResiduals()
{
    std::vector<double> values;
    for (int i = 1; i <= 40; ++i)
        values.push_back(10 * std::sin(i * i * 0.37) + (i % 9 == 0 ? 14 : 0) + 0.2 * i);
    return values;
}

ResidualDiagnostics diagnosed(const std::vector<double> &residuals, int lags)
{
    return diagnoseResiduals(residuals, std::vector<double>(residuals.size(), 0.0), lags);
}

bool isClose(double a, double b) { return std::abs(a - b) < 1e-10 * std::max(1.0, std::abs(b)); }

} // namespace

class TestResiduals : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // statsmodels.tsa.stattools.pacf(x, nlags=5, method='ywm')[1:]
    void partialAutocorrelationEqualsThatOfStatsmodels()
    {
        const std::vector<double> partial = diagnosed(referenceResiduals(), 5).partialAutocorrelation;
        const std::vector<double> expected{0.17984346370122148, 0.005073739423460312, 0.0608261441706526, 0.30808529668393086, 0.009168484180024099};
        QCOMPARE(partial.size(), expected.size());
        for (size_t i = 0; i < expected.size(); ++i)
            QVERIFY(isClose(partial[i], expected[i]));
    }
    // statsmodels.stats.diagnostic.acorr_ljungbox(x, lags=[5])
    void ljungBoxEqualsThatOfStatsmodels()
    {
        const ResidualDiagnostics diagnostics = diagnosed(referenceResiduals(), 5);
        QVERIFY(isClose(diagnostics.ljungBox, 7.050534367879966));
        QVERIFY(isClose(diagnostics.ljungBoxP, 0.21690905302769464));
    }
    // statsmodels.stats.stattools.jarque_bera(x): statistic, p, skew, kurtosis
    void jarqueBeraEqualsThatOfStatsmodels()
    {
        const JarqueBera test = diagnosed(referenceResiduals(), 5).normality;
        QVERIFY(isClose(test.statistic, 2.5214421309513284));
        QVERIFY(isClose(test.p, 0.28344956709739516));
        QVERIFY(isClose(test.skewness, 0.5983962945511794));
        QVERIFY(isClose(test.kurtosis, 3.283818211608187));
    }
    // scipy.stats.probplot(x): the first, the second and the 21st quantile, the least and the greatest value, slope and intercept
    void normalPlotEqualsThatOfScipy()
    {
        const NormalPlot plot = diagnosed(referenceResiduals(), 5).normalPlot;
        QCOMPARE(plot.quantiles.size(), size_t(40));
        QVERIFY(isClose(plot.quantiles[0], -2.115835473844759));
        QVERIFY(isClose(plot.quantiles[1], -1.7314905957386761));
        QVERIFY(isClose(plot.quantiles[20], 0.0310545171898525));
        QVERIFY(isClose(plot.ordered.front(), -8.330395864893276));
        QVERIFY(isClose(plot.ordered.back(), 30.30162430575292));
        QVERIFY(isClose(plot.slope, 8.32879819642747));
        QVERIFY(isClose(plot.intercept, 6.313618840828032));
    }
    void whatIsMissingDoesNotCount()
    {
        std::vector<double> gaps = referenceResiduals();
        gaps.insert(gaps.begin() + 7, missing);
        QCOMPARE(diagnosed(gaps, 5).normality.statistic, diagnosed(referenceResiduals(), 5).normality.statistic);
        QCOMPARE(diagnosed(gaps, 5).normalPlot.ordered.size(), size_t(40));
    }
    void valuesThatAreAllAlikeAreNotTested()
    {
        QVERIFY(std::isnan(jarqueBera(std::vector<double>(9, 3.0)).p));
        QVERIFY(std::isnan(jarqueBera(std::vector<double>{3}).statistic));
        QVERIFY(normalPlot(std::vector<double>{3}).quantiles.empty());
        QVERIFY(diagnosed(std::vector<double>(9, 3.0), 4).partialAutocorrelation.empty());
    }
    // 68.27 % of a normal distribution lie within one deviation of its mean.
    void normalCurveOfAHistogram()
    {
        QVERIFY(std::abs(normalCount(1000, 5, 2, 3, 7) - 1000 * std::erf(1 / std::sqrt(2.0))) < 1e-9);
        QVERIFY(std::isnan(normalCount(10, 5, 0, 3, 7)));
    }
    void groupsByWeekdayAndMonthByHand()
    {
        // From Wednesday 31 January 2024 on, eight days: the residual is the number of the day, the last one is missing.
        const TimeAxis axis{Step::Day, *parseWallTime(QStringLiteral("2024-01-31"))};
        const std::vector<double> residuals{1, -2, 3, 4, 5, 6, 7, missing};
        const auto weekdays = groupedResiduals(residuals, axis, ResidualGroup::Weekday);
        QCOMPARE(weekdays.size(), size_t(7));
        QCOMPARE(weekdays[2].count, 1); // Wednesday, of the two only the first is known
        QCOMPARE(weekdays[2].mean, 1.0);
        QCOMPARE(weekdays[3].mean, -2.0);
        QCOMPARE(weekdays[3].absolute, 2.0);
        const auto months = groupedResiduals(residuals, axis, ResidualGroup::Month);
        QCOMPARE(months.size(), size_t(12));
        QCOMPARE(months[0].mean, 1.0);
        QCOMPARE(months[1].count, 6);
        QCOMPARE(months[1].mean, 23.0 / 6);
        QCOMPARE(months[1].absolute, 27.0 / 6);
        QVERIFY(std::isnan(months[2].mean));
    }
    void stepsThatTellNoGroupsApart()
    {
        const std::vector<double> residuals{1, 2};
        QVERIFY(groupedResiduals(residuals, {Step::Week, 0}, ResidualGroup::Weekday).empty());
        QCOMPARE(groupedResiduals(residuals, {Step::Week, 0}, ResidualGroup::Month).size(), size_t(12));
        QVERIFY(groupedResiduals(residuals, {Step::Year, 0}, ResidualGroup::Month).empty());
        QVERIFY(groupedResiduals(residuals, {}, ResidualGroup::Month).empty());
    }
};

FORETRAIL_TEST_MAIN(TestResiduals, QCoreApplication)
#include "tst_residuals.moc"
