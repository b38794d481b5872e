#include "core/training/Backtest.h"
#include "core/training/Companions.h"
#include "tests/core/models/SomeSeries.h"

#include <QJsonDocument>

#include <cmath>

using namespace foretrail;
using namespace foretrail::test;

namespace {

const QString automatic = QStringLiteral("auto");
const QString pooled = QStringLiteral("pooled");

/// Days of shops of unlike length that end on one day.
QList<Series> shops(int count, size_t length)
{
    QList<Series> all;
    for (int i = 0; i < count; ++i) {
        const auto own = length - 4 * size_t(i);
        Series series = seriesOf(shopDays(unsigned(50 + i), own), Step::Day);
        series.key = series.name = QStringLiteral("shop %1").arg(i);
        series.axis.start = addSteps(*parseWallTime(QStringLiteral("2024-06-03")), Step::Day, -qint64(own));
        all << series;
    }
    return all;
}

TrainingSpec weekAhead()
{
    TrainingSpec spec;
    spec.horizon = 7;
    return spec;
}

/// All that a report says, without how long it took.
QString described(const BacktestReport &report)
{
    QStringList lines{QStringLiteral("%1 left out, %2").arg(report.skippedSeries).arg(report.baseline), report.sentence};
    const auto text = [](const Metrics &metrics) { return QString::fromUtf8(QJsonDocument(metrics.toJson()).toJson()); };
    for (const BacktestScore &score : report.scores)
        lines << QStringLiteral("%1 %2 %3 %4 ").arg(score.series, score.model).arg(score.fold).arg(score.h) + text(score.metrics);
    for (auto model = report.byModel.cbegin(); model != report.byModel.cend(); ++model)
        lines << model.key() + text(*model);
    for (const auto &[name, groups] : namedTables(report.tables))
        for (const BacktestGroup &group : groups)
            lines << QStringLiteral("%1 %2 %3 %4").arg(name, group.name, group.model, text(group.metrics));
    return lines.join(QLatin1Char('\n'));
}

/// A companion that starts anew each time: what one test computed is not there for the next.
Result<BacktestReport> tested(const QList<Series> &series, const QStringList &models, const BacktestOptions &options)
{
    JobContext job;
    const Companions companions(series, weekAhead());
    return backtest(series, weekAhead(), models, options, job, {}, &companions);
}

} // namespace

/// "auto" and "pooled" through backtests, with the series beside.
class TestAutoBacktest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void workersDoNotChangeTheNumbers_data()
    {
        QTest::addColumn<int>("refit");
        QTest::newRow("fitted in each fold") << int(Refit::Every);
        QTest::newRow("fitted once") << int(Refit::Once);
    }
    void workersDoNotChangeTheNumbers()
    {
        QFETCH(int, refit);
        const QList<Series> series = shops(6, 120);
        BacktestOptions options;
        options.folds = 3;
        options.refit = Refit(refit);
        QString one;
        for (const int workers : {1, 2, 4}) {
            options.workers = workers;
            const auto report = tested(series, {automatic, pooled}, options);
            VERIFY_RESULT(report);
            QCOMPARE(report->skippedSeries, 0);
            if (one.isEmpty())
                one = described(*report);
            QCOMPARE(described(*report), one);
        }
    }
    // Companions tell the pooled regression something: without them its numbers are others.
    void companionsAreHeard()
    {
        const QList<Series> series = shops(6, 100);
        BacktestOptions options;
        options.folds = 2;
        JobContext job;
        const auto alone = backtest(series, weekAhead(), {pooled}, options, job);
        const auto together = tested(series, {pooled}, options);
        VERIFY_RESULT(alone);
        VERIFY_RESULT(together);
        QVERIFY2(together->byModel[pooled].mae < alone->byModel[pooled].mae,
                 qPrintable(QStringLiteral("%1 and %2").arg(together->byModel[pooled].mae).arg(alone->byModel[pooled].mae)));
    }
    // Of every model. What the last fold judges is changed in all series: the folds before score the same to the bit, and the forecasts of the last
    // one, which are actual less error, are the same.
    void foldsKnowNothingOfWhatFollows()
    {
        const QList<Series> series = shops(5, 110);
        QList<Series> other = series;
        for (Series &one : other)
            for (size_t t = one.values.size() - 7; t < one.values.size(); ++t)
                one.values[t] = 3 + 40 * double(t % 2);
        BacktestOptions options;
        options.folds = 3;
        QStringList models;
        for (const ModelInfo &info : ModelRegistry::classical().models())
            models << info.name;
        const auto before = tested(series, models, options), after = tested(other, models, options);
        VERIFY_RESULT(before);
        VERIFY_RESULT(after);
        QCOMPARE(before->scores.size(), after->scores.size());
        int compared = 0;
        for (qsizetype i = 0; i < before->scores.size(); ++i) {
            const BacktestScore &a = before->scores[i], &b = after->scores[i];
            if (a.fold < options.folds) {
                QCOMPARE(a.metrics.toJson(), b.metrics.toJson());
                continue;
            }
            const auto index = std::find_if(series.begin(), series.end(), [&](const Series &one) { return one.key == a.series; }) - series.begin();
            const auto place = size_t(series[index].size() - 7 + a.h - 1);
            const double was = series[index].values[place], is = other[index].values[place];
            if (a.h == 0 || was == 0) // nothing is a share of a closed day
                continue;
            QVERIFY(std::abs((was - a.metrics.bias * was) - (is - b.metrics.bias * is)) < 1e-9);
            ++compared;
        }
        QCOMPARE(compared, int(models.size()) * 5 * 6); // six open days in each of five series
    }
    // Nothing can be known of a walk but its last value: auto is at most 5 % further off, and nobody is told that it is closer.
    void walksAreNotClaimed()
    {
        QList<Series> walks;
        for (unsigned seed = 1; seed <= 200; ++seed) {
            walks << seriesOf(walk(seed, 118), Step::None);
            walks.back().key = walks.back().name = QString::number(seed);
        }
        BacktestOptions options;
        options.folds = 4;
        JobContext job;
        const auto report = backtest(walks, weekAhead(), {automatic}, options, job);
        VERIFY_RESULT(report);
        QCOMPARE(report->baseline, QStringLiteral("naive"));
        const double ratio = report->byModel[automatic].mae / report->byModel[report->baseline].mae;
        QVERIFY2(ratio <= 1.05, qPrintable(QString::number(ratio)));
        QVERIFY2(!report->sentence.contains(QStringLiteral("closer")), qPrintable(report->sentence));
    }
    void aWeekIsClaimed()
    {
        BacktestOptions options;
        options.folds = 4;
        const auto report = tested(shops(8, 130), {automatic}, options);
        VERIFY_RESULT(report);
        QVERIFY2(report->sentence.contains(QStringLiteral("closer than repeating last week")), qPrintable(report->sentence));
    }
};

FORETRAIL_TEST_MAIN(TestAutoBacktest, QCoreApplication)
#include "tst_auto_backtest.moc"
