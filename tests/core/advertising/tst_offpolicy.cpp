// Off-policy estimates: by hand on a log of four decisions, and against a simulator whose truth is known.
#include "core/advertising/OffPolicy.h"
#include "tests/core/advertising/AdUsers.h"
#include "tests/support/TestSupport.h"

using namespace foretrail;
using test::policyNamed;

namespace {

/// Chances that are said.
class FixedPolicy : public AdPolicy {
public:
    explicit FixedPolicy(std::vector<double> chances) : AdPolicy(int(chances.size()), 0), m_chances(std::move(chances)) {}
    QString name() const override { return QStringLiteral("fixed"); }
    QString reason(const AdContext &, int) const override { return {}; }

protected:
    std::vector<double> preferences(const AdContext &) const override { return m_chances; }

private:
    std::vector<double> m_chances;
};

/// Two items, shown with a chance of a half each: item 0 earns 1 and 0, item 1 earns 1 and 1.
std::vector<LoggedDecision> fourDecisions()
{
    return {{{{1}, {}, {}}, 0, 0.5, 1}, {{{1}, {}, {}}, 1, 0.5, 1}, {{{1}, {}, {}}, 0, 0.5, 0}, {{{1}, {}, {}}, 1, 0.5, 1}};
}

OffPolicyOptions normalOptions()
{
    OffPolicyOptions options;
    options.interval = OffPolicyInterval::Normal;
    return options;
}

bool isNear(double a, double b, double tolerance = 1e-12) { return std::abs(a - b) < tolerance; }

/// A policy to judge: it has learnt on a log of its own.
std::unique_ptr<AdPolicy> learntPolicy(const char *name, const AdSimulator &shop, qint64 rounds)
{
    auto policy = std::move(*makePolicy(policyNamed(name), 4, 5));
    (void)shop.run(*policy, rounds, true, 77);
    return policy;
}

std::vector<LoggedDecision> logOf(const AdSimulator &shop, AdPolicy &policy, qint64 rounds, quint64 seed)
{
    std::vector<LoggedDecision> log;
    for (const SimulatedShowing &showing : shop.run(policy, rounds, false, seed))
        log.push_back(shop.logged(showing));
    return log;
}

} // namespace

class TestOffPolicy : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void byHand();
    void directByHand();
    void clipsByHand();
    void logisticOutcomes();
    void samePolicyEarnsWhatItEarned();
    void truthByCounting();
    void intervalsCover_data();
    void intervalsCover();
    void bootstrapNearNormal();
    void sameSeedSameNumbers();
    void littleEvidence();
    void wrongLogs();
};

// Chances 0.2 and 0.8 over 0.5: weights 0.4, 1.6, 0.4, 1.6. w r = 0.4, 1.6, 0, 1.6: IPS 3.6 / 4 = 0.9, SNIPS 3.6 / 4 = 0.9.
// Effective size 4^2 / (2 * 0.16 + 2 * 2.56) = 16 / 5.44. Variance of w r: squares 0.25, 0.49, 0.81, 0.49 / 3 = 0.68.
void TestOffPolicy::byHand()
{
    JobContext job;
    OffPolicyOptions options = normalOptions();
    options.outcomes.folds = 2;
    const auto log = fourDecisions();
    const auto report = evaluatePolicy(FixedPolicy({0.2, 0.8}), log, options, job);
    VERIFY_RESULT(report);
    QVERIFY(isNear(report->ips.value, 0.9) && isNear(report->snips.value, 0.9) && isNear(report->logged.value, 0.75));
    QVERIFY(isNear(report->effectiveSize, 16 / 5.44));
    QVERIFY(isNear(report->ips.high - report->ips.value, 1.959963984540054 * std::sqrt(0.68 / 4)));
    // w (r - 0.9): 0.04, 0.16, -0.36, 0.16; squares 0.0016 + 0.0256 + 0.1296 + 0.0256 = 0.1824
    QVERIFY(isNear(report->snips.high - report->snips.value, 1.959963984540054 * std::sqrt(0.1824) / 4));
    QVERIFY(!report->isEnough && report->clipped == 0 && isNear(report->largestWeight, 1.6));
}

