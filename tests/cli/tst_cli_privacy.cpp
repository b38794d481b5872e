// The verb privacy of the real program: no output names a user while they are hidden, and who is erased is gone.
#include "tests/cli/CliRun.h"

using namespace foretrail;
using test::CliRun;
using test::runCli;

class TestCliPrivacy : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void hiddenInAllThatIsSaid();
    void erased();
    void refusals_data();
    void refusals();

private:
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    QTemporaryDir m_folder;
    QString m_shop;
};

void TestCliPrivacy::initTestCase()
{
    QByteArray log = "time,user,item,kind,price,quantity\n";
    for (int day = 1; day <= 28; ++day)
        for (int user = 10; user < 50; ++user)
            if (day % (user % 5 + 2) == 0)
                log += QStringLiteral("2024-02-%1 10:%2:00,person-%2,item-%3,purchase,5,1\n").arg(day, 2, 10, QLatin1Char('0')).arg(user).arg(day % 4).toUtf8();
    log += "2024-02-30 10:00:00,person-13,item-1,purchase,5,1\n"; // rejected: there is no such day
    log += "2024-02-30 10:00:00,person-99,item-1,purchase,5,1\n"; // of whom nothing else is known
    test::writeAll(path("log.csv"), log);
    m_shop = path("shop.foretrail");
    VERIFY_CODE(runCli(QStringLiteral("import %1 %2 --kind events").arg(m_shop, path("log.csv"))), 0);
}

void TestCliPrivacy::hiddenInAllThatIsSaid()
{
    const CliRun hidden = runCli(QStringLiteral("privacy %1 --hide-users --json").arg(m_shop));
    VERIFY_CODE(hidden, 0);
    QCOMPARE(hidden.json()[QStringLiteral("usersHidden")].toBool(), true);
    VERIFY_CODE(runCli(QStringLiteral("customers %1 --model mbgnbd --calibration-end 2024-02-20 --out %2").arg(m_shop, path("c.csv"))), 0);
    const QByteArray table = test::readAll(path("c.csv"));
    QVERIFY(!table.contains("person-"));
    const QString name = CliRun::table(table).value(1).value(0);
    const CliRun profile = runCli(QStringLiteral("profile %1 --user %2 --json").arg(m_shop, name));
    VERIFY_CODE(profile, 0);
    QVERIFY(!profile.out.contains("person-"));
    QVERIFY(profile.out.contains(name.toUtf8()));
    QVERIFY(!runCli(QStringLiteral("quality %1 --json").arg(m_shop)).out.contains("person-"));
    const CliRun unknown = runCli(QStringLiteral("profile %1 --user person-9 --json").arg(m_shop));
    QCOMPARE(unknown.code, 1);
    QVERIFY(!unknown.err.contains("person-1"));
    VERIFY_CODE(runCli(QStringLiteral("privacy %1 --show-users").arg(m_shop)), 0);
    QVERIFY(runCli(QStringLiteral("profile %1 --user person-11 --json").arg(m_shop)).out.contains("person-11"));
}

void TestCliPrivacy::erased()
{
    const CliRun run = runCli(QStringLiteral("privacy %1 --erase person-13 --json").arg(m_shop));
    VERIFY_CODE(run, 0);
    QCOMPARE(run.json()[QStringLiteral("erased")][QStringLiteral("events")].toInt(), 28 / 5); // of every fifth day
    QCOMPARE(run.json()[QStringLiteral("erased")][QStringLiteral("rejects")].toInt(), 1);
    QCOMPARE(runCli(QStringLiteral("profile %1 --user person-13 --json").arg(m_shop)).code, 1);
    QVERIFY(!test::readAll(m_shop).contains("person-13"));
    QVERIFY(test::readAll(m_shop).contains("person-14"));
    const CliRun named = runCli(QStringLiteral("privacy %1 --erase person-99 --json").arg(m_shop));
    VERIFY_CODE(named, 0);
    QCOMPARE(named.json()[QStringLiteral("erased")][QStringLiteral("rejects")].toInt(), 1);
    QVERIFY(!test::readAll(m_shop).contains("person-99"));
}

void TestCliPrivacy::refusals_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("code");
    QTest::newRow("both") << QStringLiteral("privacy %1 --hide-users --show-users") << 2;
    QTest::newRow("nobody") << QStringLiteral("privacy %1 --erase person-98") << 1;
    QTest::newRow("no workspace") << QStringLiteral("privacy %1.not --json") << 1;
}

void TestCliPrivacy::refusals()
{
    QFETCH(QString, line);
    QFETCH(int, code);
    const CliRun run = runCli(line.arg(m_shop));
    VERIFY_CODE(run, code);
    QVERIFY(!run.message().isEmpty());
}

FORETRAIL_TEST_MAIN(TestCliPrivacy, QCoreApplication)
#include "tst_cli_privacy.moc"
