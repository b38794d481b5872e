// When users bought, read from a workspace of a few events; the figures were counted by hand.
#include "core/data/FactWriter.h"
#include "core/data/PurchaseReader.h"
#include "tests/support/TestSupport.h"

#include <QTimeZone>

using namespace foretrail;

namespace {

UtcMs moment(int day, int hour = 12) { return QDateTime(QDate(2024, 1, 1).addDays(day), QTime(hour, 0), QTimeZone::utc()).toMSecsSinceEpoch(); }

DayNumber dayNumber(int day) { return moment(day, 0) / dayMs; }

struct Sale {
    int day;
    const char *user;
    double amount;
    const char *kind = "purchase";
    int hour = 12;
};

} // namespace

class TestPurchases : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void countsDaysOnce();
    void splitsAtTheCalibrationEnd();
    void daysAreThoseOfTheCalendar();
    void calibrationEndOutsideOfTheData();
    void wrongClocksAreLeftOut();
    void aShortLogIsKeptWhole();
    void manyUsersInAnyOrder();
    void withoutPurchasesOrTimes();
    void stops();

private:
    Workspace shop(const std::vector<Sale> &sales, bool hasClock = true);
    Result<PurchaseHistories> read(const std::vector<Sale> &sales, const PurchaseQuery &query = {})
    {
        Workspace workspace = shop(sales);
        return workspace.data().purchaseHistories(query, m_job);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    int m_shops = 0;
    JobContext m_job;
};

Workspace TestPurchases::shop(const std::vector<Sale> &sales, bool hasClock)
{
    Workspace workspace = std::move(*Workspace::create(m_folder->filePath(QStringLiteral("%1.foretrail").arg(++m_shops))));
    FactWriterOptions options{QStringLiteral("by hand"), QStringLiteral("events"), {}, 0, ConflictPolicy::Skip};
    options.hasClock = hasClock;
    auto writer = FactWriter::begin(workspace, options);
    quint64 number = 0;
    for (const Sale &sale : sales) {
        EventRow event;
        event.time = moment(sale.day, sale.hour);
        event.user = sale.user;
        event.kind = sale.kind;
        event.amount = sale.amount;
        event.fingerprint = ++number;
        if (!(*writer)->addEvent(event))
            qFatal("the event was not stored");
    }
    if (!(*writer)->commit({}, {}, {}, m_job))
        qFatal("the events were not stored");
    return workspace;
}

void TestPurchases::countsDaysOnce()
{
    const Result<PurchaseHistories> read = this->read({{0, "ann", 10}, {0, "ann", 5}, {9, "ann", 20}, {9, "ann", 1}, {9, "ann", 2}, {14, "ann", 7},
                                                       {3, "bob", 4}, {20, "bob", missing, "view"}});
    VERIFY_RESULT(read);
    QCOMPARE(read->users.size(), size_t(2));
    const PurchaseHistory ann = read->users[0];
    QCOMPARE(ann.repeats, 2);
    QCOMPARE(ann.firstDay, dayNumber(0));
    QCOMPARE(ann.lastDay, dayNumber(14));
    QCOMPARE(ann.firstSpend, 15.0);
    QCOMPARE(ann.repeatSpend, 30.0); // 20 + 1 + 2 + 7
    const PurchaseHistory bob = read->users[1];
    QCOMPARE(bob.repeats, 0);
    QCOMPARE(bob.lastDay, dayNumber(3));
    QCOMPARE(read->lastDay, dayNumber(20)); // somebody looked: the shop was watched until then
    QCOMPARE(read->calibrationEnd, dayNumber(20));
    QCOMPARE(read->holdoutDays, 0);
    QVERIFY(read->hasAmounts);
}

void TestPurchases::splitsAtTheCalibrationEnd()
{
    const Result<PurchaseHistories> read = this->read({{0, "ann", 10}, {5, "ann", 1}, {10, "ann", 2}, {11, "ann", 3}, {12, "ann", 3}, {12, "ann", 9},
                                                       {30, "ann", 4}, {8, "bob", 4}, {12, "cyd", 4}, {13, "cyd", 4}, {40, "dan", 1}},
                                                      {dayNumber(10), 7});
    VERIFY_RESULT(read);
    QCOMPARE(read->users.size(), size_t(2));
    QCOMPARE(read->users[0].repeats, 2);   // days 5 and 10
    QCOMPARE(read->users[0].repeatSpend, 3.0);
    QCOMPARE(read->users[0].laterDays, 2); // days 11 and 12; 30 is behind the holdout
    QCOMPARE(read->users[1].laterDays, 0);
    QCOMPARE(read->laterUsers, 2);         // cyd and dan
    QCOMPARE(read->holdoutDays, 7);
    QCOMPARE(this->read({{0, "ann", 1}, {12, "ann", 1}}, {dayNumber(10), 7})->holdoutDays, 2); // no more data
}

