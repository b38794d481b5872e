// The rows behind a step of a series, favourites and the categories of items, on a log of a few lines; everything is counted by hand.
#include "core/data/Favourites.h"
#include "core/data/ItemCategories.h"
#include "core/data/StepRows.h"
#include "core/data/UserNames.h"
#include "tests/core/data/EventBuilder.h"

using namespace foretrail;
using namespace foretrail::test;

class StepRowsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void rowsAddUpToTheStep_data();
    void rowsAddUpToTheStep();
    void pagesFollowEachOther();
    void rowsTellAll();
    void daysOfTheCalendarOfTheShop();
    void rowsOfASegment();
    void hiddenUsersStayHidden();
    void observationsOfImportedSeries();
    void unknownSeries();
    void favouritesAreKeptByGroup();
    void categoriesOfItems();

private:
    static StepQuestion day(const QString &date, const SeriesQuery &query)
    {
        const WallMs from = *parseWallTime(date);
        return {query, from, addSteps(from, query.step, 1)};
    }
    static SeriesQuery query(Measure measure, const char *by = "total", const char *key = "total")
    {
        SeriesQuery query;
        query.measure = measure;
        (void)setGroup(query, QLatin1String(by));
        query.keys = {QLatin1String(key)};
        return query;
    }
    FindingRows rows(const StepQuestion &question, qint64 first = 0, int limit = 100)
    {
        const auto found = stepRows(*m_workspace, question, first, limit, m_job);
        if (!found)
            qWarning("%s", qPrintable(found.error().message));
        return found.value_or(FindingRows());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Workspace> m_workspace;
    JobContext m_job;
};

void StepRowsTest::init()
{
    m_workspace.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_workspace.emplace(Workspace::create(m_folder->filePath(QStringLiteral("w.foretrail"))).value());
    const auto at = [](const char *time) { return QString::fromLatin1(time); };
    VERIFY_RESULT(store(*m_workspace, {
        {at("2011-01-03T10:00:00"), "ann", "mug", "purchase", "s1", "kitchen", 2, 10, "France"},
        {at("2011-01-03T09:00:00"), "ann", "tea", "purchase", "s1", "food", 1, 3, "France"},
        {at("2011-01-03T11:00:00"), "bob", "mug", "view", "s2", "gifts"},
        {at("2011-01-03T23:30:00"), "bob", "mug", "return", "s2", "gifts", -1, -5, "Norway"},
        {at("2011-01-04T00:00:00"), "", "pen", "purchase", "s4", "", 4, 4, ""},
    }, 1, {QStringLiteral("Country")}));
}

void StepRowsTest::rowsAddUpToTheStep_data()
{
    QTest::addColumn<Measure>("measure");
    QTest::addColumn<QByteArray>("by");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("amount");
    const auto row = [](const char *name, Measure measure, const char *by, const char *key, int count, double amount) {
        QTest::newRow(name) << measure << QByteArray(by) << QByteArray(key) << count << amount;
    };
    row("revenue, total", Measure::Revenue, "total", "total", 3, 8.0);
    row("revenue of an item", Measure::Revenue, "item", "mug", 2, 5.0);
    row("events of an item", Measure::Events, "item", "mug", 3, 5.0);
    row("orders", Measure::Orders, "total", "total", 2, 13.0);
    row("category", Measure::Revenue, "category", "gifts", 1, -5.0);
    row("kind", Measure::Events, "kind", "view", 1, 0.0);
    row("attribute", Measure::Quantity, "attr:Country", "France", 2, 13.0);
}

void StepRowsTest::rowsAddUpToTheStep()
{
    QFETCH(Measure, measure);
    QFETCH(QByteArray, by);
    QFETCH(QByteArray, key);
    QFETCH(int, count);
    QFETCH(double, amount);
    const FindingRows found = rows(day(QStringLiteral("2011-01-03"), query(measure, by.constData(), key.constData())));
    QCOMPARE(found.total, count);
    QCOMPARE(found.rows.size(), count);
    double sum = 0;
    for (const QStringList &row : found.rows)
        sum += row.back().toDouble();
    QCOMPARE(sum, amount);
}

void StepRowsTest::pagesFollowEachOther()
{
    const StepQuestion question = day(QStringLiteral("2011-01-03"), query(Measure::Events));
    const FindingRows all = rows(question);
    QCOMPARE(all.total, 4);
    QCOMPARE(rows(question, 0, 3).rows, all.rows.mid(0, 3));
    QCOMPARE(rows(question, 3, 3).rows, all.rows.mid(3));
    QCOMPARE(rows(question, 3, 3).total, 4);
    QCOMPARE(rows(day(QStringLiteral("2011-01-07"), query(Measure::Events))).total, 0);
}

