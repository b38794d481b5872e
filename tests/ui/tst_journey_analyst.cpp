// An analyst's day with a file of her own, from the first start to the comparison with last week's run, through what is on screen.
#include "core/data/OverrideStore.h"
#include "core/data/RunStore.h"
#include "tests/ui/DataDesk.h"
#include "ui/charts/LineCanvas.h"
#include "ui/charts/LineChart.h"
#include "ui/models/OverridesModel.h"
#include "ui/pages/ForecastPage.h"
#include "ui/widgets/BesideList.h"
#include "ui/widgets/ItemBrowser.h"

#include <QAction>
#include <QClipboard>
#include <QListView>
#include <QPointer>
#include <QTextStream>

#include <random>

using namespace foretrail;
using namespace foretrail::test;

namespace {

constexpr int longMs = 30000;
constexpr int items = 6, days = 120, week = 7, changedFrom = 95;
const QString changedItem = QStringLiteral("J5"); ///< sells ten times as much from that day on

/// The lines of a shop as it exports them, with dirt, and what is in them counted while they are written.
struct WrittenShop {
    QByteArray lines = "invoice,sku,name,qty,price,date,customer,country\n";
    qint64 read = 0, bad = 0, duplicate = 0;
    double revenue = 0;

    void add(const QDate &day, int hour, const QString &item, int quantity, double price)
    {
        const QByteArray line = QStringLiteral("%1,%2,Jar %2,%3,%4,%5 %6:00,%7,France\n").arg(1000 + read).arg(item).arg(quantity).arg(price, 0, 'f', 2)
                                    .arg(day.toString(Qt::ISODate)).arg(hour, 2, 10, QLatin1Char('0')).arg(500 + read % 40).toUtf8();
        lines += line;
        m_last = line;
        ++read;
        revenue += quantity * price;
    }
    void addBadRow()
    {
        lines += "9999,J1,Jar J1,1,4.00,2024-13-45 10:00,501,France\n";
        ++read;
        ++bad;
    }
    void repeatLastRow()
    {
        lines += m_last;
        ++read;
        ++duplicate;
    }

private:
    QByteArray m_last;
};

int soldOn(int day, int item, std::mt19937 &random)
{
    const int usual = 4 + item + (day % week == 5 ? 4 : 0) + int(random() % 3);
    return item == items - 1 && day >= changedFrom ? 10 * usual : usual;
}

/// Days [from, to) from Monday 1 January 2024 on; the numbers of one seed, whatever part is written.
WrittenShop writtenShop(int from, int to)
{
    WrittenShop shop;
    std::mt19937 random(7); // the same numbers on every machine
    for (int day = 0; day < to; ++day)
        for (int item = 0; item < items; ++item) {
            const int sold = soldOn(day, item, random);
            if (day >= from)
                shop.add(QDate(2024, 1, 1).addDays(day), 9 + item, QStringLiteral("J%1").arg(item), sold, 2.5 + item);
        }
    return shop;
}

WrittenShop dirtyShop()
{
    WrittenShop shop = writtenShop(0, days);
    for (int day = 3; day < days; day += 20)
        shop.add(QDate(2024, 1, 1).addDays(day), 16, QStringLiteral("J0"), -1, 2.5); // returns
    shop.repeatLastRow();
    shop.addBadRow();
    return shop;
}

} // namespace

class AnalystJourney : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fromOwnFileToLastWeeksRun();

private:
    void drops();
    void looksAtTheFindings();
    void forecastsEachItem();
    void findsWhatNeedsALook();
    void understandsWhy();
    void correctsOne();
    void keepsTheRun();
    void comparesAWeekLater();

    DataDesk &desk() { return *m_desk; }
    ForecastPage &page() { return desk().part<ForecastPage>("forecastPage"); }
    QListView &series() { return Desk::child<QListView>(page(), "seriesList"); }
    QTabWidget &tabs() { return desk().part<QTabWidget>("forecastTabs"); }
    bool isReady() { return desk().isIdle() && !page().shown().isEmpty() && page().shown().hasFuture(); }
    bool showTab(const QString &title);
    void type(QTableView &grid, int row, int column, const QString &text);
    qsizetype storedRuns();
    QList<Override> storedCorrections();

    DataDesk *m_desk = nullptr;
    FileAnswers *m_answers = nullptr;
    WrittenShop m_written;
};

bool AnalystJourney::showTab(const QString &title)
{
    return Desk::goToTab(tabs(), title);
}

void AnalystJourney::type(QTableView &grid, int row, int column, const QString &text)
{
    const QModelIndex index = grid.model()->index(row, column);
    grid.scrollTo(index);
    QTest::mouseClick(grid.viewport(), Qt::LeftButton, {}, grid.visualRect(index).center());
    QTest::keyClick(&grid, Qt::Key_F2);
    const QPointer<QLineEdit> editor = grid.findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, text);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_VERIFY(!editor || !editor->isVisible());
}

