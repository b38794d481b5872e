// Where lines come in from: files that grow, are rotated and cut short, folders, sockets and replays. No line is lost, none comes twice.
#include "core/live/FileFeeds.h"
#include "core/live/LineCutter.h"
#include "core/live/ReplayFeed.h"
#include "core/live/SocketFeed.h"
#include "tests/support/TestSupport.h"

#include <QLocalSocket>
#include <QTcpSocket>

#include <sys/resource.h>

using namespace foretrail;

namespace {

constexpr int noWait = 0, wait = 3000;

void append(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// All that comes until nothing more does.
FeedChunk drained(FeedSource &source, int waitMs = noWait)
{
    FeedChunk all;
    for (;;) {
        const Result<FeedChunk> chunk = source.next(waitMs);
        if (!chunk)
            return all;
        all.lines += chunk->lines;
        all.tooLong += chunk->tooLong;
        all.notes += chunk->notes;
        all.position = chunk->position;
        all.hasEnded = chunk->hasEnded;
        if (chunk->isEmpty())
            return all;
    }
}

FeedSpec specOf(const QString &text)
{
    const Result<FeedSpec> spec = FeedSpec::fromText(text);
    return spec ? *spec : FeedSpec();
}

ImportPlan timedPlan()
{
    ImportPlan plan;
    plan.kind = SourceKind::Events;
    plan.columns = {{QStringLiteral("time"), Role::Time}, {QStringLiteral("user"), Role::User}};
    plan.dateFormat = QStringLiteral("yyyy-MM-dd HH:mm:ss");
    return plan;
}

} // namespace

class TestFeedSources : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void specs_data();
    void specs();
    void wrongSpecs_data();
    void wrongSpecs();
    void cutsLines();
    void passesOverWhatNoRowCanBe();
    void aFileGrows();
    void goesOnWhereItWas();
    void aFileIsRotated();
    void aFileIsCutShort();
    void anotherFileUnderTheName();
    void waitsForAFile();
    void filesArriveInAFolder();
    void moreFilesThanMayBeOpen();
    void aLastLineWithoutBreak();
    void sendersAreConfirmed();
    void aSenderVanishes();
    void aLocalSocket();
    void aPortThatIsTaken();
    void replaysAtOnce();
    void replaysInTime();
    void aReplayThatWasPaused();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestFeedSources::specs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("input") << QStringLiteral("-") << QStringLiteral("stdin");
    QTest::newRow("port") << QStringLiteral("tcp:9000") << QStringLiteral("tcp:127.0.0.1:9000"); // loopback unless told otherwise
    QTest::newRow("address") << QStringLiteral("tcp:0.0.0.0:9000") << QStringLiteral("tcp:0.0.0.0:9000");
    QTest::newRow("socket") << QStringLiteral("socket:shop") << QStringLiteral("socket:shop");
    QTest::newRow("file to come") << QStringLiteral("file:/none.csv") << QStringLiteral("file:/none.csv");
    QTest::newRow("folder") << QStringLiteral("/tmp") << QStringLiteral("folder:/tmp");
    QTest::newRow("replay") << QStringLiteral("replay:") + test::dataFile(QStringLiteral("..")) + QStringLiteral("/CMakeLists.txt@60")
                            << QStringLiteral("replay:") + QDir(test::dataFile(QStringLiteral(".."))).absolutePath() + QStringLiteral("/CMakeLists.txt");
}

void TestFeedSources::specs()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const Result<FeedSpec> spec = FeedSpec::fromText(text);
    VERIFY_RESULT(spec);
    QCOMPARE(QDir::cleanPath(spec->text()), expected);
    QCOMPARE(FeedSpec::fromText(spec->text())->text(), spec->text());
    QCOMPARE(spec->speed, text.endsWith(QStringLiteral("@60")) ? 60.0 : 0.0);
}

