// A chart made for exploring: the brush below it, a box to zoom into, pinned steps, events, and what 20 curves look like.
#include "tests/ui/UiTest.h"
#include "ui/charts/ChartExport.h"
#include "ui/charts/LineCanvas.h"
#include "ui/charts/LineChart.h"
#include "ui/charts/OverviewBar.h"
#include "ui/charts/ValueTable.h"
#include "ui/theme/Theme.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QMenu>
#include <QSignalSpy>

#include <set>

using namespace foretrail;
using namespace foretrail::test;

namespace {

/// A hundred days from Monday 1 January 2024 on with the values 0, 10 ... 990, and half of them.
ChartContent hundredDays()
{
    ChartContent content;
    content.title = QStringLiteral("Daily revenue");
    content.valueTitle = QStringLiteral("Revenue (EUR)");
    content.axis = {Step::Day, QDateTime(QDate(2024, 1, 1), QTime(0, 0), QTimeZone::utc()).toMSecsSinceEpoch()};
    std::vector<double> values, halves;
    for (int i = 0; i < 100; ++i) {
        values.push_back(10 * i);
        halves.push_back(5 * i);
    }
    content.curves.append({QStringLiteral("History"), CurveRole::History, 0, 0, shared(values)});
    content.curves.append({QStringLiteral("Half"), CurveRole::Other, 0, 0, shared(halves)});
    return content;
}

class ExploreBoard {
public:
    explicit ExploreBoard(const ChartContent &content = hundredDays())
    {
        chart.setExploring(true);
        chart.resize(900, 500);
        chart.setContent(content);
        chart.show();
    }
    LineCanvas &canvas() { return *chart.findChild<LineCanvas *>(); }
    QWidget *view() { return canvas().viewport(); }
    OverviewBar &bar() { return *chart.findChild<OverviewBar *>(); }
    const QRectF &plot() { return canvas().geometryShown().plot; }
    /// A place in the plot by shares of its width and, from the top, of its height.
    QPoint at(double x, double y = 0.5) { return QPointF(plot().left() + x * plot().width(), plot().top() + y * plot().height()).toPoint(); }
    QPoint atStep(qint64 index) { return QPointF(canvas().geometryShown().x(double(index)), plot().center().y()).toPoint(); }
    QPoint onBar(double index) { return {int(plot().left() + index / 99 * plot().width()), bar().height() / 2}; }
    void drag(QWidget *where, QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::mousePress(where, Qt::LeftButton, modifiers, from);
        QTest::mouseMove(where, to);
        QTest::mouseRelease(where, Qt::LeftButton, modifiers, to);
    }
    void click(qint64 index) { QTest::mouseClick(view(), Qt::LeftButton, {}, atStep(index)); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(&canvas(), key, modifiers); }
    LineChart chart;
};

bool isNear(double value, double wanted) { return std::abs(value - wanted) < 0.8; } // a pixel is an eighth of a step

} // namespace

class TestExploreChart : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        Theme::apply(*qApp, Scheme::Light);
    }
    void theBrushHasTwoHandles();
    void theBrushFollowsTheKeys();
    void aBoxIsZoomedInto();
    void aBoxStaysWhenTheContentIsRefreshed();
    void clicksPinAndTellTheDifference();
    void theKeyboardPins();
    void aDoubleClickPinsNothing();
    void pinsStayWithTheirAxis();
    void withoutExploringAClickPinsNothing();
    void eventsAreReadOutAndListed();
    void theMenuAndTheKeysAskForNotes();
    void theCursorTellsAndFollows();
    void twentyCurvesLookDifferent();
    void exportsShowPinsAndNotes();
};

