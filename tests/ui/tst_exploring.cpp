// Exploring a forecast on page Forecast: bands of any level, other forecasts beside it, holidays, notes, one cursor through all charts. The shop is that of
// makeShop: tea sells for 10 + d % 7 on day d, so the seasonal naive forecast of it is exact and the mean of whole weeks 13.
#include "core/data/AnnotationStore.h"
#include "core/training/Experiment.h"
#include "tests/ui/UiTest.h"
#include "ui/charts/BarChart.h"
#include "ui/charts/LineCanvas.h"
#include "ui/charts/LineChart.h"
#include "ui/pages/ForecastPage.h"
#include "ui/widgets/BesideList.h"

#include <QAction>
#include <QDialog>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>

#include <cmath>

using namespace foretrail;
using namespace foretrail::test;

namespace {

constexpr int shopDays = 84;

const Curve *curveNamed(const ChartContent &content, const QString &name)
{
    for (const Curve &one : content.curves)
        if (one.name == name)
            return &one;
    return nullptr;
}

QStringList eventTexts(const ChartContent &content, EventKind kind)
{
    QStringList texts;
    for (const EventMark &event : content.events)
        if (event.kind == kind)
            texts += QStringLiteral("%1 %2").arg(event.index).arg(event.text);
    return texts;
}

} // namespace

class TestExploring : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_desk.reset(); }

    void theSliderShowsBandsOfAnyLevel();
    void bandsGrowWithTheLevel();
    void theClosestOfSeveralIsMarked();
    void equallyCloseOnesAreBothMarked();
    void withoutATestPartNoneIsClosest();
    void anEarlierForecastStandsAtItsOrigin();
    void zoomStaysWithAnotherModel();
    void oneCursorThroughAllCharts();
    void holidaysAreMarked();
    void notesAreAddedChangedAndTakenBack();
    void notesOfOneSeriesAndOfAll();
    void notesSurviveTheWorkspaceBeingOpenedAgain();

private:
    Desk &desk() { return *m_desk; }
    QString shop() { return desk().path(QStringLiteral("shop.foretrail")); }
    const ForecastPage::Shown &shown() { return desk().part<ForecastPage>("forecastPage").shown(); }
    QString sentence() { return desk().part<ForecastPage>("forecastPage").sentence(); }
    LineChart &chart() { return desk().part<LineChart>("forecastChart"); }
    LineCanvas &canvas() { return *chart().findChild<LineCanvas *>(); }
    BesideList &beside() { return desk().part<BesideList>("besideList"); }
    bool tea(const QString &model);
    bool clickSeries(const QString &name);
    void switchBeside(const QString &name);
    void writeNote(const QString &text, bool isOfAll = false);

    std::unique_ptr<Desk> m_desk;
};

void TestExploring::init()
{
    m_desk = std::make_unique<Desk>();
    desk().settings().setLayout(QStringLiteral("forecastTab"), "residualsTab");
    desk().window().showPage(QStringLiteral("forecast"));
}

/// The shop by item with tea shown, forecast by this model.
bool TestExploring::tea(const QString &model)
{
    if (!QFile::exists(shop()) && !makeShop(shop(), shopDays))
        return false;
    desk().session().openWorkspace(shop());
    const bool isOpen = QTest::qWaitFor([&] { return !shown().chart.isEmpty() && desk().isIdle(); }, 30000);
    return isOpen && desk().choose("by", QStringLiteral("By item"))
        && QTest::qWaitFor([&] { return shown().outcome.history.key == QStringLiteral("tea"); }, 30000) && desk().choose("model", model)
        && QTest::qWaitFor([&] { return shown().spec.model.model == model && desk().isIdle(); }, 30000);
}

bool TestExploring::clickSeries(const QString &name)
{
    auto &list = desk().part<QListView>("seriesList");
    for (int row = 0; row < list.model()->rowCount(); ++row) {
        const QModelIndex index = list.model()->index(row, 0);
        if (index.data().toString() == name)
            QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(index).center());
    }
    return QTest::qWaitFor([&] { return shown().outcome.history.key == name && desk().isIdle(); }, 30000);
}

