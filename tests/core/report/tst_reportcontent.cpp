// What a report says of series whose course is known: figures worked out by hand from the rule of each series.
#include "core/report/OutcomeExceptions.h"
#include "core/report/ReportContent.h"
#include "core/report/ReportFindings.h"
#include "tests/support/TestSupport.h"

using namespace foretrail;
using namespace foretrail::test;

namespace {

/// An outcome put together by hand: history and future of a daily series with a week.
ForecastOutcome outcomeOf(std::vector<double> history, std::vector<double> future, double halfBand = 1)
{
    ForecastOutcome outcome;
    outcome.history.key = outcome.history.name = QStringLiteral("s");
    outcome.history.unit = QStringLiteral("EUR");
    outcome.history.axis = {Step::Day, *parseWallTime(QStringLiteral("2024-01-01"))};
    outcome.history.values = std::move(history);
    outcome.trainLength = outcome.history.size();
    outcome.future.mean = std::move(future);
    Band band{80, outcome.future.mean, outcome.future.mean};
    for (size_t i = 0; i < band.low.size(); ++i) {
        band.low[i] -= halfBand;
        band.high[i] += halfBand;
    }
    outcome.future.bands = {band};
    outcome.season = 7;
    outcome.baseline = QStringLiteral("snaive");
    return outcome;
}

ForecastOutcome named(const char *name, double before, double after)
{
    ForecastOutcome outcome = outcomeOf(std::vector<double>(28, before), std::vector<double>(7, after));
    outcome.history.key = outcome.history.name = QString::fromLatin1(name);
    return outcome;
}

Series risingWeeks(const char *name, double growth)
{
    Series series;
    series.key = series.name = QString::fromLatin1(name);
    series.unit = QStringLiteral("EUR");
    series.axis = {Step::Day, *parseWallTime(QStringLiteral("2024-01-01"))};
    for (int day = 0; day < 84; ++day)
        series.values.push_back((100 + growth * (day / 7)) * (day % 7 == 6 ? 2 : 1));
    return series;
}

} // namespace

class TestReportContent : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void binomialByHand();
    void usualReportSpeaksOfTheParts();
    void comparesWithTheSameDays();
    void courses();
    void withoutAYearBefore();
    void cautions();
    void needsALookByTheRuleOfExceptions();
    void correctionsCount();
    void sentencesOfTheFirstPage();
    void postageIsNoItemThatFalls();
    void tables();
    void fromAWorkspace();

private:
    static ReportContent contentOf(const QList<ForecastOutcome> &outcomes, bool asksExceptions = false)
    {
        ReportRequest request;
        request.spec.model.model = QStringLiteral("naive");
        request.spec.horizon = 7;
        request.spec.query.by = GroupBy::Item;
        ForecastBatch batch;
        batch.outcomes = outcomes;
        for (const ForecastOutcome &outcome : outcomes)
            batch.exceptions.append(asksExceptions ? exceptionsOf(outcome, {}) : QList<SeriesException>());
        return reportContent(batch, request, {QStringLiteral("shop.foretrail"), QStringLiteral("naive"), 1, {}});
    }
    static QString finding(const ReportContent &content, const QString &heading)
    {
        for (const ReportFinding &one : content.findings)
            if (one.heading == heading)
                return one.text;
        return {};
    }
};

