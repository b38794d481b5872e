// The Backtest page on a shop whose days are known (makeShop): what a person chooses is what core tests, on a copy of the
// workspace, and what stands in the table. Tea sells for 10 + d % 7: repeating last week is exact there.
#include "core/report/ForecastReport.h"
#include "core/training/Companions.h"
#include "core/training/SurroundingsReader.h"
#include "tests/ui/UiTest.h"
#include "ui/charts/BarChart.h"
#include "ui/charts/LineChart.h"
#include "ui/models/BacktestModel.h"
#include "ui/models/BacktestSeriesModel.h"
#include "ui/models/EmptyLastProxy.h"
#include "ui/pages/BacktestPage.h"
#include "ui/pages/ForecastPage.h"
#include "ui/widgets/BacktestView.h"
#include "ui/widgets/ModelChecklist.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QSvgRenderer>
#include <QTabWidget>
#include <QTableView>

#include <cmath>

using namespace foretrail;
using namespace foretrail::test;

namespace {

constexpr int days = 84; // twelve weeks

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestBacktestPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_desk.reset(); }

    void withoutAWorkspace();
    void withoutData();
    void nothingRunYet();
    void findsWhatCoreFinds();
    void marksTheBest();
    void sorts();
    void whatIsEmptyStaysLast();
    void chartsAndTabs();
    void winnersByHand();
    void cancelKeepsWhatIsShown();
    void badSettingsSaySo();
    void marksWhatIsStale();
    void anotherWorkspaceDropsIt();
    void exportsTables();
    void exportsCharts_data();
    void exportsCharts();
    void followsAWorstSeries();
    void networksAreOfferedButOff();
    void chineseAndBack();
    void keyboardOnly();
    void modelsKeepTheirPromises();

private:
    Desk &desk() { return *m_desk; }
    QString shop() { return desk().path(QStringLiteral("shop.foretrail")); }
    BacktestPage &page() { return desk().part<BacktestPage>("backtestPage"); }
    const BacktestFindings &findings() { return page().findings(); }
    QTableView &models() { return desk().part<QTableView>("backtestModelsTable"); }
    QPushButton &primary() { return desk().part<QPushButton>("primaryAction"); }
    bool openShop();
    bool byItem();
    bool runAndWait();
    int rowOf(const QString &model);
    QModelIndex cell(const QString &model, BacktestColumn column);
    void check(const QString &model, bool isOn);

    std::unique_ptr<Desk> m_desk;
};

void TestBacktestPage::init()
{
    m_desk = std::make_unique<Desk>();
    desk().window().showPage(QStringLiteral("backtest"));
}

bool TestBacktestPage::openShop()
{
    if (!makeShop(shop(), days))
        return false;
    desk().session().openWorkspace(shop());
    return QTest::qWaitFor([&] { return primary().isVisible() && primary().isEnabled() && desk().isIdle(); }, 30000);
}

bool TestBacktestPage::byItem()
{
    return openShop() && desk().choose("by", QStringLiteral("By item"))
        && QTest::qWaitFor([&] { return desk().part<QListView>("seriesList").model()->rowCount() == 3 && primary().isEnabled() && desk().isIdle(); }, 30000);
}

bool TestBacktestPage::runAndWait()
{
    Desk::click(primary());
    return QTest::qWaitFor([&] { return desk().isIdle(); }, 60000) && !findings().isEmpty() && !desk().part("backtestStale").isVisible();
}

int TestBacktestPage::rowOf(const QString &model)
{
    for (int row = 0; row < models().model()->rowCount(); ++row)
        if (models().model()->index(row, 0).data(BacktestModel::ModelRole).toString() == model)
            return row;
    return -1;
}

QModelIndex TestBacktestPage::cell(const QString &model, BacktestColumn column)
{
    return models().model()->index(rowOf(model), int(column));
}

void TestBacktestPage::check(const QString &model, bool isOn)
{
    auto &list = desk().part<ModelChecklist>("backtestModels");
    for (int row = 0; row < list.count(); ++row)
        if (list.item(row)->data(Qt::UserRole).toString() == model)
            list.item(row)->setCheckState(isOn ? Qt::Checked : Qt::Unchecked);
}

