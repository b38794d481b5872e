#include "tests/core/data/EventBuilder.h"

#include "core/data/EventKinds.h"
#include "core/data/sqlite/Connection.h"

#include <random>

using namespace foretrail;
using namespace foretrail::test;

/// Loading facts: duplicates, conflicts, all or nothing, and totals that agree with the rows.
class FactWriterTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_workspace.reset(); }

    void storesEveryFieldOfAnEvent();
    void exactDuplicatesAreStoredOnce();
    void theFirstNameOfAnItemStays();
    void withoutCommitNothingRemains();
    void aCancelledCommitLeavesNothing();
    void aFullDiskLeavesTheWorkspaceAsItWas();
    void observationsFollowThePolicy_data();
    void observationsFollowThePolicy();
    void aSeriesKeepsItsStep();
    void tooManyAttributesAreRefused();
    void rejectsAreKept();
    void totalsAgreeWithTheRows();
    void indexesAreThereAfterEveryLoad();
    void kindsThatMeanAPurchase();

private:
    Connection &connection() { return m_workspace->connection(); }
    qint64 count(const char *sql) { return connection().integer(sql); }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Workspace> m_workspace;
};

void FactWriterTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto created = Workspace::create(m_folder->filePath(QStringLiteral("w.foretrail")));
    VERIFY_RESULT(created);
    m_workspace.emplace(std::move(*created));
}

void FactWriterTest::storesEveryFieldOfAnEvent()
{
    TestEvent event{QStringLiteral("2011-03-04T05:06:07"), "u1", "i1", "purchase", "s1", "c1", 3, 7.5, "France"};
    EventRow row = rowOf(event, 42);
    row.itemName = "Mug";
    row.price = 2.5;
    row.position = 4;
    FactWriterOptions options;
    options.attributes = {QStringLiteral("Country")};
    auto writer = FactWriter::begin(*m_workspace, options);
    VERIFY_RESULT(writer);
    QCOMPARE((*writer)->addEvent(row).value(), Stored::New);
    JobContext job;
    VERIFY_RESULT((*writer)->commit({}, {}, "sha", job));
    Statement stored = connection().prepare("SELECT position, price, v.value FROM events JOIN attribute_values v ON v.id = a1");
    QVERIFY(stored.step());
    QCOMPARE(stored.integer(0), qint64(4));
    QCOMPARE(stored.real(1), 2.5);
    QCOMPARE(stored.text(2), QStringLiteral("France"));
    const UserRow user = m_workspace->data().user(QStringLiteral("u1")).value();
    const auto events = m_workspace->data().eventsOf(user.id, job);
    VERIFY_RESULT(events);
    QCOMPARE(events->size(), 1);
    const UserEvent &read = events->front();
    QCOMPARE(read.time, event.time.isEmpty() ? 0 : utc(event.time));
    QCOMPARE(read.kind + read.itemKey + read.itemName + read.category + read.session, QStringLiteral("purchasei1Mugc1s1"));
    QCOMPARE(read.quantity, 3.0);
    QCOMPARE(read.amount, 7.5);
    VERIFY_RESULT(m_workspace->checkIntegrity());
}

void FactWriterTest::exactDuplicatesAreStoredOnce()
{
    auto writer = FactWriter::begin(*m_workspace, {});
    VERIFY_RESULT(writer);
    const TestEvent event{QStringLiteral("2011-01-01"), "u", "i"};
    for (quint64 fingerprint : {quint64(0), quint64(5), ~quint64(0)}) {
        QCOMPARE((*writer)->addEvent(rowOf(event, fingerprint)).value(), Stored::New);
        QCOMPARE((*writer)->addEvent(rowOf(event, fingerprint)).value(), Stored::Duplicate);
    }
    JobContext job;
    VERIFY_RESULT((*writer)->commit({}, {}, "sha", job));
    writer->reset();
    auto again = FactWriter::begin(*m_workspace, {});
    VERIFY_RESULT(again);
    for (quint64 fingerprint : {quint64(0), quint64(5), ~quint64(0)})
        QCOMPARE((*again)->addEvent(rowOf(event, fingerprint)).value(), Stored::Duplicate);
    VERIFY_RESULT((*again)->commit({}, {}, "sha", job));
    QCOMPARE(count("SELECT count(*) FROM events"), qint64(3));
    QCOMPARE(m_workspace->data().summary().value().events, qint64(3));
}

