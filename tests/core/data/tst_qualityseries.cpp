// Findings about imported series: every count is by hand, from tables written here.
#include "tests/core/data/QualityTest.h"

using namespace foretrail;
using test::QualityShop;

class TestQualitySeries : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyKind();
    void rowsOfOneSeries();
    void plainIndex();
    void monthsAndQuarters();
    void future();
    void conflicts();
    void walmart();
};

namespace {

constexpr auto imported = FindingSubject::Series;

QByteArray line(const char *key, QDate day, double value)
{
    return QByteArray(key) + ',' + day.toString(Qt::ISODate).toLatin1() + ',' + QByteArray::number(value) + '\n';
}

const QDate start(2024, 1, 1);
constexpr int days = 60;

/// A daily value for each day from..to that `keeps`.
template<class Keep>
QByteArray series(const char *key, double value, Keep keeps, int from = 0, int to = days - 1)
{
    QByteArray csv;
    for (int i = from; i <= to; ++i)
        if (keeps(i))
            csv += line(key, start.addDays(i), value + i % 7);
    return csv;
}

const auto all = [](int) { return true; };

/// One series of each kind; sixty days, and fifteen where it is late, early or short.
QByteArray daily()
{
    QByteArray csv = "series,date,value\n";
    csv += series("whole", 10, all);
    csv += series("gappy", 10, [](int i) { return i != 5 && i != 6 && i != 30; });
    csv += series("weekly", 10, [](int i) { return i % 7 == 0; }, 0, 56); // nine values, eight distances of seven
    csv += series("late", 10, all, 11);
    csv += series("early", 10, all, 0, 40);
    csv += series("short", 10, all, 47); // thirteen values, and two seasons are fourteen
    for (int i = 0; i < days; ++i) {
        csv += line("constant", start.addDays(i), 3) + line("zero", start.addDays(i), 0);
        csv += line("negative", start.addDays(i), i == 3 || i == 8 ? -4 : 10 + i % 7);
        csv += line("spiky", start.addDays(i), i == 20 ? 5000 : 10 + i % 7);
    }
    return csv;
}

Result<QualityReport> filled(QualityShop &shop)
{
    if (shop.import(daily(), {}, SourceKind::Series, Step::Day) < 0)
        return fail(ErrorCode::InvalidInput, QStringLiteral("the table was not imported"));
    return shop.assess();
}

QStringList sorted(QStringList keys)
{
    keys.sort();
    return keys;
}

} // namespace

void TestQualitySeries::everyKind()
{
    QualityShop shop;
    const auto report = filled(shop);
    VERIFY_RESULT(report);
    QCOMPARE(report->series, qint64(10));
    QCOMPARE(report->rows, qint64(60 + 57 + 9 + 49 + 41 + 13 + 4 * 60));
    const auto keys = [&report](FindingKind kind) { return sorted(test::singles(*report, kind, imported)); };
    QCOMPARE(keys(FindingKind::Gap), QStringList{QStringLiteral("gappy")});
    QCOMPARE(test::find(*report, FindingKind::Gap, imported).count, qint64(3));
    QCOMPARE(keys(FindingKind::IrregularStep), QStringList{QStringLiteral("weekly")});
    QCOMPARE(keys(FindingKind::Negative), QStringList{QStringLiteral("negative")});
    QCOMPARE(test::find(*report, FindingKind::Negative, imported).sentence, QStringLiteral("2 of 469 values are below zero, in 1 of 10 series."));
    QCOMPARE(keys(FindingKind::Outlier), QStringList{QStringLiteral("spiky")});
    QCOMPARE(test::find(*report, FindingKind::Outlier, imported).count, qint64(1));
    QCOMPARE(keys(FindingKind::Constant), (QStringList{QStringLiteral("constant"), QStringLiteral("weekly")}));
    QCOMPARE(keys(FindingKind::AllZero), QStringList{QStringLiteral("zero")});
    QCOMPARE(keys(FindingKind::LateStart), (QStringList{QStringLiteral("late"), QStringLiteral("short")}));
    QCOMPARE(keys(FindingKind::EarlyEnd), (QStringList{QStringLiteral("early"), QStringLiteral("weekly")}));
    QCOMPARE(keys(FindingKind::TooShort), (QStringList{QStringLiteral("short"), QStringLiteral("weekly")}));
    VERIFY_ROWS(shop, *report);
}

