// The verb overrides of the real program. The series is 100 on every day, so the mean forecasts 100.
#include "tests/cli/CliRun.h"

#include <cmath>

using namespace foretrail;
using test::CliRun;
using test::runCli;

class TestCliOverrides : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void setListedAndForecast();
    void removedAndReplaced();
    void laterItIsToldWhatTheyWereWorth();
    void fromAFile();
    void filesThatAreWrong_data();
    void filesThatAreWrong();
    void refusals_data();
    void refusals();

private:
    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    QString asked(const QString &more) const { return QStringLiteral("overrides %1 --model mean --horizon 5 %2").arg(m_shop, more); }
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_shop;
};

namespace {

QByteArray seriesFrom(int first, int last, double value)
{
    QByteArray log = "series,time,value\n";
    for (int day = first; day <= last; ++day)
        log += QStringLiteral("tea,2024-01-%1,%2\n").arg(day, 2, 10, QLatin1Char('0')).arg(value).toUtf8();
    return log;
}

} // namespace

void TestCliOverrides::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_shop = path("w.foretrail");
    test::writeAll(path("a.csv"), seriesFrom(1, 20, 100));
    VERIFY_CODE(runCli(QStringLiteral("import %1 %2 --kind series").arg(m_shop, path("a.csv"))), 0);
}

void TestCliOverrides::setListedAndForecast()
{
    VERIFY_CODE(runCli(asked(QStringLiteral("--set 2024-01-21=+10% --set 2024-01-23=150 --reason promotion --json"))), 0);
    VERIFY_CODE(runCli(asked(QStringLiteral("--set 2024-01-21=-5 --layer manager --json"))), 0);
    const CliRun listed = runCli(asked(QStringLiteral("--json")));
    VERIFY_CODE(listed, 0);
    const QJsonObject series = listed.json()[QStringLiteral("series")].toArray().first().toObject();
    QCOMPARE(series[QStringLiteral("corrections")].toInt(), 3);
    QCOMPARE(series[QStringLiteral("forecast_total")].toDouble(), 500.0);
    QVERIFY(std::abs(series[QStringLiteral("adjusted_total")].toDouble() - 555) < 1e-9); // 105 and 150 in place of 100
    const QJsonObject first = series[QStringLiteral("steps")].toArray().first().toObject();
    QCOMPARE(first[QStringLiteral("analyst")].toObject()[QStringLiteral("correction")].toString(), QStringLiteral("+10 %"));
    QCOMPARE(first[QStringLiteral("analyst")].toObject()[QStringLiteral("reason")].toString(), QStringLiteral("promotion"));
    QVERIFY(std::abs(first[QStringLiteral("manager")].toObject()[QStringLiteral("beneath")].toDouble() - 110) < 1e-9);
    // Another model and horizon meets them again.
    const CliRun forecast = runCli(QStringLiteral("forecast %1 --model naive --horizon 2 --overrides").arg(m_shop));
    VERIFY_CODE(forecast, 0);
    const auto rows = CliRun::table(forecast.out);
    QCOMPARE(rows.first().mid(9), (QStringList{QStringLiteral("analyst"), QStringLiteral("manager"), QStringLiteral("adjusted")}));
    QCOMPARE(rows[1].last().toDouble(), 105.0);
    QCOMPARE(rows[2].last().toDouble(), 100.0);
    QCOMPARE(CliRun::table(runCli(QStringLiteral("forecast %1 --model naive --horizon 2").arg(m_shop)).out).first().size(), 9);
}

void TestCliOverrides::removedAndReplaced()
{
    VERIFY_CODE(runCli(asked(QStringLiteral("--set 2024-01-21=120 --json"))), 0);
    VERIFY_CODE(runCli(asked(QStringLiteral("--set 2024-01-21=130 --json"))), 0);
    const CliRun table = runCli(asked({}));
    QCOMPARE(CliRun::table(table.out)[1].last().toDouble(), 130.0);
    VERIFY_CODE(runCli(asked(QStringLiteral("--remove 2024-01-21 --json"))), 0);
    QCOMPARE(CliRun::table(runCli(asked({})).out)[1].last().toDouble(), 100.0);
}

