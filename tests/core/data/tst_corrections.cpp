// Rejected rows, in any order, that are corrected and fed again: they belong to their import, and its sum holds.
#include "core/base/Phrase.h"
#include "core/data/RejectQueries.h"
#include "tests/core/data/HistoryTest.h"

#include <QTranslator>

using namespace foretrail;
using namespace foretrail::test;

class TestCorrections : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rejectsKeepTheirFields();
    void rejectsAreListedInOtherOrders();
    void reasonsSpeakTheLanguageOfTheReader();
    void correctedRowsAreStored();
    void stillWrongRowsKeepTheirNewText();
    void correctedDuplicatesAreDuplicates();
    void rowsPutAsideFindTheirPlace_data();
    void rowsPutAsideFindTheirPlace();
    void correctedRowsGoWithTheirImport();
    void rowsOfSeries();
    void cellsOfWideTables();
    void cellsOfLongTables();
    void refusals();
};

namespace {

/// A language whose speakers shout; %1 stays.
class ShoutingTranslator : public QTranslator {
public:
    QString translate(const char *, const char *source, const char *, int) const override { return QString::fromUtf8(source).toUpper(); }
    bool isEmpty() const override { return false; }
};

const QByteArray good = "1,A,LAMP,2,2011-01-10 08:00:00,5,u1\n";
const QByteArray bad = "2,B,MUG,two,2011-01-11 08:00:00,3,u2\n3,\"C, 4\",CUP,1,2011-13-12 08:00:00,7,u3\n";

QList<RejectedRow> rejectsOf(HistoryShop &shop, qint64 import) { return listRejects(shop.workspace, import, 0, 100).value(); }

Correction corrected(const RejectedRow &row, int field, const QString &value)
{
    Correction correction{row.id, row.fields};
    correction.fields[field] = value;
    return correction;
}

} // namespace

void TestCorrections::rejectsKeepTheirFields()
{
    HistoryShop shop;
    const ImportReport report = shop.import(salesHeader + good + good.mid(0) + bad);
    QCOMPARE(report.rejected, qint64(2));
    const QList<RejectedRow> rejects = rejectsOf(shop, report.importId);
    QCOMPARE(rejects.size(), 2);
    QVERIFY(rejects[0].id > 0);
    QCOMPARE(rejects[1].fields.size(), 7);
    QCOMPARE(rejects[1].fields[1], QStringLiteral("C, 4"));
    QCOMPARE(rejects[0].fields[3], QStringLiteral("two"));
}

void TestCorrections::rejectsAreListedInOtherOrders()
{
    QByteArray csv = "date,customer,product,quantity,price\n";
    for (int line = 2; line <= 31; ++line)
        csv += "2024-01-" + QByteArray::number(line).rightJustified(2, '0') + " 10:00:00,ann,A,2,3.00\n";
    csv += "2024-01-02 10:00:00,ann,A,9x,3.00\n2024-01-02 10:00:00,ann,A,2,10y\n2024-01-02 10:00:00,ann,A,many,3.00\n2024-13-01 10:00:00,ann,A,2,3.00\n";
    HistoryShop shop;
    const qint64 import = shop.import(csv, [](ImportPlan &plan) { plan.dateFormat = QStringLiteral("yyyy-MM-dd HH:mm:ss"); }).importId;
    const auto lines = [&](RejectOrder::By by, bool isDescending) {
        QList<qint64> found;
        const QList<RejectedRow> listed = listRejects(shop.workspace, import, 0, 10, {by, isDescending}).value();
        for (const RejectedRow &row : listed)
            found << row.line;
        return found;
    };
    QCOMPARE(lines(RejectOrder::By::Line, false), (QList<qint64>{32, 33, 34, 35}));
    QCOMPARE(lines(RejectOrder::By::Line, true), (QList<qint64>{35, 34, 33, 32}));
    QCOMPARE(lines(RejectOrder::By::Column, false), (QList<qint64>{35, 33, 32, 34})); // date, price, quantity twice
    QCOMPARE(lines(RejectOrder::By::Value, false), (QList<qint64>{34, 32, 33, 35}));  // many, 9x, 10y, 2024-13-01
    QCOMPARE(lines(RejectOrder::By::Value, true), (QList<qint64>{35, 33, 32, 34}));
    QCOMPARE(listRejects(shop.workspace, import, 1, 2, {RejectOrder::By::Value, false})->first().line, 32); // a page of it
    QCOMPARE(lines(RejectOrder::By::Reason, false).size(), 4);
}

