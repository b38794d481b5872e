// A network opened on the Train page, as a trainer meets it: trained there, looked into by keyboard and mouse, every number beside
// core's own of the same run.
#include "core/data/RunStore.h"
#include "core/training/Experiment.h"
#include "core/training/OpenedCell.h"
#include "tests/ui/UiTest.h"
#include "ui/charts/BarChart.h"
#include "ui/charts/ChartExport.h"
#include "ui/charts/HeatMap.h"
#include "ui/charts/Ticks.h"
#include "ui/dialogs/OpenCellDialog.h"
#include "ui/widgets/CellView.h"
#include "ui/widgets/RunsView.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSlider>
#include <QSpinBox>
#include <QTableView>

#include <cmath>

using namespace foretrail;
using namespace foretrail::test;

namespace {

constexpr int longMs = 120'000; // for work that takes seconds on a busy machine
constexpr int lookback = 7;

std::vector<double> week(int days, double level)
{
    std::vector<double> values;
    for (int day = 0; day < days; ++day)
        values.push_back(level + 40 * std::sin(day * 2 * M_PI / 7) + (day * 7919) % 31);
    return values;
}

void type(Desk &desk, const char *field, const QString &text)
{
    auto *edit = desk.part<QSpinBox>(field).findChild<QLineEdit *>();
    edit->selectAll();
    QTest::keyClicks(edit, text);
    QTest::keyClick(edit, Qt::Key_Return);
}

/// The window on a workspace of two long series and a short one, on the Train page, with one run of `model` trained there.
class CellDesk : public Desk {
public:
    explicit CellDesk(const QString &language = QStringLiteral("en")) : Desk(language) {}
    bool train(const QString &model)
    {
        m_path = path(QStringLiteral("shop.foretrail"));
        if (!makeSeries(m_path, {{QStringLiteral("large"), week(90, 300)}, {QStringLiteral("other"), week(60, 200)}, {QStringLiteral("short"), week(5, 100)}})
            || !openAndWait(m_path))
            return false;
        window().showPage(QStringLiteral("train"));
        if (!QTest::qWaitFor([this] { return isIdle() && part<QPushButton>("primaryAction").isEnabled(); }, longMs) || !choose("trainModel", model))
            return false;
        if (OpenedCell::canOpen(model))
            for (const auto &[field, text] : std::map<const char *, QString>{{"trainLookback", QString::number(lookback)}, {"trainLayers", QStringLiteral("2")},
                                                                              {"trainUnits", QStringLiteral("3")}, {"trainEpochs", QStringLiteral("4")}})
                type(*this, field, text);
        click("primaryAction");
        return QTest::qWaitFor([this] { return isIdle() && part<QTableView>("runsTable").model()->rowCount() == 1; }, longMs);
    }
    /// The same with a network over three series of 90 days, stored before the window opens.
    bool trainMany()
    {
        m_path = path(QStringLiteral("shop.foretrail"));
        if (!makeSeries(m_path, {{QStringLiteral("large"), week(90, 300)}, {QStringLiteral("other"), week(90, 200)}, {QStringLiteral("third"), week(90, 100)}}))
            return false;
        TrainingSpec spec;
        spec.query.measure = Measure::Value;
        spec.query.by = GroupBy::Series;
        spec.query.keys = {QStringLiteral("large")};
        spec.model.model = QStringLiteral("lstm-global");
        spec.model.global.lookback = 14;
        spec.model.global.segment = 7;
        spec.model.global.units = 4;
        spec.model.global.epochs = 2;
        spec.model.global.windows = 100;
        spec.model.global.members = 2;
        spec.model.global.embedding = 2;
        spec.horizon = 5;
        spec.split.test = 7;
        {
            auto workspace = Workspace::open(m_path);
            JobContext job;
            if (!workspace || !trainAndStore(*workspace, spec, job))
                return false;
        }
        if (!openAndWait(m_path))
            return false;
        window().showPage(QStringLiteral("train"));
        return QTest::qWaitFor([this] { return isIdle() && part<QTableView>("runsTable").model()->rowCount() == 1; }, longMs);
    }
    QAction &cellAction() { return *window().findChild<QAction *>(QStringLiteral("runCell")); }
    /// By the menu; waits until something is shown.
    bool openCell()
    {
        cellAction().trigger();
        return settle();
    }
    bool settle()
    {
        return QTest::qWaitFor([this] { return isIdle(); }, longMs);
    }
    OpenCellDialog &dialog() { return child<OpenCellDialog>(window(), "openCellDialog"); }
    HeatMap &heat() { return child<HeatMap>(dialog(), "cellHeat"); }
    QSlider &slider() { return child<QSlider>(dialog(), "cellWindow"); }
    BarChart &lags() { return child<BarChart>(dialog(), "cellLags"); }
    CellPlace place() { return dialog().findChild<CellView *>()->place(); }
    QString equations() { return child<QPlainTextEdit>(dialog(), "cellEquations").toPlainText(); }
    QString shown(const char *label) { return child<QLabel>(dialog(), label).text(); }
    bool pick(const char *combo, const QString &text) { return choose(child<QComboBox>(dialog(), combo), text); }

