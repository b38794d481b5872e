#include "core/models/DemandMethods.h"
#include "core/models/DemandPattern.h"
#include "tests/core/models/KnownSeries.h"
#include "tests/core/models/ModelTest.h"

#include <QJsonDocument>

#include <cmath>
#include <random>

using namespace foretrail;
using namespace foretrail::test;

namespace {

const std::vector<double> worked{0, 2, 0, 0, 4, 3};
const std::vector<double> published{0, 1, 0, 11, 0, 0, 0, 0, 2, 0, 6, 3, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0};
const QStringList methods{QStringLiteral("croston"), QStringLiteral("sba"), QStringLiteral("tsb"), QStringLiteral("adida"), QStringLiteral("imapa")};

Series daily(std::vector<double> values) { return seriesOf(std::move(values), Step::Day); }

std::unique_ptr<Forecaster> make(const QString &name, double smoothing = -1)
{
    ModelSpec spec;
    spec.model = name;
    spec.smoothing = smoothing;
    spec.probabilitySmoothing = smoothing;
    return made(spec);
}

Result<Forecast> forecastOf(Forecaster &model, std::vector<double> values, int horizon = 3)
{
    return fitAndForecast(model, daily(std::move(values)), horizon);
}

/// A demand of 1 to 6 at three steps in ten.
std::vector<double> dice(size_t count)
{
    std::mt19937 random(11);
    std::vector<double> values;
    for (size_t t = 0; t < count; ++t) {
        const bool isDemand = random() % 10 < 3;
        values.push_back(isDemand ? double(1 + random() % 6) : 0);
    }
    return values;
}

double sumOfSquares(const Forecaster &model, const Series &series)
{
    const std::vector<double> predicted = model.oneStep(series).value();
    double sum = 0;
    for (size_t t = 1; t < predicted.size(); ++t)
        sum += std::pow(series.values[t] - predicted[t], 2);
    return sum;
}

void addMethods()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : methods)
        QTest::newRow(qPrintable(name)) << name;
}

} // namespace

