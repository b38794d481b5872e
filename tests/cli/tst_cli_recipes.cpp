// Recipes on the command line: kept, found by name, and the prepared table with figures worked out by hand.
#include "core/data/FactWriter.h"
#include "core/neural/engine/NeuralEngines.h"
#include "core/preparation/StepRegistry.h"
#include "core/training/Experiment.h"
#include "core/training/FindRecipe.h"
#include "tests/cli/CliRun.h"

#include <cmath>

using namespace foretrail;
using test::CliRun;
using test::runCli;

class TestCliRecipes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void recipesAreKeptByName();
    void wrongUsageIsRefused_data();
    void wrongUsageIsRefused();
    void thePreparedTable();
    void severalSeriesInOneTable();
    void fileNameAndPresetAreTheSame();
    void theProofHolds();
    void theWindowForecastsTheSame_data();
    void theWindowForecastsTheSame();
    void runsSayWhatTheyWerePreparedBy();
    void theSchemaNamesEveryStep();
    void aRecipeIsSuggested();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString write(const QString &name, const QByteArray &content) const
    {
        test::writeAll(path(name), content);
        return path(name);
    }
    QTemporaryDir m_folder;
    QString m_small; ///< series "few": six days
    QString m_shop;  ///< series "a" and "b": 120 days, and "c": three
};

namespace {

double valueAt(int day, int series) { return 200 + 50 * std::sin(2 * M_PI * day / 7 + series) + 0.3 * day + (day * 37 + series * 11) % 13; }

Result<void> addSeries(FactWriter &writer, const std::string &key, const std::vector<double> &values)
{
    const WallMs start = *parseWallTime(QStringLiteral("2024-01-01"));
    for (size_t day = 0; day < values.size(); ++day)
        if (!std::isnan(values[day]))
            if (const auto added = writer.addObservation(key, Step::Day, addSteps(start, Step::Day, qint64(day)), values[day]); !added)
                return fail(added.error());
    return {};
}

Result<void> makeWorkspace(const QString &path, const std::map<std::string, std::vector<double>> &series)
{
    Result<Workspace> workspace = Workspace::create(path);
    if (!workspace)
        return fail(workspace.error());
    FactWriterOptions options;
    options.file = QStringLiteral("days.csv");
    options.kind = QStringLiteral("series");
    auto writer = FactWriter::begin(*workspace, options);
    if (!writer)
        return fail(writer.error());
    for (const auto &[key, values] : series)
        if (Result<void> added = addSeries(**writer, key, values); !added)
            return added;
    JobContext job;
    return (*writer)->commit({}, {}, "sha", job);
}

std::vector<double> wave(int days, int series)
{
    std::vector<double> values;
    for (int day = 0; day < days; ++day)
        values.push_back(valueAt(day, series));
    return values;
}

const QByteArray retail = R"({"name": "Shop", "steps": [{"step": "outliers"}, {"step": "missing", "rule": "seasonal"}, {"step": "log1p"},
                             {"step": "scale"}, {"step": "lags", "lags": [7]}]})";

} // namespace

void TestCliRecipes::initTestCase()
{
    QVERIFY2(QFile::exists(test::cliProgram()), "the command line is not built");
    m_small = path(QStringLiteral("small.foretrail"));
    VERIFY_RESULT(makeWorkspace(m_small, {{"few", {2, -1, 4, missing, 10, 6}}}));
    m_shop = path(QStringLiteral("shop.foretrail"));
    VERIFY_RESULT(makeWorkspace(m_shop, {{"a", wave(120, 1)}, {"b", wave(120, 2)}, {"c", wave(3, 3)}}));
}

