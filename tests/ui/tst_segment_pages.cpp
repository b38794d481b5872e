// A segment chosen on the page Customers, on the pages Backtest, Train, Prepare and Forecast. The shop is known by hand (makeShop): ann and cyd
// are champions, bob, who buys a mug for 5 on even days, is one it cannot lose (tst_customerspage says why).
#include "core/behaviour/segments/SegmentUsers.h"
#include "tests/cli/CliRun.h"
#include "tests/ui/UiTest.h"
#include "ui/charts/LineChart.h"
#include "ui/models/RunsModel.h"
#include "ui/pages/BacktestPage.h"
#include "ui/pages/ForecastPage.h"
#include "ui/widgets/SegmentChip.h"

#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>

using namespace foretrail;
using namespace foretrail::test;

namespace {

constexpr int days = 84;
double mugOn(int day) { return day % 2 == 0 ? 5 : 0; }

} // namespace

class TestSegmentPages : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_desk.reset(); }
    void backtest();
    void prepare();
    void trainAndOpen();
    void settingsOfARunBringItsSegment();
    void theCommandLineSaysTheSame();

private:
    Desk &desk() { return *m_desk; }
    QWidget &pageNamed(const char *name) { return desk().part(name); }
    /// On the page Customers, in the list of segments; then the page of the rail.
    void choose(const QString &segment, const char *page);
    QString chip(const char *page);
    void clearByKeyboard(const char *page);
    void show(const char *page);
    void trainEts();
    double errorOfLastWeek() { return desk().part<BacktestPage>("backtestPage").findings().report.byModel.value(QStringLiteral("snaive")).mae; }
    void runBacktest();
    const ForecastPage::Shown &forecast() { return desk().part<ForecastPage>("forecastPage").shown(); }
    std::unique_ptr<Desk> m_desk;
};

void TestSegmentPages::init()
{
    m_desk = std::make_unique<Desk>();
    VERIFY_RESULT(makeShop(desk().path(QStringLiteral("shop.foretrail")), days));
    desk().window().showPage(QStringLiteral("customers"));
    desk().session().openWorkspace(desk().path(QStringLiteral("shop.foretrail")));
    QTRY_VERIFY_WITH_TIMEOUT(desk().session().hasWorkspace() && desk().isIdle(), 30000);
}

void TestSegmentPages::show(const char *page)
{
    desk().click(page);
    TRY_IDLE(desk());
}

void TestSegmentPages::choose(const QString &segment, const char *page)
{
    auto &tree = desk().part<QTreeWidget>("segmentTree");
    QTreeWidgetItem *found = nullptr;
    for (QTreeWidgetItemIterator item(&tree); *item && !found; ++item)
        if ((*item)->text(0) == segment && ((*item)->flags() & Qt::ItemIsSelectable))
            found = *item;
    QVERIFY(found);
    tree.scrollToItem(found);
    QTest::mouseClick(tree.viewport(), Qt::LeftButton, {}, tree.visualItemRect(found).center());
    TRY_IDLE(desk());
    show(page);
}

/// What the chip on a page says; empty where it is not there.
QString TestSegmentPages::chip(const char *page)
{
    const auto *chip = pageNamed(page).findChild<SegmentChip *>();
    return chip && chip->isVisible() ? chip->text() : QString();
}

void TestSegmentPages::clearByKeyboard(const char *page)
{
    auto &button = Desk::child<QWidget>(*pageNamed(page).findChild<SegmentChip *>(), "clearSegment");
    QVERIFY(button.focusPolicy() & Qt::TabFocus);
    QVERIFY(!button.accessibleName().isEmpty());
    QTest::keyClick(&button, Qt::Key_Space);
    QCOMPARE(chip(page), QString());
    TRY_IDLE(desk());
}

void TestSegmentPages::runBacktest()
{
    desk().click("primaryAction");
    QTRY_VERIFY_WITH_TIMEOUT(desk().isIdle() && !desk().part("backtestStale").isVisible(), 60000);
}

// Tea repeats every week and jam stays: the week before is exact for champions. Mugs on even days are a mug off in every week.
void TestSegmentPages::backtest()
{
    choose(QStringLiteral("Champions"), "rail_backtest");
    QCOMPARE(chip("backtestPage"), QStringLiteral("Segment Champions: 2 users"));
    QVERIFY2(desk().text("pageSentence").contains(segmentNote()) || desk().part("pageSentence").accessibleName().contains(segmentNote()),
             qPrintable(desk().part("pageSentence").accessibleName()));
    runBacktest();
    QCOMPARE(errorOfLastWeek(), 0.0);
    const BacktestFindings &findings = desk().part<BacktestPage>("backtestPage").findings();
    QVERIFY2(findings.provenance.contains(QStringLiteral("Champions")), qPrintable(findings.provenance));
    clearByKeyboard("backtestPage");
    QTRY_VERIFY(desk().part("backtestStale").isVisible()); // the numbers are of others
    runBacktest();
    QCOMPARE(errorOfLastWeek(), 5.0);
    QVERIFY(!desk().part<BacktestPage>("backtestPage").findings().provenance.contains(QStringLiteral("Champions")));
}

