#include "core/preparation/FeatureWindows.h"
#include "core/preparation/Preparation.h"
#include "tests/support/TestSupport.h"

#include <QDate>
#include <QDateTime>
#include <QJsonArray>

#include <cmath>

using namespace foretrail;

namespace {

Series plain(std::vector<double> values) { return {QStringLiteral("s"), {}, {}, {Step::None, 0}, std::move(values)}; }

RecipeStep step(const char *kind, const QJsonObject &parameters = {}) { return {QLatin1String(kind), true, parameters}; }

Result<Preparation> prepared(const QList<RecipeStep> &steps, const Series &series, std::optional<qint64> heldBack = {}, qint64 ahead = 0,
                             StepProblem *problem = nullptr)
{
    JobContext job;
    return Preparation::run({{{}, steps}, series, {}, heldBack, ahead}, {}, job, problem);
}

QList<double> listOf(const std::vector<double> &values) { return {values.begin(), values.end()}; }

} // namespace

/// Expected values are worked out by hand.
class TestPreparation : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fillsWhatIsMissing_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QList<double>>("expected");
        QTest::newRow("zero") << "zero" << QList<double>{1, 4, 0, 0, 7, 0};
        QTest::newRow("previous") << "previous" << QList<double>{1, 4, 4, 4, 7, 7};
        QTest::newRow("linear") << "linear" << QList<double>{1, 4, 5, 6, 7, 7};
        QTest::newRow("seasonal of 2") << "seasonal" << QList<double>{1, 4, 1, 4, 7, 4};
        QTest::newRow("mean of the same place of 2") << "weekday" << QList<double>{1, 4, 4, 4, 7, 4};
    }
    void fillsWhatIsMissing()
    {
        QFETCH(QString, rule);
        QFETCH(QList<double>, expected);
        JobContext job;
        const auto done = Preparation::run({{{}, {step("missing", {{QStringLiteral("rule"), rule}})}},
                                            plain({missing, 1, 4, missing, missing, 7, missing}), {}, {}, 0, 2}, {}, job);
        VERIFY_RESULT(done);
        QCOMPARE(listOf(done->frame().target.values), expected);
        QCOMPARE(done->frame().target.axis.start, WallMs(1)); // the leading gap is cut off
        QCOMPARE(done->stages()[0].changed, qint64(3));
        QVERIFY(std::isnan(done->frame().actual[2])); // what forecasts are judged by stays as it was
        QCOMPARE(int(done->frame().marks[2]), int(Filled));
    }
    void leavesLongGapsAlone()
    {
        const auto done = prepared({step("missing", {{QStringLiteral("longest"), 1}})}, plain({1, missing, 3, missing, missing, 6}));
        VERIFY_RESULT(done);
        QCOMPARE(done->frame().target.values[1], 2.0);
        QVERIFY(std::isnan(done->frame().target.values[3]));
    }
    void takesOutlierLimitsFromTheTrainingPart()
    {
        // Quartiles of 1..5 are 2 and 4: with a width of 1 the limits are 0 and 6, whatever follows.
        const auto clipped = prepared({step("outliers", {{QStringLiteral("width"), 1}})}, plain({1, 2, 3, 4, 5, 1000, -50}), 2);
        VERIFY_RESULT(clipped);
        QCOMPARE(clipped->frame().target.values[5], 6.0);
        QCOMPARE(clipped->frame().target.values[6], 0.0);
        QCOMPARE(clipped->stages()[0].changed, qint64(2));
        const auto marked = prepared({step("outliers", {{QStringLiteral("width"), 1}, {QStringLiteral("action"), QStringLiteral("detect")},
                                                        {QStringLiteral("protect"), 1}})}, plain({1, 2, 3, 4, 5, 1000, -50}), 2);
        VERIFY_RESULT(marked);
        QCOMPARE(marked->frame().target.values[5], 1000.0);
        QCOMPARE(int(marked->frame().marks[5]), int(Detected));
        QCOMPARE(int(marked->frame().marks[6]), int(Unmarked));
    }
    void scalesByTheTrainingPart_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QList<double>>("expected");
        QTest::newRow("minmax") << "minmax" << QList<double>{0, 0.5, 1, 2};
        QTest::newRow("standard") << "standard" << QList<double>{-1, 0, 1, 3};
        QTest::newRow("robust") << "robust" << QList<double>{-1, 0, 1, 3};
    }
    void scalesByTheTrainingPart()
    {
        QFETCH(QString, method);
        QFETCH(QList<double>, expected);
        const auto done = prepared({step("scale", {{QStringLiteral("method"), method}})}, plain({10, 20, 30, 50}), 1);
        VERIFY_RESULT(done);
        QCOMPARE(listOf(done->frame().target.values), expected);
    }
    void returnsThroughTwoDifferences()
    {
        // Squares: the second difference is 2 throughout.
        const auto done = prepared({step("difference"), step("difference")}, plain({1, 4, 9, 16, 25, 36}));
        VERIFY_RESULT(done);
        QCOMPARE(listOf(done->frame().target.values), (QList<double>{2, 2, 2, 2}));
        std::vector<double> ahead{2, 2, 2};
        done->invert(ahead, 4);
        QCOMPARE(listOf(ahead), (QList<double>{49, 64, 81}));
        ahead = {2};
        done->invert(ahead, 1); // known then: 1, 4, 9
        QCOMPARE(ahead.front(), 16.0);
        QCOMPARE(listOf(done->invertOneStep(done->frame().target.values)), (QList<double>{9, 16, 25, 36}));
    }
    void widensBandsOfSumsByTheRootOfSquares()
    {
        const auto done = prepared({step("difference")}, plain({0, 1, 2, 3}));
        VERIFY_RESULT(done);
        Fan fan{{1, 1, 1, 1}, {{-2, -2, -2, -2}, {4, 4, 4, 4}}};
        done->invertFan(fan, 3);
        QCOMPARE(listOf(fan.middle), (QList<double>{4, 5, 6, 7}));
        QCOMPARE(fan.edges[1][0], 7.0);
        QVERIFY(std::fabs(fan.edges[1][3] - (7 + 3 * 2.0)) < 1e-12); // 3 * sqrt(4)
        QVERIFY(std::fabs(fan.edges[0][1] - (5 - 3 * std::sqrt(2.0))) < 1e-12);
    }
    void refusesTheLogarithmOfLosses()
    {
        const auto done = prepared({step("log1p")}, plain({1, 2, -3}));
        QVERIFY(!done);
        QVERIFY2(done.error().message.contains(QStringLiteral("Logarithm: Observation 3 is -3")), qPrintable(done.error().message));
    }
    void namesTheFieldThatIsToBlame()
    {
        StepProblem problem;
        QVERIFY(!prepared({step("missing"), step("windows", {{QStringLiteral("lookback"), 50}, {QStringLiteral("test"), 0}, {QStringLiteral("validation"), 0}})},
                          plain(std::vector<double>(40, 1.0)), {}, 0, &problem));
        QCOMPARE(problem.step, 1);
        QCOMPARE(problem.parameter, QStringLiteral("lookback"));
        QVERIFY2(problem.message.contains(QStringLiteral("need 78")), qPrintable(problem.message));
        QVERIFY(!prepared({step("difference", {{QStringLiteral("against"), QStringLiteral("season")}})}, plain({1, 2, 3}), {}, 0, &problem));
        QCOMPARE(problem.parameter, QStringLiteral("lag"));
    }
    void splitsInTheOrderOfTime()
    {
        const TimeAxis days{Step::Day, QDateTime(QDate(2011, 10, 1), {}, Qt::UTC).toMSecsSinceEpoch()};
        const auto plan = [&](const QJsonObject &parameters) { return planSplit({{}, {step("windows", parameters)}}, days, 100, QStringLiteral("s")); };
        const auto count = plan({{QStringLiteral("test"), 10}, {QStringLiteral("validation"), 5}});
        VERIFY_RESULT(count);
        QCOMPARE(*count, (SplitPlan{85, 5, 10}));
        const auto share = plan({{QStringLiteral("by"), QStringLiteral("share")}});
        VERIFY_RESULT(share);
        QCOMPARE(*share, (SplitPlan{70, 15, 15}));
        const auto date = plan({{QStringLiteral("by"), QStringLiteral("date")}, {QStringLiteral("testFrom"), QStringLiteral("2011-12-01")},
                                {QStringLiteral("validationFrom"), QStringLiteral("2011-11-21")}});
        VERIFY_RESULT(date);
        QCOMPARE(*date, (SplitPlan{51, 10, 39}));
        const auto wrong = plan({{QStringLiteral("by"), QStringLiteral("date")}, {QStringLiteral("testFrom"), QStringLiteral("2014-12-01")}});
        QVERIFY(!wrong && wrong.error().message.contains(QStringLiteral("2012-01-08")));
        const auto empty = plan({{QStringLiteral("test"), 99}});
        QVERIFY(!empty && empty.error().message.contains(QStringLiteral("100 observations")));
    }
    void showsAnyWindow()
    {
        const auto done = prepared({step("lags", {{QStringLiteral("lags"), QJsonArray{1, 2}}}),
                                    step("windows", {{QStringLiteral("lookback"), 2}, {QStringLiteral("horizon"), 2}, {QStringLiteral("test"), 0},
                                                     {QStringLiteral("validation"), 0}, {QStringLiteral("scale"), QStringLiteral("mean")}})},
                                   plain({2, 4, 6, 8, 10}));
        VERIFY_RESULT(done);
        const WindowPlan plan = *windowPlan({{}, {step("windows", {{QStringLiteral("lookback"), 2}, {QStringLiteral("horizon"), 2}})}});
        const std::vector<qint64> targets = windowTargets(done->frame(), plan, 0, 5);
        QCOMPARE(targets, (std::vector<qint64>{2, 3}));
        const FeatureTable table = featureTable(done->frame(), plan, 3);
        QCOMPARE(table.columns, (QStringList{QStringLiteral("value"), QStringLiteral("lag 1"), QStringLiteral("lag 2")}));
        QCOMPARE(table.lookback, qint64(2));
        QCOMPARE(table.width, 5.0); // of 4 and 6
        QCOMPARE(table.rows[0][0], 0.8);
        QCOMPARE(table.rows[0][1], 2.0);
        QVERIFY(std::isnan(table.rows[0][2]));
        QCOMPARE(table.rows[2][1], 6.0);          // the first target may know its lag
        QVERIFY(std::isnan(table.rows[3][1]));    // the second may not: it would be the first target
    }
    void leavesOutWindowsThatTouchAGap()
    {
        const auto done = prepared({step("missing", {{QStringLiteral("rule"), QStringLiteral("drop")}})}, plain({1, 2, 3, missing, 5, 6, 7, 8}));
        VERIFY_RESULT(done);
        QCOMPARE(windowTargets(done->frame(), {2, 1, 1}, 0, 8), (std::vector<qint64>{2, 6, 7}));
    }
    void countsOpenDaysOnly()
    {
        // Monday 3 October 2011; closed on Saturday (bit 5): 8 October has no place.
        TimeAxis axis{Step::Day, QDateTime(QDate(2011, 10, 3), {}, Qt::UTC).toMSecsSinceEpoch(), 1 << 5};
        QCOMPARE(formatTime(axis.timeAt(4), Step::Day), QStringLiteral("2011-10-07"));
        QCOMPARE(formatTime(axis.timeAt(5), Step::Day), QStringLiteral("2011-10-09"));
        QCOMPARE(formatTime(axis.timeAt(6), Step::Day), QStringLiteral("2011-10-10"));
        QCOMPARE(formatTime(axis.timeAt(-1), Step::Day), QStringLiteral("2011-10-02"));
        QCOMPARE(formatTime(axis.timeAt(-2), Step::Day), QStringLiteral("2011-09-30"));
        QCOMPARE(usualSeason(axis), 6);
        for (qint64 i = -20; i < 40; ++i)
            QCOMPARE(axis.indexOf(axis.timeAt(i)), i);
        QCOMPARE(axis.indexOf(axis.timeAt(5) - 86'400'000), qint64(5)); // the Saturday: the next open day
    }
};

FORETRAIL_TEST_MAIN(TestPreparation, QCoreApplication)
#include "tst_preparation.moc"
