#pragma once

#include "core/report/CsvWriter.h"
#include "core/training/AdjustedForecast.h"
#include "core/training/Backtest.h"
#include "core/training/Experiment.h"

namespace foretrail {

/// Which of an outcome's two forecasts a table holds.
enum class ForecastPart { Test, Future };

/// series,h,time,model,mean,lo80,hi80,lo95,hi95 (one pair a level of `levels`); the header first. time is empty for a
/// plain index; h counts from 1 after the origin.
QStringList forecastHeader(const QList<double> &levels);
QList<QStringList> forecastRows(const ForecastOutcome &outcome, ForecastPart part, const QString &model,
                                const QList<double> &levels);
/// Header and rows of one outcome's future, with the columns analyst, manager and adjusted where anything was corrected.
QList<QStringList> futureTable(const ForecastOutcome &outcome, const QString &model, const QList<double> &levels, const AdjustedForecast &adjusted);
/// All outcomes in one file ("-": standard output). With `adjustments`, one an outcome, there are the columns analyst, manager (what each
/// layer leaves) and adjusted behind the others.
Result<void> writeForecasts(const QList<ForecastOutcome> &outcomes, ForecastPart part, const QString &model,
                            const QList<double> &levels, const QString &path, const QList<AdjustedForecast> &adjustments = {});

/// series,model,fold,h, the names of metricFields(), time; h is `all` for the whole horizon, time that of the step (of the first
/// one for `all`), empty for a plain index.
Result<void> writeBacktest(const BacktestReport &report, const QString &path);
/// by,group,model, the names of metricFields(), count,p: the tables of a backtest, `by` is step, fold, series or weekday.
Result<void> writeBacktestTables(const BacktestTables &tables, const QString &path);
/// model, the names of metricFields(), count,MASE_median,better_share,p: each model over all that was tested, the baseline last.
Result<void> writeBacktestModels(const BacktestReport &report, const QString &path);

/// series,time,value; the observations that are missing are left out.
Result<void> writeSeries(const QList<Series> &series, const QString &path);

/// Metrics of several outcomes as if their points were one list, of the model and of the baseline beside it.
struct PooledMetrics {
    Metrics model;
    Metrics baseline;
};
PooledMetrics pooledMetrics(const QList<ForecastOutcome> &outcomes);
/// Of the model with its baseline over the series, by MASE.
LossComparison comparisonOf(const QList<ForecastOutcome> &outcomes, quint64 seed);

} // namespace foretrail
