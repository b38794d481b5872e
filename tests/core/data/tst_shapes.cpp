// Tables of every shape: roles from names in two languages, kinds of events, attributes, series long and wide both ways.
#include "core/data/Import.h"
#include "core/data/KindWords.h"
#include "tests/support/TestSupport.h"

using namespace foretrail;

class TestShapes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void roles_data();
    void roles();
    void unitsInHeaders();
    void kindWords_data();
    void kindWords();
    void kindsAreGuessed();
    void numberedKinds();
    void numberedFromZero();
    void namesThatSayNothing();
    void attributes_data();
    void attributes();
    void attributesNeedOneKey();
    void logsAreNoAttributes();
    void visitBeforeOrder();
    void featuresOfStores();
    void wideWithSeveralKeys();
    void wideWithSpareKeys();
    void wideAsSaid_data();
    void wideAsSaid();
    void nothingIsWide();
    void stepsInRows();
    void stepsInRowsWithStart();
    void numberedSteps();
    void badCellsOfWideTables();
    void badCellsOfLongTables();
    void emptySeriesAreNamed();
    void badTimeRejectsTheRow();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("table.csv")); }
    ImportPreview preview(const QByteArray &csv)
    {
        test::writeAll(path(), csv);
        const auto made = previewFile(path(), m_job);
        if (!made)
            qWarning("%s", qPrintable(made.error().message));
        return made.value_or(ImportPreview{});
    }
    Result<ImportReport> import(const QByteArray &csv) { return importFile(*m_workspace, path(), preview(csv).plan, m_job); }
    static QString rolesOf(const ImportPlan &plan)
    {
        QStringList names;
        for (const ColumnPlan &column : plan.columns)
            names << roleName(column.role);
        return names.join(QLatin1Char(' '));
    }
    QMap<QString, Series> series()
    {
        SeriesQuery query;
        query.measure = Measure::Value;
        query.by = GroupBy::Series;
        QMap<QString, Series> byKey;
        for (const Series &one : m_workspace->data().series(query, m_job).value_or(QList<Series>{}))
            byKey[one.key] = one;
        return byKey;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
    JobContext m_job;
};

namespace {

bool adds(const ImportReport &report) { return report.read == report.stored + report.duplicate + report.rejected + report.filtered; }

QString text(const char *utf8) { return QString::fromUtf8(utf8); }

} // namespace

void TestShapes::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_workspace.reset();
    auto created = Workspace::create(m_folder->filePath(QStringLiteral("w.foretrail")));
    VERIFY_RESULT(created);
    m_workspace = std::make_unique<Workspace>(std::move(*created));
}

void TestShapes::roles_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("roles");
    QTest::newRow("behaviour") << QByteArray("用户ID,商品ID,商品类目,行为类型,时间\n1,7,3,浏览,2024-03-05 10:00:00\n2,8,3,购买,2024-03-05 11:00:00\n")
                               << "user item category kind time";
    QTest::newRow("orders") << QByteArray("订单编号,下单时间,会员编号,商品编码,商品名称,数量,单价,实付金额\n"
                                          "A1,2024/3/5 10:00,u1,p1,灯,2,3.00,6.00\nA2,2024/3/15 10:00,u2,p2,椅,1,9.00,9.00\n")
                            << "session time user item item-name quantity price amount";
    QTest::newRow("retail") << QByteArray("销售日期,门店,商品,销量,销售额\n2024-03-05,一店,灯,2,6.00\n2024-03-06,一店,灯,1,9.00\n")
                            << "time attribute item quantity amount";
    QTest::newRow("bill of a wallet") << QByteArray("交易时间,交易类型,交易对方,金额(元),交易单号\n2024-03-05 10:00:00,消费,店一,¥2.00,10001\n"
                                                    "2024-03-06 11:00:00,消费,店二,¥3.50,10002\n")
                                      << "time attribute attribute amount session";
    QTest::newRow("web shop") << QByteArray("Transaction ID,Transaction Date,Customer No,Product Name,Qty,Unit Price\n"
                                            "9,2024-03-05,u1,Lamp,2,3.00\n9,2024-03-05,u1,Chair,1,9.00\n")
                              << "session time user item quantity price";
    QTest::newRow("clicks") << QByteArray("visitorid,timestamp,event,itemid,transactionid\n5,1433221332117,view,7,\n6,1433221332118,addtocart,8,\n"
                                          "6,1433221332119,transaction,8,4\n")
                            << "user time kind item session";
}

