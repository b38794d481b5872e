#include "tests/core/data/EventBuilder.h"

#include "core/data/BloomFilter.h"
#include "core/data/Import.h"
#include "core/data/SortedAhead.h"
#include "core/data/import/ContentHash.h"
#include "core/data/sqlite/BulkJournal.h"
#include "core/data/sqlite/Connection.h"

#include <cstring>
#include <deque>
#include <map>
#include <random>

using namespace foretrail;
using namespace foretrail::test;

/// Loads in bounded memory: whatever the budget, the same is stored and counted.
class BulkLoadTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tinyBudgetsStoreTheSame_data();
    void tinyBudgetsStoreTheSame();
    void heldRowsCanBeRefused();
    void anImportThatGoesOnIsNotItsOwnConflict();
    void aCancelledSettlingLeavesNothing();
    void indexesHaveEveryEntry();
    void shortRowsAreWhole();
    void sortsMoreThanItHolds_data();
    void sortsMoreThanItHolds();
    void aSortLeftAloneEnds();
    void aFilterForgetsNothing();
    void contentHashes();
    void aJournalStaysWithTheLogBesideAReader();
    void rowsKeepTheirOrder();

private:
    struct Outcome {
        std::map<Stored, int> counts;
        QStringList rows;
    };
    Workspace make(const QString &name) { return Workspace::create(m_folder.filePath(name)).value(); }
    Outcome load(const QString &name, const ImportBudget &budget, ConflictPolicy conflict);
    QTemporaryDir m_folder;
};

