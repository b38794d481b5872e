#include "core/neural/engine/NeuralEngines.h"
#include "core/training/GlobalForecaster.h"
#include "core/training/BesideCoding.h"
#include "tests/core/training/Waves.h"
#include "tests/support/TestSupport.h"

using namespace foretrail;

namespace {

constexpr double levels[] = {80, 95};

} // namespace

class TestGlobal : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (const auto engine = neuralEngine(); !engine)
            QSKIP(qPrintable(engine.error().message));
    }
    void learnsWhatAllSeriesShare_data()
    {
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<QByteArray>("loss");
        QTest::newRow("lstm") << QByteArray("lstm-global") << QByteArray("pinball");
        QTest::newRow("gru") << QByteArray("gru-global") << QByteArray("pinball");
        QTest::newRow("one number") << QByteArray("lstm-global") << QByteArray("mae");
    }
    // Waves of 10 % noise: half of the mean distance of a uniform from its middle, 2.5 %, is what nobody can know.
    void learnsWhatAllSeriesShare()
    {
        QFETCH(QByteArray, model);
        QFETCH(QByteArray, loss);
        constexpr int horizon = 14;
        const Waves waves = wavesOf(12, 150, horizon, 0.1);
        ModelSpec spec = quickSpec(model);
        spec.global.loss = *globalLossFromName(QString::fromLatin1(loss));
        double missed = 0;
        int inside[2] = {0, 0};
        for (size_t i = 0; i < waves.known.size(); ++i) {
            const auto forecaster = fitted(spec, waves.known[i], waves.panel, horizon);
            QVERIFY(forecaster);
            const auto forecast = forecaster->forecast(waves.known[i], horizon, levels);
            VERIFY_RESULT(forecast);
            QCOMPARE(forecast->horizon(), horizon);
            for (int h = 0; h < horizon; ++h) {
                const double actual = waves.whole[i].values[size_t(150 + h)];
                missed += std::abs(forecast->mean[size_t(h)] / actual - 1) / (horizon * 12);
                for (int l : {0, 1}) {
                    const Band &band = forecast->bands[l];
                    QVERIFY(band.low[size_t(h)] <= forecast->mean[size_t(h)] && forecast->mean[size_t(h)] <= band.high[size_t(h)]);
                    inside[l] += band.low[size_t(h)] <= actual && actual <= band.high[size_t(h)] ? 1 : 0;
                }
                QVERIFY(forecast->bands[1].low[size_t(h)] <= forecast->bands[0].low[size_t(h)]); // none crosses another
                QVERIFY(forecast->bands[1].high[size_t(h)] >= forecast->bands[0].high[size_t(h)]);
            }
        }
        QVERIFY2(missed < 0.05, qPrintable(QString::number(missed)));
        const double all = horizon * 12;
        QVERIFY2(std::abs(inside[0] / all - 0.80) < 0.10, qPrintable(QString::number(inside[0] / all)));
        QVERIFY2(std::abs(inside[1] / all - 0.95) < 0.05, qPrintable(QString::number(inside[1] / all)));
    }
    // Sales of holidays are twice as high: the fourth of July lies ahead.
    void knowsTheHolidaysAhead()
    {
        constexpr int length = 909, horizon = 14; // from 2022-01-01 to 2024-06-27
        constexpr size_t fourth = 6;
        const WallMs start = *parseWallTime(QStringLiteral("2022-01-01"));
        std::vector<Series> known;
        for (int i = 0; i < 8; ++i) {
            known.push_back(waveOf(i, length, 0.1));
            known.back().axis = {Step::Day, start};
            BesideCoding coding;
            coding.learn(known, {}, 0, QStringLiteral("us"));
            const std::vector<float> holidays = coding.seen(known.back(), horizon, {}, {}).columns.front();
            QCOMPARE(holidays[length + fourth], 1.0F);
            for (size_t t = 0; t < length; ++t)
                known.back().values[t] *= holidays[t] > 0 ? 2 : 1;
        }
        const auto panel = std::make_shared<const Panel>(known);
        double missed[2] = {0, 0};
        for (const bool knows : {false, true}) {
            ModelSpec spec = quickSpec();
            spec.global.holidays = knows ? QStringLiteral("us") : QString();
            spec.global.windows = 4000;
            for (int i = 0; i < 8; ++i) {
                const auto forecaster = fitted(spec, known[size_t(i)], panel, horizon);
                QVERIFY(forecaster);
                const auto forecast = forecaster->forecast(known[size_t(i)], horizon, levels);
                VERIFY_RESULT(forecast);
                const double expected = 2 * waveOf(i, length + horizon, 0).values[size_t(length) + fourth];
                missed[knows] += std::abs(forecast->mean[fourth] / expected - 1) / 8;
                if (i > 0)
                    continue;
                const auto saved = forecaster->save();
                VERIFY_RESULT(saved);
                const auto again = makeForecaster(spec);
                VERIFY_RESULT(again);
                VERIFY_RESULT((*again)->restore(*saved));
                const auto repeated = (*again)->forecast(known[0], horizon, levels);
                VERIFY_RESULT(repeated);
                QCOMPARE(repeated->mean, forecast->mean);
            }
        }
        QVERIFY2(missed[1] < missed[0] / 2, qPrintable(QStringLiteral("%1 %2").arg(missed[0]).arg(missed[1])));
    }
    void oneTrainingServesAll()
    {
        const Waves waves = wavesOf(5, 100, 7, 0.1);
        QList<EpochLosses> first;
        QList<EpochLosses> second;
        QVERIFY(fitted(quickSpec(), waves.known[0], waves.panel, 7, &first));
        QVERIFY(fitted(quickSpec(), waves.known[1], waves.panel, 7, &second));
        QVERIFY(first.size() > 6);
        QVERIFY(second.isEmpty());
        for (int i = 1; i < first.size(); ++i)
            QVERIFY(first[i].epoch > first[i - 1].epoch && first[i].epoch <= first[i].epochs);
        ModelSpec other = quickSpec();
        other.seed = 9;
        QVERIFY(fitted(other, waves.known[1], waves.panel, 7, &second));
        QVERIFY(!second.isEmpty());
    }
    void nothingBehindTheCutIsLearnt()
    {
        const Waves waves = wavesOf(4, 100, 7, 0.1);
        std::vector<Series> changed = waves.known;
        for (Series &series : changed)
            std::fill(series.values.end() - 10, series.values.end(), 1.0);
        std::vector<double> means[2];
        int which = 0;
        for (const auto &panel : {waves.panel, std::make_shared<const Panel>(changed)}) {
            FitOptions options;
            options.horizon = 7;
            options.panel = panel;
            options.panelCut = 10;
            JobContext job;
            const Series known = waves.known[0].part(0, 90);
            const auto model = makeForecaster(quickSpec());
            const auto done = (*model)->fit(known, options, job);
            VERIFY_RESULT(done);
            means[which++] = (*model)->forecast(known, 7, levels)->mean;
        }
        QCOMPARE(means[0], means[1]);
    }
    void storedModelsForecastTheSame()
    {
        const Waves waves = wavesOf(4, 100, 7, 0.1);
        ModelSpec spec = quickSpec();
        spec.global.embedding = 3;
        const auto model = fitted(spec, waves.known[2], waves.panel, 7);
        QVERIFY(model);
        const auto saved = model->save();
        VERIFY_RESULT(saved);
        const auto again = *makeForecaster(spec);
        const auto restored = again->restore(*saved);
        VERIFY_RESULT(restored);
        const auto first = model->forecast(waves.known[2], 10, levels);
        const auto second = again->forecast(waves.known[2], 10, levels);
        VERIFY_RESULT(first);
        VERIFY_RESULT(second);
        QCOMPARE(first->mean, second->mean);
        QCOMPARE(first->bands[1].high, second->bands[1].high);
        QCOMPARE(model->explanation(), again->explanation());
        QVERIFY(model->explanation().contains(QStringLiteral("4 series")));
        SavedModel broken = *saved;
        broken.state.insert(QStringLiteral("segment"), 0);
        QVERIFY(!(*makeForecaster(spec))->restore(broken));
    }
    void aSeriesAloneLearnsFromItself()
    {
        const Series wave = waveOf(1, 150, 0.1);
        const auto model = fitted(quickSpec(), wave.part(0, 140), nullptr, 7);
        QVERIFY(model);
        const auto steps = model->oneStep(wave.part(0, 140));
        VERIFY_RESULT(steps);
        QCOMPARE(steps->size(), size_t(140));
        QVERIFY(std::isnan(steps->front()));
        double missed = 0;
        for (size_t t = 120; t < 140; ++t)
            missed += std::abs((*steps)[t] / wave.values[t] - 1) / 20;
        QVERIFY2(missed < 0.1, qPrintable(QString::number(missed)));
    }
    void tooFewWindowsAreAnError()
    {
        FitOptions options;
        options.horizon = 28;
        JobContext job;
        const auto done = (*makeForecaster(quickSpec()))->fit(waveOf(1, 30, 0.1), options, job);
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::TooShort);
    }
    void stopsWhenAsked()
    {
        const Waves waves = wavesOf(4, 100, 7, 0.1);
        FitOptions options;
        options.horizon = 7;
        options.panel = waves.panel;
        JobContext job;
        options.hooks.onEpoch = [&job](const EpochLosses &) { job.requestStop(); };
        const auto done = (*makeForecaster(quickSpec()))->fit(waves.known[0], options, job);
        QVERIFY(!done);
        QVERIFY(done.error().isCancelled());
        QVERIFY(fitted(quickSpec(), waves.known[0], waves.panel, 7)); // nothing half done was kept
    }
};

FORETRAIL_TEST_MAIN(TestGlobal, QCoreApplication)
#include "tst_global.moc"
