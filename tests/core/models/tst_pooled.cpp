#include "core/models/Panel.h"
#include "core/models/PooledForecaster.h"
#include "core/models/PooledRegression.h"
#include "tests/core/models/SomeSeries.h"

#include <algorithm>
#include <cmath>

using namespace foretrail;
using namespace foretrail::test;

namespace {

using Panels = std::vector<std::vector<double>>;

constexpr PooledShape sixToThree{6, 3};

/// Five series, the last too short for a window; `isWalk`: walks of their own, else a season of six, a trend and noise.
Panels panelOf(unsigned seed, bool isWalk)
{
    Shares shares(seed);
    Panels panel;
    const int lengths[] = {40, 40, 60, 35, 12};
    for (int i = 0; i < 5; ++i) {
        panel.emplace_back();
        double steps = 0;
        for (int t = 0; t < lengths[i]; ++t) {
            const double share = shares.next();
            steps += share - 0.5;
            panel.back().push_back((i + 1) * (isWalk ? 100 + steps : 20 + (t % 6 == 0 ? 5 : 0) + 0.2 * t + 8 * share));
        }
    }
    return panel;
}

std::vector<Values> viewsOf(const Panels &panel) { return {panel.begin(), panel.end()}; }

Result<Forecast> forecastWith(const std::shared_ptr<const Panel> &panel, const Series &train, int horizon, int asked, int season = 6)
{
    FitOptions options;
    options.horizon = asked;
    options.panel = panel;
    JobContext job;
    const auto model = made(QStringLiteral("pooled"), season);
    if (const auto fitted = model->fit(train, options, job); !fitted)
        return fail(fitted.error());
    return model->forecast(train, horizon, levels);
}

} // namespace