void TestCorrections::reasonsSpeakTheLanguageOfTheReader()
{
    HistoryShop shop;
    ShoutingTranslator shouting;
    QCoreApplication::installTranslator(&shouting);
    const ImportReport report = shop.import(salesHeader + good + bad);
    QCOMPARE(report.firstRejects[0].reason, QStringLiteral("IS NOT A NUMBER"));
    const QString before = Phrase::shown(rejectsOf(shop, report.importId)[1].reason);
    QCOMPARE(before, QStringLiteral("IS NOT A DATE OF THE FORM yyyy-MM-dd HH:mm:ss"));
    QCoreApplication::removeTranslator(&shouting);
    const QString after = Phrase::shown(rejectsOf(shop, report.importId)[1].reason);
    QCOMPARE(after, QStringLiteral("is not a date of the form yyyy-MM-dd HH:mm:ss"));
    QVERIFY2(report.notes.front().startsWith(QStringLiteral("MOST ROWS WERE REJECTED: 2 OF 3.")), qPrintable(report.notes.front()));
    const auto kept = importReport(shop.workspace, report.importId);
    VERIFY_RESULT(kept);
    QCOMPARE(kept->notes.size(), report.notes.size());
    QVERIFY2(kept->notes.front().startsWith(QStringLiteral("Most rows were rejected: 2 of 3. The first, line 3:")), qPrintable(kept->notes.front()));
    const auto reasons = rejectReasons(shop.workspace, report.importId);
    VERIFY_RESULT(reasons);
    QCOMPARE(reasons->size(), 2);
    for (const RejectReason &reason : *reasons) {
        const auto rows = listRejectsFor(shop.workspace, report.importId, reason.reason, 0, 10);
        VERIFY_RESULT(rows);
        QCOMPARE(rows->size(), qsizetype(reason.rows));
    }
}

void TestCorrections::correctedRowsAreStored()
{
    HistoryShop shop;
    const ImportReport report = shop.import(salesHeader + good + bad);
    const QList<RejectedRow> rejects = rejectsOf(shop, report.importId);
    const auto fed = feedAgain(shop.workspace, report.importId,
                               {corrected(rejects[0], 3, QStringLiteral("2")), corrected(rejects[1], 4, QStringLiteral("2011-01-12 08:00:00"))},
                               shop.job);
    VERIFY_RESULT(fed);
    QCOMPARE(fed->read, qint64(3));
    QCOMPARE(fed->stored, qint64(3));
    QCOMPARE(fed->corrected, qint64(2));
    QCOMPARE(fed->rejected, qint64(0));
    QVERIFY(addsUp(*fed));
    QCOMPARE(fed->netRevenueStored, 10.0 + 6 + 7);
    QCOMPARE(shop.summary().netRevenue, 23.0);
    QCOMPARE(shop.workspace.data().user(QStringLiteral("u2"))->value, 6.0);
    QVERIFY(rejectsOf(shop, report.importId).isEmpty());
    VERIFY_RESULT(shop.workspace.checkIntegrity());
}

void TestCorrections::stillWrongRowsKeepTheirNewText()
{
    HistoryShop shop;
    const ImportReport report = shop.import(salesHeader + good + bad);
    const RejectedRow first = rejectsOf(shop, report.importId).front();
    const auto fed = feedAgain(shop.workspace, report.importId, {corrected(first, 3, QStringLiteral("three"))}, shop.job);
    VERIFY_RESULT(fed);
    QCOMPARE(fed->rejected, qint64(2));
    QCOMPARE(fed->corrected, qint64(0));
    QVERIFY(addsUp(*fed));
    const RejectedRow after = rejectsOf(shop, report.importId).front();
    QCOMPARE(after.id, first.id);
    QCOMPARE(after.value, QStringLiteral("three"));
    QCOMPARE(after.fields[3], QStringLiteral("three"));
    QCOMPARE(after.line, first.line);
}

void TestCorrections::correctedDuplicatesAreDuplicates()
{
    HistoryShop shop;
    const ImportReport report = shop.import(salesHeader + good + "1,A,LAMP,x,2011-01-10 08:00:00,5,u1\n");
    const auto fed = feedAgain(shop.workspace, report.importId, {corrected(rejectsOf(shop, report.importId).front(), 3, QStringLiteral("2"))},
                               shop.job);
    VERIFY_RESULT(fed);
    QCOMPARE(fed->duplicate, qint64(1));
    QCOMPARE(fed->corrected, qint64(0));
    QVERIFY(addsUp(*fed));
}