void TestShapes::roles()
{
    QFETCH(QByteArray, csv);
    QFETCH(QString, roles);
    const ImportPreview shown = preview(csv);
    QCOMPARE(rolesOf(shown.plan), roles);
    QVERIFY2(shown.blocker.isEmpty(), qPrintable(shown.blocker));
}

void TestShapes::unitsInHeaders()
{
    const ImportPreview shown = preview("日期,客户,单价（元）,数量(件),Total [CNY]\n2024-03-05,a,3.00,2,6.00\n2024-03-06,b,3.00,1,3.00\n");
    QCOMPARE(rolesOf(shown.plan), QStringLiteral("time user price quantity amount"));
}

void TestShapes::kindWords_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("meaning");
    for (const char *word : {"pv", "View", "click", "page_view", "浏览", "点击"})
        QTest::newRow(word) << text(word) << "view";
    for (const char *word : {"cart", "add_to_cart", "AddToCart", "加购", "加入购物车"})
        QTest::newRow(word) << text(word) << "cart";
    for (const char *word : {"fav", "wishlist", "Favorite", "收藏"})
        QTest::newRow(word) << text(word) << "favourite";
    for (const char *word : {"buy", "purchase", "order", "Transaction", "sale", "购买", "下单", "支付"})
        QTest::newRow(word) << text(word) << "purchase";
    for (const char *word : {"return", "refund", "退货", "退款"})
        QTest::newRow(word) << text(word) << "return";
    QTest::newRow("remove_from_cart") << "remove_from_cart" << "other";
    QTest::newRow("unknown word") << "teleport" << "";
}

void TestShapes::kindWords()
{
    QFETCH(QString, word);
    QFETCH(QString, meaning);
    QCOMPARE(meaningOfWord(word), meaning);
}

void TestShapes::kindsAreGuessed()
{
    const ImportPreview shown = preview("user_id,item_id,behavior,timestamp\n1,1,pv,1511550516\n1,2,buy,1511550616\n2,2,pv,1511586000\n2,2,gift,1511586001\n");
    QCOMPARE(shown.kindWords.first(), QStringLiteral("pv"));
    QCOMPARE(shown.kindWords.size(), 3);
    QCOMPARE(shown.plan.kindMeanings[QStringLiteral("pv")], QStringLiteral("view"));
    QCOMPARE(shown.plan.kindMeanings[QStringLiteral("buy")], QStringLiteral("purchase"));
    QCOMPARE(shown.plan.kindMeanings[QStringLiteral("gift")], QStringLiteral("other"));
    // What a person says stays.
    ImportPlan plan = shown.plan;
    plan.kindMeanings[QStringLiteral("gift")] = QStringLiteral("purchase");
    const auto again = previewFile(path(), plan, m_job);
    VERIFY_RESULT(again);
    QCOMPARE(again->plan.kindMeanings[QStringLiteral("gift")], QStringLiteral("purchase"));
}

void TestShapes::numberedKinds()
{
    const ImportPreview shown = preview("user_id,item_id,behavior_type,item_category,time\n1,1,1,9,2014-12-06 02\n1,2,4,9,2014-12-07 03\n"
                                        "2,2,3,9,2014-12-08 02\n2,3,2,9,2014-12-08 02\n");
    QCOMPARE(shown.plan.columnOf(Role::Kind), 2);
    QCOMPARE(shown.plan.kindMeanings[QStringLiteral("1")], QStringLiteral("view"));
    QCOMPARE(shown.plan.kindMeanings[QStringLiteral("2")], QStringLiteral("favourite"));
    QCOMPARE(shown.plan.kindMeanings[QStringLiteral("3")], QStringLiteral("cart"));
    QCOMPARE(shown.plan.kindMeanings[QStringLiteral("4")], QStringLiteral("purchase"));
    QVERIFY(shown.notes.join(QLatin1Char('|')).contains(QStringLiteral("4 as purchase")));
    QCOMPARE(shown.plan.dateFormat, QStringLiteral("yyyy-MM-dd HH"));
}

