// The frame around the pages: rail, header, jobs, messages, dialogs, language, theme, and the way out.
#include "core/data/Workspace.h"
#include "tests/ui/UiTest.h"
#include "ui/widgets/RunningJob.h"
#include "ui/pages/Page.h"
#include "ui/theme/Theme.h"

#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QToolButton>
#include <QWheelEvent>

#include <atomic>

using namespace foretrail;
using namespace foretrail::test;

namespace {

/// Runs until it is stopped; tells that it has begun and, at its very end, that it has stopped.
struct LongWork {
    std::atomic<bool> hasBegun = false;
    std::atomic<bool> hasStopped = false;

    void start(JobRunner &jobs, const QString &title, std::function<void(Result<bool>)> done = [](const auto &) {},
               bool asksBeforeClosing = false)
    {
        jobs.start<bool>({title, Lane::Train, true, asksBeforeClosing}, [this](JobContext &job) -> Result<bool> {
            hasBegun = true;
            job.report(1, 4, QStringLiteral("step 1 of 4"));
            while (!job.stopRequested())
                QThread::yieldCurrentThread();
            hasStopped = true;
            return fail(Error::cancelled());
        }, nullptr, std::move(done));
    }
};

void drop(QWidget &window, const QList<QUrl> &files)
{
    QMimeData mime;
    mime.setUrls(files);
    const QPoint middle = window.rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    QCOMPARE(enter.isAccepted(), !files.isEmpty());
    if (!enter.isAccepted())
        return;
    QDropEvent dropped(middle, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &dropped);
}

QStringList emptySentences(const QWidget &page)
{
    QStringList texts;
    for (const QLabel *label : page.findChildren<QLabel *>(QStringLiteral("emptySentence")))
        texts << label->text();
    return texts;
}

} // namespace

class TestMainWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_desk = std::make_unique<Desk>(); }
    void cleanup() { m_desk.reset(); }

    void beginsOnTheStartPage();
    void railAndNumbersChangeThePage();
    void noPageOpensAWindow();
    void theWheelScrollsPastFields();
    void railCollapsesAndRemembers();
    void tabGoesThroughPagesBeforeSettings();
    void enterPressesTheButtonInFocus();
    void inspectorHidesAndIsRemembered();
    void jobsPanelShowsAndStopsAJob();
    void statusLineTellsOfTheJob();
    void helpAndSettingsOpenOnce();
    void speaksChineseAtRunTimeAndBack();
    void darkAndLight();
    void droppedLogsAskForAnImport();
    void droppedLogsWithoutAWorkspaceMakeOneFirst();
    void droppedWorkspaceIsOpened();
    void logsBesideAWorkspaceAreImportedIntoIt();
    void aWorkspaceOnTheCommandLineIsOpened_data();
    void aWorkspaceOnTheCommandLineIsOpened();
    void whatIsNotThereIsTold();
    void closingCancelsWaitsAndDestroys();
    void closingAsksAboutWorkThatWouldBeLost();
    void messagesStandAboveThePage();
    void whatCannotBeOpenedSaysWhy_data();
    void whatCannotBeOpenedSaysWhy();
    void aNewWorkspaceIsMadeByShortcut();
    void anotherWorkspaceForgetsTheRun();

private:
    Desk &desk() { return *m_desk; }
    MainWindow &window() { return m_desk->window(); }
    QString page() { return window().currentPage()->name(); }
    std::unique_ptr<Desk> m_desk;
};

void TestMainWindow::beginsOnTheStartPage()
{
    QCOMPARE(page(), QStringLiteral("start"));
    QCOMPARE(desk().text("pageTitle"), QStringLiteral("Start"));
    QVERIFY(desk().part("startPage").isVisible());
    QVERIFY(desk().part<QToolButton>("rail_start").isChecked());
    QCOMPARE(desk().text("railWorkspace"), QStringLiteral("No workspace"));
    QCOMPARE(desk().text("statusRows"), QStringLiteral("No workspace is open"));
    QCOMPARE(window().windowTitle(), QStringLiteral("Foretrail"));
    QVERIFY(!desk().part("messageBar").isVisible());
    QVERIFY(!desk().part("jobsPanel").isVisible());
    QVERIFY(!desk().part("primaryAction").isVisible()); // the start page has no button in the header
    QCOMPARE(QApplication::activeModalWidget(), nullptr);
}

