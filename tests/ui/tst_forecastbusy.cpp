// The Forecast page while a forecast is made: what is made and what is shown meanwhile are told, nothing moves, and a person can go back. The shop is that
// of makeShop(): tea 10 + d % 7, so that naive says 16 for the days after the last.
#include "tests/ui/UiTest.h"
#include "ui/charts/LineCanvas.h"
#include "ui/charts/LineChart.h"
#include "ui/pages/ForecastPage.h"
#include "ui/widgets/BusyCover.h"
#include "ui/widgets/PaneRoom.h"
#include "ui/widgets/WhatIfTab.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSemaphore>
#include <QSpinBox>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTableWidget>
#include <QToolButton>

using namespace foretrail;
using namespace foretrail::test;

namespace {

/// While it lives, nothing else is read: what is asked for waits.
class HeldReaders {
public:
    explicit HeldReaders(AppSession &session)
    {
        session.jobs().setPlaces(Lane::Read, 1);
        session.jobs().start<bool>({QStringLiteral("held"), Lane::Read, false}, [free = m_free](JobContext &) -> Result<bool> {
            free->acquire();
            return true;
        }, nullptr, [](Result<bool>) {});
    }
    ~HeldReaders() { m_free->release(); }

private:
    std::shared_ptr<QSemaphore> m_free = std::make_shared<QSemaphore>();
};

} // namespace

class TestForecastBusy : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_desk.reset(); }

    void tellsWhatIsMadeAndWhatIsOld_data();
    void tellsWhatIsMadeAndWhatIsOld();
    void escapeGoesBack();
    void anotherSeriesAppearsInPlace();
    void stoppedBeforeAnything();
    void noTabIsCut_data();
    void noTabIsCut();
    void panesGiveRoom();
    void changesAreListedAndTakenBack();

private:
    Desk &desk() { return *m_desk; }
    const ForecastPage::Shown &shown() { return desk().part<ForecastPage>("forecastPage").shown(); }
    LineChart &chart() { return desk().part<LineChart>("forecastChart"); }
    BusyCover &cover() { return desk().part<BusyCover>("busyCover"); }
    QTabWidget &tabs() { return desk().part<QTabWidget>("forecastTabs"); }
    bool openTea();
    void clickSeries(const QString &name);

    std::unique_ptr<Desk> m_desk;
};

void TestForecastBusy::init()
{
    m_desk = std::make_unique<Desk>();
    desk().settings().setLayout(QStringLiteral("forecastTab"), "residualsTab");
    desk().window().resize(1280, 800);
    desk().window().showPage(QStringLiteral("forecast"));
}

/// Tea with the model naive.
bool TestForecastBusy::openTea()
{
    const QString path = desk().path(QStringLiteral("shop.foretrail"));
    if (!makeShop(path))
        return false;
    desk().session().openWorkspace(path);
    if (!QTest::qWaitFor([&] { return shown().hasFuture() && desk().isIdle(); }, 30000) || !desk().choose("by", QStringLiteral("By item")))
        return false;
    if (!QTest::qWaitFor([&] { return shown().outcome.history.key == QStringLiteral("tea") && desk().isIdle(); }, 30000))
        return false;
    return desk().choose("model", QStringLiteral("naive")) && QTest::qWaitFor([&] { return shown().spec.model.model == QStringLiteral("naive") && desk().isIdle(); }, 30000);
}

void TestForecastBusy::clickSeries(const QString &name)
{
    auto &list = desk().part<QListView>("seriesList");
    for (int row = 0; row < list.model()->rowCount(); ++row)
        if (const QModelIndex index = list.model()->index(row, 0); index.data().toString() == name)
            QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(index).center());
}

void TestForecastBusy::tellsWhatIsMadeAndWhatIsOld_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("told");
    QTest::newRow("another model") << "model" << "Forecasting tea with drift, horizon 28, recipe Standard";
    QTest::newRow("another horizon") << "horizon" << "Forecasting tea with naive, horizon 5, recipe Standard";
    QTest::newRow("another series") << "series" << "Forecasting mug with naive, horizon 28, recipe Standard";
    QTest::newRow("a recipe") << "recipe" << "Forecasting tea with naive, horizon 28, recipe Logs";
}

