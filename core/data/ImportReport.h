#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QStringList>

#include <optional>

namespace foretrail {

struct RejectedRow {
    qint64 line = 0;   ///< in the file, from 1; the line where the row begins
    QString column;
    QString value;
    QString reason; ///< as Phrase keeps it; in a fresh report as text
    QStringList fields{}; ///< the row as it was read, to be corrected and fed again
    qint64 id = 0;      ///< in the workspace; 0 in a fresh report
    qint64 number = -1; ///< of the row among all rows read, from 0; -1 where it does not matter
};
/// Fields of a row as they are kept: a JSON list; empty for none.
QString fieldsJson(const QStringList &fields);
QStringList fieldsFromJson(const QString &json);

/// What one import did; adds up: read = stored + duplicate + rejected + filtered.
struct ImportReport {
    qint64 importId = 0;
    qint64 group = 0;              ///< the first import of the go that it was made in; its own number where it was alone
    QString file;
    QString part;                  ///< sheet or file in an archive
    QString kind;
    QDateTime started;             ///< UTC
    std::optional<QDateTime> undone; ///< when it was taken back; unset while its rows count
    qint64 read = 0;
    qint64 stored = 0;
    qint64 duplicate = 0;
    qint64 rejected = 0;
    qint64 filtered = 0;
    qint64 conflicts = 0;          ///< of duplicate: same series and time with another value, kept as they were
    qint64 replaced = 0;           ///< of stored: values that took the place of others
    qint64 returns = 0;            ///< stored rows of kind return
    qint64 cancellations = 0;      ///< of returns: those whose invoice number begins with C
    qint64 returnsMatched = 0;     ///< of returns: those whose sale was found
    qint64 nonProducts = 0;        ///< stored rows of items that are no products
    qint64 corrected = 0;          ///< of stored: rejected rows that were corrected and fed again
    qint64 clockGaps = 0;          ///< rows at times that no clock of the zone showed (spring)
    qint64 clockOverlaps = 0;      ///< rows at times that it showed twice (autumn), read as the first
    qint64 withoutUser = 0;        ///< stored rows without a user
    double netRevenueRead = 0;     ///< sum of amounts over the rows read and understood
    double netRevenueStored = 0;
    qint64 series = 0;             ///< series touched
    double seconds = 0;
    QList<RejectedRow> firstRejects; ///< of a fresh import, at most 1000; all of them are in the workspace
    QStringList notes;
    QMap<qint64, qint64> standBack{}; ///< how many of its rows have others in their place now, by the import that has those; in the notes too
    void addCounts(const ImportReport &more); ///< numbers of rows, amounts and seconds
    QJsonObject toJson() const;
    static ImportReport fromJson(const QJsonObject &json); ///< what is absent is zero
};

} // namespace foretrail
