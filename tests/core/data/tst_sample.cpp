// The sample shop against its own truth: rates are recovered from the events, within what chance allows.
#include "core/data/sample/SamplePlan.h"
#include "core/data/sample/SampleRun.h"
#include "core/data/sample/SampleShop.h"
#include "tests/support/TestSupport.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <map>

using namespace foretrail;

namespace {

struct Counts {
    qint64 views = 0;
    qint64 carts = 0;
    qint64 purchases = 0;
    qint64 returns = 0;
};

struct Lived {
    SampleTruth truth;
    std::vector<std::map<std::string, Counts>> byDay; ///< by day and item
    std::vector<qint64> sessions;                     ///< with a view, by day
    std::map<std::string, std::pair<int, int>> seen;  ///< user: first and last day but for returns
    std::map<std::string, std::map<std::string, qint64>> categoriesOf;
    Counts all;
    qint64 cartSessions = 0;
    qint64 boughtSessions = 0;
    quint64 hash = 1469598103934665603ULL;
};

void mix(quint64 &hash, std::string_view text)
{
    for (const char c : text)
        hash = (hash ^ quint8(c)) * 1099511628211ULL; // FNV-1a
    hash = (hash ^ 31) * 1099511628211ULL;
}

Lived live(const SampleSettings &settings, quint64 seed)
{
    Lived lived;
    SampleRandom random(seed);
    lived.truth = planSampleShop(settings, random);
    lived.truth.seed = seed;
    lived.byDay.resize(size_t(settings.days));
    lived.sessions.resize(size_t(settings.days));
    std::string session;
    bool hasCart = false;
    bool hasBought = false;
    const UtcMs start = QDateTime(settings.start, QTime(0, 0), QTimeZone::utc()).toMSecsSinceEpoch();
    const auto close = [&] {
        lived.cartSessions += hasCart;
        lived.boughtSessions += hasBought;
        hasCart = hasBought = false;
    };
    SampleRun run(lived.truth, random, [&](const EventRow &event) -> Result<bool> {
        for (const std::string_view text : {event.user, event.item, event.kind, event.session, event.category})
            mix(lived.hash, text);
        mix(lived.hash, std::to_string(event.time) + '/' + std::to_string(std::llround(event.amount == event.amount ? event.amount * 100 : 0)));
        const auto day = std::min(size_t((event.time - start) / 86'400'000), lived.byDay.size() - 1);
        Counts &counts = lived.byDay[day][std::string(event.item)];
        if (event.kind == "return") {
            ++counts.returns, ++lived.all.returns;
            return true;
        }
        if (event.session != session) {
            close();
            session = event.session;
            ++lived.sessions[day];
        }
        auto &seen = lived.seen.try_emplace(std::string(event.user), int(day), int(day)).first->second;
        seen.second = int(day);
        if (event.kind == "view") {
            ++counts.views, ++lived.all.views;
            ++lived.categoriesOf[std::string(event.user)][std::string(event.category)];
        } else if (event.kind == "cart") {
            ++counts.carts, ++lived.all.carts;
            hasCart = true;
        } else {
            ++counts.purchases, ++lived.all.purchases;
            hasBought = true;
        }
        return true;
    });
    JobContext job;
    const Result<void> done = run.run(job);
    close();
    if (!done)
        qFatal("%s", qPrintable(done.error().message));
    return lived;
}

double share(qint64 part, qint64 whole) { return double(part) / double(whole); }

} // namespace

class TestSample : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void weekdaysAndYearAreRecovered();
    void promotionsLiftWhatGoesIntoCarts();
    void nothingIsSoldWhileOutOfStock();
    void funnelRatesAreRecovered();
    void usersComeOnlyWhileTheyAreCustomers();
    void usersHaveFavourites();
    void itemsAppearAndFade();
    void sameSeedSameEvents();
    void fillsAWorkspace();
    void cancelledLeavesNothing();
    void writesACsvOfExactlySoManyRows();

private:
    Lived m_lived;
};

void TestSample::initTestCase()
{
    SampleSettings settings;
    settings.activeUsers = 1500;
    m_lived = live(settings, 7);
}

