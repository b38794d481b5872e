#pragma once

#include "core/data/Workspace.h"
#include "core/drift/DriftDrivers.h"
#include "core/drift/InputWatch.h"
#include "core/training/TrainingSpec.h"

#include <QHash>
#include <QJsonObject>
#include <QList>

namespace foretrail {

/// One change that was found, with when it was and which items it comes from.
struct DriftEvent {
    DriftAlert alert;         ///< counted in steps of the history
    WallMs foundAt = 0;
    WallMs changedAt = 0;
    qint64 beforeSteps = 0;   ///< steps before the change, and from it on, whose mean values the drivers are of
    qint64 afterSteps = 0;
    DriftDrivers drivers{};   ///< items, of mean values a step; empty where they say nothing of the series
    DriftDrivers users{};     ///< the same of users, by the names that people may see
};

/// The one-step errors of a model over the end of one series, which it did not learn from, as a monitor saw them.
struct DriftScan {
    QString key, name, unit, model;
    TimeAxis axis;
    qint64 judged = 0;        ///< errors that are known
    WallMs from = 0;          ///< the first step that was forecast
    double score = 0;         ///< of the monitor at the end
    QList<DriftEvent> events; ///< oldest first
    double promised = 90;     ///< percent, of the bands below
    double staticCoverage = missing;   ///< of a band as wide as the first errors asked for
    double adaptiveCoverage = missing; ///< of AdaptiveBand, over the same steps
    QHash<QString, QString> itemNames; ///< of the drivers
    bool hasInputs = false;   ///< the series is of events, whose days were watched
    QList<InputChange> inputs; ///< of what came in on these days, oldest first
};

/// Fits the model on the first third of the one series of spec.query, forecasts each step after it from all before, and tells a monitor of the
/// errors. Where the series sums up over users and, as a total, over items, those that drive each change are said; of events also when what comes
/// in on a day changed. TooShort, NotFound, Cancelled, and
/// what reading, preparing and fitting say; InvalidInput of a model that is not quick (isQuickModel) or of several series.
Result<DriftScan> scanForDrift(Workspace &workspace, const TrainingSpec &spec, const DriftSettings &settings, JobContext &job);

/// "2 changes in 249 steps from 2011-04-05 on (snaive, Total)", translated.
QString driftSentence(const DriftScan &scan);
/// The date, what happened, and the drivers with their shares: a text of one line.
QString driftEventSentence(const DriftEvent &event, const DriftScan &scan);
/// model, series, from, steps, score, alerts [{date, found, detector, before, after, score, sentence, drivers, counter, remainder, users {drivers,
/// counter, remainder}}], inputs [InputChange::toJson()], coverage.
QJsonObject driftJson(const DriftScan &scan);

} // namespace foretrail
