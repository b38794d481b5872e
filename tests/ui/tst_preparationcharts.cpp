// What the Prepare page draws and lists, without a window: every figure follows from small series by hand.
#include "tests/ui/UiTest.h"
#include "ui/RecipeRun.h"
#include "ui/charts/PreparationChart.h"
#include "ui/charts/SeasonalChart.h"
#include "ui/charts/SpectrumChart.h"
#include "ui/charts/Ticks.h"
#include "ui/models/FeatureTableModel.h"
#include "ui/models/RecipeComparison.h"
#include "ui/models/RecipeDraft.h"
#include "ui/models/RecipeModel.h"
#include "ui/models/RecipeWords.h"
#include "ui/widgets/ParameterEditor.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>

#include <cmath>
#include <numbers>

using namespace foretrail;
using namespace foretrail::test;

namespace {

using Mode = QAbstractItemModelTester::FailureReportingMode;
constexpr WallMs monday = 1'704'067'200'000; // 2024-01-01

RecipeStep step(const char *kind, const QJsonObject &parameters = {}, bool isOn = true)
{
    return {QLatin1String(kind), isOn, parameters};
}

std::shared_ptr<const Series> daily(std::vector<double> values)
{
    return std::make_shared<const Series>(Series{QStringLiteral("a"), {}, {}, {Step::Day, monday, 0}, std::move(values)});
}

PreparedPicture prepared(const Recipe &recipe, const std::shared_ptr<const Series> &series)
{
    JobContext job;
    return prepareForPicture(recipe, series, std::make_shared<const Surroundings>(), job);
}

QStringList kinds(const RecipeDraft &draft)
{
    QStringList all;
    for (const RecipeStep &one : draft.recipe().steps)
        all << one.kind;
    return all;
}

} // namespace

class TestPreparationCharts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void recipesRunAsFarAsTheyGo();
    void bordersAndBrokenSteps();
    void cleaningMarksWhatItDid();
    void whatIsCutMovesTheLine();
    void columnsAreDrawnOnce();
    void seasonalPlotFoldsTheTime();
    void spectrumNamesItsPeaks();
    void periodsInWords();
    void labelsAreThinned();
    void draftUndoesWhatAPersonDid();
    void draftKeepsBrokenValues();
    void draftMergesTyping();
    void modelTellsSingleRows();
    void featureTable();
    void recipesDiffer();
    void valuesInWords();
    void listsFromText();
};

void TestPreparationCharts::recipesRunAsFarAsTheyGo()
{
    const auto series = daily({1, missing, 3, -2, 5, 6, 7, 8});
    // The logarithm cannot stand -2: the steps before it run, those behind it do not.
    const PreparedPicture done = prepared({{}, {step("missing"), step("log1p"), step("lags")}}, series);
    QVERIFY(done.done);
    QCOMPARE(done.problems.size(), 1);
    QCOMPARE(done.problems[0].step, 1);
    QVERIFY(done.stage(0));
    QCOMPARE(done.stage(0)->after->target.values[1], 2.0);
    QVERIFY(!done.stage(1));
    QVERIFY(!done.stage(2));
    QCOMPARE(done.seriesAfter(0)->values[1], 2.0);
    QCOMPARE(done.seriesAfter(1)->values, done.seriesAfter(0)->values); // as the step before made it
    const PreparedPicture nothing = prepared({{}, {step("missing")}}, daily({missing, missing}));
    QVERIFY(!nothing.done);
    QVERIFY(nothing.problems.isEmpty());
    QVERIFY(!nothing.error.isEmpty());
}

void TestPreparationCharts::bordersAndBrokenSteps()
{
    std::vector<double> values(100);
    for (size_t i = 0; i < values.size(); ++i)
        values[i] = double(i);
    const QJsonObject split{{QStringLiteral("test"), 10}, {QStringLiteral("validation"), 20}, {QStringLiteral("lookback"), 5}, {QStringLiteral("horizon"), 2}};
    PreparedPicture done = prepared({{}, {step("missing"), step("windows", split)}}, daily(values));
    QCOMPARE(done.split, (SplitPlan{70, 20, 10}));
    QCOMPARE(done.windows.size(), size_t(64)); // first targets 5 .. 68: two targets end before 70
    QCOMPARE(done.windows.front(), qint64(5));
    // A lookback that does not fit leaves the windows out, and says so.
    QJsonObject tooLong = split;
    tooLong.insert(QStringLiteral("lookback"), 90);
    done = prepared({{}, {step("missing"), step("windows", tooLong)}}, daily(values));
    QCOMPARE(done.problems.size(), 1);
    QCOMPARE(done.problems[0].parameter, QStringLiteral("lookback"));
    QVERIFY(!done.split);
    QVERIFY(done.stage(0));
    // What is wrong whatever the series is left out before anything runs.
    done = prepared({{}, {step("missing", {{QStringLiteral("rule"), QStringLiteral("magic")}}), step("scale")}}, daily(values));
    QCOMPARE(done.problems.size(), 1);
    QCOMPARE(done.problems[0].step, 0);
    QVERIFY(!done.stage(0));
    QVERIFY(done.stage(1));
}

