// The verbs recommend and recommend-eval of the real program on a log written here: three of four visitors of item n go on to n + 1.
#include "tests/cli/CliRun.h"

using namespace foretrail;
using test::CliRun;
using test::runCli;

class TestCliRecommend : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void listOfASession();
    void listOfAUser();
    void nextItemsOfAProfile();
    void unknownKeysNameTheNearest();
    void wrongUsage_data();
    void wrongUsage();
    void testAsUsual();
    void testByTime();
    void testByCases();
    void testByLeavingOneOut();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QTemporaryDir m_folder;
    QString m_shop;
};

void TestCliRecommend::initTestCase()
{
    QByteArray log = "session,user,item,kind,time\n";
    for (int visit = 0; visit < 240; ++visit)
        for (int step = 0; step < 4; ++step) {
            const int item = visit % 4 == 3 && step == 3 ? (visit * 7) % 10 : (visit + step) % 10;
            log += QStringLiteral("visit%1,user%2,item%3,view,2024-01-%4 10:%5:00\n").arg(visit).arg(visit % 60).arg(item)
                       .arg(visit / 12 + 1, 2, 10, QLatin1Char('0')).arg((visit % 12) * 5 + step, 2, 10, QLatin1Char('0')).toUtf8();
        }
    test::writeAll(path(QStringLiteral("log.csv")), log);
    m_shop = path(QStringLiteral("shop.foretrail"));
    VERIFY_CODE(runCli({QStringLiteral("import"), m_shop, path(QStringLiteral("log.csv")), QStringLiteral("--kind"), QStringLiteral("events")}), 0);
}

void TestCliRecommend::listOfASession()
{
    const CliRun run = runCli({QStringLiteral("recommend"), m_shop, QStringLiteral("--session"), QStringLiteral("visit4"), QStringLiteral("--model"),
                               QStringLiteral("markov"), QStringLiteral("--top"), QStringLiteral("3"), QStringLiteral("--json")});
    VERIFY_CODE(run, 0);
    const QJsonArray items = run.json()[QStringLiteral("items")].toArray();
    QCOMPARE(items.size(), 3);
    QCOMPARE(items[0].toObject()[QStringLiteral("item")].toString(), QStringLiteral("item8")); // it ended with item7
    const QJsonObject reason = items[0].toObject()[QStringLiteral("reasons")].toArray().first().toObject();
    QCOMPARE(reason[QStringLiteral("item")].toString(), QStringLiteral("item7"));
    QCOMPARE(run.json()[QStringLiteral("history")].toInt(), 4);
    const CliRun plain = runCli({QStringLiteral("recommend"), m_shop, QStringLiteral("--session"), QStringLiteral("visit4"), QStringLiteral("--model"), QStringLiteral("markov")});
    VERIFY_CODE(plain, 0);
    QVERIFY(plain.out.startsWith("item8\t"));
    QVERIFY(plain.out.contains("since item7"));
}

void TestCliRecommend::listOfAUser()
{
    const CliRun run = runCli({QStringLiteral("recommend"), m_shop, QStringLiteral("--user"), QStringLiteral("user3"), QStringLiteral("--leave-out"),
                               QStringLiteral("seen"), QStringLiteral("--json")});
    VERIFY_CODE(run, 0);
    QCOMPARE(run.json()[QStringLiteral("model")].toString(), QStringLiteral("combination"));
    QVERIFY(!run.json()[QStringLiteral("cold_start")].toBool());
    for (const QJsonValue &item : run.json()[QStringLiteral("items")].toArray())
        QVERIFY(!item[QStringLiteral("own")].toBool());
}

void TestCliRecommend::nextItemsOfAProfile()
{
    const QString profile = QStringLiteral("profile %1 --user user3 --json").arg(m_shop);
    const CliRun plain = runCli(profile);
    VERIFY_CODE(plain, 0);
    QVERIFY(!plain.json().contains(QStringLiteral("next_items"))); // that takes a model
    QCOMPARE(plain.json()[QStringLiteral("funnel")][QStringLiteral("reached")].toString(), QStringLiteral("view"));
    const CliRun told = runCli(profile + QStringLiteral(" --next 3"));
    VERIFY_CODE(told, 0);
    const CliRun list = runCli(QStringLiteral("recommend %1 --user user3 --top 3 --json").arg(m_shop));
    VERIFY_CODE(list, 0);
    QCOMPARE(told.json()[QStringLiteral("next_items")][QStringLiteral("items")], list.json()[QStringLiteral("items")]);
    QCOMPARE(told.json()[QStringLiteral("next_items")][QStringLiteral("items")].toArray().size(), 3);
}

void TestCliRecommend::unknownKeysNameTheNearest()
{
    const CliRun user = runCli({QStringLiteral("recommend"), m_shop, QStringLiteral("--user"), QStringLiteral("usr3")});
    VERIFY_CODE(user, 1);
    QVERIFY(user.message().contains(QStringLiteral("user3")));
    const CliRun session = runCli({QStringLiteral("recommend"), m_shop, QStringLiteral("--session"), QStringLiteral("visit999")});
    VERIFY_CODE(session, 1);
    QVERIFY(session.message().contains(QStringLiteral("visit")));
}