namespace {

ImportBudget tiny()
{
    ImportBudget budget;
    budget.fingerprints = 8 * 1024;
    budget.filter = 512;
    budget.keys = 4 * 1024;
    budget.keyFilter = 256;
    budget.sorting = 1024;
    budget.users = 2 * 1024;
    return budget;
}

/// Rows of two imports that overlap, each with rows that stand there twice; amounts add up exactly.
std::vector<EventRow> randomRows(std::deque<std::string> &texts, int import)
{
    std::mt19937_64 random(7);
    const auto text = [&](const char *prefix, quint64 number) -> std::string_view {
        return texts.emplace_back(prefix + std::to_string(number));
    };
    std::vector<EventRow> rows;
    for (quint64 i = 0; i < 9000; ++i) {
        EventRow row;
        row.fingerprint = random() % 6000 * 0x9e3779b97f4a7c15ULL;
        std::mt19937_64 same(row.fingerprint); // rows with the same fingerprint say the same
        row.time = qint64(1'300'000'000'000 + same() % 100'000'000'000);
        row.user = same() % 4 ? text("u", same() % 700) : std::string_view();
        row.item = text("i", same() % 300);
        row.itemName = text("name ", same() % 300);
        row.kind = same() % 9 ? "purchase" : "return";
        row.session = same() % 3 ? text("s", same() % 2500) : std::string_view();
        row.category = same() % 2 ? text("c", same() % 20) : std::string_view();
        row.quantity = double(same() % 12);
        row.amount = same() % 10 ? double(same() % 1000) / 4 : missing;
        row.attributes[0] = same() % 5 ? text("a", same() % 900) : std::string_view();
        rows.push_back(row);
    }
    return import == 0 ? std::vector(rows.begin(), rows.begin() + 6000) : std::vector(rows.begin() + 3000, rows.end());
}

QStringList read(Workspace &workspace, const char *sql)
{
    QStringList rows;
    Statement statement = workspace.connection().prepare(sql);
    while (statement.step())
        rows.append(statement.text(0));
    return rows;
}

constexpr const char *everything[] = {
    "SELECT e.import_id || ' ' || e.time || ' ' || e.fingerprint || ' ' || coalesce(u.key, '-') || ' ' || i.key || ' ' || k.key || ' ' || "
    "coalesce(s.key, '-') || ' ' || coalesce(c.key, '-') || ' ' || e.quantity || ' ' || coalesce(e.amount, '-') || ' ' || "
    "coalesce(v.value, '-') FROM events e LEFT JOIN users u ON u.id = e.user_id JOIN items i ON i.id = e.item_id "
    "JOIN kinds k ON k.id = e.kind_id LEFT JOIN sessions s ON s.id = e.session_id LEFT JOIN categories c ON c.id = e.category_id "
    "LEFT JOIN attribute_values v ON v.id = e.a1 ORDER BY 1",
    "SELECT key || ' ' || events || ' ' || orders || ' ' || returns || ' ' || value || ' ' || first_seen || ' ' || last_seen FROM users ORDER BY key",
    "SELECT key || ' ' || events FROM items ORDER BY key",
    "SELECT id || ' ' || events || ' ' || first_time || ' ' || last_time || ' ' || amounts || ' ' || net_amount FROM imports ORDER BY id",
};

} // namespace

BulkLoadTest::Outcome BulkLoadTest::load(const QString &name, const ImportBudget &budget, ConflictPolicy conflict)
{
    Workspace workspace = make(name);
    Outcome outcome;
    JobContext job;
    for (int import = 0; import < 2; ++import) {
        std::deque<std::string> texts;
        FactWriterOptions options;
        options.attributes = {QStringLiteral("colour")};
        options.conflict = conflict;
        options.budget = budget;
        options.expectedRows = 100'000;
        options.isAlone = import == 0;
        auto writer = FactWriter::begin(workspace, options).value();
        for (const EventRow &row : randomRows(texts, import))
            ++outcome.counts[writer->addEvent(row).value()];
        outcome.counts.erase(Stored::Held);
        const auto tell = [&](const EventRow &, Stored stored) { ++outcome.counts[stored]; };
        if (!writer->settle(tell, job) || !writer->commit({}, {}, "hash", job))
            return {};
    }
    if (!workspace.checkIntegrity())
        return {};
    for (const char *sql : everything)
        outcome.rows += read(workspace, sql);
    return outcome;
}

void BulkLoadTest::tinyBudgetsStoreTheSame_data()
{
    QTest::addColumn<int>("conflict");
    QTest::newRow("skip") << int(ConflictPolicy::Skip);
    QTest::newRow("replace") << int(ConflictPolicy::Replace);
}

void BulkLoadTest::tinyBudgetsStoreTheSame()
{
    QFETCH(int, conflict);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    const Outcome plenty = load(name + QStringLiteral("-plenty"), {}, ConflictPolicy(conflict));
    const Outcome scarce = load(name + QStringLiteral("-tiny"), tiny(), ConflictPolicy(conflict));
    QVERIFY(plenty.rows.size() > 3000);
    QVERIFY(plenty.counts == scarce.counts);
    QCOMPARE(scarce.rows.size(), plenty.rows.size());
    for (qsizetype i = 0; i < plenty.rows.size(); ++i)
        QCOMPARE(scarce.rows[i], plenty.rows[i]);
}

void BulkLoadTest::heldRowsCanBeRefused()
{
    Workspace workspace = make(QStringLiteral("refused"));
    std::deque<std::string> texts;
    JobContext job;
    for (int import = 0; import < 2; ++import) {
        FactWriterOptions options;
        options.attributes = {QStringLiteral("colour")};
        options.budget = tiny();
        options.conflict = ConflictPolicy::Abort;
        auto writer = FactWriter::begin(workspace, options).value();
        for (const EventRow &row : randomRows(texts, import))
            VERIFY_RESULT(writer->addEvent(row));
        const auto settled = writer->settle([](const EventRow &, Stored) {}, job);
        if (import == 0) {
            VERIFY_RESULT(settled);
            VERIFY_RESULT(writer->commit({}, {}, "hash", job));
        } else {
            QVERIFY(!settled);
            QCOMPARE(settled.error().code, ErrorCode::InvalidInput);
        }
    }
    QCOMPARE(workspace.connection().integer("SELECT count(*) FROM imports"), qint64(1));
}

void BulkLoadTest::anImportThatGoesOnIsNotItsOwnConflict()
{
    Workspace workspace = make(QStringLiteral("goes-on"));
    std::deque<std::string> texts;
    JobContext job;
    std::map<Stored, int> counts;
    for (qint64 continued : {0, 1}) {
        counts.clear();
        FactWriterOptions options;
        options.attributes = {QStringLiteral("colour")};
        options.budget = tiny();
        options.conflict = ConflictPolicy::Abort;
        options.continued = continued;
        auto writer = FactWriter::begin(workspace, options).value();
        for (const EventRow &row : randomRows(texts, 0)) {
            const auto stored = writer->addEvent(row);
            VERIFY_RESULT(stored);
            ++counts[*stored];
        }
        counts.erase(Stored::Held);
        VERIFY_RESULT(writer->settle([&](const EventRow &, Stored stored) { ++counts[stored]; }, job));
        VERIFY_RESULT(writer->commit({}, {}, "hash", job));
    }
    QCOMPARE(counts[Stored::Duplicate], 6000);
    QCOMPARE(counts.size(), size_t(1));
}

void BulkLoadTest::aCancelledSettlingLeavesNothing()
{
    Workspace workspace = make(QStringLiteral("cancelled"));
    const qint64 cache = workspace.connection().integer("PRAGMA cache_size");
    std::deque<std::string> texts;
    {
        FactWriterOptions options;
        options.attributes = {QStringLiteral("colour")};
        options.budget = tiny();
        options.isAlone = true;
        auto writer = FactWriter::begin(workspace, options).value();
        for (const EventRow &row : randomRows(texts, 0))
            VERIFY_RESULT(writer->addEvent(row));
        JobContext job;
        job.requestStop();
        const auto settled = writer->settle([](const EventRow &, Stored) {}, job);
        QVERIFY(!settled && settled.error().isCancelled());
    }
    QCOMPARE(workspace.connection().integer("SELECT (SELECT count(*) FROM events) + (SELECT count(*) FROM users)"), qint64(0));
    QCOMPARE(workspace.connection().integer("PRAGMA cache_size"), cache);
    QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("foretrail-*")}, QDir::Files).size(), 0);
    VERIFY_RESULT(workspace.checkIntegrity());
}

