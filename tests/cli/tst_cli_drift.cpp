// The verb drift on a log that was made for it, through the real program: item A sells ten times as much from 2024-04-10 on.
#include "tests/cli/CliRun.h"

#include <QDate>

using namespace foretrail;
using test::CliRun;
using test::runCli;

class TestCliDrift : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_shop = m_folder.filePath(QStringLiteral("shop.foretrail"));
        const QString log = m_folder.filePath(QStringLiteral("log.csv"));
        test::writeAll(log, madeLog());
        VERIFY_CODE(runCli(QStringLiteral("import %1 %2 --kind sales --map time=time,item=item,amount=amount").arg(m_shop, log)), 0);
    }
    // Of the 131 days the first 44 are learnt from. Of the 28 days on either side A rises by 90 a day and C stays; B falls by 2, and by 2 / 28, since
    // three days are left over from its rounds of five: 2, -1, 1 before and -2, 0, 2 after.
    void theChangeIsDatedAndItsDriversAreNamed()
    {
        const CliRun run = runCli(QStringLiteral("drift %1 --model mean --json").arg(m_shop));
        VERIFY_CODE(run, 0);
        const QJsonArray alerts = run.json()[QStringLiteral("alerts")].toArray();
        QCOMPARE(alerts.size(), 1);
        const QJsonObject alert = alerts[0].toObject();
        QCOMPARE(alert[QStringLiteral("date")].toString(), QStringLiteral("2024-04-10"));
        QCOMPARE(alert[QStringLiteral("detector")].toString(), QStringLiteral("page-hinkley"));
        QVERIFY(alert[QStringLiteral("after")].toDouble() > 80);
        const QJsonObject driver = alert[QStringLiteral("drivers")].toArray()[0].toObject();
        QCOMPARE(driver[QStringLiteral("key")].toString(), QStringLiteral("A"));
        QCOMPARE(qRound(1000 * driver[QStringLiteral("share")].toDouble()), qRound(1000 * 90 / (90 - 2 - 2.0 / 28)));
        QCOMPARE(alert[QStringLiteral("counter")].toArray()[0].toObject()[QStringLiteral("key")].toString(), QStringLiteral("B"));
        const QJsonObject coverage = run.json()[QStringLiteral("coverage")].toObject();
        QVERIFY(coverage[QStringLiteral("static")].toDouble() < coverage[QStringLiteral("adaptive")].toDouble());
    }
    void peopleReadALine()
    {
        const CliRun run = runCli(QStringLiteral("drift %1 --model mean").arg(m_shop));
        VERIFY_CODE(run, 0);
        QVERIFY2(run.out.startsWith("2024-04-10 (found 2024-04-1") && run.out.contains("A (102 %)") && run.out.contains("Against it: B (-2 %)"), run.out.constData());
        QVERIFY2(run.message().contains(QStringLiteral(" change")), run.err.constData());
    }
    void whatCannotBeWatchedIsSaid()
    {
        const CliRun slow = runCli(QStringLiteral("drift %1 --model lstm").arg(m_shop));
        VERIFY_CODE(slow, 1);
        QVERIFY2(slow.err.contains("takes too long"), slow.err.constData());
        const CliRun shortOne = runCli(QStringLiteral("drift %1 --step month").arg(m_shop));
        VERIFY_CODE(shortOne, 1);
        const QString settings = m_folder.filePath(QStringLiteral("settings.json"));
        test::writeAll(settings, R"({"pageHinkley": {"lamda": 3}})");
        const CliRun wrong = runCli(QStringLiteral("drift %1 --settings %2").arg(m_shop, settings));
        VERIFY_CODE(wrong, 1);
        QVERIFY2(wrong.err.contains("lamda"), wrong.err.constData());
    }

private:
    /// Three items a day for 131 days; what B sells wavers, so that there are usual errors.
    static QByteArray madeLog()
    {
        QByteArray csv = "time,item,amount\n";
        const QDate first(2024, 1, 1), change(2024, 4, 10);
        for (int day = 0; day < 131; ++day) {
            const QDate date = first.addDays(day);
            const bool isLater = date >= change;
            const auto row = [&](const char *item, double price) {
                csv += QStringLiteral("%1 10:00:00,%2,%3\n").arg(date.toString(Qt::ISODate), QLatin1String(item)).arg(price, 0, 'f', 2).toUtf8();
            };
            row("A", isLater ? 100 : 10);
            row("B", (isLater ? 18 : 20) + (day * 7 % 5) - 2);
            row("C", 5);
        }
        return csv;
    }

    QTemporaryDir m_folder;
    QString m_shop;
};

FORETRAIL_TEST_MAIN(TestCliDrift, QCoreApplication)
#include "tst_cli_drift.moc"
