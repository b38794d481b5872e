// What is told beside a withheld group: funnels by hand and at random against the words of the rule, the other tables by their numbers, which
// are all multiples of the smallest group where one is withheld.
#include "core/report/RecommendReport.h"
#include "core/report/SegmentTables.h"
#include "tests/core/report/SixtyDays.h"

#include <QJsonArray>

#include <random>

using namespace foretrail;

namespace {

constexpr GroupFloor five{5};

FunnelResult funnelOf(qint64 units, const std::vector<qint64> &counts)
{
    FunnelResult result;
    result.units = result.people = units;
    for (size_t i = 0; i < counts.size(); ++i) {
        FunnelStepCount step{QString::number(i), counts[i]};
        step.lost = i + 1 < counts.size() ? counts[i] - counts[i + 1] : 0;
        step.shareOfFirst = double(counts[i]) / double(counts[0]);
        step.shareOfPrevious = double(counts[i]) / double(i == 0 ? units : counts[i - 1]);
        result.steps.append(step);
    }
    return result;
}

QString column(const FlowTable &table, int place)
{
    QStringList cells;
    for (const QStringList &row : table.mid(1))
        cells << row[place];
    return cells.join(u' ');
}

/// All numbers in arrays and objects below `json` that are not shares.
void gather(const QJsonValue &json, const QString &key, QList<double> &counts)
{
    if (json.isArray())
        for (const QJsonValue &one : json.toArray())
            gather(one, key, counts);
    else if (json.isObject())
        for (const QString &one : json.toObject().keys())
            gather(json[one], one, counts);
    else if (json.isDouble() && !key.startsWith(QStringLiteral("share")) && key != QStringLiteral("quick_ratio"))
        counts << json.toDouble();
}

bool areMultiples(const QJsonValue &json)
{
    QList<double> counts;
    gather(json, {}, counts);
    return !counts.isEmpty() && std::ranges::all_of(counts, [](double count) { return std::fmod(count, 5) == 0; });
}

} // namespace

class TestSmallGroups : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void funnels_data();
    void funnels();
    void funnelAsJson();
    void randomFunnels();
    void nothingSmallIsExact();
    void retentionIsRounded();
    void lifecycleIsRounded();
    void pathsAreRounded();
    void segments();
    void savedSegments();
    void summaries();
    void audiences();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Workspace> m_workspace;
    UserEventLog m_log;
    JobContext m_job;
};

void TestSmallGroups::initTestCase()
{
    m_workspace = std::make_unique<Workspace>(std::move(*Workspace::create(m_folder.filePath(QStringLiteral("shop.foretrail")))));
    VERIFY_RESULT(test::store(*m_workspace, test::sixtyDays()));
    m_log = readUserEvents(*m_workspace, m_job).value();
}

void TestSmallGroups::funnels_data()
{
    QTest::addColumn<qint64>("units");
    QTest::addColumn<std::vector<qint64>>("counts");
    QTest::addColumn<QString>("told");
    QTest::addColumn<QString>("lost");
    QTest::addColumn<QString>("shares"); ///< of the first
    using Counts = std::vector<qint64>;
    QTest::newRow("nothing small") << qint64(120) << Counts{100, 60, 20} << "100 60 20" << "40 40 0" << "1 0.6 0.2";
    QTest::newRow("a small step") << qint64(120) << Counts{100, 3} << "100 <5" << "withheld 0" << "1 ";
    QTest::newRow("nobody goes on from it") << qint64(120) << Counts{100, 3, 0} << "100 <5 0" << "withheld withheld 0" << "1  0";
    QTest::newRow("a small loss") << qint64(120) << Counts{100, 98, 50} << "100 withheld 50" << "withheld withheld 0" << "1  0.5";
    QTest::newRow("small losses together") << qint64(120) << Counts{100, 98, 97, 40} << "100 withheld withheld 40" << "withheld withheld withheld 0" << "1   0.4";
    QTest::newRow("losses that are large enough together") << qint64(120) << Counts{100, 97, 94, 40} << "100 withheld 94 40" << "withheld withheld 54 0" << "1  0.94 0.4";
}

