// The verbs funnel, retention, paths and lifecycle of the real program on five shoppers whose figures are counted by hand: ann and bob
// look, put and buy (ann within the hour, bob two days later), cyd looks and puts, dan only buys, eve puts before she looks.
#include "tests/cli/CliRun.h"

using namespace foretrail;
using test::CliRun;
using test::runCli;

class TestCliFlows : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void funnelTableAndObject();
    void funnelWindowAndSessions();
    void usersBehindANumber();
    void smallGroupsAreWithheld();
    void retentionTriangle();
    void pathsAndTransitions();
    void lifecycleByDay();
    void refusals_data();
    void refusals();
    void aLogWithoutPurchases();
    void helpNamesTheOptions();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    CliRun run(const QString &verb, const QString &options = {}) { return runCli(QStringLiteral("%1 %2 %3").arg(verb, m_shop, options)); }
    QTemporaryDir m_folder;
    QString m_shop;
};

void TestCliFlows::initTestCase()
{
    m_shop = path(QStringLiteral("shop.foretrail"));
    test::writeAll(path(QStringLiteral("log.csv")),
                   "time,user,event,item,category\n"
                   "2024-01-01 10:00:00,=ann,view,tea,drinks\n2024-01-01 10:05:00,=ann,view,mug,kitchen\n2024-01-01 10:06:00,=ann,cart,tea,drinks\n"
                   "2024-01-01 10:16:00,=ann,purchase,tea,drinks\n2024-01-02 09:00:00,bob,view,mug,kitchen\n2024-01-02 09:02:00,bob,cart,mug,kitchen\n"
                   "2024-01-04 09:02:00,bob,purchase,mug,kitchen\n2024-01-02 12:00:00,cyd,view,tea,drinks\n2024-01-02 12:10:00,cyd,cart,tea,drinks\n"
                   "2024-01-03 08:00:00,dan,purchase,tea,drinks\n2024-01-03 09:00:00,eve,cart,tea,drinks\n2024-01-03 09:01:00,eve,view,tea,drinks\n");
    VERIFY_CODE(runCli(QStringLiteral("import %1 %2 --map time=time,user=user,kind=event,item=item,category=category").arg(m_shop, path(QStringLiteral("log.csv")))), 0);
}

void TestCliFlows::funnelTableAndObject()
{
    const CliRun table = run(QStringLiteral("funnel"), QStringLiteral("--steps view,cart,purchase"));
    VERIFY_CODE(table, 0);
    const QList<QStringList> rows = CliRun::table(table.out);
    QCOMPARE(rows[0].join(u','), QStringLiteral("step,count,share_of_first,share_of_previous,lost,median_seconds"));
    QCOMPARE(rows[1].join(u','), QStringLiteral("view,4,1,0.8,1,"));
    QCOMPARE(rows[2].join(u','), QStringLiteral("cart,3,0.75,0.75,1,120"));
    QCOMPARE(rows[3][1], QStringLiteral("2"));
    QCOMPARE(rows[3][5], QStringLiteral("86700")); // half of ten minutes and two days
    QVERIFY(table.message().contains(QStringLiteral("2 of 4 that began came to the end (50.0 %)")));
    const CliRun object = run(QStringLiteral("funnel"), QStringLiteral("--steps view,cart,purchase --json"));
    VERIFY_CODE(object, 0);
    QCOMPARE(object.json()[QStringLiteral("units")].toInt(), 5);
    QCOMPARE(object.json()[QStringLiteral("steps")][1][QStringLiteral("count")].toInt(), 3);
}

void TestCliFlows::funnelWindowAndSessions()
{
    const CliRun within = run(QStringLiteral("funnel"), QStringLiteral("--steps view,cart,purchase --within 1d --json"));
    QCOMPARE(within.json()[QStringLiteral("steps")][2][QStringLiteral("count")].toInt(), 1);
    const CliRun sessions = run(QStringLiteral("funnel"), QStringLiteral("--steps view@item=tea,purchase@category=drinks --per session --json"));
    VERIFY_CODE(sessions, 0);
    QCOMPARE(sessions.json()[QStringLiteral("units")].toInt(), 6); // bob comes twice
    QCOMPARE(sessions.json()[QStringLiteral("steps")][0][QStringLiteral("count")].toInt(), 3);
    QCOMPARE(sessions.json()[QStringLiteral("steps")][1][QStringLiteral("count")].toInt(), 1);
    const CliRun quoted = run(QStringLiteral("funnel"), QStringLiteral("--steps view@category=\"drinks,hot\",cart"));
    VERIFY_CODE(quoted, 1);
    QVERIFY2(quoted.message().contains(QStringLiteral("drinks,hot")), qPrintable(quoted.message())); // one step, whose category is not there
}