// Of a sum alone the items, else the categories; whatever was chosen otherwise stays.
void TestReportContent::usualReportSpeaksOfTheParts()
{
    TrainingSpec spec;
    spec.model.model = QStringLiteral("drift");
    spec.query.keys = {QStringLiteral("total")};
    DataSummary shop;
    shop.items = 900;
    shop.categories = 4;
    const ReportRequest items = usualReport(spec, shop);
    QCOMPARE(items.spec.query.by, GroupBy::Item);
    QCOMPARE(items.spec.query.top, 20);
    QVERIFY(items.spec.query.keys.isEmpty());
    QCOMPARE(items.among, 900);
    QCOMPARE(items.spec.model.model, QStringLiteral("drift"));
    shop.items = 0;
    QCOMPARE(usualReport(spec, shop, 3).spec.query.by, GroupBy::Category);
    QCOMPARE(usualReport(spec, shop, 3).spec.query.top, 3);
    QCOMPARE(usualReport(spec, shop, 3).among, 4);
    shop.categories = 0;
    QCOMPARE(usualReport(spec, shop).spec.query.by, GroupBy::Total);
    QCOMPARE(usualReport(spec, shop).among, 0);
    spec.query.by = GroupBy::Kind;
    spec.query.segment.key = QStringLiteral("state:active");
    shop.items = 900;
    QCOMPARE(usualReport(spec, shop).spec.query.by, GroupBy::Kind);
    QCOMPARE(usualReport(spec, shop).spec.query.segment, spec.query.segment);
}

void TestReportContent::binomialByHand()
{
    // 3 trials of 0.8: P(0) = 0.008, P(1) = 3 * 0.8 * 0.04 = 0.096.
    QVERIFY(std::abs(binomialAtMost(0, 3, 0.8) - 0.008) < 1e-12);
    QVERIFY(std::abs(binomialAtMost(1, 3, 0.8) - 0.104) < 1e-12);
    QVERIFY(std::abs(binomialAtMost(3, 3, 0.8) - 1) < 1e-12);
}

// Three days ahead are compared with those days of the week before, not with the three days that have just been.
void TestReportContent::comparesWithTheSameDays()
{
    const SeriesOutlook outlook = outlookOf(outcomeOf({1, 2, 3, 4, 5, 6, 7, 10, 20, 30, 40, 50, 60, 70}, {11, 22, 33}));
    QCOMPARE(outlook.earlier, qint64(7));
    QCOMPARE(outlook.before, 20.0);
    QCOMPARE(outlook.expected, 22.0);
    QCOMPARE(outlook.total, 66.0);
    QVERIFY(std::abs(outlook.change() - 0.1) < 1e-12);
}

void TestReportContent::courses()
{
    const auto outlook = [](double after) { return outlookOf(outcomeOf(std::vector<double>(14, 100), std::vector<double>(7, after), 10)); };
    QCOMPARE(outlook(106).course, Course::Rises);
    QVERIFY(!outlook(106).isClear); // 100 lies in the band from 96 to 116
    QVERIFY(outlook(111).isClear);  // but not in that from 101 to 121
    QCOMPARE(outlook(104).course, Course::Steady);
    QCOMPARE(outlook(96).course, Course::Steady);
    QCOMPARE(outlook(90).course, Course::Falls);
    QVERIFY(outlook(80).isClear);
}

void TestReportContent::withoutAYearBefore()
{
    QCOMPARE(outlookOf(outcomeOf({1, 2, 3}, {4, 5, 6, 7, 8, 9, 10})).course, Course::Unknown); // a week before is not known
    QCOMPARE(outlookOf(outcomeOf(std::vector<double>(14, 0), std::vector<double>(7, 1))).course, Course::Unknown); // no share of nothing
    QVERIFY(std::isnan(outlookOf(ForecastOutcome()).expected));
}

