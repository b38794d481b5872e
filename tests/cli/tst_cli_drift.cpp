// The verb drift on a log that was made for it, through the real program: item A sells ten times as much from 2024-04-10 on.
#include "tests/cli/CliRun.h"

#include <QDate>

#include <cmath>

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
    // One purchase a day and item: 35, from 10 April on 123, is what all of them are worth; their number stays, and nobody looked.
    void changesOfInputsAreTold()
    {
        const CliRun run = runCli(QStringLiteral("drift %1 --model mean --json").arg(m_shop));
        VERIFY_CODE(run, 0);
        const QJsonArray inputs = run.json()[QStringLiteral("inputs")].toArray();
        QCOMPARE(inputs.size(), 1);
        const QJsonObject input = inputs[0].toObject();
        QCOMPARE(input[QStringLiteral("input")].toString(), QStringLiteral("purchase-value"));
        QCOMPARE(input[QStringLiteral("date")].toString(), QStringLiteral("2024-04-10"));
        QVERIFY(std::abs(input[QStringLiteral("before")].toDouble() - 35.0 / 3) < 0.2);
        QVERIFY(std::abs(input[QStringLiteral("since")].toDouble() - 123.0 / 3) < 1);
        QVERIFY(!run.json()[QStringLiteral("alerts")].toArray()[0].toObject().contains(QStringLiteral("users"))); // the log knows none
    }
    // Ten users buy for ten a day; from 10 April on ann buys for a hundred, and bob for a tenth: 90 of 81 and -9 of 81. Others stay.
    void theUsersBehindAChangeAreNamed()
    {
        QByteArray csv = "time,user,item,event,amount\n";
        for (int day = 0; day < 131; ++day) {
            const QDate date = QDate(2024, 1, 1).addDays(day);
            const bool isLater = date >= QDate(2024, 4, 10);
            const auto row = [&](int hour, const QByteArray &user, const QByteArray &event, double amount) {
                csv += date.toString(Qt::ISODate).toUtf8() + ' ' + QByteArray::number(hour) + ":00:00," + user + ",tea," + event + ',' + (amount > 0 ? QByteArray::number(amount) : QByteArray()) + '\n';
            };
            row(10, "ann", "purchase", isLater ? 100 : 10);
            row(11, "bob", "purchase", isLater ? 1 : 10);
            for (int user = 0; user < 8; ++user)
                row(12, "u" + QByteArray::number(user), "purchase", user == 0 ? 8 + day * 7 % 5 : 10);
            for (int look = 0, looks = (isLater ? 60 : 20) + day * 11 % 7; look < looks; ++look)
                row(13, "v" + QByteArray::number(look), "view", 0);
        }
        const QString shop = m_folder.filePath(QStringLiteral("users.foretrail")), log = m_folder.filePath(QStringLiteral("users.csv"));
        test::writeAll(log, csv);
        VERIFY_CODE(runCli(QStringLiteral("import %1 %2 --kind events --map time=time,user=user,item=item,kind=event,amount=amount").arg(shop, log)), 0);
        const CliRun run = runCli(QStringLiteral("drift %1 --model mean --measure revenue --json").arg(shop));
        VERIFY_CODE(run, 0);
        const QJsonArray alerts = run.json()[QStringLiteral("alerts")].toArray();
        QCOMPARE(alerts.size(), 1);
        const QJsonObject users = alerts[0].toObject()[QStringLiteral("users")].toObject();
        const QJsonObject driver = users[QStringLiteral("drivers")].toArray()[0].toObject(), counter = users[QStringLiteral("counter")].toArray()[0].toObject();
        QCOMPARE(driver[QStringLiteral("name")].toString(), QStringLiteral("ann"));
        QCOMPARE(counter[QStringLiteral("name")].toString(), QStringLiteral("bob"));
        QCOMPARE(driver[QStringLiteral("change")].toDouble(), 90.0);
        QCOMPARE(counter[QStringLiteral("change")].toDouble(), -9.0);
        QVERIFY(std::abs(driver[QStringLiteral("share")].toDouble() - 90.0 / 81) < 0.01);
        QStringList inputs;
        for (const QJsonValue one : run.json()[QStringLiteral("inputs")].toArray()) {
            inputs << one[QStringLiteral("input")].toString();
            QVERIFY2(one[QStringLiteral("date")].toString().startsWith(QStringLiteral("2024-04-")), run.out.constData());
        }
        for (const char *name : {"events", "users", "conversion", "purchase-value"})
            QVERIFY2(inputs.count(QLatin1String(name)) == 1, run.out.constData());
        const CliRun text = runCli(QStringLiteral("drift %1 --model mean --measure revenue").arg(shop));
        VERIFY_CODE(text, 0);
        QVERIFY2(text.out.contains("Users behind it: ann (111 %)") && text.out.contains("Users against it: bob (-11 %)"), text.out.constData());
        QVERIFY2(text.out.contains("another number of users is active in a day"), text.out.constData());
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
