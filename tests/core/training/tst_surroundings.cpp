// What recipes need beside the series, read from a workspace made here: two products with prices of their own, and a log.
#include "core/data/FactWriter.h"
#include "core/preparation/Preparation.h"
#include "core/training/SurroundingsReader.h"
#include "tests/support/TestSupport.h"

#include <QJsonArray>

using namespace foretrail;

namespace {

const WallMs monday = *parseWallTime(QStringLiteral("2024-01-01"));

QJsonObject column(const char *by, const QString &key, const char *measure, bool isKnownAhead)
{
    return {{QStringLiteral("by"), QLatin1String(by)}, {QStringLiteral("key"), key}, {QStringLiteral("measure"), QLatin1String(measure)},
            {QStringLiteral("knownAhead"), isKnownAhead}};
}

Recipe joining(const QJsonArray &columns)
{
    return {QStringLiteral("r"), {{QStringLiteral("join"), true, {{QStringLiteral("columns"), columns}}}}};
}

Result<void> fill(FactWriter &writer)
{
    const std::vector<std::pair<std::string, double>> series{{"tea/sales", 10}, {"tea/price", 2}, {"jam/sales", 20}, {"jam/price", 5}};
    for (const auto &[key, value] : series)
        for (int day = 0; day < 4; ++day)
            if (const auto stored = writer.addObservation(key, Step::Day, addSteps(monday, Step::Day, day), value + day); !stored)
                return fail(stored.error());
    for (const auto &[key, name, value] : {std::array{"tea", "Kind", "leaf"}, {"tea/sales", "Kind", "drink"}, {"tea", "Size", "large"}})
        if (const auto stored = writer.addAttribute("series", key, name, value); !stored)
            return fail(stored.error());
    for (int i = 0; i < 6; ++i) { // 2 views and a purchase on each of two days, from 09:00 on
        EventRow row;
        row.time = monday + (i / 3) * dayMs + 9 * hourMs + (i % 3) * hourMs;
        row.user = "ann";
        row.kind = i % 3 == 2 ? "purchase" : "view";
        row.amount = i % 3 == 2 ? 7 : missing;
        row.item = i < 5 ? "pot" : "pan";
        row.category = i == 1 ? "kitchen" : i == 4 ? "garden" : "";
        row.fingerprint = quint64(i) + 1;
        if (const auto stored = writer.addEvent(row); !stored)
            return fail(stored.error());
    }
    return {};
}

} // namespace

