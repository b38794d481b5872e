#pragma once

#include "core/data/ImportPlan.h"
#include "core/data/ImportReport.h"
#include "core/data/Workspace.h"

#include <array>
#include <memory>
#include <string_view>

namespace foretrail {

inline constexpr int maxAttributes = 12;

/// One event on its way into the workspace. Texts are UTF-8 views that need to live only during the call; empty
/// means none; NaN means none for numbers.
struct EventRow {
    UtcMs time = 0;
    std::string_view user;
    std::string_view item;
    std::string_view itemName;
    std::string_view kind;
    std::string_view category;
    std::string_view session;
    std::optional<qint64> position;
    double quantity = missing;
    double price = missing;  ///< of one piece
    double amount = missing; ///< of the line
    std::array<std::string_view, maxAttributes> attributes; ///< in the order given to FactWriter::begin
    quint64 fingerprint = 0; ///< hash of all that the source said of the row; equal means exact duplicate
};

/// What became of a row.
enum class Stored { New, Duplicate, Replaced, Conflict };

struct FactWriterOptions {
    QString file;               ///< for the ledger
    QString kind;               ///< "sales", "events", "series"
    QStringList attributes;     ///< names, at most maxAttributes together with those the workspace already has
    qint64 expectedRows = 0;    ///< 0: unknown; large loads drop the secondary indexes and build them at the end
    ConflictPolicy conflict = ConflictPolicy::Skip; ///< for observations
};

/// Loads facts in one transaction: interns keys in memory, knows the fingerprints of what is already stored, and
/// leaves the workspace as it was unless commit() succeeded. One writer at a time.
class FactWriter {
public:
    /// InvalidInput when the attributes do not fit; Io or DiskFull from the file.
    static Result<std::unique_ptr<FactWriter>> begin(Workspace &workspace, const FactWriterOptions &options);
    ~FactWriter(); ///< rolls back unless committed

    ImportId importId() const;
    Result<Stored> addEvent(const EventRow &event);
    /// `time` is wall-clock milliseconds on the grid of `step`, or an index with Step::None. The step of a series
    /// that is already there must be the same (InvalidInput). Conflict: another value is stored and was kept.
    Result<Stored> addObservation(std::string_view series, Step step, WallMs time, double value);
    Result<void> addReject(const RejectedRow &row);
    /// Writes the ledger entry, builds the indexes, commits. Cancelled and every failure roll back.
    Result<void> commit(const ImportReport &report, const QJsonObject &plan, const QByteArray &sha256, JobContext &job);

private:
    class Impl;
    explicit FactWriter(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace foretrail