void TestSample::weekdaysAndYearAreRecovered()
{
    const SampleTruth &truth = m_lived.truth;
    std::array<double, 7> found{}, expected{};
    double all = 0;
    double allExpected = 0;
    for (int day = 0; day < truth.settings.days; ++day) {
        const auto weekday = size_t(truth.date(day).dayOfWeek() - 1);
        const double users = truth.settings.activeUsers * (1 + truth.settings.yearlyGrowth * day / 365);
        const double visits = users * truth.settings.visitRate * truth.level(day);
        found[weekday] += double(m_lived.sessions[size_t(day)]);
        expected[weekday] += visits / truth.settings.weekday[weekday];
        all += double(m_lived.sessions[size_t(day)]);
        allExpected += visits;
    }
    QVERIFY2(std::abs(all / allExpected - 1) < 0.04, qPrintable(QString::number(all / allExpected)));
    // About 15,000 visits a weekday: three standard errors are 2.5 %.
    for (size_t day = 0; day < 7; ++day)
        QVERIFY2(std::abs(found[day] / expected[day] / (all / allExpected) / truth.settings.weekday[day] - 1) < 0.03,
                 qPrintable(QStringLiteral("weekday %1: %2").arg(day + 1).arg(found[day] / expected[day])));
}

void TestSample::promotionsLiftWhatGoesIntoCarts()
{
    const SampleTruth &truth = m_lived.truth;
    QVERIFY(truth.promotions.size() > 50);
    std::map<double, Counts> byLift;
    for (const SamplePromotion &one : truth.promotions)
        for (int day = one.span.first; day <= one.span.last; ++day) {
            const Counts &counts = m_lived.byDay[size_t(day)][truth.items[one.item].key.toStdString()];
            byLift[one.lift].views += counts.views;
            byLift[one.lift].carts += counts.carts;
        }
    QCOMPARE(byLift.size(), size_t(3));
    for (const auto &[lift, counts] : byLift) {
        const double expected = truth.settings.cartRate * lift;
        const double error = std::sqrt(expected * (1 - expected) / double(counts.views));
        QVERIFY2(std::abs(share(counts.carts, counts.views) - expected) < 4 * error + 0.005,
                 qPrintable(QStringLiteral("lift %1: %2 of %3 views").arg(lift).arg(counts.carts).arg(counts.views)));
    }
}

void TestSample::nothingIsSoldWhileOutOfStock()
{
    const SampleTruth &truth = m_lived.truth;
    QVERIFY(truth.stockOuts.size() > 30);
    Counts during;
    for (const SampleStockOut &one : truth.stockOuts) {
        // The last quarter of an hour before midnight may end a session that began the day before.
        for (int day = one.span.first + 1; day <= one.span.last; ++day) {
            const Counts &counts = m_lived.byDay[size_t(day)][truth.items[one.item].key.toStdString()];
            during.views += counts.views;
            during.carts += counts.carts;
            during.purchases += counts.purchases;
        }
    }
    QVERIFY(during.views > 500);
    QCOMPARE(during.carts, 0);
    QCOMPARE(during.purchases, 0);
}

void TestSample::funnelRatesAreRecovered()
{
    const SampleSettings &settings = m_lived.truth.settings;
    qint64 sessions = 0;
    for (const qint64 count : m_lived.sessions)
        sessions += count;
    const Counts &all = m_lived.all;
    QVERIFY(std::abs(share(all.views, sessions) - (1 + settings.extraViews)) < 0.05);
    QVERIFY(std::abs(share(m_lived.boughtSessions, m_lived.cartSessions) - settings.checkoutRate) < 0.01);
    QVERIFY(std::abs(share(all.purchases, all.carts) - settings.checkoutRate) < 0.01);
    QVERIFY(std::abs(share(all.returns, all.purchases) - settings.returnRate) < 0.005);
    QVERIFY(share(all.carts, all.views) > settings.cartRate * 0.97); // stock-outs lower it, promotions raise it
}

void TestSample::usersComeOnlyWhileTheyAreCustomers()
{
    QVERIFY(m_lived.truth.users.size() > 3000);
    int met = 0;
    for (const SampleUser &user : m_lived.truth.users) {
        const auto seen = m_lived.seen.find(sampleUserKey(user.number).toStdString());
        if (seen == m_lived.seen.end())
            continue;
        ++met;
        QVERIFY(seen->second.first >= user.joined);
        QVERIFY(seen->second.second <= int(user.leaves) + 1); // a session may last past midnight
    }
    QVERIFY(met > 2500);
}

void TestSample::usersHaveFavourites()
{
    qint64 favourite = 0;
    qint64 all = 0;
    for (const SampleUser &user : m_lived.truth.users)
        for (const auto &[category, views] : m_lived.categoriesOf[sampleUserKey(user.number).toStdString()]) {
            all += views;
            if (m_lived.truth.categories[user.favourites[0]].toStdString() == category)
                favourite += views;
        }
    // Half by the first favourite, and what the others bring to the same category by chance.
    QVERIFY2(share(favourite, all) > 0.53 && share(favourite, all) < 0.65, qPrintable(QString::number(share(favourite, all))));
}

