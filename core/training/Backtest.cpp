#include "core/training/Backtest.h"

#include "core/training/Baseline.h"
#include "core/jobs/ParallelInOrder.h"
#include "core/models/Intervals.h"
#include "core/training/BacktestSums.h"
#include "core/training/Models.h"
#include "core/training/Sentence.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace foretrail {

namespace {

struct BacktestText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::Backtest)
};

constexpr int mostSteps = 1'000'000; // of a stride or a window

Result<void> check(const QList<Series> &series, const TrainingSpec &spec, const QStringList &models, const BacktestOptions &options)
{
    if (const Result<void> valid = spec.validate(); !valid)
        return valid;
    if (const Result<void> valid = options.validate(); !valid)
        return valid;
    if (series.isEmpty())
        return fail(ErrorCode::NotFound, BacktestText::tr("There is no series to test on. Import data first."));
    for (const QString &name : models) {
        ModelSpec model = spec.model;
        model.model = name;
        if (auto made = modelRegistry().create(model); !made)
            return fail(made.error());
    }
    return {};
}

/// On the axis that the recipe makes: weeks where it makes days into weeks.
TimeAxis alignedAxis(const TrainingSpec &spec, const Series &series, JobContext &job)
{
    const Surroundings none;
    const Result<Series> aligned = PreparationTask{series, spec, none, job}.aligned();
    return aligned ? aligned->axis : series.axis;
}

/// What was asked for, each once, with what it is compared with behind.
QStringList modelsBeside(const QStringList &asked, const QString &baseline, bool owa)
{
    QStringList models = asked + QStringList{baseline};
    if (owa)
        models << QStringLiteral("naive2");
    models.removeDuplicates();
    return models;
}

Result<void> allSkipped(const BacktestSums &sums, const BacktestOptions &options, int horizon)
{
    if (sums.whySkipped().code != ErrorCode::TooShort)
        return fail(sums.whySkipped());
    const int folds = options.folds;
    if (options.windowLength > 0)
        return fail(ErrorCode::TooShort, BacktestText::tr("%1 folds of %2 steps and a window of %3 need longer series, or the window holds too little for a model. Choose fewer folds or another length of the window.")
                                             .arg(folds).arg(horizon).arg(options.windowLength));
    if (options.stride > horizon)
        return fail(ErrorCode::TooShort, BacktestText::tr("%1 folds that lie %2 steps apart need longer series. Choose fewer folds or a shorter stride.").arg(folds).arg(options.stride));
    return fail(ErrorCode::TooShort, BacktestText::tr("%1 folds of %2 steps need longer series. Choose fewer folds or a shorter horizon.").arg(folds).arg(horizon));
}

} // namespace

QString backtestSentence(const BacktestReport &report, const QString &model)
{
    const auto compared = report.comparisons.constFind(model);
    return comparisonSentence(report.byModel.value(model), report.byModel.value(report.baseline), report.baseline, report.step, report.season,
                              compared == report.comparisons.cend() ? std::nullopt : std::optional(*compared));
}

Result<BacktestWindow> backtestWindowFromName(const QString &name)
{
    if (name == QLatin1String("expanding"))
        return BacktestWindow::Expanding;
    if (name == QLatin1String("sliding"))
        return BacktestWindow::Sliding;
    return fail(ErrorCode::InvalidInput, BacktestText::tr("%1 is no window of a backtest. There are expanding and sliding.").arg(name));
}

Result<Refit> refitFromName(const QString &name)
{
    if (name == QLatin1String("every"))
        return Refit::Every;
    if (name == QLatin1String("once"))
        return Refit::Once;
    return fail(ErrorCode::InvalidInput, BacktestText::tr("%1 does not say when models are fitted. There are every and once.").arg(name));
}

Result<void> BacktestOptions::validate() const
{
    if (folds < 1 || folds > 10'000)
        return fail(ErrorCode::InvalidInput, BacktestText::tr("The number of folds must be from 1 to 10000."));
    if (stride < 0 || stride > mostSteps)
        return fail(ErrorCode::InvalidInput, BacktestText::tr("The stride must be from 1 to %1 steps, or 0 for the horizon.").arg(mostSteps));
    if (windowLength != 0 && window == BacktestWindow::Expanding)
        return fail(ErrorCode::InvalidInput, BacktestText::tr("An expanding window has no length. Choose a sliding one."));
    if (windowLength < 0 || windowLength == 1 || windowLength > mostSteps)
        return fail(ErrorCode::InvalidInput, BacktestText::tr("The length of a window must be from 2 to %1 steps.").arg(mostSteps));
    return {};
}

Result<BacktestReport> backtest(const QList<Series> &series, const TrainingSpec &spec, const QStringList &models,
                                const BacktestOptions &options, JobContext &job, const SurroundingsSource &surroundings,
                                const Companions *companions)
{
    if (const Result<void> fine = check(series, spec, models, options); !fine)
        return fail(fine.error());
    QElapsedTimer timer;
    timer.start();
    BacktestReport report;
    const TimeAxis axis = alignedAxis(spec, series.front(), job);
    report.step = axis.step;
    report.season = spec.model.season > 0 ? spec.model.season : usualSeason(axis);
    report.baseline = baselineFor(series, spec, options, report.season, job);
    const QStringList all = modelsBeside(models, report.baseline, options.owa);
    report.threads = workersFor(all, options.workers, series.size());
    SeriesTest test(spec, all, report.baseline, options, companions, job);
    if (series.size() == 1)
        test.tellForecasts();
    BacktestSums sums(all, report.baseline, options);
    const Result<void> done = parallelInOrder(series.size(), report.threads, job, [&](qint64 i) -> Result<OrderedWork> {
        const Result<Surroundings> beside = surroundings ? surroundings(series[i].key) : Surroundings();
        if (!beside)
            return fail(beside.error());
        return [&, i, beside = *beside]() -> Result<OrderedKeep> {
            Result<TestedSeries> tested = test.run(series[i], beside);
            if (!tested)
                return fail(tested.error());
            return [&, i, tested = std::move(*tested)]() -> Result<void> {
                sums.add(tested);
                job.report(i + 1, series.size(), series[i].name);
                return {};
            };
        };
    });
    if (!done)
        return fail(done.error());
    if (sums.skipped() == series.size())
        return fail(allSkipped(sums, options, spec.horizon).error());
    sums.fill(report, spec);
    report.sentence = backtestSentence(report, all.front());
    report.seconds = double(timer.nsecsElapsed()) * 1e-9;
    return report;
}

Result<BacktestReport> backtest(const QList<Series> &series, const TrainingSpec &spec, const QStringList &models,
                                int folds, JobContext &job, const SurroundingsSource &surroundings)
{
    BacktestOptions options;
    options.folds = folds;
    return backtest(series, spec, models, options, job, surroundings);
}

} // namespace foretrail
