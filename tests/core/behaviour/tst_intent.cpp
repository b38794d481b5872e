// What is learnt of shoppers who buy the day after they put something into the cart, with one half; what is refused, and that nothing
// behind the end changes anything.
#include "core/behaviour/intent/IntentReasons.h"
#include "core/behaviour/intent/IntentLearning.h"
#include "tests/core/behaviour/ShopperLogs.h"
#include "tests/support/TestSupport.h"

#include <cmath>

using namespace foretrail;
using namespace foretrail::test;

namespace {

IntentRequest asking(IntentTask task, std::optional<UtcMs> since, const char *model = "logistic")
{
    IntentRequest request;
    request.task = task;
    request.testSince = since;
    request.model = QString::fromLatin1(model);
    request.horizonDays = task == IntentTask::Purchase ? 1 : 0;
    return request;
}

const ProbabilityScores *scoresOf(const QList<IntentEvaluation> &list, const char *model)
{
    const auto found = std::find_if(list.begin(), list.end(), [model](const IntentEvaluation &one) { return one.model == QLatin1String(model); });
    return found == list.end() ? nullptr : &found->scores;
}

bool mentions(const QStringList &notes, const char *part) { return notes.join(u' ').contains(QLatin1String(part)); }

} // namespace

class TestIntent : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsTheCart();
    void reasonsNameTheCart();
    void reasonsLieOnTheSideOfTheirFacts_data();
    void reasonsLieOnTheSideOfTheirFacts();
    void aSimpleFigureIsTakenWhereItIsBetter();
    void theNetworkIsTakenForOneInAHundred_data();
    void theNetworkIsTakenForOneInAHundred();
    void plantedEventsChangeNothing_data();
    void plantedEventsChangeNothing();
    void churnAndSessions();
    void sessionsThatEndInAPurchase();
    void autoSaysWhatTheNetworkAdds();
    void withoutPurchases();
    void oneUser();
    void fewPurchases();
    void testOutsideOfTheLog();
    void storedAndRead();
    void horizons();
};

// Who put something into the cart yesterday buys with one half, nobody else does. Whoever knows who has a cart ranks by it: with shares
// c of carts the area under the curve is 1 - (1 - .5) c / (1 - .5 c) / 2, above .9; its log loss per case is c ln 2.
void TestIntent::findsTheCart()
{
    const ShopperLog log = logOf(cartShoppers(21));
    JobContext job;
    const auto report = learnIntent(log, asking(IntentTask::Purchase, midnight(28)), job);
    VERIFY_RESULT(report);
    const ProbabilityScores *const logistic = scoresOf(report->test, "logistic"), *const rate = scoresOf(report->test, "rate");
    QVERIFY(logistic && rate);
    QVERIFY2(logistic->auc > 0.9, qPrintable(QString::number(logistic->auc)));
    QVERIFY(logistic->logLoss < 0.75 * rate->logLoss);
    QVERIFY2(logistic->ece < 0.06, qPrintable(QString::number(logistic->ece)));
    QCOMPARE(rate->auc, 0.5);
    QCOMPARE(qint64(report->asked.size()), rate->count);
    QVERIFY(report->cutOffs == 12);
}

void TestIntent::reasonsNameTheCart()
{
    const ShopperLog log = logOf(cartShoppers(22));
    JobContext job;
    const auto report = learnIntent(log, asking(IntentTask::Purchase, std::nullopt), job);
    VERIFY_RESULT(report);
    const auto most = size_t(std::max_element(report->probabilities.begin(), report->probabilities.end()) - report->probabilities.begin());
    const FeatureRows rows = featureRows(log, {report->asked[most]});
    const auto reasons = intentReasons(report->model, rows.row(0), 3);
    QVERIFY(!reasons.empty() && reasons.size() <= 3);
    QVERIFY2(reasons[0].name.contains(QStringLiteral("cart")) && reasons[0].subject == QStringLiteral("marks"), qPrintable(reasons[0].name));
    QVERIFY2(reasons[0].odds > 0 && reasons[0].text.endsWith(QStringLiteral(": 1 (typical: 0.1)")), qPrintable(reasons[0].text));
    QVERIFY(report->test.isEmpty() && !report->validation.isEmpty());
}

