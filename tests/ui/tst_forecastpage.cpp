// The Forecast page on a shop whose days are known: what a person chooses is what is forecast, shown and exported. The
// numbers are worked out from the rule of the shop (makeShop): tea sells for 10 + d % 7, so its mean is 13.
#include "core/report/ForecastBatch.h"
#include "core/report/ForecastReport.h"
#include "tests/cli/CliRun.h"
#include "tests/ui/UiTest.h"
#include "ui/charts/BarChart.h"
#include "ui/charts/LineCanvas.h"
#include "ui/charts/LineChart.h"
#include "ui/charts/TableDialog.h"
#include "ui/pages/ForecastPage.h"
#include "ui/widgets/ForecastInspector.h"

#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QSvgRenderer>
#include <QTabWidget>
#include <QTableView>
#include <QTableWidget>
#include <QWheelEvent>

#include <cmath>

using namespace foretrail;
using namespace foretrail::test;

namespace {

constexpr int days = 84; // twelve weeks

const Curve *curve(const ChartContent &content, const QString &name)
{
    for (const Curve &one : content.curves)
        if (one.name == name)
            return &one;
    return nullptr;
}

QStringList shownNames(const QAbstractItemView &view)
{
    QStringList names;
    for (int row = 0; row < view.model()->rowCount(); ++row)
        names << view.model()->index(row, 0).data().toString();
    return names;
}

} // namespace

class TestForecastPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_desk.reset(); }

    void opensWithAForecast();
    void choosesASeries();
    void searchesAndSorts();
    void aHiddenSearchDoesNotHideTheTotal();
    void modelsByHand_data();
    void modelsByHand();
    void accuracyByHand();
    void measuresAndStepsByHand_data();
    void measuresAndStepsByHand();
    void horizonTestAndBands();
    void numberedSeriesHaveAHorizonToo();
    void limitsHoldWhatIsShown();
    void whatIsTypedCountsOnce();
    void residualsAndTable();
    void zoomsPansAndResets();
    void withoutAWorkspace();
    void withoutData();
    void seriesTooShort();
    void importedSeries();
    void exportsWhatIsShown_data();
    void exportsWhatIsShown();
    void exportsResiduals();
    void exportCancelledOrImpossible();
    void copiesPictureAndNumbers();
    void sameAsTheCommandLine_data();
    void sameAsTheCommandLine();
    void storedRunOpensAndStays();
    void neuralModelsWaitToBeAsked();
    void neuralModelFollowsTheSeries();
    void testPartComesBackAfterAShortSeries();
    void chineseAndBack();
    void anotherWorkspaceIsShownInstead();

private:
    Desk &desk() { return *m_desk; }
    QString shop() { return desk().path(QStringLiteral("shop.foretrail")); }
    ForecastPage &page() { return desk().part<ForecastPage>("forecastPage"); }
    const ForecastPage::Shown &shown() { return page().shown(); }
    LineChart &chart() { return desk().part<LineChart>("forecastChart"); }
    QListView &list() { return desk().part<QListView>("seriesList"); }
    bool hasForecast() { return !shown().chart.isEmpty() && desk().isIdle(); }
    bool openShop();
    bool byItem();
    void clickSeries(const QString &name);
    QTableWidget &accuracy() { return desk().part<QTableWidget>("accuracyTable"); }

    std::unique_ptr<Desk> m_desk;
};

void TestForecastPage::init()
{
    m_desk = std::make_unique<Desk>();
    desk().settings().setLayout(QStringLiteral("forecastTab"), "residualsTab");
    desk().window().showPage(QStringLiteral("forecast"));
}

bool TestForecastPage::openShop()
{
    const auto made = makeShop(shop(), days);
    if (!made)
        return false;
    desk().session().openWorkspace(shop());
    return QTest::qWaitFor([&] { return hasForecast(); }, 30000);
}

bool TestForecastPage::byItem()
{
    return openShop() && desk().choose("by", QStringLiteral("By item"))
        && QTest::qWaitFor([&] { return list().model()->rowCount() == 3 && shown().outcome.history.key == QStringLiteral("tea"); }, 30000);
}

void TestForecastPage::clickSeries(const QString &name)
{
    for (int row = 0; row < list().model()->rowCount(); ++row) {
        const QModelIndex index = list().model()->index(row, 0);
        if (index.data().toString() == name)
            QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, list().visualRect(index).center());
    }
}

