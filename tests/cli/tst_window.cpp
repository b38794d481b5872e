// The window's own program, not its parts: what goes wrong is said in it and never ends it.
#include "core/data/Workspace.h"
#include "tests/cli/CliRun.h"

using namespace foretrail;

class TestWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void problemsDoNotEndIt_data();
    void problemsDoNotEndIt();
    void drawsEveryPage();
};

namespace {

QString windowProgram() { return QFileInfo(test::cliProgram()).dir().filePath(QStringLiteral("foretrail")); }

} // namespace

void TestWindow::problemsDoNotEndIt_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no workspace") << QStringLiteral("text.foretrail") << QByteArray("this is no workspace\n");
    QTest::newRow("missing") << QStringLiteral("absent.foretrail") << QByteArray();
}

// It has ended within this time when it ends at all: a mistake may pass on a slow machine, the right thing never fails.
void TestWindow::problemsDoNotEndIt()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QVERIFY2(QFile::exists(windowProgram()), "the window is not built");
    const QTemporaryDir folder;
    const QString path = folder.filePath(name);
    if (!content.isEmpty())
        test::writeAll(path, content);
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *variable : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"})
        environment.insert(QString::fromLatin1(variable), folder.path());
    process.setProcessEnvironment(environment);
    process.start(windowProgram(), {path});
    QVERIFY(process.waitForStarted());
    constexpr int patienceMs = 2500;
    QVERIFY2(!process.waitForFinished(patienceMs), process.readAllStandardError().constData());
    process.kill();
    QVERIFY(process.waitForFinished());
}

void TestWindow::drawsEveryPage()
{
    const QTemporaryDir folder;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *variable : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"})
        environment.insert(QString::fromLatin1(variable), folder.path());
    process.setProcessEnvironment(environment);
    process.start(windowProgram(), {QStringLiteral("--render-pages"), folder.filePath(QStringLiteral("pages"))});
    QVERIFY(process.waitForFinished(300'000));
    QCOMPARE(process.exitCode(), 0);
    const QStringList pictures = QDir(folder.filePath(QStringLiteral("pages"))).entryList({QStringLiteral("*.png")});
    QCOMPARE(pictures.size(), 10 * 2 * 2 * 2); // pages, schemes, languages, scales
}

FORETRAIL_TEST_MAIN(TestWindow, QCoreApplication)
#include "tst_window.moc"
