// Imports that are taken back and brought back: what counts is always what a workspace of the imports that count would hold.
#include "core/data/Import.h"
#include "core/data/ImportHistory.h"
#include "core/data/Migrations.h"
#include "core/data/sqlite/Connection.h"
#include "tests/core/data/EventBuilder.h"
#include "tests/core/data/WhatCounts.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <random>

using namespace foretrail;
using namespace foretrail::test;

class TestUndo : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_workspace.reset(); }
    void aRowlessUndoIsRefused();
    void undoneRowsCountNowhere();
    void redoBringsEverythingBack();
    void manyRowsComeBack_data();
    void manyRowsComeBack();
    void idsAreNeverGivenTwice();
    void laterImportsStay();
    void rowsStoredMeanwhileStayAside();
    void replacedRowsComeBack();
    void chainsOfReplacements();
    void observationsComeBack();
    void aSeriesMayChangeItsStep();
    void fingerprintFollows();
    void cancelledUndoLeavesEverything();
    void anOlderWorkspaceCanBeUndone();
    void anyOrderIsAFreshWorkspace_data();
    void anyOrderIsAFreshWorkspace();
    void anyOrderOfReplacements_data() { anyOrderIsAFreshWorkspace_data(); }
    void anyOrderOfReplacements();

private:
    Connection &connection() { return m_workspace->connection(); }
    qint64 count(const char *sql) { return connection().integer(sql); }
    ShopData &data() { return m_workspace->data(); }
    ImportReport import(const QByteArray &content, ConflictPolicy policy = ConflictPolicy::Skip, const QStringList &keys = {})
    {
        const QString path = m_folder->filePath(QStringLiteral("log%1.csv").arg(++m_files));
        writeAll(path, content);
        const Result<ImportPreview> preview = previewFile(path, m_job);
        if (!preview)
            qFatal("%s", qPrintable(preview.error().message));
        ImportPlan plan = preview->plan;
        plan.conflict = policy;
        plan.duplicates = keys.isEmpty() ? DuplicateRule::WholeRow : DuplicateRule::KeyColumns;
        for (ColumnPlan &column : plan.columns)
            column.isKey = keys.contains(column.name);
        const Result<ImportReport> report = importFile(*m_workspace, path, plan, m_job);
        if (!report)
            qFatal("%s", qPrintable(report.error().message));
        return *report;
    }
    double revenue() { return data().summary().value().netRevenue; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Workspace> m_workspace;
    JobContext m_job;
    int m_files = 0;
};

namespace {

const QByteArray header = "Invoice,Item,Description,Quantity,Date,UnitPrice,Customer\n";

QByteArray lines(int first, int rows)
{
    QByteArray csv = header;
    for (int i = first; i < first + rows; ++i)
        csv += QByteArray::number(1000 + i / 3) + ",A" + QByteArray::number(i % 7) + ",LAMP" + QByteArray::number(i % 7) + ','
             + QByteArray::number(i % 5 + 1) + ",2011-01-" + QByteArray::number(10 + i % 20) + " 08:26:00,2.50,u"
             + QByteArray::number(i % 11) + '\n';
    return csv;
}

} // namespace

void TestUndo::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto created = Workspace::create(m_folder->filePath(QStringLiteral("w.foretrail")));
    VERIFY_RESULT(created);
    m_workspace.emplace(std::move(*created));
}

void TestUndo::aRowlessUndoIsRefused()
{
    const auto none = undoImport(*m_workspace, 7, m_job);
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::NotFound);
    const ImportReport report = import(lines(0, 30));
    const auto early = redoImport(*m_workspace, report.importId, m_job);
    QVERIFY(!early);
    QCOMPARE(early.error().code, ErrorCode::InvalidInput);
    VERIFY_RESULT(undoImport(*m_workspace, report.importId, m_job));
    const auto twice = undoImport(*m_workspace, report.importId, m_job);
    QVERIFY(!twice);
    QCOMPARE(twice.error().code, ErrorCode::InvalidInput);
}

