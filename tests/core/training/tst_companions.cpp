#include "core/data/FactWriter.h"
#include "core/preparation/ColumnRequest.h"
#include "core/training/Companions.h"
#include "core/training/Experiment.h"
#include "tests/support/TestSupport.h"

#include <QJsonArray>

#include <cmath>
#include <random>

using namespace foretrail;

namespace {

using V = std::vector<double>;

constexpr PooledShape shape{5, 2};

/// Days from the first Monday of 2024 on.
Series days(int key, int size, int first = 0)
{
    std::mt19937 random(static_cast<unsigned>(key));
    Series series;
    series.key = series.name = QString::number(key);
    series.axis = {Step::Day, addSteps(*parseWallTime(QStringLiteral("2024-01-01")), Step::Day, first)};
    for (int t = 0; t < size; ++t)
        series.values.push_back(20 + 3 * ((first + t) % 7) + double(random() % 1000) / 100);
    return series;
}

Series without(Series series, int last) { return series.part(0, series.size() - last); }

TrainingSpec specWith(const Recipe &recipe = standardRecipe())
{
    TrainingSpec spec;
    spec.horizon = 7;
    spec.recipe = recipe;
    return spec;
}

Recipe recipeOf(std::initializer_list<const char *> kinds)
{
    Recipe recipe;
    for (const char *kind : kinds)
        recipe.steps.append({QLatin1String(kind), true, {}});
    return recipe;
}

std::shared_ptr<const Panel> panelAt(const QList<Series> &all, const Series &target, qint64 heldBack, const Recipe &recipe = standardRecipe())
{
    JobContext job;
    const auto panel = Companions(all, specWith(recipe)).before(target, heldBack, job);
    return panel ? *panel : nullptr;
}

/// Whether both hold the same values, as far as a regression tells.
bool isSame(const Panel &a, const Panel &b)
{
    return a.size() == b.size() && a.windows({1, 1}, 0) == b.windows({1, 1}, 0) && a.pooled(shape, 0)->coefficients == b.pooled(shape, 0)->coefficients;
}

Panel panelOf(const QList<Series> &series)
{
    std::vector<V> values;
    for (const Series &one : series)
        values.push_back(one.values);
    return Panel(std::move(values));
}

/// An imported series for each key, with a value a day.
Result<void> store(Workspace &workspace, const QList<Series> &all)
{
    FactWriterOptions options;
    options.file = QStringLiteral("days.csv");
    options.kind = QStringLiteral("series");
    auto writer = FactWriter::begin(workspace, options);
    if (!writer)
        return fail(writer.error());
    for (const Series &series : all)
        for (qint64 t = 0; t < series.size(); ++t)
            if (auto stored = (*writer)->addObservation(series.key.toStdString(), Step::Day, series.timeAt(t), series.values[size_t(t)]); !stored)
                return fail(stored.error());
    JobContext job;
    return (*writer)->commit({}, {}, "sha", job);
}

} // namespace

/// What a model that learns from all series is told of them.
class TestCompanions : public QObject {
    Q_OBJECT

