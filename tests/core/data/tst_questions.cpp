#include "tests/core/data/EventBuilder.h"

#include "core/data/EventKinds.h"

#include <cmath>
#include <map>
#include <random>
#include <set>

using namespace foretrail;
using namespace foretrail::test;

/// Series, users and summaries of a small shop counted by hand, and of random shops against a plain recount.
class QuestionsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_workspace.reset(); }

    void namesOfMeasuresAndGroups();
    void measuresByDay_data();
    void measuresByDay();
    void stepsOfTheYear();
    void itemsBeginWithTheirFirstEvent();
    void groups_data();
    void groups();
    void theLargestFirst();
    void seriesOfOneUser();
    void seriesOfASegment();
    void clocksChange_data();
    void clocksChange();
    void summaryOfTheShop();
    void usersOfTheShop();
    void importedSeriesKeepTheirGaps();
    void wrongQuestionsAreExplained_data();
    void wrongQuestionsAreExplained();
    void anEmptyWorkspaceSaysImportFirst();
    void aCancelledQuestionStops();
    void theFingerprintFollowsTheData();
    void agreesWithAPlainRecount_data();
    void agreesWithAPlainRecount();

private:
    void openShop();
    ShopData &data() { return m_workspace->data(); }
    std::map<QString, std::vector<double>> ask(const SeriesQuery &query);
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Workspace> m_workspace;
    JobContext m_job;
};

void QuestionsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto created = Workspace::create(m_folder->filePath(QStringLiteral("w.foretrail")));
    VERIFY_RESULT(created);
    m_workspace.emplace(std::move(*created));
}

// Three days of January 2011; every figure below is added up by hand from these lines.
void QuestionsTest::openShop()
{
    const auto day = [](int number, const char *clock) {
        return QStringLiteral("2011-01-0%1T%2").arg(number).arg(QLatin1String(clock));
    };
    VERIFY_RESULT(store(*m_workspace, {
        {day(3, "10:00:00"), "ann", "mug", "purchase", "s1", "kitchen", 2, 10, "France"},
        {day(3, "10:00:00"), "ann", "tea", "purchase", "s1", "food", 1, 3, "France"},
        {day(3, "11:00:00"), "bob", "mug", "purchase", "s2", "kitchen", 1, 5, "Norway"},
        {day(5, "09:00:00"), "ann", "mug", "return", "s3", "kitchen", -1, -5, "France"},
        {day(5, "09:30:00"), "", "pen", "purchase", "s4", "", 4, 4, ""},
        {day(5, "23:59:59"), "bob", "", "purchase", "", "", 1, 2, "Norway"},
        {day(5, "23:59:59"), "bob", "tea", "view", "", "food"},
    }, 1, {QStringLiteral("Country")}));
}

std::map<QString, std::vector<double>> QuestionsTest::ask(const SeriesQuery &query)
{
    std::map<QString, std::vector<double>> values;
    const auto all = data().series(query, m_job);
    if (!all)
        QTest::qFail(qPrintable(all.error().message), __FILE__, __LINE__);
    else
        for (const Series &series : *all)
            values[series.key] = series.values;
    return values;
}

// Of the lines above those of ann, of ann and bob, and of nobody.
void QuestionsTest::seriesOfASegment()
{
    openShop();
    const qint64 ann = data().user(QStringLiteral("ann")).value().id.value, bob = data().user(QStringLiteral("bob")).value().id.value;
    const auto total = [this](Measure measure, const std::vector<qint64> &users) {
        SeriesQuery query;
        query.measure = measure;
        query.users = std::make_shared<const UserSet>(users);
        return ask(query)[QStringLiteral("total")];
    };
    QCOMPARE(total(Measure::Revenue, {ann}), (std::vector<double>{13, 0, -5}));
    QCOMPARE(total(Measure::Quantity, {ann}), (std::vector<double>{3, 0, -1}));
    QCOMPARE(total(Measure::Orders, {ann}), (std::vector<double>{1, 0, 0}));
    QCOMPARE(total(Measure::Events, {ann}), (std::vector<double>{2, 0, 1}));
    QCOMPARE(total(Measure::Users, {ann, bob}), (std::vector<double>{2, 0, 2}));
    QCOMPARE(total(Measure::Revenue, {ann, bob}), (std::vector<double>{18, 0, -3}));
    QCOMPARE(total(Measure::Orders, {bob}), (std::vector<double>{1, 0, 1}));
    QCOMPARE(total(Measure::Revenue, {}), (std::vector<double>{0, 0, 0}));
    SeriesQuery items;
    items.by = GroupBy::Item;
    items.users = std::make_shared<const UserSet>(std::vector<qint64>{bob});
    QCOMPARE(ask(items)[QStringLiteral("mug")], (std::vector<double>{5, 0, 0}));
}