void TestFeedSources::wrongSpecs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("remedy");
    QTest::newRow("nothing") << QString() << QStringLiteral("tcp:PORT");
    QTest::newRow("no port") << QStringLiteral("tcp:shop") << QStringLiteral("tcp:9000");
    QTest::newRow("large port") << QStringLiteral("tcp:70000") << QStringLiteral("tcp:9000");
    QTest::newRow("no address") << QStringLiteral("tcp:shop:80") << QStringLiteral("127.0.0.1");
    QTest::newRow("no file") << QStringLiteral("replay:/none.csv") << QStringLiteral("/none.csv");
    QTest::newRow("no folder") << QStringLiteral("folder:/none") << QStringLiteral("/none");
    QTest::newRow("no speed") << QStringLiteral("replay:/none.csv@fast") << QStringLiteral("@60");
    QTest::newRow("no name") << QStringLiteral("file:") << QStringLiteral("where");
}

void TestFeedSources::wrongSpecs()
{
    QFETCH(QString, text);
    QFETCH(QString, remedy);
    const Result<FeedSpec> spec = FeedSpec::fromText(text);
    QVERIFY(!spec);
    QVERIFY2(spec.error().message.contains(remedy), qPrintable(spec.error().message));
}

// However the bytes are parted, the same lines come out.
void TestFeedSources::cutsLines()
{
    const QByteArray text = "a,1\nb,2\r\n\nlong one\nend";
    for (qsizetype step = 1; step <= text.size(); ++step) {
        LineCutter cutter;
        QByteArray lines;
        for (qsizetype at = 0; at < text.size(); at += step) {
            cutter.add(QByteArrayView(text).sliced(at, std::min(step, text.size() - at)));
            lines += cutter.takeLines();
        }
        QCOMPARE(lines, QByteArray("a,1\nb,2\r\n\nlong one\n"));
        QCOMPARE(cutter.takeRest(), QByteArray("end\n"));
        QVERIFY(!cutter.hasRest());
    }
}

void TestFeedSources::passesOverWhatNoRowCanBe()
{
    LineCutter cutter;
    cutter.add("a\n");
    for (int i = 0; i < 40; ++i) { // ten times what is held
        cutter.add(QByteArray(LineCutter::longest / 4, 'x'));
        QVERIFY(cutter.restBytes() <= LineCutter::longest);
    }
    cutter.add("x\nb\n");
    QCOMPARE(cutter.takeLines(), QByteArray("a\nb\n"));
    QCOMPARE(cutter.takeTooLong(), qint64(1));
    QCOMPARE(cutter.takeTooLong(), qint64(0));
}

void TestFeedSources::aFileGrows()
{
    const QString file = path(QStringLiteral("log.csv"));
    append(file, "one\ntwo\nhal");
    FileFeed feed(file, {});
    QCOMPARE(drained(feed).lines, QByteArray("one\ntwo\n"));
    QVERIFY(drained(feed).lines.isEmpty());
    append(file, "f\nthree\n");
    QCOMPARE(drained(feed).lines, QByteArray("half\nthree\n"));
}

// At every place a program that starts anew gets the rest, half lines included.
void TestFeedSources::goesOnWhereItWas()
{
    const QString file = path(QStringLiteral("log.csv"));
    append(file, "one\ntwo\nthr");
    QJsonObject position;
    {
        FileFeed feed(file, {});
        position = drained(feed).position;
    }
    append(file, "ee\nfour\n");
    FileFeed again(file, position);
    const FeedChunk rest = drained(again);
    QCOMPARE(rest.lines, QByteArray("three\nfour\n"));
    QVERIFY(rest.notes.isEmpty());
    FileFeed end(file, rest.position);
    QVERIFY(drained(end).lines.isEmpty());
}