class TestIntermittent : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rates_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<std::vector<double>>("values");
        QTest::addColumn<double>("smoothing");
        QTest::addColumn<double>("rate");
        // 0 2 0 0 4 3 with a = b = 1/2. Demands at 2, 5 and 6, so z 2, then 2 + (4-2)/2 = 3, then 3; p 2, then 2 + (3-2)/2 = 2.5, then
        // 2.5 + (1-2.5)/2 = 1.75; z / p = 1.714286, times 3/4 = 1.285714.
        QTest::newRow("croston by hand") << "croston" << worked << 0.5 << 3 / 1.75;
        QTest::newRow("sba by hand") << "sba" << worked << 0.5 << 0.75 * 3 / 1.75;
        // p from 3/6: .25 .625 .3125 .15625 .578125 .7890625; z 3.
        QTest::newRow("tsb by hand") << "tsb" << worked << 0.5 << 3 * 0.7890625;
        // One in 6/3 = 2 steps: sums 2 0 7, levels 2 1 4, a step 2.
        QTest::newRow("adida by hand") << "adida" << worked << 0.5 << 2.0;
        // Of one step: 0 1 .5 .25 2.125 2.5625; with the 2 of two steps 2.28125.
        QTest::newRow("imapa by hand") << "imapa" << worked << 0.5 << 2.28125;
        // The 22 periods of R's tsintermittent, a = b = .1: z 2.914, p 2.5287 (TSB .2113021).
        QTest::newRow("croston published") << "croston" << published << 0.1 << 1.152371;
        QTest::newRow("sba published") << "sba" << published << 0.1 << 1.094752;
        QTest::newRow("tsb published") << "tsb" << published << 0.1 << 0.6157343;
        // Demand at every step: ADIDA is exponential smoothing. R on Nile: the last level at a = .246558 is 805.0389.
        QTest::newRow("adida of one step") << "adida" << test::nile() << 0.246558 << 805.0389;
        QTest::newRow("imapa of one step") << "imapa" << test::nile() << 0.246558 << 805.0389;
    }
    void rates()
    {
        QFETCH(QString, name);
        QFETCH(std::vector<double>, values);
        QFETCH(double, smoothing);
        QFETCH(double, rate);
        const auto forecast = forecastOf(*make(name, smoothing), values);
        VERIFY_RESULT(forecast);
        for (double value : forecast->mean)
            QVERIFY2(std::abs(value - rate) < std::max(1e-6, 2e-7 * rate), qPrintable(QString::number(value, 'f', 8)));
    }
    // The same 22 periods: with every size 1 the rates are 1 / p and the probability. 6 of 22 steps, sizes from 1, before the first.
    void partsOfThePublishedRates()
    {
        std::vector<double> ones;
        for (const double value : published)
            ones.push_back(value > 0 ? 1 : 0);
        const double interval = 1 / crostonRates(ones, 0.1).back();
        QVERIFY(std::abs(interval - 2.528700) < 1e-6);
        QVERIFY(std::abs(crostonRates(published, 0.1).back() * interval - 2.914000) < 1e-6);
        const DemandStart start = demandStart(published);
        QVERIFY(start.size == 1 && std::abs(start.probability - 6.0 / 22) < 1e-15);
        QVERIFY(std::abs(tsbRates(ones, 0.1, 0.1, start).back() - .2113021) < 1e-7);
    }
    // R on Nile: the summed squared one-step errors at a = .246558 are 2038872.
    void adidaOfOneStepErrsAsExponentialSmoothing()
    {
        const auto model = make(QStringLiteral("adida"), 0.246558);
        VERIFY_RESULT(forecastOf(*model, test::nile()));
        QVERIFY(std::abs(sumOfSquares(*model, daily(test::nile())) - 2038872) < 1);
    }
    void sbaIsCrostonLessHalfTheSmoothing()
    {
        for (double smoothing : {0.0, 0.1, 0.3, 1.0}) {
            const auto croston = forecastOf(*make(QStringLiteral("croston"), smoothing), dice(200));
            const auto sba = forecastOf(*make(QStringLiteral("sba"), smoothing), dice(200));
            VERIFY_RESULT(croston);
            VERIFY_RESULT(sba);
            QVERIFY(std::abs(sba->mean[0] - (1 - smoothing / 2) * croston->mean[0]) < 1e-12);
        }
    }
    void classifies_data()
    {
        QTest::addColumn<std::vector<double>>("values");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("said");
        using V = std::vector<double>;
        // Sizes 2 4 3: mean 3, variance 1, CV² 1/9; 6/3 = 2 steps.
        QTest::newRow("intermittent") << worked << int(DemandKind::Intermittent) << QStringLiteral("every 2.00 steps (not below 1.32), its sizes much alike (CV² 0.11");
        // Sizes 1 1 1 9: mean 3, variance 48/3 = 16, CV² 16/9.
        QTest::newRow("lumpy") << V{1, 0, 1, 0, 1, 0, 9, 0} << int(DemandKind::Lumpy) << QStringLiteral("CV² 1.78, not below 0.49");
        QTest::newRow("erratic") << V{1, 1, 1, 9} << int(DemandKind::Erratic) << QStringLiteral("every 1.00 steps (below 1.32), but");
        QTest::newRow("smooth") << V{3, 4, 3, 0, 4} << int(DemandKind::Smooth) << QStringLiteral("Smooth demand: one every 1.25");
        QTest::newRow("none") << V{0, 0} << int(DemandKind::None) << QStringLiteral("No demand");
    }
    void classifies()
    {
        QFETCH(std::vector<double>, values);
        QFETCH(int, kind);
        QFETCH(QString, said);
        const DemandPattern pattern = demandPattern(values);
        QCOMPARE(int(pattern.kind()), kind);
        QVERIFY2(pattern.sentence().contains(said), qPrintable(pattern.sentence()));
    }
    void limitsBelongToTheHigherKind()
    {
        DemandPattern pattern{132, 100, 1.32, 0.48};
        QCOMPARE(int(pattern.kind()), int(DemandKind::Intermittent));
        pattern.squaredVariation = 0.49;
        QCOMPARE(int(pattern.kind()), int(DemandKind::Lumpy));
    }
    // Half of the steps 0, the others 1 2 3 4 alike.
    void rangesByHand()
    {
        const std::vector<double> sizes{1, 2, 3, 4};
        const DemandRange wide = demandRange(80, 1.25, sizes, 8); // 90 %: .4 of .5 sizes
        QVERIFY(wide.low == 0 && wide.high == 4);
        const DemandRange half = demandRange(50, 1.25, sizes, 8); // 75 %: .25 of .5 sizes
        QVERIFY(half.low == 0 && half.high == 2);
        const DemandRange always = demandRange(50, 2.5, sizes, 8); // the rate is the mean size
        QVERIFY(always.low == 1 && always.high == 3);
        const DemandRange more = demandRange(50, 5, sizes, 8); // above the mean: sizes 2 4 6 8
        QVERIFY(more.low == 2 && more.high == 6);
        const DemandRange seldom = demandRange(80, 0.5, std::vector<double>{10}, 20);
        QVERIFY(seldom.low == 0 && seldom.high == 0.5); // 90 % of the steps are zero; the mean is held
        const DemandRange returns = demandRange(50, 0, std::vector<double>{-3, -1, 1, 3}, 4); // both signs: shifted
        QVERIFY(returns.low == -3 && returns.high == 1);
        const DemandRange none = demandRange(80, 0, {}, 4);
        QVERIFY(none.low == 0 && none.high == 0);
    }
    void bandsCoverWhatTheyPromise_data() { addMethods(); }
    // 30 % of the steps, sizes alike from 1 to 6: 2000 more from the same source. Bands of counts cover at least what they say.
    void bandsCoverWhatTheyPromise()
    {
        QFETCH(QString, name);
        const std::vector<double> all = dice(2400);
        const auto forecast = forecastOf(*make(name, 0.1), {all.begin(), all.begin() + 400});
        VERIFY_RESULT(forecast);
        for (double level : levels) {
            const Band &band = *forecast->band(level);
            const auto inside = std::count_if(all.begin() + 400, all.end(), [&](double y) { return y >= band.low[0] && y <= band.high[0]; });
            QVERIFY(band.low[0] >= 0);
            QVERIFY2(double(inside) / 2000 >= level / 100 - 0.04, qPrintable(QStringLiteral("%1 %: %2").arg(level).arg(inside)));
        }
    }
    void smoothingHasTheSmallestErrorWithinBounds_data() { addMethods(); }
    void smoothingHasTheSmallestErrorWithinBounds()
    {
        QFETCH(QString, name);
        const Series train = daily(dice(300));
        const auto chosen = make(name);
        VERIFY_RESULT(forecastOf(*chosen, train.values));
        const double smallest = sumOfSquares(*chosen, train);
        for (double smoothing : {0.05, 0.10, 0.15, 0.20, 0.25, 0.30}) {
            const auto fixed = make(name, smoothing);
            VERIFY_RESULT(forecastOf(*fixed, train.values));
            QVERIFY(smallest <= sumOfSquares(*fixed, train) * (1 + 1e-9));
        }
        const double used = chosen->save()->state[QStringLiteral("smoothing")].toDouble();
        QVERIFY(used >= 0.05 && used <= 0.30 + 1e-12);
    }
    void aDeadItemFadesWithTsbAlone()
    {
        std::vector<double> values = dice(100);
        const auto alive = forecastOf(*make(QStringLiteral("tsb"), 0.1), values);
        values.resize(200, 0.0);
        const auto dead = forecastOf(*make(QStringLiteral("tsb"), 0.1), values);
        const auto croston = forecastOf(*make(QStringLiteral("croston"), 0.1), values);
        VERIFY_RESULT(alive);
        VERIFY_RESULT(dead);
        VERIFY_RESULT(croston);
        QVERIFY(dead->mean[0] < 0.01 * alive->mean[0]);
        QVERIFY(croston->mean[0] > 0.5 * alive->mean[0]);
        QVERIFY(dead->band(95)->high[0] < 1);
    }
    void whatCannotBeSmoothedIsTheMeanAndSaysSo_data() { addMethods(); }
    void whatCannotBeSmoothedIsTheMeanAndSaysSo()
    {
        QFETCH(QString, name);
        const auto zero = make(name);
        const auto nothing = forecastOf(*zero, std::vector<double>(30, 0));
        VERIFY_RESULT(nothing);
        QVERIFY(nothing->mean[0] == 0 && nothing->band(95)->high[2] == 0);
        QVERIFY(zero->explanation().startsWith(QStringLiteral("No demand in 30")));
        const auto once = make(name);
        const auto rate = forecastOf(*once, {0, 0, 8, 0});
        VERIFY_RESULT(rate);
        QVERIFY(std::abs(rate->mean[0] - 2) < 1e-12 && rate->band(95)->high[0] == 8 && rate->band(95)->low[0] == 0);
        QVERIFY(once->explanation().startsWith(QStringLiteral("One demand in 4")));
        const auto same = make(name);
        const auto constant = forecastOf(*same, {5, 5});
        VERIFY_RESULT(constant);
        QVERIFY(constant->mean[0] == 5 && constant->band(80)->low[0] == 5 && constant->band(95)->high[0] == 5);
        QVERIFY(same->explanation().startsWith(QStringLiteral("The same in all 2")));
        // A model that saw no demand follows what came later.
        QCOMPARE(zero->forecast(daily({0, 0, 0, 6}), 1, levels)->mean[0], 1.5);
    }
    void aRestoredModelGoesOnAsBefore_data() { addMethods(); }
    void aRestoredModelGoesOnAsBefore()
    {
        QFETCH(QString, name);
        const auto model = make(name);
        VERIFY_RESULT(forecastOf(*model, dice(120)));
        const Series later = daily(dice(150));
        const auto restored = make(name, 0.9); // the stored smoothing counts
        VERIFY_RESULT(restored->restore({QJsonDocument::fromJson(QJsonDocument(model->save()->state).toJson()).object(), {}}));
        QCOMPARE(restored->forecast(later, 5, levels)->mean, model->forecast(later, 5, levels)->mean);
        QCOMPARE(restored->forecast(later, 5, levels)->band(95)->high, model->forecast(later, 5, levels)->band(95)->high);
        QCOMPARE(restored->explanation(), model->explanation());
        QVERIFY(model->explanation().contains(QStringLiteral("Intermittent demand")));
    }
    void scaleChangesNothingButTheScale_data() { addMethods(); }
    void scaleChangesNothingButTheScale()
    {
        QFETCH(QString, name);
        std::vector<double> values = dice(200);
        const auto before = forecastOf(*make(name), values);
        for (double &value : values)
            value *= 1024; // exact in binary
        const auto after = forecastOf(*make(name), values);
        VERIFY_RESULT(before);
        VERIFY_RESULT(after);
        QVERIFY(std::abs(after->mean[0] / 1024 - before->mean[0]) < 1e-9);
        QVERIFY(std::abs(after->band(95)->high[0] / 1024 - before->band(95)->high[0]) < 1e-9);
    }
};

FORETRAIL_TEST_MAIN(TestIntermittent, QCoreApplication)
#include "tst_intermittent.moc"
