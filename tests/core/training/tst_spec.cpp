#include "core/training/TrainingSpec.h"
#include "tests/support/TestSupport.h"

#include <QJsonDocument>

#include <cmath>

using namespace foretrail;

/// The JSON of a training: what is written reads back, what is wrong is named.
class TestSpec : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsBackWhatItWrote();
    void defaultsFillWhatIsAbsent();
    void oldCleaningBecomesSteps_data();
    void oldCleaningBecomesSteps();
    void wrongSettingsAreNamed_data();
    void wrongSettingsAreNamed();
    void limitsAreFinite();
    void filesAreReadWithPlace();
    void articlePresetIsTheArticles();
};

void TestSpec::readsBackWhatItWrote()
{
    TrainingSpec spec = TrainingSpec::articlePreset();
    spec.query.measure = Measure::Quantity;
    spec.query.by = GroupBy::Attribute;
    spec.query.attribute = QStringLiteral("Country");
    spec.query.step = Step::Week;
    spec.query.keys = {QStringLiteral("United Kingdom")};
    spec.model.loss = Loss::Huber;
    spec.model.normalisation = Normalisation::None;
    spec.model.seed = 9'007'199'254'740'991ULL; // 2^53 - 1, the largest that JSON numbers keep
    spec.model.smoothing = 0.2;
    spec.model.probabilitySmoothing = 0;
    spec.model.centre = WindowCentre::Last;
    spec.model.penalty = 0.25;
    spec.model.pooledLookback = 65;
    spec.model.pooledWindows = 300;
    spec.recipe = {QStringLiteral("mine"), {{QStringLiteral("negative"), true, {{QStringLiteral("rule"), QStringLiteral("missing")}}},
                                            {QStringLiteral("outliers"), false, {{QStringLiteral("width"), 2.5}}}, {QStringLiteral("log1p"), true, {}}}};
    spec.split = {14, 21};
    spec.horizon = 13;
    spec.levels = {50, 90};
    spec.limits = {-2.5, 1e15, true};
    const QByteArray text = QJsonDocument(spec.toJson()).toJson();
    const auto read = TrainingSpec::fromJson(QJsonDocument::fromJson(text).object());
    VERIFY_RESULT(read);
    QVERIFY(*read == spec);
    spec.limits = {{}, 0.1, false};
    const auto again = TrainingSpec::fromJson(QJsonDocument::fromJson(QJsonDocument(spec.toJson()).toJson()).object());
    VERIFY_RESULT(again);
    QVERIFY(*again == spec);
}

void TestSpec::defaultsFillWhatIsAbsent()
{
    const auto read = TrainingSpec::fromJson({{QStringLiteral("model"), QStringLiteral("ar")}});
    VERIFY_RESULT(read);
    TrainingSpec expected;
    expected.model.model = QStringLiteral("ar");
    QVERIFY(*read == expected);
}

void TestSpec::oldCleaningBecomesSteps_data()
{
    QTest::addColumn<QByteArray>("cleaning");
    QTest::addColumn<QByteArray>("steps");
    QTest::newRow("as it was by itself") << QByteArray(R"({"missing": "linear", "negative": "keep", "outliers": "keep", "outlierWidth": 3})")
                                         << QByteArray(R"([{"step": "missing"}])");
    QTest::newRow("nothing said") << QByteArray("{}") << QByteArray(R"([{"step": "missing"}])");
    QTest::newRow("all of it") << QByteArray(R"({"missing": "seasonal", "negative": "missing", "outliers": "clip", "outlierWidth": 2.5})")
                               << QByteArray(R"([{"step": "negative", "rule": "missing"}, {"step": "outliers", "action": "clip", "width": 2.5},
                                                {"step": "missing", "rule": "seasonal"}])");
}

// Runs stored before there were recipes, and old spec files.
void TestSpec::oldCleaningBecomesSteps()
{
    QFETCH(QByteArray, cleaning);
    QFETCH(QByteArray, steps);
    const auto read = TrainingSpec::fromJson(QJsonDocument::fromJson(R"({"cleaning": )" + cleaning + "}").object());
    VERIFY_RESULT(read);
    const auto expected = Recipe::fromJson(QJsonDocument::fromJson(R"({"steps": )" + steps + "}").object());
    VERIFY_RESULT(expected);
    QCOMPARE(read->recipe.fingerprint(), expected->fingerprint());
    QVERIFY(!read->toJson().contains(QStringLiteral("cleaning")));
    if (steps.count("step") == 1)
        QVERIFY(read->recipe == standardRecipe());
}

