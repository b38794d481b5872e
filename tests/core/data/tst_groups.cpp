// Files imported in one go: one group of the ledger that leaves and comes back in one step, all of it or nothing.
#include "core/data/Migrations.h"
#include "tests/cli/Content.h"
#include "tests/core/data/HistoryTest.h"
#include "tests/core/data/WhatCounts.h"

#include <QJsonArray>

#include <random>

using namespace foretrail;
using namespace foretrail::test;

class TestGroups : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void countsAddUp();
    void notesNameTheirFiles();
    void alone();
    void takenBackAndBroughtBack();
    void whatIsLeftIsTakenBack();
    void notesOfUndoAndRedo();
    void equalFilesInOneGroup();
    void anyOrderIsAFreshWorkspace_data();
    void anyOrderIsAFreshWorkspace();
    void stoppedAnywhereLeavesEverything_data();
    void stoppedAnywhereLeavesEverything();
    void failsAsAWhole();
    void olderWorkspaceHasGroupsOfOne();
};

namespace {

QByteArray day(int number, int rows = 4)
{
    QByteArray csv = salesHeader;
    for (int i = 0; i < rows; ++i)
        csv += QByteArray::number(100 * number + i) + ",A" + QByteArray::number(i % 3) + ",LAMP,1,2011-01-"
             + QByteArray::number(number).rightJustified(2, '0') + " 08:" + QByteArray::number(10 + i % 50) + ":00,2.50,u" + QByteArray::number(i % 5)
             + '\n';
    return csv;
}

/// Imports texts in one go and gives the number of their group.
qint64 importGo(HistoryShop &shop, const QList<QByteArray> &texts, const HistoryShop::Amend &amend = {})
{
    qint64 group = 0;
    for (const QByteArray &text : texts) {
        const QString path = shop.write(text);
        ImportPlan plan = previewFile(path, shop.job)->plan;
        if (amend)
            amend(plan);
        const Result<ImportReport> report = importFile(shop.workspace, path, plan, shop.job, group);
        if (!report)
            qFatal("%s", qPrintable(report.error().message));
        if (group == 0)
            group = report->importId;
        if (report->group != group)
            qFatal("the report names another group");
    }
    return group;
}

QList<ImportGroup> groups(HistoryShop &shop) { return groupsOf(listImports(shop.workspace).value()); }

/// Sales of one file with returns of sales of any file, every row of its own.
QByteArray randomSales(std::mt19937 &random, int file)
{
    QByteArray csv = salesHeader;
    for (int i = 0; i < 60; ++i) {
        const bool isReturn = random() % 5 == 0;
        csv += (isReturn ? "C" : "") + QByteArray::number(1000 + random() % 40) + ",A" + QByteArray::number(random() % 6) + ",NAME"
             + QByteArray::number(random() % 3) + ',' + QByteArray::number(isReturn ? -1 : 1 + int(random() % 3)) + ",2011-0"
             + QByteArray::number(1 + random() % 6) + "-1" + QByteArray::number(random() % 9) + " 08:" + QByteArray::number(10 + file) + ':'
             + QByteArray::number(10 + random() % 40) + ',' + QByteArray::number(double(random() % 40) / 4) + ",u"
             + QByteArray::number(random() % 9) + '\n';
    }
    return csv;
}

} // namespace

void TestGroups::countsAddUp()
{
    HistoryShop shop;
    shop.import(day(1));
    const qint64 number = importGo(shop, {day(2), day(1) + day(3).mid(salesHeader.size()), salesHeader + "9,A,LAMP,1,2011-01-09 08:00:00,many,u1\n"
                                              + day(4).mid(salesHeader.size())});
    const ImportReport last = shop.import(day(5));
    QCOMPARE(last.group, last.importId);
    const QList<ImportGroup> all = groups(shop);
    QCOMPARE(all.size(), 3);
    QCOMPARE(all[0].importIds(), QList<qint64>{5});
    QCOMPARE(all[1].importIds(), (QList<qint64>{2, 3, 4}));
    QCOMPARE(all[1].id, number);
    const ImportReport total = all[1].total();
    QVERIFY(addsUp(total));
    QCOMPARE(total.read, qint64(4 + 8 + 5));
    QCOMPARE(total.stored, qint64(4 + 4 + 4));
    QCOMPARE(total.duplicate, qint64(4));
    QCOMPARE(total.rejected, qint64(1));
    QCOMPARE(total.netRevenueStored, 12 * 2.5);
    QCOMPARE(total.kind, QStringLiteral("sales"));
    const QJsonObject json = all[1].toJson();
    QCOMPARE(json[QStringLiteral("imports")].toArray(), (QJsonArray{2, 3, 4}));
    QCOMPARE(json[QStringLiteral("read")].toInt(), 17);
    QVERIFY(json[QStringLiteral("undone")].isNull());
}

