// What is told of users while a feed goes on is what is told of them afterwards by a look at the whole log; the running day by its formula.
#include "core/behaviour/intent/IntentLearning.h"
#include "core/behaviour/recommend/RecommenderStore.h"
#include "core/data/Import.h"
#include "core/data/feed/FeedWriter.h"
#include "core/data/feed/ShopperCache.h"
#include "core/data/figures/FigureStore.h"
#include "core/live/LiveFeed.h"
#include "core/live/LiveShop.h"
#include "tests/support/TestSupport.h"

#include <random>

using namespace foretrail;

namespace {

constexpr UtcMs monday = 1'709'510'400'000; // 2024-03-04

QByteArray timeText(UtcMs time) { return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")).toUtf8(); }

QByteArray line(UtcMs time, const QByteArray &user, const QByteArray &item, const QByteArray &kind, int price)
{
    return timeText(time) + ',' + user + ',' + item + ",c" + item.right(1) + ',' + kind + ',' + (kind == "view" ? QByteArray() : QByteArray::number(price)) + '\n';
}

const QByteArray header = "time,user,item,category,event,price\n";

/// Visits of thirty days: who puts something into the cart often buys it, neighbouring items are looked at together, some come back to buy
/// again; a robot that goes on for an hour, and a clock that was five years off.
QByteArray shopLog(int visits)
{
    std::mt19937 random(5);
    std::vector<std::pair<UtcMs, QByteArray>> lines;
    for (int visit = 0; visit < visits; ++visit) {
        UtcMs time = monday + qint64(visit) * 30 * dayMs / visits + qint64(random() % 7'200'000);
        const QByteArray user = "u" + QByteArray::number(random() % 90);
        const int first = int(random() % 40), steps = 1 + int(random() % 6);
        bool isWanted = false;
        for (int step = 0; step < steps; ++step, time += 1000 * qint64(5 + random() % 300)) {
            const QByteArray item = "i" + QByteArray::number((first + step) % 40);
            lines.emplace_back(time, line(time, user, item, "view", 0));
            if (random() % 6 == 0) {
                lines.emplace_back(time + 500, line(time + 500, user, item, "cart", 5));
                isWanted = true;
            }
            if (random() % (isWanted ? 3 : 30) == 0)
                lines.emplace_back(time + 900, line(time + 900, user, item, "purchase", 5 + first));
        }
    }
    for (int step = 0; step < 3600; ++step)
        lines.emplace_back(monday + dayMs + step * 1000, line(monday + dayMs + step * 1000, "robot", "i" + QByteArray::number(step % 40), "view", 0));
    const UtcMs wrong = monday - 5 * 365 * dayMs;
    lines.emplace_back(monday + 10 * dayMs, line(wrong, "u1", "i1", "view", 0));
    std::ranges::stable_sort(lines, {}, &std::pair<UtcMs, QByteArray>::first);
    QByteArray csv = header;
    for (const auto &[time, text] : lines)
        csv += text;
    return csv;
}

} // namespace

class TestLiveShop : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void figuresEqualRecountedOnes_data();
    void figuresEqualRecountedOnes();
    void figuresOfRealLogs_data();
    void figuresOfRealLogs();
    void othersChangeTheWorkspace();
    void profilesEqualThoseOfTheWholeLog();
    void onlyWhoDidSomethingChanges();
    void usersAgeOut();
    void nobodyAgesWhileItIsPaused();
    void funnelOfAnHour();
    void averagedIntent();
    void todayByItsFormula();
    void todayWithoutStrayDays();
    void todaysBandNarrows();
    void todaysBandHoldsWhatItPromises();
    void todayWithoutEnough();
    void aSurprisingDayIsTold();
    void aChangeOfDaysIsTold();
    void aChangeOfInputsIsTold();
    void followsAFeedAndLearns();
    void waitsAndGoesOn();
    void badModel();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    ImportPlan plan();
    std::unique_ptr<FeedWriter> writer(Workspace &workspace);
    Workspace created(const QString &name);
    /// A shop that took these lines, at the clock of a replay that stands still.
    std::unique_ptr<LiveShop> shopOf(Workspace &workspace, FeedWriter &writer, const QByteArray &lines);
    /// Of a change of days: which day was the last one then; -1: none came within ten days.
    struct Told { int day = -1; QString kind, text; };
    Told firstAlert(LiveShop &shop, FeedWriter &writer, int from, const QString &kind, const std::function<QByteArray(int)> &dayOf);
    LiveToday todayOf(const std::vector<std::array<double, 24>> &days);

    std::unique_ptr<QTemporaryDir> m_folder;
    JobContext m_job;
};

