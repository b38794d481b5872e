// Returns and cancellations: counted apart, and matched to the sale that they reverse.
#include "core/data/EventKinds.h"
#include "core/data/KindMeanings.h"
#include "tests/core/data/HistoryTest.h"

using namespace foretrail;
using namespace foretrail::test;

class TestReturns : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void countedApart();
    void theLatestEarlierSaleOfTheSameQuantity();
    void elseTheSmallestThatIsLargeEnough();
    void aSaleIsTakenOnce();
    void neverAnotherUserOrItem();
    void salesOfLaterImportsAreFound();
    void undoFreesTheSale();
    void manyReturnsAreReadInOnePass();
    void eventsOfReturnsTakeRevenueAway();
    void meaningsOfKinds();
    void aMeaningCanBeChanged();
    void onlineRetail();

private:
    /// "return quantity <- sale quantity at time" of every pair, by return.
    static QStringList pairs(HistoryShop &shop)
    {
        QStringList found;
        Statement rows = shop.workspace.connection().prepare(
            "SELECT -r.quantity, s.quantity, strftime('%d', s.time / 1000, 'unixepoch') FROM reversals JOIN events r ON r.id = return_id "
            "JOIN events s ON s.id = sale_id ORDER BY r.time, r.id");
        while (rows.step())
            found << QStringLiteral("%1<-%2 on %3").arg(rows.text(0).remove(QStringLiteral(".0")), rows.text(1).remove(QStringLiteral(".0")), rows.text(2));
        return found;
    }
};

namespace {

QByteArray line(const char *invoice, int quantity, int day, const char *user = "u1", const char *item = "A")
{
    return QByteArray(invoice) + ',' + item + ",LAMP," + QByteArray::number(quantity) + ",2011-01-" + QByteArray::number(day)
         + " 08:00:00,1," + user + '\n';
}

} // namespace

void TestReturns::countedApart()
{
    HistoryShop shop;
    const ImportReport report = shop.import(salesHeader + line("1", 5, 10) + line("C2", -5, 11) + line("3", -2, 12) + line("C4", 1, 13)
                                            + line("CART5", 1, 14));
    QCOMPARE(report.returns, qint64(3));
    QCOMPARE(report.cancellations, qint64(2));
    QCOMPARE(report.returnsMatched, qint64(1));
    QCOMPARE(shop.count("SELECT returns FROM users WHERE key = 'u1'"), qint64(3));
    QCOMPARE(listImports(shop.workspace)->front().cancellations, qint64(2));
}

void TestReturns::theLatestEarlierSaleOfTheSameQuantity()
{
    HistoryShop shop;
    shop.import(salesHeader + line("1", 5, 10) + line("2", 5, 12) + line("3", 6, 13) + line("C4", -5, 14) + line("5", 5, 15));
    QCOMPARE(pairs(shop), QStringList{QStringLiteral("5<-5 on 12")});
}

void TestReturns::elseTheSmallestThatIsLargeEnough()
{
    HistoryShop shop;
    const ImportReport report = shop.import(salesHeader + line("1", 9, 10) + line("2", 7, 11) + line("3", 2, 12) + line("C4", -5, 14)
                                            + line("C5", -20, 15));
    QCOMPARE(pairs(shop), QStringList{QStringLiteral("5<-7 on 11")});
    QCOMPARE(report.returnsMatched, qint64(1));
}

void TestReturns::aSaleIsTakenOnce()
{
    HistoryShop shop;
    shop.import(salesHeader + line("1", 5, 10) + line("2", 5, 11) + line("C3", -5, 12) + line("C4", -5, 13) + line("C5", -5, 14));
    QCOMPARE(pairs(shop), QStringList({QStringLiteral("5<-5 on 11"), QStringLiteral("5<-5 on 10")}));
}

void TestReturns::neverAnotherUserOrItem()
{
    HistoryShop shop;
    shop.import(salesHeader + line("1", 5, 10, "u2") + line("2", 5, 10, "u1", "B") + line("3", 5, 10, "") + line("C4", -5, 12)
                + line("C5", -5, 12, ""));
    QVERIFY(pairs(shop).isEmpty());
}

void TestReturns::salesOfLaterImportsAreFound()
{
    HistoryShop shop;
    const ImportReport first = shop.import(salesHeader + line("C4", -5, 14) + line("9", 1, 14, "u9"));
    QCOMPARE(first.returnsMatched, qint64(0));
    shop.import(salesHeader + line("1", 5, 10) + line("8", 1, 14, "u8"));
    QCOMPARE(importReport(shop.workspace, first.importId)->returnsMatched, qint64(1));
    QCOMPARE(pairs(shop), QStringList{QStringLiteral("5<-5 on 10")});
}

