// What a profile says of the time ahead and of the way to a purchase, and how it leads to the page Recommend; on the visits of VisitorShop.
#include "core/behaviour/recommend/RecommenderStore.h"
#include "tests/ui/VisitorShop.h"
#include "ui/charts/FunnelStrip.h"
#include "ui/widgets/NextItemsView.h"
#include "ui/widgets/ProfileView.h"
#include "ui/widgets/RecommendListView.h"

#include <QLabel>
#include <QTableView>
#include <QTableWidget>

using namespace foretrail;
using namespace foretrail::test;

class TestProfileNext : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        RecommenderStore::ofProcess().clear();
        m_desk = std::make_unique<Desk>();
    }
    void cleanup() { m_desk.reset(); }

    void tellsWhatToShowNext();
    void opensRecommendOnTheUser();
    void aSessionOpensInRecommend();
    void howFarAUserCame();
    void aRobotHoldsUpNothing();

private:
    Desk &desk() { return *m_desk; }
    QString shop() { return desk().path(QStringLiteral("shop.foretrail")); }
    NextItemsView &next() { return desk().part<NextItemsView>("nextItemsView"); }
    const Recommendations &list() { return desk().part<RecommendListView>("recommendView").list(); }
    bool openProfile(const QString &user);
    std::unique_ptr<Desk> m_desk;
};

bool TestProfileNext::openProfile(const QString &user)
{
    if (!makeVisitors(shop()) || !desk().openAndWait(shop()))
        return false;
    desk().click("rail_customers");
    desk().session().selection().setUser(user);
    return QTest::qWaitFor([&] { return desk().text("profileKey") == user && next().hasList() && desk().isIdle(); }, 60000);
}

void TestProfileNext::tellsWhatToShowNext()
{
    QVERIFY(openProfile(QStringLiteral("user7")));
    Result<Workspace> workspace = Workspace::open(shop(), Workspace::Mode::ReadOnly);
    VERIFY_RESULT(workspace);
    JobContext job;
    RecommendRequest request;
    request.user = QStringLiteral("user7");
    request.top = 5;
    const Result<Recommendations> ofCore = recommendItems(workspace->data(), request, job);
    VERIFY_RESULT(ofCore);
    QCOMPARE(next().list().toJson(), ofCore->toJson());
    const QAbstractItemModel &items = *desk().part<QTableView>("nextItems").model();
    QCOMPARE(items.rowCount(), 5);
    QVERIFY(items.index(0, 3).data().toString().contains(QStringLiteral("since item")));
    QVERIFY(!desk().part("nextColdStart").isVisible());
    desk().session().selection().setUser(QStringLiteral("user8")); // the model is there: only the list is asked
    QTRY_COMPARE(next().list().user, QStringLiteral("user8"));
    QCOMPARE(RecommenderStore::ofProcess().learnt(), qint64(1));
    TRY_IDLE(desk());
}

void TestProfileNext::opensRecommendOnTheUser()
{
    QVERIFY(openProfile(QStringLiteral("user12")));
    const qint64 learnt = RecommenderStore::ofProcess().learnt();
    Desk::click(desk().part("openRecommend"));
    QTRY_COMPARE_WITH_TIMEOUT(list().user, QStringLiteral("user12"), 30000);
    QVERIFY(desk().part("recommendPage").isVisible());
    TRY_IDLE(desk());
    QCOMPARE(RecommenderStore::ofProcess().learnt(), learnt); // by one model for both pages
    QCOMPARE(list().items.front().item, next().list().items.front().item);
}

