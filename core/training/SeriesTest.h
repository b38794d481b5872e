#pragma once

#include "core/training/BacktestFolds.h"

#include <memory>

namespace foretrail {

class Companions;

struct ScoredForecast {
    BacktestScore score;
    std::vector<double> actual; ///< that the metrics were computed from
};

/// What became of one series: all models in all folds, or why it was left out.
struct TestedSeries {
    QList<ScoredForecast> scored;
    std::optional<Error> whySkipped;
};

/// Tests one series at a time; any number of threads may ask.
class SeriesTest {
public:
    SeriesTest(const TrainingSpec &spec, const QStringList &models, const QString &baseline, const BacktestOptions &options, const Companions *companions,
               JobContext &job)
        : m_spec(spec), m_models(models), m_baseline(baseline), m_options(options), m_companions(companions), m_job(job) {}

    /// Reports each forecast to the job: for a series that is tested alone.
    void tellForecasts() { m_tellsForecasts = true; }

    Result<TestedSeries> run(const Series &series, const Surroundings &surroundings) const;

private:
    Result<void> testModel(const PreparationTask &task, Folds &folds, const ModelSpec &model, QList<ScoredForecast> &scored) const;
    /// With bands at `levels`.
    Result<Forecast> forecast(const PreparationTask &task, const PreparedSeries &fold, qint64 heldBack, const ModelSpec &model,
                              const QList<double> &levels, std::unique_ptr<Forecaster> &fitted) const;

    const TrainingSpec &m_spec;
    const QStringList m_models;
    const QString m_baseline;
    const BacktestOptions m_options;
    const Companions *m_companions; ///< nullptr: none
    JobContext &m_job;
    bool m_tellsForecasts = false;
};

} // namespace foretrail
