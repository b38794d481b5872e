// Campaigns on page Live as a person uses them: made, also wrongly, decided, rewarded by the log, judged, simulated, removed, switched on for a feed.
#include "core/advertising/CampaignEvaluation.h"
#include "core/advertising/CampaignRewards.h"
#include "core/advertising/CampaignSimulation.h"
#include "core/behaviour/segments/SegmentRule.h"
#include "core/data/SegmentStore.h"
#include "tests/ui/VisitorShop.h"
#include "ui/models/TextTableModel.h"

#include <QAction>
#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>

#include <cmath>

using namespace foretrail;
using namespace foretrail::test;

namespace {

const QDateTime shownAt(QDate(2024, 1, 9), QTime(23, 30), QTimeZone::utc());

/// In the visitors' shop user u comes every second day and always does something with the items u, u + 1 and u + 2, modulo ten. Those from 20 on
/// come on 10 January, within a day of shownAt; the others have come an hour and more before it.
bool isRewarded(int user, int item) { return user >= 20 && (item - user % 10 + 10) % 10 < 3; }

/// Wilson (1927) for 95 %: the score interval of a share, in %.
QString wilsonText(int hits, int n)
{
    constexpr double z = 1.959963984540054;
    const double share = double(hits) / n, middle = (share + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z / (1 + z * z / n) * std::sqrt(share * (1 - share) / n + z * z / (4.0 * n * n));
    const auto text = [](double value) { return QLocale().toString(100 * value, 'f', 1); };
    return QStringLiteral("%1 (%2 to %3)").arg(text(share), text(middle - half), text(middle + half));
}

} // namespace

class TestCampaigns : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void withoutWorkspace();
    void wrongOnes();
    void policiesAndAudience();
    void rewardsOfTheLog();
    void judgesAndSimulates();
    void stops();
    void removes();
    void decidesForAFeed();
    void anotherWorkspace();

private:
    void openTab();
    void openShop();
    void write(const char *field, const QString &text);
    void add(const QString &name, const QString &items, const QString &policy);
    void decideForAll();
    QString cell(const char *table, int row, int column) { return m_desk->part<QTableView>(table).model()->index(row, column).data().toString(); }
    int rows(const char *table) { return m_desk->part<QTableView>(table).model()->rowCount(); }
    bool isOn(const char *button) { return m_desk->part<QPushButton>(button).isEnabled(); }
    QAction *action(const char *name) { return m_desk->window().findChild<QAction *>(QLatin1String(name)); }

    std::unique_ptr<Desk> m_desk;
    QString m_shop;
};

void TestCampaigns::init()
{
    m_desk.reset();
    m_desk = std::make_unique<Desk>();
    m_shop = m_desk->path(QStringLiteral("shop.foretrail"));
}

void TestCampaigns::openTab()
{
    m_desk->click("rail_live");
    QTabBar &bar = *m_desk->part<QTabWidget>("liveTabs").tabBar();
    QTest::mouseClick(&bar, Qt::LeftButton, {}, bar.tabRect(2).center());
    QVERIFY(m_desk->part("campaignsTab").isVisible());
}

void TestCampaigns::openShop()
{
    VERIFY_RESULT(makeVisitors(m_shop));
    QVERIFY(m_desk->openAndWait(m_shop));
    openTab();
    TRY_IDLE(*m_desk);
}

void TestCampaigns::write(const char *field, const QString &text)
{
    auto &line = m_desk->part<QLineEdit>(field);
    line.setFocus();
    line.selectAll();
    QTest::keyClicks(&line, text);
}

/// Through the form, as a person fills it.
void TestCampaigns::add(const QString &name, const QString &items, const QString &policy)
{
    if (m_desk->part("campaignEmpty").isVisible())
        Desk::click(*m_desk->part("campaignEmpty").findChild<QPushButton *>());
    else
        m_desk->click("campaignNew");
    QVERIFY(m_desk->part("campaignDialog").isVisible());
    write("campaignName", name);
    write("campaignItems", items);
    QVERIFY(m_desk->choose("campaignPolicy", policy));
    m_desk->click("campaignAdd");
    TRY_IDLE(*m_desk);
}

