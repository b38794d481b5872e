#include "core/preparation/ColumnRequest.h"
#include "core/preparation/Preparation.h"
#include "core/preparation/Suggest.h"
#include "tests/support/TestSupport.h"

#include <QDate>
#include <QDateTime>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace foretrail;

namespace {


WallMs at(int year, int month, int day) { return QDateTime(QDate(year, month, day), {}, Qt::UTC).toMSecsSinceEpoch(); }

Series daily(std::vector<double> values, WallMs start = at(2011, 10, 3)) // a Monday
{
    return {QStringLiteral("s"), {}, {}, {Step::Day, start}, std::move(values)};
}

RecipeStep step(const char *kind, const QJsonObject &parameters = {}) { return {QLatin1String(kind), true, parameters}; }

Result<Preparation> prepared(const QList<RecipeStep> &steps, const Series &series, std::optional<qint64> heldBack = {}, qint64 ahead = 0,
                             const Surroundings &surroundings = {}, StepProblem *problem = nullptr)
{
    JobContext job;
    return Preparation::run({{{}, steps}, series, {}, heldBack, ahead}, surroundings, job, problem);
}

QList<double> listOf(const std::vector<double> &values) { return {values.begin(), values.end()}; }

const FeatureColumn *column(const Frame &frame, const char *name)
{
    for (const FeatureColumn &one : frame.columns)
        if (one.name == QLatin1String(name))
            return &one;
    return nullptr;
}

int countMissing(const std::vector<double> &values)
{
    return int(std::count_if(values.begin(), values.end(), [](double value) { return std::isnan(value); }));
}

} // namespace

