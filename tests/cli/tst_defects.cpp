// A million rows with defects of every kind, each of them at a known place: what an import says of them is exact.
#include "core/data/Import.h"
#include "tests/cli/CliRun.h"
#include "tests/cli/Content.h"
#include "tests/cli/DefectFile.h"

#include <QElapsedTimer>

#include <csignal>

using namespace foretrail;
using test::Defect;

class TestDefects : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void ledgerIsExact();
    void secondImportStoresNone();
    void cancelledAtHalf();
    void interruptedProgram();
    void fileTooLarge_data();
    void fileTooLarge();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    Result<ImportReport> import(Workspace &workspace, JobContext &job);
    /// A workspace that holds something already.
    void makeSmall(const QString &path);

    QTemporaryDir m_folder;
    test::DefectFile m_file;
};

namespace {

const QMap<Defect, qint64> counts{
    {Defect::BadDate, 997}, {Defect::BadNumber, 1009}, {Defect::TooManyColumns, 1013}, {Defect::TooFewColumns, 1019},
    {Defect::UnclosedQuote, 499}, {Defect::BadBytes, 503}, {Defect::NoTime, 307}, {Defect::NoQuantity, 311},
    {Defect::NumberOutOfRange, 401}, {Defect::DateOutOfRange, 409}, {Defect::Copy, 10'007}, {Defect::NoUser, 20'011},
    {Defect::Return, 5003}, {Defect::LineBreak, 2003},
};
constexpr qint64 rows = 1'000'000;
constexpr quint64 seed = 20261124;

const QString map = QStringLiteral("time=time,user=user,item=item,quantity=quantity,price=price,session=invoice");

/// read = stored + duplicate + rejected + filtered
bool addsUp(const ImportReport &report)
{
    return report.read == report.stored + report.duplicate + report.rejected + report.filtered;
}

} // namespace

void TestDefects::initTestCase()
{
    m_file = test::DefectFile::write(path(QStringLiteral("defects.csv")), rows, counts, seed);
    QCOMPARE(m_file.rejected(), qint64(997 + 1009 + 1013 + 1019 + 499 + 503 + 307 + 311 + 401 + 409));
}

Result<ImportReport> TestDefects::import(Workspace &workspace, JobContext &job)
{
    const QString file = path(QStringLiteral("defects.csv"));
    const auto preview = previewFile(file, job);
    if (!preview)
        return fail(preview.error());
    ImportPlan plan = preview->plan;
    plan.setKind(SourceKind::Sales);
    plan.encoding = QStringLiteral("UTF-8"); // the bad bytes are good ones elsewhere
    if (const auto mapped = applyMap(plan, map.split(QLatin1Char(','))); !mapped)
        return fail(mapped.error());
    return importFile(workspace, file, plan, job);
}

void TestDefects::makeSmall(const QString &path)
{
    const QString file = this->path(QStringLiteral("small.csv"));
    test::writeAll(file, "time,user,item,quantity,price\n2024-01-01 10:00:00,u1,i1,1,2.5\n2024-01-02 10:00:00,u2,i2,2,2.5\n");
    const test::CliRun run = test::runCli({QStringLiteral("import"), path, file});
    VERIFY_CODE(run, 0);
}

void TestDefects::ledgerIsExact()
{
    auto workspace = Workspace::create(path(QStringLiteral("full.foretrail")));
    VERIFY_RESULT(workspace);
    JobContext job;
    const auto report = import(*workspace, job);
    VERIFY_RESULT(report);
    QVERIFY(addsUp(*report));
    QCOMPARE(report->read, rows);
    QCOMPARE(report->rejected, m_file.rejected());
    QCOMPARE(report->duplicate, m_file.count(Defect::Copy));
    QCOMPARE(report->stored, m_file.stored());
    QCOMPARE(report->filtered, qint64(0));
    QCOMPARE(report->returns, m_file.count(Defect::Return));
    QCOMPARE(report->withoutUser, m_file.count(Defect::NoUser));
    QCOMPARE(report->netRevenueRead, m_file.net); // quarters add up exactly
    QCOMPARE(report->netRevenueStored, m_file.netStored);
    const auto listed = listRejects(*workspace, report->importId, 0, int(rows));
    VERIFY_RESULT(listed);
    std::vector<test::DefectFile::Reject> rejects;
    for (const RejectedRow &reject : *listed)
        rejects.push_back({reject.line, reject.column});
    QCOMPARE(rejects.size(), m_file.rejects.size());
    QVERIFY(rejects == m_file.rejects); // every one at its line, by its column
    const auto summary = workspace->data().summary();
    VERIFY_RESULT(summary);
    QCOMPARE(summary->events, m_file.stored());
}

