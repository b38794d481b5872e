// Which items are no products, how they are named, and what an import may leave out.
#include "core/data/ProductRule.h"
#include "tests/core/data/HistoryTest.h"

using namespace foretrail;
using namespace foretrail::test;

class TestProductRule : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theUsualCodes_data();
    void theUsualCodes();
    void patterns();
    void flagsOfItems();
    void leftOutRowsAreFiltered();
    void theCommonestNameWins();
    void namesFollowUndo();
};

void TestProductRule::theUsualCodes_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("isProduct");
    for (const char *code : {"POST", "post", "DOT", "M", "D", "S", "C2", "BANK CHARGES", "AMAZONFEE", "CRUK", "ADJUST2", "gift_0001_40", "TEST001"})
        QTest::newRow(code) << QString::fromLatin1(code) << false;
    for (const char *code : {"85123A", "22423", "MUG", "DOTS", "POSTER", "C22", "15056BL", ""})
        QTest::newRow(code) << QString::fromLatin1(code) << true;
}

void TestProductRule::theUsualCodes()
{
    QFETCH(QString, code);
    QFETCH(bool, isProduct);
    QCOMPARE(ProductRule().isProduct(code.toStdString()), isProduct);
}

void TestProductRule::patterns()
{
    const ProductRule rule({QStringLiteral("fee*"), QStringLiteral(" X?Z "), QStringLiteral("*-gift-*"), QStringLiteral("!FEE9"), QString()});
    QCOMPARE(rule.patterns().size(), 4);
    for (const char *code : {"FEE", "fee1", "XYZ", "a-gift-b", "-GIFT-"})
        QVERIFY2(!rule.isProduct(code), code);
    for (const char *code : {"fee9", "XZ", "XYYZ", "gift", "POST"})
        QVERIFY2(rule.isProduct(code), code);
    const std::string awkward = std::string(20'000, 'a');
    QVERIFY(ProductRule({QStringLiteral("*a*a*a*a*b")}).isProduct(awkward));
}

namespace {

const QByteArray rows = salesHeader + "1,A,LAMP,2,2011-01-10 08:00:00,5,u1\n1,POST,POSTAGE,1,2011-01-10 08:00:00,18,u1\n"
                                      "2,A,lamp damaged,1,2011-01-11 08:00:00,5,u2\n2,M,Manual,1,2011-01-11 08:00:00,3,u2\n"
                                      "3,A,RED LAMP,1,2011-01-12 08:00:00,5,u1\n4,A,RED LAMP,1,2011-01-13 08:00:00,5,u1\n";

bool isProduct(HistoryShop &shop, const QString &item)
{
    SeriesQuery query;
    query.by = GroupBy::Item;
    const QList<SeriesInfo> items = shop.workspace.data().listSeries(query, shop.job).value();
    for (const SeriesInfo &info : items)
        if (info.key == item)
            return info.isProduct;
    qFatal("no such item");
}

QString nameOf(HistoryShop &shop, const QString &item)
{
    Statement name = shop.workspace.connection().prepare("SELECT name FROM items WHERE key = ?");
    name.bind(1, item);
    return name.step() ? name.text(0) : QString();
}

} // namespace

void TestProductRule::flagsOfItems()
{
    HistoryShop shop;
    const ImportReport report = shop.import(rows);
    QCOMPARE(report.nonProducts, qint64(2));
    QVERIFY(isProduct(shop, QStringLiteral("A")));
    QVERIFY(!isProduct(shop, QStringLiteral("POST")));
    QCOMPARE(shop.summary().netRevenue, 10.0 + 18 + 5 + 3 + 10); // they stay in totals
    QCOMPARE(ProductRule::set(shop.workspace, {QStringLiteral("A")}).value(), qint64(1));
    QVERIFY(!isProduct(shop, QStringLiteral("A")));
    QVERIFY(isProduct(shop, QStringLiteral("POST")));
    QCOMPARE(ProductRule::of(shop.workspace)->patterns(), QStringList{QStringLiteral("A")});
    // New items are judged by the rule that is kept.
    QCOMPARE(shop.import(salesHeader + "9,DOT,x,1,2011-01-14 08:00:00,5,u1\n9,A,x,1,2011-01-14 08:00:00,5,u1\n").nonProducts, qint64(1));
    QVERIFY(isProduct(shop, QStringLiteral("DOT")));
}

void TestProductRule::leftOutRowsAreFiltered()
{
    HistoryShop shop;
    const ImportReport report = shop.import(rows, [](ImportPlan &plan) { plan.leavesOutNonProducts = true; });
    QCOMPARE(report.filtered, qint64(2));
    QCOMPARE(report.stored, qint64(4));
    QVERIFY(addsUp(report));
    QCOMPARE(report.netRevenueRead, 46.0);
    QCOMPARE(report.netRevenueStored, 25.0);
    QCOMPARE(shop.summary().items, qint64(1));
}

void TestProductRule::theCommonestNameWins()
{
    HistoryShop shop;
    shop.import(rows);
    QCOMPARE(nameOf(shop, QStringLiteral("A")), QStringLiteral("RED LAMP"));
    HistoryShop tie;
    tie.import(salesHeader + "1,A,LAMP,2,2011-01-10 08:00:00,5,u1\n2,A,HAT,2,2011-01-11 08:00:00,5,u1\n");
    QCOMPARE(nameOf(tie, QStringLiteral("A")), QStringLiteral("LAMP"));
}

void TestProductRule::namesFollowUndo()
{
    HistoryShop shop;
    shop.import(salesHeader + "1,A,LAMP,2,2011-01-10 08:00:00,5,u1\n2,B,HAT,2,2011-01-11 08:00:00,5,u1\n");
    const ImportReport second = shop.import(rows);
    QCOMPARE(nameOf(shop, QStringLiteral("A")), QStringLiteral("RED LAMP"));
    VERIFY_RESULT(undoImport(shop.workspace, second.importId, shop.job));
    QCOMPARE(nameOf(shop, QStringLiteral("A")), QStringLiteral("LAMP"));
}

FORETRAIL_TEST_MAIN(TestProductRule, QCoreApplication)
#include "tst_product_rule.moc"
