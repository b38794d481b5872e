// Policies: their chances against closed forms, what they learn against direct solutions, and that a state goes through JSON bit for bit.
#include "core/advertising/ChanceOfBest.h"
#include "core/advertising/LinearPolicies.h"
#include "core/advertising/ThompsonPolicy.h"
#include "tests/core/advertising/AdUsers.h"
#include "tests/support/TestSupport.h"

#include <QJsonDocument>

using namespace foretrail;
using test::policyNamed;

namespace {

/// By Gauss and Jordan with pivots: nothing of how the program does it.
std::vector<double> inverseOf(std::vector<double> a, int n)
{
    std::vector<double> inverse(a.size(), 0);
    for (int i = 0; i < n; ++i)
        inverse[size_t(i * n + i)] = 1;
    for (int column = 0; column < n; ++column) {
        int pivot = column;
        for (int row = column; row < n; ++row)
            if (std::abs(a[size_t(row * n + column)]) > std::abs(a[size_t(pivot * n + column)]))
                pivot = row;
        for (int k = 0; k < n; ++k) {
            std::swap(a[size_t(column * n + k)], a[size_t(pivot * n + k)]);
            std::swap(inverse[size_t(column * n + k)], inverse[size_t(pivot * n + k)]);
        }
        const double scale = a[size_t(column * n + column)];
        for (int k = 0; k < n; ++k) {
            a[size_t(column * n + k)] /= scale;
            inverse[size_t(column * n + k)] /= scale;
        }
        for (int row = 0; row < n; ++row) {
            const double factor = row == column ? 0 : a[size_t(row * n + column)];
            for (int k = 0; k < n; ++k) {
                a[size_t(row * n + k)] -= factor * a[size_t(column * n + k)];
                inverse[size_t(row * n + k)] -= factor * inverse[size_t(column * n + k)];
            }
        }
    }
    return inverse;
}

double logBeta(double a, double b) { return std::lgamma(a) + std::lgamma(b) - std::lgamma(a + b); }

/// P(B > A) of A ~ Beta(a, b), B ~ Beta(c, d) with whole c: sum over i < c of B(a + i, b + d) / ((d + i) B(1 + i, d) B(a, b)).
double chanceOfHigher(double a, double b, int c, double d)
{
    double sum = 0;
    for (int i = 0; i < c; ++i)
        sum += std::exp(logBeta(a + i, b + d) - std::log(d + i) - logBeta(1 + i, d) - logBeta(a, b));
    return sum;
}

double sumOf(const std::vector<double> &values)
{
    double sum = 0;
    for (const double value : values)
        sum += value;
    return sum;
}

bool areNear(const std::vector<double> &a, const std::vector<double> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](double x, double y) { return std::abs(x - y) < 1e-12; });
}

std::unique_ptr<AdPolicy> made(const PolicySettings &settings, int arms = 4, int features = 5)
{
    auto policy = makePolicy(settings, arms, features);
    return policy ? std::move(*policy) : nullptr;
}

} // namespace

class TestAdPolicies : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void chancesOfTwoBetas_data();
    void chancesOfTwoBetas();
    void chancesOfNormals();
    void chancesOfEqualBeliefs();
    void betaPosterior();
    void inverseEqualsDirectInversion();
    void linUcbByHand();
    void linearThompsonByHand();
    void rulesByHand();
    void scoresByHand();
    void drawsFollowPropensities();
    void everyChanceIsPositive();
    void stateThroughJson_data();
    void stateThroughJson();
    void wrongStatesAndSettings();
};

void TestAdPolicies::chancesOfTwoBetas_data()
{
    QTest::addColumn<double>("s1");
    QTest::addColumn<double>("f1");
    QTest::addColumn<int>("s2");
    QTest::addColumn<double>("f2");
    QTest::newRow("nothing known") << 0.0 << 0.0 << 0 << 0.0; // 1/2
    QTest::newRow("one success") << 0.0 << 0.0 << 1 << 0.0;   // 2/3
    QTest::newRow("few") << 3.0 << 17.0 << 6 << 14.0;
    QTest::newRow("many") << 200.0 << 9800.0 << 230 << 9770.0;
    QTest::newRow("rare") << 0.0 << 500.0 << 2 << 900.0;
    QTest::newRow("always") << 40.0 << 0.0 << 39 << 1.0;
}

