// Origins, windows and refitting of a backtest, and the tables of its report. Figures are worked out by hand on 1 2 4 5 8 6 2.
#include "core/evaluation/DieboldMariano.h"
#include "core/training/Backtest.h"
#include "core/training/Experiment.h"
#include "tests/support/TestSupport.h"

#include <cmath>

using namespace foretrail;

namespace {

const QString naive = QStringLiteral("naive");

bool near(double a, double b) { return std::abs(a - b) < 1e-12; }

/// From Monday, 1 January 2024.
Series daily(std::vector<double> values, const QString &key = QStringLiteral("a"))
{
    return {key, key, {}, {Step::Day, *parseWallTime(QStringLiteral("2024-01-01"))}, std::move(values)};
}

Series seven() { return daily({1, 2, 4, 5, 8, 6, 2}); }

TrainingSpec twoAhead()
{
    TrainingSpec spec;
    spec.model.season = 1;
    spec.horizon = 2;
    return spec;
}

BacktestOptions folds(int count)
{
    BacktestOptions options;
    options.folds = count;
    return options;
}

double maeOf(const BacktestReport &report, const QString &model, int fold)
{
    for (const BacktestScore &score : report.scores)
        if (score.model == model && score.fold == fold && score.h == 0)
            return score.metrics.mae;
    return missing;
}

const BacktestGroup *groupOf(const QList<BacktestGroup> &table, const QString &name, const QString &model)
{
    for (const BacktestGroup &group : table)
        if (group.name == name && group.model == model)
            return &group;
    return nullptr;
}

QStringList namesOf(const QList<BacktestGroup> &table)
{
    QStringList names;
    for (const BacktestGroup &group : table)
        names << group.name;
    return names;
}

} // namespace

