// Bands of a backtest that are asked for at the level that earlier folds earned.
#include "core/training/AdaptiveBands.h"
#include "core/training/Backtest.h"
#include "core/training/Experiment.h"
#include "tests/support/TestSupport.h"

#include <cmath>
#include <random>

using namespace foretrail;

namespace {

bool near(double a, double b) { return std::abs(a - b) < 1e-9; }

/// Each band as wide as its level to either side of zero.
Forecast asWideAsItsLevel(const QList<double> &levels, size_t horizon)
{
    Forecast forecast;
    forecast.mean.assign(horizon, 0.0);
    for (const double level : levels)
        forecast.bands.push_back({level, std::vector<double>(horizon, -level), std::vector<double>(horizon, level)});
    return forecast;
}

/// Around 100, with a deviation that doubles in the middle.
Series louder(unsigned seed, int count)
{
    std::mt19937 random(seed);
    std::vector<double> values;
    for (int t = 0; t < count; ++t) {
        double sum = -6; // of twelve even ones: about normal, the same on any machine
        for (int i = 0; i < 12; ++i)
            sum += double(random()) / 4294967296.0;
        values.push_back(100 + (t < count / 2 ? 1 : 2) * sum);
    }
    return {QStringLiteral("a"), QStringLiteral("a"), {}, {Step::Day, *parseWallTime(QStringLiteral("2024-01-01"))}, std::move(values)};
}

TrainingSpec plain(int horizon)
{
    TrainingSpec spec;
    spec.model.season = 1;
    spec.model.intervals = IntervalKind::Model;
    spec.horizon = horizon;
    return spec;
}

BacktestOptions folds(int count, bool isAdaptive)
{
    BacktestOptions options;
    options.folds = count;
    options.stride = 1;
    options.isAdaptive = isAdaptive;
    return options;
}

} // namespace