void QuestionsTest::namesOfMeasuresAndGroups()
{
    for (Measure measure : {Measure::Revenue, Measure::Quantity, Measure::Orders, Measure::Events, Measure::Users, Measure::Value})
        QCOMPARE(measureFromName(measureName(measure)).value(), measure);
    QVERIFY(measureFromName(QStringLiteral("profit")).error().message.contains(QStringLiteral("revenue")));
    for (const QString &name : {QStringLiteral("total"), QStringLiteral("item"), QStringLiteral("attr:Country"),
                                QStringLiteral("category"), QStringLiteral("kind"), QStringLiteral("series")}) {
        SeriesQuery query;
        VERIFY_RESULT(setGroup(query, name));
        QCOMPARE(groupName(query), name);
    }
    SeriesQuery query;
    QVERIFY(!setGroup(query, QStringLiteral("attribute")));
    QVERIFY(!setGroup(query, QStringLiteral("attr:")));
}

void QuestionsTest::measuresByDay_data()
{
    QTest::addColumn<Measure>("measure");
    QTest::addColumn<std::vector<double>>("expected");
    QTest::newRow("revenue") << Measure::Revenue << std::vector<double>{18, 0, 1};
    QTest::newRow("quantity") << Measure::Quantity << std::vector<double>{4, 0, 4};
    QTest::newRow("orders") << Measure::Orders << std::vector<double>{2, 0, 2};
    QTest::newRow("events") << Measure::Events << std::vector<double>{3, 0, 4};
    QTest::newRow("users") << Measure::Users << std::vector<double>{2, 0, 2};
}

void QuestionsTest::measuresByDay()
{
    QFETCH(Measure, measure);
    QFETCH(std::vector<double>, expected);
    openShop();
    SeriesQuery query;
    query.measure = measure;
    const auto series = data().series(query, m_job);
    VERIFY_RESULT(series);
    QCOMPARE(series->size(), 1);
    QCOMPARE(series->front().key, QStringLiteral("total"));
    QCOMPARE(series->front().axis, (TimeAxis{Step::Day, utc(QStringLiteral("2011-01-03"))}));
    QCOMPARE(series->front().values, expected);
}

void QuestionsTest::stepsOfTheYear()
{
    openShop();
    VERIFY_RESULT(store(*m_workspace, {{QStringLiteral("2011-03-31T12:00:00"), "ann", "mug", "purchase", "s9", "", 1, 7}}, 100));
    SeriesQuery query;
    query.step = Step::Month;
    QCOMPARE(ask(query)[QStringLiteral("total")], (std::vector<double>{19, 0, 7}));
    query.step = Step::Quarter;
    QCOMPARE(ask(query)[QStringLiteral("total")], (std::vector<double>{26}));
    query.step = Step::Week; // 2011-01-03 is a Monday; 31 March stands in the 13th week from there
    QCOMPARE(ask(query)[QStringLiteral("total")].size(), size_t(13));
    QCOMPARE(ask(query)[QStringLiteral("total")].front(), 19.0);
    query.step = Step::Hour;
    const auto hours = ask(query)[QStringLiteral("total")];
    QCOMPARE(hours.size(), size_t(87 * 24 + 3)); // from 3 January 10:00 to 31 March 12:00
    QCOMPARE(hours[0], 13.0);
    QCOMPARE(hours[1], 5.0);
}