void TestFeedSources::aFileIsRotated()
{
    const QString file = path(QStringLiteral("log.csv"));
    append(file, "one\ntwo\n");
    FileFeed feed(file, {});
    QCOMPARE(drained(feed).lines, QByteArray("one\ntwo\n"));
    QVERIFY(QFile::rename(file, path(QStringLiteral("log.1.csv"))));
    append(path(QStringLiteral("log.1.csv")), "late\nlast"); // whoever writes still has the old file
    append(file, "three\n");
    QByteArray lines;
    QStringList notes;
    QTRY_VERIFY_WITH_TIMEOUT(([&] {
        const FeedChunk chunk = drained(feed);
        lines += chunk.lines;
        notes += chunk.notes;
        return lines.contains("three");
    }()), wait);
    QCOMPARE(lines, QByteArray("late\nlast\nthree\n"));
    QVERIFY2(notes.join(u' ').contains(QStringLiteral("was replaced")), qPrintable(notes.join(u' ')));
}

void TestFeedSources::aFileIsCutShort()
{
    const QString file = path(QStringLiteral("log.csv"));
    append(file, "one\ntwo\n");
    FileFeed feed(file, {});
    drained(feed);
    test::writeAll(file, "new\n");
    const FeedChunk chunk = drained(feed);
    QCOMPARE(chunk.lines, QByteArray("new\n"));
    QVERIFY2(chunk.notes.join(u' ').contains(QStringLiteral("cut short")), qPrintable(chunk.notes.join(u' ')));
}

// While nobody looked the file was replaced by one that is longer: what it begins with tells.
void TestFeedSources::anotherFileUnderTheName()
{
    const QString file = path(QStringLiteral("log.csv"));
    append(file, "one\ntwo\n");
    QJsonObject position;
    {
        FileFeed feed(file, {});
        position = drained(feed).position;
    }
    test::writeAll(file, "uno\ndue\ntre\nquattro\n");
    FileFeed feed(file, position);
    const FeedChunk chunk = drained(feed);
    QCOMPARE(chunk.lines, QByteArray("uno\ndue\ntre\nquattro\n"));
    QVERIFY2(chunk.notes.join(u' ').contains(QStringLiteral("another file")), qPrintable(chunk.notes.join(u' ')));
}

void TestFeedSources::waitsForAFile()
{
    const QString file = path(QStringLiteral("later.csv"));
    FileFeed feed(file, {});
    QVERIFY(drained(feed).lines.isEmpty());
    append(file, "here\n");
    QCOMPARE(drained(feed).lines, QByteArray("here\n"));
    FileFeed folder(m_folder->path(), {});
    const Result<FeedChunk> refused = folder.next(noWait);
    QVERIFY(!refused && refused.error().message.contains(QStringLiteral("folder:")));
}

void TestFeedSources::filesArriveInAFolder()
{
    append(path(QStringLiteral("b.csv")), "b1\n");
    append(path(QStringLiteral("a.csv")), "a1\na2\n");
    append(path(QStringLiteral("c.csv.part")), "never\n");
    append(path(QStringLiteral("d.csv.gz")), "packed\n");
    FolderFeed feed(m_folder->path(), {});
    const FeedChunk first = drained(feed);
    QCOMPARE(first.lines, QByteArray("a1\na2\nb1\n"));
    QVERIFY2(first.notes.join(u' ').contains(QStringLiteral("d.csv.gz")), qPrintable(first.notes.join(u' ')));
    append(path(QStringLiteral("a.csv")), "a3\n");
    QVERIFY(QFile::rename(path(QStringLiteral("c.csv.part")), path(QStringLiteral("c.csv"))));
    FolderFeed again(m_folder->path(), first.position);
    QCOMPARE(drained(again).lines, QByteArray("a3\nnever\n"));
    QVERIFY(drained(again).lines.isEmpty());
}

