// Scores and names of recency, frequency and value. Cuts and scores of the list were computed by numpy 1.24:
// quantile(x, [.2, .4, .6, .8], method="inverted_cdf") and searchsorted(cuts, x, side="left") + 1.
#include "core/behaviour/segments/Rfm.h"
#include "tests/support/TestSupport.h"

#include <QSet>

using namespace foretrail;

namespace {

/// Users 1 and on with these orders; the n-th bought last n days before the end, and 10 n in all.
ShopFigures shopOf(const std::vector<double> &orders)
{
    ShopFigures shop;
    shop.lastDay = 19000;
    shop.hasPurchases = shop.hasAmounts = true;
    shop.users.resize(orders.size() + 1);
    for (size_t i = 1; i < shop.users.size(); ++i) {
        UserFigures &user = shop.users[i];
        user.events = user.orders = quint32(orders[i - 1]);
        user.purchaseDays = user.activeDays = 1;
        user.lastDay = user.lastVisit = 19000 - qint32(i);
        user.value = 10.0 * double(i);
    }
    shop.count = qint64(orders.size());
    return shop;
}

const std::vector<double> listed{3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4, 6, 26, 43};

} // namespace

class TestRfm : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cutsOfNumpy();
    void scoresOfNumpy();
    void recencyIsBestWhenSmall();
    void tiesStayTogether();
    void skewedFrequencyHasFixedCuts();
    void everyCellHasOneName();
    void namesAreThoseOfTheirRanges();
    void byVisits();
    void withoutTimesOrUsers();
};

void TestRfm::cutsOfNumpy() { QCOMPARE(quintileCuts(listed), (RfmCuts{3, 4, 6, 9})); }

void TestRfm::scoresOfNumpy()
{
    const std::vector<int> expected{1, 1, 2, 1, 3, 4, 1, 3, 3, 1, 3, 4, 4, 4, 4, 1, 1, 1, 4, 2, 3, 5, 5};
    const RfmTable table = rfmOf(shopOf(listed));
    QVERIFY(!table.isFrequencyFixed);
    QCOMPARE(table.scored, 23);
    for (size_t i = 0; i < expected.size(); ++i)
        QCOMPARE(int(table.users[i + 1].f), expected[i]);
}

// 23 users 1 to 23 days ago, values the other way round: the cuts are the 5th, 10th, 14th and 19th by the same rule.
void TestRfm::recencyIsBestWhenSmall()
{
    const RfmTable table = rfmOf(shopOf(listed));
    QCOMPARE(table.recency, (RfmCuts{5, 10, 14, 19}));
    QCOMPARE(table.money, (RfmCuts{50, 100, 140, 190}));
    QCOMPARE(int(table.users[1].r), 5);
    QCOMPARE(int(table.users[5].r), 5);
    QCOMPARE(int(table.users[6].r), 4);
    QCOMPARE(int(table.users[23].r), 1);
    QCOMPARE(int(table.users[1].m), 1);
    QCOMPARE(int(table.users[23].m), 5);
}

void TestRfm::tiesStayTogether()
{
    const RfmTable table = rfmOf(shopOf(listed));
    for (size_t a = 0; a < listed.size(); ++a)
        for (size_t b = 0; b < listed.size(); ++b)
            if (listed[a] == listed[b])
                QCOMPARE(table.users[a + 1].f, table.users[b + 1].f);
}

void TestRfm::skewedFrequencyHasFixedCuts()
{
    const RfmTable table = rfmOf(shopOf({1, 1, 1, 1, 1, 1, 1, 2, 3, 4, 5, 10}));
    QVERIFY(table.isFrequencyFixed);
    QCOMPARE(table.frequency, (RfmCuts{1, 2, 4, 9}));
    QCOMPARE(int(table.users[1].f), 1);
    QCOMPARE(int(table.users[8].f), 2);
    QCOMPARE(int(table.users[9].f), 3);
    QCOMPARE(int(table.users[10].f), 3);
    QCOMPARE(int(table.users[11].f), 4);
    QCOMPARE(int(table.users[12].f), 5);
    QVERIFY(table.cutWords().contains(QStringLiteral("fixed")));
}

void TestRfm::everyCellHasOneName()
{
    QSet<QString> seen;
    for (int r = 1; r <= 5; ++r)
        for (int f = 1; f <= 5; ++f) {
            const RfmName name = rfmNameOf(r, f);
            QVERIFY(name != RfmName::None);
            QCOMPARE(rfmNameFromKey(rfmKey(name)), name);
            QVERIFY(!rfmTitle(name).isEmpty() && !rfmWords(name).isEmpty() && !rfmWords(name, true).contains(QStringLiteral("ought")));
            seen.insert(rfmKey(name));
        }
    QCOMPARE(seen.size(), rfmNames); // and every name has a cell
    QCOMPARE(rfmNameOf(0, 0), RfmName::None);
}

// What the names are said to mean: champions recency 5 and frequency 4 or 5, loyal frequency 4 or more, new 5 and 1, at risk recency 2
// or less and frequency 3 or more (the best of them cannot be lost), hibernating 2 or less in both (the longest silent are lost).
void TestRfm::namesAreThoseOfTheirRanges()
{
    QCOMPARE(rfmNameOf(5, 5), RfmName::Champions);
    QCOMPARE(rfmNameOf(5, 4), RfmName::Champions);
    QCOMPARE(rfmNameOf(4, 5), RfmName::Loyal);
    QCOMPARE(rfmNameOf(3, 4), RfmName::Loyal);
    QCOMPARE(rfmNameOf(5, 1), RfmName::New);
    QCOMPARE(rfmNameOf(4, 1), RfmName::Promising);
    QCOMPARE(rfmNameOf(5, 3), RfmName::Potential);
    QCOMPARE(rfmNameOf(3, 3), RfmName::Attention);
    QCOMPARE(rfmNameOf(3, 1), RfmName::Sleeping);
    QCOMPARE(rfmNameOf(2, 3), RfmName::AtRisk);
    QCOMPARE(rfmNameOf(1, 4), RfmName::AtRisk);
    QCOMPARE(rfmNameOf(1, 5), RfmName::CannotLose);
    QCOMPARE(rfmNameOf(2, 2), RfmName::Hibernating);
    QCOMPARE(rfmNameOf(1, 1), RfmName::Lost);
}

void TestRfm::byVisits()
{
    ShopFigures shop = shopOf({1, 2, 3, 4, 5});
    shop.hasPurchases = shop.hasAmounts = false;
    for (UserFigures &user : shop.users) {
        user.purchaseDays = 0;
        user.sessions = user.events;
    }
    const RfmTable table = rfmOf(shop);
    QVERIFY(table.isByVisits);
    QCOMPARE(table.scored, 5);
    QCOMPARE(int(table.users[5].f), 5);
    QVERIFY(table.cutWords().contains(QStringLiteral("visits")));
}

void TestRfm::withoutTimesOrUsers()
{
    QVERIFY(rfmOf({}).isEmpty());
    ShopFigures shop = shopOf({1, 2});
    shop.hasClock = false;
    const RfmTable table = rfmOf(shop);
    QVERIFY(table.isEmpty());
    QCOMPARE(table.nameOf(1), RfmName::None);
    QVERIFY(table.cutWords().contains(QStringLiteral("time")));
    const RfmTable one = rfmOf(shopOf({7}));
    QCOMPARE(one.scored, 1);
    QCOMPARE(int(one.users[1].r), 5);
}

FORETRAIL_TEST_MAIN(TestRfm, QCoreApplication)
#include "tst_rfm.moc"
