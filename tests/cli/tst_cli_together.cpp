// The window and the command line on one workspace at the same time.
#include "core/data/Workspace.h"
#include "tests/cli/CliRun.h"

#include <sys/stat.h>

using namespace foretrail;
using namespace foretrail::test;

namespace {

/// Tells files apart that have had the same name.
quint64 nodeOf(const QString &path)
{
    struct stat found{};
    return ::stat(path.toLocal8Bit().constData(), &found) == 0 ? found.st_ino : 0;
}

} // namespace

class TestCliTogether : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void anotherProgramKnowsThatItIsOpen_data();
    void anotherProgramKnowsThatItIsOpen();

private:
    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCliTogether::anotherProgramKnowsThatItIsOpen_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("reads") << QStringLiteral("runs %1");
    QTest::newRow("writes") << QStringLiteral("import %1 %2");
    QTest::newRow("cannot import it") << QStringLiteral("import %1 %1");
}

// Closing a file drops the locks of the whole process (POSIX). The next program would take the workspace for closed, clear its log
// away when it ends, and what is written then would go into a file that is no longer there.
void TestCliTogether::anotherProgramKnowsThatItIsOpen()
{
    QFETCH(QString, line);
    writeAll(path("log.csv"), "user,item,time,quantity,price\nu1,A,2024-03-01 08:00:00,2,5\nu2,B,2024-03-02 09:00:00,1,3\n");
    const QString file = path("w.foretrail"), log = file + QStringLiteral("-wal");
    auto workspace = Workspace::create(file);
    VERIFY_RESULT(workspace);
    VERIFY_RESULT(workspace->setSetting(QStringLiteral("first"), QStringLiteral("1")));
    const quint64 node = nodeOf(log);
    QVERIFY(node != 0);
    for (const Workspace::Mode mode : {Workspace::Mode::ReadWrite, Workspace::Mode::ReadOnly})
        VERIFY_RESULT(Workspace::open(file, mode)); // a job of the same program, which ends
    const CliRun run = runCli(line.arg(file, path("log.csv")));
    QVERIFY2(run.code == 0 || line.endsWith(QStringLiteral("%1 %1")), qPrintable(run.message()));
    QCOMPARE(nodeOf(log), node);
    VERIFY_RESULT(workspace->setSetting(QStringLiteral("second"), QStringLiteral("2")));
    auto another = Workspace::open(file, Workspace::Mode::ReadOnly);
    VERIFY_RESULT(another);
    QCOMPARE(another->setting(QStringLiteral("second")).value(), QStringLiteral("2"));
    VERIFY_RESULT(another->checkIntegrity());
}

FORETRAIL_TEST_MAIN(TestCliTogether, QCoreApplication)
#include "tst_cli_together.moc"
