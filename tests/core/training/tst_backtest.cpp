#include "core/training/Backtest.h"
#include "core/training/Baseline.h"
#include "core/training/Experiment.h"
#include "tests/support/TestSupport.h"

#include <QJsonDocument>

#include <cmath>
#include <random>

using namespace foretrail;

namespace {

Series indexed(const QString &key, std::vector<double> values)
{
    Series series;
    series.key = key;
    series.name = key;
    series.values = std::move(values);
    return series;
}

TrainingSpec twoAhead()
{
    TrainingSpec spec;
    spec.model.season = 1;
    spec.horizon = 2;
    return spec;
}

/// A random walk of its own for each key.
Series walk(int key, int size)
{
    std::mt19937_64 random(static_cast<quint64>(key));
    std::vector<double> values{100};
    while (int(values.size()) < size)
        values.push_back(values.back() + double(random() >> 11) * 0x1p-53 - 0.5);
    return indexed(QString::number(key), values);
}

QString described(const BacktestReport &report)
{
    QStringList lines{QStringLiteral("%1 left out").arg(report.skippedSeries), report.sentence};
    for (const BacktestScore &score : report.scores)
        lines << QStringLiteral("%1 %2 %3 %4 ").arg(score.series, score.model).arg(score.fold).arg(score.h)
                + QString::fromUtf8(QJsonDocument(score.metrics.toJson()).toJson());
    for (auto model = report.byModel.cbegin(); model != report.byModel.cend(); ++model)
        lines << model.key() + QString::fromUtf8(QJsonDocument(model->toJson()).toJson());
    return lines.join(QLatin1Char('\n'));
}

const BacktestScore *scoreOf(const BacktestReport &report, const QString &model, int fold, int h)
{
    for (const BacktestScore &score : report.scores)
        if (score.model == model && score.fold == fold && score.h == h)
            return &score;
    return nullptr;
}

} // namespace