void TestForecastPage::opensWithAForecast()
{
    QVERIFY(openShop());
    QCOMPARE(desk().window().currentPage()->name(), QStringLiteral("forecast"));
    QVERIFY(chart().findChild<LineCanvas *>()->isVisible());
    const ChartContent &content = chart().content();
    QCOMPARE(content.title, QStringLiteral("Daily revenue"));
    QCOMPARE(content.valueTitle, QStringLiteral("Revenue (EUR)"));
    const Curve *history = curve(content, QStringLiteral("History"));
    QVERIFY(history);
    QCOMPARE(history->values->size(), size_t(days));
    for (int day = 0; day < days; ++day)
        QCOMPARE(history->values->at(size_t(day)), shopOn(day, days));
    // A quarter of the observations is the test part, as long as that is less than a month.
    QCOMPARE(desk().part<QSpinBox>("testLength").value(), days / 4);
    QCOMPARE(shown().outcome.trainLength, qint64(days - days / 4));
    QCOMPARE(curve(content, QStringLiteral("Forecast"))->values->size(), size_t(28));
    QCOMPARE(curve(content, QStringLiteral("Forecast"))->offset, qint64(days));
    QCOMPARE(curve(content, QStringLiteral("Test forecast"))->offset, qint64(days - days / 4));
    QCOMPARE(content.bands.size(), 4); // 80 and 95, of the test part and of the future
    for (const BandArea &band : content.bands)
        for (size_t i = 0; i < band.low.size(); ++i)
            QVERIFY(band.low[i] <= band.high[i]);
    QCOMPARE(content.marks.size(), 2);
    QCOMPARE(content.marks[0].index, qint64(days - days / 4));
    QCOMPARE(content.marks[0].label, QStringLiteral("test part"));
    QCOMPARE(content.marks[1].index, qint64(days - 1));
    QVERIFY(page().sentence().startsWith(QStringLiteral("Daily revenue. auto is ")));
    QVERIFY(desk().part<QPushButton>("primaryAction").isEnabled());
    QCOMPARE(desk().text("statusSelection"), QStringLiteral("Total"));
}

void TestForecastPage::choosesASeries()
{
    QVERIFY(byItem());
    QCOMPARE(shownNames(list()), (QStringList{QStringLiteral("tea"), QStringLiteral("mug"), QStringLiteral("jam")})); // 1092, 210, 84
    QCOMPARE(chart().content().title, QStringLiteral("Daily revenue of tea"));
    clickSeries(QStringLiteral("mug"));
    QTRY_COMPARE(chart().content().title, QStringLiteral("Daily revenue of mug"));
    QCOMPARE(desk().session().selection().seriesKey(), QStringLiteral("mug"));
    for (size_t day = 0; day < 80; ++day)
        QCOMPARE(chart().content().curves[0].values->at(day), day % 2 == 0 ? 5.0 : 0.0);
    QTest::keyClick(&list(), Qt::Key_Up); // the keyboard does the same
    QTRY_COMPARE(chart().content().title, QStringLiteral("Daily revenue of tea"));
}

void TestForecastPage::searchesAndSorts()
{
    QVERIFY(byItem());
    auto &search = desk().part<QLineEdit>("seriesSearch");
    QCOMPARE(search.placeholderText(), QStringLiteral("Search 3 series"));
    QTest::keyClicks(&search, QStringLiteral("MU"));
    QCOMPARE(shownNames(list()), QStringList{QStringLiteral("mug")});
    QTest::keyClicks(&search, QStringLiteral("x"));
    QVERIFY(!list().isVisible());
    QVERIFY(desk().part("noSeries").isVisible());
    QCOMPARE(chart().content().title, QStringLiteral("Daily revenue of tea")); // what is shown stays
    search.clear();
    QVERIFY(list().isVisible());
    QCOMPARE(list().currentIndex().data().toString(), QStringLiteral("tea"));
    QVERIFY(desk().choose("seriesOrder", QStringLiteral("By name")));
    QCOMPARE(shownNames(list()), (QStringList{QStringLiteral("jam"), QStringLiteral("mug"), QStringLiteral("tea")}));
    QCOMPARE(list().currentIndex().data().toString(), QStringLiteral("tea")); // the choice moves along
}

void TestForecastPage::aHiddenSearchDoesNotHideTheTotal()
{
    QVERIFY(byItem());
    QTest::keyClicks(&desk().part<QLineEdit>("seriesSearch"), QStringLiteral("mug"));
    QVERIFY(desk().choose("by", QStringLiteral("Total")));
    QTRY_COMPARE(shownNames(list()), QStringList{QStringLiteral("Total")});
    QVERIFY(!desk().part("seriesSearch").isVisible());
    QVERIFY(list().isVisible());
}

void TestForecastPage::modelsByHand_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<double>("first");
    QTest::addColumn<double>("second");
    QTest::newRow("naive") << "naive" << 16.0 << 16.0;   // day 83 is a Sunday
    QTest::newRow("snaive") << "snaive" << 10.0 << 11.0; // Monday, Tuesday
    QTest::newRow("mean") << "mean" << 13.0 << 13.0;
    QTest::newRow("drift") << "drift" << 16 + 6.0 / 83 << 16 + 12.0 / 83; // from 10 to 16 in 83 steps
}

void TestForecastPage::modelsByHand()
{
    QFETCH(QString, model);
    QFETCH(double, first);
    QFETCH(double, second);
    QVERIFY(byItem());
    QVERIFY(desk().choose("model", model));
    QTRY_COMPARE(shown().spec.model.model, model);
    const std::vector<double> &future = *curve(chart().content(), QStringLiteral("Forecast"))->values;
    QVERIFY(std::abs(future[0] - first) < 1e-9);
    QVERIFY(std::abs(future[1] - second) < 1e-9);
    QVERIFY(page().sentence().contains(model));
}