    std::shared_ptr<const OpenedCell> core(const QString &series = {})
    {
        auto workspace = Workspace::open(m_path, Workspace::Mode::ReadOnly);
        JobContext job;
        auto cell = OpenedCell::open(*workspace, RunStore(*workspace).list()->front().id, series, job);
        return cell ? *cell : nullptr;
    }

private:
    QString m_path;
};

/// The values of a layer as a heat map shows them: rows are units.
std::vector<double> statesOf(const CellWindow &window, int layer, const std::function<double(const LayerTrace &, int step, int unit)> &value)
{
    std::vector<double> values;
    for (int unit = 0; unit < window.trace.layers[size_t(layer)].units; ++unit)
        for (int step = 0; step < window.steps(); ++step)
            values.push_back(value(window.trace.layers[size_t(layer)], step, unit));
    return values;
}

std::vector<double> hiddenOf(const CellWindow &window, int layer)
{
    return statesOf(window, layer, [](const LayerTrace &trace, int step, int unit) { return trace.state(step, unit); });
}

/// The numbers of the last line of the equations.
std::vector<double> lastNumbers(const QString &equations)
{
    std::vector<double> numbers;
    static const QRegularExpression number(QStringLiteral("-?\\d+\\.\\d+"));
    for (auto found = number.globalMatch(equations.section(QLatin1Char('\n'), -1)); found.hasNext();)
        numbers.push_back(found.next().captured().toDouble());
    return numbers;
}

} // namespace

class TestOpenCell : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void coloursAndNumbers();
    void countsAreWrittenWhereTheyFit();
    void heatMapIsExported();
    void otherModelsHaveNone();
    void looksIntoACell_data();
    void looksIntoACell();
    void looksIntoANetworkOfMany();
    void movesThroughWindows();
    void lagsByOneInput();
    void exportsTheTable();
    void typeGrows();
    void showsAnotherSeries();
    void speaksChinese();
    void closesWithItsWorkspace();
};