/// One showing to each of the 40 users, at shownAt.
void TestCampaigns::decideForAll()
{
    Result<Workspace> workspace = Workspace::open(m_shop);
    VERIFY_RESULT(workspace);
    JobContext job;
    const Result<Campaign> campaign = loadCampaign(*workspace, QStringLiteral("spring"));
    VERIFY_RESULT(campaign);
    const UtcMs at = shownAt.toMSecsSinceEpoch();
    const Result<ContextReader> reader = ContextReader::of(*workspace, *campaign, at, job);
    VERIFY_RESULT(reader);
    for (int user = 0; user < 40; ++user) {
        const Result<AdDecision> decision = decideFor(*workspace, *campaign, *reader, QStringLiteral("user%1").arg(user), at, job);
        VERIFY_RESULT(decision);
        QVERIFY(decision->shown);
    }
}

void TestCampaigns::withoutWorkspace()
{
    openTab();
    QVERIFY(m_desk->part("campaignEmpty").findChild<QLabel *>()->text().contains(QStringLiteral("No workspace")));
    Desk::click(*m_desk->part("campaignEmpty").findChild<QPushButton *>());
    QVERIFY(!m_desk->part("campaignsTab").isVisible());
}

void TestCampaigns::wrongOnes()
{
    openShop();
    QVERIFY(m_desk->part("campaignEmpty").findChild<QLabel *>()->text().contains(QStringLiteral("policy decides")));
    add(QStringLiteral("spring"), QStringLiteral("item0, nothing, item1, nobody"), QStringLiteral("Even draw"));
    QVERIFY(m_desk->part("campaignDialog").isVisible());
    QCOMPARE(m_desk->text("campaignProblem"), QStringLiteral("These are no items: \"nothing\", \"nobody\"."));
    write("campaignItems", QStringLiteral("item0, item1, item0"));
    m_desk->click("campaignAdd");
    QTRY_VERIFY(m_desk->text("campaignProblem").contains(QStringLiteral("item0 is there twice")));
    write("campaignItems", QStringLiteral("item0"));
    write("campaignName", QStringLiteral(" "));
    m_desk->click("campaignAdd");
    QTRY_VERIFY(m_desk->text("campaignProblem").contains(QStringLiteral("needs a name")));
    write("campaignName", QStringLiteral("spring"));
    QVERIFY(m_desk->choose("campaignPolicy", QStringLiteral("Thompson sampling")));
    m_desk->part<QDoubleSpinBox>("campaignEpsilon").setValue(0);
    m_desk->click("campaignAdd");
    QTRY_VERIFY(m_desk->text("campaignProblem").contains(QStringLiteral("epsilon")));
    m_desk->part<QDoubleSpinBox>("campaignEpsilon").setValue(0.2);
    m_desk->click("campaignAdd");
    TRY_IDLE(*m_desk);
    QTRY_VERIFY(!m_desk->window().findChild<QWidget *>(QStringLiteral("campaignDialog")));
    QCOMPARE(rows("campaignList"), 1);
    QCOMPARE(cell("campaignList", 0, 0), QStringLiteral("spring"));
    // The name is taken now.
    add(QStringLiteral("spring"), QStringLiteral("item1"), QStringLiteral("LinUCB"));
    QVERIFY(m_desk->text("campaignProblem").contains(QStringLiteral("already")));
    m_desk->click("campaignCancel");
    QCOMPARE(rows("campaignList"), 1);
}