void TestBacktestPage::withoutAWorkspace()
{
    auto &empty = desk().part("backtestEmpty");
    QCOMPARE(Desk::child<QLabel>(empty, "emptySentence").text(), QStringLiteral("No workspace is open."));
    QVERIFY(!primary().isEnabled());
    Desk::click(Desk::child<QPushButton>(empty, "emptyButton"));
    QCOMPARE(desk().window().currentPage()->name(), QStringLiteral("start"));
}

void TestBacktestPage::withoutData()
{
    VERIFY_RESULT(makeEmpty(shop()));
    QVERIFY(desk().openAndWait(shop()));
    auto &empty = desk().part("backtestEmpty");
    QCOMPARE(Desk::child<QLabel>(empty, "emptySentence").text(), QStringLiteral("No data yet. Import a log or a table of series."));
    QVERIFY(!primary().isEnabled());
    Desk::click(Desk::child<QPushButton>(empty, "emptyButton"));
    QCOMPARE(desk().window().currentPage()->name(), QStringLiteral("data"));
}

void TestBacktestPage::nothingRunYet()
{
    QVERIFY(openShop());
    auto &nothing = desk().part("backtestNothing");
    QVERIFY(Desk::child<QLabel>(nothing, "emptySentence").isVisible());
    QVERIFY(findings().isEmpty());
    const QStringList checked = desk().part<ModelChecklist>("backtestModels").checked();
    QCOMPARE(QSet<QString>(checked.begin(), checked.end()), (QSet<QString>{QStringLiteral("auto"), QStringLiteral("snaive"), QStringLiteral("otheta"), QStringLiteral("ar-fourier")}));
    // 28 days, four times, do not fit into 84: the horizon becomes a whole week.
    QCOMPARE(desk().part<QSpinBox>("backtestHorizon").value(), 7);
    Desk::click(Desk::child<QPushButton>(nothing, "emptyButton")); // does what the button in the header does
    QTRY_VERIFY_WITH_TIMEOUT(!findings().isEmpty(), 60000);
}

// The same request to core on a copy of the file gives the same numbers, to the last digit.
void TestBacktestPage::findsWhatCoreFinds()
{
    QVERIFY(byItem());
    desk().part<QSpinBox>("backtestFolds").setValue(3);
    QVERIFY(runAndWait());
    const QString copy = desk().path(QStringLiteral("copy.foretrail"));
    VERIFY_RESULT(makeShop(copy, days));
    Result<Workspace> workspace = Workspace::open(copy, Workspace::Mode::ReadOnly);
    VERIFY_RESULT(workspace);
    JobContext job;
    TrainingSpec spec;
    spec.query.by = GroupBy::Item;
    spec.horizon = 7;
    const auto series = workspace->data().series(spec.query, job);
    VERIFY_RESULT(series);
    BacktestOptions options;
    options.folds = 3;
    const auto companions = Companions::ofWorkspace(workspace->data(), spec, ModelChecklist::usual(), job);
    VERIFY_RESULT(companions);
    SurroundingsReader reader(workspace->data(), spec.recipe, spec.query);
    const auto report = backtest(*series, spec, ModelChecklist::usual(), options, job, [&](const QString &key) { return reader.read(key, job); },
                                 companions->get());
    VERIFY_RESULT(report);
    QCOMPARE(models().model()->rowCount(), 4);
    for (const QString &model : ModelChecklist::usual()) {
        const Metrics expected = report->byModel.value(model);
        QCOMPARE(cell(model, BacktestColumn::Wape).data(BacktestModel::SortRole).toDouble(), expected.wape);
        QCOMPARE(cell(model, BacktestColumn::Mae).data(BacktestModel::SortRole).toDouble(), expected.mae);
        QVERIFY(cell(model, BacktestColumn::Wape).data().toString().endsWith(QLocale().toString(100 * expected.wape, 'f', 1)));
        QVERIFY(cell(model, BacktestColumn::Coverage80).data().toString().endsWith(QStringLiteral(" of 80")));
    }
    QCOMPARE(cell(QStringLiteral("auto"), BacktestColumn::PValue).data(BacktestModel::SortRole).toDouble(), report->comparisons.value(QStringLiteral("auto")).pValue);
    QVERIFY(cell(QStringLiteral("snaive"), BacktestColumn::BetterShare).data().toString() == QStringLiteral("–"));
    const QString sentence = backtestSentence(*report, QStringLiteral("auto"));
    QCOMPARE(desk().text("backtestSentence"), QStringLiteral("auto is %1.").arg(sentence.front().toLower() + sentence.mid(1)));
    QVERIFY2(desk().text("backtestDetail").startsWith(QStringLiteral("3 series · 3 folds of 7 days · ")), qPrintable(desk().text("backtestDetail")));
}

