#include "core/training/Backtest.h"

#include "core/evaluation/MetricsPool.h"
#include "core/jobs/ParallelInOrder.h"
#include "core/models/Intervals.h"
#include "core/training/Experiment.h"
#include "core/training/FittedModel.h"
#include "core/training/ForecastScore.h"
#include "core/training/Sentence.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <cmath>
#include <map>

namespace foretrail {

namespace {

struct BacktestText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::Backtest)
};

struct Fold {
    int number = 1;
    std::vector<double> history; ///< what came before the origin, cleaned, in the unit of the data
    std::vector<double> actual;  ///< before any cleaning; NaN where missing
    int season = 1;
    TimeAxis axis;
    qint64 origin = 0; ///< place of the first actual on the axis
};

/// The folds of one series. A recipe learns from less where a model keeps a part to validate on, so there are two kinds of
/// preparation of a fold, each made when it is first asked for.
class Folds {
public:
    Folds(const PreparationTask &task, int count) : m_task(task), m_count(count) {}

    Result<void> begin()
    {
        Result<Series> aligned = m_task.aligned();
        if (!aligned)
            return fail(aligned.error());
        m_aligned = std::move(*aligned);
        m_prepared.resize(size_t(2 * m_count));
        if (origin(0) < 2)
            return fail(ErrorCode::TooShort, {});
        return {};
    }

    /// Fold `index` from 0, oldest first, as `model` needs it.
    Result<const PreparedSeries *> prepared(int index, const ModelSpec &model)
    {
        const WallMs boundary = m_task.boundaryFor(m_aligned.axis, origin(index), model);
        const WallMs end = m_aligned.timeAt(origin(index));
        std::optional<PreparedSeries> &place = m_prepared[size_t(2 * index + (boundary == end ? 0 : 1))];
        if (!place) {
            Result<PreparedSeries> made = m_task.prepared(boundary, end, m_task.spec.horizon);
            if (!made)
                return fail(made.error());
            if (made->series().axis.closed != m_aligned.axis.closed)
                return fail(ErrorCode::Degenerate, BacktestText::tr("The folds reach into the first half of the series, where other weekdays have no trade. "
                                                                    "Ask for fewer folds, or choose the days in the step \"Trading days\"."));
            place = std::move(*made);
        }
        return &*place;
    }

    Fold fold(int index, const PreparedSeries &prepared) const
    {
        const Values actual = Values(m_aligned.values).subspan(size_t(origin(index)), size_t(m_task.spec.horizon));
        return {index + 1, prepared.history().values, {actual.begin(), actual.end()}, prepared.frame().season, m_aligned.axis, origin(index)};
    }

private:
    qint64 origin(int index) const { return m_aligned.size() - qint64(m_count - index) * m_task.spec.horizon; }

    const PreparationTask m_task;
    const int m_count;
    Series m_aligned;
    std::vector<std::optional<PreparedSeries>> m_prepared;
};

Result<Forecast> forecastFold(const PreparedSeries &fold, const PreparationTask &task, const QString &modelName, bool isBaseline)
{
    ModelSpec model = task.spec.model;
    model.model = modelName;
    if (isBaseline)
        return forecastUntransformed(model, fold, task.spec.horizon, task.spec.levels, task.job);
    const auto forecaster = fittedModel(model, fold, fold.fitOptions(), task.job);
    if (!forecaster)
        return fail(forecaster.error());
    return (*forecaster)->forecast(fold.series(), task.spec.horizon, task.spec.levels).map([&fold](Forecast forecast) {
        return fold.ledBack(std::move(forecast));
    });
}

struct Scored {
    BacktestScore score;
    std::vector<double> actual; ///< that the metrics were computed from
};

/// The whole horizon first, then each step.
void addScores(QList<Scored> &scored, const QString &series, const QString &model, const Fold &fold, const Forecast &forecast)
{
    const ErrorScales scales = errorScales(fold.history, fold.season);
    scored.append({{series, model, fold.number, 0, scoreOf(forecast, fold.actual, scales), fold.axis.timeAt(fold.origin)}, fold.actual});
    for (size_t i = 0; i < fold.actual.size(); ++i) {
        const double actual = fold.actual[i];
        const Metrics metrics = scoreOf(forecast, Values(&actual, 1), scales, i);
        scored.append({{series, model, fold.number, int(i + 1), metrics, fold.axis.timeAt(fold.origin + qint64(i))}, {actual}});
    }
}