void TestIntent::reasonsLieOnTheSideOfTheirFacts_data()
{
    QTest::addColumn<int>("task");
    QTest::newRow("purchase") << int(IntentTask::Purchase);
    QTest::newRow("churn") << int(IntentTask::Churn);
}

// What is more than typical speaks for a purchase (time that has passed: against it), whatever else is like it: no weight has the
// other sign, each subject is told once, and what is told of a user is where the user is.
void TestIntent::reasonsLieOnTheSideOfTheirFacts()
{
    QFETCH(int, task);
    const ShopperLog log = logOf(cartShoppers(29));
    JobContext job;
    const auto report = learnIntent(log, asking(IntentTask(task), std::nullopt), job);
    VERIFY_RESULT(report);
    const LogisticRegression &logistic = report->model.logistic;
    const std::vector<int> directions = featureDirections(IntentTask(task));
    for (size_t f = 0; f < directions.size(); ++f)
        QVERIFY(logistic.weights()[f] * directions[f] >= 0);
    const FeatureRows rows = featureRows(log, report->asked);
    size_t told = 0;
    for (size_t i = 0; i < rows.count(); ++i) {
        QStringList subjects;
        for (const IntentReason &reason : intentReasons(report->model, rows.row(i), 9)) {
            const size_t f = featureAt(reason.name.toLatin1().constData());
            QVERIFY2(reason.odds * directions[f] * (rows.row(i)[f] - logistic.means()[f]) > 0 || directions[f] == 0, qPrintable(reason.text));
            QVERIFY(!subjects.contains(reason.subject) && std::abs(reason.odds) >= 0.05 && std::abs(logistic.standardised(rows.row(i))[f]) >= 0.2);
            subjects << reason.subject;
            ++told;
        }
    }
    QVERIFY(told > rows.count());
}

// Whoever bought more buys more, and all else is drawn without regard to it: few cases, in which many features find what is not there.
void TestIntent::aSimpleFigureIsTakenWhereItIsBetter()
{
    std::mt19937_64 random(12);
    const auto chance = [&random](double p) { return double(random() >> 11) * 0x1.0p-53 < p; };
    std::vector<std::vector<ShopperEvent>> users;
    for (int user = 0; user < 80; ++user) {
        std::vector<ShopperEvent> events;
        for (int day = 0; day < 12; ++day) {
            for (int i = 0; i < int(random() % 6); ++i)
                events.push_back(did(chance(0.3) ? ItemAction::Cart : ItemAction::View, noon(day, i), quint32(1 + random() % 50)));
            if (chance(user % 4 == 0 ? 0.6 : 0.05))
                events.push_back(did(ItemAction::Purchase, noon(day, 30), quint32(100 + random() % 50)));
        }
        users.push_back(events);
    }
    const ShopperLog log = logOf(users);
    JobContext job;
    const auto learnt = [&](const char *model) { return learnIntent(log, asking(IntentTask::Purchase, midnight(11), model), job); };
    const auto report = learnt("auto");
    VERIFY_RESULT(report);
    QVERIFY2(report->model.chosen == QStringLiteral("purchases") || report->model.chosen == QStringLiteral("recency"), qPrintable(report->model.chosen));
    QVERIFY(mentions(report->notes, "simple figure alone"));
    for (const char *other : {"rate", "recency", "purchases", "logistic"})
        QVERIFY(scoresOf(report->validation, qPrintable(report->model.chosen))->logLoss <= scoresOf(report->validation, other)->logLoss / (1 - leastIntentGain));
    const auto simple = learnt(qPrintable(report->model.chosen));
    VERIFY_RESULT(simple);
    QCOMPARE(simple->probabilities, report->probabilities);
    const ProbabilityScores *const taken = scoresOf(report->test, qPrintable(report->model.chosen));
    QVERIFY2(taken->ece < 0.15, qPrintable(QString::number(taken->ece))); // the share in a tenth of 80 users has a standard error of up to .18, the mean of ten less
    const auto read = IntentModel::fromJson(report->model.toJson());
    VERIFY_RESULT(read);
    QCOMPARE(intentProbabilities(*read, log, report->asked), report->probabilities);
}

