#pragma once

#include "core/data/PlannedFile.h"

#include <string>
#include <vector>

namespace foretrail::cli {

/// What the command line says of an import.
struct ImportOptions {
    std::string workspace;
    std::vector<std::string> files;
    std::string kind, layout, map, dateFormat, timeZone, start, step, onConflict, duplicates, key, rejects;
    std::string part, templateFile, saveTemplate;
    std::string decimal, thousands; ///< "point", "comma" ...; empty: guessed
    int skipRows = -1; ///< -1: guessed
    bool leavesOutNonProducts = false;
    bool json = false;
};

/// One of several files that could not be imported; the message names it.
struct FailedFile {
    SourceFile source;
    QString problem;
};
QString problemsOf(const QList<FailedFile> &failed); ///< a line each, the first ones of many
Error namedError(const Error &error, const SourceFile &source);

struct PlannedFiles {
    QList<PlannedFile> files;
    QList<FailedFile> failed;
};

/// Looks at every file, in folders and archives as well, before the workspace is touched. What a template says stands over what
/// is guessed, what the command line says over both. Of several files those that cannot be read do not hold up the others; an
/// error where none can.
Result<PlannedFiles> planFiles(const ImportOptions &options, JobContext &job);

} // namespace foretrail::cli