void TestSegmentPages::prepare()
{
    choose(QStringLiteral("Cannot lose"), "rail_prepare");
    QCOMPARE(chip("preparePage"), QStringLiteral("Segment Cannot lose: 1 user"));
    const auto valueOn = [this](int day) { return desk().part<LineChart>("chartAfter").content().curves.at(0).values->at(size_t(day)); };
    for (int day = 0; day < 10; ++day)
        QCOMPARE(valueOn(day), mugOn(day));
    clearByKeyboard("preparePage");
    for (int day = 0; day < 10; ++day)
        QCOMPARE(valueOn(day), shopOn(day, days));
}

void TestSegmentPages::trainEts()
{
    auto &models = desk().part<QComboBox>("trainModel");
    QTest::keyClick(&models, Qt::Key_Home);
    for (int i = 0; i < models.count() && models.currentText() != QStringLiteral("ets"); ++i)
        QTest::keyClick(&models, Qt::Key_Down);
    QCOMPARE(models.currentText(), QStringLiteral("ets"));
    const int before = desk().part<QTableView>("runsTable").model()->rowCount();
    desk().click("primaryAction");
    QTRY_VERIFY_WITH_TIMEOUT(desk().isIdle() && desk().part<QTableView>("runsTable").model()->rowCount() == before + 1, 60000);
}

void TestSegmentPages::trainAndOpen()
{
    choose(QStringLiteral("Cannot lose"), "rail_train");
    QCOMPARE(chip("trainPage"), QStringLiteral("Segment Cannot lose: 1 user"));
    QVERIFY(desk().part("pageSentence").accessibleName().contains(segmentNote()));
    trainEts();
    const QString name = desk().part<QTableView>("runsTable").model()->index(0, int(RunsModel::Column::Name)).data().toString();
    QVERIFY2(name.endsWith(QStringLiteral("Cannot lose")), qPrintable(name));
    clearByKeyboard("trainPage");
    QVERIFY(!desk().part("pageSentence").accessibleName().contains(segmentNote()));

    // The run is of its own users, whatever is chosen now, and the pages follow it.
    desk().click("runForecast");
    QTRY_VERIFY_WITH_TIMEOUT(desk().isIdle() && !forecast().runName.isEmpty(), 30000);
    QCOMPARE(chip("forecastPage"), QStringLiteral("Segment Cannot lose: 1 user"));
    for (int day = 0; day < 10; ++day)
        QCOMPARE(forecast().outcome.history.values[size_t(day)], mugOn(day));
    QVERIFY2(forecast().chart.provenance.contains(QStringLiteral("Cannot lose")), qPrintable(forecast().chart.provenance));
    clearByKeyboard("forecastPage");
    QTRY_VERIFY_WITH_TIMEOUT(desk().isIdle() && forecast().runName.isEmpty() && !forecast().chart.isEmpty(), 30000);
    QVERIFY(!desk().session().selection().run().isValid());
    QCOMPARE(forecast().outcome.history.values[0], shopOn(0, days));
}

void TestSegmentPages::settingsOfARunBringItsSegment()
{
    choose(QStringLiteral("Champions"), "rail_train");
    trainEts();
    clearByKeyboard("trainPage");
    desk().click("runUse");
    TRY_IDLE(desk());
    QCOMPARE(chip("trainPage"), QStringLiteral("Segment Champions: 2 users"));
    QCOMPARE(desk().session().selection().query().segment.key, QStringLiteral("rfm:champions"));
    // The list of segments shows which it is.
    show("rail_customers");
    QVERIFY(desk().text("segmentWords").contains(QStringLiteral("recency 5")) || chip("customersPage").contains(QStringLiteral("Champions")));
}

// The settings of the window, without the segment, which the command line names.
void TestSegmentPages::theCommandLineSaysTheSame()
{
    choose(QStringLiteral("Champions"), "rail_forecast");
    QTRY_VERIFY_WITH_TIMEOUT(desk().isIdle() && !forecast().outcome.future.mean.empty(), 60000);
    QCOMPARE(forecast().spec.query.segment.key, QStringLiteral("rfm:champions"));
    QJsonObject spec = forecast().spec.toJson();
    spec.remove(QStringLiteral("segment"));
    writeAll(desk().path(QStringLiteral("spec.json")), QJsonDocument(spec).toJson());
    const CliRun made = runCli({QStringLiteral("forecast"), desk().path(QStringLiteral("shop.foretrail")), QStringLiteral("--spec"), desk().path(QStringLiteral("spec.json")),
                                QStringLiteral("--segment"), QStringLiteral("rfm:champions"), QStringLiteral("--json"), QStringLiteral("--out"), desk().path(QStringLiteral("f.csv"))});
    VERIFY_CODE(made, 0);
    QCOMPARE(made.json()[QStringLiteral("segment")][QStringLiteral("users")].toInt(), 2);
    QCOMPARE(made.json()[QStringLiteral("prepared")].toString(), forecast().outcome.fingerprint);
    const QList<QStringList> rows = CliRun::table(readAll(desk().path(QStringLiteral("f.csv"))));
    QCOMPARE(size_t(rows.size() - 1), forecast().outcome.future.mean.size());
    for (qsizetype h = 1; h < rows.size(); ++h)
        QCOMPARE(rows[h][4].toDouble(), forecast().outcome.future.mean[size_t(h - 1)]);
}

FORETRAIL_TEST_MAIN(TestSegmentPages, QApplication)
#include "tst_segment_pages.moc"