void TestForecastBusy::tellsWhatIsMadeAndWhatIsOld()
{
    QFETCH(QString, change);
    QFETCH(QString, told);
    QVERIFY(openTea());
    const std::vector<double> before = shown().outcome.future.mean;
    QCOMPARE(before, std::vector<double>(28, 16.0));
    QVERIFY(!cover().isVisible());
    {
        const HeldReaders held(desk().session());
        if (change == QStringLiteral("model"))
            QVERIFY(desk().choose("model", QStringLiteral("drift")));
        else if (change == QStringLiteral("horizon"))
            desk().part<QSpinBox>("horizon").setValue(5);
        else if (change == QStringLiteral("series"))
            clickSeries(QStringLiteral("mug"));
        else {
            TrainingSpec spec = shown().spec;
            spec.recipe.name = QStringLiteral("Logs");
            desk().session().requestForecast(spec);
        }
        QTRY_VERIFY(cover().isVisible());
        QCOMPARE(cover().what(), told);
        QTRY_COMPARE(Desk::child<QLabel>(cover(), "jobLine").text(), QStringLiteral("waiting"));
        QCOMPARE(desk().text("busyOld"), QStringLiteral("Below, pale: tea with naive, as it was. Esc goes back to it."));
        QCOMPARE(desk().part<ForecastPage>("forecastPage").sentence(), told);
        // The old one is there, pale, and nothing can be done to it.
        QCOMPARE(shown().outcome.future.mean, before);
        QCOMPARE(chart().content().title, QStringLiteral("Daily revenue of tea"));
        const QList<QWidget *> veils = desk().window().findChildren<QWidget *>(QStringLiteral("busyVeil"));
        QCOMPARE(veils.size(), 2);
        for (const QWidget *veil : veils) {
            QVERIFY(veil->isVisible());
            QCOMPARE(veil->size(), veil->parentWidget()->size());
        }
        QVERIFY(!tabs().currentWidget()->isEnabled());
        QVERIFY(!desk().part("accuracyTable").isEnabled());
        QVERIFY(!desk().part<QPushButton>("primaryAction").isEnabled());
        QVERIFY(Desk::child<QPushButton>(cover(), "jobStop").isEnabled());
    }
    QTRY_VERIFY(!cover().isVisible());
    TRY_IDLE(desk());
    QVERIFY(!(shown().spec.model.model == QStringLiteral("naive") && shown().outcome.history.key == QStringLiteral("tea") && shown().spec.horizon == 28 && shown().spec.recipe.name == QStringLiteral("Standard")));
    QVERIFY(tabs().currentWidget()->isEnabled());
    QVERIFY(desk().part("accuracyTable").isEnabled());
    QVERIFY(desk().part<QPushButton>("primaryAction").isEnabled());
    QVERIFY(!desk().part<ForecastPage>("forecastPage").sentence().startsWith(QStringLiteral("Forecasting")));
}

void TestForecastBusy::escapeGoesBack()
{
    QVERIFY(openTea());
    const HeldReaders held(desk().session());
    QVERIFY(desk().choose("model", QStringLiteral("drift")));
    clickSeries(QStringLiteral("mug"));
    QTRY_VERIFY(cover().isVisible());
    QCOMPARE(cover().what(), QStringLiteral("Forecasting mug with drift, horizon 28, recipe Standard"));
    chart().findChild<LineCanvas *>()->setFocus();
    QTest::keyClick(chart().findChild<LineCanvas *>(), Qt::Key_Escape);
    QVERIFY(!cover().isVisible());
    QCOMPARE(desk().part<QComboBox>("model").currentData().toString(), QStringLiteral("naive"));
    QCOMPARE(desk().part<QListView>("seriesList").currentIndex().data().toString(), QStringLiteral("tea"));
    QCOMPARE(desk().session().selection().seriesKey(), QStringLiteral("tea"));
    QCOMPARE(shown().outcome.history.key, QStringLiteral("tea"));
    QVERIFY(tabs().currentWidget()->isEnabled());
    // From the inspector, too, and by the button.
    QVERIFY(desk().choose("model", QStringLiteral("mean")));
    QTRY_VERIFY(cover().isVisible());
    QTest::keyClick(&desk().part("model"), Qt::Key_Escape);
    QVERIFY(!cover().isVisible());
    QVERIFY(desk().choose("model", QStringLiteral("mean")));
    QTRY_VERIFY(cover().isVisible());
    Desk::click(Desk::child<QPushButton>(cover(), "jobStop"));
    QVERIFY(!cover().isVisible());
    QCOMPARE(desk().part<QComboBox>("model").currentData().toString(), QStringLiteral("naive"));
    QVERIFY(desk().problem().isEmpty());
}

void TestForecastBusy::anotherSeriesAppearsInPlace()
{
    QVERIFY(openTea());
    // From the top to the bottom; the inspector may be a few pixels narrower with shorter numbers.
    const auto places = [&] {
        QList<std::pair<int, int>> all;
        for (QWidget *part : {static_cast<QWidget *>(&chart()), static_cast<QWidget *>(&tabs()), desk().part("seriesList").parentWidget()})
            all.append({part->mapTo(&desk().window(), QPoint()).y(), part->height()});
        return all;
    };
    const auto before = places();
    {
        const HeldReaders held(desk().session());
        clickSeries(QStringLiteral("mug"));
        QTRY_VERIFY(cover().isVisible());
        QCOMPARE(places(), before);
    }
    QTRY_COMPARE(shown().outcome.history.key, QStringLiteral("mug"));
    TRY_IDLE(desk());
    QVERIFY(!cover().isVisible());
    QCOMPARE(places(), before);
}