void TestUndo::undoneRowsCountNowhere()
{
    const ImportReport report = import(lines(0, 30));
    const auto undone = undoImport(*m_workspace, report.importId, m_job);
    VERIFY_RESULT(undone);
    QVERIFY(undone->undone.has_value());
    QCOMPARE(undone->stored, qint64(30));
    QCOMPARE(undone->notes, QStringList{QStringLiteral("Taken back: its rows do not count.")});
    const DataSummary summary = data().summary().value();
    QCOMPARE(summary.events + summary.users + summary.items + summary.kinds + summary.categories, qint64(0));
    QVERIFY(summary.kindNames.isEmpty());
    QVERIFY(!summary.firstEvent);
    QCOMPARE(summary.netRevenue, 0.0);
    QVERIFY(data().users(m_job)->isEmpty());
    QCOMPARE(data().user(QStringLiteral("u1")).error().code, ErrorCode::NotFound);
    QVERIFY(!data().series({}, m_job));
    VERIFY_RESULT(m_workspace->checkIntegrity());
    QVERIFY(listImports(*m_workspace)->front().undone.has_value());
}

void TestUndo::redoBringsEverythingBack()
{
    const ImportReport report = import(lines(0, 300));
    const QStringList before = whatCounts(connection());
    const qint64 ids = count("SELECT sum(id * id) FROM events");
    VERIFY_RESULT(undoImport(*m_workspace, report.importId, m_job));
    const auto redone = redoImport(*m_workspace, report.importId, m_job);
    VERIFY_RESULT(redone);
    QVERIFY(!redone->undone);
    QVERIFY(redone->notes.isEmpty());
    QCOMPARE(whatCounts(connection()), before);
    QCOMPARE(count("SELECT sum(id * id) FROM events"), ids);
    QCOMPARE(count("SELECT count(*) FROM set_aside_events"), qint64(0));
    QCOMPARE(count("SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'events'"), qint64(2));
    VERIFY_RESULT(m_workspace->checkIntegrity());
}

void TestUndo::manyRowsComeBack_data()
{
    QTest::addColumn<bool>("hasOther");
    QTest::addColumn<bool>("isSameRows");
    QTest::newRow("alone") << false << false;
    QTest::newRow("beside rows that are the same") << true << true;
    QTest::newRow("beside other rows of its orders") << true << false;
}

// Enough for the ways of large loads, with returns, gaps among the ids and rows of others that say the same.
void TestUndo::manyRowsComeBack()
{
    QFETCH(bool, hasOther);
    QFETCH(bool, isSameRows);
    constexpr int rows = 60'000;
    QByteArray csv = QByteArray(header).replace("Customer", "Customer,Country");
    for (int i = 0; i < rows; ++i)
        csv += (i % 17 ? "" : "C") + QByteArray::number(1000 + i / 3) + ",A" + QByteArray::number(i % 31) + ",LAMP," + (i % 17 ? "" : "-")
             + QByteArray::number(i % 5 + 1) + ",2011-01-" + QByteArray::number(10 + i / 3001) + " 08:26:00,2.50,"
             + (i % 9 ? "u" + QByteArray::number(i % 110) : "") + ",Land" + QByteArray::number(i % 7) + '\n';
    import(header + lines(0, 3).mid(header.size()));
    VERIFY_RESULT(undoImport(*m_workspace, 1, m_job));
    QVERIFY(import(csv).stored > rows / 2);
    if (hasOther)
        import(isSameRows ? csv.left(csv.size() / 3) : QByteArray(csv).replace(",LAMP,", ",MUG,").replace("08:26", "08:27"));
    const QStringList before = whatCounts(connection());
    QVERIFY(std::ranges::any_of(before, [](const QString &row) { return row.startsWith(QStringLiteral("reversal")); }));
    VERIFY_RESULT(undoImport(*m_workspace, 2, m_job));
    if (hasOther)
        import(header + lines(0, 3).mid(header.size()));
    VERIFY_RESULT(redoImport(*m_workspace, 2, m_job));
    if (hasOther)
        VERIFY_RESULT(undoImport(*m_workspace, 4, m_job));
    QCOMPARE(whatCounts(connection()), before);
    QCOMPARE(count("SELECT count(*) FROM set_aside_events WHERE import_id = 2"), qint64(0));
    QCOMPARE(count("SELECT count(*) FROM events INDEXED BY events_by_item WHERE item_id > 0"),
             count("SELECT count(*) FROM events WHERE +item_id > 0"));
    VERIFY_RESULT(m_workspace->checkIntegrity());
}

