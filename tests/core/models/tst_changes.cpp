#include "core/evaluation/Metrics.h"
#include "core/models/ArOfChanges.h"
#include "tests/core/models/KnownSeries.h"
#include "tests/core/models/SomeSeries.h"

#include <cmath>

using namespace foretrail;
using namespace foretrail::test;

namespace {

constexpr double width95 = 1.959963984540054;

std::unique_ptr<Forecaster> makeChanges(const QString &name, int order, int season = 0)
{
    ModelSpec spec;
    spec.model = name;
    spec.arOrder = order;
    spec.season = season;
    return made(spec);
}

const QString diff = QStringLiteral("ar-diff");
const QString seasonal = QStringLiteral("ar-seasonal");

bool isNear(double value, double expected, double tolerance)
{
    if (std::abs(value - expected) <= tolerance)
        return true;
    qInfo("%.12g is not near %.12g", value, expected);
    return false;
}

double halfOf95(const Forecast &forecast, size_t h) { return forecast.band(95)->high[h] - forecast.mean[h]; }

} // namespace

/// "ar-diff" and "ar-seasonal": closed forms by hand, and one series of METHODS 3.8.
class TestChanges : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // -1 0 3 4 9: changes 1 3 1 5, mean 2.5, squares about it 2.25 .25 2.25 6.25 = 11 of four, so 11/3 without the mean's degree.
    void aWalkWithDriftByHand()
    {
        const auto forecast = fitAndForecast(*makeChanges(diff, 0), seriesOf({-1, 0, 3, 4, 9}), 3);
        VERIFY_RESULT(forecast);
        for (size_t h = 0; h < 3; ++h) {
            QVERIFY(isNear(forecast->mean[h], 9 + 2.5 * double(h + 1), 1e-12));
            QVERIFY(isNear(halfOf95(*forecast, h), width95 * std::sqrt(11.0 / 3 * double(h + 1)), 1e-9));
        }
    }
    // The same of logarithms: medians and edges are the exponentials.
    void aGrowingWalkByHand()
    {
        std::vector<double> values;
        for (const double z : {-1, 0, 3, 4, 9})
            values.push_back(std::exp(z));
        const auto model = makeChanges(diff, 0);
        const auto forecast = fitAndForecast(*model, seriesOf(values), 3);
        VERIFY_RESULT(forecast);
        for (size_t h = 0; h < 3; ++h) {
            const double z = 9 + 2.5 * double(h + 1), reach = width95 * std::sqrt(11.0 / 3 * double(h + 1));
            QVERIFY(isNear(std::log(forecast->mean[h]), z, 1e-12));
            QVERIFY(isNear(std::log(forecast->band(95)->low[h]), z - reach, 1e-9));
            QVERIFY(isNear(std::log(forecast->band(95)->high[h]), z + reach, 1e-9));
        }
        QVERIFY2(model->explanation().startsWith(QStringLiteral("AR(0) of the changes")), qPrintable(model->explanation()));
        QVERIFY2(model->explanation().contains(QStringLiteral("logarithms")), qPrintable(model->explanation()));
    }
    // Changes less 2.5: -1.5 .5 -1.5 2.5, their products one apart -.75 -.75 -3.75, so phi = -5.25 / 11. The sum of phi^i weighs shocks.
    void oneLagByHand()
    {
        const double phi = -5.25 / 11;
        const auto model = makeChanges(diff, 1);
        const auto forecast = fitAndForecast(*model, seriesOf({-1, 0, 3, 4, 9}), 4);
        VERIFY_RESULT(forecast);
        const double variance = 11.0 / 4 * (1 - phi * phi) * 4 / 2;
        double value = 9, change = 2.5, weight = 0, power = 1, squares = 0;
        for (size_t h = 0; h < 4; ++h) {
            value += 2.5 + (change *= phi);
            weight += power;
            power *= phi;
            squares += weight * weight;
            QVERIFY(isNear(forecast->mean[h], value, 1e-12));
            QVERIFY(isNear(halfOf95(*forecast, h), width95 * std::sqrt(variance * squares), 1e-9));
        }
        // The third value follows from the first change, 1, alone: 0 + 2.5 + phi (1 - 2.5).
        const auto fitted = model->oneStep(seriesOf({-1, 0, 3, 4, 9}));
        VERIFY_RESULT(fitted);
        QVERIFY(std::isnan((*fitted)[1]));
        QVERIFY(isNear((*fitted)[2], 2.5 - 1.5 * phi, 1e-12));
    }
    // Down to a zero: no logarithms, and nothing below zero.
    void zeroIsTheFloor()
    {
        const auto forecast = fitAndForecast(*makeChanges(diff, 0), seriesOf({8, 6, 4, 2, 0}), 3);
        VERIFY_RESULT(forecast);
        QVERIFY((forecast->mean == std::vector<double>(3, 0.0)));
    }
    // Four seasons of four, each 10 % above the one before: nothing is left to chance.
    void exactGrowthOfASeasonGoesOn()
    {
        const double base[] = {3, 8, 5, 12};
        std::vector<double> values;
        for (int t = 0; t < 16; ++t)
            values.push_back(base[t % 4] * std::pow(1.1, t / 4));
        const auto forecast = fitAndForecast(*makeChanges(seasonal, -1, 4), seriesOf(values), 9);
        VERIFY_RESULT(forecast);
        for (size_t h = 0; h < 9; ++h) {
            const double expected = base[h % 4] * std::pow(1.1, 4 + double(h / 4));
            QVERIFY(isNear(forecast->mean[h] / expected, 1, 1e-12));
            QVERIFY(isNear(forecast->band(95)->high[h] / expected, 1, 1e-6));
        }
    }
    // Without lags a season is a walk from year to year: the variance is that of as many shocks as seasons have begun.
    void bandsOfSeasonalWalksGrowBySeasons()
    {
        const auto forecast = fitAndForecast(*makeChanges(seasonal, 0, 7), seriesOf(walk(3, 60, -100), Step::Day), 22);
        VERIFY_RESULT(forecast);
        for (size_t h = 0; h < 22; ++h)
            QVERIFY(isNear(halfOf95(*forecast, h) / halfOf95(*forecast, 0), std::sqrt(double(h / 7 + 1)), 1e-12));
    }
    // METHODS 3.8: 13.83 and 2.32 for 1959-60, order 13, learnt from 1949-58. numpy with R's default estimator, Yule-Walker around the mean
    // of the differences, gives 13.826214710 and 2.320603284, and so is that row; Burg gives 14.84 / 2.56, least squares 15.42 / 2.99.
    void passengersAsPublished()
    {
        const std::vector<double> all = airPassengers();
        const Series train = seriesOf({all.begin(), all.begin() + 120}, Step::Month);
        const auto forecast = fitAndForecast(*makeChanges(seasonal, 13), train, 24);
        VERIFY_RESULT(forecast);
        const Metrics metrics = pointMetrics(Values(all).last(24), forecast->mean, train.values, 12);
        QVERIFY(isNear(metrics.rmse, 13.826214709938258, 1e-8));
        QVERIFY(isNear(metrics.smape, 2.3206032844703355, 1e-9));
        QVERIFY(isNear(forecast->mean[0], 353.37882411, 1e-7));
        // Its own choice reaches no further than 13 lags either.
        const auto chosen = fitAndForecast(*makeChanges(seasonal, -1), train, 24);
        VERIFY_RESULT(chosen);
        QVERIFY(pointMetrics(Values(all).last(24), chosen->mean, train.values, 12).smape < 4);
    }
    void aSeasonOfOneStepIsTheStepBefore()
    {
        const Series train = seriesOf(walk(9, 90), Step::Day);
        const auto one = fitAndForecast(*makeChanges(seasonal, 2, 1), train, 10);
        const auto other = fitAndForecast(*makeChanges(diff, 2), train, 10);
        VERIFY_RESULT(one);
        VERIFY_RESULT(other);
        QCOMPARE(one->mean, other->mean);
    }
    // METHODS 3.8 and 3.11: 13 for months; 26 for weeks, 200 for hours against a day, 48 against a week.
    void triesAsManyLagsAsTheRecipes()
    {
        QCOMPARE(usualOrderOfSeasonalChanges(12), 13);
        QCOMPARE(usualOrderOfSeasonalChanges(52), 26);
        QCOMPARE(usualOrderOfSeasonalChanges(24), 200);
        QCOMPARE(usualOrderOfSeasonalChanges(168), 48);
        QCOMPARE(usualOrderOfSeasonalChanges(7), 22);
        QCOMPARE(usualOrderOfSeasonalChanges(4), 13);
    }
    // A stored model of logarithms meets a zero later: it counts as the smallest value that was seen.
    void aLaterZeroIsTheSmallestValue()
    {
        const auto model = makeChanges(diff, 0);
        JobContext job;
        VERIFY_RESULT(model->fit(seriesOf({2, 4, 8, 16, 32}), {}, job)); // doubles at each step
        const auto forecast = model->forecast(seriesOf({2, 4, 8, 16, 32, 0}), 2, levels);
        VERIFY_RESULT(forecast);
        QVERIFY(isNear(forecast->mean[0], 4, 1e-12) && isNear(forecast->mean[1], 8, 1e-12));
    }
    // 300 steps of 0.8 times the change before and a shock: the mean error of 200 seeded series is smaller than that of the naive.
    void beatsTheNaiveWhereChangesGoOn()
    {
        double ours = 0, theirs = 0;
        for (unsigned seed = 1; seed <= 200; ++seed) {
            Shares shares(seed);
            std::vector<double> values{-500};
            double change = 0;
            while (values.size() < 306)
                values.push_back(values.back() + (change = 0.8 * change + shares.shock()));
            const auto forecast = fitAndForecast(*makeChanges(diff, -1), seriesOf({values.begin(), values.begin() + 300}), 6);
            VERIFY_RESULT(forecast);
            for (size_t h = 0; h < 6; ++h) {
                ours += std::abs(values[300 + h] - forecast->mean[h]);
                theirs += std::abs(values[300 + h] - values[299]);
            }
        }
        QVERIFY2(ours < 0.9 * theirs, qPrintable(QString::number(ours / theirs)));
    }
};

FORETRAIL_TEST_MAIN(TestChanges, QCoreApplication)
#include "tst_changes.moc"
