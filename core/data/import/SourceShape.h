#pragma once

#include "core/data/ImportPlan.h"
#include "core/jobs/JobContext.h"

namespace foretrail {

/// What kind of source a file is, by its content rather than its name.
struct SourceShape {
    SourceFormat format = SourceFormat::Delimited;
    QString part;      ///< that was looked at: as asked for, or the first where there are several
    QStringList parts; ///< sheets of a workbook, or tables in an archive, to choose from; empty where there is but one
    bool isPacked = false; ///< its middle can only be reached by unpacking what lies in front
    bool isArchive = false;
};

/// Looks at the first bytes of a file, or of a part of it. NotFound, Permission, InvalidInput or Format as ByteSource says, and
/// for workbooks of a kind that Foretrail does not read.
Result<SourceShape> sniffFormat(const QString &path, const QString &part, JobContext &job);

} // namespace foretrail
