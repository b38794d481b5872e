#pragma once

#include "core/data/TrailStore.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>

namespace foretrail {

/// One pass over the training windows. Losses are on the scale the network sees; validation NaN where there is none.
struct EpochRecord {
    int epoch = 0; ///< from 1
    double trainingLoss = missing;
    double validationLoss = missing;
    double seconds = 0;
    bool isBest = false;
    double learningRate = missing; ///< NaN in runs of older versions, like the next
    double gradientNorm = missing; ///< mean over the batches, before it is clipped
    bool operator==(const EpochRecord &) const = default;
};

/// A line of the runs table: everything but weights and values.
struct RunSummary {
    RunId id;
    QString name;       ///< "lstm · revenue · total"
    QString model;
    QString seriesKey;
    QString seriesName;
    QDateTime created;  ///< UTC
    quint64 seed = 0;
    QString dataFingerprint;
    QString programVersion;
    double seconds = 0;
    QJsonObject spec;     ///< TrainingSpec::toJson
    QString note;         ///< what a person wrote beside it
    QJsonObject metrics;  ///< model: {MAE, ...}, baseline: {...}, sentence, prepared: fingerprint of data and recipe, origin of a branch
};

/// A finished run, whole.
struct RunRecord {
    RunSummary summary;
    QList<EpochRecord> epochs;
    QJsonObject modelState;  ///< Forecaster::save().state
    QByteArray weights;      ///< Forecaster::save().weights; empty for models without
    StoredTrail trail;       ///< written by RunStore::add(); load() leaves it empty, TrailStore reads it
    QJsonObject outcome;     ///< test forecast, fitted values and future forecast, as written by core/training
};

/// Runs kept in a workspace. Writing is one transaction: a run is there whole or not at all.
class RunStore {
public:
    explicit RunStore(Workspace &workspace) : m_workspace(workspace) {}
    /// Waits for another writer, such as an import, until it has ended or `job` is asked to stop: then Cancelled.
    /// `unfinished`: the training that it completes, which goes in the same transaction; 0: none is kept.
    Result<RunId> add(const RunRecord &run, JobContext &job, qint64 unfinished = 0);
    /// Newest first. Those that are among `known`, from an earlier list, are not read again but for what may change: name and note.
    Result<QList<RunSummary>> list(const QList<RunSummary> &known = {});
    Result<RunRecord> load(RunId id);          ///< NotFound names the ids there are
    Result<void> rename(RunId id, const QString &name);
    Result<void> setNote(RunId id, const QString &note);
    Result<void> remove(RunId id);

private:
    Result<void> setText(const char *column, RunId id, const QString &text);

    Workspace &m_workspace;
};

} // namespace foretrail
