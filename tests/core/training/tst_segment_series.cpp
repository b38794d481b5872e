// Series, forecasts and stored runs of a segment of users, over a shop whose days can be counted by hand: ann buys tea for 10 + d % 7 every day,
// bob a mug for 5 on even days, cyd jam for 2 from day 30 on.
#include "core/behaviour/segments/SegmentBook.h"
#include "core/behaviour/segments/SegmentUsers.h"
#include "core/data/SegmentStore.h"
#include "core/training/Experiment.h"
#include "tests/core/data/EventBuilder.h"
#include "tests/core/training/DailyShop.h"

#include <QJsonDocument>

using namespace foretrail;
using test::TestEvent;

namespace {

constexpr int days = 60;

double teaOn(int day) { return 10 + day % 7; }
double mugOn(int day) { return day % 2 == 0 ? 5 : 0; }
double jamOn(int day) { return day >= 30 ? 2 : 0; }

std::vector<TestEvent> sales()
{
    std::vector<TestEvent> events;
    for (int day = 0; day < days; ++day) {
        const QString time = QDate(2024, 1, 1).addDays(day).toString(Qt::ISODate) + QStringLiteral("T12:00:00");
        events.push_back({time, "ann", "tea", "purchase", "a" + std::to_string(day), {}, 1, teaOn(day)});
        if (mugOn(day) > 0)
            events.push_back({time, "bob", "mug", "purchase", "b" + std::to_string(day), {}, 1, mugOn(day)});
        if (jamOn(day) > 0)
            events.push_back({time, "cyd", "jam", "purchase", "c" + std::to_string(day), {}, 1, jamOn(day)});
    }
    return events;
}

QJsonObject ruleOf(const char *item)
{
    return QJsonDocument::fromJson(QStringLiteral("{\"what\": \"item\", \"key\": \"%1\"}").arg(QLatin1String(item)).toUtf8()).object();
}

} // namespace

class TestSegmentSeries : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aSegmentIsFoundByName_data();
    void aSegmentIsFoundByName();
    void refusals();
    void namesForPeople();
    void choicesAreJson();
    void specsKeepTheirSegment();
    void disjointSegmentsAddUp_data();
    void disjointSegmentsAddUp();
    void otherUsersAreOtherData();
    void aForecastIsOfTheSegment();
    void aRunKeepsItsSegment();
    void anUnknownSegmentTrainsNothing();

private:
    std::vector<double> seriesOf(const SeriesQuery &query);
    Workspace &shop() { return *m_workspace; }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Workspace> m_workspace;
    JobContext m_job;
};

void TestSegmentSeries::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_workspace.emplace(Workspace::create(m_folder->filePath(QStringLiteral("w.foretrail"))).value());
    VERIFY_RESULT(test::store(shop(), sales()));
    VERIFY_RESULT(SegmentStore(shop()).save(QStringLiteral("Mugs"), ruleOf("mug"), false, m_job));
}

std::vector<double> TestSegmentSeries::seriesOf(const SeriesQuery &query)
{
    const Result<SeriesQuery> known = withUsers(shop(), query, m_job);
    if (!known)
        return {};
    const Result<QList<Series>> series = shop().data().series(*known, m_job);
    return series && series->size() == 1 ? series->front().values : std::vector<double>();
}

void TestSegmentSeries::aSegmentIsFoundByName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("key");
    QTest::newRow("kept") << QStringLiteral("Mugs") << QStringLiteral("saved:Mugs");
    QTest::newRow("kept, as lists say it") << QStringLiteral("saved:Mugs") << QStringLiteral("saved:Mugs");
}

void TestSegmentSeries::aSegmentIsFoundByName()
{
    QFETCH(QString, name);
    QFETCH(QString, key);
    SeriesQuery query;
    query.segment.key = name;
    const Result<SeriesQuery> known = withUsers(shop(), query, m_job);
    VERIFY_RESULT(known);
    QCOMPARE(known->segment.key, key);
    QVERIFY(!known->segment.rule.isEmpty());
    QCOMPARE(known->users->users(), std::vector<qint64>{shop().data().user(QStringLiteral("bob"))->id.value});
    QCOMPARE(*withUsers(shop(), *known, m_job), *known); // once is enough
    QVERIFY(*withUsers(shop(), {}, m_job) == SeriesQuery());
}

