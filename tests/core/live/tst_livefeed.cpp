// What a feed stores is what an import of the same lines stores, row for row and total for total, however the lines came in.
#include "core/data/Import.h"
#include "core/data/ImportHistory.h"
#include "core/data/feed/FeedWriter.h"
#include "core/data/feed/OldEvents.h"
#include "core/live/LiveFeed.h"
#include "tests/core/data/WhatCounts.h"
#include "tests/support/TestSupport.h"

#include <random>

using namespace foretrail;

namespace {

/// Sales with returns, repeated lines, bad lines and a clock in disorder; whole amounts, so that sums do not depend on their order.
QByteArray log(int rows)
{
    std::mt19937 random(11);
    QByteArray csv = "time,user,item,description,quantity,price\n";
    for (int i = 0; i < rows; ++i) {
        const int day = 1 + i * 27 / rows, user = int(random() % 40), item = int(random() % 15);
        const bool isReturn = random() % 12 == 0;
        const QByteArray name = "thing " + QByteArray::number(item) + (random() % 5 < 2 ? " old" : " new"); // the commoner one is to win
        const QByteArray line = QStringLiteral("2024-03-%1 %2:%3:%4,u%5,i%6,%7,%8,%9\n")
                                    .arg(day, 2, 10, QLatin1Char('0')).arg(random() % 24, 2, 10, QLatin1Char('0')).arg(random() % 60, 2, 10, QLatin1Char('0'))
                                    .arg(random() % 60, 2, 10, QLatin1Char('0')).arg(user).arg(item).arg(QString::fromLatin1(name)).arg(isReturn ? -1 : 1 + int(random() % 3)).arg(5 + item).toUtf8();
        csv += line;
        if (random() % 25 == 0)
            csv += line;
        if (random() % 40 == 0)
            csv += "no time,u1,i1,thing,1,5\n";
    }
    return csv;
}

QStringList contentOf(Workspace &workspace, const QString &file)
{
    return test::whatCounts(workspace.connection()).replaceInStrings(file, QStringLiteral("FILE"));
}

} // namespace

class TestLiveFeed : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void equalsAnImport_data();
    void equalsAnImport();
    void jsonLines();
    void linesSentTwiceAreStoredOnce();
    void headersComeAgain();
    void rejectsNameTheLine();
    void goesOnInAnotherRun();
    void aFailureLeavesNothing();
    void takenBackMeanwhile();
    void othersImportMeanwhile();
    void plansThatDoNotFit();
    void followsAReplay();
    void growingFile();
    void keepsTheLastDays();
    void realLogs_data();
    void realLogs();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    ImportPlan planOf(const QString &file);
    Workspace imported(const QString &file);
    std::unique_ptr<FeedWriter> writer(Workspace &workspace, const std::optional<ImportPlan> &plan, const QString &source = QStringLiteral("feed"));

    std::unique_ptr<QTemporaryDir> m_folder;
    JobContext m_job;
};

void TestLiveFeed::init() { m_folder = std::make_unique<QTemporaryDir>(); }

ImportPlan TestLiveFeed::planOf(const QString &file)
{
    const Result<ImportPreview> preview = settledPreview(file, previewFile(file, m_job)->plan, m_job);
    return preview ? preview->plan : ImportPlan();
}

Workspace TestLiveFeed::imported(const QString &file)
{
    Result<Workspace> workspace = Workspace::create(file + QStringLiteral(".foretrail"));
    [&] { VERIFY_RESULT(importFile(*workspace, file, planOf(file), m_job)); }();
    return std::move(*workspace);
}

std::unique_ptr<FeedWriter> TestLiveFeed::writer(Workspace &workspace, const std::optional<ImportPlan> &plan, const QString &source)
{
    Result<std::unique_ptr<FeedWriter>> writer = FeedWriter::open(workspace, source, plan);
    return writer ? std::move(*writer) : nullptr;
}

void TestLiveFeed::equalsAnImport_data()
{
    QTest::addColumn<int>("batches");
    QTest::newRow("at once") << 1;
    QTest::newRow("in seven parts") << 7;
    QTest::newRow("line by line") << 400;
}

