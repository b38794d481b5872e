// From the purchases in a workspace to what is said of each user, and what the workspace keeps of it.
#include "core/behaviour/ActivityForecast.h"
#include "core/behaviour/KeptCustomers.h"
#include "core/behaviour/UserForecasts.h"
#include "core/behaviour/UserProfile.h"
#include "core/data/FactWriter.h"
#include "tests/core/behaviour/SimulatedBuyers.h"
#include "tests/support/TestSupport.h"

#include <QJsonArray>
#include <QTimeZone>

using namespace foretrail;
using namespace foretrail::test;

namespace {

constexpr int dayZero = 19'000; // days since 1970

/// Purchases of simulated users, drawn as they go: users[i] buys on these days.
std::vector<std::vector<int>> purchaseDaysOf(int users, int days, quint64 seed)
{
    Dice dice(seed);
    std::vector<std::vector<int>> all;
    for (int i = 0; i < users; ++i) {
        const double rate = dice.gamma(0.8, 30);
        const double leaving = dice.beta(0.9, 3);
        std::vector<int> bought;
        for (double day = dice.uniform() * days / 3; day < days; day += dice.exponential(rate)) {
            bought.push_back(int(day));
            if (dice.uniform() < leaving)
                break;
        }
        all.push_back(bought);
    }
    return all;
}

QByteArray nameOf(size_t user) { return "u" + QByteArray::number(qsizetype(user)); }

} // namespace

class TestCustomers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void judgesTheHoldout();
    void learnsOnceAndAgainAfterAnImport();
    void aReadOnlyWorkspaceKeepsNothing();
    void theCurveOfAUser();
    void oneTimeBuyerAndVisitor();
    void whatOneUserIsWorth();
    void eachModelIsKept();
    void theListSaysWhatTheProfileSays();
    void theForecastAllowsForWhoIsGone();
    void tooFewUsers();

private:
    Workspace shop(const std::vector<std::vector<int>> &days);
    void sell(Workspace &workspace, const std::vector<std::vector<int>> &days);
    std::unique_ptr<QTemporaryDir> m_folder;
    JobContext m_job;
    quint64 m_number = 0;
    bool m_variesSpend = false; ///< of one user from day to day, so that a model of spend has something to learn
};

void TestCustomers::sell(Workspace &workspace, const std::vector<std::vector<int>> &days)
{
    auto writer = FactWriter::begin(workspace, {QStringLiteral("by hand"), QStringLiteral("events"), {}, 0, ConflictPolicy::Skip});
    for (size_t user = 0; user < days.size(); ++user) {
        const QByteArray name = nameOf(user);
        for (const int day : days[user]) {
            EventRow event;
            event.time = (dayZero + day) * dayMs + 12 * hourMs;
            event.user = std::string_view(name.constData(), size_t(name.size()));
            event.kind = "purchase";
            event.amount = (10 + double(user % 7) + day % 3) * (m_variesSpend ? 0.4 + 0.3 * double(day * 7 % 5) : 1);
            event.fingerprint = ++m_number;
            if (!(*writer)->addEvent(event))
                qFatal("the event was not stored");
        }
    }
    if (!(*writer)->commit({}, {}, {}, m_job))
        qFatal("the events were not stored");
}

Workspace TestCustomers::shop(const std::vector<std::vector<int>> &days)
{
    Workspace workspace = std::move(*Workspace::create(m_folder->filePath(QStringLiteral("w.foretrail"))));
    sell(workspace, days);
    return workspace;
}

void TestCustomers::judgesTheHoldout()
{
    const std::vector<std::vector<int>> days = purchaseDaysOf(3000, 360, 9);
    Workspace workspace = shop(days);
    CustomersRequest request;
    request.calibrationEnd = dayZero + 239;
    request.horizonDays = 90;
    const Result<CustomersAnalysis> analysis = analyseCustomers(workspace.data(), request, m_job);
    VERIFY_RESULT(analysis);
    // The holdout counted a second time from the days themselves.
    double actual = 0;
    int known = 0;
    for (const std::vector<int> &user : days) {
        const QSet<int> once(user.begin(), user.end());
        if (user.front() > 239)
            continue;
        ++known;
        for (const int day : once)
            actual += day > 239 && day <= 329 ? 1 : 0;
    }
    QVERIFY(analysis->holdout.has_value());
    const HoldoutScore &score = *analysis->holdout;
    QCOMPARE(score.days, 90);
    QCOMPARE(score.actual, actual);
    QCOMPARE(analysis->model.buyers.users, qint64(known));
    QVERIFY2(std::abs(score.predicted / actual - 1) < 0.15, QByteArray::number(score.predicted));
    QVERIFY(score.auc > 0.7 && score.auc < 1);
    QVERIFY(score.mae <= score.rmse);
    QVERIFY(analysis->model.spend.has_value() || !analysis->model.spendNote.isEmpty());
}

