// The verb campaign of the real program on the sample shop: campaigns are kept, decisions logged and rewarded, policies judged and simulated.
#include "core/data/Workspace.h"
#include "tests/cli/CliRun.h"

#include <cmath>

using namespace foretrail;
using test::CliRun;
using test::runCli;

class TestCliCampaign : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void addsAndLists();
    void decidesAndRewards();
    void rulesAndScores();
    void budgetIsKept();
    void simulatesAndEvaluates();
    void removes();
    void refusals_data();
    void refusals();
    void wrongUsage_data();
    void wrongUsage();

private:
    CliRun campaign(const QString &line) const { return runCli(QStringList{QStringLiteral("campaign"), m_shop} + line.split(QLatin1Char(' '))); }
    /// Keys of those with the most events.
    QStringList largest(GroupBy by, int count) const
    {
        auto workspace = Workspace::open(m_shop);
        SeriesQuery query;
        query.by = by;
        query.measure = Measure::Events;
        query.top = count;
        JobContext job;
        QStringList keys;
        if (const auto series = workspace->data().listSeries(query, job))
            for (const SeriesInfo &info : *series)
                keys << info.key;
        return keys;
    }
    QTemporaryDir m_folder;
    QString m_shop, m_items, m_category;
    QStringList m_users;
};

void TestCliCampaign::initTestCase()
{
    m_shop = m_folder.filePath(QStringLiteral("shop.foretrail"));
    const CliRun made = runCli(QStringLiteral("sample %1 --size small --json").arg(m_shop));
    VERIFY_CODE(made, 0);
    m_items = largest(GroupBy::Item, 3).join(QLatin1Char(','));
    m_category = largest(GroupBy::Category, 1).join(QString());
    QVERIFY(!m_category.isEmpty());
    const CliRun customers = runCli({QStringLiteral("segments"), m_shop, QStringLiteral("--users"), QStringLiteral("state:active")});
    VERIFY_CODE(customers, 0);
    for (const QStringList &row : CliRun::table(customers.out).mid(1))
        m_users << row.front();
    QVERIFY(m_users.size() > 20);
}

void TestCliCampaign::addsAndLists()
{
    const CliRun added = campaign(QStringLiteral("add spring --items %1 --budget 50 --per-user 2 --policy linucb --epsilon 0.3 --window 48 --json").arg(m_items));
    VERIFY_CODE(added, 0);
    QCOMPARE(added.json()[QStringLiteral("items")].toArray().size(), 3);
    QCOMPARE(added.json()[QStringLiteral("policy")][QStringLiteral("epsilon")].toDouble(), 0.3);
    const CliRun again = campaign(QStringLiteral("add spring --items %1").arg(m_items));
    VERIFY_CODE(again, 1);
    QVERIFY(again.message().contains(QStringLiteral("already")));
    const CliRun list = campaign(QStringLiteral("list --json"));
    VERIFY_CODE(list, 0);
    const QJsonObject one = list.json()[QStringLiteral("campaigns")].toArray().first().toObject();
    QCOMPARE(one[QStringLiteral("name")].toString(), QStringLiteral("spring"));
    QCOMPARE(one[QStringLiteral("totals")][QStringLiteral("budget_left")].toInt(), 50);
    QVERIFY(campaign(QStringLiteral("list")).out.contains("50 left"));
}