void QuestionsTest::itemsBeginWithTheirFirstEvent()
{
    openShop();
    SeriesQuery query;
    query.by = GroupBy::Item;
    const auto values = ask(query);
    QCOMPARE(values.size(), size_t(3)); // the row without an item is in the total only
    QCOMPARE(values.at(QStringLiteral("mug")), (std::vector<double>{15, 0, -5}));
    QCOMPARE(values.at(QStringLiteral("tea")), (std::vector<double>{3, 0, 0}));
    QCOMPARE(values.at(QStringLiteral("pen")), (std::vector<double>{4}));
    query.keys = {QStringLiteral("pen"), QStringLiteral("mug")};
    const auto chosen = data().series(query, m_job);
    VERIFY_RESULT(chosen);
    QCOMPARE(chosen->size(), 2);
    QCOMPARE(chosen->at(0).key, QStringLiteral("pen"));
    QCOMPARE(chosen->at(0).axis.start, utc(QStringLiteral("2011-01-05")));
    QCOMPARE(chosen->at(1).values, values.at(QStringLiteral("mug")));
}

void QuestionsTest::groups_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("series");
    QTest::addColumn<std::vector<double>>("expected");
    QTest::newRow("kind purchase") << "kind" << "purchase" << 3 << std::vector<double>{18, 0, 6};
    QTest::newRow("kind return") << "kind" << "return" << 3 << std::vector<double>{0, 0, -5};
    QTest::newRow("kind without amounts") << "kind" << "view" << 3 << std::vector<double>{0, 0, 0};
    QTest::newRow("category") << "category" << "kitchen" << 2 << std::vector<double>{15, 0, -5};
    QTest::newRow("attribute") << "attr:Country" << "Norway" << 2 << std::vector<double>{5, 0, 2};
    QTest::newRow("attribute in another case") << "attr:country" << "France" << 2 << std::vector<double>{13, 0, -5};
}

void QuestionsTest::groups()
{
    QFETCH(QString, group);
    QFETCH(QString, key);
    QFETCH(int, series);
    QFETCH(std::vector<double>, expected);
    openShop();
    SeriesQuery query;
    VERIFY_RESULT(setGroup(query, group));
    auto values = ask(query);
    QCOMPARE(int(values.size()), series);
    QCOMPARE(values[key], expected);
    query.keys = {key};
    QCOMPARE(ask(query), (std::map<QString, std::vector<double>>{{key, expected}}));
}

void QuestionsTest::theLargestFirst()
{
    openShop();
    SeriesQuery query;
    query.by = GroupBy::Item;
    const auto all = data().listSeries(query, m_job);
    VERIFY_RESULT(all);
    QCOMPARE(all->size(), 3);
    QCOMPARE(all->at(0).key, QStringLiteral("mug"));
    QCOMPARE(all->at(0).size, 10.0);
    QCOMPARE(all->at(0).observations, qint64(3));
    QCOMPARE(all->at(0).sketch, (std::vector<float>{15, 0, -5}));
    QCOMPARE(all->at(1).key, QStringLiteral("pen"));
    QCOMPARE(all->at(1).observations, qint64(1));
    query.top = 1;
    QCOMPARE(data().listSeries(query, m_job)->size(), 1);
    QCOMPARE(ask(query).begin()->first, QStringLiteral("mug"));
}

void QuestionsTest::seriesOfOneUser()
{
    openShop();
    SeriesQuery query;
    query.measure = Measure::Events;
    query.user = data().user(QStringLiteral("bob")).value().id;
    QCOMPARE(ask(query)[QStringLiteral("total")], (std::vector<double>{1, 0, 2}));
    query.by = GroupBy::Item;
    query.keys = {QStringLiteral("pen"), QStringLiteral("tea")};
    QCOMPARE(ask(query)[QStringLiteral("tea")], (std::vector<double>{1}));
    QCOMPARE(ask(query)[QStringLiteral("pen")], (std::vector<double>{0, 0, 0}));
}