class TestAdaptiveBands : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asksForThePromiseFirst()
    {
        const AdaptiveBands bands({95, 80}, 3, 1);
        QCOMPARE(bands.asked(), (QList<double>{80, 95}));
        const Forecast forecast = bands.promised(asWideAsItsLevel(bands.asked(), 3));
        QCOMPARE(forecast.bands.size(), size_t(2));
        QCOMPARE(forecast.band(95)->high, (std::vector<double>(3, 95.0)));
        QCOMPARE(forecast.band(80)->low, (std::vector<double>(3, -80.0)));
    }
    // One step apart, two ahead: a fold's second step is not yet observed at the origin after it.
    void aStepCountsOnceItWasObserved()
    {
        AdaptiveBands bands({80}, 2, 1);
        Forecast forecast = bands.promised(asWideAsItsLevel(bands.asked(), 2));
        bands.tell(forecast, std::vector<double>{1000, 1000}); // both missed
        QCOMPARE(bands.asked().size(), 2);
        forecast = bands.promised(asWideAsItsLevel(bands.asked(), 2));
        QVERIFY(near(forecast.band(80)->high[0], 81.6) && near(forecast.band(80)->high[1], 80));
        bands.tell(forecast, std::vector<double>{0, 0}); // now the second step of the first fold is known too
        forecast = bands.promised(asWideAsItsLevel(bands.asked(), 2));
        QVERIFY(near(forecast.band(80)->high[0], 81.2) && near(forecast.band(80)->high[1], 81.6));
    }
    void missingValuesSayNothing()
    {
        AdaptiveBands bands({80}, 1, 1);
        bands.tell(bands.promised(asWideAsItsLevel(bands.asked(), 1)), std::vector<double>{missing});
        QCOMPARE(bands.asked(), QList<double>{80});
    }
    // The deviation that a mean knows is that of all before: too little by far once the noise has doubled.
    void comesCloserWhereNoiseDoubles()
    {
        JobContext job;
        const QString mean = QStringLiteral("mean");
        for (const unsigned seed : {1u, 2u, 3u}) {
            const Series series = louder(seed, 400);
            const auto fixed = backtest({series}, plain(1), {mean}, folds(200, false), job);
            const auto adaptive = backtest({series}, plain(1), {mean}, folds(200, true), job);
            VERIFY_RESULT(fixed);
            VERIFY_RESULT(adaptive);
            const Metrics before = fixed->byModel[mean], after = adaptive->byModel[mean];
            QVERIFY2(before.coverage80 < 0.75, qPrintable(QString::number(before.coverage80)));
            QVERIFY2(std::abs(after.coverage80 - 0.8) < std::abs(before.coverage80 - 0.8) / 2, qPrintable(QString::number(after.coverage80)));
            QVERIFY2(std::abs(after.coverage95 - 0.95) < std::abs(before.coverage95 - 0.95), qPrintable(QString::number(after.coverage95)));
            QCOMPARE(after.mae, before.mae);
        }
    }
    // One fold has none before it.
    void theFirstFoldIsAsEver()
    {
        JobContext job;
        const QString drift = QStringLiteral("drift");
        const auto fixed = backtest({louder(1, 60)}, plain(3), {drift}, folds(1, false), job);
        const auto adaptive = backtest({louder(1, 60)}, plain(3), {drift}, folds(1, true), job);
        VERIFY_RESULT(fixed);
        VERIFY_RESULT(adaptive);
        QCOMPARE(adaptive->byModel[drift].winkler80, fixed->byModel[drift].winkler80);
        QCOMPARE(adaptive->byModel[drift].crps, fixed->byModel[drift].crps);
    }
    // The 80 % place has missed all the time, the 95 % place never: 80 would be asked for at more than 95.
    void bandsLieWithinEachOther()
    {
        AdaptiveBands bands({95, 80}, 1, 1);
        for (int fold = 0; fold < 12; ++fold)
            bands.tell(bands.promised(asWideAsItsLevel(bands.asked(), 1)), std::vector<double>{fold % 2 == 0 ? 94.0 : 0.0});
        for (int fold = 0; fold < 40; ++fold) {
            const Forecast forecast = bands.promised(asWideAsItsLevel(bands.asked(), 1));
            QVERIFY(forecast.band(80)->high[0] <= forecast.band(95)->high[0]);
            bands.tell(forecast, std::vector<double>{forecast.band(80)->high[0] + 1e-6 < forecast.band(95)->high[0] ? forecast.band(80)->high[0] + 1e-6 : 0.0});
        }
    }
    // A model that was fitted before the noise doubled, asked again as values come in.
    void aForecastFollowsAHistoryThatGrows()
    {
        JobContext job;
        const Series series = louder(4, 400);
        int plainInside = 0, adaptiveInside = 0;
        for (const IntervalKind kind : {IntervalKind::Conformal, IntervalKind::Adaptive}) {
            TrainingSpec spec = plain(2);
            spec.model.model = QStringLiteral("mean");
            spec.model.intervals = kind;
            const auto model = makeForecaster(spec.model);
            VERIFY_RESULT(model);
            FitOptions options;
            options.horizon = 2;
            VERIFY_RESULT((*model)->fit(series.part(0, 200), options, job));
            int &inside = kind == IntervalKind::Adaptive ? adaptiveInside : plainInside;
            for (qint64 origin = 300; origin < 399; ++origin) { // behind what was fitted on
                const auto forecast = (*model)->forecast(series.part(0, origin), 2, std::vector<double>{80, 95});
                VERIFY_RESULT(forecast);
                QCOMPARE(forecast->bands.size(), size_t(2));
                QVERIFY(forecast->band(80)->high[1] <= forecast->band(95)->high[1]);
                const double actual = series.values[size_t(origin)];
                inside += forecast->band(80)->low[0] <= actual && actual <= forecast->band(80)->high[0] ? 1 : 0;
            }
        }
        QVERIFY2(plainInside < 65, qPrintable(QString::number(plainInside))); // of 99, 79 were promised
        QVERIFY2(std::abs(adaptiveInside - 79) < std::abs(plainInside - 79) / 2, qPrintable(QString::number(adaptiveInside)));
    }
    // Of what it was fitted on a model has its intervals; what comes later moves them, also of a stored model, and them alone.
    void aForecastIsTheSameButForItsBands()
    {
        JobContext job;
        const Series series = louder(5, 120); // louder from the 60th on
        TrainingSpec spec = plain(3);
        spec.model.model = QStringLiteral("ses");
        std::unique_ptr<Forecaster> models[2];
        for (const IntervalKind kind : {IntervalKind::Conformal, IntervalKind::Adaptive}) {
            spec.model.intervals = kind;
            auto model = makeForecaster(spec.model);
            VERIFY_RESULT(model);
            FitOptions options;
            options.horizon = 3;
            VERIFY_RESULT((*model)->fit(series.part(0, 60), options, job));
            models[kind == IntervalKind::Adaptive] = std::move(*model);
        }
        const std::vector<double> levels{80, 95};
        for (const qint64 known : {60, 120}) {
            const auto fixed = models[0]->forecast(series.part(0, known), 3, levels), adaptive = models[1]->forecast(series.part(0, known), 3, levels);
            VERIFY_RESULT(fixed);
            VERIFY_RESULT(adaptive);
            QCOMPARE(adaptive->mean, fixed->mean);
            QCOMPARE(adaptive->band(80)->high == fixed->band(80)->high, known == 60);
            QVERIFY(adaptive->band(80)->high[0] >= fixed->band(80)->high[0]);
        }
        const auto saved = models[1]->save();
        VERIFY_RESULT(saved);
        const auto again = makeForecaster(spec.model);
        VERIFY_RESULT(again);
        VERIFY_RESULT((*again)->restore(*saved));
        const auto before = models[1]->forecast(series, 3, levels), after = (*again)->forecast(series, 3, levels);
        VERIFY_RESULT(before);
        VERIFY_RESULT(after);
        QCOMPARE(after->band(95)->low, before->band(95)->low);
        QVERIFY(!(*again)->restore({QJsonObject{{QStringLiteral("fitted"), -1}}, {}}));
    }
    void worksWithModelsThatTestThemselves()
    {
        JobContext job;
        TrainingSpec spec = plain(2);
        spec.model.intervals = IntervalKind::Conformal;
        BacktestOptions options = folds(12, true);
        options.refit = Refit::Once;
        const auto report = backtest({louder(1, 60)}, spec, {QStringLiteral("ses"), QStringLiteral("auto")}, options, job);
        VERIFY_RESULT(report);
        for (const QString &model : {QStringLiteral("ses"), QStringLiteral("auto")})
            QVERIFY(report->byModel[model].coverage80 > 0.3 && std::isfinite(report->byModel[model].winkler95));
    }
};

FORETRAIL_TEST_MAIN(TestAdaptiveBands, QCoreApplication)
#include "tst_adaptive_bands.moc"
