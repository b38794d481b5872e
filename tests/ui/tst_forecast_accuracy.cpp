// Exceptions and favourites in the item browser of page Forecast, and its tabs of residuals and of accuracy over time, used as a person
// does. The shop is that of makeShop: tea sells for 10 + d % 7, a mug for 5 on even days, jam for 2 in the second half.
#include "core/data/FactWriter.h"
#include "core/report/ExceptionScan.h"
#include "core/training/Experiment.h"
#include "tests/cli/CliRun.h"
#include "tests/ui/UiTest.h"
#include "ui/charts/BarChart.h"
#include "ui/charts/ColumnDrawing.h"
#include "ui/charts/LineChart.h"
#include "ui/charts/MarkChart.h"
#include "ui/models/SeriesMarks.h"
#include "ui/pages/ForecastPage.h"
#include "ui/widgets/ItemBrowser.h"
#include "ui/widgets/SeriesDelegate.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

#include <cmath>

using namespace foretrail;
using namespace foretrail::test;

namespace {

constexpr int days = 84;

} // namespace

class TestForecastAccuracy : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_desk.reset(); }

    void checksAllSeries();
    void checksAreThoseOfTheCommandLine();
    void checksAreKept();
    void filtersAndSorts();
    void starsByMouseAndKey();
    void groupsByCategory();
    void residualsLeadToTheirRows();
    void choosesCharts();
    void errorsByStepAhead();
    void runsAgainstWhatHappened();

private:
    Desk &desk() { return *m_desk; }
    QString shop() { return desk().path(QStringLiteral("shop.foretrail")); }
    ForecastPage &page() { return desk().part<ForecastPage>("forecastPage"); }
    QListView &list() { return Desk::child<QListView>(page(), "seriesList"); }
    ItemBrowser &browser() { return *page().findChild<ItemBrowser *>(); }
    QTabWidget &tabs() { return desk().part<QTabWidget>("forecastTabs"); }
    bool openItems();
    bool checkAll();
    QStringList shownNames();
    QPoint starOf(int row);
    bool showTab(const QString &title);
    BarContent barsOf(const char *chart); ///< empty where nothing is drawn

    std::unique_ptr<Desk> m_desk;
};

void TestForecastAccuracy::init()
{
    m_desk = std::make_unique<Desk>();
    desk().settings().setLayout(QStringLiteral("forecastTab"), "residualsTab");
    desk().window().showPage(QStringLiteral("forecast"));
}

bool TestForecastAccuracy::openItems()
{
    if (!makeShop(shop(), days) || !desk().openAndWait(shop()))
        return false;
    return desk().choose("by", QStringLiteral("By item"))
        && QTest::qWaitFor([&] { return list().model()->rowCount() == 3 && page().shown().outcome.history.key == QStringLiteral("tea") && desk().isIdle(); }, 30000);
}

bool TestForecastAccuracy::checkAll()
{
    desk().click("checkSeries");
    return QTest::qWaitFor([&] { return browser().model().marks() && browser().model().marks()->isChecked() && desk().isIdle(); }, 30000);
}

QStringList TestForecastAccuracy::shownNames()
{
    QStringList names;
    for (int row = 0; row < list().model()->rowCount(); ++row)
        names << list().model()->index(row, 0).data().toString();
    return names;
}

QPoint TestForecastAccuracy::starOf(int row) { return SeriesDelegate::starPlace(list().visualRect(list().model()->index(row, 0))).center(); }

bool TestForecastAccuracy::showTab(const QString &title)
{
    return Desk::goToTab(tabs(), title);
}

BarContent TestForecastAccuracy::barsOf(const char *chart)
{
    const auto *drawing = dynamic_cast<const ColumnDrawing *>(desk().part<MarkChart>(chart).drawing());
    return drawing ? drawing->content().bars : BarContent();
}

