#include "core/training/BesideCoding.h"
#include "core/training/GlobalCell.h"
#include "core/training/GlobalForecaster.h"
#include "tests/core/training/Waves.h"
#include "tests/support/TestSupport.h"

using namespace foretrail;

namespace {

constexpr int learnt = 150, ahead = 14;

bool isNear(float a, double b) { return std::abs(double(a) - b) < 1e-5; }

Series counted(int length)
{
    Series series{QStringLiteral("s"), {}, {}, {Step::None, 0, 0}, std::vector<double>(size_t(length), 1.0)};
    return series;
}

/// Sales double on days of a promotion, which has no pattern: the same wherever the generator of the standard library is.
struct Promoted {
    std::vector<Series> known, whole;
    std::vector<Regressors> beside; ///< known ahead
    std::shared_ptr<const Panel> panel;
};

Promoted promoted(bool isKnownAhead = true, double noise = 0.1)
{
    Promoted shop;
    std::vector<Beside> all;
    for (int i = 0; i < 10; ++i) {
        Series whole = waveOf(i, learnt + ahead, noise);
        std::mt19937 random(unsigned(100 + i));
        Regressors regressors{whole.axis, {{QStringLiteral("promotion"), {}, isKnownAhead}}, {}, {}};
        for (double &value : whole.values) {
            regressors.columns[0].values.push_back((random() >> 8) % 5 == 0 ? 1.0 : 0.0);
            value *= 1 + regressors.columns[0].values.back();
        }
        shop.known.push_back(whole.part(0, learnt));
        shop.whole.push_back(std::move(whole));
        all.push_back(besideFrom(regressors, shop.known.back()));
        shop.beside.push_back(std::move(regressors));
    }
    shop.panel = std::make_shared<const Panel>(shop.known, all);
    return shop;
}

std::unique_ptr<Forecaster> fittedBeside(const ModelSpec &spec, const Series &series, const Regressors &regressors, const std::shared_ptr<const Panel> &panel,
                                         int horizon = ahead)
{
    FitOptions options;
    options.horizon = horizon;
    options.panel = panel;
    JobContext job;
    auto model = makeForecaster(spec);
    if (!model)
        return nullptr;
    (*model)->setRegressors(regressors);
    return (*model)->fit(series, options, job) ? std::move(*model) : nullptr;
}

/// The mean share by which forecasts of all series are off; not a number where one fails.
double missedBy(const Promoted &shop, const ModelSpec &spec, const std::shared_ptr<const Panel> &panel)
{
    double sum = 0;
    for (size_t i = 0; i < shop.known.size(); ++i) {
        const auto model = fittedBeside(spec, shop.known[i], shop.beside[i], panel);
        const auto forecast = model ? model->forecast(shop.known[i], ahead, {}) : Result<Forecast>(fail(ErrorCode::Internal, {}));
        if (!forecast)
            return missing;
        for (size_t h = 0; h < ahead; ++h)
            sum += std::abs(forecast->mean[h] / shop.whole[i].values[learnt + h] - 1);
    }
    return sum / double(ahead * shop.known.size());
}

} // namespace

