// The pages Customers and Recommend on logs that lack nearly everything: each says what is missing, and what there is still works.
#include "core/behaviour/recommend/RecommenderStore.h"
#include "core/data/FactWriter.h"
#include "tests/ui/UiTest.h"
#include "ui/widgets/NextItemsView.h"
#include "ui/widgets/ProfileView.h"
#include "ui/widgets/RecommendListView.h"

#include <QLabel>
#include <QPushButton>
#include <QTableView>

using namespace foretrail;
using namespace foretrail::test;

namespace {

/// One event a line: user, item, kind, session; one a day.
Result<void> makeLog(const QString &path, const QStringList &lines)
{
    Result<Workspace> workspace = Workspace::create(path);
    if (!workspace)
        return fail(workspace.error());
    auto writer = FactWriter::begin(*workspace, {QStringLiteral("by hand"), QStringLiteral("events"), {}, 0, ConflictPolicy::Skip});
    if (!writer)
        return fail(writer.error());
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QByteArrayList fields = lines[i].toUtf8().split(',');
        const auto text = [&fields](int place) { return std::string_view(fields[place].constData(), size_t(fields[place].size())); };
        EventRow row;
        row.user = text(0);
        row.item = text(1);
        row.kind = text(2);
        row.session = text(3);
        row.time = QDateTime(QDate(2024, 1, 1).addDays(i), QTime(9, 0), QTimeZone::utc()).toMSecsSinceEpoch();
        row.fingerprint = quint64(i + 1);
        if (const auto stored = (*writer)->addEvent(row); !stored)
            return fail(stored.error());
    }
    JobContext job;
    return (*writer)->commit({}, {}, "sha", job);
}

QStringList linesOf(int count, const std::function<QString(int)> &line)
{
    QStringList lines;
    for (int i = 0; i < count; ++i)
        lines << line(i);
    return lines;
}

} // namespace

class TestSparseLogs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        RecommenderStore::ofProcess().clear();
        m_desk = std::make_unique<Desk>();
    }
    void cleanup() { m_desk.reset(); }

    void noUsers();
    void noItems();
    void noPurchases();
    void oneKindOfEvents();
    void oneUser();
    void twoEvents();
    void aKeyOfHundredsOfLetters();
    void aNewcomer();

private:
    Desk &desk() { return *m_desk; }
    bool openCustomers(const QStringList &lines);
    bool openRecommend();
    QString emptySentence(const char *page);
    NextItemsView &next() { return desk().part<NextItemsView>("nextItemsView"); }
    const Recommendations &list() { return desk().part<RecommendListView>("recommendView").list(); }
    std::unique_ptr<Desk> m_desk;
};

bool TestSparseLogs::openCustomers(const QStringList &lines)
{
    const QString shop = desk().path(QStringLiteral("shop.foretrail"));
    if (!makeLog(shop, lines) || !desk().openAndWait(shop))
        return false;
    desk().click("rail_customers");
    return QTest::qWaitFor([&] { return desk().isIdle(); }, 60000);
}

bool TestSparseLogs::openRecommend()
{
    desk().click("rail_recommend");
    return QTest::qWaitFor([&] { return desk().isIdle(); }, 60000);
}

QString TestSparseLogs::emptySentence(const char *page)
{
    for (const QLabel *label : desk().part(page).findChildren<QLabel *>(QStringLiteral("emptySentence")))
        if (label->isVisible())
            return label->text();
    return {};
}

void TestSparseLogs::noUsers()
{
    QVERIFY(openCustomers(linesOf(30, [](int i) { return QStringLiteral(",item%1,view,s%2").arg(i % 4).arg(i / 3); })));
    QVERIFY2(emptySentence("customersPage").startsWith(QStringLiteral("The log names no users")), qPrintable(emptySentence("customersPage")));
    QVERIFY(emptySentence("customersPage").contains(QStringLiteral("page Recommend")));
    QVERIFY(openRecommend());
    auto &sessions = desk().part<QTableView>("sessionList"); // which are offered at once
    QTRY_COMPARE(sessions.model()->rowCount(), 10);
    TRY_IDLE(desk());
    QTest::mouseClick(sessions.viewport(), Qt::LeftButton, {}, sessions.visualRect(sessions.model()->index(0, 0)).center());
    QTRY_COMPARE(list().session, QStringLiteral("s9"));
    TRY_IDLE(desk());
    QVERIFY(desk().problem().isEmpty());
}

void TestSparseLogs::noItems()
{
    QVERIFY(openCustomers(linesOf(30, [](int i) { return QStringLiteral("user%1,,login,").arg(i % 5); })));
    QVERIFY(desk().part<ProfileView>("profileView").profile().user.id.isValid());
    QVERIFY(!next().hasList());
    QVERIFY2(desk().text("nextNote").contains(QStringLiteral("names an item")), qPrintable(desk().text("nextNote")));
    QVERIFY2(desk().text("profileFunnel").startsWith(QStringLiteral("No event means a look")), qPrintable(desk().text("profileFunnel")));
    QVERIFY(!desk().part("funnelStrip").isVisible());
    QVERIFY(openRecommend());
    QVERIFY2(emptySentence("recommendPage").startsWith(QStringLiteral("No event names an item")), qPrintable(emptySentence("recommendPage")));
    QVERIFY(desk().problem().isEmpty());
}