// Clocks of the tz database: London forward on 2011-03-27 and back on 2011-10-30, Shanghai UTC+8 all year.
void QuestionsTest::clocksChange_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QStringList>("times");
    QTest::addColumn<QString>("start");
    QTest::addColumn<std::vector<double>>("days");
    QTest::newRow("London, the day of 23 hours")
        << "Europe/London" << QStringList{QStringLiteral("2011-03-26T23:30:00"), QStringLiteral("2011-03-27T22:59:59"), QStringLiteral("2011-03-27T23:00:00")}
        << "2011-03-26" << std::vector<double>{1, 1, 1};
    QTest::newRow("London, the day of 25 hours")
        << "Europe/London" << QStringList{QStringLiteral("2011-10-29T23:00:00"), QStringLiteral("2011-10-30T23:59:59"), QStringLiteral("2011-10-31T00:00:00")}
        << "2011-10-30" << std::vector<double>{2, 1};
    QTest::newRow("Shanghai") << "Asia/Shanghai" << QStringList{QStringLiteral("2017-11-24T16:00:00"), QStringLiteral("2017-11-25T15:59:59"), QStringLiteral("2017-11-25T16:00:00")}
        << "2017-11-25" << std::vector<double>{2, 1};
}

void QuestionsTest::clocksChange()
{
    QFETCH(QString, zone);
    QFETCH(QStringList, times);
    QFETCH(QString, start);
    QFETCH(std::vector<double>, days);
    VERIFY_RESULT(m_workspace->setSetting(QStringLiteral("timeZone"), zone));
    std::vector<TestEvent> events;
    for (const QString &time : times)
        events.push_back({time, "u", "i"});
    VERIFY_RESULT(store(*m_workspace, events));
    SeriesQuery query;
    query.measure = Measure::Events;
    const auto series = data().series(query, m_job);
    VERIFY_RESULT(series);
    QCOMPARE(formatTime(series->front().axis.start, Step::Day), start);
    QCOMPARE(series->front().values, days);
}

void QuestionsTest::summaryOfTheShop()
{
    openShop();
    const DataSummary summary = data().summary().value();
    QCOMPARE(summary.events, qint64(7));
    QCOMPARE(summary.users, qint64(2));
    QCOMPARE(summary.items, qint64(3));
    QCOMPARE(summary.categories, qint64(2));
    QCOMPARE(summary.netRevenue, 19.0);
    QCOMPARE(summary.kindNames, (QStringList{QStringLiteral("purchase"), QStringLiteral("return"), QStringLiteral("view")}));
    QCOMPARE(summary.attributes, QStringList{QStringLiteral("Country")});
    QCOMPARE(*summary.firstEvent, utc(QStringLiteral("2011-01-03T10:00:00")));
    QCOMPARE(*summary.lastEvent, utc(QStringLiteral("2011-01-05T23:59:59")));
    QVERIFY(summary.hasAmounts);
}

void QuestionsTest::usersOfTheShop()
{
    openShop();
    const auto users = data().users(m_job);
    VERIFY_RESULT(users);
    QCOMPARE(users->size(), 2);
    const UserRow ann = data().user(QStringLiteral("ann")).value();
    QCOMPARE(ann.events, qint64(3));
    QCOMPARE(ann.orders, qint64(1));
    QCOMPARE(ann.value, 8.0);
    QCOMPARE(ann.lastSeen, utc(QStringLiteral("2011-01-05T09:00:00")));
    const UserRow bob = data().user(QStringLiteral("bob")).value();
    QCOMPARE(bob.orders, qint64(2));
    QCOMPARE(data().eventsOf(bob.id, m_job)->front().itemKey, QStringLiteral("mug"));
    const auto nobody = data().user(QStringLiteral("Anne"));
    QVERIFY(!nobody);
    QCOMPARE(nobody.error().code, ErrorCode::NotFound);
    QVERIFY(nobody.error().message.contains(QStringLiteral("ann")));
}