void TestSegmentSeries::refusals()
{
    SeriesQuery query;
    query.segment.key = QStringLiteral("rfm:kings");
    const Result<SeriesQuery> unknown = withUsers(shop(), query, m_job);
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, ErrorCode::NotFound);
    for (const char *there : {"rfm:kings", "rfm:champions", "state:lapsed", "saved:Mugs"})
        QVERIFY2(unknown.error().message.contains(QLatin1String(there)), qPrintable(unknown.error().message));
    query.segment.key = QStringLiteral("Mugs");
    query.by = GroupBy::Series;
    query.measure = Measure::Value;
    const Result<SeriesQuery> imported = withUsers(shop(), query, m_job);
    QVERIFY(!imported && imported.error().message.contains(QStringLiteral("no users")));

    Workspace nobody = Workspace::create(m_folder->filePath(QStringLiteral("n.foretrail"))).value();
    VERIFY_RESULT(test::store(nobody, {{QStringLiteral("2024-01-01T10:00:00"), "", "tea", "purchase", {}, {}, 1, 3}}));
    SeriesQuery loyal;
    loyal.segment.key = QStringLiteral("rfm:loyal");
    const Result<SeriesQuery> without = withUsers(nobody, loyal, m_job);
    QVERIFY(!without);
    QCOMPARE(without.error().code, ErrorCode::InvalidInput);
    QVERIFY2(without.error().message.contains(QStringLiteral("names no users")), qPrintable(without.error().message));
}

void TestSegmentSeries::namesForPeople()
{
    QCOMPARE(segmentTitle({QStringLiteral("rfm:champions")}), QStringLiteral("Champions"));
    QCOMPARE(segmentTitle({QStringLiteral("state:lapsed")}), QStringLiteral("Lapsed"));
    QCOMPARE(segmentTitle({QStringLiteral("cluster:2"), ruleOf("mug")}), QStringLiteral("Cluster 2"));
    QCOMPARE(segmentTitle({QStringLiteral("saved:Mugs")}), QStringLiteral("Mugs"));
    QCOMPARE(segmentTitle({}), QString());
    QVERIFY(!segmentTitle({{}, ruleOf("mug")}).isEmpty());
}

void TestSegmentSeries::choicesAreJson()
{
    for (const SegmentChoice &choice : {SegmentChoice{QStringLiteral("rfm:loyal")}, SegmentChoice{QStringLiteral("saved:Mugs"), ruleOf("mug")}})
        QCOMPARE(segmentFromJson(segmentToJson(choice)).value(), choice);
    QVERIFY(segmentToJson({QStringLiteral("rfm:loyal")}).isString());
    QVERIFY(!segmentFromJson(QJsonValue(3)));
    QVERIFY(!segmentFromJson(QJsonObject{{QStringLiteral("key"), QStringLiteral("x")}}));
    const auto wrong = segmentFromJson(QJsonObject{{QStringLiteral("key"), QStringLiteral("x")}, {QStringLiteral("rules"), ruleOf("mug")}});
    QVERIFY(!wrong && wrong.error().message.contains(QStringLiteral("rules")));
    const auto broken = segmentFromJson(QJsonObject{{QStringLiteral("key"), QStringLiteral("x")}, {QStringLiteral("rule"), QJsonObject{{QStringLiteral("what"), QStringLiteral("height")}}}});
    QVERIFY(!broken && broken.error().message.contains(QStringLiteral("There are: orders")));
}

void TestSegmentSeries::specsKeepTheirSegment()
{
    TrainingSpec spec;
    QVERIFY(!spec.toJson().contains(QStringLiteral("segment")));
    spec.query.segment = {QStringLiteral("saved:Mugs"), ruleOf("mug")};
    QCOMPARE(TrainingSpec::fromJson(spec.toJson()).value(), spec);
    const Result<TrainingSpec> named = TrainingSpec::fromJson({{QStringLiteral("segment"), QStringLiteral("rfm:loyal")}});
    VERIFY_RESULT(named);
    QCOMPARE(named->query.segment, SegmentChoice{QStringLiteral("rfm:loyal")});
    const Result<TrainingSpec> wrong = TrainingSpec::fromJson({{QStringLiteral("segment"), 3}});
    QVERIFY(!wrong && wrong.error().message.startsWith(QStringLiteral("segment")));
}

void TestSegmentSeries::disjointSegmentsAddUp_data()
{
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<int>("measure");
    for (const char *prefix : {"rfm:", "state:"})
        for (const Measure measure : {Measure::Revenue, Measure::Orders, Measure::Quantity, Measure::Events, Measure::Users})
            QTest::addRow("%s %s", prefix, qPrintable(measureName(measure))) << QString::fromLatin1(prefix) << int(measure);
}

// Everybody here has bought, so everybody has a name and a state, and only one of each.
void TestSegmentSeries::disjointSegmentsAddUp()
{
    QFETCH(QString, prefix);
    QFETCH(int, measure);
    SeriesQuery query;
    query.measure = Measure(measure);
    const std::vector<double> total = seriesOf(query);
    QCOMPARE(total.size(), size_t(days));
    std::vector<double> sum(total.size(), 0);
    int parts = 0;
    const Result<SegmentBook> book = segmentBook(shop(), {}, m_job);
    VERIFY_RESULT(book);
    for (const SegmentInfo &segment : book->segments) {
        if (!segment.key.startsWith(prefix))
            continue;
        query.segment = {segment.key, {}};
        const std::vector<double> part = seriesOf(query);
        QCOMPARE(part.size(), total.size());
        for (size_t day = 0; day < part.size(); ++day)
            sum[day] += part[day];
        ++parts;
    }
    QVERIFY(parts > 1);
    QCOMPARE(sum, total);
}