void TestMainWindow::railAndNumbersChangeThePage()
{
    const QStringList names = window().pageNames();
    QVERIFY(names.size() >= 3);
    QCOMPARE(names.front(), QStringLiteral("start"));
    for (const QString &name : names) {
        desk().click(qPrintable(QStringLiteral("rail_") + name));
        QCOMPARE(page(), name);
        QVERIFY(desk().part<QToolButton>(qPrintable(QStringLiteral("rail_") + name)).isChecked());
        QVERIFY(desk().part(qPrintable(name + QStringLiteral("Page"))).isVisible());
        QCOMPARE(desk().text("pageTitle"), window().currentPage()->title());
    }
    for (int i = 0; i < names.size() && i < 9; ++i) {
        desk().press(Qt::Key(Qt::Key_1 + i), Qt::ControlModifier);
        QCOMPARE(page(), names[i]);
    }
    desk().press(Qt::Key_9, Qt::ControlModifier); // there is no ninth page unless somebody adds one
    QCOMPARE(page(), names.value(8, names.back()));
    window().showPage(QStringLiteral("nowhere"));
    QCOMPARE(page(), names.value(8, names.back()));
}

/// A part that is shown before it has a parent is a window for a moment, and takes the keyboard away.
void TestMainWindow::noPageOpensAWindow()
{
    for (const QString &name : window().pageNames()) {
        window().showPage(name);
        QVERIFY2(window().isActiveWindow(), qPrintable(name));
    }
    TRY_IDLE(desk());
    QVERIFY(window().isActiveWindow());
}

void TestMainWindow::theWheelScrollsPastFields()
{
    VERIFY_RESULT(makeShop(desk().path(QStringLiteral("shop.foretrail"))));
    QVERIFY(desk().openAndWait(desk().path(QStringLiteral("shop.foretrail"))));
    window().showPage(QStringLiteral("train"));
    const auto turn = [](QWidget &field) {
        const QPointF middle = QRectF(field.rect()).center();
        QWheelEvent event(middle, field.mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&field, &event);
    };
    auto &model = desk().part<QComboBox>("trainModel");
    auto &horizon = desk().part<QSpinBox>("trainHorizon");
    TRY_IDLE(desk());
    QCOMPARE(model.focusPolicy(), Qt::StrongFocus);
    const int steps = horizon.value();
    const QString before = model.currentText();
    desk().part("trainPage").setFocus();
    turn(model);
    turn(horizon);
    QCOMPARE(model.currentText(), before);
    QCOMPARE(horizon.value(), steps);
    horizon.setFocus();
    QTRY_VERIFY(horizon.hasFocus());
    turn(horizon);
    QCOMPARE(horizon.value(), steps - 1);
}

void TestMainWindow::railCollapsesAndRemembers()
{
    QWidget &rail = desk().part("rail");
    const int open = rail.width();
    desk().click("railCollapse");
    QTRY_COMPARE(rail.width(), 56);
    QVERIFY(desk().settings().isRailCollapsed());
    QVERIFY(!desk().part("railWorkspace").isVisible());
    QCOMPARE(desk().part("railSettings").toolTip(), QStringLiteral("Settings")); // without a name, the tooltip says it
    desk().click("railCollapse");
    QTRY_COMPARE(rail.width(), open);
    QVERIFY(!desk().settings().isRailCollapsed());
}

void TestMainWindow::tabGoesThroughPagesBeforeSettings()
{
    QWidget &start = desk().part("rail_start");
    QWidget *next = start.nextInFocusChain();
    QStringList visited;
    while (next && next != &start && visited.size() < 500) {
        visited << next->objectName();
        next = next->nextInFocusChain();
    }
    QStringList expected;
    for (const QString &name : window().pageNames().mid(1))
        expected << QStringLiteral("rail_") + name;
    expected << QStringLiteral("railSettings") << QStringLiteral("railHelp") << QStringLiteral("railCollapse");
    QCOMPARE(visited.mid(0, expected.size()), expected);
}

