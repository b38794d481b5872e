#pragma once

#include "core/base/Result.h"
#include "core/jobs/JobContext.h"

#include <QList>
#include <QString>

namespace foretrail {

/// A correction as a person writes it down.
struct WrittenCorrection {
    QString time;       ///< of the step: "2026-01-31", or its number
    QString correction; ///< see typedOverride()
    QString reason;     ///< may be empty
    QString file;       ///< that it stands in; empty: said on the command line
    qint64 line = 0;

    /// "corrections.csv, line 3, column time": where to mend it.
    QString place(const QString &column) const;
};

/// A table with the columns time and correction, and reason where it is told; others are passed over. InvalidInput names file, line and
/// column. Cancelled.
Result<QList<WrittenCorrection>> readCorrections(const QString &path, JobContext &job);

} // namespace foretrail
