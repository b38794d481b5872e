// A thousand trainings in the queue, and a window that is watched while networks learn: how long it answers nothing, and what stays
// behind. Times and memory are printed, not judged: they are the machine's.
#include "tests/ui/StallWatch.h"
#include "tests/ui/TrainDesk.h"

#include <QFile>

#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace foretrail;
using namespace foretrail::test;

namespace {

/// Resident, in kB; 0 where the system does not say.
qint64 residentMemory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').front().toLongLong();
    return 0;
}

/// Of the heap, in kB; 0 where the library does not say.
qint64 memoryInUse()
{
#ifdef __GLIBC__
    return qint64(mallinfo2().uordblks / 1024);
#else
    return 0;
#endif
}

constexpr int many = 1000;

void makeManySeries(const QString &path)
{
    writeFacts(path, [](FactWriter &writer) {
        for (int series = 0; series < many; ++series)
            for (int day = 0; day < 80; ++day)
                VERIFY_RESULT(writer.addObservation("s" + std::to_string(series), Step::Day, WallMs(1'704'067'200'000) + day * dayMs, valueOf(day + series)));
    });
}

} // namespace

class ManyTrainingsTest : public QObject, private TrainFolders {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { makeTemplates(); }
    void init() { copyTemplates(); }
    void aThousandLeaveNothingBehind();
    void theWindowAnswersWhileNetworksLearn();
};

void ManyTrainingsTest::aThousandLeaveNothingBehind()
{
    m_shop = file(QStringLiteral("many.foretrail"));
    makeManySeries(m_shop);
    OPEN_DESK(desk);
    desk.chooseModel(QStringLiteral("naive"));
    desk.press(); // what is made once is there
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 1, longMs);
    desk.chooseSmallNetwork(100'000);
    desk.press(); // the others wait behind it
    QTRY_COMPARE_WITH_TIMEOUT(desk.jobRows(), 1, longMs);
    desk.chooseModel(QStringLiteral("naive"));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    const qsizetype objects = desk.window.findChildren<QObject *>().size() + desk.session.findChildren<QObject *>().size();
    const qint64 memoryBefore = residentMemory(), inUseBefore = memoryInUse();
    StallWatch watch;
    QTest::keyClick(desk.page()->findChild<QListView *>(QStringLiteral("seriesList")), Qt::Key_A, Qt::ControlModifier);
    const double choosing = watch.takeMs();
    desk.press();
    QCOMPARE(desk.waiting().size(), many);
    QCOMPARE(desk.jobRows(), 1); // rows are made for those that run
    QTRY_VERIFY(desk.find<QListView>("trainingQueue")->isVisible());
    const double queueing = watch.takeMs();
    desk.click("keepBestTraining");
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), many + 2, 10 * longMs);
    WAIT_QUIET(desk);
    const double longest = watch.takeMs();
    const qint64 memoryAfter = residentMemory(), inUseAfter = memoryInUse();
    QCOMPARE(storedRuns(m_shop).size(), many + 2);
    QCOMPARE(desk.waiting().size(), 0);
    QCOMPARE(desk.jobRows(), 0);
    QVERIFY(unfinished(m_shop).isEmpty());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(desk.window.findChildren<QObject *>().size() + desk.session.findChildren<QObject *>().size() <= objects);
    qInfo("%d runs: longest stall while their series are chosen %.1f ms, while they are queued %.1f ms, while they run %.1f ms; "
          "resident before %lld kB, after %lld kB; heap in use before %lld kB, after %lld kB",
          many, choosing, queueing, longest, memoryBefore, memoryAfter, inUseBefore, inUseAfter);
}

void ManyTrainingsTest::theWindowAnswersWhileNetworksLearn()
{
    OPEN_DESK(desk);
    desk.chooseSmallNetwork(300);
    desk.type("trainUnits", QStringLiteral("16"));
    StallWatch watch;
    for (int i = 1; i <= 3; ++i) {
        desk.type("trainSeed", QString::number(i));
        desk.press();
    }
    QTRY_COMPARE_WITH_TIMEOUT(desk.runs(), 3, longMs);
    WAIT_QUIET(desk);
    qInfo("3 networks of 300 epochs: longest stall %.1f ms", watch.takeMs());
    QCOMPARE(points(desk.chart()), 300);
}

FORETRAIL_TEST_MAIN(ManyTrainingsTest, QApplication)
#include "tst_many_trainings.moc"