void TestCliFlows::usersBehindANumber()
{
    const CliRun lost = run(QStringLiteral("funnel"), QStringLiteral("--steps view,cart,purchase --users-lost cart --out %1").arg(path(QStringLiteral("lost.csv"))));
    VERIFY_CODE(lost, 0);
    const QList<QStringList> rows = CliRun::table(test::readAll(path(QStringLiteral("lost.csv"))));
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[1].first(5).join(u','), QStringLiteral("cyd,2024-01-02T12:00:00Z,2024-01-02T12:10:00Z,2,0"));
    const CliRun reached = run(QStringLiteral("funnel"), QStringLiteral("--steps view,cart,purchase --users-reached 3"));
    VERIFY_CODE(reached, 0);
    QCOMPARE(CliRun::table(reached.out)[1][0], QStringLiteral("'=ann")); // runs in no spreadsheet
    QCOMPARE(CliRun::table(reached.out)[2][0], QStringLiteral("bob"));
}

void TestCliFlows::smallGroupsAreWithheld()
{
    const CliRun table = run(QStringLiteral("funnel"), QStringLiteral("--steps view,cart,purchase --min-group 3"));
    VERIFY_CODE(table, 0);
    QCOMPARE(CliRun::table(table.out)[3].join(u','), QStringLiteral("purchase,<3,,,0,"));
    QCOMPARE(CliRun::table(table.out)[2][4], QStringLiteral("withheld"));
    QVERIFY(table.message().contains(QStringLiteral("the end is withheld")));
    QVERIFY(table.message().contains(QStringLiteral("fewer than 3 are withheld")));
    const CliRun list = run(QStringLiteral("funnel"), QStringLiteral("--steps view,cart,purchase --users-lost cart --min-group 3 --out %1").arg(path(QStringLiteral("few.csv"))));
    VERIFY_CODE(list, 1);
    QVERIFY(list.message().contains(QStringLiteral("not handed on")) && !QFile::exists(path(QStringLiteral("few.csv"))));
    const CliRun object = run(QStringLiteral("retention"), QStringLiteral("--by day --min-group 3 --json"));
    QVERIFY(object.json()[QStringLiteral("cohorts")][0][QStringLiteral("size")].isNull());
    const CliRun ways = run(QStringLiteral("paths"), QStringLiteral("--min-group 3"));
    QVERIFY(ways.out.contains("smaller groups"));
}

void TestCliFlows::retentionTriangle()
{
    const CliRun table = run(QStringLiteral("retention"), QStringLiteral("--by day"));
    VERIFY_CODE(table, 0);
    QCOMPARE(table.out, QByteArray("cohort,size,0,1,2,3\n2024-01-01,1,1,0,0,0\n2024-01-02,2,2,0,1,\n2024-01-03,2,2,0,,\n2024-01-04,0,0,,,\n"));
    const CliRun later = run(QStringLiteral("retention"), QStringLiteral("--by day --or-later --out %1").arg(path(QStringLiteral("r.csv"))));
    VERIFY_CODE(later, 0);
    QCOMPARE(CliRun::table(test::readAll(path(QStringLiteral("r.csv"))))[2].join(u','), QStringLiteral("2024-01-02,2,2,1,1,"));
    const CliRun bought = run(QStringLiteral("retention"), QStringLiteral("--by week --cohort first-purchase --return purchase --json"));
    VERIFY_CODE(bought, 0);
    QCOMPARE(bought.json()[QStringLiteral("users")].toInt(), 3);
}