/// By the keyboard: to the row that begins like this, and Space.
void TestExploring::switchBeside(const QString &name)
{
    BesideList &list = beside();
    for (int row = 0; row < list.count(); ++row)
        if (list.item(row)->text().section(QStringLiteral(" · MAE"), 0, 0) == name)
            list.setCurrentRow(row);
    QVERIFY(list.currentItem());
    QTest::keyClick(&list, Qt::Key_Space);
}

/// At the cursor.
void TestExploring::writeNote(const QString &text, bool isOfAll)
{
    QTest::keyClick(&canvas(), Qt::Key_N);
    QTRY_VERIFY(desk().window().findChild<QDialog *>(QStringLiteral("noteDialog")));
    auto &field = desk().part<QLineEdit>("noteText");
    field.clear();
    QTest::keyClicks(&field, text);
    if (isOfAll)
        QVERIFY(desk().choose("noteScope", QStringLiteral("All series")));
    QTest::keyClick(&field, Qt::Key_Return);
    QTRY_VERIFY(!desk().window().findChild<QDialog *>(QStringLiteral("noteDialog")));
}

void TestExploring::theSliderShowsBandsOfAnyLevel()
{
    QVERIFY(tea(QStringLiteral("mean")));
    const ForecastPage::Shown *before = &shown();
    QCOMPARE(chart().content().bands.size(), 4);
    auto &slider = desk().part<QSlider>("levelSlider");
    QCOMPARE(slider.value(), 80);
    QTest::keyClick(&slider, Qt::Key_Right);
    QCOMPARE(desk().text("levelText"), QStringLiteral("81 %"));
    QCOMPARE(desk().part<QComboBox>("bands").currentText(), QStringLiteral("at any level"));
    QCOMPARE(chart().content().bands.size(), 2); // of the test part and of the future, one level
    QCOMPARE(chart().content().bands[1].level, 81.0);
    QVERIFY(chart().content().bands[1].low[0] < shown().outcome.future.band(80)->low[0]);
    QVERIFY(chart().content().bands[1].low[0] > shown().outcome.future.band(95)->low[0]);
    QTest::keyClick(&slider, Qt::Key_Left);
    QCOMPARE(chart().content().bands[1].low, shown().outcome.future.band(80)->low);
    QCOMPARE(chart().content().bands[1].high, shown().outcome.future.band(80)->high);
    slider.setValue(95);
    QCOMPARE(chart().content().bands[1].low, shown().outcome.future.band(95)->low);
    QCOMPARE(chart().content().bands[1].high, shown().outcome.future.band(95)->high);
    QVERIFY(desk().isIdle()); // nothing was forecast for it
    QCOMPARE(&shown(), before);
    QCOMPARE(shown().spec.levels, (QList<double>{80, 95})); // and what is exported has its columns
    QVERIFY(desk().choose("bands", QStringLiteral("80 % and 95 %")));
    QCOMPARE(chart().content().bands.size(), 4);
    QCOMPARE(&shown(), before);
}

void TestExploring::bandsGrowWithTheLevel()
{
    QVERIFY(tea(QStringLiteral("auto")));
    auto &slider = desk().part<QSlider>("levelSlider");
    std::vector<double> low, high;
    for (int level = 1; level <= 99; ++level) {
        slider.setValue(level);
        QCOMPARE(chart().content().bands.size(), 2);
        const BandArea &band = chart().content().bands[1];
        for (size_t h = 0; h < band.low.size(); ++h)
            QVERIFY2(low.empty() || (band.low[h] <= low[h] && band.high[h] >= high[h]), qPrintable(QStringLiteral("level %1").arg(level)));
        low = band.low;
        high = band.high;
    }
    QVERIFY(*std::min_element(low.begin(), low.end()) >= 0); // revenue never was negative
}

