#pragma once

#include "core/data/FactWriter.h"
#include "core/data/import/RowParser.h"

#include <memory>

namespace foretrail {

/// Stores parsed rows and counts what became of them. One import, one thread.
class RowSink {
public:
    virtual ~RowSink() = default;
    /// A row that parsed. Fails only when nothing more can be stored (disk full, conflict to abort on).
    virtual Result<void> store(const Record &record, const RowParser &parser) = 0;
    /// What is known only at the end: notes, numbers of series.
    virtual void finish() {}

    static std::unique_ptr<RowSink> make(const ImportPlan &plan, FactWriter &writer, ImportReport &report);

protected:
    RowSink(const ImportPlan &plan, FactWriter &writer, ImportReport &report) : m_plan(plan), m_writer(writer), m_report(report) {}
    Result<void> reject(qint64 line, int column, const QString &value, const QString &reason);

    ImportPlan m_plan;
    FactWriter &m_writer;
    ImportReport &m_report;
};

/// Keeps a rejected row in the workspace and in the report.
Result<void> keepReject(FactWriter &writer, ImportReport &report, const RejectedRow &row);

/// Names of the attribute columns of a plan, in its order.
QStringList attributesOf(const ImportPlan &plan);

} // namespace foretrail
