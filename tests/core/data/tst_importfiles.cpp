// Several files imported in one way as one group: what each became, how far all of them are, and what stopping leaves.
#include "core/data/ImportFiles.h"
#include "tests/core/data/HistoryTest.h"
#include "tests/core/data/ZipBuilder.h"

using namespace foretrail;
using namespace foretrail::test;

class TestImportFiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void filesOfOneShapeAreAGroup();
    void oddFilesDoNotHoldUpTheOthers();
    void partsAreTheirOwn();
    void firstFailureEndsIt();
    void stoppingKeepsWhatIsDone();
    void progressRunsOverAllFiles();
    void groupGoesOn();
};

namespace {

using State = FileOutcome::State;

QByteArray day(int number, int rows = 3)
{
    QByteArray csv = salesHeader;
    for (int i = 0; i < rows; ++i)
        csv += QByteArray::number(100'000 * number + i) + ",A" + QByteArray::number(i % 3) + ",LAMP,1,2011-01-"
             + QByteArray::number(number).rightJustified(2, '0') + " 08:00:00,2.50,u" + QByteArray::number(i % 5) + '\n';
    return csv;
}

/// Files written to the folder of a shop, with the plan that the first is guessed to have.
AlikeFiles filesOf(HistoryShop &shop, const QList<QByteArray> &texts)
{
    AlikeFiles files;
    for (const QByteArray &text : texts)
        files.files.append({shop.write(text), {}});
    const ImportPreview preview = previewFile(files.files.front(), shop.job).value();
    files.plan = preview.plan;
    files.header = preview.header;
    return files;
}

/// The last that was told of each file.
QList<FileOutcome> outcomes(HistoryShop &shop, const AlikeFiles &files)
{
    QList<FileOutcome> last(files.files.size());
    const Result<void> done = importAlike(shop.workspace, files, [&](qsizetype at, const FileOutcome &outcome) { last[at] = outcome; }, shop.job);
    if (!done)
        qFatal("%s", qPrintable(done.error().message));
    return last;
}

} // namespace

void TestImportFiles::filesOfOneShapeAreAGroup()
{
    HistoryShop shop;
    const QList<FileOutcome> all = outcomes(shop, filesOf(shop, {day(1), day(2), day(3)}));
    for (const FileOutcome &outcome : all) {
        QVERIFY(outcome.state == State::Done);
        QCOMPARE(outcome.report.group, qint64(1));
        QCOMPARE(outcome.report.stored, qint64(3));
    }
    QCOMPARE(importGroup(shop.workspace, 1)->imports.size(), 3);
}

void TestImportFiles::oddFilesDoNotHoldUpTheOthers()
{
    HistoryShop shop;
    AlikeFiles files = filesOf(shop, {day(1), salesHeader, "when,who\n2011-01-01,u1\n", day(2).replace("2011-01-02", "no day"), day(3)});
    files.files.append({shop.folder.filePath(QStringLiteral("gone.csv")), {}});
    files.files.append({shop.write({}), {}});
    const QList<FileOutcome> all = outcomes(shop, files);
    const QList<State> expected{State::Done, State::Empty, State::Differs, State::Differs, State::Done, State::Failed, State::Empty};
    for (int at = 0; at < expected.size(); ++at)
        QVERIFY2(all[at].state == expected[at], qPrintable(QStringLiteral("file %1: %2").arg(at).arg(int(all[at].state))));
    QVERIFY2(all[5].problem.contains(QStringLiteral("gone.csv")), qPrintable(all[5].problem));
    QCOMPARE(shop.summary().events, qint64(6));
    QCOMPARE(groupsOf(listImports(shop.workspace).value()).size(), 1);
}

// Two days in one archive, one in another, one as it is: the part of the first means nothing for the others.
void TestImportFiles::partsAreTheirOwn()
{
    HistoryShop shop;
    const QString two = shop.folder.filePath(QStringLiteral("two.zip")), one = shop.folder.filePath(QStringLiteral("one.zip"));
    writeZip(two, {{QStringLiteral("a.csv"), day(1)}, {QStringLiteral("b.csv"), day(2)}});
    writeZip(one, {{QStringLiteral("c.csv"), day(3)}});
    AlikeFiles files;
    files.files = findSources({two, one, shop.write(day(4))}, shop.job).value();
    QCOMPARE(files.files.size(), 4);
    const ImportPreview preview = previewFile(files.files.front(), shop.job).value();
    files.plan = preview.plan;
    files.header = preview.header;
    QStringList parts;
    for (const FileOutcome &outcome : outcomes(shop, files)) {
        QVERIFY2(outcome.state == State::Done, qPrintable(outcome.problem));
        parts << outcome.report.part;
    }
    QCOMPARE(parts, (QStringList{QStringLiteral("a.csv"), QStringLiteral("b.csv"), QString(), QString()}));
    QCOMPARE(shop.summary().events, qint64(12));
}

// A plan that does not fit the file that a person looked at is put right by the person.
void TestImportFiles::firstFailureEndsIt()
{
    HistoryShop shop;
    AlikeFiles files = filesOf(shop, {day(1), day(1), day(2)});
    files.plan.conflict = ConflictPolicy::Abort;
    shop.import(day(1));
    int told = 0;
    const Result<void> done = importAlike(shop.workspace, files, [&](qsizetype, const FileOutcome &) { ++told; }, shop.job);
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::InvalidInput);
    QCOMPARE(told, 1);
    QCOMPARE(shop.summary().events, qint64(3));
}