void TestShapes::numberedFromZero()
{
    const ImportPreview shown = preview("user_id,item_id,action_type,time\n1,1,0,2014-12-06\n1,2,2,2014-12-17\n2,2,3,2014-12-18\n");
    QCOMPARE(shown.plan.kindMeanings[QStringLiteral("0")], QStringLiteral("view"));
    QCOMPARE(shown.plan.kindMeanings[QStringLiteral("2")], QStringLiteral("purchase"));
    QCOMPARE(shown.plan.kindMeanings[QStringLiteral("3")], QStringLiteral("favourite"));
}

// Headers that say nothing: ids in front, then the time, then pieces and money.
void TestShapes::namesThatSayNothing()
{
    const ImportPreview shown = preview("f1,f2,f3,f4\n7,2024-01-15,2,3.50\n7,2024-01-15,1,9.00\n8,2024-01-16,1,9.00\n");
    QCOMPARE(rolesOf(shown.plan), QStringLiteral("user time quantity amount"));
    QCOMPARE(shown.plan.kind, SourceKind::Sales);
}

void TestShapes::attributes_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("roles");
    QTest::newRow("stores") << QByteArray("Store,Type,Size\n1,A,151315\n3,B,37392\n4,A,205863\n") << "series attribute attribute";
    QTest::newRow("series") << QByteArray("id,category,frequency,start_year\nN1402,MICRO,MONTHLY,1990\nN1403,MICRO,MONTHLY,1990\n")
                            << "series attribute attribute attribute";
    QTest::newRow("items") << QByteArray("product_id,title,price,brand\np1,Lamp,3.00,x\np2,Chair,9.00,\n") << "item attribute attribute attribute";
    QTest::newRow("users") << QByteArray("用户ID,性别,城市\nu1,女,北京\nu2,男,上海\n") << "user attribute attribute";
}

void TestShapes::attributes()
{
    QFETCH(QByteArray, csv);
    QFETCH(QString, roles);
    const ImportPreview shown = preview(csv);
    QCOMPARE(shown.plan.kind, SourceKind::Attributes);
    QCOMPARE(rolesOf(shown.plan), roles);
    QVERIFY2(shown.blocker.isEmpty(), qPrintable(shown.blocker));
}

void TestShapes::attributesNeedOneKey()
{
    ImportPlan plan = preview("Store,Type,Size\n1,A,151315\n3,B,37392\n4,A,205863\n").plan;
    plan.columns[0].role = Role::Attribute;
    QVERIFY(!previewFile(path(), plan, m_job)->blocker.isEmpty());
    plan.setKind(SourceKind::Events);
    plan.setKind(SourceKind::Attributes);
    plan.columns[0].role = Role::User;
    QVERIFY(previewFile(path(), plan, m_job)->blocker.isEmpty());
}

// Rows that name someone and some item happened, though nobody noted when.
void TestShapes::logsAreNoAttributes()
{
    QCOMPARE(preview("user_id,item_id\n1,7\n2,8\n3,9\n").plan.dateFormat, QStringLiteral("order"));
    QVERIFY(preview("customer,product,quantity\nann,A,2\nbob,B,1\n").blocker.contains(QStringLiteral("time")));
}

void TestShapes::visitBeforeOrder()
{
    const ImportPreview shown = preview("sessionId;userId;timeframe;eventdate;ordernumber;itemId\n150;18278;17100868;2016-05-06;16421;25911\n"
                                        "151;NA;6454547;2016-05-16;16290;175874\n");
    QCOMPARE(rolesOf(shown.plan), QStringLiteral("session user position time attribute item"));
}

