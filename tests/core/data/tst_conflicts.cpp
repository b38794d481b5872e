// Rows that are there already: skipped, replaced, or the end of the import; and what makes rows the same.
#include "tests/core/data/HistoryTest.h"

using namespace foretrail;
using namespace foretrail::test;

class TestConflicts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void abortNamesLineAndImport();
    void abortIgnoresDuplicatesOfItsOwn();
    void keyColumnsTellRowsApart();
    void keysNeedColumns();
    void replacingInOneFileKeepsTheLast();
    void noRuleStoresEveryRow();
    void aWholeFileOnce();
    void redoOfAWholeFile();
    void attributesOfStores();
    void attributesFollowThePolicy();
    void attributesAreUndone();
    void seriesSummedByAttribute();
    void logsWithoutClock();
    void currencyIsAdopted();
};

namespace {

const QByteArray first = "1,A,LAMP,2,2011-01-10 08:00:00,5,u1\n";
const QByteArray second = "2,B,MUG,1,2011-01-11 08:00:00,3,u2\n";
const QByteArray third = "3,C,CUP,1,2011-01-12 08:00:00,7,u3\n";

auto with(ConflictPolicy policy, DuplicateRule rule = DuplicateRule::WholeRow, const QStringList &keys = {})
{
    return [=](ImportPlan &plan) {
        if (!keys.isEmpty())
            VERIFY_RESULT(applyKeys(plan, keys));
        plan.conflict = policy;
        plan.duplicates = rule;
    };
}

HistoryShop::Amend attributes(const QStringList &map, ConflictPolicy policy = ConflictPolicy::Skip)
{
    return [=](ImportPlan &plan) {
        plan.kind = SourceKind::Attributes;
        plan.conflict = policy;
        for (ColumnPlan &column : plan.columns)
            column.role = Role::Attribute;
        VERIFY_RESULT(applyMap(plan, map));
    };
}

const QStringList byStore{QStringLiteral("series=Store")};

} // namespace

void TestConflicts::abortNamesLineAndImport()
{
    HistoryShop shop;
    const ImportReport report = shop.import(salesHeader + first + second);
    const auto again = shop.tryImport(salesHeader + third + second, with(ConflictPolicy::Abort));
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::InvalidInput);
    QVERIFY2(again.error().message.contains(QStringLiteral("3")), qPrintable(again.error().message)); // the line
    QVERIFY(again.error().message.contains(QStringLiteral("import %1").arg(report.importId)));
    QVERIFY(again.error().message.contains(QStringLiteral("log1.csv")));
    QCOMPARE(shop.summary().events, qint64(2));
    QCOMPARE(listImports(shop.workspace)->size(), 1);
}

void TestConflicts::abortIgnoresDuplicatesOfItsOwn()
{
    HistoryShop shop;
    shop.import(salesHeader + first);
    const ImportReport report = shop.import(salesHeader + second + second + third, with(ConflictPolicy::Abort));
    QCOMPARE(report.stored, qint64(2));
    QCOMPARE(report.duplicate, qint64(1));
}

void TestConflicts::keyColumnsTellRowsApart()
{
    const QStringList keys{QStringLiteral("Invoice"), QStringLiteral("Item")};
    HistoryShop shop;
    shop.import(salesHeader + first + second, with(ConflictPolicy::Skip, DuplicateRule::KeyColumns, keys));
    const QByteArray changed = "1,A,LAMP,9,2011-01-10 08:00:00,5,u1\n";
    const ImportReport report = shop.import(salesHeader + changed + third, with(ConflictPolicy::Skip, DuplicateRule::KeyColumns, keys));
    QCOMPARE(report.stored, qint64(1));
    QCOMPARE(report.duplicate, qint64(1));
    QVERIFY(addsUp(report));
    QVERIFY(report.notes.filter(QStringLiteral("other columns")).isEmpty());
    // What other imports compared is no help to one that compares whole rows, which is said.
    const ImportReport whole = shop.import(salesHeader + first + third);
    QCOMPARE(whole.stored, qint64(2));
    QCOMPARE(whole.notes.filter(QStringLiteral("other columns")).size(), 1);
}