void TestCampaigns::policiesAndAudience()
{
    VERIFY_RESULT(makeVisitors(m_shop));
    {
        Result<Workspace> workspace = Workspace::open(m_shop);
        VERIFY_RESULT(workspace);
        JobContext job;
        VERIFY_RESULT(SegmentStore(*workspace).save(QStringLiteral("buyers"), SegmentRule::ofState(QStringLiteral("active")).toJson(), false, job));
    }
    QVERIFY(m_desk->openAndWait(m_shop));
    openTab();
    TRY_IDLE(*m_desk);
    Desk::click(*m_desk->part("campaignEmpty").findChild<QPushButton *>());
    TRY_IDLE(*m_desk);
    QVERIFY(m_desk->choose("campaignAudience", QStringLiteral("buyers")));
    QVERIFY(m_desk->choose("campaignPolicy", QStringLiteral("Rules")));
    QVERIFY(m_desk->part("campaignRules").isVisible() && !m_desk->part("campaignModel").isVisible());
    QVERIFY(m_desk->text("campaignPolicyTip").contains(QStringLiteral("first rule")));
    write("campaignName", QStringLiteral("ruled"));
    write("campaignItems", QStringLiteral("item0, item7"));
    m_desk->click("campaignAdd");
    QTRY_VERIFY(m_desk->text("campaignProblem").contains(QStringLiteral("needs rules")));
    write("campaignRules", QStringLiteral("item7:bought:part1, item0"));
    m_desk->part<QSpinBox>("campaignBudget").setValue(12345);
    m_desk->click("campaignAdd");
    TRY_IDLE(*m_desk);
    QTRY_COMPARE(rows("campaignList"), 1);
    QCOMPARE(cell("campaignList", 0, 1), QStringLiteral("Rules"));
    QCOMPARE(cell("campaignList", 0, 2), QStringLiteral("item0, item7"));
    QCOMPARE(cell("campaignList", 0, 7), QStringLiteral("12,345"));
    m_desk->click("campaignNew");
    QVERIFY(m_desk->choose("campaignPolicy", QStringLiteral("Even draw")));
    QVERIFY(!m_desk->part("campaignEpsilon").isVisible() && !m_desk->part("campaignRules").isVisible());
    QVERIFY(m_desk->choose("campaignPolicy", QStringLiteral("Scores of a model")));
    QVERIFY(m_desk->part("campaignModel").isVisible());
    m_desk->click("campaignCancel");
    Result<Workspace> workspace = Workspace::open(m_shop);
    VERIFY_RESULT(workspace);
    const Result<Campaign> kept = loadCampaign(*workspace, QStringLiteral("ruled"));
    VERIFY_RESULT(kept);
    QCOMPARE(kept->audience, QStringLiteral("saved:buyers"));
    QCOMPARE(kept->rules, (QList<CampaignRule>{{QStringLiteral("item7"), CampaignRule::When::Bought, QStringLiteral("part1")}, {QStringLiteral("item0"), CampaignRule::When::Always, {}}}));
}

void TestCampaigns::rewardsOfTheLog()
{
    openShop();
    add(QStringLiteral("spring"), QStringLiteral("item0,item1, item2"), QStringLiteral("Even draw"));
    QCOMPARE(cell("campaignList", 0, 3), QStringLiteral("0"));
    QCOMPARE(cell("campaignList", 0, 6), QStringLiteral("–"));
    QVERIFY(m_desk->text("campaignDecisionsTitle").contains(QStringLiteral("Nothing was shown yet")));
    decideForAll();
    m_desk->click("campaignSettle");
    TRY_IDLE(*m_desk);
    QTRY_COMPARE(rows("campaignDecisions"), 40);
    int rewarded = 0;
    for (int row = 0; row < 40; ++row) { // the newest first
        QCOMPARE(cell("campaignDecisions", row, 1), QStringLiteral("user%1").arg(39 - row));
        QCOMPARE(cell("campaignDecisions", row, 3), QStringLiteral("33.3"));
        const bool isOne = isRewarded(39 - row, cell("campaignDecisions", row, 2).mid(4).toInt());
        QCOMPARE(cell("campaignDecisions", row, 4), isOne ? QStringLiteral("1") : QStringLiteral("0"));
        rewarded += isOne;
    }
    QVERIFY(rewarded > 0 && rewarded < 20);
    QVERIFY2(m_desk->text("campaignStatus") == QStringLiteral("Settled by the log: 40, of them rewarded: %1. Open until the log goes beyond their time: 0.").arg(rewarded), qPrintable(m_desk->text("campaignStatus")));
    QCOMPARE(cell("campaignList", 0, 3), QStringLiteral("40"));
    QCOMPARE(cell("campaignList", 0, 4), QStringLiteral("40"));
    QCOMPARE(cell("campaignList", 0, 5), QStringLiteral("%1 of 40").arg(rewarded));
    QCOMPARE(cell("campaignList", 0, 6), wilsonText(rewarded, 40));
    QCOMPARE(cell("campaignList", 0, 7), QStringLiteral("960"));
}