void TestForecastPage::accuracyByHand()
{
    QVERIFY(byItem());
    QVERIFY(desk().choose("model", QStringLiteral("mean")));
    QTRY_COMPARE(shown().spec.model.model, QStringLiteral("mean"));
    // Three weeks of test against 13: the errors of a week are 3, 2, 1, 0, 1, 2, 3.
    QCOMPARE(accuracy().item(0, 1)->text(), QStringLiteral("13.2 %")); // 12 / (7 * 13)
    QCOMPARE(accuracy().item(1, 1)->text(), QStringLiteral("1.71"));   // 12 / 7
    QCOMPARE(accuracy().item(2, 1)->text(), QStringLiteral("2"));      // root of 28 / 7
    QCOMPARE(accuracy().item(4, 1)->text(), QStringLiteral("0.0 %"));
    QCOMPARE(accuracy().horizontalHeaderItem(2)->text(), QStringLiteral("snaive"));
    QCOMPARE(accuracy().item(0, 2)->text(), QStringLiteral("0.0 %")); // repeating last week is exact
    QVERIFY(page().sentence().contains(QStringLiteral("further off than repeating last week, which is exact here")));
    // Nothing in the table is cut.
    for (int row = 0; row < accuracy().rowCount(); ++row)
        for (int column = 0; column < 3; ++column) {
            const QTableWidgetItem &cell = *accuracy().item(row, column);
            const QFont font = cell.data(Qt::FontRole).isValid() ? cell.font() : accuracy().font();
            QVERIFY2(accuracy().columnWidth(column) >= QFontMetrics(font).horizontalAdvance(cell.text()) + 16, qPrintable(cell.text()));
        }
}

void TestForecastPage::measuresAndStepsByHand_data()
{
    QTest::addColumn<QString>("measure");
    QTest::addColumn<QString>("step");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QList<double>>("begins");
    // Day 0 has tea and a mug, day 1 only tea.
    QTest::newRow("orders a day") << "Orders" << "Daily" << "Daily orders" << QList<double>{2, 1, 2, 1};
    QTest::newRow("pieces a day") << "Quantity" << "Daily" << "Daily quantity" << QList<double>{2, 1, 2, 1};
    QTest::newRow("rows a day") << "Events" << "Daily" << "Daily events" << QList<double>{3, 2, 3, 2};
    QTest::newRow("users a day") << "Active users" << "Daily" << "Daily active users" << QList<double>{2, 1, 2, 1};
    // A week of tea is 91; it has four even days, then three; from the seventh week on jam brings 14.
    QTest::newRow("revenue a week") << "Revenue" << "Weekly" << "Weekly revenue" << QList<double>{111, 106, 111, 106, 111, 106, 125, 120};
}

void TestForecastPage::measuresAndStepsByHand()
{
    QFETCH(QString, measure);
    QFETCH(QString, step);
    QFETCH(QString, title);
    QFETCH(QList<double>, begins);
    QVERIFY(openShop());
    QVERIFY(desk().choose("model", QStringLiteral("naive")));
    QVERIFY(desk().choose("measure", measure));
    QVERIFY(desk().choose("step", step));
    QTRY_COMPARE(chart().content().title, title);
    QTRY_VERIFY(hasForecast());
    for (qsizetype i = 0; i < begins.size(); ++i)
        QCOMPARE(chart().content().curves[0].values->at(size_t(i)), begins[i]);
}

// Without dates, as the first that is shown.
void TestForecastPage::numberedSeriesHaveAHorizonToo()
{
    ForecastInspector inspector;
    inspector.setSeries(Step::None, 400);
    QCOMPARE(inspector.findChild<QSpinBox *>(QStringLiteral("horizon"))->value(), 12);
    auto *test = inspector.findChild<QSpinBox *>(QStringLiteral("testLength"));
    QCOMPARE(test->value(), 12);
    inspector.setSeries(Step::None, 1); // nothing can be kept back from it
    QCOMPARE(test->value(), 0);
    QCOMPARE(test->text(), QStringLiteral("none"));
    inspector.setSeries(Step::None, 400);
    QCOMPARE(test->value(), 12);
}

void TestForecastPage::horizonTestAndBands()
{
    QVERIFY(openShop());
    auto &horizon = desk().part<QSpinBox>("horizon");
    horizon.setFocus();
    horizon.selectAll();
    QTest::keyClicks(&horizon, QStringLiteral("5"));
    QTest::keyClick(&horizon, Qt::Key_Return);
    QTRY_COMPARE(shown().outcome.future.horizon(), 5);
    auto &test = desk().part<QSpinBox>("testLength");
    test.selectAll();
    QTest::keyClicks(&test, QStringLiteral("14"));
    QTest::keyClick(&test, Qt::Key_Return);
    QTRY_COMPARE(shown().outcome.trainLength, qint64(days - 14));
    QCOMPARE(chart().content().marks[0].index, qint64(days - 14));
    QVERIFY(desk().choose("bands", QStringLiteral("50 % and 90 %")));
    QTRY_COMPARE(shown().spec.levels, (QList<double>{50, 90}));
    QCOMPARE(chart().content().bands[0].level, 50.0);
    QCOMPARE(shown().outcome.future.horizon(), 5); // what was chosen before stays
    // Another series of the same step keeps what was chosen.
    QVERIFY(desk().choose("by", QStringLiteral("By item")));
    QTRY_COMPARE(shown().outcome.history.key, QStringLiteral("tea"));
    QCOMPARE(shown().outcome.future.horizon(), 5);
}