// The sum of Beta functions is Miller's closed form of P(B > A); the grid is Simpson's rule.
void TestAdPolicies::chancesOfTwoBetas()
{
    QFETCH(double, s1);
    QFETCH(double, f1);
    QFETCH(int, s2);
    QFETCH(double, f2);
    const std::vector<double> chances = chanceOfBestBeta({{s1, f1}, {double(s2), f2}});
    QVERIFY2(std::abs(chances[1] - chanceOfHigher(s1 + 1, f1 + 1, s2 + 1, f2 + 1)) < 2e-3, qPrintable(QString::number(chances[1])));
    QVERIFY(std::abs(sumOf(chances) - 1) < 1e-12);
}

// P(X > Y) of two normals is Phi((m1 - m2) / sqrt(s1^2 + s2^2)); of three equal ones with one far below, a half each.
void TestAdPolicies::chancesOfNormals()
{
    const std::vector<double> two = chanceOfBestNormal({{0.3, 0.2}, {0.1, 0.05}});
    const double expected = 0.5 * std::erfc(-(0.2 / std::hypot(0.2, 0.05)) / std::sqrt(2.0));
    QVERIFY2(std::abs(two[0] - expected) < 1e-3, qPrintable(QString::number(two[0] - expected)));
    const std::vector<double> three = chanceOfBestNormal({{0, 1}, {0, 1}, {-100, 1}});
    QVERIFY(std::abs(three[0] - 0.5) < 1e-9 && std::abs(three[1] - 0.5) < 1e-9 && three[2] < 1e-9);
}

void TestAdPolicies::chancesOfEqualBeliefs()
{
    for (const double chance : chanceOfBestBeta(std::vector<BetaCounts>(7, BetaCounts{4, 9})))
        QVERIFY(std::abs(chance - 1.0 / 7) < 1e-9);
    QCOMPARE(chanceOfBestNormal({{0.4, 0.1}}), std::vector<double>{1});
}

// Beta(1 + s, 1 + f): after 3 rewards in 10 showings the mean is 4 / 12 and the variance 4 * 8 / (12^2 * 13).
void TestAdPolicies::betaPosterior()
{
    ThompsonPolicy policy(2, policyNamed("thompson"));
    for (int showing = 0; showing < 10; ++showing)
        policy.learn({}, 1, showing < 3 ? 1 : 0);
    QCOMPARE(policy.counts()[1].successes, 3.0);
    QCOMPARE(policy.counts()[1].failures, 7.0);
    QCOMPARE(policy.counts()[0].failures, 0.0);
    const Belief belief = policy.counts()[1].belief();
    QVERIFY(std::abs(belief.mean - 4.0 / 12) < 1e-12 && std::abs(belief.deviation * belief.deviation - 32.0 / (144 * 13)) < 1e-12);
}

// A = ridge I + sum x x' inverted directly after 2,000 steps, against the running inverse.
void TestAdPolicies::inverseEqualsDirectInversion()
{
    constexpr int width = 6, steps = 2000;
    LinearArm arm(width, 0.5);
    std::vector<double> a(width * width, 0), b(width, 0);
    for (int i = 0; i < width; ++i)
        a[size_t(i * width + i)] = 0.5;
    SampleRandom random(11);
    for (int step = 0; step < steps; ++step) {
        std::vector<double> x;
        for (int i = 0; i < width; ++i)
            x.push_back(random.normal());
        const double reward = random.chance(0.3) ? 1 : 0;
        arm.learn(x, reward);
        for (int i = 0; i < width; ++i) {
            b[size_t(i)] += reward * x[size_t(i)];
            for (int k = 0; k < width; ++k)
                a[size_t(i * width + k)] += x[size_t(i)] * x[size_t(k)];
        }
    }
    const std::vector<double> inverse = inverseOf(a, width);
    for (size_t i = 0; i < inverse.size(); ++i)
        QVERIFY(std::abs(inverse[i] - arm.inverse()[i]) < 1e-9);
    for (int i = 0; i < width; ++i) {
        double weight = 0;
        for (int k = 0; k < width; ++k)
            weight += inverse[size_t(i * width + k)] * b[size_t(k)];
        QVERIFY(std::abs(weight - arm.weights()[size_t(i)]) < 1e-9);
    }
}