void TestSpec::wrongSettingsAreNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("named");
    QTest::newRow("unknown key") << QByteArray(R"({"lookbak": 30})") << QStringLiteral("lookbak");
    QTest::newRow("unknown nested key") << QByteArray(R"({"split": {"tset": 3}})") << QStringLiteral("split.tset");
    QTest::newRow("wrong type") << QByteArray(R"({"layers": "three"})") << QStringLiteral("layers: three");
    QTest::newRow("not whole") << QByteArray(R"({"layers": 1.5})") << QStringLiteral("layers: 1.5");
    QTest::newRow("too large") << QByteArray(R"({"dropout": 1.2})") << QStringLiteral("dropout: 1.2");
    QTest::newRow("unknown region") << QByteArray(R"({"global": {"holidays": "fr"}})") << QStringLiteral("global.holidays: There are no holidays of fr. There are: cn, uk, us");
    QTest::newRow("zero epochs") << QByteArray(R"({"epochs": 0})") << QStringLiteral("epochs: 0");
    QTest::newRow("unknown loss") << QByteArray(R"({"loss": "mape"})") << QStringLiteral("mse, mae, huber");
    QTest::newRow("unknown rule") << QByteArray(R"({"cleaning": {"missing": "guess"}})") << QStringLiteral("cleaning.missing");
    QTest::newRow("both ways") << QByteArray(R"({"cleaning": {}, "recipe": {"steps": []}})") << QStringLiteral("cleaning: The recipe");
    QTest::newRow("unknown step") << QByteArray(R"({"recipe": {"steps": [{"step": "wash"}]}})") << QStringLiteral("recipe: Step 1");
    QTest::newRow("recipe without steps") << QByteArray(R"({"recipe": {}})") << QStringLiteral("steps");
    QTest::newRow("setting of a step") << QByteArray(R"({"recipe": {"steps": [{"step": "outliers", "width": 0}]}})") << QStringLiteral("width");
    QTest::newRow("horizon") << QByteArray(R"({"horizon": 0})") << QStringLiteral("horizon");
    QTest::newRow("level of 100") << QByteArray(R"({"levels": [80, 100]})") << QStringLiteral("levels");
    QTest::newRow("negative seed") << QByteArray(R"({"seed": -1})") << QStringLiteral("seed");
    QTest::newRow("number for a truth") << QByteArray(R"({"seasonInputs": 1})") << QStringLiteral("seasonInputs");
    QTest::newRow("smoothing") << QByteArray(R"({"smoothing": -0.5})") << QStringLiteral("smoothing: -0.5 is neither");
    QTest::newRow("smoothing above one") << QByteArray(R"({"probabilitySmoothing": 1.5})") << QStringLiteral("probabilitySmoothing: 1.5");
    QTest::newRow("floor that is a word") << QByteArray(R"({"limits": {"floor": "low"}})") << QStringLiteral("limits.floor: low is not a number");
    QTest::newRow("floor above the cap") << QByteArray(R"({"limits": {"floor": 5, "cap": 3.5}})") << QStringLiteral("limits.floor: 5 is above the cap of 3.5");
    QTest::newRow("nothing whole between") << QByteArray(R"({"limits": {"floor": 0.25, "cap": 0.75, "whole": true}})")
                                           << QStringLiteral("limits.whole: No whole number lies from 0.25 to 0.75");
    QTest::newRow("whole that is a number") << QByteArray(R"({"limits": {"whole": 1}})") << QStringLiteral("limits.whole: 1");
    QTest::newRow("unknown limit") << QByteArray(R"({"limits": {"ceiling": 1}})") << QStringLiteral("limits.ceiling is not a setting here. There are: cap, floor, whole");
    QTest::newRow("limits that are a number") << QByteArray(R"({"limits": 3})") << QStringLiteral("limits: 3 is not an object");
    QTest::newRow("negative test part") << QByteArray(R"({"split": {"test": -1}})") << QStringLiteral("split.test");
}

void TestSpec::wrongSettingsAreNamed()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, named);
    const auto read = TrainingSpec::fromJson(QJsonDocument::fromJson(json).object());
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::InvalidInput);
    QVERIFY2(read.error().message.contains(named), qPrintable(read.error().message));
}

// JSON has no such numbers, but a spec made in the program may.
void TestSpec::limitsAreFinite()
{
    for (const double value : {std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity(), std::nan("")}) {
        TrainingSpec spec;
        spec.limits.cap = value;
        const auto valid = spec.validate();
        QVERIFY(!valid);
        QVERIFY2(valid.error().message.startsWith(QStringLiteral("limits.cap: ")), qPrintable(valid.error().message));
    }
}

void TestSpec::filesAreReadWithPlace()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("spec.json"));
    QVERIFY(!TrainingSpec::fromFile(path));
    test::writeAll(path, "{\n  \"model\": \"lstm\",\n  \"units\" 64\n}\n");
    const auto broken = TrainingSpec::fromFile(path);
    QVERIFY(!broken);
    QVERIFY2(broken.error().message.contains(QStringLiteral("line 3")), qPrintable(broken.error().message));
    test::writeAll(path, "[]");
    QVERIFY2(TrainingSpec::fromFile(path).error().message.contains(QStringLiteral("holds a list")), qPrintable(TrainingSpec::fromFile(path).error().message));
    test::writeAll(path, "{\"model\": \"lstm\", \"units\": 64}");
    const auto read = TrainingSpec::fromFile(path);
    VERIFY_RESULT(read);
    QCOMPARE(read->model.units, 64);
}

void TestSpec::articlePresetIsTheArticles()
{
    // The article: three LSTM layers of 64 with dropout 0.2, window 30, Adam, MSE, batch 32, 100 epochs, min-max.
    const TrainingSpec spec = TrainingSpec::articlePreset();
    VERIFY_RESULT(spec.validate());
    QCOMPARE(spec.model.model, QStringLiteral("lstm"));
    QCOMPARE(spec.model.layers, 3);
    QCOMPARE(spec.model.units, 64);
    QCOMPARE(spec.model.dropout, 0.2);
    QCOMPARE(spec.model.lookback, 30);
    QCOMPARE(spec.model.batch, 32);
    QCOMPARE(spec.model.epochs, 100);
    QCOMPARE(spec.model.loss, Loss::Mse);
    QCOMPARE(spec.model.normalisation, Normalisation::MinMax);
}

FORETRAIL_TEST_MAIN(TestSpec, QCoreApplication)
#include "tst_spec.moc"
