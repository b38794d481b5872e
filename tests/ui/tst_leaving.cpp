// The question on closing the window while work goes on: it is there as long as there is something to lose.
#include "tests/ui/UiTest.h"

#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>

using namespace foretrail;
using namespace foretrail::test;

class TestLeaving : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void questionGoesWithItsJob();
    void questionStaysForOtherJobs();
};

namespace {

/// Work that ends by itself when the gate is opened.
void start(Desk &desk, QSemaphore &gate, const QString &title, Lane lane)
{
    desk.session().jobs().start<bool>({title, lane, true, true}, [&gate](JobContext &job) -> Result<bool> {
        while (!gate.tryAcquire(1, 10))
            if (job.stopRequested())
                return fail(Error::cancelled());
        return true;
    }, nullptr, [](Result<bool>) {});
}

bool isAsked(Desk &desk) { return desk.window().findChild<QDialog *>(QStringLiteral("confirm")) != nullptr; }

} // namespace

void TestLeaving::questionGoesWithItsJob()
{
    QSemaphore gate; // outlives the window, whose jobs wait for it
    Desk desk;
    QSignalSpy said(&desk.session(), &AppSession::said);
    start(desk, gate, QStringLiteral("Importing sales.csv"), Lane::Write);
    QVERIFY(!desk.window().close());
    QVERIFY(isAsked(desk));
    gate.release();
    QTRY_VERIFY(!isAsked(desk));
    QVERIFY2(desk.window().isVisible(), "nobody has said that it is to be closed");
    QCOMPARE(said.size(), 1);
    QVERIFY2(said[0][0].toString().contains(QStringLiteral("Close Foretrail again")), qPrintable(said[0][0].toString()));
    QVERIFY(desk.window().close());
}

void TestLeaving::questionStaysForOtherJobs()
{
    QSemaphore first, second;
    Desk desk;
    start(desk, first, QStringLiteral("Importing sales.csv"), Lane::Write);
    start(desk, second, QStringLiteral("Training sheep"), Lane::Train);
    QSignalSpy ended(&desk.session().jobs(), &JobRunner::jobEnded);
    QVERIFY(!desk.window().close());
    first.release();
    QTRY_VERIFY(ended.size() >= 1 && desk.session().jobs().jobs().size() == 1);
    QVERIFY(isAsked(desk));
    desk.click("confirmYes");
    QTRY_VERIFY(!desk.window().isVisible());
    QVERIFY(desk.isIdle());
}

FORETRAIL_TEST_MAIN(TestLeaving, QApplication)
#include "tst_leaving.moc"