void TestSparseLogs::noPurchases()
{
    QVERIFY(openCustomers(linesOf(40, [](int i) { return QStringLiteral("user%1,item%2,%3,").arg(i % 5).arg(i % 7).arg(i % 3 == 0 ? QStringLiteral("cart") : QStringLiteral("view")); })));
    QVERIFY2(desk().text("profileNote").startsWith(QStringLiteral("No purchase yet")), qPrintable(desk().text("profileNote")));
    QVERIFY(!desk().text("profileOutlook").isEmpty()); // why nothing is said of staying
    QVERIFY2(desk().text("profileFunnel").startsWith(QStringLiteral("Came as far as the cart")), qPrintable(desk().text("profileFunnel")));
    QVERIFY(next().hasList());
    QVERIFY(!next().list().items.isEmpty());
    QVERIFY(openRecommend());
    QTRY_VERIFY(!list().items.isEmpty());
    TRY_IDLE(desk());
    QVERIFY(desk().problem().isEmpty());
}

void TestSparseLogs::oneKindOfEvents()
{
    QVERIFY(openCustomers(linesOf(40, [](int i) { return QStringLiteral("user%1,item%2,buy,").arg(i % 5).arg(i % 7); })));
    QVERIFY2(desk().text("profileFunnel").startsWith(QStringLiteral("Came as far as a purchase")), qPrintable(desk().text("profileFunnel")));
    QVERIFY(!next().list().items.isEmpty());
    QVERIFY(!desk().text("intentSentence").isEmpty());
    QVERIFY(desk().problem().isEmpty());
}

void TestSparseLogs::oneUser()
{
    QVERIFY(openCustomers(linesOf(12, [](int i) { return QStringLiteral("alone,item%1,%2,").arg(i % 3).arg(i % 2 ? QStringLiteral("buy") : QStringLiteral("view")); })));
    QCOMPARE(desk().text("profileKey"), QStringLiteral("alone"));
    QVERIFY(!desk().part("similarTable").isVisible());
    QVERIFY(!desk().text("profileOutlook").isEmpty());
    QVERIFY(next().hasList() || !desk().text("nextNote").isEmpty());
    QVERIFY(openRecommend());
    QTRY_COMPARE(list().user, QStringLiteral("alone"));
    TRY_IDLE(desk());
    QVERIFY(desk().problem().isEmpty());
}

void TestSparseLogs::twoEvents()
{
    QVERIFY(openCustomers({QStringLiteral("a,item1,view,"), QStringLiteral("a,item2,view,")}));
    QCOMPARE(desk().text("profileKey"), QStringLiteral("a"));
    QVERIFY2(desk().text("profileNote").contains(QStringLiteral("too few")), qPrintable(desk().text("profileNote")));
    QVERIFY(next().hasList() || !desk().text("nextNote").isEmpty());
    QVERIFY(openRecommend());
    QVERIFY(desk().problem().isEmpty());
}

// The key is shortened; nothing of the profile or the list is pushed out of sight by it.
void TestSparseLogs::aKeyOfHundredsOfLetters()
{
    const QString key(300, u'x');
    QVERIFY(openCustomers(linesOf(12, [&key](int i) { return QStringLiteral("%1,item%2,buy,").arg(key).arg(i % 3); })));
    desk().window().resize(1280, 800);
    const auto &profile = desk().part<ProfileView>("profileView");
    QTRY_COMPARE(profile.profile().user.key, key);
    QTRY_VERIFY(profile.widget()->width() <= profile.viewport()->width());
    QVERIFY(desk().text("profileKey").size() < key.size());
    QCOMPARE(desk().part<QLabel>("profileKey").toolTip(), key);
    QVERIFY(desk().problem().isEmpty());
}

// A user whose only event names no item is a cold start: what is popular of late, and said so.
void TestSparseLogs::aNewcomer()
{
    QVERIFY(openCustomers(linesOf(30, [](int i) { return i == 29 ? QStringLiteral("newcomer,,login,") : QStringLiteral("user%1,item%2,view,").arg(i % 4).arg(i % 5); })));
    desk().session().selection().setUser(QStringLiteral("newcomer"));
    QTRY_COMPARE(next().list().user, QStringLiteral("newcomer"));
    QVERIFY(desk().part("nextColdStart").isVisibleTo(&next()));
    QVERIFY2(desk().text("nextNote").contains(QStringLiteral("popular of late")), qPrintable(desk().text("nextNote")));
    TRY_IDLE(desk());
}

FORETRAIL_TEST_MAIN(TestSparseLogs, QApplication)
#include "tst_sparse_logs.moc"
