// The Behaviour page on five shoppers that are counted by hand. January 2024, UTC: =ann and bob look, put and buy (=ann on the 1st, bob looks
// on the 2nd and buys on the 4th), cyd looks and puts, dan only buys, eve puts before she looks. =ann looks again on the 9th, bob on the 22nd.
#include "core/data/FactWriter.h"
#include "tests/ui/UiTest.h"
#include "ui/charts/LineChart.h"
#include "ui/charts/MarkChart.h"
#include "ui/dialogs/UsersDialog.h"
#include "ui/pages/Page.h"
#include "ui/widgets/SegmentChip.h"

#include <QScopeGuard>
#include <QSemaphore>
#include <QToolButton>
#include <QJsonDocument>
#include <QJsonObject>
#include <QCheckBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>

using namespace foretrail;
using namespace foretrail::test;

namespace {

struct Visit {
    const char *user;
    const char *time;
    const char *kind;
    const char *item;
};

const std::vector<Visit> fiveVisitors{
    {"=ann", "2024-01-01 10:00", "view", "tea"}, {"=ann", "2024-01-01 10:05", "view", "mug"}, {"=ann", "2024-01-01 10:06", "cart", "tea"}, {"=ann", "2024-01-01 10:16", "purchase", "tea"},
    {"bob", "2024-01-02 09:00", "view", "mug"}, {"bob", "2024-01-02 09:02", "cart", "mug"}, {"bob", "2024-01-04 09:02", "purchase", "mug"}, {"cyd", "2024-01-02 12:00", "view", "tea"},
    {"cyd", "2024-01-02 12:10", "cart", "tea"}, {"dan", "2024-01-03 08:00", "purchase", "tea"}, {"eve", "2024-01-03 09:00", "cart", "tea"}, {"eve", "2024-01-03 09:01", "view", "tea"},
    {"=ann", "2024-01-09 10:00", "view", "tea"}, {"bob", "2024-01-22 10:00", "view", "tea"}};

Result<void> makeVisits(const QString &path, const std::vector<Visit> &visits, bool hasClock = true)
{
    Result<Workspace> workspace = Workspace::create(path);
    if (!workspace)
        return fail(workspace.error());
    FactWriterOptions options{QStringLiteral("by hand"), QStringLiteral("events"), {}, 0, ConflictPolicy::Skip};
    options.hasClock = hasClock;
    auto writer = FactWriter::begin(*workspace, options);
    if (!writer)
        return fail(writer.error());
    EventRow row;
    for (const Visit &visit : visits) {
        row.user = visit.user;
        row.kind = visit.kind;
        row.item = visit.item;
        row.time = parseWallTime(QString::fromLatin1(visit.time)).value();
        ++row.fingerprint;
        if (const auto stored = (*writer)->addEvent(row); !stored)
            return fail(stored.error());
    }
    JobContext job;
    return (*writer)->commit({}, {}, "sha", job);
}

QStringList cells(const QTableView &table, int row)
{
    QStringList texts;
    for (int column = 0; column < table.model()->columnCount(); ++column)
        texts << table.model()->index(row, column).data().toString();
    return texts;
}

} // namespace

class TestBehaviourPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_desk = std::make_unique<Desk>(); }
    void cleanup() { m_desk.reset(); }

    void funnelOpensThoseWhoCameAndThoseLost();
    void funnelByKeysAlone();
    void stepsAreAddedMovedRemovedAndWrittenOver();
    void windowAndUnit();
    void listGoesToTheUserAndIsExported();
    void smallGroupsStayHere();
    void retentionTriangleAndCurves();
    void pathsAndTheirTwin();
    void lifecycleMoves();
    void followsTheChosenSegment();
    void exportsNumbersAndPictures();
    void choicesAreKept();
    void saysWhatIsMissing();
    void withoutAClockTheOrderIsEnough();
    void withoutAWorkspaceOrEvents();
    void anotherLanguageAndBack();
    void newRowsAreCounted();
    void readingIsStoppedAndBegunAgain();