void TestCampaigns::judgesAndSimulates()
{
    openShop();
    add(QStringLiteral("spring"), QStringLiteral("item0,item1,item2"), QStringLiteral("Thompson sampling"));
    m_desk->click("campaignJudge"); // too little is known
    TRY_IDLE(*m_desk);
    QTRY_VERIFY(m_desk->part("campaignStatus").isVisible());
    QVERIFY(!m_desk->part("campaignEstimates").isVisible());
    decideForAll();
    m_desk->click("campaignSettle");
    TRY_IDLE(*m_desk);
    m_desk->click("campaignJudge");
    TRY_IDLE(*m_desk);
    QTRY_VERIFY(m_desk->part("campaignEstimates").isVisible());
    QCOMPARE(rows("campaignEstimates"), 5); // as decided; even draw, Thompson, linear Thompson, LinUCB
    QCOMPARE(cell("campaignEstimates", 0, 0), QStringLiteral("As it was decided"));
    QCOMPARE(cell("campaignEstimates", 1, 0), QStringLiteral("Even draw"));
    QCOMPARE(cell("campaignEstimates", 1, 6), QStringLiteral("not enough evidence")); // 20 showings are too few for anything
    QVERIFY(m_desk->text("campaignStatus").contains(QStringLiteral("No policy is shown to be better")));
    QVERIFY(m_desk->text("campaignStatus").contains(QStringLiteral("Learnt from 20 showings, judged on the 20 after them")));
    int late = 0; // rewards of the second half in the order of the showings, which are all of one time: users 20 to 39
    for (int row = 0; row < 20; ++row)
        late += cell("campaignDecisions", row, 4) == QStringLiteral("1");
    QVERIFY(cell("campaignEstimates", 0, 1).startsWith(QLocale().toString(100.0 * late / 20, 'f', 1) + QLatin1Char(' ')));

    m_desk->part<QSpinBox>("campaignRounds").setValue(300);
    m_desk->click("campaignSimulate");
    TRY_IDLE(*m_desk);
    QTRY_COMPARE(m_desk->part<QComboBox>("campaignKind").currentText(), QStringLiteral("Simulated showings"));
    TRY_IDLE(*m_desk);
    QVERIFY(m_desk->text("campaignDecisionsTitle").contains(QStringLiteral("nobody saw them")));
    QVERIFY(!m_desk->part("campaignEstimates").isVisible());
    QCOMPARE(cell("campaignList", 0, 3), QStringLiteral("40")); // real ones stay apart
    Result<Workspace> workspace = Workspace::open(m_shop);
    VERIFY_RESULT(workspace);
    JobContext job;
    const Result<Campaign> campaign = loadCampaign(*workspace, QStringLiteral("spring"));
    VERIFY_RESULT(campaign);
    CampaignSimulationRequest request;
    request.rounds = 300;
    const Result<CampaignSimulation> again = simulateCampaign(*workspace, *campaign, request, job); // same seed, same simulation
    VERIFY_RESULT(again);
    QCOMPARE(again->shown + again->capped, 300);
    QVERIFY(again->shown <= 120); // 40 users, three times each at most
    QCOMPARE(cell("campaignList", 0, 8), QString::number(again->shown));
    QVERIFY2(m_desk->text("campaignStatus").contains(again->sentence(QStringLiteral("Thompson sampling"))), qPrintable(m_desk->text("campaignStatus")));
    QVERIFY(m_desk->text("campaignStatus").startsWith(QStringLiteral("Simulated, nobody saw anything")));
    QVERIFY(m_desk->text("campaignStatus").contains(QStringLiteral("regret")));
    QVERIFY(m_desk->text("campaignStatus").contains(QStringLiteral("In %1 rounds the user had seen enough").arg(again->capped)));
    m_desk->click("campaignJudge");
    TRY_IDLE(*m_desk);
    QTRY_VERIFY(m_desk->text("campaignStatus").startsWith(QStringLiteral("By simulated showings:")));
    QVERIFY(m_desk->choose("campaignKind", QStringLiteral("Real showings")));
    TRY_IDLE(*m_desk);
    QTRY_COMPARE(rows("campaignDecisions"), 40);
    QVERIFY(!m_desk->part("campaignEstimates").isVisible());
}

