#include "core/training/SeriesTest.h"

#include "core/training/AdaptiveBands.h"
#include "core/training/Companions.h"
#include "core/training/FittedModel.h"
#include "core/training/ForecastScore.h"

#include <map>

namespace foretrail {
namespace {

/// The whole horizon first, then each step.
void addScores(QList<ScoredForecast> &scored, const QString &series, const QString &model, const Fold &fold, const Forecast &forecast)
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
void addSkill(QList<ScoredForecast> &scored, const QString &baseline)
{
    std::map<std::pair<int, int>, Metrics> steps;
    for (const ScoredForecast &one : scored)
        if (one.score.model == baseline)
            steps[{one.score.fold, one.score.h}] = one.score.metrics;
    for (ScoredForecast &one : scored)
        one.score.metrics.skill = skillOf(one.score.metrics, steps[{one.score.fold, one.score.h}]);
}

} // namespace

Result<TestedSeries> SeriesTest::run(const Series &series, const Surroundings &surroundings) const
{
    const PreparationTask task{series, m_spec, surroundings, m_job};
    Folds folds(task, m_options);
    TestedSeries tested;
    Result<void> done = folds.begin();
    for (int i = 0; done && i < m_models.size(); ++i) {
        ModelSpec model = m_spec.model;
        model.model = m_models[i];
        done = testModel(task, folds, model, tested.scored);
    }
    if (!done && concernsOneSeries(done.error()))
        return TestedSeries{{}, done.error().within(series.key)};
    if (!done)
        return fail(done.error().isCancelled() ? done.error() : done.error().within(series.key));
    addSkill(tested.scored, m_baseline);
    return tested;
}

Result<void> SeriesTest::testModel(const PreparationTask &task, Folds &folds, const ModelSpec &model, QList<ScoredForecast> &scored) const
{
    std::unique_ptr<Forecaster> fitted;
    AdaptiveBands adaptive(m_spec.levels, m_spec.horizon, m_options.strideFor(m_spec.horizon));
    for (int k = 0; k < m_options.folds; ++k) {
        if (m_job.stopRequested())
            return fail(Error::cancelled());
        const Result<const PreparedSeries *> prepared = folds.prepared(k, model);
        if (!prepared)
            return fail(prepared.error());
        const QList<double> levels = m_options.isAdaptive ? adaptive.asked() : m_spec.levels;
        Result<Forecast> made = forecast(task, **prepared, folds.heldBack(k), model, levels, fitted);
        if (!made)
            return fail(made.error());
        const Fold fold = folds.fold(k, **prepared);
        if (m_options.isAdaptive) {
            made = adaptive.promised(std::move(*made));
            adaptive.tell(*made, fold.actual);
        }
        addScores(scored, task.series.key, model.model, fold, *made);
        if (m_tellsForecasts)
            m_job.report(m_models.indexOf(model.model) * m_options.folds + k + 1, m_models.size() * m_options.folds, model.model);
    }
    return {};
}

Result<Forecast> SeriesTest::forecast(const PreparationTask &task, const PreparedSeries &fold, qint64 heldBack, const ModelSpec &model,
                                      const QList<double> &levels, std::unique_ptr<Forecaster> &fitted) const
{
    if (model.model == m_baseline)
        return forecastUntransformed(model, fold, m_spec.horizon, levels, task.job);
    if (!fitted || m_options.refit == Refit::Every) {
        const Result<FitOptions> options = fittingOptions(fold, m_spec.horizon, heldBack, learnFromPanel({model.model}) ? m_companions : nullptr, task.job);
        if (!options)
            return fail(options.error());
        auto made = fittedModel(model, fold, *options, task.job);
        if (!made)
            return fail(made.error());
        fitted = std::move(*made);
    } else {
        fitted->setRegressors(fold.regressors());
    }
    return fitted->forecast(fold.series(), m_spec.horizon, levels).map([&fold](Forecast forecast) { return fold.ledBack(std::move(forecast)); });
}

} // namespace foretrail