void TestBacktestPage::marksTheBest()
{
    QVERIFY(openShop());
    check(QStringLiteral("mean"), true);
    QVERIFY(runAndWait());
    for (const BacktestColumn column : {BacktestColumn::Wape, BacktestColumn::Mae, BacktestColumn::Rmse}) {
        int best = 0;
        for (int row = 1; row < models().model()->rowCount(); ++row)
            if (models().model()->index(row, int(column)).data(BacktestModel::SortRole).toDouble()
                < models().model()->index(best, int(column)).data(BacktestModel::SortRole).toDouble())
                best = row;
        const QModelIndex index = models().model()->index(best, int(column));
        QVERIFY(index.data().toString().startsWith(QStringLiteral("★ "))); // a sign
        QVERIFY(index.data(Qt::FontRole).value<QFont>().bold());           // and weight, not colour
        QVERIFY(index.data(Qt::AccessibleTextRole).toString().endsWith(QStringLiteral(", the best")));
    }
    QVERIFY(!cell(QStringLiteral("mean"), BacktestColumn::Wape).data().toString().startsWith(QStringLiteral("★")));
    for (int column = 0; column < backtestColumns; ++column)
        QVERIFY(models().model()->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().size() > 20);
    QCOMPARE(models().model()->headerData(int(BacktestColumn::Mae), Qt::Horizontal).toString(), QStringLiteral("MAE, EUR"));
}

void TestBacktestPage::sorts()
{
    QVERIFY(openShop());
    QVERIFY(runAndWait());
    const auto shown = [&](BacktestColumn column) {
        std::vector<double> values;
        for (int row = 0; row < models().model()->rowCount(); ++row)
            values.push_back(models().model()->index(row, int(column)).data(BacktestModel::SortRole).toDouble());
        return values;
    };
    const std::vector<double> wape = shown(BacktestColumn::Wape);
    QVERIFY(std::is_sorted(wape.begin(), wape.end())); // as it comes
    QHeaderView &header = *models().horizontalHeader();
    const int section = int(BacktestColumn::Mase);
    models().scrollTo(models().model()->index(0, section));
    const QPoint place(header.sectionViewportPosition(section) + header.sectionSize(section) / 2, header.height() / 2);
    QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, place);
    std::vector<double> mase = shown(BacktestColumn::Mase);
    QVERIFY(std::is_sorted(mase.begin(), mase.end()));
    QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, place);
    mase = shown(BacktestColumn::Mase);
    QVERIFY(std::is_sorted(mase.rbegin(), mase.rend()));
    QCOMPARE(models().model()->headerData(0, Qt::Vertical).toString().section(QLatin1Char(' '), 0, 0), models().model()->index(0, 0).data(BacktestModel::ModelRole).toString());
}