qsizetype AnalystJourney::storedRuns()
{
    auto workspace = Workspace::open(desk().session().workspacePath(), Workspace::Mode::ReadOnly);
    return workspace ? RunStore(*workspace).list().value_or(QList<RunSummary>()).size() : -1;
}

QList<Override> AnalystJourney::storedCorrections()
{
    auto workspace = Workspace::open(desk().session().workspacePath(), Workspace::Mode::ReadOnly);
    return workspace ? OverrideStore(*workspace).of(page().shown().adjustments.question).value_or(QList<Override>()) : QList<Override>();
}

void AnalystJourney::fromOwnFileToLastWeeksRun()
{
    DataDesk here;
    m_desk = &here;
    FileAnswers answers;
    m_answers = &answers;
    for (const auto step : {&AnalystJourney::drops, &AnalystJourney::looksAtTheFindings, &AnalystJourney::forecastsEachItem, &AnalystJourney::findsWhatNeedsALook,
                            &AnalystJourney::understandsWhy, &AnalystJourney::correctsOne, &AnalystJourney::keepsTheRun, &AnalystJourney::comparesAWeekLater}) {
        (this->*step)();
        if (QTest::currentTestFailed())
            return;
        QCOMPARE(desk().problem(), QString()); // nothing on the way is an error
    }
}

/// Nothing is open: the file on the window asks where to keep it, shows what it reads, and one key goes on.
void AnalystJourney::drops()
{
    m_written = dirtyShop();
    m_answers->save = desk().path(QStringLiteral("jars.foretrail"));
    desk().drop({desk().write("jars.csv", m_written.lines)});
    QTRY_COMPARE_WITH_TIMEOUT(desk().window().currentPage()->name(), QStringLiteral("data"), longMs);
    QTRY_VERIFY_WITH_TIMEOUT(desk().canImport() && desk().isIdle(), longMs);
    QCOMPARE(m_answers->count, 1);
    QVERIFY(m_answers->asked.title.contains(QStringLiteral("new workspace")));
    QVERIFY(desk().part<QPushButton>("primaryAction").text().startsWith(QStringLiteral("Import")));
    desk().press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(desk().isShown("importTabs") && desk().isIdle(), longMs);
    QCOMPARE(desk().number("rowsReadNumber"), m_written.read);
    QCOMPARE(desk().number("rowsRejectedNumber"), m_written.bad);
    QCOMPARE(desk().number("rowsDuplicateNumber"), m_written.duplicate);
    QCOMPARE(desk().number("rowsStoredNumber"), m_written.read - m_written.bad - m_written.duplicate);
}

/// The ledger says how many there are before anybody asks.
void AnalystJourney::looksAtTheFindings()
{
    QTRY_VERIFY_WITH_TIMEOUT(desk().isShown("goFindings"), longMs);
    const QString button = desk().part<QPushButton>("goFindings").text();
    desk().click("goFindings");
    auto &findings = desk().part<QTableView>("findingsTable");
    QTRY_VERIFY_WITH_TIMEOUT(findings.isVisible() && desk().isIdle(), longMs);
    QVERIFY(findings.model()->rowCount() > 0);
    QVERIFY2(button.contains(QString::number(findings.model()->rowCount())), qPrintable(button));
    findings.setFocus();
    QTest::keyClick(&findings, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QApplication::clipboard()->text().contains(findings.model()->index(0, 1).data().toString()));
    desk().showTab(DataDesk::Ledger);
    desk().click("goForecast");
    QTRY_VERIFY_WITH_TIMEOUT(isReady(), longMs);
    const double total = page().findChild<ItemBrowser *>()->model().series(0).size;
    QVERIFY2(std::abs(total - m_written.revenue) < 0.01, qPrintable(QString::number(total - m_written.revenue))); // the row that was there twice counts once
}

void AnalystJourney::forecastsEachItem()
{
    QVERIFY(desk().choose("by", QStringLiteral("By item")));
    QTRY_VERIFY_WITH_TIMEOUT(series().model()->rowCount() == items && isReady() && page().shown().outcome.history.key.startsWith(QLatin1Char('J')), longMs);
    QCOMPARE(desk().part<QPushButton>("checkSeries").text(), QStringLiteral("Check all %1 series").arg(items));
}

