#pragma once

#include "core/training/Backtest.h"

namespace foretrail {

/// What the tables and charts of a backtest tell of a model.
enum class BacktestColumn { Wape, Skill, BetterShare, PValue, Mase, Mae, Rmse, Smape, Rmsse, Bias, Coverage80, Coverage95, Msis };
inline constexpr int backtestColumns = 13;

QString backtestColumnName(BacktestColumn column); ///< "WAPE"
QString backtestColumnTitle(BacktestColumn column, const QString &unit); ///< "WAPE, %", "MAE, EUR"
QString backtestColumnHelp(BacktestColumn column);  ///< one sentence

/// Of a group of forecasts; NaN for what only a comparison tells, and where it has no meaning.
double backtestValue(const Metrics &metrics, BacktestColumn column);
/// Of a model over all that was tested.
double backtestValue(const BacktestReport &report, const QString &model, BacktestColumn column);
/// The same as charts draw it: shares in percent.
double drawnBacktestValue(const Metrics &metrics, BacktestColumn column);
/// "12.3", "78.2 of 80"; a dash for NaN.
QString backtestText(double value, BacktestColumn column);

/// How far a value is from the best there could be; NaN where nothing is best.
double backtestDistance(double value, BacktestColumn column);
/// The errors that charts can show, the usual one first.
QList<BacktestColumn> drawnBacktestColumns();

} // namespace foretrail