class TestSurroundings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        Result<Workspace> workspace = Workspace::create(m_folder.filePath(QStringLiteral("w.foretrail")));
        VERIFY_RESULT(workspace);
        FactWriterOptions options;
        options.file = QStringLiteral("made here");
        options.kind = QStringLiteral("events");
        auto writer = FactWriter::begin(*workspace, options);
        VERIFY_RESULT(writer);
        VERIFY_RESULT(fill(**writer));
        VERIFY_RESULT((*writer)->settle({}, m_job));
        VERIFY_RESULT((*writer)->commit({}, {}, "sha", m_job));
        m_workspace.emplace(std::move(*workspace));
    }

    void eachSeriesGetsItsOwnColumn()
    {
        const Recipe recipe = joining({column("series", QStringLiteral("{1}/price"), "value", true), column("series", QStringLiteral("{1}/weight"), "value", true)});
        SurroundingsReader reader(m_workspace->data(), recipe, seriesQuery());
        const QString price = columnRequests(recipe)[0].id();
        for (const auto &[name, first] : {std::pair{QStringLiteral("tea"), 2.0}, {QStringLiteral("jam"), 5.0}}) {
            const auto around = reader.read(name + QStringLiteral("/sales"), m_job);
            VERIFY_RESULT(around);
            QCOMPARE(around->columns.keys(), QStringList{price}); // nobody has a weight: the step says so
            QCOMPARE(around->columns[price].series.values, (std::vector<double>{first, first + 1, first + 2, first + 3}));
            QVERIFY(around->columns[price].isKnownAhead);
            const QString why = around->missingColumns.value(columnRequests(recipe)[1].id());
            QVERIFY2(why.contains(name + QStringLiteral("/weight")) && why.contains(QStringLiteral("Near it: ")), qPrintable(why));
            JobContext job;
            StepProblem problem;
            QVERIFY(!Preparation::run({recipe, {name + QStringLiteral("/sales"), {}, {}, {Step::Day, monday}, {1, 2, 3}}, {}, {}}, *around, job, &problem));
            QCOMPARE(problem.parameter, QStringLiteral("columns"));
            QVERIFY2(problem.message.contains(name + QStringLiteral("/price")), qPrintable(problem.message));
            QVERIFY(!around->logBegins); // steps are not moments
        }
    }

    void attributesOfAKeyAndOfItsFirstPart()
    {
        const auto attributesOf = [this](const char *key, const QStringList &names) {
            return SurroundingsReader(m_workspace->data(), {}, seriesQuery(), names).read(QLatin1String(key), m_job)->attributes;
        };
        QCOMPARE(attributesOf("tea/sales", {QStringLiteral("all")}), (QHash<QString, QString>{{QStringLiteral("Kind"), QStringLiteral("drink")}, {QStringLiteral("Size"), QStringLiteral("large")}}));
        QCOMPARE(attributesOf("tea/sales", {QStringLiteral("kind")}), (QHash<QString, QString>{{QStringLiteral("Kind"), QStringLiteral("drink")}}));
        QVERIFY(attributesOf("jam/sales", {QStringLiteral("all")}).isEmpty());
        QVERIFY(attributesOf("tea/sales", {}).isEmpty());
    }

    // That of its first event: what is told of it later was not known before.
    void theCategoryOfAnItem()
    {
        SeriesQuery query;
        query.by = GroupBy::Item;
        const auto around = SurroundingsReader(m_workspace->data(), {}, query, {QStringLiteral("category")}).read(QStringLiteral("pot"), m_job);
        VERIFY_RESULT(around);
        QCOMPARE(around->attributes, (QHash<QString, QString>{{QStringLiteral("category"), QStringLiteral("kitchen")}}));
        QVERIFY(SurroundingsReader(m_workspace->data(), {}, query, {QStringLiteral("category")}).read(QStringLiteral("pan"), m_job)->attributes.isEmpty());
    }

    void countsOfEventsAndTheSpanOfTheLog()
    {
        const Recipe recipe = joining({column("kind", QStringLiteral("view"), "events", false)});
        SeriesQuery query;
        query.measure = Measure::Revenue;
        const auto around = SurroundingsReader(m_workspace->data(), recipe, query).read(QStringLiteral("total"), m_job);
        VERIFY_RESULT(around);
        QCOMPARE(around->logBegins, std::optional(monday + 9 * hourMs));
        QCOMPARE(around->logEnds, std::optional(monday + dayMs + 11 * hourMs));
        const JoinedSeries views = around->columns.value(columnRequests(recipe)[0].id());
        QCOMPARE(views.series.values, (std::vector<double>{2, 2}));
        QVERIFY(!views.isKnownAhead);
    }

    void usersAreCountedOnceInEachStep()
    {
        Recipe recipe{QStringLiteral("r"), {{QStringLiteral("resample"), true, {{QStringLiteral("rule"), QStringLiteral("users")}}}}};
        SeriesQuery query;
        query.measure = Measure::Events;
        const auto around = SurroundingsReader(m_workspace->data(), recipe, query).read(QStringLiteral("total"), m_job);
        VERIFY_RESULT(around);
        QCOMPARE(around->users.size(), size_t(1));
        QCOMPARE(around->users.at(Step::Week).values, std::vector<double>{1}); // ann came on two days
        QCOMPARE(around->users.at(Step::Week).axis.start, monday);
        const auto imported = SurroundingsReader(m_workspace->data(), recipe, seriesQuery()).read(QStringLiteral("tea/sales"), m_job);
        VERIFY_RESULT(imported);
        QVERIFY(imported->users.empty()); // the step says so
        recipe.steps[0].parameters[QStringLiteral("rule")] = QStringLiteral("sum");
        const auto summed = SurroundingsReader(m_workspace->data(), recipe, query).read(QStringLiteral("total"), m_job);
        VERIFY_RESULT(summed);
        QVERIFY(summed->users.empty());
    }

    void nothingIsReadThatNoStepAsksFor()
    {
        Recipe recipe = joining({column("series", QStringLiteral("tea/price"), "value", true)});
        recipe.steps[0].isOn = false;
        const auto around = SurroundingsReader(m_workspace->data(), recipe, seriesQuery()).read(QStringLiteral("tea/sales"), m_job);
        VERIFY_RESULT(around);
        QVERIFY(around->columns.isEmpty());
    }

    void aWrongMeasureIsAnError()
    {
        const Recipe recipe = joining({column("kind", QStringLiteral("view"), "weather", false)});
        const auto around = SurroundingsReader(m_workspace->data(), recipe, SeriesQuery()).read(QStringLiteral("total"), m_job);
        QVERIFY(!around && around.error().message.contains(QStringLiteral("weather")));
    }

private:
    static SeriesQuery seriesQuery()
    {
        SeriesQuery query;
        query.by = GroupBy::Series;
        query.measure = Measure::Value;
        return query;
    }

    QTemporaryDir m_folder;
    JobContext m_job;
    std::optional<Workspace> m_workspace;
};

FORETRAIL_TEST_MAIN(TestSurroundings, QCoreApplication)
#include "tst_surroundings.moc"
