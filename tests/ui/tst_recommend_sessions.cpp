// The list of sessions on the page Recommend, on the visits of VisitorShop: 480 of them, twenty a day, the last of which is visit479.
#include "core/behaviour/recommend/RecommenderStore.h"
#include "tests/ui/VisitorShop.h"
#include "ui/models/SessionsModel.h"
#include "ui/widgets/RecommendListView.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>

using namespace foretrail;
using namespace foretrail::test;

class TestRecommendSessions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        RecommenderStore::ofProcess().clear();
        m_desk = std::make_unique<Desk>();
    }
    void cleanup() { m_desk.reset(); }

    void newestFirstAndAPageAtATime();
    void choosingOneShowsItsList();
    void searchBySessionAndUser();
    void sortedByATitle();
    void onlyOfTheSegment();
    void modelKeepsItsPromises();
    void logsWithoutSessions();

private:
    Desk &desk() { return *m_desk; }
    QString shop() { return desk().path(QStringLiteral("shop.foretrail")); }
    QTableView &table() { return desk().part<QTableView>("sessionList"); }
    QString cell(int row, SessionsModel::Column column) { return table().model()->index(row, int(column)).data().toString(); }
    const Recommendations &list() { return desk().part<RecommendListView>("recommendView").list(); }
    bool openSessions();
    std::unique_ptr<Desk> m_desk;
};

bool TestRecommendSessions::openSessions()
{
    if (!makeVisitors(shop()) || !desk().openAndWait(shop()))
        return false;
    desk().click("rail_recommend");
    return desk().choose("shopperKind", QStringLiteral("Sessions")) && QTest::qWaitFor([&] { return table().model()->rowCount() > 0 && desk().isIdle(); }, 60000);
}

void TestRecommendSessions::newestFirstAndAPageAtATime()
{
    QVERIFY(openSessions());
    QCOMPARE(desk().text("sessionCount"), QStringLiteral("480 sessions, the latest first"));
    QCOMPARE(cell(0, SessionsModel::Column::Start), QStringLiteral("24 Jan 2024 19:00")); // visit 479, 479 / 20 = 23 days on, at 479 % 20
    QCOMPARE(cell(0, SessionsModel::Column::User), QStringLiteral("user39"));
    QCOMPARE(cell(0, SessionsModel::Column::Events), QStringLiteral("3"));
    QCOMPARE(cell(0, SessionsModel::Column::LastItem), QStringLiteral("item1")); // (479 + 2) % 10
    QCOMPARE(table().model()->rowCount(), 200);
    table().verticalScrollBar()->setValue(table().verticalScrollBar()->maximum());
    QTRY_COMPARE(table().model()->rowCount(), 400);
    TRY_IDLE(desk());
    table().verticalScrollBar()->setValue(table().verticalScrollBar()->maximum());
    QTRY_COMPARE(table().model()->rowCount(), 480);
    QCOMPARE(table().model()->index(479, 0).data(SessionsModel::KeyRole).toString(), QStringLiteral("visit0"));
    TRY_IDLE(desk());
}

void TestRecommendSessions::choosingOneShowsItsList()
{
    QVERIFY(openSessions());
    QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, table().visualRect(table().model()->index(1, 0)).center());
    QTRY_COMPARE(list().session, QStringLiteral("visit478"));
    QTest::keyClick(&table(), Qt::Key_Down);
    QTRY_COMPARE(list().session, QStringLiteral("visit477"));
    QVERIFY(!list().items.isEmpty());
    TRY_IDLE(desk());
}

void TestRecommendSessions::searchBySessionAndUser()
{
    QVERIFY(openSessions());
    auto &search = desk().part<QLineEdit>("sessionKey");
    QTest::keyClicks(&search, QStringLiteral("VISIT47"));
    QTRY_COMPARE(table().model()->rowCount(), 11); // visit47 and visit470 to visit479
    search.clear();
    QTRY_COMPARE(table().model()->rowCount(), 200);
    QTest::keyClicks(&search, QStringLiteral("user39"));
    QTRY_COMPARE(table().model()->rowCount(), 12); // 39, 79, ... 479
    QCOMPARE(desk().text("sessionCount"), QStringLiteral("12 of 480 sessions"));
    search.setText(QStringLiteral("nothing like it"));
    QTRY_VERIFY(desk().part("noSession").isVisible());
    QCOMPARE(desk().text("noSession"), QStringLiteral("No session and no user of one is named like that."));
    TRY_IDLE(desk());
}

