// A hierarchy made from a log: sums of parts, items without a category, what cannot be added up. All numbers by hand: tea (drinks) sells
// for 10 every day, cup (kitchen) for 4, bag (no category) for 1; pot (kitchen) for 6 from day 30 on.
#include "core/data/Import.h"
#include "core/data/sqlite/Connection.h"
#include "core/report/ReconciledForecast.h"
#include "tests/support/TestSupport.h"

#include <numeric>

using namespace foretrail;
using namespace foretrail::test;

class ReconciledTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void partsMakeTheWhole();
    void testLength();
    void addsUp_data();
    void addsUp();
    void categoriesOfATableOfItems();
    void saysWhereItIsWorse();
    void whatDoesNotAddUpIsRefused();
    void written();

private:
    TrainingSpec spec(const QString &model) const;
    Result<Workspace> shopOf(const QByteArray &log, const QString &name);
    QTemporaryDir m_folder;
    std::optional<Workspace> m_workspace;
    JobContext m_job;
};

namespace {

constexpr int shopDays = 60;

double sum(const Series &series) { return std::accumulate(series.values.begin(), series.values.end(), 0.0); }

} // namespace

void ReconciledTest::initTestCase()
{
    QByteArray log = "time,user,item,category,kind,price,quantity\n";
    for (int day = 0; day < shopDays; ++day) {
        const QByteArray date = QDate(2024, 1, 1).addDays(day).toString(Qt::ISODate).toUtf8();
        log += date + ",ann,tea,drinks,purchase," + QByteArray::number(10 + day % 3) + ",1\n";
        log += date + ",bob,cup,kitchen,purchase,4,1\n" + date + ",bob,bag,,purchase,1,1\n";
        if (day >= 30)
            log += date + ",cyd,pot,kitchen,purchase,6,1\n";
    }
    auto workspace = shopOf(log, QStringLiteral("w"));
    VERIFY_RESULT(workspace);
    m_workspace.emplace(std::move(*workspace));
}

Result<Workspace> ReconciledTest::shopOf(const QByteArray &log, const QString &name)
{
    const QString file = m_folder.filePath(name + QStringLiteral(".csv"));
    writeAll(file, log);
    Result<Workspace> workspace = Workspace::create(m_folder.filePath(name + QStringLiteral(".foretrail")));
    const auto preview = previewFile(file, m_job);
    if (!workspace || !preview)
        return fail(workspace ? preview.error() : workspace.error());
    const auto imported = importFile(*workspace, file, preview->plan, m_job);
    return imported ? std::move(workspace) : fail(imported.error());
}

TrainingSpec ReconciledTest::spec(const QString &model) const
{
    TrainingSpec spec;
    spec.model.model = model;
    spec.horizon = 6;
    spec.split.test = 6;
    return spec;
}

void ReconciledTest::partsMakeTheWhole()
{
    const auto hierarchy = hierarchyOf(m_workspace->data(), spec({}).query, 2, m_job);
    VERIFY_RESULT(hierarchy);
    // total; kitchen, drinks (in some order); tea and cup, the largest; pot as what is left of kitchen; bag without category.
    QCOMPARE(hierarchy->size(), 7);
    std::vector<double> sums;
    for (const HierarchyNode &node : hierarchy->nodes)
        sums.push_back(sum(node.series));
    QCOMPARE(incoherence(hierarchy->shape, sums), 0.0);
    QCOMPARE(sums[0], 11 * 60.0 + 4 * 60 + 60 + 6 * 30);
    QCOMPARE(std::count_if(hierarchy->nodes.begin(), hierarchy->nodes.end(), [](const HierarchyNode &node) { return node.isRest; }), 2);
    const std::vector<double> shares = hierarchy->shares();
    QCOMPARE(shares[0], 1.0);
    double children = 0;
    for (int node = 1; node < hierarchy->size(); ++node)
        children += hierarchy->shape.parents[size_t(node)] == 0 ? shares[size_t(node)] : 0;
    QVERIFY(std::abs(children - 1) < 1e-12);
}