// Fold 0 (decisions 0, 2) is told from fold 1 (decisions 1, 3) and the other way round. Fold 1 holds item 1 alone with rewards 1 and 1:
// mean 1, so q = 1 for both items. Fold 0 holds item 0 alone with 1 and 0: mean 1/2, residuals 1/2 and -1/2 add to 0, so q = 1/2 for both.
// Direct: (1 + 1/2 + 1 + 1/2) / 4 = 0.75. Doubly robust: 1 + 0.4 * 0, 0.5 + 1.6 * 0.5, 1 - 0.4, 0.5 + 0.8 = 1, 1.3, 0.6, 1.3: mean 1.05.
void TestOffPolicy::directByHand()
{
    JobContext job;
    OffPolicyOptions options = normalOptions();
    options.outcomes.folds = 2;
    const auto log = fourDecisions();
    const auto report = evaluatePolicy(FixedPolicy({0.2, 0.8}), log, options, job);
    VERIFY_RESULT(report);
    QVERIFY(isNear(report->direct.value, 0.75));
    QVERIFY(isNear(report->doublyRobust.value, 1.05));
    const std::vector<LoggedDecision> others{{{{1}, {}, {}}, 0, 0.5, 1}, {{{1}, {}, {}}, 1, 0.5, 0.5}, {{{1}, {}, {}}, 0, 0.5, 1}, {{{1}, {}, {}}, 1, 0.5, 0}};
    OutcomeOptions halves;
    halves.folds = 4;
    const auto outcomes = crossFittedOutcomes(others, 2, halves, job);
    VERIFY_RESULT(outcomes);
    // Without decision 3: rewards 1, 0.5, 1, mean 5/6. Item 0: residuals 1/6 twice, A = 3: 5/6 + (1/3) / 3. Item 1: -1/3, A = 2: 5/6 - 1/6.
    QVERIFY(isNear((*outcomes)[6], 5.0 / 6 + 1.0 / 9) && isNear((*outcomes)[7], 5.0 / 6 - 1.0 / 6));
}

// A propensity of 0.01 makes a weight of 0.8 / 0.01 = 80, which counts 10.
void TestOffPolicy::clipsByHand()
{
    JobContext job;
    OffPolicyOptions options = normalOptions();
    options.clip = 10;
    options.outcomes.folds = 2;
    auto log = fourDecisions();
    log[1].propensity = 0.01;
    const auto report = evaluatePolicy(FixedPolicy({0.2, 0.8}), log, options, job);
    VERIFY_RESULT(report);
    QVERIFY(isNear(report->ips.value, (0.4 + 10 + 0 + 1.6) / 4) && isNear(report->snips.value, 12.0 / 12.4));
    QVERIFY(report->clipped == 1 && isNear(report->largestWeight, 80));
}

// Clicks are logistic in the features, so the regressions of large logs come near the truth: within 0.05 in the mean over users and items.
void TestOffPolicy::logisticOutcomes()
{
    JobContext job;
    const AdSimulator shop = test::fourItems();
    const auto uniform = std::move(*makePolicy(policyNamed("uniform"), 4, 5));
    const auto log = logOf(shop, *uniform, 6000, 4);
    for (const OutcomeKind kind : {OutcomeKind::Ridge, OutcomeKind::Logistic}) {
        const auto outcomes = crossFittedOutcomes(log, 4, {kind, 1, 5}, job);
        VERIFY_RESULT(outcomes);
        double off = 0;
        for (size_t i = 0; i < outcomes->size(); ++i)
            off += std::abs((*outcomes)[i] - shop.truth().chance(log[i / 4].context, int(i % 4)));
        QVERIFY2(off / double(outcomes->size()) < 0.05, qPrintable(QString::number(off / double(outcomes->size()))));
    }
    // Nobody ever clicked: (0 + mean of all, 0) / (n + 1)
    auto silent = log;
    for (LoggedDecision &decision : silent)
        decision.reward = 0;
    const auto none = crossFittedOutcomes(silent, 4, {OutcomeKind::Logistic, 1, 5}, job);
    VERIFY_RESULT(none);
    QCOMPARE(*std::max_element(none->begin(), none->end()), 0.0);
}