void TestPreparationCharts::cleaningMarksWhatItDid()
{
    const PreparedPicture done = prepared({{}, {step("missing"), step("negative", {{QStringLiteral("rule"), QStringLiteral("missing")}})}},
                                         daily({1, missing, 3, -2, 5}));
    const StepSurroundings around{QStringLiteral("Missing values"), StepGroup::Cleaning, QStringLiteral("Value"), {}, {}, {monday + 3 * 86'400'000LL}};
    const StepPicture first = stepPicture(*done.stage(0), around);
    QVERIFY(first.isOne());
    QCOMPARE(first.after.curves.size(), 2);
    QCOMPARE(first.after.curves[0].role, CurveRole::Earlier);
    QCOMPARE(first.after.points.size(), 1);
    QCOMPARE(first.after.points[0].shape, PointShape::Diamond);
    QCOMPARE(first.after.points[0].at, std::vector<qint64>{1});
    QCOMPARE(first.after.marks.size(), 1);
    QCOMPARE(first.after.marks[0].index, qint64(3));
    QCOMPARE(first.after.marks[0].label, QStringLiteral("test"));
    StepSurroundings later = around;
    later.marksBefore = done.stage(0)->after->marks;
    const StepPicture second = stepPicture(*done.stage(1), later);
    QCOMPARE(second.after.points.size(), 1); // the filled one is not its own
    QCOMPARE(second.after.points[0].shape, PointShape::Cross);
    QCOMPARE(second.after.points[0].values, std::vector<double>{-2}); // drawn where it was
    const QList<QStringList> table = chartTable(second.after);
    QCOMPARE(table[0].size(), 4); // time, before, after, taken out
    QCOMPARE(table[4][3], QStringLiteral("-2"));
}

void TestPreparationCharts::whatIsCutMovesTheLine()
{
    const PreparedPicture done = prepared({{}, {step("difference")}}, daily({1, 3, 6, 10}));
    const StepPicture picture = stepPicture(*done.stage(0), {QStringLiteral("Difference"), StepGroup::Transform, QStringLiteral("Value"), {}, {}, {}});
    QVERIFY(!picture.isOne());
    QCOMPARE(picture.after.axis, picture.before.axis);
    const std::vector<double> &values = *picture.after.curves[0].values;
    QCOMPARE(values.size(), size_t(4));
    QVERIFY(std::isnan(values[0]));
    QCOMPARE(values[3], 4.0);
}

void TestPreparationCharts::columnsAreDrawnOnce()
{
    const PreparedPicture done = prepared({{}, {step("lags", {{QStringLiteral("lags"), QJsonArray{1}}}), step("lags", {{QStringLiteral("lags"), QJsonArray{2}}})}},
                                         daily({1, 2, 3, 4, 5}));
    StepSurroundings around{QStringLiteral("Lags"), StepGroup::Feature, QStringLiteral("Value"), {}, {}, {}};
    around.columnsBefore = {QStringLiteral("lag 1")};
    const StepPicture picture = stepPicture(*done.stage(1), around);
    QCOMPARE(picture.after.curves.size(), 1);
    QCOMPARE(picture.after.curves[0].name, QStringLiteral("lag 2"));
    QCOMPARE(picture.after.curves[0].values->at(4), 3.0);
}

