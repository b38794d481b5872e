#include "core/models/Panel.h"
#include "core/models/PooledForecaster.h"
#include "core/models/PooledRegression.h"
#include "tests/core/models/SomeSeries.h"

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
            .448666073464, .036859194408, .118623501209, .082021069702, .134823196566, .000000000000,
            .053411378229, .355743297623, .054868871740, .186335603929, .112848982659, .000000000000,
            .049409543552, .069485782612, .378552601524, .086523209258, .221715738578, .000000000000} << QList<double>{114.34228645, 102.483566, 104.07049597};
        QTest::newRow("walks, mean") << 43 << true << false << QList<double>{
            -.170149126238, -.214824727865, -.229832073330, -.038873557529, -.132237923916, .785917408878,
            -.132103295453, -.260808114525, -.260317125135, -.097133912526, -.003097598032, .753460045671,
            -.183965207098, -.216768017991, -.256186639203, -.098458357435, -.052484650907, .807862872635} << QList<double>{308.85292974, 308.85430864, 308.82145971};
        QTest::newRow("seasons, mean") << 44 << false << false << QList<double>{
            .289314502234, -.198956919097, -.092539721742, -.082790444187, .056768806526, .028203776265,
            -.057464971616, .203021733284, -.119993990166, -.030327161875, -.054978761495, .059743151866,
            -.131022245039, -.056804375623, .235375539940, -.078476973422, .035341930733, -.004413876588} << QList<double>{116.31287047, 112.43071186, 110.52199185};
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
                   X.append((w[:6] - c) / width); Y.append((w[6:] - c) / width)
           return np.array(X), np.array(Y)
       def ridge(panel, last, penalty):
           X, Y = rows(panel, last); G = X.T @ X
           return np.linalg.solve(G + penalty * np.diag(G).mean() * np.eye(6), X.T @ Y)

       last and penalty (1e-4 or 1e-2) are those whose ridge() without the last three values of each series misses these least,
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
    void saysHowMuchItNeeds()
    {
        QCOMPARE(forecastWith(nullptr, seriesOf(walk(1, 16), Step::Day), 3, 3).error().code, ErrorCode::TooShort);
        const auto fitted = made(QStringLiteral("pooled"), 7);
        JobContext job;
        VERIFY_RESULT(fitted->fit(seriesOf(shopDays(1, 90), Step::Day), {}, job));
        QVERIFY2(fitted->explanation().startsWith(QStringLiteral("Learnt from 76 windows of 14 values")), qPrintable(fitted->explanation()));
        auto saved = fitted->save().value();
        saved.state[QStringLiteral("lookback")] = 15; // not what the weights are for
        QCOMPARE(made(QStringLiteral("pooled"))->restore(saved).error().code, ErrorCode::Format);
    }
};

FORETRAIL_TEST_MAIN(TestPooled, QCoreApplication)
#include "tst_pooled.moc"
