#pragma once

#include "core/base/Result.h"
#include "core/jobs/JobContext.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace foretrail {

/// One thing that can be imported: a file, or one table in it.
struct SourceFile {
    QString path;
    QString part{}; ///< file in an archive, or sheet of a workbook; empty: the file itself
    std::optional<int> skipRows{}; ///< ImportPlan::skipRows where a person has said it; unset: guessed
    QString timeZone{}; ///< of its clock where it is known, such as that of the workspace it joins; empty: by the locale
    QString shown() const; ///< "logs.zip › 2024-01-01.csv"
    bool operator==(const SourceFile &) const = default;
};

/// Files, folders and archives as the files that they hold, folders in the order of names, empty files last. Hidden files, and files that are
/// no tables by their name (pictures, documents), are left out of folders. NotFound, Permission, InvalidInput (a folder
/// without tables) with the place named.
Result<QList<SourceFile>> findSources(const QStringList &paths, JobContext &job);

} // namespace foretrail