void TestLiveFeed::equalsAnImport()
{
    QFETCH(int, batches);
    const QString file = path(QStringLiteral("log.csv"));
    test::writeAll(file, log(300));
    Workspace expected = imported(file);
    Result<Workspace> workspace = Workspace::create(path(QStringLiteral("live.foretrail")));
    VERIFY_RESULT(workspace);
    const auto feed = writer(*workspace, planOf(file));
    QVERIFY(feed);
    const QList<QByteArray> lines = log(300).split('\n');
    for (int i = 0; i < batches; ++i) {
        QByteArray batch;
        for (qsizetype line = lines.size() * i / batches; line < lines.size() * (i + 1) / batches; ++line)
            batch += lines[line].isEmpty() ? QByteArray() : lines[line] + '\n';
        VERIFY_RESULT(feed->store(batch, {{QStringLiteral("batch"), i}}, 0, m_job));
    }
    QCOMPARE(contentOf(*workspace, QStringLiteral("feed")), contentOf(expected, file));
    VERIFY_RESULT(workspace->checkIntegrity());
    const ImportReport report = listImports(*workspace)->front(), plain = listImports(expected)->front();
    for (const auto count : {&ImportReport::read, &ImportReport::stored, &ImportReport::duplicate, &ImportReport::rejected, &ImportReport::returns,
                             &ImportReport::returnsMatched})
        QCOMPARE(report.*count, plain.*count);
    QVERIFY(report.rejected > 0 && report.duplicate > 0 && report.returnsMatched > 0);
    QCOMPARE(listImports(*workspace)->size(), 1);
    QCOMPARE(feed->state().lines, qint64(lines.size() - 1));
}

void TestLiveFeed::jsonLines()
{
    const QString file = path(QStringLiteral("log.jsonl"));
    QByteArray text;
    for (int i = 0; i < 30; ++i)
        text += QStringLiteral(R"({"time": "2024-03-%1 10:00:00", "user": "u%2", "item": "i%3", "event": "view"})").arg(i % 28 + 1, 2, 10, QLatin1Char('0')).arg(i % 5).arg(i).toUtf8() + '\n';
    test::writeAll(file, text);
    Workspace expected = imported(file);
    Result<Workspace> workspace = Workspace::create(path(QStringLiteral("live.foretrail")));
    VERIFY_RESULT(workspace);
    const auto feed = writer(*workspace, planOf(file));
    QVERIFY(feed);
    const qsizetype half = text.indexOf('\n', text.size() / 2) + 1;
    VERIFY_RESULT(feed->store(text.first(half), {}, 0, m_job));
    VERIFY_RESULT(feed->store(text.sliced(half) + "no json\n", {}, 0, m_job));
    QCOMPARE(contentOf(*workspace, QStringLiteral("feed")), contentOf(expected, file));
    QCOMPARE(feed->total().rejected, qint64(1));
}

void TestLiveFeed::linesSentTwiceAreStoredOnce()
{
    const QString file = path(QStringLiteral("log.csv"));
    test::writeAll(file, log(100));
    Workspace expected = imported(file);
    Result<Workspace> workspace = Workspace::create(path(QStringLiteral("live.foretrail")));
    VERIFY_RESULT(workspace);
    ImportPlan plan = planOf(file);
    plan.duplicates = DuplicateRule::None; // as a whole file counts once, a feed tells rows apart nevertheless
    const auto feed = writer(*workspace, plan);
    for (int time = 0; time < 3; ++time)
        VERIFY_RESULT(feed->store(log(100), {}, 0, m_job));
    QCOMPARE(workspace->data().summary()->events, expected.data().summary()->events);
    QCOMPARE(feed->total().duplicate, feed->total().read - feed->total().stored - feed->total().rejected);
}

void TestLiveFeed::headersComeAgain()
{
    const QString file = path(QStringLiteral("log.csv"));
    test::writeAll(file, log(50));
    Result<Workspace> workspace = Workspace::create(path(QStringLiteral("live.foretrail")));
    VERIFY_RESULT(workspace);
    const auto feed = writer(*workspace, planOf(file));
    const Result<ImportReport> stored = feed->store("time,user,item,description,quantity,price\n2024-03-01 10:00:00,a,b,thing,1,5\n time, user,item,description,quantity,price\n2024-03-02 10:00:00,a,b,thing,1,5\n", {}, 0, m_job);
    VERIFY_RESULT(stored);
    QCOMPARE(stored->stored, qint64(2));
    QCOMPARE(stored->rejected, qint64(0));
}