// One feature, always 1, ridge 1: after n showings with s rewards A = 1 + n, so the mean is s / (1 + n) and the error 1 / sqrt(1 + n).
// Item 0: 1 of 3, bound 1/4 + 0.4 / 2 = 0.45. Items 1 and 2: 0 of 0, bound 0.4. Item 2 with 2 of 3: 2/4 + 0.4 / 2 = 0.7.
void TestAdPolicies::linUcbByHand()
{
    PolicySettings settings = policyNamed("linucb");
    settings.alpha = 0.4;
    settings.epsilon = 0.3;
    LinUcbPolicy policy(3, 1, settings);
    const AdContext context{{1}, {}, {}};
    for (const double reward : {1.0, 0.0, 0.0})
        policy.learn(context, 0, reward);
    QCOMPARE(policy.arm(0).mean(context.features), 0.25);
    QCOMPARE(policy.arm(0).error(context.features), 0.5);
    QVERIFY(areNear(policy.probabilities(context), {0.8, 0.1, 0.1}));
    for (const double reward : {1.0, 1.0, 0.0})
        policy.learn(context, 2, reward);
    QVERIFY(areNear(policy.probabilities(context), {0.1, 0.1, 0.8}));
}

// One feature: the values of two items are N(s / (1 + n), v^2 / (1 + n)), so the chance is Phi of their difference.
void TestAdPolicies::linearThompsonByHand()
{
    PolicySettings settings = policyNamed("linear-thompson");
    settings.spread = 0.4;
    settings.epsilon = 0.2;
    LinearThompsonPolicy policy(2, 1, settings);
    const AdContext context{{1}, {}, {}};
    for (const double reward : {1.0, 1.0, 0.0})
        policy.learn(context, 0, reward);
    const double z = (2.0 / 4) / (0.4 * std::sqrt(1.0 / 4 + 1)), chance = 0.5 * std::erfc(-z / std::sqrt(2.0));
    QVERIFY(std::abs(policy.probabilities(context)[0] - (0.8 * chance + 0.1)) < 1e-3);
}

// The first rule that holds gets 1 - epsilon + epsilon / 4; without one all have a quarter.
void TestAdPolicies::rulesByHand()
{
    PolicySettings settings = policyNamed("rules");
    settings.ruleItems = {2, 0, 1};
    settings.epsilon = 0.2;
    const auto policy = made(settings);
    QVERIFY(areNear(policy->probabilities({{1}, {}, {false, true, true}}), {0.85, 0.05, 0.05, 0.05}));
    QVERIFY(areNear(policy->probabilities({{1}, {}, {true, true, true}}), {0.05, 0.05, 0.85, 0.05}));
    QVERIFY(areNear(policy->probabilities({{1}, {}, {false, false, false}}), std::vector<double>(4, 0.25)));
    QVERIFY(policy->reason({{1}, {}, {false, true, true}}, 0).contains(QLatin1Char('2')));
}

// Scores 4, 2, 0, 0 over their largest are 1, 1/2, 0, 0: with temperature 1/2 the chances go as 1, e^-1, e^-2, e^-2.
void TestAdPolicies::scoresByHand()
{
    PolicySettings settings = policyNamed("score");
    settings.temperature = 0.5;
    settings.epsilon = 0.1;
    const AdContext context{{1}, {4, 2, 0, 0}, {}};
    const double sum = 1 + std::exp(-1) + 2 * std::exp(-2);
    const std::vector<double> chances = made(settings)->probabilities(context);
    QVERIFY(std::abs(chances[0] - (0.9 / sum + 0.025)) < 1e-12 && std::abs(chances[3] - (0.9 * std::exp(-2) / sum + 0.025)) < 1e-12);
    settings.temperature = 0;
    QVERIFY(areNear(made(settings)->probabilities(context), {0.925, 0.025, 0.025, 0.025}));
    QVERIFY(areNear(made(settings)->probabilities({{1}, {0, 0, 0, 0}, {}}), std::vector<double>(4, 0.25)));
}

