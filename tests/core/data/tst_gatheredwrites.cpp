// Pages that are gathered before they are written: a file is what it would be without, whatever ends the work.
#include "core/data/sqlite/GatheredWrites.h"
#include "tests/support/TestSupport.h"

#include <csignal>
#include <random>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace foretrail;

class TestGatheredWrites : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void sameAsWithout();
    void rolledBack();
    void noRoom();
    void killed();

private:
    QString make(const QString &name, int rows) const;
    QString path(const QString &name) const { return m_folder->filePath(name); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

/// Far fewer pages than the work touches: they are written and read again in any order meanwhile.
void useFewPages(Connection &connection)
{
    connection.execute("PRAGMA journal_mode = DELETE");
    connection.execute("PRAGMA synchronous = OFF");
    connection.execute("PRAGMA cache_size = 10");
}

void addRows(Connection &connection, int count)
{
    std::mt19937_64 random(3);
    Statement add = connection.prepare("INSERT OR REPLACE INTO t(id, word) VALUES (?1, ?2)");
    for (int i = 0; i < count; ++i) {
        add.bind(1, qint64(random() % 5 == 0 ? random() % 4000 : 10'000 + i));
        const std::string word(50 + random() % 300, char('a' + i % 26));
        add.bind(2, std::string_view(word));
        add.run();
    }
}

QString contentOf(Connection &connection)
{
    Statement rows = connection.prepare("SELECT count(*) || ' ' || sum(id) || ' ' || sum(length(word)) || ' ' || sum(unicode(word) * id) FROM t");
    rows.step();
    const QString sums = rows.text(0);
    rows.reset();
    Statement check = connection.prepare("PRAGMA integrity_check");
    check.step();
    return sums + check.text(0);
}

} // namespace

QString TestGatheredWrites::make(const QString &name, int rows) const
{
    Connection connection(path(name), Connection::Access::Create);
    useFewPages(connection);
    connection.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, word TEXT); CREATE INDEX by_word ON t(word); BEGIN");
    addRows(connection, rows);
    connection.execute("COMMIT");
    return contentOf(connection);
}

void TestGatheredWrites::sameAsWithout()
{
    const QString expected = make(QStringLiteral("plain.db"), 3000);
    make(QStringLiteral("gathered.db"), 0);
    Connection connection(path(QStringLiteral("gathered.db")), Connection::Access::ReadWrite);
    useFewPages(connection);
    const GatheredWrites writes(connection);
    connection.execute("BEGIN");
    addRows(connection, 3000);
    QCOMPARE(contentOf(connection), expected);
    connection.execute("COMMIT");
    Connection other(path(QStringLiteral("gathered.db")), Connection::Access::ReadOnly);
    QCOMPARE(contentOf(other), expected);
}

void TestGatheredWrites::rolledBack()
{
    const QString before = make(QStringLiteral("w.db"), 500);
    Connection connection(path(QStringLiteral("w.db")), Connection::Access::ReadWrite);
    useFewPages(connection);
    {
        const GatheredWrites writes(connection);
        connection.execute("BEGIN");
        addRows(connection, 3000);
        connection.execute("ROLLBACK");
        QCOMPARE(contentOf(connection), before);
    }
    Connection other(path(QStringLiteral("w.db")), Connection::Access::ReadOnly);
    QCOMPARE(contentOf(other), before);
}

void TestGatheredWrites::noRoom()
{
    const QString before = make(QStringLiteral("w.db"), 500);
    const auto usual = std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    const rlimit small{rlim_t(QFileInfo(path(QStringLiteral("w.db"))).size()) + 100'000, limit.rlim_max};
    {
        Connection connection(path(QStringLiteral("w.db")), Connection::Access::ReadWrite);
        useFewPages(connection);
        const GatheredWrites writes(connection);
        setrlimit(RLIMIT_FSIZE, &small);
        const auto added = connection.guarded([&]() -> Result<void> {
            connection.execute("BEGIN");
            addRows(connection, 3000);
            connection.execute("COMMIT");
            return {};
        });
        setrlimit(RLIMIT_FSIZE, &limit);
        QVERIFY(!added);
    }
    std::signal(SIGXFSZ, usual);
    Connection other(path(QStringLiteral("w.db")), Connection::Access::ReadWrite);
    QCOMPARE(contentOf(other), before);
}

void TestGatheredWrites::killed()
{
    const QString before = make(QStringLiteral("w.db"), 500);
    const qint64 size = QFileInfo(path(QStringLiteral("w.db"))).size();
    const pid_t child = fork();
    if (child == 0) {
        Connection connection(path(QStringLiteral("w.db")), Connection::Access::ReadWrite);
        useFewPages(connection);
        const GatheredWrites writes(connection);
        connection.execute("BEGIN");
        addRows(connection, 3000);
        raise(SIGKILL);
    }
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status));
    QVERIFY(QFileInfo(path(QStringLiteral("w.db"))).size() > size); // some of it was written
    Connection other(path(QStringLiteral("w.db")), Connection::Access::ReadWrite);
    QCOMPARE(contentOf(other), before);
    qInfo("%d kills", 1);
}

FORETRAIL_TEST_MAIN(TestGatheredWrites, QCoreApplication)
#include "tst_gatheredwrites.moc"