private:
    Desk &desk() { return *m_desk; }
    QString shop(const char *name = "five.foretrail") { return desk().path(QString::fromLatin1(name)); }
    bool openFive();
    bool openShop(const QString &path);
    void showTab(int tab);
    QString sentence() { return desk().window().currentPage()->sentence(); }
    MarkChart &chart(const char *name) { return desk().part<MarkChart>(name); }
    void clickMark(const char *name, int mark) { QTest::mouseClick(&chart(name), Qt::LeftButton, {}, chart(name).placeOf(mark)); }
    UsersDialog *dialog() { return desk().window().findChild<UsersDialog *>(); }
    bool waitForDialog();
    QStringList listed();
    void closeDialog();
    std::unique_ptr<Desk> m_desk;
};

bool TestBehaviourPage::openShop(const QString &path)
{
    if (!desk().openAndWait(path))
        return false;
    desk().click("rail_behaviour");
    return QTest::qWaitFor([&] { return desk().isIdle(); }, 30000);
}

bool TestBehaviourPage::openFive() { return makeVisits(shop(), fiveVisitors) && openShop(shop()); }

void TestBehaviourPage::showTab(int tab)
{
    desk().part<QTabWidget>("behaviourTabs").setCurrentIndex(tab);
    TRY_IDLE(desk());
}

bool TestBehaviourPage::waitForDialog()
{
    return QTest::qWaitFor([&] { return dialog() && dialog()->isVisible() && desk().isIdle() && !Desk::child<QLabel>(*dialog(), "groupState").text().contains(QStringLiteral("Reading")); }, 30000);
}

QStringList TestBehaviourPage::listed()
{
    QStringList users;
    const auto &table = Desk::child<QTableView>(*dialog(), "groupUsers");
    for (int row = 0; row < table.model()->rowCount(); ++row)
        users << table.model()->index(row, 0).data().toString();
    users.sort();
    return users;
}

void TestBehaviourPage::closeDialog()
{
    Desk::click(Desk::child<QPushButton>(*dialog(), "closeGroup"));
    QTRY_VERIFY(!dialog());
}

void TestBehaviourPage::funnelOpensThoseWhoCameAndThoseLost()
{
    QVERIFY(openFive());
    QCOMPARE(sentence(), QStringLiteral("50.0 % of 4 users came from view to purchase; most are lost between view and cart."));
    QCOMPARE(desk().text("pageSentence"), sentence());
    clickMark("funnelChart", 2); // the bar of cart
    QVERIFY(waitForDialog());
    QCOMPARE(dialog()->windowTitle(), QStringLiteral("Users who came to cart"));
    QCOMPARE(listed(), (QStringList{QStringLiteral("=ann"), QStringLiteral("bob"), QStringLiteral("cyd")}));
    QCOMPARE(Desk::child<QLabel>(*dialog(), "groupState").text(), QStringLiteral("Users in this list: 3."));
    closeDialog();
    clickMark("funnelChart", 1); // what is lost there
    QVERIFY(waitForDialog());
    QCOMPARE(dialog()->windowTitle(), QStringLiteral("Users who came to view and no further"));
    QCOMPARE(listed(), QStringList{QStringLiteral("eve")});
    closeDialog();
    QTest::mouseMove(&chart("funnelChart"), chart("funnelChart").placeOf(3));
    QTRY_COMPARE(chart("funnelChart").cursorText(), QStringLiteral("1 came to cart and no further (33.3 %)"));
}

void TestBehaviourPage::funnelByKeysAlone()
{
    QVERIFY(openFive());
    MarkChart &funnel = chart("funnelChart");
    funnel.setFocus();
    QTest::keyClick(&funnel, Qt::Key_Home);
    QCOMPARE(funnel.chosen(), 0);
    QTest::keyClick(&funnel, Qt::Key_Right); // to the hatched end of the bar
    QCOMPARE(funnel.chosen(), 1);
    QCOMPARE(funnel.accessibleDescription(), QStringLiteral("1 came to view and no further (25.0 %)"));
    QTest::keyClick(&funnel, Qt::Key_End);
    QCOMPARE(funnel.chosen(), 4);
    QTest::keyClick(&funnel, Qt::Key_Return);
    QVERIFY(waitForDialog());
    QCOMPARE(listed(), (QStringList{QStringLiteral("=ann"), QStringLiteral("bob")}));
}

