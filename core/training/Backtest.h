#pragma once

#include "core/evaluation/LossComparison.h"
#include "core/evaluation/Metrics.h"
#include "core/preparation/Surroundings.h"
#include "core/training/BacktestTables.h"
#include "core/training/TrainingSpec.h"

#include <QHash>
#include <QMap>

#include <functional>

namespace foretrail {

class Companions;

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
    QMap<QString, double> medianMase; ///< of the means of each series, by model
    QMap<QString, double> owa;      ///< by model; empty where Naive 2 was not among them
    QString baseline;
    QMap<QString, LossComparison> comparisons; ///< of each other model with the baseline, over series and folds
    BacktestTables tables;
    Step step = Step::None; ///< between the observations that were judged
    int season = 1;         ///< steps, that the baseline repeats
    QString sentence; ///< of the first model
    int skippedSeries = 0; ///< too short for the folds
    int threads = 1;       ///< that computed
    double seconds = 0;
};

/// How a model did beside the baseline, in words; see comparisonSentence().
QString backtestSentence(const BacktestReport &report, const QString &model);

/// Which observations before an origin a fold knows.
enum class BacktestWindow { Expanding, Sliding };
/// Whether models and recipes learn in each fold, or before the first origin alone and then only follow the data.
enum class Refit { Every, Once };

Result<BacktestWindow> backtestWindowFromName(const QString &name); ///< "expanding", "sliding"
Result<Refit> refitFromName(const QString &name); ///< "every", "once"

/// By the name of an attribute, its value by the key of a series.
using SeriesGroupings = QMap<QString, QHash<QString, QString>>;

/// How series are tested.
struct BacktestOptions {
    int folds = 4;  ///< origins
    int stride = 0; ///< steps of the aligned axis between origins; 0: the horizon. Shorter ones make forecasts overlap
    BacktestWindow window = BacktestWindow::Expanding;
    int windowLength = 0; ///< steps that a sliding window holds; 0: as many as lie before the first origin
    Refit refit = Refit::Every;
    bool isAdaptive = false; ///< bands are asked for at the level that the folds before earned, by step ahead (AdaptiveBands)
    bool owa = false; ///< Naive 2 joins the models, so that there is an OWA
    SeriesGroupings groupings; ///< of series whose errors are told together; series without a group count in none
    int workers = 0; ///< threads, each with a series of its own; 0: one for each core. Networks are trained on one alone

    int strideFor(int horizon) const { return stride > 0 ? stride : horizon; }
    /// So many neighbouring origins have forecasts that overlap; 1 where none do.
    int overlapFor(int horizon) const { return (horizon + strideFor(horizon) - 1) / strideFor(horizon); }
    /// InvalidInput names the first setting that is out of range or does not go with the others.
    Result<void> validate() const;
    bool operator==(const BacktestOptions &) const = default;
};

/// What a series needs beside itself, asked for once before the series is tested, always on the calling thread.
using SurroundingsSource = std::function<Result<Surroundings>(const QString &seriesKey)>;

/// Rolling origin: `folds` origins, the last one `horizon` steps before the end. With Refit::Every the recipe runs and the models
/// are fitted anew in each fold on what its window holds before the origin; with Refit::Once on that of the first fold, whose
/// beginning a sliding window then keeps. The baseline is always among the models. Series that are too short are counted, not
/// fatal, unless all are. The numbers do not depend on how many workers compute them.
/// `companions` are the series beside, for models that learn from all.
Result<BacktestReport> backtest(const QList<Series> &series, const TrainingSpec &spec, const QStringList &models,
                                const BacktestOptions &options, JobContext &job, const SurroundingsSource &surroundings = {},
                                const Companions *companions = nullptr);
/// The same with the usual options.
Result<BacktestReport> backtest(const QList<Series> &series, const TrainingSpec &spec, const QStringList &models,
                                int folds, JobContext &job, const SurroundingsSource &surroundings = {});

} // namespace foretrail
