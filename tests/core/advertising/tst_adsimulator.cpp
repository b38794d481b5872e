// Policies in the simulator: regret against evenly drawn items and against the truth, and what off-policy choice finds.
#include "core/advertising/CampaignEvaluation.h"
#include "tests/core/advertising/AdUsers.h"
#include "tests/support/TestSupport.h"

using namespace foretrail;
using test::policyNamed;

namespace {

double regretOf(std::span<const SimulatedShowing> showings)
{
    double sum = 0;
    for (const SimulatedShowing &showing : showings)
        sum += showing.regret;
    return sum;
}

Campaign fourItemCampaign(const char *policy)
{
    Campaign campaign;
    campaign.name = QStringLiteral("spring");
    campaign.items = QStringList{QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C"), QStringLiteral("D")};
    campaign.policy = policyNamed(policy);
    return campaign;
}

} // namespace

class TestAdSimulator : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void truthByHand();
    void regretByHand();
    void regretFalls_data();
    void regretFalls();
    void offPolicyChoiceIsBetter();
    void nothingBetterWhereAllAreAlike();
};

// Log odds -1 + 2 * 0.5 = 0 and -1 + 0: chances 1/2 and 1 / (1 + e). Evenly drawn, a showing earns their mean.
void TestAdSimulator::truthByHand()
{
    const AdSimulator shop(std::vector<AdContext>{AdContext{{1, 0.5}, {}, {}}}, ClickTruth{{{-1, 2}, {-1, 0}}});
    const double other = 1 / (1 + std::exp(1.0));
    QCOMPARE(shop.truth().chance(shop.users()[0], 0), 0.5);
    QVERIFY(std::abs(shop.truth().chance(shop.users()[0], 1) - other) < 1e-15);
    QVERIFY(std::abs(shop.valueOf(**makePolicy(policyNamed("uniform"), 2, 2)) - (0.5 + other) / 2) < 1e-15);
    QCOMPARE(shop.bestValue(), 0.5);
}

// A policy that does not learn has the same expected regret in each showing: best value less its value, within 4 standard errors.
void TestAdSimulator::regretByHand()
{
    constexpr int rounds = 20'000;
    const AdSimulator shop = test::fourItems();
    const auto uniform = std::move(*makePolicy(policyNamed("uniform"), 4, 5));
    const auto showings = shop.run(*uniform, rounds, true, 1);
    double squares = 0;
    for (const SimulatedShowing &showing : showings)
        squares += showing.regret * showing.regret;
    const double expected = shop.bestValue() - shop.valueOf(*uniform);
    QVERIFY(std::abs(regretOf(showings) / rounds - expected) < 4 * std::sqrt(squares) / rounds);
}

void TestAdSimulator::regretFalls_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("hasFeatures"); ///< otherwise the policy knows no users: one item is the best for all
    QTest::newRow("linucb") << QStringLiteral("linucb") << true;
    QTest::newRow("linear thompson") << QStringLiteral("linear-thompson") << true;
    QTest::newRow("thompson") << QStringLiteral("thompson") << false;
}

// Over 5 seeds together: less regret than drawing evenly, and less in the second half than in the first.
void TestAdSimulator::regretFalls()
{
    QFETCH(QString, name);
    QFETCH(bool, hasFeatures);
    constexpr int rounds = 4000, seeds = 5;
    const AdSimulator shop = hasFeatures ? test::fourItems() : AdSimulator(std::vector<AdContext>{AdContext{{1}, {}, {}}}, ClickTruth{{{-3}, {-2.5}, {-2}, {-1}}});
    PolicySettings settings;
    settings.name = name;
    settings.epsilon = 0.02;
    double policyRegret = 0, uniformRegret = 0, first = 0, second = 0;
    for (int seed = 1; seed <= seeds; ++seed) {
        const int width = hasFeatures ? 5 : 1;
        const auto policy = std::move(*makePolicy(settings, 4, width)), uniform = std::move(*makePolicy(policyNamed("uniform"), 4, width));
        const auto showings = shop.run(*policy, rounds, true, quint64(seed));
        policyRegret += regretOf(showings);
        uniformRegret += regretOf(shop.run(*uniform, rounds, true, quint64(seed)));
        first += regretOf(std::span(showings).first(rounds / 2));
        second += regretOf(std::span(showings).last(rounds / 2));
    }
    QVERIFY(policyRegret < uniformRegret);
    QVERIFY(second < first);
}

// On logs of a policy that draws evenly for the most part: the one that the doubly robust estimates choose earns more by the truth.
void TestAdSimulator::offPolicyChoiceIsBetter()
{
    constexpr int logs = 10, rounds = 6000;
    JobContext job;
    const AdSimulator shop = test::fourItems();
    const Campaign campaign = fourItemCampaign("linear-thompson");
    CampaignEvaluationRequest request;
    request.options.interval = OffPolicyInterval::Normal;
    QCOMPARE(campaign.featureNames().size(), 5); // as the users of the simulator have them
    int found = 0;
    for (int log = 1; log <= logs; ++log) {
        PolicySettings exploring = policyNamed("thompson");
        exploring.epsilon = 0.6;
        const auto logger = std::move(*makePolicy(exploring, 4, 5));
        std::vector<LoggedDecision> decisions;
        for (const SimulatedShowing &showing : shop.run(*logger, rounds, true, quint64(log)))
            decisions.push_back(shop.logged(showing));
        const auto evaluation = evaluateLog(campaign, decisions, request, job);
        VERIFY_RESULT(evaluation);
        if (evaluation->best < 0)
            continue;
        ++found;
        const auto best = std::move(*campaign.makePolicy(evaluation->policies[evaluation->best].policy));
        for (const LoggedDecision &decision : std::span(decisions).first(rounds / 2))
            best->learn(decision.context, decision.arm, decision.reward);
        QVERIFY(shop.valueOf(*best) > shop.valueOf(*logger));
    }
    QVERIFY2(found >= logs - 2, qPrintable(QString::number(found)));
}

// Every item is clicked with the same chance: no policy is better, and it is claimed in at most 2 of 10 logs (5 policies, 2.5 % each).
void TestAdSimulator::nothingBetterWhereAllAreAlike()
{
    JobContext job;
    const AdSimulator shop(test::adUsers(100, 5), ClickTruth{std::vector<std::vector<double>>(4, {-1, 0, 0, 0, 0})});
    CampaignEvaluationRequest request;
    request.options.interval = OffPolicyInterval::Normal;
    int claims = 0;
    for (int log = 1; log <= 10; ++log) {
        const auto logger = std::move(*makePolicy(policyNamed("uniform"), 4, 5));
        std::vector<LoggedDecision> decisions;
        for (const SimulatedShowing &showing : shop.run(*logger, 2000, true, quint64(log)))
            decisions.push_back(shop.logged(showing));
        const auto evaluation = evaluateLog(fourItemCampaign("uniform"), decisions, request, job);
        VERIFY_RESULT(evaluation);
        claims += evaluation->best >= 0;
    }
    QVERIFY2(claims <= 2, qPrintable(QString::number(claims)));
}

FORETRAIL_TEST_MAIN(TestAdSimulator, QCoreApplication)
#include "tst_adsimulator.moc"