/// The regression over the windows of all series (METHODS 3.9 and 3.11).
class TestPooled : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void equalsNumpy_data()
    {
        QTest::addColumn<int>("seed");
        QTest::addColumn<bool>("isWalk");
        QTest::addColumn<bool>("isCentredOnLast");
        QTest::addColumn<QList<double>>("coefficients"); // by step ahead, oldest lag first
        QTest::addColumn<QList<double>>("forecast");     // of the third series
        QTest::newRow("seasons, last value") << 42 << false << true << QList<double>{
            .405814819856, .055662490254, .119845893837, .087781003968, .132737613521, .000000000000,
            .066009859170, .319750366415, .069117071718, .177653263498, .112860265002, .000000000000,
            .059614829685, .080539047198, .342743345664, .096152780561, .208066853237, .000000000000} << QList<double>{113.17421932, 103.00924367, 104.27281067};
        QTest::newRow("walks, mean") << 43 << true << false << QList<double>{
            -.175439388808, -.217679110759, -.208566924385, -.050036409862, -.066747523695, .718469357510,
            -.145121677958, -.254488807116, -.241382213613, -.093754719397, .038434096147, .696313321937,
            -.189958090615, -.220529196607, -.235092957335, -.098035386372, .000231517607, .743384113323} << QList<double>{308.77500365, 308.78613783, 308.75386565};
        QTest::newRow("seasons, mean") << 44 << false << false << QList<double>{
            .270703189177, -.185334614670, -.084891299247, -.076165769178, .052257450918, .023431043000,
            -.054785438439, .188591846057, -.111275851946, -.027113220524, -.051086937391, .055669602243,
            -.122454932400, -.052775769028, .218180273947, -.073596912509, .033600246419, -.002952906429} << QList<double>{116.00445465, 112.34360069, 110.59556553};
        QTest::newRow("walks, last value, the smaller penalty") << 45 << true << true << QList<double>{
            .065762738187, -.098111482266, .000783913684, -.022450371696, .078082889916, .000000000000,
            .168615192594, -.144526501715, -.122813076082, .042818225549, .007370728870, .000000000000,
            .290300917685, -.174118259341, -.122038465542, -.137339808972, .099719809033, .000000000000} << QList<double>{296.59571264, 296.55783136, 296.28547213};
    }
    /* numpy 1.24, on the panels of panelOf() (RandomState(seed).randint(0, 2**32) gives the same raw numbers):

       def rows(panel, last):
           X, Y = [], []
           for x in panel:
               for a in range(len(x) - 8):
                   w = x[a:a + 9]; width = np.abs(w[:6]).mean(); c = w[5] if last else w[:6].mean()
                   X.append(np.clip((w[:6] - c) / width, -5, 5)); Y.append(np.clip((w[6:] - c) / width, -5, 5))
           return np.array(X), np.array(Y)
       def ridge(panel, last, penalty):
           X, Y = rows(panel, last); G = X.T @ X
           return np.linalg.solve(G + penalty * np.diag(G).mean() * np.eye(6), X.T @ Y)

       last and penalty (1e-4, 1e-2 or 1e-1) are those whose ridge() without the last three values of each series misses these least,
       in absolute errors over the mean size of the six values before. */
    void equalsNumpy()
    {
        QFETCH(int, seed);
        QFETCH(bool, isWalk);
        QFETCH(bool, isCentredOnLast);
        QFETCH(QList<double>, coefficients);
        QFETCH(QList<double>, forecast);
        const Panels panel = panelOf(unsigned(seed), isWalk);
        const auto fit = fitPooled(viewsOf(panel), sixToThree);
        QCOMPARE(fit->isCentredOnLast, isCentredOnLast);
        QCOMPARE(fit->series, qint64(5));
        QCOMPARE(fit->windows, qint64(32 + 32 + 52 + 27 + 4));
        QCOMPARE(qsizetype(fit->coefficients.size()), coefficients.size());
        for (qsizetype i = 0; i < coefficients.size(); ++i)
            QVERIFY2(std::abs(fit->coefficients[size_t(i)] - coefficients[i]) < 1e-8, qPrintable(QString::number(fit->coefficients[size_t(i)], 'g', 12)));
        const std::vector<double> next = fit->forecast(panel[2]);
        for (qsizetype h = 0; h < 3; ++h)
            QVERIFY(std::abs(next[size_t(h)] - forecast[h]) < 1e-7);
    }
    // What lies behind the cut is not there: the same bits as a panel that never had it. One fit for each shape and cut.
    void aCutPanelIsThatOfShorterSeries()
    {
        const Panels whole = panelOf(7, false);
        const Panel panel(whole);
        for (const int cut : {0, 1, 5, 13, 39}) {
            Panels shorter;
            for (const auto &one : whole)
                if (int(one.size()) > cut)
                    shorter.emplace_back(one.begin(), one.end() - cut);
            const auto cutBack = panel.pooled(sixToThree, cut);
            const auto expected = Panel(shorter).pooled(sixToThree, 0);
            QCOMPARE(cutBack->coefficients, expected->coefficients);
            QCOMPARE(cutBack->isCentredOnLast, expected->isCentredOnLast);
            QCOMPARE(cutBack->windows, expected->windows);
            QCOMPARE(cutBack->series, expected->series);
            QCOMPARE(panel.windows(sixToThree, cut), expected->windows);
            QCOMPARE(panel.pooled(sixToThree, cut), cutBack);
        }
    }
    // One that doubles each step for some lags, and one at rest: width 0 is no window, and a window at rest goes on as it is.
    void whatIsAtRestStays()
    {
        const auto fit = fitPooled(viewsOf({std::vector<double>(30, 0.0), std::vector<double>(30, 0.0)}), sixToThree);
        QCOMPARE(fit->windows, qint64(0));
        QCOMPARE(fit->forecast(std::vector<double>(6, 4.0)), std::vector<double>(3, 4.0));
        QVERIFY(fit->forecast(std::vector<double>(5, 4.0)).empty());
    }
    // Lines of any slope follow from their last values; the penalty (1e-4 of the Gram matrix) leaves a trace.
    void continuesLines()
    {
        Panels lines;
        for (int i = 1; i <= 8; ++i) {
            lines.emplace_back();
            for (int t = 0; t < 40; ++t)
                lines.back().push_back(100 + i * (i % 2 == 0 ? 1.0 : -1.0) * t * 0.2);
        }
        const auto fit = fitPooled(viewsOf(lines), sixToThree);
        for (const auto &line : lines) {
            const std::vector<double> next = fit->forecast(line);
            const double slope = line[1] - line[0];
            for (size_t h = 0; h < 3; ++h)
                QVERIFY(std::abs(next[h] - (line.back() + double(h + 1) * slope)) < 0.01 * std::abs(slope) * double(h + 1));
        }
    }
    // 101 series of 600 windows are more than 60,000: every second, counted from the end.
    void tooManyWindowsAreThinnedEvenly()
    {
        Panels panel;
        for (unsigned seed = 1; seed <= 101; ++seed)
            panel.push_back(walk(seed, 604));
        QCOMPARE(fitPooled(viewsOf(panel), {4, 1})->windows, qint64(101 * 300));
        panel.pop_back();
        QCOMPARE(fitPooled(viewsOf(panel), {4, 1})->windows, qint64(100 * 600));
        QCOMPARE(fitPooled(viewsOf({walk(1, 5000)}), {4, 1})->windows, qint64(600)); // the last of a long one
    }
    // Two seasons or two horizons; of a long season five quarters (METHODS 3.9).
    void looksBackAsFarAsTheRecipe()
    {
        QCOMPARE(usualPooledLookback(28, 7), 56);
        QCOMPARE(usualPooledLookback(3, 12), 24);
        QCOMPARE(usualPooledLookback(13, 52), 65);
        QCOMPARE(usualPooledLookback(48, 168), 336);
    }
    // The model forecasts as the fit does; further than it was asked for, from its own forecasts.
    void theModelIsTheFit()
    {
        Panels panel;
        for (unsigned seed = 1; seed <= 12; ++seed)
            panel.push_back(shopDays(seed, 150));
        const auto shared = std::make_shared<const Panel>(panel);
        const Series train = seriesOf(panel[4], Step::Day);
        const auto forecast = forecastWith(shared, train, 12, 5, 7);
        VERIFY_RESULT(forecast);
        const auto fit = shared->pooled({usualPooledLookback(5, 7), 5}, 0);
        std::vector<double> values = train.values;
        for (int round = 0; round < 3; ++round)
            for (const double value : fit->forecast(values))
                values.push_back(value);
        for (size_t h = 0; h < 12; ++h)
            QCOMPARE(forecast->mean[h], std::max(values[150 + h], 0.0));
    }
    // Twelve of a kind tell more of a short thirteenth than it tells itself.
    void otherSeriesHelpAShortOne()
    {
        double alone = 0, together = 0;
        for (unsigned round = 0; round < 20; ++round) {
            Panels panel;
            for (unsigned i = 0; i < 12; ++i)
                panel.push_back(shopDays(100 * round + i, 140));
            const std::vector<double> whole = shopDays(100 * round + 50, 49);
            const Series train = seriesOf({whole.begin(), whole.begin() + 42}, Step::Day);
            panel.push_back(train.values);
            const auto one = forecastWith(nullptr, train, 7, 7, 7);
            const auto many = forecastWith(std::make_shared<const Panel>(panel), train, 7, 7, 7);
            VERIFY_RESULT(one);
            VERIFY_RESULT(many);
            for (size_t h = 0; h < 7; ++h) {
                alone += std::abs(whole[42 + h] - one->mean[h]);
                together += std::abs(whole[42 + h] - many->mean[h]);
            }
        }
        QVERIFY2(together < 0.95 * alone, qPrintable(QStringLiteral("%1 and %2").arg(together).arg(alone)));
    }
    void aLargeOrderCountsAsFiveWidths()
    {
        Panels panel = panelOf(42, false);
        const auto fit = fitPooled(viewsOf(panel), sixToThree);
        // The window is 1 1 1 1 1 1e6: its mean size is (1e6 + 5) / 6, and its last value lies five sixths of a million above its mean.
        const std::vector<double> calm{1, 1, 1, 1, 1, 1e6};
        const double width = (1e6 + 5) / 6;
        const double centre = fit->isCentredOnLast ? 1e6 : width;
        for (int h = 0; h < 3; ++h) {
            double expected = centre;
            for (int i = 0; i < 6; ++i)
                expected += fit->coefficients[size_t(6 * h + i)] * std::clamp(calm[size_t(i)] - centre, -5 * width, 5 * width);
            QVERIFY(std::abs(fit->forecast(calm)[size_t(h)] - expected) < 1e-6);
        }
        QVERIFY(fit->isCentredOnLast); // so that the five small values are held: they lie six widths below
        QVERIFY(std::abs((1 - 1e6) / width) > 5);
    }
    void saysHowMuchItNeeds()
    {
        QCOMPARE(forecastWith(nullptr, seriesOf(walk(1, 16), Step::Day), 3, 3).error().code, ErrorCode::TooShort);
        const auto fitted = made(QStringLiteral("pooled"), 7);
        JobContext job;
        VERIFY_RESULT(fitted->fit(seriesOf(shopDays(1, 90), Step::Day), {}, job));
        QVERIFY2(fitted->explanation().startsWith(QStringLiteral("Learnt from 82 windows of 8 values")), qPrintable(fitted->explanation()));
        auto saved = fitted->save().value();
        saved.state[QStringLiteral("lookback")] = 15; // not what the weights are for
        QCOMPARE(made(QStringLiteral("pooled"))->restore(saved).error().code, ErrorCode::Format);
    }
    // numpy 1.24: the recipe of METHODS 3.11 written anew (windows less their centre over the mean absolute value of their input, a column of
    // ones, the last 20 windows of each, the penalty on the lags alone), forecast of the second series.
    void theRecipeEqualsNumpy()
    {
        std::vector<std::vector<double>> panel(3);
        for (int i = 0; i < 3; ++i)
            for (int t = 0; t < 40; ++t)
                panel[size_t(i)].push_back(50 + 10 * i + (3 + i) * std::sin(0.7 * t + i) + 0.2 * i * t);
        const std::vector<Values> series{panel[0], panel[1], panel[2]};
        const auto forecast = [&](WindowCentre centre) {
            const auto fit = fitPooled(series, {5, 2, centre, 1e-4, 20});
            return fit->windows == 60 ? fit->forecast(panel[1]) : std::vector<double>{0, 0};
        };
        const std::vector<double> mean = forecast(WindowCentre::Mean), last = forecast(WindowCentre::Last);
        QVERIFY2(std::abs(mean[0] - 65.3447396226) < 1e-8 && std::abs(mean[1] - 64.2396803369) < 1e-8, qPrintable(QString::number(mean[0], 'g', 12)));
        QVERIFY2(std::abs(last[0] - 65.3435800068) < 1e-8 && std::abs(last[1] - 64.2364404400) < 1e-8, qPrintable(QString::number(last[0], 'g', 12)));
    }
};

FORETRAIL_TEST_MAIN(TestPooled, QCoreApplication)
#include "tst_pooled.moc"