// Tea is 10 to 16, its mean 13.
void TestForecastPage::limitsHoldWhatIsShown()
{
    QVERIFY(byItem());
    QVERIFY(desk().choose("model", QStringLiteral("mean")));
    QTRY_COMPARE(shown().spec.model.model, QStringLiteral("mean"));
    const auto type = [&](const char *field, const QString &text) {
        auto &edit = desk().part<QLineEdit>(field);
        edit.selectAll();
        QTest::keyClick(&edit, Qt::Key_Delete);
        QTest::keyClicks(&edit, text);
    };
    type("forecastLimitsCap", QStringLiteral("12.5"));
    QTRY_COMPARE(shown().outcome.future.mean, std::vector<double>(shown().outcome.future.mean.size(), 12.5));
    auto &whole = desk().part<QCheckBox>("forecastLimitsWhole");
    QTest::mouseClick(&whole, Qt::LeftButton, {}, {5, whole.height() / 2});
    QTRY_COMPARE(shown().outcome.future.mean.front(), 12.0);
    QCOMPARE(shown().outcome.future.band(95)->high.front(), 12.0);
    QTRY_VERIFY(desk().isIdle());
    type("forecastLimitsFloor", QStringLiteral("90")); // with the first digit already 9, then above the cap
    auto &problem = desk().part<QLabel>("forecastLimitsFloorProblem");
    QCOMPARE(problem.text(), QStringLiteral("90 is above the cap of 12.5."));
    QVERIFY(problem.isVisible());
    QTRY_COMPARE(shown().outcome.future.band(95)->low.front(), 9.0); // the last that was right
    type("forecastLimitsFloor", QStringLiteral("11"));
    QVERIFY(!problem.isVisible());
    QTRY_COMPARE(shown().spec.limits, (ForecastLimits{11.0, 12.5, true}));
    QCOMPARE(shown().outcome.future.band(95)->low.front(), 11.0);
}

void TestForecastPage::whatIsTypedCountsOnce()
{
    QVERIFY(openShop());
    QSignalSpy started(&desk().session().jobs(), &JobRunner::jobStarted);
    auto &horizon = desk().part<QSpinBox>("horizon");
    for (int i = 0; i < 6; ++i)
        horizon.stepUp(); // as when the arrow is held down
    QTRY_COMPARE(shown().outcome.future.horizon(), 34);
    QTRY_VERIFY(desk().isIdle());
    QCOMPARE(started.size(), 1);
}

void TestForecastPage::residualsAndTable()
{
    QVERIFY(byItem());
    QVERIFY(desk().choose("model", QStringLiteral("mean")));
    QTRY_COMPARE(shown().spec.model.model, QStringLiteral("mean"));
    // Residuals are what happened less one step ahead by the mean of the training part, 13.
    const auto &bars = desk().part<BarChart>("residualsOverTime").content();
    QCOMPARE(bars.values.size(), size_t(days));
    for (size_t day = 20; day < size_t(days); ++day)
        QVERIFY(std::abs(bars.values[day] - shown().residuals.values[day]) < 1e-12);
    QCOMPARE(bars.title, QStringLiteral("Residuals (EUR)"));
    QVERIFY(desk().part<BarChart>("residualAutocorrelation").content().values.size() >= 10);
    QVERIFY2(desk().text("residualSentence").startsWith(QStringLiteral("A pattern is left, most at lag 7")), qPrintable(desk().text("residualSentence")));
    auto &tabs = desk().part<QTabWidget>("forecastTabs");
    QVERIFY(desk().part("residualsOverTime").isVisible());
    Desk::goToTab(tabs, QStringLiteral("Table"));
    auto &table = desk().part<QTableView>("forecastTable");
    QVERIFY(table.isVisible());
    const QAbstractItemModel &model = *table.model();
    QCOMPARE(model.rowCount(), days + 28);
    QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), QStringLiteral("Time"));
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("2024-01-01"));
    QCOMPARE(model.index(3, 1).data().toString(), QStringLiteral("13"));
    QCOMPARE(model.headerData(4, Qt::Horizontal).toString(), QStringLiteral("Forecast"));
    QCOMPARE(model.index(days, 4).data().toString(), QStringLiteral("13"));
    // It opens where the test part begins.
    QCOMPARE(table.rowAt(2), int(shown().outcome.trainLength));
}