// Judged on its own log every weight is 1: IPS and SNIPS are the mean reward, and the effective size is the number of decisions.
void TestOffPolicy::samePolicyEarnsWhatItEarned()
{
    JobContext job;
    const AdSimulator shop = test::fourItems();
    const auto policy = learntPolicy("linear-thompson", shop, 400);
    const auto log = logOf(shop, *policy, 900, 6);
    const auto report = evaluatePolicy(*policy, log, normalOptions(), job);
    VERIFY_RESULT(report);
    QVERIFY(isNear(report->ips.value, report->logged.value) && isNear(report->snips.value, report->logged.value));
    QVERIFY(isNear(report->effectiveSize, 900, 1e-6) && report->isEnough);
}

// The value by its definition against clicks counted in 200,000 showings: within 4 standard errors.
void TestOffPolicy::truthByCounting()
{
    constexpr double showings = 200'000;
    const AdSimulator shop = test::fourItems();
    for (const char *name : {"uniform", "linucb", "thompson"}) {
        const auto policy = learntPolicy(name, shop, 2000);
        const double value = shop.valueOf(*policy);
        QVERIFY(std::abs(shop.countedValue(*policy, qint64(showings), 8) - value) < 4 * std::sqrt(value * (1 - value) / showings));
        QVERIFY(value <= shop.bestValue());
    }
}

void TestOffPolicy::intervalsCover_data()
{
    QTest::addColumn<QString>("judged");
    QTest::addColumn<QString>("logging");
    QTest::addColumn<bool>("isBootstrap");
    QTest::addColumn<quint64>("seed");
    QTest::newRow("linucb from uniform, normal") << QStringLiteral("linucb") << QStringLiteral("uniform") << false << quint64(1000);
    QTest::newRow("linucb from uniform, bootstrap") << QStringLiteral("linucb") << QStringLiteral("uniform") << true << quint64(2000);
    QTest::newRow("uniform from linear thompson, normal") << QStringLiteral("uniform") << QStringLiteral("linear-thompson") << false << quint64(3000);
}

// 200 logs of 1,000 decisions each (600 with the bootstrap), users, draws and clicks drawn anew: the intervals of 95 % hold the simulator's truth in 90 to 100 % of them.
void TestOffPolicy::intervalsCover()
{
    QFETCH(QString, judged);
    QFETCH(QString, logging);
    QFETCH(bool, isBootstrap);
    QFETCH(quint64, seed);
    constexpr int logs = 200;
    const int decisions = isBootstrap ? 600 : 1000; // the bootstrap takes its time
    JobContext job;
    const AdSimulator shop = test::fourItems();
    const auto policy = learntPolicy(qPrintable(judged), shop, 1500), logger = learntPolicy(qPrintable(logging), shop, 200);
    const double truth = shop.valueOf(*policy);
    OffPolicyOptions options = normalOptions();
    options.clip = 1e9; // without bias
    if (isBootstrap)
        options.interval = OffPolicyInterval::Bootstrap;
    options.resamples = 200;
    int ips = 0, snips = 0, doublyRobust = 0;
    for (int log = 0; log < logs; ++log) {
        const auto made = logOf(shop, *logger, decisions, seed + quint64(log));
        const auto report = evaluatePolicy(*policy, made, options, job);
        VERIFY_RESULT(report);
        const auto holds = [truth](const ValueEstimate &estimate) { return estimate.low <= truth && truth <= estimate.high; };
        ips += holds(report->ips);
        snips += holds(report->snips);
        doublyRobust += holds(report->doublyRobust);
    }
    const QString told = QStringLiteral("%1 %2 %3 of %4").arg(ips).arg(snips).arg(doublyRobust).arg(logs);
    for (const int covered : {ips, snips, doublyRobust})
        QVERIFY2(covered >= logs * 9 / 10, qPrintable(told));
}