void TestExploring::theClosestOfSeveralIsMarked()
{
    QVERIFY(tea(QStringLiteral("mean")));
    switchBeside(QStringLiteral("snaive"));
    QTRY_VERIFY(curveNamed(chart().content(), QStringLiteral("snaive")));
    switchBeside(QStringLiteral("naive"));
    QTRY_VERIFY(curveNamed(chart().content(), QStringLiteral("naive")));
    TRY_IDLE(desk());
    const Curve &seasonal = *curveNamed(chart().content(), QStringLiteral("snaive"));
    QCOMPARE(seasonal.offset, shown().outcome.trainLength);
    QCOMPARE(seasonal.values->size(), size_t(shopDays / 4 + 28)); // test part and future
    for (size_t i = 0; i < seasonal.values->size(); ++i)
        QCOMPARE(seasonal.values->at(i), teaOn(int(shown().outcome.trainLength) + int(i)));
    QVERIFY(seasonal.isClosest);
    QVERIFY(!curveNamed(chart().content(), QStringLiteral("naive"))->isClosest);
    QVERIFY(!curveNamed(chart().content(), QStringLiteral("Forecast"))->isClosest);
    // On three weeks the mean 13 misses 3, 2, 1, 0, 1, 2, 3: 12 / 7.
    QVERIFY2(sentence().contains(QStringLiteral("Of 3 forecasts snaive is closest on the test part (MAE 0, next mean with 1.71")), qPrintable(sentence()));
    QStringList rows;
    for (int row = 0; row < beside().count(); ++row)
        rows += beside().item(row)->text();
    QVERIFY2(rows.contains(QStringLiteral("snaive · MAE 0, closest")), qPrintable(rows.join(QLatin1Char('\n'))));
    QVERIFY(!rows.contains(QStringLiteral("mean"))); // it does not stand beside itself
    QTest::keyClick(&beside(), Qt::Key_Space); // naive again
    QTRY_VERIFY(!curveNamed(chart().content(), QStringLiteral("naive")));
    QVERIFY(curveNamed(chart().content(), QStringLiteral("snaive")));
}

void TestExploring::equallyCloseOnesAreBothMarked()
{
    VERIFY_RESULT(makeShop(shop(), shopDays));
    {
        Result<Workspace> workspace = Workspace::open(shop());
        VERIFY_RESULT(workspace);
        TrainingSpec spec;
        spec.model.model = QStringLiteral("snaive");
        spec.split.test = shopDays / 4;
        spec.query.by = GroupBy::Item;
        spec.query.keys = {QStringLiteral("tea")};
        JobContext job;
        VERIFY_RESULT(trainAndStore(*workspace, spec, job));
    }
    QVERIFY(tea(QStringLiteral("snaive")));
    switchBeside(QString::fromUtf8("snaive · revenue · tea"));
    const QString run = QStringLiteral("snaive, run 1"); // what fits into a legend
    QTRY_VERIFY(curveNamed(chart().content(), run));
    QVERIFY(curveNamed(chart().content(), run)->isClosest);
    QVERIFY(curveNamed(chart().content(), QStringLiteral("Forecast"))->isClosest);
    QVERIFY2(sentence().contains(QStringLiteral("Equally close on the test part: snaive, ") + run), qPrintable(sentence()));
}

void TestExploring::withoutATestPartNoneIsClosest()
{
    QVERIFY(tea(QStringLiteral("mean")));
    auto &test = desk().part<QSpinBox>("testLength");
    test.setValue(0);
    QTRY_VERIFY(shown().outcome.trainLength == shopDays && desk().isIdle());
    switchBeside(QStringLiteral("snaive"));
    QTRY_VERIFY(curveNamed(chart().content(), QStringLiteral("snaive")));
    QVERIFY(!curveNamed(chart().content(), QStringLiteral("snaive"))->isClosest);
    QVERIFY2(sentence().contains(QStringLiteral("Without a test part nothing says which forecast is closest.")), qPrintable(sentence()));
}

