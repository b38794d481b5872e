// What the monitor finds and what it does not, counted over seeds: the counts are of these seeds, the bounds what is promised.
#include "core/drift/DriftMonitor.h"
#include "core/drift/ErrorScale.h"
#include "tests/core/drift/Noise.h"
#include "tests/support/TestSupport.h"

#include <QJsonDocument>

#include <cmath>
#include <functional>

using namespace foretrail;
using foretrail::test::Noise;

namespace {

using Errors = std::function<double(Noise &noise, int step)>;

double stationary(Noise &noise, int) { return 12 * noise.normal(); }

std::vector<DriftAlert> alertsOf(unsigned seed, int steps, const Errors &errors)
{
    Noise noise(seed);
    DriftMonitor monitor;
    std::vector<DriftAlert> alerts;
    for (int i = 0; i < steps; ++i)
        if (const auto alert = monitor.add(errors(noise, i)))
            alerts.push_back(*alert);
    return alerts;
}

/// Of `seeds` seeds those with an alert from step `at` on, within so many steps.
int foundWithin(int at, int within, int seeds, const Errors &errors)
{
    int found = 0;
    for (int seed = 1; seed <= seeds; ++seed) {
        const auto alerts = alertsOf(unsigned(seed), at + within, errors);
        found += std::any_of(alerts.begin(), alerts.end(), [at](const DriftAlert &alert) { return alert.at >= at; }) ? 1 : 0;
    }
    return found;
}

int seedsWithAlerts(int seeds, int steps, const Errors &errors)
{
    int count = 0;
    for (int seed = 1; seed <= seeds; ++seed)
        count += alertsOf(unsigned(seed), steps, errors).empty() ? 0 : 1;
    return count;
}

Errors shifted(int at, double deviations)
{
    return [=](Noise &noise, int step) { return 12 * (noise.normal() + (step >= at ? deviations : 0)); };
}

Errors widened(int at, double times)
{
    return [=](Noise &noise, int step) { return 12 * noise.normal() * (step >= at ? times : 1); };
}

} // namespace

