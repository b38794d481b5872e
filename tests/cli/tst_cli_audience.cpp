// Lists of all users, rules and the verb audience of the real program, on a log written here: visitors of item n go on to n + 1.
#include "tests/cli/CliRun.h"

using namespace foretrail;
using test::CliRun;
using test::runCli;

class TestCliAudience : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void listsOfAllUsers();
    void listsOfSomeUsers();
    void rulesOfOneList();
    void audienceOfAnItem();
    void audienceOfACategory();
    void unknownItemsNameTheNearest();
    void wrongUsage_data();
    void wrongUsage();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    CliRun run(const char *line) const;
    QTemporaryDir m_folder;
    QString m_shop;
};

void TestCliAudience::initTestCase()
{
    QByteArray log = "user,item,category,kind,time\n";
    for (int visit = 0; visit < 480; ++visit)
        for (int step = 0; step < 3; ++step) {
            const int item = (visit + step) % 10;
            log += QStringLiteral("user%1,item%2,part%3,%4,2024-01-%5 %6:%7:00\n").arg(visit % 40).arg(item).arg(item / 5)
                       .arg(step == 2 ? QStringLiteral("purchase") : QStringLiteral("view")).arg(visit / 20 + 1, 2, 10, QLatin1Char('0'))
                       .arg(visit % 20, 2, 10, QLatin1Char('0')).arg(step, 2, 10, QLatin1Char('0')).toUtf8();
        }
    test::writeAll(path(QStringLiteral("log.csv")), log);
    m_shop = path(QStringLiteral("shop.foretrail"));
    VERIFY_CODE(runCli({QStringLiteral("import"), m_shop, path(QStringLiteral("log.csv")), QStringLiteral("--kind"), QStringLiteral("events")}), 0);
}

/// W in the line is the shop, OUT a file.
CliRun TestCliAudience::run(const char *line) const
{
    QStringList arguments = QString::fromLatin1(line).split(QLatin1Char(' '));
    arguments.replaceInStrings(QRegularExpression(QStringLiteral("^W$")), m_shop);
    arguments.replaceInStrings(QRegularExpression(QStringLiteral("^OUT$")), path(QStringLiteral("out.csv")));
    arguments.replaceInStrings(QRegularExpression(QStringLiteral("^USERS$")), path(QStringLiteral("users.txt")));
    return runCli(arguments);
}

void TestCliAudience::listsOfAllUsers()
{
    const CliRun all = run("recommend W --all --model markov --top 3 --leave-out bought --out OUT --json");
    VERIFY_CODE(all, 0);
    QCOMPARE(all.json()[QStringLiteral("users")].toInt(), 40);
    const QList<QStringList> table = CliRun::table(test::readAll(path(QStringLiteral("out.csv"))));
    QCOMPARE(table[0].join(QLatin1Char(',')), QStringLiteral("user,rank,item,name,score,reason"));
    QCOMPARE(qint64(table.size()) - 1, all.json()[QStringLiteral("rows")].toInteger());
    const CliRun one = run("recommend W --user user7 --model markov --top 3 --leave-out bought --json");
    const auto first = std::find_if(table.begin(), table.end(), [](const QStringList &row) { return row[0] == QStringLiteral("user7"); });
    QVERIFY(first != table.end());
    QCOMPARE((*first)[2], one.json()[QStringLiteral("items")].toArray().first()[QStringLiteral("item")].toString());
}

void TestCliAudience::listsOfSomeUsers()
{
    test::writeAll(path(QStringLiteral("users.txt")), "user3\nuser9\nuser99\n");
    const CliRun some = run("recommend W --all --model markov --users-file USERS --no-reasons --out -");
    VERIFY_CODE(some, 0);
    QSet<QString> users;
    for (const QStringList &row : CliRun::table(some.out))
        users.insert(row[0]);
    QCOMPARE(users, (QSet<QString>{QStringLiteral("user"), QStringLiteral("user3"), QStringLiteral("user9")}));
    QVERIFY(some.err.contains("1 keys of"));
    const CliRun few = run("recommend W --all --model markov --users-file USERS --min-group 3 --out OUT2");
    VERIFY_CODE(few, 1);
    QVERIFY(few.message().contains(QStringLiteral("not handed on")));
    VERIFY_CODE(run("recommend W --all --model markov --users-file USERS --min-group 2 --no-reasons --out -"), 0);
}