// As long as the total allows, whatever the length of its parts.
void ReconciledTest::testLength()
{
    QCOMPARE(reconciledTest(-1, Step::Day, 305), 28);
    QCOMPARE(reconciledTest(-1, Step::Day, 84), 21);
    QCOMPARE(reconciledTest(-1, Step::Week, 60), 8);
    QCOMPARE(reconciledTest(-1, Step::Day, 2), 0);
    QCOMPARE(reconciledTest(28, Step::Day, 305), 28);
    QCOMPARE(reconciledTest(28, Step::Day, 40), 20);
    QCOMPARE(reconciledTest(0, Step::Day, 305), 0);
}

void ReconciledTest::addsUp_data()
{
    QTest::addColumn<QString>("method");
    for (const QString &name : reconcileMethodNames())
        QTest::newRow(qPrintable(name)) << name;
}

void ReconciledTest::addsUp()
{
    QFETCH(QString, method);
    const auto forecast = reconciledForecast(m_workspace->data(), spec(QStringLiteral("mean")), *reconcileMethodFromName(method), 10, 1, m_job);
    VERIFY_RESULT(forecast);
    QVERIFY(forecast->gapBefore > 1); // the mean of pot is that of its own days alone, the mean of the total is over all
    QVERIFY(forecast->gapAfter < 1e-9);
    for (size_t step = 0; step < 6; ++step) {
        double items = 0;
        QList<bool> isParent(forecast->nodes.size(), false);
        for (const ReconciledNode &node : forecast->nodes)
            if (node.parent >= 0)
                isParent[node.parent] = true;
        for (qsizetype node = 0; node < forecast->nodes.size(); ++node)
            items += isParent[node] ? 0 : forecast->nodes[node].reconciled[step];
        QVERIFY(std::abs(items - forecast->nodes[0].reconciled[step]) < 1e-9);
    }
    if (method == QStringLiteral("top-down"))
        QCOMPARE(forecast->nodes[0].reconciled, forecast->nodes[0].base);
    QCOMPARE(forecast->levels.size(), 3);
    QVERIFY(std::isfinite(forecast->levels[2].wape));
    QVERIFY(forecast->isNonNegative);
}

// The rows of a log have no category; a table says those of its items: tea is a drink, cup and pot are of the kitchen, bag is nothing.
void ReconciledTest::categoriesOfATableOfItems()
{
    QByteArray log = "time,user,item,kind,price,quantity\n";
    for (int day = 0; day < shopDays; ++day) {
        const QByteArray date = QDate(2024, 1, 1).addDays(day).toString(Qt::ISODate).toUtf8();
        log += date + ",ann,tea,purchase,10,1\n" + date + ",bob,cup,purchase,4,1\n" + date + ",bob,pot,purchase,6,1\n" + date + ",bob,bag,purchase,1,1\n";
    }
    Result<Workspace> workspace = shopOf(log, QStringLiteral("told"));
    VERIFY_RESULT(workspace);
    QCOMPARE(workspace->data().summary()->categories, 0);
    workspace->connection().execute("INSERT INTO key_attributes VALUES ('item', 'tea', 'Category', 'drinks', 1), ('item', 'cup', 'Category', 'kitchen', 1), "
                                    "('item', 'pot', 'Category', 'kitchen', 1), ('item', 'pot', 'brand', 'Acme', 1), ('item', 'unsold', 'Category', 'toys', 1)");
    QCOMPARE(workspace->data().summary()->categories, 2);
    QCOMPARE(*workspace->data().categoryOf(QStringLiteral("pot")), QStringLiteral("kitchen"));
    QCOMPARE(*workspace->data().categoryOf(QStringLiteral("bag")), QString());
    SeriesQuery question;
    question.by = GroupBy::Category;
    const auto listed = workspace->data().listSeries(question, m_job);
    VERIFY_RESULT(listed);
    QCOMPARE(listed->size(), 2); // both sell for 10 a day
    QCOMPARE((*listed)[0].size, 600.0);
    QCOMPARE((*listed)[1].size, 600.0);
    question.keys = {QStringLiteral("kitchen")};
    const auto kitchen = workspace->data().series(question, m_job);
    VERIFY_RESULT(kitchen);
    QCOMPARE(kitchen->front().values, std::vector<double>(shopDays, 10.0));
    const auto hierarchy = hierarchyOf(workspace->data(), spec({}).query, 10, m_job);
    VERIFY_RESULT(hierarchy);
    QStringList lines;
    for (int node = 0; node < hierarchy->size(); ++node) {
        const int parent = hierarchy->shape.parents[size_t(node)];
        const HierarchyNode &one = hierarchy->nodes[size_t(node)];
        lines << QStringLiteral("%1 %2 in %3").arg(hierarchyLevelName(one.level), one.series.key, parent < 0 ? QString() : hierarchy->nodes[size_t(parent)].series.key);
    }
    lines.sort();
    QCOMPARE(lines, (QStringList{QStringLiteral("category drinks in total"), QStringLiteral("category kitchen in total"), QStringLiteral("item bag in total"),
                                 QStringLiteral("item cup in kitchen"), QStringLiteral("item pot in kitchen"), QStringLiteral("item tea in drinks"), QStringLiteral("total total in ")}));
}

