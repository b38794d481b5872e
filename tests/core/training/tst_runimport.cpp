// Runs that come in as files: those that can be opened are taken in, others are refused with what is wrong.
#include "core/data/RunFile.h"
#include "core/training/RunImport.h"
#include "tests/core/training/DailyShop.h"
#include "tests/support/TestSupport.h"

using namespace foretrail;

class TestRunImport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_workspace.emplace(Workspace::create(path("shop.foretrail")).value());
        VERIFY_RESULT(test::addDays(*m_workspace, 0, 120));
    }
    void cleanup() { m_workspace.reset(); }

    void runsOfAllKindsAreTakenIn_data()
    {
        QTest::addColumn<QString>("model");
        for (const char *model : {"naive", "ar", "ar-fourier", "theta", "ets", "croston", "combination", "auto", "pooled", "lstm", "gru"})
            QTest::newRow(model) << QString::fromLatin1(model);
    }
    void runsOfAllKindsAreTakenIn()
    {
        QFETCH(QString, model);
        const RunRecord run = trained(model);
        test::writeAll(path("one.foretrail-run"), runFile(run));
        const auto id = importRun(*m_workspace, path("one.foretrail-run"), m_job);
        VERIFY_RESULT(id);
        const auto taken = RunStore(*m_workspace).load(*id);
        VERIFY_RESULT(taken);
        QCOMPARE(taken->modelState, run.modelState);
        QCOMPARE(taken->weights, run.weights);
        VERIFY_RESULT(reopenRun(*m_workspace, *id, m_job));
    }

    void whatDoesNotFitIsRefused_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("said");
        QTest::newRow("another number of units") << QStringLiteral("units") << QJsonValue(7) << QStringLiteral("where gru.weight_ih_l0 (21 x ");
        QTest::newRow("another number of layers") << QStringLiteral("layers") << QJsonValue(2) << QStringLiteral("it has 6 parts where 10 are needed");
        QTest::newRow("settings that are no settings") << QStringLiteral("units") << QJsonValue(-1) << QStringLiteral("units: -1 is not a whole number");
        QTest::newRow("another model") << QStringLiteral("model") << QJsonValue(QStringLiteral("lstm")) << QStringLiteral("it says that it is of the model gru, its settings say lstm");
    }
    void whatDoesNotFitIsRefused()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QFETCH(QString, said);
        RunRecord run = trained(QStringLiteral("gru"));
        run.summary.spec.insert(key, value);
        expectRefused(run, said);
    }

    void damagedPartsAreRefused()
    {
        RunRecord run = trained(QStringLiteral("gru"));
        const QByteArray weights = run.weights;
        run.weights.chop(40);
        expectRefused(run, QStringLiteral("The stored weights are damaged"));
        run.weights = "PK" + weights;
        expectRefused(run, QStringLiteral("Python's pickle"));
        run.weights = weights;
        run.modelState.remove(QStringLiteral("errorScales"));
        expectRefused(run, QString());
        run = trained(QStringLiteral("ar"));
        run.outcome.remove(QStringLiteral("fitted"));
        expectRefused(run, QStringLiteral("fitted"));
    }

private:
    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    RunRecord trained(const QString &model)
    {
        const auto id = trainAndStore(*m_workspace, test::dailySpec(model, 3), m_job);
        if (!id)
            qFatal("%s", qPrintable(id.error().message));
        return *RunStore(*m_workspace).load(*id);
    }
    void expectRefused(const RunRecord &run, const QString &said)
    {
        const qsizetype before = RunStore(*m_workspace).list()->size();
        test::writeAll(path("bad.foretrail-run"), runFile(run));
        const auto id = importRun(*m_workspace, path("bad.foretrail-run"), m_job);
        QVERIFY(!id);
        QCOMPARE(id.error().code, ErrorCode::Format);
        QVERIFY2(id.error().message.startsWith(QStringLiteral("bad.foretrail-run was not taken in: ")), qPrintable(id.error().message));
        QVERIFY2(id.error().message.contains(said), qPrintable(id.error().message));
        QCOMPARE(RunStore(*m_workspace).list()->size(), before);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Workspace> m_workspace;
    JobContext m_job;
};

FORETRAIL_TEST_MAIN(TestRunImport, QCoreApplication)
#include "tst_runimport.moc"