void TestReturns::undoFreesTheSale()
{
    HistoryShop shop;
    shop.import(salesHeader + line("1", 5, 10) + line("C4", -5, 14));
    const ImportReport later = shop.import(salesHeader + line("2", 5, 12) + line("9", 1, 14, "u9"));
    QCOMPARE(pairs(shop), QStringList{QStringLiteral("5<-5 on 12")});
    VERIFY_RESULT(undoImport(shop.workspace, later.importId, shop.job));
    QCOMPARE(pairs(shop), QStringList{QStringLiteral("5<-5 on 10")});
    VERIFY_RESULT(redoImport(shop.workspace, later.importId, shop.job));
    QCOMPARE(pairs(shop), QStringList{QStringLiteral("5<-5 on 12")});
}

// Many users are matched by reading all events, few by their index: the pairs are the same.
void TestReturns::manyReturnsAreReadInOnePass()
{
    QByteArray sales, returns;
    for (int user = 0; user < 200; ++user) {
        const QByteArray name = "u" + QByteArray::number(user);
        sales += line("1", 1 + user % 3, 10, name.constData()) + line("2", 4, 11, name.constData());
        returns += line("C3", -1 - user % 3, 20, name.constData());
    }
    HistoryShop once;
    QCOMPARE(once.import(salesHeader + sales + returns).returnsMatched, qint64(200));
    HistoryShop oneByOne;
    oneByOne.import(salesHeader + sales);
    const QList<QByteArray> rows = returns.trimmed().split('\n');
    for (qsizetype at = 0; at < rows.size(); at += 4)
        oneByOne.import(salesHeader + rows.mid(at, 4).join('\n') + '\n');
    QStringList sorted = pairs(once), others = pairs(oneByOne);
    sorted.sort();
    others.sort();
    QCOMPARE(others, sorted);
}

/// 2 x 10 bought, 1 x 10 refunded with a minus, 1 x 5 returned without: the quantity and the price make the amount.
void TestReturns::eventsOfReturnsTakeRevenueAway()
{
    HistoryShop shop;
    shop.import("time,user,item,event,qty,price\n2024-01-01 10:00:00,u1,A,purchase,2,10\n2024-01-02 10:00:00,u1,A,refund,-1,10\n"
                "2024-01-03 10:00:00,u1,B,return,1,5\n2024-01-03 11:00:00,u1,B,view,,5\n");
    QCOMPARE(shop.count("SELECT CAST(sum(amount) AS INTEGER) FROM events"), qint64(20 - 10 - 5));
    QCOMPARE(shop.count("SELECT count(*) FROM events WHERE amount IS NULL"), qint64(1));
    QCOMPARE(shop.summary().netRevenue, 5.0);
    VERIFY_RESULT(setKindMeaning(shop.workspace, QStringLiteral("return"), QStringLiteral("other"), shop.job));
    QCOMPARE(shop.count("SELECT CAST(sum(amount) AS INTEGER) FROM events"), qint64(20 - 10));
}

void TestReturns::meaningsOfKinds()
{
    const QByteArray log = "user,item,action,quantity,price,time\nu1,A,4,2,3.5,2011-01-10 08:00:00\nu1,A,1,,,2011-01-10 07:00:00\n"
                           "u2,B,4,1,1.0,2011-01-11 08:00:00\nu2,B,3,,,2011-01-11 07:00:00\n";
    HistoryShop shop;
    const auto amend = [](ImportPlan &plan) {
        plan.setKind(SourceKind::Events);
        VERIFY_RESULT(applyMap(plan, {QStringLiteral("kind=action"), QStringLiteral("user=user"), QStringLiteral("item=item")}));
        plan.kindMeanings = {{QStringLiteral("1"), QStringLiteral("view")}, {QStringLiteral("4"), QStringLiteral("purchase")}};
    };
    shop.import(log, amend);
    QCOMPARE(shop.summary().netRevenue, 8.0);
    QCOMPARE(shop.workspace.data().user(QStringLiteral("u1"))->orders, qint64(1));
    const UserRow user = *shop.workspace.data().user(QStringLiteral("u1"));
    QCOMPARE(shop.workspace.data().eventsOf(user.id, shop.job)->at(0).meaning, QStringLiteral("view"));
    // A stored kind keeps its meaning, and the import that thinks otherwise says so.
    const ImportReport second = shop.import("user,item,action,quantity,price,time\nu3,A,4,2,3.5,2011-02-10 08:00:00\nu3,A,1,,,2011-02-10 07:00:00\n",
                                            [&](ImportPlan &plan) {
                                                amend(plan);
                                                plan.kindMeanings[QStringLiteral("4")] = QStringLiteral("cart");
                                            });
    QVERIFY(second.notes.join(QLatin1Char(' ')).contains(QStringLiteral("purchase")));
    QCOMPARE(shop.workspace.data().user(QStringLiteral("u3"))->orders, qint64(1));
    QCOMPARE(kindMeaning(QStringLiteral("购买")), QStringLiteral("purchase"));
    QCOMPARE(kindMeaning(QStringLiteral("浏览")), QStringLiteral("view"));
}