void TestCustomers::learnsOnceAndAgainAfterAnImport()
{
    Workspace workspace = shop(purchaseDaysOf(600, 300, 3));
    QCOMPARE(keptCustomers(workspace).error().code, ErrorCode::NotFound);
    const Result<WorkspaceCustomers> learnt = workspaceCustomers(workspace, {}, m_job);
    VERIFY_RESULT(learnt);
    const Result<WorkspaceCustomers> kept = keptCustomers(workspace);
    VERIFY_RESULT(kept);
    QVERIFY(kept->model.buyers.parameters == learnt->model.buyers.parameters);
    QVERIFY(kept->model.buyers.covariance == learnt->model.buyers.covariance);
    QCOMPARE(kept->lastDay, learnt->lastDay);
    QCOMPARE(kept->model.buyers.model, QString::fromLatin1(usualBuyerModel));
    // A job that is stopped cannot learn; one that only reads needs no time.
    JobContext stopped;
    stopped.requestStop();
    VERIFY_RESULT(workspaceCustomers(workspace, {}, stopped));
    sell(workspace, {{301}});
    QVERIFY(!keptCustomers(workspace));
    QVERIFY(workspaceCustomers(workspace, {}, stopped).error().isCancelled());
}

void TestCustomers::aReadOnlyWorkspaceKeepsNothing()
{
    QString path;
    {
        Workspace workspace = shop(purchaseDaysOf(600, 300, 3));
        path = workspace.path();
    }
    Result<Workspace> reader = Workspace::open(path, Workspace::Mode::ReadOnly);
    VERIFY_RESULT(reader);
    VERIFY_RESULT(workspaceCustomers(*reader, {}, m_job));
    QVERIFY(!keptCustomers(*reader));
}

void TestCustomers::theCurveOfAUser()
{
    std::vector<std::vector<int>> days = purchaseDaysOf(800, 300, 4);
    days[0] = {10, 20, 31, 40, 52, 60}; // every ten days, then silence until day 299
    Workspace workspace = shop(days);
    const Result<WorkspaceCustomers> customers = workspaceCustomers(workspace, {}, m_job);
    VERIFY_RESULT(customers);
    Result<UserProfile> profile = userProfile(workspace.data(), QStringLiteral("u0"), m_job);
    VERIFY_RESULT(profile);
    profile->outlook = userOutlook({profile->events, nullptr, QStringLiteral("UTC")}, *customers);
    const UserOutlook &outlook = profile->outlook;
    QVERIFY(!outlook.isEmpty());
    QCOMPARE(outlook.curve.axis.step, Step::Day);
    QCOMPARE(outlook.curve.axis.start, (dayZero + 10) * dayMs);
    QCOMPARE(outlook.curve.size(), customers->lastDay - dayZero - 10 + 1);
    QCOMPARE(outlook.purchases, (std::vector<qint64>{0, 10, 21, 30, 42, 50}));
    QCOMPARE(outlook.ahead.size(), size_t(usualHorizonDays));
    // A silence lowers it, a purchase raises it, and a long silence behind short gaps says that the user is gone.
    const std::vector<double> &curve = outlook.curve.values;
    QVERIFY(curve[40] < curve[31]);
    QVERIFY(curve[42] > curve[41]);
    QVERIFY(curve.back() < 0.05);
    QVERIFY(outlook.ahead.back() < curve.back());
    QCOMPARE(curve.back(), outlook.now.active.value);
    for (size_t i = 0; i < curve.size(); ++i)
        QVERIFY(outlook.low[i] <= curve[i] && curve[i] <= outlook.high[i]);
    QVERIFY2(outlook.sentence.contains(QStringLiteral("91 day")), qPrintable(outlook.sentence));
    const QJsonObject json = profile->toJson()[QStringLiteral("outlook")].toObject();
    QCOMPARE(json[QStringLiteral("p_active")][QStringLiteral("value")].toDouble(), outlook.now.active.value);
    QCOMPARE(json[QStringLiteral("curve")][QStringLiteral("p_active")].toArray().size(), qsizetype(curve.size()));
    QCOMPARE(json[QStringLiteral("model")].toString(), QStringLiteral("mbgnbd"));
}