void TestGroups::notesNameTheirFiles()
{
    ImportGroup group{1, {}};
    for (int file = 1; file <= 5; ++file) {
        ImportReport report;
        report.file = QStringLiteral("/logs/%1.csv").arg(file);
        report.notes << QStringLiteral("said of all");
        if (file > 1)
            report.notes << QStringLiteral("said of four");
        if (file == 3)
            report.notes << QStringLiteral("said of one");
        group.imports.append(report);
    }
    QCOMPARE(group.total().notes, (QStringList{QStringLiteral("said of all"), QStringLiteral("2.csv, 3.csv, 4.csv and 1 more: said of four"),
                                               QStringLiteral("3.csv: said of one")}));
}

void TestGroups::alone()
{
    HistoryShop shop;
    const ImportReport report = shop.import(day(1));
    const Result<ImportGroup> group = importGroup(shop.workspace, report.importId);
    VERIFY_RESULT(group);
    QVERIFY(group->isSingle());
    QCOMPARE(group->total().file, report.file);
    VERIFY_RESULT(undoGroup(shop.workspace, report.importId, shop.job));
    QVERIFY(importReport(shop.workspace, report.importId)->undone.has_value());
    QCOMPARE(importGroup(shop.workspace, 7).error().code, ErrorCode::NotFound);
}

void TestGroups::takenBackAndBroughtBack()
{
    HistoryShop shop;
    const qint64 number = importGo(shop, {day(1), day(2), day(3)});
    const QStringList before = whatCounts(shop.workspace.connection());
    const auto undone = undoGroup(shop.workspace, number, shop.job);
    VERIFY_RESULT(undone);
    QCOMPARE(undone->undone(), 3);
    QVERIFY(undone->total().undone.has_value());
    QCOMPARE(shop.summary().events, qint64(0));
    QCOMPARE(undoGroup(shop.workspace, number, shop.job).error().code, ErrorCode::InvalidInput);
    const auto redone = redoGroup(shop.workspace, number, shop.job);
    VERIFY_RESULT(redone);
    QCOMPARE(redone->undone(), 0);
    QCOMPARE(whatCounts(shop.workspace.connection()), before);
    QCOMPARE(shop.count("SELECT count(*) FROM set_aside_events"), qint64(0));
    QCOMPARE(redoGroup(shop.workspace, number, shop.job).error().code, ErrorCode::InvalidInput);
    VERIFY_RESULT(shop.workspace.checkIntegrity());
    // A number inside the group says whose it is.
    const auto inner = undoGroup(shop.workspace, 2, shop.job);
    QVERIFY(!inner);
    QVERIFY2(inner.error().message.contains(QStringLiteral("group 1")), qPrintable(inner.error().message));
}

void TestGroups::whatIsLeftIsTakenBack()
{
    HistoryShop shop;
    const qint64 number = importGo(shop, {day(1), day(2), day(3)});
    VERIFY_RESULT(undoImport(shop.workspace, 2, shop.job));
    QCOMPARE(importGroup(shop.workspace, number)->undone(), 1);
    QVERIFY(!importGroup(shop.workspace, number)->total().undone);
    QCOMPARE(shop.summary().events, qint64(8));
    VERIFY_RESULT(undoGroup(shop.workspace, number, shop.job));
    QCOMPARE(shop.summary().events, qint64(0));
    VERIFY_RESULT(redoImport(shop.workspace, 3, shop.job));
    QCOMPARE(shop.summary().events, qint64(4));
    VERIFY_RESULT(redoGroup(shop.workspace, number, shop.job));
    QCOMPARE(shop.summary().events, qint64(12));
}

