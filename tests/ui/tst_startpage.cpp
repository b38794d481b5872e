// Where the window begins: the three choices, and the workspaces used before.
#include "tests/ui/UiTest.h"
#include "ui/SampleWorkspace.h"
#include "ui/pages/Page.h"
#include "ui/widgets/RecentRow.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace foretrail;
using namespace foretrail::test;

class TestStartPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_desk = std::make_unique<Desk>(); }
    void cleanup() { m_desk.reset(); }
    void cleanupTestCase() { QFile::remove(sampleWorkspacePath()); }

    void saysWhatCanBeDone();
    void opensTheSampleShop();
    void opensAWorkspace();
    void importsIntoANewWorkspace();
    void importsIntoTheOpenOne();
    void makesANewWorkspace();
    void recentWorkspacesAreListedWithTheirRows();
    void aMissingOneCanOnlyBeTakenOff();
    void anUnreadableOneSaysWhy();
    void clickingARecentOneOpensIt();
    void speaksChinese();

private:
    Desk &desk() { return *m_desk; }
    QString page() { return desk().window().currentPage()->name(); }
    QList<RecentRow *> rows()
    {
        QList<RecentRow *> shown;
        for (RecentRow *row : desk().part("startPage").findChildren<RecentRow *>())
            if (row->isVisible())
                shown << row;
        std::sort(shown.begin(), shown.end(), [](const RecentRow *a, const RecentRow *b) { return a->y() < b->y(); });
        return shown;
    }
    QString rowText(int row, const char *label) { return Desk::child<QLabel>(*rows().at(row), label).text(); }
    std::unique_ptr<Desk> m_desk;
};

void TestStartPage::saysWhatCanBeDone()
{
    QCOMPARE(desk().text("openSampleTitle"), QStringLiteral("Open the sample shop"));
    QCOMPARE(desk().text("importFileTitle"), QStringLiteral("Import a file"));
    QCOMPARE(desk().text("openFileTitle"), QStringLiteral("Open a workspace"));
    for (const char *name : {"openSample", "importFile", "openFile", "newWorkspaceButton"}) {
        QVERIFY2(desk().part(name).isVisible() && desk().part(name).isEnabled(), name);
        QVERIFY2(desk().part(name).focusPolicy() & Qt::TabFocus, name);
    }
    QVERIFY(desk().part("recentEmpty").isVisible());
    QVERIFY(rows().isEmpty());
}

void TestStartPage::opensTheSampleShop()
{
    QFile::remove(sampleWorkspacePath());
    desk().click("openSample");
    QTRY_COMPARE(desk().part("statusJob").accessibleName().contains(QStringLiteral("Making the sample shop")), true);
    QTRY_COMPARE_WITH_TIMEOUT(desk().session().workspacePath(), sampleWorkspacePath(), 60000);
    QTRY_COMPARE(page(), QStringLiteral("forecast")); // something useful at once
    QVERIFY(desk().session().summary().events > 50'000);
    QCOMPARE(desk().text("railWorkspace"), QStringLiteral("sample-shop"));
    const QDateTime made = QFileInfo(sampleWorkspacePath()).birthTime();
    desk().session().closeWorkspace();
    desk().click("rail_start");
    desk().click("openSample"); // it is there already
    QTRY_COMPARE(desk().session().workspacePath(), sampleWorkspacePath());
    QCOMPARE(QFileInfo(sampleWorkspacePath()).birthTime(), made);
    QCOMPARE(desk().settings().recentWorkspaces(), QStringList{sampleWorkspacePath()});
}

void TestStartPage::opensAWorkspace()
{
    const QString shop = desk().path(QStringLiteral("shop.foretrail"));
    VERIFY_RESULT(makeShop(shop, 14));
    FileAnswers answers;
    desk().click("openFile"); // cancelled
    QCOMPARE(answers.count, 1);
    QVERIFY(answers.asked.filter.contains(QStringLiteral("*.foretrail")));
    QCOMPARE(page(), QStringLiteral("start"));
    answers.open = {shop};
    desk().click("openFile");
    QTRY_COMPARE(desk().session().workspacePath(), shop);
    QTRY_COMPARE(page(), QStringLiteral("forecast"));
    QCOMPARE(desk().settings().lastFolder(), QFileInfo(shop).absolutePath());
    desk().click("rail_start");
    QCOMPARE(desk().window().currentPage()->sentence(), QStringLiteral("shop is open, with 42 rows."));
}

void TestStartPage::importsIntoANewWorkspace()
{
    FileAnswers answers;
    const QString log = desk().path(QStringLiteral("online_retail.csv"));
    answers.open = {log};
    answers.save = desk().path(QStringLiteral("retail"));
    QSignalSpy asked(&desk().session(), &AppSession::importRequested);
    desk().click("importFile");
    QTRY_COMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].toStringList(), QStringList{log});
    QCOMPARE(answers.count, 2); // which file, and where to
    QCOMPARE(desk().session().workspaceName(), QStringLiteral("retail"));
}

void TestStartPage::importsIntoTheOpenOne()
{
    const QString shop = desk().path(QStringLiteral("shop.foretrail"));
    VERIFY_RESULT(makeShop(shop, 14));
    QVERIFY(desk().openAndWait(shop));
    desk().click("rail_start");
    FileAnswers answers;
    answers.open = {desk().path(QStringLiteral("a.csv")), desk().path(QStringLiteral("b.csv"))};
    QSignalSpy asked(&desk().session(), &AppSession::importRequested);
    desk().click("importFile");
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].toStringList(), answers.open);
    QCOMPARE(answers.count, 1);
    QCOMPARE(desk().session().workspacePath(), shop);
}