void TestReportContent::cautions()
{
    const auto saying = [](const ForecastOutcome &outcome, const char *words) {
        return outlookOf(outcome).cautions.join(QStringLiteral("; ")).contains(QString::fromLatin1(words));
    };
    QVERIFY(outlookOf(named("calm", 100, 101)).cautions.isEmpty());
    std::vector<double> seldom(60, 0); // sells every twenty days: a wide band of a day says nothing
    seldom[7] = seldom[27] = seldom[47] = 5;
    QVERIFY2(outlookOf(outcomeOf(seldom, std::vector<double>(7, 0.25), 6)).cautions.isEmpty(), qPrintable(outlookOf(outcomeOf(seldom, std::vector<double>(7, 0.25), 6)).cautions.join(u' ')));
    QVERIFY(saying(outcomeOf(std::vector<double>(28, 5), std::vector<double>(7, 5), 6), "wider than twice"));
    ForecastOutcome missed = named("missed", 100, 100);
    missed.metrics.count = 28;
    missed.metrics.coverage80 = 15.0 / 28; // P(at most 15 of 28 | 0.8) = 0.001
    QVERIFY(saying(missed, "its 80 % band held only 54 %"));
    missed.metrics.coverage80 = 20.0 / 28; // P = 0.18
    QVERIFY(outlookOf(missed).cautions.isEmpty());
}

void TestReportContent::needsALookByTheRuleOfExceptions()
{
    const auto kinds = [](const ForecastOutcome &outcome) {
        QList<ExceptionKind> all;
        for (const SeriesException &one : exceptionsOf(outcome, {}))
            all << one.kind;
        return all;
    };
    QVERIFY(kinds(named("calm", 100, 101)).isEmpty());
    QCOMPARE(kinds(named("doubled", 100, 200)), QList{ExceptionKind::FarForecast}); // no week before was near 200
    std::vector<double> silent(60, 5); // the last fourteen days have nothing, which is a quarter of all
    std::fill(silent.end() - 14, silent.end(), 0);
    QCOMPARE(kinds(outcomeOf(silent, std::vector<double>(7, 5))), QList{ExceptionKind::Silent});
    std::vector<double> seldom(60, 0); // nothing for twelve days, and nineteen before
    seldom[7] = seldom[27] = seldom[47] = 5;
    QVERIFY(kinds(outcomeOf(seldom, std::vector<double>(7, 0.25))).isEmpty());
    ForecastOutcome behind = named("behind", 100, 100);
    behind.metrics.count = 28;
    behind.metrics.wape = 0.3;
    behind.baselineMetrics.wape = 0.2;
    QCOMPARE(kinds(behind), QList{ExceptionKind::Behind});
    const ReportContent content = contentOf({named("calm", 100, 101), named("doubled", 100, 200), behind}, true);
    const QString look = finding(content, QStringLiteral("What needs a look"));
    QCOMPARE(look, QStringLiteral("2 of 3 series. doubled: far from history; behind: behind the baseline."));
    const QString rules = content.rules.join(u'\n');
    QVERIFY2(rules.startsWith(QStringLiteral("far from history: the mean")), qPrintable(rules));
    QVERIFY2(rules.contains(QStringLiteral("by 5 % at least")) && !rules.contains(QStringLiteral("Page and Hinkley")), qPrintable(rules)); // what was found alone
    QVERIFY(content.series[0].concern.isEmpty());
    QVERIFY2(content.series[2].concern.contains(QStringLiteral("larger than that of the baseline, by 50 %")), qPrintable(content.series[2].concern));
    const QList<QStringList> glance = reportGlance(content);
    QCOMPARE(glance[1].back() + glance[2].back() + glance[3].back(), QString::fromUtf8("●●"));
}