void TestBacktestPage::whatIsEmptyStaysLast()
{
    QStandardItemModel numbers(4, 1);
    const double values[] = {2, missing, 3, 1};
    for (int row = 0; row < 4; ++row)
        numbers.setData(numbers.index(row, 0), values[row], Qt::UserRole);
    EmptyLastProxy sorted;
    sorted.setSourceModel(&numbers);
    sorted.setSortRole(Qt::UserRole);
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        sorted.sort(0, order);
        QVERIFY(std::isnan(sorted.index(3, 0).data(Qt::UserRole).toDouble()));
        QCOMPARE(sorted.index(1, 0).data(Qt::UserRole).toDouble(), 2.0);
        QCOMPARE(sorted.index(0, 0).data(Qt::UserRole).toDouble(), order == Qt::AscendingOrder ? 1.0 : 3.0);
    }
}

void TestBacktestPage::chartsAndTabs()
{
    QVERIFY(openShop());
    QVERIFY(runAndWait());
    auto &tabs = desk().part<QTabWidget>("backtestTabs");
    const ChartContent folds = desk().part<LineChart>("backtestFoldsChart").content();
    QCOMPARE(folds.curves.size(), 5); // those that are ticked, and the naive: closer than last week's in this shop, so the baseline
    QCOMPARE(folds.curves[0].values->size(), size_t(4));
    // The last of 84 days is Sunday 24 March 2024; the four weeks before begin on Mondays.
    QCOMPARE(folds.labels.texts.size(), 4);
    QCOMPARE(folds.labels.texts.back(), QStringLiteral("18 Mar 2024"));
    QCOMPARE(folds.valueTitle, QStringLiteral("WAPE, %"));
    for (const BacktestGroup &group : findings().report.tables.byFold)
        if (group.model == QStringLiteral("snaive"))
            QCOMPARE(folds.curves[findings().models().indexOf(QStringLiteral("snaive"))].values->at(size_t(group.name.toInt() - 1)), 100 * group.metrics.wape);
    tabs.setCurrentIndex(1);
    const ChartContent steps = desk().part<LineChart>("backtestStepsChart").content();
    QCOMPARE(steps.firstIndex(), qint64(1));
    QCOMPARE(steps.lastIndex(), qint64(7));
    QVERIFY(tabs.isTabVisible(4)); // daily
    QCOMPARE(desk().part<LineChart>("backtestWeekdaysChart").content().labels.texts.size(), 7);
    QVERIFY(desk().choose("backtestError", QStringLiteral("MASE")));
    QCOMPARE(desk().part<LineChart>("backtestStepsChart").content().valueTitle, QStringLiteral("MASE"));
    // One fold has no course, and weeks have no weekdays.
    desk().part<QSpinBox>("backtestFolds").setValue(1);
    QVERIFY(desk().choose("step", QStringLiteral("Weekly")));
    QTRY_VERIFY(primary().isEnabled() && desk().isIdle());
    // Twelve weeks have no year to repeat: the baseline repeats the last week.
    QCOMPARE(desk().part<QSpinBox>("backtestSeason").value(), 1);
    desk().part<QSpinBox>("backtestHorizon").setValue(2);
    QVERIFY(runAndWait());
    QCOMPARE(findings().report.baseline, QStringLiteral("naive"));
    QVERIFY(!tabs.isTabVisible(4));
    tabs.setCurrentIndex(0);
    QVERIFY(Desk::child<QLabel>(desk().part<LineChart>("backtestFoldsChart"), "emptySentence").text().startsWith(QStringLiteral("One fold alone")));
}

void TestBacktestPage::winnersByHand()
{
    QVERIFY(byItem());
    QVERIFY(runAndWait());
    desk().part<QTabWidget>("backtestTabs").setCurrentIndex(2);
    auto &table = desk().part<QTableView>("backtestWinnersTable");
    QCOMPARE(table.model()->rowCount(), 3);
    QHash<QString, QString> winners;
    for (int row = 0; row < 3; ++row)
        winners.insert(table.model()->index(row, 0).data().toString(), table.model()->index(row, int(BacktestSeriesModel::Column::Winner)).data().toString());
    // Tea repeats each week and jam is always 2: the seasonal naive is exact on both, and whoever is exact too stands beside it.
    QVERIFY2(winners.value(QStringLiteral("tea")).contains(QStringLiteral("snaive")), qPrintable(winners.value(QStringLiteral("tea"))));
    QVERIFY2(winners.value(QStringLiteral("jam")).contains(QStringLiteral("snaive")), qPrintable(winners.value(QStringLiteral("jam"))));
    const BarContent bars = desk().part<BarChart>("backtestWinnersChart").content();
    QCOMPARE(bars.labels, findings().models());
    QVERIFY(bars.values[size_t(bars.labels.indexOf(QStringLiteral("snaive")))] >= 2);
    table.selectRow(0);
    table.setFocus();
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QApplication::clipboard()->text().contains(table.model()->index(0, 0).data().toString()));
}