/// A run that was stored with the last 14 days held back, beside a forecast with 21: another test part, so nothing is compared.
void TestExploring::anEarlierForecastStandsAtItsOrigin()
{
    VERIFY_RESULT(makeShop(shop(), shopDays));
    {
        Result<Workspace> workspace = Workspace::open(shop());
        VERIFY_RESULT(workspace);
        TrainingSpec spec;
        spec.model.model = QStringLiteral("naive");
        spec.split.test = 14;
        spec.horizon = 9;
        spec.query.by = GroupBy::Item;
        spec.query.keys = {QStringLiteral("tea")};
        JobContext job;
        VERIFY_RESULT(trainAndStore(*workspace, spec, job));
    }
    QVERIFY(tea(QStringLiteral("mean")));
    switchBeside(QString::fromUtf8("naive · revenue · tea"));
    const QString run = QStringLiteral("naive, run 1");
    QTRY_VERIFY(curveNamed(chart().content(), run));
    const Curve &earlier = *curveNamed(chart().content(), run);
    QCOMPARE(earlier.offset, qint64(shopDays - 14));
    QCOMPARE(earlier.values->size(), size_t(14 + 9));
    QCOMPARE(earlier.values->at(0), teaOn(shopDays - 15)); // the last value that it knew
    QCOMPARE(earlier.values->at(14), teaOn(shopDays - 1));
    QVERIFY2(sentence().contains(QStringLiteral("None of the others was tested on the same steps")), qPrintable(sentence()));
}

void TestExploring::zoomStaysWithAnotherModel()
{
    QVERIFY(tea(QStringLiteral("mean")));
    chart().setVisibleRange(30, 60);
    QVERIFY(desk().choose("model", QStringLiteral("naive")));
    QTRY_VERIFY(shown().spec.model.model == QStringLiteral("naive") && desk().isIdle());
    QCOMPARE(chart().visibleFrom(), 30.0);
    QCOMPARE(chart().visibleTo(), 60.0);
    switchBeside(QStringLiteral("snaive"));
    QTRY_VERIFY(curveNamed(chart().content(), QStringLiteral("snaive")));
    QCOMPARE(chart().visibleTo(), 60.0);
}