// 40,000 draws: each share within 5 standard errors of the propensity that was told.
void TestAdPolicies::drawsFollowPropensities()
{
    constexpr int draws = 40'000;
    PolicySettings settings = policyNamed("score");
    const auto policy = made(settings);
    const AdContext context{{1}, {4, 3, 2, 0}, {}};
    const std::vector<double> chances = policy->probabilities(context);
    std::vector<double> counts(4, 0);
    SampleRandom random(5);
    for (int draw = 0; draw < draws; ++draw) {
        const ArmChoice choice = policy->choose(context, random);
        QCOMPARE(choice.propensity, chances[size_t(choice.arm)]);
        ++counts[size_t(choice.arm)];
    }
    for (size_t arm = 0; arm < counts.size(); ++arm)
        QVERIFY(std::abs(counts[arm] / draws - chances[arm]) < 5 * std::sqrt(chances[arm] * (1 - chances[arm]) / draws));
}

void TestAdPolicies::everyChanceIsPositive()
{
    const AdSimulator shop = test::fourItems();
    for (const QString &name : policyNames()) {
        PolicySettings settings;
        settings.name = name;
        settings.ruleItems = {1};
        const auto policy = made(settings);
        (void)shop.run(*policy, 300, true, 2);
        for (const AdContext &user : shop.users()) {
            const std::vector<double> chances = policy->probabilities(user);
            QVERIFY(std::abs(sumOf(chances) - 1) < 1e-12);
            for (const double chance : chances)
                QVERIFY2(chance >= settings.epsilon / 4 - 1e-15, qPrintable(name));
        }
    }
}

void TestAdPolicies::stateThroughJson_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : policyNames())
        QTest::newRow(qPrintable(name)) << name;
}

// One that went on and one that was written as text and read in between: the same choices with the same propensities, bit for bit.
void TestAdPolicies::stateThroughJson()
{
    QFETCH(QString, name);
    PolicySettings settings;
    settings.name = name;
    settings.ruleItems = {1};
    const AdSimulator shop = test::fourItems();
    const auto policy = made(settings), again = made(settings);
    (void)shop.run(*policy, 400, true, 2);
    const QByteArray text = QJsonDocument(policy->state()).toJson(QJsonDocument::Compact);
    VERIFY_RESULT(again->restore(QJsonDocument::fromJson(text).object()));
    const auto on = shop.run(*policy, 400, true, 9), after = shop.run(*again, 400, true, 9);
    for (size_t i = 0; i < on.size(); ++i) {
        QCOMPARE(on[i].choice.arm, after[i].choice.arm);
        QVERIFY(on[i].choice.propensity == after[i].choice.propensity);
    }
    QCOMPARE(policy->state(), again->state());
}

void TestAdPolicies::wrongStatesAndSettings()
{
    for (const char *name : {"thompson", "linear-thompson", "linucb"}) {
        const Result<void> other = made(policyNamed(name))->restore(made(policyNamed(name), 3)->state());
        QVERIFY(!other && other.error().code == ErrorCode::Format);
    }
    QVERIFY(!made(policyNamed("linucb"))->restore(made(policyNamed("linucb"), 4, 6)->state()));
    QVERIFY(!makePolicy(policyNamed("oracle"), 4, 5));
    QVERIFY(!makePolicy(policyNamed("linucb"), 0, 5));
    const auto read = [](const char *text) { return PolicySettings::fromJson(QJsonDocument::fromJson(text).object()); };
    QVERIFY(read(R"({"name": "oracle"})").error().message.contains(QStringLiteral("linucb")));
    QVERIFY(read(R"({"epsilon": 0})").error().message.contains(QStringLiteral("epsilon"))); // propensities of 0 cannot be learnt from
    QVERIFY(read(R"({"width": 1})").error().message.contains(QStringLiteral("alpha")));
    const Result<PolicySettings> settings = read(R"({"name": "linucb", "alpha": 1.5, "epsilon": 0.05})");
    VERIFY_RESULT(settings);
    QCOMPARE(*PolicySettings::fromJson(settings->toJson()), *settings);
}

FORETRAIL_TEST_MAIN(TestAdPolicies, QCoreApplication)
#include "tst_adpolicies.moc"
