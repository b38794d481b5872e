#pragma once

#include "core/training/Backtest.h"

namespace foretrail {

/// How the errors of `first` compare with those of `second` over the series and folds of a backtest, as BacktestReport::comparisons tells of
/// the baseline: by MASE, which is of one scale for all series; of a single series without such a scale by MAE.
/// `overlap`: BacktestOptions::overlapFor() the horizon. A model that was not tested leaves nothing to compare.
LossComparison compareModels(const QList<BacktestScore> &scores, const QString &first, const QString &second, int overlap, quint64 seed);

/// "ets is closer than theta (MASE 0.81 v 0.92, p = 0.03)", or that they do not differ clearly.
QString pairSentence(const BacktestReport &report, const QString &first, const QString &second, const LossComparison &comparison);

} // namespace foretrail
