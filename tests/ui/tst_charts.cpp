// Charts: what is drawn of a million points, how a hand moves through them, and what leaves them as picture or numbers.
#include "tests/ui/UiTest.h"
#include "ui/charts/BarChart.h"
#include "ui/charts/ChartExport.h"
#include "ui/charts/DrawnChart.h"
#include "ui/charts/EventTimeline.h"
#include "ui/charts/LineCanvas.h"
#include "ui/charts/LineChart.h"
#include "ui/charts/OverviewBar.h"
#include "ui/charts/TableDialog.h"
#include "ui/charts/Ticks.h"
#include "ui/charts/ValueTable.h"
#include "ui/theme/Theme.h"

#include <QAction>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTableView>
#include <QToolButton>
#include <QWheelEvent>
#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>

#include <cmath>
#include <map>

using namespace foretrail;
using namespace foretrail::test;

namespace {


/// A small wave with a spike up every 50,000 steps and one down 10 steps later.
ChartContent million()
{
    std::vector<double> values(1'000'000);
    for (size_t i = 0; i < values.size(); ++i)
        values[i] = std::sin(double(i) * 1e-4) + (i % 50'000 == 7 ? 100 : i % 50'000 == 17 ? -100 : 0);
    ChartContent content;
    content.valueTitle = QStringLiteral("Value");
    content.curves.append({QStringLiteral("History"), CurveRole::History, 0, 0, shared(std::move(values))});
    return content;
}

/// Ten days from Monday 1 January 2024 on with the values 0, 10 ... 90, then a forecast of two with one band.
ChartContent tenDays()
{
    ChartContent content;
    content.title = QStringLiteral("Daily revenue");
    content.sentence = QStringLiteral("naive is as close as repeating the last value.");
    content.valueTitle = QStringLiteral("Revenue (EUR)");
    content.provenance = QStringLiteral("shop.foretrail · naive");
    content.axis = {Step::Day, QDateTime(QDate(2024, 1, 1), QTime(0, 0), QTimeZone::utc()).toMSecsSinceEpoch()};
    std::vector<double> values;
    for (int i = 0; i < 10; ++i)
        values.push_back(10 * i);
    content.curves.append({QStringLiteral("History"), CurveRole::History, 0, 0, shared(values)});
    content.curves.append({QStringLiteral("Forecast"), CurveRole::Forecast, 0, 10, shared({91.5, 92})});
    content.bands.append({80, 10, {80, 70}, {100, 110}});
    content.marks.append({9, QStringLiteral("origin")});
    return content;
}

class Board {
public:
    explicit Board(const ChartContent &content)
    {
        chart.resize(900, 500);
        chart.setContent(content);
        chart.show();
    }
    LineCanvas &canvas() { return *chart.findChild<LineCanvas *>(); }
    QPoint at(double share) { const QRectF plot = canvas().geometryShown().plot; return QPointF(plot.left() + share * plot.width(), plot.center().y()).toPoint(); }
    void wheel(int turns, double share)
    {
        QWidget *view = canvas().viewport();
        QWheelEvent event(at(share), view->mapToGlobal(at(share)), {}, {0, 120 * turns}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(view, &event);
    }
    void drag(double from, double to, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *view = canvas().viewport();
        QTest::mousePress(view, Qt::LeftButton, modifiers, at(from));
        QTest::mouseMove(view, at(to));
        QTest::mouseRelease(view, Qt::LeftButton, modifiers, at(to));
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(&canvas(), key, modifiers); }
    LineChart chart;
};

QAction *menuAction(QWidget &chart, const char *name)
{
    return chart.findChild<QAction *>(QLatin1String(name));
}

} // namespace

class TestCharts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        Theme::apply(*qApp, Scheme::Light);
    }
    void aMillionPointsAreFewOnScreen_data();
    void aMillionPointsAreFewOnScreen();
    void spikesSurvive();
    void gapsSplitAndEdgesAreCut();
    void aLoneDotKeepsItsPen();
    void oneRebuildAZoom();
    void wheelZoomsAtThePointer();
    void shiftDragPansAndStopsAtTheEnds();
    void dragZoomsIntoTheSpan();
    void keysMoveTheCursorAndZoom();
    void hoverReadsOutValues();
    void newContentKeepsTheZoomOfItsAxis();
    void theOverviewBarMovesTheView();
    void emptyAndLoading();
    void tableTwin();
    void menuCopiesExportsAndShowsATable();
    void exportsAreWholeFiles_data();
    void exportsAreWholeFiles();
    void exportsShowTheVisiblePart();
    void csvQuotesWhatNeedsIt();
    void unknownFormatSaysWhichThereAre();
    void savingSaysWhyItFailed();
    void barsReadOutAndMarkWhatIsOutside();
    void timelineCountsByPixel();
    void timelineWalksFromEventToEvent();
    void ticksAreRoundAndHuman();
    void powersHaveTheirValuesOnTheAxis();
    void equalRatiosAreEquallyFarApart();
    void numbersAreShort();
};

