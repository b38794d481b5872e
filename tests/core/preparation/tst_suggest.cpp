#include "core/preparation/Preparation.h"
#include "core/preparation/Suggest.h"
#include "tests/support/TestSupport.h"

#include <cmath>

using namespace foretrail;

namespace {

const WallMs monday = *parseWallTime(QStringLiteral("2024-01-01"));

Series seriesOf(std::vector<double> values, Step step = Step::Day, WallMs start = monday)
{
    return {QStringLiteral("s"), {}, {}, {step, start}, std::move(values)};
}

/// Two years of a week that grows with its level; the shop is shut on Sundays.
std::vector<double> shopThatGrows()
{
    std::vector<double> values;
    for (int day = 0; day < 728; ++day)
        values.push_back(day % 7 == 6 ? 0 : std::exp(0.004 * day) * (100 + 40 * std::sin(2 * M_PI * day / 7) + (day * 37) % 23));
    return values;
}

/// Place of a step in what is suggested; -1: it is not there.
int placeOf(const Suggestion &suggestion, const char *kind)
{
    for (int i = 0; i < suggestion.recipe.steps.size(); ++i)
        if (suggestion.recipe.steps[i].kind == QLatin1String(kind))
            return i;
    return -1;
}

QString reasonFor(const Suggestion &suggestion, const char *kind) { return suggestion.reasons.value(placeOf(suggestion, kind)); }

} // namespace

class TestSuggest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everySuggestionRuns_data()
    {
        QTest::addColumn<Step>("step");
        for (const Step step : {Step::Hour, Step::Day, Step::Week, Step::Month, Step::None})
            QTest::newRow(qPrintable(stepName(step))) << step;
    }
    void everySuggestionRuns()
    {
        QFETCH(Step, step);
        for (const int length : {1, 2, 3, 4, 5, 7, 9, 12, 16, 20, 30, 50, 100, 400}) {
            for (const int every : {1, 3}) {
                std::vector<double> values;
                for (int t = 0; t < length; ++t)
                    values.push_back(t % every == 0 ? 10 + t % 7 : 0);
                const Series series = seriesOf(values, step, step == Step::None ? 0 : monday);
                const Suggestion suggestion = suggestRecipe(series);
                QCOMPARE(suggestion.reasons.size(), suggestion.recipe.steps.size());
                JobContext job;
                const auto done = Preparation::run({suggestion.recipe, series, {}, {}}, {}, job);
                QVERIFY2(done.has_value(), qPrintable(QStringLiteral("%1 steps: %2").arg(length).arg(done ? QString() : done.error().message)));
            }
        }
        QCOMPARE(placeOf(suggestRecipe(seriesOf({5}, step)), "windows"), -1); // nothing to train on
        QVERIFY(placeOf(suggestRecipe(seriesOf({5, 6, 7}, step)), "windows") >= 0);
    }

    void stampsThatWentAstrayAreCutOff()
    {
        std::vector<double> values(75, 0.0);
        values[0] = 1;
        values[70] = 1;
        values[74] = 18;
        for (const double day : {4620, 4182, 4248, 4517, 4324, 4185, 5009, 5143, 5707})
            values.push_back(day);
        const Suggestion suggestion = suggestRecipe(seriesOf(values, Step::Day, *parseWallTime(QStringLiteral("2017-09-11"))));
        QCOMPARE(placeOf(suggestion, "span"), 0);
        QCOMPARE(suggestion.recipe.steps[0].parameters[QStringLiteral("from")].toString(), QStringLiteral("2017-11-25"));
        QVERIFY2(suggestion.reasons[0].contains(QStringLiteral("2017-11-25")), qPrintable(suggestion.reasons[0]));
        QCOMPARE(placeOf(suggestion, "rolling"), -1); // what is left does not come now and then
        QVERIFY(placeOf(suggestion, "windows") > 0);
    }

    void whatIsCountedIsOfTheTrainingPart()
    {
        std::vector<double> values;
        for (int day = 0; day < 200; ++day)
            values.push_back(100 + day % 7);
        values[20] = -5; // the training part ends at 200 - 2 * 20
        values[150] = -5;
        values[165] = -5;
        values[190] = -5;
        const QString reason = reasonFor(suggestRecipe(seriesOf(values)), "negative");
        QVERIFY2(reason.startsWith(QStringLiteral("2 values of the training part")), qPrintable(reason));
        values[20] = values[150] = 100;
        QCOMPARE(placeOf(suggestRecipe(seriesOf(values)), "negative"), -1);
    }

    void aStepThatHarmsIsSwitchedOff()
    {
        const Series series = seriesOf(shopThatGrows());
        const Suggestion untried = suggestRecipe(series);
        QVERIFY(placeOf(untried, "log1p") >= 0 && untried.recipe.steps[placeOf(untried, "log1p")].isOn);
        qint64 seen = 0;
        const auto trial = [&](const Series &known, const Recipe &recipe, int) -> std::optional<double> {
            seen = std::max(seen, known.size());
            return recipe.find(QStringLiteral("log1p")) ? 0.5 : recipe.find(QStringLiteral("closed-days")) ? 0.4 : 0.45;
        };
        const Suggestion tried = suggestRecipe(series, trial);
        const RecipeStep &closed = tried.recipe.steps[placeOf(tried, "closed-days")];
        QVERIFY(closed.isOn);
        QVERIFY2(reasonFor(tried, "closed-days").contains(QStringLiteral("45.0 % without it and 40.0 % with it")), qPrintable(reasonFor(tried, "closed-days")));
        const RecipeStep &log = tried.recipe.steps[placeOf(tried, "log1p")];
        QVERIFY(!log.isOn);
        QVERIFY2(reasonFor(tried, "log1p").contains(QStringLiteral("40.0 % without it and 50.0 % with it")), qPrintable(reasonFor(tried, "log1p")));
        QCOMPARE(seen, series.size() - 28); // trials know nothing of the test part
    }

    void aRefusedCalendarIsNotBuiltUpon()
    {
        const auto trial = [](const Series &, const Recipe &recipe, int) -> std::optional<double> { return recipe.find(QStringLiteral("closed-days")) ? 0.5 : 0.4; };
        const Suggestion tried = suggestRecipe(seriesOf(shopThatGrows()), trial);
        QVERIFY(!tried.recipe.steps[placeOf(tried, "closed-days")].isOn);
        const RecipeStep &waves = tried.recipe.steps[std::max(placeOf(tried, "fourier"), placeOf(tried, "decompose"))];
        QCOMPARE(waves.parameters[waves.kind == u"fourier" ? QStringLiteral("periods") : QStringLiteral("seasons")][0].toInt(), 7); // not 6
    }

    void aStepThatCannotBeTriedIsLeftOut()
    {
        const auto trial = [](const Series &, const Recipe &recipe, int) -> std::optional<double> {
            return recipe.find(QStringLiteral("log1p")) ? std::nullopt : std::optional(0.4);
        };
        QCOMPARE(placeOf(suggestRecipe(seriesOf(shopThatGrows()), trial), "log1p"), -1);
    }
};

FORETRAIL_TEST_MAIN(TestSuggest, QCoreApplication)
#include "tst_suggest.moc"