/// What the baseline did at the same steps is behind the models, or one of them.
void addSkill(QList<Scored> &scored, const QString &baseline)
{
    std::map<std::pair<int, int>, Metrics> steps;
    for (const Scored &one : scored)
        if (one.score.model == baseline)
            steps[{one.score.fold, one.score.h}] = one.score.metrics;
    for (Scored &one : scored)
        one.score.metrics.skill = skillOf(one.score.metrics, steps[{one.score.fold, one.score.h}]);
}

/// What became of one series: all models in all folds, or why it was left out.
struct Tested {
    QList<Scored> scored;
    std::optional<Error> whySkipped;
};

/// Tests one series at a time; any number of threads may ask.
class SeriesTest {
public:
    SeriesTest(const TrainingSpec &spec, const QStringList &models, const QString &baseline, int folds, JobContext &job)
        : m_spec(spec), m_models(models), m_baseline(baseline), m_folds(folds), m_job(job) {}

    Result<Tested> run(const Series &series, const Surroundings &surroundings) const
    {
        const PreparationTask task{series, m_spec, surroundings, m_job};
        Folds folds(task, m_folds);
        Tested tested;
        Result<void> done = folds.begin();
        for (int i = 0; done && i < m_models.size(); ++i)
            for (int k = 0; done && k < m_folds; ++k)
                done = score(task, folds, m_models[i], k, tested.scored);
        if (!done && concernsOneSeries(done.error()))
            return Tested{{}, done.error().within(series.key)};
        if (!done)
            return fail(done.error().isCancelled() ? done.error() : done.error().within(series.key));
        addSkill(tested.scored, m_baseline);
        return tested;
    }

private:
    Result<void> score(const PreparationTask &task, Folds &folds, const QString &name, int index, QList<Scored> &scored) const
    {
        if (m_job.stopRequested())
            return fail(Error::cancelled());
        ModelSpec model = m_spec.model;
        model.model = name;
        const Result<const PreparedSeries *> prepared = folds.prepared(index, model);
        if (!prepared)
            return fail(prepared.error());
        Result<Forecast> forecast = forecastFold(**prepared, task, name, name == m_baseline);
        if (!forecast)
            return fail(forecast.error());
        addScores(scored, task.series.key, name, folds.fold(index, **prepared), *forecast);
        return {};
    }

    const TrainingSpec &m_spec;
    const QStringList m_models;
    const QString m_baseline;
    const int m_folds;
    JobContext &m_job;
};

/// Gathers scores over series.
class Gathering {
public:
    explicit Gathering(int folds) : m_folds(folds) {}

    void add(const Tested &tested)
    {
        m_series += tested.whySkipped ? 0 : 1;
        for (const Scored &one : tested.scored)
            keep(one);
        if (tested.whySkipped) {
            ++skipped;
            whySkipped = *tested.whySkipped;
        }
    }
    void fill(BacktestReport &report, quint64 seed)
    {
        report.skippedSeries = skipped;
        report.scores = std::move(m_scores);
        for (const auto &[model, sums] : m_models)
            report.byModel.insert(model, sums.pool.pooled());
        for (Metrics &metrics : report.byModel)
            metrics.skill = skillOf(metrics, report.byModel.value(report.baseline));
        fillOwa(report);
        for (const auto &[model, sums] : m_models)
            if (model != report.baseline)
                report.comparisons.insert(model, compareLosses(differences(sums, m_models.at(report.baseline)), 1, seed));
    }

    int skipped = 0;
    Error whySkipped; ///< of the last series that was left out

private:
    struct Sums {
        MetricsPool pool;
        double smape = 0, mase = 0; ///< sums over forecasts
        std::vector<std::vector<Metrics>> wholes; ///< by series and fold
    };