void TestForecastAccuracy::checksAllSeries()
{
    QVERIFY(openItems());
    QCOMPARE(desk().part<QPushButton>("checkSeries").text(), QStringLiteral("Check all 3 series"));
    QVERIFY(!desk().part("checkState").isVisible());
    QVERIFY(checkAll());
    QCOMPARE(desk().part<QPushButton>("checkSeries").text(), QStringLiteral("Check all 3 series"));
    const SeriesMarks &marks = *browser().model().marks();
    QCOMPARE(marks.checks->model, QStringLiteral("theta")); // auto is not quick
    QVERIFY2(desk().text("checkState").startsWith(checksInShort(*marks.checks)), qPrintable(desk().text("checkState")));
    QVERIFY(desk().part("checkState").toolTip().startsWith(checksSentence(*marks.checks)));
    // Below the list it is told why the chosen series is one.
    const QString reason = list().currentIndex().data(SeriesListModel::ReasonRole).toString();
    QCOMPARE(desk().text("exceptionReason"), reason);
    QCOMPARE(desk().part("exceptionReason").isVisible(), !reason.isEmpty());
    // An exception says its word in the list and its sentence in the tip.
    for (int row = 0; row < 3; ++row) {
        const QModelIndex index = list().model()->index(row, 0);
        for (const SeriesCheck &one : marks.checks->checks)
            if (one.key == index.data(SeriesListModel::KeyRole).toString()) {
                QCOMPARE(index.data(SeriesListModel::ExceptionRole).toString().isEmpty(), one.exceptions.isEmpty());
                QVERIFY(index.data(Qt::ToolTipRole).toString().contains(reasonsOf(one, marks.checks->unit)));
            }
    }
}

void TestForecastAccuracy::checksAreThoseOfTheCommandLine()
{
    QVERIFY(openItems());
    QVERIFY(desk().choose("model", QStringLiteral("snaive")));
    QTRY_COMPARE(page().shown().spec.model.model, QStringLiteral("snaive"));
    TRY_IDLE(desk());
    QVERIFY(checkAll());
    const SeriesChecks &shown = *browser().model().marks()->checks;
    QCOMPARE(shown.model, QStringLiteral("snaive"));
    const CliRun run = runCli({QStringLiteral("exceptions"), shop(), QStringLiteral("--by"), QStringLiteral("item"), QStringLiteral("--model"), QStringLiteral("snaive"), QStringLiteral("--horizon"),
                               QString::number(shown.horizon), QStringLiteral("--json")});
    VERIFY_CODE(run, 0);
    const QJsonObject json = run.json();
    QCOMPARE(json[QStringLiteral("sentence")].toString(), checksSentence(shown));
    const QJsonArray checks = json[QStringLiteral("checks")].toArray();
    QCOMPARE(checks.size(), shown.checks.size());
    for (const QJsonValue &one : checks) {
        const auto same = std::find_if(shown.checks.begin(), shown.checks.end(), [&one](const SeriesCheck &check) { return check.key == one[QStringLiteral("series")].toString(); });
        QVERIFY(same != shown.checks.end());
        QCOMPARE(one[QStringLiteral("MAE")].toDouble(), same->mae);
        QCOMPARE(one[QStringLiteral("WAPE")].toDouble(), same->wape);
        QCOMPARE(one[QStringLiteral("exceptions")].toArray().size(), same->exceptions.size());
        for (qsizetype i = 0; i < same->exceptions.size(); ++i)
            QCOMPARE(one[QStringLiteral("exceptions")].toArray()[i][QStringLiteral("sentence")].toString(), exceptionSentence(same->exceptions[i], shown.unit));
    }
    // Without a model the command line takes the quick one too.
    QCOMPARE(runCli({QStringLiteral("exceptions"), shop(), QStringLiteral("--json")}).json()[QStringLiteral("model")].toString(), QStringLiteral("theta"));
    VERIFY_CODE(runCli({QStringLiteral("exceptions"), shop(), QStringLiteral("--model"), QStringLiteral("auto")}), 1);
}