void TestLiveShop::init() { m_folder = std::make_unique<QTemporaryDir>(); }

ImportPlan TestLiveShop::plan()
{
    const QString file = path(QStringLiteral("like.csv"));
    test::writeAll(file, header + line(monday, "u1", "i1", "view", 0) + line(monday + 1000, "u1", "i1", "cart", 5) + line(monday + 2000, "u1", "i1", "purchase", 7));
    const Result<ImportPreview> preview = settledPreview(file, previewFile(file, m_job)->plan, m_job);
    return preview ? preview->plan : ImportPlan();
}

std::unique_ptr<FeedWriter> TestLiveShop::writer(Workspace &workspace)
{
    Result<std::unique_ptr<FeedWriter>> writer = FeedWriter::open(workspace, QStringLiteral("feed"), plan());
    return writer ? std::move(*writer) : nullptr;
}

Workspace TestLiveShop::created(const QString &name)
{
    Result<Workspace> workspace = Workspace::create(path(name));
    return std::move(*workspace);
}

std::unique_ptr<LiveShop> TestLiveShop::shopOf(Workspace &workspace, FeedWriter &writer, const QByteArray &lines)
{
    FeedSpec spec;
    spec.kind = FeedKind::Replay;
    Result<std::unique_ptr<LiveShop>> shop = LiveShop::open(workspace, spec, m_job);
    [&] { VERIFY_RESULT(shop); }();
    for (const QByteArray &text : lines.split('\n')) {
        if (text.isEmpty())
            continue;
        const Result<ImportReport> stored = writer.store(text + '\n', {}, 0, m_job);
        [&] { VERIFY_RESULT(stored); }();
        [&] { VERIFY_RESULT((*shop)->take({writer.total().importId}, stored->stored, false, 0)); }();
    }
    return std::move(*shop);
}

void TestLiveShop::figuresEqualRecountedOnes_data()
{
    QTest::addColumn<int>("rowsAtOnce");
    QTest::newRow("a few at once") << 7;
    QTest::newRow("many at once") << 5000;
}

// Field for field, robots and wrong clocks among them.
void TestLiveShop::figuresEqualRecountedOnes()
{
    QFETCH(int, rowsAtOnce);
    Workspace workspace = created(QStringLiteral("live.foretrail"));
    const auto feed = writer(workspace);
    const QList<QByteArray> lines = shopLog(400).split('\n');
    Result<std::unique_ptr<ShopperCache>> cache = ShopperCache::open(workspace, m_job);
    VERIFY_RESULT(cache);
    QSet<qint64> users;
    for (qsizetype at = 1; at < lines.size(); at += rowsAtOnce) {
        QByteArray rows;
        for (const QByteArray &text : lines.mid(at, rowsAtOnce))
            rows += text.isEmpty() ? text : text + '\n';
        const Result<ImportReport> stored = feed->store(rows, {{QStringLiteral("at"), at}}, 0, m_job);
        VERIFY_RESULT(stored);
        const auto events = (*cache)->takeNew({feed->total().importId}, stored->stored, false);
        VERIFY_RESULT(events);
        QCOMPARE(qint64(events->size()), stored->stored);
        for (const NewEvent &one : *events) {
            users.insert(one.user.value);
            VERIFY_RESULT((*cache)->figuresOf(one.user)); // from here on they grow in memory
        }
    }
    const Result<SharedFigures> counted = workspaceFigures(workspace, m_job);
    VERIFY_RESULT(counted);
    QCOMPARE(users.size(), qsizetype((*counted)->count));
    int robots = 0, strays = 0;
    for (const qint64 user : users) {
        const UserFigures &expected = (*counted)->of({user});
        QVERIFY2(*(*cache)->figuresOf({user}) == expected, qPrintable((*cache)->userKey({user})));
        robots += expected.isRobot;
        strays += expected.strayEvents;
    }
    QCOMPARE(robots, 1);
    QCOMPARE(strays, 1);
}

void TestLiveShop::figuresOfRealLogs_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("users");
    QTest::newRow("Online Retail") << QStringLiteral("online_retail/online_retail_2010-12_to_2011-09.csv.gz") << 3000;
    QTest::newRow("Taobao") << QStringLiteral("taobao/UserBehavior.csv") << 400;
}