void TestSample::itemsAppearAndFade()
{
    const SampleTruth &truth = m_lived.truth;
    int launched = 0;
    int faded = 0;
    for (const SampleItem &item : truth.items) {
        qint64 before = 0;
        qint64 late = 0;
        for (int day = 0; day < truth.settings.days; ++day) {
            const qint64 views = m_lived.byDay[size_t(day)][item.key.toStdString()].views;
            before += day < item.launch ? views : 0;
            late += item.fading >= 0 && day > item.fading + 140 ? views : 0; // less than 1/128 of its weight is left
        }
        launched += item.launch > 0;
        faded += item.fading >= 0;
        QCOMPARE(before, 0);
        QCOMPARE(late, 0);
    }
    QVERIFY(launched > 10);
    QVERIFY(faded > 8);
}

void TestSample::sameSeedSameEvents()
{
    const Lived first = live(SampleSettings(), 1);
    const Lived again = live(SampleSettings(), 1);
    const Lived other = live(SampleSettings(), 2);
    QCOMPARE(first.hash, again.hash);
    QCOMPARE(first.truth.toJson(), again.truth.toJson());
    QVERIFY(first.hash != other.hash);
    QVERIFY2(first.truth.events > 50'000 && first.truth.events < 75'000, qPrintable(QString::number(first.truth.events)));
    QVERIFY(first.byDay.size() >= 730);
}

void TestSample::fillsAWorkspace()
{
    const QTemporaryDir folder;
    Result<Workspace> workspace = Workspace::create(folder.filePath(QStringLiteral("s.foretrail")));
    VERIFY_RESULT(workspace);
    JobContext job;
    const Result<SampleTruth> truth = createSampleShop(*workspace, SampleSize::Small, 1, job);
    VERIFY_RESULT(truth);
    const Result<DataSummary> summary = workspace->data().summary();
    VERIFY_RESULT(summary);
    QCOMPARE(summary->events, truth->events);
    QCOMPARE(summary->items, qint64(truth->items.size()));
    QCOMPARE(summary->kinds, 4);
    QCOMPARE(summary->attributes, (QStringList{QStringLiteral("Country"), QStringLiteral("Channel")}));
    QVERIFY(summary->hasAmounts && summary->netRevenue > 0);
    const Result<QString> kept = workspace->setting(QLatin1String(sampleTruthSetting));
    VERIFY_RESULT(kept);
    QCOMPARE(QJsonDocument::fromJson(kept->toUtf8()).object(), truth->toJson());
    const auto again = createSampleShop(*workspace, SampleSize::Small, 1, job);
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::InvalidInput);
}

void TestSample::cancelledLeavesNothing()
{
    const QTemporaryDir folder;
    Result<Workspace> workspace = Workspace::create(folder.filePath(QStringLiteral("s.foretrail")));
    VERIFY_RESULT(workspace);
    JobContext *stopped = nullptr;
    JobContext job([&](const Progress &progress) {
        if (progress.done > 100)
            stopped->requestStop();
    });
    stopped = &job;
    const auto truth = createSampleShop(*workspace, SampleSize::Medium, 1, job);
    QVERIFY(!truth);
    QVERIFY(truth.error().isCancelled());
    const Result<DataSummary> summary = workspace->data().summary();
    VERIFY_RESULT(summary);
    QCOMPARE(summary->rows(), 0);
    QCOMPARE(summary->users, 0);
}

void TestSample::writesACsvOfExactlySoManyRows()
{
    const QTemporaryDir folder;
    JobContext job;
    const QString first = folder.filePath(QStringLiteral("a.csv"));
    const QString second = folder.filePath(QStringLiteral("b.csv"));
    VERIFY_RESULT(writeSampleCsv(first, 20'000, 3, job));
    VERIFY_RESULT(writeSampleCsv(second, 20'000, 3, job));
    const QByteArray content = test::readAll(first);
    QCOMPARE(content.count('\n'), 20'001);
    QVERIFY(content == test::readAll(second));
    QCOMPARE(content.left(content.indexOf('\n')).count(','), 10);
    QVERIFY(!writeSampleCsv(folder.filePath(QStringLiteral("absent/a.csv")), 10, 3, job));
}

FORETRAIL_TEST_MAIN(TestSample, QCoreApplication)
#include "tst_sample.moc"