void TestUndo::idsAreNeverGivenTwice()
{
    const ImportReport first = import(lines(0, 30));
    VERIFY_RESULT(undoImport(*m_workspace, first.importId, m_job));
    import(lines(30, 30));
    VERIFY_RESULT(redoImport(*m_workspace, first.importId, m_job));
    QCOMPARE(count("SELECT count(*) FROM events"), qint64(60));
    QCOMPARE(count("SELECT max(id) FROM events"), qint64(60));
}

void TestUndo::laterImportsStay()
{
    const ImportReport first = import(lines(0, 30));
    const ImportReport second = import(lines(20, 40)); // ten of them are duplicates
    const auto undone = undoImport(*m_workspace, first.importId, m_job);
    VERIFY_RESULT(undone);
    QCOMPARE(undone->notes.size(), 2);
    QVERIFY2(undone->notes[1].contains(QStringLiteral("left out as its duplicates")), qPrintable(undone->notes[1]));
    QCOMPARE(data().summary()->events, qint64(30));
    const ImportReport again = import(lines(20, 40));
    QCOMPARE(again.stored, qint64(10));
    QCOMPARE(again.duplicate, qint64(30));
    // Of imports that do not count nothing is missed.
    VERIFY_RESULT(undoImport(*m_workspace, again.importId, m_job));
    VERIFY_RESULT(undoImport(*m_workspace, second.importId, m_job));
    QCOMPARE(importReport(*m_workspace, first.importId)->notes.size(), 1);
}

void TestUndo::rowsStoredMeanwhileStayAside()
{
    const ImportReport first = import(lines(0, 30));
    VERIFY_RESULT(undoImport(*m_workspace, first.importId, m_job));
    const ImportReport second = import(lines(20, 40));
    QCOMPARE(second.stored, qint64(40));
    const auto redone = redoImport(*m_workspace, first.importId, m_job);
    VERIFY_RESULT(redone);
    QCOMPARE(data().summary()->events, qint64(60));
    QVERIFY(redone->notes.join(QLatin1Char(' ')).contains(QStringLiteral("10")));
    // Without the import that holds them they count again.
    VERIFY_RESULT(undoImport(*m_workspace, second.importId, m_job));
    QCOMPARE(data().summary()->events, qint64(30));
    QVERIFY(importReport(*m_workspace, first.importId)->notes.isEmpty());
    VERIFY_RESULT(redoImport(*m_workspace, second.importId, m_job));
    QCOMPARE(data().summary()->events, qint64(60));
}

void TestUndo::replacedRowsComeBack()
{
    const QStringList keys{QStringLiteral("Invoice")};
    import(header + "1,A,LAMP,2,2011-01-10 08:00:00,5,u1\n2,B,MUG,1,2011-01-11 08:00:00,3,u2\n", ConflictPolicy::Replace, keys);
    const QStringList before = whatCounts(connection());
    const ImportReport second = import(header + "1,A,LAMP,4,2011-01-10 08:00:00,5,u1\n2,B,MUG,1,2011-01-11 08:00:00,3,u2\n"
                                                "3,C,CUP,1,2011-01-12 08:00:00,7,u3\n", ConflictPolicy::Replace, keys);
    QCOMPARE(second.read, qint64(3));
    QCOMPARE(second.stored, qint64(2));
    QCOMPARE(second.replaced, qint64(1));
    QCOMPARE(second.duplicate, qint64(1));
    QCOMPARE(revenue(), 20.0 + 3 + 7);
    QCOMPARE(data().user(QStringLiteral("u1"))->value, 20.0);
    VERIFY_RESULT(m_workspace->checkIntegrity());
    const QStringList after = whatCounts(connection());
    VERIFY_RESULT(undoImport(*m_workspace, second.importId, m_job));
    QCOMPARE(revenue(), 13.0);
    QCOMPARE(whatCounts(connection()), before);
    VERIFY_RESULT(redoImport(*m_workspace, second.importId, m_job));
    QCOMPARE(whatCounts(connection()), after);
    VERIFY_RESULT(m_workspace->checkIntegrity());
}