void TestCliAudience::rulesOfOneList()
{
    const CliRun run1 = run("recommend W --user user7 --model item-knn --only-category part1 --most-per-category 2 --diversity 0.5 --json");
    VERIFY_CODE(run1, 0);
    const QJsonArray items = run1.json()[QStringLiteral("items")].toArray();
    QCOMPARE(items.size(), 2);
    for (const QJsonValue &item : items)
        QCOMPARE(item[QStringLiteral("category")].toString(), QStringLiteral("part1"));
    QVERIFY(run1.json().contains(QStringLiteral("diversity")));
    const CliRun nothing = run("recommend W --user user7 --model item-knn --only-category nothing");
    VERIFY_CODE(nothing, 1);
    const CliRun margin = run("recommend W --user user7 --model item-knn --boost-by margin");
    VERIFY_CODE(margin, 1);
    QVERIFY(margin.message().contains(QStringLiteral("margin")));
}

void TestCliAudience::audienceOfAnItem()
{
    const CliRun asked = run("audience W --item item3 --top 7 --horizon 6 --model item-knn --out OUT --json");
    VERIFY_CODE(asked, 0);
    QCOMPARE(asked.json()[QStringLiteral("users")].toArray().size(), 7);
    QVERIFY(asked.json()[QStringLiteral("calibrated")].toBool());
    QCOMPARE(asked.json()[QStringLiteral("test_users")].toInt(), 40);
    const QJsonObject everybody = asked.json()[QStringLiteral("everybody")].toObject();
    QVERIFY(everybody[QStringLiteral("low")].toDouble() <= everybody[QStringLiteral("rate")].toDouble());
    const QList<QStringList> table = CliRun::table(test::readAll(path(QStringLiteral("out.csv"))));
    QCOMPARE(table.size(), 8);
    QCOMPARE(table[0].join(QLatin1Char(',')), QStringLiteral("rank,user,score,expected,low,high,band_from,band_to"));
    const CliRun plain = run("audience W --item item3 --top 2 --horizon 6 --model item-knn");
    VERIFY_CODE(plain, 0);
    QCOMPARE(CliRun::table(plain.out).size(), 3);
    QVERIFY(plain.err.contains("picked at random"));
    const CliRun few = run("audience W --item item3 --top 2 --horizon 6 --model item-knn --min-group 3");
    VERIFY_CODE(few, 1);
    QVERIFY(few.message().contains(QStringLiteral("not handed on")) && few.out.isEmpty());
    const CliRun many = run("audience W --item item3 --top 7 --horizon 6 --model item-knn --min-group 41 --json");
    VERIFY_CODE(many, 1);
    const CliRun withheld = run("audience W --item item3 --top 40 --horizon 6 --model item-knn --min-group 40 --json");
    VERIFY_CODE(withheld, 0);
    QVERIFY(withheld.json()[QStringLiteral("responders")].isNull() && withheld.json()[QStringLiteral("withheld")].toString().contains(QStringLiteral("40")));
}

void TestCliAudience::audienceOfACategory()
{
    const CliRun asked = run("audience W --category part0 --response purchase --leave-out bought --model markov --json");
    VERIFY_CODE(asked, 0);
    QCOMPARE(asked.json()[QStringLiteral("response")].toString(), QStringLiteral("purchase"));
    QCOMPARE(asked.json()[QStringLiteral("asked")].toInt() + asked.json()[QStringLiteral("left_out")].toInt(), 40);
}

void TestCliAudience::unknownItemsNameTheNearest()
{
    const CliRun none = run("audience W --item itm3");
    VERIFY_CODE(none, 1);
    QVERIFY(none.message().contains(QStringLiteral("itm3")));
}

void TestCliAudience::wrongUsage_data()
{
    QTest::addColumn<QString>("line");
    const auto row = [](const char *name, const char *line) { QTest::newRow(name) << QString::fromLatin1(line); };
    row("nothing to show", "audience W");
    row("two at once", "audience W --item item3 --category part0");
    row("no such model", "audience W --item item3 --model oracle");
    row("no file for all", "recommend W --all");
    row("all and one", "recommend W --all --user user1 --out OUT");
    row("users of one", "recommend W --user user1 --users-file USERS");
    row("diversity", "recommend W --user user1 --diversity 2");
}

void TestCliAudience::wrongUsage()
{
    QFETCH(QString, line);
    const CliRun wrong = run(line.toLatin1().constData());
    VERIFY_CODE(wrong, 2);
    QVERIFY(!wrong.err.isEmpty());
}

FORETRAIL_TEST_MAIN(TestCliAudience, QCoreApplication)
#include "tst_cli_audience.moc"
