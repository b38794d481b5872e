// Findings about logs: every count is by hand, from tables written here.
#include "tests/core/data/QualityTest.h"

#include "core/data/FactWriter.h"
#include "core/data/ImportHistory.h"
#include "core/data/ProductRule.h"
#include "core/data/quality/TradingDays.h"
#include "core/data/quality/UsualRange.h"

#include <QJsonArray>

#include <cmath>

using namespace foretrail;
using test::QualityShop;

class TestQuality : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void magnitudes();
    void usualRange();
    void weekdays();
    void strayDays();
    void names();
    void emptyWorkspace();
    void daysWithoutRows();
    void shortSpan();
    void signsAndUsers();
    void outliers();
    void cancelledOrder();
    void itemsOfAllKinds();
    void nonProducts();
    void robots();
    void ordersAreNoRobots();
    void futureAndStrays();
    void ledger();
    void clockFromTheLedger();
    void ofOneImport();
    void ofTakenBackImport();
    void matchedReturns();
    void pages();
    void cancel();
    void json();
    void onlineRetail();
    void taobao();
};

namespace {

constexpr auto events = FindingSubject::Events;
constexpr auto items = FindingSubject::Items;
constexpr auto header = "time,user,item,name,quantity,price\n";

QDate day(int number) { return QDate(2024, 1, 1).addDays(number); } // a Monday

QByteArray line(const QString &time, const char *user, const char *item, double quantity, double price, const char *name = "Thing")
{
    return QStringLiteral("%1,%2,%3,%4,%5,%6\n").arg(time, QLatin1String(user), QLatin1String(item), QLatin1String(name))
        .arg(quantity).arg(price).toLatin1();
}

QString at(int number, int hour = 10, int minute = 0, int second = 0)
{
    return QDateTime(day(number), QTime(hour, minute, second), Qt::UTC).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

/// One sale of item "a" on each of so many days from a Monday on.
QByteArray quietDays(int days)
{
    QByteArray csv;
    for (int i = 0; i < days; ++i)
        csv += line(at(i), "u1", "a", 1, 2);
    return csv;
}

} // namespace

void TestQuality::magnitudes()
{
    QCOMPARE(magnitudeOf(1), 0);
    QCOMPARE(magnitudeOf(2), 4);
    QCOMPARE(magnitudeOf(0.5), -4);
    QCOMPARE(magnitudeOf(1024), 40);
    QCOMPARE(magnitudeOf(1023), 39);
    QCOMPARE(magnitudeOf(0.01), int(std::floor(4 * std::log2(0.01))));
    QCOMPARE(smallestOfMagnitude(8), 4.0);
    for (int wholes = 1; wholes < 3000; ++wholes) // the table agrees with the formula
        QCOMPARE(magnitudeOf(wholes), int(std::floor(4 * std::log2(wholes))));
}

void TestQuality::usualRange()
{
    QVERIFY(!foretrail::usualRange({{0, 19}}, 20).isKnown); // too few
    // All ones: nothing varies, so the ratio decides. log2(20) * 4 = 17.3.
    const UsualRange ones = foretrail::usualRange({{0, 30}}, 20);
    QCOMPARE(ones.median, 1.0);
    QCOMPARE(ones.highest, 18);
    QVERIFY(ones.isAbove(32) && !ones.isAbove(16) && ones.isBelow(1.0 / 32));
    // Magnitudes 0, 4, 8, 12, 16, each six times: median 8, deviations 0, 4, 4, 8, 8, their median 4; 5 * 1.4826 * 4 = 29.7.
    const UsualRange wide = foretrail::usualRange({{16, 6}, {0, 6}, {4, 6}, {8, 6}, {12, 6}}, 20);
    QCOMPARE(wide.median, 4.0);
    QCOMPARE(wide.lowest, 8 - 30);
    QCOMPARE(wide.highest, 8 + 30);
}

void TestQuality::weekdays()
{
    QCOMPARE(weekdayOf(0), 3); // Thursday
    QCOMPARE(weekdayOf(-1), 2);
    QCOMPARE(weekdayOf(QDate(1970, 1, 1).daysTo(QDate(2024, 1, 1))), 0);
    // Six weeks of Monday to Saturday, from day 4 (a Monday): the Sundays between are closed, two Fridays are gaps.
    std::vector<DayRows> days;
    for (qint64 i = 0; i < 42; ++i)
        if (i % 7 != 6 && i != 4 && i != 11)
            days.push_back({4 + i, 1});
    const TradingDays calendar = tradingDays(days);
    QVERIFY(calendar.weekdays[6].isClosed);
    QCOMPARE(calendar.weekdays[6].days, qint64(5));
    QCOMPARE(calendar.weekdays[4].open, qint64(4));
    QVERIFY(!calendar.weekdays[4].isClosed);
    QCOMPARE(calendar.open, qint64(34));
    QCOMPARE(calendar.missing, qint64(2));
    QCOMPARE(calendar.gaps, (std::vector<DayGap>{{8, 8, 1}, {15, 15, 1}}));
}

void TestQuality::strayDays()
{
    std::vector<DayRows> days{{0, 1}, {3, 1}, {50, 1000}, {51, 1000}, {53, 1000}, {90, 1}};
    const MainDays main = mainDays(days);
    QCOMPARE(main.from, size_t(2));
    QCOMPARE(main.to, size_t(5));
    days[0].rows = 100; // too many to be strays
    QCOMPARE(mainDays(days).from, size_t(0));
    QCOMPARE(mainDays({{7, 1}}).to, size_t(1));
}

void TestQuality::names()
{
    for (int kind = 0; kind <= int(FindingKind::MissingName); ++kind)
        QCOMPARE(int(findingFromName(findingName(FindingKind(kind))).value()), kind);
    QVERIFY(findingFromName(QStringLiteral("gaps")).error().message.contains(QStringLiteral("gap, irregular-step")));
}

void TestQuality::emptyWorkspace()
{
    QualityShop shop;
    const QualityReport report = shop.assess();
    QCOMPARE(report.rows, qint64(0));
    QVERIFY(report.findings.isEmpty());
    QVERIFY(!report.first);
}

void TestQuality::daysWithoutRows()
{
    QualityShop shop;
    QByteArray csv = header; // six weeks of Monday to Saturday without a Wednesday, a Thursday and a Saturday
    for (int i = 0; i < 41; ++i)
        if (i % 7 != 6 && i != 9 && i != 10 && i != 19)
            csv += line(at(i), "u1", "a", 1, 2);
    QVERIFY(shop.import(csv) > 0);
    const QualityReport report = shop.assess();
    const Finding gap = test::find(report, FindingKind::Gap, events, Severity::Warning);
    QCOMPARE(gap.count, qint64(3));
    QCOMPARE(gap.sentence, QStringLiteral("3 of 36 trading days have no row: 2024-01-10 to 2024-01-11, 2024-01-20."));
    QCOMPARE(gap.step, QStringLiteral("stockouts"));
    const QList<QStringList> wanted{{QStringLiteral("2024-01-10"), QStringLiteral("2024-01-11"), QStringLiteral("2")},
                                    {QStringLiteral("2024-01-20"), QStringLiteral("2024-01-20"), QStringLiteral("1")}};
    QCOMPARE(shop.rows(gap).rows, wanted);
    const Finding sundays = report.findings[1];
    QCOMPARE(sundays.sentence, QStringLiteral("No sales on Sundays: the shop seems to be closed then."));
    QCOMPARE(sundays.severity, Severity::Note);
    QCOMPARE(sundays.count, qint64(5));
    QCOMPARE(shop.rows(sundays).rows.front().front(), QStringLiteral("2024-01-07"));
    QCOMPARE(report.findings.size(), 2);
    VERIFY_ROWS(shop, report);
}

void TestQuality::shortSpan()
{
    QualityShop shop;
    QVERIFY(shop.import(header + quietDays(13)) > 0);
    const QualityReport report = shop.assess();
    QCOMPARE(test::find(report, FindingKind::TooShort, events).count, qint64(13));
    VERIFY_ROWS(shop, report);
    QualityShop longer;
    QVERIFY(longer.import(header + quietDays(14)) > 0);
    QVERIFY(longer.assess().findings.isEmpty());
}

void TestQuality::signsAndUsers()
{
    QualityShop shop;
    QByteArray csv = header + quietDays(20);
    csv += line(at(1, 11), "u2", "r", -1, 2) + line(at(2, 11), "u2", "r", -7, 2) + line(at(3, 11), "", "r", -2, 0);
    csv += line(at(4, 11), "", "a", 1, 0) + line(at(5, 11), "", "a", 1, -5);
    QVERIFY(shop.import(csv) > 0);
    const QualityReport report = shop.assess();
    QCOMPARE(report.rows, qint64(25));
    QCOMPARE(report.users, qint64(2));
    QCOMPARE(report.items, qint64(2));
    const Finding negative = test::find(report, FindingKind::Negative, events);
    QCOMPARE(negative.count, qint64(4)); // three returns and an adjustment
    QCOMPARE(negative.sentence, QStringLiteral("3 of 25 rows have a negative quantity, and 1 more a negative amount."));
    QCOMPARE(test::find(report, FindingKind::ZeroPrice, events).count, qint64(3));
    QCOMPARE(test::find(report, FindingKind::MissingUser, events).sentence, QStringLiteral("3 of 25 rows (12 %) name no user."));
    QCOMPARE(test::find(report, FindingKind::UnmatchedReturn, events).count, qint64(3)); // "r" was never sold
    VERIFY_ROWS(shop, report);
}

void TestQuality::outliers()
{
    QualityShop shop;
    QByteArray csv = header;
    for (int i = 0; i < 30; ++i)
        csv += line(at(i), "u1", "a", i % 3 + 1, 10) + line(at(i, 12), "u2", "bowl", 1, 10);
    csv += line(at(5, 13), "u3", "a", 500, 10)   // a quantity
         + line(at(6, 13), "u3", "bowl", 1, 0.01)   // a price
         + line(at(7, 13), "u3", "bowl", 300, 9000) // both, and one row
         + line(at(8, 13), "u3", "a", 12, 9);    // a dozen is none
    QVERIFY(shop.import(csv) > 0);
    const QualityReport report = shop.assess();
    const Finding many = test::find(report, FindingKind::Outlier, items);
    QCOMPARE(many.count, qint64(3));
    QCOMPARE(many.sentence, QStringLiteral("3 of 64 rows, of 2 of 2 items, have a quantity or a price far from what is usual for the item."));
    QCOMPARE(test::singles(report, FindingKind::Outlier, items), (QStringList{QStringLiteral("bowl"), QStringLiteral("a")}));
    QCOMPARE(shop.rows(many).rows.front(), (QStringList{QStringLiteral("2024-01-06T13:00:00"), QStringLiteral("u3"), QStringLiteral("a"),
                                                        QStringLiteral("purchase"), QStringLiteral("500.0"), QStringLiteral("10.0"),
                                                        QStringLiteral("5000.0")}));
    VERIFY_ROWS(shop, report);
}

void TestQuality::cancelledOrder()
{
    QualityShop shop;
    QByteArray csv = header;
    for (int i = 0; i < 30; ++i)
        csv += line(at(i), "u1", "a", 2, 10);
    csv += line(at(9, 11), "u2", "a", 4000, 1) + line(at(9, 11, 9), "u2", "a", -4000, 1);
    csv += line(at(9, 13), "u2", "a", 900, 1) + line(at(9, 14, 1), "u2", "a", -900, 1); // later than an hour
    csv += line(at(10, 13), "u2", "a", 700, 1) + line(at(10, 13, 1), "u3", "a", -700, 1); // another user
    QVERIFY(shop.import(csv) > 0);
    const QualityReport report = shop.assess();
    QCOMPARE(test::find(report, FindingKind::Outlier, items).count, qint64(6));
    QStringList cancelled;
    for (const Finding &finding : report.findings)
        if (finding.sentence.contains(QStringLiteral("cancelled")))
            cancelled.append(finding.sentence);
    QCOMPARE(cancelled, QStringList{QStringLiteral("Item a: an order of 4,000 pieces on 2024-01-10 was cancelled within 9 min.")});
    VERIFY_ROWS(shop, report);
}

void TestQuality::itemsOfAllKinds()
{
    QualityShop shop;
    QByteArray csv = header; // 100 days; a tenth of them is ten
    for (int i = 0; i < 100; ++i)
        csv += line(at(i), "u1", "a", 1, 2);
    for (int i = 0; i < 12; ++i) {
        csv += line(at(11 + i * 8), "u1", "late", 1, 2);  // begins on the twelfth day
        csv += line(at(9 + i * 8), "u1", "punctual", 1, 2);
        csv += line(at(i * 8), "u1", "early", 1, 2);      // ends on the 89th
        csv += line(at(i * 9), "u1", "free", 1, 0);
    }
    for (int i = 0; i < 9; ++i)
        csv += line(at(i * 12), "u1", "rare", 1, 2, "");
    QVERIFY(shop.import(csv, {QStringLiteral("item-name=name")}) > 0);
    const QualityReport report = shop.assess();
    QCOMPARE(test::singles(report, FindingKind::LateStart, items), QStringList{QStringLiteral("late")});
    QCOMPARE(test::singles(report, FindingKind::EarlyEnd, items), QStringList{QStringLiteral("early")});
    QCOMPARE(test::singles(report, FindingKind::AllZero, items), QStringList{QStringLiteral("free")});
    QCOMPARE(test::find(report, FindingKind::TooShort, items).sentence, QStringLiteral("1 of 6 items have fewer than 10 rows."));
    const Finding unnamed = test::find(report, FindingKind::MissingName, items);
    QCOMPARE(unnamed.count, qint64(1));
    QCOMPARE(shop.rows(unnamed).rows.front().front(), QStringLiteral("rare"));
    const Finding late = test::find(report, FindingKind::LateStart, items);
    QCOMPARE(late.sentence, QStringLiteral("1 of 6 items have 10 rows or more and begin more than 10 days after the data."));
    QCOMPARE(shop.rows(late).rows.front(), (QStringList{QStringLiteral("late"), QStringLiteral("Thing"), QStringLiteral("2024-01-12"),
                                                        QStringLiteral("2024-04-09"), QStringLiteral("12")}));
    VERIFY_ROWS(shop, report);
}

void TestQuality::nonProducts()
{
    QualityShop shop;
    QVERIFY(shop.import(header + quietDays(20) + line(at(3, 12), "u1", "post", 1, 18) + line(at(4, 12), "u1", "post", -1, 3)) > 0);
    VERIFY_RESULT(ProductRule::set(shop.workspace(), {QStringLiteral("post")}));
    const QualityReport report = shop.assess();
    QCOMPARE(test::find(report, FindingKind::NonProduct, events).sentence,
             QStringLiteral("2 of 22 rows are of items that are no products; their amounts sum to 15."));
    QCOMPARE(test::singles(report, FindingKind::NonProduct, items), QStringList{QStringLiteral("post")});
    VERIFY_ROWS(shop, report);
}

void TestQuality::robots()
{
    QualityShop shop;
    QByteArray csv = "time,user,item,kind\n";
    const auto view = [&csv](const QString &time, const char *user) { csv += time.toLatin1() + ',' + user + ",a,view\n"; };
    for (int i = 0; i < 14; ++i)
        view(at(i), "person");
    for (int second = 0; second < 31; ++second)
        view(at(3, 12, 7, 30 - second), "quick"); // the file's order does not matter
    for (int second = 0; second < 30; ++second)
        view(at(3, 12, 8, second), "brisk");
    for (int hour = 0; hour < 20; ++hour)
        view(at(4, hour), "awake");
    for (int hour = 0; hour < 19; ++hour)
        view(at(4, hour), "diligent");
    QVERIFY(shop.import(csv, {}, SourceKind::Events) > 0);
    const QualityReport report = shop.assess();
    const Finding many = test::find(report, FindingKind::Robot, FindingSubject::Users);
    QCOMPARE(many.sentence, QStringLiteral("2 of 5 users act faster or longer than people do; they have 51 rows."));
    QCOMPARE(test::singles(report, FindingKind::Robot, FindingSubject::Users), (QStringList{QStringLiteral("quick"), QStringLiteral("awake")}));
    QCOMPARE(shop.rows(many).rows.front(), (QStringList{QStringLiteral("quick"), QStringLiteral("31"), QStringLiteral("31"), QStringLiteral("1")}));
    VERIFY_ROWS(shop, report);
}

void TestQuality::ordersAreNoRobots()
{
    QualityShop shop;
    QByteArray csv = header + quietDays(14);
    for (int item = 0; item < 200; ++item) // one order of 200 lines
        csv += line(at(3, 12), "u2", QByteArray::number(item).constData(), 1, 1);
    QVERIFY(shop.import(csv) > 0);
    QVERIFY(test::find(shop.assess(), FindingKind::Robot, FindingSubject::Users).sentence.isEmpty());
}

void TestQuality::futureAndStrays()
{
    QualityShop shop;
    QByteArray csv = header;
    for (int i = 0; i < 20; ++i)
        for (int hour = 0; hour < 24; ++hour)
            for (int minute = 0; minute < 60; minute += 20)
                csv += line(at(i, hour, minute), QByteArray::number(hour).constData(), "a", 1, 2);
    csv += line(QStringLiteral("2023-06-01 10:00:00"), "u1", "a", 1, 2);
    const QString tomorrow = QDateTime::currentDateTimeUtc().addDays(400).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    csv += line(tomorrow, "u1", "a", 1, 2);
    QVERIFY(shop.import(csv) > 0);
    const QualityReport report = shop.assess();
    QCOMPARE(report.rows, qint64(1442));
    QCOMPARE(report.findings.front().kind, FindingKind::Future); // the gravest
    QCOMPARE(report.findings.front().severity, Severity::Problem);
    QCOMPARE(report.findings.front().count, qint64(1));
    QCOMPARE(test::find(report, FindingKind::Outlier, events).sentence,
             QStringLiteral("1 of 1,442 rows lie apart from the others in time, which are from 2024-01-01 to 2024-01-20."));
    QCOMPARE(report.findings.size(), 2); // neither stretches the calendar
    VERIFY_ROWS(shop, report);
}

void TestQuality::ledger()
{
    QualityShop shop;
    const QByteArray again = line(at(2, 13), "u1", "a", 1, 2);
    QVERIFY(shop.import(header + quietDays(15) + again + again + again + "not a day,u1,a,Thing,1,2\n" + "2024-01-05 10:00:00,u1,a,Thing,many,2\n") > 0);
    const QualityReport report = shop.assess();
    QCOMPARE(test::find(report, FindingKind::Duplicate, FindingSubject::Ledger).count, qint64(2));
    const Finding rejected = test::find(report, FindingKind::Rejected, FindingSubject::Ledger);
    QCOMPARE(rejected.sentence, QStringLiteral("2 of 20 rows could not be read and are kept aside."));
    QCOMPARE(shop.rows(rejected).rows.back()[3], QStringLiteral("many"));
    VERIFY_ROWS(shop, report);
}

// What the ledger says is believed.
void TestQuality::clockFromTheLedger()
{
    QualityShop shop;
    FactWriterOptions options;
    options.file = QStringLiteral("a.csv");
    options.kind = QStringLiteral("sales");
    auto writer = FactWriter::begin(shop.workspace(), options);
    VERIFY_RESULT(writer);
    ImportReport entry;
    entry.clockGaps = 4;
    entry.clockOverlaps = 3;
    entry.conflicts = 2;
    entry.duplicate = 2;
    entry.read = 10;
    VERIFY_RESULT((*writer)->commit(entry, {}, "sha", shop.job()));
    const QualityReport report = shop.assess();
    QCOMPARE(test::find(report, FindingKind::ClockGap, FindingSubject::Ledger).count, qint64(4));
    QCOMPARE(test::find(report, FindingKind::ClockOverlap, FindingSubject::Ledger).count, qint64(3));
    QCOMPARE(test::find(report, FindingKind::Conflict, FindingSubject::Ledger).count, qint64(2));
    QVERIFY(test::find(report, FindingKind::Duplicate, FindingSubject::Ledger).sentence.isEmpty());
    VERIFY_ROWS(shop, report);
}

void TestQuality::ofOneImport()
{
    QualityShop shop;
    const qint64 first = shop.import(header + quietDays(20) + line(at(3, 12), "", "b", -1, 2));
    const qint64 second = shop.import(header + line(at(21), "u9", "c", 1, 0) + line(at(22), "u9", "c", -1, 0) + line(at(36), "u9", "c", 1, 1));
    QVERIFY(first > 0 && second > 0);
    const QualityReport of = shop.assess(second);
    QCOMPARE(of.importId, second);
    QCOMPARE(of.rows, qint64(3));
    QCOMPARE(of.users, qint64(1));
    QCOMPARE(of.items, qint64(1));
    QCOMPARE(test::find(of, FindingKind::Negative, events).count, qint64(1));
    QCOMPARE(test::find(of, FindingKind::ZeroPrice, events).count, qint64(2));
    QVERIFY(test::find(of, FindingKind::MissingUser, events).sentence.isEmpty());
    QCOMPARE(test::find(shop.assess(first), FindingKind::Negative, events).count, qint64(1));
    QCOMPARE(test::find(shop.assess(), FindingKind::Negative, events).count, qint64(2));
    VERIFY_ROWS(shop, of);
    JobContext job;
    QCOMPARE(assessQuality(shop.workspace(), 7, job).error().code, ErrorCode::NotFound);
}

void TestQuality::ofTakenBackImport()
{
    QualityShop shop;
    QVERIFY(shop.import(header + quietDays(20)) > 0);
    const QByteArray other = header + line(at(3, 11), "", "c", -1, 0) + line(at(3, 12), "u9", "c", 1, 2) + "never,u9,c,Thing,1,1\n";
    const qint64 second = shop.import(other);
    QVERIFY(second > 0);
    QCOMPARE(shop.assess().rows, qint64(22));
    VERIFY_RESULT(undoImport(shop.workspace(), second, shop.job()));
    const QualityReport rest = shop.assess();
    QCOMPARE(rest.rows, qint64(20));
    QVERIFY(rest.findings.isEmpty());
    QCOMPARE(shop.assess(second).rows, qint64(0));
    VERIFY_ROWS(shop, shop.assess(second));
}

void TestQuality::matchedReturns()
{
    QualityShop shop;
    QVERIFY(shop.import(header + quietDays(20) + line(at(3, 11), "u7", "c", 3, 2) + line(at(5, 11), "u7", "c", -3, 2)
                        + line(at(6, 11), "u7", "d", -1, 2)) > 0);
    const QualityReport report = shop.assess();
    QCOMPARE(test::find(report, FindingKind::UnmatchedReturn, events).sentence, QStringLiteral("1 of 2 returns have no sale that they reverse."));
    VERIFY_ROWS(shop, report);
}

void TestQuality::pages()
{
    QualityShop shop;
    QByteArray csv = header + quietDays(14);
    for (int i = 0; i < 25; ++i)
        csv += line(at(3, 12, i), "", "a", i + 1, 1);
    QVERIFY(shop.import(csv) > 0);
    const Finding finding = test::find(shop.assess(), FindingKind::MissingUser, events);
    const FindingRows page = shop.rows(finding, 20, 3);
    QCOMPARE(page.total, qint64(25));
    QCOMPARE(page.rows.size(), 3);
    QCOMPARE(page.rows.front()[4], QStringLiteral("21.0"));
    QCOMPARE(shop.rows(finding, 24, 3).rows.size(), 1);
    QCOMPARE(shop.rows(finding, 25, 3).rows.size(), 0);
}

void TestQuality::cancel()
{
    QualityShop shop;
    QVERIFY(shop.import(header + quietDays(14)) > 0);
    JobContext job;
    job.requestStop();
    QVERIFY(assessQuality(shop.workspace(), 0, job).error().isCancelled());
}

void TestQuality::json()
{
    QualityShop shop;
    QVERIFY(shop.import(header + quietDays(13)) > 0);
    const QJsonObject json = shop.assess().toJson();
    QCOMPARE(json.keys(), (QStringList{QStringLiteral("findings"), QStringLiteral("first"), QStringLiteral("import"), QStringLiteral("items"),
                                       QStringLiteral("last"), QStringLiteral("rows"), QStringLiteral("series"), QStringLiteral("users")}));
    QCOMPARE(json[QStringLiteral("first")].toString(), QStringLiteral("2024-01-01T10:00:00Z"));
    const QJsonObject finding = json[QStringLiteral("findings")].toArray().first().toObject();
    QCOMPARE(finding[QStringLiteral("kind")].toString(), QStringLiteral("too-short"));
    QCOMPARE(finding[QStringLiteral("subject")].toString(), QStringLiteral("events"));
    QCOMPARE(finding[QStringLiteral("severity")].toString(), QStringLiteral("warning"));
    QCOMPARE(finding.size(), 8);
}

// Counted from the file with a script of a few lines (Python's csv, each distinct row once): 98,056 rows without a customer and
// 1,959 with a price of zero or less are read, 98,021 and 1,954 of them are stored; 7,648 negative quantities, two negative
// prices; 245 trading days, none a Saturday; 885 of 3,887 codes with fewer than ten rows.
void TestQuality::onlineRetail()
{
    const QString file = test::sharedFile(QStringLiteral("online_retail/online_retail_2010-12_to_2011-09.csv.gz"));
    if (file.isEmpty())
        QSKIP("the real data is not here");
    QualityShop shop;
    const auto preview = previewFile(file, shop.job());
    VERIFY_RESULT(preview);
    VERIFY_RESULT(importFile(shop.workspace(), file, preview->plan, shop.job()));
    const QualityReport report = shop.assess();
    QCOMPARE(report.rows, qint64(368'083));
    QCOMPARE(report.users, qint64(3658));
    QCOMPARE(report.items, qint64(3887));
    QCOMPARE(test::find(report, FindingKind::MissingUser, events).count, qint64(98'021));
    QCOMPARE(test::find(report, FindingKind::ZeroPrice, events).count, qint64(1954));
    QCOMPARE(test::find(report, FindingKind::Negative, events).count, qint64(7650));
    QCOMPARE(test::find(report, FindingKind::Duplicate, FindingSubject::Ledger).count, qint64(2848));
    QCOMPARE(test::find(report, FindingKind::TooShort, items).count, qint64(885));
    const Finding gap = test::find(report, FindingKind::Gap, events, Severity::Warning);
    QVERIFY2(gap.sentence.startsWith(QStringLiteral("16 of 261 trading days have no row: 2010-12-24 to 2011-01-03")), qPrintable(gap.sentence));
    const auto has = [&report](const char *words) {
        return std::ranges::any_of(report.findings, [words](const Finding &finding) { return finding.sentence.contains(QLatin1String(words)); });
    };
    QVERIFY(has("No sales on Saturdays"));
    QVERIFY(has("Item 23166: an order of 74,215 pieces on 2011-01-18 was cancelled within 16 min."));
    VERIFY_ROWS(shop, report);
}

// The stray rows and the users are those of the data's description; no user acts faster than people do (a script that counts
// different seconds by user and minute, and hours by user and local day, says so).
void TestQuality::taobao()
{
    const QString file = test::sharedFile(QStringLiteral("taobao/UserBehavior.csv"));
    if (file.isEmpty())
        QSKIP("the real data is not here");
    QualityShop shop;
    auto preview = previewFile(file, shop.job());
    VERIFY_RESULT(preview);
    preview->plan.timeZone = QStringLiteral("Asia/Shanghai");
    VERIFY_RESULT(importFile(shop.workspace(), file, preview->plan, shop.job()));
    const QualityReport report = shop.assess();
    QCOMPARE(report.users, qint64(407));
    QVERIFY(test::find(report, FindingKind::Robot, FindingSubject::Users).sentence.isEmpty());
    QCOMPARE(test::find(report, FindingKind::Outlier, events).count, qint64(1)); // 2017-09-11
    VERIFY_ROWS(shop, report);
}

FORETRAIL_TEST_MAIN(TestQuality, QCoreApplication)
#include "tst_quality.moc"
