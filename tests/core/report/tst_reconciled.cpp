// A hierarchy made from a log: sums of parts, items without a category, what cannot be added up. All numbers by hand: tea (drinks) sells
// for 10 every day, cup (kitchen) for 4, bag (no category) for 1; pot (kitchen) for 6 from day 30 on.
#include "core/data/Import.h"
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
    void addsUp_data();
    void addsUp();
    void whatDoesNotAddUpIsRefused();
    void written();

private:
    TrainingSpec spec(const QString &model) const;
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
    const QString file = m_folder.filePath(QStringLiteral("log.csv"));
    writeAll(file, log);
    auto workspace = Workspace::create(m_folder.filePath(QStringLiteral("w.foretrail")));
    VERIFY_RESULT(workspace);
    m_workspace.emplace(std::move(*workspace));
    const auto preview = previewFile(file, m_job);
    VERIFY_RESULT(preview);
    VERIFY_RESULT(importFile(*m_workspace, file, preview->plan, m_job));
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