void TestSmallGroups::funnels()
{
    QFETCH(qint64, units);
    QFETCH(std::vector<qint64>, counts);
    const FlowTable table = funnelTable(funnelOf(units, counts), five);
    QTEST(column(table, 1), "told");
    QTEST(column(table, 4), "lost");
    QTEST(column(table, 2), "shares");
}

void TestSmallGroups::funnelAsJson()
{
    const QJsonObject small = funnelJson(funnelOf(102, {100, 3}), five);
    QVERIFY(small[QStringLiteral("units")].isNull() && small[QStringLiteral("users")].isNull()); // two never took the first step
    const QJsonArray steps = small[QStringLiteral("steps")].toArray();
    QCOMPARE(steps[0][QStringLiteral("count")].toInt(), 100);
    for (const char *key : {"lost", "share_of_previous"})
        QVERIFY(steps[0][QLatin1String(key)].isNull());
    for (const char *key : {"count", "share_of_first", "share_of_previous", "median_seconds"})
        QVERIFY(steps[1][QLatin1String(key)].isNull());
    QVERIFY(small[QStringLiteral("withheld")].toString().contains(QStringLiteral("fewer than 5")));
    FunnelResult running = funnelOf(200, {100, 50});
    running.stillRunning = 2;
    QVERIFY(funnelNotes(running, five).front().startsWith(QStringLiteral("<5 began")));
    QVERIFY(funnelNotes(running).front().startsWith(QStringLiteral("2 began")));
}

void TestSmallGroups::randomFunnels()
{
    std::mt19937_64 random(7);
    for (int trial = 0; trial < 2000; ++trial) {
        std::vector<qint64> counts;
        qint64 count = qint64(random() % 60);
        const qint64 units = count + qint64(random() % 8);
        for (int step = 0; step < 8; ++step, count -= std::min<qint64>(count, qint64(random() % 9)))
            counts.push_back(count);
        const FunnelResult result = funnelOf(units, counts);
        const FunnelShown shown(result, five);
        std::vector<qint64> told;
        if (shown.units)
            told.push_back(units);
        for (size_t i = 0; i < counts.size(); ++i) {
            if (shown.counts[i])
                told.push_back(counts[i]);
            if (shown.losses[i] && i + 1 < counts.size())
                QVERIFY(shown.counts[i] && shown.counts[i + 1]);
        }
        for (const qint64 one : told)
            QVERIFY(!five.hides(one));
        for (size_t i = 0; i < told.size(); ++i)
            for (size_t k = i + 1; k < told.size(); ++k)
                QVERIFY2(!five.hides(told[i] - told[k]), qPrintable(QStringLiteral("%1 and %2").arg(told[i]).arg(told[k])));
    }
}

void TestSmallGroups::nothingSmallIsExact()
{
    const Result<RetentionResult> result = retention(m_log, {}, nullptr, m_job);
    VERIFY_RESULT(result);
    QCOMPARE(retentionTable(*result, false, false, {0}), retentionTable(*result, false, false, {1}));
    QVERIFY(!floorFor(*result, {1}).rounds);
    PathResult paths;
    paths.units = 17;
    paths.transitions = {{0, pathStart, 0, 17}, {0, 0, pathEnd, 17}};
    paths.labels = {QStringLiteral("view")};
    QVERIFY(!floorFor(paths, five).rounds);
    QCOMPARE(column(transitionTable(paths, five), 2), QStringLiteral("17 17"));
}