void TestUndo::chainsOfReplacements()
{
    const QStringList keys{QStringLiteral("Invoice")};
    const auto row = [](int quantity) { return header + "1,A,LAMP," + QByteArray::number(quantity) + ",2011-01-10 08:00:00,1,u1\n"; };
    const qint64 first = import(row(1), ConflictPolicy::Replace, keys).importId;
    const qint64 second = import(row(2), ConflictPolicy::Replace, keys).importId;
    const qint64 third = import(row(3), ConflictPolicy::Replace, keys).importId;
    std::mt19937 random(7);
    std::map<qint64, bool> isLive{{first, true}, {second, true}, {third, true}};
    for (int i = 0; i < 60; ++i) {
        const qint64 id = first + qint64(random() % 3);
        VERIFY_RESULT(isLive[id] ? undoImport(*m_workspace, id, m_job) : redoImport(*m_workspace, id, m_job));
        isLive[id] = !isLive[id];
        const double expected = isLive[third] ? 3 : isLive[second] ? 2 : isLive[first] ? 1 : 0;
        QCOMPARE(revenue(), expected);
        QCOMPARE(count("SELECT count(*) FROM events") + count("SELECT count(*) FROM set_aside_events"), qint64(3));
        QCOMPARE(count("SELECT count(*) FROM set_aside_events s JOIN imports i ON i.id = s.import_id "
                       "WHERE (i.undone IS NULL) <> (s.replaced_by IS NOT NULL)"), qint64(0));
    }
}

void TestUndo::observationsComeBack()
{
    const QByteArray series = "Store,Date,Sales\n";
    const ImportReport first = import(series + "1,2011-01-01,5\n1,2011-01-02,6\n1,2011-01-03,7\n");
    const QStringList before = whatCounts(connection());
    const ImportReport second = import(series + "1,2011-01-02,60\n1,2011-01-03,7\n1,2011-01-04,8\n", ConflictPolicy::Replace);
    QCOMPARE(second.replaced, qint64(1));
    QCOMPARE(second.stored, qint64(2));
    const QStringList after = whatCounts(connection());
    VERIFY_RESULT(undoImport(*m_workspace, second.importId, m_job));
    QCOMPARE(whatCounts(connection()), before);
    VERIFY_RESULT(redoImport(*m_workspace, second.importId, m_job));
    QCOMPARE(whatCounts(connection()), after);
    VERIFY_RESULT(undoImport(*m_workspace, first.importId, m_job));
    QCOMPARE(data().summary()->observations, qint64(2)); // the duplicate of the first was not stored
    VERIFY_RESULT(undoImport(*m_workspace, second.importId, m_job));
    QCOMPARE(data().summary()->importedSeries, qint64(0));
    VERIFY_RESULT(redoImport(*m_workspace, first.importId, m_job));
    QCOMPARE(whatCounts(connection()), before);
}

void TestUndo::aSeriesMayChangeItsStep()
{
    const QByteArray series = "Store,Date,Sales\n";
    const ImportReport daily = import(series + "1,2011-01-01,5\n1,2011-01-02,6\n1,2011-01-03,7\n");
    VERIFY_RESULT(undoImport(*m_workspace, daily.importId, m_job));
    const ImportReport monthly = import(series + "1,2011-02-01,5\n1,2011-03-01,6\n1,2011-04-01,7\n");
    VERIFY_RESULT(redoImport(*m_workspace, daily.importId, m_job));
    QCOMPARE(data().summary()->observations, qint64(3));
    QCOMPARE(count("SELECT count(*) FROM source_series WHERE step = 'month'"), qint64(1));
    VERIFY_RESULT(undoImport(*m_workspace, monthly.importId, m_job));
    QCOMPARE(data().summary()->observations, qint64(3));
    QCOMPARE(count("SELECT count(*) FROM source_series WHERE step = 'day'"), qint64(1));
}

void TestUndo::fingerprintFollows()
{
    import(lines(0, 30));
    const QString one = data().fingerprint().value();
    const ImportReport second = import(lines(30, 30));
    const QString two = data().fingerprint().value();
    QVERIFY(one != two);
    VERIFY_RESULT(undoImport(*m_workspace, second.importId, m_job));
    QCOMPARE(data().fingerprint().value(), one);
    VERIFY_RESULT(redoImport(*m_workspace, second.importId, m_job));
    QCOMPARE(data().fingerprint().value(), two);
}

