// The page Recommend on 40 users, each with three items: user n looks at the items n and n + 1 and buys n + 2, modulo ten, again and
// again for 24 days.
#include "core/behaviour/recommend/RecommenderStore.h"
#include "tests/ui/VisitorShop.h"
#include "ui/charts/BarChart.h"
#include "ui/charts/LineChart.h"
#include "ui/pages/Page.h"
#include "ui/widgets/RecommendInspector.h"
#include "ui/widgets/RecommendListView.h"
#include "ui/widgets/SegmentChip.h"

#include <QAbstractProxyModel>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>

using namespace foretrail;
using namespace foretrail::test;

namespace {

QStringList itemsOf(const Recommendations &list)
{
    QStringList keys;
    for (const RecommendedItem &item : list.items)
        keys << item.item;
    return keys;
}

} // namespace

class TestRecommendPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        RecommenderStore::ofProcess().clear();
        m_desk = std::make_unique<Desk>();
    }
    void cleanup() { m_desk.reset(); }

    void listOfTheChosenUser();
    void followsTheSelectionBothWays();
    void rulesChangeTheListAtOnce();
    void anotherModelLearns();
    void impossibleRulesAreSaid();
    void sessionByItsKey();
    void whoShouldSeeAnItem();
    void unknownItemsAreSaid();
    void testsModelsBesidePopularity();
    void exportsAreWritten();
    void onlyTheSegment();
    void logsWithoutUsers();
    void emptyStates();
    void smallScoresStayOnOneLine();
    void categoriesWithCommas();

private:
    Desk &desk() { return *m_desk; }
    QString shop() { return desk().path(QStringLiteral("shop.foretrail")); }
    bool openShop(bool hasUsers = true);
    bool waitForList(const QString &user);
    const Recommendations &list() { return desk().part<RecommendListView>("recommendView").list(); }
    QTableView &shoppers() { return desk().part<QTableView>("shopperTable"); }
    QTabWidget &tabs() { return desk().part<QTabWidget>("recommendTabs"); }
    void testOfASegment();
    std::unique_ptr<Desk> m_desk;
};

bool TestRecommendPage::openShop(bool hasUsers)
{
    if (!makeVisitors(shop(), hasUsers) || !desk().openAndWait(shop()))
        return false;
    desk().click("rail_recommend");
    if (hasUsers)
        desk().session().selection().setUser(QStringLiteral("user7"));
    return !hasUsers || waitForList(QStringLiteral("user7"));
}

bool TestRecommendPage::waitForList(const QString &user)
{
    return QTest::qWaitFor([&] { return list().user == user && list().hasReasons && desk().text("recommendWho") == user && desk().isIdle(); }, 60000);
}

void TestRecommendPage::listOfTheChosenUser()
{
    QVERIFY(openShop());
    QCOMPARE(list().model, QStringLiteral("combination"));
    QVERIFY(!list().items.isEmpty());
    QVERIFY(!desk().part("coldStart").isVisible());
    QVERIFY(desk().text("recommendHistory").contains(QStringLiteral("bought item9"))); // 7, 8, 9
    const QAbstractItemModel &items = *desk().part<QTableView>("recommendTable").model();
    QCOMPARE(items.rowCount(), int(list().items.size()));
    QCOMPARE(items.index(0, 1).data().toString(), list().items.front().item);
    QVERIFY(items.index(0, 3).data().toString().contains(QStringLiteral("since item")));
    QCOMPARE(shoppers().currentIndex().data().toString(), QStringLiteral("user7"));
    QVERIFY(desk().window().findChild<QLabel *>(QStringLiteral("pageSentence")) == nullptr || desk().text("pageSentence").contains(QStringLiteral("combination")));
}