void TestBehaviourPage::stepsAreAddedMovedRemovedAndWrittenOver()
{
    QVERIFY(openFive());
    auto &list = desk().part<QListWidget>("funnelSteps");
    list.setCurrentRow(0);
    desk().click("removeFunnelStep");
    TRY_IDLE(desk());
    QCOMPARE(sentence(), QStringLiteral("50.0 % of 4 users came from cart to purchase; most are lost between cart and purchase."));
    QVERIFY(desk().choose("funnelWords", QStringLiteral("view")));
    desk().click("addFunnelStep");
    list.setCurrentRow(2);
    QTest::keyClick(&list, Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(&list, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(list.item(0)->text(), QStringLiteral("view"));
    TRY_IDLE(desk());
    QVERIFY(sentence().startsWith(QStringLiteral("50.0 % of 4 users came from view to purchase")));
    list.item(0)->setText(QStringLiteral("view@item=tea")); // as after F2
    TRY_IDLE(desk());
    QVERIFY2(sentence().startsWith(QStringLiteral("25.0 % of 4 users")), qPrintable(sentence())); // =ann of =ann, bob, cyd and eve
    list.item(0)->setText(QStringLiteral("checkout"));
    TRY_IDLE(desk());
    const QString problem = desk().text("emptySentence");
    QVERIFY2(problem.contains(QStringLiteral("checkout")) && problem.contains(QStringLiteral("cart")), qPrintable(problem));
}

void TestBehaviourPage::windowAndUnit()
{
    QVERIFY(openFive());
    desk().part<QSpinBox>("funnelWithin").setValue(1);
    TRY_IDLE(desk());
    QVERIFY(sentence().startsWith(QStringLiteral("25.0 % of 4 users")));
    QVERIFY(desk().choose("funnelPer", QStringLiteral("sessions")));
    TRY_IDLE(desk());
    QVERIFY2(sentence().startsWith(QStringLiteral("16.7 % of 6 sessions")), qPrintable(sentence()));
    QVERIFY(desk().text("funnelTabNotes").contains(QStringLiteral("30 minutes")));
}

void TestBehaviourPage::listGoesToTheUserAndIsExported()
{
    QVERIFY(openFive());
    FileAnswers answers;
    answers.save = desk().path(QStringLiteral("list.csv"));
    clickMark("funnelChart", 4);
    QVERIFY(waitForDialog());
    Desk::click(Desk::child<QPushButton>(*dialog(), "exportGroup"));
    TRY_IDLE(desk());
    const QList<QStringList> rows = parsedCsv(readAll(answers.save));
    QCOMPARE(rows.size(), 3);
    QVERIFY(rows[1][0] == QStringLiteral("'=ann") || rows[2][0] == QStringLiteral("'=ann")); // runs in no spreadsheet
    auto &table = Desk::child<QTableView>(*dialog(), "groupUsers");
    for (int row = 0; row < table.model()->rowCount(); ++row)
        if (table.model()->index(row, 0).data().toString() == QStringLiteral("bob"))
            table.setCurrentIndex(table.model()->index(row, 0));
    QTest::keyClick(&table, Qt::Key_Return);
    TRY_IDLE(desk());
    QCOMPARE(desk().window().currentPage()->name(), QStringLiteral("customers"));
    QCOMPARE(desk().session().selection().userKey(), QStringLiteral("bob"));
    QTRY_COMPARE(desk().text("profileKey"), QStringLiteral("bob"));
}

void TestBehaviourPage::smallGroupsStayHere()
{
    QVERIFY(openFive());
    desk().click("railSettings");
    desk().part<QSpinBox>("settingsGroup").setValue(3);
    desk().click("settingsClose");
    QCOMPARE(desk().settings().smallestGroup(), 3);
    clickMark("funnelChart", 4); // two users: seen, not handed on
    QVERIFY(waitForDialog());
    QCOMPARE(listed().size(), 2);
    QVERIFY(!Desk::child<QPushButton>(*dialog(), "exportGroup").isEnabled());
    QVERIFY(Desk::child<QLabel>(*dialog(), "groupState").text().contains(QStringLiteral("fewer than 3")));
    closeDialog();
    FileAnswers answers;
    answers.save = desk().path(QStringLiteral("funnel.csv"));
    desk().click("primaryAction");
    TRY_IDLE(desk());
    const QList<QStringList> rows = parsedCsv(readAll(answers.save));
    QCOMPARE(rows[1].first(2), (QStringList{QStringLiteral("view"), QStringLiteral("4")}));
    QCOMPARE(rows[3].first(2), (QStringList{QStringLiteral("purchase"), QStringLiteral("<3")}));
    answers.save = desk().path(QStringLiteral("funnel.svg"));
    Desk::child<QAction>(chart("funnelChart"), "export_svg").trigger();
    TRY_IDLE(desk());
    QVERIFY(!QFile::exists(answers.save));
    QVERIFY2(desk().problem().contains(QStringLiteral("fewer than 3 users")), qPrintable(desk().problem()));
    showTab(2);
    answers.save = desk().path(QStringLiteral("paths.csv"));
    Desk::child<QAction>(*desk().window().currentPage(), "exportWholePaths").trigger();
    TRY_IDLE(desk());
    QCOMPARE(parsedCsv(readAll(answers.save)).mid(1), (QList<QStringList>{{QStringLiteral("other paths"), QStringLiteral("9"), QStringLiteral("1")}})); // all are seldom; 8 in multiples of 3
}

void TestBehaviourPage::retentionTriangleAndCurves()
{
    QVERIFY(openFive());
    showTab(1);
    QCOMPARE(sentence(), QStringLiteral("20.0 % of 5 users were back in the week after their first."));
    auto &table = desk().part<QTableView>("retentionTable");
    QCOMPARE(cells(table, 0), (QStringList{QStringLiteral("All"), QStringLiteral("5"), QStringLiteral("100.0"), QStringLiteral("20.0"), QStringLiteral("0.0"), QString()}));
    QCOMPARE(cells(table, 1), (QStringList{QStringLiteral("2024-01-01"), QStringLiteral("5"), QStringLiteral("100.0"), QStringLiteral("20.0"), QStringLiteral("0.0"), QStringLiteral("20.0*")}));
    QVERIFY(desk().text("retentionTabNotes").contains(QStringLiteral("not over")));
    QVERIFY(!desk().part<LineChart>("retentionChart").content().isEmpty());
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(table.model()->index(1, 3)).center());
    QVERIFY(waitForDialog());
    QCOMPARE(listed(), QStringList{QStringLiteral("=ann")});
    closeDialog();
    table.setCurrentIndex(table.model()->index(1, 5));
    QTest::keyClick(&table, Qt::Key_Return);
    QVERIFY(waitForDialog());
    QCOMPARE(listed(), QStringList{QStringLiteral("bob")});
    closeDialog();
    QVERIFY(desk().choose("retentionShown", QStringLiteral("users")));
    desk().click("retentionOrLater");
    TRY_IDLE(desk());
    QCOMPARE(cells(table, 1).mid(2), (QStringList{QStringLiteral("5"), QStringLiteral("2"), QStringLiteral("1"), QStringLiteral("1*")}));
    QVERIFY(desk().choose("retentionCohort", QStringLiteral("their first purchase")));
    QVERIFY(desk().choose("retentionActivity", QStringLiteral("a purchase")));
    TRY_IDLE(desk());
    QCOMPARE(cells(table, 0)[1], QStringLiteral("3"));
}

// Visits: view end twice, view cart end twice, purchase end twice, view cart purchase end, cart view end.
void TestBehaviourPage::pathsAndTheirTwin()
{
    QVERIFY(openFive());
    showTab(2);
    QCOMPARE(sentence(), QString::fromUtf8("Most frequent path: view → end (25.0 % of 8 sessions)."));
    auto &transitions = desk().part<QTableView>("transitionsTable");
    QCOMPARE(cells(transitions, 0), (QStringList{QStringLiteral("start"), QStringLiteral("view"), QStringLiteral("5"), QStringLiteral("62.5")}));
    MarkChart &flow = chart("pathsChart");
    flow.setFocus();
    QTest::keyClick(&flow, Qt::Key_End); // a block
    QVERIFY(!flow.cursorText().isEmpty());
    clickMark("pathsChart", 0); // view as the first step
    QVERIFY(waitForDialog());
    QCOMPARE(listed(), (QStringList{QStringLiteral("=ann"), QStringLiteral("bob"), QStringLiteral("cyd")}));
    QVERIFY(dialog()->windowTitle().contains(QStringLiteral("view as step 1: 5 (62.5 % of all)")));
    closeDialog();
    auto &ways = desk().part<QTableView>("wholePathsTable");
    ways.setCurrentIndex(ways.model()->index(0, 0));
    QTest::keyClick(&ways, Qt::Key_Return);
    QVERIFY(waitForDialog());
    QCOMPARE(listed(), (QStringList{QStringLiteral("=ann"), QStringLiteral("bob")}));
    closeDialog();
    // Sorted otherwise, a row leads to its own users.
    QVERIFY(transitions.isSortingEnabled() && ways.isSortingEnabled());
    transitions.sortByColumn(2, Qt::AscendingOrder);
    const int last = transitions.model()->rowCount() - 1;
    QCOMPARE(cells(transitions, last), (QStringList{QStringLiteral("start"), QStringLiteral("view"), QStringLiteral("5"), QStringLiteral("62.5")}));
    transitions.setCurrentIndex(transitions.model()->index(last, 0));
    QTest::keyClick(&transitions, Qt::Key_Return);
    QVERIFY(waitForDialog());
    QVERIFY2(dialog()->windowTitle().contains(QString::fromUtf8("start → view")), qPrintable(dialog()->windowTitle()));
    QCOMPARE(listed(), (QStringList{QStringLiteral("=ann"), QStringLiteral("bob"), QStringLiteral("cyd")}));
    closeDialog();
    QVERIFY(desk().choose("pathsBy", QStringLiteral("item")));
    TRY_IDLE(desk());
    QVERIFY2(sentence().contains(QStringLiteral("tea")), qPrintable(sentence()));
    QVERIFY(desk().choose("pathsBy", QStringLiteral("category")));
    TRY_IDLE(desk());
    QVERIFY(desk().text("emptySentence").contains(QStringLiteral("by kind")));
}

// Weeks: five new; then =ann active and four silent; then five silent; then bob back, =ann silent twice, three lapsed.
void TestBehaviourPage::lifecycleMoves()
{
    QVERIFY(openFive());
    showTab(3);
    QVERIFY(desk().choose("lifecycleStates", QStringLiteral("whole periods")));
    QVERIFY(desk().choose("lifecycleBy", QStringLiteral("week")));
    TRY_IDLE(desk());
    QCOMPARE(sentence(), QStringLiteral("2024-01-15: 0 new, 0 active, 0 returned, 5 at risk, 0 lapsed."));
    auto &moves = desk().part<QTableView>("movesTable");
    QCOMPARE(cells(moves, 6), (QStringList{QStringLiteral("All"), QStringLiteral("0"), QStringLiteral("0"), QStringLiteral("0"), QStringLiteral("5"), QStringLiteral("0")}));
    clickMark("lifecycleChart", 8 * 3 + 3); // the returned ones of the last week
    QCOMPARE(desk().part<QComboBox>("lifecyclePeriod").currentText(), QStringLiteral("2024-01-22*"));
    QCOMPARE(cells(moves, 6).mid(1).join(u' '), QStringLiteral("0 0 1 1 3"));
    QVERIFY(!dialog()); // a click chooses, the rest opens
    QTest::keyClick(&chart("lifecycleChart"), Qt::Key_Return);
    QVERIFY(waitForDialog());
    QCOMPARE(listed(), QStringList{QStringLiteral("bob")});
    closeDialog();
    moves.setCurrentIndex(moves.model()->index(4, 5)); // from dormant to lapsed
    QTest::keyClick(&moves, Qt::Key_Return);
    QVERIFY(waitForDialog());
    QCOMPARE(listed(), (QStringList{QStringLiteral("cyd"), QStringLiteral("dan"), QStringLiteral("eve")}));
    closeDialog();
    QVERIFY(desk().choose("lifecyclePeriod", QStringLiteral("2024-01-08")));
    QCOMPARE(desk().text("lifecycleRatio"), QStringLiteral("Quick ratio 0.00: 0 came or came back, 4 went silent."));
}

void TestBehaviourPage::followsTheChosenSegment()
{
    QVERIFY(openFive());
    const auto user = [&](const char *key) {
        auto workspace = Workspace::open(shop());
        return workspace->data().user(QString::fromLatin1(key))->id.value;
    };
    desk().session().selection().setSegment({QStringLiteral("Two"), std::make_shared<const UserSet>(UserSet({user("=ann"), user("cyd")}))});
    TRY_IDLE(desk());
    QCOMPARE(sentence(), QStringLiteral("Segment Two: 50.0 % of 2 users came from view to purchase; most are lost between cart and purchase."));
    auto *chip = desk().part<QWidget>("behaviourPage").findChild<SegmentChip *>();
    QVERIFY(chip->isVisible() && chip->text().contains(QStringLiteral("Two")));
    QTest::mouseClick(chip->findChild<QToolButton *>(), Qt::LeftButton);
    QVERIFY(desk().session().selection().segment().isEverybody());
    QVERIFY(!chip->isVisible());
    TRY_IDLE(desk());
    QVERIFY(sentence().startsWith(QStringLiteral("50.0 % of 4 users")));
}

void TestBehaviourPage::exportsNumbersAndPictures()
{
    QVERIFY(openFive());
    FileAnswers answers;
    const char *charts[] = {"funnelChart", nullptr, "pathsChart", "lifecycleChart"};
    for (int tab = 0; tab < 4; ++tab) {
        showTab(tab);
        answers.save = desk().path(QStringLiteral("numbers%1.csv").arg(tab));
        desk().click("primaryAction");
        TRY_IDLE(desk());
        QVERIFY2(parsedCsv(readAll(answers.save)).size() > 1, qPrintable(answers.save));
        if (!charts[tab])
            continue;
        for (const char *format : {"png", "svg", "pdf"}) {
            answers.save = desk().path(QStringLiteral("picture%1.%2").arg(tab).arg(QLatin1String(format)));
            Desk::child<QAction>(chart(charts[tab]), qPrintable(QStringLiteral("export_") + QLatin1String(format))).trigger();
            TRY_IDLE(desk());
            QVERIFY2(readAll(answers.save).size() > 500, qPrintable(answers.save));
        }
    }
}

void TestBehaviourPage::choicesAreKept()
{
    QVERIFY(openFive());
    desk().part<QSpinBox>("funnelWithin").setValue(3);
    auto &list = desk().part<QListWidget>("funnelSteps");
    list.setCurrentRow(1);
    desk().click("removeFunnelStep");
    TRY_IDLE(desk());
    const QJsonObject kept = QJsonDocument::fromJson(desk().settings().behaviourChoices()).object();
    QCOMPARE(kept[QStringLiteral("funnel")][QStringLiteral("within")].toInt(), 3);
    QCOMPARE(kept[QStringLiteral("funnel")][QStringLiteral("steps")][1].toString(), QStringLiteral("purchase"));
    MainWindow other(desk().session());
    other.show();
    Desk::click(Desk::child(other, "rail_behaviour"));
    TRY_IDLE(desk());
    QCOMPARE(Desk::child<QSpinBox>(other, "funnelWithin").value(), 3);
    QCOMPARE(Desk::child<QListWidget>(other, "funnelSteps").count(), 2);
    other.close();
}

void TestBehaviourPage::saysWhatIsMissing()
{
    const std::vector<Visit> looks{{"ann", "2024-01-01 10:00", "view", ""}, {"ann", "2024-01-09 10:00", "view", ""}};
    QVERIFY(makeVisits(shop("looks.foretrail"), looks) && openShop(shop("looks.foretrail")));
    QVERIFY2(sentence().contains(QStringLiteral("from view to view")), qPrintable(sentence())); // looked, looked again
    showTab(1);
    QVERIFY(desk().choose("retentionActivity", QStringLiteral("a purchase")));
    TRY_IDLE(desk());
    QVERIFY(desk().text("emptySentence").contains(QStringLiteral("No kind of events means a purchase")));
    showTab(2);
    QVERIFY(desk().text("pathsTabNotes").contains(QStringLiteral("one kind")));
}

void TestBehaviourPage::withoutAClockTheOrderIsEnough()
{
    QVERIFY(makeVisits(shop(), fiveVisitors, false) && openShop(shop()));
    QVERIFY(sentence().startsWith(QStringLiteral("50.0 % of 4 users")));
    QVERIFY(desk().text("funnelTabNotes").contains(QStringLiteral("no clock")));
    showTab(1);
    QVERIFY(desk().text("emptySentence").contains(QStringLiteral("no clock")));
    QVERIFY(sentence().isEmpty());
    showTab(2);
    QVERIFY(!sentence().isEmpty());
}

void TestBehaviourPage::withoutAWorkspaceOrEvents()
{
    desk().click("rail_behaviour");
    QCOMPARE(desk().text("emptySentence"), QStringLiteral("No workspace is open."));
    QVERIFY(makeEmpty(shop("empty.foretrail")) && openShop(shop("empty.foretrail")));
    QVERIFY(desk().text("emptySentence").startsWith(QStringLiteral("No events yet.")));
    QVERIFY(!desk().part<QPushButton>("primaryAction").isEnabled());
}

void TestBehaviourPage::anotherLanguageAndBack()
{
    QVERIFY(openFive());
    const QString before = sentence();
    desk().settings().setLanguage(QStringLiteral("zh_CN"));
    TRY_IDLE(desk());
    QVERIFY(!sentence().isEmpty());
    desk().settings().setLanguage(QStringLiteral("en"));
    TRY_IDLE(desk());
    QCOMPARE(sentence(), before);
    for (const bool isDark : {true, false}) {
        desk().settings().setScheme(isDark ? Scheme::Dark : Scheme::Light);
        for (int tab = 0; tab < 4; ++tab) {
            showTab(tab);
            QVERIFY(!desk().window().grab().isNull());
        }
    }
}

void TestBehaviourPage::newRowsAreCounted()
{
    QVERIFY(openFive());
    {
        auto workspace = Workspace::open(shop());
        auto writer = FactWriter::begin(*workspace, {QStringLiteral("more"), QStringLiteral("events"), {}, 0, ConflictPolicy::Skip});
        EventRow row;
        row.user = "fay";
        row.kind = "view";
        row.item = "tea";
        row.time = parseWallTime(QStringLiteral("2024-01-05 10:00")).value();
        row.fingerprint = 99;
        VERIFY_RESULT((*writer)->addEvent(row));
        JobContext job;
        VERIFY_RESULT((*writer)->commit({}, {}, "other", job));
    }
    desk().session().reloadData();
    QTRY_VERIFY(sentence().startsWith(QStringLiteral("40.0 % of 5 users")));
}

// Other jobs hold all places of readers, so that the page waits.
void TestBehaviourPage::readingIsStoppedAndBegunAgain()
{
    QVERIFY(makeVisits(shop(), fiveVisitors) && desk().openAndWait(shop()));
    constexpr int others = 12;
    const auto gate = std::make_shared<QSemaphore>();
    const auto opened = qScopeGuard([&] { gate->release(others); }); // whatever happens, nobody waits for ever
    for (int i = 0; i < others; ++i)
        desk().session().jobs().start<bool>({QStringLiteral("other"), Lane::Read, true}, [gate](JobContext &) -> Result<bool> {
            gate->acquire();
            return true;
        }, nullptr, [](Result<bool>) {});
    desk().click("rail_behaviour");
    QWidget &running = Desk::child(*desk().window().currentPage(), "runningJob");
    QTRY_VERIFY(running.isVisible());
    Desk::click(Desk::child<QPushButton>(running, "jobStop"));
    QTRY_COMPARE(desk().text("emptySentence"), QStringLiteral("Reading the events was stopped."));
    gate->release(others);
    TRY_IDLE(desk());
    desk().click("emptyButton");
    TRY_IDLE(desk());
    QVERIFY(sentence().startsWith(QStringLiteral("50.0 % of 4 users")));
}

FORETRAIL_TEST_MAIN(TestBehaviourPage, QApplication)
#include "tst_behaviourpage.moc"
