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

/// A row whose date can be read in one way only.
struct DateWitness {
    qint64 line = 0; ///< of the file, from 1
    QString text;
};
/// The first row of a file whose date `format` reads and `other` does not; line 0 where there is none. Cancelled.
Result<DateWitness> findWitness(const PlannedFile &file, const QString &format, const QString &other, JobContext &job);

/// By the rows of a sample alone.
DateVerdict judgeDates(const SampleRows &sample, const ImportPlan &plan, const std::vector<QString> &formats);
/// By all rows of a file. Progress in bytes; Cancelled.
Result<DateVerdict> judgeAllDates(const QString &path, const ImportPlan &plan, const std::vector<QString> &formats, JobContext &job);
/// By all rows of several files, as if they were one. Progress in bytes of all of them.
Result<DateVerdict> judgeAllDates(const QList<PlannedFile> &files, const std::vector<QString> &formats, JobContext &job);

} // namespace foretrail