// For means of many decisions the bootstrap's percentiles come near the normal interval: half widths within a tenth.
void TestOffPolicy::bootstrapNearNormal()
{
    JobContext job;
    const AdSimulator shop = test::fourItems();
    const auto policy = learntPolicy("linucb", shop, 1000), logger = learntPolicy("uniform", shop, 1);
    const auto log = logOf(shop, *logger, 2000, 5);
    const auto normal = evaluatePolicy(*policy, log, normalOptions(), job), bootstrap = evaluatePolicy(*policy, log, {}, job);
    VERIFY_RESULT(normal);
    VERIFY_RESULT(bootstrap);
    const auto width = [](const ValueEstimate &estimate) { return estimate.high - estimate.low; };
    for (const auto estimator : {&OffPolicyReport::ips, &OffPolicyReport::snips, &OffPolicyReport::direct, &OffPolicyReport::doublyRobust}) {
        QCOMPARE(((*normal).*estimator).value, ((*bootstrap).*estimator).value);
        QVERIFY(std::abs(width((*bootstrap).*estimator) / width((*normal).*estimator) - 1) < 0.1);
    }
}

void TestOffPolicy::sameSeedSameNumbers()
{
    JobContext job;
    const AdSimulator shop = test::fourItems();
    const auto policy = learntPolicy("thompson", shop, 500), logger = learntPolicy("uniform", shop, 1);
    const auto log = logOf(shop, *logger, 500, 5);
    QCOMPARE(evaluatePolicy(*policy, log, {}, job)->toJson(), evaluatePolicy(*policy, log, {}, job)->toJson());
}

void TestOffPolicy::littleEvidence()
{
    JobContext job;
    const AdSimulator shop = test::fourItems();
    PolicySettings settings = policyNamed("rules");
    settings.ruleItems = {0};
    settings.epsilon = 0.02;
    auto users = test::adUsers(100, 5);
    for (AdContext &user : users)
        user.fits = {true};
    const AdSimulator always(users, shop.truth());
    const auto logger = std::move(*makePolicy(settings, 4, 5));
    settings.ruleItems = {1};
    const auto other = std::move(*makePolicy(settings, 4, 5)); // shows what the log hardly ever showed
    const auto log = logOf(always, *logger, 400, 1);
    QVERIFY(!evaluatePolicy(*other, log, {}, job)->isEnough);
    QVERIFY(evaluatePolicy(*logger, log, {}, job)->isEnough);
    // Where the item was never shown all weights are alike and the effective size says nothing: the mean weight tells.
    std::vector<LoggedDecision> without;
    std::copy_if(log.begin(), log.end(), std::back_inserter(without), [](const LoggedDecision &decision) { return decision.arm == 0; });
    const auto unseen = evaluatePolicy(*other, without, {}, job);
    QVERIFY(unseen->effectiveSize > leastEffectiveSize && unseen->meanWeight < 0.01 && !unseen->isEnough);
}

void TestOffPolicy::wrongLogs()
{
    JobContext job;
    const FixedPolicy policy({0.5, 0.5});
    QCOMPARE(evaluatePolicy(policy, {}, {}, job).error().code, ErrorCode::TooShort);
    auto log = fourDecisions();
    log.push_back(log.front());
    log[2].propensity = 0;
    QCOMPARE(evaluatePolicy(policy, log, {}, job).error().code, ErrorCode::InvalidInput);
    log[2].propensity = 0.5;
    log[2].arm = 2;
    QCOMPARE(evaluatePolicy(policy, log, {}, job).error().code, ErrorCode::InvalidInput);
    log[2].arm = 1;
    JobContext stopped;
    stopped.requestStop();
    QVERIFY(evaluatePolicy(policy, log, {}, stopped).error().isCancelled());
}

FORETRAIL_TEST_MAIN(TestOffPolicy, QCoreApplication)
#include "tst_offpolicy.moc"