void TestConflicts::keysNeedColumns()
{
    HistoryShop shop;
    const auto none = shop.tryImport(salesHeader + first + second, with(ConflictPolicy::Skip, DuplicateRule::KeyColumns));
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::InvalidInput);
    ImportPlan plan;
    QCOMPARE(applyKeys(plan, {QStringLiteral("Nope")}).error().code, ErrorCode::InvalidInput);
}

void TestConflicts::replacingInOneFileKeepsTheLast()
{
    HistoryShop shop;
    const ImportReport report = shop.import(salesHeader + first + second + "1,A,LAMP,9,2011-01-10 08:00:00,5,u1\n",
                                            with(ConflictPolicy::Replace, DuplicateRule::KeyColumns, {QStringLiteral("Invoice")}));
    QCOMPARE(report.stored, qint64(2));
    QCOMPARE(report.duplicate, qint64(1));
    QCOMPARE(report.netRevenueRead, 10.0 + 3 + 45);
    QCOMPARE(report.netRevenueStored, 48.0);
    QCOMPARE(shop.summary().netRevenue, 48.0);
    QCOMPARE(shop.workspace.data().user(QStringLiteral("u1"))->events, qint64(1));
    VERIFY_RESULT(shop.workspace.checkIntegrity());
}

void TestConflicts::noRuleStoresEveryRow()
{
    HistoryShop shop;
    const ImportReport report = shop.import(salesHeader + first + first + second, with(ConflictPolicy::Skip, DuplicateRule::None));
    QCOMPARE(report.stored, qint64(3));
    QCOMPARE(shop.summary().netRevenue, 23.0);
    VERIFY_RESULT(undoImport(shop.workspace, report.importId, shop.job));
    VERIFY_RESULT(redoImport(shop.workspace, report.importId, shop.job));
    QCOMPARE(shop.summary().netRevenue, 23.0);
}

void TestConflicts::aWholeFileOnce()
{
    HistoryShop shop;
    const QString path = shop.write(salesHeader + first + second);
    const auto none = with(ConflictPolicy::Skip, DuplicateRule::None);
    const auto one = shop.tryFile(path, none);
    VERIFY_RESULT(one);
    const auto two = shop.tryFile(path, none);
    VERIFY_RESULT(two);
    QCOMPARE(two->stored, qint64(0));
    QCOMPARE(two->duplicate, qint64(2));
    const auto refused = shop.tryFile(path, with(ConflictPolicy::Abort, DuplicateRule::None));
    QVERIFY(!refused);
    QVERIFY(refused.error().message.contains(QStringLiteral("import %1").arg(one->importId)));
    VERIFY_RESULT(undoImport(shop.workspace, one->importId, shop.job));
    QCOMPARE(shop.tryFile(path, with(ConflictPolicy::Abort, DuplicateRule::None))->stored, qint64(2));
}

void TestConflicts::redoOfAWholeFile()
{
    HistoryShop shop;
    const QString path = shop.write(salesHeader + first + second);
    const auto none = with(ConflictPolicy::Skip, DuplicateRule::None);
    const qint64 one = shop.tryFile(path, none)->importId;
    VERIFY_RESULT(undoImport(shop.workspace, one, shop.job));
    VERIFY_RESULT(shop.tryFile(path, none));
    const auto redone = redoImport(shop.workspace, one, shop.job);
    QCOMPARE(redone.error().code, ErrorCode::InvalidInput);
    QCOMPARE(shop.summary().events, qint64(2));
}

