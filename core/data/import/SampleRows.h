#pragma once

#include "core/data/ImportPlan.h"
#include "core/jobs/JobContext.h"

#include <span>
#include <string>
#include <vector>

namespace foretrail {

/// Rows of a file, header included, as text: the first, then some of its middle, then the last ones. Of packed files that are
/// not small only the first.
struct SampleRows {
    std::vector<std::vector<std::string>> rows;
    std::vector<qint64> lines; ///< of the file, from 1, in which the rows of the head begin
    size_t middle = 0;      ///< number of the first row from the middle; rows.size() where there are none
    size_t tail = 0;        ///< number of the first row from the tail
    qint64 fileBytes = 0;
    bool isWhole = false;   ///< these are all rows of the file

    size_t columns(bool hasHeader) const; ///< that a row should have
    size_t headRows() const { return middle > 0 ? middle : rows.size(); } ///< of the head, header included
};

/// How many columns most of some rows have, and the share of the rows that have them.
struct RowShape {
    size_t columns = 1;
    double share = 0;
};
RowShape shapeOf(std::span<const std::vector<std::string>> rows);

/// `rows` from the head, a quarter of that from the middle and from the tail each. What the plan says of format, part, encoding,
/// delimiter and lines above the table counts.
Result<SampleRows> readSample(const QString &path, const ImportPlan &plan, int rows, JobContext &job);

} // namespace foretrail