void BulkLoadTest::indexesHaveEveryEntry()
{
    Workspace workspace = make(QStringLiteral("indexed"));
    std::vector<TestEvent> events;
    for (int i = 0; i < 5000; ++i)
        events.push_back({QStringLiteral("19%1-02-03").arg(50 + i % 49), i % 4 ? "u" + std::to_string(i * 7 % 90) : "", i % 9 ? "i" : ""});
    VERIFY_RESULT(store(workspace, events));
    Connection &connection = workspace.connection();
    QCOMPARE(connection.integer("SELECT count(*) FROM events INDEXED BY events_by_user WHERE user_id = (SELECT id FROM users WHERE key = 'u7')"),
             connection.integer("SELECT count(*) FROM events WHERE +user_id = (SELECT id FROM users WHERE key = 'u7')"));
    VERIFY_RESULT(workspace.checkIntegrity());
    QCOMPARE(connection.integer("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'imposter%'"), qint64(0));
}

// Rows of the first load end behind the last attribute that it has; later ones are longer.
void BulkLoadTest::shortRowsAreWhole()
{
    Workspace workspace = make(QStringLiteral("short"));
    VERIFY_RESULT(store(workspace, {{QStringLiteral("2011-01-01"), "u", "i"}}, 1));
    VERIFY_RESULT(store(workspace, {{QStringLiteral("2011-01-02"), "u", "i", "purchase", "", "", 2, 2.5, "red"}}, 2,
                        {QStringLiteral("size"), QStringLiteral("colour")}));
    Statement rows = workspace.connection().prepare("SELECT quantity, amount, a1, a2, a12, typeof(quantity) FROM events ORDER BY id");
    QVERIFY(rows.step());
    QVERIFY(rows.isNull(0) && rows.isNull(1) && rows.isNull(2) && rows.isNull(3) && rows.isNull(4));
    QVERIFY(rows.step());
    QCOMPARE(rows.real(1), 2.5);
    QVERIFY(!rows.isNull(2) && rows.isNull(3) && rows.isNull(4));
    QCOMPARE(rows.text(5), QStringLiteral("real"));
    VERIFY_RESULT(workspace.checkIntegrity());
}

void BulkLoadTest::sortsMoreThanItHolds_data()
{
    QTest::addColumn<int>("count");
    for (int count : {0, 1, 16, 17, 5000, 16'384, 40'000})
        QTest::addRow("%d", count) << count;
}

void BulkLoadTest::sortsMoreThanItHolds()
{
    QFETCH(int, count);
    const auto filled = [&](ExternalSort<quint64> &sort) {
        std::mt19937_64 random(3);
        std::vector<quint64> values{};
        for (int i = 0; i < count; ++i) {
            values.push_back(random() % 1000);
            sort.add(values.back());
        }
        std::ranges::sort(values);
        return values;
    };
    const auto all = [](auto &sorted) {
        std::vector<quint64> values;
        for (quint64 value = 0; sorted.next(value);)
            values.push_back(value);
        return values;
    };
    ExternalSort<quint64> sort(m_folder.path(), 16 * sizeof(quint64)), other(m_folder.path(), 64 * sizeof(quint64));
    const std::vector<quint64> expected = filled(sort);
    sort.sort();
    QVERIFY(all(sort) == expected);
    QVERIFY(filled(other) == expected);
    SortedAhead<quint64> ahead(other);
    QVERIFY(all(ahead) == expected);
    quint64 more = 0;
    QVERIFY(!ahead.next(more));
}

