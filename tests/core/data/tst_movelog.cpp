// The rows that may belong to a reversal, told from what was noted as rows passed.
#include "core/data/MoveLog.h"
#include "tests/support/TestSupport.h"

#include <random>

using namespace foretrail;

class TestMoveLog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingWithoutReturns();
    void rowsOfPairsWithAReturn();
    void endsWhenToldTo();
    void tooManyReturnsAreSaid();

private:
    std::vector<qint64> idsOf(MoveLog &log)
    {
        std::vector<qint64> ids;
        log.forEach([&](qint64 id) {
            ids.push_back(id);
            return true;
        });
        return ids;
    }
    QTemporaryDir m_folder;
};

void TestMoveLog::nothingWithoutReturns()
{
    MoveLog log(m_folder.path(), 1);
    QVERIFY(idsOf(log).empty());
    for (qint64 user = 1; user < 1000; ++user)
        log.add(user, returnPair(user, 7), false);
    QVERIFY(idsOf(log).empty());
}

// More rows than are in memory at once: every row of a pair with a return, whether it came before the return or after it.
void TestMoveLog::rowsOfPairsWithAReturn()
{
    constexpr qint64 firstId = 41, rows = 700'000, returning = 5;
    MoveLog log(m_folder.path(), firstId);
    std::mt19937_64 random(5);
    std::vector<qint64> expected;
    for (qint64 id = firstId; id < firstId + rows; ++id) {
        const qint64 user = 1 + qint64(random() % 3000), item = 1 + qint64(random() % 4);
        const bool isReturn = user == returning && id > firstId + rows / 2;
        if (random() % 3 == 0)
            continue;
        log.add(id, returnPair(user, item), isReturn);
        if (user == returning)
            expected.push_back(id);
    }
    QVERIFY(expected.size() > 100);
    std::vector<qint64> ids = idsOf(log);
    QVERIFY(std::ranges::includes(ids, expected));
    QVERIFY2(ids.size() < expected.size() + 20, qPrintable(QString::number(ids.size())));
    QVERIFY(log.isWhole() && log.hasReturn(returnPair(returning, 1)) && !log.hasReturn(returnPair(returning + 1, 1)));
}

void TestMoveLog::endsWhenToldTo()
{
    MoveLog log(m_folder.path(), 1);
    for (qint64 id = 1; id <= 10; ++id)
        log.add(id, returnPair(1, 1), true);
    int asked = 0;
    QVERIFY(!log.forEach([&](qint64) { return ++asked < 3; }));
    QCOMPARE(asked, 3);
}

void TestMoveLog::tooManyReturnsAreSaid()
{
    MoveLog log(m_folder.path(), 1);
    for (qint64 user = 1; user <= qint64(returnsAtOnce) + 10; ++user)
        log.add(user, returnPair(user, 1), true);
    QVERIFY(!log.isWhole());
}

FORETRAIL_TEST_MAIN(TestMoveLog, QCoreApplication)
#include "tst_movelog.moc"