void TestBacktestPage::cancelKeepsWhatIsShown()
{
    QVERIFY(byItem());
    QVERIFY(runAndWait());
    const BacktestRequest before = findings().request;
    for (const char *model : {"ets", "theta", "combination", "ar-diff", "ar-seasonal", "holt-winters", "imapa"})
        check(QLatin1String(model), true);
    desk().part<QSpinBox>("backtestFolds").setValue(6);
    Desk::click(primary());
    QVERIFY(!primary().isEnabled());
    auto &running = desk().part("runningJob");
    QVERIFY(running.isVisible());
    Desk::click(Desk::child<QPushButton>(running, "jobStop"));
    TRY_IDLE(desk());
    QVERIFY(!running.isVisible());
    QCOMPARE(findings().request, before);
    QCOMPARE(page().sentence(), QStringLiteral("Stopped: nothing was changed."));
    QVERIFY2(desk().problem().isEmpty(), qPrintable(desk().problem()));
    QVERIFY(primary().isEnabled());
}

void TestBacktestPage::badSettingsSaySo()
{
    QVERIFY(openShop());
    auto &folds = desk().part<QSpinBox>("backtestFolds");
    folds.setValue(0);
    QVERIFY(desk().part("backtestFoldsProblem").isVisible());
    QCOMPARE(desk().text("backtestFoldsProblem"), QStringLiteral("The number of folds must be from 1 to 10000."));
    QVERIFY(!primary().isEnabled());
    folds.setValue(4);
    desk().part<QSpinBox>("backtestHorizon").setValue(28); // 28 x 4 of 84
    QVERIFY(desk().part("backtestFoldsProblem").isVisible());
    QCOMPARE(desk().text("backtestFoldsProblem"),
             QStringLiteral("The longest series has 84 steps, and these folds need 114. Choose fewer folds, or a shorter horizon or stride."));
    desk().part<QSpinBox>("backtestHorizon").setValue(7);
    desk().part<QSpinBox>("backtestSeason").setValue(57);
    QCOMPARE(desk().text("backtestSeasonProblem"),
             QStringLiteral("The baseline repeats a season of 57 steps, and the first fold knows 56. Choose a shorter season, or 1 for none."));
    desk().part<QSpinBox>("backtestSeason").setValue(0);
    desk().part<QSpinBox>("backtestHorizon").setValue(0);
    QVERIFY(desk().part("backtestHorizonProblem").isVisible());
    desk().part<QSpinBox>("backtestHorizon").setValue(7);
    QVERIFY(primary().isEnabled());
    QVERIFY(!desk().part("backtestWindowLength").isVisible());
    QVERIFY(desk().choose("backtestWindow", QStringLiteral("sliding")));
    QVERIFY(desk().part("backtestWindowLength").isVisible());
    desk().part<QSpinBox>("backtestWindowLength").setValue(1);
    QVERIFY(desk().part("backtestWindowLengthProblem").isVisible());
    desk().part<QSpinBox>("backtestWindowLength").setValue(57); // 84 - 4 x 7 = 56 lie before the first origin
    QCOMPARE(desk().text("backtestWindowLengthProblem"), QStringLiteral("56 steps lie before the first origin: choose a window of at most that."));
    desk().part<QSpinBox>("backtestWindowLength").setValue(56);
    QVERIFY(primary().isEnabled());
    for (const QString &model : ModelChecklist::usual())
        check(model, false);
    QVERIFY(desk().part("backtestModelsProblem").isVisible());
    QVERIFY(!primary().isEnabled());
    QCOMPARE(page().sentence(), QStringLiteral("Models: No model is chosen. Choose one at least."));
    check(QStringLiteral("drift"), true);
    QVERIFY(runAndWait()); // a sliding window of the whole length is fine
    QCOMPARE(findings().request.options.windowLength, 56);
    QCOMPARE(findings().models(), (QStringList{QStringLiteral("drift"), findings().report.baseline}));
}