void TestMainWindow::enterPressesTheButtonInFocus()
{
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        QTest::keyClick(&desk().part("rail_data"), key);
        QCOMPARE(page(), QStringLiteral("data"));
        QTest::keyClick(&desk().part("rail_start"), key);
        QCOMPARE(page(), QStringLiteral("start"));
    }
    QTest::keyClick(&desk().part("rail_data"), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(page(), QStringLiteral("start"));
}

void TestMainWindow::inspectorHidesAndIsRemembered()
{
    QVERIFY(!desk().part("inspectorToggle").isVisible()); // Start has nothing to set
    desk().click("rail_forecast");
    QVERIFY(desk().part("inspector").isVisible());
    desk().click("inspectorToggle");
    QVERIFY(!desk().part("inspector").isVisible());
    desk().click("rail_start");
    desk().click("rail_forecast");
    QVERIFY(!desk().part("inspector").isVisible());
    QCOMPARE(desk().settings().layout(QStringLiteral("inspector")), QByteArray("hidden"));
    desk().click("inspectorToggle");
    QVERIFY(desk().part("inspector").isVisible());
}

void TestMainWindow::jobsPanelShowsAndStopsAJob()
{
    TRY_IDLE(desk());
    desk().press(Qt::Key_J, Qt::ControlModifier);
    QVERIFY(desk().part("jobsPanel").isVisible());
    QVERIFY(desk().part("jobsEmpty").isVisible());
    LongWork work;
    QSignalSpy ended(&desk().session().jobs(), &JobRunner::jobEnded);
    work.start(desk().session().jobs(), QStringLiteral("Counting sheep"));
    QTRY_VERIFY(work.hasBegun);
    QTRY_COMPARE(desk().text("jobTitle"), QStringLiteral("Counting sheep"));
    QVERIFY(!desk().part("jobsEmpty").isVisible());
    const auto resizeTitle = [this](int width) { desk().part("jobTitle").resize(width, desk().part("jobTitle").height()); };
    const int whole = desk().part("jobTitle").width();
    resizeTitle(60); // what does not fit is seen to go on
    QVERIFY2(desk().text("jobTitle").contains(QChar(0x2026)), qPrintable(desk().text("jobTitle")));
    resizeTitle(whole);
    QCOMPARE(desk().text("jobTitle"), QStringLiteral("Counting sheep"));
    QTRY_VERIFY(desk().text("jobLine").startsWith(QStringLiteral("step 1 of 4, 25 %")));
    const auto resizeLine = [this](int width) { desk().part("jobLine").resize(width, desk().part("jobLine").height()); };
    const int lineWidth = desk().part("jobLine").width();
    resizeLine(50);
    QVERIFY2(desk().text("jobLine").contains(QChar(0x2026)), qPrintable(desk().text("jobLine")));
    resizeLine(lineWidth);
    // The panel stays inside the window and does not cover the status line.
    QVERIFY(window().rect().contains(desk().part("jobsPanel").geometry()));
    QVERIFY(desk().part("jobsPanel").geometry().bottom() < desk().part("statusLine").mapTo(&window(), QPoint()).y());
    desk().click("jobStop");
    QTRY_VERIFY(work.hasStopped);
    QTRY_COMPARE(ended.size(), 1);
    QTRY_VERIFY(desk().part("jobsEmpty").isVisible());
    QVERIFY2(desk().problem().isEmpty(), "what a person stops is no problem");
    desk().press(Qt::Key_J, Qt::ControlModifier);
    QVERIFY(!desk().part("jobsPanel").isVisible());
    desk().click("statusJob");
    QVERIFY(desk().part("jobsPanel").isVisible());
    QTest::keyClick(&desk().part("jobsPanel"), Qt::Key_Escape);
    QVERIFY(!desk().part("jobsPanel").isVisible());
}