void TestConflicts::attributesOfStores()
{
    HistoryShop shop;
    const ImportReport report = shop.import("Store,Type,Size\n1,A,100\n2,B,\n,C,5\n3,,\n", attributes(byStore));
    QCOMPARE(report.read, qint64(4));
    QCOMPARE(report.stored, qint64(2));
    QCOMPARE(report.rejected, qint64(1));
    QCOMPARE(report.filtered, qint64(1));
    QVERIFY(addsUp(report));
    const auto ofOne = shop.workspace.data().attributesOf(QStringLiteral("series"), QStringLiteral("1"));
    QCOMPARE(*ofOne, QList<KeyAttribute>({{QStringLiteral("Size"), QStringLiteral("100")}, {QStringLiteral("Type"), QStringLiteral("A")}}));
    const ImportReport again = shop.import("Store,Type,Size\n1,A,100\n2,B,7\n", attributes(byStore));
    QCOMPARE(again.stored, qint64(1));
    QCOMPARE(again.duplicate, qint64(1));
}

void TestConflicts::attributesFollowThePolicy()
{
    HistoryShop shop;
    shop.import("Store,Type\n1,A\n2,B\n", attributes(byStore));
    const ImportReport skipped = shop.import("Store,Type\n1,C\n2,B\n", attributes(byStore));
    QCOMPARE(skipped.conflicts, qint64(1));
    QCOMPARE(skipped.duplicate, qint64(2));
    QVERIFY(!shop.tryImport("Store,Type\n1,C\n2,B\n", attributes(byStore, ConflictPolicy::Abort)));
    const ImportReport replaced = shop.import("Store,Type\n1,C\n2,B\n", attributes(byStore, ConflictPolicy::Replace));
    QCOMPARE(replaced.replaced, qint64(1));
    QCOMPARE(replaced.stored, qint64(1));
    QCOMPARE(shop.workspace.data().attributesOf(QStringLiteral("series"), QStringLiteral("1"))->front().value, QStringLiteral("C"));
}

void TestConflicts::attributesAreUndone()
{
    HistoryShop shop;
    const auto typeOfOne = [&] {
        const auto found = shop.workspace.data().attributesOf(QStringLiteral("series"), QStringLiteral("1")).value();
        return found.isEmpty() ? QString() : found.front().value;
    };
    const qint64 one = shop.import("Store,Type\n1,A\n2,B\n", attributes(byStore)).importId;
    const qint64 two = shop.import("Store,Type\n1,C\n2,B\n", attributes(byStore, ConflictPolicy::Replace)).importId;
    VERIFY_RESULT(undoImport(shop.workspace, two, shop.job));
    QCOMPARE(typeOfOne(), QStringLiteral("A"));
    VERIFY_RESULT(redoImport(shop.workspace, two, shop.job));
    QCOMPARE(typeOfOne(), QStringLiteral("C"));
    VERIFY_RESULT(undoImport(shop.workspace, one, shop.job));
    QCOMPARE(typeOfOne(), QStringLiteral("C"));
    VERIFY_RESULT(undoImport(shop.workspace, two, shop.job));
    QCOMPARE(typeOfOne(), QString());
}