// user0 came in the visits 0, 40, ... 440.
void TestRecommendSessions::sortedByATitle()
{
    QVERIFY(openSessions());
    QHeaderView &header = *table().horizontalHeader();
    const auto click = [&](SessionsModel::Column column) {
        QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, QPoint(header.sectionViewportPosition(int(column)) + header.sectionSize(int(column)) / 2, header.height() / 2));
    };
    click(SessionsModel::Column::User);
    QTRY_COMPARE(cell(0, SessionsModel::Column::User), QStringLiteral("user0"));
    QCOMPARE(table().model()->index(0, 0).data(SessionsModel::KeyRole).toString(), QStringLiteral("visit440")); // her latest
    QCOMPARE(table().model()->index(12, 0).data(SessionsModel::KeyRole).toString(), QStringLiteral("visit441")); // of user1
    QTRY_COMPARE(desk().text("sessionCount"), QStringLiteral("480 sessions"));
    auto &search = desk().part<QLineEdit>("sessionKey");
    search.setText(QStringLiteral("visit44"));
    QTRY_COMPARE(table().model()->rowCount(), 11); // visit44 and visit440 to visit449
    QCOMPARE(cell(0, SessionsModel::Column::User), QStringLiteral("user0"));
    search.clear();
    QTRY_COMPARE(table().model()->rowCount(), 200);
    click(SessionsModel::Column::User);
    QTRY_COMPARE(cell(0, SessionsModel::Column::User), QStringLiteral("user9")); // as texts stand
    click(SessionsModel::Column::User);
    QTRY_COMPARE(table().model()->index(0, 0).data(SessionsModel::KeyRole).toString(), QStringLiteral("visit479"));
    QTRY_COMPARE(desk().text("sessionCount"), QStringLiteral("480 sessions, the latest first"));
    TRY_IDLE(desk());
}

void TestRecommendSessions::onlyOfTheSegment()
{
    QVERIFY(openSessions());
    Result<Workspace> workspace = Workspace::open(shop(), Workspace::Mode::ReadOnly);
    VERIFY_RESULT(workspace);
    const UserSet two({workspace->data().user(QStringLiteral("user3"))->id.value, workspace->data().user(QStringLiteral("user5"))->id.value});
    desk().session().selection().setSegment({QStringLiteral("two"), std::make_shared<const UserSet>(two)});
    QTRY_COMPARE(table().model()->rowCount(), 24);
    TRY_IDLE(desk());
}

void TestRecommendSessions::modelKeepsItsPromises()
{
    QVERIFY(makeVisitors(shop()));
    QVERIFY(desk().openAndWait(shop()));
    SessionsModel model(desk().session());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(model.isStale());
    model.load();
    QTRY_COMPARE(model.rowCount(), 200);
    QCOMPARE(model.allCount(), qint64(480));
    QCOMPARE(model.rowOf(QStringLiteral("visit479")), 0);
    model.setFilter(QStringLiteral("visit1"));
    QTRY_COMPARE(model.count(), qint64(111)); // 1, 10 to 19, 100 to 199
    QTRY_COMPARE(model.rowCount(), 111);
    model.forget();
    QCOMPARE(model.rowCount(), 0);
    TRY_IDLE(desk());
}

void TestRecommendSessions::logsWithoutSessions()
{
    {
        Result<Workspace> workspace = Workspace::create(shop());
        VERIFY_RESULT(workspace);
        auto writer = FactWriter::begin(*workspace, {QStringLiteral("by hand"), QStringLiteral("events"), {}, 0, ConflictPolicy::Skip});
        VERIFY_RESULT(writer);
        for (int i = 0; i < 20; ++i) {
            const std::string item = "item" + std::to_string(i % 4), user = "user" + std::to_string(i % 3);
            EventRow row;
            row.user = user;
            row.item = item;
            row.kind = "view";
            row.time = i * dayMs;
            row.fingerprint = quint64(i + 1);
            VERIFY_RESULT((*writer)->addEvent(row));
        }
        JobContext job;
        VERIFY_RESULT((*writer)->commit({}, {}, "sha", job));
    }
    QVERIFY(desk().openAndWait(shop()));
    desk().click("rail_recommend");
    QVERIFY(desk().choose("shopperKind", QStringLiteral("Sessions")));
    QTRY_COMPARE(desk().text("noSession"), QStringLiteral("The log names no sessions. Choose a user, or import the log with a column of sessions."));
    TRY_IDLE(desk());
    QVERIFY(desk().problem().isEmpty());
}

FORETRAIL_TEST_MAIN(TestRecommendSessions, QApplication)
#include "tst_recommend_sessions.moc"