void TestForecastPage::zoomsPansAndResets()
{
    QVERIFY(openShop());
    auto &canvas = *chart().findChild<LineCanvas *>();
    QWidget *view = canvas.viewport();
    const auto at = [&](double share) {
        const QRectF plot = canvas.geometryShown().plot;
        return QPointF(plot.left() + share * plot.width(), plot.center().y()).toPoint();
    };
    QCOMPARE(chart().visibleFrom(), 0.0);
    QCOMPARE(chart().visibleTo(), double(days + 28 - 1));
    int before = chart().rebuildCount();
    QWheelEvent wheel(at(0.5), view->mapToGlobal(at(0.5)), {}, {0, 240}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(view, &wheel);
    QCOMPARE(chart().rebuildCount(), before + 1);
    const double span = chart().visibleTo() - chart().visibleFrom();
    QVERIFY(std::abs(span - (days + 27) / 1.5625) < 1e-9); // 1.25 twice
    const double from = chart().visibleFrom();
    before = chart().rebuildCount();
    QTest::mousePress(view, Qt::LeftButton, Qt::ShiftModifier, at(0.5));
    QTest::mouseMove(view, at(0.6));
    QTest::mouseRelease(view, Qt::LeftButton, Qt::ShiftModifier, at(0.6));
    QCOMPARE(chart().rebuildCount(), before + 1);
    QVERIFY(std::abs(from - chart().visibleFrom() - 0.1 * span) < 0.3);
    // Another model of the same series keeps the view.
    QVERIFY(desk().choose("model", QStringLiteral("naive")));
    QTRY_COMPARE(shown().spec.model.model, QStringLiteral("naive"));
    QVERIFY(std::abs(chart().visibleTo() - chart().visibleFrom() - span) < 1e-9);
    QTest::mouseDClick(view, Qt::LeftButton, {}, at(0.5));
    QCOMPARE(chart().visibleFrom(), 0.0);
    QCOMPARE(chart().visibleTo(), double(days + 28 - 1));
}

void TestForecastPage::withoutAWorkspace()
{
    desk().click("rail_forecast");
    auto &sentence = Desk::child<QLabel>(chart(), "emptySentence");
    QVERIFY(sentence.isVisible());
    QCOMPARE(sentence.text(), QStringLiteral("No workspace is open."));
    QVERIFY(!desk().part<QPushButton>("primaryAction").isEnabled());
    QCOMPARE(desk().text("residualSentence"), QStringLiteral("No residuals yet."));
    auto &button = Desk::child<QPushButton>(chart(), "emptyButton");
    QCOMPARE(button.text(), QStringLiteral("Go to Start"));
    Desk::click(button);
    QCOMPARE(desk().window().currentPage()->name(), QStringLiteral("start"));
}

void TestForecastPage::withoutData()
{
    VERIFY_RESULT(makeEmpty(shop()));
    QVERIFY(desk().openAndWait(shop()));
    desk().click("rail_forecast");
    QTRY_COMPARE(Desk::child<QLabel>(chart(), "emptySentence").text(), QStringLiteral("No data yet. Import a log or a table of series."));
    QSignalSpy asked(&desk().session(), &AppSession::pageRequested);
    Desk::click(Desk::child<QPushButton>(chart(), "emptyButton"));
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].toString(), QStringLiteral("data"));
    desk().press(Qt::Key_E, Qt::ControlModifier); // nothing to export and nothing that fails
    QVERIFY(desk().problem().isEmpty());
}

void TestForecastPage::seriesTooShort()
{
    std::vector<double> longer;
    for (int i = 0; i < 60; ++i)
        longer.push_back(20 + i % 7);
    VERIFY_RESULT(makeSeries(shop(), {{QStringLiteral("long"), longer}, {QStringLiteral("short"), {1, 2, 3}}}));
    desk().session().openWorkspace(shop());
    QTRY_VERIFY_WITH_TIMEOUT(hasForecast(), 30000);
    QCOMPARE(shown().outcome.history.key, QStringLiteral("long"));
    QVERIFY(desk().choose("model", QStringLiteral("ar"))); // the automatic one makes do with anything
    QTRY_COMPARE(shown().spec.model.model, QStringLiteral("ar"));
    clickSeries(QStringLiteral("short"));
    auto &sentence = Desk::child<QLabel>(chart(), "emptySentence");
    QTRY_VERIFY(sentence.isVisible());
    QVERIFY2(sentence.text().contains(QStringLiteral("short")), qPrintable(sentence.text()));
    QVERIFY2(sentence.text().contains(QStringLiteral("this model needs at least")), qPrintable(sentence.text()));
    QVERIFY(!desk().part<QPushButton>("primaryAction").isEnabled());
    QVERIFY(desk().problem().isEmpty()); // said in its place, not above it
    clickSeries(QStringLiteral("long"));
    QTRY_COMPARE(shown().outcome.history.key, QStringLiteral("long"));
    QVERIFY(chart().findChild<LineCanvas *>()->isVisible());
}

void TestForecastPage::importedSeries()
{
    std::vector<double> values;
    for (int i = 0; i < 70; ++i)
        values.push_back(i % 7);
    VERIFY_RESULT(makeSeries(shop(), {{QStringLiteral("meter"), values}}));
    desk().session().openWorkspace(shop());
    QTRY_VERIFY_WITH_TIMEOUT(hasForecast(), 30000);
    QCOMPARE(shown().outcome.history.values, values);
    QVERIFY(!desk().part<QComboBox>("step").isEnabled());
    QVERIFY(!desk().choose("measure", QStringLiteral("Revenue"))); // what the data cannot answer cannot be chosen
    QCOMPARE(desk().part<QComboBox>("measure").currentText(), QStringLiteral("Value"));
    QCOMPARE(desk().part<QSpinBox>("horizon").value(), 28); // the step of the series is known once it is read
    QCOMPARE(chart().visibleTo(), double(chart().content().lastIndex())); // and the forecast is in view
}

void TestForecastPage::exportsWhatIsShown_data()
{
    QTest::addColumn<QString>("format");
    for (const char *format : {"png", "svg", "pdf", "csv"}) // xlsx: tst_export
        QTest::newRow(format) << QString::fromLatin1(format);
}