void TestCliCampaign::decidesAndRewards()
{
    int decisions = 0;
    for (const QString &user : m_users.first(6)) {
        const CliRun decided = campaign(QStringLiteral("decide spring --user %1 --at 2025-12-01T10:00 --json").arg(user));
        VERIFY_CODE(decided, 0);
        QVERIFY(m_items.split(QLatin1Char(',')).contains(decided.json()[QStringLiteral("item")].toString()));
        QVERIFY(decided.json()[QStringLiteral("propensity")].toDouble() >= 0.1 - 1e-12); // 0.3 / 3
        QVERIFY(!decided.json()[QStringLiteral("reason")].toString().isEmpty());
        QCOMPARE(decided.json()[QStringLiteral("decision")].toInt(), ++decisions);
    }
    VERIFY_CODE(campaign(QStringLiteral("reward spring --decision 1 --value 1")), 0);
    VERIFY_CODE(campaign(QStringLiteral("reward spring --decision 1 --value 1")), 1); // is known already
    const CliRun settled = campaign(QStringLiteral("reward spring --json"));
    VERIFY_CODE(settled, 0);
    QCOMPARE(settled.json()[QStringLiteral("settled")].toInt(), 5); // the log goes on for a month
    QCOMPARE(settled.json()[QStringLiteral("open")].toInt(), 0);
    const CliRun plain = campaign(QStringLiteral("decide spring --user %1 --at 2025-12-01T11:00").arg(m_users[7]));
    VERIFY_CODE(plain, 0);
    QVERIFY(plain.out.contains("propensity") && plain.out.contains("decision 7"));
    const CliRun newest = campaign(QStringLiteral("decisions spring --top 3 --json"));
    VERIFY_CODE(newest, 0);
    const QJsonArray rows = newest.json()[QStringLiteral("decisions")].toArray();
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows[0][QStringLiteral("user")].toString(), m_users[7]);
    QVERIFY(rows[0][QStringLiteral("reward")].isNull() && rows[1][QStringLiteral("reward")].isDouble());
}

void TestCliCampaign::rulesAndScores()
{
    const QString first = m_items.section(QLatin1Char(','), 0, 0), second = m_items.section(QLatin1Char(','), 1, 1);
    VERIFY_CODE(runCli(QStringList{QStringLiteral("campaign"), m_shop, QStringLiteral("add"), QStringLiteral("ruled"), QStringLiteral("--items"), m_items, QStringLiteral("--policy"),
                                   QStringLiteral("rules"), QStringLiteral("--rule"), first + QStringLiteral(":segment:state:active"), QStringLiteral("--rule"),
                                   second + QStringLiteral(":bought:") + m_category, QStringLiteral("--epsilon"), QStringLiteral("0.03")}), 0);
    const CliRun ruled = campaign(QStringLiteral("decide ruled --user %1 --at 2025-12-30T10:00 --json").arg(m_users[0]));
    VERIFY_CODE(ruled, 0);
    QVERIFY(ruled.json()[QStringLiteral("context")][QStringLiteral("fits")][0].toInt() == 1); // who is active now
    const bool isFirst = ruled.json()[QStringLiteral("item")].toString() == first;
    QVERIFY(std::abs(ruled.json()[QStringLiteral("propensity")].toDouble() - (isFirst ? 0.98 : 0.01)) < 1e-12);
    VERIFY_CODE(campaign(QStringLiteral("add scored --items %1 --policy score --model item-knn").arg(m_items)), 0);
    const CliRun scored = campaign(QStringLiteral("decide scored --user %1 --at 2025-12-30T10:00 --json").arg(m_users[0]));
    VERIFY_CODE(scored, 0);
    QCOMPARE(scored.json()[QStringLiteral("context")][QStringLiteral("scores")].toArray().size(), 3);
}

void TestCliCampaign::budgetIsKept()
{
    VERIFY_CODE(campaign(QStringLiteral("add small --items %1 --budget 3 --per-user 2").arg(m_items)), 0);
    const auto decide = [this](int user) { return campaign(QStringLiteral("decide small --user %1 --at 2025-12-30T10:00 --json").arg(m_users[user])); };
    int shown = 0;
    for (const int user : {0, 0, 0, 1, 1, 2})
        shown += !decide(user).json()[QStringLiteral("item")].isNull();
    QCOMPARE(shown, 3);
    const CliRun none = campaign(QStringLiteral("decide small --user %1").arg(m_users[3]));
    VERIFY_CODE(none, 0);
    QVERIFY(none.out.contains("budget of 3"));
}

