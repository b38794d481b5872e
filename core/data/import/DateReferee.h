#pragma once

#include "core/data/PlannedFile.h"
#include "core/data/import/SampleRows.h"
#include "core/jobs/JobContext.h"

namespace foretrail {

/// How a whole column of dates may be read. Formats that fail more rows than the best are out, and of those that read every
/// row as the same moment one is kept.
struct DateVerdict {
    QList<DateReading> readings; ///< the one whose days lie closest together first; empty: no format reads any row
    bool isClear = true;         ///< one reading, or its days lie three times closer together than those of the next

    QStringList fitting{};       ///< the formats of the readings, and those that read every row as the same moment as one of them

    QString format() const { return readings.isEmpty() ? QString() : readings.front().format; }
    /// For a person, where there was a choice: both calendars and which one is taken.
    QString reason(const QString &column) const;
};

/// By the rows of a sample alone.
DateVerdict judgeDates(const SampleRows &sample, const ImportPlan &plan, const std::vector<QString> &formats);
/// By all rows of a file. Progress in bytes; Cancelled.
Result<DateVerdict> judgeAllDates(const QString &path, const ImportPlan &plan, const std::vector<QString> &formats, JobContext &job);
/// By all rows of several files, as if they were one. Progress in bytes of all of them.
Result<DateVerdict> judgeAllDates(const QList<PlannedFile> &files, const std::vector<QString> &formats, JobContext &job);

} // namespace foretrail
