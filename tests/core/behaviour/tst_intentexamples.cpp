// Cut-offs, labels and features worked out by hand on a few shoppers, and that nothing behind a cut-off changes them.
#include "core/behaviour/intent/IntentFeatures.h"
#include "tests/core/behaviour/ShopperLogs.h"
#include "tests/support/TestSupport.h"

#include <cmath>

using namespace foretrail;
using namespace foretrail::test;

namespace {

const auto view = ItemAction::View, cart = ItemAction::Cart, buy = ItemAction::Purchase;

bool isNear(double a, double b, double by) { return std::abs(a - b) <= by; }

double valueOf(const std::vector<double> &x, const char *name) { return x[featureAt(name)]; }

} // namespace

class TestIntentExamples : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void labelsOfAHorizon();
    void churnIsOfBuyers();
    void learntFromIsKnownByTheEnd();
    void latestCutOffsAreHeldBack();
    void tooShort();
    void sessionsByPauses();
    void sessionsAreSeenAsOfTheEnd();
    void usualGaps();
    void featuresByHand();
    void nothingBehindTheCutOffCounts();
    void robots();
    void namesAreUnique();
};

// A user of day 5 in a horizon of two days: bought on day 6 yes, on day 7 no (the horizon ends at midnight), before it no, and who came later is not asked about.
void TestIntentExamples::labelsOfAHorizon()
{
    const ShopperLog log = logOf({{did(view, noon(1)), did(buy, noon(6))}, {did(view, noon(1)), did(buy, noon(7))}, {did(buy, noon(4))}, {did(view, noon(5)), did(buy, noon(6))}});
    const auto examples = usersAt(log, {IntentTask::Purchase, 2, true}, midnight(5));
    QCOMPARE(examples.size(), size_t(3));
    QVERIFY(examples[0].happened && !examples[1].happened && !examples[2].happened);
    QCOMPARE(examples[0].events, 1U);
}

void TestIntentExamples::churnIsOfBuyers()
{
    const ShopperLog log = logOf({{did(buy, noon(1)), did(view, noon(6))}, {did(buy, noon(1)), did(buy, noon(6))}, {did(view, noon(1))}});
    const auto buyers = usersAt(log, {IntentTask::Churn, 3, true}, midnight(5));
    QCOMPARE(buyers.size(), size_t(2)); // the third never bought
    QVERIFY(buyers[0].happened && !buyers[1].happened);
    const auto all = usersAt(log, {IntentTask::Churn, 3, false}, midnight(5));
    QCOMPARE(all.size(), size_t(3));
    QVERIFY(!all[0].happened && !all[1].happened && all[2].happened);
}

void TestIntentExamples::learntFromIsKnownByTheEnd()
{
    const ShopperLog log = logOf(cartShoppers(1, 50, 30));
    JobContext job;
    const auto split = userExamples(log, {IntentTask::Purchase, 3, true}, midnight(20), job);
    VERIFY_RESULT(split);
    for (const auto *part : {&split->training, &split->validation})
        for (const IntentExample &example : *part) {
            QVERIFY(example.moment + 3 * dayMs <= midnight(20));
            QVERIFY(log.of(example.user)[example.events - 1].time < example.moment);
        }
}

void TestIntentExamples::latestCutOffsAreHeldBack()
{
    const ShopperLog log = logOf(cartShoppers(1, 50, 30));
    JobContext job;
    const auto split = userExamples(log, {IntentTask::Purchase, 2, true}, midnight(28), job);
    VERIFY_RESULT(split);
    QVERIFY(!split->byUsers);
    QCOMPARE(split->cutOffs, 12);
    UtcMs first = std::numeric_limits<UtcMs>::max(), last = 0;
    for (const IntentExample &example : split->validation)
        first = std::min(first, example.moment);
    for (const IntentExample &example : split->training)
        last = std::max(last, example.moment);
    QCOMPARE(first, midnight(24)); // of the cut-offs on days 15 to 26 the last three
    QCOMPARE(last, midnight(22));  // whose outcome is known on day 24
    const auto few = userExamples(log, {IntentTask::Purchase, 2, true}, midnight(3), job);
    VERIFY_RESULT(few);
    QVERIFY(few->byUsers && few->cutOffs == 1);
}