void TestCampaigns::stops()
{
    openShop();
    add(QStringLiteral("spring"), QStringLiteral("item0,item1,item2"), QStringLiteral("LinUCB"));
    m_desk->part<QSpinBox>("campaignRounds").setValue(1'000'000);
    m_desk->click("campaignSimulate");
    QVERIFY(m_desk->part("campaignRunning").isVisible());
    QVERIFY(!isOn("campaignSimulate") && !isOn("campaignJudge") && !isOn("campaignRemove"));
    for (const JobInfo &job : m_desk->session().jobs().jobs())
        if (job.lane == Lane::Write)
            m_desk->session().jobs().cancel(job.id);
    TRY_IDLE(*m_desk);
    QTRY_VERIFY(isOn("campaignSimulate"));
    QVERIFY(!m_desk->part("campaignStatus").isVisible()); // who stops it knows
}

void TestCampaigns::removes()
{
    openShop();
    add(QStringLiteral("spring"), QStringLiteral("item0,item1,item2"), QStringLiteral("Even draw"));
    add(QStringLiteral("winter"), QStringLiteral("item5"), QStringLiteral("LinUCB"));
    QTRY_COMPARE(rows("campaignList"), 2);
    QCOMPARE(m_desk->part<QTableView>("campaignList").currentIndex().row(), 1); // the new one
    decideForAll();
    auto &list = m_desk->part<QTableView>("campaignList");
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(list.model()->index(0, 0)).center());
    m_desk->click("campaignSettle");
    TRY_IDLE(*m_desk);
    QTRY_COMPARE(rows("campaignDecisions"), 40);
    m_desk->click("campaignRemove");
    QVERIFY2(m_desk->text("confirmText").contains(QStringLiteral("With spring go all its showings (40)")), qPrintable(m_desk->text("confirmText")));
    m_desk->click("confirmNo");
    TRY_IDLE(*m_desk);
    QCOMPARE(rows("campaignList"), 2);
    QTRY_VERIFY(!m_desk->window().findChild<QWidget *>(QStringLiteral("confirm")));
    m_desk->click("campaignRemove");
    m_desk->click("confirmYes");
    TRY_IDLE(*m_desk);
    QTRY_COMPARE(rows("campaignList"), 1);
    QCOMPARE(cell("campaignList", 0, 0), QStringLiteral("winter"));
    TRY_IDLE(*m_desk);
    QVERIFY(!m_desk->part("campaignDecisions").isVisible());
    QTRY_VERIFY(!m_desk->window().findChild<QWidget *>(QStringLiteral("confirm")));
    m_desk->click("campaignRemove");
    m_desk->click("confirmYes");
    TRY_IDLE(*m_desk);
    QTRY_VERIFY(m_desk->part("campaignEmpty").isVisible());
    Result<Workspace> workspace = Workspace::open(m_shop);
    VERIFY_RESULT(workspace);
    QVERIFY(campaignsOf(*workspace)->isEmpty());
}

