#include "core/training/TriedSuggestion.h"
#include "core/training/Backtest.h"
#include "tests/support/TestSupport.h"

#include <cmath>

using namespace foretrail;

namespace {

/// A week on a level that first grows tenfold and then falls back: the logarithm of it makes a forecast run away.
Series risesAndFalls(double fall)
{
    Series series{QStringLiteral("s"), {}, {}, {Step::Day, *parseWallTime(QStringLiteral("2024-01-01"))}, {}};
    for (int day = 0; day < 420; ++day) {
        const double level = day < 300 ? std::exp(0.008 * day) : std::exp(2.4 - fall * (day - 300));
        series.values.push_back(level * (100 + 30 * std::sin(2 * M_PI * day / 7) + (day * 37) % 11));
    }
    return series;
}

double thetaError(const Series &series, const Recipe &recipe)
{
    TrainingSpec spec;
    spec.recipe = recipe;
    spec.model.model = QStringLiteral("theta");
    spec.horizon = 28;
    BacktestOptions options;
    options.folds = 8;
    options.stride = 7;
    JobContext job;
    const auto report = backtest({series.part(0, series.size() - 28)}, spec, {spec.model.model}, options, job);
    return report ? report->byModel[spec.model.model].wape : missing;
}

} // namespace

class TestTriedSuggestion : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsSuggestedForecastsNoWorse_data()
    {
        QTest::addColumn<double>("fall");
        QTest::newRow("goes on") << -0.008;
        QTest::newRow("stands still") << 0.0;
        QTest::newRow("falls") << 0.02;
    }
    void whatIsSuggestedForecastsNoWorse()
    {
        QFETCH(double, fall);
        const Series series = risesAndFalls(fall);
        JobContext job;
        const auto suggestion = suggestTriedRecipe(series, job);
        VERIFY_RESULT(suggestion);
        int tried = 0;
        for (const QString &reason : suggestion->reasons)
            tried += reason.contains(QStringLiteral("Theta")) ? 1 : 0;
        QVERIFY(tried > 0);
        Recipe values; // columns and windows are nothing to Theta
        for (const RecipeStep &step : suggestion->recipe.steps)
            if (step.kind != u"windows")
                values.steps.append(step);
        const double without = thetaError(series, {{}, {{QStringLiteral("missing"), true, {}}}});
        const double with = thetaError(series, values);
        QVERIFY2(with <= without * std::pow(1.01, tried), qPrintable(QStringLiteral("%1 v %2").arg(with).arg(without)));
    }
    void stopsWhenAsked()
    {
        JobContext job;
        job.requestStop();
        const auto suggestion = suggestTriedRecipe(risesAndFalls(0), job);
        QVERIFY(!suggestion && suggestion.error().isCancelled());
    }
};

FORETRAIL_TEST_MAIN(TestTriedSuggestion, QCoreApplication)
#include "tst_triedsuggestion.moc"