// A replay, grown in memory from nothing: field for field what a count of the whole log says.
void TestLiveShop::figuresOfRealLogs()
{
    QFETCH(QString, name);
    QFETCH(int, users);
    const QString file = test::sharedFile(name);
    if (file.isEmpty())
        QSKIP("the public logs are not beside the project");
    const Result<ImportPreview> preview = settledPreview(file, previewFile(file, m_job)->plan, m_job);
    VERIFY_RESULT(preview);
    Workspace workspace = created(QStringLiteral("live.foretrail"));
    Result<std::unique_ptr<FeedWriter>> feed = FeedWriter::open(workspace, QStringLiteral("feed"), preview->plan);
    VERIFY_RESULT(feed);
    Result<std::unique_ptr<FeedSource>> source = FeedSource::open(*FeedSpec::fromText(QStringLiteral("replay:") + file), {}, preview->plan);
    VERIFY_RESULT(source);
    Result<std::unique_ptr<ShopperCache>> cache = ShopperCache::open(workspace, m_job);
    VERIFY_RESULT(cache);
    QSet<qint64> seen;
    for (bool hasEnded = false; !hasEnded;) {
        const Result<FeedChunk> chunk = (*source)->next(0);
        VERIFY_RESULT(chunk);
        hasEnded = chunk->hasEnded;
        const Result<ImportReport> stored = (*feed)->store(chunk->lines, chunk->position, chunk->tooLong, m_job);
        VERIFY_RESULT(stored);
        const auto events = (*cache)->takeNew({(*feed)->total().importId}, stored->stored, false);
        VERIFY_RESULT(events);
        for (const NewEvent &one : *events)
            if (one.user.value != 0 && !seen.contains(one.user.value)) {
                seen.insert(one.user.value);
                VERIFY_RESULT((*cache)->eventsOf(one.user));
            }
    }
    const Result<SharedFigures> counted = workspaceFigures(workspace, m_job);
    VERIFY_RESULT(counted);
    QVERIFY(seen.size() > users);
    QCOMPARE(seen.size(), qsizetype((*counted)->count));
    qint64 alike = 0;
    for (const qint64 user : seen)
        alike += *(*cache)->figuresOf({user}) == (*counted)->of({user});
    QCOMPARE(alike, qint64(seen.size()));
}

// A user who was erased, or rows of another import, are seen at the next event.
void TestLiveShop::othersChangeTheWorkspace()
{
    Workspace workspace = created(QStringLiteral("live.foretrail"));
    const auto feed = writer(workspace);
    Result<std::unique_ptr<ShopperCache>> cache = ShopperCache::open(workspace, m_job);
    VERIFY_RESULT(cache);
    VERIFY_RESULT(feed->store(line(monday, "u1", "i1", "view", 0), {}, 0, m_job));
    const auto first = (*cache)->takeNew({feed->total().importId}, 1, false);
    VERIFY_RESULT(first);
    const UserId user = first->front().user;
    QCOMPARE((*cache)->figuresOf(user)->events, 1U);
    const QString file = path(QStringLiteral("more.csv"));
    test::writeAll(file, header + line(monday + 5000, "u1", "i2", "view", 0) + line(monday + 6000, "u1", "i3", "cart", 5) + line(monday + 7000, "u1", "i3", "purchase", 5));
    Result<Workspace> other = Workspace::open(path(QStringLiteral("live.foretrail")));
    VERIFY_RESULT(other);
    VERIFY_RESULT(importFile(*other, file, plan(), m_job));
    VERIFY_RESULT(feed->store(line(monday + 9000, "u1", "i4", "view", 0), {}, 0, m_job));
    VERIFY_RESULT((*cache)->takeNew({feed->total().importId}, 1, false));
    QCOMPARE((*cache)->figuresOf(user)->events, 5U);
    QVERIFY(*(*cache)->figuresOf(user) == (*workspaceFigures(workspace, m_job))->of(user));
}