void TestConflicts::seriesSummedByAttribute()
{
    HistoryShop shop;
    const auto weekly = [](ImportPlan &plan) {
        plan.kind = SourceKind::Series;
        plan.layout = SeriesLayout::Long;
        for (ColumnPlan &column : plan.columns)
            column.role = Role::Ignore;
        VERIFY_RESULT(applyMap(plan, {QStringLiteral("series=Store"), QStringLiteral("series=Dept"), QStringLiteral("time=Date"),
                                      QStringLiteral("value=Sales")}));
        plan.step = Step::Week;
    };
    shop.import("Store,Dept,Date,Sales\n1,1,2011-01-03,5\n1,1,2011-01-10,6\n1,2,2011-01-03,10\n2,1,2011-01-03,100\n2,1,2011-01-17,300\n"
                "3,1,2011-01-03,1000\n", weekly);
    shop.import("Store,Type\n1,A\n2,B\n3,A\n", attributes(byStore));
    SeriesQuery query;
    query.by = GroupBy::Attribute;
    query.attribute = QStringLiteral("type");
    query.measure = Measure::Value;
    const auto types = shop.workspace.data().series(query, shop.job);
    VERIFY_RESULT(types);
    QCOMPARE(types->size(), 2);
    QCOMPARE(types->at(0).key, QStringLiteral("A"));
    QCOMPARE(types->at(0).values, std::vector<double>({1015, 6}));
    QCOMPARE(types->at(1).values[0], 100.0);
    QVERIFY(std::isnan(types->at(1).values[1]));
    query.keys = {QStringLiteral("B")};
    QCOMPARE(shop.workspace.data().listSeries(query, shop.job)->front().size, 400.0);
    query.keys = {QStringLiteral("D")};
    QCOMPARE(shop.workspace.data().series(query, shop.job).error().code, ErrorCode::NotFound);
    query.attribute = QStringLiteral("Colour");
    QCOMPARE(shop.workspace.data().series(query, shop.job).error().code, ErrorCode::NotFound);
}

void TestConflicts::logsWithoutClock()
{
    const auto ordered = [](ImportPlan &plan) {
        plan.kind = SourceKind::Events;
        for (ColumnPlan &column : plan.columns)
            column.role = Role::Ignore;
        VERIFY_RESULT(applyMap(plan, {QStringLiteral("session=session_id"), QStringLiteral("position=position"), QStringLiteral("item=item_id"),
                                      QStringLiteral("user=user")}));
        plan.dateFormat = QStringLiteral("order");
    };
    const QByteArray head = "session_id,position,item_id,user\n";
    HistoryShop shop;
    const ImportReport report = shop.import(head + "1,1,214,u1\n1,2,105,u1\n2,1,214,u2\n2,1,214,u2\n", ordered);
    QCOMPARE(report.stored, qint64(3));
    QCOMPARE(report.duplicate, qint64(1));
    QVERIFY(!shop.summary().hasClock);
    QVERIFY(!shop.summary().firstEvent);
    SeriesQuery query;
    query.measure = Measure::Events;
    const auto series = shop.workspace.data().series(query, shop.job);
    QCOMPARE(series.error().code, ErrorCode::InvalidInput);
    QVERIFY(series.error().message.contains(QStringLiteral("order")));
    shop.import(head + "3,1,7,u1\n3,2,8,u1\n", ordered);
    const UserRow user = *shop.workspace.data().user(QStringLiteral("u1"));
    QStringList items;
    const auto events = shop.workspace.data().eventsOf(user.id, shop.job);
    for (const UserEvent &event : *events)
        items << event.itemKey;
    QCOMPARE(items.join(QLatin1Char(' ')), QStringLiteral("214 105 7 8"));
    shop.import(salesHeader + first + second);
    QVERIFY(shop.summary().hasClock);
    QCOMPARE(shop.workspace.data().series(query, shop.job)->front().values, std::vector<double>({1, 1}));
    VERIFY_RESULT(undoImport(shop.workspace, 1, shop.job));
    VERIFY_RESULT(redoImport(shop.workspace, 1, shop.job));
    QCOMPARE(shop.workspace.data().user(QStringLiteral("u1"))->firstSeen, parseWallTime(QStringLiteral("2011-01-10T08:00:00")).value());
}

void TestConflicts::currencyIsAdopted()
{
    HistoryShop shop;
    const auto in = [](const char *currency) { return [currency](ImportPlan &plan) { plan.currency = QString::fromLatin1(currency); }; };
    shop.import(salesHeader + first + second, in("GBP"));
    QCOMPARE(shop.summary().currency, QStringLiteral("GBP"));
    shop.import(salesHeader + third + second, in("EUR"));
    QCOMPARE(shop.summary().currency, QStringLiteral("GBP"));
}

FORETRAIL_TEST_MAIN(TestConflicts, QCoreApplication)
#include "tst_conflicts.moc"