void TestCustomers::oneTimeBuyerAndVisitor()
{
    std::vector<std::vector<int>> days = purchaseDaysOf(800, 300, 4);
    days[0] = {290};
    Workspace workspace = shop(days);
    const Result<WorkspaceCustomers> customers = workspaceCustomers(workspace, {}, m_job);
    VERIFY_RESULT(customers);
    const Result<UserProfile> profile = userProfile(workspace.data(), QStringLiteral("u0"), m_job);
    const UserOutlook once = userOutlook({profile->events, nullptr, QStringLiteral("UTC")}, *customers);
    QVERIFY(once.now.active.value > 0.05 && once.now.active.value < 0.99);
    QVERIFY2(once.sentence.contains(QStringLiteral("One purchase day only")), qPrintable(once.sentence));
    const UserOutlook never = userOutlook({{}, nullptr, QStringLiteral("UTC")}, *customers);
    QVERIFY(never.isEmpty());
    QVERIFY2(never.sentence.contains(QStringLiteral("No purchase yet")), qPrintable(never.sentence));
    QVERIFY(never.toJson()[QStringLiteral("model")].isNull());
}

// The figures of one user are those of the analysis of all of them, whose parameters and spend are tested on CDNOW.
void TestCustomers::whatOneUserIsWorth()
{
    std::vector<std::vector<int>> days = purchaseDaysOf(800, 300, 4);
    days[0] = {10, 20, 31, 40, 52, 290};
    m_variesSpend = true;
    Workspace workspace = shop(days);
    m_variesSpend = false;
    const Result<WorkspaceCustomers> customers = workspaceCustomers(workspace, {}, m_job);
    VERIFY_RESULT(customers);
    QVERIFY(customers->histories);
    const Result<UserProfile> profile = userProfile(workspace.data(), QStringLiteral("u0"), m_job);
    VERIFY_RESULT(profile);
    const PurchaseHistory *bought = customers->historyOf(profile->user.id);
    QVERIFY(bought);
    const Result<PurchaseHistories> alone = workspace.data().purchaseHistories({{}, 0, profile->user.id}, m_job);
    VERIFY_RESULT(alone);
    QCOMPARE(alone->users.size(), size_t(1));
    QVERIFY(alone->users.front() == *bought); // read alone, it is the same
    // Spend by day as sell() made it: (10 + 0 + day % 3) * (0.4 + 0.3 * (day * 7 % 5)).
    QCOMPARE(bought->firstSpend, 11 * 0.4);
    const double spent = 12 * 0.4 + 11 * 1.0 + 11 * 0.4 + 11 * 1.6 + 12 * 0.4;
    QVERIFY(std::abs(bought->repeatSpend - spent) < 1e-9);
    const UserOutlook outlook = userOutlook({profile->events, bought, QStringLiteral("UTC"), QStringLiteral("EUR")}, *customers);
    const CustomerOutlook all = CustomerOracle::of(customers->model)->outlook({5, 40.0, double(customers->lastDay - dayZero - 10) / 7}, {5, spent / 5}, double(usualHorizonDays));
    QCOMPARE(outlook.now.value.value, all.value.value);
    QCOMPARE(outlook.now.value.low, all.value.low);
    QCOMPARE(outlook.now.spend.value, all.spend.value);
    QVERIFY(outlook.now.value.low < outlook.now.value.value && outlook.now.value.value < outlook.now.value.high);
    QVERIFY2(outlook.sentence.contains(QStringLiteral("EUR today")), qPrintable(outlook.sentence));
    QVERIFY2(outlook.sentence.startsWith(QStringLiteral("Probably still active.")), qPrintable(outlook.sentence));
    const QJsonObject json = outlook.toJson();
    QCOMPARE(json[QStringLiteral("value")][QStringLiteral("value")].toDouble(), outlook.now.value.value);
    QCOMPARE(json[QStringLiteral("value")][QStringLiteral("hi95")].toDouble(), outlook.now.value.high);
    QVERIFY(!customers->historyOf({99'999}));
    // Read anew, where the model alone was kept.
    const Result<WorkspaceCustomers> again = withHistories(*keptCustomers(workspace), workspace.data(), m_job);
    VERIFY_RESULT(again);
    QVERIFY(*again->historyOf(profile->user.id) == *bought);
}

void TestCustomers::eachModelIsKept()
{
    Workspace workspace = shop(purchaseDaysOf(600, 300, 3));
    for (const QString &model : buyerModelNames()) {
        const Result<WorkspaceCustomers> learnt = workspaceCustomers(workspace, {model, 30}, m_job);
        VERIFY_RESULT(learnt);
        QCOMPARE(learnt->model.buyers.model, model);
        QCOMPARE(learnt->horizonDays, qint64(30));
    }
    for (const QString &model : buyerModelNames())
        QCOMPARE(keptCustomers(workspace, {model})->model.buyers.model, model);
    QVERIFY(!workspaceCustomers(workspace, {QStringLiteral("nbd")}, m_job));
}

void TestCustomers::theListSaysWhatTheProfileSays()
{
    Workspace workspace = shop(purchaseDaysOf(300, 300, 3));
    for (const QString &model : buyerModelNames()) {
        const Result<WorkspaceCustomers> customers = withHistories(*workspaceCustomers(workspace, {model}, m_job), workspace.data(), m_job);
        VERIFY_RESULT(customers);
        const Result<UserForecasts> all = userForecasts(*customers, 2, m_job);
        VERIFY_RESULT(all);
        QVERIFY(all->hasValues);
        for (const PurchaseHistory &user : customers->histories->users) {
            const CustomerOutlook one = CustomerOracle::of(customers->model)
                                            ->outlook(buyerHistory(user, customers->lastDay, customers->model.buyers.unit), spendRecord(user), double(usualHorizonDays));
            const UserForecast listed = all->of(user.user);
            QCOMPARE(listed.active, float(one.active.value)); // NaN where it cannot be told: QCOMPARE takes two of them for equal
            QCOMPARE(listed.purchases, float(one.purchases.value));
            QCOMPARE(listed.value, float(one.value.value));
        }
        QVERIFY(std::isnan(all->of({99'999}).active));
        JobContext stopped;
        stopped.requestStop();
        QVERIFY(userForecasts(*customers, 1, stopped).error().isCancelled());
    }
}

// The quantile of a mixture of zero and a normal distribution, from its definition: F(q) = (1 - a) [q >= 0] + a Phi((q - m) / s).
void TestCustomers::theForecastAllowsForWhoIsGone()
{
    const auto phi = [](double z) { return 0.5 * std::erfc(-z / std::sqrt(2.0)); };
    const Forecast before{{10, 10}, {{80, {10 - 1.281552 * 2, 10 - 1.281552 * 4}, {10 + 1.281552 * 2, 10 + 1.281552 * 4}}}};
    for (const double active : {0.97, 0.85, 0.5, 0.12}) {
        Forecast forecast = before;
        weighWithActive(forecast, active);
        for (size_t step = 0; step < 2; ++step) {
            const double spread = step == 0 ? 2 : 4;
            const auto below = [&](double q) { return (q >= 0 ? 1 - active : 0) + active * phi((q - 10) / spread); };
            QCOMPARE(forecast.mean[step], 10 * active);
            const double low = forecast.bands[0].low[step], high = forecast.bands[0].high[step];
            QVERIFY(low == 0 ? below(0) >= 0.1 : std::abs(below(low) - 0.1) < 1e-5);
            QVERIFY(std::abs(below(high) - 0.9) < 1e-5);
        }
    }
    Forecast gone = before;
    weighWithActive(gone, 0.05); // nothing with more than 90 %
    QCOMPARE(gone.bands[0].high, (std::vector<double>{0, 0}));
    Forecast whole = before;
    weighWithActive(whole, missing);
    QCOMPARE(whole.mean, before.mean);
}

void TestCustomers::tooFewUsers()
{
    Workspace workspace = shop({{0, 5}, {1}, {3}});
    const Result<WorkspaceCustomers> customers = workspaceCustomers(workspace, {}, m_job);
    QVERIFY(!customers);
    QCOMPARE(customers.error().code, ErrorCode::TooShort);
}

FORETRAIL_TEST_MAIN(TestCustomers, QCoreApplication)
#include "tst_customers.moc"