void TestQualitySeries::rowsOfOneSeries()
{
    QualityShop shop;
    const auto report = filled(shop);
    VERIFY_RESULT(report);
    const auto rows = [&](FindingKind kind) { return shop.rows(test::find(*report, kind, imported)).rows; };
    const QList<QStringList> gaps{{QStringLiteral("gappy"), QStringLiteral("2024-01-06"), QStringLiteral("2024-01-07"), QStringLiteral("2")},
                                  {QStringLiteral("gappy"), QStringLiteral("2024-01-31"), QStringLiteral("2024-01-31"), QStringLiteral("1")}};
    QCOMPARE(rows(FindingKind::Gap), gaps);
    QCOMPARE(rows(FindingKind::Outlier), (QList<QStringList>{{QStringLiteral("spiky"), QStringLiteral("2024-01-21"), QStringLiteral("5000.0")}}));
    QCOMPARE(rows(FindingKind::Negative).size(), 2);
    const QList<QStringList> late{{QStringLiteral("short"), QStringLiteral("day"), QStringLiteral("2024-02-17"), QStringLiteral("2024-02-29"),
                                   QStringLiteral("13"), QStringLiteral("0")},
                                  {QStringLiteral("late"), QStringLiteral("day"), QStringLiteral("2024-01-12"), QStringLiteral("2024-02-29"),
                                   QStringLiteral("49"), QStringLiteral("0")}};
    QCOMPARE(rows(FindingKind::LateStart), late);
}

// Without a calendar nothing is late or early: only the length counts.
void TestQualitySeries::plainIndex()
{
    QualityShop shop;
    QByteArray csv = "id,V2,V3,V4,V5,V6,V7,V8,V9,V10,V11,V12\n";
    csv += "a,1,2,3,4,5,6,7,8,9,10,11\n" "b,1,2,3,4,5,6,7,8,9,10,\n" "c,1,2,3,4,5,6,7,8,9,,\n" "d,1,2,,4,5,6,7,8,9,10,11\n";
    QVERIFY(shop.import(csv, {}, SourceKind::Series) > 0);
    const QualityReport report = shop.assess();
    QCOMPARE(report.series, qint64(4));
    QVERIFY(!report.first);
    QCOMPARE(test::singles(report, FindingKind::TooShort, imported), QStringList{QStringLiteral("c")});
    QCOMPARE(test::singles(report, FindingKind::Gap, imported), QStringList{QStringLiteral("d")});
    QCOMPARE(report.findings.size(), 4);
    VERIFY_ROWS(shop, report);
}

void TestQualitySeries::monthsAndQuarters()
{
    QualityShop shop;
    QByteArray csv = "series,date,value\n";
    for (int i = 0; i < 30; ++i)
        if (i != 12)
            csv += line("m", QDate(2020, 1, 1).addMonths(i), 5 + i % 3);
    QVERIFY(shop.import(csv, {}, SourceKind::Series, Step::Month) > 0);
    csv = "series,date,value\n";
    for (int i = 0; i < 8; ++i)
        csv += line("q", QDate(2022, 1, 1).addMonths(3 * i), 5 + i % 3);
    const qint64 quarters = shop.import(csv, {}, SourceKind::Series, Step::Quarter);
    QVERIFY(quarters > 0);
    const QualityReport report = shop.assess();
    const Finding gap = test::find(report, FindingKind::Gap, imported);
    QCOMPARE(gap.count, qint64(1));
    QCOMPARE(shop.rows(gap).rows.front()[1], QStringLiteral("2021-01-01"));
    QVERIFY(test::find(report, FindingKind::LateStart, imported).sentence.isEmpty()); // each step has a span of its own
    QVERIFY(test::find(shop.assess(quarters), FindingKind::Gap, imported).sentence.isEmpty());
    QCOMPARE(test::singles(shop.assess(quarters), FindingKind::TooShort, imported), QStringList{QStringLiteral("q")}); // ten at least
    VERIFY_ROWS(shop, report);
}

