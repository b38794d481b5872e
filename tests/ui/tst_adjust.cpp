// Corrections of a forecast as a person makes them: typed into the grid, dragged on the chart, spread, undone; they are there after the
// workspace was closed and under another model. Tea sells for 10 + d % 7 on day d (makeShop), and the naive model repeats the last day.
#include "tests/ui/UiTest.h"
#include "ui/charts/LineCanvas.h"
#include "ui/charts/LineChart.h"
#include "ui/pages/ForecastPage.h"
#include "ui/widgets/AdjustTab.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

using namespace foretrail;
using namespace foretrail::test;

namespace {

constexpr int adjustDays = 84;
constexpr double lastDay = 10 + (adjustDays - 1) % 7 + 2; // tea and jam; bob buys on even days

} // namespace

class AdjustTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_desk.reset(); }
    void typedIntoTheGrid();
    void refusesWhatIsNoCorrection();
    void undoneAndRedone();
    void spreadOverSteps();
    void draggedOnTheChart();
    void staysUnderAnotherModelAndAfterReopening();
    void pastOnesAreJudged();
    void noCorrectionReachesAnotherSeries();

private:
    Desk &desk() { return *m_desk; }
    ForecastPage &page() { return desk().part<ForecastPage>("forecastPage"); }
    const AdjustedForecast &adjustedNow() { return page().shown().adjustments.forecast; }
    QTableView &grid() { return desk().part<QTableView>("overrideGrid"); }
    bool open();
    void type(int row, int column, const QString &text);
    QAction *action(const char *name) { return page().findChild<QAction *>(QLatin1String(name)); }
    QString shop() { return desk().path(QStringLiteral("shop.foretrail")); }
    QList<Override> stored();
    std::unique_ptr<Desk> m_desk;
};

void AdjustTest::init()
{
    m_desk = std::make_unique<Desk>();
    desk().window().showPage(QStringLiteral("forecast"));
    VERIFY_RESULT(makeShop(shop(), adjustDays));
    QVERIFY(open());
}

bool AdjustTest::open()
{
    desk().session().openWorkspace(shop());
    if (!QTest::qWaitFor([&] { return !page().shown().isEmpty() && desk().isIdle(); }, 30000) || !desk().choose("model", QStringLiteral("naive"))
        || !QTest::qWaitFor([&] { return page().shown().spec.model.model == QStringLiteral("naive") && desk().isIdle(); }, 30000))
        return false;
    return Desk::goToTab(desk().part<QTabWidget>("forecastTabs"), QStringLiteral("Adjust")) && grid().isVisible();
}

/// Into a cell, as a person does: click, type over, Return.
void AdjustTest::type(int row, int column, const QString &text)
{
    const QModelIndex index = grid().model()->index(row, column);
    grid().scrollTo(index);
    QTest::mouseClick(grid().viewport(), Qt::LeftButton, {}, grid().visualRect(index).center());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // the editor before is gone
    QTest::keyClick(&grid(), Qt::Key_F2);
    const QPointer<QLineEdit> editor = grid().findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClick(editor, Qt::Key_Delete);
    QTest::keyClicks(editor, text);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_VERIFY(!editor || !editor->isVisible()); // what was typed is taken in a moment
}

QList<Override> AdjustTest::stored()
{
    auto workspace = Workspace::open(shop(), Workspace::Mode::ReadOnly);
    return workspace ? OverrideStore(*workspace).of(page().shown().adjustments.question).value_or(QList<Override>()) : QList<Override>();
}

void AdjustTest::typedIntoTheGrid()
{
    desk().part<QComboBox>("overrideReason").setEditText(QStringLiteral("promotion"));
    type(0, OverridesModel::Analyst, QStringLiteral("+10 %"));
    type(0, OverridesModel::Manager, QStringLiteral("30"));
    type(2, OverridesModel::Analyst, QStringLiteral("-3"));
    QCOMPARE(adjustedNow().steps[0].after[0], lastDay * 1.1);
    QCOMPARE(adjustedNow().values()[0], 30.0);
    QCOMPARE(adjustedNow().values()[2], lastDay - 3);
    const auto &curves = page().shown().chart.curves;
    QCOMPARE(curves.last().name, QStringLiteral("Adjusted"));
    QCOMPARE(*curves.last().values, adjustedNow().values());
    QVERIFY2(desk().text("overrideSentence").startsWith(QStringLiteral("2 steps corrected")), qPrintable(desk().text("overrideSentence")));
    TRY_IDLE(desk());
    QCOMPARE(stored().size(), 3);
    QCOMPARE(stored().first().reason, QStringLiteral("promotion"));
    type(0, OverridesModel::Reason, QStringLiteral("known order"));
    TRY_IDLE(desk());
    QCOMPARE(stored()[1].reason, QStringLiteral("known order"));
    type(0, OverridesModel::Manager, {});
    QCOMPARE(adjustedNow().values()[0], lastDay * 1.1);
}

