#include "core/report/StepRowsTable.h"

#include "core/report/CsvWriter.h"

#include <limits>

namespace foretrail {

Result<void> writeStepRows(Workspace &workspace, const StepQuestion &question, const QString &path, JobContext &job)
{
    const Result<FindingRows> rows = stepRows(workspace, question, 0, std::numeric_limits<int>::max(), job);
    if (!rows)
        return fail(rows.error());
    auto writer = CsvWriter::open(path);
    if (!writer)
        return fail(writer.error());
    (*writer)->row(rows->header);
    for (const QStringList &row : rows->rows)
        (*writer)->row(row);
    return (*writer)->commit();
}

} // namespace foretrail
