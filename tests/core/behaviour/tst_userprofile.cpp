// Profiles of a shop of a few events whose figures were worked out by hand; the sums are in the comments.
#include "core/behaviour/ActivityForecast.h"
#include "core/behaviour/UserProfile.h"
#include "core/data/FactWriter.h"
#include "tests/support/TestSupport.h"

#include <QJsonArray>

using namespace foretrail;

namespace {

UtcMs at(int day, int hour)
{
    return QDateTime(QDate(2024, 1, 1).addDays(day), QTime(hour, 0), QTimeZone::utc()).toMSecsSinceEpoch();
}

struct Row {
    int day;
    int hour;
    const char *user;
    const char *item;
    const char *kind;
    const char *category;
    const char *session;
    double amount;
};

Result<Workspace> shopOf(const QString &path, const std::vector<Row> &rows)
{
    Result<Workspace> workspace = Workspace::create(path);
    if (!workspace)
        return workspace;
    auto writer = FactWriter::begin(*workspace, {QStringLiteral("by hand"), QStringLiteral("events"), {}, 0, ConflictPolicy::Skip});
    if (!writer)
        return fail(writer.error());
    quint64 number = 0;
    for (const Row &row : rows) {
        EventRow event;
        event.time = at(row.day, row.hour);
        event.user = row.user;
        event.item = row.item;
        event.kind = row.kind;
        event.category = row.category;
        event.session = row.session;
        event.amount = row.amount;
        event.quantity = std::isnan(row.amount) ? missing : 1;
        event.fingerprint = ++number;
        if (const auto stored = (*writer)->addEvent(event); !stored)
            return fail(stored.error());
    }
    JobContext job;
    if (const auto done = (*writer)->commit({}, {}, {}, job); !done)
        return fail(done.error());
    return workspace;
}

Series weeks(std::vector<double> values)
{
    Series series;
    series.axis = {Step::Week, 0};
    series.values = std::move(values);
    return series;
}

} // namespace

class TestUserProfile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void figuresOfABuyer();
    void jsonHasEveryFigure();
    void aVisitorWhoNeverBought();
    void logsWithoutAmountsRankByCount();
    void purchasesWithoutSessionsAtOneMomentAreOne();
    void unknownUserNamesTheNearest();
    void activityModelFollowsTheLength();
    void taobao();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString path() const { return m_folder->filePath(QStringLiteral("w.foretrail")); }
    JobContext m_job;
};

void TestUserProfile::init() { m_folder = std::make_unique<QTemporaryDir>(); }

namespace {

const std::vector<Row> &smallShop()
{
    // ann buys on day 0 (10 + 20), day 4 (30), day 14 (60) and returns 20 of them on day 16; the log ends on day 20.
    static const std::vector<Row> rows{
        {0, 9, "ann", "A", "view", "Toys", "s1", missing},    {0, 10, "ann", "A", "purchase", "Toys", "s1", 10},
        {0, 10, "ann", "B", "purchase", "Bath", "s1", 20},    {4, 10, "ann", "A", "purchase", "Toys", "s2", 30},
        {14, 10, "ann", "B", "purchase", "Bath", "s3", 60},   {16, 10, "ann", "B", "return", "Bath", "s3", -20},
        {18, 10, "ann", "C", "view", "Toys", "s4", missing},  {20, 10, "bob", "C", "view", "Toys", "s5", missing},
    };
    return rows;
}

} // namespace

void TestUserProfile::figuresOfABuyer()
{
    Result<Workspace> workspace = shopOf(path(), smallShop());
    VERIFY_RESULT(workspace);
    const Result<UserProfile> profile = userProfile(workspace->data(), QStringLiteral("ann"), m_job);
    VERIFY_RESULT(profile);
    QCOMPARE(profile->user.events, 7);
    QCOMPARE(profile->user.orders, 3);       // s1, s2, s3
    QCOMPARE(profile->user.value, 100.0);    // 10 + 20 + 30 + 60 - 20
    QCOMPARE(profile->recencyDays, 6.0);     // last purchase on day 14 at 10, last event of all on day 20 at 10
    QCOMPARE(profile->averageBasket, 100.0 / 3);
    QCOMPARE(profile->usualGapDays, 7.0);    // gaps 4 and 10
    QCOMPARE(profile->kinds.size(), 3);
    QCOMPARE(profile->kinds[0].key, QStringLiteral("purchase"));
    QCOMPARE(profile->kinds[0].count, 4);
    QCOMPARE(profile->topItems[0].key, QStringLiteral("B")); // 20 + 60 - 20 = 60 against A's 40
    QCOMPARE(profile->topItems[0].value, 60.0);
    QCOMPARE(profile->topItems[1].value, 40.0);
    QCOMPARE(profile->topCategories[0].key, QStringLiteral("Bath"));
    QCOMPARE(profile->events.size(), 7);
    QCOMPARE(profile->activity.axis.step, Step::Day);
    QCOMPARE(profile->activity.size(), 21); // days 0 to 20
    QCOMPARE(profile->activity.values[0], 3.0);
    QCOMPARE(profile->activity.values[1], 0.0);
    QCOMPARE(profile->activityModel, QStringLiteral("moving-average")); // active on 5 days of 21
    QCOMPARE(profile->activityForecast.horizon(), 7);
    // The mean of the last eight days, 13 to 20: events on 14, 16 and 18.
    QCOMPARE(profile->activityForecast.mean[0], 3.0 / 8);
}