void TestExploreChart::theBrushHasTwoHandles()
{
    ExploreBoard board;
    QVERIFY(QTest::qWaitForWindowExposed(&board.chart));
    board.chart.setVisibleRange(20, 60);
    board.drag(&board.bar(), board.onBar(20), board.onBar(40));
    QVERIFY2(isNear(board.chart.visibleFrom(), 40), qPrintable(QString::number(board.chart.visibleFrom())));
    QVERIFY(isNear(board.chart.visibleTo(), 60)); // the other end stays
    board.drag(&board.bar(), board.onBar(60), board.onBar(80));
    QVERIFY(isNear(board.chart.visibleFrom(), 40));
    QVERIFY(isNear(board.chart.visibleTo(), 80));
    board.drag(&board.bar(), board.onBar(60), board.onBar(50)); // its middle takes both along
    QVERIFY(isNear(board.chart.visibleFrom(), 30));
    QVERIFY(isNear(board.chart.visibleTo(), 70));
    board.drag(&board.bar(), board.onBar(70), board.onBar(10)); // no end passes the other
    QVERIFY(isNear(board.chart.visibleFrom(), 30));
    QVERIFY(board.chart.visibleTo() >= board.chart.visibleFrom() + 1);
}

void TestExploreChart::theBrushFollowsTheKeys()
{
    ExploreBoard board;
    QVERIFY(QTest::qWaitForWindowExposed(&board.chart));
    board.chart.setVisibleRange(20, 60);
    QTest::keyClick(&board.bar(), Qt::Key_Right); // a twentieth of what is seen
    QCOMPARE(board.chart.visibleFrom(), 22.0);
    QCOMPARE(board.chart.visibleTo(), 62.0);
    QTest::keyClick(&board.bar(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(board.chart.visibleFrom(), 22.0);
    QCOMPARE(board.chart.visibleTo(), 64.0);
    QTest::keyClick(&board.bar(), Qt::Key_Left, Qt::ControlModifier);
    QVERIFY(isNear(board.chart.visibleFrom(), 20));
    QCOMPARE(board.chart.visibleTo(), 64.0);
    QTest::keyClick(&board.bar(), Qt::Key_End);
    QCOMPARE(board.chart.visibleTo(), 99.0);
    QTest::keyClick(&board.bar(), Qt::Key_Home);
    QCOMPARE(board.chart.visibleFrom(), 0.0);
    QTest::keyClick(&board.bar(), Qt::Key_Escape);
    QCOMPARE(board.chart.visibleTo(), 99.0);
}

void TestExploreChart::aBoxIsZoomedInto()
{
    ExploreBoard board;
    QVERIFY(QTest::qWaitForWindowExposed(&board.chart));
    const ChartGeometry before = board.canvas().geometryShown();
    board.drag(board.view(), board.at(0.2, 0.25), board.at(0.6, 0.75), Qt::ControlModifier);
    QVERIFY(isNear(board.chart.visibleFrom(), 0.2 * 99));
    QVERIFY(isNear(board.chart.visibleTo(), 0.6 * 99));
    const ChartGeometry &after = board.canvas().geometryShown();
    const double height = before.high - before.low;
    QVERIFY(std::abs(after.low - (before.low + 0.25 * height)) < 0.01 * height);
    QVERIFY(std::abs(after.high - (before.low + 0.75 * height)) < 0.01 * height);
    board.key(Qt::Key_Escape);
    QCOMPARE(board.canvas().geometryShown().low, before.low);
    QCOMPARE(board.canvas().geometryShown().high, before.high);
    QCOMPARE(board.chart.visibleTo(), 99.0);
}

void TestExploreChart::aBoxStaysWhenTheContentIsRefreshed()
{
    ExploreBoard board;
    QVERIFY(QTest::qWaitForWindowExposed(&board.chart));
    board.drag(board.view(), board.at(0.2, 0.25), board.at(0.6, 0.75), Qt::ControlModifier);
    const ChartGeometry zoomed = board.canvas().geometryShown();
    board.chart.setContent(hundredDays());
    QCOMPARE(board.canvas().geometryShown().low, zoomed.low);
    QCOMPARE(board.canvas().geometryShown().high, zoomed.high);
    QCOMPARE(board.chart.visibleFrom(), zoomed.from);
    QCOMPARE(board.chart.visibleTo(), zoomed.to);
    ChartContent other = hundredDays();
    other.axis.start += dayMs;
    board.chart.setContent(other);
    QVERIFY(board.canvas().geometryShown().high > zoomed.high);
}

void TestExploreChart::clicksPinAndTellTheDifference()
{
    ExploreBoard board;
    QVERIFY(QTest::qWaitForWindowExposed(&board.chart));
    QVERIFY(board.chart.pinTexts().isEmpty());
    board.click(10);
    QCOMPARE(board.chart.pinTexts(), (QStringList{QStringLiteral("| A Thu 11 Jan 2024"), QStringLiteral("History | 100"), QStringLiteral("Half | 50")}));
    board.click(30);
    QCOMPARE(board.chart.pinTexts(), (QStringList{QStringLiteral("| A Thu 11 Jan 2024 | B Wed 31 Jan 2024 | B minus A"),
                                                  QStringLiteral("History | 100 | 300 | +200"), QStringLiteral("Half | 50 | 150 | +100")}));
    QVERIFY(board.canvas().accessibleDescription().contains(QStringLiteral("+200")));
    board.click(20); // of three the oldest goes
    QCOMPARE(board.chart.content().pins, (std::vector<qint64>{30, 20}));
    QCOMPARE(board.chart.pinTexts().at(1), QStringLiteral("History | 300 | 200 | -100"));
    board.click(30); // a second click lets go
    QCOMPARE(board.chart.content().pins, (std::vector<qint64>{20}));
    board.key(Qt::Key_Delete);
    QVERIFY(board.chart.pinTexts().isEmpty());
}

void TestExploreChart::theKeyboardPins()
{
    ExploreBoard board;
    QVERIFY(QTest::qWaitForWindowExposed(&board.chart));
    board.key(Qt::Key_Right);
    board.key(Qt::Key_Return);
    board.key(Qt::Key_End);
    board.key(Qt::Key_Return);
    QCOMPARE(board.chart.content().pins, (std::vector<qint64>{0, 99}));
    board.key(Qt::Key_Home);
    board.key(Qt::Key_Delete); // the one at the cursor, not the last one
    QCOMPARE(board.chart.content().pins, (std::vector<qint64>{99}));
    board.key(Qt::Key_Delete);
    QVERIFY(board.chart.content().pins.empty());
}

void TestExploreChart::aDoubleClickPinsNothing()
{
    ExploreBoard board;
    QVERIFY(QTest::qWaitForWindowExposed(&board.chart));
    board.chart.setVisibleRange(20, 60);
    QTest::mouseDClick(board.view(), Qt::LeftButton, {}, board.atStep(40));
    QCOMPARE(board.chart.visibleTo(), 99.0);
    QVERIFY(board.chart.content().pins.empty());
}

void TestExploreChart::pinsStayWithTheirAxis()
{
    ExploreBoard board;
    QVERIFY(QTest::qWaitForWindowExposed(&board.chart));
    board.click(10);
    board.chart.setContent(hundredDays());
    QCOMPARE(board.chart.content().pins, (std::vector<qint64>{10}));
    ChartContent other = hundredDays();
    other.axis.start += dayMs;
    board.chart.setContent(other);
    QVERIFY(board.chart.content().pins.empty());
}

void TestExploreChart::withoutExploringAClickPinsNothing()
{
    ExploreBoard board;
    board.chart.setExploring(false);
    QVERIFY(QTest::qWaitForWindowExposed(&board.chart));
    board.click(10);
    QVERIFY(board.chart.content().pins.empty());
}

void TestExploreChart::eventsAreReadOutAndListed()
{
    ChartContent content = hundredDays();
    content.events = {{10, EventKind::Holiday, QStringLiteral("Fair")}, {10, EventKind::Note, QStringLiteral("Sale"), 3}, {50, EventKind::Note, QStringLiteral("Move"), 4}};
    ExploreBoard board(content);
    QVERIFY(QTest::qWaitForWindowExposed(&board.chart));
    QTest::mouseMove(board.view(), board.atStep(10));
    QCOMPARE(board.chart.cursorTexts(), (QStringList{QStringLiteral("Thu 11 Jan 2024"), QStringLiteral("History: 100"), QStringLiteral("Half: 50"),
                                                     QStringLiteral("Fair"), QStringLiteral("Sale")}));
    QVERIFY(board.canvas().accessibleDescription().contains(QStringLiteral("Tue 20 Feb 2024: Move")));
    const QList<QStringList> table = chartTable(content);
    QCOMPARE(table[0].last(), QStringLiteral("Events"));
    QCOMPARE(table[11].last(), QStringLiteral("Fair; Sale"));
    QCOMPARE(table[12].last(), QString());
}

void TestExploreChart::theMenuAndTheKeysAskForNotes()
{
    ChartContent content = hundredDays();
    content.events = {{10, EventKind::Note, QStringLiteral("Sale"), 3}};
    ExploreBoard board(content);
    QVERIFY(QTest::qWaitForWindowExposed(&board.chart));
    QSignalSpy wanted(&board.chart, &LineChart::noteWanted), edited(&board.chart, &LineChart::editWanted), removed(&board.chart, &LineChart::removalWanted);
    QContextMenuEvent event(QContextMenuEvent::Mouse, board.atStep(10), board.view()->mapToGlobal(board.atStep(10)));
    QApplication::sendEvent(board.view(), &event);
    auto &menu = Desk::child<QMenu>(board.chart, "stepMenu");
    QVERIFY(menu.isVisible());
    for (const char *name : {"addNote", "editNote", "deleteNote", "pinStep"})
        Desk::child<QAction>(menu, name).trigger();
    menu.close();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].toLongLong(), 10LL);
    QCOMPARE(edited[0][0].toLongLong(), 3LL);
    QCOMPARE(removed[0][0].toLongLong(), 3LL);
    QCOMPARE(board.chart.content().pins, (std::vector<qint64>{10}));
    board.key(Qt::Key_Home);
    board.key(Qt::Key_Right, Qt::ShiftModifier);
    board.key(Qt::Key_Delete); // the pin first, then the note
    board.key(Qt::Key_Delete);
    board.key(Qt::Key_F2);
    board.key(Qt::Key_N);
    QCOMPARE(removed.size(), 2);
    QCOMPARE(edited.size(), 2);
    QCOMPARE(wanted.size(), 2);
}