/// The plan is what people made of the forecast: a week of 100 with 170 on its first day is 770, a tenth more than 700.
void TestReportContent::correctionsCount()
{
    const ForecastOutcome tea = named("tea", 100, 100);
    const Override more{OverrideLayer::Manager, tea.history.timeAt(28), OverrideKind::Value, 170, QStringLiteral("promotion"), 100, QStringLiteral("naive"), {}};
    const AdjustedForecast adjusted = foretrail::adjusted(tea.future, tea.history.axis, 28, {more});
    ReportRequest request;
    request.spec.model.model = QStringLiteral("naive");
    request.spec.horizon = 7;
    ForecastBatch batch;
    batch.outcomes = {tea, named("mug", 100, 100)};
    const ReportContent content = reportContent(batch, request, {}, {adjusted, {}});
    QCOMPARE(content.series[0].outlook.total, 770.0);
    QCOMPARE(content.series[0].outlook.course, Course::Rises);
    QVERIFY2(content.series[0].sentence.contains(QStringLiteral(" corrected by hand: 770 in total in place of 700 (promotion).")), qPrintable(content.series[0].sentence));
    QVERIFY(content.series[0].footer.front().contains(QStringLiteral(" corrected by hand")));
    QCOMPARE(reportSteps(content.series[0])[0].mid(0, 3), QStringList({QStringLiteral("Time"), QStringLiteral("Expected"), QStringLiteral("Corrected")}));
    QCOMPARE(reportSteps(content.series[0])[1].mid(1, 2), QStringList({QStringLiteral("100"), QStringLiteral("170")}));
    QCOMPARE(reportSteps(content.series[1])[0][2], QStringLiteral("80 % from"));
    QVERIFY(!content.series[1].sentence.contains(QStringLiteral("corrected")));
}

void TestReportContent::sentencesOfTheFirstPage()
{
    const ReportContent content = contentOf({named("tea", 100, 120), named("mug", 1000, 1100), named("jam", 50, 40), named("pot", 10, 10)});
    const QString overall = finding(content, QStringLiteral("Overall"));
    QVERIFY2(overall.contains(QStringLiteral("2 rise, 1 fall and 1 stay")), qPrintable(overall));
    // 7 * (120 + 1100 + 40 + 10) = 8,890 against 7 * 1,160.
    QVERIFY2(overall.contains(QString::fromUtf8("890\u00a0EUR are expected")) && overall.contains(QStringLiteral("+9 %")), qPrintable(overall));
    QCOMPARE(finding(content, QStringLiteral("What rises")), QStringLiteral("mug (+10 %), tea (+20 %).")); // by how much, not by which share
    QCOMPARE(finding(content, QStringLiteral("What falls")), QStringLiteral("jam (-20 %)."));
    QCOMPARE(finding(content, QStringLiteral("What needs a look")), QStringLiteral("Nothing stands out."));
    QVERIFY(finding(content, QStringLiteral("How good the forecasts were")).contains(QStringLiteral("No test part")));
    QVERIFY2(content.series[0].sentence.contains(QString::fromUtf8("840\u00a0EUR are expected, 120\u00a0EUR a step, +20 % against")), qPrintable(content.series[0].sentence));
    QVERIFY(content.series[0].sentence.contains(QStringLiteral("more than the 80 % band leaves open")));
    QVERIFY(content.title.contains(QStringLiteral("by item")));
    QCOMPARE(signedPercentWords(8.99), QStringLiteral("+899 %"));
    QCOMPARE(signedPercentWords(181.1), QStringLiteral("× 182")); // 182.1 in place of 1
    QCOMPARE(signedPercentWords(-0.2), QStringLiteral("-20 %"));
    // Every series is counted, and what was next to nothing is told in figures, not as thousands of percent.
    const ReportContent young = contentOf({named("tea", 100, 120), named("new", 0, 50), named("jam", 1, 40)});
    const QString counted = finding(young, QStringLiteral("Overall"));
    QVERIFY2(counted.contains(QStringLiteral("2 rise, 0 fall and 0 stay within")) && counted.contains(QStringLiteral("1 of them ha")), qPrintable(counted));
    const QString rising = finding(young, QStringLiteral("What rises"));
    QVERIFY2(rising.startsWith(QStringLiteral("jam (from ")) && rising.contains(QStringLiteral(" a step), tea (+20 %).")), qPrintable(rising));
}