// Next items as `recommend` names them, intent as `intent` tells it, both of the same models and the whole log.
void TestLiveShop::profilesEqualThoseOfTheWholeLog()
{
    Workspace workspace = created(QStringLiteral("live.foretrail"));
    const auto feed = writer(workspace);
    VERIFY_RESULT(feed->store(shopLog(500).sliced(header.size()), {}, 0, m_job));
    const Result<SharedModels> models = learnLiveModels(workspace, QStringLiteral("session-knn"), m_job);
    VERIFY_RESULT(models);
    QVERIFY2((*models)->missing.isEmpty(), qPrintable((*models)->missing.join(QLatin1Char(' '))));
    Result<std::unique_ptr<ShopperCache>> cache = ShopperCache::open(workspace, m_job);
    VERIFY_RESULT(cache);
    LiveProfiler profiler(**cache);
    profiler.setModels(*models);

    IntentRequest request;
    request.task = IntentTask::Session;
    request.triesLstm = false;
    const Result<IntentReport> intent = analyseIntent(workspace.data(), request, m_job);
    VERIFY_RESULT(intent);
    const FittedRecommender &fitted = *(*models)->recommender;
    int told = 0, alike = 0, asked = 0;
    for (size_t place = 0; place < intent->users.size(); ++place) {
        const UserId user = intent->users[place];
        const Result<LiveUser> live = profiler.profile(user, nullptr, (*models)->customers->lastDay);
        VERIFY_RESULT(live);
        if (fitted.shop().historyOf({quint32(user.value), 0}).items().size() > LiveProfiler::mostSteps)
            continue; // of those the latest steps alone count here
        ++asked;
        const Result<Recommendations> list = recommendFor(fitted, {quint32(user.value), 0}, *(*models)->rules, {LiveProfiler::shownItems, true}, m_job);
        VERIFY_RESULT(list);
        const Result<QList<RecommendedItem>> next = profiler.told(*live, LiveProfiler::shownItems, true);
        VERIFY_RESULT(next);
        QCOMPARE(next->size(), list->items.size());
        for (qsizetype i = 0; i < next->size(); ++i) {
            QCOMPARE(next->at(i).item, list->items[i].item);
            QCOMPARE(next->at(i).score, list->items[i].score);
            QCOMPARE(reasonText(next->at(i)), reasonText(list->items[i]));
        }
        if (live->visit.purchases > 0) {
            QVERIFY(std::isnan(live->intent));
            continue;
        }
        ++told;
        alike += std::abs(live->intent - intent->probabilities[place]) < 1e-9;
    }
    QVERIFY2(told > 15 && asked > 25, qPrintable(QStringLiteral("%1 %2").arg(told).arg(asked)));
    QCOMPARE(alike, told);
}

void TestLiveShop::onlyWhoDidSomethingChanges()
{
    Workspace workspace = created(QStringLiteral("live.foretrail"));
    const auto feed = writer(workspace);
    const auto shop = shopOf(workspace, *feed, line(monday, "u1", "i1", "view", 0) + line(monday + 1000, "u2", "i1", "view", 0) + line(monday + 2000, "u1", "i2", "purchase", 30));
    const Result<LiveSnapshot> told = shop->snapshot();
    VERIFY_RESULT(told);
    QCOMPARE(told->profiles, 3);
    QCOMPARE(told->sessions.size(), 2);
    const auto of = [&](const QString &key) {
        const auto user = std::ranges::find_if(told->sessions, [&](const ToldUser &one) { return one.key == key; });
        return user->user;
    };
    QCOMPARE(of(QStringLiteral("u1")).updates, 2);
    QCOMPARE(of(QStringLiteral("u1")).figures.value, 30.0);
    QCOMPARE(of(QStringLiteral("u1")).figures.orders, 1U);
    QCOMPARE(of(QStringLiteral("u1")).visit.purchases, 1);
    QCOMPARE(of(QStringLiteral("u2")).updates, 1);
    QCOMPARE(of(QStringLiteral("u2")).visit.events, 1);
    QCOMPARE(told->newest.front().key, QStringLiteral("u1"));
}