void TestUserProfile::jsonHasEveryFigure()
{
    Result<Workspace> workspace = shopOf(path(), smallShop());
    VERIFY_RESULT(workspace);
    const Result<UserProfile> profile = userProfile(workspace->data(), QStringLiteral("ann"), m_job);
    VERIFY_RESULT(profile);
    const QJsonObject json = profile->toJson();
    QCOMPARE(json[QStringLiteral("user")].toString(), QStringLiteral("ann"));
    QCOMPARE(json[QStringLiteral("first_seen")].toString(), QStringLiteral("2024-01-01T09:00:00Z"));
    QCOMPARE(json[QStringLiteral("frequency")].toInt(), 3);
    QCOMPARE(json[QStringLiteral("monetary")].toDouble(), 100.0);
    QCOMPARE(json[QStringLiteral("recency_days")].toDouble(), 6.0);
    QCOMPARE(json[QStringLiteral("usual_gap_days")].toDouble(), 7.0);
    QCOMPARE(json[QStringLiteral("timeline")].toArray().size(), 7);
    QVERIFY(json[QStringLiteral("timeline")][0][QStringLiteral("amount")].isNull());
    QCOMPARE(json[QStringLiteral("activity")][QStringLiteral("values")].toArray().size(), 21);
    QCOMPARE(json[QStringLiteral("forecast")][QStringLiteral("lo80")].toArray().size(), 7);
}

void TestUserProfile::aVisitorWhoNeverBought()
{
    Result<Workspace> workspace = shopOf(path(), smallShop());
    VERIFY_RESULT(workspace);
    const Result<UserProfile> profile = userProfile(workspace->data(), QStringLiteral("bob"), m_job);
    VERIFY_RESULT(profile);
    QCOMPARE(profile->user.orders, 0);
    QCOMPARE(profile->recencyDays, 0.0); // the last event of all is his
    QVERIFY(std::isnan(profile->averageBasket));
    QVERIFY(std::isnan(profile->usualGapDays));
    QVERIFY(profile->activityForecast.mean.empty());
    QVERIFY(profile->activityModel.isEmpty());
    QVERIFY2(profile->note.contains(QStringLiteral("No purchase yet")), qPrintable(profile->note));
    QVERIFY2(profile->note.contains(QStringLiteral("too few")), qPrintable(profile->note));
    QVERIFY(profile->toJson()[QStringLiteral("usual_gap_days")].isNull());
}

void TestUserProfile::logsWithoutAmountsRankByCount()
{
    Result<Workspace> workspace = shopOf(path(), {{0, 1, "u", "A", "pv", "c1", "", missing},
                                                  {0, 2, "u", "B", "pv", "c2", "", missing},
                                                  {1, 1, "u", "B", "buy", "c2", "", missing}});
    VERIFY_RESULT(workspace);
    const Result<UserProfile> profile = userProfile(workspace->data(), QStringLiteral("u"), m_job);
    VERIFY_RESULT(profile);
    QCOMPARE(profile->topItems[0].key, QStringLiteral("B"));
    QCOMPARE(profile->topItems[0].count, 2);
    QCOMPARE(profile->kinds[0].key, QStringLiteral("pv"));
    QVERIFY(std::isnan(profile->averageBasket));
    QVERIFY2(profile->note.contains(QStringLiteral("One purchase only")), qPrintable(profile->note));
}

void TestUserProfile::purchasesWithoutSessionsAtOneMomentAreOne()
{
    // Buys two things at once on day 0, one on day 3, one on day 5: gaps 3 and 2, not 0, 3 and 2.
    Result<Workspace> workspace = shopOf(path(), {{0, 1, "u", "A", "buy", "c", "", missing},
                                                  {0, 1, "u", "B", "buy", "c", "", missing},
                                                  {3, 1, "u", "B", "buy", "c", "", missing},
                                                  {5, 1, "u", "B", "buy", "c", "", missing}});
    VERIFY_RESULT(workspace);
    const Result<UserProfile> profile = userProfile(workspace->data(), QStringLiteral("u"), m_job);
    VERIFY_RESULT(profile);
    QCOMPARE(profile->usualGapDays, 2.5);
}