void TestSmallGroups::retentionIsRounded()
{
    const Result<RetentionResult> result = retention(m_log, {}, nullptr, m_job);
    VERIFY_RESULT(result);
    QVERIFY(floorFor(*result, five).rounds);
    const QJsonObject json = retentionJson(*result, five);
    for (const QJsonValue &cohort : json[QStringLiteral("cohorts")].toArray())
        for (const char *key : {"size", "back", "back_or_later"}) {
            QList<double> counts;
            gather(cohort[QLatin1String(key)], {}, counts);
            QVERIFY(std::ranges::all_of(counts, [](double count) { return std::fmod(count, 5) == 0; }));
        }
    QCOMPARE(json[QStringLiteral("users")].toInt(), 10);
    for (const QJsonValue &period : json[QStringLiteral("overall")].toArray()) {
        const double share = period[QStringLiteral("back")].toDouble() * period[QStringLiteral("users")].toDouble();
        QVERIFY2(std::abs(share / 5 - std::round(share / 5)) < 1e-9, qPrintable(QString::number(share)));
    }
    for (const QStringList &row : retentionTable(*result, false, false, five).mid(1))
        for (const QString &cell : row.mid(1))
            QVERIFY2(cell.isEmpty() || cell == QStringLiteral("<5") || cell.toInt() % 5 == 0, qPrintable(cell));
}

void TestSmallGroups::lifecycleIsRounded()
{
    const Result<LifecycleResult> result = lifecycle(m_log, {Step::Day, FlowActivity::AnyEvent, 3}, nullptr, m_job);
    VERIFY_RESULT(result);
    for (const QStringList &row : lifecycleTable(*result, five).mid(1))
        for (const QString &cell : row.mid(1, 6))
            QVERIFY2(cell == QStringLiteral("<5") || cell.toInt() % 5 == 0, qPrintable(cell));
    QVERIFY(areMultiples(lifecycleJson(*result, five)[QStringLiteral("periods")]));
}

// Of 100 that did the first thing 97 did the second and 3 stopped; 12 of the 97 went back.
void TestSmallGroups::pathsAreRounded()
{
    PathResult paths;
    paths.units = 100;
    paths.labels = {QStringLiteral("view"), QStringLiteral("cart")};
    paths.transitions = {{0, pathStart, 0, 100}, {0, 0, 1, 97}, {0, 1, pathEnd, 85}, {0, 1, 0, 12}, {0, 0, pathEnd, 15}};
    paths.links = {{-1, pathStart, 0, 100}, {0, 0, 1, 97}, {0, 0, pathEnd, 3}};
    paths.wholePaths = {{{0, 1, pathEnd}, 97}, {{0, pathEnd}, 3}};
    const FlowTable moves = transitionTable(paths, five);
    QCOMPARE(column(moves, 2), QStringLiteral("100 95 85 10 15"));
    QCOMPARE(moves[2][3].toDouble(), 0.863636); // 95 of 110, which 112 are told as
    const FlowTable whole = wholePathTable(paths, five);
    QCOMPARE(column(whole, 1), QStringLiteral("95 <5"));
    QCOMPARE(column(whole, 2), QStringLiteral("0.95 "));
    const QJsonObject json = pathsJson(paths, five);
    QVERIFY(areMultiples(json[QStringLiteral("transitions")]));
    QCOMPARE(json[QStringLiteral("links")].toArray().size(), 2);
    QCOMPARE(json[QStringLiteral("links")][1][QStringLiteral("count")].toInt(), 95);
}

namespace {

SegmentInfo segmentWith(const QString &key, int users, double value)
{
    std::vector<qint64> ids;
    for (int user = 1; user <= users; ++user)
        ids.push_back(user);
    SegmentInfo info{key, key};
    info.users = std::make_shared<const UserSet>(std::move(ids));
    info.value = value;
    info.share = value / 100;
    return info;
}

} // namespace