void TestBacktestPage::marksWhatIsStale()
{
    QVERIFY(openShop());
    QVERIFY(runAndWait());
    auto &stale = desk().part("backtestStale");
    QVERIFY(!stale.isVisible());
    desk().part<QSpinBox>("backtestFolds").setValue(3);
    QVERIFY(stale.isVisible());
    desk().part<QSpinBox>("backtestFolds").setValue(0);
    QVERIFY(!desk().part("backtestAgain").isEnabled());
    desk().part<QSpinBox>("backtestFolds").setValue(3);
    QVERIFY(desk().part("backtestAgain").isEnabled());
    desk().window().showPage(QStringLiteral("forecast")); // stays while the page is away
    TRY_IDLE(desk());
    desk().window().showPage(QStringLiteral("backtest"));
    TRY_IDLE(desk());
    QVERIFY(!findings().isEmpty() && stale.isVisible());
    desk().part<QSpinBox>("backtestFolds").setValue(4);
    QVERIFY(!stale.isVisible());
    desk().session().reloadData();
    QTRY_VERIFY(stale.isVisible());
    TRY_IDLE(desk());
    QCOMPARE(desk().text("backtestStale"), QStringLiteral("The data changed after this backtest."));
    Desk::click(desk().part<QPushButton>("backtestAgain"));
    TRY_IDLE(desk());
    QVERIFY(!stale.isVisible());
}

void TestBacktestPage::anotherWorkspaceDropsIt()
{
    QVERIFY(openShop());
    QVERIFY(runAndWait());
    const QString other = desk().path(QStringLiteral("other.foretrail"));
    VERIFY_RESULT(makeShop(other, 42));
    Desk::click(primary()); // one that runs is dropped too
    desk().session().openWorkspace(other);
    QTRY_COMPARE(desk().session().workspacePath(), other);
    TRY_IDLE(desk());
    QVERIFY(findings().isEmpty());
    QVERIFY(desk().part("backtestNothing").isVisible());
    QVERIFY(primary().isEnabled());
}

void TestBacktestPage::exportsTables()
{
    QVERIFY(byItem());
    QVERIFY(runAndWait());
    FileAnswers answers;
    const auto saved = [&](const char *action) {
        answers.save = desk().path(QLatin1String(action) + QStringLiteral(".csv"));
        page().findChild<QAction *>(QLatin1String(action))->trigger();
        return QTest::qWaitFor([&] { return QFile::exists(answers.save) && desk().isIdle(); }, 30000);
    };
    QVERIFY(saved("backtestExportModels"));
    const QList<QStringList> rows = parsedCsv(contentOf(answers.save));
    QCOMPARE(rows.size(), 1 + 4);
    QCOMPARE(rows[0].mid(0, 4), (QStringList{QStringLiteral("model"), QStringLiteral("MAE"), QStringLiteral("RMSE"), QStringLiteral("WAPE")}));
    for (const QStringList &row : rows.mid(1))
        QCOMPARE(row[3].toDouble(), findings().report.byModel.value(row[0]).wape);
    QCOMPARE(rows.back()[0], QStringLiteral("snaive")); // the baseline
    QVERIFY(saved("backtestExportGroups"));
    QVERIFY(contentOf(answers.save).contains("\nweekday,"));
    QVERIFY(saved("backtestExportScores"));
    // Three series, four models, four folds, seven steps and the whole horizon.
    QCOMPARE(parsedCsv(contentOf(answers.save)).size(), 1 + 3 * 4 * 4 * 8);
    page().findChild<QAction *>(QStringLiteral("backtestCopy"))->trigger();
    QCOMPARE(QApplication::clipboard()->text().count(QLatin1Char('\n')), 5);
    answers.save = desk().path(QStringLiteral("nowhere/out.csv"));
    page().findChild<QAction *>(QStringLiteral("backtestExportModels"))->trigger();
    QTRY_VERIFY2(desk().problem().contains(QStringLiteral("nowhere/out.csv")), qPrintable(desk().problem()));
}