// Lines that are too long or too wide are refused alone, and the ledger says where they were.
void TestLiveFeed::rejectsNameTheLine()
{
    const QString file = path(QStringLiteral("log.csv"));
    test::writeAll(file, log(50));
    Result<Workspace> workspace = Workspace::create(path(QStringLiteral("live.foretrail")));
    VERIFY_RESULT(workspace);
    const auto feed = writer(*workspace, planOf(file));
    const QByteArray good = "2024-03-01 10:00:00,a,b,thing,1,5\n", wide = QByteArray(50'000, ',') + '\n';
    VERIFY_RESULT(feed->store(good, {}, 0, m_job));
    const Result<ImportReport> stored = feed->store("bad,a,b,thing,1,5\n" + wide + "2024-03-02 10:00:00,a,b,thing,1,5\n\x1f\x8b\x08 packed?\n", {}, 1, m_job);
    VERIFY_RESULT(stored);
    QCOMPARE(stored->stored, qint64(1));
    const Result<QList<RejectedRow>> rejects = listRejects(*workspace, feed->total().importId, 0, 10);
    VERIFY_RESULT(rejects);
    QList<qint64> lines;
    for (const RejectedRow &row : *rejects)
        lines << row.line;
    std::sort(lines.begin(), lines.end());
    QCOMPARE(lines, QList<qint64>({1, 2, 3, 5})); // the one that was passed over stood behind line 1
    QVERIFY(feed->state().lines == 5);
}

void TestLiveFeed::goesOnInAnotherRun()
{
    const QString file = path(QStringLiteral("log.csv"));
    test::writeAll(file, log(50));
    Result<Workspace> workspace = Workspace::create(path(QStringLiteral("live.foretrail")));
    VERIFY_RESULT(workspace);
    VERIFY_RESULT(writer(*workspace, planOf(file))->store("2024-03-01 10:00:00,a,b,thing,1,5\n", {{QStringLiteral("offset"), 34}}, 0, m_job));
    const auto again = writer(*workspace, std::nullopt);
    QVERIFY(again);
    QCOMPARE(again->state().position[QStringLiteral("offset")].toInt(), 34);
    QCOMPARE(again->state().lines, qint64(1));
    VERIFY_RESULT(again->store("2024-03-01 10:00:00,a,b,thing,1,5\n2024-03-03 10:00:00,a,b,thing,1,5\n", {}, 0, m_job));
    QCOMPARE(workspace->data().summary()->events, qint64(2));
    QCOMPARE(listImports(*workspace)->size(), 2); // each run is an import that can be taken back
    QCOMPARE(feedsOf(*workspace)->size(), 1);
}

// Half of the lines are there when the job is stopped: nothing of them stays, and the same lines can be stored again.
void TestLiveFeed::aFailureLeavesNothing()
{
    const QString file = path(QStringLiteral("log.csv"));
    test::writeAll(file, log(200));
    Workspace expected = imported(file);
    Result<Workspace> workspace = Workspace::create(path(QStringLiteral("live.foretrail")));
    VERIFY_RESULT(workspace);
    const auto feed = writer(*workspace, planOf(file));
    JobContext stopped;
    stopped.requestStop();
    QVERIFY(!feed->store(log(200), {{QStringLiteral("offset"), 1}}, 0, stopped));
    QCOMPARE(workspace->data().summary()->events, qint64(0));
    QVERIFY(feed->state().position.isEmpty() && feedsOf(*workspace)->front().position.isEmpty());
    VERIFY_RESULT(feed->store(log(200), {{QStringLiteral("offset"), 1}}, 0, m_job));
    QCOMPARE(contentOf(*workspace, QStringLiteral("feed")), contentOf(expected, file));
}

void TestLiveFeed::takenBackMeanwhile()
{
    const QString file = path(QStringLiteral("log.csv"));
    test::writeAll(file, log(50));
    Result<Workspace> workspace = Workspace::create(path(QStringLiteral("live.foretrail")));
    VERIFY_RESULT(workspace);
    const auto feed = writer(*workspace, planOf(file));
    VERIFY_RESULT(feed->store("2024-03-01 10:00:00,a,b,thing,1,5\n", {}, 0, m_job));
    VERIFY_RESULT(undoImport(*workspace, feed->total().importId, m_job));
    VERIFY_RESULT(feed->store("2024-03-02 10:00:00,a,b,thing,1,5\n", {}, 0, m_job));
    QCOMPARE(workspace->data().summary()->events, qint64(1));
    QCOMPARE(listImports(*workspace)->size(), 2);
}

// Rows that another import brought are known at once.
void TestLiveFeed::othersImportMeanwhile()
{
    const QString file = path(QStringLiteral("log.csv"));
    test::writeAll(file, log(50));
    Result<Workspace> workspace = Workspace::create(path(QStringLiteral("live.foretrail")));
    VERIFY_RESULT(workspace);
    const auto feed = writer(*workspace, planOf(file));
    VERIFY_RESULT(feed->store("2024-02-01 10:00:00,a,b,thing,1,5\n", {}, 0, m_job));
    Result<Workspace> other = Workspace::open(workspace->path());
    VERIFY_RESULT(other);
    VERIFY_RESULT(importFile(*other, file, planOf(file), m_job));
    const qint64 events = workspace->data().summary()->events;
    const Result<ImportReport> again = feed->store(log(50), {}, 0, m_job);
    VERIFY_RESULT(again);
    QCOMPARE(again->stored, qint64(0));
    QCOMPARE(workspace->data().summary()->events, events);
}

void TestLiveFeed::plansThatDoNotFit()
{
    Result<Workspace> workspace = Workspace::create(path(QStringLiteral("live.foretrail")));
    VERIFY_RESULT(workspace);
    const auto unknown = FeedWriter::open(*workspace, QStringLiteral("feed"), std::nullopt);
    QVERIFY(!unknown && unknown.error().code == ErrorCode::InvalidInput);
    ImportPlan plan;
    plan.format = SourceFormat::Workbook;
    QVERIFY(!FeedWriter::open(*workspace, QStringLiteral("feed"), plan));
    plan.format = SourceFormat::Delimited;
    plan.encoding = QStringLiteral("UTF-16LE");
    QVERIFY(!FeedWriter::open(*workspace, QStringLiteral("feed"), plan));
    QVERIFY(!latestPlan(*workspace)->has_value());
}

void TestLiveFeed::followsAReplay()
{
    const QString file = path(QStringLiteral("log.csv"));
    test::writeAll(file, log(500));
    Workspace expected = imported(file);
    Result<Workspace> workspace = Workspace::create(path(QStringLiteral("live.foretrail")));
    VERIFY_RESULT(workspace);
    LiveOptions options;
    options.plan = planOf(file);
    QList<LiveTick> ticks;
    const Result<FeedSpec> spec = FeedSpec::fromText(QStringLiteral("replay:") + file);
    VERIFY_RESULT(spec);
    const Result<ImportReport> total = followFeed(*workspace, *spec, options, [&ticks](const LiveTick &tick) { ticks.append(tick); }, m_job);
    VERIFY_RESULT(total);
    QCOMPARE(contentOf(*workspace, spec->text()), contentOf(expected, file));
    QVERIFY(!ticks.isEmpty());
    qint64 stored = 0;
    for (const LiveTick &tick : ticks)
        stored += tick.since.stored;
    QCOMPARE(stored, total->stored);
    QCOMPARE(ticks.back().toJson()[QStringLiteral("stored_in_all")].toInteger(), total->stored);
    const Result<ImportReport> again = followFeed(*workspace, *spec, {}, [](const LiveTick &) {}, m_job); // it has been replayed
    VERIFY_RESULT(again);
    QCOMPARE(again->read, qint64(0));
}

void TestLiveFeed::growingFile()
{
    const QString file = path(QStringLiteral("log.csv"));
    const QByteArray text = log(300);
    test::writeAll(file, text);
    const ImportPlan plan = planOf(file);
    Workspace expected = imported(file);
    test::writeAll(file, text.first(1000)); // in the middle of a line
    Result<Workspace> workspace = Workspace::create(path(QStringLiteral("live.foretrail")));
    VERIFY_RESULT(workspace);
    LiveOptions options;
    options.plan = plan;
    options.tickMs = 1;
    JobContext job;
    qsizetype written = 1000;
    const Result<ImportReport> total = followFeed(*workspace, *FeedSpec::fromText(file), options, [&](const LiveTick &tick) {
        QFile grows(file);
        if (written < text.size() && grows.open(QIODevice::Append))
            written += grows.write(text.sliced(written, std::min<qsizetype>(777, text.size() - written)));
        else if (tick.lines == text.count('\n'))
            job.requestStop();
    }, job);
    VERIFY_RESULT(total);
    QCOMPARE(contentOf(*workspace, QStringLiteral("file:") + file), contentOf(expected, file));
}

// What is left counts as if the rest had never come: returns of a sale that is gone are matched with nothing, users of it are gone.
void TestLiveFeed::keepsTheLastDays()
{
    const QString file = path(QStringLiteral("log.csv")), late = path(QStringLiteral("late.csv"));
    const QByteArray all = log(300);
    test::writeAll(file, all);
    QByteArray kept;
    for (const QByteArray &line : all.split('\n'))
        if (line.startsWith("time,") || line.left(10) >= "2024-03-18")
            kept += line.isEmpty() ? line : line + '\n';
    test::writeAll(late, kept);
    Workspace expected = imported(late);
    Result<Workspace> workspace = Workspace::create(path(QStringLiteral("live.foretrail")));
    VERIFY_RESULT(workspace);
    LiveOptions options;
    options.plan = planOf(file);
    options.watchesShop = true;
    options.learns = false;
    options.tickMs = 0;
    options.keepDays = 10;
    QStringList notes;
    const auto spec = FeedSpec::fromText(QStringLiteral("replay:") + file);
    VERIFY_RESULT(followFeed(*workspace, *spec, options, [&notes](const LiveTick &tick) { notes += tick.notes; }, m_job));
    // The last line is of 28 March, so what came before the 18th of that hour is gone at some tick; the rest of that day by hand.
    QVERIFY(!notes.isEmpty());
    VERIFY_RESULT(forgetEventsBefore(*workspace, 1'710'720'000'000, m_job)); // 18 March
    QVERIFY(notes.first().contains(QStringLiteral("10 days")));
    QStringList live = contentOf(*workspace, spec->text()), plain = contentOf(expected, late);
    for (QStringList *rows : {&live, &plain})
        rows->removeIf([](const QString &row) { return row.startsWith(QStringLiteral("item|")); }); // names are of all that came
    QCOMPARE(live, plain);
    VERIFY_RESULT(workspace->checkIntegrity());
}

void TestLiveFeed::realLogs_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("Online Retail") << QStringLiteral("online_retail/online_retail_2010-12_to_2011-09.csv.gz");
    QTest::newRow("Taobao") << QStringLiteral("taobao/UserBehavior.csv");
}