// user7 came in the visits 7, 47, ... 447, the last of which is on top.
void TestProfileNext::aSessionOpensInRecommend()
{
    QVERIFY(openProfile(QStringLiteral("user7")));
    auto &sessions = desk().part<QTableView>("sessionTable");
    sessions.setFocus();
    sessions.setCurrentIndex(sessions.model()->index(0, 0));
    QTest::keyClick(&sessions, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(list().session, QStringLiteral("visit447"), 30000);
    TRY_IDLE(desk());
    QCOMPARE(desk().text("recommendWho"), QStringLiteral("Session visit447"));
    QCOMPARE(list().history, qint64(3));
    desk().click("rail_customers");
    desk().click("rail_recommend");
    TRY_IDLE(desk());
    QCOMPARE(list().session, QStringLiteral("visit447")); // it stays
    desk().click("rail_customers");
    Desk::click(desk().part("openRecommend"));
    QTRY_COMPARE(list().user, QStringLiteral("user7"));
    TRY_IDLE(desk());
}

void TestProfileNext::howFarAUserCame()
{
    QVERIFY(openProfile(QStringLiteral("user7")));
    const FunnelPosition &funnel = desk().part<ProfileView>("profileView").profile().funnel;
    QCOMPARE(funnel.reached, 2);
    // All 12 visits are on 24 days, two looks and a purchase each; no word of this log means the cart.
    QCOMPARE(desk().part<FunnelStrip>("funnelStrip").texts(),
             (QStringList{QStringLiteral("✓ Looked 24"), QStringLiteral("Cart 0"), QStringLiteral("✓ Bought 12")}));
    QCOMPARE(desk().text("profileFunnel"), QStringLiteral("Came as far as a purchase."));
}

// 30,000 more looks of one user, a second apart: the profile, its list, the sessions and the segments are there, and what was shortened is said.
void TestProfileNext::aRobotHoldsUpNothing()
{
    QVERIFY(makeVisitors(shop()));
    {
        Result<Workspace> workspace = Workspace::open(shop());
        VERIFY_RESULT(workspace);
        auto writer = FactWriter::begin(*workspace, {QStringLiteral("crawl"), QStringLiteral("events"), {}, 0, ConflictPolicy::Skip});
        VERIFY_RESULT(writer);
        for (int look = 0; look < 30'000; ++look) {
            const std::string item = "item" + std::to_string(look % 10), session = "crawl" + std::to_string(look / 1000);
            EventRow row;
            row.user = "robot";
            row.kind = "view";
            row.item = item;
            row.session = session;
            row.time = QDateTime(QDate(2024, 1, 25), QTime(0, 0), QTimeZone::utc()).toMSecsSinceEpoch() + look * 1000LL;
            row.fingerprint = quint64(1'000'000 + look);
            VERIFY_RESULT((*writer)->addEvent(row));
        }
        JobContext job;
        VERIFY_RESULT((*writer)->commit({}, {}, "robot", job));
    }
    QVERIFY(desk().openAndWait(shop()));
    desk().click("rail_customers");
    desk().session().selection().setUser(QStringLiteral("robot"));
    QTRY_VERIFY_WITH_TIMEOUT(desk().text("profileKey") == QStringLiteral("robot") && next().hasList() && desk().isIdle(), 60000);
    QVERIFY2(desk().text("profileNote").contains(QStringLiteral("10,000 of 30,000")), qPrintable(desk().text("profileNote")));
    QVERIFY2(desk().text("profileScores").contains(QStringLiteral("robot")), qPrintable(desk().text("profileScores")));
    QTRY_VERIFY2(desk().text("intentSentence").contains(QStringLiteral("looks like a robot")), qPrintable(desk().text("intentSentence")));
    QVERIFY(desk().part("nextNote").isVisible());
    Desk::click(desk().part("openRecommend"));
    QTRY_COMPARE_WITH_TIMEOUT(list().user, QStringLiteral("robot"), 30000);
    QTRY_VERIFY2(desk().part("pageSentence").accessibleName().contains(QStringLiteral("robot")), qPrintable(desk().part("pageSentence").accessibleName()));
    QVERIFY2(desk().text("recommendNote").contains(QStringLiteral("look")), qPrintable(desk().text("recommendNote")));
    QCOMPARE(list().robots, qint64(1));
    TRY_IDLE(desk());
    QVERIFY(desk().problem().isEmpty());
}

FORETRAIL_TEST_MAIN(TestProfileNext, QApplication)
#include "tst_profile_next.moc"
