#include "core/neural/engine/NeuralEngines.h"
#include "core/training/EarlierOrigins.h"
#include "tests/core/training/DailyShop.h"
#include "tests/support/TestSupport.h"

#include <QProcess>
#include <QTranslator>

#include <cmath>
#include <cstdio>

using namespace foretrail;
using test::addDays;
using test::dailySpec;
using test::valueAt;

namespace {

constexpr auto childArgument = "--train-until-killed";

QString workspaceIn(const QTemporaryDir &folder) { return folder.filePath(QStringLiteral("shop.foretrail")); }

bool sameValues(const std::vector<double> &a, const std::vector<double> &b)
{
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](double x, double y) {
        return x == y || (std::isnan(x) && std::isnan(y));
    });
}

bool sameForecast(const Forecast &a, const Forecast &b)
{
    bool isSame = a.mean == b.mean && a.bands.size() == b.bands.size();
    for (size_t i = 0; isSame && i < a.bands.size(); ++i)
        isSame = a.bands[i].level == b.bands[i].level && a.bands[i].low == b.bands[i].low && a.bands[i].high == b.bands[i].high;
    return isSame;
}

// Trains again and again and says so after each epoch and each stored run, until somebody ends the process.
int trainUntilKilled(const QString &path)
{
    auto workspace = Workspace::open(path);
    if (!workspace)
        return 1;
    JobContext job;
    const auto say = [](const char *what) {
        std::puts(what);
        std::fflush(stdout);
    };
    for (;;) {
        const auto run = trainAndStore(*workspace, dailySpec(QStringLiteral("lstm"), 3), job, [&](const EpochLosses &) { say("epoch"); });
        if (!run)
            return 1;
        say("stored");
    }
}

/// Says all in its own way.
class OtherLanguage : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *text, const char *, int) const override { return QLatin1Char('<') + QString::fromUtf8(text) + QLatin1Char('>'); }
};

} // namespace

class TestRuns : public QObject {
    Q_OBJECT

