#pragma once

#include "core/data/ImportPlan.h"

#include <memory>
#include <string_view>
#include <vector>

namespace foretrail {

/// One row of a source as text. The views live until the next row is read.
struct Record {
    qint64 line = 0; ///< in the file, from 1: where the row begins; in a workbook the row of the sheet
    std::vector<std::string_view> fields;
    bool isUnclosed = false; ///< a quote that opened in this line is never closed; the line is one field
};

/// The rows of a file, whatever its format: delimited text, a sheet of a workbook, JSON lines. Memory does not grow with the
/// file. One thread.
class RecordSource {
public:
    virtual ~RecordSource() = default;
    /// False at the end.
    virtual Result<bool> next(Record &record) = 0;
    virtual qint64 consumedBytes() const = 0; ///< of the file as it lies on the disk
    virtual qint64 fileBytes() const = 0;

    /// The rows of `path` as the plan says; the header, where there is one, is the first. Of JSON lines the header is made
    /// from the names of the plan's columns, or from the first objects where it has none.
    static Result<std::unique_ptr<RecordSource>> open(const QString &path, const ImportPlan &plan);
};

} // namespace foretrail