void TestCliRecipes::recipesAreKeptByName()
{
    const QString file = write(QStringLiteral("shop.json"), retail);
    VERIFY_CODE(runCli(QStringLiteral("recipes %1 --save %2").arg(m_small, file)), 0);
    VERIFY_CODE(runCli(QStringLiteral("recipes %1 --save %2 --name other").arg(m_small, file)), 0);
    const CliRun listed = runCli(QStringLiteral("recipes %1 --json").arg(m_small));
    VERIFY_CODE(listed, 0);
    QCOMPARE(listed.json()[QStringLiteral("recipes")].toArray().size(), 2);
    QCOMPARE(listed.json()[QStringLiteral("recipes")][1][QStringLiteral("name")].toString(), QStringLiteral("Shop"));
    QCOMPARE(listed.json()[QStringLiteral("presets")][0][QStringLiteral("name")].toString(), QStringLiteral("standard"));
    const CliRun lines = runCli(QStringLiteral("recipes %1").arg(m_small));
    QVERIFY(lines.out.startsWith("other\t"));
    QVERIFY(lines.out.contains("\toutliers, missing, log1p, scale, lags\n"));
    const CliRun exported = runCli(QStringLiteral("recipes %1 --export Shop").arg(m_small));
    VERIFY_CODE(exported, 0);
    const auto again = Recipe::fromJson(exported.json());
    VERIFY_RESULT(again);
    QCOMPARE(again->fingerprint(), Recipe::fromFile(file)->fingerprint());
    VERIFY_CODE(runCli(QStringLiteral("recipes %1 --remove other").arg(m_small)), 0);
    const CliRun absent = runCli(QStringLiteral("recipes %1 --remove other").arg(m_small));
    VERIFY_CODE(absent, 1);
    QVERIFY2(absent.message().contains(QStringLiteral("Shop")), qPrintable(absent.message()));
}

void TestCliRecipes::wrongUsageIsRefused_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("named");
    QTest::newRow("no recipe said") << QStringLiteral("prepare @") << 2 << QStringLiteral("--recipe");
    QTest::newRow("unknown recipe") << QStringLiteral("prepare @ --recipe wash") << 1 << QStringLiteral("retail-daily");
    QTest::newRow("no such file") << QStringLiteral("prepare @ --recipe wash.json") << 1 << QStringLiteral("wash.json");
    QTest::newRow("two tables on one output") << QStringLiteral("prepare @ --recipe standard --json --out -") << 2 << QStringLiteral("--out");
    QTest::newRow("no such series") << QStringLiteral("prepare @ --recipe standard --series many") << 1 << QStringLiteral("many");
    QTest::newRow("two wishes at once") << QStringLiteral("recipes @ --remove a --export b") << 2 << QStringLiteral("--export");
    QTest::newRow("recipe of a forecast") << QStringLiteral("forecast @ --recipe wash --horizon 1") << 1 << QStringLiteral("wash");
    QTest::newRow("users of a table of series") << QStringLiteral("prepare @ --recipe %1").arg(write(QStringLiteral("users.json"),
        R"({"steps": [{"step": "resample", "rule": "users"}]})")) << 1 << QStringLiteral("Distinct users");
    QTest::newRow("recipe of a backtest") << QStringLiteral("backtest @ --recipe wash --model naive") << 1 << QStringLiteral("wash");
}

void TestCliRecipes::wrongUsageIsRefused()
{
    QFETCH(QString, line);
    QFETCH(int, code);
    QFETCH(QString, named);
    const CliRun run = runCli(line.replace(QLatin1Char('@'), m_small));
    VERIFY_CODE(run, code);
    QVERIFY2((run.message() + QString::fromUtf8(run.out)).contains(named), qPrintable(run.message()));
}

