#pragma once

#include "core/data/Import.h"
#include "core/data/ImportHistory.h"
#include "core/data/sqlite/Connection.h"
#include "tests/support/TestSupport.h"

#include <functional>
#include <optional>

namespace foretrail::test {

inline const QByteArray salesHeader = "Invoice,Item,Description,Quantity,Date,UnitPrice,Customer\n";

/// A workspace with imports of small texts, for tests of what becomes of them later.
struct HistoryShop {
    using Amend = std::function<void(ImportPlan &)>;

    HistoryShop() : workspace(Workspace::create(folder.filePath(QStringLiteral("w.foretrail"))).value()) {}

    QString write(const QByteArray &content)
    {
        const QString path = folder.filePath(QStringLiteral("log%1.csv").arg(++files));
        writeAll(path, content);
        return path;
    }
    Result<ImportReport> tryFile(const QString &path, const Amend &amend = {})
    {
        const Result<ImportPreview> preview = previewFile(path, job);
        if (!preview)
            return fail(preview.error());
        ImportPlan plan = preview->plan;
        if (amend)
            amend(plan);
        return importFile(workspace, path, plan, job);
    }
    Result<ImportReport> tryImport(const QByteArray &content, const Amend &amend = {}) { return tryFile(write(content), amend); }
    ImportReport import(const QByteArray &content, const Amend &amend = {})
    {
        const Result<ImportReport> report = tryImport(content, amend);
        if (!report)
            qFatal("%s", qPrintable(report.error().message));
        return *report;
    }
    qint64 count(const char *sql) { return workspace.connection().integer(sql); }
    DataSummary summary() { return workspace.data().summary().value(); }

    QTemporaryDir folder;
    JobContext job;
    Workspace workspace;
    int files = 0;
};

inline bool addsUp(const ImportReport &report)
{
    return report.read == report.stored + report.duplicate + report.rejected + report.filtered;
}

} // namespace foretrail::test