void FactWriterTest::theFirstNameOfAnItemStays()
{
    const char *names[] = {"", "Mug", "damaged", ""};
    for (quint64 i = 0; i < 4; ++i) {
        auto writer = FactWriter::begin(*m_workspace, {});
        VERIFY_RESULT(writer);
        const TestEvent event{QStringLiteral("2011-01-01"), "u", "i"};
        EventRow row = rowOf(event, i + 1);
        row.itemName = names[i];
        VERIFY_RESULT((*writer)->addEvent(row));
        JobContext job;
        VERIFY_RESULT((*writer)->commit({}, {}, "sha", job));
    }
    Statement name = connection().prepare("SELECT name FROM items");
    QVERIFY(name.step());
    QCOMPARE(name.text(0), QStringLiteral("Mug"));
}

void FactWriterTest::withoutCommitNothingRemains()
{
    VERIFY_RESULT(store(*m_workspace, {{QStringLiteral("2011-01-01"), "u", "i"}}));
    const QString before = m_workspace->data().fingerprint().value();
    {
        FactWriterOptions options;
        options.attributes = {QStringLiteral("Country")};
        auto writer = FactWriter::begin(*m_workspace, options);
        VERIFY_RESULT(writer);
        const TestEvent event{QStringLiteral("2011-01-02"), "v", "j"};
        VERIFY_RESULT((*writer)->addEvent(rowOf(event, 9)));
        VERIFY_RESULT((*writer)->addObservation("s", Step::Day, 0, 1));
    }
    QCOMPARE(m_workspace->data().fingerprint().value(), before);
    QCOMPARE(count("SELECT (SELECT count(*) FROM events) * 100 + (SELECT count(*) FROM users) * 10 + "
                   "(SELECT count(*) FROM attributes) + (SELECT count(*) FROM source_series)"), qint64(110));
    QCOMPARE(count("PRAGMA foreign_keys"), qint64(1));
    VERIFY_RESULT(m_workspace->checkIntegrity());
}

void FactWriterTest::aCancelledCommitLeavesNothing()
{
    auto writer = FactWriter::begin(*m_workspace, {});
    VERIFY_RESULT(writer);
    const TestEvent event{QStringLiteral("2011-01-02"), "v", "j"};
    VERIFY_RESULT((*writer)->addEvent(rowOf(event, 9)));
    JobContext job;
    job.requestStop();
    const auto committed = (*writer)->commit({}, {}, "sha", job);
    QVERIFY(!committed);
    QVERIFY(committed.error().isCancelled());
    QCOMPARE(count("SELECT count(*) FROM imports"), qint64(0));
    QCOMPARE(count("SELECT count(*) FROM sqlite_schema WHERE name = 'events_by_user'"), qint64(1));
}

void FactWriterTest::aFullDiskLeavesTheWorkspaceAsItWas()
{
    VERIFY_RESULT(store(*m_workspace, {{QStringLiteral("2011-01-01"), "u", "i"}}));
    const QString before = m_workspace->data().fingerprint().value();
    connection().execute(("PRAGMA max_page_count = " + std::to_string(count("PRAGMA page_count") + 40)).c_str());
    std::vector<TestEvent> many;
    for (int i = 0; i < 20000; ++i)
        many.push_back({QStringLiteral("2011-01-02"), "user" + std::to_string(i), "i"});
    const auto stored = store(*m_workspace, many, 100);
    QVERIFY(!stored);
    QCOMPARE(stored.error().code, ErrorCode::DiskFull);
    QCOMPARE(m_workspace->data().fingerprint().value(), before);
    QCOMPARE(count("SELECT count(*) FROM events"), qint64(1));
    VERIFY_RESULT(m_workspace->checkIntegrity());
    connection().execute("PRAGMA max_page_count = 1000000");
    VERIFY_RESULT(store(*m_workspace, many, 100));
    QCOMPARE(count("SELECT count(*) FROM events"), qint64(20001));
}