void TestMainWindow::statusLineTellsOfTheJob()
{
    TRY_IDLE(desk());
    QCOMPARE(desk().part<QPushButton>("statusJob").text(), QStringLiteral("No jobs are running"));
    QVERIFY(!desk().part("statusProgress").isVisible());
    LongWork first;
    LongWork second;
    first.start(desk().session().jobs(), QStringLiteral("Counting sheep"));
    QTRY_VERIFY(desk().part("statusJob").accessibleName().startsWith(QStringLiteral("Counting sheep: step 1 of 4, 25 %")));
    QVERIFY(desk().part("statusProgress").isVisible());
    second.start(desk().session().jobs(), QStringLiteral("Counting goats")); // the same lane: it waits
    QTRY_VERIFY(desk().part("statusJob").accessibleName().endsWith(QStringLiteral("and 1 more")));
    RunningJob card(desk().session().jobs()); // on a page, of the one that waits
    card.follow(desk().session().jobs().jobs().back().id, {});
    QCOMPARE(Desk::child<QLabel>(card, "jobLine").toolTip(), QStringLiteral("waits until this is done: Counting sheep"));
    QVERIFY(!Desk::child<QLabel>(card, "jobElapsed").isVisibleTo(&card)); // it took no time yet
    desk().session().jobs().cancelAll();
    TRY_IDLE(desk());
    QCOMPARE(desk().part<QPushButton>("statusJob").text(), QStringLiteral("No jobs are running"));
    Q_EMIT desk().session().said(QStringLiteral("All is well."));
    desk().session().jobs().start<bool>({QStringLiteral("Learning"), Lane::Learn}, [](JobContext &) -> Result<bool> { return true; }, nullptr, [](const auto &) {});
    QVERIFY(desk().part("statusJob").accessibleName().startsWith(QStringLiteral("Learning")));
    TRY_IDLE(desk());
    QCOMPARE(desk().part<QPushButton>("statusJob").text(), QStringLiteral("All is well.")); // what pages learn leaves the news
}

void TestMainWindow::helpAndSettingsOpenOnce()
{
    desk().press(Qt::Key_F1);
    QTRY_COMPARE(window().findChildren<QDialog *>(QStringLiteral("helpDialog")).size(), 1);
    QDialog &help = desk().part<QDialog>("helpDialog");
    QVERIFY(help.isVisible());
    QVERIFY(!help.isModal());
    desk().click("railHelp");
    QCOMPARE(window().findChildren<QDialog *>(QStringLiteral("helpDialog")).size(), 1);
    Desk::click(Desk::child<QPushButton>(help, "helpClose"));
    QTRY_VERIFY(!window().findChild<QDialog *>(QStringLiteral("helpDialog")));

    window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    desk().press(Qt::Key_Comma, Qt::ControlModifier);
    QTRY_VERIFY(window().findChild<QDialog *>(QStringLiteral("settingsDialog")));
    QVERIFY(!desk().part<QDialog>("settingsDialog").isModal());
    desk().click("railSettings");
    QCOMPARE(window().findChildren<QDialog *>(QStringLiteral("settingsDialog")).size(), 1);
    QTest::keyClick(&desk().part("settingsDialog"), Qt::Key_Escape);
    QTRY_VERIFY(!window().findChild<QDialog *>(QStringLiteral("settingsDialog")));
    QCOMPARE(QApplication::activeModalWidget(), nullptr);
}

