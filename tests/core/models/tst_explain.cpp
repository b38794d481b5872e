// What forecasts are made of. Sources: the closed forms of the simple models, the definition of a linear forecast (a lag's part is the slope
// by that value times its distance from the centre), and the forecast itself, which the parts add up to.
#include "tests/core/models/SomeSeries.h"

#include <cmath>

using namespace foretrail;
using namespace foretrail::test;

namespace {

constexpr int horizon = 17;

struct Explained {
    Forecast forecast;
    ForecastParts parts;
};

FitOptions optionsOf(int steps = horizon)
{
    FitOptions options;
    options.horizon = steps;
    return options;
}

/// Nothing where the series is too short for the model.
std::optional<Explained> explained(const QString &name, const Series &train)
{
    JobContext job;
    const auto model = made(name);
    if (!model->fit(train, optionsOf(), job))
        return std::nullopt;
    const auto forecast = model->forecast(train, horizon, levels);
    if (!forecast)
        return std::nullopt;
    const auto parts = model->explain(train, horizon, job);
    if (!parts)
        qFatal("%s: %s", qPrintable(name), qPrintable(parts.error().message));
    return Explained{*forecast, *parts};
}

double largestPart(const ForecastParts &parts, size_t step)
{
    double most = 0;
    for (const Contribution &part : parts.parts())
        most = std::max(most, std::abs(part.values[step]));
    return most;
}

std::vector<double> valuesOf(const ForecastParts &parts, PartKind kind, int number = 0, const QString &name = {})
{
    const Contribution *part = parts.find(kind, number, name);
    return part ? part->values : std::vector<double>();
}

} // namespace