void TestPreparationCharts::seasonalPlotFoldsTheTime()
{
    std::vector<double> values;
    for (int i = 0; i < 14; ++i)
        values.push_back(i);
    const auto series = daily(values);
    QCOMPARE(cyclesOf(series->axis, 7), (QList<Cycle>{Cycle::Week, Cycle::Year}));
    const ChartContent weeks = seasonalChart(*series, Cycle::Week, 7, QStringLiteral("Value"));
    QCOMPARE(weeks.curves.size(), 3); // two weeks and their mean
    QCOMPARE(weeks.curves[0].role, CurveRole::Cycle);
    QCOMPARE(weeks.curves[1].role, CurveRole::Fit); // the newest
    QCOMPARE(*weeks.curves[2].values, (std::vector<double>{3.5, 4.5, 5.5, 6.5, 7.5, 8.5, 9.5}));
    // A Thursday at the start stands fourth, and the days before it are not known.
    Series thursday = *series;
    thursday.axis.start = monday + 3 * 86'400'000LL;
    const ChartContent moved = seasonalChart(thursday, Cycle::Week, 7, {});
    QVERIFY(std::isnan(moved.curves[0].values->at(2)));
    QCOMPARE(moved.curves[0].values->at(3), 0.0);
    // 1 March stands on its place in years with and without a 29 February.
    Series years = *series;
    years.axis.start = QDateTime(QDate(2023, 1, 1), QTime(0, 0), QTimeZone::utc()).toMSecsSinceEpoch();
    years.values.assign(730, 0.0);
    years.values[59] = 1;        // 1 March 2023
    years.values[365 + 60] = 2;  // 1 March 2024
    const ChartContent both = seasonalChart(years, Cycle::Year, 7, {});
    QCOMPARE(both.curves[0].values->at(60), 1.0);
    QCOMPARE(both.curves[1].values->at(60), 2.0);
    QCOMPARE(both.labels.text(60), QStringLiteral("1 Mar"));
    QCOMPARE(both.labels.at.size(), size_t(12));
    const Series plain{QStringLiteral("p"), {}, {}, {}, {1, 2, 3}};
    QVERIFY(cyclesOf(plain.axis, 1).isEmpty());
}

void TestPreparationCharts::spectrumNamesItsPeaks()
{
    std::vector<double> values;
    for (int i = 0; i < 280; ++i)
        values.push_back(100 + 10 * std::sin(2 * std::numbers::pi * i / 7));
    const Spectrum spectrum = periodogram(values, false);
    const auto peaks = strongestPeaks(spectrum, 1);
    QCOMPARE(peaks.size(), size_t(1));
    const ChartContent content = spectrumChart(spectrum, peaks, Step::Day);
    QCOMPARE(content.marks.size(), 1);
    QCOMPARE(content.marks[0].label, QStringLiteral("7 days"));
    // The highest point of the line stands at the mark: a sine of amplitude 10 has power 50.
    const std::vector<double> &line = *content.curves[0].values;
    QVERIFY(std::abs(line[size_t(content.marks[0].index)] - 50) < 1e-6);
    QVERIFY(peaksInWords(peaks, Step::Day).startsWith(QStringLiteral("Strongest: 7 days (100 %)")));
    QCOMPARE(peaksInWords({}, Step::Day), QStringLiteral("No period stands out."));
    QVERIFY(spectrumChart(periodogram(std::vector<double>{1, 2}), {}, Step::Day).isEmpty());
}

void TestPreparationCharts::periodsInWords()
{
    QCOMPARE(periodInWords(7, Step::Day), QStringLiteral("7 days"));
    QCOMPARE(periodInWords(7.004, Step::Day), QStringLiteral("7 days"));
    QCOMPARE(periodInWords(3.5, Step::Day), QStringLiteral("3.5 days"));
    QCOMPARE(periodInWords(24, Step::Hour), QStringLiteral("24 hours"));
    QCOMPARE(periodInWords(12, Step::Month), QStringLiteral("12 months"));
    QCOMPARE(periodInWords(4, Step::None), QStringLiteral("4 steps"));
}

