#pragma once

#include "core/training/RunAccuracy.h"

#include <QJsonObject>

namespace foretrail {

/// The errors of runs by step ahead: one line for all runs together, then one a run. run,origin,points,MAE,WAPE,bias, then a column for each
/// step ahead with the size of the error there, in the unit of the data or (`asShare`) as a share of what happened; empty where nothing
/// can be compared yet.
QList<QStringList> accuracyTable(const SeriesAccuracy &accuracy, bool asShare);

/// What `runs --accuracy` prints: series,run,name,origin,h,steps,MAE,WAPE,bias,why, the header first. One row a run over its whole horizon (h is
/// `all`; `why` where nothing can be compared), then one a step ahead of all runs of the series together (run, name and origin are empty).
QList<QStringList> accuracyRows(const QList<SeriesAccuracy> &all);

/// What `runs --accuracy --json` prints.
QJsonObject accuracyJson(const QList<SeriesAccuracy> &all);

} // namespace foretrail
