// The verbs explain and what-if of the real program on the sample shop, against the verb forecast: parts add up to it, no change is no
// difference, a tenth more history is a tenth more of a naive forecast, and what they refuse.
#include "tests/cli/CliRun.h"

#include <cmath>

using namespace foretrail;
using test::CliRun;
using test::runCli;

class TestCliWhy : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_shop = path(QStringLiteral("shop.foretrail"));
        VERIFY_CODE(runCli(QStringLiteral("sample %1 --size small").arg(m_shop)), 0);
    }

    void partsAddUpToTheForecast_data()
    {
        QTest::addColumn<QString>("model");
        for (const char *model : {"ar-fourier", "ets", "auto", "theta"})
            QTest::newRow(model) << QString::fromLatin1(model);
    }
    void partsAddUpToTheForecast()
    {
        QFETCH(QString, model);
        const QList<QStringList> forecast = CliRun::table(runCli(QStringLiteral("forecast %1 --model %2 --horizon 9").arg(m_shop, model)).out);
        const QString out = path(QStringLiteral("why.csv"));
        const CliRun run = runCli(QStringLiteral("explain %1 --model %2 --horizon 9 --json --out %3").arg(m_shop, model, out));
        VERIFY_CODE(run, 0);
        QFile file(out);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QStringList> rows = CliRun::table(file.readAll());
        QCOMPARE(rows[0].join(QLatin1Char(',')), QStringLiteral("series,h,time,part,contribution,forecast"));
        std::vector<double> sums(9, 0.0), said(9, 0.0);
        for (const QStringList &row : rows.mid(1)) {
            QVERIFY(row[3] != QStringLiteral("forecast")); // every row is a part
            sums[size_t(row[1].toInt() - 1)] += row[4].toDouble();
            said[size_t(row[1].toInt() - 1)] = row[5].toDouble();
        }
        for (int h = 0; h < 9; ++h) {
            QCOMPARE(said[size_t(h)], forecast[h + 1][4].toDouble()); // mean
            QVERIFY(std::abs(sums[size_t(h)] - said[size_t(h)]) <= 1e-6 * std::abs(said[size_t(h)]));
        }
        const QJsonObject step = run.json()[QStringLiteral("explanations")][0][QStringLiteral("steps")][0].toObject();
        QCOMPARE(step[QStringLiteral("forecast")].toDouble(), said[0]);
        QVERIFY(!step[QStringLiteral("sentence")].toString().isEmpty());
    }
    void importance()
    {
        const CliRun run = runCli(QStringLiteral("explain %1 --model ar --horizon 7 --importance --json").arg(m_shop));
        VERIFY_CODE(run, 0);
        const QJsonObject of = run.json()[QStringLiteral("importance")][0].toObject();
        QVERIFY(of[QStringLiteral("error")].toDouble() > 0);
        QStringList names;
        for (const QJsonValue input : of[QStringLiteral("inputs")].toArray())
            names << input[QStringLiteral("input")].toString();
        QVERIFY2(names.contains(QStringLiteral("lags1-7")), qPrintable(names.join(QLatin1Char(' '))));
    }
    void noChangeIsNoDifference()
    {
        const CliRun run = runCli(QStringLiteral("what-if %1 --model auto --horizon 9 --json").arg(m_shop));
        VERIFY_CODE(run, 0);
        QCOMPARE(run.json()[QStringLiteral("difference")].toDouble(), 0.0);
        QCOMPARE(run.json()[QStringLiteral("sentence")].toString(), QStringLiteral("No difference."));
        const QList<QStringList> forecast = CliRun::table(runCli(QStringLiteral("forecast %1 --model auto --horizon 9").arg(m_shop)).out);
        for (int h = 0; h < 9; ++h)
            QCOMPARE(run.json()[QStringLiteral("steps")][h][QStringLiteral("scenario")].toDouble(), forecast[h + 1][4].toDouble());
    }
    void scenariosAreKeptAndUsedAgain()
    {
        const CliRun run = runCli(QStringLiteral("what-if %1 --model naive --horizon 5 --change history=yes,by=+10% --save More --json").arg(m_shop));
        VERIFY_CODE(run, 0);
        QVERIFY(std::abs(run.json()[QStringLiteral("percent")].toDouble() - 10) < 1e-9);
        const CliRun again = runCli(QStringLiteral("what-if %1 --model naive --horizon 5 --scenario More").arg(m_shop));
        VERIFY_CODE(again, 0);
        const QList<QStringList> rows = CliRun::table(again.out);
        QCOMPARE(rows[0].join(QLatin1Char(',')), QStringLiteral("series,h,time,base,scenario,difference"));
        QVERIFY(std::abs(rows[1][4].toDouble() / rows[1][3].toDouble() - 1.1) < 1e-9);
        QVERIFY2(again.message().contains(QStringLiteral("+10.0 %")), qPrintable(again.message()));
    }
    void ofAStoredRun()
    {
        const QString spec = path(QStringLiteral("spec.json"));
        test::writeAll(spec, R"({"model": "ar", "horizon": 6})");
        const CliRun trained = runCli(QStringLiteral("train %1 --spec %2 --json").arg(m_shop, spec));
        VERIFY_CODE(trained, 0);
        const QString id = QString::number(trained.json()[QStringLiteral("run")].toInteger());
        const CliRun run = runCli(QStringLiteral("explain %1 --run %2 --json").arg(m_shop, id));
        VERIFY_CODE(run, 0);
        QCOMPARE(run.json()[QStringLiteral("explanations")][0][QStringLiteral("steps")].toArray().size(), 6);
    }
    void refusals_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<QString>("says");
        QTest::newRow("no such column") << QStringLiteral("what-if %1 --model naive --change column=price,by=-10%") << QStringLiteral("no column price");
        QTest::newRow("no such scenario") << QStringLiteral("what-if %1 --model naive --scenario Less") << QStringLiteral("no scenario Less");
        QTest::newRow("no change") << QStringLiteral("what-if %1 --model naive --change column=price") << QStringLiteral("A change needs");
        QTest::newRow("no such run") << QStringLiteral("explain %1 --run 4711") << QStringLiteral("4711");
    }
    void refusals()
    {
        QFETCH(QString, options);
        QFETCH(QString, says);
        const CliRun run = runCli(options.arg(m_shop));
        QCOMPARE(run.code, 1);
        QVERIFY2(run.message().contains(says), qPrintable(run.message()));
    }

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QTemporaryDir m_folder;
    QString m_shop;
};

FORETRAIL_TEST_MAIN(TestCliWhy, QCoreApplication)
#include "tst_cli_why.moc"