void BulkLoadTest::aSortLeftAloneEnds()
{
    ExternalSort<quint64> sort(m_folder.path(), 1024);
    for (quint64 i = 0; i < 100'000; ++i)
        sort.add(i * 0x9e3779b97f4a7c15ULL);
    SortedAhead<quint64> ahead(sort);
    quint64 first = 1;
    QVERIFY(ahead.next(first));
    QCOMPARE(first, quint64(0));
}

void BulkLoadTest::aFilterForgetsNothing()
{
    BloomFilter filter(10'000);
    int mistaken = 0;
    for (quint64 i = 0; i < 10'000; ++i)
        mistaken += filter.insert(i * 3) ? 1 : 0;
    QVERIFY2(mistaken < 500, qPrintable(QString::number(mistaken))); // eight bits a number
    for (quint64 i = 0; i < 10'000; ++i)
        QVERIFY(filter.mayContain(i * 3));
}

void BulkLoadTest::contentHashes()
{
    const QByteArray text = QByteArray(1000, 'x') + "and so on";
    ContentHash whole, parts, other;
    whole.add(text.constData(), size_t(text.size()));
    for (qsizetype at = 0, size = 1; at < text.size(); at += size, size = std::min<qsizetype>(size * 2 + 1, text.size() - at))
        parts.add(text.constData() + at, size_t(std::min(size, text.size() - at)));
    other.add(text.constData(), size_t(text.size()) - 1);
    const QByteArray hash = whole.result();
    QCOMPARE(hash.size(), 32);
    QCOMPARE(parts.result(), hash);
    QVERIFY(other.result() != hash);
    QCOMPARE(ContentHash().result(), ContentHash().result());
}

void BulkLoadTest::aJournalStaysWithTheLogBesideAReader()
{
    Workspace workspace = make(QStringLiteral("journal"));
    Connection &connection = workspace.connection();
    const auto mode = [&] {
        Statement pragma = connection.prepare("PRAGMA journal_mode");
        return pragma.step() ? pragma.text(0) : QString();
    };
    {
        const BulkJournal journal(connection);
        QCOMPARE(mode(), QStringLiteral("delete"));
    }
    QCOMPARE(mode(), QStringLiteral("wal"));
    auto reader = Workspace::open(workspace.path(), Workspace::Mode::ReadOnly);
    VERIFY_RESULT(reader);
    VERIFY_RESULT(reader->data().summary());
    const BulkJournal journal(connection);
    QCOMPARE(mode(), QStringLiteral("wal"));
}

// More rows than a few batches hold, good and bad ones mixed.
void BulkLoadTest::rowsKeepTheirOrder()
{
    constexpr int rows = 5000;
    QByteArray csv = "time,user,item,quantity,price\n";
    for (int i = 0; i < rows; ++i)
        csv += QStringLiteral("%1,u%2,i,%3,1.5\n").arg(i % 7 ? QStringLiteral("2024-01-02 03:04:05") : QStringLiteral("never"))
                   .arg(i).arg(i % 11 ? QString::number(i) : QStringLiteral("some")).toLatin1();
    const QString path = m_folder.filePath(QStringLiteral("order.csv"));
    writeAll(path, csv);
    JobContext job;
    ImportPlan plan = previewFile(path, job).value().plan;
    plan.dateFormat = QStringLiteral("yyyy-MM-dd HH:mm:ss");
    QVERIFY(applyMap(plan, {QStringLiteral("time=time"), QStringLiteral("quantity=quantity"), QStringLiteral("price=price"),
                            QStringLiteral("user=user"), QStringLiteral("item=item")}));
    Workspace workspace = make(QStringLiteral("order"));
    const auto report = importFile(workspace, path, plan, job);
    VERIFY_RESULT(report);
    QCOMPARE(report->read, qint64(rows));
    qint64 rejected = 0;
    for (int i = 0; i < rows; ++i)
        rejected += i % 7 == 0 || i % 11 == 0 ? 1 : 0;
    QCOMPARE(report->rejected, rejected);
    QCOMPARE(report->stored, rows - rejected);
    for (qsizetype i = 1; i < report->firstRejects.size(); ++i)
        QVERIFY(report->firstRejects[i - 1].line < report->firstRejects[i].line);
    QCOMPARE(report->firstRejects[0].line, qint64(2));
    QCOMPARE(report->firstRejects[0].column, QStringLiteral("time"));
    QCOMPARE(report->firstRejects[0].value, QStringLiteral("never"));
    QCOMPARE(workspace.connection().integer("SELECT count(*) FROM events a JOIN events b ON b.id = a.id + 1 WHERE b.quantity <= a.quantity"),
             qint64(0));
}

FORETRAIL_TEST_MAIN(BulkLoadTest, QCoreApplication)
#include "tst_bulkload.moc"