void TestCliFlows::pathsAndTransitions()
{
    const CliRun table = run(QStringLiteral("paths"));
    VERIFY_CODE(table, 0);
    QVERIFY2(table.out.startsWith("from,to,count,share\nstart,view,3,0.5\nview,cart,3,0.75\n"), table.out.constData());
    const CliRun object = run(QStringLiteral("paths"), QStringLiteral("--json --steps 3"));
    VERIFY_CODE(object, 0);
    QCOMPARE(object.json()[QStringLiteral("units")].toInt(), 6);
    QCOMPARE(object.json()[QStringLiteral("paths")][0][QStringLiteral("path")].toString(), QString::fromUtf8("view → cart → end"));
    const CliRun items = run(QStringLiteral("paths"), QStringLiteral("--by item --paths"));
    VERIFY_CODE(items, 0);
    QVERIFY(items.out.contains("tea → mug → tea → end,1"));
}

void TestCliFlows::lifecycleByDay()
{
    const CliRun table = run(QStringLiteral("lifecycle"), QStringLiteral("--by day --lapsed-after 2"));
    VERIFY_CODE(table, 0);
    QCOMPARE(table.out, QByteArray("period,new,active,returned,dormant,lapsed,newly_dormant,quick_ratio,finished\n"
                                   "2024-01-01,1,0,0,0,0,0,,yes\n2024-01-02,2,0,0,1,0,1,2,yes\n2024-01-03,2,0,0,2,1,2,1,yes\n2024-01-04,0,0,1,2,2,2,0.5,no\n"));
    const CliRun object = run(QStringLiteral("lifecycle"), QStringLiteral("--by week --states periods --json"));
    VERIFY_CODE(object, 0);
    QCOMPARE(object.json()[QStringLiteral("periods")][0][QStringLiteral("new")].toInt(), 5);
}

void TestCliFlows::refusals_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QString>("options");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    QTest::newRow("no steps") << "funnel" << "" << 2 << "--steps";
    QTest::newRow("one step") << "funnel" << "--steps view" << 1 << "2 to 12";
    QTest::newRow("unknown step") << "funnel" << "--steps view,checkout" << 1 << "cart";
    QTest::newRow("no span") << "funnel" << "--steps view,cart --within soon" << 1 << "30min";
    QTest::newRow("unknown item") << "funnel" << "--steps view@item=tee,cart" << 1 << "tea";
    QTest::newRow("no such step to list") << "funnel" << "--steps view,cart --users-lost 7" << 1 << "view, cart";
    QTest::newRow("both lists") << "funnel" << "--steps view,cart --users-lost 1 --users-reached 1" << 2 << "users";
    QTest::newRow("hours") << "retention" << "--by hour" << 2 << "by";
    QTest::newRow("eleven steps") << "paths" << "--steps 11" << 2 << "steps";
    QTest::newRow("lapsed at once") << "lifecycle" << "--lapsed-after 1" << 2 << "lapsed";
}

void TestCliFlows::refusals()
{
    QFETCH(QString, verb);
    QFETCH(QString, options);
    QFETCH(int, code);
    QFETCH(QString, says);
    const CliRun refused = run(verb, options);
    VERIFY_CODE(refused, code);
    QVERIFY2(refused.message().contains(says), qPrintable(refused.message()));
}

void TestCliFlows::aLogWithoutPurchases()
{
    const QString other = path(QStringLiteral("views.foretrail"));
    test::writeAll(path(QStringLiteral("views.csv")), "time,user,event\n2024-01-01 10:00:00,ann,view\n2024-01-09 10:00:00,ann,view\n");
    VERIFY_CODE(runCli(QStringLiteral("import %1 %2 --map time=time,user=user,kind=event").arg(other, path(QStringLiteral("views.csv")))), 0);
    const CliRun bought = runCli(QStringLiteral("retention %1 --return purchase").arg(other));
    VERIFY_CODE(bought, 1);
    QVERIFY(bought.message().contains(QStringLiteral("purchase")));
    VERIFY_CODE(runCli(QStringLiteral("retention %1").arg(other)), 0);
    const CliRun items = runCli(QStringLiteral("paths %1 --by item").arg(other));
    VERIFY_CODE(items, 1);
    QVERIFY(items.message().contains(QStringLiteral("by kind")));
}

void TestCliFlows::helpNamesTheOptions()
{
    for (const char *verb : {"funnel", "retention", "paths", "lifecycle"}) {
        const CliRun help = runCli(QStringLiteral("%1 --help").arg(QLatin1String(verb)));
        VERIFY_CODE(help, 0);
        QVERIFY(help.out.contains("--min-group") && help.out.contains("--json"));
    }
}

FORETRAIL_TEST_MAIN(TestCliFlows, QCoreApplication)
#include "tst_cli_flows.moc"