void TestBacktestPage::exportsCharts_data()
{
    QTest::addColumn<QString>("format");
    for (const char *format : {"png", "svg", "csv"})
        QTest::newRow(format) << QString::fromLatin1(format);
}

void TestBacktestPage::exportsCharts()
{
    QFETCH(QString, format);
    QVERIFY(openShop());
    QVERIFY(runAndWait());
    FileAnswers answers;
    for (const auto &[chart, tab] : {std::pair{"backtestFoldsChart", 0}, {"backtestStepsChart", 1}, {"backtestWinnersChart", 2}, {"backtestWeekdaysChart", 4}}) {
        desk().part<QTabWidget>("backtestTabs").setCurrentIndex(tab);
        answers.save = desk().path(QLatin1String(chart) + QLatin1Char('.') + format);
        desk().part(chart).findChild<QAction *>(QStringLiteral("export_") + format)->trigger();
        QTRY_VERIFY(QFile::exists(answers.save));
        const QByteArray content = contentOf(answers.save);
        if (format == QStringLiteral("png"))
            QVERIFY(QImage::fromData(content).width() >= 1200);
        else if (format == QStringLiteral("svg"))
            QVERIFY(QSvgRenderer(content).isValid());
        else
            QVERIFY(content.contains("snaive"));
    }
}

void TestBacktestPage::followsAWorstSeries()
{
    QVERIFY(byItem());
    QVERIFY(runAndWait());
    desk().part<QTabWidget>("backtestTabs").setCurrentIndex(3);
    QVERIFY(desk().choose("backtestWorstModel", QStringLiteral("otheta")));
    auto &table = desk().part<QTableView>("backtestWorstTable");
    double before = HUGE_VAL; // the worst first
    for (int row = 0; row < table.model()->rowCount(); ++row) {
        const double mase = table.model()->index(row, int(BacktestSeriesModel::Column::Mase)).data(BacktestSeriesModel::SortRole).toDouble();
        QVERIFY(std::isnan(mase) || mase <= before);
        before = mase;
    }
    const QString worst = table.model()->index(0, 0).data(BacktestSeriesModel::KeyRole).toString();
    table.setCurrentIndex(table.model()->index(0, 1));
    table.setFocus();
    QTest::keyClick(&table, Qt::Key_Return);
    QCOMPARE(desk().window().currentPage()->name(), QStringLiteral("forecast"));
    auto &forecast = desk().part<ForecastPage>("forecastPage");
    QTRY_VERIFY_WITH_TIMEOUT(forecast.shown().outcome.history.key == worst && desk().isIdle(), 30000);
    QCOMPARE(forecast.shown().spec.model.model, QStringLiteral("otheta"));
    QCOMPARE(forecast.shown().spec.horizon, 7);
    QCOMPARE(desk().session().selection().seriesKey(), worst);
    // From there on a click does the same, on the page that is there already.
    desk().window().showPage(QStringLiteral("backtest"));
    TRY_IDLE(desk());
    const QString last = table.model()->index(2, 0).data(BacktestSeriesModel::KeyRole).toString();
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(table.model()->index(2, 0)).center());
    QCOMPARE(desk().window().currentPage()->name(), QStringLiteral("forecast"));
    QTRY_VERIFY_WITH_TIMEOUT(forecast.shown().outcome.history.key == last && desk().isIdle(), 30000);
}