class TestDriftMonitor : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // Median 3; distances 2 1 0 1 97 have the median 1, so 100 lies beyond 4 x 1.4826; of the others (4 + 1 + 0 + 1) / 3.
    void theUsualWidthByHand()
    {
        const ErrorScale scale = usualErrors(std::vector<double>{1, 2, 3, 4, 100});
        QCOMPARE(scale.centre, 3.0);
        QVERIFY(std::abs(scale.width - std::sqrt(2.0)) < 1e-12);
        QVERIFY(std::abs(usualErrors(std::vector<double>{0, 0, 0, 0, 4}).width - 2) < 1e-12); // of all, where most are the same
        QCOMPARE(usualErrors(std::vector<double>{7, 7, 7}).width, 0.0);
    }
    void findsShiftsOfThreeDeviations_data()
    {
        QTest::addColumn<int>("at");
        QTest::addColumn<int>("least"); // of 20 seeds
        QTest::newRow("after 30") << 30 << 18; // what is usual is known of so few errors to an eighth only
        QTest::newRow("after 60") << 60 << 19;
        QTest::newRow("after 100") << 100 << 20;
        QTest::newRow("after a year") << 365 << 20;
    }
    void findsShiftsOfThreeDeviations()
    {
        QFETCH(int, at);
        QFETCH(int, least);
        const int up = foundWithin(at, 5, 20, shifted(at, 3)), down = foundWithin(at, 5, 20, shifted(at, -3));
        const int many = foundWithin(at, 5, 1000, shifted(at, 3));
        qInfo("within 5 steps: %d and %d of 20 seeds, %d of 1000", up, down, many);
        QVERIFY(up >= least && down >= least);
        QVERIFY(many >= 960);
    }
    void isQuietInStationaryNoise()
    {
        const int few = seedsWithAlerts(20, 1000, stationary), many = seedsWithAlerts(200, 1000, stationary);
        qInfo("seeds with a false alarm in 1000 steps: %d of 20, %d of 200", few, many);
        QVERIFY(few <= 1);
        QVERIFY(many <= 12);
        const int heavy = seedsWithAlerts(200, 1000, [](Noise &noise, int) { return noise.student5(); });
        qInfo("of Student's t with 5 degrees: %d of 200", heavy);
        QVERIFY(heavy <= 80);
    }
    // An outlier of ten deviations is none.
    void isQuietAtAnOutlier()
    {
        const Errors outlier = [](Noise &noise, int step) { return 12 * (noise.normal() + (step == 150 ? 10 : 0)); };
        QVERIFY(seedsWithAlerts(20, 160, outlier) <= 1);
        const Errors narrow = [](Noise &, int step) { return step == 150 ? 10.0 : step % 2 ? 1.0 : -1.0; }; // nothing was ever outside of the band
        QCOMPARE(seedsWithAlerts(1, 200, narrow), 0);
    }
    void findsAChangeOfVariance()
    {
        const int three = foundWithin(200, 60, 20, widened(200, 3)), two = foundWithin(200, 150, 20, widened(200, 2)), half = foundWithin(200, 400, 20, widened(200, 0.4));
        qInfo("three times as wide within 60: %d, twice within 150: %d, less than half within 400: %d of 20", three, two, half);
        QVERIFY(three >= 19 && two >= 18 && half >= 18);
    }
    void findsSlowDrift()
    {
        for (const auto &[slope, within] : {std::pair(0.02, 150), std::pair(0.01, 250)}) {
            const Errors drifting = [slope = slope](Noise &noise, int step) { return noise.normal() + std::max(step - 200, 0) * slope; };
            QVERIFY(foundWithin(200, within, 20, drifting) >= 19);
        }
    }
    void oneAlertForOneChange()
    {
        int alone = 0;
        for (unsigned seed = 1; seed <= 20; ++seed) {
            const auto alerts = alertsOf(seed, 300, shifted(150, 4));
            alone += alerts.size() == 1 ? 1 : 0;
            QVERIFY(!alerts.empty());
        }
        QVERIFY(alone >= 19);
    }
    void theAlertSaysWhatHappened()
    {
        double before = 0, after = 0, apart = 0;
        for (unsigned seed = 1; seed <= 20; ++seed) {
            const DriftAlert alert = alertsOf(seed, 160, shifted(150, 4)).back();
            QCOMPARE(alert.detector, QStringLiteral("page-hinkley"));
            QCOMPARE(alert.score, 1.0);
            QVERIFY(alert.changedAt <= alert.at && alert.at >= 150);
            before += alert.before / 20;
            after += alert.after / 20;
            apart += std::abs(double(alert.changedAt - 150)) / 20;
        }
        QVERIFY(std::abs(before) < 12 * 3 / std::sqrt(20.0 * 150)); // means of errors of deviation 12 around 0 and 48
        QVERIFY(std::abs(after - 48) < 12 * 3 / std::sqrt(20.0 * 3));
        QVERIFY(apart <= 1);
    }
    void missingErrorsCountAsSteps()
    {
        const Errors gaps = [](Noise &noise, int step) { return step % 2 ? std::nan("") : noise.normal() + (step >= 200 ? 5 : 0); };
        const auto alerts = alertsOf(4, 220, gaps);
        QCOMPARE(alerts.size(), size_t(1));
        QVERIFY(alerts[0].at >= 200 && alerts[0].at < 210);
        QCOMPARE(alerts[0].changedAt, 200);
    }
    void whatNeverErrsIsLearntOn()
    {
        DriftMonitor monitor;
        for (int i = 0; i < 1000; ++i)
            QVERIFY(!monitor.add(0));
        QCOMPARE(monitor.state(), DriftState::Learning);
        QCOMPARE(monitor.score(), 0.0);
    }
    void learnsAnewAfterReset()
    {
        Noise noise(1);
        DriftMonitor monitor;
        for (int i = 0; i < 100; ++i)
            monitor.add(noise.normal());
        QVERIFY(monitor.state() != DriftState::Learning);
        monitor.reset();
        QCOMPARE(monitor.state(), DriftState::Learning);
        for (int i = 0; i < 100; ++i)
            QVERIFY(!monitor.add(50 + 9 * noise.normal())); // a model with other errors
        QVERIFY(std::abs(monitor.usual().centre - 50) < 4);
    }
    // Kept after every step and taken up again, it says the same as one that never stopped.
    void goesOnAfterARestart()
    {
        Noise noise(7);
        DriftMonitor whole, restarted;
        int alerts = 0;
        for (int i = 0; i < 700; ++i) {
            const double error = 1e-3 * noise.normal() * (i > 600 ? 5 : 1) + (i > 150 ? 0.005 : 0);
            const auto expected = whole.add(error);
            const QByteArray kept = QJsonDocument(restarted.toJson()).toJson();
            Result<DriftMonitor> read = DriftMonitor::fromJson(QJsonDocument::fromJson(kept).object());
            VERIFY_RESULT(read);
            restarted = *read;
            QCOMPARE(restarted.add(error), expected);
            QCOMPARE(restarted.score(), whole.score());
            QCOMPARE(restarted.state(), whole.state());
            alerts += expected ? 1 : 0;
        }
        QVERIFY(alerts >= 2);
        QCOMPARE(restarted.toJson(), whole.toJson());
    }
    void damagedStatesAreRefused()
    {
        Noise noise(9);
        DriftMonitor monitor;
        for (int i = 0; i < 60; ++i)
            monitor.add(noise.normal());
        const QJsonObject whole = monitor.toJson();
        for (const QString &key : whole.keys()) {
            QJsonObject damaged = whole;
            damaged.insert(key, QStringLiteral("?"));
            const Result<DriftMonitor> read = DriftMonitor::fromJson(damaged);
            QVERIFY2(!read || key == u"settings", qPrintable(key));
            QVERIFY2(read || (read.error().code == ErrorCode::Format && read.error().message.contains(key)), qPrintable(key));
        }
    }
    void settingsSayWhatIsWrong()
    {
        DriftSettings settings;
        settings.pageHinkley.lambda = 7;
        settings.ddm.alarm = 4;
        const auto read = DriftSettings::fromJson(settings.toJson());
        VERIFY_RESULT(read);
        QCOMPARE(*read, settings);
        VERIFY_RESULT(DriftSettings::fromJson({}));
        QCOMPARE(*DriftSettings::fromJson({}), DriftSettings());
        const auto message = [](const char *json) {
            const auto refused = DriftSettings::fromJson(QJsonDocument::fromJson(json).object());
            return refused ? QString() : refused.error().message;
        };
        QCOMPARE(message(R"({"kept": 20})"), QStringLiteral("kept: 20 are fewer than it learns from, 206."));
        QCOMPARE(message(R"({"band": "wide"})"), QStringLiteral("band: it must be a number."));
        QCOMPARE(message(R"({"adwin": {"delta": 2}})"), QStringLiteral("adwin: delta: 2 is not between 1e-12 and 0.5."));
        QCOMPARE(message(R"({"lambda": 2})"), QStringLiteral("lambda: there is no such key."));
        const auto partly = DriftSettings::fromJson({{QStringLiteral("pageHinkley"), QJsonObject{{QStringLiteral("lambda"), 9}}}});
        VERIFY_RESULT(partly);
        QCOMPARE(partly->pageHinkley.lambda, 9.0);
        QCOMPARE(partly->pageHinkley.delta, DriftSettings().pageHinkley.delta); // not that of a test by itself
    }
};

FORETRAIL_TEST_MAIN(TestDriftMonitor, QCoreApplication)
#include "tst_drift_monitor.moc"