void TestRecommendPage::followsTheSelectionBothWays()
{
    QVERIFY(openShop());
    const qint64 learnt = RecommenderStore::ofProcess().learnt();
    desk().session().selection().setUser(QStringLiteral("user12"));
    QVERIFY(waitForList(QStringLiteral("user12")));
    QCOMPARE(shoppers().currentIndex().data().toString(), QStringLiteral("user12"));
    QTest::keyClick(&shoppers(), shoppers().currentIndex().row() + 1 < shoppers().model()->rowCount() ? Qt::Key_Down : Qt::Key_Up);
    const QString next = shoppers().currentIndex().data().toString();
    QVERIFY(next != QStringLiteral("user12"));
    QVERIFY(waitForList(next));
    QCOMPARE(desk().session().selection().userKey(), next);
    QCOMPARE(RecommenderStore::ofProcess().learnt(), learnt); // it was learnt once
    QTest::keyClicks(&desk().part<QLineEdit>("shopperSearch"), QStringLiteral("user33"));
    QTRY_COMPARE(shoppers().model()->rowCount(), 1);
    QTest::mouseClick(shoppers().viewport(), Qt::LeftButton, {}, shoppers().visualRect(shoppers().model()->index(0, 0)).center());
    QVERIFY(waitForList(QStringLiteral("user33")));
}

void TestRecommendPage::rulesChangeTheListAtOnce()
{
    QVERIFY(openShop());
    const QStringList before = itemsOf(list());
    QVERIFY(before.contains(QStringLiteral("item9")));
    QVERIFY(desk().choose("leaveOut", QStringLiteral("All that was seen")));
    QTRY_VERIFY(!itemsOf(list()).contains(QStringLiteral("item9")));
    QVERIFY(desk().choose("leaveOut", QStringLiteral("Nothing")));
    QTRY_COMPARE(itemsOf(list()), before);
    desk().part<QSpinBox>("recommendTop").setValue(3);
    QTRY_COMPARE(itemsOf(list()), before.mid(0, 3));
    auto &only = desk().part<QLineEdit>("onlyCategories");
    QTest::keyClicks(&only, QStringLiteral("part0"));
    QTest::keyClick(&only, Qt::Key_Return);
    QTRY_VERIFY(std::all_of(list().items.begin(), list().items.end(), [](const RecommendedItem &item) { return item.category == QStringLiteral("part0"); }));
    desk().part<QSlider>("diversity").setValue(5);
    QTRY_VERIFY(list().cost || list().items.size() < 2);
    TRY_IDLE(desk());
}

void TestRecommendPage::anotherModelLearns()
{
    QVERIFY(openShop());
    QVERIFY(desk().choose("recommendModel", QStringLiteral("markov")));
    QTRY_COMPARE(list().model, QStringLiteral("markov"));
    QCOMPARE(list().user, QStringLiteral("user7"));
    TRY_IDLE(desk());
    const qint64 learnt = RecommenderStore::ofProcess().learnt();
    QVERIFY(desk().choose("recommendModel", QStringLiteral("combination")));
    QTRY_COMPARE(list().model, QStringLiteral("combination"));
    QCOMPARE(RecommenderStore::ofProcess().learnt(), learnt); // it is still there
}

void TestRecommendPage::impossibleRulesAreSaid()
{
    QVERIFY(openShop());
    auto &never = desk().part<QLineEdit>("neverCategories");
    QTest::keyClicks(&never, QStringLiteral("part0, part1"));
    QTest::keyClick(&never, Qt::Key_Return);
    QTRY_VERIFY(desk().part("rulesProblem").isVisible());
    QVERIFY(desk().text("rulesProblem").contains(QStringLiteral("leave no item")));
    never.clear();
    QTest::keyClick(&never, Qt::Key_Return);
    QTRY_VERIFY(!desk().part("rulesProblem").isVisible());
}

