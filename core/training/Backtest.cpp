#include "core/training/Backtest.h"

#include "core/evaluation/MetricsPool.h"
#include "core/models/Intervals.h"
#include "core/training/Experiment.h"
#include "core/training/Sentence.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <map>

namespace foretrail {

namespace {

struct BacktestText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::Backtest)
};

struct Fold {
    int number = 1;
    Series training;
    std::vector<double> actual;
    int season = 1;
};

/// Oldest first; empty when the series is too short for all of them.
std::vector<Fold> foldsOf(const Series &series, const TrainingSpec &spec, int folds)
{
    std::vector<Fold> made;
    const qint64 first = series.size() - qint64(folds) * spec.horizon;
    const int season = seasonOf(spec.model, series);
    if (first < 2)
        return {};
    for (int k = 0; k < folds; ++k) {
        const qint64 origin = first + qint64(k) * spec.horizon;
        const Result<CleanedSeries> cleaned = clean(series.part(0, origin), spec.cleaning, origin, season);
        if (!cleaned)
            return {};
        const Values actual = Values(series.values).subspan(size_t(origin), size_t(spec.horizon));
        made.push_back({k + 1, cleaned->series, {actual.begin(), actual.end()}, season});
    }
    return made;
}

Metrics metricsOf(const Forecast &forecast, const Fold &fold, size_t from, size_t count)
{
    const Values actual = Values(fold.actual).subspan(from, count);
    Metrics metrics = pointMetrics(actual, Values(forecast.mean).subspan(from, count), fold.training.values, fold.season);
    if (const Band *band = forecast.band(80))
        metrics.coverage80 = coverage(actual, Values(band->low).subspan(from, count), Values(band->high).subspan(from, count));
    if (const Band *band = forecast.band(95))
        metrics.coverage95 = coverage(actual, Values(band->low).subspan(from, count), Values(band->high).subspan(from, count));
    return metrics;
}

Result<Forecast> forecastFold(const Fold &fold, const TrainingSpec &spec, const QString &modelName, JobContext &job)
{
    ModelSpec model = spec.model;
    model.model = modelName;
    auto forecaster = modelRegistry().create(model);
    if (!forecaster)
        return fail(forecaster.error());
    FitOptions options;
    const qint64 length = fold.training.size();
    options.validation = int(std::min(spec.split.validation >= 0 ? qint64(spec.split.validation)
                                                                 : std::max<qint64>(length / 10, spec.horizon), length / 3));
    if (Result<void> fit = (*forecaster)->fit(fold.training, options, job); !fit)
        return fail(fit.error());
    return (*forecaster)->forecast(fold.training, spec.horizon, spec.levels);
}

/// Gathers scores over series; pools are kept by model.
class Backtester {
public:
    Backtester(const TrainingSpec &spec, const QStringList &models, int folds, JobContext &job)
        : m_spec(spec), m_models(models), m_folds(folds), m_job(job) {}

    /// False in the value: too short. All models of a series, or none of it.
    Result<bool> add(const Series &series)
    {
        const std::vector<Fold> folds = foldsOf(series, m_spec, m_folds);
        if (folds.empty())
            return false;
        QList<Scored> scored;
        for (const QString &model : m_models) {
            for (const Fold &fold : folds) {
                if (m_job.stopRequested())
                    return fail(Error::cancelled());
                Result<Forecast> forecast = forecastFold(fold, m_spec, model, m_job);
                if (!forecast && forecast.error().code == ErrorCode::TooShort)
                    return false;
                if (!forecast)
                    return fail(forecast.error().within(series.key));
                scored.append({model, &fold, std::move(*forecast)});
            }
        }
        for (const Scored &one : scored)
            keep(series, one);
        return true;
    }

    QList<BacktestScore> scores;
    std::map<QString, MetricsPool> pools;

private:
    struct Scored {
        QString model;
        const Fold *fold;
        Forecast forecast;
    };

    void keep(const Series &series, const Scored &one)
    {
        const size_t horizon = one.fold->actual.size();
        const Metrics whole = metricsOf(one.forecast, *one.fold, 0, horizon);
        scores.append({series.key, one.model, one.fold->number, 0, whole});
        for (size_t h = 1; h <= horizon; ++h)
            scores.append({series.key, one.model, one.fold->number, int(h), metricsOf(one.forecast, *one.fold, h - 1, 1)});
        pools[one.model].add(whole, one.fold->actual);
    }

    const TrainingSpec &m_spec;
    const QStringList m_models;
    const int m_folds;
    JobContext &m_job;
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

} // namespace

Result<BacktestReport> backtest(const QList<Series> &series, const TrainingSpec &spec, const QStringList &models,
                                int folds, JobContext &job)
{
    if (const Result<void> fine = check(series, spec, models, folds); !fine)
        return fail(fine.error());
    QElapsedTimer timer;
    timer.start();
    BacktestReport report;
    const int season = seasonOf(spec.model, series.front());
    report.baseline = season > 1 ? QStringLiteral("snaive") : QStringLiteral("naive");
    QStringList all = models;
    if (!all.contains(report.baseline))
        all.append(report.baseline);
    Backtester tester(spec, all, folds, job);
    for (int i = 0; i < series.size(); ++i) {
        const Result<bool> added = tester.add(series[i]);
        if (!added)
            return fail(added.error());
        report.skippedSeries += *added ? 0 : 1;
        job.report(i + 1, series.size(), series[i].name);
    }
    if (report.skippedSeries == series.size())
        return fail(ErrorCode::TooShort, BacktestText::tr("%1 folds of %2 steps need longer series. Choose fewer folds or a shorter horizon.")
                                             .arg(folds).arg(spec.horizon));
    report.scores = tester.scores;
    for (const auto &[model, pool] : tester.pools)
        report.byModel.insert(model, pool.pooled());
    const QString first = models.isEmpty() ? report.baseline : models.front();
    report.sentence = comparisonSentence(report.byModel.value(first), report.byModel.value(report.baseline),
                                         report.baseline, series.front().axis.step, season);
    report.seconds = double(timer.nsecsElapsed()) * 1e-9;
    return report;
}

} // namespace foretrail