/// The largest fall is that of postage, which the workspace flags.
void TestReportContent::postageIsNoItemThatFalls()
{
    ReportRequest request;
    request.spec.model.model = QStringLiteral("naive");
    request.spec.horizon = 7;
    request.spec.query.by = GroupBy::Item;
    request.products = ProductRule({QStringLiteral("POST*")});
    ForecastBatch batch;
    batch.outcomes = {named("POST", 1000, 500), named("tea", 100, 120), named("jam", 50, 40)};
    const ReportContent content = reportContent(batch, request, {});
    const QString overall = finding(content, QStringLiteral("Overall"));
    QVERIFY2(overall.contains(QStringLiteral("Of 2 series")) && overall.contains(QStringLiteral("1 rise, 1 fall and 0 stay")), qPrintable(overall));
    QVERIFY2(overall.contains(QString::fromUtf8("120\u00a0EUR are expected")) && overall.contains(QStringLiteral("+7 %")), qPrintable(overall)); // 7 * 160 against 7 * 150
    QCOMPARE(finding(content, QStringLiteral("What falls")), QStringLiteral("jam (-20 %)."));
    const QString others = finding(content, QStringLiteral("Postage, fees and the like"));
    QVERIFY2(others.startsWith(QStringLiteral("POST. ")), qPrintable(others));
    QCOMPARE(content.series.size(), 3); // each has its page all the same
    request.spec.query.by = GroupBy::Category; // no items, whatever they are called
    QVERIFY(finding(reportContent(batch, request, {}), QStringLiteral("What falls")).contains(QStringLiteral("POST")));
    request.spec.query.by = GroupBy::Item;
    batch.outcomes = {named("POST", 1000, 500)}; // asked for alone
    const ReportContent alone = reportContent(batch, request, {});
    QCOMPARE(finding(alone, QStringLiteral("What falls")), QStringLiteral("POST (-50 %)."));
    QVERIFY(finding(alone, QStringLiteral("Postage, fees and the like")).isEmpty());
}

void TestReportContent::tables()
{
    const ReportContent content = contentOf({named("tea", 100, 120), named("jam", 50, 40)});
    const QList<QStringList> glance = reportGlance(content);
    QCOMPARE(glance.size(), 3);
    QCOMPARE(glance[1].mid(0, 3), QStringList({QStringLiteral("tea"), QStringLiteral("840"), QStringLiteral("+20 %")}));
    const QList<QStringList> steps = reportSteps(content.series[0]);
    QCOMPARE(steps.size(), 1 + 7);
    QCOMPARE(steps[1], QStringList({QStringLiteral("2024-01-29"), QStringLiteral("120"), QStringLiteral("119"), QStringLiteral("121")}));
    QCOMPARE(reportMetrics(content.series[0], QStringLiteral("naive"))[0][1], QStringLiteral("naive"));
}

// As the verb and the window do it: the numbers are those of a forecast of the same series.
void TestReportContent::fromAWorkspace()
{
    ReportRequest request;
    request.spec.model.model = QStringLiteral("snaive");
    request.spec.horizon = 14;
    request.spec.split.test = 14;
    JobContext job;
    const QList<Series> series{risingWeeks("up", 10), risingWeeks("flat", 0), risingWeeks("short", 0).part(0, 9)};
    const Result<ForecastBatch> batch = forecastBatch(series, request.spec, 0, job);
    VERIFY_RESULT(batch);
    const ReportContent content = reportContent(*batch, request, {});
    QCOMPARE(content.series.size(), 2);
    QCOMPARE(content.skipped.size(), 1);
    QVERIFY(finding(content, QStringLiteral("Left out")).contains(QStringLiteral("short")));
    QCOMPARE(content.series[0].outcome.future.mean, batch->outcomes[0].future.mean);
    QVERIFY(content.series[1].outlook.course == Course::Steady && content.series[1].outlook.change() == 0);
    QVERIFY(finding(content, QStringLiteral("How good the forecasts were")).contains(QStringLiteral("bands of 80 %")));
}

FORETRAIL_TEST_MAIN(TestReportContent, QCoreApplication)
#include "tst_reportcontent.moc"