// 2 -1 4 gap | 10 | 6: training are the first four. -1 becomes 0, the gap is filled with 4, so 0 to 4 become 0 to 1.
void TestCliRecipes::thePreparedTable()
{
    const QString recipe = write(QStringLiteral("small.json"), R"({"steps": [{"step": "negative"}, {"step": "missing"}, {"step": "scale"},
        {"step": "lags", "lags": [1]}, {"step": "windows", "test": 1, "validation": 1, "lookback": 2, "horizon": 1}]})");
    const QString out = path(QStringLiteral("small.csv"));
    const CliRun run = runCli(QStringLiteral("prepare %1 --recipe %2 --out %3 --json").arg(m_small, recipe, out));
    VERIFY_CODE(run, 0);
    const QList<QStringList> expected{
        {QStringLiteral("series"), QStringLiteral("time"), QStringLiteral("part"), QStringLiteral("value"), QStringLiteral("actual"), QStringLiteral("mark"), QStringLiteral("lag 1")},
        {QStringLiteral("few"), QStringLiteral("2024-01-01"), QStringLiteral("train"), QStringLiteral("0.5"), QStringLiteral("2"), QString(), QString()},
        {QStringLiteral("few"), QStringLiteral("2024-01-02"), QStringLiteral("train"), QStringLiteral("0"), QStringLiteral("-1"), QStringLiteral("changed"), QStringLiteral("0.5")},
        {QStringLiteral("few"), QStringLiteral("2024-01-03"), QStringLiteral("train"), QStringLiteral("1"), QStringLiteral("4"), QString(), QStringLiteral("0")},
        {QStringLiteral("few"), QStringLiteral("2024-01-04"), QStringLiteral("train"), QStringLiteral("1"), QString(), QStringLiteral("filled"), QStringLiteral("1")},
        {QStringLiteral("few"), QStringLiteral("2024-01-05"), QStringLiteral("validation"), QStringLiteral("2.5"), QStringLiteral("10"), QString(), QStringLiteral("1")},
        {QStringLiteral("few"), QStringLiteral("2024-01-06"), QStringLiteral("test"), QStringLiteral("1.5"), QStringLiteral("6"), QString(), QStringLiteral("2.5")}};
    QCOMPARE(CliRun::table(test::readAll(out)), expected);
    const QJsonObject json = run.json();
    QCOMPARE(json[QStringLiteral("rows")].toInt(), 6);
    QCOMPARE(json[QStringLiteral("columns")].toArray(), QJsonArray{QStringLiteral("lag 1")});
    QCOMPARE(json[QStringLiteral("steps")][0][QStringLiteral("changed")].toInt(), 1);
    QCOMPARE(json[QStringLiteral("steps")][1][QStringLiteral("changed")].toInt(), 1);
    const QJsonValue one = json[QStringLiteral("each")][0];
    QCOMPARE(one[QStringLiteral("train")].toInt(), 4);
    QCOMPARE(one[QStringLiteral("validation")].toInt(), 1);
    QCOMPARE(one[QStringLiteral("steps")][2][QStringLiteral("statistics")][QStringLiteral("width")].toDouble(), 4.0);
    const QString fingerprint = json[QStringLiteral("fingerprint")].toString();
    // The table is as other programs want it; what it was made from stands beside it.
    QCOMPARE(json[QStringLiteral("origin")].toString(), out + QStringLiteral(".origin.json"));
    const QJsonObject origin = QJsonDocument::fromJson(test::readAll(out + QStringLiteral(".origin.json"))).object();
    QCOMPARE(origin[QStringLiteral("fingerprint")].toString(), fingerprint);
    QCOMPARE(Recipe::fromJson(origin[QStringLiteral("recipe")].toObject())->fingerprint(), Recipe::fromFile(recipe)->fingerprint());
    QCOMPARE(origin[QStringLiteral("columns")].toArray().size(), 7);
    const CliRun plain = runCli(QStringLiteral("prepare %1 --recipe %2 --out %3").arg(m_small, recipe, out));
    QVERIFY2(plain.message().contains(out + QStringLiteral(".origin.json")), qPrintable(plain.message()));
    QVERIFY2(fingerprint.endsWith(QLatin1Char('-') + Recipe::fromFile(recipe)->fingerprint()), qPrintable(fingerprint));
}

void TestCliRecipes::severalSeriesInOneTable()
{
    const QString recipe = write(QStringLiteral("lags.json"), R"({"steps": [{"step": "missing"}, {"step": "lags", "lags": [7]}]})");
    const CliRun run = runCli(QStringLiteral("prepare %1 --all --recipe %2").arg(m_shop, recipe));
    VERIFY_CODE(run, 0);
    const QList<QStringList> rows = CliRun::table(run.out);
    QCOMPARE(rows.size(), 1 + 2 * 120); // "c" is shorter than its lag
    QVERIFY2(run.message().contains(QStringLiteral("c: ")), qPrintable(run.message()));
    for (const QStringList &row : rows.mid(1))
        if (row[1] == QStringLiteral("2024-01-09")) // the ninth day, and the value of the second
            QCOMPARE(row[6].toDouble(), valueAt(1, row[0] == QStringLiteral("a") ? 1 : 2));
    // Series may get other columns than the first: the table has those of all.
    const QString waves = write(QStringLiteral("waves.json"), R"({"steps": [{"step": "fourier", "periods": [7], "pairs": 0}]})");
    const CliRun wide = runCli(QStringLiteral("prepare %1 --all --recipe %2").arg(m_shop, waves));
    VERIFY_CODE(wide, 0);
    const QList<QStringList> all = CliRun::table(wide.out);
    QCOMPARE(all.size(), 1 + 120 + 120 + 3); // "c" has too little for a wave and stays
    QVERIFY(all[0].size() > 6);
    for (const QStringList &row : all)
        QCOMPARE(row.size(), all[0].size());
    QCOMPARE(all.back()[0], QStringLiteral("c"));
    QVERIFY(all.back()[6].isEmpty());
    VERIFY_CODE(runCli(QStringLiteral("recipes %1 --save %2 --name standard").arg(m_shop, waves)), 1); // one of the program's own
    VERIFY_CODE(runCli(QStringLiteral("recipes %1 --save %2 --name a/b").arg(m_shop, waves)), 1);
    const CliRun none = runCli(QStringLiteral("prepare %1 --series c --recipe %2").arg(m_shop, recipe));
    VERIFY_CODE(none, 1);
    QVERIFY2(none.message().contains(QStringLiteral("lag of 7")), qPrintable(none.message()));
}