void TestCliRecommend::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *name, const char *line) {
        QTest::newRow(name) << QString::fromLatin1(line).split(QLatin1Char(' '));
    };
    row("nobody", "recommend W");
    row("two at once", "recommend W --user a --session b");
    row("no such model", "recommend W --user a --model oracle");
    row("two tests", "recommend-eval W --model markov --test-since 2024-01-02 --test-cases f.csv");
    row("one model of two", "recommend-eval W --model markov,oracle --test-since 2024-01-02");
}

void TestCliRecommend::wrongUsage()
{
    QFETCH(QStringList, arguments);
    arguments.replace(1, m_shop);
    const CliRun run = runCli(arguments);
    VERIFY_CODE(run, 2);
    QVERIFY(!run.err.isEmpty());
}

// 960 steps on 20 days: the latest tenth of them is of the last two.
void TestCliRecommend::testAsUsual()
{
    const CliRun run = runCli(QStringLiteral("recommend-eval %1 --json").arg(m_shop));
    VERIFY_CODE(run, 0);
    QCOMPARE(run.json()[QStringLiteral("cases")].toInt(), 24 * 3);
    QStringList models = run.json()[QStringLiteral("models")].toObject().keys();
    QCOMPARE(models, (QStringList{QStringLiteral("combination"), QStringLiteral("item-knn"), QStringLiteral("markov"), QStringLiteral("popularity"),
                                  QStringLiteral("recent-popularity"), QStringLiteral("session-knn"), QStringLiteral("session-popularity")}));
    QCOMPARE(run.json()[QStringLiteral("robots")].toInt(-1), 0);
    QVERIFY(run.json()[QStringLiteral("notes")].toArray().first().toString().contains(QStringLiteral("2024-01-19")));
}

void TestCliRecommend::testByTime()
{
    const CliRun run = runCli({QStringLiteral("recommend-eval"), m_shop, QStringLiteral("--model"), QStringLiteral("markov,session-knn,combination"),
                               QStringLiteral("--test-since"), QStringLiteral("2024-01-17"), QStringLiteral("--k"), QStringLiteral("3"), QStringLiteral("--json")});
    VERIFY_CODE(run, 0);
    QCOMPARE(run.json()[QStringLiteral("cases")].toInt(), 48 * 3); // twelve visits a day, four days, three steps that something comes before
    const QJsonObject models = run.json()[QStringLiteral("models")].toObject();
    QCOMPARE(models.size(), 4);
    const QJsonObject markov = models[QStringLiteral("markov")].toObject();
    for (const char *key : {"recall", "mrr", "ndcg", "hit_rate", "coverage", "popularity", "fit_seconds", "rank_seconds"})
        QVERIFY2(markov.contains(QLatin1String(key)), key);
    QVERIFY(markov[QStringLiteral("recall")].toDouble() > 0.9);
    QVERIFY(markov[QStringLiteral("recall")].toDouble() > models[QStringLiteral("popularity")].toObject()[QStringLiteral("recall")].toDouble());
}

void TestCliRecommend::testByCases()
{
    test::writeAll(path(QStringLiteral("cases.csv")), "case_id,prefix_items,next_item\n1,item1 item2,item3\n2,item4,item5\n3,item0,nothing\n4,what,item1\n");
    const CliRun run = runCli({QStringLiteral("recommend-eval"), m_shop, QStringLiteral("--model"), QStringLiteral("markov"), QStringLiteral("--test-cases"),
                               path(QStringLiteral("cases.csv"))});
    VERIFY_CODE(run, 0);
    const QList<QStringList> table = CliRun::table(run.out);
    QCOMPARE(table[0].mid(0, 3).join(QLatin1Char(',')), QStringLiteral("model,k,recall"));
    const auto row = std::find_if(table.begin(), table.end(), [](const QStringList &cells) { return cells[0] == QStringLiteral("markov") && cells[1] == QStringLiteral("5"); });
    QVERIFY(row != table.end());
    QCOMPARE((*row)[2], QStringLiteral("0.5")); // two of four; nobody knows the item of the third, nor the prefix of the last
    QVERIFY(run.err.contains("popularity") || run.err.contains("Popularity"));
}

void TestCliRecommend::testByLeavingOneOut()
{
    const CliRun run = runCli({QStringLiteral("recommend-eval"), m_shop, QStringLiteral("--model"), QStringLiteral("item-knn"), QStringLiteral("--protocol"),
                               QStringLiteral("leave-one-out"), QStringLiteral("--json")});
    VERIFY_CODE(run, 0);
    QCOMPARE(run.json()[QStringLiteral("cases")].toInt(), 60);
}

FORETRAIL_TEST_MAIN(TestCliRecommend, QCoreApplication)
#include "tst_cli_recommend.moc"