    static bool lacksEngine(const QString &model)
    {
        return modelRegistry().find(model)->isNeural && !neuralEngine();
    }

private Q_SLOTS:
    // Six series by one and by four workers; then the first of two that are too short (series stand by size) stops them all.
    void workersGiveTheSameForecasts()
    {
        const QTemporaryDir folder;
        auto workspace = Workspace::create(workspaceIn(folder));
        VERIFY_RESULT(workspace);
        for (const char *key : {"a", "b", "c", "d", "e", "f"})
            VERIFY_RESULT(addDays(*workspace, key[0] - 'a', 90, key));
        TrainingSpec spec = dailySpec(QStringLiteral("ar"), 1);
        spec.query.keys.clear();
        const auto forecast = [&](int workers) {
            JobContext job;
            return forecastFromWorkspace(*workspace, spec, job, {}, workers);
        };
        const auto alone = forecast(1);
        const auto shared = forecast(4);
        VERIFY_RESULT(alone);
        VERIFY_RESULT(shared);
        QCOMPARE(alone->size(), 6);
        for (int i = 0; i < 6; ++i) {
            QCOMPARE(shared->at(i).history.key, QString(QLatin1Char(char('a' + i))));
            QVERIFY(sameForecast(shared->at(i).future, alone->at(i).future));
            QVERIFY(sameForecast(shared->at(i).test, alone->at(i).test));
            QCOMPARE(shared->at(i).metrics.toJson(), alone->at(i).metrics.toJson());
            QCOMPARE(shared->at(i).fingerprint, alone->at(i).fingerprint);
        }
        VERIFY_RESULT(addDays(*workspace, 86, 90, "bb"));
        VERIFY_RESULT(addDays(*workspace, 88, 90, "dd"));
        for (const int workers : {1, 4}) {
            const auto failed = forecast(workers);
            QVERIFY(!failed);
            QCOMPARE(failed.error().code, ErrorCode::TooShort);
            QVERIFY2(failed.error().message.startsWith(QStringLiteral("bb")), qPrintable(failed.error().message));
        }
    }
    void everyModelReopensTheSame_data()
    {
        QTest::addColumn<QString>("model");
        for (const ModelInfo &info : modelRegistry().models())
            QTest::newRow(qPrintable(info.name)) << info.name;
    }
    void everyModelReopensTheSame()
    {
        QFETCH(QString, model);
        if (lacksEngine(model))
            QSKIP("the neural module is not built");
        const QTemporaryDir folder;
        auto workspace = Workspace::create(workspaceIn(folder));
        VERIFY_RESULT(workspace);
        const auto added = addDays(*workspace, 0, 90);
        VERIFY_RESULT(added);
        JobContext job;
        const TrainingSpec spec = dailySpec(model, 3);
        const auto direct = forecastFromWorkspace(*workspace, spec, job);
        VERIFY_RESULT(direct);
        const auto id = trainAndStore(*workspace, spec, job);
        VERIFY_RESULT(id);
        auto again = Workspace::open(workspaceIn(folder));
        VERIFY_RESULT(again);
        const auto reopened = reopenRun(*again, *id, job);
        VERIFY_RESULT(reopened);
        const ForecastOutcome &first = direct->front();
        QVERIFY(sameForecast(first.test, reopened->test));
        QVERIFY(sameForecast(first.future, reopened->future));
        QVERIFY(sameValues(first.fitted, reopened->fitted));
        QVERIFY(sameValues(first.history.values, reopened->history.values));
        QCOMPARE(reopened->metrics.toJson(), first.metrics.toJson());
        QCOMPARE(reopened->baselineMetrics.toJson(), first.baselineMetrics.toJson());
        QCOMPARE(reopened->sentence, first.sentence);
        QCOMPARE(reopened->explanation, first.explanation);
        QCOMPARE(reopened->trainLength, first.trainLength);
        QCOMPARE(reopened->saved.state, first.saved.state);
        QCOMPARE(reopened->saved.weights, first.saved.weights);
        QCOMPARE(reopened->epochs.size(), first.epochs.size());
    }
    // Facts are stored; what is said of them is said in the language that the window has by then.
    void sentencesAreInTheLanguageOfNow()
    {
        const QTemporaryDir folder;
        auto workspace = Workspace::create(workspaceIn(folder));
        VERIFY_RESULT(workspace);
        VERIFY_RESULT(addDays(*workspace, 0, 90));
        JobContext job;
        const auto id = trainAndStore(*workspace, dailySpec(QStringLiteral("ar"), 1), job);
        VERIFY_RESULT(id);
        RunSummary run = RunStore(*workspace).list()->front();
        const QString written = run.metrics[QStringLiteral("sentence")].toString();
        QVERIFY(!written.isEmpty());
        QCOMPARE(runSentence(run), written);
        OtherLanguage other;
        QVERIFY(QCoreApplication::installTranslator(&other));
        QVERIFY2(runSentence(run).startsWith(QStringLiteral("<")), qPrintable(runSentence(run)));
        const auto reopened = reopenRun(*workspace, *id, job);
        VERIFY_RESULT(reopened);
        QCOMPARE(reopened->sentence, runSentence(run));
        QVERIFY2(reopened->explanation.startsWith(QStringLiteral("<")), qPrintable(reopened->explanation));
        run.metrics.remove(QStringLiteral("season")); // as an older version stored it
        QCOMPARE(runSentence(run), written);
        QCoreApplication::removeTranslator(&other);
    }
    void storedRunSaysHowItWasMade()
    {
        const QTemporaryDir folder;
        auto workspace = Workspace::create(workspaceIn(folder));
        VERIFY_RESULT(workspace);
        const auto added = addDays(*workspace, 0, 60);
        VERIFY_RESULT(added);
        JobContext job;
        TrainingSpec spec = dailySpec(QStringLiteral("drift"), 3);
        spec.model.seed = 42;
        const auto id = trainAndStore(*workspace, spec, job);
        VERIFY_RESULT(id);
        const auto runs = RunStore(*workspace).list();
        VERIFY_RESULT(runs);
        QCOMPARE(runs->size(), 1);
        const RunSummary &run = runs->front();
        QVERIFY(run.id == *id);
        QCOMPARE(run.model, QStringLiteral("drift"));
        QCOMPARE(run.seriesKey, QStringLiteral("shop"));
        QCOMPARE(run.seed, quint64(42));
        QCOMPARE(run.spec, spec.toJson());
        const auto fingerprint = workspace->data().fingerprint();
        VERIFY_RESULT(fingerprint);
        QCOMPARE(run.dataFingerprint, *fingerprint);
        QVERIFY(run.metrics[QStringLiteral("model")][QStringLiteral("WAPE")].isDouble());
        QVERIFY(run.metrics[QStringLiteral("baseline")][QStringLiteral("WAPE")].isDouble());
    }
    // Days imported after training: the forecast begins later, by the parameters that were stored.
    void storedModelFollowsNewDays_data()
    {
        QTest::addColumn<QString>("model");
        QTest::newRow("drift") << QStringLiteral("drift");
        QTest::newRow("gru") << QStringLiteral("gru");
    }
    void storedModelFollowsNewDays()
    {
        QFETCH(QString, model);
        if (lacksEngine(model))
            QSKIP("the neural module is not built");
        const QTemporaryDir folder;
        auto workspace = Workspace::create(workspaceIn(folder));
        VERIFY_RESULT(workspace);
        const auto added = addDays(*workspace, 0, 80);
        VERIFY_RESULT(added);
        JobContext job;
        const auto id = trainAndStore(*workspace, dailySpec(model, 3), job);
        VERIFY_RESULT(id);
        const auto before = reopenRun(*workspace, *id, job);
        VERIFY_RESULT(before);
        const auto more = addDays(*workspace, 80, 85);
        VERIFY_RESULT(more);
        const auto after = reopenRun(*workspace, *id, job);
        VERIFY_RESULT(after);
        QCOMPARE(after->history.size(), qint64(85));
        QCOMPARE(int(after->fitted.size()), 85);
        QVERIFY(after->saved.state == before->saved.state);
        QVERIFY(sameForecast(after->test, before->test));
        QVERIFY(!sameForecast(after->future, before->future));
        if (model == QLatin1String("drift")) // the line from the new last value, with the stored slope
            QVERIFY(std::abs(after->future.mean[0] - valueAt(84) - (before->future.mean[0] - valueAt(79))) < 1e-9);
    }
    void storedLimitsHoldWhenReopened()
    {
        const QTemporaryDir folder;
        auto workspace = Workspace::create(workspaceIn(folder));
        VERIFY_RESULT(workspace);
        VERIFY_RESULT(addDays(*workspace, 0, 80));
        JobContext job;
        TrainingSpec spec = dailySpec(QStringLiteral("ar"), 1);
        spec.limits = {199.5, 260.0, true};
        const auto direct = forecastFromWorkspace(*workspace, spec, job);
        VERIFY_RESULT(direct);
        const auto id = trainAndStore(*workspace, spec, job);
        VERIFY_RESULT(id);
        VERIFY_RESULT(addDays(*workspace, 80, 85)); // the future is forecast anew
        const auto reopened = reopenRun(*workspace, *id, job);
        VERIFY_RESULT(reopened);
        QVERIFY(sameForecast(direct->front().test, reopened->test));
        QCOMPARE(reopened->baselineMetrics.toJson(), direct->front().baselineMetrics.toJson());
        const auto isFine = [](double value) { return value >= 200 && value <= 260 && value == std::floor(value); };
        QVERIFY(std::all_of(reopened->future.mean.begin(), reopened->future.mean.end(), isFine));
        for (const Band &band : reopened->future.bands)
            QVERIFY(std::all_of(band.low.begin(), band.low.end(), isFine) && std::all_of(band.high.begin(), band.high.end(), isFine));
        QVERIFY(reopened->future.mean.front() != reopened->future.mean[1] || reopened->future.mean.front() != reopened->future.mean[2]);
    }
    void damagedWeightsAreRefused()
    {
        if (lacksEngine(QStringLiteral("lstm")))
            QSKIP("the neural module is not built");
        const QTemporaryDir folder;
        auto workspace = Workspace::create(workspaceIn(folder));
        VERIFY_RESULT(workspace);
        const auto added = addDays(*workspace, 0, 60);
        VERIFY_RESULT(added);
        JobContext job;
        const auto id = trainAndStore(*workspace, dailySpec(QStringLiteral("lstm"), 1), job);
        VERIFY_RESULT(id);
        auto record = RunStore(*workspace).load(*id);
        VERIFY_RESULT(record);
        record->weights[record->weights.size() / 2] = char(record->weights[record->weights.size() / 2] ^ 4);
        const auto damaged = RunStore(*workspace).add(*record, job);
        VERIFY_RESULT(damaged);
        const auto reopened = reopenRun(*workspace, *damaged, job);
        QVERIFY(!reopened);
        QCOMPARE(reopened.error().code, ErrorCode::Format);
    }
    void unknownSeriesAndRunsAreNamed()
    {
        const QTemporaryDir folder;
        auto workspace = Workspace::create(workspaceIn(folder));
        VERIFY_RESULT(workspace);
        const auto added = addDays(*workspace, 0, 60);
        VERIFY_RESULT(added);
        JobContext job;
        TrainingSpec spec = dailySpec(QStringLiteral("naive"), 1);
        spec.query.keys = {QStringLiteral("stall")};
        const auto outcome = forecastFromWorkspace(*workspace, spec, job);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::NotFound);
        QVERIFY2(outcome.error().message.contains(QStringLiteral("stall")), qPrintable(outcome.error().message));
        QVERIFY(!trainAndStore(*workspace, spec, job));
        const auto run = reopenRun(*workspace, {99}, job);
        QVERIFY(!run);
        QCOMPARE(run.error().code, ErrorCode::NotFound);
    }
    // kill -9 in an epoch, between them and around the moment a run is stored.
    void survivesBeingKilled()
    {
        if (lacksEngine(QStringLiteral("lstm")))
            QSKIP("the neural module is not built");
        const QTemporaryDir folder;
        {
            auto workspace = Workspace::create(workspaceIn(folder));
            VERIFY_RESULT(workspace);
            const auto added = addDays(*workspace, 0, 60);
            VERIFY_RESULT(added);
        }
        constexpr int kills = 6;
        for (int lines = 1; lines <= kills; ++lines) {
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(), {QLatin1String(childArgument), workspaceIn(folder)});
            int seen = 0;
            while (seen < lines && child.waitForReadyRead(60'000))
                for (; child.canReadLine(); ++seen)
                    child.readLine();
            QVERIFY2(seen >= lines, child.readAllStandardError().constData());
            child.kill();
            QVERIFY(child.waitForFinished());
            QCOMPARE(child.exitStatus(), QProcess::CrashExit);
            checkWhole(workspaceIn(folder));
            if (QTest::currentTestFailed())
                return;
        }
        qInfo("%d kills", kills);
    }

private:
    static void checkWhole(const QString &path)
    {
        auto workspace = Workspace::open(path);
        VERIFY_RESULT(workspace);
        const auto intact = workspace->checkIntegrity();
        VERIFY_RESULT(intact);
        const auto runs = RunStore(*workspace).list();
        VERIFY_RESULT(runs);
        JobContext job;
        for (const RunSummary &run : *runs) {
            const auto reopened = reopenRun(*workspace, run.id, job);
            VERIFY_RESULT(reopened);
            QCOMPARE(reopened->epochs.size(), 3);
        }
        const auto again = trainAndStore(*workspace, dailySpec(QStringLiteral("drift"), 1), job);
        VERIFY_RESULT(again);
        const auto removed = RunStore(*workspace).remove(*again);
        VERIFY_RESULT(removed);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc == 3 && QByteArrayView(argv[1]) == childArgument)
        return trainUntilKilled(QString::fromLocal8Bit(argv[2]));
    test::prepareApplication();
    TestRuns tests;
    const int failures = QTest::qExec(&tests, argc, argv);
    return failures + test::unexpectedWarnings();
}
#include "tst_runs.moc"