void TestRecommendPage::sessionByItsKey()
{
    QVERIFY(openShop());
    QVERIFY(desk().choose("shopperKind", QStringLiteral("Sessions")));
    auto &key = desk().part<QLineEdit>("sessionKey");
    QTest::keyClicks(&key, QStringLiteral("visit3"));
    QTest::keyClick(&key, Qt::Key_Return);
    QTRY_COMPARE(list().session, QStringLiteral("visit3"));
    QTRY_COMPARE(desk().text("recommendWho"), QStringLiteral("Session visit3"));
    QCOMPARE(list().history, qint64(3));
    key.setText(QStringLiteral("visit9999"));
    desk().click("showSession");
    QTRY_VERIFY(desk().text("sessionProblem").contains(QStringLiteral("visit9999")));
    TRY_IDLE(desk());
}

void TestRecommendPage::whoShouldSeeAnItem()
{
    QVERIFY(openShop());
    tabs().setCurrentIndex(1);
    auto &name = desk().part<QLineEdit>("audienceName");
    QTest::keyClicks(&name, QStringLiteral("item3"));
    desk().part<QSpinBox>("audienceDays").setValue(6);
    desk().click("audienceAsk");
    auto &users = desk().part<QTableView>("audienceTable");
    QTRY_COMPARE_WITH_TIMEOUT(users.model()->rowCount(), 40, 60000);
    QVERIFY(desk().text("audienceSentence").contains(QStringLiteral("picked at random")));
    QVERIFY(users.model()->index(0, 3).data().toString().endsWith(QLatin1Char('%')));
    QVERIFY(!desk().part<LineChart>("audienceChart").content().isEmpty());
    const QString first = users.model()->index(0, 1).data().toString();
    users.setCurrentIndex(users.model()->index(0, 0));
    desk().click("audienceGo");
    QCOMPARE(tabs().currentIndex(), 0);
    QVERIFY(waitForList(first));
    desk().session().reloadData(); // somebody was erased: no list of before names them
    QTRY_COMPARE(users.model()->rowCount(), 0);
    TRY_IDLE(desk());
}

void TestRecommendPage::unknownItemsAreSaid()
{
    QVERIFY(openShop());
    tabs().setCurrentIndex(1);
    auto &name = desk().part<QLineEdit>("audienceName");
    QTest::keyClicks(&name, QStringLiteral("itm3"));
    QTest::keyClick(&name, Qt::Key_Return);
    TRY_IDLE(desk());
    const QList<QLabel *> labels = desk().part("audienceNothing").findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->text().contains(QStringLiteral("itm3")); }));
}

void TestRecommendPage::testsModelsBesidePopularity()
{
    QVERIFY(openShop());
    tabs().setCurrentIndex(2);
    auto &models = desk().part<QListWidget>("testModels");
    for (int row = 0; row < models.count(); ++row)
        models.item(row)->setCheckState(models.item(row)->text() == QStringLiteral("markov") ? Qt::Checked : Qt::Unchecked);
    desk().part<QSpinBox>("testLength").setValue(3);
    desk().click("runTest");
    auto &table = desk().part<QTableView>("testTable");
    QTRY_COMPARE_WITH_TIMEOUT(table.model()->rowCount(), 2, 60000);
    QStringList rows;
    for (int row = 0; row < 2; ++row)
        rows << table.model()->index(row, 0).data().toString();
    QCOMPARE(rows, (QStringList{QStringLiteral("markov"), QStringLiteral("popularity")}));
    QVERIFY2(desk().text("testSentence").startsWith(QStringLiteral("markov: ")), qPrintable(desk().text("testSentence")));
    QVERIFY(desk().text("testSentence").contains(QStringLiteral("list of 3, popularity: ")));
    QCOMPARE(desk().part<BarChart>("testBars").content().labels.size(), 2);
    TRY_IDLE(desk());
    QVERIFY(desk().choose("testAt", QStringLiteral("10")));
    QCOMPARE(table.model()->rowCount(), 2);
    QVERIFY(desk().choose("testWay", QStringLiteral("The last step of each user")));
    QVERIFY(!desk().part("testSince").isEnabled());
    desk().click("runTest");
    QTRY_VERIFY_WITH_TIMEOUT(desk().text("testNote").startsWith(QStringLiteral("Next items asked for: 40;")), 60000);
    testOfASegment();
}