    void keep(const Scored &one)
    {
        m_scores.append(one.score);
        if (one.score.h > 0)
            return;
        const Metrics &whole = one.score.metrics;
        Sums &sums = m_models[one.score.model];
        sums.pool.add(whole, one.actual);
        sums.wholes.resize(size_t(m_series), std::vector<Metrics>(size_t(m_folds)));
        sums.wholes.back()[size_t(one.score.fold - 1)] = whole;
        if (!std::isnan(whole.mase)) { // without a scale it counts for no model, Naive 2 included
            sums.smape += whole.smape;
            sums.mase += whole.mase;
        }
    }
    void fillOwa(BacktestReport &report) const
    {
        const auto naive2 = m_models.find(QStringLiteral("naive2"));
        if (naive2 == m_models.end())
            return;
        for (const auto &[model, sums] : m_models) {
            const bool hasScale = naive2->second.smape > 0 && naive2->second.mase > 0;
            report.owa.insert(model, hasScale ? (sums.smape / naive2->second.smape + sums.mase / naive2->second.mase) / 2 : missing);
        }
    }

    /// Of MASE, which is of one scale for all series; of MAE where a single one has no such scale.
    std::vector<std::vector<double>> differences(const Sums &model, const Sums &baseline) const
    {
        const bool hasScale = !std::isnan(model.pool.pooled().mase) || m_series > 1;
        const auto loss = hasScale ? &Metrics::mase : &Metrics::mae;
        std::vector<std::vector<double>> differences(model.wholes.size());
        for (size_t i = 0; i < model.wholes.size(); ++i)
            for (size_t k = 0; k < model.wholes[i].size(); ++k)
                differences[i].push_back(model.wholes[i][k].*loss - baseline.wholes[i][k].*loss);
        return differences;
    }

    const int m_folds;
    int m_series = 0;
    QList<BacktestScore> m_scores;
    std::map<QString, Sums> m_models;
};

Result<void> check(const QList<Series> &series, const TrainingSpec &spec, const QStringList &models, int folds)
{
    if (const Result<void> valid = spec.validate(); !valid)
        return valid;
    if (folds < 1 || folds > 10'000)
        return fail(ErrorCode::InvalidInput, BacktestText::tr("The number of folds must be from 1 to 10000."));
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

} // namespace

Result<BacktestReport> backtest(const QList<Series> &series, const TrainingSpec &spec, const QStringList &models,
                                const BacktestOptions &options, JobContext &job, const SurroundingsSource &surroundings)
{
    const int folds = options.folds;
    if (const Result<void> fine = check(series, spec, models, folds); !fine)
        return fail(fine.error());
    QElapsedTimer timer;
    timer.start();
    BacktestReport report;
    const TimeAxis axis = alignedAxis(spec, series.front(), job);
    report.step = axis.step;
    const int season = spec.model.season > 0 ? spec.model.season : usualSeason(axis);
    report.baseline = season > 1 ? QStringLiteral("snaive") : QStringLiteral("naive");
    QStringList all = models;
    for (const QString &beside : {report.baseline, options.owa ? QStringLiteral("naive2") : report.baseline})
        if (!all.contains(beside))
            all.append(beside);
    report.threads = workersFor(all, options.workers, series.size());
    const SeriesTest test(spec, all, report.baseline, folds, job);
    Gathering gathering(folds);
    const Result<void> done = parallelInOrder(series.size(), report.threads, job, [&](qint64 i) -> Result<OrderedWork> {
        const Result<Surroundings> beside = surroundings ? surroundings(series[i].key) : Surroundings();
        if (!beside)
            return fail(beside.error());
        return [&, i, beside = *beside]() -> Result<OrderedKeep> {
            Result<Tested> tested = test.run(series[i], beside);
            if (!tested)
                return fail(tested.error());
            return [&, i, tested = std::move(*tested)]() -> Result<void> {
                gathering.add(tested);
                job.report(i + 1, series.size(), series[i].name);
                return {};
            };
        };
    });
    if (!done)
        return fail(done.error());
    if (gathering.skipped == series.size() && gathering.whySkipped.code != ErrorCode::TooShort)
        return fail(gathering.whySkipped);
    if (gathering.skipped == series.size())
        return fail(ErrorCode::TooShort, BacktestText::tr("%1 folds of %2 steps need longer series. Choose fewer folds or a shorter horizon.")
                                             .arg(folds).arg(spec.horizon));
    gathering.fill(report, spec.model.seed);
    const QString first = models.isEmpty() ? report.baseline : models.front();
    const auto compared = report.comparisons.constFind(first);
    report.sentence = comparisonSentence(report.byModel.value(first), report.byModel.value(report.baseline), report.baseline, axis.step, season,
                                         compared == report.comparisons.cend() ? std::nullopt : std::optional(*compared));
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
