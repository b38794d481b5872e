// A job tells how far it is, and so do its parts, in terms of the whole.
#include "core/jobs/JobContext.h"
#include "tests/support/TestSupport.h"

using namespace foretrail;

class TestJobContext : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void partsCountTowardsTheWhole();
    void smallPartsMoveOn();
    void partsNeverGoBack();
    void partsStopWithTheJob();
};

// Parts of 30 and 70 of 100: half of the second is 30 + 35.
void TestJobContext::partsCountTowardsTheWhole()
{
    Progress last;
    JobContext job([&last](const Progress &progress) { last = progress; });
    JobContext second = job.part(30, 70, 100, QStringLiteral("b.csv"));
    second.report(500, 1000, QStringLiteral("row 5"));
    QCOMPARE(last.done, qint64(65));
    QCOMPARE(last.total, qint64(100));
    QCOMPARE(last.what, QStringLiteral("b.csv: row 5"));
}

// Half of the third of four parts, itself the second of two, is 13 of 16.
void TestJobContext::smallPartsMoveOn()
{
    Progress last;
    JobContext job([&last](const Progress &progress) { last = progress; }, 0);
    JobContext second = job.part(1, 1, 2);
    JobContext third = second.part(2, 1, 4);
    third.report(1, 2);
    QCOMPARE(double(last.done) / double(last.total), 13.0 / 16.0);
    third.report(1, 1);
    QCOMPARE(double(last.done) / double(last.total), 14.0 / 16.0);
}

void TestJobContext::partsNeverGoBack()
{
    QList<Progress> told;
    JobContext job([&told](const Progress &progress) { told.append(progress); });
    JobContext part = job.part(0, 100, 100);
    // Complete reports are passed on however soon they follow each other.
    part.report(1, 1);
    part.report(2, 1);
    JobContext again = job.part(0, 100, 100);
    again.report(1, 1);
    part.report(-5, 0);
    for (const Progress &progress : told)
        QCOMPARE(progress.done, qint64(100));
    QVERIFY(!told.isEmpty());
}

void TestJobContext::partsStopWithTheJob()
{
    JobContext job;
    JobContext part = job.part(0, 1, 2);
    QVERIFY(!part.stopRequested());
    job.requestStop();
    QVERIFY(part.stopRequested());
}

FORETRAIL_TEST_MAIN(TestJobContext, QCoreApplication)
#include "tst_jobcontext.moc"