void FactWriterTest::observationsFollowThePolicy_data()
{
    QTest::addColumn<int>("policy");
    QTest::addColumn<int>("outcome"); // -1: refused
    QTest::addColumn<double>("kept");
    QTest::newRow("skip") << int(ConflictPolicy::Skip) << int(Stored::Conflict) << 1.5;
    QTest::newRow("replace") << int(ConflictPolicy::Replace) << int(Stored::Superseded) << 2.5;
    QTest::newRow("abort") << int(ConflictPolicy::Abort) << -1 << 1.5;
}

void FactWriterTest::observationsFollowThePolicy()
{
    QFETCH(int, policy);
    QFETCH(int, outcome);
    QFETCH(double, kept);
    FactWriterOptions options;
    options.conflict = ConflictPolicy(policy);
    auto writer = FactWriter::begin(*m_workspace, options);
    VERIFY_RESULT(writer);
    const WallMs time = utc(QStringLiteral("2012-02-03"));
    QCOMPARE((*writer)->addObservation("1/7", Step::Week, time, 1.5).value(), Stored::New);
    QCOMPARE((*writer)->addObservation("1/7", Step::Week, time, 1.5).value(), Stored::Duplicate);
    const auto second = (*writer)->addObservation("1/7", Step::Week, time, 2.5);
    QCOMPARE(second ? int(*second) : -1, outcome);
    if (!second) {
        QCOMPARE(second.error().code, ErrorCode::InvalidInput);
        QVERIFY(second.error().message.contains(QStringLiteral("1/7")));
        QVERIFY(second.error().message.contains(QStringLiteral("2012-02-03")));
    }
    JobContext job;
    VERIFY_RESULT((*writer)->commit({}, {}, "sha", job));
    Statement value = connection().prepare("SELECT value FROM observations");
    QVERIFY(value.step());
    QCOMPARE(value.real(0), kept);
}

void FactWriterTest::aSeriesKeepsItsStep()
{
    auto writer = FactWriter::begin(*m_workspace, {});
    VERIFY_RESULT(writer);
    VERIFY_RESULT((*writer)->addObservation("s", Step::Week, 0, 1));
    const auto other = (*writer)->addObservation("s", Step::Day, 0, 1);
    QVERIFY(!other);
    QCOMPARE(other.error().code, ErrorCode::InvalidInput);
    JobContext job;
    VERIFY_RESULT((*writer)->commit({}, {}, "sha", job));
    writer->reset();
    auto later = FactWriter::begin(*m_workspace, {});
    VERIFY_RESULT(later);
    QVERIFY(!(*later)->addObservation("s", Step::None, 0, 1));
}

void FactWriterTest::tooManyAttributesAreRefused()
{
    FactWriterOptions options;
    for (int i = 0; i < maxAttributes; ++i)
        options.attributes.append(QStringLiteral("a%1").arg(i));
    std::vector<TestEvent> events{{QStringLiteral("2011-01-01"), "u", "i"}};
    VERIFY_RESULT(store(*m_workspace, events, 1, options.attributes));
    VERIFY_RESULT(store(*m_workspace, events, 2, {QStringLiteral("a3")}));
    const auto stored = store(*m_workspace, events, 3, {QStringLiteral("one more")});
    QVERIFY(!stored);
    QCOMPARE(stored.error().code, ErrorCode::InvalidInput);
    QVERIFY(stored.error().message.contains(QStringLiteral("one more")));
    QCOMPARE(m_workspace->data().summary().value().attributes.size(), maxAttributes);
}

