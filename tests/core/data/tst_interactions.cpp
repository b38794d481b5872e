// The log as sequences of items: what is read, in which order, and how it is cut. All by hand.
#include "core/data/FactWriter.h"
#include "core/data/InteractionLog.h"
#include "tests/support/TestSupport.h"

using namespace foretrail;

namespace {

struct InteractionRow {
    UtcMs time;
    const char *user;
    const char *item;
    const char *kind;
    const char *session;
    int position; ///< -1: none
};

Result<Workspace> workspaceOf(const QString &path, const std::vector<InteractionRow> &rows, bool hasClock)
{
    Result<Workspace> workspace = Workspace::create(path);
    if (!workspace)
        return workspace;
    FactWriterOptions options{QStringLiteral("by hand"), QStringLiteral("events"), {}, 0, ConflictPolicy::Skip};
    options.hasClock = hasClock;
    auto writer = FactWriter::begin(*workspace, options);
    if (!writer)
        return fail(writer.error());
    quint64 number = 0;
    for (const InteractionRow &row : rows) {
        EventRow event;
        event.time = row.time;
        event.user = row.user;
        event.item = row.item;
        event.kind = row.kind;
        event.session = row.session;
        if (row.position >= 0)
            event.position = row.position;
        event.fingerprint = ++number;
        if (const auto stored = (*writer)->addEvent(event); !stored)
            return fail(stored.error());
    }
    JobContext job;
    if (const auto done = (*writer)->commit({}, {}, {}, job); !done)
        return fail(done.error());
    return workspace;
}

QStringList itemsOf(const InteractionLog &log)
{
    QStringList items;
    for (const InteractionLog::Event &event : log.events)
        items << log.itemKeys[qsizetype(event.item)];
    return items;
}

} // namespace

class TestInteractions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void orderOfTimeThenPositionThenLog();
    void whatSaysNothingOfTasteIsLeftOut();
    void aLogWithoutAClock();
    void anUnknownSessionNamesTheNearest();
    void stops();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("w.foretrail")); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestInteractions::orderOfTimeThenPositionThenLog()
{
    auto workspace = workspaceOf(path(), {{20, "u", "dish", "view", "s", 1}, {10, "u", "cup", "view", "s", 9}, {10, "u", "apple", "view", "s", 2}, {10, "u", "bowl", "view", "s", 2}}, true);
    QVERIFY(workspace);
    JobContext job;
    const auto log = workspace->data().interactions(job);
    QVERIFY(log);
    QVERIFY(log->hasClock);
    QCOMPARE(itemsOf(*log), (QStringList{QStringLiteral("apple"), QStringLiteral("bowl"), QStringLiteral("cup"), QStringLiteral("dish")}));
    QCOMPARE(log->itemCount(), qint64(4));
    QCOMPARE(log->events.front().user, log->events.back().user);
    QVERIFY(log->events.front().session != 0);
}

void TestInteractions::whatSaysNothingOfTasteIsLeftOut()
{
    auto workspace = workspaceOf(path(), {{1, "u", "apple", "view", "", -1}, {2, "u", "apple", "cart", "", -1}, {3, "", "bowl", "purchase", "", -1},
                                          {4, "u", "bowl", "return", "", -1}, {5, "u", "", "view", "", -1}, {6, "u", "cup", "wink", "", -1}, {7, "u", "POST", "purchase", "", -1}}, true);
    QVERIFY(workspace);
    JobContext job;
    const auto log = workspace->data().interactions(job);
    QVERIFY(log);
    QStringList seen;
    for (const InteractionLog::Event &event : log->events)
        seen << log->itemKeys[qsizetype(event.item)] + QLatin1Char(' ') + itemActionName(event.action);
    QCOMPARE(seen.join(QStringLiteral(", ")), QStringLiteral("apple view, apple cart, bowl purchase, cup other"));
    QCOMPARE(log->events[2].user, 0U);
    QCOMPARE(log->events[0].session, 0U);
}

void TestInteractions::aLogWithoutAClock()
{
    auto workspace = workspaceOf(path(), {{1, "u", "apple", "view", "", -1}, {2, "u", "bowl", "view", "", -1}}, false);
    QVERIFY(workspace);
    JobContext job;
    const auto log = workspace->data().interactions(job);
    QVERIFY(log);
    QVERIFY(!log->hasClock);
}

void TestInteractions::anUnknownSessionNamesTheNearest()
{
    auto workspace = workspaceOf(path(), {{1, "u", "apple", "view", "visit-17", -1}}, true);
    QVERIFY(workspace);
    QVERIFY(workspace->data().session(QStringLiteral("visit-17")));
    const auto other = workspace->data().session(QStringLiteral("visit-71"));
    QVERIFY(!other);
    QCOMPARE(other.error().code, ErrorCode::NotFound);
    QVERIFY(other.error().message.contains(QStringLiteral("visit-17")));
    QTemporaryDir folder;
    auto none = workspaceOf(folder.filePath(QStringLiteral("n.foretrail")), {{1, "u", "apple", "view", "", -1}}, true);
    QVERIFY(none);
    const auto missing = none->data().session(QStringLiteral("x"));
    QVERIFY(!missing && missing.error().message.contains(QStringLiteral("no sessions")));
}

void TestInteractions::stops()
{
    std::vector<InteractionRow> rows(70'000, {1, "u", "apple", "view", "", -1});
    auto workspace = workspaceOf(path(), rows, true);
    QVERIFY(workspace);
    JobContext job;
    job.requestStop();
    const auto log = workspace->data().interactions(job);
    QVERIFY(!log && log.error().isCancelled());
}

FORETRAIL_TEST_MAIN(TestInteractions, QCoreApplication)
#include "tst_interactions.moc"
