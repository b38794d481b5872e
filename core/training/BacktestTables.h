#pragma once

#include "core/evaluation/Metrics.h"

#include <QList>
#include <QString>

namespace foretrail {

/// Errors of one model over what a backtest did at one horizon step, in one fold, on one series, on one weekday or in one group of series.
struct BacktestGroup {
    QString name; ///< number of the step or fold from 1, key of the series, "mon" .. "sun", or attribute=value of the group
    QString model;
    Metrics metrics; ///< pooled, with the skill against the baseline of the same group
    double pValue = missing; ///< of series alone: Diebold & Mariano's against the baseline; NaN with fewer than 8 origins
};

/// Models stand in the order in which they were asked for, the baseline last unless it was.
struct BacktestTables {
    QList<BacktestGroup> byStep;
    QList<BacktestGroup> byFold;
    QList<BacktestGroup> bySeries;  ///< the one with the largest MASE of the first model first, those without a scale last
    QList<BacktestGroup> byWeekday; ///< of the days that were judged; empty where the axis is not daily
    QList<BacktestGroup> byGroup;   ///< BacktestOptions::groupings, by name
};

/// Each table under the word that says what it groups by: step, fold, series, weekday, group.
QList<std::pair<QString, QList<BacktestGroup>>> namedTables(const BacktestTables &tables);

} // namespace foretrail
