// Tables with one row a value: what tells them from logs though a few of their rows are wrong.
#include "tests/core/data/HistoryTest.h"

using namespace foretrail;
using namespace foretrail::test;

class TestLongSeries : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fewSlipsAreTolerated();
    void brokenRowsDoNotMatter();
    void manySlipsAreALog();
    void sparseLogStaysALog();
    void seriesAsSaid();
    void valuesAsSaid();
};

namespace {

const QByteArray meters = "day,meter,reading\n";

/// `days` readings of each of two meters, from 1 March 2024 on: 100, 101 ... and 200, 201 ...
QByteArray readings(int days)
{
    QByteArray rows;
    for (int day = 0; day < days; ++day)
        for (int meter = 1; meter <= 2; ++meter)
            rows += QDate(2024, 3, 1).addDays(day).toString(Qt::ISODate).toLatin1() + (meter == 1 ? ",north," : ",south,")
                  + QByteArray::number(100 * meter + day) + '\n';
    return rows;
}

QString rolesOf(const ImportPlan &plan)
{
    QStringList names;
    for (const ColumnPlan &column : plan.columns)
        names << roleName(column.role);
    return names.join(QLatin1Char(' '));
}

} // namespace

void TestLongSeries::fewSlipsAreTolerated()
{
    HistoryShop shop;
    const ImportReport report = shop.import(meters + readings(30) + "2024-03-05,north,999\n2024-03-06,south,999\n");
    QCOMPARE(report.kind, QStringLiteral("series"));
    QCOMPARE(report.series, 2);
    QCOMPARE(report.stored, 60);
    QCOMPARE(report.conflicts, 2);
    QCOMPARE(report.stored, report.read - report.duplicate);
}

void TestLongSeries::brokenRowsDoNotMatter()
{
    HistoryShop shop;
    const ImportReport report = shop.import(meters + readings(4) + ",north,1\n,north,2\nn/a,south,3\n2024-03-05\n");
    QCOMPARE(report.kind, QStringLiteral("series"));
    QCOMPARE(report.series, 2);
    QCOMPARE(report.stored, 8);
    QCOMPARE(report.rejected, 4);
}

void TestLongSeries::manySlipsAreALog()
{
    HistoryShop shop;
    const QString path = shop.write(meters + readings(30) + readings(30));
    QVERIFY(previewFile(path, shop.job)->plan.kind != SourceKind::Series);
}

/// Sixty sales of 30 products at 30 moments, two of them of one product at one moment.
void TestLongSeries::sparseLogStaysALog()
{
    QByteArray rows = "time,item,amount\n2024-03-01 10:00:00,p0,5.00\n";
    for (int i = 0; i < 60; ++i)
        rows += "2024-03-01 10:" + QByteArray::number(i % 30).rightJustified(2, '0') + ":00,p" + QByteArray::number((i + i / 30) % 30) + ",7.50\n";
    HistoryShop shop;
    QCOMPARE(previewFile(shop.write(rows), shop.job)->plan.kind, SourceKind::Sales);
}

void TestLongSeries::seriesAsSaid()
{
    HistoryShop shop;
    const ImportReport report = shop.import(meters + readings(30) + readings(30).replace(",1", ",3"), [&](ImportPlan &plan) {
        plan.setKind(SourceKind::Series);
        plan = previewFile(shop.folder.filePath(QStringLiteral("log1.csv")), plan, shop.job)->plan;
        QCOMPARE(rolesOf(plan), QStringLiteral("time series value"));
    });
    QCOMPARE(report.series, 2);
    QCOMPARE(report.stored, 60);
    QCOMPARE(report.conflicts, 30); // of the north; the south says the same twice
    QCOMPARE(report.duplicate, 60);
}

/// What was called a log has no values: its numbers are.
void TestLongSeries::valuesAsSaid()
{
    HistoryShop shop;
    const QString path = shop.write("day,category,wind,rain\n2024-03-01,tea,1.5,2\n2024-03-01,tea,2.5,2\n2024-03-02,rice,3.5,4\n");
    ImportPlan plan = previewFile(path, shop.job)->plan;
    QCOMPARE(plan.kind, SourceKind::Events);
    plan.setKind(SourceKind::Series);
    plan = previewFile(path, plan, shop.job)->plan;
    QCOMPARE(rolesOf(plan), QStringLiteral("time series value value"));
    // A person's choice stays: the next look adds nothing.
    plan.columns[1].role = plan.columns[2].role = Role::Ignore;
    QCOMPARE(rolesOf(previewFile(path, plan, shop.job)->plan), QStringLiteral("time ignore ignore value"));
}

FORETRAIL_TEST_MAIN(TestLongSeries, QCoreApplication)
#include "tst_longseries.moc"
