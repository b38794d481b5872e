#pragma once

#include "core/data/Workspace.h"
#include "core/evaluation/Exceptions.h"
#include "core/training/TrainingSpec.h"

#include <QJsonObject>

namespace foretrail {

/// What a forecast of one series says of it. Errors are those of the last steps, from the origin before them: as many as are forecast, or a
/// quarter of the series where that is less. NaN where they have no meaning.
struct SeriesCheck {
    QString key;
    QString name;
    double mae = missing;
    double wape = missing;  ///< a share
    double bias = missing;  ///< sum e / sum |y|, e = actual - forecast
    double skill = missing; ///< 1 - MAE / MAE of the baseline
    QList<SeriesException> exceptions;
    QString problem;        ///< why it could not be forecast; empty otherwise
    bool isException() const { return !exceptions.isEmpty(); }
    double weight() const { return exceptionWeight(exceptions); }
};

/// What was found of all series of a question.
struct SeriesChecks {
    QString model;
    int horizon = 0;
    QString unit;
    QList<SeriesCheck> checks; ///< in the order of the data: the largest first
    double seconds = 0;
    int threads = 1;
    qsizetype exceptionCount() const;
};

/// Whether a model is fitted so quickly that thousands of series can be checked by it.
bool isQuickModel(const QString &name);
inline constexpr auto usualCheckModel = "theta";
/// The spec as a check takes it: its model where that is quick, else the usual one; without bands.
TrainingSpec checkingSpec(TrainingSpec spec);

/// Forecasts each series that answers spec.query (checkingSpec), from the end, from the origin a horizon before, and from one a season
/// before the end, and says which are exceptions. One that cannot be forecast is no failure of the others. Threads as forecastBatch();
/// the numbers are the same for any. Cancelled.
Result<SeriesChecks> checkSeries(Workspace &workspace, const TrainingSpec &spec, JobContext &job, int workers = 0);

/// What was kept of the question as long as the data is the same; NotFound otherwise. Names stay empty.
Result<SeriesChecks> keptChecks(Workspace &workspace, const SeriesQuery &question);
/// Not of the users of a segment, nor of some series alone.
void keepChecks(Workspace &workspace, const SeriesQuery &question, const QString &fingerprint, const SeriesChecks &checks);

/// "9 of 120 series ask for your eyes: 5 bias, 4 large error."
QString checksSentence(const SeriesChecks &checks);
/// The same without the kinds, for where room is short: "9 of 120 series are exceptions."
QString checksInShort(const SeriesChecks &checks);
/// The thresholds of the kinds that are among them, a line each; empty without an exception.
QString rulesOf(const QList<SeriesException> &exceptions);
QString rulesOf(const SeriesChecks &checks);
/// All sentences of a series, in one text.
QString reasonsOf(const SeriesCheck &check, const QString &unit);

/// series,name,MAE,WAPE,bias,skill,exceptions,reason: exceptions first, the weightiest at the top, then the others in the order of the data; names of exceptions joined by "+".
QList<QStringList> checksTable(const SeriesChecks &checks);
/// model, horizon, series, exceptions (how many), kinds, checks, thresholds, seconds, threads.
QJsonObject checksJson(const SeriesChecks &checks);

} // namespace foretrail