void TestCliCampaign::simulatesAndEvaluates()
{
    VERIFY_CODE(campaign(QStringLiteral("add trial --items %1 --budget 100000 --per-user 0 --policy thompson --epsilon 0.5").arg(m_items)), 0);
    const CliRun simulated = campaign(QStringLiteral("simulate trial --rounds 3000 --seed 4 --json"));
    VERIFY_CODE(simulated, 0);
    QCOMPARE(simulated.json()[QStringLiteral("shown")].toInt(), 3000);
    QVERIFY(simulated.json()[QStringLiteral("regret")].toDouble() < simulated.json()[QStringLiteral("uniform_regret")].toDouble());
    QCOMPARE(campaign(QStringLiteral("simulate trial --rounds 3000 --seed 4 --json")).out, simulated.out);
    const CliRun real = campaign(QStringLiteral("evaluate trial"));
    VERIFY_CODE(real, 1); // nothing was shown to anybody
    const CliRun judged = campaign(QStringLiteral("evaluate trial --simulated --policy uniform,linucb --json"));
    VERIFY_CODE(judged, 0);
    const QJsonArray policies = judged.json()[QStringLiteral("policies")].toArray();
    QCOMPARE(policies.size(), 2);
    const double truth = simulated.json()[QStringLiteral("truth")][QStringLiteral("uniform")].toDouble();
    for (const char *estimate : {"ips", "snips", "doubly_robust"}) {
        const QJsonObject uniform = policies[0][QLatin1String(estimate)].toObject();
        QVERIFY(uniform[QStringLiteral("low")].toDouble() <= truth && truth <= uniform[QStringLiteral("high")].toDouble());
    }
    QVERIFY(policies[1][QStringLiteral("enough")].toBool());
    const CliRun table = campaign(QStringLiteral("evaluate trial --simulated --interval normal --outcomes logistic"));
    VERIFY_CODE(table, 0);
    QVERIFY(table.out.contains("SNIPS") && table.out.contains("as decided") && table.out.contains("linear-thompson"));
    QVERIFY(!table.out.contains("rules")); // which the campaign has none of
    QVERIFY(campaign(QStringLiteral("list")).out.contains("100,000 left")); // none of it was real
}

void TestCliCampaign::removes()
{
    VERIFY_CODE(campaign(QStringLiteral("remove small")), 0);
    VERIFY_CODE(campaign(QStringLiteral("remove small")), 1);
}

void TestCliCampaign::refusals_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const char *line, const char *said) { QTest::newRow(name) << QString::fromLatin1(line) << QString::fromLatin1(said); };
    row("no campaign", "decide autumn --user U000001", "There are: ");
    row("no user", "decide spring --user nobody", "nobody");
    row("no item", "add other --items nothing", "nothing");
    row("no items", "add other", "1 to 100");
    row("no policy", "add other --items A --policy oracle", "linucb");
    row("no rules", "evaluate trial --simulated --policy rules", "rules");
    row("no decision", "reward spring --decision 999 --value 1", "999");
    row("no time", "decide spring --user U000001 --at tomorrow", "tomorrow");
    row("no file", "add other --spec nothing.json", "nothing.json");
}

void TestCliCampaign::refusals()
{
    QFETCH(QString, line);
    QFETCH(QString, said);
    const CliRun refused = campaign(line);
    VERIFY_CODE(refused, 1);
    QVERIFY2(refused.message().contains(said), qPrintable(refused.message()));
}

void TestCliCampaign::wrongUsage_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("no verb") << QStringLiteral("campaign W");
    QTest::newRow("no such verb") << QStringLiteral("campaign W stop spring");
    QTest::newRow("no name") << QStringLiteral("campaign W remove");
    QTest::newRow("no user") << QStringLiteral("campaign W decide spring");
    QTest::newRow("value alone") << QStringLiteral("campaign W reward spring --value 1");
    QTest::newRow("decision alone") << QStringLiteral("campaign W reward spring --decision 1");
    QTest::newRow("policy") << QStringLiteral("campaign W evaluate spring --policy oracle");
    QTest::newRow("epsilon") << QStringLiteral("campaign W add other --items A --epsilon 0");
}

void TestCliCampaign::wrongUsage()
{
    QFETCH(QString, line);
    VERIFY_CODE(runCli(line), 2);
}

FORETRAIL_TEST_MAIN(TestCliCampaign, QCoreApplication)
#include "tst_cli_campaign.moc"