/// One button checks, the next one shows what was found and goes to the worst.
void AnalystJourney::findsWhatNeedsALook()
{
    QVERIFY(!desk().isShown("showExceptions"));
    desk().click("checkSeries");
    QTRY_VERIFY_WITH_TIMEOUT(desk().isShown("showExceptions") && desk().isIdle(), longMs);
    desk().click("showExceptions");
    QVERIFY(series().model()->rowCount() > 0 && series().model()->rowCount() < items);
    QVERIFY(!desk().isShown("showExceptions"));
    series().setCurrentIndex(series().model()->index(0, 0));
    QTRY_VERIFY_WITH_TIMEOUT(isReady() && page().shown().outcome.history.key == changedItem, longMs);
    QTRY_VERIFY(desk().isShown("exceptionReason"));
    QVERIFY(!desk().text("exceptionReason").isEmpty());
}

void AnalystJourney::understandsWhy()
{
    QVERIFY(showTab(QStringLiteral("Why")));
    QTRY_VERIFY_WITH_TIMEOUT(!desk().text("whySentence").isEmpty() && desk().isIdle(), longMs);
}

/// What is typed is kept at once; undo takes it back from the chart, too.
void AnalystJourney::correctsOne()
{
    QVERIFY(showTab(QStringLiteral("Adjust")));
    auto &grid = desk().part<QTableView>("overrideGrid");
    const double before = page().shown().adjustments.forecast.values()[0];
    type(grid, 0, OverridesModel::Analyst, QStringLiteral("+10 %"));
    QVERIFY(qFuzzyCompare(page().shown().adjustments.forecast.values()[0], 1.1 * before));
    QTRY_VERIFY_WITH_TIMEOUT(desk().isIdle(), longMs);
    QCOMPARE(storedCorrections().size(), 1);
    auto &canvas = *desk().part<LineChart>("forecastChart").findChild<LineCanvas *>();
    canvas.setFocus();
    QTest::keyClick(&canvas, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!page().shown().adjustments.forecast.isAdjusted());
    QTest::keySequence(&canvas, QKeySequence(QKeySequence::Redo));
    QVERIFY(page().shown().adjustments.forecast.isAdjusted());
    QTRY_VERIFY_WITH_TIMEOUT(desk().isIdle(), longMs);
    QCOMPARE(storedCorrections().size(), 1);
}

/// Where the accuracy would be told there is the button that keeps the forecast for it.
void AnalystJourney::keepsTheRun()
{
    QVERIFY(showTab(QStringLiteral("Accuracy")));
    QTRY_VERIFY_WITH_TIMEOUT(desk().isShown("accuracyNothing") && desk().isIdle(), longMs);
    QCOMPARE(storedRuns(), 0);
    auto &keep = Desk::child<QPushButton>(desk().part("accuracyNothing"), "emptyButton");
    QCOMPARE(keep.text(), QStringLiteral("Keep this forecast"));
    Desk::click(keep);
    QTRY_VERIFY_WITH_TIMEOUT(desk().isIdle() && storedRuns() == 1, longMs);
    QVERIFY(!page().findChild<QAction *>(QStringLiteral("keepForecast"))->isEnabled()); // it is there
    desk().press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(desk().isIdle(), longMs);
    QCOMPARE(storedRuns(), 1);
}

/// Seven days more: the kept run is judged by them, and stands beside the forecast of today.
void AnalystJourney::comparesAWeekLater()
{
    const WrittenShop later = writtenShop(days, days + week);
    desk().drop({desk().write("later.csv", later.lines)});
    QTRY_VERIFY_WITH_TIMEOUT(desk().canImport() && desk().isIdle(), longMs);
    desk().press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(desk().isShown("importTabs") && desk().isIdle(), longMs);
    desk().click("goForecast");
    QTRY_VERIFY_WITH_TIMEOUT(isReady() && page().shown().outcome.history.size() == days + week, longMs);
    QCOMPARE(page().shown().outcome.history.key, changedItem); // where she was
    QTRY_VERIFY_WITH_TIMEOUT(desk().isShown("accuracySentence") && desk().isIdle(), longMs);
    QVERIFY2(desk().text("accuracySentence").startsWith(QStringLiteral("7 forecast steps have happened since")), qPrintable(desk().text("accuracySentence")));
    auto &beside = desk().part<BesideList>("besideList");
    QListWidgetItem *run = beside.item(beside.count() - 1); // models first, then runs
    QVERIFY2(run->text().contains(QStringLiteral("J5")), qPrintable(run->text()));
    const qsizetype curves = desk().part<LineChart>("forecastChart").content().curves.size();
    run->setCheckState(Qt::Checked);
    QTRY_VERIFY_WITH_TIMEOUT(desk().isIdle() && desk().part<LineChart>("forecastChart").content().curves.size() > curves, longMs);
    QCOMPARE(storedCorrections().size(), 1); // of a day that is over by now: it is judged, not lost
}

FORETRAIL_TEST_MAIN(AnalystJourney, QApplication)
#include "tst_journey_analyst.moc"