void TestForecastBusy::stoppedBeforeAnything()
{
    const QString path = desk().path(QStringLiteral("shop.foretrail"));
    VERIFY_RESULT(makeShop(path));
    QVERIFY(desk().openAndWait(path));
    QTRY_VERIFY(shown().hasFuture());
    desk().session().closeWorkspace();
    QTRY_VERIFY(!shown().hasFuture());
    QVERIFY(!cover().isVisible());
}

void TestForecastBusy::noTabIsCut_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("width");
    for (const char *language : {"en", "zh_CN"})
        for (const int width : {1280, 1000, 1700})
            QTest::addRow("%s, %d", language, width) << QString::fromLatin1(language) << width;
}

void TestForecastBusy::noTabIsCut()
{
    QFETCH(QString, language);
    QFETCH(int, width);
    desk().settings().setLanguage(language);
    desk().window().resize(width, 800);
    QVERIFY(openTea() || language != QStringLiteral("en"));
    auto &more = desk().part<QToolButton>("moreTabs");
    QTRY_COMPARE(desk().window().width(), width);
    const QTabBar &bar = *tabs().tabBar();
    int all = 0, seen = 0;
    for (int tab = 0; tab < tabs().count(); ++tab)
        if (tabs().isTabVisible(tab)) {
            ++seen;
            all += bar.tabRect(tab).width();
            QVERIFY(bar.tabRect(tab).width() >= bar.fontMetrics().horizontalAdvance(tabs().tabText(tab)));
        }
    QVERIFY2(all <= bar.width(), qPrintable(QStringLiteral("%1 of %2").arg(all).arg(bar.width())));
    QCOMPARE(more.isVisible(), seen < tabs().count());
    // Those that have no room are in the menu.
    Q_EMIT more.menu()->aboutToShow();
    QCOMPARE(int(more.menu()->actions().size()), tabs().count() - seen);
    if (!more.isVisible())
        return;
    const QString last = more.menu()->actions().last()->text();
    more.menu()->actions().last()->trigger();
    QCOMPARE(tabs().tabText(tabs().currentIndex()), last);
    QVERIFY(tabs().isTabVisible(tabs().currentIndex()));
}

void TestForecastBusy::panesGiveRoom()
{
    QVERIFY(openTea());
    auto &splitter = desk().part<QSplitter>("forecastChartSplitter");
    const QList<int> both = splitter.sizes();
    QTabBar &bar = *tabs().tabBar();
    QTest::mouseDClick(&bar, Qt::LeftButton, {}, bar.tabRect(0).center());
    QVERIFY(!chart().isVisible());
    QTRY_VERIFY(tabs().height() > both[0] + both[1] - 60);
    desk().click("paneRoom");
    QVERIFY(chart().isVisible());
    QTRY_COMPARE(splitter.sizes(), both);
    QTest::mouseDClick(splitter.handle(1), Qt::LeftButton, {}, splitter.handle(1)->rect().center());
    QTRY_VERIFY(chart().height() > both[0] + both[1] - 120);
    QVERIFY(bar.isVisible());
    QTest::mouseClick(&bar, Qt::LeftButton, {}, bar.tabRect(1).center());
    QTRY_COMPARE(splitter.sizes(), both);
    QCOMPARE(tabs().currentIndex(), 1);
}

/// What is changed so far is in sight, whatever of tab What if is shown, and can be taken back there.
void TestForecastBusy::changesAreListedAndTakenBack()
{
    QVERIFY(openTea());
    auto *tab = desk().window().findChild<WhatIfTab *>();
    tabs().setCurrentWidget(tab);
    TRY_IDLE(desk());
    QVERIFY(!desk().part("changesPart").isVisible());
    auto &by = desk().part<QLineEdit>("changeBy");
    auto &list = desk().part<QListWidget>("changeList");
    for (const char *much : {"+5", "-10%"}) {
        by.setText(QString::fromLatin1(much));
        QTest::keyClick(&by, Qt::Key_Return);
    }
    QVERIFY(list.isVisible());
    QCOMPARE(list.count(), 2);
    QCOMPARE(list.viewport()->height() >= list.visualItemRect(list.item(1)).bottom(), true);
    QTRY_COMPARE(tab->scenario().changes.size(), 2);
    desk().click("undoScenario");
    QCOMPARE(list.count(), 1);
    desk().click("undoScenario");
    QCOMPARE(list.count(), 0);
    QVERIFY(!desk().part("changesPart").isVisible());
    TRY_IDLE(desk());
}

FORETRAIL_TEST_MAIN(TestForecastBusy, QApplication)
#include "tst_forecastbusy.moc"
