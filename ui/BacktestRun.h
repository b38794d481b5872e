#pragma once

#include "core/data/Workspace.h"
#include "core/training/Backtest.h"

#include <QHash>

namespace foretrail {

/// A backtest as a person asks for it. A value.
struct BacktestRequest {
    TrainingSpec spec;       ///< spec.query says which series
    QStringList models;      ///< the sentence judges the first
    BacktestOptions options;
    bool operator==(const BacktestRequest &) const = default;
};

/// What a backtest found, and what the window needs to show it.
struct BacktestFindings {
    BacktestRequest request;
    BacktestReport report;
    QHash<QString, QString> names; ///< of series, by key
    QString unit;                  ///< of all series; empty where they differ
    int series = 0;                ///< that were tested
    QList<WallMs> beginnings;      ///< of the folds, oldest first: the first step that is judged, the latest where series differ
    QString provenance;            ///< small print of exports
    bool isEmpty() const { return report.byModel.isEmpty(); }
    /// What was asked for, and the baseline behind unless it was among them.
    QStringList models() const;
    QString nameOf(const QString &key) const { return names.value(key, key); }
};

/// As the verb backtest does it, on all cores but one.
Result<BacktestFindings> runBacktest(Workspace &workspace, const BacktestRequest &request, JobContext &job);

} // namespace foretrail