void TestCliRecipes::fileNameAndPresetAreTheSame()
{
    const QString file = write(QStringLiteral("mine.json"), R"({"name": "mine", "steps": [{"step": "missing"}]})");
    VERIFY_CODE(runCli(QStringLiteral("recipes %1 --save %2").arg(m_small, file)), 0);
    const CliRun byFile = runCli(QStringLiteral("prepare %1 --recipe %2").arg(m_small, file));
    VERIFY_CODE(byFile, 0);
    QCOMPARE(CliRun::table(byFile.out).size(), 7);
    QCOMPARE(runCli(QStringLiteral("prepare %1 --recipe mine").arg(m_small)).out, byFile.out);
    QCOMPARE(runCli(QStringLiteral("prepare %1 --recipe standard").arg(m_small)).out, byFile.out);
}

void TestCliRecipes::theProofHolds()
{
    const QString recipe = write(QStringLiteral("retail.json"), retail);
    const CliRun run = runCli(QStringLiteral("prepare %1 --series a --series b --recipe %2 --prove --json").arg(m_shop, recipe));
    VERIFY_CODE(run, 0);
    const QJsonObject proof = run.json()[QStringLiteral("proof")].toObject();
    QVERIFY(proof[QStringLiteral("holds")].toBool());
    QCOMPARE(proof[QStringLiteral("perturbed")].toInt(), 2 * 24); // the last fifth of each
    QCOMPARE(proof[QStringLiteral("statistics")].toInt(), 2 * 4); // two limits and two of the scale
    QVERIFY(proof[QStringLiteral("windows")].toInt() > 0);
}

void TestCliRecipes::theWindowForecastsTheSame_data()
{
    QTest::addColumn<QString>("model");
    QTest::newRow("ar") << QStringLiteral("ar");
    QTest::newRow("ar-fourier") << QStringLiteral("ar-fourier");
    QTest::newRow("gru") << QStringLiteral("gru");
}

