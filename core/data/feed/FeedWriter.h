#pragma once

#include "core/data/ImportReport.h"
#include "core/data/feed/FeedStore.h"

#include <memory>

namespace foretrail {

/// Stores lines as they come in, in the way of imports: roles, duplicates, rejects and the ledger are the same, and each writer is one import there.
/// The rows and the position of the source behind them stand in one transaction, so that a line is stored once however often it is sent,
/// and none is lost that the position has passed. One thread; the workspace outlives it.
class FeedWriter {
public:
    /// Errors as of feedOf().
    static Result<std::unique_ptr<FeedWriter>> open(Workspace &workspace, const QString &source, const std::optional<ImportPlan> &plan);
    ~FeedWriter();

    const FeedState &state() const;
    /// Stores whole lines, all or none; `tooLong` lines before them were passed over by the source and count as rejected. Returns what became
    /// of them. After a failure the same lines may be stored again. Cancelled; Io and DiskFull from the file.
    Result<ImportReport> store(const QByteArray &lines, const QJsonObject &position, qint64 tooLong, JobContext &job);
    /// How often rows came or went by others since it was opened, as far as it noticed when it stored.
    qint64 changesByOthers() const;
    /// All that this writer stored, as it stands in the ledger.
    const ImportReport &total() const;

private:
    class Impl;
    explicit FeedWriter(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace foretrail