// But for sums of money, which depend on the order of adding, all is the same.
void TestLiveFeed::realLogs()
{
    QFETCH(QString, name);
    const QString file = test::sharedFile(name);
    if (file.isEmpty())
        QSKIP("the public logs are not beside the project");
    Result<Workspace> expected = Workspace::create(path(QStringLiteral("import.foretrail")));
    VERIFY_RESULT(expected);
    const ImportPlan plan = planOf(file);
    VERIFY_RESULT(importFile(*expected, file, plan, m_job));
    Result<Workspace> workspace = Workspace::create(path(QStringLiteral("live.foretrail")));
    VERIFY_RESULT(workspace);
    LiveOptions options;
    options.plan = plan;
    const Result<FeedSpec> spec = FeedSpec::fromText(QStringLiteral("replay:") + file);
    VERIFY_RESULT(spec);
    VERIFY_RESULT(followFeed(*workspace, *spec, options, [](const LiveTick &) {}, m_job));
    const auto content = [](Workspace &one, const QString &source) {
        QStringList rows = contentOf(one, source);
        rows.removeIf([](const QString &row) { return row.startsWith(QStringLiteral("user|")) || row.startsWith(QStringLiteral("import|")); });
        return rows;
    };
    const QStringList live = content(*workspace, spec->text()), plain = content(*expected, file);
    QVERIFY(plain.size() > 10'000);
    QCOMPARE(live.size(), plain.size());
    QVERIFY(live == plain); // the difference would be a page of rows
    const DataSummary a = *workspace->data().summary(), b = *expected->data().summary();
    QCOMPARE(a.users, b.users);
    QVERIFY(std::abs(a.netRevenue - b.netRevenue) <= 1e-9 * std::abs(b.netRevenue));
}

FORETRAIL_TEST_MAIN(TestLiveFeed, QCoreApplication)
#include "tst_livefeed.moc"
