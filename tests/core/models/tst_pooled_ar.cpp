// The pooled autoregression. Least squares are worked out here by Gauss's elimination.
#include "core/models/Autoregression.h"
#include "core/models/Panel.h"
#include "core/models/PooledRegression.h"
#include "tests/core/models/ModelTest.h"

#include <cmath>
#include <random>

using namespace foretrail;
using namespace foretrail::test;

namespace {

constexpr int lags = 4;
using Row = std::vector<double>; ///< inputs, then the output

/// Minimises the squares of output - inputs * x.
std::vector<double> leastSquares(const std::vector<Row> &rows)
{
    const size_t n = rows.front().size() - 1;
    std::vector<Row> a(n, Row(n + 1, 0.0));
    for (const Row &row : rows)
        for (size_t i = 0; i < n; ++i)
            for (size_t j = 0; j <= n; ++j)
                a[i][j] += row[i] * row[j];
    for (size_t i = 0; i < n; ++i)
        for (size_t k = 0; k < n; ++k)
            if (k != i)
                for (size_t j = n + 1; j-- > i;)
                    a[k][j] -= a[k][i] / a[i][i] * a[i][j];
    std::vector<double> x;
    for (size_t i = 0; i < n; ++i)
        x.push_back(a[i][n] / a[i][i]);
    return x;
}

/// An autoregression around a level that drifts little: the widths of its windows are nearly alike.
std::vector<double> steady(unsigned seed, size_t count, double level)
{
    std::minstd_rand random(seed);
    std::vector<double> y{0, 0};
    while (y.size() < count)
        y.push_back(0.6 * y[y.size() - 1] + 0.25 * y[y.size() - 2] + double(random()) / 2147483647 - 0.5);
    for (double &value : y)
        value += level;
    return y;
}

/// Each step's change on the three before, nearest first: what windows of four values less their last one tell. Over `width` of the window.
std::vector<Row> changeRows(const std::vector<double> &y, bool isScaled)
{
    std::vector<Row> rows;
    for (size_t t = lags; t < y.size(); ++t) {
        double width = 0;
        for (size_t i = 1; i <= lags; ++i)
            width += std::abs(y[t - i]) / lags;
        Row row;
        for (size_t i = 1; i < lags; ++i)
            row.push_back((y[t - i] - y[t - i - 1]) / (isScaled ? width : 1));
        row.push_back((y[t] - y[t - 1]) / (isScaled ? width : 1));
        rows.push_back(std::move(row));
    }
    return rows;
}

/// Of the values, where `changes` are those of the changes.
std::vector<double> ofValues(const std::vector<double> &changes)
{
    std::vector<double> values{1 + changes[0]};
    for (size_t i = 1; i < changes.size(); ++i)
        values.push_back(changes[i] - changes[i - 1]);
    values.push_back(-changes.back());
    return values;
}

double farthest(const std::vector<double> &a, const std::vector<double> &b)
{
    double most = a.size() == b.size() ? 0 : 1e9;
    for (size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        most = std::max(most, std::abs(a[i] - b[i]));
    return most;
}

} // namespace

class TestPooledAr : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // One series and next to no penalty. A centred window cannot tell of its level, so the coefficients of the values add up to 1: what
    // equals it is the regression of changes on changes without an intercept, each row over the width of its window. Against the same
    // regression of the rows as they are only the scaling differs, whose widths lie within a thousandth of each other.
    void oneSeriesEqualsLeastSquares_data()
    {
        QTest::addColumn<bool>("isCentredOnLast");
        QTest::newRow("less the mean") << false;
        QTest::newRow("less the last") << true;
    }
    void oneSeriesEqualsLeastSquares()
    {
        QFETCH(bool, isCentredOnLast);
        const std::vector<double> y = steady(11, 400, 1000);
        const PooledFit fit = fitPooledWith({y}, {lags, 1}, isCentredOnLast, 1e-12);
        QCOMPARE(fit.windows, qint64(396));
        const std::vector<double> coefficients = levelCoefficients(fit);
        QVERIFY2(farthest(coefficients, ofValues(leastSquares(changeRows(y, true)))) < 1e-6, qPrintable(QString::number(farthest(coefficients, ofValues(leastSquares(changeRows(y, true)))))));
        QVERIFY(farthest(coefficients, ofValues(leastSquares(changeRows(y, false)))) < 1e-3);
        double sum = 0;
        for (const double value : coefficients)
            sum += value;
        QVERIFY(std::abs(sum - 1) < 1e-9);
    }
    void twoSeriesShareOneFit()
    {
        const std::vector<double> a = steady(3, 300, 1000), b = steady(4, 200, 50);
        std::vector<Row> rows = changeRows(a, true);
        const std::vector<Row> more = changeRows(b, true);
        rows.insert(rows.end(), more.begin(), more.end());
        const PooledFit fit = fitPooledWith({a, b}, {lags, 1}, true, 1e-12);
        QCOMPARE(fit.series, qint64(2));
        QVERIFY(farthest(levelCoefficients(fit), ofValues(leastSquares(rows))) < 1e-6);
    }
    // The next value of a series is what the coefficients of the values say, and the one after it what they say of that.
    void forecastsFollowThemselves()
    {
        const std::vector<double> y = steady(5, 300, 100);
        const Series train = seriesOf(y, Step::Day);
        const auto model = made(QStringLiteral("pooled-ar"));
        const auto forecast = fitAndForecast(*model, train, 10);
        VERIFY_RESULT(forecast);
        const auto shape = PooledShape{14, 1}; // two weeks
        const auto fit = Panel({y}).pooled(shape, 0);
        const std::vector<double> coefficients = levelCoefficients(*fit);
        std::vector<double> values = y;
        for (size_t h = 0; h < 10; ++h) {
            double next = 0;
            for (size_t i = 0; i < coefficients.size(); ++i)
                next += coefficients[i] * values[values.size() - 1 - i];
            values.push_back(next);
            QVERIFY2(std::abs(forecast->mean[h] - next) < 1e-6, qPrintable(QString::number(forecast->mean[h] - next)));
        }
        QVERIFY(model->explanation().contains(QStringLiteral("in 1 series")) && model->explanation().contains(QStringLiteral("again and again")));
    }
    void longerStepsAreLessSure()
    {
        const Series train = seriesOf(steady(7, 400, 100), Step::Day);
        const auto model = made(QStringLiteral("pooled-ar"));
        FitOptions options;
        options.horizon = 20;
        JobContext job;
        VERIFY_RESULT(model->fit(train, options, job));
        const auto forecast = model->forecast(train, 20, levels);
        VERIFY_RESULT(forecast);
        const auto width = [&](size_t h) { return forecast->band(80)->high[h] - forecast->band(80)->low[h]; };
        QVERIFY(width(0) > 0 && width(9) > width(0) && width(19) >= width(9));
    }
    // Growth by a tenth a step, of which a recursion would make thousands: it is held back until it does not grow by itself.
    void doesNotRunAway()
    {
        std::vector<double> y;
        for (int t = 0; t < 60; ++t)
            y.push_back(std::pow(1.1, t) * (1 + 0.01 * ((t * 37) % 11)));
        const auto fit = Panel({y}).pooled({4, 1}, 0);
        QVERIFY(!isExplosive(levelCoefficients(*fit), 1.001));
        const auto forecast = fitAndForecast(*made(QStringLiteral("pooled-ar")), seriesOf(y), 200);
        VERIFY_RESULT(forecast);
        QVERIFY(forecast->mean.back() < 100 * y.back());
    }
    void isAMemberOfACombination()
    {
        ModelSpec spec;
        spec.model = QStringLiteral("combination");
        spec.members = {QStringLiteral("pooled-ar"), QStringLiteral("naive")};
        const auto model = made(spec);
        VERIFY_RESULT(fitAndForecast(*model, seriesOf(steady(9, 200, 100), Step::Day), 7));
        QVERIFY2(model->explanation().contains(QStringLiteral("pooled-ar")), qPrintable(model->explanation()));
    }
    void learnsFromThePanel()
    {
        const ModelRegistry registry = ModelRegistry::classical();
        QVERIFY(registry.find(QStringLiteral("pooled-ar"))->learnsFromPanel);
        const std::vector<double> a = steady(3, 300, 1000), b = steady(4, 200, 50);
        FitOptions options;
        options.panel = std::make_shared<const Panel>(std::vector<std::vector<double>>{a, b});
        const auto model = made(QStringLiteral("pooled-ar"));
        JobContext job;
        VERIFY_RESULT(model->fit(seriesOf(b, Step::Day), options, job));
        QVERIFY2(model->explanation().contains(QStringLiteral("in 2 series")), qPrintable(model->explanation()));
    }
};

FORETRAIL_TEST_MAIN(TestPooledAr, QCoreApplication)
#include "tst_pooled_ar.moc"