void TestMainWindow::speaksChineseAtRunTimeAndBack()
{
    const auto texts = [&] {
        QStringList all{desk().text("pageTitle"), desk().text("railWorkspace"), desk().text("statusRows"),
                        desk().part<QPushButton>("statusJob").text(), desk().text("recentTitle"), desk().text("openSampleTitle")};
        for (const QString &name : window().pageNames())
            all << desk().part<QToolButton>(qPrintable(QStringLiteral("rail_") + name)).text();
        return all << desk().part<QToolButton>("railSettings").text();
    };
    for (const char *page : {"forecast", "customers", "start"})
        window().showPage(QLatin1String(page));
    TRY_IDLE(desk());
    const QStringList english = texts();
    desk().click("railSettings");
    desk().press(Qt::Key_F1);
    QVERIFY(desk().choose("settingsLanguage", QString::fromUtf8("简体中文")));
    QTRY_COMPARE(desk().text("pageTitle"), QString::fromUtf8("开始"));
    const QStringList chinese = texts();
    for (qsizetype i = 0; i < english.size(); ++i)
        QVERIFY2(chinese[i] != english[i], qPrintable(english[i]));
    QCOMPARE(QLocale().language(), QLocale::Chinese);
    QVERIFY(desk().part<QDialog>("settingsDialog").windowTitle() != QStringLiteral("Settings"));
    QVERIFY2(desk().part<QDialog>("helpDialog").windowTitle() != QStringLiteral("Help"), "the help that is open follows");
    // Pages that have nothing to show say so in Chinese too.
    const QString nothing = QString::fromUtf8("没有打开的工作区。");
    for (const char *name : {"forecastPage", "customersPage"})
        QVERIFY2(emptySentences(desk().part(name)).contains(nothing), name);
    QVERIFY(desk().choose("settingsLanguage", QStringLiteral("English")));
    QTRY_COMPARE(texts(), english);
    for (const char *name : {"forecastPage", "customersPage"})
        QVERIFY2(emptySentences(desk().part(name)).contains(QStringLiteral("No workspace is open.")), name);
}

void TestMainWindow::darkAndLight()
{
    const QColor light = window().grab().toImage().pixelColor(window().width() / 2, window().height() - 40);
    const QFont font = desk().part<QLabel>("railWorkspace").font();
    desk().click("railSettings");
    QVERIFY(desk().choose("settingsScheme", QStringLiteral("Dark")));
    QVERIFY(Theme::colors().isDark);
    QTRY_VERIFY(window().grab().toImage().pixelColor(window().width() / 2, window().height() - 40).lightness() < 60);
    QTRY_COMPARE(desk().part<QLabel>("railWorkspace").font(), font);
    QVERIFY(desk().choose("settingsScheme", QStringLiteral("Light")));
    QTRY_COMPARE(window().grab().toImage().pixelColor(window().width() / 2, window().height() - 40), light);
}

void TestMainWindow::droppedLogsAskForAnImport()
{
    VERIFY_RESULT(makeShop(desk().path(QStringLiteral("shop.foretrail"))));
    QVERIFY(desk().openAndWait(desk().path(QStringLiteral("shop.foretrail"))));
    QSignalSpy asked(&desk().session(), &AppSession::importRequested);
    const QString log = desk().path(QStringLiteral("sales.csv"));
    writeAll(log, "date,user,kind,item\n2011-02-01,u1,view,A\n");
    drop(window(), {QUrl::fromLocalFile(log), QUrl(QStringLiteral("https://example.org/x.csv"))});
    QTRY_COMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].toStringList(), QStringList{log});
    drop(window(), {});
    drop(window(), {QUrl::fromLocalFile(log)});
    QTRY_COMPARE(asked.size(), 2);
}

void TestMainWindow::droppedLogsWithoutAWorkspaceMakeOneFirst()
{
    FileAnswers answers;
    answers.save = desk().path(QStringLiteral("made"));
    QSignalSpy asked(&desk().session(), &AppSession::importRequested);
    const QString log = desk().path(QStringLiteral("online_retail.csv.gz"));
    writeAll(log, "date,user,kind,item\n2011-02-01,u1,view,A\n");
    drop(window(), {QUrl::fromLocalFile(log)});
    QTRY_COMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].toStringList(), QStringList{log});
    QVERIFY(answers.asked.path.endsWith(QStringLiteral("/online_retail.foretrail")));
    QCOMPARE(desk().session().workspacePath(), desk().path(QStringLiteral("made.foretrail")));
    desk().session().closeWorkspace();
    answers.save.clear(); // a person who cancels gets no workspace and no import
    drop(window(), {QUrl::fromLocalFile(log)});
    QTRY_COMPARE(answers.count, 2);
    TRY_IDLE(desk());
    QVERIFY(!desk().session().hasWorkspace());
    QCOMPARE(asked.size(), 1);
}

