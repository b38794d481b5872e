#pragma once

#include "core/data/ImportPlan.h"
#include "core/data/ImportSources.h"

#include <QDateTime>

#include <optional>

namespace foretrail {

/// Where the settings of a file that is to be imported come from.
enum class PlanOrigin {
    Guess,
    Template, ///< of a file of the same shape
    Shared,   ///< of another file of the same go
    Given     ///< of an earlier import of the file
};

/// All that the first look at a file needs; copied into the job.
struct ReadRequest {
    SourceFile source;
    QString templates{}; ///< folder; empty: guess
    std::optional<ImportPlan> given{}; ///< to be read by as it is
    PlanOrigin givenBy = PlanOrigin::Given;
    std::optional<ImportPlan> dates{}; ///< files of the shape of this one have their dates written so
    bool isAmongOthers = false;        ///< what the rows of all of them say of their dates goes before what a template remembers
};

struct ReadFile {
    ImportPreview preview;
    PlanOrigin origin = PlanOrigin::Guess;
    QDateTime since{}; ///< of a template
};

/// Reads the first rows by the plan that is given, by a template that fits, or by a guess. Any thread.
Result<ReadFile> readFirstRows(const ReadRequest &request, JobContext &job);

/// Puts a question into a preview that rows beyond it, or other files, leave open.
void askAboutDates(ImportPreview &preview, const QList<DateReading> &readings);

/// What a later look at the first rows alone cannot tell is kept from the first, which read more of the file.
void keepWhatWasKnown(ImportPreview &preview, const ImportPreview &before);

} // namespace foretrail
