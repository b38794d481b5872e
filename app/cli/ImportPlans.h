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
    int skipRows = -1; ///< -1: guessed
    bool leavesOutNonProducts = false;
    bool json = false;
};

/// Looks at every file, in folders and archives as well, before the workspace is touched, so that a slip in the last one
/// costs nothing. What a template says stands over what is guessed, what the command line says over both.
Result<QList<PlannedFile>> planFiles(const ImportOptions &options, JobContext &job);

} // namespace foretrail::cli