void AdjustTest::refusesWhatIsNoCorrection()
{
    type(1, OverridesModel::Analyst, QStringLiteral("much"));
    QVERIFY2(desk().problem().contains(QStringLiteral("\"much\" is no correction")), qPrintable(desk().problem()));
    QVERIFY(!adjustedNow().isAdjusted());
}

void AdjustTest::undoneAndRedone()
{
    type(0, OverridesModel::Analyst, QStringLiteral("50"));
    type(0, OverridesModel::Analyst, QStringLiteral("60"));
    QTest::keyClick(&grid(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(adjustedNow().values()[0], 50.0);
    TRY_IDLE(desk());
    QCOMPARE(stored().first().amount, 50.0);
    QTest::keyClick(&grid(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!adjustedNow().isAdjusted());
    QVERIFY(!action("overrideUndo")->isEnabled());
    action("overrideRedo")->trigger();
    action("overrideRedo")->trigger();
    QCOMPARE(adjustedNow().values()[0], 60.0);
    TRY_IDLE(desk());
    QCOMPARE(stored().size(), 1);
    QTest::mouseClick(grid().viewport(), Qt::LeftButton, {}, grid().visualRect(grid().model()->index(0, OverridesModel::Time)).center());
    QTest::keyClick(&grid(), Qt::Key_Delete);
    QVERIFY(!adjustedNow().isAdjusted());
    TRY_IDLE(desk());
    QVERIFY(stored().isEmpty());
}

void AdjustTest::spreadOverSteps()
{
    const auto place = [&](int row) { return grid().visualRect(grid().model()->index(row, OverridesModel::Model)).center(); };
    QTest::mouseClick(grid().viewport(), Qt::LeftButton, {}, place(0));
    grid().scrollTo(grid().model()->index(3, 0));
    QTest::mouseClick(grid().viewport(), Qt::LeftButton, Qt::ShiftModifier, place(3));
    action("overrideSpread")->trigger();
    auto &field = desk().part<QLineEdit>("nameField");
    QVERIFY(field.isVisible());
    field.setText(QStringLiteral("200"));
    desk().click("nameYes");
    QTRY_COMPARE(adjustedNow().adjustedCount(), 4);
    for (int step = 0; step < 4; ++step)
        QVERIFY(std::abs(adjustedNow().values()[size_t(step)] - 50) < 1e-9); // equal parts of equal values
    TRY_IDLE(desk());
}

void AdjustTest::draggedOnTheChart()
{
    auto &chart = desk().part<LineChart>("forecastChart");
    auto &canvas = *chart.findChild<LineCanvas *>();
    chart.setVisibleRange(adjustDays - 4, adjustDays + 10);
    const auto at = [&](qint64 index, double value) { return QPointF(canvas.geometryShown().x(double(index)), canvas.geometryShown().y(value)).toPoint(); };
    const double before = chart.visibleFrom(), goal = lastDay + 0.4 * (canvas.geometryShown().high - lastDay);
    const QPoint from = at(adjustDays + 2, lastDay), to = at(adjustDays + 2, goal);
    QTest::mousePress(canvas.viewport(), Qt::LeftButton, {}, from);
    QTest::mouseMove(canvas.viewport(), to);
    QTest::mouseRelease(canvas.viewport(), Qt::LeftButton, {}, to);
    const double pixel = (canvas.geometryShown().high - canvas.geometryShown().low) / canvas.geometryShown().plot.height();
    QVERIFY2(std::abs(adjustedNow().values()[2] - goal) <= 2 * pixel, qPrintable(QString::number(adjustedNow().values()[2])));
    QCOMPARE(adjustedNow().adjustedCount(), 1);
    QCOMPARE(chart.visibleFrom(), before); // no zoom was drawn
    TRY_IDLE(desk());
    QCOMPARE(stored().size(), 1);
    // Escape lets go; a press beside the line zooms as ever.
    const QPoint again = at(adjustDays + 5, lastDay);
    QTest::mousePress(canvas.viewport(), Qt::LeftButton, {}, again);
    QTest::mouseMove(canvas.viewport(), again - QPoint(0, 30));
    QTest::keyClick(&canvas, Qt::Key_Escape);
    QTest::mouseRelease(canvas.viewport(), Qt::LeftButton, {}, again - QPoint(0, 30));
    QCOMPARE(adjustedNow().adjustedCount(), 1);
}

void AdjustTest::staysUnderAnotherModelAndAfterReopening()
{
    type(1, OverridesModel::Analyst, QStringLiteral("+10 %"));
    TRY_IDLE(desk());
    QVERIFY(desk().choose("model", QStringLiteral("mean")));
    QTRY_COMPARE(page().shown().spec.model.model, QStringLiteral("mean"));
    QVERIFY(adjustedNow().steps[1].hasMoved());
    const QModelIndex moved = grid().model()->index(1, OverridesModel::Analyst);
    QVERIFY2(moved.data().toString().endsWith(QStringLiteral(" (old)")), qPrintable(moved.data().toString())); // short, and whole in its tip
    QVERIFY2(moved.data(Qt::ToolTipRole).toString().contains(QStringLiteral("Made on ")), qPrintable(moved.data(Qt::ToolTipRole).toString()));
    QVERIFY(std::abs(adjustedNow().values()[1] - 1.1 * page().shown().outcome.future.mean[1]) < 1e-9);
    TRY_IDLE(desk());
    desk().session().closeWorkspace();
    QTRY_VERIFY(page().shown().isEmpty());
    QVERIFY(open());
    QCOMPARE(adjustedNow().adjustedCount(), 1);
    QVERIFY(!adjustedNow().steps[1].hasMoved());
}

/// The analyst said 20 for the last day but one, when the naive model said 10.
void AdjustTest::pastOnesAreJudged()
{
    const Series history = page().shown().outcome.history;
    {
        auto workspace = Workspace::open(shop());
        VERIFY_RESULT(workspace);
        JobContext job;
        const WallMs time = history.timeAt(history.size() - 2);
        const Override past{OverrideLayer::Analyst, time, OverrideKind::Value, 20, QStringLiteral("promotion"), 10, QStringLiteral("naive"), {}};
        VERIFY_RESULT(OverrideStore(*workspace).replace(page().shown().adjustments.question, {time}, {past}, job));
    }
    QVERIFY(desk().choose("model", QStringLiteral("mean")));
    QTRY_COMPARE(page().shown().spec.model.model, QStringLiteral("mean"));
    QVERIFY(desk().choose("overrideShow", QStringLiteral("Value added"))); // in a narrow tab one of both
    auto &values = desk().part<QTableView>("overrideValues");
    QTRY_VERIFY(values.isVisible());
    const double actual = history.values[size_t(history.size() - 2)];
    QCOMPARE(values.model()->rowCount(), 2);
    QCOMPARE(values.model()->index(0, 0).data().toString(), QStringLiteral("Analyst"));
    QCOMPARE(values.model()->index(0, 1).data().toString(), QStringLiteral("1"));
    QCOMPARE(values.model()->index(0, 3).data().toString(), QString::number(std::abs(actual - 10)));
    QCOMPARE(values.model()->index(0, 4).data().toString(), QString::number(std::abs(actual - 20)));
    QVERIFY(values.model()->index(1, 0).data().toString().contains(QStringLiteral("promotion")));
}

/// Between the choice of a series and its forecast the grid still holds the one before: nothing may be typed there.
void AdjustTest::noCorrectionReachesAnotherSeries()
{
    QVERIFY(desk().choose("by", QStringLiteral("By item")));
    QTRY_VERIFY(page().shown().spec.query.by == GroupBy::Item && desk().isIdle());
    auto &list = desk().part<QListView>("seriesList");
    const QString before = page().shown().outcome.history.key;
    const int other = list.currentIndex().row() == 0 ? 1 : 0;
    const QString chosen = list.model()->index(other, 0).data(SeriesListModel::KeyRole).toString();
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(list.model()->index(other, 0)).center());
    QCOMPARE(page().shown().outcome.history.key, before);
    QVERIFY(!grid().isEnabled());
    QVERIFY(!desk().part<QPushButton>("primaryAction").isEnabled());
    QTRY_COMPARE(page().shown().outcome.history.key, chosen);
    QVERIFY(grid().isEnabled());
    QVERIFY(desk().part<QPushButton>("primaryAction").isEnabled());
}

FORETRAIL_TEST_MAIN(AdjustTest, QApplication)
#include "tst_adjust.moc"