void TestBacktestPage::networksAreOfferedButOff()
{
    QVERIFY(openShop());
    auto &list = desk().part<ModelChecklist>("backtestModels");
    QCOMPARE(list.item(0)->data(Qt::UserRole).toString(), QStringLiteral("auto"));
    QVERIFY(!list.item(0)->toolTip().isEmpty());
    QVERIFY(!list.checked().contains(QStringLiteral("lstm")));
    QVERIFY(desk().text("backtestEffort").startsWith(QStringLiteral("Networks are off")));
    check(QStringLiteral("lstm"), true);
    QCOMPARE(desk().text("backtestEffort"), QStringLiteral("Networks take long: there are 4 trainings, one after the other."));
    QVERIFY(desk().choose("backtestRefit", QStringLiteral("once")));
    QCOMPARE(desk().text("backtestEffort"), QStringLiteral("Networks take long: there are 1 trainings, one after the other."));
}

void TestBacktestPage::chineseAndBack()
{
    QVERIFY(openShop());
    QVERIFY(runAndWait());
    const QString english = desk().text("backtestSentence");
    desk().settings().setLanguage(QStringLiteral("zh_CN"));
    QTRY_COMPARE(desk().text("pageTitle"), QString::fromUtf8("回测"));
    TRY_IDLE(desk());
    QCOMPARE(primary().text(), QString::fromUtf8("运行回测"));
    QCOMPARE(desk().part<QTabWidget>("backtestTabs").tabText(0), QString::fromUtf8("按折"));
    static const QRegularExpression englishWords(QStringLiteral("[a-z]{3,} [a-z]{3,}"));
    for (const QLabel *label : desk().window().findChildren<QLabel *>())
        if (label->isVisible())
            QVERIFY2(!label->text().contains(englishWords), qPrintable(label->objectName() + QStringLiteral(": ") + label->text()));
    for (int column = 0; column < backtestColumns; ++column)
        QVERIFY(!models().model()->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().contains(englishWords));
    QVERIFY(!desk().part("backtestStale").isVisible());
    desk().settings().setLanguage(QStringLiteral("en"));
    QTRY_COMPARE(desk().text("backtestSentence"), english);
    TRY_IDLE(desk());
}

void TestBacktestPage::keyboardOnly()
{
    QVERIFY(openShop());
    desk().press(Qt::Key_1, Qt::ControlModifier);
    desk().press(Qt::Key_6, Qt::ControlModifier);
    QCOMPARE(desk().window().currentPage()->name(), QStringLiteral("backtest"));
    auto &list = desk().part<ModelChecklist>("backtestModels");
    QTest::keyClick(&list, Qt::Key_Home);
    QTest::keyClick(&list, Qt::Key_Space);
    QVERIFY(!list.checked().contains(QStringLiteral("auto")));
    auto &folds = desk().part<QSpinBox>("backtestFolds");
    folds.selectAll();
    QTest::keyClicks(&folds, QStringLiteral("2"));
    QTest::keyClick(&folds, Qt::Key_Return);
    QTest::keyClick(&primary(), Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(!findings().isEmpty(), 60000);
    QCOMPARE(findings().request.options.folds, 2);
    QVERIFY(!findings().request.models.contains(QStringLiteral("auto")));
    models().selectRow(1);
    models().setFocus();
    QTest::keyClick(&models(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text().count(QLatin1Char('\n')), 2);
    QTest::keyClick(desk().part<QTabWidget>("backtestTabs").tabBar(), Qt::Key_Right);
    QCOMPARE(desk().part<QTabWidget>("backtestTabs").currentIndex(), 1);
}

void TestBacktestPage::modelsKeepTheirPromises()
{
    BacktestModel table;
    BacktestSeriesModel series;
    const QAbstractItemModelTester first(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester second(&series, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(byItem());
    QVERIFY(runAndWait());
    table.setFindings(findings());
    series.setFindings(findings());
    series.setModel(QStringLiteral("snaive"));
    QCOMPARE(table.rowCount(), 4);
    QCOMPARE(series.rowCount(), 3);
    table.setFindings({});
    series.setFindings({});
    QCOMPARE(table.rowCount(), 0);
}

FORETRAIL_TEST_MAIN(TestBacktestPage, QApplication)
#include "tst_backtestpage.moc"