void TestPreparationCharts::labelsAreThinned()
{
    const QStringList texts{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d"), QStringLiteral("e")};
    QCOMPARE(labelTicks(texts, {}, 0, 4, 9).size(), 5);
    QCOMPARE(labelTicks(texts, {}, 0, 4, 3), (QList<AxisTick>{{0, QStringLiteral("a")}, {2, QStringLiteral("c")}, {4, QStringLiteral("e")}}));
    QCOMPARE(labelTicks(texts, {1, 3}, 2, 4, 3), (QList<AxisTick>{{3, QStringLiteral("d")}}));
}

void TestPreparationCharts::draftUndoesWhatAPersonDid()
{
    RecipeDraft draft;
    QVERIFY(!draft.isChanged());
    draft.add(QStringLiteral("windows"));
    draft.add(QStringLiteral("lags"));
    draft.add(QStringLiteral("scale"));
    draft.add(QStringLiteral("missing"));
    draft.add(QStringLiteral("nonsense")); // unknown
    QCOMPARE(kinds(draft), QStringList({QStringLiteral("missing"), QStringLiteral("scale"), QStringLiteral("lags"), QStringLiteral("windows")}));
    QCOMPARE(draft.current(), 0);
    draft.move(0, 3);
    QCOMPARE(draft.current(), 3);
    draft.remove(3);
    QCOMPARE(draft.current(), 2);
    draft.undoStack().undo();
    QCOMPARE(kinds(draft).last(), QStringLiteral("missing"));
    QCOMPARE(draft.current(), 3);
    draft.undoStack().undo();
    QCOMPARE(kinds(draft).first(), QStringLiteral("missing"));
    draft.move(0, 7); // nowhere
    QCOMPARE(draft.undoStack().count(), 6); // what was undone can still be done again
    const Recipe whole = draft.recipe();
    QSignalSpy named(&draft, &RecipeDraft::nameChanged);
    draft.replace({QStringLiteral("suggested"), {step("log1p")}}, QStringLiteral("other"));
    QCOMPARE(draft.recipe().name, QStringLiteral("suggested"));
    QCOMPARE(named.size(), 1);
    draft.setOn(0, false);
    draft.undoStack().undo();
    QCOMPARE(draft.recipe().name, QStringLiteral("suggested"));
    draft.undoStack().undo();
    QCOMPARE(draft.recipe(), whole); // with its name
    QCOMPARE(named.size(), 2);
    draft.open({QStringLiteral("kept"), {step("log1p")}});
    QVERIFY(!draft.isChanged());
    QVERIFY(!draft.undoStack().canUndo());
    QCOMPARE(draft.shownName(), QStringLiteral("kept"));
    draft.setOn(0, false);
    QVERIFY(draft.isChanged());
    QCOMPARE(draft.shownName(), QStringLiteral("kept (changed)"));
    draft.setOn(0, true);
    QVERIFY(!draft.isChanged());
}

void TestPreparationCharts::draftKeepsBrokenValues()
{
    RecipeDraft draft;
    draft.add(QStringLiteral("outliers"));
    draft.setParameter(0, QStringLiteral("width"), QStringLiteral("wide"));
    QCOMPARE(draft.problems().size(), 1);
    RecipeDraft other;
    other.restore(draft.toJson());
    QCOMPARE(other.recipe(), draft.recipe());
    QCOMPARE(other.problems(), draft.problems());
    QCOMPARE(other.current(), 0);
    other.restore("{ this is no JSON");
    QVERIFY(other.recipe().isEmpty());
    QCOMPARE(other.current(), -1);
}

void TestPreparationCharts::draftMergesTyping()
{
    RecipeDraft draft;
    draft.add(QStringLiteral("windows"));
    for (const int value : {3, 36, 365})
        draft.setParameter(0, QStringLiteral("lookback"), value);
    QCOMPARE(draft.undoStack().count(), 2); // add, and one change
    draft.setParameter(0, QStringLiteral("horizon"), 7);
    QCOMPARE(draft.undoStack().count(), 3);
    draft.undoStack().undo();
    draft.undoStack().undo();
    QVERIFY(draft.recipe().steps[0].parameters.isEmpty());
    draft.setParameter(0, QStringLiteral("lookback"), 30); // the initial value need not stand there
    QVERIFY(draft.recipe().steps[0].parameters.isEmpty());
}

void TestPreparationCharts::modelTellsSingleRows()
{
    RecipeDraft draft;
    RecipeModel model(draft);
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    for (const char *kind : {"missing", "scale", "lags"})
        draft.add(QLatin1String(kind));
    QCOMPARE(inserted.size(), 3);
    draft.move(0, 2);
    draft.move(2, 0);
    draft.move(1, 2);
    QCOMPARE(moved.size(), 3);
    draft.duplicate(1);
    QCOMPARE(inserted.size(), 4);
    draft.remove(0);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(reset.size(), 0);
    draft.replace({{}, {step("log1p")}}, {});
    QCOMPARE(reset.size(), 1);
    QCOMPARE(model.rowCount(), 1);
    model.setCounts({{0, {10, 3, 10}}});
    QCOMPARE(model.index(0).data(RecipeModel::CountsRole).toString(), QStringLiteral("10 rows, 3 changed"));
    model.setCounts({{0, {10, 3, 8}}});
    QCOMPARE(model.index(0).data(RecipeModel::CountsRole).toString(), QStringLiteral("10 rows in, 8 out, 3 changed"));
    model.setCounts({{0, {10, 2, 8}}}); // what was cut off
    QCOMPARE(model.index(0).data(RecipeModel::CountsRole).toString(), QStringLiteral("10 rows in, 8 out"));
    model.setReasons({QStringLiteral("because")});
    QCOMPARE(model.index(0).data(RecipeModel::ReasonRole).toString(), QStringLiteral("because"));
    model.setProblems({{0, {}, QStringLiteral("broken")}});
    QCOMPARE(model.index(0).data(RecipeModel::ProblemRole).toString(), QStringLiteral("broken"));
    draft.undoStack().undo();
    QCOMPARE(model.index(0).data(RecipeModel::ReasonRole).toString(), QString());
    QCOMPARE(model.index(0).data(RecipeModel::ProblemRole).toString(), QString());
}

void TestPreparationCharts::featureTable()
{
    FeatureTableModel model;
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    FeatureTable table;
    table.columns = {QStringLiteral("value"), QStringLiteral("lag 1")};
    table.places = {0, 1, 2};
    table.rows = {{1, missing}, {2, 1}, {3, 2}};
    table.lookback = 2;
    model.setTable(table, {Step::Day, monday, 0});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.columnCount(), 4);
    const auto cell = [&](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(cell(0, 0), QStringLiteral("Mon 1 Jan 2024"));
    QCOMPARE(cell(1, 1), QStringLiteral("lookback"));
    QCOMPARE(cell(2, 1), QStringLiteral("target"));
    QCOMPARE(cell(0, 3), QStringLiteral("–"));
    QCOMPARE(cell(2, 2), QStringLiteral("3"));
    QCOMPARE(model.headerData(3, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("lag 1"));
}

void TestPreparationCharts::recipesDiffer()
{
    const Recipe here{{}, {step("missing"), step("scale"), step("lags"), step("windows", {{QStringLiteral("lookback"), 60}})}};
    const Recipe there{{}, {step("missing", {}, false), step("log1p"), step("scale"), step("windows")}};
    const QList<RecipeDifference> found = differences(here, there);
    const QList<RecipeDifference> expected{
        {QStringLiteral("Missing values"), {}, QStringLiteral("on"), QStringLiteral("off")},
        {QStringLiteral("Logarithm"), {}, QStringLiteral("not there"), QStringLiteral("there, as usual")},
        {QStringLiteral("Lags"), {}, QStringLiteral("there, as usual"), QStringLiteral("not there")},
        {QStringLiteral("Windows"), QStringLiteral("Lookback"), QStringLiteral("60"), QStringLiteral("30")}};
    QCOMPARE(found, expected);
    QVERIFY(differences(here, here).isEmpty());
}

void TestPreparationCharts::valuesInWords()
{
    const StepInfo &missingStep = *StepRegistry::instance().find(QStringLiteral("missing"));
    QCOMPARE(differencesInWords(missingStep, {{QStringLiteral("rule"), QStringLiteral("zero")}, {QStringLiteral("longest"), 7}}),
             QStringList({QStringLiteral("Fill with: zero"), QStringLiteral("Longest gap: 7")}));
    QCOMPARE(valueInWords(*missingStep.parameter(QStringLiteral("longest")), 0), QStringLiteral("any")); // its special word
    const StepInfo &lags = *StepRegistry::instance().find(QStringLiteral("lags"));
    QCOMPARE(valueInWords(lags.parameters[0], QJsonArray{1, 7}), QStringLiteral("1, 7"));
    QCOMPARE(valueInWords(lags.parameters[0], QJsonArray{}), QStringLiteral("none"));
    const StepInfo &windows = *StepRegistry::instance().find(QStringLiteral("windows"));
    const ParameterInfo &share = *windows.parameter(QStringLiteral("testShare"));
    QVERIFY(!isShown(windows, share, {}));
    QVERIFY(isShown(windows, share, {{QStringLiteral("by"), QStringLiteral("share")}}));
}

void TestPreparationCharts::listsFromText()
{
    QCOMPARE(listFromText(QStringLiteral("1, 7 28;364")), QJsonValue(QJsonArray{1, 7, 28, 364}));
    QCOMPARE(listFromText(QStringLiteral("1，7、28")), QJsonValue(QJsonArray{1, 7, 28})); // as a Chinese keyboard writes them
    QCOMPARE(listFromText(QString()), QJsonValue(QJsonArray{}));
    QCOMPARE(listFromText(QStringLiteral("1, seven")), QJsonValue(QStringLiteral("1, seven")));
}

FORETRAIL_TEST_MAIN(TestPreparationCharts, QApplication)
#include "tst_preparationcharts.moc"
