#pragma once

#include "core/data/ImportPlan.h"
#include "core/jobs/JobContext.h"

#include <string>
#include <vector>

namespace foretrail {

/// Rows of a file, header included, as text: the first, then some of its middle, then the last ones. Of packed files that are
/// not small only the first.
struct SampleRows {
    std::vector<std::vector<std::string>> rows;
    size_t middle = 0;      ///< number of the first row from the middle; rows.size() where there are none
    size_t tail = 0;        ///< number of the first row from the tail
    qint64 fileBytes = 0;
    bool isWhole = false;   ///< these are all rows of the file

    size_t columns(bool hasHeader) const; ///< that a row should have
    size_t headRows() const { return middle > 0 ? middle : rows.size(); } ///< of the head, header included
};

/// `rows` from the head, a quarter of that from the middle and from the tail each. What the plan says of format, part, encoding
/// and delimiter counts.
Result<SampleRows> readSample(const QString &path, const ImportPlan &plan, int rows, JobContext &job);

/// The delimiter that splits the first rows into the same number of columns. The head is read once.
Result<char> guessDelimiter(const QString &path, const ImportPlan &plan, JobContext &job);

} // namespace foretrail
