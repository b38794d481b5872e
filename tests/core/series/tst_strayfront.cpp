#include "core/series/StrayFront.h"
#include "tests/support/TestSupport.h"

using namespace foretrail;

/// Expected values follow from the definition by hand.
class TestStrayFront : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsWhereTheMainPartBegins_data()
    {
        QTest::addColumn<std::vector<double>>("values");
        QTest::addColumn<qint64>("stray");
        std::vector<double> log(75, 0.0);
        log[0] = 1;
        log[70] = 1;
        log[73] = 2;
        log[74] = 18;
        for (const double day : {4620, 4182, 4248, 4517, 4324, 4185, 5009, 5143, 5707})
            log.push_back(day);
        QTest::newRow("a few rows of an earlier year") << log << qint64(75);
        std::vector<double> gaps = log;
        for (double &value : gaps)
            value = value == 0 ? missing : value;
        QTest::newRow("gaps are as empty as zeros") << gaps << qint64(75);
        QTest::newRow("nothing odd") << std::vector<double>{5, 6, 0, 7, 5, 6, 0, 7} << qint64(0);
        QTest::newRow("sales now and then") << std::vector<double>{1, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1} << qint64(0);
        QTest::newRow("a shop that grows") << std::vector<double>{1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024} << qint64(0);
        QTest::newRow("one day is no main part") << std::vector<double>{1, 0, 0, 0, 0, 0, 0, 5000} << qint64(0);
        QTest::newRow("empty") << std::vector<double>{} << qint64(0);
        QTest::newRow("zeros") << std::vector<double>(20, 0.0) << qint64(0);
    }
    void findsWhereTheMainPartBegins()
    {
        QFETCH(std::vector<double>, values);
        QFETCH(qint64, stray);
        QCOMPARE(strayFront(values), stray);
    }
};

FORETRAIL_TEST_MAIN(TestStrayFront, QCoreApplication)
#include "tst_strayfront.moc"