void TestStartPage::makesANewWorkspace()
{
    FileAnswers answers;
    answers.save = desk().path(QStringLiteral("mine"));
    desk().click("newWorkspaceButton");
    QTRY_COMPARE(desk().session().workspaceName(), QStringLiteral("mine"));
    QVERIFY(QFile::exists(desk().path(QStringLiteral("mine.foretrail"))));
}

void TestStartPage::recentWorkspacesAreListedWithTheirRows()
{
    const QString one = desk().path(QStringLiteral("one.foretrail"));
    const QString two = desk().path(QStringLiteral("two.foretrail"));
    VERIFY_RESULT(makeShop(one, 28));
    VERIFY_RESULT(makeEmpty(two));
    desk().settings().addRecentWorkspace(one);
    desk().settings().addRecentWorkspace(two);
    QTRY_COMPARE(rows().size(), 2);
    QVERIFY(!desk().part("recentEmpty").isVisible());
    QTRY_COMPARE(rowText(0, "recentName"), QStringLiteral("two")); // the newest on top
    QTRY_COMPARE(rowText(0, "recentRows"), QStringLiteral("0 rows"));
    // 28 views and purchases of tea, 14 mugs, 14 jams.
    QTRY_COMPARE(rowText(1, "recentRows"), QStringLiteral("84 rows"));
    // The small line is the revenue of the weeks: tea 91, mugs four or three times 5, jam 14 in the last two.
    const std::vector<float> weeks{111, 106, 125, 120};
    QTRY_COMPARE(rows().at(1)->workspace().sketch, weeks);
    QVERIFY(!Desk::child<QToolButton>(*rows().at(1), "recentRemove").isVisible());
}

void TestStartPage::aMissingOneCanOnlyBeTakenOff()
{
    const QString gone = desk().path(QStringLiteral("gone.foretrail"));
    desk().settings().addRecentWorkspace(gone);
    QTRY_COMPARE(rows().size(), 1);
    QTRY_COMPARE(rowText(0, "recentRows"), QStringLiteral("not found"));
    TRY_IDLE(desk()); // what was looked up is there
    Desk::click(*rows().front());
    QVERIFY(desk().isIdle()); // nothing is tried
    Desk::click(Desk::child<QToolButton>(*rows().front(), "recentRemove"));
    QTRY_VERIFY(rows().isEmpty());
    QVERIFY(desk().settings().recentWorkspaces().isEmpty());
    QVERIFY(desk().part("recentEmpty").isVisible());
}

void TestStartPage::anUnreadableOneSaysWhy()
{
    const QString text = desk().path(QStringLiteral("text.foretrail"));
    writeAll(text, "not a workspace");
    desk().settings().addRecentWorkspace(text);
    QTRY_COMPARE(rows().size(), 1);
    QTRY_COMPARE(rowText(0, "recentRows"), QStringLiteral("cannot be read"));
    QVERIFY(rows().front()->toolTip().contains(QStringLiteral("is not a Foretrail workspace")));
    QCOMPARE(desk().problem(), QString()); // nobody asked for it yet
    Desk::click(*rows().front());
    QTRY_VERIFY(desk().problem().contains(QStringLiteral("is not a Foretrail workspace")));
    QCOMPARE(readAll(text), QByteArray("not a workspace"));
}

void TestStartPage::clickingARecentOneOpensIt()
{
    const QString one = desk().path(QStringLiteral("one.foretrail"));
    const QString two = desk().path(QStringLiteral("two.foretrail"));
    VERIFY_RESULT(makeShop(one, 28));
    VERIFY_RESULT(makeShop(two, 14));
    desk().settings().addRecentWorkspace(one);
    desk().settings().addRecentWorkspace(two);
    QTRY_COMPARE(rows().size(), 2);
    Desk::click(*rows().at(1));
    QTRY_COMPARE(desk().session().workspacePath(), one);
    QCOMPARE(desk().settings().recentWorkspaces(), (QStringList{one, two}));
    QTRY_COMPARE(page(), QStringLiteral("forecast"));
    desk().click("rail_start");
    QTRY_COMPARE(rowText(0, "recentName"), QStringLiteral("one"));
    QTRY_COMPARE(rowText(0, "recentRows"), QStringLiteral("84 rows"));
    QTRY_COMPARE(rowText(1, "recentRows"), QStringLiteral("42 rows"));
}

void TestStartPage::speaksChinese()
{
    desk().settings().setLanguage(QStringLiteral("zh_CN"));
    QTRY_COMPARE(desk().text("openSampleTitle"), QString::fromUtf8("打开示例商店"));
    static const QRegularExpression englishWords(QStringLiteral("[a-z]{3,} [a-z]{3,}"));
    for (const QLabel *label : desk().window().findChildren<QLabel *>())
        if (label->isVisible())
            QVERIFY2(!label->text().contains(englishWords), qPrintable(label->objectName() + QStringLiteral(": ") + label->text()));
}

FORETRAIL_TEST_MAIN(TestStartPage, QApplication)
#include "tst_startpage.moc"