class TestBacktest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // Saturdays had no trade in the first half: what a step learns of weekdays must not shift the days that a fold judges.
    void foldsJudgeTheirOwnDays()
    {
        std::vector<double> values;
        for (int day = 0; day < 420; ++day)
            values.push_back(day % 7 == 5 ? (day < 210 ? 0 : 60) : 10.0 * (1 + day % 7));
        const Series series{QStringLiteral("s"), {}, {}, {Step::Day, *parseWallTime(QStringLiteral("2024-01-01"))}, values};
        TrainingSpec spec;
        spec.horizon = 12;
        spec.recipe = {QStringLiteral("r"), {{QStringLiteral("closed-days"), true, {}}}};
        JobContext job;
        const auto report = backtest({series}, spec, {QStringLiteral("snaive")}, 3, job);
        VERIFY_RESULT(report);
        QCOMPARE(report->byModel[QStringLiteral("snaive")].wape, 0.0);
    }

    // By hand. 1 2 4 | 5 8 | 6 2, two folds of two steps: naive says 4 4 (errors 1, 4), then 8 8 (errors -2, -6).
    void naiveByHand()
    {
        JobContext job;
        const auto report = backtest({indexed(QStringLiteral("a"), {1, 2, 4, 5, 8, 6, 2})}, twoAhead(),
                                     {QStringLiteral("naive")}, 2, job);
        VERIFY_RESULT(report);
        QCOMPARE(report->baseline, QStringLiteral("naive"));
        QCOMPARE(int(report->scores.size()), 2 * (1 + 2));
        const BacktestScore *first = scoreOf(*report, QStringLiteral("naive"), 1, 0);
        const BacktestScore *last = scoreOf(*report, QStringLiteral("naive"), 2, 2);
        QVERIFY(first && last);
        QCOMPARE(first->metrics.mae, 2.5);
        QCOMPARE(first->metrics.wape, 5.0 / 13);
        QCOMPARE(first->metrics.mase, 2.5 / 1.5); // in-sample steps 1, 2
        QCOMPARE(last->metrics.mae, 6.0);
        QCOMPARE(last->metrics.count, qint64(1));
        const Metrics pooled = report->byModel.value(QStringLiteral("naive"));
        QCOMPARE(pooled.count, qint64(4));
        QCOMPARE(pooled.mae, 13.0 / 4);
        QVERIFY(std::abs(pooled.rmse - std::sqrt((1 + 16 + 4 + 36) / 4.0)) < 1e-12);
        QCOMPARE(pooled.wape, 13.0 / 21);
        QVERIFY(std::abs(pooled.bias - (1 + 4 - 2 - 6) / 21.0) < 1e-12);
    }
    // By hand. Drift says 5.5 7 (errors .5 1, scale 3/2), then 9.75 11.5 (errors 3.75 9.5, scale 7/4); Naive 2 without a season
    // is the naive: 4 4 (errors 1 4), then 8 8 (errors 2 6). Means over forecasts first, then the two ratios.
    void overallWeightedAverageByHand()
    {
        JobContext job;
        BacktestOptions options;
        options.folds = 2;
        const QList<Series> series{indexed(QStringLiteral("a"), {1, 2, 4, 5, 8, 6, 2})};
        const auto without = backtest(series, twoAhead(), {QStringLiteral("drift")}, options, job);
        VERIFY_RESULT(without);
        QVERIFY(without->owa.isEmpty());
        options.owa = true;
        const auto report = backtest(series, twoAhead(), {QStringLiteral("drift")}, options, job);
        VERIFY_RESULT(report);
        const double smape = (0.5 / 10.5 + 1 / 15.0 + 3.75 / 15.75 + 9.5 / 13.5) / (1 / 9.0 + 4 / 12.0 + 2 / 14.0 + 6 / 10.0);
        const double mase = (0.75 / 1.5 + 6.625 / 1.75) / (2.5 / 1.5 + 4 / 1.75);
        QVERIFY(std::abs(report->owa.value(QStringLiteral("drift")) - (smape + mase) / 2) < 1e-12);
        QCOMPARE(report->owa.value(QStringLiteral("naive2")), 1.0);
        QCOMPARE(report->owa.value(QStringLiteral("naive")), 1.0);
        // Skill: drift is 7.375 / 2 off on average, the naive 13 / 4.
        QVERIFY(std::abs(report->byModel.value(QStringLiteral("drift")).skill - (1 - (7.375 / 2) / (13.0 / 4))) < 1e-12);
        QVERIFY(std::abs(scoreOf(*report, QStringLiteral("drift"), 1, 1)->metrics.skill - 0.5) < 1e-12);
        QCOMPARE(scoreOf(*report, QStringLiteral("naive"), 1, 0)->metrics.skill, 0.0);
    }
    void scoresSayWhen()
    {
        JobContext job;
        Series series = indexed(QStringLiteral("a"), {1, 2, 4, 5, 8, 6, 2});
        series.axis = {Step::Day, *parseWallTime(QStringLiteral("2024-01-01"))};
        const auto report = backtest({series}, twoAhead(), {QStringLiteral("naive")}, 2, job);
        VERIFY_RESULT(report);
        QCOMPARE(report->step, Step::Day);
        QCOMPARE(formatTime(scoreOf(*report, QStringLiteral("naive"), 1, 1)->time, Step::Day), QStringLiteral("2024-01-04"));
        QCOMPARE(formatTime(scoreOf(*report, QStringLiteral("naive"), 2, 0)->time, Step::Day), QStringLiteral("2024-01-06"));
        QCOMPARE(formatTime(scoreOf(*report, QStringLiteral("naive"), 2, 2)->time, Step::Day), QStringLiteral("2024-01-07"));
    }
    void baselineIsAlwaysThere()
    {
        JobContext job;
        TrainingSpec spec = twoAhead();
        spec.model.season = 2;
        const auto report = backtest({indexed(QStringLiteral("a"), {1, 5, 1, 5, 1, 5, 1, 5, 1, 5})}, spec,
                                     {QStringLiteral("mean")}, 2, job);
        VERIFY_RESULT(report);
        QCOMPARE(report->byModel.keys(), (QStringList{QStringLiteral("mean"), QStringLiteral("snaive")}));
        QCOMPARE(report->byModel.value(QStringLiteral("snaive")).mae, 0.0);
        QCOMPARE(report->byModel.value(QStringLiteral("mean")).mae, 2.0);
        QVERIFY2(report->sentence.startsWith(QStringLiteral("Not clearly different")), qPrintable(report->sentence)); // two folds, four values
    }
    // Around a level the mean of all before, after a shift the last value, with a season the last one.
    void theBaselineIsTheClosestOfThree()
    {
        const std::vector<double> level{3, 1, 1, 3, 3, 1, 1, 3, 2, 3, 1, 2}, shift{1, 1, 1, 1, 1, 1, 5, 5, 5, 5, 5, 5}, week{1, 5, 9, 1, 5, 9, 1, 5, 9, 1, 5, 9};
        QCOMPARE(baselineFor(level, 1, 2), QStringLiteral("mean"));
        QCOMPARE(baselineFor(shift, 1, 2), QStringLiteral("naive"));
        QCOMPARE(baselineFor(week, 3, 2), QStringLiteral("snaive"));
        QCOMPARE(baselineFor(week, 1, 2), QStringLiteral("mean")); // of a season that nobody named
        QCOMPARE(baselineFor(std::vector<double>{4}, 7, 2), QStringLiteral("naive"));
        int walks = 0;
        for (int key = 0; key < 30; ++key)
            walks += baselineFor(walk(key, 120).values, 7, 7) == QLatin1String("naive") ? 1 : 0;
        QCOMPARE(walks, 30);
        // Items that sell by chance, most of which vote for the mean.
        std::mt19937 random(3);
        QList<Series> items;
        for (int key = 0; key < 9; ++key) {
            std::vector<double> values;
            for (int t = 0; t < 60; ++t)
                values.push_back(double(random() % 4));
            items << indexed(QString::number(key), values);
        }
        JobContext job;
        const auto report = backtest(items, twoAhead(), {QStringLiteral("ses")}, 2, job);
        VERIFY_RESULT(report);
        QCOMPARE(report->baseline, QStringLiteral("mean"));
        QVERIFY2(report->sentence.contains(QStringLiteral("the mean of all before")), qPrintable(report->sentence));
    }
    void laterValuesNeverReachAFold()
    {
        JobContext job;
        const auto forecastOf = [&](std::vector<double> values) {
            return backtest({indexed(QStringLiteral("a"), std::move(values))}, twoAhead(), {QStringLiteral("drift")}, 2, job);
        };
        const auto one = forecastOf({1, 2, 4, 5, 8, 6, 2});
        const auto other = forecastOf({1, 2, 4, 5, 8, 600, 200});
        VERIFY_RESULT(one);
        VERIFY_RESULT(other);
        QCOMPARE(scoreOf(*one, QStringLiteral("drift"), 1, 0)->metrics.mae,
                 scoreOf(*other, QStringLiteral("drift"), 1, 0)->metrics.mae);
    }
    // Nothing foretells a random walk better than its last value: no model may be said to, whatever it happened to do.
    void nothingIsBetterOnRandomWalks_data()
    {
        QTest::addColumn<QString>("model");
        for (const char *model : {"drift", "mean", "moving-average", "ar", "ses", "holt", "damped", "theta", "ets"})
            QTest::newRow(model) << QString::fromLatin1(model);
    }
    void nothingIsBetterOnRandomWalks()
    {
        QFETCH(QString, model);
        QList<Series> walks;
        for (int key = 0; key < 200; ++key)
            walks << walk(key, 60);
        TrainingSpec spec = twoAhead();
        spec.horizon = 6;
        JobContext job;
        const auto all = backtest(walks, spec, {model}, 3, job);
        VERIFY_RESULT(all);
        QVERIFY2(!all->comparisons[model].isBetter(), qPrintable(all->sentence));
        QVERIFY2(!all->sentence.contains(QStringLiteral("closer")), qPrintable(all->sentence));
        // Of single walks one of forty may be on the wrong side of a two-sided p of 0.05.
        int better = 0;
        for (const Series &one : walks) {
            const auto alone = backtest({one}, spec, {model}, 3, job);
            VERIFY_RESULT(alone);
            better += alone->sentence.contains(QStringLiteral("closer"));
        }
        QVERIFY2(better <= 12, qPrintable(QString::number(better))); // 5 expected, 12 is three standard deviations more
    }
    // The items of a shop that walks at random walk with it. Taken for independent they would make chance look like skill.
    void nothingIsBetterOnItemsThatWalkTogether()
    {
        TrainingSpec spec = twoAhead();
        spec.horizon = 6;
        JobContext job;
        int better = 0;
        for (int shop = 0; shop < 40; ++shop) {
            QList<Series> items;
            for (int item = 0; item < 10; ++item) {
                items << walk(shop, 60);
                const Series own = walk(1000 + 10 * shop + item, 60);
                for (size_t t = 0; t < 60; ++t)
                    items.back().values[t] += 0.1 * own.values[t];
            }
            const auto report = backtest(items, spec, {QStringLiteral("drift")}, 4, job);
            VERIFY_RESULT(report);
            better += report->sentence.contains(QStringLiteral("closer"));
        }
        QVERIFY2(better <= 4, qPrintable(QString::number(better))); // one expected of 40, 4 is three standard deviations more
    }
    // A wave of five steps repeats: the seasonal model is better in every fold and series, and said to be.
    void whatIsBetterIsSaidToBe()
    {
        QList<Series> series;
        for (int key = 0; key < 8; ++key) {
            series << walk(key, 60);
            for (size_t t = 0; t < 60; ++t)
                series.back().values[t] = 100 + 0.1 * series.back().values[t] + 20 * std::sin(2 * M_PI * double(t) / 5);
        }
        TrainingSpec spec = twoAhead();
        spec.horizon = 5;
        JobContext job;
        const auto report = backtest(series, spec, {QStringLiteral("ar")}, 4, job);
        VERIFY_RESULT(report);
        const LossComparison compared = report->comparisons[QStringLiteral("ar")];
        QCOMPARE(compared.series, 8);
        QCOMPARE(compared.folds, 4);
        QCOMPARE(compared.betterShare, 1.0);
        QVERIFY(compared.isBetter());
        QVERIFY(compared.pValue >= 2.0 / 256); // all eight signs alike
        QVERIFY2(report->sentence.contains(QStringLiteral("closer than the mean of all before")), qPrintable(report->sentence));
        QVERIFY(!report->comparisons.contains(QStringLiteral("mean")));
    }
    void shortSeriesAreCountedNotFatal()
    {
        JobContext job;
        const QList<Series> both{indexed(QStringLiteral("long"), {1, 2, 4, 5, 8, 6, 2}), indexed(QStringLiteral("short"), {1, 2, 3})};
        const auto report = backtest(both, twoAhead(), {QStringLiteral("naive")}, 2, job);
        VERIFY_RESULT(report);
        QCOMPARE(report->skippedSeries, 1);
        const auto none = backtest({both.back()}, twoAhead(), {QStringLiteral("naive")}, 2, job);
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::TooShort);
    }
    void numbersDoNotDependOnTheWorkers()
    {
        QList<Series> series;
        for (int k = 0; k < 13; ++k)
            series << walk(k, k == 5 ? 3 : 60);
        TrainingSpec spec = twoAhead();
        spec.model.season = 3;
        const QStringList models{QStringLiteral("ar"), QStringLiteral("theta")};
        const auto tested = [&](int workers) {
            QList<Progress> told;
            JobContext job([&told](const Progress &progress) { told << progress; }, 0);
            BacktestOptions options;
            options.workers = workers;
            const auto report = backtest(series, spec, models, options, job);
            for (int i = 0; i < told.size(); ++i)
                if (told[i].done != i + 1 || told[i].what != series[i].name)
                    return QString();
            return report ? described(*report) : report.error().message;
        };
        const QString alone = tested(1);
        QVERIFY(alone.startsWith(QStringLiteral("1 left out")));
        QCOMPARE(tested(4), alone);
        QCOMPARE(tested(0), alone);
    }
    // A series that is tested alone is the whole of the work: each of its forecasts is told.
    void oneSeriesTellsItsForecasts()
    {
        QList<Progress> told;
        JobContext job([&told](const Progress &progress) { told << progress; }, 0);
        const auto report = backtest({walk(1, 60)}, twoAhead(), {QStringLiteral("ar")}, 3, job);
        VERIFY_RESULT(report);
        QCOMPARE(report->season, 1);
        QCOMPARE(report->sentence, backtestSentence(*report, QStringLiteral("ar")));
        QCOMPARE(told.size(), 2 * 3 + 1); // ar and naive in three folds, then the end
        for (int i = 0; i < 6; ++i) {
            QCOMPARE(told[i].done, qint64(i + 1));
            QCOMPARE(told[i].total, qint64(6));
            QCOMPARE(told[i].what, i < 3 ? QStringLiteral("ar") : QStringLiteral("naive"));
        }
    }
    // What is not the data of one series stops all: that of the first, though the last is read with it.
    void surroundingsThatFailStopAll()
    {
        const QList<Series> series{walk(1, 60), walk(2, 60), walk(3, 60), walk(4, 60)};
        for (const int workers : {1, 4}) {
            JobContext job;
            BacktestOptions options;
            options.workers = workers;
            const auto report = backtest(series, twoAhead(), {QStringLiteral("naive")}, options, job, [](const QString &key) -> Result<Surroundings> {
                if (key == QLatin1String("1"))
                    return Surroundings();
                return fail(ErrorCode::Io, key);
            });
            QVERIFY(!report);
            QCOMPARE(report.error().message, QStringLiteral("2"));
        }
    }
    void cancelStopsAllWorkers()
    {
        QList<Series> series;
        for (int k = 0; k < 40; ++k)
            series << walk(k, 80);
        for (const int workers : {1, 4}) {
            JobContext job([&job](const Progress &progress) {
                if (progress.done == 2)
                    job.requestStop();
            }, 0);
            BacktestOptions options;
            options.workers = workers;
            const auto report = backtest(series, twoAhead(), {QStringLiteral("ar")}, options, job);
            QVERIFY(!report && report.error().isCancelled());
        }
    }
    void wrongRequestsAreRefused()
    {
        JobContext job;
        const QList<Series> series{indexed(QStringLiteral("a"), {1, 2, 4, 5, 8, 6, 2})};
        QVERIFY(!backtest(series, twoAhead(), {QStringLiteral("naive")}, 0, job));
        QVERIFY(!backtest({}, twoAhead(), {QStringLiteral("naive")}, 1, job));
        const auto unknown = backtest(series, twoAhead(), {QStringLiteral("oracle")}, 1, job);
        QVERIFY(!unknown);
        QVERIFY(unknown.error().message.contains(QStringLiteral("oracle")));
        job.requestStop();
        const auto stopped = backtest(series, twoAhead(), {QStringLiteral("naive")}, 1, job);
        QVERIFY(!stopped && stopped.error().isCancelled());
    }
};

FORETRAIL_TEST_MAIN(TestBacktest, QCoreApplication)
#include "tst_backtest.moc"
