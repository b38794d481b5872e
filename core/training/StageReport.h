#pragma once

#include "core/preparation/Preparation.h"

#include <QJsonArray>

namespace foretrail {

/// What a step of a recipe did to a series, for people and for the record.
struct StageReport {
    QString kind;    ///< of StepRegistry
    QString title;   ///< translated
    qint64 rowsIn = 0;
    qint64 changed = 0; ///< observations that differ or were marked
    qint64 rowsOut = 0;
    QString finding; ///< one sentence; may be empty
    QJsonObject statistics; ///< what was learnt from the training part
    bool operator==(const StageReport &) const = default;
};

QList<StageReport> stageReports(const Recipe &recipe, const Preparation &preparation);
/// [{step, title, in, changed, out, finding, statistics}]
QJsonArray toJson(const QList<StageReport> &stages);
QList<StageReport> stageReportsFrom(const QJsonArray &json);

} // namespace foretrail