void TestExploreChart::theCursorTellsAndFollows()
{
    ExploreBoard board, other;
    QVERIFY(QTest::qWaitForWindowExposed(&board.chart));
    QObject::connect(&board.chart, &LineChart::cursorMoved, &other.chart, &LineChart::setCursor);
    QSignalSpy told(&other.chart, &LineChart::cursorMoved);
    QTest::mouseMove(board.view(), board.atStep(25));
    QCOMPARE(board.chart.cursor(), std::optional<qint64>(25));
    QCOMPARE(other.chart.cursor(), std::optional<qint64>(25));
    QCOMPARE(other.chart.cursorTexts().at(1), QStringLiteral("History: 250"));
    board.key(Qt::Key_Escape);
    QVERIFY(!other.chart.cursor());
    QCOMPARE(told.size(), 0); // who follows does not lead
}

/// Colour and dashes together tell 36 curves apart.
void TestExploreChart::twentyCurvesLookDifferent()
{
    ChartContent content = hundredDays();
    std::set<std::pair<QRgb, QList<qreal>>> looks;
    for (int i = 0; i < 36; ++i) {
        const Curve curve{QStringLiteral("Curve %1").arg(i), CurveRole::Other, i, 0, content.curves[0].values};
        const QPen pen = curvePen(curve, Theme::colors());
        looks.insert({pen.color().rgb(), pen.dashPattern()});
        if (i < 20)
            content.curves.append(curve);
    }
    QCOMPARE(looks.size(), size_t(36));
    ExploreBoard board(content);
    QVERIFY(QTest::qWaitForWindowExposed(&board.chart));
    QTest::mouseMove(board.view(), board.atStep(25));
    QCOMPARE(board.chart.cursorTexts().size(), 1 + 22);
    QVERIFY(!board.chart.grab().isNull());
}

void TestExploreChart::exportsShowPinsAndNotes()
{
    ChartContent content = hundredDays();
    content.events = {{40, EventKind::Note, QStringLiteral("Summer sale"), 3}};
    content.pins = {10};
    const auto svg = renderChart(content, QStringLiteral("svg"));
    VERIFY_RESULT(svg);
    QVERIFY(svg->contains("Summer sale"));
    QVERIFY(svg->contains("Thu 11 Jan 2024"));
}

FORETRAIL_TEST_MAIN(TestExploreChart, QApplication)
#include "tst_explorechart.moc"