void TestUndo::cancelledUndoLeavesEverything()
{
    const ImportReport report = import(lines(0, 3000));
    const QStringList before = whatCounts(connection());
    JobContext stopped;
    stopped.requestStop();
    const auto undone = undoImport(*m_workspace, report.importId, stopped);
    QVERIFY(!undone);
    QVERIFY(undone.error().isCancelled());
    QCOMPARE(whatCounts(connection()), before);
    VERIFY_RESULT(undoImport(*m_workspace, report.importId, m_job));
    const auto redone = redoImport(*m_workspace, report.importId, stopped);
    QVERIFY(!redone);
    QCOMPARE(data().summary()->events, qint64(0));
}

// The first schema knew neither ranges of rows nor counts of items; the second makes them up from the rows.
void TestUndo::anOlderWorkspaceCanBeUndone()
{
    const QString path = m_folder->filePath(QStringLiteral("old.foretrail"));
    {
        Connection old(path, Connection::Access::Create);
        old.execute(("PRAGMA application_id = " + std::to_string(workspaceApplicationId)).c_str());
        old.execute(migrationScripts().front().sql);
        old.execute("INSERT INTO imports(file, kind, sha256, started, report, plan, events, first_time, last_time, amounts, net_amount) VALUES "
                    "('a.csv', 'sales', '', 0, '{}', '{}', 2, 0, 1, 2, 3), ('b.csv', 'sales', '', 0, '{}', '{}', 1, 2, 2, 1, 7);"
                    "INSERT INTO users(key, first_seen, last_seen, events, orders, value) VALUES ('u', 0, 2, 3, 2, 10);"
                    "INSERT INTO items(key, name) VALUES ('A', 'LAMP'), ('B', '');"
                    "INSERT INTO kinds(key, events) VALUES ('purchase', 2), ('return', 1);"
                    "INSERT INTO events(import_id, time, user_id, item_id, kind_id, quantity, amount, fingerprint) VALUES "
                    "(1, 0, 1, 1, 1, 2, 4, 11), (1, 1, 1, 1, 2, -1, -1, 12), (2, 2, 1, 2, 1, 1, 7, 13); PRAGMA user_version = 1");
    }
    auto opened = Workspace::open(path);
    VERIFY_RESULT(opened);
    const QStringList before = whatCounts(opened->connection());
    QVERIFY(before.contains(QStringLiteral("item|A|LAMP|2|1")));
    QVERIFY(before.contains(QStringLiteral("user|u|0|2|3|2|1|10.0")));
    VERIFY_RESULT(undoImport(*opened, 1, m_job));
    QCOMPARE(opened->data().summary()->events, qint64(1));
    QCOMPARE(opened->data().summary()->items, qint64(1));
    VERIFY_RESULT(redoImport(*opened, 1, m_job));
    QStringList after = whatCounts(opened->connection());
    after.removeIf([](const QString &row) { return row.startsWith(QStringLiteral("reversal")); }); // matched by now
    QCOMPARE(after, before);
}

void TestUndo::anyOrderIsAFreshWorkspace_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 6; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

void TestUndo::anyOrderIsAFreshWorkspace()
{
    QFETCH(int, seed);
    std::mt19937 random{unsigned(seed)};
    constexpr int imports = 5;
    QList<QString> paths;
    for (int file = 0; file < imports; ++file) {
        QByteArray csv = header;
        for (int i = 0; i < 120; ++i) {
            const bool isReturn = random() % 6 == 0;
            csv += (isReturn && random() % 2 ? "C" : "") + QByteArray::number(1000 + random() % 80) + ",A" + QByteArray::number(random() % 9)
                 + ",NAME" + QByteArray::number(random() % 3) + ',' + QByteArray::number(isReturn ? -1 - int(random() % 3) : 1 + int(random() % 4))
                 + ",2011-0" + QByteArray::number(1 + random() % 6) + "-1" + QByteArray::number(random() % 9) + " 08:" + QByteArray::number(10 + file)
                 + ':' + QByteArray::number(10 + random() % 40) + ',' + QByteArray::number(double(random() % 40) / 4) + ",u"
                 + QByteArray::number(random() % 12) + '\n';
        }
        paths << m_folder->filePath(QStringLiteral("file%1.csv").arg(file));
        writeAll(paths.back(), csv);
    }
    const auto importInto = [&](Workspace &workspace, const QString &path) {
        return importFile(workspace, path, previewFile(path, m_job)->plan, m_job);
    };
    std::vector<bool> isLive(imports, true);
    for (const QString &path : paths)
        VERIFY_RESULT(importInto(*m_workspace, path));
    for (int step = 0; step < 12; ++step) {
        const size_t at = random() % imports;
        const qint64 id = qint64(at) + 1;
        VERIFY_RESULT(isLive[at] ? undoImport(*m_workspace, id, m_job) : redoImport(*m_workspace, id, m_job));
        isLive[at] = !isLive[at];
    }
    auto fresh = Workspace::create(m_folder->filePath(QStringLiteral("fresh.foretrail")));
    VERIFY_RESULT(fresh);
    for (size_t at = 0; at < imports; ++at)
        if (isLive[at])
            VERIFY_RESULT(importInto(*fresh, paths[qsizetype(at)]));
    QCOMPARE(whatCounts(connection()), whatCounts(fresh->connection()));
    QVERIFY(count("SELECT count(*) FROM reversals") > 0 || std::ranges::count(isLive, true) == 0);
    VERIFY_RESULT(m_workspace->checkIntegrity());
}

