// "auto" mixed with a network over all series where that is worth it.
#include "core/models/Baselines.h"
#include "core/neural/engine/NeuralEngines.h"
#include "core/training/AutoWithNetwork.h"
#include "core/training/GlobalForecaster.h"
#include "core/training/NetworkShare.h"
#include "tests/core/training/Waves.h"
#include "tests/support/TestSupport.h"

using namespace foretrail;

namespace {

constexpr double levels[] = {80, 95};

using Trials = std::vector<std::vector<double>>;

/// What follows the first `known` values of each, times `factor`.
Trials endsOf(const std::vector<Series> &all, qint64 known, double factor)
{
    Trials trials;
    for (const Series &one : all) {
        trials.emplace_back(one.values.begin() + known, one.values.end());
        for (double &value : trials.back())
            value *= factor;
    }
    return trials;
}

Result<NetworkShare> shareOf(const Waves &waves, const Trials &trials, const char *model)
{
    FitOptions options;
    options.horizon = 7;
    options.panel = waves.panel;
    JobContext job;
    ModelSpec spec;
    spec.model = QString::fromLatin1(model);
    return networkShare(trials, [spec] { return std::move(*modelRegistry().create(spec)); }, options, job);
}

} // namespace

class TestAutoNetwork : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // Beside the last value repeated one that knows what comes counts as much as a network ever may: the error falls to a half.
    void aNetworkThatKnowsBetterCounts()
    {
        const Waves waves = wavesOf(10, 70, 0, 0.1);
        const auto share = shareOf(waves, endsOf(waves.known, 63, 1), "naive");
        VERIFY_RESULT(share);
        QCOMPARE(share->share, 0.5);
        QVERIFY2(std::abs(share->gain - 0.5) < 0.002, qPrintable(QString::number(share->gain)));
        QCOMPARE(share->series, 10);
    }
    void oneThatKnowsLessDoesNot()
    {
        const Waves waves = wavesOf(10, 70, 0, 0.1);
        const auto share = shareOf(waves, endsOf(waves.known, 63, 10), "snaive");
        VERIFY_RESULT(share);
        QCOMPARE(share->share, 0.0);
        QVERIFY(share->gain < 0);
    }
    // A tenth of a per cent closer than the last season.
    void aGainBelowOnePercentIsNotEnough()
    {
        const Waves waves = wavesOf(10, 70, 0, 0.1);
        Trials trials;
        for (const Series &one : waves.known) {
            std::vector<double> said(one.values.begin() + 56, one.values.begin() + 63);
            for (size_t h = 0; h < said.size(); ++h)
                said[h] += 0.001 * (one.values[63 + h] - said[h]);
            trials.push_back(std::move(said));
        }
        const auto share = shareOf(waves, trials, "snaive");
        VERIFY_RESULT(share);
        QCOMPARE(share->share, 0.0);
        QVERIFY(share->gain > -0.002 && share->gain < 0.01);
    }
    // Of three hundred series 256 are tried; those that the network said nothing of are not.
    void triesSomeOfMany()
    {
        const Waves waves = wavesOf(300, 70, 0, 0.1);
        Trials trials = endsOf(waves.known, 63, 1);
        const auto all = shareOf(waves, trials, "naive");
        VERIFY_RESULT(all);
        QCOMPARE(all->series, 256);
        for (size_t i = 5; i < trials.size(); ++i)
            trials[i].clear();
        const auto few = shareOf(waves, trials, "naive");
        VERIFY_RESULT(few);
        QCOMPARE(few->series, 5);
        const auto none = shareOf(waves, Trials(300), "naive");
        VERIFY_RESULT(none);
        QCOMPARE(none->share, 0.0);
        QCOMPARE(none->series, 0);
    }
    void saysWhatAutoSaysWhereItIsAlone()
    {
        const Waves waves = wavesOf(3, 90, 7, 0.1);
        for (const auto &panel : {std::shared_ptr<const Panel>(), waves.panel}) { // of three series at most
            const auto mixed = fitted(quickSpec("auto-lstm"), waves.known[0], panel, 7);
            const auto alone = fitted(quickSpec("auto"), waves.known[0], panel, 7);
            QVERIFY(mixed && alone);
            const auto a = mixed->forecast(waves.known[0], 7, levels), b = alone->forecast(waves.known[0], 7, levels);
            VERIFY_RESULT(a);
            VERIFY_RESULT(b);
            QCOMPARE(a->mean, b->mean);
            QCOMPARE(a->bands[1].high, b->bands[1].high);
            QVERIFY2(mixed->explanation().startsWith(QStringLiteral("A network learns from 8 series or more that end together")), qPrintable(mixed->explanation()));
        }
    }
    // Whatever its share turns out to be: the same part of the way from one forecast to the other at each step, bands moved along.
    void mixesBothByOneShare()
    {
        if (const auto engine = neuralEngine(); !engine)
            QSKIP(qPrintable(engine.error().message));
        const Waves waves = wavesOf(12, 150, 14, 0.6);
        const auto mixed = fitted(quickSpec("auto-lstm"), waves.known[1], waves.panel, 14);
        QVERIFY(mixed);
        const auto saved = mixed->save();
        VERIFY_RESULT(saved);
        const double share = saved->state[QStringLiteral("share")].toDouble(-1);
        QVERIFY(share >= 0 && share <= 0.5);
        QCOMPARE(saved->state[QStringLiteral("series")].toInt(), 12);
        QCOMPARE(share > 0, saved->state[QStringLiteral("gain")].toDouble() >= NetworkShare::leastGain);
        QVERIFY(mixed->explanation().contains(share > 0 ? QStringLiteral("A network over all series counts") : QStringLiteral("would not have lowered the error")));
        const auto own = fitted(quickSpec("auto"), waves.known[1], waves.panel, 14);
        QVERIFY(own);
        const auto together = mixed->forecast(waves.known[1], 14, levels), alone = own->forecast(waves.known[1], 14, levels);
        VERIFY_RESULT(together);
        VERIFY_RESULT(alone);
        FitOptions options;
        options.horizon = 14;
        options.panel = waves.panel;
        JobContext job;
        const auto network = makeGlobalForecaster(quickSpec("auto-lstm"), Cell::Lstm);
        VERIFY_RESULT(network->fit(waves.known[1], options, job));
        const auto said = network->forecast(waves.known[1], 14, {});
        VERIFY_RESULT(said);
        for (size_t h = 0; h < 14; ++h) {
            const double moved = share * (said->mean[h] - alone->mean[h]);
            QVERIFY(std::abs(together->mean[h] - alone->mean[h] - moved) < 1e-9 * alone->mean[h]);
            QVERIFY(std::abs(together->bands[0].high[h] - alone->bands[0].high[h] - moved) < 1e-9 * alone->mean[h]);
            QVERIFY(together->bands[1].low[h] <= together->bands[0].low[h] && together->bands[0].low[h] >= 0);
        }
        const auto again = makeForecaster(quickSpec("auto-lstm"));
        VERIFY_RESULT(again);
        VERIFY_RESULT((*again)->restore(*saved));
        const auto repeated = (*again)->forecast(waves.known[1], 14, levels);
        VERIFY_RESULT(repeated);
        QCOMPARE(repeated->mean, together->mean);
        QCOMPARE(repeated->bands[1].low, together->bands[1].low);
        QCOMPARE((*again)->explanation(), mixed->explanation());
        const auto parts = mixed->explain(waves.known[1], 14, job);
        VERIFY_RESULT(parts);
        for (size_t h = 0; h < 14; ++h)
            QVERIFY(std::abs(parts->sumAt(h) - together->mean[h]) < 1e-6 * together->mean[h]);
    }
    void aDamagedShareIsSaid()
    {
        const auto model = makeForecaster(quickSpec("auto-lstm"));
        VERIFY_RESULT(model);
        const QJsonObject state{{QStringLiteral("share"), 3}, {QStringLiteral("gain"), 0.1}, {QStringLiteral("series"), 9}, {QStringLiteral("alone"), false}};
        const auto done = (*model)->restore({state, {}});
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Format);
    }
};

FORETRAIL_TEST_MAIN(TestAutoNetwork, QCoreApplication)
#include "tst_auto_network.moc"