void TestCharts::aMillionPointsAreFewOnScreen_data()
{
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::newRow("everything") << 0.0 << 999'999.0;
    QTest::newRow("a tenth") << 123'456.0 << 223'456.0;
    QTest::newRow("between two steps") << 500'000.25 << 500'003.75;
}

void TestCharts::aMillionPointsAreFewOnScreen()
{
    QFETCH(double, from);
    QFETCH(double, to);
    constexpr int columns = 800;
    const DrawnChart drawn = drawnChart(million(), from, to, columns);
    std::map<int, int> perColumn;
    size_t points = 0;
    for (const Polyline &line : drawn.curves.at(0)) {
        points += line.size();
        for (const LinePoint &point : line) {
            QVERIFY(point.x >= from && point.x <= to); // nothing is drawn beside the plot
            ++perColumn[int((point.x - from) / (to - from) * columns)];
        }
    }
    QVERIFY(points >= 2);
    QVERIFY2(points <= size_t(4 * columns + 4), qPrintable(QString::number(points)));
    for (const auto &[column, count] : perColumn)
        QVERIFY2(count <= 6, qPrintable(QStringLiteral("column %1 has %2 points").arg(column).arg(count))); // 4 and the cut ends
}

void TestCharts::spikesSurvive()
{
    const DrawnChart drawn = drawnChart(million(), 0, 999'999, 800);
    int up = 0;
    int down = 0;
    for (const Polyline &line : drawn.curves.at(0))
        for (const LinePoint &point : line) {
            up += point.y > 90;
            down += point.y < -90;
        }
    QCOMPARE(up, 20);
    QCOMPARE(down, 20);
    QVERIFY(drawn.high >= 101 - 2 && drawn.low <= -99 + 2);
}

void TestCharts::gapsSplitAndEdgesAreCut()
{
    ChartContent content;
    content.curves.append({QStringLiteral("x"), CurveRole::History, 0, 0, shared({0, 10, missing, 30, 40})});
    const DrawnChart drawn = drawnChart(content, 0.5, 3.25, 600);
    QCOMPARE(drawn.curves.at(0).size(), size_t(2));
    // The line is cut on the edges: half of the way from 0 to 10, a quarter of the way from 30 to 40.
    QCOMPARE(drawn.curves[0][0], (Polyline{{0.5, 5}, {1, 10}}));
    QCOMPARE(drawn.curves[0][1], (Polyline{{3, 30}, {3.25, 32.5}}));
    QCOMPARE(clipped({{0, 0}, {4, 8}}, 1, 2), (Polyline{{1, 2}, {2, 4}}));
}

/// A dot is thick; the line behind it is as thin as the one before.
void TestCharts::aLoneDotKeepsItsPen()
{
    ChartContent content;
    content.curves.append({QStringLiteral("x"), CurveRole::History, 0, 0, shared({0, 10, missing, 30, missing, 20, 25})});
    Board board(content);
    QList<qreal> widths;
    for (const QAbstractSeries *one : board.chart.findChild<QChartView *>()->chart()->series())
        if (const auto *line = qobject_cast<const QLineSeries *>(one); line && !line->points().isEmpty())
            widths << line->pen().widthF();
    QCOMPARE(widths, (QList<qreal>{1.6, 3, 1.6}));
}

void TestCharts::oneRebuildAZoom()
{
    Board board(million());
    QVERIFY(QTest::qWaitForWindowExposed(&board.chart));
    const auto costOf = [&](const std::function<void()> &act) {
        const int before = board.chart.rebuildCount();
        act();
        return board.chart.rebuildCount() - before;
    };
    QCOMPARE(costOf([&] { board.wheel(1, 0.5); }), 1);
    QCOMPARE(costOf([&] { board.wheel(3, 0.25); }), 1);
    QCOMPARE(costOf([&] { board.drag(0.5, 0.4, Qt::ShiftModifier); }), 1);
    QCOMPARE(costOf([&] { board.key(Qt::Key_Plus); }), 1);
    QCOMPARE(costOf([&] { board.drag(0.2, 0.6); }), 1);
    QCOMPARE(costOf([&] { board.chart.setVisibleRange(10, 20'000); }), 1);
    QCOMPARE(costOf([&] { QTest::mouseDClick(board.canvas().viewport(), Qt::LeftButton, {}, board.at(0.5)); }), 1);
    QCOMPARE(board.chart.visibleTo(), 999'999.0);
    // Looking costs nothing: neither painting nor the cursor computes points.
    QCOMPARE(costOf([&] { board.chart.grab(); }), 0);
    QCOMPARE(costOf([&] { board.key(Qt::Key_Right); }), 0);
    QCOMPARE(costOf([&] { QTest::mouseMove(board.canvas().viewport(), board.at(0.3)); }), 0);
    QCOMPARE(costOf([&] { board.chart.resetZoom(); }), 0); // everything is shown already
}

void TestCharts::wheelZoomsAtThePointer()
{
    Board board(tenDays());
    QVERIFY(QTest::qWaitForWindowExposed(&board.chart));
    QCOMPARE(board.chart.visibleFrom(), 0.0);
    QCOMPARE(board.chart.visibleTo(), 11.0); // ten days and two ahead
    const auto isNear = [](double value, double expected) { return std::abs(value - expected) < 0.02; }; // a pixel is 1/70 step
    board.wheel(1, 0);
    QVERIFY(isNear(board.chart.visibleFrom(), 0)); // the point under the wheel stays
    QVERIFY(isNear(board.chart.visibleTo(), 11 / 1.25));
    board.wheel(-1, 0);
    QVERIFY(isNear(board.chart.visibleTo(), 11));
    board.wheel(1, 1);
    QVERIFY(isNear(board.chart.visibleTo(), 11));
    QVERIFY(isNear(board.chart.visibleFrom(), 11 - 11 / 1.25));
    board.wheel(40, 0.5);
    QVERIFY(board.chart.visibleTo() - board.chart.visibleFrom() >= 4 - 1e-9); // never closer than four steps
    board.wheel(-40, 0.5);
    QCOMPARE(board.chart.visibleTo() - board.chart.visibleFrom(), 11.0);
}

void TestCharts::shiftDragPansAndStopsAtTheEnds()
{
    Board board(million());
    QVERIFY(QTest::qWaitForWindowExposed(&board.chart));
    board.chart.setVisibleRange(100'000, 200'000);
    board.drag(0.75, 0.25, Qt::ShiftModifier); // half of the view to the left: half of a view later
    QVERIFY2(std::abs(board.chart.visibleFrom() - 150'000) < 300, qPrintable(QString::number(board.chart.visibleFrom())));
    QVERIFY(std::abs(board.chart.visibleTo() - board.chart.visibleFrom() - 100'000) < 1e-6);
    for (int i = 0; i < 5; ++i)
        board.drag(0.05, 0.95, Qt::ShiftModifier);
    QCOMPARE(board.chart.visibleFrom(), 0.0);
    QVERIFY(std::abs(board.chart.visibleTo() - 100'000) < 1e-6);
}

void TestCharts::dragZoomsIntoTheSpan()
{
    Board board(million());
    QVERIFY(QTest::qWaitForWindowExposed(&board.chart));
    board.drag(0.25, 0.5);
    QVERIFY(std::abs(board.chart.visibleFrom() - 250'000) < 2000);
    QVERIFY(std::abs(board.chart.visibleTo() - 500'000) < 2000);
    QVERIFY(board.chart.cursor()); // what is below the pointer in the new span
    QVERIFY(std::abs(double(*board.chart.cursor()) - 375'000) < 10'000);
    const double from = board.chart.visibleFrom();
    board.drag(0.5, 0.501); // a slip of the hand is no span
    QCOMPARE(board.chart.visibleFrom(), from);
}

void TestCharts::keysMoveTheCursorAndZoom()
{
    Board board(tenDays());
    QVERIFY(QTest::qWaitForWindowExposed(&board.chart));
    QVERIFY(board.chart.cursorTexts().isEmpty());
    board.key(Qt::Key_End); // without a cursor too
    QCOMPARE(board.chart.cursorTexts().at(0), QStringLiteral("Fri 12 Jan 2024"));
    board.key(Qt::Key_Escape);
    board.key(Qt::Key_Right);
    QCOMPARE(board.chart.cursorTexts(), (QStringList{QStringLiteral("Mon 1 Jan 2024"), QStringLiteral("History: 0")}));
    board.key(Qt::Key_Right);
    QCOMPARE(board.chart.cursorTexts().at(1), QStringLiteral("History: 10"));
    board.key(Qt::Key_End);
    QCOMPARE(board.chart.cursorTexts(), (QStringList{QStringLiteral("Fri 12 Jan 2024"), QStringLiteral("Forecast: 92"), QStringLiteral("80 %: 70 to 110")}));
    board.key(Qt::Key_Left);
    QCOMPARE(board.chart.cursorTexts().at(1), QStringLiteral("Forecast: 91.50"));
    board.key(Qt::Key_Left, Qt::ShiftModifier); // ten steps
    QCOMPARE(board.chart.cursorTexts().at(0), QStringLiteral("Mon 1 Jan 2024"));
    board.key(Qt::Key_Plus);
    QVERIFY(std::abs(board.chart.visibleTo() - board.chart.visibleFrom() - 11 / 1.5) < 1e-9);
    board.key(Qt::Key_End); // the view follows the cursor
    QCOMPARE(board.chart.visibleTo(), 11.0);
    board.key(Qt::Key_Minus);
    QVERIFY(std::abs(board.chart.visibleTo() - board.chart.visibleFrom() - 11) < 1e-9);
    board.key(Qt::Key_Plus);
    board.key(Qt::Key_Escape);
    QCOMPARE(board.chart.visibleFrom(), 0.0);
    QCOMPARE(board.chart.visibleTo(), 11.0);
    QVERIFY(board.chart.cursorTexts().isEmpty());
}

void TestCharts::hoverReadsOutValues()
{
    Board board(tenDays());
    QVERIFY(QTest::qWaitForWindowExposed(&board.chart));
    QTest::mouseMove(board.canvas().viewport(), board.at(3.1 / 11)); // nearest to the third day after the first
    QCOMPARE(board.chart.cursorTexts(), (QStringList{QStringLiteral("Thu 4 Jan 2024"), QStringLiteral("History: 30")}));
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(&board.canvas(), &leave);
    QVERIFY(board.chart.cursorTexts().isEmpty());
}

void TestCharts::newContentKeepsTheZoomOfItsAxis()
{
    Board board(tenDays());
    board.chart.setVisibleRange(2, 8);
    ChartContent other = tenDays();
    other.curves[0].name = QStringLiteral("Past");
    board.chart.setContent(other);
    QCOMPARE(board.chart.visibleFrom(), 2.0);
    QCOMPARE(board.chart.visibleTo(), 8.0);
    other.axis.start += dayMs; // another time: everything is shown
    board.chart.setContent(other);
    QCOMPARE(board.chart.visibleFrom(), 0.0);
    QCOMPARE(board.chart.visibleTo(), 11.0);
}

void TestCharts::theOverviewBarMovesTheView()
{
    Board board(million());
    QVERIFY(QTest::qWaitForWindowExposed(&board.chart));
    board.chart.setVisibleRange(0, 100'000);
    auto &bar = Desk::child<OverviewBar>(board.chart, "overviewBar");
    const auto x = [&](double share) { return QPoint(board.at(share).x(), bar.height() / 2); };
    QTest::mouseClick(&bar, Qt::LeftButton, {}, x(0.5)); // beside the handle: its middle comes here
    QVERIFY2(std::abs(board.chart.visibleFrom() - 450'000) < 3000, qPrintable(QString::number(board.chart.visibleFrom())));
    QTest::mousePress(&bar, Qt::LeftButton, {}, x(0.5));
    QTest::mouseMove(&bar, x(0.9));
    QTest::mouseRelease(&bar, Qt::LeftButton, {}, x(0.9));
    QVERIFY2(std::abs(board.chart.visibleFrom() - 850'000) < 3000, qPrintable(QString::number(board.chart.visibleFrom())));
    QVERIFY(std::abs(board.chart.visibleTo() - board.chart.visibleFrom() - 100'000) < 1e-6);
}

void TestCharts::emptyAndLoading()
{
    Board board({});
    board.chart.setEmptyText(QStringLiteral("No forecast yet."), QStringLiteral("Train a model"));
    QSignalSpy clicked(&board.chart, &LineChart::emptyButtonClicked);
    auto &button = Desk::child<QPushButton>(board.chart, "emptyButton");
    QVERIFY(Desk::child<QLabel>(board.chart, "emptySentence").isVisible());
    Desk::click(button);
    QCOMPARE(clicked.size(), 1);
    board.chart.setLoading(true); // skeleton lines come later than what is quick
    QVERIFY(button.isVisible());
    QTRY_VERIFY(!button.isVisible());
    board.chart.setContent(tenDays());
    QVERIFY(board.canvas().isVisible());
    board.chart.setLoading(true); // what is there stays until the next comes
    QVERIFY(board.canvas().isVisible());
    board.chart.setContent({});
    board.chart.setEmptyText(QStringLiteral("Nothing."));
    QTRY_VERIFY(Desk::child<QLabel>(board.chart, "emptySentence").isVisible());
    QVERIFY(!button.isVisible());
}

void TestCharts::tableTwin()
{
    const QList<QStringList> table = chartTable(tenDays());
    QCOMPARE(table.size(), 13);
    QCOMPARE(table[0], (QStringList{QStringLiteral("Time"), QStringLiteral("History"), QStringLiteral("Forecast"),
                                    QStringLiteral("Low 80 %"), QStringLiteral("High 80 %")}));
    QCOMPARE(table[1], (QStringList{QStringLiteral("2024-01-01"), QStringLiteral("0"), {}, {}, {}}));
    QCOMPARE(table[10], (QStringList{QStringLiteral("2024-01-10"), QStringLiteral("90"), {}, {}, {}}));
    QCOMPARE(table[11], (QStringList{QStringLiteral("2024-01-11"), {}, QStringLiteral("91.5"), QStringLiteral("80"), QStringLiteral("100")}));
    // Bands of one level share their columns: of a test part and of the future.
    ChartContent two = tenDays();
    two.bands.append({80, 8, {1, 2}, {3, 4}});
    QCOMPARE(chartTable(two).at(0).size(), 5);
    QCOMPARE(chartTable(two).at(9).mid(3), (QStringList{QStringLiteral("1"), QStringLiteral("3")}));
    QCOMPARE(chartTable(two).at(11).mid(3), (QStringList{QStringLiteral("80"), QStringLiteral("100")}));
    ChartContent plain = tenDays();
    plain.axis = {};
    plain.indexTitle = QStringLiteral("Epoch");
    QCOMPARE(chartTable(plain).at(0).at(0), QStringLiteral("Epoch"));
    QCOMPARE(chartTable(plain).at(1).at(0), QStringLiteral("0"));
    QCOMPARE(chartTable(ChartContent{}).size(), 1);
}

void TestCharts::menuCopiesExportsAndShowsATable()
{
    Board board(tenDays());
    QVERIFY(QTest::qWaitForWindowExposed(&board.chart));
    auto &button = Desk::child<QToolButton>(board.chart, "chartMenuButton");
    QVERIFY(button.isVisible());
    QVERIFY(button.menu());
    menuAction(board.chart, "copyNumbers")->trigger();
    QCOMPARE(QApplication::clipboard()->text(), tabbedText(chartTable(tenDays())));
    QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("2024-01-11\t\t91.5\t80\t100\n")));
    menuAction(board.chart, "copyPicture")->trigger();
    QCOMPARE(QApplication::clipboard()->image().size(), QSize(2400, 1280));
    QSignalSpy exported(&board.chart, &LineChart::exportRequested);
    for (const char *format : {"png", "svg", "pdf", "csv"})
        menuAction(board.chart, qPrintable(QStringLiteral("export_%1").arg(QLatin1String(format))))->trigger();
    QCOMPARE(exported.size(), 4);
    QCOMPARE(exported[3][0].toString(), QStringLiteral("csv"));
    menuAction(board.chart, "showTable")->trigger();
    QTRY_VERIFY(board.chart.findChild<TableDialog *>());
    auto &dialog = *board.chart.findChild<TableDialog *>();
    QVERIFY(!dialog.isModal());
    QCOMPARE(dialog.windowTitle(), QStringLiteral("Daily revenue"));
    const QAbstractItemModel &model = *Desk::child<QTableView>(dialog, "chartTable").model();
    QCOMPARE(model.rowCount(), 12);
    QCOMPARE(model.index(10, 2).data().toString(), QStringLiteral("91.5"));
    QCOMPARE(model.headerData(4, Qt::Horizontal).toString(), QStringLiteral("High 80 %"));
    QApplication::clipboard()->clear();
    Desk::click(Desk::child<QPushButton>(dialog, "copyTable"));
    QCOMPARE(QApplication::clipboard()->text(), tabbedText(chartTable(tenDays())));
}

void TestCharts::exportsAreWholeFiles_data()
{
    QTest::addColumn<QString>("format");
    for (const char *format : {"png", "svg", "pdf", "csv"})
        QTest::newRow(format) << QString::fromLatin1(format);
}

void TestCharts::exportsAreWholeFiles()
{
    QFETCH(QString, format);
    const Result<QByteArray> bytes = renderChart(tenDays(), format);
    VERIFY_RESULT(bytes);
    if (format == QStringLiteral("png")) {
        QVERIFY(bytes->startsWith(QByteArray::fromHex("89504e470d0a1a0a")));
        const QImage image = QImage::fromData(*bytes, "PNG");
        QCOMPARE(image.size(), QSize(2400, 1280));
        QCOMPARE(image.text(QStringLiteral("Title")), QStringLiteral("Daily revenue"));
        QCOMPARE(image.text(QStringLiteral("Source")), QStringLiteral("shop.foretrail · naive"));
        int accent = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                accent += image.pixelColor(x, y) == Theme::paperColors().accent;
        QVERIFY2(accent > 50, "the forecast is drawn");
    } else if (format == QStringLiteral("svg")) {
        QVERIFY(bytes->contains("<svg"));
        QVERIFY(bytes->contains("<title>Daily revenue</title>"));
        QSvgRenderer renderer(*bytes);
        QVERIFY(renderer.isValid());
        QCOMPARE(renderer.viewBox().size(), QSize(1200, 640));
    } else if (format == QStringLiteral("pdf")) {
        QVERIFY(bytes->startsWith("%PDF-"));
        QVERIFY(bytes->trimmed().endsWith("%%EOF"));
    } else {
        QCOMPARE(parsedCsv(*bytes), chartTable(tenDays()));
    }
    BarContent bars{QStringLiteral("Residuals"), QStringLiteral("Residual"), QStringLiteral("Time"), {QStringLiteral("a"), QStringLiteral("b")}, {1, -2}, -1.5, 1.5};
    const Result<QByteArray> ofBars = renderChart(bars, format);
    VERIFY_RESULT(ofBars);
    QVERIFY(ofBars->size() > 10);
    if (format == QStringLiteral("csv"))
        QCOMPARE(*ofBars, QByteArray("Time,Residual\na,1\nb,-2\n"));
}

void TestCharts::exportsShowTheVisiblePart()
{
    const QImage whole = chartImage(tenDays(), {600, 400});
    const QImage part = chartImage(tenDays(), {600, 400}, 1, {0, 5});
    QVERIFY(whole != part);
    QCOMPARE(chartImage(tenDays(), {600, 400}, 1, {0, 11}), whole);
}

void TestCharts::csvQuotesWhatNeedsIt()
{
    const QList<QStringList> table{{QStringLiteral("Time"), QStringLiteral("Tea, \"green\"")}, {QStringLiteral("a\nb"), QStringLiteral("1")}};
    QCOMPARE(csvText(table), QByteArray("Time,\"Tea, \"\"green\"\"\"\n\"a\nb\",1\n"));
    QCOMPARE(parsedCsv(csvText(table)), table);
}

void TestCharts::unknownFormatSaysWhichThereAre()
{
    const Result<QByteArray> bytes = renderChart(tenDays(), QStringLiteral("gif"));
    QVERIFY(!bytes);
    QCOMPARE(bytes.error().code, ErrorCode::InvalidInput);
    QVERIFY(bytes.error().message.contains(QStringLiteral("png, svg, pdf or csv")));
}

void TestCharts::savingSaysWhyItFailed()
{
    const QTemporaryDir folder;
    VERIFY_RESULT(saveBytes("abc", folder.filePath(QStringLiteral("x.csv"))));
    QCOMPARE(readAll(folder.filePath(QStringLiteral("x.csv"))), QByteArray("abc"));
    const Result<void> saved = saveBytes("abc", folder.filePath(QStringLiteral("nowhere/x.csv")));
    QVERIFY(!saved);
    QVERIFY(saved.error().message.contains(QStringLiteral("nowhere/x.csv")));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

void TestCharts::barsReadOutAndMarkWhatIsOutside()
{
    BarChart chart;
    chart.resize(400, 200);
    chart.setContent({QStringLiteral("Residuals"), QStringLiteral("Residual"), QStringLiteral("Time"),
                      {QStringLiteral("1 Jan"), QStringLiteral("2 Jan"), QStringLiteral("3 Jan")}, {10, -20, 90}, -30, 30});
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    const auto has = [&](const QColor &color) {
        const QImage image = chart.grab().toImage();
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixelColor(x, y) == color)
                    return true;
        return false;
    };
    QVERIFY(chart.cursorText().isEmpty());
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(chart.cursorText(), QStringLiteral("1 Jan: 10"));
    QTest::keyClick(&chart, Qt::Key_Left);
    QCOMPARE(chart.cursorText(), QStringLiteral("1 Jan: 10"));
    QTest::keyClick(&chart, Qt::Key_Escape);
    QVERIFY(chart.cursorText().isEmpty());
    QTest::keyClick(&chart, Qt::Key_Left); // from the end
    QCOMPARE(chart.cursorText(), QStringLiteral("3 Jan: 90"));
    QTest::keyClick(&chart, Qt::Key_Escape);
    QVERIFY(has(Theme::colors().warning)); // 90 is outside of 30
    chart.setContent({QStringLiteral("Residuals"), QStringLiteral("Residual"), QStringLiteral("Time"),
                      {QStringLiteral("1 Jan"), QStringLiteral("2 Jan")}, {10, -20}, -30, 30});
    QVERIFY(!has(Theme::colors().warning));
    QTest::mouseMove(&chart, QPoint(chart.width() * 3 / 4, 100));
    QCOMPARE(chart.cursorText(), QStringLiteral("2 Jan: -20"));
    chart.setContent({});
    chart.grab(); // draws nothing and does not fail
    QVERIFY(chart.cursorText().isEmpty());
}

void TestCharts::timelineCountsByPixel()
{
    // 101 pixels over 100 units: a unit is a pixel.
    QCOMPARE(timelineTicks({0, 0, 1, 50, 100}, 0, 100, 101), (std::vector<TimelineTick>{{0, 2}, {1, 1}, {50, 1}, {100, 1}}));
    QCOMPARE(timelineTicks({-5, 105}, 0, 100, 101), std::vector<TimelineTick>{});
    QCOMPARE(timelineTicks({-1, 101}, 0, 100, 101), std::vector<TimelineTick>{}); // one pixel outside
    QCOMPARE(timelineTicks({1}, 0, 0, 101), std::vector<TimelineTick>{});
    std::vector<WallMs> many(1'000'000);
    for (size_t i = 0; i < many.size(); ++i)
        many[i] = WallMs(i);
    const auto ticks = timelineTicks(many, 0, 999'999, 500);
    QCOMPARE(ticks.size(), size_t(500));
    qint64 sum = 0;
    for (const TimelineTick &tick : ticks)
        sum += tick.count;
    QCOMPARE(sum, 1'000'000);
}

void TestCharts::timelineWalksFromEventToEvent()
{
    const WallMs start = QDateTime(QDate(2024, 1, 1), QTime(0, 0), QTimeZone::utc()).toMSecsSinceEpoch();
    EventTimeline timeline;
    timeline.resize(600, timeline.sizeHint().height());
    timeline.setRows({{QStringLiteral("view"), {start + dayMs / 2, start + 40 * dayMs, start + 40 * dayMs + 1000}},
                      {QStringLiteral("purchase"), {start + 40 * dayMs + 3000}}}, start, start + 80 * dayMs);
    timeline.show();
    QVERIFY(QTest::qWaitForWindowExposed(&timeline));
    QVERIFY(timeline.cursorText().isEmpty());
    QTest::keyClick(&timeline, Qt::Key_Right);
    QCOMPARE(timeline.cursorText(), QStringLiteral("1 Jan 2024 · 1 view"));
    QTest::keyClick(&timeline, Qt::Key_Right);
    QCOMPARE(timeline.cursorText(), QStringLiteral("10 Feb 2024 · 2 view · 1 purchase"));
    QTest::keyClick(&timeline, Qt::Key_Right); // there is no later one
    QCOMPARE(timeline.cursorText(), QStringLiteral("10 Feb 2024 · 2 view · 1 purchase"));
    QTest::keyClick(&timeline, Qt::Key_Left);
    QCOMPARE(timeline.cursorText(), QStringLiteral("1 Jan 2024 · 1 view"));
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(&timeline, &leave);
    QVERIFY(timeline.cursorText().isEmpty());
}

void TestCharts::ticksAreRoundAndHuman()
{
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    QStringList labels;
    for (const AxisTick &tick : valueTicks(0, 1.05, 2, english)) // one user, and as many ticks as there are whole numbers: no halves of people
        QCOMPARE(tick.at, std::round(tick.at));
    for (const AxisTick &tick : valueTicks(0, 43'000, 6, english))
        labels << tick.label;
    QCOMPARE(labels, (QStringList{QStringLiteral("0"), QStringLiteral("10k"), QStringLiteral("20k"), QStringLiteral("30k"), QStringLiteral("40k")}));
    const TimeAxis months{Step::Month, QDateTime(QDate(2023, 11, 1), QTime(0, 0), QTimeZone::utc()).toMSecsSinceEpoch()};
    labels.clear();
    for (const AxisTick &tick : indexTicks(months, 0, 5, 6, english))
        labels << tick.label;
    // The year stands where it turns and at the first.
    QCOMPARE(labels, (QStringList{QStringLiteral("Nov 2023"), QStringLiteral("Dec"), QStringLiteral("Jan 2024"),
                                  QStringLiteral("Feb"), QStringLiteral("Mar"), QStringLiteral("Apr")}));
    QCOMPARE(stepText(months, 2, QLocale(QLocale::Chinese)), QString::fromUtf8("2024年1月"));
    QCOMPARE(dateText(months.start, english), QStringLiteral("1 Nov 2023"));
    QCOMPARE(dateText(months.start, QLocale(QLocale::Chinese)), QString::fromUtf8("2023年11月1日"));
}

void TestCharts::powersHaveTheirValuesOnTheAxis()
{
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    const auto labels = [&english](double low, double high) {
        QStringList texts;
        for (const AxisTick &tick : powerTicks(std::log10(low), std::log10(high), 6, english))
            texts << tick.label;
        return texts;
    };
    QCOMPARE(labels(0.0005, 2), (QStringList{QStringLiteral("0.001"), QStringLiteral("0.01"), QStringLiteral("0.1"), QStringLiteral("1")}));
    QCOMPARE(labels(0.9, 11), (QStringList{QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("5"), QStringLiteral("10")}));
    QCOMPARE(labels(10, 14.5), (QStringList{QStringLiteral("10"), QStringLiteral("11"), QStringLiteral("12"), QStringLiteral("13"), QStringLiteral("14")}));
    const QList<AxisTick> many = powerTicks(-9, 9, 6, english);
    QVERIFY(many.size() > 2 && many.size() <= 6);
    QVERIFY(powerTicks(1, 1, 6, english).isEmpty());
}

void TestCharts::equalRatiosAreEquallyFarApart()
{
    ChartContent content;
    content.isLogarithmic = true;
    content.curves.append({QStringLiteral("x"), CurveRole::History, 0, 0, shared({1000, 10, 0, 0.1, -5, 1})});
    const DrawnChart drawn = drawnChart(content, 0, 5, 600);
    QCOMPARE(drawn.curves.at(0).size(), size_t(3)); // what is not positive splits the line
    QCOMPARE(drawn.curves[0][0], (Polyline{{0, 3}, {1, 1}}));
    QCOMPARE(drawn.curves[0][1], (Polyline{{3, -1}}));
    QVERIFY(drawn.low < -1 && drawn.high > 3);
    // Whoever reads a value reads the value itself.
    QCOMPARE(chartTable(content)[1][1], QStringLiteral("1000"));
    QVERIFY(valueTexts(content, 1).contains(QStringLiteral("x: 10")));
}

void TestCharts::numbersAreShort()
{
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    QCOMPARE(shortNumber(226'000, english), QStringLiteral("226k"));
    QCOMPARE(shortNumber(1'230'000, english), QStringLiteral("1.2M"));
    QCOMPARE(shortNumber(1.41e15, english), QStringLiteral("1,410tn"));
    QCOMPARE(shortNumber(-2.5e20, english), QStringLiteral("-2.5E+20")); // no word goes so far
    QCOMPARE(shortNumber(0.0002, english), QStringLiteral("0.0002"));
    QCOMPARE(shortNumber(226'000, QLocale(QLocale::Chinese)), QString::fromUtf8("22.6万"));
    QCOMPARE(shortNumber(missing, english), QString());
    QCOMPARE(plainNumber(12'345, english), QStringLiteral("12,345"));
    QCOMPARE(plainNumber(0.0123, english), QStringLiteral("0.0123"));
    QCOMPARE(plainNumber(-3.14159, english), QStringLiteral("-3.14"));
}

FORETRAIL_TEST_MAIN(TestCharts, QApplication)
#include "tst_charts.moc"
