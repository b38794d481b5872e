#pragma once

#include "core/data/Workspace.h"
#include "core/preparation/LeakProof.h"
#include "core/report/CsvWriter.h"
#include "core/training/StageReport.h"

namespace foretrail {

struct PreparedTableRequest {
    SeriesQuery query;
    Recipe recipe;
    QString csvPath;     ///< "-": standard output; empty: no table
    bool proves = false; ///< runs the proof that nothing leaks on every series; where the recipe has no step "Windows", it
                         ///< holds the last fifth back
};

/// One series of a table.
struct PreparedSeriesReport {
    QString key;
    qint64 rows = 0;
    qint64 train = 0;
    qint64 validation = 0;
    qint64 test = 0;
    QList<StageReport> stages;
};

struct PreparedTableReport {
    SeriesQuery query;              ///< as asked, with the users of its segment
    qint64 series = 0;
    qint64 rows = 0;
    QStringList columns;            ///< behind mark
    QList<StageReport> stages;      ///< counts of all series together, without findings and statistics
    QList<PreparedSeriesReport> each; ///< the first hundred series
    QStringList skipped;            ///< why a series was left out, one sentence each
    LeakReport proof;               ///< counts of all series; each leak with its series in front
    QString fingerprint;            ///< of data and recipe
    QString origin;                 ///< path of the file that says what the table was made from; empty: none was written
    double seconds = 0;

    QJsonObject toJson(bool withProof) const;
};

/// Writes series prepared by a recipe: series,time,part,value,actual,mark, then the columns of the recipe. part is train,
/// validation or test; value on the scale that the recipe makes; actual in the unit of the data, before any cleaning; mark says
/// what was done (changed, detected, filled, joined by +). Missing values are empty. All cores work, on a few series at a time,
/// so that memory stays bounded. A series that cannot be prepared is left out and named; the error is its own when none is
/// left. The file appears whole or not at all, and not when something leaks: see `proof`. Beside it, under its name with .json behind,
/// stands what it was made from: fingerprint of data and recipe, recipe, question and columns.
Result<PreparedTableReport> writePreparedTable(Workspace &workspace, const PreparedTableRequest &request, JobContext &job);

} // namespace foretrail