void TestQualitySeries::future()
{
    QualityShop shop;
    const QDate today = QDateTime::currentDateTimeUtc().date();
    QByteArray csv = "series,date,value\n";
    for (int i = -30; i <= 4; ++i)
        csv += line("a", today.addDays(i), 5 + i % 3);
    QVERIFY(shop.import(csv, {}, SourceKind::Series, Step::Day) > 0);
    const QualityReport report = shop.assess();
    const Finding future = report.findings.front();
    QCOMPARE(future.kind, FindingKind::Future);
    QVERIFY(future.count == 3 || future.count == 4); // midnight may pass between the lines above
    VERIFY_ROWS(shop, report);
}

void TestQualitySeries::conflicts()
{
    QualityShop shop;
    QVERIFY(shop.import("series,date,value\n" + series("a", 10, all) + line("a", start, 99) + line("a", start.addDays(1), 11),
                        {QStringLiteral("series=series"), QStringLiteral("time=date"), QStringLiteral("value=value")}, SourceKind::Series, Step::Day) > 0);
    const QualityReport report = shop.assess();
    QCOMPARE(test::find(report, FindingKind::Conflict, FindingSubject::Ledger).count, qint64(1));
    QCOMPARE(test::find(report, FindingKind::Duplicate, FindingSubject::Ledger).count, qint64(1));
    VERIFY_ROWS(shop, report);
}

// Counted from the file with a script of a few lines (Python's csv and datetime): 783 negative values; 247 series start after the
// first week of all, 245 end before the last, 402 lack 17,966 weeks in between; 448 do one of these; 305 are shorter than
// 104 weeks.
void TestQualitySeries::walmart()
{
    const QString file = test::sharedFile(QStringLiteral("walmart/train.csv.gz"));
    if (file.isEmpty())
        QSKIP("the real data is not here");
    QualityShop shop;
    auto preview = previewFile(file, shop.job());
    VERIFY_RESULT(preview);
    ImportPlan plan = preview->plan;
    plan.setKind(SourceKind::Series);
    VERIFY_RESULT(applyMap(plan, {QStringLiteral("series=Store"), QStringLiteral("series=Dept"), QStringLiteral("time=Date"),
                                  QStringLiteral("value=Weekly_Sales"), QStringLiteral("ignore=IsHoliday")}));
    plan.step = Step::Week;
    VERIFY_RESULT(importFile(shop.workspace(), file, plan, shop.job()));
    const QualityReport report = shop.assess();
    QCOMPARE(report.series, qint64(2232));
    const auto rows = [&](FindingKind kind) { return shop.rows(test::find(report, kind, imported)).rows; };
    QCOMPARE(test::find(report, FindingKind::Negative, imported).count, qint64(783));
    QCOMPARE(test::find(report, FindingKind::LateStart, imported).count, qint64(247));
    QCOMPARE(test::find(report, FindingKind::EarlyEnd, imported).count, qint64(245));
    QCOMPARE(test::find(report, FindingKind::TooShort, imported).count, qint64(305));
    QSet<QString> incomplete;
    for (FindingKind kind : {FindingKind::LateStart, FindingKind::EarlyEnd, FindingKind::Gap, FindingKind::IrregularStep})
        for (const QStringList &row : rows(kind))
            incomplete.insert(row.front());
    QCOMPARE(incomplete.size(), qsizetype(448));
    qint64 missing = test::find(report, FindingKind::Gap, imported).count;
    for (const QStringList &row : rows(FindingKind::IrregularStep))
        missing += row.back().toLongLong();
    QCOMPARE(missing, qint64(17'966));
    VERIFY_ROWS(shop, report);
}

FORETRAIL_TEST_MAIN(TestQualitySeries, QCoreApplication)
#include "tst_qualityseries.moc"