/// Columns and attributes beside the series of a panel on their way into a network.
class TestBeside : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // By hand: a price of medians 2 and 20 doubles once in each series; a temperature of 10 and -10 has the mean 0 and the deviation 10.
    void columnsOnOneScale()
    {
        const std::vector<Series> series{counted(3), counted(3)};
        const BesideColumn cheap{QStringLiteral("price"), true, {2, 4, 2, 4}}, dear{QStringLiteral("price"), true, {20, 40, 20, 20}};
        const BesideColumn warm{QStringLiteral("temperature"), false, {10, -10, 10, 99}}, cold{QStringLiteral("temperature"), false, {-10, 10, -10, 99}};
        const BesideColumn constant{QStringLiteral("rent"), true, {7, 7, 7, 8}};
        const BesideColumn flag{QStringLiteral("promotion"), true, {0, 1, float(missing), 1}};
        const std::vector<Beside> beside{{{cheap, warm, constant, flag}, {}}, {{dear, cold, constant, flag}, {}}};
        BesideCoding coding;
        coding.learn(series, beside, 0, {});
        QCOMPARE(coding.columns(), 3);
        QCOMPARE(coding.columnsAhead(), 2); // what is known ahead stands first
        QCOMPARE(coding.names(), (QStringList{QStringLiteral("price"), QStringLiteral("promotion"), QStringLiteral("temperature")}));
        const std::vector<double> medians = coding.medians(beside[1], 3);
        QCOMPARE(medians, (std::vector<double>{20, 0, 0}));
        const SeenBeside seen = coding.seen(series[1], 1, beside[1], medians);
        // Logarithms of ratios are ln 2 in one of three steps: mean ln 2 / 3, deviation ln 2 sqrt(2) / 3.
        const double low = -1 / std::sqrt(2), high = 2 / std::sqrt(2);
        QCOMPARE(seen.columns[0].size(), size_t(4));
        QVERIFY(isNear(seen.columns[0][0], low) && isNear(seen.columns[0][1], high) && isNear(seen.columns[0][3], low));
        QCOMPARE(seen.columns[1], (std::vector<float>{0, 1, 0, 1}));
        QCOMPARE(seen.columns[2], (std::vector<float>{-1, 1, -1})); // not ahead
        VERIFY_RESULT(coding.check(beside[0]));
        QVERIFY(coding.check({{cheap, flag}, {}}).error().message.contains(QStringLiteral("temperature")));
    }
    void attributesAreANumberForEachValue()
    {
        std::vector<Series> series(40, counted(3));
        std::vector<Beside> beside(40);
        for (int i = 0; i < 40; ++i)
            beside[size_t(i)].attributes = {{QStringLiteral("type"), i % 4 == 0 ? QStringLiteral("B") : QStringLiteral("A")},
                                            {QStringLiteral("country"), QStringLiteral("all the same")}, {QStringLiteral("shelf"), QString::number(i)}};
        BesideCoding coding;
        coding.learn(series, beside, 0, {});
        QCOMPARE(coding.attributeValues(), 2 + 32); // shelves as many as there may be; a country tells nothing
        const auto ofType = [&](const QString &type) {
            const SeenBeside seen = coding.seen(series[0], 1, {{}, {{QStringLiteral("type"), type}}}, {});
            return std::vector<float>(seen.attributes.end() - 2, seen.attributes.end());
        };
        QCOMPARE(ofType(QStringLiteral("A")), (std::vector<float>{1, 0})); // the most frequent first
        QCOMPARE(ofType(QStringLiteral("B")), (std::vector<float>{0, 1}));
        QCOMPARE(ofType(QStringLiteral("new")), (std::vector<float>{0, 0}));
        QJsonObject state;
        coding.saveTo(state);
        BesideCoding again;
        QVERIFY(again.restore(state));
        QCOMPARE(again.seen(series[1], 1, beside[1], {}).attributes, coding.seen(series[1], 1, beside[1], {}).attributes);
    }
    void nothingBehindTheCutIsLearnt()
    {
        const std::vector<Series> series{counted(6)};
        BesideColumn column{QStringLiteral("price"), false, {1, 2, 3, 4, 5, 6, 7}};
        BesideCoding first, second;
        first.learn(series, {{{column}, {}}}, 2, {});
        std::fill(column.values.begin() + 4, column.values.end(), -1e6F);
        second.learn(series, {{{column}, {}}}, 2, {});
        QJsonObject one, other;
        first.saveTo(one);
        second.saveTo(other);
        QCOMPARE(one, other);
    }
    void columnsBeginWhereTheSeriesDoes()
    {
        const Regressors regressors{{Step::None, 10, 0}, {{QStringLiteral("a"), {1, 2, 3, 4, 5}, true}, {QStringLiteral("b"), {1, 2, 3, 4, 5}, false},
                                                          {QStringLiteral("lag 1"), {1, 2, 3, 4, 5}, false}},
                                    {{QStringLiteral("lag 1"), {}}}, {}};
        Series series = counted(2);
        series.axis.start = 11;
        const Beside beside = besideFrom(regressors, series);
        QCOMPARE(beside.columns.size(), size_t(2)); // what follows from the series is in its window
        QCOMPARE(beside.columns[0].values, (std::vector<float>{2, 3, 4, 5}));
        QCOMPARE(beside.columns[1].values, (std::vector<float>{2, 3, 3, 3})); // held
        series.axis.start = 9;
        QVERIFY(std::isnan(besideFrom(regressors, series).columns[0].values[0]));
        QCOMPARE(besideFrom(regressors, series).columns[0].values[1], 1.0F);
    }
    // Half of the days ahead that are promoted are not foreseen without the column.
    void aPromotionAheadIsForeseen()
    {
        const Promoted shop = promoted();
        ModelSpec spec = quickSpec();
        spec.global.epochs = 10;
        const double with = missedBy(shop, spec, shop.panel);
        const double without = missedBy(shop, spec, std::make_shared<const Panel>(shop.known));
        QVERIFY2(with < 0.6 * without, qPrintable(QStringLiteral("%1 %2").arg(with).arg(without)));
    }
    // Nor what it says of its past, where nothing was told of what is to come.
    void whatIsNotKnownAheadIsNotSeen()
    {
        const Promoted shop = promoted(false);
        std::vector<double> means[2];
        for (const bool tells : {false, true}) {
            std::vector<Beside> all;
            Regressors own;
            for (size_t i = 0; i < shop.known.size(); ++i) {
                Regressors changed = shop.beside[i];
                for (size_t t = learnt; tells && t < changed.columns[0].values.size(); ++t)
                    changed.columns[0].values[t] = 1e5;
                all.push_back(besideFrom(changed.columns, {}, {})); // as planted, not cut
                own = i == 0 ? changed : own;
            }
            const auto model = fittedBeside(quickSpec(), shop.known[0], own, std::make_shared<const Panel>(shop.known, all));
            QVERIFY(model);
            const auto forecast = model->forecast(shop.known[0], 2 * ahead, {}); // the second half follows the first
            VERIFY_RESULT(forecast);
            means[tells] = forecast->mean;
        }
        QCOMPARE(means[0], means[1]);
    }
    void storedNetworksSeeTheSame_data()
    {
        QTest::addColumn<int>("engine");
        QTest::newRow("own") << int(EngineKind::Own);
        QTest::newRow("libtorch") << int(EngineKind::Torch);
    }
    void storedNetworksSeeTheSame()
    {
        QFETCH(int, engine);
        if (EngineKind(engine) == EngineKind::Torch && !torchEngine())
            QSKIP("LibTorch is not there");
        const Promoted shop = promoted();
        ModelSpec spec = quickSpec();
        spec.engine = EngineKind(engine);
        const auto model = fittedBeside(spec, shop.known[3], shop.beside[3], shop.panel);
        QVERIFY(model);
        QVERIFY2(model->explanation().contains(QStringLiteral("promotion")), qPrintable(model->explanation()));
        const auto saved = model->save();
        VERIFY_RESULT(saved);
        const auto again = *makeForecaster(spec);
        VERIFY_RESULT(again->restore(*saved));
        QVERIFY(!again->forecast(shop.known[3], ahead, {})); // without the column
        again->setRegressors(shop.beside[3]);
        const auto first = model->forecast(shop.known[3], ahead, {}), second = again->forecast(shop.known[3], ahead, {});
        VERIFY_RESULT(first);
        VERIFY_RESULT(second);
        QCOMPARE(first->mean, second->mean);
        SavedModel broken = *saved;
        QJsonArray columns = broken.state[QStringLiteral("columns")].toArray();
        QVERIFY(columns.size() == 1);
        broken.state.insert(QStringLiteral("columns"), QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("promotion")}}});
        QVERIFY(!(*makeForecaster(spec))->restore(broken));
    }
    // Three months of a year sell twice as much: in winter or in summer. Before the winter windows of four months look the same, and series of
    // less than three years have no season to take off.
    // A price counts in relation to the median that it had when the network learnt, which is stored.
    void openedCellsSeeAPriceAsTheForecastDoes()
    {
        Promoted shop = promoted();
        std::vector<Beside> all;
        for (size_t i = 0; i < shop.known.size(); ++i) {
            for (double &value : shop.beside[i].columns[0].values)
                value = double(i + 1) * (value > 0 ? 0.5 : 1.0);
            all.push_back(besideFrom(shop.beside[i], shop.known[i]));
        }
        ModelSpec spec = quickSpec();
        spec.global.members = 1;
        const auto model = fittedBeside(spec, shop.known[3], shop.beside[3], std::make_shared<const Panel>(shop.known, all));
        QVERIFY(model);
        const auto forecast = model->forecast(shop.known[3], ahead, {});
        VERIFY_RESULT(forecast);
        auto saved = model->save();
        VERIFY_RESULT(saved);
        const auto said = [&] {
            JobContext job;
            const auto cell = GlobalCell::open(*saved, spec, shop.known[3], all[3], true);
            const auto window = cell ? (*cell)->look(learnt, {}, job) : Result<CellWindow>(fail(cell.error()));
            return window ? (*cell)->restored(*window) : missing;
        };
        QVERIFY2(std::abs(said() / forecast->mean.front() - 1) < 1e-4, qPrintable(QStringLiteral("%1 %2").arg(said()).arg(forecast->mean.front())));
        saved->state.remove(QStringLiteral("medians"));
        QVERIFY(std::abs(said() / forecast->mean.front() - 1) > 1e-3);
    }
    void attributesTellSeasonsApart()
    {
        constexpr int length = 35, horizon = 3;
        std::vector<Series> all;
        std::vector<Beside> beside;
        const auto levelAt = [](int kind, int t) { return 10.0 * ((t + (kind == 0 ? 1 : 8)) % 12 < 3 ? 2 : 1); };
        for (int i = 0; i < 24; ++i) {
            std::mt19937 random(unsigned(i) + 1);
            Series series{QStringLiteral("k%1").arg(i), {}, {}, {Step::Month, 0, 0}, {}};
            for (int t = 0; t < length; ++t)
                series.values.push_back(levelAt(i % 2, t) * (1 + 0.1 * (double(random() % 1001) / 1000 - 0.5)));
            all.push_back(series);
            beside.push_back({{}, {{QStringLiteral("kind"), i % 2 == 0 ? QStringLiteral("winter") : QStringLiteral("summer")}}});
        }
        ModelSpec spec = quickSpec();
        spec.global.lookback = 4;
        spec.global.segment = 1;
        spec.global.epochs = 20;
        double missed[2] = {0, 0};
        for (const bool knows : {false, true}) {
            const auto panel = std::make_shared<const Panel>(all, knows ? beside : std::vector<Beside>());
            for (size_t i = 0; i < 6; ++i) {
                const Regressors own{all[i].axis, {}, {}, beside[i].attributes};
                const auto model = fittedBeside(spec, all[i], own, panel, horizon);
                QVERIFY(model);
                const auto forecast = model->forecast(all[i], horizon, {});
                VERIFY_RESULT(forecast);
                for (int h = 0; h < horizon; ++h)
                    missed[knows] += std::abs(forecast->mean[size_t(h)] - levelAt(int(i % 2), length + h)) / (6 * horizon);
                if (!knows || i > 0)
                    continue;
                const auto saved = model->save();
                VERIFY_RESULT(saved);
                const auto again = *makeForecaster(spec);
                VERIFY_RESULT(again->restore(*saved));
                again->setRegressors(own);
                QCOMPARE(again->forecast(all[i], horizon, {})->mean, forecast->mean);
                again->setRegressors({all[i].axis, {}, {}, {{QStringLiteral("kind"), QStringLiteral("spring")}}});
                const auto unknown = again->forecast(all[i], horizon, {});
                VERIFY_RESULT(unknown);
                again->setRegressors({});
                QCOMPARE(again->forecast(all[i], horizon, {})->mean, unknown->mean); // what is new counts as what is not known
                QVERIFY(unknown->mean != forecast->mean);
            }
        }
        QVERIFY2(missed[1] < 0.8 * missed[0], qPrintable(QStringLiteral("%1 %2").arg(missed[0]).arg(missed[1])));
    }
};

FORETRAIL_TEST_MAIN(TestBeside, QCoreApplication)
#include "tst_beside.moc"
