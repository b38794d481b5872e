// Every page and every dialog for those who have no mouse or cannot see: each control has a name and its role, each chart tells what it shows and
// what its cursor points at and has a table beside it, and Tab goes through all controls and comes back.
#include "core/training/Experiment.h"
#include "tests/ui/AccessCheck.h"
#include "tests/ui/DialogWays.h"
#include "tests/ui/VisitorShop.h"
#include "ui/pages/Page.h"
#include "ui/widgets/RuleRow.h"

#include <QTabWidget>

using namespace foretrail;
using namespace foretrail::test;

namespace {

/// A run of few epochs, so that page Train has curves.
void addShortRun(const QString &path)
{
    auto workspace = Workspace::open(path);
    VERIFY_RESULT(workspace);
    TrainingSpec spec = TrainingSpec::quickPreset();
    spec.model.epochs = 3;
    spec.horizon = spec.split.test = 7;
    JobContext job;
    VERIFY_RESULT(trainAndStore(*workspace, spec, job));
}

} // namespace

class TestAccessible : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_desk.reset(); }
    void pages_data();
    void pages();
    void emptyPages();
    void dialogs();
    void tabGoesThroughDialogsInOrder();
    void tabGoesThroughAddedConditionsInOrder();
    void chartsTellTheirCursor();

private:
    Desk &desk() { return *m_desk; }
    bool open(const QString &shop);
    void checkPage(const QString &where, QStringList &problems);
    using Look = std::function<QStringList(QDialog &)>;
    void checkEachDialog(const Look &look);
    void checkDialogs(const QString &where, const Look &look, QStringList &problems);
    QString shopPath() const { return m_shops.filePath(QStringLiteral("shop.foretrail")); }
    QString visitorsPath() const { return m_shops.filePath(QStringLiteral("visitors.foretrail")); }

    QTemporaryDir m_shops;
    std::unique_ptr<Desk> m_desk;
};

void TestAccessible::initTestCase()
{
    VERIFY_RESULT(makeShop(shopPath()));
    addShortRun(shopPath());
    VERIFY_RESULT(makeVisitors(visitorsPath()));
}

void TestAccessible::init()
{
    m_desk = std::make_unique<Desk>();
    desk().window().resize(1264, 752);
}

bool TestAccessible::open(const QString &shop)
{
    return desk().openAndWait(shop);
}

void TestAccessible::checkPage(const QString &where, QStringList &problems)
{
    QStringList found = Access::problemsOf(desk().window());
    if (!QTest::qWaitFor([&] { return desk().isIdle(); }, 30000))
        found << QStringLiteral("never comes to rest");
    found += Access::lostByTab(desk().window());
    for (const QString &problem : std::as_const(found))
        if (const QString text = QStringLiteral("%1: %2").arg(where, problem); !problems.contains(text))
            problems << text;
    desk().session().jobs().cancelAll();
}

void TestAccessible::pages_data()
{
    QTest::addColumn<bool>("isVisitors");
    QTest::addColumn<QString>("page");
    for (const bool isVisitors : {false, true})
        for (const char *page : {"start", "data", "prepare", "train", "forecast", "backtest", "customers", "behaviour", "recommend", "live"})
            QTest::newRow(qPrintable(QStringLiteral("%1 of %2").arg(QLatin1String(page), isVisitors ? QStringLiteral("visitors") : QStringLiteral("sales")))) << isVisitors << QString::fromLatin1(page);
}

/// Each page, and each of its tabs.
void TestAccessible::pages()
{
    QFETCH(bool, isVisitors);
    QFETCH(QString, page);
    QVERIFY(desk().window().pageNames().contains(page));
    QVERIFY(open(isVisitors ? visitorsPath() : shopPath()));
    desk().window().showPage(page);
    TRY_IDLE(desk());
    QStringList problems;
    checkPage(page, problems);
    const QList<QTabWidget *> tabWidgets = desk().window().currentPage()->findChildren<QTabWidget *>();
    for (QTabWidget *tabs : tabWidgets)
        for (int tab = 0; tab < tabs->count(); ++tab) {
            if (!tabs->isVisible() || !tabs->isTabVisible(tab) || tab == tabs->currentIndex())
                continue;
            tabs->setCurrentIndex(tab);
            TRY_IDLE(desk());
            checkPage(QStringLiteral("%1, tab %2").arg(page, tabs->tabText(tab)), problems);
        }
    QVERIFY2(problems.isEmpty(), qPrintable(QStringLiteral("%1 problems:\n").arg(problems.size()) + problems.join(u'\n')));
}