/// Two of the forty users are asked about, one step each; the same steps are learnt from.
void TestRecommendPage::testOfASegment()
{
    TRY_IDLE(desk());
    const QString learnt = desk().text("testNote").section(QStringLiteral("learnt from: "), 1).section(u'.', 0, 0);
    Result<Workspace> workspace = Workspace::open(shop(), Workspace::Mode::ReadOnly);
    VERIFY_RESULT(workspace);
    std::vector<qint64> ids;
    for (const char *key : {"user3", "user5"})
        ids.push_back(workspace->data().user(QLatin1String(key))->id.value);
    desk().session().selection().setSegment({QStringLiteral("loyal"), std::make_shared<const UserSet>(ids)});
    QVERIFY(desk().text("testNote").contains(QStringLiteral("Other users are chosen now")));
    TRY_IDLE(desk());
    desk().click("runTest");
    QTRY_VERIFY_WITH_TIMEOUT(desk().text("testNote").startsWith(QStringLiteral("Next items asked for: 2;")), 60000);
    QVERIFY2(desk().text("testNote").contains(learnt), qPrintable(desk().text("testNote")));
    QVERIFY(desk().text("testNote").contains(QStringLiteral("Only users of segment loyal")));
    desk().click("clearSegment");
    QVERIFY(desk().text("testNote").contains(QStringLiteral("Other users are chosen now")));
    TRY_IDLE(desk());
}

void TestRecommendPage::exportsAreWritten()
{
    QVERIFY(openShop());
    FileAnswers answers;
    answers.save = desk().path(QStringLiteral("one.csv"));
    desk().window().findChild<QAction *>(QStringLiteral("exportRecommend"))->trigger();
    TRY_IDLE(desk());
    const QList<QStringList> one = parsedCsv(readAll(answers.save));
    QCOMPARE(one[0].join(QLatin1Char(' ')), QStringLiteral("user rank item name score reason"));
    QCOMPARE(one.size(), list().items.size() + 1);
    QCOMPARE(one[1][2], list().items.front().item);
    answers.save = desk().path(QStringLiteral("all.csv"));
    desk().window().findChild<QAction *>(QStringLiteral("exportAllLists"))->trigger();
    TRY_IDLE(desk());
    const QList<QStringList> all = parsedCsv(readAll(answers.save));
    QSet<QString> users;
    for (const QStringList &row : all.mid(1))
        users.insert(row[0]);
    QCOMPARE(users.size(), 40);
    const auto mine = std::find_if(all.begin(), all.end(), [](const QStringList &row) { return row[0] == QStringLiteral("user7"); });
    QVERIFY(mine != all.end());
    QCOMPARE((*mine)[2], one[1][2]);
    QCOMPARE((*mine)[5], one[1][5]);
}

void TestRecommendPage::onlyTheSegment()
{
    QVERIFY(openShop());
    Result<Workspace> workspace = Workspace::open(shop(), Workspace::Mode::ReadOnly);
    std::vector<qint64> ids;
    for (const char *key : {"user3", "user5"})
        ids.push_back(workspace->data().user(QLatin1String(key))->id.value);
    desk().session().selection().setSegment({QStringLiteral("loyal"), std::make_shared<const UserSet>(ids)});
    QTRY_COMPARE(shoppers().model()->rowCount(), 2);
    TRY_IDLE(desk());
    QVERIFY(desk().part<QWidget>("recommendPage").findChild<SegmentChip *>()->text().contains(QStringLiteral("loyal")));
    FileAnswers answers;
    answers.save = desk().path(QStringLiteral("loyal.csv"));
    desk().window().findChild<QAction *>(QStringLiteral("exportAllLists"))->trigger();
    TRY_IDLE(desk());
    QSet<QString> users;
    for (const QStringList &row : parsedCsv(readAll(answers.save)).mid(1))
        users.insert(row[0]);
    QCOMPARE(users, (QSet<QString>{QStringLiteral("user3"), QStringLiteral("user5")}));
}