void StepRowsTest::rowsTellAll()
{
    const FindingRows found = rows(day(QStringLiteral("2011-01-03"), query(Measure::Revenue)));
    QCOMPARE(found.header.size(), 10);
    QCOMPARE(found.rows[0], (QStringList{QStringLiteral("2011-01-03T09:00:00"), QStringLiteral("ann"), QStringLiteral("tea"), QString(), QStringLiteral("purchase"),
                                         QStringLiteral("food"), QStringLiteral("s1"), QStringLiteral("1.0"), QString(), QStringLiteral("3.0")}));
    QCOMPARE(rows(day(QStringLiteral("2011-01-04"), query(Measure::Revenue))).rows[0][1], QString()); // nobody is known
}

// In Paris the last row of the third is of the fourth.
void StepRowsTest::daysOfTheCalendarOfTheShop()
{
    VERIFY_RESULT(m_workspace->setSetting(QStringLiteral("timeZone"), QStringLiteral("Europe/Paris")));
    QCOMPARE(rows(day(QStringLiteral("2011-01-03"), query(Measure::Revenue))).total, 2);
    const FindingRows next = rows(day(QStringLiteral("2011-01-04"), query(Measure::Revenue)));
    QCOMPARE(next.total, 2);
    QCOMPARE(next.rows[0][0], QStringLiteral("2011-01-04T00:30:00"));
    SeriesQuery weekly = query(Measure::Revenue);
    weekly.step = Step::Week;
    QCOMPARE(rows(day(QStringLiteral("2011-01-03"), weekly)).total, 4);
}

void StepRowsTest::rowsOfASegment()
{
    SeriesQuery ofBob = query(Measure::Events);
    ofBob.users = std::make_shared<const UserSet>(std::vector<qint64>{m_workspace->data().user(QStringLiteral("bob")).value().id.value});
    QCOMPARE(rows(day(QStringLiteral("2011-01-03"), ofBob)).total, 2);
}

void StepRowsTest::hiddenUsersStayHidden()
{
    VERIFY_RESULT(setUsersHidden(*m_workspace, true));
    const QString shown = rows(day(QStringLiteral("2011-01-03"), query(Measure::Revenue))).rows[0][1];
    QVERIFY(shown.startsWith(QStringLiteral("u-")));
}

void StepRowsTest::observationsOfImportedSeries()
{
    FactWriterOptions options;
    options.file = QStringLiteral("weeks.csv");
    options.kind = QStringLiteral("series");
    auto writer = FactWriter::begin(*m_workspace, options);
    VERIFY_RESULT(writer);
    for (int day = 0; day < 3; ++day)
        VERIFY_RESULT((*writer)->addObservation("store", Step::Day, addSteps(*parseWallTime(QStringLiteral("2011-01-03")), Step::Day, day), 7 + day));
    VERIFY_RESULT((*writer)->commit({}, {}, "sha2", m_job));
    const FindingRows found = rows(day(QStringLiteral("2011-01-04"), query(Measure::Value, "series", "store")));
    QCOMPARE(found.total, 1);
    QCOMPARE(found.rows[0], (QStringList{QStringLiteral("2011-01-04"), QStringLiteral("8.0"), QStringLiteral("weeks.csv")}));
}

void StepRowsTest::unknownSeries()
{
    const auto found = stepRows(*m_workspace, day(QStringLiteral("2011-01-03"), query(Measure::Revenue, "item", "cup")), 0, 10, m_job);
    QVERIFY(!found);
    QCOMPARE(found.error().code, ErrorCode::NotFound);
}

void StepRowsTest::favouritesAreKeptByGroup()
{
    const SeriesQuery items = query(Measure::Revenue, "item"), categories = query(Measure::Revenue, "category");
    QVERIFY(favouritesOf(*m_workspace, items).value().isEmpty());
    VERIFY_RESULT(setFavourite(*m_workspace, items, QStringLiteral("tea"), true));
    VERIFY_RESULT(setFavourite(*m_workspace, items, QStringLiteral("mug"), true));
    VERIFY_RESULT(setFavourite(*m_workspace, items, QStringLiteral("tea"), true)); // once
    QCOMPARE(favouritesOf(*m_workspace, items).value(), (QStringList{QStringLiteral("mug"), QStringLiteral("tea")}));
    QCOMPARE(favouritesOf(*m_workspace, query(Measure::Orders, "item")).value().size(), 2); // whatever is measured
    QVERIFY(favouritesOf(*m_workspace, categories).value().isEmpty());
    VERIFY_RESULT(setFavourite(*m_workspace, items, QStringLiteral("mug"), false));
    const QString path = m_workspace->path();
    m_workspace.reset();
    m_workspace.emplace(Workspace::open(path).value());
    QCOMPARE(favouritesOf(*m_workspace, items).value(), QStringList{QStringLiteral("tea")});
}

// That of the first event; a pen has none.
void StepRowsTest::categoriesOfItems()
{
    const auto categories = itemCategories(*m_workspace, m_job);
    VERIFY_RESULT(categories);
    QCOMPARE(*categories, (QHash<QString, QString>{{QStringLiteral("mug"), QStringLiteral("kitchen")}, {QStringLiteral("tea"), QStringLiteral("food")}}));
}

FORETRAIL_TEST_MAIN(StepRowsTest, QCoreApplication)
#include "tst_steprows.moc"