void TestAccessible::emptyPages()
{
    QStringList problems;
    for (const QString &page : desk().window().pageNames()) {
        desk().window().showPage(page);
        TRY_IDLE(desk());
        checkPage(page, problems);
    }
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

/// What is open is looked at and closed.
void TestAccessible::checkDialogs(const QString &where, const Look &look, QStringList &problems)
{
    TRY_IDLE(desk());
    QVERIFY2(!openDialogs().isEmpty(), qPrintable(where));
    for (QDialog *dialog : openDialogs()) {
        dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        for (const QString &problem : look(*dialog))
            problems << QStringLiteral("%1: %2").arg(where, problem);
        QTest::keyClick(dialog, Qt::Key_Escape); // each closes by this key alone
        QTRY_VERIFY2(!openDialogs().contains(dialog), qPrintable(where));
    }
    desk().window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desk().window()));
}

void TestAccessible::checkEachDialog(const Look &look)
{
    QVERIFY(open(shopPath()));
    desk().window().showPage(QStringLiteral("forecast"));
    auto &page = desk().part<ForecastPage>("forecastPage");
    QTRY_VERIFY_WITH_TIMEOUT(page.shown().hasFuture() && desk().isIdle(), 30000);
    const auto run = firstRun(shopPath());
    VERIFY_RESULT(run);
    QStringList problems;
    for (const auto &[what, open] : dialogWays(desk(), *run)) {
        open();
        checkDialogs(what, look, problems);
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

void TestAccessible::dialogs()
{
    checkEachDialog([](QDialog &dialog) {
        QStringList problems = Access::problemsOf(dialog);
        if (dialog.windowTitle().isEmpty())
            problems << QStringLiteral("there is no title");
        return problems;
    });
}

void TestAccessible::tabGoesThroughDialogsInOrder()
{
    checkEachDialog([](QDialog &dialog) { return Access::lostByTab(dialog) + Access::outOfOrder(dialog); });
}

/// Conditions that come into a rule while its dialog is on screen, and one that is taken out from between the others.
void TestAccessible::tabGoesThroughAddedConditionsInOrder()
{
    SegmentCondition orders;
    orders.what = QStringLiteral("orders");
    SegmentRuleDialog dialog({SegmentRule::Join::All, {}, {SegmentRule::one(orders)}}, QStringLiteral("many"), {{}, {}}, &desk().window());
    dialog.open();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    const auto rows = [&dialog] { return dialog.findChildren<RuleRow *>(); };
    const auto hasRows = [&rows](qsizetype count) { // each with a place of its own
        const QList<RuleRow *> all = rows();
        return all.size() == count && std::ranges::adjacent_find(all, std::ranges::greater_equal(), [](const RuleRow *row) { return row->isVisible() ? row->y() : -1; }) == all.end();
    };
    for (int count = 2; count <= 3; ++count) {
        Desk::click(Desk::child<QPushButton>(dialog, "addCondition"));
        QTRY_VERIFY(hasRows(count));
        const QStringList problems = Access::lostByTab(dialog) + Access::outOfOrder(dialog);
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    }
    Desk::click(Desk::child<QWidget>(*rows().at(1), "ruleRemove"));
    QTRY_VERIFY(hasRows(2));
    const QStringList problems = Access::lostByTab(dialog) + Access::outOfOrder(dialog);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

/// On the chart of the forecast: the description is the values under the cursor while there is one, and the sentence otherwise.
void TestAccessible::chartsTellTheirCursor()
{
    QVERIFY(open(shopPath()));
    desk().window().showPage(QStringLiteral("forecast"));
    auto &page = desk().part<ForecastPage>("forecastPage");
    QTRY_VERIFY_WITH_TIMEOUT(page.shown().hasFuture() && desk().isIdle(), 30000);
    auto *canvas = desk().part("forecastChart").findChild<LineCanvas *>();
    QVERIFY(canvas);
    const QAccessibleInterface *access = QAccessible::queryAccessibleInterface(canvas);
    QVERIFY(access && access->role() == QAccessible::Chart);
    QCOMPARE(access->text(QAccessible::Name), page.shown().chart.title);
    QVERIFY(access->text(QAccessible::Description).startsWith(page.shown().chart.sentence));
    canvas->setFocus();
    QTest::keyClick(canvas, Qt::Key_Home);
    const QString first = access->text(QAccessible::Description);
    QVERIFY2(first.contains(QStringLiteral("1 Jan")) || first.contains(QStringLiteral("2024-01-01")), qPrintable(first));
    QVERIFY2(first.contains(QLocale().toString(shopOn(0, 84))), qPrintable(first));
    QTest::keyClick(canvas, Qt::Key_Right);
    QVERIFY(access->text(QAccessible::Description) != first);
    QTest::keyClick(canvas, Qt::Key_Escape);
    QVERIFY(access->text(QAccessible::Description).startsWith(page.shown().chart.sentence));
}

FORETRAIL_TEST_MAIN(TestAccessible, QApplication)
#include "tst_accessible.moc"