// Shanghai is eight hours ahead: 17 o'clock UTC belongs to the next day there.
void TestPurchases::daysAreThoseOfTheCalendar()
{
    Workspace workspace = shop({{0, "ann", 1, "purchase", 17}, {1, "ann", 1, "purchase", 3}, {1, "ann", 1, "purchase", 15}, {1, "ann", 1, "purchase", 17}});
    QCOMPARE(workspace.data().purchaseHistories({}, m_job)->users[0].repeats, 1);
    VERIFY_RESULT(workspace.setSetting(QStringLiteral("timeZone"), QStringLiteral("Asia/Shanghai")));
    const Result<PurchaseHistories> read = workspace.data().purchaseHistories({}, m_job);
    VERIFY_RESULT(read);
    QCOMPARE(read->users[0].repeats, 1); // days 1 and 2
    QCOMPARE(read->users[0].firstDay, dayNumber(1));
    QCOMPARE(read->users[0].lastDay, dayNumber(2));
}

void TestPurchases::calibrationEndOutsideOfTheData()
{
    for (const int day : {-1, 11}) {
        const Result<PurchaseHistories> read = this->read({{0, "ann", 1}, {10, "ann", 1}}, {dayNumber(day), 7});
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::InvalidInput);
        QVERIFY2(read.error().message.contains(QStringLiteral("2024-01-11")), qPrintable(read.error().message));
    }
}

void TestPurchases::wrongClocksAreLeftOut()
{
    std::vector<Sale> sales{{-19'000, "old", 1}, {27'000, "new", 1}, {27'000, "ann", 1}};
    for (int day = 0; day < 700; ++day)
        sales.push_back({day, day % 2 ? "ann" : "bob", 1});
    const Result<PurchaseHistories> read = this->read(sales);
    VERIFY_RESULT(read);
    QCOMPARE(read->strayRows, 3);
    QCOMPARE(read->users.size(), size_t(2));
    QCOMPARE(read->firstDay, dayNumber(0));
    QCOMPARE(read->lastDay, dayNumber(699));
    for (const PurchaseHistory &user : read->users)
        QCOMPARE(user.repeats, 349);
}

void TestPurchases::aShortLogIsKeptWhole()
{
    const Result<PurchaseHistories> read = this->read({{0, "ann", 1}, {900, "ann", 1}, {901, "ann", 1}});
    VERIFY_RESULT(read);
    QCOMPARE(read->strayRows, 0);
    QCOMPARE(read->users[0].repeats, 2);
}

// More purchases than one block of the sort, users by turns: 7 days each, day d at d * 3.
void TestPurchases::manyUsersInAnyOrder()
{
    Workspace workspace = std::move(*Workspace::create(m_folder->filePath(QStringLiteral("many.foretrail"))));
    auto writer = FactWriter::begin(workspace, {QStringLiteral("by hand"), QStringLiteral("events"), {}, 0, ConflictPolicy::Skip});
    constexpr int users = 20'000;
    for (int i = 0; i < users * 7; ++i) {
        const QByteArray key = QByteArray::number(i % users);
        EventRow event;
        event.time = moment(i / users * 3);
        event.user = std::string_view(key.constData(), size_t(key.size()));
        event.kind = "purchase";
        event.amount = i / users;
        event.fingerprint = quint64(i) + 1;
        VERIFY_RESULT((*writer)->addEvent(event));
    }
    VERIFY_RESULT((*writer)->commit({}, {}, {}, m_job));
    const Result<PurchaseHistories> read = workspace.data().purchaseHistories({dayNumber(12), 100}, m_job);
    VERIFY_RESULT(read);
    QCOMPARE(read->users.size(), size_t(users));
    for (const PurchaseHistory &user : read->users) {
        QCOMPARE(user.repeats, 4);
        QCOMPARE(user.laterDays, 2);
        QCOMPARE(user.repeatSpend, 10.0); // 1 + 2 + 3 + 4
    }
}

void TestPurchases::withoutPurchasesOrTimes()
{
    const Result<PurchaseHistories> looked = read({{0, "ann", missing, "view"}});
    QVERIFY(!looked);
    QCOMPARE(looked.error().code, ErrorCode::NotFound);
    const Result<PurchaseHistories> nobody = read({{0, "", 5}});
    QVERIFY(!nobody);
    QCOMPARE(nobody.error().code, ErrorCode::NotFound);
    Workspace ordered = shop({{0, "ann", 1}, {1, "ann", 1}}, false);
    const Result<PurchaseHistories> timeless = ordered.data().purchaseHistories({}, m_job);
    QVERIFY(!timeless);
    QCOMPARE(timeless.error().code, ErrorCode::InvalidInput);
    Workspace empty = std::move(*Workspace::create(m_folder->filePath(QStringLiteral("empty.foretrail"))));
    QCOMPARE(empty.data().purchaseHistories({}, m_job).error().code, ErrorCode::NotFound);
}

void TestPurchases::stops()
{
    Workspace workspace = shop({{0, "ann", 1}, {1, "ann", 1}});
    JobContext job;
    job.requestStop();
    const Result<PurchaseHistories> read = workspace.data().purchaseHistories({}, job);
    QVERIFY(!read);
    QVERIFY(read.error().isCancelled());
}

FORETRAIL_TEST_MAIN(TestPurchases, QCoreApplication)
#include "tst_purchases.moc"
