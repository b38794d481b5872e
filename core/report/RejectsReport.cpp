#include "core/report/RejectsReport.h"

#include "core/base/Phrase.h"
#include "core/data/Import.h"
#include "core/report/CsvWriter.h"

namespace foretrail {

Result<void> writeRejects(Workspace &workspace, const QList<qint64> &importIds, const QString &csvPath)
{
    auto writer = CsvWriter::open(csvPath);
    if (!writer)
        return fail(writer.error());
    (*writer)->row({QStringLiteral("line"), QStringLiteral("column"), QStringLiteral("value"), QStringLiteral("reason")});
    constexpr int page = 10'000;
    for (const qint64 id : importIds) {
        for (qint64 first = 0;;) {
            const Result<QList<RejectedRow>> rows = listRejects(workspace, id, first, page);
            if (!rows)
                return fail(rows.error());
            for (const RejectedRow &row : *rows)
                (*writer)->row({QString::number(row.line), row.column, row.value, Phrase::shown(row.reason)});
            if (rows->isEmpty())
                break;
            first += rows->size();
        }
    }
    return (*writer)->commit();
}

} // namespace foretrail