class TestBacktestOptions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // Origins behind 4, 5 and 8: errors 1 4, then 3 1, then 2 6.
    void originsStandAStrideApart()
    {
        JobContext job;
        BacktestOptions options = folds(3);
        options.stride = 1;
        QCOMPARE(options.overlapFor(2), 2);
        QCOMPARE(options.overlapFor(1), 1);
        const auto report = backtest({seven()}, twoAhead(), {naive}, options, job);
        VERIFY_RESULT(report);
        QCOMPARE(maeOf(*report, naive, 1), 2.5);
        QCOMPARE(maeOf(*report, naive, 2), 2.0);
        QCOMPARE(maeOf(*report, naive, 3), 4.0);
        QVERIFY(near(report->byModel[naive].mae, 17.0 / 6));
    }
    void stridesMayLeaveStepsOut() // origins behind 2 and 8, three apart
    {
        JobContext job;
        BacktestOptions options = folds(2);
        options.stride = 3;
        const auto report = backtest({seven()}, twoAhead(), {naive}, options, job);
        VERIFY_RESULT(report);
        QCOMPARE(maeOf(*report, naive, 1), (2 + 3) / 2.0);
        QCOMPARE(maeOf(*report, naive, 2), 4.0);
    }
    // Means of 2 4 and 5 8, then of 1 2 4 and 4 5 8, where an expanding window has 1 2 4 5 8 in the end.
    void aSlidingWindowForgets()
    {
        JobContext job;
        const QString mean = QStringLiteral("mean");
        const auto expanding = backtest({seven()}, twoAhead(), {mean}, folds(2), job);
        VERIFY_RESULT(expanding);
        QVERIFY(near(maeOf(*expanding, mean, 2), 2.0)); // mean 4
        BacktestOptions options = folds(2);
        options.window = BacktestWindow::Sliding;
        const auto usual = backtest({seven()}, twoAhead(), {mean}, options, job);
        VERIFY_RESULT(usual);
        QVERIFY(near(maeOf(*usual, mean, 1), (5 + 8) / 2.0 - 7.0 / 3));
        QVERIFY(near(maeOf(*usual, mean, 2), ((6 - 17.0 / 3) + (17.0 / 3 - 2)) / 2));
        options.windowLength = 2;
        const auto two = backtest({seven()}, twoAhead(), {mean}, options, job);
        VERIFY_RESULT(two);
        QVERIFY(near(maeOf(*two, mean, 1), 3.5));
        QVERIFY(near(maeOf(*two, mean, 2), 2.5));
        QVERIFY(near(two->tables.byFold.back().metrics.mase, 4.0 / 3)); // of the naive; the window has the one step from 5 to 8
        options.windowLength = 4; // more than lies before the first origin
        const auto tooLong = backtest({seven()}, twoAhead(), {mean}, options, job);
        QVERIFY(!tooLong && tooLong.error().code == ErrorCode::TooShort);
    }
    // The slope of 1 2 4 is 3/2, of 1 2 4 5 8 7/4. Learnt once it goes on from 8 as 9.5 11, else as 9.75 11.5; then came 6 2.
    void fittedOnceModelsOnlyFollow()
    {
        JobContext job;
        const QString drift = QStringLiteral("drift");
        BacktestOptions options = folds(2);
        const auto every = backtest({seven()}, twoAhead(), {drift}, options, job);
        VERIFY_RESULT(every);
        QVERIFY(near(maeOf(*every, drift, 2), (3.75 + 9.5) / 2));
        options.refit = Refit::Once;
        const auto once = backtest({seven()}, twoAhead(), {drift}, options, job);
        VERIFY_RESULT(once);
        QCOMPARE(maeOf(*once, drift, 1), maeOf(*every, drift, 1));
        QVERIFY(near(maeOf(*once, drift, 2), (3.5 + 9) / 2));
        QCOMPARE(maeOf(*once, naive, 2), 4.0);
        options.window = BacktestWindow::Sliding; // which stays where it was in the first fold
        options.windowLength = 3;
        const auto kept = backtest({seven()}, twoAhead(), {drift}, options, job);
        VERIFY_RESULT(kept);
        QCOMPARE(maeOf(*kept, drift, 2), maeOf(*once, drift, 2));
    }
    // What a recipe learns with Refit::Once is from before the first origin too: the scale of later folds changes nothing there.
    void fittedOnceRecipesLearnOnce()
    {
        JobContext job;
        TrainingSpec spec = twoAhead();
        spec.recipe = {QStringLiteral("r"), {{QStringLiteral("scale"), true, {{QStringLiteral("method"), QStringLiteral("standard")}}}}};
        BacktestOptions options = folds(2);
        options.refit = Refit::Once;
        const QString drift = QStringLiteral("drift");
        const auto scaled = backtest({seven()}, spec, {drift}, options, job);
        VERIFY_RESULT(scaled);
        QVERIFY(std::abs(maeOf(*scaled, drift, 2) - (3.5 + 9) / 2) < 1e-9);
    }
    void wrongOptionsAreRefused_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("stride");
        QTest::addColumn<bool>("slides");
        QTest::addColumn<int>("length");
        QTest::newRow("no folds") << 0 << 0 << false << 0;
        QTest::newRow("backwards") << 2 << -1 << false << 0;
        QTest::newRow("length of what expands") << 2 << 0 << false << 5;
        QTest::newRow("one step") << 2 << 0 << true << 1;
        QTest::newRow("endless") << 2 << 0 << true << 2'000'000;
    }
    void wrongOptionsAreRefused()
    {
        QFETCH(int, count);
        QFETCH(int, stride);
        QFETCH(bool, slides);
        QFETCH(int, length);
        BacktestOptions options = folds(count);
        options.stride = stride;
        options.window = slides ? BacktestWindow::Sliding : BacktestWindow::Expanding;
        options.windowLength = length;
        JobContext job;
        const auto report = backtest({seven()}, twoAhead(), {naive}, options, job);
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::InvalidInput);
        QVERIFY(!refitFromName(QStringLiteral("never")) && !backtestWindowFromName(QStringLiteral("broken")));
    }
    // Errors 1 4 on Thursday and Friday, 2 6 on Saturday and Sunday.
    void tablesByStepFoldAndWeekday()
    {
        JobContext job;
        const auto report = backtest({seven()}, twoAhead(), {QStringLiteral("drift")}, folds(2), job);
        VERIFY_RESULT(report);
        const BacktestTables &tables = report->tables;
        QCOMPARE(namesOf(tables.byStep), (QStringList{QStringLiteral("1"), QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("2")}));
        QCOMPARE(groupOf(tables.byStep, QStringLiteral("1"), naive)->metrics.mae, 1.5);
        QCOMPARE(groupOf(tables.byStep, QStringLiteral("2"), naive)->metrics.mae, 5.0);
        QCOMPARE(groupOf(tables.byStep, QStringLiteral("1"), QStringLiteral("drift"))->metrics.mae, (0.5 + 3.75) / 2);
        QVERIFY(near(groupOf(tables.byStep, QStringLiteral("1"), QStringLiteral("drift"))->metrics.skill, 1 - 4.25 / 3));
        QCOMPARE(groupOf(tables.byFold, QStringLiteral("1"), naive)->metrics.mae, 2.5);
        QCOMPARE(groupOf(tables.byFold, QStringLiteral("2"), naive)->metrics.mae, 4.0);
        QCOMPARE(tables.byWeekday.size(), 4 * 2);
        const std::pair<const char *, double> days[] = {{"thu", 1}, {"fri", 4}, {"sat", 2}, {"sun", 6}};
        for (const auto &[day, mae] : days)
            QCOMPARE(groupOf(tables.byWeekday, QString::fromLatin1(day), naive)->metrics.mae, mae);
        Series weeks = seven();
        weeks.axis.step = Step::Week;
        const auto weekly = backtest({weeks}, twoAhead(), {naive}, folds(2), job);
        VERIFY_RESULT(weekly);
        QVERIFY(weekly->tables.byWeekday.isEmpty());
    }
    // The groups of two attributes, each of the series that have it: errors 1 2 4 6 of the first, ten times as many of the second.
    void groupsPutSeriesTogether()
    {
        Series large = seven();
        large.key = QStringLiteral("large");
        for (double &value : large.values)
            value *= 10;
        BacktestOptions options = folds(2);
        const QString key = seven().key;
        options.groupings = {{QStringLiteral("brand"), {{key, QStringLiteral("b")}, {QStringLiteral("large"), QStringLiteral("b")}}},
                             {QStringLiteral("colour"), {{QStringLiteral("large"), QStringLiteral("red")}}}};
        JobContext job;
        const auto report = backtest({seven(), large}, twoAhead(), {naive}, options, job);
        VERIFY_RESULT(report);
        QCOMPARE(namesOf(report->tables.byGroup), (QStringList{QStringLiteral("brand=b"), QStringLiteral("colour=red")}));
        QCOMPARE(groupOf(report->tables.byGroup, QStringLiteral("brand=b"), naive)->metrics.mae, 11 * 13.0 / 8);
        QCOMPARE(groupOf(report->tables.byGroup, QStringLiteral("colour=red"), naive)->metrics.mae, 10 * 13.0 / 4);
    }
    // MASE 5/3 and 16/7 of the first series; none of one that never moved; 10 times as far off in the third, by its own scale.
    void theWorstSeriesStandsFirst()
    {
        JobContext job;
        const QList<Series> series{daily({1, 2, 4, 5, 8, 6, 2}, QStringLiteral("fair")), daily({3, 3, 3, 3, 3, 3, 3}, QStringLiteral("flat")),
                                   daily({1, 2, 4, 14, 44, 24, -16}, QStringLiteral("poor"))};
        const auto report = backtest(series, twoAhead(), {naive}, folds(2), job);
        VERIFY_RESULT(report);
        QCOMPARE(namesOf(report->tables.bySeries), (QStringList{QStringLiteral("poor"), QStringLiteral("fair"), QStringLiteral("flat")}));
        const double fair = (2.5 / 1.5 + 4 / 1.75) / 2;
        QVERIFY(near(report->tables.bySeries[1].metrics.mase, fair));
        // Errors 10 40, scale 3/2; then 20 60, scale (1 + 2 + 10 + 30) / 4.
        const double poor = (25 / 1.5 + 40 / 10.75) / 2;
        QVERIFY(near(report->tables.bySeries[0].metrics.mase, poor));
        QVERIFY(near(report->medianMase[naive], (fair + poor) / 2));
    }
    // Eight origins are enough for the test of Diebold & Mariano of one series: of its differences of MASE, fold by fold.
    void seriesHaveATestOfTheirOwn()
    {
        std::vector<double> values;
        for (int t = 0; t < 40; ++t)
            values.push_back(50 + 3 * t + 10 * std::sin(1.7 * t));
        JobContext job;
        const QString drift = QStringLiteral("drift");
        const auto report = backtest({daily(values)}, twoAhead(), {drift}, folds(8), job);
        VERIFY_RESULT(report);
        std::vector<double> differences(8, 0.0);
        for (const BacktestScore &score : report->scores)
            if (score.h == 0)
                differences[size_t(score.fold - 1)] += score.model == drift ? score.metrics.mase : -score.metrics.mase;
        const double p = dieboldMariano(differences, 1).pValue;
        QCOMPARE(groupOf(report->tables.bySeries, QStringLiteral("a"), drift)->pValue, p);
        QCOMPARE(report->comparisons[drift].pValue, p);
        QVERIFY(std::isnan(groupOf(report->tables.bySeries, QStringLiteral("a"), naive)->pValue));
        const auto seven = backtest({daily(values)}, twoAhead(), {drift}, folds(7), job);
        VERIFY_RESULT(seven);
        QVERIFY(std::isnan(groupOf(seven->tables.bySeries, QStringLiteral("a"), drift)->pValue));
    }
};

FORETRAIL_TEST_MAIN(TestBacktestOptions, QCoreApplication)
#include "tst_backtest_options.moc"