void TestShapes::featuresOfStores()
{
    const auto report = import("Store,Date,Temperature,MarkDown,IsHoliday\n1,2010-02-05,42.31,NA,FALSE\n1,2010-02-12,38.51,NA,TRUE\n"
                               "1,2010-02-19,39.93,5.5,FALSE\n2,2010-02-05,40.19,NA,FALSE\n");
    VERIFY_RESULT(report);
    QVERIFY(adds(*report));
    QCOMPARE(report->read, 12);
    QCOMPARE(report->filtered, 3);
    QCOMPARE(report->rejected, 0);
    const auto found = series();
    QCOMPARE(found.keys(), QStringList({QStringLiteral("1/IsHoliday"), QStringLiteral("1/MarkDown"), QStringLiteral("1/Temperature"),
                                        QStringLiteral("2/IsHoliday"), QStringLiteral("2/Temperature")}));
    QCOMPARE(found[QStringLiteral("1/IsHoliday")].values, (std::vector<double>{0, 1, 0}));
    QCOMPARE(found[QStringLiteral("1/Temperature")].axis.step, Step::Week);
}

void TestShapes::wideWithSeveralKeys()
{
    const auto report = import("store,item,2024-01-01,2024-01-02,2024-01-03,2024-01-04,2024-01-05\ns1,A,1,2,3,4,5\ns1,B,1,2,3,4,6\ns2,A,1,2,3,4,7\n");
    VERIFY_RESULT(report);
    QCOMPARE(report->stored, 15);
    QCOMPARE(series()[QStringLiteral("s2/A")].values.back(), 7.0);
}

void TestShapes::wideWithSpareKeys()
{
    const ImportPreview shown = preview("id,dept,state,d_1,d_2,d_3,d_4,d_5\nA_1,hobby,CA,1,2,3,4,5\nB_1,hobby,CA,1,2,3,4,6\n");
    QCOMPARE(rolesOf(shown.plan), QStringLiteral("series ignore ignore value value value value value"));
}

// Few columns may be anything, until a person calls them series.
void TestShapes::wideAsSaid_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("roles");
    QTest::addColumn<QString>("dateFormat");
    QTest::addColumn<int>("values");
    QTest::newRow("attributes of stores") << QByteArray("store,jan,feb\nA,1,2\nB,3,4\n") << "series value value" << "" << 4;
    QTest::newRow("years") << QByteArray("product,2011,2012,2013\nA,1,2,3\nB,4,5,6\n") << "series value value value" << "yyyy" << 6;
    QTest::newRow("numbered") << QByteArray("id,V2,V3\n7,1,2\n8,3,4\n") << "series value value" << "" << 4;
    QTest::newRow("words beside the name") << QByteArray("store,city,jan,feb\nA,Rome,1,2\nB,Oslo,3,4\n") << "series ignore value value" << "" << 4;
    QTest::newRow("amounts") << QByteArray("store,sales,visits\nA,1,2\nB,3,4\n") << "series value value" << "" << 4;
    QTest::newRow("events") << QByteArray("date,user,views\n2024-01-01,ann,3\n2024-01-02,ann,4\n") << "time ignore value" << "yyyy-MM-dd" << 2;
    QTest::newRow("words first") << QByteArray("what,2024-01,note,2024-02\nA,1,x,2\nB,3,y,4\n") << "series value ignore value" << "yyyy-MM" << 4;
}

void TestShapes::wideAsSaid()
{
    QFETCH(QByteArray, csv);
    QFETCH(QString, roles);
    QFETCH(QString, dateFormat);
    QFETCH(int, values);
    ImportPlan plan = preview(csv).plan;
    plan.setKind(SourceKind::Series);
    plan.setLayout(SeriesLayout::Wide);
    const auto shown = previewFile(path(), plan, m_job);
    VERIFY_RESULT(shown);
    QVERIFY2(shown->blocker.isEmpty(), qPrintable(shown->blocker));
    QCOMPARE(rolesOf(shown->plan), roles);
    QCOMPARE(shown->plan.dateFormat, dateFormat);
    const auto report = importFile(*m_workspace, path(), shown->plan, m_job);
    VERIFY_RESULT(report);
    QCOMPARE(report->stored, values);
    QVERIFY(adds(*report));
}

void TestShapes::nothingIsWide()
{
    ImportPlan plan = preview("name,city\nann,Rome\nbob,Oslo\n").plan;
    plan.setKind(SourceKind::Series);
    plan.setLayout(SeriesLayout::Wide);
    const auto shown = previewFile(path(), plan, m_job);
    VERIFY_RESULT(shown);
    QVERIFY2(shown->blocker.startsWith(QStringLiteral("No column holds numbers")), qPrintable(shown->blocker));
}

