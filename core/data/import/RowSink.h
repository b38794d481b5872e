#pragma once

#include "core/base/Uncopied.h"
#include "core/data/FactWriter.h"
#include "core/data/import/ParsedBatch.h"

#include <memory>
#include <span>

namespace foretrail {

/// Stores parsed rows and counts what became of them. One import, one thread, but for what the other one calls.
class RowSink : Uncopied {
public:
    virtual ~RowSink() = default;
    /// Before the first row.
    virtual Result<void> prepare() { return {}; }
    /// A row that parsed. Fails only when nothing more can be stored (disk full, conflict to abort on).
    virtual Result<void> store(const ParsedRow &row) = 0;
    /// What tells rows apart, of the row read last, which had so many fields; called by the thread that parses.
    virtual quint64 fingerprint(RowParser &, size_t) const { return 0; }
    /// Whether the texts of this column should come with their numbers (CodedText).
    virtual bool isCoded(Role) const { return false; }
    /// Whether it looks at the fields of rows that parsed, and at texts of cells without numbers.
    virtual bool needsFields() const { return true; }
    /// Says of each row whether one like it came before; called by the thread that parses, in the order of the rows.
    virtual void recognise(ParsedBatch &) {}
    /// After the last row: what became of rows that could not be told from others at once. Cancelled.
    virtual Result<void> settle(JobContext &) { return {}; }
    /// What is known only at the end: notes, numbers of series.
    virtual void finish() {}

    static std::unique_ptr<RowSink> make(const ImportPlan &plan, FactWriter &writer, ImportReport &report);

protected:
    RowSink(const ImportPlan &plan, FactWriter &writer, ImportReport &report) : m_plan(plan), m_writer(writer), m_report(report) {}
    /// Of several rejects of one row the first keeps its fields for all.
    Result<void> reject(const ParsedRow &row, int column, const QString &value, const QString &reason, bool isFirst = true);

    ImportPlan m_plan;
    FactWriter &m_writer;
    ImportReport &m_report;
};

/// Keeps a rejected row in the workspace and in the report.
Result<void> keepReject(FactWriter &writer, ImportReport &report, const RejectedRow &row);

/// The fields of a row as text, to be corrected and fed again; none of a row that is too long to be kept: 64 KiB, or 1 MiB
/// where each row is a whole series.
QStringList keptFields(std::span<const std::string_view> row, const ImportPlan &plan);

/// Whether the rows of a log have times; without, they stand in the order in which they happened.
inline bool hasClock(const ImportPlan &plan) { return plan.dateFormat != QStringLiteral("order"); }

/// Names of the attribute columns of a plan, in its order.
QStringList attributesOf(const ImportPlan &plan);

} // namespace foretrail
