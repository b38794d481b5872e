#include "core/training/EarlierOrigins.h"
#include "core/training/ModelComparison.h"
#include "core/training/Sentence.h"
#include "tests/core/models/SomeSeries.h"

#include <cmath>

using namespace foretrail;
using namespace foretrail::test;

namespace {

using V = std::vector<double>;

Series days(const V &values)
{
    Series series = seriesOf(values, Step::Day);
    series.key = series.name = QStringLiteral("s");
    series.axis.start = *parseWallTime(QStringLiteral("2024-01-01"));
    return series;
}

TrainingSpec specOf(const QString &model, int test)
{
    TrainingSpec spec;
    spec.model.model = model;
    spec.split.test = test;
    spec.horizon = test;
    return spec;
}

BacktestScore score(const char *series, const char *model, int fold, double mase, int h = 0)
{
    BacktestScore one{QString::fromLatin1(series), QString::fromLatin1(model), fold, h, {}, 0};
    one.metrics.mase = mase;
    return one;
}

} // namespace

/// One test part alone says "closer" only with the evidence of other origins.
class TestEarlierOrigins : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // Nothing can be known of a walk but its last value. One of six test parts alone says otherwise.
    void noWalkIsForecastBetterThanByItsLastValue()
    {
        int favoured = 0;
        for (unsigned seed = 1; seed <= 60; ++seed)
            for (const QString &model : {QStringLiteral("drift"), QStringLiteral("theta"), QStringLiteral("ar")}) {
                JobContext job;
                const auto outcome = runConfirmedExperiment(days(walk(3000 + seed, 200, 1000)), specOf(model, 14), job);
                VERIFY_RESULT(outcome);
                favoured += gainOver(outcome->metrics, outcome->baselineMetrics) >= singleFoldMargin ? 1 : 0;
                QVERIFY2(!outcome->sentence.contains(QStringLiteral(" closer ")), qPrintable(QStringLiteral("%1 %2: %3").arg(seed).arg(model, outcome->sentence)));
            }
        QVERIFY2(favoured >= 10, qPrintable(QString::number(favoured))); // the margin alone would have said so
    }
    void whatIsBetterEachTimeIsSaid()
    {
        V values; // a trend with noise: the drift is closer than the last value, or the week before, at each origin
        Shares shares(7);
        for (int t = 0; t < 240; ++t)
            values.push_back(100 + 3 * t + 2 * shares.shock());
        JobContext job;
        const auto outcome = runConfirmedExperiment(days(values), specOf(QStringLiteral("drift"), 14), job);
        VERIFY_RESULT(outcome);
        QVERIFY(outcome->earlier && outcome->earlier->isBetter());
        QCOMPARE(outcome->earlier->folds, 8);
        QVERIFY2(outcome->sentence.contains(QStringLiteral(" closer than ")), qPrintable(outcome->sentence));
    }
    // Two months of training hold no eight origins of two weeks; shorter ones are looked at.
    void shortTrainingPartsAreAskedOverShorterSpans()
    {
        V values;
        Shares shares(8);
        for (int t = 0; t < 74; ++t)
            values.push_back(100 + 3 * t + 2 * shares.shock());
        JobContext job;
        const auto outcome = runConfirmedExperiment(days(values), specOf(QStringLiteral("drift"), 14), job);
        VERIFY_RESULT(outcome);
        QVERIFY(outcome->earlier && std::isfinite(outcome->earlier->pValue));
        const auto tiny = runConfirmedExperiment(days({1, 2, 3, 4, 5, 6, 7, 8}), specOf(QStringLiteral("drift"), 2), job);
        VERIFY_RESULT(tiny);
        QVERIFY2(!tiny->sentence.contains(QStringLiteral(" closer ")), qPrintable(tiny->sentence)); // eight values prove nothing
    }
    void whatIsNotCloserNeedsNoEvidence()
    {
        JobContext job;
        const auto outcome = runConfirmedExperiment(days(walk(1, 120, 1000)), specOf(QStringLiteral("mean"), 14), job);
        VERIFY_RESULT(outcome);
        QVERIFY(!outcome->earlier);
        QVERIFY2(outcome->sentence.contains(QStringLiteral("further off than")), qPrintable(outcome->sentence));
    }
    // A network that was ruined by its learning rate is further off a walk than its last value, step for step.
    void networkThatIsClearlyFurtherOffIsSaidToBe()
    {
        TrainingSpec spec = specOf(QStringLiteral("lstm"), 14);
        spec.model.lookback = 7;
        spec.model.units = 2;
        spec.model.epochs = 3;
        spec.model.learningRate = 3;
        JobContext job;
        const auto outcome = runConfirmedExperiment(days(walk(1, 200, 1000)), spec, job);
        VERIFY_RESULT(outcome);
        QVERIFY(outcome->earlier && outcome->earlier->isWorse());
        QVERIFY2(outcome->sentence.contains(QStringLiteral("further off than repeating the last value (")), qPrintable(outcome->sentence));
    }
    // What was found goes with a stored outcome, so that the sentence stays when it is said again.
    void isKeptWithTheOutcome()
    {
        Metrics model, baseline;
        model.wape = 0.184, baseline.wape = 0.209;
        const auto said = [&](const std::optional<LossComparison> &earlier) {
            return comparisonSentence(model, baseline, QStringLiteral("naive"), Step::Day, 1, {}, earlier);
        };
        QVERIFY(said({}).contains(QStringLiteral(" closer ")));
        QVERIFY(said(LossComparison{missing, -0.1, 0.01, 1, 8}).contains(QStringLiteral(" closer ")));
        QVERIFY(said(LossComparison{missing, -0.1, 0.2, 1, 8}).startsWith(QStringLiteral("Not clearly different")));
        QVERIFY(said(LossComparison{missing, 0.1, 0.01, 1, 8}).startsWith(QStringLiteral("Not clearly different")));
        QVERIFY(said(LossComparison()).startsWith(QStringLiteral("Not clearly different")));
    }
    // Differences of 1 2 3 in three folds: mean 2, variance (divided by T) 2/3, DM = 2 / sqrt(2/9) = 4.2426, with the correction of Harvey,
    // Leybourne and Newbold sqrt(2/3) that is 3.4641: t of two degrees, p = 0.0742 (two-sided).
    void modelsAreComparedInPairs()
    {
        const QList<BacktestScore> scores{score("s", "a", 1, 2), score("s", "b", 1, 1), score("s", "a", 2, 4), score("s", "b", 2, 2), score("s", "a", 3, 5),
                                          score("s", "b", 3, 2), score("s", "a", 1, 90, 1), score("s", "c", 1, 70)};
        const LossComparison compared = compareModels(scores, QStringLiteral("a"), QStringLiteral("b"), 1, 1);
        QCOMPARE(compared.difference, 2.0);
        QCOMPARE(compared.folds, 3);
        QVERIFY2(std::abs(compared.pValue - 0.0742) < 5e-5, qPrintable(QString::number(compared.pValue)));
        QCOMPARE(compareModels(scores, QStringLiteral("b"), QStringLiteral("a"), 1, 1).difference, -2.0);
        QVERIFY(std::isnan(compareModels(scores, QStringLiteral("a"), QStringLiteral("d"), 1, 1).pValue));
    }
};

FORETRAIL_TEST_MAIN(TestEarlierOrigins, QCoreApplication)
#include "tst_earlier_origins.moc"
