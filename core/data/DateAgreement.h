#pragma once

#include "core/data/PlannedFile.h"
#include "core/jobs/JobContext.h"

namespace foretrail {

/// How the dates of files of one shape are to be read, by all of them: files of one shape have their dates written in one way.
struct DateAgreement {
    QList<DateReading> readings; ///< one: settled; several: a person must say, the likelier first; none: nothing was open
    bool isClear = true;         ///< one reading, or its days lie three times closer together than those of the next
    QString proof;               ///< the file that settles it alone; empty: all rows of all files together
    QString contradiction{};     ///< two files that settle it each alone, in different ways: what in which line of which; empty: none do
    int files = 0;               ///< that the readings are about: those of one shape, or the one in question where others contradict each other
};

/// Whether the columns of two files are the same.
bool isOneShape(const ImportPlan &a, const ImportPlan &b);

/// What files of one shape say of their dates. One that can be read in one way only settles it for all; where there is none,
/// all rows of all of them are read. Files that contradict each other leave it open. Progress in bytes; Cancelled.
Result<DateAgreement> agreeOnDates(const QList<PlannedFile> &files, JobContext &job);
/// The same for a file that is looked at and those that wait behind it; of these, files of another shape do not matter.
Result<DateAgreement> agreeOnDates(const PlannedFile &first, const QList<SourceFile> &others, JobContext &job);

/// Settles what is open among files of any shapes and gives a sentence for each decision. A file that is alone in its shape is
/// left to its own import. InvalidInput where files of one shape do not speak clearly for one reading.
Result<QStringList> settleOpenDates(QList<PlannedFile> &files, JobContext &job);

} // namespace foretrail