// Rows of several imports with the same keys: the latest that counts wins, in whatever order imports leave and come back.
void TestUndo::anyOrderOfReplacements()
{
    QFETCH(int, seed);
    std::mt19937 random{unsigned(seed) + 100};
    constexpr int imports = 4;
    const auto importInto = [&](Workspace &workspace, const QString &path, const QStringList &keys) {
        ImportPlan plan = previewFile(path, m_job)->plan;
        plan.conflict = ConflictPolicy::Replace;
        return !keys.isEmpty() && !applyKeys(plan, keys) ? Result<ImportReport>(fail(ErrorCode::Internal, {}))
                                                         : importFile(workspace, path, plan, m_job);
    };
    QStringList paths, series;
    for (int file = 0; file < imports; ++file) {
        QByteArray csv = header, table = "Store,Date,Sales\n";
        for (int i = 0; i < 40; ++i) {
            csv += QByteArray::number(1000 + random() % 50) + ",A" + QByteArray::number(random() % 5) + ",NAME,"
                 + QByteArray::number(1 + file + 10 * int(random() % 4)) + ",2011-01-1" + QByteArray::number(random() % 9) + " 08:00:00,0.25,u"
                 + QByteArray::number(random() % 6) + '\n';
            table += QByteArray::number(random() % 3) + ",2011-01-" + QByteArray::number(10 + i) .replace("4", "1").replace("3", "2") + ','
                   + QByteArray::number(file + 10 * int(random() % 9)) + '\n';
        }
        paths << m_folder->filePath(QStringLiteral("keyed%1.csv").arg(file));
        series << m_folder->filePath(QStringLiteral("series%1.csv").arg(file));
        writeAll(paths.back(), csv);
        writeAll(series.back(), table);
    }
    const QStringList keys{QStringLiteral("Invoice")};
    const auto importPair = [&](Workspace &workspace, int file) {
        VERIFY_RESULT(importInto(workspace, paths[file], keys));
        VERIFY_RESULT(importInto(workspace, series[file], {}));
    };
    for (int file = 0; file < imports; ++file)
        importPair(*m_workspace, file);
    std::vector<bool> isLive(imports, true);
    for (int step = 0; step < 14; ++step) {
        const size_t at = random() % imports;
        for (qint64 id : {qint64(2 * at + 1), qint64(2 * at + 2)})
            VERIFY_RESULT(isLive[at] ? undoImport(*m_workspace, id, m_job) : redoImport(*m_workspace, id, m_job));
        isLive[at] = !isLive[at];
    }
    auto fresh = Workspace::create(m_folder->filePath(QStringLiteral("fresh.foretrail")));
    VERIFY_RESULT(fresh);
    for (int file = 0; file < imports; ++file)
        if (isLive[size_t(file)])
            importPair(*fresh, file);
    const auto withoutImports = [](QStringList content) {
        content.removeIf([](const QString &row) { return row.startsWith(QStringLiteral("import|")); });
        return content;
    };
    QCOMPARE(withoutImports(whatCounts(connection())), withoutImports(whatCounts(fresh->connection())));
    VERIFY_RESULT(m_workspace->checkIntegrity());
}

FORETRAIL_TEST_MAIN(TestUndo, QCoreApplication)
#include "tst_undo.moc"
