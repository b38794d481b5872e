#pragma once

#include "core/data/import/Encoding.h"
#include "core/jobs/JobContext.h"

#include <string>
#include <vector>

namespace foretrail {

/// The first rows of a file, header included, as text.
struct SampleRows {
    std::vector<std::vector<std::string>> rows;
    qint64 fileBytes = 0;
    bool isWhole = false;   ///< the file ends here

    size_t columns(bool hasHeader) const; ///< that a row should have
};

Result<SampleRows> readSample(const QString &path, const QString &encoding, char delimiter, int rows, JobContext &job);

/// The delimiter that splits the first rows into the same number of columns.
Result<char> guessDelimiter(const QString &path, const QString &encoding, JobContext &job);

} // namespace foretrail