// What a group is told of is told once, and the rows that stand back are added up.
void TestGroups::notesOfUndoAndRedo()
{
    HistoryShop shop;
    const qint64 number = importGo(shop, {day(1), day(2)});
    QCOMPARE(undoGroup(shop.workspace, number, shop.job)->total().notes, QStringList{QStringLiteral("Taken back: its rows do not count.")});
    shop.import(day(1, 3) + day(2, 2).mid(salesHeader.size()));
    const ImportGroup redone = redoGroup(shop.workspace, number, shop.job).value();
    QCOMPARE(redone.imports[0].notes, QStringList{QStringLiteral("3 of its rows stand back: import 3 has others in their place.")});
    QCOMPARE(redone.total().notes, QStringList{QStringLiteral("5 of its rows stand back: import 3 has others in their place.")});
    VERIFY_RESULT(undoGroup(shop.workspace, number, shop.job));
    QCOMPARE(shop.import(day(1, 3) + "9,B,MUG,1,2011-02-01 08:00:00,2.50,u1\n").duplicate, qint64(3));
    const QStringList notes = importGroup(shop.workspace, number)->total().notes;
    QCOMPARE(notes.size(), 2);
    QVERIFY2(notes[1].startsWith(QStringLiteral("Rows that later imports left out")), qPrintable(notes[1]));
}

// Rows that are not told apart: a file that is there twice counts once, before and after.
void TestGroups::equalFilesInOneGroup()
{
    HistoryShop shop;
    const auto noRule = [](ImportPlan &plan) { plan.duplicates = DuplicateRule::None; };
    const qint64 number = importGo(shop, {day(1), day(1)}, noRule);
    QCOMPARE(shop.summary().events, qint64(4));
    VERIFY_RESULT(undoGroup(shop.workspace, number, shop.job));
    VERIFY_RESULT(redoGroup(shop.workspace, number, shop.job));
    QCOMPARE(shop.summary().events, qint64(4));
}

void TestGroups::anyOrderIsAFreshWorkspace_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 6; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

// Three goes of three files, whole groups and single files in any order: what counts is what the files that count would give.
void TestGroups::anyOrderIsAFreshWorkspace()
{
    QFETCH(int, seed);
    std::mt19937 random{unsigned(seed)};
    constexpr int files = 9;
    HistoryShop shop, fresh;
    QList<QByteArray> texts;
    for (int file = 0; file < files; ++file)
        texts << randomSales(random, file);
    for (int go = 0; go < 3; ++go)
        importGo(shop, texts.mid(3 * go, 3));
    std::vector<bool> isLive(files, true);
    for (int step = 0; step < 10; ++step) {
        const size_t at = random() % files;
        const size_t first = at - at % 3;
        const bool isUndo = isLive[at];
        if (random() % 3 == 0) {
            VERIFY_RESULT(isUndo ? undoImport(shop.workspace, qint64(at) + 1, shop.job) : redoImport(shop.workspace, qint64(at) + 1, shop.job));
            isLive[at] = !isUndo;
            continue;
        }
        VERIFY_RESULT(isUndo ? undoGroup(shop.workspace, qint64(first) + 1, shop.job) : redoGroup(shop.workspace, qint64(first) + 1, shop.job));
        for (size_t file = first; file < first + 3; ++file)
            isLive[file] = !isUndo;
    }
    for (int file = 0; file < files; ++file)
        if (isLive[size_t(file)])
            fresh.import(texts[file]);
    const auto withoutFiles = [&](Workspace &workspace) {
        QStringList content;
        for (QString row : whatCounts(workspace.connection()))
            content << row.replace(QRegularExpression(QStringLiteral("/[^|]*\\.csv")), QStringLiteral("file"));
        content.sort();
        return content;
    };
    QCOMPARE(withoutFiles(shop.workspace), withoutFiles(fresh.workspace));
    VERIFY_RESULT(shop.workspace.checkIntegrity());
}

void TestGroups::stoppedAnywhereLeavesEverything_data()
{
    QTest::addColumn<bool>("isUndo");
    QTest::newRow("undo") << true;
    QTest::newRow("redo") << false;
}

