#pragma once

#include "core/data/ImportPlan.h"
#include "core/data/ImportSources.h"

namespace foretrail {

/// A file that is to be imported, and how.
struct PlannedFile {
    SourceFile source;
    ImportPlan plan;
    QStringList fittingDates{}; ///< date formats that no row looked at speaks against
    QList<DateReading> openDates{}; ///< where the file alone leaves open how its dates are to be read

    PlannedFile(SourceFile file, const ImportPreview &preview)
        : source(std::move(file)), plan(preview.plan), fittingDates(preview.fittingDates), openDates(preview.dateQuestion) {}
};

QList<SourceFile> sourcesOf(const QList<PlannedFile> &files);

/// The plan of another file for this one, whose format and part are its own. Errors as of the first look at a file.
Result<ImportPlan> planFor(const SourceFile &source, const ImportPlan &other, JobContext &job);

} // namespace foretrail