void TestForecastAccuracy::checksAreKept()
{
    QVERIFY(openItems());
    QVERIFY(checkAll());
    const QString state = desk().text("checkState");
    QVERIFY(desk().choose("by", QStringLiteral("Total"))); // another list, of which nothing is known
    QTRY_COMPARE(list().model()->rowCount(), 1);
    TRY_IDLE(desk());
    QVERIFY(!browser().model().marks()->isChecked());
    QVERIFY(!desk().part("checkState").isVisible());
    QVERIFY(desk().choose("by", QStringLiteral("By item")));
    QTRY_VERIFY(browser().model().marks() && browser().model().marks()->isChecked());
    QCOMPARE(desk().text("checkState"), state);
}

void TestForecastAccuracy::filtersAndSorts()
{
    QVERIFY(openItems());
    QVERIFY(!desk().choose("seriesFilter", QStringLiteral("Exceptions"))); // nothing was checked
    desk().part<QComboBox>("seriesFilter").hidePopup();
    QVERIFY(checkAll());
    const SeriesChecks &checks = *browser().model().marks()->checks;
    QStringList exceptions, byError;
    QList<std::pair<double, QString>> errors;
    for (const SeriesCheck &check : checks.checks) { // the largest first, as the list
        if (check.isException())
            exceptions << check.key;
        errors.append({-check.wape, check.key});
    }
    std::stable_sort(errors.begin(), errors.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    for (const auto &[error, key] : errors)
        byError << key;
    QVERIFY(desk().choose("seriesOrder", QStringLiteral("Largest error first")));
    QCOMPARE(shownNames(), byError);
    const SeriesCheck &worst = *std::find_if(checks.checks.begin(), checks.checks.end(), [&](const SeriesCheck &one) { return one.key == byError.front(); });
    QVERIFY(list().model()->index(0, 0).data(SeriesListModel::SizeRole).toString().contains(QStringLiteral("error %1 %").arg(100 * worst.wape, 0, 'f', 0)));
    QVERIFY(desk().choose("seriesOrder", QStringLiteral("Largest first")));
    QVERIFY(desk().choose("seriesFilter", QStringLiteral("Exceptions")));
    // The list begins with what matters, and is as before when all are shown again.
    std::stable_sort(exceptions.begin(), exceptions.end(), [&](const QString &a, const QString &b) {
        const auto weight = [&](const QString &key) {
            return std::find_if(checks.checks.begin(), checks.checks.end(), [&](const SeriesCheck &check) { return check.key == key; })->weight();
        };
        return weight(a) > weight(b);
    });
    QCOMPARE(shownNames(), exceptions);
    QCOMPARE(desk().part<QComboBox>("seriesOrder").currentText(), QStringLiteral("Most at stake first"));
    QVERIFY(desk().choose("seriesFilter", QStringLiteral("All series")));
    QCOMPARE(desk().part<QComboBox>("seriesOrder").currentText(), QStringLiteral("Largest first"));
    QCOMPARE(shownNames().size(), 3);
}

void TestForecastAccuracy::starsByMouseAndKey()
{
    QVERIFY(openItems());
    QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, starOf(1)); // mug
    QVERIFY(browser().model().isFavourite(QStringLiteral("mug")));
    QCOMPARE(desk().session().selection().seriesKey(), QStringLiteral("tea")); // it is starred, not chosen
    TRY_IDLE(desk());
    QVERIFY(desk().choose("seriesOrder", QStringLiteral("Favourites first")));
    QCOMPARE(shownNames(), (QStringList{QStringLiteral("mug"), QStringLiteral("tea"), QStringLiteral("jam")}));
    QVERIFY(desk().choose("seriesFilter", QStringLiteral("Favourites")));
    QCOMPARE(shownNames(), QStringList{QStringLiteral("mug")});
    list().setFocus();
    list().setCurrentIndex(list().model()->index(0, 0));
    TRY_IDLE(desk());
    QTest::keyClick(&list(), Qt::Key_D, Qt::ControlModifier); // out again
    QVERIFY(!browser().model().isFavourite(QStringLiteral("mug")));
    QVERIFY(!list().isVisible());
    QVERIFY(desk().text("noSeries").startsWith(QStringLiteral("No favourite yet.")));
    QVERIFY(desk().choose("seriesFilter", QStringLiteral("All series")));
    const QString jam = shownNames()[2];
    QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, starOf(2));
    TRY_IDLE(desk());
    QVERIFY(desk().choose("by", QStringLiteral("Total")));
    QTRY_COMPARE(list().model()->rowCount(), 1);
    TRY_IDLE(desk());
    QVERIFY(desk().choose("by", QStringLiteral("By item")));
    QTRY_COMPARE(list().model()->rowCount(), 3);
    QTRY_VERIFY(browser().model().isFavourite(jam)); // kept in the workspace
    QVERIFY(!browser().model().isFavourite(QStringLiteral("mug")));
}