/// 120 was said for the 21st and 90 for the 22nd in place of 100; both became 115.
void TestCliOverrides::laterItIsToldWhatTheyWereWorth()
{
    VERIFY_CODE(runCli(asked(QStringLiteral("--set 2024-01-21=120 --set 2024-01-22=90 --json"))), 0);
    test::writeAll(path("b.csv"), seriesFrom(21, 22, 115));
    VERIFY_CODE(runCli(QStringLiteral("import %1 %2 --kind series").arg(m_shop, path("b.csv"))), 0);
    const QJsonObject series = runCli(asked(QStringLiteral("--json"))).json()[QStringLiteral("series")].toArray().first().toObject();
    QCOMPARE(series[QStringLiteral("corrections")].toInt(), 2); // kept, though their steps are past
    const QJsonObject value = series[QStringLiteral("value_added")][QStringLiteral("layers")].toArray().first().toObject();
    QCOMPARE(value[QStringLiteral("steps")].toInt(), 2);
    QCOMPARE(value[QStringLiteral("better")].toInt(), 1);
    QCOMPARE(value[QStringLiteral("mae_before")].toDouble(), 15.0);
    QCOMPARE(value[QStringLiteral("mae_after")].toDouble(), 15.0); // 5 and 25
    const QJsonArray reasons = series[QStringLiteral("value_added")][QStringLiteral("reasons")].toArray();
    QCOMPARE(reasons.size(), 1);
    QVERIFY(reasons[0].toObject().contains(QStringLiteral("reason")) && reasons[0][QStringLiteral("reason")].isNull());
}

void TestCliOverrides::fromAFile()
{
    test::writeAll(path("c.csv"), "time,correction,reason\n2024-01-21,+10%,promotion\n2024-01-22,90,\n");
    const CliRun run = runCli(asked(QStringLiteral("--file %1 --reason stock --json").arg(path("c.csv"))));
    VERIFY_CODE(run, 0);
    const QJsonArray steps = run.json()[QStringLiteral("series")][0][QStringLiteral("steps")].toArray();
    QCOMPARE(steps.size(), 2);
    QVERIFY(std::abs(steps[0][QStringLiteral("adjusted")].toDouble() - 110) < 1e-9);
    QCOMPARE(steps[0][QStringLiteral("analyst")][QStringLiteral("reason")].toString(), QStringLiteral("promotion"));
    QCOMPARE(steps[1][QStringLiteral("adjusted")].toDouble(), 90.0);
    QCOMPARE(steps[1][QStringLiteral("analyst")][QStringLiteral("reason")].toString(), QStringLiteral("stock"));
}

void TestCliOverrides::filesThatAreWrong_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("says");
    QTest::newRow("no date") << QByteArray("time,correction\n2024-01-21,5\n2024-13-01,5\n")
                             << QStringLiteral("c.csv, line 3, column time: \"2024-13-01\" is not a date. Write it as 2011-09-30");
    QTest::newRow("no step") << QByteArray("time,correction\n2024-03-01,5\n") << QStringLiteral("c.csv, line 2, column time: 2024-03-01 is no step");
    QTest::newRow("no correction") << QByteArray("time,correction\n2024-01-21,much\n") << QStringLiteral("c.csv, line 2, column correction: \"much\" is no correction");
    QTest::newRow("empty") << QByteArray("time,correction\n2024-01-21,\n") << QStringLiteral("c.csv, line 2, column correction: the cell is empty");
    QTest::newRow("no column") << QByteArray("day,correction\n2024-01-21,5\n") << QStringLiteral("no columns time and correction");
}

/// Nothing is kept of a file with one wrong line.
void TestCliOverrides::filesThatAreWrong()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, says);
    test::writeAll(path("c.csv"), content);
    const CliRun run = runCli(asked(QStringLiteral("--file %1").arg(path("c.csv"))));
    QCOMPARE(run.code, 1);
    QVERIFY2(QString::fromUtf8(run.err).contains(says), run.err.constData());
    QCOMPARE(runCli(asked(QStringLiteral("--json"))).json()[QStringLiteral("series")][0][QStringLiteral("corrections")].toInt(), 0);
}

void TestCliOverrides::refusals_data()
{
    QTest::addColumn<QString>("more");
    QTest::addColumn<QString>("says");
    QTest::newRow("no step") << QStringLiteral("--set 2024-03-01=5") << QStringLiteral("goes from 2024-01-21 to 2024-01-25");
    QTest::newRow("no correction") << QStringLiteral("--set 2024-01-21=much") << QStringLiteral("\"much\" is no correction");
    QTest::newRow("no form") << QStringLiteral("--set 2024-01-21") << QStringLiteral("TIME=CORRECTION");
    QTest::newRow("nothing to remove there") << QStringLiteral("--remove yesterday") << QStringLiteral("\"yesterday\" is not a date. Write it as 2011-09-30");
}

void TestCliOverrides::refusals()
{
    QFETCH(QString, more);
    QFETCH(QString, says);
    const CliRun run = runCli(asked(more));
    QCOMPARE(run.code, 1);
    QVERIFY2(QString::fromUtf8(run.err).contains(says), run.err.constData());
}

FORETRAIL_TEST_MAIN(TestCliOverrides, QCoreApplication)
#include "tst_cli_overrides.moc"
