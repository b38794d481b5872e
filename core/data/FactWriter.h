#pragma once

#include "core/data/CodedText.h"
#include "core/data/ImportBudget.h"
#include "core/data/ImportPlan.h"
#include "core/data/ImportReport.h"
#include "core/data/ProductRule.h"
#include "core/data/Seen.h"
#include "core/data/Workspace.h"

#include <array>
#include <functional>
#include <memory>
#include <string_view>

namespace foretrail {

class ItemNames;
struct KnownRows;

inline constexpr int maxAttributes = 12;

/// One event on its way into the workspace. Texts need to live only during the call; empty
/// means none; NaN means none for numbers.
struct EventRow {
    UtcMs time = 0;
    CodedText user;
    CodedText item;
    CodedText itemName;
    CodedText kind;
    CodedText category;
    CodedText session;
    std::optional<qint64> position;
    double quantity = missing;
    double price = missing;  ///< of one piece
    double amount = missing; ///< of the line
    std::array<CodedText, maxAttributes> attributes; ///< in the order given to FactWriter::begin
    quint64 fingerprint = 0; ///< hash of all that the source said of the row; equal means exact duplicate
    Seen seen = Seen::Unasked; ///< as recognise() said; addEvent() looks where nobody did
};

/// What became of a row. Held: it looks like one that is stored; FactWriter::settle() tells. Conflict: another value is there and was kept. Replaced: it took the place of a row of another import.
/// Superseded: it took the place of an earlier row of this import.
enum class Stored { New, Duplicate, Replaced, Conflict, Superseded, Held };

struct FactWriterOptions {
    QString file;               ///< for the ledger
    QString kind;               ///< "sales", "events", "series"
    QStringList attributes;     ///< names, at most maxAttributes together with those the workspace already has
    qint64 expectedRows = 0;    ///< 0: unknown; large loads drop the secondary indexes and build them at the end
    ConflictPolicy conflict = ConflictPolicy::Skip;
    DuplicateRule duplicates = DuplicateRule::WholeRow; ///< None: fingerprints are not compared
    bool isKnownFile = false;   ///< the whole file is there already: every event is a duplicate
    QString part{};               ///< for the ledger: sheet, or file in an archive
    qint64 group = 0;             ///< for the ledger: the first import of the same go; 0: this one is the first
    QMap<QString, QString> kindMeanings{}; ///< of words of kinds that are new
    bool hasClock = true;       ///< false: times of events are only their order
    qint64 continued = 0;       ///< id of an import that gets more rows; 0: a new one
    bool isAlone = false;       ///< nobody else reads the workspace meanwhile
    ImportBudget budget{};
    std::shared_ptr<KnownRows> known{}; ///< of one who writes again and again; null: learnt anew
    std::shared_ptr<ItemNames> names{}; ///< of the import that goes on, counted so far; null: counted anew
};

/// Loads facts in one transaction: interns keys in memory, knows the fingerprints of what is already stored, and
/// leaves the workspace as it was unless commit() succeeded. One writer at a time.
class FactWriter {
public:
    /// InvalidInput when the attributes do not fit; Io or DiskFull from the file.
    static Result<std::unique_ptr<FactWriter>> begin(Workspace &workspace, const FactWriterOptions &options);
    ~FactWriter(); ///< rolls back unless committed

    ImportId importId() const;
    /// With ConflictPolicy::Abort a row of another import fails, its error without the place of the row.
    Result<Stored> addEvent(const EventRow &event);
    /// Makes ready for events and recognise(); addEvent() does it where nobody did.
    Result<void> prepareEvents();
    /// Whether an event that will be added is new, asked in the order of the events, beforehand and perhaps on another thread:
    /// then of all of them but those that will not be added and are never like one that will.
    Seen recognise(quint64 fingerprint);
    /// Soon it will be asked for this one: makes ready for it.
    void expect(quint64 fingerprint) const;
    /// What became of the events that were held, in their order; before commit, and after the last event. Cancelled.
    Result<void> settle(const std::function<void(const EventRow &, Stored)> &tell, JobContext &job);
    /// Whether events of this kind are purchases in the workspace; the kind is made when it is new.
    Result<bool> isPurchase(const CodedText &kind);
    Result<bool> isReturn(const CodedText &kind);
    const ProductRule &productRule() const; ///< of the workspace
    /// Times of a log without a clock go on behind this one.
    Result<UtcMs> lastOrder();
    /// `time` is wall-clock milliseconds on the grid of `step`, or an index with Step::None. The step of a series
    /// that is already there must be the same (InvalidInput). Conflict: another value is stored and was kept.
    Result<Stored> addObservation(std::string_view series, Step step, WallMs time, double value);
    /// Of a user, item, category, session or series ("user" ...).
    Result<Stored> addAttribute(std::string_view dimension, std::string_view key, std::string_view name, std::string_view value);
    Result<void> addReject(const RejectedRow &row);
    /// How far a feed is (of core/data/feed): stands in the workspace once the rows do.
    Result<void> keepPosition(qint64 feed, const QByteArray &position, qint64 lines);
    /// Writes the ledger entry, builds the indexes, commits. Cancelled and every failure roll back.
    Result<void> commit(const ImportReport &report, const QJsonObject &plan, const QByteArray &sha256, JobContext &job);
    /// After commit: the report as it stands in the ledger, with what only the end of an import can count.
    const ImportReport &entry() const;

private:
    class Impl;
    explicit FactWriter(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace foretrail