void TestForecastAccuracy::groupsByCategory()
{
    QVERIFY(openItems());
    auto &filter = desk().part<QComboBox>("seriesFilter");
    QTRY_COMPARE(filter.count(), 6); // all, favourites, exceptions, drinks, food, kitchen
    QVERIFY(desk().choose("seriesFilter", QStringLiteral("kitchen")));
    QCOMPARE(shownNames(), QStringList{QStringLiteral("mug")});
}

void TestForecastAccuracy::residualsLeadToTheirRows()
{
    QVERIFY(openItems());
    auto &bars = desk().part<BarChart>("residualsOverTime");
    QTest::mouseClick(&bars, Qt::LeftButton, {}, bars.placeOf(30)); // day 30, Wednesday 31 January 2024: tea for 10 + 30 % 7
    auto *dialog = desk().window().findChild<QDialog *>(QStringLiteral("stepRowsDialog"));
    QVERIFY(dialog);
    QVERIFY(dialog->isVisible());
    QTRY_COMPARE(Desk::child<QTableView>(*dialog, "stepRows").model()->rowCount(), 1);
    QVERIFY2(Desk::child<QLabel>(*dialog, "stepTitle").text().startsWith(QStringLiteral("tea, ")), qPrintable(Desk::child<QLabel>(*dialog, "stepTitle").text()));
    QVERIFY(Desk::child<QLabel>(*dialog, "stepTitle").text().contains(QStringLiteral("31 Jan 2024")));
    QVERIFY(Desk::child<QLabel>(*dialog, "stepSentence").text().startsWith(QStringLiteral("Actual 12 EUR")));
    const QAbstractItemModel &rows = *Desk::child<QTableView>(*dialog, "stepRows").model();
    QCOMPARE(rows.index(0, 0).data().toString(), QStringLiteral("2024-01-31T09:00:00"));
    QCOMPARE(rows.index(0, 1).data().toString(), QStringLiteral("ann"));
    QCOMPARE(rows.index(0, 9).data().toString(), QStringLiteral("12.0"));
    FileAnswers answers;
    answers.save = desk().path(QStringLiteral("rows.csv"));
    Desk::click(Desk::child<QPushButton>(*dialog, "exportStepRows"));
    QTRY_VERIFY(QFile::exists(answers.save));
    TRY_IDLE(desk());
    const QList<QStringList> exported = parsedCsv(readAll(answers.save));
    QCOMPARE(exported.size(), 2);
    QCOMPARE(exported[1][9], QStringLiteral("12.0"));
    // By keys, and a step that is out of sight comes into the chart above.
    auto &chart = desk().part<LineChart>("forecastChart");
    chart.setVisibleRange(60, 80);
    QTest::keyClick(&bars, Qt::Key_Left);
    QTest::keyClick(&bars, Qt::Key_Return);
    QTRY_VERIFY(Desk::child<QLabel>(*dialog, "stepTitle").text().contains(QStringLiteral("30 Jan 2024")));
    QVERIFY(chart.visibleFrom() < 29 && chart.visibleTo() > 29);
}