void TestCorrections::rowsPutAsideFindTheirPlace_data()
{
    QTest::addColumn<int>("conflict");
    QTest::newRow("skip") << int(ConflictPolicy::Skip);
    QTest::newRow("abort") << int(ConflictPolicy::Abort);
}

// Of many rows only a filter is kept, so a row that is fed waits until all are known. One is new; one says what a row of its own
// import says, which is no conflict.
void TestCorrections::rowsPutAsideFindTheirPlace()
{
    QFETCH(int, conflict);
    ImportBudget tiny;
    tiny.fingerprints = 8 * 1024;
    tiny.filter = 512;
    tiny.sorting = 1024;
    QByteArray rows;
    for (int i = 0; i < 3000; ++i)
        rows += QByteArray::number(1000 + i) + ",A,LAMP,1,2011-01-10 08:00:00,5,u1\n";
    HistoryShop shop;
    const ImportReport report = shop.import(salesHeader + good + bad + "1,A,LAMP,two,2011-01-10 08:00:00,5,u1\n" + rows,
                                            [&](ImportPlan &plan) { plan.conflict = ConflictPolicy(conflict); });
    QCOMPARE(report.rejected, qint64(3));
    const QList<RejectedRow> rejects = rejectsOf(shop, report.importId);
    const auto fed = feedAgain(shop.workspace, report.importId,
                               {corrected(rejects[0], 3, QStringLiteral("2")), corrected(rejects[2], 3, QStringLiteral("2"))}, shop.job, tiny);
    VERIFY_RESULT(fed);
    QVERIFY(addsUp(*fed));
    QCOMPARE(fed->read, report.read);
    QCOMPARE(fed->stored, report.stored + 1);
    QCOMPARE(fed->corrected, qint64(1));
    QCOMPARE(fed->duplicate, qint64(1));
    QCOMPARE(fed->rejected, qint64(1));
    QCOMPARE(shop.summary().events, qint64(3002));
    QCOMPARE(shop.summary().netRevenue, 3000 * 5.0 + 10 + 6);
    VERIFY_RESULT(shop.workspace.checkIntegrity());
}

void TestCorrections::correctedRowsGoWithTheirImport()
{
    HistoryShop shop;
    const ImportReport first = shop.import(salesHeader + good + bad);
    const ImportReport second = shop.import(salesHeader + "9,Z,HAT,1,2011-02-10 08:00:00,100,u9\n");
    VERIFY_RESULT(feedAgain(shop.workspace, first.importId, {corrected(rejectsOf(shop, first.importId).front(), 3, QStringLiteral("2"))}, shop.job));
    QCOMPARE(shop.summary().netRevenue, 116.0);
    VERIFY_RESULT(undoImport(shop.workspace, first.importId, shop.job));
    QCOMPARE(shop.summary().netRevenue, 100.0);
    QCOMPARE(shop.summary().events, qint64(1));
    VERIFY_RESULT(redoImport(shop.workspace, first.importId, shop.job));
    QCOMPARE(shop.summary().netRevenue, 116.0);
    VERIFY_RESULT(undoImport(shop.workspace, second.importId, shop.job));
    QCOMPARE(shop.summary().netRevenue, 16.0);
    VERIFY_RESULT(shop.workspace.checkIntegrity());
}

void TestCorrections::rowsOfSeries()
{
    HistoryShop shop;
    const ImportReport report = shop.import("Store,Date,Sales\n1,2011-01-01,5\n1,2011-01-02,6\n1,2011-01-03,seven\n1,2011-01-04,8\n");
    QCOMPARE(report.rejected, qint64(1));
    const auto fed = feedAgain(shop.workspace, report.importId, {corrected(rejectsOf(shop, report.importId).front(), 2, QStringLiteral("7"))},
                               shop.job);
    VERIFY_RESULT(fed);
    QVERIFY(addsUp(*fed));
    QCOMPARE(fed->stored, qint64(4));
    QCOMPARE(shop.count("SELECT count(*) FROM observations WHERE value = 7"), qint64(1));
}

