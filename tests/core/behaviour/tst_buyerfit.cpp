// Models of buyers learnt from users whose parameters are known, since they were drawn with them (SimulatedBuyers.h).
#include "core/behaviour/CustomerModel.h"
#include "tests/core/behaviour/SimulatedBuyers.h"
#include "tests/support/TestSupport.h"

#include <QJsonDocument>

using namespace foretrail;
using namespace foretrail::test;

namespace {

const BuyerUnit week{QStringLiteral("week"), 7};
const BuyerParameters geometric{0.6, 5, 0.9, 2.5};
const BuyerParameters pareto{0.7, 5, 0.8, 12};

BuyerParameters truthOf(const QString &model) { return model == QStringLiteral("pareto-nbd") ? pareto : geometric; }

std::vector<SimulatedBuyer> base(const QString &model, int users, quint64 seed) { return simulatedBuyers(model, truthOf(model), users, 13, 52, 26, seed); }

Result<BuyerFit> fitted(const QString &model, const std::vector<BuyerHistory> &histories, int workers = 1)
{
    JobContext job;
    return fitBuyers(**buyerModel(model), buyerGroups(histories), week, workers, job);
}

void addModels()
{
    QTest::addColumn<QString>("model");
    for (const QString &name : buyerModelNames())
        QTest::newRow(qPrintable(name)) << name;
}

/// Users with one purchase: sums of what is said, and how many are active.
struct OnceOnly {
    double users = 0, low = 0, high = 0, active = 0;
    void add(const Estimate &said, bool isActive)
    {
        users += 1;
        low += said.low;
        high += said.high;
        active += isActive ? 1 : 0;
    }
};

/// The farthest that a tenth of the users, ordered by what was said, lies from it.
double worstTenth(std::vector<std::pair<double, bool>> said)
{
    std::sort(said.begin(), said.end());
    double worst = 0;
    for (size_t tenth = 0; tenth < 10; ++tenth) {
        double expected = 0, seen = 0;
        const size_t from = said.size() * tenth / 10, to = said.size() * (tenth + 1) / 10;
        for (size_t i = from; i < to; ++i) {
            expected += said[i].first;
            seen += said[i].second ? 1 : 0;
        }
        worst = std::max(worst, std::abs(expected - seen) / double(to - from));
    }
    return worst;
}

} // namespace

class TestBuyerFit : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsTheParameters_data() { addModels(); }
    void findsTheParameters();
    void isCalibrated_data() { addModels(); }
    void isCalibrated();
    void intervalsHoldTheTruth_data() { addModels(); }
    void intervalsHoldTheTruth();
    void valueIsCalibrated();
    void threadsDoNotMatter();
    void unitsDoNotMatter_data() { addModels(); }
    void unitsDoNotMatter();
    void tooLittleEvidence_data();
    void tooLittleEvidence();
    void equalGaps();
    void everybodyStays();
    void spendOfOneKind();
    void bgnbdSaysNothingOfOneTimeBuyers();
    void keptAsText();
    void stops();
};

