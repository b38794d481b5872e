// States of users and the moves between them, counted by hand on short lists of days; and the state of the figures of a user against the
// last of the moves, on random ones.
#include "core/behaviour/segments/LifecycleState.h"
#include "tests/support/TestSupport.h"

#include <random>

using namespace foretrail;

namespace {

/// At risk after 10 days, lapsed after 30.
LifecycleRule someRule()
{
    LifecycleRule rule;
    rule.riskDays = 10;
    rule.lapseDays = 30;
    rule.meanGap = 5;
    return rule;
}

using Moves = std::vector<StateMove>;
using State = LifecycleState;

Moves moves(const std::vector<DayNumber> &days, DayNumber today) { return movesOf(someRule(), days, today); }

UserFigures figuresOf(const std::vector<DayNumber> &days)
{
    UserFigures user;
    user.events = user.purchaseDays = quint32(days.size());
    user.firstDay = qint32(days.front());
    user.lastDay = qint32(days.back());
    user.lastGap = days.size() > 1 ? qint32(days.back() - days[days.size() - 2]) : 0;
    return user;
}

} // namespace

class TestLifecycle : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oneUserByHand_data();
    void oneUserByHand();
    void ownRhythm();
    void stateIsTheLastMove();
    void ruleFromGaps();
    void tooFewGaps();
    void wordsOfStates();
};

void TestLifecycle::oneUserByHand_data()
{
    QTest::addColumn<std::vector<DayNumber>>("days");
    QTest::addColumn<DayNumber>("today");
    QTest::addColumn<Moves>("expected");
    const auto days = [](std::initializer_list<DayNumber> list) { return std::vector<DayNumber>(list); };
    QTest::newRow("nobody") << days({}) << DayNumber(50) << Moves{};
    QTest::newRow("new") << days({0}) << DayNumber(10) << Moves{{0, State::New}};
    QTest::newRow("new, then silent") << days({0}) << DayNumber(40) << Moves{{0, State::New}, {11, State::AtRisk}, {31, State::Lapsed}};
    QTest::newRow("active") << days({0, 4}) << DayNumber(14) << Moves{{0, State::New}, {4, State::Active}};
    QTest::newRow("at risk and back") << days({0, 4, 20}) << DayNumber(21)
                                      << Moves{{0, State::New}, {4, State::Active}, {15, State::AtRisk}, {20, State::Active}};
    QTest::newRow("lapsed and returned") << days({0, 40}) << DayNumber(45)
                                         << Moves{{0, State::New}, {11, State::AtRisk}, {31, State::Lapsed}, {40, State::Returned}};
    QTest::newRow("returned, then active") << days({0, 40, 44}) << DayNumber(45)
                                           << Moves{{0, State::New}, {11, State::AtRisk}, {31, State::Lapsed}, {40, State::Returned}, {44, State::Active}};
    QTest::newRow("on the day of the lapse") << days({0}) << DayNumber(31) << Moves{{0, State::New}, {11, State::AtRisk}, {31, State::Lapsed}};
}

void TestLifecycle::oneUserByHand()
{
    QFETCH(std::vector<DayNumber>, days);
    QFETCH(DayNumber, today);
    QFETCH(Moves, expected);
    QVERIFY(moves(days, today) == expected);
}

// Five days 20 apart: a mean gap four times that of the shop, so that 40 days of silence are no risk yet and 120 no lapse.
void TestLifecycle::ownRhythm()
{
    const std::vector<DayNumber> days{0, 20, 40, 60, 80};
    QCOMPARE(someRule().limits(5, 80).risk, 40.0);
    QCOMPARE(someRule().limits(5, 80).lapse, 120.0);
    QCOMPARE(someRule().limits(4, 60).risk, 10.0); // three gaps are no rhythm
    QCOMPARE(stateOf(someRule(), figuresOf(days), 120), State::Active);
    QCOMPARE(stateOf(someRule(), figuresOf(days), 121), State::AtRisk);
    QCOMPARE(stateOf(someRule(), figuresOf(days), 200), State::AtRisk);
    QCOMPARE(stateOf(someRule(), figuresOf(days), 201), State::Lapsed);
}

void TestLifecycle::stateIsTheLastMove()
{
    std::mt19937_64 random(5);
    for (int round = 0; round < 2000; ++round) {
        std::vector<DayNumber> days{qint64(random() % 50)};
        for (quint64 more = random() % 9; more > 0; --more)
            days.push_back(days.back() + 1 + qint64(random() % (random() % 4 == 0 ? 60 : 9)));
        const DayNumber today = days.back() + qint64(random() % 60);
        const Moves all = moves(days, today);
        QCOMPARE(all.back().state, stateOf(someRule(), figuresOf(days), today));
        for (size_t i = 1; i < all.size(); ++i)
            QVERIFY(all[i].day > all[i - 1].day && all[i].state != all[i - 1].state);
    }
}

// 100 gaps of 1 to 100 days: 80 of them are no longer than 80 days, 95 no longer than 95; their mean is 50.5.
void TestLifecycle::ruleFromGaps()
{
    ShopFigures shop;
    shop.hasPurchases = true;
    for (qint32 gap = 1; gap <= 100; ++gap)
        shop.purchaseGaps[gap] = 1;
    const LifecycleRule rule = lifecycleRuleOf(shop);
    QCOMPARE(rule.riskDays, 80.0);
    QCOMPARE(rule.lapseDays, 95.0);
    QCOMPARE(rule.meanGap, 50.5);
    QVERIFY(rule.words().contains(QStringLiteral("80")) && rule.words().contains(QStringLiteral("95")));
    shop.hasPurchases = false;
    shop.visitGaps = {{1, 100}};
    const LifecycleRule visits = lifecycleRuleOf(shop);
    QVERIFY(visits.isByVisits);
    QCOMPARE(visits.riskDays, 1.0);
    QCOMPARE(visits.lapseDays, 2.0); // never the same day
}

void TestLifecycle::tooFewGaps()
{
    ShopFigures shop;
    shop.hasPurchases = true;
    shop.purchaseGaps = {{400, 3}};
    const LifecycleRule rule = lifecycleRuleOf(shop);
    QCOMPARE(rule.riskDays, 30.0);
    QCOMPARE(rule.meanGap, 0.0);
    QVERIFY(rule.words().contains(QStringLiteral("too few gaps")));
}

void TestLifecycle::wordsOfStates()
{
    for (int state = 1; state <= lifecycleStates; ++state) {
        QCOMPARE(stateFromKey(stateKey(State(state))), State(state));
        QVERIFY(!stateTitle(State(state)).isEmpty());
    }
}

FORETRAIL_TEST_MAIN(TestLifecycle, QCoreApplication)
#include "tst_lifecycle.moc"