    const QList<Series> m_all{days(1, 100), days(2, 60, 40), days(3, 80), days(4, 100), days(5, 10, 90)};

private Q_SLOTS:
    // Day 90 is where the target ends: the fifth begins there, the third is over for long.
    void nothingAtOrBehindTheEndOfTheTarget()
    {
        const auto panel = panelAt(m_all, without(m_all[0], 10), 10);
        QVERIFY(panel);
        QVERIFY(isSame(*panel, panelOf({without(m_all[0], 10), without(m_all[1], 10), m_all[2], without(m_all[3], 10)})));
        const auto whole = panelAt(m_all, m_all[0], 0);
        QVERIFY(whole);
        QVERIFY(isSame(*whole, panelOf(m_all)));
    }
    void whatComesLaterChangesNothing_data()
    {
        QTest::addColumn<QString>("preset");
        QTest::newRow("standard") << QStringLiteral("standard");
        QTest::newRow("article") << QStringLiteral("article");
        QTest::newRow("retail-daily") << QStringLiteral("retail-daily");
        QTest::newRow("retail-weekly") << QStringLiteral("retail-weekly");
        QTest::newRow("intermittent") << QStringLiteral("intermittent");
    }
    // Steps that learn (a scale, bounds of outliers, closed days) learn before the end as well.
    void whatComesLaterChangesNothing()
    {
        QFETCH(QString, preset);
        const Recipe recipe = presetById(preset)->recipe;
        QList<Series> all;
        for (int key = 1; key <= 5; ++key)
            all << days(key, 700);
        QList<Series> other = all;
        for (Series &one : other)
            for (size_t t = 686; t < one.values.size(); ++t)
                one.values[t] = 1e5 * double(t % 3);
        JobContext job;
        const TrainingSpec spec = specWith(recipe);
        const auto tellsOf = [&](const QList<Series> &series) -> std::shared_ptr<const Panel> {
            const PreparationTask task{series[0], spec, {}, job};
            const WallMs end = series[0].timeAt(686);
            const auto prepared = task.prepared(end, end, 7);
            if (!prepared)
                return nullptr;
            const auto panel = Companions(series, spec).before(prepared->series(), preset == QLatin1String("retail-weekly") ? 2 : 14, job);
            return panel ? *panel : nullptr;
        };
        const auto panel = tellsOf(all), same = tellsOf(other);
        QVERIFY(panel && same);
        QCOMPARE(panel->size(), qint64(5));
        QVERIFY(isSame(*panel, *same));
    }
    // Where there is no calendar as many values are held back from each as from the target.
    void withoutACalendarTheEndIsWhatIsHeldBack()
    {
        QList<Series> all = m_all;
        for (Series &one : all)
            one.axis = {Step::None, 0};
        const auto panel = panelAt(all, without(all[0], 12), 12);
        QVERIFY(panel);
        QVERIFY(isSame(*panel, panelOf({without(all[0], 12), without(all[1], 12), without(all[2], 12), without(all[3], 12)})));
    }
    // Numbered observations do not tell when they were, nor are months of the kind of days.
    void otherStepsAreNoCompanions()
    {
        QList<Series> all = m_all;
        all[3].axis = {Step::None, 0};
        all[2].axis = {Step::Month, addSteps(all[0].timeAt(100), Step::Month, -80)}; // ends with the days
        JobContext job;
        const Companions companions(all, specWith());
        const auto panel = companions.before(all[0], 0, job);
        VERIFY_RESULT(panel);
        QVERIFY(isSame(**panel, panelOf({all[0], all[1], all[4]})));
        // Whoever asks first, at the same end.
        const auto ofMonths = companions.before(all[2], 0, job);
        VERIFY_RESULT(ofMonths);
        QVERIFY(isSame(**ofMonths, panelOf({all[2]})));
        const auto ofNumbers = companions.before(all[3], 0, job);
        VERIFY_RESULT(ofNumbers);
        QVERIFY(isSame(**ofNumbers, panelOf({all[3]})));
    }
    void oneThatEndsEarlyLearnsFromItself()
    {
        QVERIFY(!panelAt(m_all, m_all[2], 0)); // day 80 of 100
        QVERIFY(panelAt(m_all, without(m_all[0], 20), 20)); // the same day, but more is known of it
    }
    // A price that is known for longer, as a plan or the weather are, sends no series to learn alone.
    void oneThatGoesOnLongerIsNoReasonToLearnAlone()
    {
        QList<Series> all = m_all;
        all << days(6, 130);
        const auto panel = panelAt(all, all[0], 0); // day 100, where four of them end
        QVERIFY(panel);
        QVERIFY(isSame(*panel, panelOf(m_all + QList<Series>{days(6, 100)})));
        QVERIFY(!panelAt(all, all[2], 0));
        QVERIFY(panelAt(all, all[5], 0));
    }
    // Weeks end with the last whole one, and a last day without an end is cut off: no reason to learn alone.
    void shortenedAxesDoNotEndEarly()
    {
        JobContext job;
        for (const char *kind : {"resample", "partial-ends"}) {
            const TrainingSpec spec = specWith(recipeOf({kind}));
            QList<Series> all;
            for (int key = 1; key <= 4; ++key) {
                all << days(key, 200);
                all.back().values.back() = 0.5; // a day that has just begun
            }
            Surroundings surroundings;
            surroundings.logEnds = all[0].timeAt(199) + 3 * 3'600'000;
            const auto prepared = PreparationTask{all[0], spec, surroundings, job}.prepared(all[0].timeAt(200), {}, 7);
            VERIFY_RESULT(prepared);
            QVERIFY(prepared->series().timeAt(prepared->series().size()) < all[0].timeAt(200));
            const auto panel = Companions(all, spec).before(prepared->series(), 0, job);
            VERIFY_RESULT(panel);
            QVERIFY2(*panel, kind);
            QCOMPARE((*panel)->size(), qint64(4));
        }
    }
    void gapsAreNoCompanions()
    {
        QList<Series> all{days(1, 100), days(2, 100), days(3, 100)};
        all[1].values[50] = missing;
        const auto panel = panelAt(all, all[0], 0, recipeOf({"negative"})); // nothing fills it
        QVERIFY(panel);
        QVERIFY(isSame(*panel, panelOf({all[0], all[2]})));
        const auto filled = panelAt(all, all[0], 0);
        QVERIFY(filled);
        QCOMPARE(filled->size(), qint64(3));
    }
    void oneEndHasOnePanel()
    {
        JobContext job;
        const Companions companions(m_all, specWith());
        const auto first = companions.before(without(m_all[0], 10), 10, job);
        const auto again = companions.before(without(m_all[3], 10), 10, job);
        const auto other = companions.before(without(m_all[0], 20), 20, job);
        VERIFY_RESULT(first);
        VERIFY_RESULT(again);
        VERIFY_RESULT(other);
        QCOMPARE(*first, *again);
        QVERIFY(*first != *other);
        JobContext stopped;
        stopped.requestStop();
        QVERIFY(companions.before(without(m_all[0], 30), 30, stopped).error().isCancelled());
    }
    void ofAWorkspaceAllBelong()
    {
        const QTemporaryDir folder;
        auto workspace = Workspace::create(folder.filePath(QStringLiteral("shop.foretrail")));
        VERIFY_RESULT(workspace);
        const QList<Series> all{days(1, 100), days(2, 100), days(3, 100)};
        VERIFY_RESULT(store(*workspace, all));
        JobContext job;
        TrainingSpec spec = specWith();
        spec.query.measure = Measure::Value;
        spec.query.by = GroupBy::Series;
        spec.query.keys = {QStringLiteral("2")};
        const auto companions = Companions::ofWorkspace(workspace->data(), spec, {QStringLiteral("auto")}, job);
        VERIFY_RESULT(companions);
        QVERIFY(*companions);
        const auto panel = (*companions)->before(all[1], 0, job);
        VERIFY_RESULT(panel);
        QCOMPARE((*panel)->size(), qint64(3));
        const auto needless = Companions::ofWorkspace(workspace->data(), spec, {QStringLiteral("ets"), QStringLiteral("naive")}, job);
        VERIFY_RESULT(needless);
        QVERIFY(!*needless);
        spec.query.by = GroupBy::Total;
        const auto total = Companions::ofWorkspace(workspace->data(), spec, {QStringLiteral("auto")}, job);
        VERIFY_RESULT(total);
        QVERIFY(!*total);
    }
    // Weekends from the calendar; a price that joins each; the second lacks one and comes without columns.
    void columnsStandBesideThem()
    {
        const QList<Series> all{days(1, 100), days(2, 100), days(3, 100)};
        QJsonObject price{{QStringLiteral("by"), QStringLiteral("series")}, {QStringLiteral("key"), QStringLiteral("price {key}")},
                          {QStringLiteral("measure"), QStringLiteral("value")}, {QStringLiteral("name"), QStringLiteral("price")}, {QStringLiteral("knownAhead"), true}};
        Recipe recipe = recipeOf({"missing", "lags", "time-encoding"});
        recipe.steps.append({QStringLiteral("join"), true, {{QStringLiteral("columns"), QJsonArray{price}}}});
        Companions::Surrounded beside;
        for (int i : {0, 2}) {
            beside[all[i].key].columns.insert(columnRequests(recipe)[0].id(), {days(10 + i, 120), true});
            beside[all[i].key].attributes.insert(QStringLiteral("type"), QString::number(i));
        }
        JobContext job;
        const auto panel = Companions(all, specWith(recipe), beside).before(without(all[0], 10), 10, job);
        VERIFY_RESULT(panel);
        QCOMPARE((*panel)->size(), qint64(3));
        const std::vector<Beside> &found = (*panel)->beside();
        QCOMPARE(found.size(), size_t(3));
        QVERIFY(found[1].columns.empty() && found[1].attributes.isEmpty());
        for (const size_t i : {size_t(0), size_t(2)}) {
            QCOMPARE(found[i].columns.back().name, QStringLiteral("price"));
            QCOMPARE(found[i].columns.back().values.size(), size_t(90 + 28)); // the test part that is usual, and no lag before it
            QCOMPARE(found[i].columns.back().values[95], float(days(10 + int(i), 120).values[95])); // known ahead
            QVERIFY(std::none_of(found[i].columns.begin(), found[i].columns.end(), [](const BesideColumn &column) { return column.name.startsWith(QStringLiteral("lag")); }));
            QCOMPARE(found[i].attributes.value(QStringLiteral("type")), QString::number(i));
        }
        const auto plain = Companions(all, specWith(recipe)).before(without(all[0], 10), 10, job);
        VERIFY_RESULT(plain);
        QVERIFY((*plain)->beside().empty());
        QVERIFY(isSame(**plain, **panel));
    }
    void theseModelsLearnFromThem()
    {
        for (const char *name : {"auto", "combination", "pooled", "lstm-global", "hybrid"})
            QVERIFY(learnFromPanel({QStringLiteral("naive"), QLatin1String(name)}));
        QVERIFY(!learnFromPanel({QStringLiteral("naive"), QStringLiteral("ar-diff"), QStringLiteral("lstm"), QStringLiteral("oracle")}));
    }
};

FORETRAIL_TEST_MAIN(TestCompanions, QCoreApplication)
#include "tst_companions.moc"
