#pragma once

#include "core/base/Uncopied.h"
#include "core/data/ImportPlan.h"
#include "core/jobs/JobContext.h"

#include <memory>
#include <string_view>
#include <vector>

namespace foretrail {

/// One row of a source as text. The views live until the next row is read.
struct Record {
    qint64 line = 0; ///< in the file, from 1: where the row begins; in a workbook the row of the sheet
    std::vector<std::string_view> fields;
    /// Why this is no row ("a quotation mark opens here and never closes"), as Phrase keeps it; then the text of the line is its
    /// one field.
    QString problem;
};
constexpr size_t mostColumns = 20'000; ///< of a row; wider ones are refused

/// The rows of a file, whatever its format: delimited text, a sheet of a workbook, JSON lines. Memory does not grow with the
/// file. One thread.
class RecordSource : Uncopied {
public:
    virtual ~RecordSource() = default;
    /// False at the end.
    virtual Result<bool> next(Record &record) = 0;
    virtual qint64 consumedBytes() const = 0; ///< of the file as it lies on the disk
    virtual qint64 fileBytes() const = 0;
    /// About how many of fileBytes() the rows read so far take; consumedBytes() is further on, since blocks are read ahead.
    virtual qint64 takenBytes() const { return consumedBytes(); }
    /// Whether openAt() can look into the middle; known once the first row was read.
    virtual bool canStartInside() const { return false; }
    /// What the rows read so far said and no field holds, for the ledger.
    virtual QStringList notes() const { return {}; }

    /// The rows of `path` as the plan says, without those above the header; the header, where there is one, is the first. Of
    /// JSON lines the header is made from the names of the plan's columns, or from the first objects where it has none.
    /// With a job the source stops with Cancelled when the job does.
    static Result<std::unique_ptr<RecordSource>> open(const QString &path, const ImportPlan &plan, const JobContext *job = nullptr);
    /// The rows behind the first line break after byte `offset` of a file whose canStartInside() is true, without a header. In
    /// the beginning they may be broken: the place may lie inside of a quoted field.
    static Result<std::unique_ptr<RecordSource>> openAt(const QString &path, const ImportPlan &plan, qint64 offset);
    /// The same two of delimited text that lies in memory as UTF-8 and outlives the source; `path` stands for it in messages.
    static Result<std::unique_ptr<RecordSource>> ofText(const QByteArray &text, const QString &path, const ImportPlan &plan, const JobContext *job);
    static Result<std::unique_ptr<RecordSource>> ofTextAt(const QByteArray &text, const QString &path, const ImportPlan &plan, qint64 offset);
    /// Whole lines out of a text of the plan's format and encoding, wherever in it they stood; `name` stands for it in messages. A header among
    /// them is a row. The lines outlive the source.
    static Result<std::unique_ptr<RecordSource>> ofLines(const QByteArray &lines, const QString &name, const ImportPlan &plan);
};

} // namespace foretrail