void TestImportFiles::stoppingKeepsWhatIsDone()
{
    HistoryShop shop;
    const AlikeFiles files = filesOf(shop, {day(1), day(2), day(3)});
    JobContext job;
    QList<std::pair<qsizetype, State>> told;
    const Result<void> done = importAlike(shop.workspace, files, [&](qsizetype at, const FileOutcome &outcome) {
        told.append({at, outcome.state});
        if (at == 1)
            job.requestStop();
    }, job);
    QVERIFY(!done && done.error().isCancelled());
    QCOMPARE(told, (QList<std::pair<qsizetype, State>>{{0, State::Importing}, {0, State::Done}, {1, State::Importing}}));
    QCOMPARE(shop.summary().events, qint64(3));
    QCOMPARE(listImports(shop.workspace)->size(), 1);
    VERIFY_RESULT(shop.workspace.checkIntegrity());
}

// Never back, and never beyond the bytes of the files that are done and of the one that is read.
void TestImportFiles::progressRunsOverAllFiles()
{
    HistoryShop shop;
    const AlikeFiles files = filesOf(shop, {day(1, 300), day(2, 3000), day(3, 30)});
    QList<qint64> ends;
    qint64 total = 0;
    for (const SourceFile &file : files.files)
        ends << (total += QFileInfo(file.path).size());
    qsizetype now = 0;
    qint64 last = 0;
    int reports = 0;
    bool isInOrder = true;
    JobContext job([&](const Progress &progress) {
        isInOrder = isInOrder && progress.total == total && progress.done >= last && progress.done <= ends[now];
        last = progress.done;
        ++reports;
    });
    VERIFY_RESULT(importAlike(shop.workspace, files, [&](qsizetype at, const FileOutcome &) { now = at; }, job));
    QVERIFY(reports > 0);
    QVERIFY2(isInOrder, qPrintable(QString::number(last)));
    QCOMPARE(last, total);
}

void TestImportFiles::groupGoesOn()
{
    HistoryShop shop;
    outcomes(shop, filesOf(shop, {day(1), day(2)}));
    AlikeFiles more = filesOf(shop, {day(3)});
    more.group = 1;
    QCOMPARE(outcomes(shop, more).front().report.group, qint64(1));
    QCOMPARE(importGroup(shop.workspace, 1)->imports.size(), 3);
}

FORETRAIL_TEST_MAIN(TestImportFiles, QCoreApplication)
#include "tst_importfiles.moc"
