#pragma once

#include "core/data/import/DateReferee.h"

namespace foretrail {

/// Formats that the time column of a plan may have by the sample; empty without such a column.
std::vector<QString> dateFormatsOf(const SampleRows &sample, const ImportPlan &plan);

/// Lets a date format that nobody has said follow the time column: another column that was chosen may be written otherwise,
/// and a log that has none keeps the order of its rows.
void followTimeColumn(ImportPlan &plan, const SampleRows &sample);

/// By all rows of a small file, and by the sample of a large one.
Result<DateVerdict> hearDates(const QString &path, const ImportPlan &plan, const SampleRows &sample, JobContext &job);

/// Puts a verdict into a preview: the question, the other formats and a note. A format that is said is not asked about.
void showVerdict(ImportPreview &preview, const DateVerdict &verdict);

/// For a person who must say which of two readings is right.
Error undecidedDates(const DateVerdict &verdict, const QString &column);

/// Settles the question of a preview by all rows of the file. InvalidInput when they do not speak clearly for one reading.
Result<void> settleFormat(const QString &path, ImportPreview &preview, JobContext &job);

/// What was done with rows at times that the clock of the source never showed, or showed twice.
QStringList clockNotes(qint64 gaps, qint64 overlaps, const QString &timeZone);

} // namespace foretrail