void TestDefects::secondImportStoresNone()
{
    auto workspace = Workspace::open(path(QStringLiteral("full.foretrail")));
    VERIFY_RESULT(workspace);
    const auto events = [&] { return workspace->connection().integer("SELECT count(*) FROM events"); };
    const qint64 before = events();
    JobContext job;
    const auto report = import(*workspace, job);
    VERIFY_RESULT(report);
    QVERIFY(addsUp(*report));
    QCOMPARE(report->stored, qint64(0));
    QCOMPARE(report->duplicate, m_file.stored() + m_file.count(Defect::Copy));
    QCOMPARE(report->rejected, m_file.rejected());
    QCOMPARE(events(), before);
}

void TestDefects::cancelledAtHalf()
{
    const QString small = path(QStringLiteral("half.foretrail"));
    makeSmall(small);
    const QByteArray before = test::contentOf(small);
    QVERIFY(!before.isEmpty());
    {
        auto workspace = Workspace::open(small);
        VERIFY_RESULT(workspace);
        std::shared_ptr<std::atomic<bool>> flag;
        qint64 stoppedAt = 0, total = 0;
        JobContext job([&](const Progress &progress) {
            if (progress.total == 0 || progress.done * 2 < progress.total || stoppedAt != 0)
                return;
            stoppedAt = progress.done;
            total = progress.total;
            flag->store(true);
        });
        flag = job.stopFlag();
        const auto report = import(*workspace, job);
        QVERIFY(!report && report.error().isCancelled());
        QVERIFY(stoppedAt * 2 >= total && stoppedAt < total);
    }
    QCOMPARE(test::contentOf(small), before);
}

// Ctrl+C in the middle: the moment is a share of what a whole import takes, so it is tried until it hits.
void TestDefects::interruptedProgram()
{
    const QString small = path(QStringLiteral("interrupted.foretrail"));
    makeSmall(small);
    const QByteArray before = test::contentOf(small);
    constexpr int mostTries = 8;
    int waitMs = 900;
    int code = -1;
    for (int tries = 0; tries < mostTries && code != 3; ++tries, waitMs /= 2) {
        QProcess process;
        process.start(test::cliProgram(), {QStringLiteral("import"), small, path(QStringLiteral("defects.csv")), QStringLiteral("--map"), map,
                                           QStringLiteral("--kind"), QStringLiteral("sales")});
        QVERIFY(process.waitForStarted());
        if (process.waitForFinished(waitMs))
            continue;
        ::kill(pid_t(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(60'000));
        code = process.exitCode();
    }
    QCOMPARE(code, 3);
    QCOMPARE(test::contentOf(small), before);
}

void TestDefects::fileTooLarge_data()
{
    QTest::addColumn<int>("kilobytes");
    QTest::newRow("before the first page is kept") << 512;
    QTest::newRow("in the middle of the rows") << 24'576;
}

// A disk that is full cannot be had without being root; a limit on the size of files fails the same writes.
void TestDefects::fileTooLarge()
{
    QFETCH(int, kilobytes);
    const QString small = path(QStringLiteral("full%1.foretrail").arg(kilobytes));
    makeSmall(small);
    const QByteArray before = test::contentOf(small);
    const QString command = QStringLiteral("ulimit -f %1; exec \"$0\" \"$@\"").arg(kilobytes);
    QProcess process;
    process.start(QStringLiteral("/bin/bash"), {QStringLiteral("-c"), command, test::cliProgram(), QStringLiteral("import"), small,
                                                path(QStringLiteral("defects.csv")), QStringLiteral("--map"), map, QStringLiteral("--kind"),
                                                QStringLiteral("sales")});
    QVERIFY(process.waitForFinished(120'000));
    const QString message = QString::fromUtf8(process.readAllStandardError());
    QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 1, qPrintable(message));
    QVERIFY2(message.contains(QStringLiteral(".foretrail")) && message.contains(QStringLiteral("disk"), Qt::CaseInsensitive), qPrintable(message));
    QCOMPARE(test::contentOf(small), before);
}

FORETRAIL_TEST_MAIN(TestDefects, QCoreApplication)
#include "tst_defects.moc"
