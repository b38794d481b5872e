#pragma once

#include "core/evaluation/MetricsPool.h"
#include "core/training/SeriesTest.h"

#include <map>

namespace foretrail {

/// Gathers the scores of a backtest, series after series, into what its report says of all of them.
class BacktestSums {
public:
    BacktestSums(const QStringList &models, const QString &baseline, const BacktestOptions &options);

    void add(const TestedSeries &tested);
    /// All of the report that follows from scores. `spec` says how far origins overlap, and the seed of the tests.
    void fill(BacktestReport &report, const TrainingSpec &spec);

    int skipped() const { return m_skipped; }
    const Error &whySkipped() const { return m_whySkipped; } ///< of the last series that was left out

private:
    /// By group, then by the place of the model.
    using Pools = std::map<std::pair<qint64, int>, MetricsPool>;
    /// Losses over the whole horizon, by series and fold.
    using Losses = std::vector<std::vector<Metrics>>;

    void keep(const ScoredForecast &one);
    void pool(const ScoredForecast &one, int model);
    /// Losses of a model less those of the baseline, by fold.
    std::vector<double> differences(size_t series, int model, double Metrics::*loss) const;
    LossComparison comparison(int model, const TrainingSpec &spec) const;
    double seriesP(qint64 series, int model, int overlap) const;
    std::map<std::pair<qint64, int>, Metrics> pooled(const Pools &pools) const;
    QList<BacktestGroup> table(const Pools &pools, const std::function<QString(qint64)> &name) const;
    QList<BacktestGroup> seriesTable(const TrainingSpec &spec) const;
    std::vector<qint64> worstFirst(const std::map<std::pair<qint64, int>, Metrics> &bySeries) const;
    void fillModels(BacktestReport &report, const TrainingSpec &spec) const;
    void fillOwa(BacktestReport &report) const;
    int baselineIndex() const { return int(m_models.indexOf(m_baseline)); }

    const QStringList m_models;
    const QString m_baseline;
    const BacktestOptions m_options;
    QStringList m_groups; ///< names of groups of series, in order
    QList<BacktestScore> m_scores;
    QStringList m_series; ///< keys of those that were tested
    std::map<int, Losses> m_wholes; ///< by the place of the model
    Pools m_byModel, m_byStep, m_byFold, m_bySeries, m_byWeekday, m_byGroup; ///< the first has one group
    int m_skipped = 0;
    Error m_whySkipped;
};

} // namespace foretrail
