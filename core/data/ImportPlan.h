#pragma once

#include "core/base/Calendar.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QStringList>

#include <optional>

namespace foretrail {

/// What a column means. Ignore keeps it out; Attribute keeps its text under the column's name.
enum class Role {
    Ignore, Time, User, Item, ItemName, Kind, Quantity, Price, Amount, Session, Position, Category, Series, Value, Attribute
};
QString roleName(Role role); ///< "time", "user" ... "item-name", "attribute", "ignore"
Result<Role> roleFromName(const QString &name);

enum class SourceKind { Sales, Events, Series };
enum class SeriesLayout { Long, Wide };
enum class ConflictPolicy { Skip, Replace, Abort };

struct ColumnPlan {
    QString name; ///< header, or "column 1" where there is none
    Role role = Role::Ignore;
};

/// How one file is read: every choice the preview shows and a person may change. A value.
struct ImportPlan {
    SourceKind kind = SourceKind::Sales;
    SeriesLayout layout = SeriesLayout::Long;
    char delimiter = ',';
    bool hasHeader = true;
    QString encoding = QStringLiteral("UTF-8");
    QChar decimalSign = QLatin1Char('.');
    QList<ColumnPlan> columns;
    /// "yyyy-MM-dd HH:mm:ss", "M/d/yyyy H:mm", "unix-s", "unix-ms"; one for the whole column. Empty: no time column.
    /// "index": whole numbers that count the steps of a plain index.
    QString dateFormat;
    QString timeZone = QStringLiteral("UTC"); ///< of the source's clock, and of the calendar that days are cut by
    std::optional<WallMs> start; ///< wide series without dates: time of the first column; unset: a plain index
    Step step = Step::None;      ///< of imported series; None: a plain index, or found from the dates
    ConflictPolicy conflict = ConflictPolicy::Skip;

    /// Columns (from 0) with this role.
    QList<int> columnsOf(Role role) const;
    int columnOf(Role role) const; ///< the first, or -1

    /// Another kind of source, with the roles that mean the same there: an item becomes a series, an amount its value.
    void setKind(SourceKind newKind);
    QJsonObject toJson() const; ///< for the ledger
};

/// Puts roles on columns as said on the command line: "user=customer", "attr:Country=8", "ignore=Notes". A column is named
/// by its header or by its number from 1; another column that was guessed to have a role of which there is one loses it.
Result<void> applyMap(ImportPlan &plan, const QStringList &assignments);

/// What the preview shows: the plan as guessed or changed, and what it makes of the first rows.
struct ImportPreview {
    ImportPlan plan;
    QStringList header;
    QList<QStringList> rows;      ///< at most 200, as text
    QList<QStringList> parsed;    ///< the same rows as they would be stored; an empty text with a problem below
    struct Problem { int row = 0; int column = 0; QString reason; };
    QList<Problem> problems;
    QStringList notes;            ///< "CustomerID: 17850.0 is read as the id 17850", "two date formats fit"
    QStringList alternativeDateFormats; ///< others that fit all sampled rows
    double encodingConfidence = 1.0;
    qint64 fileBytes = 0;
    QString blocker;              ///< empty when Import can start; otherwise what is missing and the remedy
};

struct RejectedRow {
    qint64 line = 0;   ///< in the file, from 1; the line where the row begins
    QString column;
    QString value;
    QString reason;
};

/// What one import did; adds up: read = stored + duplicate + rejected + filtered.
struct ImportReport {
    qint64 importId = 0;
    QString file;
    QString kind;
    QDateTime started;             ///< UTC
    qint64 read = 0;
    qint64 stored = 0;
    qint64 duplicate = 0;
    qint64 rejected = 0;
    qint64 filtered = 0;
    qint64 conflicts = 0;          ///< of duplicate: same series and time with another value, kept as they were
    qint64 replaced = 0;           ///< of stored: values that took the place of others
    qint64 returns = 0;            ///< stored rows of kind return
    qint64 withoutUser = 0;        ///< stored rows without a user
    double netRevenueRead = 0;     ///< sum of amounts over the rows read and understood
    double netRevenueStored = 0;
    qint64 series = 0;             ///< series touched
    double seconds = 0;
    QList<RejectedRow> firstRejects; ///< of a fresh import, at most 1000; all of them are in the workspace
    QStringList notes;
    QJsonObject toJson() const;
};

} // namespace foretrail