void TestForecastPage::exportsWhatIsShown()
{
    QFETCH(QString, format);
    QVERIFY(byItem());
    FileAnswers answers;
    answers.save = desk().path(QStringLiteral("out"));
    desk().click("primaryAction");
    auto &menu = desk().part<QMenu>("exportMenu");
    QVERIFY(menu.isVisible());
    QAction *action = menu.findChild<QAction *>(QStringLiteral("export_") + format);
    menu.setActiveAction(action);
    QTest::keyClick(&menu, Qt::Key_Return);
    QCOMPARE(answers.count, 1);
    QCOMPARE(QFileInfo(answers.asked.path).fileName(), QStringLiteral("daily-revenue-of-tea.") + format);
    const QString path = desk().path(QStringLiteral("out.") + format);
    QTRY_VERIFY(QFile::exists(path));
    QTRY_VERIFY(desk().isIdle());
    QVERIFY2(desk().problem().isEmpty(), qPrintable(desk().problem()));
    QTRY_COMPARE(desk().part<QPushButton>("statusJob").accessibleName(), QStringLiteral("Saved %1").arg(QDir::toNativeSeparators(path)));
    const QByteArray bytes = readAll(path);
    if (format == QStringLiteral("png")) {
        QCOMPARE(QImage::fromData(bytes, "PNG").size(), QSize(2400, 1280));
    } else if (format == QStringLiteral("svg")) {
        QVERIFY(QSvgRenderer(bytes).isValid());
        QVERIFY(bytes.contains("Daily revenue of tea"));
    } else if (format == QStringLiteral("pdf")) {
        QVERIFY(bytes.startsWith("%PDF-"));
        QVERIFY(bytes.trimmed().endsWith("%%EOF"));
    } else {
        const QList<QStringList> rows = parsedCsv(bytes);
        QCOMPARE(rows.size(), 1 + 28);
        QCOMPARE(rows[0].join(QLatin1Char(',')), QStringLiteral("series,h,time,model,mean,lo80,hi80,lo95,hi95"));
        const std::vector<double> &forecast = *curve(chart().content(), QStringLiteral("Forecast"))->values;
        for (int h = 1; h <= 28; ++h) {
            QCOMPARE(rows[h][0], QStringLiteral("tea"));
            QCOMPARE(rows[h][1].toInt(), h);
            QCOMPARE(rows[h][2], QDate(2024, 1, 1).addDays(days + h - 1).toString(Qt::ISODate));
            QCOMPARE(rows[h][4].toDouble(), forecast[size_t(h - 1)]); // the very number, all digits
            QCOMPARE(rows[h][5].toDouble(), shown().outcome.future.band(80)->low[size_t(h - 1)]);
            QCOMPARE(rows[h][8].toDouble(), shown().outcome.future.band(95)->high[size_t(h - 1)]);
        }
    }
}

void TestForecastPage::exportsResiduals()
{
    QVERIFY(byItem());
    FileAnswers answers;
    answers.save = desk().path(QStringLiteral("residuals.csv"));
    auto &bars = desk().part<BarChart>("residualsOverTime");
    bars.findChild<QAction *>(QStringLiteral("export_csv"))->trigger();
    QTRY_VERIFY(QFile::exists(answers.save));
    const QList<QStringList> rows = parsedCsv(readAll(answers.save));
    QCOMPARE(rows.size(), 1 + days);
    for (int day = 0; day < days; ++day) {
        const double value = bars.content().values[size_t(day)];
        QCOMPARE(rows[day + 1][1].isEmpty(), std::isnan(value));
        if (!std::isnan(value))
            QCOMPARE(rows[day + 1][1].toDouble(), value);
    }
}

void TestForecastPage::exportCancelledOrImpossible()
{
    QVERIFY(openShop());
    FileAnswers answers;
    QAction *csv = chart().findChild<QAction *>(QStringLiteral("export_csv"));
    csv->trigger(); // a person cancels
    QCOMPARE(answers.count, 1);
    QVERIFY(desk().isIdle());
    answers.save = desk().path(QStringLiteral("nowhere/out.csv"));
    csv->trigger();
    QTRY_VERIFY2(desk().problem().contains(QStringLiteral("nowhere/out.csv")), qPrintable(desk().problem()));
    answers.save = desk().path(QStringLiteral("nowhere/out.png"));
    chart().findChild<QAction *>(QStringLiteral("export_png"))->trigger();
    QTRY_VERIFY2(desk().problem().contains(QStringLiteral("nowhere/out.png")), qPrintable(desk().problem()));
}

void TestForecastPage::copiesPictureAndNumbers()
{
    QVERIFY(byItem());
    chart().findChild<QAction *>(QStringLiteral("copyNumbers"))->trigger();
    QCOMPARE(QApplication::clipboard()->text(), tabbedText(shown().table));
    QVERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("Time\tHistory\t")));
    chart().findChild<QAction *>(QStringLiteral("copyPicture"))->trigger();
    QVERIFY(QApplication::clipboard()->image().width() >= 1200);
}

void TestForecastPage::sameAsTheCommandLine_data()
{
    QTest::addColumn<QString>("model");
    for (const char *model : {"ar-fourier", "ar", "snaive", "moving-average"})
        QTest::newRow(model) << QString::fromLatin1(model);
}