void TestForecastAccuracy::choosesCharts()
{
    QVERIFY(openItems());
    auto &menu = *desk().part<QToolButton>("residualCharts").menu();
    QVERIFY(desk().part("residualAutocorrelation").isVisible());
    menu.findChild<QAction *>(QStringLiteral("residualNormalAction"))->trigger(); // a fourth takes the place of the first
    QVERIFY(!desk().part("residualsOverTime").isVisible());
    QVERIFY(desk().part("residualNormal").isVisible());
    menu.findChild<QAction *>(QStringLiteral("residualDistributionAction"))->trigger();
    menu.findChild<QAction *>(QStringLiteral("residualAutocorrelationAction"))->trigger();
    menu.findChild<QAction *>(QStringLiteral("residualNormalAction"))->trigger(); // the last one stays
    auto &points = desk().part<MarkChart>("residualNormal");
    QVERIFY(points.isVisible());
    menu.findChild<QAction *>(QStringLiteral("residualWeekdaysAction"))->trigger();
    const BarContent weekdays = barsOf("residualWeekdays");
    QCOMPARE(weekdays.values.size(), size_t(7));
    double sum = 0;
    int mondays = 0;
    const std::vector<double> &residuals = page().shown().residuals.values;
    for (size_t day = 0; day < residuals.size(); day += 7)
        if (std::isfinite(residuals[day])) {
            sum += residuals[day];
            ++mondays;
        }
    QVERIFY(std::abs(weekdays.values[0] - sum / mondays) < 1e-9);
    // A point leads to its day.
    QTRY_VERIFY(points.drawing());
    const ChartMark mark = points.drawing()->marks(points.rect(), points.font()).front();
    QTest::mouseClick(&points, Qt::LeftButton, {}, points.placeOf(mark.number));
    QTRY_VERIFY(desk().window().findChild<QDialog *>(QStringLiteral("stepRowsDialog")));
    FileAnswers answers;
    answers.save = desk().path(QStringLiteral("qq.svg"));
    points.findChild<QAction *>(QStringLiteral("export_svg"))->trigger();
    QTRY_VERIFY(QFile::exists(answers.save));
    QVERIFY(readAll(answers.save).contains("<svg"));
}

void TestForecastAccuracy::errorsByStepAhead()
{
    QVERIFY(openItems());
    QVERIFY(desk().choose("model", QStringLiteral("mean")));
    QTRY_COMPARE(page().shown().spec.model.model, QStringLiteral("mean"));
    desk().part<QToolButton>("residualCharts").menu()->findChild<QAction *>(QStringLiteral("residualStepsAction"))->trigger();
    QTRY_VERIFY(barsOf("residualSteps").title.contains(QStringLiteral("origins")));
    QCOMPARE(barsOf("residualSteps").values.size(), size_t(days / 4)); // as many as the test part has
    for (const double value : barsOf("residualSteps").values)
        QVERIFY(value >= 0 && value < 4); // the mean of 10 to 16 is missed by 3 at most, and by what it is off at an origin
}

