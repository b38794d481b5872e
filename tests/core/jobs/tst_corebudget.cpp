#include "core/jobs/CoreBudget.h"
#include "tests/support/TestSupport.h"

using namespace foretrail;

class TestCoreBudget : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sharesTheCores_data()
    {
        QTest::addColumn<int>("cores");
        QTest::addColumn<int>("asked");
        QTest::addColumn<bool>("leavesOne");
        QTest::addColumn<int>("trainings");
        QTest::addColumn<int>("workers");
        QTest::newRow("one core") << 1 << 2 << true << 1 << 1;
        QTest::newRow("two, all for one") << 2 << 1 << false << 1 << 2;
        QTest::newRow("two, shared by two") << 2 << 2 << false << 2 << 1;
        QTest::newRow("two, one stays free: two cannot run") << 2 << 2 << true << 1 << 1;
        QTest::newRow("eight, shared by two") << 8 << 2 << false << 2 << 4;
        QTest::newRow("eight, one stays free") << 8 << 2 << true << 2 << 3;
        QTest::newRow("nonsense is put right") << 0 << 0 << false << 1 << 1;
    }
    void sharesTheCores()
    {
        QFETCH(int, cores);
        QFETCH(int, asked);
        QFETCH(bool, leavesOne);
        QFETCH(int, trainings);
        QFETCH(int, workers);
        QCOMPARE(coreBudget(cores, asked, leavesOne), (CoreBudget{trainings, workers}));
    }
    void limitsWorkers()
    {
        QVERIFY(mostTrainingWorkers() > 1000);
        limitTrainingWorkers(0);
        QCOMPARE(mostTrainingWorkers(), 1);
        limitTrainingWorkers(3);
        QCOMPARE(mostTrainingWorkers(), 3);
    }
};

FORETRAIL_TEST_MAIN(TestCoreBudget, QCoreApplication)
#include "tst_corebudget.moc"