void TestIntent::theNetworkIsTakenForOneInAHundred_data()
{
    QTest::addColumn<bool>("orderTells");
    QTest::newRow("the order tells all") << true;
    QTest::newRow("the order tells nothing") << false;
}

// A look and a cart each day, in one order or the other, which no count sees. Where those buy the next day who looked first, the network
// gains far more than the hundredth that it must; where buyers are drawn without regard to the order, it cannot.
void TestIntent::theNetworkIsTakenForOneInAHundred()
{
    QFETCH(bool, orderTells);
    std::mt19937_64 random(8);
    std::vector<std::vector<ShopperEvent>> users(160);
    for (auto &events : users)
        for (int day = 0; day < 12; ++day) {
            const bool looksFirst = random() % 2 == 0, buys = orderTells ? looksFirst : random() % 2 == 0;
            const quint32 item = quint32(1 + random() % 40);
            events.push_back(did(looksFirst ? ItemAction::View : ItemAction::Cart, noon(day), item));
            events.push_back(did(looksFirst ? ItemAction::Cart : ItemAction::View, noon(day, 3), item));
            if (buys)
                events.push_back(did(ItemAction::Purchase, midnight(day + 1) + 600'000, 99));
        }
    IntentRequest request = asking(IntentTask::Purchase, midnight(11), "auto");
    request.triesLstm = false;
    JobContext job;
    const auto report = learnIntent(logOf(users), request, job);
    VERIFY_RESULT(report);
    double least = INFINITY;
    for (const char *other : {"rate", "recency", "purchases", "logistic"})
        least = std::min(least, scoresOf(report->validation, other)->logLoss);
    const double network = scoresOf(report->validation, "gru")->logLoss;
    QCOMPARE(report->model.chosen == QStringLiteral("gru"), network <= (1 - leastIntentGain) * least);
    QCOMPARE(report->model.chosen == QStringLiteral("gru"), orderTells);
}

void TestIntent::plantedEventsChangeNothing_data()
{
    QTest::addColumn<int>("task");
    QTest::addColumn<QString>("model");
    QTest::newRow("purchase") << int(IntentTask::Purchase) << QStringLiteral("logistic");
    QTest::newRow("purchase, network") << int(IntentTask::Purchase) << QStringLiteral("gru");
    QTest::newRow("churn") << int(IntentTask::Churn) << QStringLiteral("logistic");
}

// The same probabilities to the last digit, whatever users (old ones and new ones) do from the end on.
void TestIntent::plantedEventsChangeNothing()
{
    QFETCH(int, task);
    QFETCH(QString, model);
    auto users = cartShoppers(23, 120);
    JobContext job;
    const IntentRequest request = asking(IntentTask(task), midnight(20), qPrintable(model));
    const auto before = learnIntent(logOf(users), request, job);
    VERIFY_RESULT(before);
    for (size_t user = 0; user < users.size(); user += 2)
        for (int i = 0; i < 30; ++i)
            users[user].push_back(did(i % 3 ? ItemAction::Purchase : ItemAction::Cart, midnight(20) + i * 1000, 7));
    users.push_back({did(ItemAction::Purchase, midnight(21), 7)});
    const auto after = learnIntent(logOf(users), request, job);
    VERIFY_RESULT(after);
    QCOMPARE(after->probabilities, before->probabilities);
    QVERIFY(after->test.front().scores.positives != before->test.front().scores.positives);
}

void TestIntent::churnAndSessions()
{
    const ShopperLog log = logOf(cartShoppers(24));
    JobContext job;
    const auto churn = learnIntent(log, asking(IntentTask::Churn, midnight(22)), job);
    VERIFY_RESULT(churn);
    QVERIFY(churn->model.question.ofPurchases && churn->model.question.horizonDays >= 1);
    QVERIFY(scoresOf(churn->test, "logistic")->auc > 0.6); // the busy ones come back
    const auto sessions = learnIntent(log, asking(IntentTask::Session, std::nullopt), job);
    // Purchases begin their session here: nothing is asked before them, so nobody buys later.
    VERIFY_RESULT(sessions);
    QCOMPARE(sessions->model.chosen, QStringLiteral("rate"));
    QVERIFY(mentions(sessions->notes, "too few"));
}

// Sessions of four steps; with a cart among the first two three of four buy, without one nobody. What is planted behind the cut-off
// (more of the session that runs, a purchase in it) changes nothing that was learnt.
void TestIntent::sessionsThatEndInAPurchase()
{
    std::mt19937_64 random(33);
    std::vector<std::vector<ShopperEvent>> users;
    for (int user = 0; user < 150; ++user) {
        std::vector<ShopperEvent> events;
        for (int day = user % 3; day < 30; day += 3) {
            const bool hasCart = random() % 3 == 0;
            events.push_back(did(ItemAction::View, noon(day), quint32(1 + random() % 40)));
            events.push_back(did(hasCart ? ItemAction::Cart : ItemAction::View, noon(day, 1), quint32(1 + random() % 40)));
            events.push_back(did(ItemAction::View, noon(day, 2), quint32(1 + random() % 40)));
            if (hasCart && random() % 4 != 0)
                events.push_back(did(ItemAction::Purchase, noon(day, 3), events.back().item));
        }
        users.push_back(events);
    }
    JobContext job;
    const UtcMs since = noon(20, 2); // in the middle of the sessions of that day
    const auto before = learnIntent(logOf(users), asking(IntentTask::Session, since), job);
    VERIFY_RESULT(before);
    QVERIFY2(scoresOf(before->test, "logistic")->auc > 0.75, qPrintable(QString::number(scoresOf(before->test, "logistic")->auc)));
    QVERIFY(scoresOf(before->test, "logistic")->logLoss < 0.9 * scoresOf(before->test, "rate")->logLoss);
    for (auto &user : users)
        user.push_back(did(ItemAction::Purchase, noon(20, 10), 3));
    const auto after = learnIntent(logOf(users), asking(IntentTask::Session, since), job);
    VERIFY_RESULT(after);
    QCOMPARE(after->model.toJson(), before->model.toJson());
}

void TestIntent::autoSaysWhatTheNetworkAdds()
{
    const ShopperLog log = logOf(cartShoppers(25, 150, 20));
    JobContext job;
    const auto report = learnIntent(log, asking(IntentTask::Purchase, midnight(18), "auto"), job);
    VERIFY_RESULT(report);
    QVERIFY(scoresOf(report->test, "gru") && scoresOf(report->test, "lstm") && scoresOf(report->test, "recency") && scoresOf(report->test, "purchases"));
    QVERIFY(mentions(report->notes, "log loss"));
    const double taken = scoresOf(report->validation, qPrintable(report->model.chosen))->logLoss;
    QVERIFY(taken <= scoresOf(report->validation, "rate")->logLoss);
}

// One kind alone. Purchases cannot be told; who stays away can.
void TestIntent::withoutPurchases()
{
    auto users = cartShoppers(26);
    for (auto &user : users)
        for (ShopperEvent &event : user)
            event.action = ItemAction::View;
    const ShopperLog log = logOf(users);
    JobContext job;
    const auto purchase = learnIntent(log, asking(IntentTask::Purchase, std::nullopt), job);
    QVERIFY(!purchase && purchase.error().code == ErrorCode::NotFound && purchase.error().message.contains(QStringLiteral("churn")));
    const auto churn = learnIntent(log, asking(IntentTask::Churn, std::nullopt), job);
    VERIFY_RESULT(churn);
    QVERIFY(!churn->model.question.ofPurchases && mentions(churn->notes, "not seen at all"));
}

void TestIntent::oneUser()
{
    std::vector<ShopperEvent> events;
    for (int day = 0; day < 30; day += 2)
        events.push_back(did(ItemAction::Purchase, noon(day)));
    JobContext job;
    const auto report = learnIntent(logOf({events}), asking(IntentTask::Purchase, std::nullopt), job);
    VERIFY_RESULT(report);
    QCOMPARE(report->model.chosen, QStringLiteral("rate"));
    QVERIFY(report->probabilities.size() == 1 && report->probabilities[0] > 0.2 && report->probabilities[0] < 0.8);
}

// Two events each, and three who ever bought.
void TestIntent::fewPurchases()
{
    std::vector<std::vector<ShopperEvent>> users;
    for (int user = 0; user < 200; ++user)
        users.push_back({did(ItemAction::View, noon(user % 25)), did(user % 70 == 0 ? ItemAction::Purchase : ItemAction::View, noon(user % 25 + 2))});
    JobContext job;
    const auto report = learnIntent(logOf(users), asking(IntentTask::Purchase, std::nullopt, "auto"), job);
    VERIFY_RESULT(report);
    QCOMPARE(report->model.chosen, QStringLiteral("rate"));
    QVERIFY(mentions(report->notes, "too few for a model"));
}

void TestIntent::testOutsideOfTheLog()
{
    const ShopperLog log = logOf(cartShoppers(27, 60));
    JobContext job;
    for (const UtcMs since : {midnight(-5), midnight(100)}) {
        const auto report = learnIntent(log, asking(IntentTask::Purchase, since), job);
        QVERIFY(!report && report.error().code == ErrorCode::InvalidInput);
    }
    IntentRequest late = asking(IntentTask::Purchase, midnight(28));
    late.horizonDays = 7;
    const auto report = learnIntent(log, late, job);
    QVERIFY(!report && report.error().code == ErrorCode::InvalidInput && report.error().message.contains(QStringLiteral("horizon")));
}

void TestIntent::storedAndRead()
{
    const ShopperLog log = logOf(cartShoppers(28, 150, 20));
    JobContext job;
    for (const char *model : {"logistic", "gru", "rate"}) {
        const auto report = learnIntent(log, asking(IntentTask::Purchase, std::nullopt, model), job);
        VERIFY_RESULT(report);
        const auto read = IntentModel::fromJson(report->model.toJson());
        VERIFY_RESULT(read);
        QCOMPARE(intentProbabilities(*read, log, report->asked), report->probabilities);
    }
}

void TestIntent::horizons()
{
    QCOMPARE(usualIntentHorizon(8), 1);
    QCOMPARE(usualIntentHorizon(9), 3);
    QCOMPARE(usualIntentHorizon(20), 3);
    QCOMPARE(usualIntentHorizon(21), 7);
    ShopperLog log = logOf({{did(ItemAction::View, noon(0)), did(ItemAction::View, noon(2))}});
    QCOMPARE(endOfLog(log), noon(2) + 1);
    log = logOf({{did(ItemAction::View, noon(2, 11 * 60))}});
    QCOMPARE(endOfLog(log), midnight(3));
    // 60 days make a week usual; three of them are left behind the test.
    JobContext job;
    IntentRequest request = asking(IntentTask::Purchase, midnight(57));
    request.horizonDays = 0;
    const auto late = learnIntent(logOf(cartShoppers(29, 150, 60)), request, job);
    VERIFY_RESULT(late);
    QCOMPARE(late->model.question.horizonDays, 3);
    QVERIFY(mentions(late->notes, "Days ahead: 3"));
    request.testSince = midnight(40);
    const auto early = learnIntent(logOf(cartShoppers(29, 150, 60)), request, job);
    VERIFY_RESULT(early);
    QCOMPARE(early->model.question.horizonDays, 7);
}

FORETRAIL_TEST_MAIN(TestIntent, QCoreApplication)
#include "tst_intent.moc"