void TestCorrections::cellsOfWideTables()
{
    HistoryShop shop;
    const ImportReport report = shop.import("id,V1,V2,V3,V4\nA,1,2,3,4\nB,1,x,3,y\nC,1,2,3,4\nD,1,2,3,4\n", [](ImportPlan &plan) {
        plan.kind = SourceKind::Series;
        plan.layout = SeriesLayout::Wide;
        plan.dateFormat.clear();
        for (ColumnPlan &column : plan.columns)
            column.role = column.name == QStringLiteral("id") ? Role::Series : Role::Value;
    });
    QVERIFY(addsUp(report));
    const QList<RejectedRow> rejects = rejectsOf(shop, report.importId);
    QCOMPARE(rejects.size(), 2);
    const qint64 values = shop.count("SELECT count(*) FROM observations");
    QCOMPARE(values, qint64(14));
    // The other bad cell of the row is a reject already and does not become one more.
    const auto half = feedAgain(shop.workspace, report.importId, {corrected(rejects[0], 2, QStringLiteral("2"))}, shop.job);
    VERIFY_RESULT(half);
    QVERIFY(addsUp(*half));
    QCOMPARE(half->rejected, qint64(1));
    const auto fed = feedAgain(shop.workspace, report.importId, {corrected(rejects[1], 4, QStringLiteral("4"))}, shop.job);
    VERIFY_RESULT(fed);
    QVERIFY(addsUp(*fed));
    QCOMPARE(fed->rejected, qint64(0));
    QCOMPARE(fed->duplicate, report.duplicate);
    QCOMPARE(shop.count("SELECT count(*) FROM observations"), qint64(16));
    QCOMPARE(fed->stored - report.stored, 16 - values);
    QVERIFY(rejectsOf(shop, report.importId).isEmpty());
}

void TestCorrections::cellsOfLongTables()
{
    HistoryShop shop;
    const ImportReport report = shop.import("Store,Date,Cold,Rain\n1,2011-01-01,5,\n1,2011-01-02,x,3\n1,2011-01-03,y,\n1,oops,1,2\n", [](ImportPlan &plan) {
        plan.kind = SourceKind::Series;
        plan.layout = SeriesLayout::Long;
        plan.dateFormat = QStringLiteral("yyyy-MM-dd");
        plan.step = Step::Day;
        for (ColumnPlan &column : plan.columns)
            column.role = Role::Value;
        plan.columns[0].role = Role::Series;
        plan.columns[1].role = Role::Time;
    });
    QVERIFY(addsUp(report));
    QCOMPARE(report.filtered, qint64(2));
    QCOMPARE(report.rejected, qint64(3));
    const QList<RejectedRow> rejects = rejectsOf(shop, report.importId);
    const auto fed = feedAgain(shop.workspace, report.importId,
                               {corrected(rejects[0], 2, QStringLiteral("7")), corrected(rejects[1], 2, QString()),
                                corrected(rejects[2], 1, QStringLiteral("2011-01-04"))}, shop.job);
    VERIFY_RESULT(fed);
    QVERIFY(addsUp(*fed));
    QCOMPARE(fed->rejected, qint64(0));
    QCOMPARE(fed->duplicate, qint64(0));
    QCOMPARE(fed->filtered, qint64(3));
    QCOMPARE(fed->stored, qint64(5)); // 5, 3, and 7, 1, 2 by now
    QCOMPARE(shop.count("SELECT count(*) FROM observations"), qint64(5));
}

void TestCorrections::refusals()
{
    HistoryShop shop;
    const ImportReport report = shop.import(salesHeader + good + bad);
    const RejectedRow row = rejectsOf(shop, report.importId).front();
    QCOMPARE(feedAgain(shop.workspace, 99, {}, shop.job).error().code, ErrorCode::NotFound);
    // A row that is not there leaves the others as they were.
    const auto none = feedAgain(shop.workspace, report.importId, {corrected(row, 3, QStringLiteral("2")), {12345, row.fields}}, shop.job);
    QCOMPARE(none.error().code, ErrorCode::NotFound);
    QCOMPARE(shop.summary().events, qint64(1));
    QCOMPARE(rejectsOf(shop, report.importId).size(), 2);
    VERIFY_RESULT(undoImport(shop.workspace, report.importId, shop.job));
    QCOMPARE(feedAgain(shop.workspace, report.importId, {corrected(row, 3, QStringLiteral("2"))}, shop.job).error().code, ErrorCode::InvalidInput);
}

FORETRAIL_TEST_MAIN(TestCorrections, QCoreApplication)
#include "tst_corrections.moc"