// One name is withheld, so the value of the next smallest is too; states stay as they are.
void TestSmallGroups::segments()
{
    const QList<SegmentInfo> all{segmentWith(QStringLiteral("rfm:champions"), 33, 60), segmentWith(QStringLiteral("rfm:loyal"), 2, 10),
                                 segmentWith(QStringLiteral("rfm:lost"), 12, 30), segmentWith(QStringLiteral("state:new"), 17, 40), segmentWith(QStringLiteral("state:lapsed"), 30, 60)};
    const QList<ToldSegment> told = toldSegments(all, five, 47);
    QStringList users, values;
    for (const ToldSegment &one : told) {
        users << one.users();
        values << (one.toJson()[QStringLiteral("value")].isNull() ? QStringLiteral("-") : QString::number(one.toJson()[QStringLiteral("value")].toDouble()));
    }
    QCOMPARE(users.join(u' '), QStringLiteral("35 <5 10 17 30"));
    QCOMPARE(values.join(u' '), QStringLiteral("60 - - 40 60"));
    QVERIFY(told[1].toJson()[QStringLiteral("users")].isNull() && told[1].toJson()[QStringLiteral("share")].isNull());
    QVERIFY(toldSegments(all, {}, 47)[1].toJson()[QStringLiteral("users")].toInt() == 2);
}

// Of a hundred users: saved ones that hold all of another and two more, or all but one; one that stands apart; one like another.
void TestSmallGroups::savedSegments()
{
    const auto saved = [](const char *name, qint64 first, qint64 last) {
        std::vector<qint64> users;
        for (qint64 user = first; user <= last; ++user)
            users.push_back(user);
        SegmentInfo info{QStringLiteral("saved:") + QLatin1String(name), QString::fromLatin1(name)};
        info.users = std::make_shared<const UserSet>(std::move(users));
        info.value = double(last);
        return info;
    };
    const QList<SegmentInfo> all{saved("buyers", 1, 31), saved("buyers but two", 1, 29), saved("others", 40, 71), saved("the same buyers", 1, 31),
                                 saved("all but one", 1, 99), saved("beside buyers", 3, 33)};
    QStringList users, values;
    for (const ToldSegment &one : toldSegments(all, five, 100)) {
        users << QString::number(one.toJson()[QStringLiteral("users")].toInt());
        values << (one.toJson()[QStringLiteral("value")].isNull() ? QStringLiteral("-") : QStringLiteral("told"));
    }
    QCOMPARE(users.join(u' '), QStringLiteral("31 30 32 31 100 31"));
    QCOMPARE(values.join(u' '), QStringLiteral("told - told told - told"));
    for (const ToldSegment &one : toldSegments(all, {}, 100))
        QCOMPARE(one.toJson()[QStringLiteral("users")].toInteger(), one.info->count());
}

void TestSmallGroups::summaries()
{
    SegmentSummary summary;
    summary.users = 3;
    summary.value = 50;
    const QJsonObject small = summaryJson(summary, five);
    QVERIFY(small[QStringLiteral("users")].isNull() && small[QStringLiteral("value")].isNull());
    summary.users = 40;
    summary.robots = 1;
    summary.categories = {{QStringLiteral("a"), QStringLiteral("a"), 30, 0}, {QStringLiteral("b"), QStringLiteral("b"), 2, 0}};
    const QJsonObject large = summaryJson(summary, five);
    QCOMPARE(large[QStringLiteral("users")].toInt(), 40);
    QVERIFY(large[QStringLiteral("robots")].isNull());
    QCOMPARE(large[QStringLiteral("top_categories")].toArray().size(), 1);
}

void TestSmallGroups::audiences()
{
    Audience audience;
    audience.asked = audience.scored = 100;
    audience.testUsers = 100;
    audience.responders = 3;
    const QJsonObject small = audienceJson(audience, five);
    for (const char *key : {"responders", "everybody", "bands"})
        QVERIFY(small[QLatin1String(key)].isNull());
    audience.responders = 30;
    QCOMPARE(audienceJson(audience, five)[QStringLiteral("responders")].toInt(), 30);
}

FORETRAIL_TEST_MAIN(TestSmallGroups, QCoreApplication)
#include "tst_smallgroups.moc"
