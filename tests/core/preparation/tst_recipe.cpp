#include "core/preparation/Recipe.h"
#include "core/preparation/StepRegistry.h"
#include "tests/support/TestSupport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace foretrail;

namespace {

Result<Recipe> recipeOf(const char *json) { return Recipe::fromJson(QJsonDocument::fromJson(json).object()); }

} // namespace

class TestRecipe : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyStepHasWordsAndFittingInitialValues()
    {
        QVERIFY(StepRegistry::instance().steps().size() > 5);
        for (const StepInfo &info : StepRegistry::instance().steps()) {
            QVERIFY2(!info.title.isEmpty() && !info.explanation.isEmpty(), qPrintable(info.kind));
            QJsonObject initial;
            for (const ParameterInfo &parameter : info.parameters) {
                QVERIFY2(!parameter.title.isEmpty() && !parameter.explanation.isEmpty(), qPrintable(info.kind + parameter.name));
                QVERIFY2(parameter.shownWith.isEmpty() || info.parameter(parameter.shownWith), qPrintable(info.kind + parameter.name));
                initial.insert(parameter.name, parameter.initial);
            }
            const QList<StepProblem> problems = checkParameters(info, initial, 0);
            QVERIFY2(problems.isEmpty(), qPrintable(problems.isEmpty() ? QString() : info.kind + problems.front().message));
            QVERIFY(StepRegistry::instance().make({info.kind, true, {}}) != nullptr);
        }
    }
    void survivesItsJson()
    {
        const auto recipe = recipeOf(R"({"format": 1, "name": "Daily", "steps": [{"step": "missing", "rule": "zero"},
            {"step": "outliers", "on": false, "width": 2.5}, {"step": "log1p"}, {"step": "windows", "lookback": 14}]})");
        VERIFY_RESULT(recipe);
        QCOMPARE(recipe->steps.size(), 4);
        QCOMPARE(recipe->steps[1].isOn, false);
        const auto again = Recipe::fromJson(recipe->toJson());
        VERIFY_RESULT(again);
        QCOMPARE(*again, *recipe);
        QTemporaryDir folder;
        VERIFY_RESULT(recipe->writeTo(folder.filePath(QStringLiteral("r.json"))));
        const auto fromFile = Recipe::fromFile(folder.filePath(QStringLiteral("r.json")));
        VERIFY_RESULT(fromFile);
        QCOMPARE(*fromFile, *recipe);
    }
    void refusesWhatItDoesNotKnow_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("part");
        QTest::newRow("no steps") << QByteArray(R"({"name": "x"})") << "\"steps\"";
        QTest::newRow("unknown key") << QByteArray(R"({"steps": [], "colour": 1})") << "colour is not a key";
        QTest::newRow("unknown step") << QByteArray(R"({"steps": [{"step": "magic"}]})") << "magic is not a step. Allowed: exclude";
        QTest::newRow("no step") << QByteArray(R"({"steps": [{}]})") << "Step 1: It needs a key \"step\"";
        QTest::newRow("unknown setting") << QByteArray(R"({"steps": [{"step": "missing", "how": 1}]})") << "how is not a setting of this step. Allowed: rule";
        QTest::newRow("wrong type") << QByteArray(R"({"steps": [{"step": "outliers", "width": "wide"}]})") << "outliers, width: \"wide\" does not fit. Allowed: from 0.5 to 100";
        QTest::newRow("out of range") << QByteArray(R"({"steps": [{"step": "outliers", "width": 0}]})") << "0 does not fit";
        QTest::newRow("not whole") << QByteArray(R"({"steps": [{"step": "windows", "lookback": 1.5}]})") << "a whole number, from 1 to 10000";
        QTest::newRow("wrong choice") << QByteArray(R"({"steps": [{"step": "missing", "rule": "guess"}]})") << "one of linear, previous";
        QTest::newRow("newer") << QByteArray(R"({"format": 9, "steps": []})") << "newer program";
        QTest::newRow("twice") << QByteArray(R"({"steps": [{"step": "windows"}, {"step": "windows"}]})") << "Step 2 (Windows): This step may stand in a recipe only once";
    }
    void refusesWhatItDoesNotKnow()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, part);
        const auto recipe = recipeOf(json.constData());
        QVERIFY(!recipe);
        QVERIFY2(recipe.error().message.contains(part), qPrintable(recipe.error().message));
    }
    void namesTheLineOfBrokenJson()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("r.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\n\"steps\": [\n{]\n}");
        file.close();
        const auto recipe = Recipe::fromFile(file.fileName());
        QVERIFY(!recipe);
        QVERIFY2(recipe.error().message.contains(QStringLiteral("line 3")), qPrintable(recipe.error().message));
    }
    void knowsWhetherTwoRecipesDoTheSame()
    {
        Recipe recipe{QStringLiteral("a"), {{QStringLiteral("missing"), true, {}}, {QStringLiteral("log1p"), false, {}}}};
        Recipe same{QStringLiteral("b"), {{QStringLiteral("missing"), true, {{QStringLiteral("rule"), QStringLiteral("linear")}}}}};
        QCOMPARE(recipe.fingerprint(), same.fingerprint());
        recipe.steps[1].isOn = true;
        QVERIFY(recipe.fingerprint() != same.fingerprint());
        same.steps[0].parameters.insert(QStringLiteral("rule"), QStringLiteral("zero"));
        QVERIFY(Recipe({}, {same.steps[0]}).fingerprint() != Recipe({}, {recipe.steps[0]}).fingerprint());
    }
};

FORETRAIL_TEST_MAIN(TestRecipe, QCoreApplication)
#include "tst_recipe.moc"