void ReconciledTest::saysWhereItIsWorse()
{
    ReconciledForecast forecast;
    forecast.levels = {{HierarchyLevel::Total, 1, 0.183, 0.201}, {HierarchyLevel::Category, 2, 0.30, 0.3004}, {HierarchyLevel::Item, 9, 0.43, 0.412}};
    forecast.gapBefore = 12;
    QCOMPARE(forecast.sentence(), QStringLiteral("Parts and sums were up to 12 apart a step; now they add up. WAPE on the test part: the total 20.1 % (worse than the 18.3 % alone), "
                                                 "categories 30.0 %, as alone, items 41.2 % (better than the 43.0 % alone)."));
    forecast.axis.step = Step::Day; // a short test part is no equal of a long one
    forecast.tested = 5;
    QVERIFY2(forecast.sentence().contains(QStringLiteral("WAPE on the test part of 5 days: the total 20.1 %")), qPrintable(forecast.sentence()));
}

void ReconciledTest::whatDoesNotAddUpIsRefused()
{
    for (const Measure measure : {Measure::Orders, Measure::Users, Measure::Value}) {
        SeriesQuery question;
        question.measure = measure;
        const auto hierarchy = hierarchyOf(m_workspace->data(), question, 2, m_job);
        QVERIFY(!hierarchy);
        QVERIFY2(hierarchy.error().message.contains(QStringLiteral("Choose")), qPrintable(hierarchy.error().message));
    }
}

void ReconciledTest::written()
{
    const auto forecast = reconciledForecast(m_workspace->data(), spec(QStringLiteral("naive")), ReconcileMethod::MinTrace, 10, 1, m_job);
    VERIFY_RESULT(forecast);
    const QString path = m_folder.filePath(QStringLiteral("f.csv"));
    VERIFY_RESULT(writeReconciled(*forecast, path));
    const QList<QByteArray> lines = readAll(path).trimmed().split('\n');
    QCOMPARE(lines.size(), 1 + 6 * forecast->nodes.size());
    QCOMPARE(lines.first(), QByteArray("level,parent,series,name,h,time,model,base,mean"));
    QVERIFY(lines[1].startsWith("total,,total,"));
    QVERIFY2(lines[1].contains(",1,2024-03-01,naive,"), lines[1].constData());
}

FORETRAIL_TEST_MAIN(ReconciledTest, QCoreApplication)
#include "tst_reconciled.moc"