void TestCampaigns::decidesForAFeed()
{
    openShop();
    add(QStringLiteral("spring"), QStringLiteral("item0,item1,item2"), QStringLiteral("Even draw"));
    m_desk->click("campaignNew");
    write("campaignName", QStringLiteral("short"));
    write("campaignItems", QStringLiteral("item3"));
    m_desk->part<QSpinBox>("campaignBudget").setValue(2);
    m_desk->click("campaignAdd");
    TRY_IDLE(*m_desk);
    QTRY_COMPARE(rows("campaignList"), 2);
    QCOMPARE(cell("campaignList", 0, 0), QStringLiteral("short"));
    auto &list = m_desk->part<QTableView>("campaignList");
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(list.model()->index(0, 0)).center());
    m_desk->click("campaignForFeed");
    QVERIFY(m_desk->part<QCheckBox>("campaignForFeed").isChecked());

    const QString file = m_desk->path(QStringLiteral("log.csv"));
    writeAll(file, "time,user,item,event,price\n"
                   "2024-03-04 10:00:00,user1,item1,view,\n"
                   "2024-03-04 10:01:00,dora,item4,view,\n");
    QTabBar &bar = *m_desk->part<QTabWidget>("liveTabs").tabBar();
    QTest::mouseClick(&bar, Qt::LeftButton, {}, bar.tabRect(0).center());
    QVERIFY(m_desk->choose("feedKind", QStringLiteral("File that grows")));
    write("feedPlace", file);
    QTest::keyClick(&m_desk->part<QLineEdit>("feedPlace"), Qt::Key_Return);
    QTest::mouseClick(&bar, Qt::LeftButton, {}, bar.tabRect(2).center());
    QTRY_COMPARE_WITH_TIMEOUT(rows("campaignDecisions"), 2, 30000);
    QStringList seen{cell("campaignDecisions", 0, 1), cell("campaignDecisions", 1, 1)};
    seen.sort();
    QCOMPARE(seen, (QStringList{QStringLiteral("dora"), QStringLiteral("user1")}));
    QCOMPARE(cell("campaignDecisions", 0, 4), QStringLiteral("open"));
    QTRY_COMPARE(cell("campaignList", 0, 7), QStringLiteral("0"));
    QCOMPARE(cell("campaignList", 1, 3), QStringLiteral("0")); // it was not switched on

    // The budget is spent: who comes now sees nothing, and it is said why.
    QFile more(file);
    QVERIFY(more.open(QIODevice::Append));
    more.write("2024-03-04 10:05:00,user7,item7,view,\n");
    more.close();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->text("campaignFeedStatus").contains(QStringLiteral("the budget of 2 showings is spent")), 30000);
    QVERIFY(m_desk->text("campaignFeedStatus").startsWith(QStringLiteral("For the feed so far: 2 shown, 1 not.")));
    m_desk->click("campaignForFeed");
    QVERIFY(!m_desk->part("campaignFeedStatus").isVisible());
    action("liveStop")->trigger();
    TRY_IDLE(*m_desk);
    QCOMPARE(rows("campaignDecisions"), 2);
}

void TestCampaigns::anotherWorkspace()
{
    openShop();
    add(QStringLiteral("spring"), QStringLiteral("item0"), QStringLiteral("LinUCB"));
    // Another workspace has none, and nothing of this one stays.
    const QString other = m_desk->path(QStringLiteral("other.foretrail"));
    VERIFY_RESULT(makeShop(other));
    QVERIFY(m_desk->openAndWait(other));
    TRY_IDLE(*m_desk);
    openTab();
    QVERIFY(m_desk->part("campaignEmpty").isVisible());
    QCOMPARE(rows("campaignList"), 0);
}

QTEST_MAIN(TestCampaigns)
#include "tst_campaigns.moc"