// As on the command line: foretrail WORKSPACE LOG.
void TestMainWindow::logsBesideAWorkspaceAreImportedIntoIt()
{
    const QString shop = desk().path(QStringLiteral("shop.foretrail"));
    const QString log = desk().path(QStringLiteral("sales.csv"));
    VERIFY_RESULT(makeShop(shop, 14));
    writeAll(log, "date,user,kind,item\n2011-02-01,u1,view,A\n");
    QSignalSpy asked(&desk().session(), &AppSession::importRequested);
    QString openThen;
    QObject::connect(&desk().session(), &AppSession::importRequested, this, [&] { openThen = desk().session().workspacePath(); });
    window().openFiles({shop, log});
    QTRY_COMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].toStringList(), QStringList{log});
    QCOMPARE(openThen, shop);
    TRY_IDLE(desk());
    QCOMPARE(page(), QStringLiteral("data")); // not the forecast of what is there already
    // Where the workspace cannot be opened, nothing is imported anywhere.
    window().openFiles({desk().path(QStringLiteral("absent.foretrail")), log});
    QTRY_VERIFY(!desk().problem().isEmpty());
    QCOMPARE(asked.size(), 1);
}

void TestMainWindow::aWorkspaceOnTheCommandLineIsOpened_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("said");
    const QString chinese = QString::fromUtf8("网店 2011.foretrail");
    QTest::newRow("spaces and Chinese") << chinese << QString();
    QTest::newRow("from the current folder") << chinese << QStringLiteral("./") + chinese;
    QTest::newRow("another suffix") << QStringLiteral("shop.db") << QString();
    QTest::newRow("no suffix") << QStringLiteral("shop") << QStringLiteral("shop");
}

void TestMainWindow::aWorkspaceOnTheCommandLineIsOpened()
{
    QFETCH(QString, name);
    QFETCH(QString, said);
    const QString shop = desk().path(name);
    VERIFY_RESULT(makeShop(shop, 14));
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(desk().path(QStringLiteral("."))));
    window().openFiles({said.isEmpty() ? shop : said});
    QDir::setCurrent(before); // what is kept does not hang on it
    QTRY_COMPARE(desk().session().workspacePath(), shop);
    QCOMPARE(desk().settings().recentWorkspaces(), QStringList{shop});
    QCOMPARE(desk().problem(), QString());
}

void TestMainWindow::whatIsNotThereIsTold()
{
    FileAnswers answers;
    const QString shop = desk().path(QStringLiteral("shop.foretrail"));
    VERIFY_RESULT(makeShop(shop, 14));
    window().openFiles({desk().path(QStringLiteral("absent.csv"))});
    QTRY_VERIFY2(desk().problem().contains(QStringLiteral("absent.csv")), qPrintable(desk().problem()));
    TRY_IDLE(desk());
    QCOMPARE(answers.count, 0); // there is nothing to make a workspace for
    QVERIFY(!desk().session().hasWorkspace());
    // What is there is opened all the same.
    QSignalSpy asked(&desk().session(), &AppSession::importRequested);
    window().openFiles({shop, desk().path(QStringLiteral("gone.csv"))});
    QTRY_COMPARE(desk().session().workspacePath(), shop);
    QTRY_VERIFY2(desk().problem().contains(QStringLiteral("gone.csv")), qPrintable(desk().problem()));
    QCOMPARE(asked.size(), 0);
}