void TestFeedSources::moreFilesThanMayBeOpen()
{
    constexpr int files = 100;
    for (int i = 0; i < files; ++i)
        append(path(QStringLiteral("%1.csv").arg(i)), "line\n");
    rlimit usual{};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &usual), 0);
    rlimit few = usual;
    few.rlim_cur = 64;
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &few), 0);
    FolderFeed feed(m_folder->path(), {});
    const Result<FeedChunk> all = feed.next(noWait);
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &usual), 0);
    VERIFY_RESULT(all);
    QCOMPARE(all->lines.count('\n'), files);
    append(path(QStringLiteral("7.csv")), "more\n");
    QCOMPARE(drained(feed).lines, QByteArray("more\n"));
}

void TestFeedSources::aLastLineWithoutBreak()
{
    append(path(QStringLiteral("a.csv")), "a1\na2");
    FolderFeed feed(m_folder->path(), {});
    QCOMPARE(drained(feed).lines, QByteArray("a1\n"));
    QByteArray lines;
    QTRY_VERIFY_WITH_TIMEOUT(!(lines += drained(feed).lines).isEmpty(), 10'000);
    QCOMPARE(lines, QByteArray("a2\n"));
}

void TestFeedSources::sendersAreConfirmed()
{
    FeedSpec spec = specOf(QStringLiteral("tcp:9000"));
    spec.port = 0; // any that is free
    auto feed = SocketFeed::listen(spec, {});
    VERIFY_RESULT(feed);
    QTcpSocket one, two;
    one.connectToHost(QStringLiteral("127.0.0.1"), (*feed)->port());
    two.connectToHost(QStringLiteral("127.0.0.1"), (*feed)->port());
    one.write("a\nb\nhal");
    two.write("c\n");
    QByteArray lines;
    QTRY_COMPARE_WITH_TIMEOUT((lines += drained(**feed, 50).lines).count('\n'), 3, wait);
    for (const char *line : {"a\n", "b\n", "c\n"})
        QVERIFY(lines.contains(line));
    QVERIFY(one.bytesAvailable() == 0); // nothing is stored yet
    (*feed)->confirm();
    QTRY_COMPARE_WITH_TIMEOUT(one.bytesAvailable(), qint64(5), wait);
    QCOMPARE(one.readAll(), QByteArray("ok 2\n"));
    one.write("f\n");
    lines.clear();
    QTRY_VERIFY_WITH_TIMEOUT(!(lines += drained(**feed, 50).lines).isEmpty(), wait);
    QCOMPARE(lines, QByteArray("half\n"));
}

void TestFeedSources::aSenderVanishes()
{
    FeedSpec spec = specOf(QStringLiteral("tcp:9000"));
    spec.port = 0;
    auto feed = SocketFeed::listen(spec, {});
    VERIFY_RESULT(feed);
    QTcpSocket stalled, leaving;
    stalled.connectToHost(QStringLiteral("127.0.0.1"), (*feed)->port());
    leaving.connectToHost(QStringLiteral("127.0.0.1"), (*feed)->port());
    QVERIFY(stalled.waitForConnected(wait) && leaving.waitForConnected(wait));
    stalled.write("half of a line");
    leaving.write("whole\nhalf");
    leaving.flush();
    leaving.disconnectFromHost();
    QByteArray lines;
    QStringList notes;
    QTRY_VERIFY_WITH_TIMEOUT(([&] {
        const FeedChunk chunk = drained(**feed, 50);
        lines += chunk.lines;
        notes += chunk.notes;
        return !notes.isEmpty();
    }()), wait);
    QCOMPARE(lines, QByteArray("whole\n"));
    QVERIFY2(notes.join(u' ').contains(QStringLiteral("middle of a line")), qPrintable(notes.join(u' ')));
}

void TestFeedSources::aLocalSocket()
{
    const FeedSpec spec = specOf(QStringLiteral("socket:") + path(QStringLiteral("shop.sock")));
    auto feed = SocketFeed::listen(spec, {});
    VERIFY_RESULT(feed);
    QVERIFY(!SocketFeed::listen(spec, {})); // the one that listens keeps it
    QLocalSocket sender;
    sender.connectToServer(spec.path);
    sender.write("a\n");
    QByteArray lines;
    QTRY_VERIFY_WITH_TIMEOUT(!(lines += drained(**feed, 50).lines).isEmpty(), wait);
    QCOMPARE(lines, QByteArray("a\n"));
}

void TestFeedSources::aPortThatIsTaken()
{
    FeedSpec spec = specOf(QStringLiteral("tcp:9000"));
    spec.port = 0;
    auto feed = SocketFeed::listen(spec, {});
    VERIFY_RESULT(feed);
    spec.port = (*feed)->port();
    const auto other = SocketFeed::listen(spec, {});
    QVERIFY(!other);
    QVERIFY2(other.error().message.contains(QString::number(spec.port)), qPrintable(other.error().message));
}

void TestFeedSources::replaysAtOnce()
{
    const QString file = path(QStringLiteral("log.csv"));
    const QByteArray text = "time,user\n2024-01-01 10:00:00,a\n2024-01-02 10:00:00,b";
    test::writeAll(file, text);
    FeedSpec spec = specOf(QStringLiteral("replay:") + file);
    auto feed = ReplayFeed::open(spec, {}, timedPlan());
    VERIFY_RESULT(feed);
    const FeedChunk all = drained(**feed);
    QCOMPARE(all.lines, text + '\n');
    QVERIFY(all.hasEnded);
    auto rest = ReplayFeed::open(spec, {{QStringLiteral("lines"), 2}}, timedPlan());
    VERIFY_RESULT(rest);
    QCOMPARE(drained(**rest).lines, QByteArray("2024-01-02 10:00:00,b\n"));
}

// A day passes in a fifth of a second; what goes back in time comes at once.
void TestFeedSources::replaysInTime()
{
    const QString file = path(QStringLiteral("log.csv"));
    test::writeAll(file, "time,user\n2024-01-01 10:00:00,a\n2023-12-31 10:00:00,b\n2024-01-02 10:00:00,c\nnot a time,d\n");
    FeedSpec spec = specOf(QStringLiteral("replay:") + file);
    spec.speed = 86'400 * 5;
    auto feed = ReplayFeed::open(spec, {}, timedPlan());
    VERIFY_RESULT(feed);
    QCOMPARE((*feed)->next(noWait)->lines, QByteArray("time,user\n2024-01-01 10:00:00,a\n2023-12-31 10:00:00,b\n"));
    QVERIFY((*feed)->next(noWait)->lines.isEmpty());
    QCOMPARE((*feed)->next(wait)->lines, QByteArray("2024-01-02 10:00:00,c\nnot a time,d\n"));
    QVERIFY((*feed)->next(noWait)->hasEnded);
}

// What would have come meanwhile is not made up for.
void TestFeedSources::aReplayThatWasPaused()
{
    const QString file = path(QStringLiteral("log.csv"));
    test::writeAll(file, "time,user\n2024-01-01 10:00:00,a\n2024-01-02 10:00:00,b\n");
    FeedSpec spec = specOf(QStringLiteral("replay:") + file);
    spec.speed = 86'400 * 2; // half a second a day
    qint64 now = 0;
    auto feed = ReplayFeed::open(spec, {}, timedPlan(), WaitingClock([&now] { return now; }));
    VERIFY_RESULT(feed);
    QCOMPARE((*feed)->next(noWait)->lines, QByteArray("time,user\n2024-01-01 10:00:00,a\n"));
    (*feed)->setPaused(true);
    now += 700;
    (*feed)->setPaused(false);
    QVERIFY((*feed)->next(noWait)->lines.isEmpty());
    now += 500;
    QCOMPARE((*feed)->next(wait)->lines, QByteArray("2024-01-02 10:00:00,b\n"));
}

FORETRAIL_TEST_MAIN(TestFeedSources, QCoreApplication)
#include "tst_feedsources.moc"