void TestUserProfile::unknownUserNamesTheNearest()
{
    Result<Workspace> workspace = shopOf(path(), smallShop());
    VERIFY_RESULT(workspace);
    const Result<UserProfile> profile = userProfile(workspace->data(), QStringLiteral("anna"), m_job);
    QVERIFY(!profile);
    QCOMPARE(profile.error().code, ErrorCode::NotFound);
    QVERIFY2(profile.error().message.contains(QStringLiteral("ann")), qPrintable(profile.error().message));
}

void TestUserProfile::activityModelFollowsTheLength()
{
    std::vector<double> values;
    for (int week = 0; week < 104; ++week)
        values.push_back(week % 2 == 0 ? 3 : 1);
    const Result<ActivityForecast> often = forecastActivity(weeks(values), m_job);
    VERIFY_RESULT(often);
    QCOMPARE(often->model, QStringLiteral("ar-fourier"));
    QCOMPARE(often->forecast.horizon(), 4);
    const Result<ActivityForecast> seldom = forecastActivity(weeks({1, 0, 0, 2, 0, 1, 1, 0, 0, 1}), m_job);
    VERIFY_RESULT(seldom);
    QCOMPARE(seldom->model, QStringLiteral("moving-average"));
    const Result<ActivityForecast> hardly = forecastActivity(weeks({1, 0, 0, 0, 0, 0, 0, 0, 0, 1}), m_job);
    VERIFY_RESULT(hardly);
    QVERIFY(hardly->forecast.mean.empty());
    QVERIFY2(hardly->note.contains(u'2'), qPrintable(hardly->note));
    JobContext stopped;
    stopped.requestStop();
    QVERIFY(forecastActivity(weeks(values), stopped).error().isCancelled());
}

// The real log of user behaviour; figures by an independent count of the file: see the loop over its lines.
void TestUserProfile::taobao()
{
    const QString file = test::sharedFile(QStringLiteral("taobao/UserBehavior.csv"));
    if (file.isEmpty())
        QSKIP("the Taobao log is not beside the project");
    QFile log(file);
    QVERIFY(log.open(QIODevice::ReadOnly));
    const QByteArray user = log.readLine().split(',').value(0);
    log.seek(0);
    std::vector<QList<QByteArray>> lines;
    QMap<QByteArray, int> kinds;
    UtcMs first = std::numeric_limits<UtcMs>::max();
    UtcMs last = 0;
    while (!log.atEnd()) {
        const QList<QByteArray> fields = log.readLine().trimmed().split(',');
        if (fields.value(0) != user || fields.size() != 5)
            continue;
        lines.push_back(fields);
        ++kinds[fields[3]];
        first = std::min<UtcMs>(first, fields[4].toLongLong() * 1000);
        last = std::max<UtcMs>(last, fields[4].toLongLong() * 1000);
    }
    Result<Workspace> workspace = Workspace::create(path());
    VERIFY_RESULT(workspace);
    auto writer = FactWriter::begin(*workspace, {file, QStringLiteral("events"), {}, 0, ConflictPolicy::Skip});
    VERIFY_RESULT(writer);
    quint64 number = 0;
    for (const QList<QByteArray> &fields : lines) {
        EventRow event;
        const auto text = [&](int i) { return std::string_view(fields[i].constData(), size_t(fields[i].size())); };
        event.user = text(0), event.item = text(1), event.category = text(2), event.kind = text(3);
        event.time = fields[4].toLongLong() * 1000;
        event.fingerprint = ++number;
        VERIFY_RESULT((*writer)->addEvent(event));
    }
    VERIFY_RESULT((*writer)->commit({}, {}, {}, m_job));
    const Result<UserProfile> profile = userProfile(workspace->data(), QString::fromUtf8(user), m_job);
    VERIFY_RESULT(profile);
    QCOMPARE(profile->user.events, qint64(lines.size()));
    QCOMPARE(profile->user.firstSeen, first);
    QCOMPARE(profile->user.lastSeen, last);
    QCOMPARE(profile->user.orders, qint64(kinds.value("buy")));
    for (const NamedCount &kind : profile->kinds)
        QCOMPARE(kind.count, qint64(kinds.value(kind.key.toUtf8())));
    QVERIFY(profile->topItems.size() <= 10);
}

FORETRAIL_TEST_MAIN(TestUserProfile, QCoreApplication)
#include "tst_userprofile.moc"