void TestOpenCell::coloursAndNumbers()
{
    for (const ThemeColors &colors : {Theme::colors(), Theme::paperColors()}) {
        QCOMPARE(heatColor(colors, 0), colors.surface);
        QCOMPARE(heatColor(colors, 1), colors.accent);
        QCOMPARE(heatColor(colors, -2), colors.warning);
    }
    QCOMPARE(inkOn(Qt::white), QColor(Qt::black));
    QCOMPARE(inkOn(QColor(0x2F6FDE)), QColor(Qt::white));
    HeatContent content;
    content.rowTitle = QStringLiteral("Unit");
    content.columnTitle = QStringLiteral("Step");
    content.rows = {QStringLiteral("1"), QStringLiteral("2")};
    content.columns = {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
    content.values = {0.25, -0.5, 1, 0, 0.125, missing};
    const QList<QStringList> table{{QStringLiteral("Step"), QStringLiteral("Unit 1"), QStringLiteral("Unit 2")},
                                   {QStringLiteral("a"), QStringLiteral("0.25"), QStringLiteral("0")},
                                   {QStringLiteral("b"), QStringLiteral("-0.5"), QStringLiteral("0.125")},
                                   {QStringLiteral("c"), QStringLiteral("1"), QString()}};
    QCOMPARE(chartTable(content), table);
    const HeatPainter painter(content, Theme::colors(), QFont());
    const QRectF area(0, 0, 600, 300);
    QCOMPARE(painter.text({1, 0}), QStringLiteral("Unit 1, b: -0.5000"));
    QCOMPARE(painter.text({0, 0}), QStringLiteral("Unit 1, a: +0.2500"));
    for (int row = 0; row < 2; ++row)
        for (int column = 0; column < 3; ++column)
            QCOMPARE(painter.cellAt(area, painter.cellRect(area, {column, row}).center()), QPoint(column, row));
    QCOMPARE(painter.cellAt(area, {1, 1}), QPoint(-1, -1));
}

// 24 hours in the width that a profile has at 1280 x 800.
void TestOpenCell::countsAreWrittenWhereTheyFit()
{
    HeatContent content;
    content.isCount = true;
    content.rows = {QStringLiteral("Mon")};
    for (int hour = 0; hour < 24; ++hour) {
        content.columns << QString::number(hour);
        content.values.push_back(hour == 3 ? 0 : hour == 5 ? 4 : 27);
    }
    QFont font;
    font.setPixelSize(13);
    const HeatPainter painter(content, Theme::colors(), font);
    const QRectF wide(0, 0, 900, 120), usual(0, 0, 370, 120), narrow(0, 0, 200, 120);
    for (const QRectF &area : {wide, usual}) {
        QCOMPARE(painter.cellText(area, {0, 0}), QStringLiteral("27"));
        QCOMPARE(painter.cellText(area, {5, 0}), QStringLiteral("4"));
        QCOMPARE(painter.cellText(area, {3, 0}), QString());
    }
    QCOMPARE(painter.cellText(narrow, {0, 0}), QString()); // rather than cut
    QCOMPARE(painter.cellText(narrow, {5, 0}), QStringLiteral("4"));
}

void TestOpenCell::heatMapIsExported()
{
    HeatContent content;
    content.title = QStringLiteral("Hidden state");
    content.rows = {QStringLiteral("1")};
    content.columns = {QStringLiteral("a"), QStringLiteral("b")};
    content.values = {-1, 1};
    for (const auto &[format, start] : std::map<QString, QByteArray>{{QStringLiteral("png"), "\x89PNG"}, {QStringLiteral("pdf"), "%PDF"}, {QStringLiteral("svg"), "<?xml"}}) {
        const auto bytes = renderChart(content, format);
        VERIFY_RESULT(bytes);
        QVERIFY(bytes->startsWith(start));
    }
    const QImage image = chartImage(content, {400, 300});
    QSet<QRgb> seen;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            seen.insert(image.pixel(x, y));
    QVERIFY(seen.contains(Theme::paperColors().accent.rgb()) && seen.contains(Theme::paperColors().warning.rgb()));
}

void TestOpenCell::otherModelsHaveNone()
{
    CellDesk desk;
    QVERIFY(desk.train(QStringLiteral("drift")));
    desk.part<RunsView>("runsView").select(desk.part<RunsView>("runsView").model().run(0).id);
    QVERIFY(!desk.cellAction().isEnabled());
    QVERIFY(desk.cellAction().toolTip().contains(QStringLiteral("lstm")));
}

void TestOpenCell::looksIntoACell_data()
{
    QTest::addColumn<QString>("model");
    QTest::newRow("lstm") << QStringLiteral("lstm");
    QTest::newRow("gru") << QStringLiteral("gru");
}

void TestOpenCell::looksIntoACell()
{
    QFETCH(QString, model);
    CellDesk desk;
    QVERIFY(desk.train(model));
    QVERIFY(desk.openCell());
    const auto cell = desk.core();
    QVERIFY(cell);
    JobContext job;
    const CellWindow window = *cell->look(cell->windowCount() - 1, job);
    QTRY_COMPARE(desk.heat().content().values, hiddenOf(window, 0)); // the newest window, the hidden state
    QCOMPARE(desk.place(), (CellPlace{0, lookback - 1, 0}));

    desk.dialog().resize(1180, 740);
    // Keyboard and mouse choose unit and step; the equations follow, and recompute the hidden state.
    QTest::keyClick(&desk.heat(), Qt::Key_Down);
    QTest::keyClick(&desk.heat(), Qt::Key_Left);
    QCOMPARE(desk.place(), (CellPlace{0, lookback - 2, 1}));
    QTest::mouseClick(&desk.heat(), Qt::LeftButton, {}, desk.heat().cellRect(2, 3).center().toPoint());
    QCOMPARE(desk.place(), (CellPlace{0, 3, 2}));
    QTest::keyClick(&desk.heat(), Qt::Key_Home);
    QTest::keyClick(&desk.heat(), Qt::Key_Left); // stays at the edge
    QTest::keyClick(&desk.heat(), Qt::Key_Right);
    QCOMPARE(desk.place(), (CellPlace{0, 1, 2}));
    QVERIFY(desk.pick("cellLayer", QStringLiteral("2")));
    QCOMPARE(desk.place(), (CellPlace{1, 1, 2}));
    QCOMPARE(desk.heat().content().values, hiddenOf(window, 1));
    Desk::child<QSpinBox>(desk.dialog(), "cellDecimals").setValue(8);
    const std::vector<double> n = lastNumbers(desk.equations());
    const double hidden = window.trace.layers[1].state(1, 2);
    const bool isLstm = model == QStringLiteral("lstm");
    QCOMPARE(n.size(), size_t(isLstm ? 3 : 5));
    const double again = isLstm ? n[0] * std::tanh(n[1]) : (1 - n[0]) * n[1] + n[2] * n[3];
    QVERIFY2(std::abs(again - hidden) < 1e-6 && std::abs(n.back() - hidden) < 1e-8, qPrintable(desk.equations()));
    QVERIFY(desk.equations().contains(QStringLiteral("Layer 2, unit 3, step 2 of 7")));
    QVERIFY(desk.heat().cursorText().startsWith(QStringLiteral("Unit 3, ")));

    // A gate, and what comes in.
    QVERIFY(desk.pick("cellQuantity", isLstm ? QStringLiteral("Forget gate f") : QStringLiteral("Update gate z")));
    QCOMPARE(desk.heat().content().values, statesOf(window, 1, [](const LayerTrace &trace, int step, int unit) { return trace.gate(step, 1, unit); }));
    QCOMPARE(desk.heat().content().centre, 0.5);
    QTest::mouseMove(&desk.heat(), desk.heat().cellRect(1, 2).center().toPoint());
    QVERIFY(desk.pick("cellLayer", QStringLiteral("1")) && desk.pick("cellQuantity", QStringLiteral("Inputs x")));
    QCOMPARE(desk.heat().content().rows.value(0), QStringLiteral("value"));
    for (int step = 0; step < lookback; ++step)
        QCOMPARE(desk.heat().content().at(0, step), window.input(step, 0));

    desk.settings().setScheme(Scheme::Dark);
    // The lags sum to what the sentence says.
    double sum = 0;
    for (int step = 0; step < lookback; ++step)
        sum += desk.lags().content().values[size_t(step)];
    QVERIFY(std::abs(sum - window.moves.difference() * window.scaling.width) <= 1e-4 * std::abs(sum));
    QVERIFY(desk.shown("cellSentence").contains(plainNumber(window.output)));
    const QWidget *below = desk.lags().parentWidget(); // the axis of the lags is not cut where the sentence takes two lines
    desk.dialog().resize(900, 600);
    QTRY_VERIFY2(below->rect().contains(desk.lags().geometry()), qPrintable(QString::number(desk.lags().geometry().bottom())));
}

// One of its networks and one step ahead are looked at; steps take in a week each, and lags are seven to a step.
void TestOpenCell::looksIntoANetworkOfMany()
{
    CellDesk desk;
    QVERIFY(desk.trainMany());
    QVERIFY(desk.cellAction().isEnabled());
    QVERIFY(desk.openCell());
    const auto cell = desk.core();
    QVERIFY(cell);
    JobContext job;
    const int last = cell->windowCount() - 1;
    QTRY_COMPARE(desk.heat().content().values, hiddenOf(*cell->look(last, job), 0));
    QCOMPARE(desk.heat().content().columns.size(), 2);
    auto &member = Desk::child<QSpinBox>(desk.dialog(), "cellMember");
    auto &ahead = Desk::child<QSpinBox>(desk.dialog(), "cellAhead");
    QVERIFY(member.isVisible() && ahead.isVisible());
    QCOMPARE(member.maximum(), 2);
    QCOMPARE(ahead.maximum(), 5);
    member.setValue(2);
    ahead.setValue(3);
    const CellWindow window = *cell->look(CellChoice{last, 1, 3}, job);
    QTRY_COMPARE(desk.heat().content().values, hiddenOf(window, 0));
    QVERIFY(desk.shown("cellWindowText").endsWith(QStringLiteral("forecasts Tue 2 Apr 2024")));
    QTRY_VERIFY(desk.shown("cellSentence").contains(QStringLiteral("one of 2 networks")));
    QVERIFY(desk.shown("cellSentence").contains(plainNumber(window.output)));
    QVERIFY(desk.pick("cellQuantity", QStringLiteral("Inputs x")));
    QCOMPARE(desk.heat().content().rows.front(), QStringLiteral("value 1 of the step"));
    QCOMPARE(desk.heat().content().rows.back(), QStringLiteral("series, number 2"));
    QCOMPARE(desk.lags().content().values.size(), size_t(2));
    QVERIFY(desk.lags().content().labels.back().contains(QStringLiteral("lags 7 to 1")));
    QVERIFY(desk.pick("cellLagInput", QStringLiteral("value")));
    QCOMPARE(desk.lags().content().values.size(), size_t(14));
    QCOMPARE(desk.lags().content().values.back(), window.moves.of(1, 6) * window.scaling.width);
    QVERIFY(desk.lags().content().labels.back().contains(QStringLiteral("lag 1")));
}

void TestOpenCell::movesThroughWindows()
{
    CellDesk desk;
    QVERIFY(desk.train(QStringLiteral("gru")));
    QVERIFY(desk.openCell());
    const auto cell = desk.core();
    JobContext job;
    QTRY_VERIFY(!desk.heat().content().isEmpty());
    QCOMPARE(desk.slider().maximum(), 90 - lookback);
    QCOMPARE(desk.shown("cellWindowText"), QStringLiteral("Sun 24 Mar 2024 to Sat 30 Mar 2024, forecasts Sun 31 Mar 2024"));
    QTest::keyClick(&desk.slider(), Qt::Key_Left);
    QTest::keyClick(&desk.slider(), Qt::Key_PageDown); // a season back; of moves in a row the last one is shown
    const int index = 90 - lookback - 1 - 7;
    QCOMPARE(desk.slider().value(), index);
    QTRY_COMPARE(desk.heat().content().values, hiddenOf(*cell->look(index, job), 0));
    QTRY_VERIFY(desk.shown("cellSentence").contains(QStringLiteral("It was ")));
    QTest::keyClick(&desk.slider(), Qt::Key_Home);
    QTRY_COMPARE(desk.heat().content().values, hiddenOf(*cell->look(0, job), 0));
    QCOMPARE(desk.heat().content().columns.front(), QStringLiteral("1 Jan"));
    QVERIFY(desk.settle());
}

void TestOpenCell::lagsByOneInput()
{
    CellDesk desk;
    QVERIFY(desk.train(QStringLiteral("lstm")));
    QVERIFY(desk.openCell());
    QTRY_VERIFY(!desk.lags().content().values.empty());
    const auto cell = desk.core();
    JobContext job;
    const CellWindow window = *cell->look(cell->windowCount() - 1, job);
    QVERIFY(desk.pick("cellLagInput", QStringLiteral("value")));
    for (int step = 0; step < lookback; ++step)
        QCOMPARE(desk.lags().content().values[size_t(step)], window.moves.of(step, 0) * window.scaling.width);
    QVERIFY(desk.lags().content().labels.back().contains(QStringLiteral("lag 1")));
}

void TestOpenCell::exportsTheTable()
{
    CellDesk desk;
    FileAnswers answers;
    QVERIFY(desk.train(QStringLiteral("gru")));
    QVERIFY(desk.openCell());
    QTRY_VERIFY(!desk.heat().content().isEmpty());
    answers.save = desk.path(QStringLiteral("cell.csv"));
    desk.click(Desk::child<QPushButton>(desk.dialog(), "cellExport"));
    QVERIFY(desk.settle());
    const QList<QStringList> rows = parsedCsv(readAll(answers.save));
    QCOMPARE(rows, chartTable(desk.heat().content()));
    QCOMPARE(rows.size(), 1 + lookback);
    QCOMPARE(rows.last().value(2).toDouble(), desk.heat().content().at(1, lookback - 1));
    QVERIFY(answers.asked.path.endsWith(QStringLiteral(".csv")));
}

void TestOpenCell::typeGrows()
{
    CellDesk desk;
    QVERIFY(desk.train(QStringLiteral("gru")));
    QVERIFY(desk.openCell());
    QTRY_VERIFY(!desk.heat().content().isEmpty());
    const int before = QFontInfo(desk.heat().font()).pixelSize();
    auto &larger = Desk::child<QPushButton>(desk.dialog(), "cellLarger");
    auto &smaller = Desk::child<QPushButton>(desk.dialog(), "cellSmaller");
    QCOMPARE(larger.shortcut(), QKeySequence(Qt::CTRL | Qt::Key_Plus));
    desk.click(larger);
    desk.click(larger);
    for (QWidget *part : std::initializer_list<QWidget *>{&desk.heat(), &desk.lags(), &Desk::child(desk.dialog(), "cellEquations"), &Desk::child(desk.dialog(), "cellSentence")})
        QVERIFY2(QFontInfo(part->font()).pixelSize() >= before * 3 / 2, qPrintable(part->objectName()));
    desk.click(smaller);
    desk.click(smaller);
    QCOMPARE(QFontInfo(desk.heat().font()).pixelSize(), before);
    QVERIFY(!Desk::child<QPushButton>(desk.dialog(), "cellSmaller").isEnabled());
}

void TestOpenCell::showsAnotherSeries()
{
    CellDesk desk;
    QVERIFY(desk.train(QStringLiteral("lstm")));
    QVERIFY(desk.openCell());
    QTRY_VERIFY(!desk.heat().content().isEmpty());
    QVERIFY(desk.pick("cellSeries", QStringLiteral("other")));
    const auto other = desk.core(QStringLiteral("other"));
    JobContext job;
    QTRY_COMPARE(desk.heat().content().values, hiddenOf(*other->look(other->windowCount() - 1, job), 0));
    QVERIFY(desk.settle());
    QVERIFY(desk.pick("cellSeries", QStringLiteral("short")));
    QVERIFY(desk.settle());
    qInfo("%s", qPrintable(Desk::child<QLabel>(desk.dialog(), "emptySentence").text()));
    QTRY_VERIFY(Desk::child<QLabel>(desk.dialog(), "emptySentence").text().contains(QStringLiteral("7 values in a row")));
    QVERIFY(!Desk::child<QPushButton>(desk.dialog(), "cellExport").isEnabled());
    desk.click(Desk::child<QPushButton>(desk.dialog(), "emptyButton"));
    const auto own = desk.core();
    QTRY_VERIFY(desk.heat().isVisible());
    QTRY_COMPARE(desk.heat().content().values, hiddenOf(*own->look(own->windowCount() - 1, job), 0));
    QCOMPARE(Desk::child<QComboBox>(desk.dialog(), "cellSeries").currentText(), QStringLiteral("large"));
}

void TestOpenCell::speaksChinese()
{
    CellDesk desk;
    QVERIFY(desk.train(QStringLiteral("gru")));
    QVERIFY(desk.openCell());
    QTRY_VERIFY(!desk.heat().content().isEmpty());
    QVERIFY(desk.pick("cellQuantity", QStringLiteral("Reset gate r")));
    desk.settings().setLanguage(QStringLiteral("zh_CN"));
    QTRY_COMPARE(Desk::child<QComboBox>(desk.dialog(), "cellQuantity").currentIndex(), 1); // what was chosen stays
    QCOMPARE(Desk::child<QComboBox>(desk.dialog(), "cellQuantity").count(), 5);
    QCOMPARE(desk.heat().content().centre, 0.5);
}

void TestOpenCell::closesWithItsWorkspace()
{
    CellDesk desk;
    QVERIFY(desk.train(QStringLiteral("gru")));
    QVERIFY(desk.openCell());
    QVERIFY(desk.dialog().isVisible());
    desk.session().closeWorkspace();
    QTRY_VERIFY(!desk.window().findChild<OpenCellDialog *>(QStringLiteral("openCellDialog")));
}

FORETRAIL_TEST_MAIN(TestOpenCell, QApplication)
#include "tst_opencell.moc"