// The job is stopped at its first report, at its second, and so on, later and later, until it is through.
void TestGroups::stoppedAnywhereLeavesEverything()
{
    QFETCH(bool, isUndo);
    HistoryShop shop;
    const qint64 number = importGo(shop, {day(1, 400), day(2, 400), day(3, 400), day(4, 400)});
    if (!isUndo)
        VERIFY_RESULT(undoGroup(shop.workspace, number, shop.job));
    const QByteArray before = contentOf(shop.workspace.path());
    QVERIFY(!before.isEmpty());
    int stopped = 0;
    for (int at = 1; at < 50; at += 1 + at / 3) {
        int reports = 0;
        std::shared_ptr<std::atomic<bool>> stop;
        JobContext job([&](const Progress &) {
            if (++reports == at)
                stop->store(true);
        }, 0);
        stop = job.stopFlag();
        const auto changed = isUndo ? undoGroup(shop.workspace, number, job) : redoGroup(shop.workspace, number, job);
        if (changed)
            break;
        QVERIFY2(changed.error().isCancelled(), qPrintable(changed.error().message));
        QCOMPARE(contentOf(shop.workspace.path()), before);
        ++stopped;
    }
    QVERIFY2(stopped >= 3, qPrintable(QString::number(stopped)));
    QCOMPARE(shop.summary().events, isUndo ? qint64(0) : qint64(1600));
}

// The second file cannot come back, since it was imported again meanwhile: neither does the first.
void TestGroups::failsAsAWhole()
{
    HistoryShop shop;
    const auto noRule = [](ImportPlan &plan) { plan.duplicates = DuplicateRule::None; };
    const qint64 number = importGo(shop, {day(1), day(2)}, noRule);
    VERIFY_RESULT(undoGroup(shop.workspace, number, shop.job));
    shop.import(day(2), noRule);
    const QByteArray before = contentOf(shop.workspace.path());
    const auto redone = redoGroup(shop.workspace, number, shop.job);
    QVERIFY(!redone);
    QVERIFY2(redone.error().message.contains(QStringLiteral("import 3")), qPrintable(redone.error().message));
    QCOMPARE(contentOf(shop.workspace.path()), before);
    QCOMPARE(importGroup(shop.workspace, number)->undone(), 2);
}

// The second schema knew no groups.
void TestGroups::olderWorkspaceHasGroupsOfOne()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("old.foretrail"));
    {
        Connection old(path, Connection::Access::Create);
        old.execute(("PRAGMA application_id = " + std::to_string(workspaceApplicationId)).c_str());
        for (const MigrationScript &script : migrationScripts().first(2))
            old.execute(script.sql);
        old.execute("INSERT INTO imports(file, kind, sha256, started, report, plan, events, first_time, last_time, amounts, net_amount) VALUES "
                    "('a.csv', 'sales', '', 0, '{}', '{}', 1, 0, 0, 1, 3), ('b.csv', 'sales', '', 0, '{}', '{}', 1, 2, 2, 1, 7);"
                    "INSERT INTO users(key, first_seen, last_seen, events, orders, value) VALUES ('u', 0, 2, 2, 2, 10);"
                    "INSERT INTO items(key, name, events) VALUES ('A', 'LAMP', 2);"
                    "INSERT INTO kinds(key, events, meaning) VALUES ('purchase', 2, 'purchase');"
                    "INSERT INTO events(import_id, time, user_id, item_id, kind_id, quantity, amount, fingerprint) VALUES "
                    "(1, 0, 1, 1, 1, 2, 3, 11), (2, 2, 1, 1, 1, 1, 7, 13); INSERT INTO event_ranges VALUES (1, 1, 1), (2, 2, 2);"
                    "PRAGMA user_version = 2");
    }
    auto opened = Workspace::open(path);
    VERIFY_RESULT(opened);
    QCOMPARE(opened->connection().integer("PRAGMA user_version"), qint64(newestWorkspaceVersion()));
    const QList<ImportGroup> all = groupsOf(listImports(*opened).value());
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[0].importIds(), QList<qint64>{2});
    QCOMPARE(all[1].importIds(), QList<qint64>{1});
    JobContext job;
    VERIFY_RESULT(undoGroup(*opened, 2, job));
    QCOMPARE(opened->data().summary()->events, qint64(1));
    VERIFY_RESULT(redoGroup(*opened, 2, job));
    QCOMPARE(opened->data().summary()->events, qint64(2));
}

FORETRAIL_TEST_MAIN(TestGroups, QCoreApplication)
#include "tst_groups.moc"