void QuestionsTest::importedSeriesKeepTheirGaps()
{
    auto writer = FactWriter::begin(*m_workspace, {});
    VERIFY_RESULT(writer);
    const WallMs friday = utc(QStringLiteral("2010-02-05"));
    VERIFY_RESULT((*writer)->addObservation("1/1", Step::Week, friday, 4));
    VERIFY_RESULT((*writer)->addObservation("1/1", Step::Week, addSteps(friday, Step::Week, 2), -1));
    for (int i = 1; i <= 3; ++i)
        VERIFY_RESULT((*writer)->addObservation("H1", Step::None, i, 10 * i));
    VERIFY_RESULT((*writer)->commit({}, {}, "sha", m_job));
    SeriesQuery query;
    query.by = GroupBy::Series;
    query.measure = Measure::Value;
    const auto all = data().series(query, m_job);
    VERIFY_RESULT(all);
    QCOMPARE(all->at(0).key, QStringLiteral("H1"));
    QCOMPARE(all->at(0).axis, (TimeAxis{Step::None, 1}));
    QCOMPARE(all->at(0).values, (std::vector<double>{10, 20, 30}));
    QCOMPARE(all->at(1).axis, (TimeAxis{Step::Week, friday}));
    QCOMPARE(all->at(1).size(), qint64(3));
    QVERIFY(std::isnan(all->at(1).values[1]));
    const auto list = data().listSeries(query, m_job);
    VERIFY_RESULT(list);
    QCOMPARE(list->at(1).size, 3.0);
    QCOMPARE(list->at(1).observations, qint64(3));
    query.top = 1;
    QCOMPARE(data().series(query, m_job)->size(), 1);
    query.keys = {QStringLiteral("1/1")};
    QCOMPARE(data().series(query, m_job)->front().key, QStringLiteral("1/1"));
    query.keys = {QStringLiteral("1/2")};
    QVERIFY(data().series(query, m_job).error().message.contains(QStringLiteral("1/1")));
    query = {};
    QVERIFY(data().series(query, m_job).error().message.contains(QStringLiteral("imported series")));
}

void QuestionsTest::wrongQuestionsAreExplained_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("key");
    QTest::addColumn<Measure>("measure");
    QTest::addColumn<Step>("step");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("named");
    QTest::newRow("unknown item") << "item" << "mog" << Measure::Revenue << Step::Day << int(ErrorCode::NotFound) << "mug";
    QTest::newRow("unknown attribute") << "attr:City" << "" << Measure::Revenue << Step::Day << int(ErrorCode::NotFound) << "Country";
    QTest::newRow("value of a log") << "total" << "" << Measure::Value << Step::Day << int(ErrorCode::InvalidInput) << "revenue";
    QTest::newRow("no step") << "total" << "" << Measure::Revenue << Step::None << int(ErrorCode::InvalidInput) << "week";
    QTest::newRow("a key of the total") << "total" << "mug" << Measure::Revenue << Step::Day << int(ErrorCode::NotFound) << "mug";
    QTest::newRow("no imported series") << "series" << "" << Measure::Value << Step::Day << int(ErrorCode::NotFound) << "Import";
}

void QuestionsTest::wrongQuestionsAreExplained()
{
    QFETCH(QString, group);
    QFETCH(QString, key);
    QFETCH(Measure, measure);
    QFETCH(Step, step);
    QFETCH(int, code);
    QFETCH(QString, named);
    openShop();
    SeriesQuery query;
    VERIFY_RESULT(setGroup(query, group));
    query.measure = measure;
    query.step = step;
    if (!key.isEmpty())
        query.keys = {key};
    for (const Error &error : {data().series(query, m_job).error(), data().listSeries(query, m_job).error()}) {
        QCOMPARE(int(error.code), code);
        QVERIFY2(error.message.contains(named), qPrintable(error.message));
    }
}

void QuestionsTest::anEmptyWorkspaceSaysImportFirst()
{
    const auto series = data().series({}, m_job);
    QVERIFY(!series);
    QVERIFY(series.error().message.contains(QStringLiteral("Import")));
    QVERIFY(data().user(QStringLiteral("ann")).error().message.contains(QStringLiteral("Import")));
    QCOMPARE(data().users(m_job)->size(), 0);
}