void TestIntentExamples::tooShort()
{
    JobContext job;
    const auto split = userExamples(logOf({{did(view, noon(0)), did(buy, noon(2))}}), {IntentTask::Purchase, 7, true}, midnight(3), job);
    QVERIFY(!split && split.error().code == ErrorCode::TooShort);
    job.requestStop();
    const auto stopped = userExamples(logOf(cartShoppers(1, 20, 30)), {IntentTask::Purchase, 2, true}, midnight(28), job);
    QVERIFY(!stopped && stopped.error().isCancelled());
}

// Three events, half an hour and a minute of silence, then two and a purchase: asked after 1, 2 and 3, then after 1 and 2.
void TestIntentExamples::sessionsByPauses()
{
    const ShopperLog log = logOf({{did(view, noon(0)), did(view, noon(0, 1)), did(cart, noon(0, 2)), did(view, noon(0, 33)), did(view, noon(0, 40)), did(buy, noon(0, 41)), did(view, noon(0, 42))}});
    const auto examples = sessionExamples(log, 0, midnight(2));
    QCOMPARE(examples.size(), size_t(5));
    const std::vector<quint32> ends{1, 2, 3, 4, 5};
    for (size_t i = 0; i < ends.size(); ++i) {
        QCOMPARE(examples[i].events, ends[i]);
        QCOMPARE(examples[i].visit, i < 3 ? 0U : 3U);
        QCOMPARE(examples[i].happened, i >= 3);
        QCOMPARE(examples[i].moment, log.events[ends[i] - 1].time);
    }
}

// What came behind the end is not known: a session that was cut there has not bought.
void TestIntentExamples::sessionsAreSeenAsOfTheEnd()
{
    const ShopperLog log = logOf({{did(view, noon(0)), did(view, noon(0, 1)), did(buy, noon(0, 2))}});
    for (const IntentExample &example : sessionExamples(log, 0, noon(0, 2)))
        QVERIFY(!example.happened);
    QCOMPARE(sessionExamples(log, noon(0, 1), midnight(2)).size(), size_t(0));
}

// Twenty users come back after 1 to 20 days: of 20 gaps the 18th has 85 percent of them before it.
void TestIntentExamples::usualGaps()
{
    std::vector<std::vector<ShopperEvent>> users;
    for (int i = 1; i <= 20; ++i)
        users.push_back({did(buy, noon(0)), did(buy, noon(i)), did(view, noon(60))});
    const auto question = churnQuestion(logOf(users), midnight(61));
    VERIFY_RESULT(question);
    QVERIFY(question->ofPurchases);
    QCOMPARE(question->horizonDays, 18);
    for (auto &user : users)
        for (ShopperEvent &event : user)
            event.action = view;
    const auto ofEvents = churnQuestion(logOf(users), midnight(61));
    VERIFY_RESULT(ofEvents);
    QVERIFY(!ofEvents->ofPurchases);
    QCOMPARE(ofEvents->horizonDays, 20); // a third of 61 days at most
    QVERIFY(!churnQuestion(logOf({{did(view, noon(0))}}), midnight(1)));
}