void TestCliRecipes::theWindowForecastsTheSame()
{
    QFETCH(QString, model);
    if (model == u"gru" && !neuralEngine())
        QSKIP("the neural module is not built");
    VERIFY_CODE(runCli(QStringLiteral("recipes %1 --save %2").arg(m_shop, write(QStringLiteral("retail.json"), retail))), 0);
    TrainingSpec spec;
    spec.query.measure = Measure::Value;
    spec.query.by = GroupBy::Series;
    spec.query.keys = {QStringLiteral("a")};
    spec.model.model = model;
    spec.model.epochs = 2;
    spec.model.units = 4;
    spec.split.test = 14;
    spec.horizon = 14;
    const QString file = write(QStringLiteral("spec.json"), QJsonDocument(spec.toJson()).toJson());
    const QString out = path(QStringLiteral("forecast.csv"));
    const CliRun run = runCli(QStringLiteral("forecast %1 --spec %2 --recipe Shop --out %3 --json").arg(m_shop, file, out));
    VERIFY_CODE(run, 0);
    Result<Workspace> workspace = Workspace::open(m_shop);
    VERIFY_RESULT(workspace);
    const auto recipe = findRecipe(*workspace, QStringLiteral("Shop"));
    VERIFY_RESULT(recipe);
    spec.recipe = *recipe;
    JobContext job;
    const auto outcomes = forecastFromWorkspace(*workspace, spec, job); // what the page calls
    VERIFY_RESULT(outcomes);
    const QList<QStringList> rows = CliRun::table(test::readAll(out));
    QCOMPARE(rows.size(), 1 + 14);
    for (int h = 0; h < 14; ++h) {
        QCOMPARE(rows[h + 1][4].toDouble(), outcomes->front().future.mean[size_t(h)]);
        QCOMPARE(rows[h + 1][5].toDouble(), outcomes->front().future.bands[0].low[size_t(h)]);
    }
    QCOMPARE(run.json()[QStringLiteral("models")][0][QStringLiteral("MAE")].toDouble(), outcomes->front().metrics.mae);
    QCOMPARE(run.json()[QStringLiteral("prepared")].toString(), outcomes->front().fingerprint);
    const CliRun plain = runCli(QStringLiteral("forecast %1 --spec %2 --json").arg(m_shop, file));
    QVERIFY(plain.json()[QStringLiteral("models")][0][QStringLiteral("MAE")].toDouble() != outcomes->front().metrics.mae);
    QVERIFY(plain.json()[QStringLiteral("prepared")].toString() != outcomes->front().fingerprint);
}

void TestCliRecipes::runsSayWhatTheyWerePreparedBy()
{
    const QString spec = write(QStringLiteral("run.json"), R"({"model": "ar", "measure": "value", "by": "series", "series": "b", "horizon": 7,
        "split": {"test": 7}})");
    const QString recipe = write(QStringLiteral("retail.json"), retail);
    const CliRun trained = runCli(QStringLiteral("train %1 --spec %2 --recipe %3 --json").arg(m_shop, spec, recipe));
    VERIFY_CODE(trained, 0);
    const QJsonObject run = trained.json();
    QCOMPARE(run[QStringLiteral("spec")][QStringLiteral("recipe")][QStringLiteral("name")].toString(), QStringLiteral("Shop"));
    const QString prepared = run[QStringLiteral("prepared")].toString();
    QCOMPARE(prepared, run[QStringLiteral("data")].toString() + QLatin1Char('-') + Recipe::fromFile(recipe)->fingerprint());
    const QString out = path(QStringLiteral("picture.svg"));
    const CliRun exported = runCli(QStringLiteral("export %1 --run %2 --format svg --out %3").arg(m_shop).arg(run[QStringLiteral("run")].toInt()).arg(out));
    VERIFY_CODE(exported, 0);
    QVERIFY(test::readAll(out).contains(prepared.toUtf8()));
}

void TestCliRecipes::theSchemaNamesEveryStep()
{
    const CliRun run = runCli(QStringLiteral("recipes --schema"));
    VERIFY_CODE(run, 0);
    const QByteArray schema = QJsonDocument(run.json()).toJson();
    for (const StepInfo &step : StepRegistry::instance().steps())
        QVERIFY2(schema.contains('"' + step.kind.toUtf8() + '"'), qPrintable(step.kind));
    QCOMPARE(runCli(QStringLiteral("recipes")).code, 2); // without --schema a workspace is wanted
}

void TestCliRecipes::aRecipeIsSuggested()
{
    const QString out = path(QStringLiteral("suggested.json"));
    const CliRun run = runCli(QStringLiteral("recipes %1 --suggest --by series --series a --out %2").arg(m_shop, out));
    VERIFY_CODE(run, 0);
    const Result<Recipe> recipe = Recipe::fromFile(out);
    VERIFY_RESULT(recipe);
    QVERIFY(recipe->steps.size() > 0);
    for (const RecipeStep &step : recipe->steps)
        QVERIFY2(run.err.contains(step.kind.toUtf8() + ": "), qPrintable(step.kind)); // its reason
    VERIFY_CODE(runCli(QStringLiteral("forecast %1 --by series --series a --recipe %2 --horizon 7 --model ar").arg(m_shop, out)), 0);
    QCOMPARE(runCli(QStringLiteral("recipes %1 --suggest --by series --all").arg(m_shop)).code, 1);
}

FORETRAIL_TEST_MAIN(TestCliRecipes, QCoreApplication)
#include "tst_cli_recipes.moc"
