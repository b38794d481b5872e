#pragma once

#include "core/base/Calendar.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QStringList>

#include <optional>
#include <vector>

namespace foretrail {

/// What a column means. Clock: the time of day of the dates in the time column. Ignore keeps it out; Attribute keeps its text
/// under the column's name.
enum class Role {
    Ignore, Time, Clock, User, Item, ItemName, Kind, Quantity, Price, Amount, Session, Position, Category, Series, Value, Attribute
};
QString roleName(Role role); ///< "time", "clock" ... "item-name", "attribute", "ignore"
Result<Role> roleFromName(const QString &name);

/// Attributes: one row says more of a user, an item or a series (a store's type and size); no row happened at any time.
enum class SourceKind { Sales, Events, Series, Attributes };
QString sourceKindName(SourceKind kind); ///< "sales", "events", "series", "attributes"
Result<SourceKind> sourceKindFromName(const QString &name);

/// How rows lie in the file.
enum class SourceFormat { Delimited, Workbook, JsonLines };
enum class SeriesLayout { Long, Wide };
/// When a row, another value of a series at a time, or of an attribute of a key, is there already: it is kept; it gives way and
/// comes back when this import is undone; or this import fails, where another import stored it. Whole rows are replaced only
/// under DuplicateRule::KeyColumns: rows that are equal in every column need not be.
enum class ConflictPolicy { Skip, Replace, Abort };
/// Which rows of a log are the same: equal in every column, equal in the key columns, or none; then a file counts once as a
/// whole, by what it holds.
enum class DuplicateRule { WholeRow, KeyColumns, None };

struct ColumnPlan {
    QString name; ///< header, or "column 1" where there is none
    Role role = Role::Ignore;
    bool isKey = false; ///< tells rows apart under DuplicateRule::KeyColumns
};

/// How one file is read: every choice the preview shows and a person may change. A value.
struct ImportPlan {
    SourceKind kind = SourceKind::Sales;
    SeriesLayout layout = SeriesLayout::Long;
    SourceFormat format = SourceFormat::Delimited;
    QString part; ///< the sheet of a workbook, or the file in an archive; empty: the first, or the only one
    char delimiter = ',';
    int skipRows = 0; ///< lines of the text, or rows of the sheet, above the header, or above the first row where there is none
    bool hasHeader = true;
    QString encoding = QStringLiteral("UTF-8");
    QChar decimalSign = QLatin1Char('.');
    QChar groupSign;       ///< between groups of three digits; null: any sign where it can only be one
    QString currency;      ///< ISO code of the signs found in amounts; empty where there are none
    QStringList nullWords; ///< words that mean "no value" besides the usual ones
    QList<ColumnPlan> columns;
    /// "yyyy-MM-dd HH:mm:ss", "M/d/yyyy H:mm", "unix-s", "unix-ms"; one for the whole column. Empty: no time column.
    /// "index": whole numbers that count the steps of a plain index. "order": a log without clock times, whose rows
    /// stand in the order in which they happened. "excel": days since 1899-12-30.
    QString dateFormat;
    bool isDateFormatSaid = false; ///< a person or a template chose it, so nobody need be asked
    QString timeZone = QStringLiteral("UTC"); ///< of the source's clock, and of the calendar that days are cut by
    std::optional<WallMs> start; ///< wide series without dates: time of the first column; unset: a plain index
    Step step = Step::None;      ///< of imported series; None: a plain index, or found from the dates
    ConflictPolicy conflict = ConflictPolicy::Skip;
    DuplicateRule duplicates = DuplicateRule::WholeRow;
    /// What the words of the kind column mean: view, cart, favourite, purchase, return, other. A word that is not here
    /// means what core/data/EventKinds says.
    QMap<QString, QString> kindMeanings;
    bool leavesOutNonProducts = false; ///< rows of postage, fees and the like count as filtered

    /// Columns (from 0) with this role.
    QList<int> columnsOf(Role role) const;
    int columnOf(Role role) const; ///< the first, or -1

    /// Another kind of source, with the same meanings; whether an attribute names a series the next look at the file tells.
    void setKind(SourceKind newKind);
    /// Another layout of series. Wide: the next look at the file finds the columns of values. Long: one of them is left.
    void setLayout(SeriesLayout newLayout);
    QJsonObject toJson() const; ///< for the ledger and for templates
    /// InvalidInput, with the place named, for what toJson() cannot have written. What is absent keeps its default.
    static Result<ImportPlan> fromJson(const QJsonObject &json);
};

/// One way to read a column of dates: the first days it holds so, for a person who is to choose.
struct DateReading {
    QString format;
    WallMs first = 0, last = 0;
    qint64 days = 0;      ///< different days
    QStringList examples; ///< "03/04/2011 is 3 April 2011"
    std::vector<bool> daysSeen{}; ///< from 1900-01-01 on: whether the day has a row
    qint64 unread = 0;    ///< rows that it does not read
    bool operator==(const DateReading &) const = default;
};

/// Puts roles on columns as said on the command line: "user=customer", "attr:Country=8", "ignore=Notes". A column is named
/// by its header or by its number from 1; another column that was guessed to have a role of which there is one loses it.
Result<void> applyMap(ImportPlan &plan, const QStringList &assignments);

/// Makes the columns with these names, or numbers from 1, the ones that tell rows apart.
Result<void> applyKeys(ImportPlan &plan, const QStringList &columns);

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
    QStringList fittingDates;           ///< formats that no row looked at speaks against, whether they read them alike or not
    QList<DateReading> dateQuestion; ///< where several readings fit all rows and nobody has said which: the likelier first
    QStringList parts;               ///< sheets or files to choose from; empty where there is but one
    QStringList kindWords;           ///< words found in the kind column
    QString templateName;             ///< name of the template that the plan comes from; empty: guessed
    double encodingConfidence = 1.0;
    qint64 fileBytes = 0;
    int unreadableRows() const;   ///< of the rows shown
    QString blocker;              ///< empty when Import can start; otherwise what is missing and the remedy
};

} // namespace foretrail