void TestRecommendPage::logsWithoutUsers()
{
    QVERIFY(openShop(false));
    TRY_IDLE(desk());
    QVERIFY(desk().part("sessionKey").isVisible()); // sessions can still be asked
    QTest::keyClicks(&desk().part<QLineEdit>("sessionKey"), QStringLiteral("visit5"));
    desk().click("showSession");
    QTRY_COMPARE(list().session, QStringLiteral("visit5"));
    QVERIFY(!list().items.isEmpty());
}

void TestRecommendPage::emptyStates()
{
    desk().click("rail_recommend");
    QVERIFY(desk().part("recommendEmpty").isVisible());
    QVERIFY(!desk().part("inspector").isVisible()); // there is nothing to set
    QVERIFY(makeEmpty(shop()));
    QVERIFY(desk().openAndWait(shop()));
    desk().click("rail_recommend");
    const QList<QLabel *> labels = desk().part("recommendEmpty").findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->text().contains(QStringLiteral("No events yet")); }));
    const QList<QPushButton *> buttons = desk().part("recommendEmpty").findChildren<QPushButton *>();
    QVERIFY(std::any_of(buttons.begin(), buttons.end(), [](const QPushButton *button) { return button->text() == QStringLiteral("Import a log"); }));
}

void TestRecommendPage::smallScoresStayOnOneLine()
{
    Recommendations list;
    list.user = QStringLiteral("ann");
    for (const double score : {0.25, 0.000118, 0.00000123}) {
        RecommendedItem item;
        item.item = QStringLiteral("lamp");
        item.score = score;
        list.items << item;
    }
    RecommendListView view;
    view.resize(480, 400);
    view.setList(list, QStringLiteral("UTC"));
    view.show();
    auto &table = Desk::child<QTableView>(view, "recommendTable");
    constexpr int column = int(RecommendListModel::Column::Score);
    for (int row = 0; row < 3; ++row) {
        const QString score = table.model()->index(row, column).data().toString();
        QVERIFY2(table.columnWidth(column) >= table.fontMetrics().horizontalAdvance(score) + 16, qPrintable(score));
        QVERIFY2(table.rowHeight(row) < 3 * table.fontMetrics().height(), qPrintable(score));
    }
    QCOMPARE(table.model()->index(1, column).data().toString(), QStringLiteral("0.000118"));
}

void TestRecommendPage::categoriesWithCommas()
{
    RecommendInspector inspector;
    Desk::child<QLineEdit>(inspector, "onlyCategories").setText(QStringLiteral("Garden, \"Toys, games\""));
    QCOMPARE(inspector.rules().onlyCategories, (QStringList{QStringLiteral("Garden"), QStringLiteral("Toys, games")}));
    inspector.setNames({{}, {QStringLiteral("Garden"), QStringLiteral("Toys, games")}, {}, true});
    auto &never = Desk::child<QLineEdit>(inspector, "neverCategories");
    never.setText(QStringLiteral("Garden, toy"));
    never.completer()->setCompletionPrefix(never.completer()->splitPath(never.text()).back());
    QCOMPARE(never.completer()->completionCount(), 1);
    const auto *offers = qobject_cast<const QAbstractProxyModel *>(never.completer()->completionModel());
    const QModelIndex found = offers->mapToSource(offers->index(0, 0));
    QCOMPARE(never.completer()->pathFromIndex(found), QStringLiteral("Garden, \"Toys, games\""));
    QCOMPARE(never.completer()->splitPath(QStringLiteral("Garden,\"Toys, ga")), QStringList{QStringLiteral("Toys, ga")});
}

FORETRAIL_TEST_MAIN(TestRecommendPage, QApplication)
#include "tst_recommendpage.moc"