void TestSegmentSeries::otherUsersAreOtherData()
{
    const auto of = [&](const QString &name) {
        SeriesQuery query;
        query.segment.key = name;
        return fingerprintOf(shop().data(), withUsers(shop(), query, m_job).value()).value();
    };
    VERIFY_RESULT(SegmentStore(shop()).save(QStringLiteral("Jams"), ruleOf("jam"), false, m_job));
    VERIFY_RESULT(SegmentStore(shop()).save(QStringLiteral("Cups"), ruleOf("mug"), false, m_job));
    QCOMPARE(fingerprintOf(shop().data(), {}).value(), shop().data().fingerprint().value());
    QVERIFY(of(QStringLiteral("Mugs")) != shop().data().fingerprint().value());
    QVERIFY(of(QStringLiteral("Mugs")) != of(QStringLiteral("Jams")));
    QCOMPARE(of(QStringLiteral("Mugs")), of(QStringLiteral("Cups"))); // the same users
    QCOMPARE(of(QStringLiteral("Mugs")).size(), shop().data().fingerprint()->size());
}

void TestSegmentSeries::aForecastIsOfTheSegment()
{
    TrainingSpec spec = test::dailySpec(QStringLiteral("snaive"), 1);
    spec.query = {};
    spec.model.season = 2;
    spec.query.segment.key = QStringLiteral("Mugs");
    const auto mugs = forecastFromWorkspace(shop(), spec, m_job);
    VERIFY_RESULT(mugs);
    QCOMPARE(mugs->size(), 1);
    for (int h = 0; h < 14; ++h)
        QCOMPARE(mugs->front().future.mean[size_t(h)], mugOn(days + h));
    QCOMPARE(mugs->front().metrics.mae, 0.0);
    spec.query.segment = {};
    const auto all = forecastFromWorkspace(shop(), spec, m_job);
    VERIFY_RESULT(all);
    QVERIFY(all->front().fingerprint != mugs->front().fingerprint);
}

void TestSegmentSeries::aRunKeepsItsSegment()
{
    TrainingSpec spec = test::dailySpec(QStringLiteral("ets"), 1);
    spec.query = {};
    spec.query.segment.key = QStringLiteral("Mugs");
    const Result<RunId> id = trainAndStore(shop(), spec, m_job);
    VERIFY_RESULT(id);
    const RunSummary run = RunStore(shop()).load(*id)->summary;
    QVERIFY2(run.name.endsWith(QStringLiteral(" · Mugs")), qPrintable(run.name));
    QCOMPARE(TrainingSpec::fromJson(run.spec)->query.segment, (SegmentChoice{QStringLiteral("saved:Mugs"), ruleOf("mug")}));
    SeriesQuery mugs;
    mugs.segment.key = QStringLiteral("Mugs");
    QCOMPARE(run.dataFingerprint, fingerprintOf(shop().data(), withUsers(shop(), mugs, m_job).value()).value());

    // Whatever the name stands for later, the run is of whom it was of.
    VERIFY_RESULT(SegmentStore(shop()).save(QStringLiteral("Mugs"), ruleOf("jam"), true, m_job));
    const auto reopened = reopenRun(shop(), *id, m_job);
    VERIFY_RESULT(reopened);
    for (int day = 0; day < days; ++day)
        QCOMPARE(reopened->history.values[size_t(day)], mugOn(day));
    const Result<RunId> again = trainAgainAndStore(shop(), *id, m_job);
    VERIFY_RESULT(again);
    const auto second = reopenRun(shop(), *again, m_job);
    VERIFY_RESULT(second);
    QCOMPARE(second->future.mean, reopened->future.mean);
    QCOMPARE(RunStore(shop()).load(*again)->summary.dataFingerprint, run.dataFingerprint);
}

void TestSegmentSeries::anUnknownSegmentTrainsNothing()
{
    TrainingSpec spec = test::dailySpec(QStringLiteral("ets"), 1);
    spec.query = {};
    spec.query.segment.key = QStringLiteral("nobody knows");
    const auto forecast = forecastFromWorkspace(shop(), spec, m_job);
    QVERIFY(!forecast && forecast.error().code == ErrorCode::NotFound);
    const auto trained = trainAndStore(shop(), spec, m_job);
    QVERIFY(!trained && trained.error().code == ErrorCode::NotFound);
    QVERIFY(RunStore(shop()).list()->isEmpty());
}

FORETRAIL_TEST_MAIN(TestSegmentSeries, QCoreApplication)
#include "tst_segment_series.moc"
