#pragma once

#include "core/data/Workspace.h"

#include <QList>

namespace foretrail {

enum class FindingKind {
    Gap, IrregularStep, Duplicate, Conflict, Negative, ZeroPrice, MissingUser, Outlier, Constant, AllZero, LateStart, EarlyEnd,
    TooShort, Robot, NonProduct, UnmatchedReturn, Rejected, Future, ClockGap, ClockOverlap, MissingName
};
QString findingName(FindingKind kind); ///< "gap", "irregular-step" ... as in JSON
Result<FindingKind> findingFromName(const QString &name);

/// How much it matters: Note is worth knowing, Warning changes a forecast, Problem makes one wrong.
enum class Severity { Note, Warning, Problem };

/// What a finding speaks of, and so what its rows are: rows of logs, the items or users in them, imported series with
/// their observations, or what the ledger says.
enum class FindingSubject { Events, Items, Users, Series, Ledger };

/// Something about the data that a person should know.
struct Finding {
    FindingKind kind = FindingKind::Gap;
    Severity severity = Severity::Note;
    QList<qint64> imports;   ///< that were looked at; empty: the whole workspace
    QString series;          ///< key of the item, imported series or user that it is about; empty: many, or the whole
    qint64 count = 0;        ///< rows, steps, users or series, as the sentence says
    QString sentence;        ///< "1,959 rows have a price of zero or less."
    QString remedy;          ///< what to do about it, in words; names the step of preparation that mends it
    QString step;            ///< that step's name: "missing", "outliers", "negatives", "duplicates", "exclude", "cut"; or empty
    FindingSubject subject = FindingSubject::Events;
    bool operator==(const Finding &) const = default;
};

/// The span, the counts and the findings of imports, or of everything that counts.
struct QualityReport {
    qint64 importId = 0; ///< where it is of one; else 0
    std::optional<UtcMs> first, last;
    qint64 rows = 0, users = 0, items = 0, series = 0;
    QList<Finding> findings; ///< the gravest first; of all rows or series before those of a single one
    QJsonObject toJson() const;
};
/// One pass over the facts in the order they are stored, and one over the index by user. Progress in rows. Memory grows with
/// the numbers of users and items, not with that of rows. NotFound when there is no such import.
Result<QualityReport> assessQuality(Workspace &workspace, qint64 importId, JobContext &job);
/// The same of several imports together, such as those of a group; of none: of everything that counts.
Result<QualityReport> assessQuality(Workspace &workspace, const QList<qint64> &imports, JobContext &job);

/// A table of the rows behind a finding: at most `limit` from `first` on. Rows that were not stored (duplicates) are told by
/// the ledger: one line an import.
struct FindingRows {
    QStringList header;
    QList<QStringList> rows;
    qint64 total = 0;
};
Result<FindingRows> rowsOf(Workspace &workspace, const Finding &finding, qint64 first, int limit, JobContext &job);

} // namespace foretrail