void TestExploring::oneCursorThroughAllCharts()
{
    QVERIFY(tea(QStringLiteral("mean")));
    auto &residuals = desk().part<BarChart>("residualsOverTime");
    QTRY_COMPARE(int(residuals.content().values.size()), shopDays);
    QTest::keyClick(&canvas(), Qt::Key_Home);
    QTest::keyClick(&canvas(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(residuals.cursor(), 10);
    QTest::keyClick(&residuals, Qt::Key_Right); // and back: the bar leads
    QCOMPARE(chart().cursor(), std::optional<qint64>(11));
    QCOMPARE(chart().cursorTexts().at(0), QStringLiteral("Fri 12 Jan 2024"));
    QTest::keyClick(&residuals, Qt::Key_Escape);
    QVERIFY(!chart().cursor());
    QTest::keyClick(&canvas(), Qt::Key_End); // beyond the history there is no residual
    QCOMPARE(residuals.cursor(), -1);
}

/// 1 January 2024 is the first day of the shop; Good Friday 2024 was 29 March, 88 days later, inside the forecast (gov.uk/bank-holidays).
void TestExploring::holidaysAreMarked()
{
    QVERIFY(tea(QStringLiteral("mean")));
    QVERIFY(chart().content().events.isEmpty()); // the recipe knows of none
    QVERIFY(desk().choose("holidayMarks", QStringLiteral("United Kingdom")));
    const QStringList marked = eventTexts(chart().content(), EventKind::Holiday);
    QVERIFY2(marked.contains(QStringLiteral("0 New Year's Day")), qPrintable(marked.join(QLatin1Char('\n'))));
    QVERIFY2(marked.contains(QStringLiteral("88 Good Friday")), qPrintable(marked.join(QLatin1Char('\n'))));
    QVERIFY(canvas().accessibleDescription().contains(QStringLiteral("Good Friday")));
    QVERIFY(desk().isIdle());
    QVERIFY(desk().choose("holidayMarks", QStringLiteral("none")));
    QVERIFY(chart().content().events.isEmpty());
}

void TestExploring::notesAreAddedChangedAndTakenBack()
{
    QVERIFY(tea(QStringLiteral("mean")));
    const auto notes = [&] { return eventTexts(chart().content(), EventKind::Note); };
    canvas().setFocus();
    QTest::keyClick(&canvas(), Qt::Key_Home);
    QTest::keyClick(&canvas(), Qt::Key_Right);
    writeNote(QStringLiteral("Price rise"));
    QTRY_COMPARE(notes(), QStringList{QStringLiteral("1 Price rise")});
    QTest::keyClick(&canvas(), Qt::Key_Home);
    QTest::keyClick(&canvas(), Qt::Key_Right);
    QCOMPARE(chart().cursorTexts().last(), QStringLiteral("Price rise"));
    QTest::keyClick(&canvas(), Qt::Key_F2);
    QTRY_VERIFY(desk().window().findChild<QDialog *>(QStringLiteral("noteDialog")));
    auto &field = desk().part<QLineEdit>("noteText");
    QCOMPARE(field.text(), QStringLiteral("Price rise"));
    QTest::keyClicks(&field, QStringLiteral(" of tea"));
    Desk::click(desk().part<QPushButton>("noteYes"));
    QTRY_COMPARE(notes(), QStringList{QStringLiteral("1 Price rise of tea")});
    const auto undo = [&] { Desk::child<QAction>(desk().window(), "undoNote").trigger(); };
    const auto redo = [&] { Desk::child<QAction>(desk().window(), "redoNote").trigger(); };
    undo();
    QTRY_COMPARE(notes(), QStringList{QStringLiteral("1 Price rise")});
    undo();
    QTRY_VERIFY(notes().isEmpty());
    redo();
    QTRY_COMPARE(notes(), QStringList{QStringLiteral("1 Price rise")});
    redo();
    QTRY_COMPARE(notes(), QStringList{QStringLiteral("1 Price rise of tea")});
    canvas().setFocus();
    QTest::keyClick(&canvas(), Qt::Key_Home);
    QTest::keyClick(&canvas(), Qt::Key_Right);
    QTest::keyClick(&canvas(), Qt::Key_Delete);
    QTRY_VERIFY(notes().isEmpty());
    undo();
    QTRY_COMPARE(notes(), QStringList{QStringLiteral("1 Price rise of tea")});
    TRY_IDLE(desk());
    QVERIFY2(desk().problem().isEmpty(), qPrintable(desk().problem()));
}

void TestExploring::notesOfOneSeriesAndOfAll()
{
    QVERIFY(tea(QStringLiteral("mean")));
    canvas().setFocus();
    QTest::keyClick(&canvas(), Qt::Key_Home);
    writeNote(QStringLiteral("Tea alone"));
    canvas().setFocus();
    QTest::keyClick(&canvas(), Qt::Key_Home);
    writeNote(QStringLiteral("Strike"), true);
    QTRY_COMPARE(eventTexts(chart().content(), EventKind::Note), (QStringList{QStringLiteral("0 Tea alone"), QStringLiteral("0 Strike")}));
    QVERIFY(clickSeries(QStringLiteral("mug")));
    QTRY_COMPARE(eventTexts(chart().content(), EventKind::Note), QStringList{QStringLiteral("0 Strike")});
}

void TestExploring::notesSurviveTheWorkspaceBeingOpenedAgain()
{
    QVERIFY(tea(QStringLiteral("mean")));
    canvas().setFocus();
    QTest::keyClick(&canvas(), Qt::Key_Home);
    writeNote(QStringLiteral("Strike"), true);
    QTRY_COMPARE(eventTexts(chart().content(), EventKind::Note), QStringList{QStringLiteral("0 Strike")});
    TRY_IDLE(desk());
    desk().session().closeWorkspace();
    QTRY_VERIFY(shown().chart.isEmpty());
    QVERIFY(chart().content().events.isEmpty());
    desk().session().openWorkspace(shop());
    QTRY_VERIFY_WITH_TIMEOUT(!shown().chart.isEmpty() && desk().isIdle(), 30000);
    QTRY_COMPARE(eventTexts(chart().content(), EventKind::Note), QStringList{QStringLiteral("0 Strike")});
}

FORETRAIL_TEST_MAIN(TestExploring, QApplication)
#include "tst_exploring.moc"
