#pragma once

#include "core/data/ImportPlan.h"
#include "core/data/import/SampleRows.h"

namespace foretrail {

/// Which of several formats a whole column is written in.
struct DateVerdict {
    QString format;            ///< the one taken
    QStringList alternatives;  ///< others that read every row that was looked at, with other dates
    QString reason;            ///< for a person, where there was a choice
};

/// Formats that fail more rows than the best are out. Of what is left the one whose days lie closest together is taken.
/// Reads the time column through the file, up to some tens of megabytes.
Result<DateVerdict> judgeDates(const QString &path, const ImportPlan &plan, const std::vector<QString> &formats, JobContext &job);
/// The same from the rows of a sample alone.
DateVerdict judgeDates(const SampleRows &sample, const ImportPlan &plan, const std::vector<QString> &formats);

} // namespace foretrail