void TestLiveShop::usersAgeOut()
{
    Workspace workspace = created(QStringLiteral("live.foretrail"));
    const auto feed = writer(workspace);
    const auto shop = shopOf(workspace, *feed, line(monday, "u1", "i1", "view", 0) + line(monday + 10 * 60'000, "u2", "i1", "view", 0)
                                                   + line(monday + 11 * 60'000, "u3", "i1", "view", 0));
    QCOMPARE(shop->now(), monday + 11 * 60'000); // the clock of the events
    QCOMPARE(shop->snapshot()->online, 2);  // within five minutes
    QCOMPARE(shop->snapshot()->running, 3); // within half an hour
    VERIFY_RESULT(feed->store(line(monday + 35 * 60'000, "u3", "i1", "view", 0), {}, 0, m_job));
    VERIFY_RESULT(shop->take({feed->total().importId}, 1, false, 0));
    QCOMPARE(shop->snapshot()->online, 1);
    QCOMPARE(shop->snapshot()->running, 2);
}

// An hour a second, were it not paused.
void TestLiveShop::nobodyAgesWhileItIsPaused()
{
    Workspace workspace = created(QStringLiteral("live.foretrail"));
    const auto feed = writer(workspace);
    FeedSpec spec;
    spec.kind = FeedKind::Replay;
    spec.speed = 3600;
    qint64 now = 0;
    const Result<std::unique_ptr<LiveShop>> shop = LiveShop::open(workspace, spec, m_job, WaitingClock([&now] { return now; }));
    VERIFY_RESULT(shop);
    VERIFY_RESULT(feed->store(line(monday, "u1", "i1", "view", 0), {}, 0, m_job));
    (*shop)->setPaused(true);
    VERIFY_RESULT((*shop)->take({feed->total().importId}, 1, false, 0));
    const UtcMs paused = (*shop)->now();
    now += 600;
    QVERIFY((*shop)->now() - paused < 60'000);
    QCOMPARE((*shop)->snapshot()->running, 1);
    (*shop)->setPaused(false);
    now += 600;
    QCOMPARE((*shop)->snapshot()->running, 0);
}

void TestLiveShop::funnelOfAnHour()
{
    Workspace workspace = created(QStringLiteral("live.foretrail"));
    const auto feed = writer(workspace);
    const auto shop = shopOf(workspace, *feed, line(monday - 2 * hourMs, "u9", "i1", "purchase", 5) + line(monday, "u1", "i1", "view", 0) + line(monday + 1000, "u1", "i1", "cart", 5)
                                                   + line(monday + 2000, "u1", "i1", "purchase", 5) + line(monday + 3000, "u2", "i1", "view", 0)
                                                   + line(monday + 4000, "u2", "i1", "cart", 5) + line(monday + 5000, "u3", "i1", "view", 0));
    const HourFunnel funnel = shop->snapshot()->funnel;
    QCOMPARE(funnel.users, 3);
    QCOMPARE(funnel.viewed, 3);
    QCOMPARE(funnel.carted, 2);
    QCOMPARE(funnel.bought, 1); // the other purchase is two hours old
}

// The simplest rule: half of what stood there, half of what the model says now; it begins anew with each visit.
void TestLiveShop::averagedIntent()
{
    Workspace workspace = created(QStringLiteral("live.foretrail"));
    const auto feed = writer(workspace);
    VERIFY_RESULT(feed->store(shopLog(500).sliced(header.size()), {}, 0, m_job));
    FeedSpec spec;
    spec.kind = FeedKind::Replay;
    Result<std::unique_ptr<LiveShop>> shop = LiveShop::open(workspace, spec, m_job);
    VERIFY_RESULT(shop);
    (*shop)->setModels(learnLiveModels(workspace, QStringLiteral("popularity"), m_job).value());
    const UtcMs start = monday + 31 * dayMs;
    double averaged = missing;
    for (int step = 0; step < 4; ++step) {
        const QByteArray kind = step == 2 ? "cart" : "view";
        VERIFY_RESULT(feed->store(line(start + step * 60'000, "u3", "i" + QByteArray::number(step), kind, 5), {}, 0, m_job));
        VERIFY_RESULT((*shop)->take({feed->total().importId}, 1, false, 0));
        const LiveUser user = (*shop)->snapshot()->newest.front().user;
        averaged = step == 0 ? user.intent : (averaged + user.intent) / 2;
        QVERIFY(user.intent > 0 && user.intent < 1);
        QCOMPARE(user.averagedIntent, averaged);
        QCOMPARE(user.visit.events, step + 1);
    }
    VERIFY_RESULT(feed->store(line(start + 3 * hourMs, "u3", "i1", "view", 0), {}, 0, m_job));
    VERIFY_RESULT((*shop)->take({feed->total().importId}, 1, false, 0));
    const LiveUser later = (*shop)->snapshot()->newest.front().user;
    QCOMPARE(later.averagedIntent, later.intent);
    QCOMPARE(later.visit.events, 1);
}

/// Amounts of each hour of days from `monday` on.
LiveToday TestLiveShop::todayOf(const std::vector<std::array<double, 24>> &days)
{
    Workspace workspace = created(QStringLiteral("empty.foretrail"));
    LiveToday today = LiveToday::read(workspace.data(), m_job).value();
    for (size_t day = 0; day < days.size(); ++day)
        for (size_t hour = 0; hour < 24; ++hour) {
            EventRecord event;
            event.time = monday + qint64(day) * dayMs + qint64(hour) * hourMs + 60'000;
            event.amount = days[day][hour];
            event.tag = EventRecord::tagOf(1, EventMeaning::Purchase, true, true);
            today.add(event);
        }
    return today;
}

// Equal days, the same in each hour: at noon half is there. A = 60, s = 1/2, F = 240: 60 + 1/2 (1/2 240 + 60) = 150.
void TestLiveShop::todayByItsFormula()
{
    std::array<double, 24> usual;
    usual.fill(10);
    std::vector<std::array<double, 24>> days(40, usual);
    std::array<double, 24> slow{};
    std::fill_n(slow.begin(), 12, 5);
    days.push_back(slow);
    LiveToday today = todayOf(days);
    const TodayReading noon = today.at(monday + 40 * dayMs + 12 * hourMs);
    QCOMPARE(noon.soFar, 60.0);
    QCOMPARE(noon.share, 0.5);
    QVERIFY(std::abs(noon.forecast - 240) < 1e-6);
    QVERIFY(std::abs(noon.expected - 150) < 1e-6);
    QCOMPARE(noon.actual.size(), size_t(13));
    QVERIFY(std::abs(noon.usual[11] - 120) < 1e-6);
    QVERIFY(std::abs(noon.low - noon.expected) < 1e-6 && std::abs(noon.high - noon.expected) < 1e-6); // no day of before was missed
}

namespace {

std::vector<std::array<double, 24>> randomDays(int count, unsigned seed)
{
    std::mt19937 random(seed);
    std::vector<std::array<double, 24>> days(size_t(count), std::array<double, 24>{});
    for (auto &day : days) {
        const double level = 0.7 + 0.6 * double(random() % 1000) / 1000;
        for (size_t hour = 8; hour < 22; ++hour)
            day[hour] = level * double(50 + random() % 100);
    }
    return days;
}

} // namespace

void TestLiveShop::todaysBandNarrows()
{
    LiveToday today = todayOf(randomDays(80, 3));
    double before = std::numeric_limits<double>::max();
    for (int hour = 0; hour < 24; ++hour) {
        const TodayReading reading = today.at(monday + 79 * dayMs + hour * hourMs);
        QVERIFY(reading.high - reading.low <= before + 1e-9);
        before = reading.high - reading.low;
    }
    QVERIFY(before < 1e-9); // the shop closes at 22
}

// 80 of 100 days end inside of what was said at ten and at four in the afternoon; two standard errors of 300 days are 4.6 points.
void TestLiveShop::todaysBandHoldsWhatItPromises()
{
    for (const int hour : {10, 16}) {
        int held = 0, asked = 0;
        for (unsigned seed = 0; seed < 4; ++seed) {
            const auto days = randomDays(155, seed);
            for (size_t day = 80; day < 155; ++day) {
                LiveToday today = todayOf({days.begin(), days.begin() + std::ptrdiff_t(day)});
                std::filesystem::remove(path(QStringLiteral("empty.foretrail")).toStdString());
                double soFar = 0, whole = 0;
                for (size_t at = 0; at < 24; ++at) {
                    whole += days[day][at];
                    if (int(at) >= hour)
                        continue;
                    soFar += days[day][at];
                    EventRecord event;
                    event.time = monday + qint64(day) * dayMs + qint64(at) * hourMs;
                    event.amount = days[day][at];
                    event.tag = EventRecord::tagOf(1, EventMeaning::Purchase, true, true);
                    today.add(event);
                }
                const TodayReading reading = today.at(monday + qint64(day) * dayMs + hour * hourMs);
                QCOMPARE(reading.soFar, soFar);
                ++asked;
                held += whole >= reading.low && whole <= reading.high;
            }
        }
        QCOMPARE(asked, 300);
        const double share = 100.0 * held / asked;
        QVERIFY2(share >= 73 && share <= 88, qPrintable(QString::number(share)));
    }
}

void TestLiveShop::todayWithoutEnough()
{
    LiveToday few = todayOf(randomDays(5, 1));
    const TodayReading reading = few.at(monday + 4 * dayMs + 23 * hourMs);
    QVERIFY(!reading.isKnown());
    QVERIFY2(reading.note.contains(QStringLiteral("15")), qPrintable(reading.note));
    QVERIFY(reading.soFar > 0);
    std::filesystem::remove(path(QStringLiteral("empty.foretrail")).toStdString());
    QVERIFY(!todayOf({}).at(monday).note.isEmpty());
}

// A clock that was five years off makes no years of empty days, in which nothing was ever missed.
void TestLiveShop::todayWithoutStrayDays()
{
    Workspace workspace = created(QStringLiteral("live.foretrail"));
    const auto feed = writer(workspace);
    QByteArray lines = line(monday - 5 * 365 * dayMs, "u1", "i1", "purchase", 5);
    for (int day = 0; day < 30; ++day)
        for (int hour = 0; hour < 24; ++hour)
            lines += line(monday + day * dayMs + hour * hourMs, "u1", "i1", "purchase", 10);
    VERIFY_RESULT(feed->store(lines, {}, 0, m_job));
    LiveToday today = LiveToday::read(workspace.data(), m_job).value();
    const TodayReading reading = today.at(monday + 30 * dayMs);
    QVERIFY(std::abs(reading.forecast - 240) < 1e-6);
    QCOMPARE(reading.share, 0.0);
    const TodayReading before = today.at(monday + 29 * dayMs + 12 * hourMs);
    QVERIFY(std::abs(before.forecast - 240) < 1e-6);
    QCOMPARE(before.actual.front(), 10.0);
}

TestLiveShop::Told TestLiveShop::firstAlert(LiveShop &shop, FeedWriter &writer, int from, const QString &kind, const std::function<QByteArray(int)> &dayOf)
{
    for (int day = from; day < from + 11; ++day) {
        const Result<ImportReport> stored = writer.store(dayOf(day), {}, 0, m_job);
        [&] { VERIFY_RESULT(stored); }();
        [&] { VERIFY_RESULT(shop.take({writer.total().importId}, stored->stored, false, 0)); }();
        const Result<LiveSnapshot> now = shop.snapshot();
        [&] { VERIFY_RESULT(now); }();
        for (const LiveAlert &alert : now->alerts)
            if (alert.kind == kind)
                return {day, alert.kind, alert.text};
    }
    return {};
}

void TestLiveShop::aSurprisingDayIsTold()
{
    Workspace workspace = created(QStringLiteral("live.foretrail"));
    const auto feed = writer(workspace);
    QByteArray lines;
    std::mt19937 random(4);
    for (int day = 0; day < 30; ++day)
        for (int hour = 0; hour < 24; ++hour)
            lines += line(monday + day * dayMs + hour * hourMs, "u1", "i1", "purchase", 95 + int(random() % 10));
    for (int hour = 0; hour < 12; ++hour)
        lines += line(monday + 30 * dayMs + hour * hourMs, "u1", "i1", "purchase", 10);
    const auto shop = shopOf(workspace, *feed, lines);
    const Result<LiveSnapshot> told = shop->snapshot();
    VERIFY_RESULT(told);
    QCOMPARE(told->today.soFar, 120.0);
    QCOMPARE(told->alerts.size(), 1);
    QCOMPARE(told->alerts.front().kind, QStringLiteral("today"));
    QVERIFY2(told->alerts.front().text.contains(QStringLiteral("less")), qPrintable(told->alerts.front().text));
    QCOMPARE(shop->snapshot()->alerts.size(), 1); // once a day
}

// From the 61st day on days come to a third less, all of it from one of two items: told within five days, with the day and the item.
void TestLiveShop::aChangeOfDaysIsTold()
{
    Workspace workspace = created(QStringLiteral("live.foretrail"));
    const auto feed = writer(workspace);
    std::mt19937 random(8);
    const auto dayOf = [&random](int day) {
        QByteArray lines;
        for (const int hour : {9, 12, 18}) {
            lines += line(monday + day * dayMs + hour * hourMs, "u1", "i1", "purchase", 95 + int(random() % 10));
            lines += line(monday + day * dayMs + hour * hourMs + 1000, "u2", "i2", "purchase", (day < 60 ? 95 : 28) + int(random() % 10));
        }
        return lines;
    };
    QByteArray past;
    for (int day = 0; day < 58; ++day)
        past += dayOf(day);
    VERIFY_RESULT(feed->store(past, {}, 0, m_job));
    const auto shop = shopOf(workspace, *feed, dayOf(58));
    const auto [told, kind, text] = firstAlert(*shop, *feed, 59, QStringLiteral("drift"), dayOf);
    QCOMPARE(kind, QStringLiteral("drift"));
    QVERIFY2(told >= 61 && told <= 65, qPrintable(QString::number(told)));
    QVERIFY2(text.contains(QStringLiteral("2024-05-0")), qPrintable(text)); // 3 May is the 61st day
    QVERIFY2(text.contains(QStringLiteral("i2")) && !text.contains(QStringLiteral("i1")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("Users behind it: u2 (")) && !text.contains(QStringLiteral("u1 (")), qPrintable(text));
}

// Four times as many visitors who look and buy nothing: money says nothing of it, the number of events does, within six days.
void TestLiveShop::aChangeOfInputsIsTold()
{
    Workspace workspace = created(QStringLiteral("live.foretrail"));
    const auto feed = writer(workspace);
    std::mt19937 random(21);
    const auto dayOf = [&random](int day) {
        QByteArray lines;
        const int looks = (day < 60 ? 20 : 80) + int(random() % 4);
        for (int i = 0; i < looks; ++i)
            lines += line(monday + day * dayMs + i * 60'000, "u" + QByteArray::number(i), "i1", "view", 0);
        return lines + line(monday + day * dayMs + 20 * hourMs, "u1", "i1", "purchase", 95 + int(random() % 10));
    };
    QByteArray past;
    for (int day = 0; day < 58; ++day)
        past += dayOf(day);
    VERIFY_RESULT(feed->store(past, {}, 0, m_job));
    const auto shop = shopOf(workspace, *feed, dayOf(58));
    const auto [told, kind, text] = firstAlert(*shop, *feed, 59, QStringLiteral("input"), dayOf);
    QCOMPARE(kind, QStringLiteral("input"));
    const Result<LiveSnapshot> now = shop->snapshot();
    VERIFY_RESULT(now);
    for (const LiveAlert &alert : now->alerts)
        QVERIFY2(alert.kind != QStringLiteral("drift"), qPrintable(alert.text));
    QStringList texts;
    for (int day = told + 1; day < 70; ++day) { // each input is told when it is sure of it
        const Result<ImportReport> stored = feed->store(dayOf(day), {}, 0, m_job);
        VERIFY_RESULT(stored);
        VERIFY_RESULT(shop->take({feed->total().importId}, stored->stored, false, 0));
        VERIFY_RESULT(shop->snapshot());
    }
    const Result<LiveSnapshot> snapshot = shop->snapshot();
    for (const LiveAlert &alert : snapshot->alerts)
        texts << alert.text;
    for (const char *input : {"number of events comes in", "number of users is active", "what users do are purchases"})
        QVERIFY2(texts.filter(QLatin1String(input)).size() == 1, qPrintable(texts.join(u'|')));
    QVERIFY2(texts.filter(QStringLiteral("a purchase is worth")).isEmpty(), qPrintable(texts.join(u'|')));
    QVERIFY2(told >= 61 && told <= 66, qPrintable(QString::number(told)));
    QVERIFY2(text.contains(QStringLiteral("2024-05-0")), qPrintable(text));
}

// From an empty workspace: it learns once enough came in, and says who is about.
void TestLiveShop::followsAFeedAndLearns()
{
    const QString file = path(QStringLiteral("log.csv"));
    test::writeAll(file, shopLog(500));
    Workspace workspace = created(QStringLiteral("live.foretrail"));
    LiveOptions options;
    options.plan = plan();
    options.watchesShop = true;
    options.tickMs = 20;
    options.recommender = QStringLiteral("popularity");
    qint64 users = 0;
    options.onUser = [&users](const ToldUser &user) { users += !user.key.isEmpty(); };
    JobContext job;
    bool hasLearnt = false;
    const auto tell = [&](const LiveTick &tick) {
        hasLearnt = hasLearnt || tick.shop->hasModels;
        if (hasLearnt)
            job.requestStop();
    };
    // The file stays open as one that grows, so that it goes on until it has learnt.
    const Result<ImportReport> total = followFeed(workspace, *FeedSpec::fromText(QStringLiteral("file:") + file), options, tell, job);
    VERIFY_RESULT(total);
    QCOMPARE(total->read, qint64(shopLog(500).count('\n')) - 1);
    QVERIFY(hasLearnt);
    QVERIFY(users >= 90);
}

void TestLiveShop::waitsAndGoesOn()
{
    const QString file = path(QStringLiteral("log.csv"));
    test::writeAll(file, shopLog(50));
    Workspace workspace = created(QStringLiteral("live.foretrail"));
    LiveOptions options;
    options.plan = plan();
    options.watchesShop = true;
    options.learns = false;
    options.tickMs = 10;
    options.control = std::make_shared<LiveControl>();
    options.control->setPaused(true);
    int ticks = 0;
    qint64 storedPaused = -1;
    const auto tell = [&](const LiveTick &tick) {
        if (++ticks == 3) {
            storedPaused = tick.total.stored;
            options.control->setPaused(false);
        }
    };
    const Result<ImportReport> total = followFeed(workspace, *FeedSpec::fromText(QStringLiteral("replay:") + file), options, tell, m_job);
    VERIFY_RESULT(total);
    QCOMPARE(storedPaused, 0);
    QCOMPARE(total->read, qint64(shopLog(50).count('\n')) - 1);
}

void TestLiveShop::badModel()
{
    Workspace workspace = created(QStringLiteral("live.foretrail"));
    const Result<SharedModels> models = learnLiveModels(workspace, QStringLiteral("oracle"), m_job);
    QVERIFY(!models);
    QVERIFY2(models.error().message.contains(QStringLiteral("session-knn")), qPrintable(models.error().message));
}

QTEST_GUILESS_MAIN(TestLiveShop)
#include "tst_liveshop.moc"