void TestMainWindow::droppedWorkspaceIsOpened()
{
    const QString shop = desk().path(QStringLiteral("shop.foretrail"));
    VERIFY_RESULT(makeShop(shop, 14));
    drop(window(), {QUrl::fromLocalFile(shop)});
    QTRY_COMPARE(desk().session().workspacePath(), shop);
    QTRY_COMPARE(page(), QStringLiteral("forecast")); // there is something to forecast
    QCOMPARE(desk().text("railWorkspace"), QStringLiteral("shop"));
    QCOMPARE(window().windowTitle(), QStringLiteral("shop - Foretrail"));
    // 14 views and purchases of tea, 7 mugs, 7 jams.
    QCOMPARE(desk().text("railRows"), QStringLiteral("42 rows"));
    QCOMPARE(desk().text("statusRows"), QStringLiteral("42 rows"));
}

void TestMainWindow::closingCancelsWaitsAndDestroys()
{
    LongWork work;
    bool wasDelivered = false;
    work.start(desk().session().jobs(), QStringLiteral("Counting sheep"), [&](Result<bool> result) {
        wasDelivered = !result && result.error().isCancelled();
    });
    QTRY_VERIFY(work.hasBegun);
    QVERIFY(window().close());
    QVERIFY2(work.hasStopped, "closing waits for the work");
    QVERIFY2(wasDelivered, "its end is told before the window goes");
    QVERIFY(desk().isIdle());
    QPointer<QWidget> start = &desk().part("startPage");
    desk().putAway();
    QVERIFY(!start);
}

void TestMainWindow::closingAsksAboutWorkThatWouldBeLost()
{
    const auto press = [&](const char *button) {
        Desk::click(desk().part<QPushButton>(button));
        QTRY_VERIFY(!window().findChild<QDialog *>(QStringLiteral("confirm")));
    };
    LongWork work, other;
    work.start(desk().session().jobs(), QStringLiteral("Importing sales.csv"), [](const auto &) {}, true);
    other.start(desk().session().jobs(), QStringLiteral("Training sheep"), [](const auto &) {}, true);
    QTRY_VERIFY(work.hasBegun);
    QVERIFY(!window().close());
    QVERIFY(desk().text("confirmText").contains(QStringLiteral("not finished: Importing sales.csv, Training sheep.")));
    QVERIFY(desk().part<QPushButton>("confirmNo").isDefault());
    QTest::keyClick(&desk().part("confirm"), Qt::Key_Escape);
    QTRY_VERIFY(!window().findChild<QDialog *>(QStringLiteral("confirm")));
    QVERIFY(window().isVisible() && !work.hasStopped);
    desk().session().jobs().cancel(desk().session().jobs().jobs().back().id);
    QVERIFY(!window().close());
    QVERIFY(desk().text("confirmText").contains(QStringLiteral("not finished: Importing sales.csv.")));
    press("confirmNo");
    QVERIFY(window().isVisible() && !work.hasStopped);
    QVERIFY(!window().close());
    press("confirmYes");
    QVERIFY(!window().isVisible());
    QVERIFY(work.hasStopped && desk().isIdle());
}

void TestMainWindow::messagesStandAboveThePage()
{
    desk().session().report({ErrorCode::Format, QStringLiteral("Line 812 is not a date. Skip it."), QStringLiteral("row 812, column 3")});
    QVERIFY(desk().part("messageBar").isVisible());
    QCOMPARE(QApplication::activeModalWidget(), nullptr);
    QCOMPARE(desk().problem(), QStringLiteral("Line 812 is not a date. Skip it."));
    QVERIFY(!desk().part("messageDetail").isVisible());
    desk().click("messageShowDetail");
    QVERIFY(desk().part("messageDetail").isVisible());
    QCOMPARE(desk().part<QPlainTextEdit>("messageDetail").toPlainText(), QStringLiteral("row 812, column 3"));
    desk().click("messageCopy");
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("Line 812 is not a date. Skip it.\nrow 812, column 3"));
    desk().session().report({ErrorCode::Io, QStringLiteral("The disk is full."), {}}, QStringLiteral("Export"));
    QVERIFY(desk().problem().contains(QStringLiteral("The disk is full.")));
    QVERIFY(desk().problem().startsWith(QStringLiteral("Export")));
    QVERIFY(!desk().part("messageShowDetail").isVisible());
    desk().session().report(Error::cancelled());
    QVERIFY(desk().problem().contains(QStringLiteral("The disk is full.")));
    desk().click("messageClose");
    QCOMPARE(desk().problem(), QStringLiteral("Line 812 is not a date. Skip it."));
    desk().click("messageClose");
    QVERIFY(!desk().part("messageBar").isVisible());
}