// Seen on days 0 and 4, a purchase of 10 on day 2; asked at the midnight before day 5.
void TestIntentExamples::featuresByHand()
{
    const std::vector<ShopperEvent> events{did(view, noon(0), 5), did(cart, noon(0, 10), 5), did(buy, noon(2), 5), did(view, noon(4), 6), did(view, noon(4, 5), 6), did(cart, noon(4, 6), 6)};
    const ShopperLog log = logOf({events});
    LogCalendar calendar(log);
    const auto x = featuresOf(log.of(0), {0, 6, 6, midnight(5), false}, calendar);
    const auto age = [](int day, int minutes = 0) { return double(midnight(5) - noon(day, minutes)) / double(dayMs); };
    QVERIFY(isNear(valueOf(x, "views_week"), std::log(4), 1e-12));
    QVERIFY(isNear(valueOf(x, "views_day"), std::log(3), 1e-12));
    QVERIFY(isNear(valueOf(x, "cart_day"), std::log(2), 1e-12));
    QVERIFY(isNear(valueOf(x, "cart_month"), std::log(3), 1e-12));
    QVERIFY(isNear(valueOf(x, "purchases_month"), std::log(2), 1e-12));
    QCOMPARE(valueOf(x, "purchases_day"), 0.0);
    QVERIFY(isNear(valueOf(x, "purchases"), std::log(2), 1e-12));
    QVERIFY(isNear(valueOf(x, "purchase_days"), 1.5 / 8, 1e-12)); // one of five days
    QVERIFY(isNear(valueOf(x, "purchase_visits"), 1.5 / 6, 1e-12)); // one of three
    QVERIFY(isNear(valueOf(x, "active_days"), 3.0 / 6, 1e-12));
    QVERIFY(isNear(valueOf(x, "per_view"), 2.0 / 43, 1e-12));
    QVERIFY(isNear(valueOf(x, "since_event"), std::log1p(age(4, 6)), 1e-12));
    QVERIFY(isNear(valueOf(x, "since_purchase"), std::log1p(2.5), 1e-12));
    QCOMPARE(valueOf(x, "never_bought"), 0.0);
    QCOMPARE(valueOf(x, "overdue"), 0.0); // one purchase day
    QVERIFY(isNear(valueOf(x, "open_cart"), std::log(2), 1e-12)); // item 5 was bought
    QVERIFY(isNear(valueOf(x, "most_of_one"), std::log(3), 1e-12));
    QVERIFY(isNear(valueOf(x, "spent"), std::log(11), 1e-12));
    QCOMPARE(valueOf(x, "visit_events"), 0.0);
}

void TestIntentExamples::nothingBehindTheCutOffCounts()
{
    auto users = cartShoppers(3, 40, 30);
    const ShopperLog before = logOf(users);
    const IntentQuestion question{IntentTask::Purchase, 3, true};
    JobContext job;
    const auto split = userExamples(before, question, midnight(20), job);
    const auto asked = usersAt(before, question, midnight(20));
    for (auto &user : users)
        for (int i = 0; i < 50; ++i)
            user.push_back(did(buy, midnight(20) + i * 1000, 9));
    const ShopperLog after = logOf(users);
    const auto splitAfter = userExamples(after, question, midnight(20), job);
    VERIFY_RESULT(split);
    VERIFY_RESULT(splitAfter);
    QCOMPARE(featureRows(after, splitAfter->training).values, featureRows(before, split->training).values);
    QCOMPARE(featureRows(after, splitAfter->validation).values, featureRows(before, split->validation).values);
    QCOMPARE(featureRows(after, usersAt(after, question, midnight(20))).values, featureRows(before, asked).values);
    for (size_t i = 0; i < split->training.size(); ++i)
        QCOMPARE(splitAfter->training[i].happened, split->training[i].happened);
}

// A hundred thousand events of one user: all features are numbers, and only the latest are looked at one by one.
void TestIntentExamples::robots()
{
    std::vector<ShopperEvent> events;
    for (int i = 0; i < 100'000; ++i)
        events.push_back(did(i % 100 == 0 ? cart : view, noon(0, i), quint32(1 + i % 999)));
    const ShopperLog log = logOf({events});
    LogCalendar calendar(log);
    for (const double value : featuresOf(log.of(0), {0, 100'000, 99'990, log.lastTime, false}, calendar))
        QVERIFY(std::isfinite(value));
}

void TestIntentExamples::namesAreUnique()
{
    QStringList names;
    for (const IntentFeature &feature : intentFeatures()) {
        const bool hasWords = feature.scale != IntentScale::Hidden && feature.scale != IntentScale::Flag;
        QVERIFY(!names.contains(feature.name) && feature.label.contains(QStringLiteral("%1")) == hasWords);
        names << feature.name;
    }
    QCOMPARE(size_t(names.size()), intentFeatureCount());
}

FORETRAIL_TEST_MAIN(TestIntentExamples, QCoreApplication)
#include "tst_intentexamples.moc"