void QuestionsTest::aCancelledQuestionStops()
{
    std::vector<TestEvent> events;
    for (int i = 0; i < 70'000; ++i)
        events.push_back({QStringLiteral("2011-01-01"), "u", "i"});
    VERIFY_RESULT(store(*m_workspace, events));
    JobContext stopped;
    stopped.requestStop();
    QVERIFY(data().series({}, stopped).error().isCancelled());
    QVERIFY(data().listSeries({}, stopped).error().isCancelled());
    QVERIFY(data().eventsOf({1}, stopped).error().isCancelled());
    VERIFY_RESULT(data().series({}, m_job));
}

void QuestionsTest::theFingerprintFollowsTheData()
{
    std::set<QString> seen{data().fingerprint().value()};
    openShop();
    QVERIFY(seen.insert(data().fingerprint().value()).second);
    VERIFY_RESULT(m_workspace->setSetting(QStringLiteral("pageOfTheWindow"), QStringLiteral("Train")));
    QVERIFY(!seen.insert(data().fingerprint().value()).second);
    VERIFY_RESULT(m_workspace->setSetting(QStringLiteral("timeZone"), QStringLiteral("Asia/Shanghai")));
    QVERIFY(seen.insert(data().fingerprint().value()).second);
}

void QuestionsTest::agreesWithAPlainRecount_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 6; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

// The plain recount: every row on its own, with maps, sets and QDateTime's own zones.
void QuestionsTest::agreesWithAPlainRecount()
{
    QFETCH(quint32, seed);
    std::mt19937 random(seed);
    const QTimeZone zone(seed % 2 ? "Europe/London" : "America/New_York");
    VERIFY_RESULT(m_workspace->setSetting(QStringLiteral("timeZone"), QString::fromLatin1(zone.id())));
    const UtcMs base = utc(QStringLiteral("2011-10-20"));
    std::vector<TestEvent> events;
    for (int i = 0; i < 3000; ++i) {
        TestEvent event{QDateTime::fromSecsSinceEpoch(base / 1000 + random() % (20 * 86400), Qt::UTC).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")),
                        random() % 7 ? "u" + std::to_string(random() % 30) : "", random() % 9 ? "i" + std::to_string(random() % 12) : "",
                        random() % 3 ? "purchase" : "view", random() % 4 ? "s" + std::to_string(random() % 400) : ""};
        event.amount = double(int(random() % 50)) - 10;
        events.push_back(event);
    }
    VERIFY_RESULT(store(*m_workspace, events));
    for (Measure measure : {Measure::Revenue, Measure::Orders, Measure::Events, Measure::Users}) {
        std::map<QString, std::map<QDate, double>> expected;
        std::set<std::tuple<std::string, QDate, std::string>> seen;
        for (const TestEvent &event : events) {
            const QDate date = QDateTime::fromMSecsSinceEpoch(utc(event.time), Qt::UTC).toTimeZone(zone).date();
            const std::string &id = measure == Measure::Users ? event.user : event.session;
            const bool isOrder = isPurchaseKind(std::string_view(event.kind));
            double value = measure == Measure::Revenue ? event.amount : 1;
            if (measure == Measure::Users && (id.empty() || !seen.insert({event.item, date, id}).second))
                value = 0;
            if (measure == Measure::Orders && (!isOrder || (!id.empty() && !seen.insert({event.item, date, id}).second)))
                value = 0;
            if (!event.item.empty())
                expected[QString::fromStdString(event.item)][date] += value;
        }
        SeriesQuery query;
        query.by = GroupBy::Item;
        query.measure = measure;
        const auto all = data().series(query, m_job);
        VERIFY_RESULT(all);
        QCOMPARE(size_t(all->size()), expected.size());
        for (const Series &series : *all) {
            QCOMPARE(formatTime(series.axis.start, Step::Day), expected[series.key].begin()->first.toString(Qt::ISODate));
            for (qint64 i = 0; i < series.size(); ++i) {
                const QDate date = QDate::fromString(formatTime(series.timeAt(i), Step::Day), Qt::ISODate);
                QCOMPARE(series.values[size_t(i)], expected[series.key][date]);
            }
        }
    }
}

FORETRAIL_TEST_MAIN(QuestionsTest, QCoreApplication)
#include "tst_questions.moc"