void TestMainWindow::whatCannotBeOpenedSaysWhy_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("says");
    QTest::newRow("newer") << "newer" << "written by a newer Foretrail (format 9999";
    QTest::newRow("of another program") << "foreign" << "is a database of another program";
    QTest::newRow("damaged") << "damaged" << "damaged";
    QTest::newRow("a text") << "text" << "is not a Foretrail workspace";
    QTest::newRow("gone") << "gone" << "There is no file";
}

void TestMainWindow::whatCannotBeOpenedSaysWhy()
{
    QFETCH(QString, what);
    QFETCH(QString, says);
    const QString shop = desk().path(QStringLiteral("shop.foretrail"));
    const QString file = desk().path(QStringLiteral("it.foretrail"));
    VERIFY_RESULT(makeShop(shop));
    QVERIFY(desk().openAndWait(shop));
    QByteArray bytes = readAll(shop);
    // Bytes 60 to 63 of a database are user_version, 68 to 71 application_id, most significant first
    // (sqlite.org/fileformat2.html, section 1.3).
    if (what == QStringLiteral("newer"))
        bytes.replace(60, 4, QByteArray::fromHex("0000270f"));
    else if (what == QStringLiteral("foreign"))
        bytes.replace(68, 4, QByteArray::fromHex("0f055112"));
    else if (what == QStringLiteral("damaged"))
        bytes.replace(100, 800, QByteArray(800, '\xaa'));
    else if (what == QStringLiteral("text"))
        bytes = "user,item\nann,tea\n";
    if (what != QStringLiteral("gone"))
        writeAll(file, bytes);
    FileAnswers answers;
    answers.open = {file};
    desk().press(Qt::Key_O, Qt::ControlModifier);
    QTRY_VERIFY2(desk().problem().contains(says), qPrintable(desk().problem()));
    QVERIFY(desk().problem().contains(QStringLiteral("it.foretrail")));
    QCOMPARE(desk().session().workspacePath(), shop); // what was open stays open
    QVERIFY(!desk().settings().recentWorkspaces().contains(file));
    QCOMPARE(QApplication::activeModalWidget(), nullptr);
}

void TestMainWindow::aNewWorkspaceIsMadeByShortcut()
{
    FileAnswers answers;
    desk().press(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(answers.count, 1);
    TRY_IDLE(desk());
    QVERIFY(!desk().session().hasWorkspace()); // cancelled
    answers.save = desk().path(QStringLiteral("mine"));
    desk().press(Qt::Key_N, Qt::ControlModifier);
    QTRY_COMPARE(desk().session().workspacePath(), desk().path(QStringLiteral("mine.foretrail")));
    QCOMPARE(desk().settings().recentWorkspaces(), QStringList{desk().path(QStringLiteral("mine.foretrail"))});
    QCOMPARE(desk().text("railRows"), QStringLiteral("0 rows"));
    desk().press(Qt::Key_N, Qt::ControlModifier); // nothing is overwritten
    QTRY_VERIFY2(desk().problem().contains(QStringLiteral("exists already")), qPrintable(desk().problem()));
}

void TestMainWindow::anotherWorkspaceForgetsTheRun()
{
    const QString one = desk().path(QStringLiteral("one.foretrail"));
    const QString two = desk().path(QStringLiteral("two.foretrail"));
    VERIFY_RESULT(makeShop(one));
    VERIFY_RESULT(makeShop(two));
    QVERIFY(desk().openAndWait(one));
    desk().session().selection().setRun(RunId{7});
    QVERIFY(desk().openAndWait(two));
    QVERIFY(!desk().session().selection().run().isValid());
}

FORETRAIL_TEST_MAIN(TestMainWindow, QApplication)
#include "tst_mainwindow.moc"