class TestExplain : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void partsAddUp_data() { addModelsAndKinds(); }
    // Every classical model claims an explanation. 1e-6 of the largest part; where nothing holds a forecast back, no part does.
    void partsAddUp()
    {
        QFETCH(QString, name);
        QFETCH(int, kind);
        const KindOfSeries some = kindsOfSeries()[size_t(kind)];
        const auto all = explained(name, some.series);
        if (!all)
            return;
        for (size_t h = 0; h < size_t(horizon); ++h) {
            const double size = std::max(std::abs(all->forecast.mean[h]), largestPart(all->parts, h));
            QVERIFY2(std::abs(all->parts.sumAt(h) - all->forecast.mean[h]) <= 1e-6 * size, qPrintable(QStringLiteral("step %1").arg(h + 1)));
        }
        const bool holdsTogether = name == QStringLiteral("auto") || name == QStringLiteral("combination");
        if (some.name.startsWith(QStringLiteral("growing")) && !holdsTogether)
            QVERIFY(!all->parts.find(PartKind::Limit));
    }
    // The last value; nothing else.
    void naive()
    {
        const auto all = explained(QStringLiteral("naive"), seriesOf({3, 8, 5}));
        QCOMPARE(valuesOf(all->parts, PartKind::Level), std::vector<double>(horizon, 5.0));
        QCOMPARE(all->parts.parts().size(), size_t(1));
    }
    // The mean of the last season, (4 + 8) / 2, and how far each of its places is from that.
    void seasonalNaive()
    {
        JobContext job;
        const auto model = made(QStringLiteral("snaive"), 2);
        const Series train = seriesOf({1, 2, 4, 8});
        VERIFY_RESULT(model->fit(train, optionsOf(), job));
        const auto parts = model->explain(train, 3, job);
        VERIFY_RESULT(parts);
        QCOMPARE(valuesOf(*parts, PartKind::Level), (std::vector<double>{6, 6, 6}));
        QCOMPARE(valuesOf(*parts, PartKind::Season, 2), (std::vector<double>{-2, 2, -2}));
    }
    // From 2 to 8 in 3 steps: 2 a step.
    void drift()
    {
        const auto all = explained(QStringLiteral("drift"), seriesOf({2, 3, 9, 8}));
        QCOMPARE(valuesOf(all->parts, PartKind::Level).back(), 8.0);
        for (int h = 0; h < horizon; ++h)
            QCOMPARE(valuesOf(all->parts, PartKind::Trend)[size_t(h)], 2.0 * (h + 1));
    }
    void mean()
    {
        const auto all = explained(QStringLiteral("mean"), seriesOf({2, 3, 7}));
        QCOMPARE(valuesOf(all->parts, PartKind::Level), std::vector<double>(horizon, 4.0));
    }
    // mean + phi^h (last - mean), with the mean and phi that were fitted.
    void autoregressionOfOrderOne()
    {
        ModelSpec spec;
        spec.model = QStringLiteral("ar");
        spec.arOrder = 1;
        const auto model = made(spec);
        const Series train = seriesOf(walk(4, 90, -50));
        JobContext job;
        VERIFY_RESULT(model->fit(train, optionsOf(), job));
        const QJsonObject state = model->save()->state;
        const double centre = state[QStringLiteral("mean")].toDouble(), phi = state[QStringLiteral("coefficients")][0].toDouble();
        const auto parts = model->explain(train, horizon, job);
        VERIFY_RESULT(parts);
        QCOMPARE(parts->parts().size(), size_t(2));
        for (int h = 0; h < horizon; ++h) {
            QCOMPARE(valuesOf(*parts, PartKind::Level)[size_t(h)], centre);
            QVERIFY(std::abs(valuesOf(*parts, PartKind::Lag, 1)[size_t(h)] - std::pow(phi, h + 1) * (train.values.back() - centre)) < 1e-10);
        }
    }
    // A linear forecast moves by its weight where a value does: measured by moving it. What is centred on its own last values is asked about
    // sums instead.
    void aLagIsItsWeightTimesItsDistance()
    {
        ModelSpec spec;
        spec.model = QStringLiteral("ar");
        spec.arOrder = 9;
        const auto model = made(spec);
        const Series train = seriesOf(walk(6, 120, -80));
        JobContext job;
        VERIFY_RESULT(model->fit(train, optionsOf(), job));
        const double centre = model->save()->state[QStringLiteral("mean")].toDouble();
        const auto parts = model->explain(train, horizon, job), before = model->explain(train, horizon, job);
        const auto unmoved = model->forecast(train, horizon, {});
        for (int lag = 1; lag <= 9; ++lag) {
            Series moved = train;
            double &value = moved.values[moved.values.size() - size_t(lag)];
            const double distance = value - centre;
            value += 1;
            const auto after = model->forecast(moved, horizon, {});
            for (size_t h = 0; h < size_t(horizon); ++h) {
                const double weight = after->mean[h] - unmoved->mean[h];
                QVERIFY(std::abs(valuesOf(*parts, PartKind::Lag, lag)[h] - weight * distance) < 1e-9);
            }
        }
    }
    // The last three values are 4, 6, 11: their mean 7 is the first forecast, (6 + 11 + 7) / 3 = 8 the second.
    void movingAverage()
    {
        ModelSpec spec;
        spec.model = QStringLiteral("moving-average");
        spec.lookback = 3;
        const auto model = made(spec);
        const Series train = seriesOf({1, 9, 2, 4, 6, 11});
        JobContext job;
        VERIFY_RESULT(model->fit(train, optionsOf(), job));
        const auto parts = model->explain(train, 2, job);
        VERIFY_RESULT(parts);
        QCOMPARE(valuesOf(*parts, PartKind::Level), (std::vector<double>{7, 7}));
        const std::vector<double> last = valuesOf(*parts, PartKind::Lag, 1), third = valuesOf(*parts, PartKind::Lag, 3);
        QVERIFY(std::abs(last[0] - 4.0 / 3) < 1e-12 && std::abs(last[1] - 16.0 / 9) < 1e-12); // weights 1/3 and 1/3 + 1/9 of 11 - 7
        QVERIFY(std::abs(third[0] + 1) < 1e-12 && std::abs(third[1] + 1.0 / 3) < 1e-12);      // 1/3 and 1/9 of 4 - 7
        QVERIFY(std::abs(parts->sumAt(1) - 8) < 1e-12);
    }
    // Level l and slope b of Holt's method: h b is the trend, whatever they are.
    void holtsTrendIsALine()
    {
        std::vector<double> values;
        for (int t = 0; t < 40; ++t)
            values.push_back(100 + 3.0 * t + (t % 2 == 0 ? 0.5 : -0.5));
        const auto all = explained(QStringLiteral("holt"), seriesOf(values));
        const std::vector<double> trend = valuesOf(all->parts, PartKind::Trend);
        for (int h = 1; h < horizon; ++h)
            QVERIFY(std::abs(trend[size_t(h)] - (h + 1) * trend[0]) < 1e-9);
        QVERIFY(std::abs(trend[0] - 3) < 0.1);
    }
    // Sales of -20 + 6 x, x a coin, and noise of a tenth: the column's part is 6 (x - its mean).
    void aColumnWithAKnownEffect()
    {
        Shares shares(3);
        Series all = seriesOf({}, Step::Day);
        Regressors regressors{all.axis, {{QStringLiteral("promo"), {}, true}}, {}, {}};
        for (int t = 0; t < 150 + horizon; ++t) {
            const double x = shares.next() < 0.4 ? 1 : 0;
            regressors.columns[0].values.push_back(x);
            if (t < 150)
                all.values.push_back(-20 + 6 * x + 0.1 * shares.shock());
        }
        const auto model = made(QStringLiteral("ar-fourier"));
        model->setRegressors(regressors);
        JobContext job;
        VERIFY_RESULT(model->fit(all, optionsOf(), job));
        const auto parts = model->explain(all, horizon, job);
        VERIFY_RESULT(parts);
        const std::vector<double> promo = valuesOf(*parts, PartKind::Column, 0, QStringLiteral("promo"));
        QCOMPARE(promo.size(), size_t(horizon));
        const std::vector<double> &x = regressors.columns[0].values;
        for (size_t h = 1; h < size_t(horizon); ++h)
            if (x[150 + h] != x[150])
                QVERIFY(std::abs(std::abs(promo[h] - promo[0]) - 6) < 0.1);
    }
    // exp of 1 + 2: from e up to e^3, which 0.5 and 1.5 share one to three.
    void bentPartsShareWhatTheyDo()
    {
        ForecastParts parts(1);
        parts.of(PartKind::Level)[0] = 1;
        parts.of(PartKind::Trend)[0] = 0.5;
        parts.of(PartKind::Season, 7)[0] = 1.5;
        parts.bend([](double value) { return std::exp(value); });
        const double all = std::exp(3) - std::exp(1);
        QVERIFY(std::abs(valuesOf(parts, PartKind::Level)[0] - std::exp(1)) < 1e-12);
        QVERIFY(std::abs(valuesOf(parts, PartKind::Trend)[0] - all / 4) < 1e-12);
        QVERIFY(std::abs(valuesOf(parts, PartKind::Season, 7)[0] - 3 * all / 4) < 1e-12);
        parts.closeOn(std::vector<double>{20});
        QVERIFY(std::abs(parts.sumAt(0) - 20) < 1e-12);
    }
    // Each value of a window of pooled-ar moves it where nothing is held inside its reach: by sums of its weights.
    void pooledPartsAreOneForEachLag()
    {
        const auto all = explained(QStringLiteral("pooled-ar"), seriesOf(growingMonths(3, 90), Step::Month));
        QVERIFY(all);
        int lags = 0;
        for (const Contribution &part : all->parts.parts())
            lags += part.kind == PartKind::Lag ? 1 : 0;
        QVERIFY(lags >= 4);
    }
};

FORETRAIL_TEST_MAIN(TestExplain, QCoreApplication)
#include "tst_explain.moc"
