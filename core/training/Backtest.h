#pragma once

#include "core/evaluation/LossComparison.h"
#include "core/evaluation/Metrics.h"
#include "core/preparation/Surroundings.h"
#include "core/training/TrainingSpec.h"

#include <functional>

namespace foretrail {

/// Errors of one model at one horizon step of one fold of one series; h 0 is the whole horizon.
struct BacktestScore {
    QString series;
    QString model;
    int fold = 0; ///< from 1, oldest first
    int h = 0;
    Metrics metrics;
    WallMs time = 0; ///< of the step; of the first where h is 0
};

struct BacktestReport {
    QList<BacktestScore> scores;
    QMap<QString, Metrics> byModel; ///< pooled over series, folds and steps
    QMap<QString, double> owa;      ///< by model; empty where Naive 2 was not among them
    QString baseline;
    QMap<QString, LossComparison> comparisons; ///< of each other model with the baseline, over series and folds
    Step step = Step::None; ///< between the observations that were judged
    QString sentence; ///< of the first model
    int skippedSeries = 0; ///< too short for the folds
    int threads = 1;       ///< that computed
    double seconds = 0;
};

/// How series are tested.
struct BacktestOptions {
    int folds = 4;   ///< origins
    bool owa = false; ///< Naive 2 joins the models, so that there is an OWA
    int workers = 0; ///< threads, each with a series of its own; 0: one for each core. Networks are trained on one alone
};

/// What a series needs beside itself, asked for once before the series is tested, always on the calling thread.
using SurroundingsSource = std::function<Result<Surroundings>(const QString &seriesKey)>;

/// Rolling origin, expanding window: `folds` origins, `horizon` steps of the aligned axis apart, the last one `horizon` before
/// the end. In each fold the recipe runs anew on what came before the origin. The baseline is always among the models. Series
/// that are too short are counted, not fatal, unless all are. The numbers do not depend on how many workers compute them.
Result<BacktestReport> backtest(const QList<Series> &series, const TrainingSpec &spec, const QStringList &models,
                                const BacktestOptions &options, JobContext &job, const SurroundingsSource &surroundings = {});
/// The same with the usual options.
Result<BacktestReport> backtest(const QList<Series> &series, const TrainingSpec &spec, const QStringList &models,
                                int folds, JobContext &job, const SurroundingsSource &surroundings = {});

} // namespace foretrail