void TestReturns::aMeaningCanBeChanged()
{
    HistoryShop shop;
    const QByteArray log = "user,item,action,quantity,price,time\nu1,A,pay,2,3.5,2011-01-10 08:00:00\nu1,A,pv,,,2011-01-10 07:00:00\n"
                           "u2,B,pay,1,1.0,2011-01-11 08:00:00\nu2,B,back,1,1.0,2011-01-12 07:00:00\n";
    shop.import(log, [](ImportPlan &plan) {
        plan.setKind(SourceKind::Events);
        VERIFY_RESULT(applyMap(plan, {QStringLiteral("kind=action"), QStringLiteral("user=user"), QStringLiteral("item=item"),
                                      QStringLiteral("quantity=quantity"), QStringLiteral("price=price"), QStringLiteral("time=time")}));
        plan.kindMeanings = {{QStringLiteral("pay"), QStringLiteral("other")}, {QStringLiteral("back"), QStringLiteral("other")}};
    });
    QCOMPARE(shop.summary().netRevenue, 0.0);
    const QString before = shop.workspace.data().fingerprint().value();
    VERIFY_RESULT(setKindMeaning(shop.workspace, QStringLiteral("pay"), QStringLiteral("purchase"), shop.job));
    QCOMPARE(shop.summary().netRevenue, 8.0);
    QCOMPARE(shop.workspace.data().user(QStringLiteral("u1"))->orders, qint64(1));
    QVERIFY(shop.workspace.data().fingerprint().value() != before);
    VERIFY_RESULT(setKindMeaning(shop.workspace, QStringLiteral("back"), QStringLiteral("return"), shop.job));
    QCOMPARE(pairs(shop), QStringList{QStringLiteral("-1<-1 on 11")});
    VERIFY_RESULT(setKindMeaning(shop.workspace, QStringLiteral("back"), QStringLiteral("other"), shop.job));
    VERIFY_RESULT(setKindMeaning(shop.workspace, QStringLiteral("pay"), QStringLiteral("other"), shop.job));
    QVERIFY(pairs(shop).isEmpty());
    QCOMPARE(shop.summary().netRevenue, 0.0);
    QCOMPARE(shop.workspace.data().user(QStringLiteral("u1"))->orders, qint64(0));
    QCOMPARE(shop.workspace.data().fingerprint().value(), before);
    QCOMPARE(setKindMeaning(shop.workspace, QStringLiteral("nope"), QStringLiteral("other"), shop.job).error().code, ErrorCode::NotFound);
    QCOMPARE(setKindMeaning(shop.workspace, QStringLiteral("pay"), QStringLiteral("paid"), shop.job).error().code, ErrorCode::InvalidInput);
}

// DATASETS.md: 370,931 rows, 2,848 exact duplicates, 7,675 rows with a negative quantity, 6,652 of them on C-invoices.
void TestReturns::onlineRetail()
{
    const QString path = sharedFile(QStringLiteral("online_retail/online_retail_2010-12_to_2011-09.csv.gz"));
    if (path.isEmpty())
        QSKIP("the shared data sets are not here");
    HistoryShop shop;
    const auto report = shop.tryFile(path);
    VERIFY_RESULT(report);
    QCOMPARE(report->read, qint64(370'931));
    QCOMPARE(report->stored, qint64(368'083));
    QCOMPARE(report->duplicate, qint64(2'848));
    QVERIFY(std::abs(report->netRevenueRead - 6'781'619.00) < 0.005);
    const auto whole = shop.tryFile(path, [](ImportPlan &plan) { plan.duplicates = DuplicateRule::None; });
    VERIFY_RESULT(whole);
    QCOMPARE(whole->duplicate, qint64(370'931)); // the same file as a whole
    VERIFY_RESULT(undoImport(shop.workspace, report->importId, shop.job));
    const auto all = shop.tryFile(path, [](ImportPlan &plan) { plan.duplicates = DuplicateRule::None; });
    VERIFY_RESULT(all);
    QCOMPARE(all->stored, qint64(370'931));
    QCOMPARE(all->cancellations, qint64(6'652));
    QCOMPARE(all->returns, qint64(7'675));
    qInfo("matched %lld of %lld, no products %lld", report->returnsMatched, report->returns, report->nonProducts);
    QVERIFY(report->returnsMatched > report->returns / 2);
    QVERIFY(report->nonProducts > 1000);
}

FORETRAIL_TEST_MAIN(TestReturns, QCoreApplication)
#include "tst_returns.moc"