// A run of the first 70 days, then the other 14 come: what the seasonal naive said of tea is exact.
void TestForecastAccuracy::runsAgainstWhatHappened()
{
    VERIFY_RESULT(makeSeries(shop(), {{QStringLiteral("tea"), [] {
        std::vector<double> values;
        for (int day = 0; day < 70; ++day)
            values.push_back(teaOn(day));
        return values;
    }()}}));
    QVERIFY(desk().openAndWait(shop()));
    QTRY_VERIFY(!page().shown().isEmpty());
    QVERIFY(showTab(QStringLiteral("Accuracy")));
    QTRY_VERIFY(desk().part("accuracyNothing").isVisible());
    QTRY_VERIFY(Desk::child<QLabel>(desk().part("accuracyNothing"), "emptySentence").text().startsWith(QStringLiteral("No stored run has forecast this series yet.")));
    {
        Workspace workspace = Workspace::open(shop()).value();
        TrainingSpec spec;
        spec.query.measure = Measure::Value;
        spec.query.by = GroupBy::Series;
        spec.query.keys = {QStringLiteral("tea")};
        spec.model.model = QStringLiteral("naive");
        spec.split.test = 14;
        JobContext job;
        VERIFY_RESULT(trainAndStore(workspace, spec, job));
    }
    desk().session().tellRunsChanged();
    QTRY_VERIFY(Desk::child<QLabel>(desk().part("accuracyNothing"), "emptySentence").text().startsWith(QStringLiteral("Nothing can be compared yet. The data end at 2024-03-10")));
    {
        Workspace workspace = Workspace::open(shop()).value();
        auto writer = FactWriter::begin(workspace, {QStringLiteral("later"), QStringLiteral("series"), {}, 0, ConflictPolicy::Skip});
        VERIFY_RESULT(writer);
        for (int day = 70; day < days; ++day)
            VERIFY_RESULT((*writer)->addObservation("tea", Step::Day, *parseWallTime(QStringLiteral("2024-01-01")) + day * dayMs, teaOn(day)));
        JobContext job;
        VERIFY_RESULT((*writer)->commit({}, {}, "later", job));
    }
    desk().session().reloadData();
    QTRY_VERIFY_WITH_TIMEOUT(desk().part("accuracyBars").isVisible(), 30000);
    // Day 69 is a Sunday, 16: from Monday on 6, 5 ... 0 are missed, twice.
    const BarContent bars = barsOf("accuracyBars");
    QCOMPARE(bars.values.size(), size_t(14));
    for (size_t i = 0; i < 14; ++i)
        QCOMPARE(bars.values[i], double(6 - i % 7));
    QVERIFY2(desk().text("accuracySentence").startsWith(QStringLiteral("14 forecast steps have happened since: missed by 3 on average")), qPrintable(desk().text("accuracySentence")));
    QVERIFY(desk().choose("accuracyErrors", QStringLiteral("In percent")));
    QCOMPARE(barsOf("accuracyBars").values[0], 60.0); // 6 of 10
    QVERIFY(desk().choose("accuracyView", QStringLiteral("Table")));
    const QAbstractItemModel &table = *desk().part<QTableView>("accuracyRows").model();
    QVERIFY(desk().part("accuracyRows").isVisible());
    QCOMPARE(table.rowCount(), 2);
    QCOMPARE(table.index(1, 2).data().toString(), QStringLiteral("14"));
    // The same on the command line.
    const CliRun run = runCli({QStringLiteral("runs"), shop(), QStringLiteral("--accuracy"), QStringLiteral("--json")});
    VERIFY_CODE(run, 0);
    const QJsonObject series = run.json()[QStringLiteral("series")].toArray()[0].toObject();
    QCOMPARE(series[QStringLiteral("metrics")].toObject()[QStringLiteral("MAE")].toDouble(), 3.0);
    const QJsonArray steps = series[QStringLiteral("by_step")].toArray();
    QCOMPARE(steps.size(), 14);
    for (int i = 0; i < 14; ++i)
        QCOMPARE(steps[i][QStringLiteral("MAE")].toDouble(), double(6 - i % 7));
    const CliRun told = runCli({QStringLiteral("runs"), shop(), QStringLiteral("--accuracy")});
    VERIFY_CODE(told, 0);
    const QList<QStringList> rows = CliRun::table(QByteArray(told.out).replace('\t', ','));
    QCOMPARE(rows.front().mid(4, 3), (QStringList{QStringLiteral("h"), QStringLiteral("steps"), QStringLiteral("MAE")}));
    QCOMPARE(rows[1].mid(4, 3), (QStringList{QStringLiteral("all"), QStringLiteral("14"), QStringLiteral("3")}));
}

FORETRAIL_TEST_MAIN(TestForecastAccuracy, QApplication)
#include "tst_forecast_accuracy.moc"