void TestForecastPage::sameAsTheCommandLine()
{
    QFETCH(QString, model);
    QVERIFY(openShop());
    QVERIFY(desk().choose("model", model));
    QTRY_COMPARE(shown().spec.model.model, model);
    // As the verb forecast does: the same question, all observations, nothing kept back.
    Result<Workspace> workspace = Workspace::open(shop(), Workspace::Mode::ReadOnly);
    VERIFY_RESULT(workspace);
    JobContext job;
    TrainingSpec spec;
    spec.model.model = model;
    spec.horizon = 28;
    spec.split.test = 0;
    const auto series = workspace->data().series(spec.query, job);
    VERIFY_RESULT(series);
    const auto batch = forecastBatch(*series, spec, 0, job);
    VERIFY_RESULT(batch);
    const Forecast &ofCore = batch->outcomes.front().future;
    const Forecast &ofWindow = shown().outcome.future;
    QCOMPARE(ofWindow.mean, ofCore.mean);
    for (const double level : {80.0, 95.0}) {
        QCOMPARE(ofWindow.band(level)->low, ofCore.band(level)->low);
        QCOMPARE(ofWindow.band(level)->high, ofCore.band(level)->high);
    }
    if (!QFile::exists(cliProgram()))
        QSKIP("foretrail-cli is not built: compared with core only");
    const CliRun run = runCli(QStringList{QStringLiteral("forecast"), shop(), QStringLiteral("--model"), model,
                                          QStringLiteral("--horizon"), QStringLiteral("28")});
    VERIFY_CODE(run, 0);
    const QList<QStringList> rows = CliRun::table(run.out);
    QCOMPARE(rows.size(), 1 + 28);
    for (int h = 1; h <= 28; ++h)
        QCOMPARE(rows[h][4].toDouble(), ofWindow.mean[size_t(h - 1)]);
}

void TestForecastPage::storedRunOpensAndStays()
{
    VERIFY_RESULT(makeShop(shop(), days));
    RunId run;
    {
        Result<Workspace> workspace = Workspace::open(shop());
        VERIFY_RESULT(workspace);
        TrainingSpec spec;
        spec.model.model = QStringLiteral("drift");
        spec.horizon = 9;
        spec.split.test = 10;
        spec.limits.cap = 4.5;
        spec.query.by = GroupBy::Item;
        spec.query.keys = {QStringLiteral("mug")};
        JobContext job;
        const auto stored = trainAndStore(*workspace, spec, job);
        VERIFY_RESULT(stored);
        run = *stored;
    }
    desk().session().openWorkspace(shop());
    QTRY_VERIFY_WITH_TIMEOUT(hasForecast(), 30000);
    desk().session().selection().setRun(run);
    QTRY_VERIFY(!shown().runName.isEmpty());
    QTRY_VERIFY(desk().isIdle());
    // Series, settings and sentence become those of the run.
    QCOMPARE(shown().outcome.history.key, QStringLiteral("mug"));
    QCOMPARE(desk().part<QSpinBox>("horizon").value(), 9);
    QCOMPARE(desk().part<QLineEdit>("forecastLimitsCap").text(), QStringLiteral("4.5"));
    QCOMPARE(desk().part<QComboBox>("model").currentData().toString(), QStringLiteral("drift"));
    QCOMPARE(desk().part<QComboBox>("by").currentText(), QStringLiteral("By item"));
    QTRY_COMPARE(list().currentIndex().data().toString(), QStringLiteral("mug"));
    QVERIFY(page().sentence().startsWith(QStringLiteral("Run ")));
    desk().settings().setLanguage(QStringLiteral("zh_CN")); // the run stays when the language goes
    QTRY_VERIFY(page().sentence().startsWith(QString::fromUtf8("训练记录 ")));
    QTRY_VERIFY(desk().isIdle());
    QCOMPARE(desk().session().selection().run(), run);
    QCOMPARE(shown().outcome.future.horizon(), 9);
    desk().settings().setLanguage(QStringLiteral("en"));
    QTRY_VERIFY(page().sentence().startsWith(QStringLiteral("Run ")));
    // A person who changes something leaves the run.
    QVERIFY(desk().choose("model", QStringLiteral("naive")));
    QTRY_COMPARE(shown().spec.model.model, QStringLiteral("naive"));
    QVERIFY(!desk().session().selection().run().isValid());
    QVERIFY(!page().sentence().startsWith(QStringLiteral("Run ")));
}