void TestShapes::stepsInRows()
{
    const auto report = import("north,south,east\n1,10,100\n2,20,\n3,30,300\n");
    VERIFY_RESULT(report);
    QCOMPARE(report->stored, 8);
    QCOMPARE(series()[QStringLiteral("south")].values, (std::vector<double>{10, 20, 30}));
    QVERIFY(std::isnan(series()[QStringLiteral("east")].values[1]));
    QCOMPARE(series()[QStringLiteral("north")].axis.step, Step::None);
}

void TestShapes::stepsInRowsWithStart()
{
    ImportPlan plan = preview("north,south,east\n1,10,100\n2,20,\n3,30,300\n").plan;
    plan.step = Step::Month;
    plan.start = QDateTime(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
    VERIFY_RESULT(importFile(*m_workspace, path(), plan, m_job));
    const Series south = series()[QStringLiteral("south")];
    QCOMPARE(formatTime(south.timeAt(2), Step::Month), QStringLiteral("2020-03-01"));
}

void TestShapes::numberedSteps()
{
    const ImportPreview shown = preview("t,north,south\n1,5,10\n2,6,20\n3,7,30\n4,3,30\n");
    QCOMPARE(rolesOf(shown.plan), QStringLiteral("time value value"));
    QCOMPARE(shown.plan.dateFormat, QStringLiteral("index"));
    QVERIFY2(shown.blocker.isEmpty(), qPrintable(shown.blocker));
}

void TestShapes::badCellsOfWideTables()
{
    const auto report = import("item,2024-01-01,2024-01-02,2024-01-03,2024-01-04,2024-01-05\nA,1,2,x,4,5\nB,10,,30,40,5O\n");
    VERIFY_RESULT(report);
    QVERIFY(adds(*report));
    QCOMPARE(report->read, 9);
    QCOMPARE(report->stored, 7);
    QCOMPARE(report->rejected, 2);
    const RejectedRow &first = report->firstRejects[0];
    QCOMPARE(first.line, 2);
    QCOMPARE(first.column, QStringLiteral("2024-01-03"));
    QCOMPARE(first.value, QStringLiteral("x"));
    QCOMPARE(report->firstRejects[1].column, QStringLiteral("2024-01-05"));
    QCOMPARE(series()[QStringLiteral("A")].values[3], 4.0);
}

void TestShapes::badCellsOfLongTables()
{
    const auto report = import("Store,Date,Temperature,Fuel\n1,2010-02-05,42.31,2.5\n1,2010-02-12,warm,2.6\n1,2010-02-19,39.93,2.7\n"
                               "1,2010-02-26,39.93,2.8\n");
    VERIFY_RESULT(report);
    QVERIFY(adds(*report));
    QCOMPARE(report->read, 8);
    QCOMPARE(report->rejected, 1);
    QCOMPARE(series()[QStringLiteral("1/Fuel")].values, (std::vector<double>{2.5, 2.6, 2.7, 2.8}));
}

// One that never has a value is told of by name; one that has some is not.
void TestShapes::emptySeriesAreNamed()
{
    const auto report = import("series,date,value\ntea,2024-03-05,1\nnone,2024-03-05,\nlate,2024-03-05,\ntea,2024-03-06,2\nnone,2024-03-06,\nlate,2024-03-06,3\n");
    VERIFY_RESULT(report);
    QCOMPARE(report->series, 2);
    const QString notes = report->notes.join(QLatin1Char('|'));
    QVERIFY2(notes.contains(QStringLiteral("have no value at all, so that none is listed for them: none")) && !notes.contains(QStringLiteral("late")), qPrintable(notes));
}

void TestShapes::badTimeRejectsTheRow()
{
    const auto report = import("Store,Date,Temperature,Fuel\n1,2010-02-05,42.31,2.5\n1,soon,41.00,2.6\n1,2010-02-19,39.93,2.7\n"
                               "1,2010-02-26,39.93,2.7\n");
    VERIFY_RESULT(report);
    QVERIFY(adds(*report));
    QCOMPARE(report->rejected, 1);
    QCOMPARE(report->stored, 6);
}

FORETRAIL_TEST_MAIN(TestShapes, QCoreApplication)
#include "tst_shapes.moc"