void FactWriterTest::rejectsAreKept()
{
    auto writer = FactWriter::begin(*m_workspace, {});
    VERIFY_RESULT(writer);
    VERIFY_RESULT((*writer)->addReject({812, QStringLiteral("InvoiceDate"), QStringLiteral("2023-13-01"), QStringLiteral("not a date")}));
    JobContext job;
    VERIFY_RESULT((*writer)->commit({}, {}, "sha", job));
    Statement reject = connection().prepare("SELECT import_id, line, column_name, value, reason FROM rejects");
    QVERIFY(reject.step());
    QCOMPARE(reject.integer(0), (*writer)->importId().value);
    QCOMPARE(reject.integer(1), qint64(812));
    QCOMPARE(reject.text(3), QStringLiteral("2023-13-01"));
}

// The totals against SQL over the events themselves, after several overlapping imports.
void FactWriterTest::totalsAgreeWithTheRows()
{
    std::mt19937 random(7);
    const std::vector<std::string> kinds{"view", "purchase", "Order", "return"};
    for (int import = 0; import < 4; ++import) {
        std::vector<TestEvent> events;
        for (int i = 0; i < 600; ++i) {
            TestEvent event{QStringLiteral("2011-01-%1T0%2:00:00").arg(1 + random() % 28, 2, 10, QLatin1Char('0')).arg(random() % 9),
                            random() % 9 ? "u" + std::to_string(random() % 20) : "", "i", kinds[random() % 4],
                            random() % 3 ? "s" + std::to_string(random() % 60) : ""};
            event.amount = random() % 5 ? double(random() % 100) : missing;
            events.push_back(event);
        }
        VERIFY_RESULT(store(*m_workspace, events, quint64(import) * 500 + 1));
    }
    QCOMPARE(count("SELECT count(*) FROM users u LEFT JOIN (SELECT user_id, min(time) a, max(time) b, count(*) n, "
                   "total(amount) v FROM events GROUP BY user_id) e ON e.user_id = u.id "
                   "WHERE u.first_seen IS NOT e.a OR u.last_seen IS NOT e.b OR u.events <> e.n OR u.value <> e.v"), qint64(0));
    QCOMPARE(count("SELECT count(*) FROM users u WHERE u.orders <> (SELECT count(DISTINCT session_id) + "
                   "sum(session_id IS NULL) FROM events e JOIN kinds k ON k.id = e.kind_id WHERE e.user_id = u.id "
                   "AND k.key IN ('purchase', 'Order'))"), qint64(0));
    QCOMPARE(count("SELECT count(*) FROM kinds WHERE events <> (SELECT count(*) FROM events WHERE kind_id = kinds.id)"), qint64(0));
    const DataSummary summary = m_workspace->data().summary().value();
    QCOMPARE(summary.events, count("SELECT count(*) FROM events"));
    QCOMPARE(summary.events, qint64(3 * 500 + 600));
    QCOMPARE(summary.netRevenue, double(count("SELECT total(amount) FROM events")));
    QCOMPARE(*summary.lastEvent, count("SELECT max(time) FROM events"));
    QCOMPARE(summary.users, qint64(20));
}

void FactWriterTest::indexesAreThereAfterEveryLoad()
{
    for (qint64 expected : {qint64(0), qint64(1'000'000), qint64(10)}) {
        FactWriterOptions options;
        options.expectedRows = expected;
        auto writer = FactWriter::begin(*m_workspace, options);
        VERIFY_RESULT(writer);
        const TestEvent event{QStringLiteral("2011-01-01"), "u", "i"};
        VERIFY_RESULT((*writer)->addEvent(rowOf(event, quint64(expected) + 1)));
        JobContext job;
        VERIFY_RESULT((*writer)->commit({}, {}, "sha", job));
        QCOMPARE(count("SELECT count(*) FROM sqlite_schema WHERE name IN ('events_by_user', 'events_by_item')"), qint64(2));
    }
}

void FactWriterTest::kindsThatMeanAPurchase()
{
    for (const char *kind : {"purchase", "buy", "ORDER", "Transaction", "sale"})
        QVERIFY(isPurchaseKind(std::string_view(kind)));
    for (const char *kind : {"", "pv", "return", "purchases", "sal"})
        QVERIFY(!isPurchaseKind(std::string_view(kind)));
}

FORETRAIL_TEST_MAIN(FactWriterTest, QCoreApplication)
#include "tst_factwriter.moc"