/// Expected values are worked out by hand; the mathematics behind has its own tests in tests/core/series.
class TestSteps : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void marksLongRunsOfZerosAsMissing()
    {
        std::vector<double> values(60, 5.0);
        std::fill_n(values.begin() + 20, 4, 0.0);
        values[40] = 0;
        std::fill_n(values.begin() + 56, 4, 0.0);
        // Nine zeros of sixty: a run of three has a chance of 0.0034 to begin at a place, four 0.0005; 60 places make it 3 or 5.
        const auto done = prepared({step("stockouts", {{QStringLiteral("shortest"), 3}})}, daily(values));
        VERIFY_RESULT(done);
        QCOMPARE(countMissing(done->frame().target.values), 4);
        QVERIFY(std::isnan(done->frame().target.values[20]) && !std::isnan(done->frame().target.values[40]) && !std::isnan(done->frame().target.values[59]));
        const auto atEnd = prepared({step("stockouts", {{QStringLiteral("shortest"), 3}, {QStringLiteral("end"), true}})}, daily(values));
        VERIFY_RESULT(atEnd);
        QCOMPARE(countMissing(atEnd->frame().target.values), 8);
        const auto automatic = prepared({step("stockouts")}, daily(values));
        VERIFY_RESULT(automatic);
        // smallest L >= 3 with 60 (9/60)^L < 0.01: 60 * 0.15^4 = 0.030, 60 * 0.15^5 = 0.0046
        QCOMPARE(automatic->stages()[0].statistics.value(u"shortest").toInt(), 5);
    }
    void leavesChosenDatesOut()
    {
        const auto done = prepared({step("exclude", {{QStringLiteral("dates"), QJsonArray{QStringLiteral("2011-10-04"), QStringLiteral("2011-10-06/2011-10-07")}}})},
                                   daily({1, 2, 3, 4, 5, 6, 7}));
        VERIFY_RESULT(done);
        QCOMPARE(countMissing(done->frame().target.values), 3);
        QVERIFY(std::isnan(done->frame().target.values[1]) && std::isnan(done->frame().target.values[3]) && std::isnan(done->frame().target.values[4]));
        QCOMPARE(done->frame().actual[1], 2.0);
    }
    void replacesASpikeByTheMedianOfItsNeighbours()
    {
        const auto done = prepared({step("outliers", {{QStringLiteral("method"), QStringLiteral("hampel")}, {QStringLiteral("reach"), 2},
                                                      {QStringLiteral("action"), QStringLiteral("replace")}})}, daily({1, 2, 3, 90, 5, 6, 7}));
        VERIFY_RESULT(done);
        // The neighbours of the spike, with itself: 2 3 90 5 6; median 5, median deviation 2.
        QCOMPARE(listOf(done->frame().target.values), (QList<double>{1, 2, 3, 5, 5, 6, 7}));
    }
    void findsASpikeInsideASeason()
    {
        std::vector<double> values;
        for (int t = 0; t < 140; ++t)
            values.push_back(100 + 50 * std::sin(2 * M_PI * t / 7) + (t % 3) - 1);
        values[70] = 160; // within the range of all values, far from a Monday's 100
        const auto done = prepared({step("outliers", {{QStringLiteral("method"), QStringLiteral("decomposition")}, {QStringLiteral("action"), QStringLiteral("missing")}})}, daily(values));
        VERIFY_RESULT(done);
        QVERIFY(std::isnan(done->frame().target.values[70]));
        QCOMPARE(countMissing(done->frame().target.values), 1);
        const auto byQuartiles = prepared({step("outliers")}, daily(values));
        VERIFY_RESULT(byQuartiles);
        QCOMPARE(byQuartiles->stages()[0].changed, qint64(0));
    }
    void limitsOfSalesAreNeverBelowZero()
    {
        // Quiet weeks around zero with a few large orders: trend and season alone would expect less than nothing.
        std::vector<double> values;
        for (int t = 0; t < 210; ++t)
            values.push_back(t % 7 == 2 ? 40 + t % 5 : t % 31 == 0 ? 900 : t % 3);
        values[200] = 5000; // behind the training part
        const QJsonObject windows{{QStringLiteral("test"), 21}, {QStringLiteral("validation"), 0}, {QStringLiteral("lookback"), 14}, {QStringLiteral("horizon"), 7}};
        const auto done = prepared({step("outliers", {{QStringLiteral("method"), QStringLiteral("decomposition")}}), step("log1p"), step("windows", windows)}, daily(values));
        VERIFY_RESULT(done);
        const std::vector<double> &clipped = done->stages()[1].before;
        QVERIFY(*std::min_element(clipped.begin(), clipped.end()) >= 0);
        QVERIFY(clipped[31] < 900); // an outlier of the training part
        QVERIFY(clipped[200] < 1000); // and one behind it, by the limits learnt before
        QCOMPARE(clipped[202], values[202]);
    }
    void aWindowNeedsItsTarget()
    {
        StepProblem problem;
        const QJsonObject tight{{QStringLiteral("test"), 10}, {QStringLiteral("validation"), 0}, {QStringLiteral("lookback"), 30}, {QStringLiteral("horizon"), 28}};
        QVERIFY(!prepared({step("windows", tight)}, daily(std::vector<double>(67, 1.0)), {}, 0, {}, &problem)); // 57 to train on, 58 wanted
        QCOMPARE(problem.parameter, QStringLiteral("lookback"));
        VERIFY_RESULT(prepared({step("windows", tight)}, daily(std::vector<double>(68, 1.0))));
        const auto twice = Recipe{{}, {step("lags", {{QStringLiteral("lags"), QJsonArray{7, 7}}})}}.problems();
        QCOMPARE(twice.size(), 1);
        QCOMPARE(twice[0].parameter, QStringLiteral("lags"));
    }
    void whatComesOnceAYearNeedsTwo()
    {
        std::vector<double> values(731, 1.0);
        values[0] = 2;
        const auto columnsOf = [&](size_t days) {
            const auto done = prepared({step("time-encoding")}, daily({values.begin(), values.begin() + std::ptrdiff_t(days)}));
            QStringList names;
            for (const FeatureColumn &column : done->frame().columns)
                names << column.name;
            return names;
        };
        QCOMPARE(columnsOf(731), (QStringList{QStringLiteral("weekday_sin"), QStringLiteral("weekday_cos"), QStringLiteral("month_sin"), QStringLiteral("month_cos")}));
        QCOMPARE(columnsOf(730), (QStringList{QStringLiteral("weekday_sin"), QStringLiteral("weekday_cos")})); // 2012 has 366 days
        QVERIFY(prepared({step("time-encoding")}, daily({1, 2, 3}))->stages()[0].finding.contains(QStringLiteral("month")));
    }

    void countsDistinctUsersAnew()
    {
        // Ten users a day, the same ones again and again: 12, 15 and 11 in the three whole weeks, never 70.
        Surroundings log;
        log.users[Step::Week] = {QStringLiteral("s"), {}, QStringLiteral("users"), {Step::Week, at(2011, 9, 26)}, {9, 12, 15, 11, 8}};
        const RecipeStep weeks = step("resample", {{QStringLiteral("rule"), QStringLiteral("users")}, {QStringLiteral("cutPartial"), false}});
        std::vector<double> values(2 + 21 + 3, 10); // from Saturday to Wednesday: neither of the ends is a week
        std::fill_n(values.begin() + 9, 4, missing);
        const auto done = prepared({weeks}, daily(values, at(2011, 10, 1)), {}, 0, log);
        VERIFY_RESULT(done);
        QCOMPARE(done->frame().target.axis, (TimeAxis{Step::Week, at(2011, 10, 3)}));
        QCOMPARE(done->frame().target.values[0], 12.0);
        QVERIFY(std::isnan(done->frame().target.values[1])); // more than half of it is missing
        QCOMPARE(done->frame().target.values[2], 11.0);
        QCOMPARE(done->frame().target.unit, QStringLiteral("users"));
        StepProblem problem;
        QVERIFY(!prepared({weeks}, daily(values), {}, 0, {}, &problem));
        QCOMPARE(problem.parameter, QStringLiteral("rule"));
        QVERIFY2(problem.message.contains(QStringLiteral("events of a log")), qPrintable(problem.message));
        // Each step of the same length is counted anew too.
        log.users[Step::Day] = {QStringLiteral("s"), {}, QStringLiteral("users"), {Step::Day, at(2011, 10, 3)}, {4, 5, 6}};
        const auto days = prepared({step("resample", {{QStringLiteral("rule"), QStringLiteral("users")}, {QStringLiteral("to"), QStringLiteral("day")}})},
                                   daily({1, 2, 3}), {}, 0, log);
        VERIFY_RESULT(days);
        QCOMPARE(listOf(days->frame().target.values), (QList<double>{4, 5, 6}));
    }
    void aWeekThatLacksDaysIsCounted_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<double>("week"); // two of seven days of 10 are missing
        QTest::addColumn<int>("mark");
        QTest::newRow("keep") << QStringLiteral("keep") << 50.0 << int(Detected);
        QTest::newRow("scale") << QStringLiteral("scale") << 70.0 << int(Changed);
        QTest::newRow("missing") << QStringLiteral("missing") << missing << int(Changed);
    }
    void aWeekThatLacksDaysIsCounted()
    {
        QFETCH(QString, rule);
        QFETCH(double, week);
        QFETCH(int, mark);
        std::vector<double> values(28, 10.0);
        values[8] = values[9] = missing;
        std::fill_n(values.begin() + 14, 5, missing); // the third week lacks most of its days and is missing anyway
        const auto done = prepared({step("resample", {{QStringLiteral("incomplete"), rule}})}, daily(values));
        VERIFY_RESULT(done);
        const Frame &frame = done->frame();
        QCOMPARE(frame.target.values[0], 70.0);
        QVERIFY(std::isnan(week) ? std::isnan(frame.target.values[1]) : frame.target.values[1] == week);
        QVERIFY(std::isnan(frame.target.values[2]));
        QCOMPARE(frame.marks, (std::vector<quint8>{Unmarked, quint8(mark), Unmarked, Unmarked}));
        QCOMPARE(done->stages()[0].changed, qint64(1));
        QVERIFY2(done->stages()[0].finding.contains(QStringLiteral("1 period")), qPrintable(done->stages()[0].finding));
    }
    void gapsThatStayAreTold()
    {
        const auto dropped = prepared({step("missing", {{QStringLiteral("rule"), QStringLiteral("drop")}})}, daily({1, missing, 3, missing, missing, 6}));
        VERIFY_RESULT(dropped);
        QVERIFY2(dropped->stages()[0].finding.startsWith(QStringLiteral("3 values stay missing")), qPrintable(dropped->stages()[0].finding));
        const auto longer = prepared({step("missing", {{QStringLiteral("longest"), 1}})}, daily({1, missing, 3, missing, missing, 6}));
        VERIFY_RESULT(longer);
        QVERIFY(longer->stages()[0].finding.startsWith(QStringLiteral("2 values stay missing")));
        QVERIFY(prepared({step("missing")}, daily({1, missing, 3}))->stages()[0].finding.isEmpty());
    }
    void pairsThatAreLeftOutAreTold()
    {
        const auto done = prepared({step("fourier", {{QStringLiteral("periods"), QJsonArray{7, 60}}, {QStringLiteral("pairs"), 12}})}, daily(std::vector<double>(200, 1.0)));
        VERIFY_RESULT(done);
        const QString finding = done->stages()[0].finding;
        QVERIFY2(finding.startsWith(QStringLiteral("Pairs: 3, 10.")), qPrintable(finding)); // 7 / 2, and ten at most
        QVERIFY2(finding.contains(QStringLiteral("season of 7 has 3")) && finding.contains(QStringLiteral("60")), qPrintable(finding));
    }
    void ofSalesNowAndThenOnlySizesAreJudged()
    {
        // A sale of 2 to 6 every third day, one of 400: a decomposition takes many of them for outliers.
        std::vector<double> values;
        for (int t = 0; t < 300; ++t)
            values.push_back(t % 3 == 0 ? 2 + (t / 3) % 5 : 0);
        values[150] = 400;
        const auto done = prepared({step("outliers", {{QStringLiteral("method"), QStringLiteral("decomposition")}})}, daily(values));
        VERIFY_RESULT(done);
        QCOMPARE(done->stages()[0].changed, qint64(1));
        // Quartiles of the logarithms of 2 3 4 5 6, twenty each: 3 and 5; the limit is 5 (5 / 3)^3.
        const double limit = 5 * std::pow(5.0 / 3, 3);
        QVERIFY(std::fabs(done->frame().target.values[150] - limit) < 1e-9 * limit);
        QVERIFY2(done->stages()[0].finding.contains(QStringLiteral("now and then")), qPrintable(done->stages()[0].finding));
        // Boxes of 48, and now and then two of them: a fifth of the sales is no outlier, however alike the others are.
        std::vector<double> boxes;
        for (int t = 0; t < 300; ++t)
            boxes.push_back(t % 3 != 0 ? 0 : t / 3 % 5 == 0 ? 96 : t / 3 % 7 == 0 ? 45 : 48 + t % 2);
        const auto kept = prepared({step("outliers", {{QStringLiteral("method"), QStringLiteral("decomposition")}})}, daily(boxes));
        VERIFY_RESULT(kept);
        QCOMPARE(kept->stages()[0].changed, qint64(0));
    }
    void outliersAreFew()
    {
        // Every eighth day is far off: too many to be outliers of a series that is else a season and next to no noise.
        std::vector<double> values;
        for (int t = 0; t < 400; ++t)
            values.push_back(100 + 20 * std::sin(2 * M_PI * t / 7) + (t % 3) + (t % 8 == 5 ? 30 + t % 11 : 0));
        const auto done = prepared({step("outliers", {{QStringLiteral("method"), QStringLiteral("decomposition")}})}, daily(values));
        VERIFY_RESULT(done);
        QVERIFY2(done->stages()[0].changed <= 20, qPrintable(QString::number(done->stages()[0].changed)));
        QVERIFY2(done->stages()[0].finding.contains(QStringLiteral("widened")), qPrintable(done->stages()[0].finding));
    }
    void namedDaysAreColumnsOfTheirOwn()
    {
        const QJsonObject own{{QStringLiteral("region"), QStringLiteral("none")}, {QStringLiteral("each"), true}, {QStringLiteral("lead"), 0}, {QStringLiteral("lag"), 0},
                              {QStringLiteral("own"), QJsonArray{QStringLiteral("2011-10-04 Fair"), QStringLiteral("2011-10-06/2011-10-07 Stock taking"), QStringLiteral("2011-10-05")}}};
        const auto done = prepared({step("holidays", own)}, daily({1, 2, 3, 4, 5, 6, 7}));
        VERIFY_RESULT(done);
        QVERIFY(column(done->frame(), "fair") && column(done->frame(), "stock-taking") && column(done->frame(), "own"));
        QCOMPARE(listOf(column(done->frame(), "fair")->values), (QList<double>{0, 1, 0, 0, 0, 0, 0}));
        QCOMPARE(listOf(column(done->frame(), "stock-taking")->values), (QList<double>{0, 0, 0, 1, 1, 0, 0}));
        QCOMPARE(listOf(column(done->frame(), "own")->values), (QList<double>{0, 0, 1, 0, 0, 0, 0}));
    }
    void keysAreOfferedForEverySeries()
    {
        QCOMPARE(keysToChoose({QStringLiteral("7/12"), QStringLiteral("7/Temperature"), QStringLiteral("8/Temperature")}, QStringLiteral("7/12")),
                 (QStringList{QStringLiteral("{1}/Temperature"), QStringLiteral("7/12"), QStringLiteral("7/Temperature"), QStringLiteral("8/Temperature")}));
        QCOMPARE(keysToChoose({QStringLiteral("tea")}, QStringLiteral("jam")), QStringList{QStringLiteral("tea")});
    }
    void noStepIsCutShorter()
    {
        StepProblem problem;
        QVERIFY(!prepared({step("resample", {{QStringLiteral("to"), QStringLiteral("hour")}})}, daily({1, 2, 3}), {}, 0, {}, &problem));
        QCOMPARE(problem.parameter, QStringLiteral("to"));
        QVERIFY2(problem.message.contains(QStringLiteral("Choose day")), qPrintable(problem.message));
    }
    void leavesOutWhatLiesOutsideOfASpan()
    {
        const QJsonObject span{{QStringLiteral("from"), QStringLiteral("2011-10-05")}, {QStringLiteral("to"), QStringLiteral("2011-10-07")}};
        const auto done = prepared({step("span", span)}, daily({1, 2, 3, 4, 5, 6, 7}));
        VERIFY_RESULT(done);
        QCOMPARE(listOf(done->frame().target.values), (QList<double>{3, 4, 5}));
        QCOMPARE(done->frame().target.axis.start, at(2011, 10, 5));
        QCOMPARE(listOf(done->frame().actual), (QList<double>{3, 4, 5}));
        const auto whole = prepared({step("span")}, daily({1, 2, 3}));
        VERIFY_RESULT(whole);
        QCOMPARE(whole->frame().size(), qint64(3));
        StepProblem problem;
        QVERIFY(!prepared({step("span", {{QStringLiteral("from"), QStringLiteral("2012-01-01")}})}, daily({1, 2, 3}), {}, 0, {}, &problem));
        QCOMPARE(problem.parameter, QStringLiteral("from"));
        QVERIFY2(problem.message.contains(QStringLiteral("2011-10-03")), qPrintable(problem.message));
        QVERIFY(!prepared({step("span", {{QStringLiteral("to"), QStringLiteral("soon")}})}, daily({1, 2, 3}), {}, 0, {}, &problem));
        QCOMPARE(problem.parameter, QStringLiteral("to"));
    }

    void aHolidayNowAndThenClosesNoWeekday()
    {
        // 43 weeks of a shop that is closed on Saturdays; six Mondays are holidays, as in a year of a British shop.
        std::vector<double> values;
        for (int day = 0; day < 43 * 7; ++day)
            values.push_back(day % 7 == 5 || (day % 7 == 0 && day / 7 % 7 == 3) ? 0 : 100 + day % 7);
        const auto done = prepared({step("closed-days")}, daily(values));
        VERIFY_RESULT(done);
        QCOMPARE(int(done->frame().target.axis.closed), 1 << 5);
        QCOMPARE(done->frame().size(), qint64(43 * 6));
        const QStringList kinds = [&] {
            QStringList names;
            for (const RecipeStep &one : suggestRecipe(daily(values)).recipe.steps)
                names << one.kind;
            return names;
        }();
        QVERIFY(kinds.contains(QStringLiteral("closed-days")));
        QVERIFY(suggestRecipe(daily(values)).reasons.front().contains(QStringLiteral("Saturday")));
        QVERIFY(!suggestRecipe(daily(values)).reasons.front().contains(QStringLiteral("Monday")));
    }

    void leavesClosedWeekdaysOut()
    {
        std::vector<double> values;
        for (int t = 0; t < 70; ++t)
            values.push_back(t % 7 == 5 ? 0.0 : 10.0 + t % 7);
        values[12] = 4; // one Saturday with a little trade
        const auto done = prepared({step("closed-days", {{QStringLiteral("share"), 0.8}}), step("difference", {{QStringLiteral("against"), QStringLiteral("season")}})}, daily(values));
        VERIFY_RESULT(done);
        QCOMPARE(done->stages()[0].rowsOut, qint64(60));
        QCOMPARE(done->stages()[0].finding.contains(QLocale().dayName(6)), true);
        QCOMPARE(done->frame().size(), qint64(54)); // the season is six days now
        QCOMPARE(double(std::count(done->frame().target.values.begin(), done->frame().target.values.end(), 0.0)), 52.0); // but for the Sunday with 4 more
        double sum = 0;
        const auto open = prepared({step("closed-days", {{QStringLiteral("share"), 0.8}})}, daily(values));
        VERIFY_RESULT(open);
        for (const double value : open->frame().target.values)
            sum += value;
        QCOMPARE(sum, std::accumulate(values.begin(), values.end(), 0.0));
    }
    void refusesAWeekWithoutOpenDays()
    {
        StepProblem problem;
        QJsonArray all;
        for (const auto *day : {"mon", "tue", "wed", "thu", "fri", "sat", "sun"})
            all.append(QLatin1String(day));
        QVERIFY(!prepared({step("closed-days", {{QStringLiteral("days"), QStringLiteral("chosen")}, {QStringLiteral("closed"), all}})}, daily({1, 2, 3}), {}, 0, {}, &problem));
        QCOMPARE(problem.parameter, QStringLiteral("closed"));
    }
    void cutsStepsThatTheLogDoesNotCover()
    {
        Surroundings surroundings;
        surroundings.logBegins = at(2011, 10, 3) + 20 * 3'600'000; // eight in the evening
        surroundings.logEnds = at(2011, 10, 9) + 23 * 3'600'000;
        const auto done = prepared({step("partial-ends")}, daily({1, 2, 3, 4, 5, 6, 7}), {}, 0, surroundings);
        VERIFY_RESULT(done);
        QCOMPARE(listOf(done->frame().target.values), (QList<double>{2, 3, 4, 5, 6, 7}));
        QCOMPARE(done->frame().target.axis.start, at(2011, 10, 4));
    }
    void makesWeeksOfDays()
    {
        std::vector<double> values(16, 1.0); // from Saturday: 2 days, two weeks of 7
        const auto done = prepared({step("resample")}, daily(values, at(2011, 10, 1)), 1);
        VERIFY_RESULT(done);
        QCOMPARE(listOf(done->frame().target.values), (QList<double>{7, 7}));
        QCOMPARE(done->frame().target.axis.start, at(2011, 10, 3));
        QCOMPARE(done->frame().fitLength, qint64(1));
        StepProblem problem;
        QVERIFY(!prepared({step("resample")}, {QStringLiteral("s"), {}, {}, {Step::Month, 0}, {1, 2, 3}}, {}, 0, {}, &problem));
        QCOMPARE(problem.parameter, QStringLiteral("to"));
    }
    void takesTheSeasonOutAndPutsItBack()
    {
        std::vector<double> values;
        for (int t = 0; t < 70; ++t)
            values.push_back(100 + (t % 7 == 0 ? 30 : -5));
        const auto done = prepared({step("decompose", {{QStringLiteral("columns"), true}})}, daily(values), 14, 7);
        VERIFY_RESULT(done);
        QVERIFY(done->stages()[0].statistics.value(u"strength").toDouble() > 0.999);
        for (const double value : done->frame().target.values)
            QVERIFY2(std::fabs(value - 100) < 1e-6, qPrintable(QString::number(value)));
        const FeatureColumn *season = column(done->frame(), "season");
        QVERIFY(season && season->isKnownAhead);
        QVERIFY(std::fabs(season->values[70] - 30) < 1e-6 && std::fabs(season->values[71] + 5) < 1e-6);
        std::vector<double> ahead(7, 100.0);
        done->invert(ahead, 70);
        QVERIFY(std::fabs(ahead[0] - 130) < 1e-6 && std::fabs(ahead[6] - 95) < 1e-6);
    }
    void raisesToAPower()
    {
        const auto done = prepared({step("box-cox", {{QStringLiteral("choose"), QStringLiteral("given")}, {QStringLiteral("lambda"), 0.5}})}, daily({1, 4, 9}));
        VERIFY_RESULT(done);
        QCOMPARE(listOf(done->frame().target.values), (QList<double>{0, 2, 4})); // (sqrt(y) - 1) / 0.5
        StepProblem problem;
        QVERIFY(!prepared({step("box-cox")}, daily({1, 0, 9}), {}, 0, {}, &problem));
        QVERIFY2(problem.message.contains(QStringLiteral("Observation 2 is 0")), qPrintable(problem.message));
    }
    void givesStatisticsOfWhatWentBefore()
    {
        const auto done = prepared({step("rolling", {{QStringLiteral("windows"), QJsonArray{3}},
                                                     {QStringLiteral("statistics"), QJsonArray{QStringLiteral("mean"), QStringLiteral("sum"), QStringLiteral("deviation"),
                                                                                               QStringLiteral("min"), QStringLiteral("max")}}})}, daily({1, 3, 5, 10, 0}));
        VERIFY_RESULT(done);
        const Frame &frame = done->frame();
        QVERIFY(std::isnan(column(frame, "mean of 3")->values[2]));
        QCOMPARE(column(frame, "mean of 3")->values[3], 3.0);
        QCOMPARE(column(frame, "sum of 3")->values[4], 18.0);
        QCOMPARE(column(frame, "deviation of 3")->values[3], 2.0);
        QCOMPARE(column(frame, "min of 3")->values[4], 3.0);
        QCOMPARE(column(frame, "max of 3")->values[4], 10.0);
        QCOMPARE(frame.derived.size(), size_t(5));
        QCOMPARE(frame.derived[0].next(Values(frame.target.values)), 5.0);
    }
    void knowsTheCalendarAhead()
    {
        const auto done = prepared({step("time-encoding", {{QStringLiteral("parts"), QJsonArray{QStringLiteral("isweekend")}}}),
                                    step("holidays", {{QStringLiteral("lead"), 1}, {QStringLiteral("lag"), 0}, {QStringLiteral("own"), QJsonArray{QStringLiteral("2011-12-20")}}})},
                                   daily(std::vector<double>(80, 1.0)), {}, 7); // until 21 December, and to the 28th
        VERIFY_RESULT(done);
        const Frame &frame = done->frame();
        QCOMPARE(frame.columns.front().values.size(), size_t(87));
        QCOMPARE(frame.columns.front().values[5], 1.0);  // Saturday 8 October
        QCOMPARE(frame.columns.front().values[7], 0.0);
        const FeatureColumn *holiday = column(frame, "holiday");
        QVERIFY(holiday);
        QCOMPARE(holiday->values[78], 1.0); // the shop's own 20 December
        QCOMPARE(holiday->values[83], 1.0); // 25 December, ahead of the data
        QCOMPARE(column(frame, "holiday_before_1")->values[77], 1.0);
    }
    void choosesAsManyWavesAsTheSeasonHas()
    {
        std::vector<double> values;
        for (int t = 0; t < 140; ++t)
            values.push_back(10 + 3 * std::sin(2 * M_PI * t / 7) + 2 * std::cos(4 * M_PI * t / 7) + 0.01 * ((t * 37) % 11));
        const auto done = prepared({step("fourier")}, daily(values), {}, 5);
        VERIFY_RESULT(done);
        QCOMPARE(done->frame().columns.size(), size_t(4)); // two pairs
        QCOMPARE(done->frame().columns.front().values.size(), size_t(145));
        QCOMPARE(done->stages()[0].finding, QStringLiteral("Pairs: 2."));
    }
    void joinsOtherSeries()
    {
        const QJsonObject price{{QStringLiteral("key"), QStringLiteral("{1}/price")}, {QStringLiteral("name"), QStringLiteral("price")}, {QStringLiteral("knownAhead"), true}};
        const QJsonObject views{{QStringLiteral("by"), QStringLiteral("kind")}, {QStringLiteral("key"), QStringLiteral("view")}, {QStringLiteral("measure"), QStringLiteral("events")},
                                {QStringLiteral("name"), QStringLiteral("views")}};
        const Recipe recipe{{}, {step("join", {{QStringLiteral("columns"), QJsonArray{price, views}}})}};
        const QList<ColumnRequest> requests = columnRequests(recipe);
        QCOMPARE(requests.size(), 2);
        QCOMPARE(requests[0].keyFor(QStringLiteral("7/12")), QStringLiteral("7/price"));
        Surroundings surroundings;
        surroundings.columns.insert(requests[0].id(), {daily({10, 20, missing, 40, 50, 60}, at(2011, 10, 3) - dayMs), true});
        surroundings.columns.insert(requests[1].id(), {daily({1, 2, 3, 4, 5, 6}), false});
        const auto done = prepared(recipe.steps, daily({7, 7, 7}), {}, 2, surroundings);
        VERIFY_RESULT(done);
        QCOMPARE(listOf(column(done->frame(), "price")->values), (QList<double>{20, 20, 40, 50, 60})); // a day later, the gap carried on
        const std::vector<double> &late = column(done->frame(), "views")->values;
        QVERIFY(std::isnan(late[0]));
        QCOMPARE(listOf({late.begin() + 1, late.end()}), (QList<double>{1, 2, 3, 3})); // of the step before; then the last known
        StepProblem problem;
        QVERIFY(!prepared(recipe.steps, daily({7, 7, 7}), {}, 2, {}, &problem));
        QVERIFY2(problem.parameter == u"columns" && problem.message.contains(QStringLiteral("price")), qPrintable(problem.message));
    }
};

FORETRAIL_TEST_MAIN(TestSteps, QCoreApplication)
#include "tst_steps.moc"