// Each within four of its own standard errors.
void TestBuyerFit::findsTheParameters()
{
    QFETCH(QString, model);
    const Result<BuyerFit> fit = fitted(model, historiesOf(base(model, 20'000, 5)));
    VERIFY_RESULT(fit);
    QVERIFY(fit->isDetermined());
    for (size_t i = 0; i < buyerParameters; ++i) {
        const double error = std::sqrt(fit->covariance[i * buyerParameters + i]);
        QVERIFY2(std::abs(std::log(fit->parameters[i] / truthOf(model)[i])) < 4 * error,
                 qPrintable(QStringLiteral("%1: %2, error %3").arg(i).arg(fit->parameters[i]).arg(error)));
        QVERIFY(error < 0.3);
    }
}

// P(active) of users who came back, the probability to buy again and the number of purchases, by tenth of the users: within 3
// points, and 3 %. Who of those with one purchase is active the purchases hardly tell: there the interval holds the share.
void TestBuyerFit::isCalibrated()
{
    QFETCH(QString, model);
    const std::vector<SimulatedBuyer> buyers = base(model, 30'000, 11);
    const Result<BuyerFit> fit = fitted(model, historiesOf(buyers));
    VERIFY_RESULT(fit);
    const CustomerModel customers{*fit, {}, {}, {}};
    const Result<CustomerOracle> oracle = CustomerOracle::of(customers);
    VERIFY_RESULT(oracle);
    std::vector<std::pair<double, bool>> active, again;
    OnceOnly once;
    double expected = 0, seen = 0;
    for (const SimulatedBuyer &buyer : buyers) {
        const Estimate said = oracle->active(buyer.history);
        if (buyer.history.repeats > 0)
            active.push_back({said.value, buyer.isActive});
        else if (said.isKnown())
            once.add(said, buyer.isActive);
        again.push_back({1 - oracle->silence(buyer.history, 26 * 7), buyer.later > 0});
        expected += oracle->expectedPurchases(buyer.history, 26 * 7);
        seen += buyer.later;
    }
    QVERIFY2(once.users == 0 || (once.low <= once.active && once.active <= once.high), QByteArray::number(once.active / once.users));
    QVERIFY2(worstTenth(active) < 0.03, QByteArray::number(worstTenth(active)));
    QVERIFY2(worstTenth(again) < 0.03, QByteArray::number(worstTenth(again)));
    QVERIFY2(std::abs(expected / seen - 1) < 0.03, QByteArray::number(expected / seen));
}

// What is said of three users with the true parameters lies in 95 % intervals from 80 samples of 1,500 users about as often as
// they promise: at least 89 %, 2.5 standard errors below.
void TestBuyerFit::intervalsHoldTheTruth()
{
    QFETCH(QString, model);
    const std::array<BuyerHistory, 3> users{BuyerHistory{0, 0, 30}, {2, 9, 45}, {8, 44, 50}};
    CustomerModel truth{{model, week, truthOf(model), {}, {}, 0, 0, 0}, {}, {}, {}};
    constexpr int samples = 80;
    int held = 0, all = 0;
    for (int sample = 0; sample < samples; ++sample) {
        const Result<BuyerFit> fit = fitted(model, historiesOf(base(model, 1500, quint64(1000 + sample))));
        VERIFY_RESULT(fit);
        QVERIFY(fit->isDetermined());
        const CustomerModel customers{*fit, {}, {}, {}};
        for (const BuyerHistory &user : users) {
            const CustomerOutlook right = CustomerOracle::of(truth)->outlook(user, {}, 91);
            const CustomerOutlook said = CustomerOracle::of(customers)->outlook(user, {}, 91);
            for (const auto &[is, says] : {std::pair{right.active, said.active}, {right.purchases, said.purchases}, {right.silence, said.silence}}) {
                if (!is.isKnown())
                    continue;
                QVERIFY(says.low < says.value && says.value < says.high);
                held += is.value >= says.low && is.value <= says.high ? 1 : 0;
                ++all;
            }
        }
    }
    QVERIFY2(double(held) / all > 0.89, QByteArray::number(double(held) / all));
    QVERIFY(all >= samples * 8);
}

// What 20,000 users are said to be worth against what they spent then, discounted by nothing.
void TestBuyerFit::valueIsCalibrated()
{
    const QString model = QStringLiteral("mbgnbd");
    const std::vector<SimulatedBuyer> buyers = base(model, 20'000, 3);
    std::vector<SpendRecord> records;
    for (const SimulatedBuyer &buyer : buyers)
        if (buyer.spend.purchases > 0)
            records.push_back(buyer.spend);
    JobContext job;
    const Result<BuyerFit> fit = fitted(model, historiesOf(buyers));
    const Result<SpendFit> spend = fitSpend(records, job);
    VERIFY_RESULT(fit);
    VERIFY_RESULT(spend);
    QVERIFY2(std::abs(spend->p / 6 - 1) < 0.1, QByteArray::number(spend->p)); // simulated with p 6, q 4, v 15
    QVERIFY2(std::abs(spend->q / 4 - 1) < 0.1, QByteArray::number(spend->q));
    QVERIFY(std::abs(spend->correlation) < 0.05);
    const CustomerModel free{*fit, *spend, {}, {1, 0}};
    const CustomerModel dear{*fit, *spend, {}, {0.5, 1.0}};
    double expected = 0, seen = 0;
    for (const SimulatedBuyer &buyer : buyers) {
        const CustomerOutlook outlook = CustomerOracle::of(free)->outlook(buyer.history, buyer.spend, 26 * 7);
        QVERIFY(outlook.value.low < outlook.value.value && outlook.value.value < outlook.value.high);
        expected += outlook.value.value;
        seen += buyer.laterSpend;
    }
    QVERIFY2(std::abs(expected / seen - 1) < 0.05, QByteArray::number(expected / seen));
    // Half of it, and money of half a year later at 1 / sqrt(2): between that and undiscounted.
    const double whole = CustomerOracle::of(free)->outlook(buyers[0].history, buyers[0].spend, 182.625).value.value;
    const double less = CustomerOracle::of(dear)->outlook(buyers[0].history, buyers[0].spend, 182.625).value.value;
    QVERIFY(less < whole / 2 && less > whole / 2 * std::sqrt(0.5));
}

void TestBuyerFit::threadsDoNotMatter()
{
    const std::vector<BuyerHistory> histories = historiesOf(base(QStringLiteral("mbgnbd"), 30'000, 8));
    const Result<BuyerFit> one = fitted(QStringLiteral("mbgnbd"), histories, 1);
    const Result<BuyerFit> four = fitted(QStringLiteral("mbgnbd"), histories, 4);
    VERIFY_RESULT(one);
    VERIFY_RESULT(four);
    QVERIFY(one->parameters == four->parameters);
    QVERIFY(one->covariance == four->covariance);
    QCOMPARE(one->logLikelihood, four->logLikelihood);
}

// The same users in days: times seven times as long, everything else as it was.
void TestBuyerFit::unitsDoNotMatter()
{
    QFETCH(QString, model);
    std::vector<BuyerHistory> histories = historiesOf(base(model, 3000, 21));
    const Result<BuyerFit> weeks = fitted(model, histories);
    for (BuyerHistory &history : histories)
        history.lastAt *= 7, history.observed *= 7;
    JobContext job;
    const Result<BuyerFit> days = fitBuyers(**buyerModel(model), buyerGroups(histories), *buyerUnit(QStringLiteral("day")), 1, job);
    VERIFY_RESULT(weeks);
    VERIFY_RESULT(days);
    const auto areTimes = (*buyerModel(model))->areTimes();
    for (size_t i = 0; i < buyerParameters; ++i)
        QVERIFY2(std::abs(days->parameters[i] / (weeks->parameters[i] * (areTimes[i] ? 7 : 1)) - 1) < 1e-3, QByteArray::number(days->parameters[i]));
}

void TestBuyerFit::tooLittleEvidence_data()
{
    QTest::addColumn<int>("users");
    QTest::addColumn<int>("repeatBuyers");
    QTest::addColumn<QString>("words");
    QTest::newRow("one user") << 1 << 1 << QStringLiteral("One user alone");
    QTest::newRow("nobody came back") << 500 << 0 << QStringLiteral("No user bought on a second day");
    QTest::newRow("few came back") << 500 << 3 << QStringLiteral("Only 3 ");
}

void TestBuyerFit::tooLittleEvidence()
{
    QFETCH(int, users);
    QFETCH(int, repeatBuyers);
    QFETCH(QString, words);
    std::vector<BuyerHistory> histories(size_t(users), BuyerHistory{0, 0, 20});
    for (int i = 0; i < repeatBuyers; ++i)
        histories[size_t(i)] = {2, 10, 20};
    const Result<BuyerFit> fit = fitted(QStringLiteral("mbgnbd"), histories);
    QVERIFY(!fit);
    QCOMPARE(fit.error().code, ErrorCode::TooShort);
    QVERIFY2(fit.error().message.contains(QLatin1String("20")), qPrintable(fit.error().message));
    QVERIFY2(fit.error().message.contains(words), qPrintable(fit.error().message));
}

// All users buy every second week and nobody leaves: rates do not vary, so that r and alpha are open, only their
// ratio is not: 4,000 purchases in 8,200 weeks, known to 1.6 %. Nobody seems to leave, which is no P(active) of 1.
void TestBuyerFit::equalGaps()
{
    const std::vector<BuyerHistory> histories(200, BuyerHistory{20, 40, 41});
    for (const QString &name : buyerModelNames()) {
        const Result<BuyerFit> fit = fitted(name, histories);
        VERIFY_RESULT(fit);
        QVERIFY2(!fit->isDetermined(), qPrintable(name));
        const CustomerModel customers{*fit, {}, {}, {}};
        const CustomerOutlook outlook = CustomerOracle::of(customers)->outlook(histories.front(), {}, 28);
        QVERIFY(outlook.purchases.value > 1.7 && outlook.purchases.value < 2.1); // 20 in 41 weeks
        QVERIFY(outlook.purchases.low < outlook.purchases.value && outlook.purchases.high < 1.2 * outlook.purchases.value);
        QVERIFY(!outlook.active.isKnown());
        QVERIFY2(outlook.evidence.contains(QStringLiteral("cannot be told")), qPrintable(outlook.evidence));
    }
}

void TestBuyerFit::everybodyStays()
{
    Dice dice(4);
    std::vector<BuyerHistory> histories;
    for (int i = 0; i < 2000; ++i) {
        const double rate = dice.gamma(1.5, 10);
        BuyerHistory history{0, 0, 52};
        for (double time = dice.exponential(rate); time < 52; time += dice.exponential(rate))
            history = {history.repeats + 1, time, 52};
        histories.push_back(history);
    }
    for (const QString &name : buyerModelNames()) {
        const Result<BuyerFit> fit = fitted(name, histories);
        VERIFY_RESULT(fit);
        QVERIFY2(std::abs(fit->parameters[0] / 1.5 - 1) < 0.2, QByteArray::number(fit->parameters[0]));
        const CustomerModel customers{*fit, {}, {}, {}};
        const Estimate active = CustomerOracle::of(customers)->active({5, 50, 52});
        QVERIFY(!active.isKnown() || active.value > 0.9);
        const CustomerOutlook outlook = CustomerOracle::of(customers)->outlook({5, 50, 52}, {}, 28);
        // Without anybody who leaves this is NBD: (r + x) / (alpha + T) a week.
        QVERIFY2(std::abs(outlook.purchases.value / (4 * 6.5 / 62) - 1) < 0.1, QByteArray::number(outlook.purchases.value));
        QVERIFY(outlook.purchases.hasInterval());
    }
}

void TestBuyerFit::spendOfOneKind()
{
    JobContext job;
    const Result<SpendFit> few = fitSpend(std::vector<SpendRecord>(5, {2, 10}), job);
    QVERIFY(!few);
    QCOMPARE(few.error().code, ErrorCode::TooShort);
    const Result<SpendFit> same = fitSpend(std::vector<SpendRecord>(100, {2, 10}), job);
    QVERIFY(!same || same->covariance.empty());
}

void TestBuyerFit::bgnbdSaysNothingOfOneTimeBuyers()
{
    const CustomerModel customers{{QStringLiteral("bgnbd"), week, {0.2426, 4.4135, 0.7929, 2.4257}, {}, {}, 0, 0, 0}, {}, {}, {}};
    const CustomerOutlook outlook = CustomerOracle::of(customers)->outlook({0, 0, 30}, {}, 91);
    QVERIFY(!outlook.active.isKnown());
    QVERIFY(outlook.purchases.isKnown());
    QVERIFY2(outlook.evidence.contains(QStringLiteral("cannot tell")), qPrintable(outlook.evidence));
}

void TestBuyerFit::keptAsText()
{
    const Result<BuyerFit> fit = fitted(QStringLiteral("pareto-nbd"), historiesOf(base(QStringLiteral("pareto-nbd"), 1000, 2)));
    VERIFY_RESULT(fit);
    const CustomerModel model{*fit, SpendFit{6, 4, 15, {}, -10, 30, 0.1}, {}, {0.3, 0.1}};
    const QByteArray text = QJsonDocument(model.toJson()).toJson();
    const Result<CustomerModel> again = CustomerModel::fromJson(QJsonDocument::fromJson(text).object());
    VERIFY_RESULT(again);
    QVERIFY(again->buyers.parameters == fit->parameters);
    QVERIFY(again->buyers.covariance == fit->covariance);
    QCOMPARE(again->buyers.unit.days, 7.0);
    QCOMPARE(again->spend->v, 15.0);
    QVERIFY(again->terms == model.terms);
    QVERIFY(!CustomerModel::fromJson({}));
}

void TestBuyerFit::stops()
{
    JobContext job;
    job.requestStop();
    const auto histories = historiesOf(base(QStringLiteral("mbgnbd"), 1000, 2));
    const Result<BuyerFit> fit = fitBuyers(**buyerModel(QStringLiteral("mbgnbd")), buyerGroups(histories), week, 1, job);
    QVERIFY(!fit);
    QVERIFY(fit.error().isCancelled());
}

FORETRAIL_TEST_MAIN(TestBuyerFit, QCoreApplication)
#include "tst_buyerfit.moc"