void TestForecastPage::neuralModelsWaitToBeAsked()
{
    QVERIFY(openShop());
    QVERIFY(!desk().part("trainHere").isVisible());
    QVERIFY(desk().choose("model", QStringLiteral("lstm")));
    auto &train = desk().part<QPushButton>("trainHere");
    QVERIFY(train.isVisible());
    QCOMPARE(train.text(), QStringLiteral("Train now"));
    QTRY_COMPARE(shown().spec.model.model, QStringLiteral("lstm"));
    TRY_IDLE(desk());
    QCOMPARE(chart().content().curves.size(), 1); // minutes of work begin only when asked for: the history alone
    QVERIFY(!desk().part<QPushButton>("primaryAction").isEnabled());
    QVERIFY2(page().sentence().contains(QStringLiteral("lstm is not trained on it yet")), qPrintable(page().sentence()));
    QSignalSpy started(&desk().session().jobs(), &JobRunner::jobStarted);
    Desk::click(train);
    QCOMPARE(started.size(), 1);
    QCOMPARE(train.text(), QStringLiteral("Stop"));
    Desk::click(train);
    QCOMPARE(train.text(), QStringLiteral("Train now"));
    TRY_IDLE(desk());
    QVERIFY2(desk().problem().isEmpty(), qPrintable(desk().problem()));
    QVERIFY(chart().findChild<LineCanvas *>()->isVisible()); // what was there stays
    QVERIFY(desk().choose("model", QStringLiteral("naive")));
    QTRY_COMPARE(shown().spec.model.model, QStringLiteral("naive"));
    QVERIFY(!train.isVisible());
    QCOMPARE(chart().visibleTo(), double(chart().content().lastIndex())); // the forecast is in view
}

// A chosen network that is not trained on a series shows that series, never another one's forecast.
void TestForecastPage::neuralModelFollowsTheSeries()
{
    QVERIFY(byItem());
    QVERIFY(desk().choose("model", QStringLiteral("gru")));
    QTRY_COMPARE(shown().spec.model.model, QStringLiteral("gru"));
    const QString other = list().model()->index(1, 0).data().toString();
    clickSeries(other);
    QTRY_COMPARE(shown().outcome.history.name, other);
    QVERIFY(shown().outcome.future.mean.empty());
    // A training that runs is not shown for a series chosen meanwhile.
    Desk::click(desk().part<QPushButton>("trainHere"));
    clickSeries(list().model()->index(2, 0).data().toString());
    TRY_IDLE(desk());
    QTRY_COMPARE(shown().outcome.history.name, list().model()->index(2, 0).data().toString());
    QVERIFY(shown().outcome.future.mean.empty());
    const QString another = desk().path(QStringLiteral("another.foretrail"));
    VERIFY_RESULT(makeShop(another, 42));
    desk().session().selection().setUser(QStringLiteral("someone"));
    desk().session().openWorkspace(another);
    QTRY_COMPARE(desk().session().workspacePath(), another);
    QTRY_COMPARE(shown().outcome.history.size(), qint64(42));
    QVERIFY(shown().outcome.future.mean.empty());
    QVERIFY(desk().session().selection().userKey() != QStringLiteral("someone"));
}

void TestForecastPage::testPartComesBackAfterAShortSeries()
{
    QVERIFY(openShop());
    auto &test = desk().part<QSpinBox>("testLength");
    const int usual = test.value();
    const QString brief = desk().path(QStringLiteral("brief.foretrail"));
    VERIFY_RESULT(makeShop(brief, 5));
    desk().session().openWorkspace(brief);
    QTRY_VERIFY(test.value() < usual && desk().isIdle());
    desk().session().openWorkspace(shop());
    QTRY_COMPARE(shown().outcome.history.size(), qint64(days));
    QCOMPARE(test.value(), usual);
}

void TestForecastPage::chineseAndBack()
{
    QVERIFY(openShop());
    const QString english = page().sentence();
    desk().settings().setLanguage(QStringLiteral("zh_CN"));
    QTRY_COMPARE(chart().content().title, QString::fromUtf8("每日收入"));
    QTRY_COMPARE(shownNames(list()), QStringList{QString::fromUtf8("总计")});
    QTRY_VERIFY(desk().isIdle());
    QCOMPARE(desk().part<QTabWidget>("forecastTabs").tabText(1), QString::fromUtf8("残差"));
    QCOMPARE(desk().part<QComboBox>("measure").currentText(), QString::fromUtf8("收入"));
    QCOMPARE(chart().content().curves[0].name, QString::fromUtf8("历史"));
    QVERIFY(!page().sentence().contains(QStringLiteral("closer")) && !page().sentence().contains(QStringLiteral("repeating")));
    static const QRegularExpression englishWords(QStringLiteral("[a-z]{3,} [a-z]{3,}"));
    for (const QLabel *label : desk().window().findChildren<QLabel *>())
        if (label->isVisible())
            QVERIFY2(!label->text().contains(englishWords), qPrintable(label->objectName() + QStringLiteral(": ") + label->text()));
    desk().settings().setLanguage(QStringLiteral("en"));
    QTRY_COMPARE(page().sentence(), english);
}

void TestForecastPage::anotherWorkspaceIsShownInstead()
{
    QVERIFY(byItem());
    const QString other = desk().path(QStringLiteral("other.foretrail"));
    VERIFY_RESULT(makeShop(other, 42));
    desk().session().openWorkspace(other);
    QTRY_COMPARE(desk().session().workspacePath(), other);
    QTRY_COMPARE(shown().outcome.history.size(), qint64(42));
    QCOMPARE(shown().outcome.history.key, QStringLiteral("tea")); // the question stays
    desk().session().closeWorkspace();
    QVERIFY(Desk::child<QLabel>(chart(), "emptySentence").isVisible());
    QCOMPARE(list().model()->rowCount(), 0);
}

FORETRAIL_TEST_MAIN(TestForecastPage, QApplication)
#include "tst_forecastpage.moc"
