#pragma once

#include "core/data/ImportReport.h"
#include "core/data/Workspace.h"

namespace foretrail {

/// The imports of one go, of the files that a person chose together. A file that was imported alone is a group of one.
struct ImportGroup {
    qint64 id = 0;               ///< the number of its first import
    QList<ImportReport> imports; ///< in the order in which they were made

    bool isSingle() const { return imports.size() == 1; }
    int undone() const; ///< imports that are taken back
    bool isUndone() const { return !imports.isEmpty() && undone() == imports.size(); }
    QList<qint64> importIds() const;
    /// All of it as one report, the counts added up; of several files without number, file and part, its kind only where they
    /// share one. A note that not all files have names those that have it.
    ImportReport total() const;
    /// group, imports (their numbers), started, taken_back (how many are), undone (when the last was, where all are), and the
    /// counts of an import, added up.
    QJsonObject toJson() const;
};

/// A ledger as listImports() gives it, latest first, by groups: that with the latest import first.
QList<ImportGroup> groupsOf(const QList<ImportReport> &imports);

/// One group of the ledger. NotFound when no import has this number, or when it is not the first of its group.
Result<ImportGroup> importGroup(Workspace &workspace, qint64 group);

/// What ImportReport::standBack says to a person, a sentence for each import.
QStringList standBackNotes(const QMap<qint64, qint64> &standBack);

/// The file of an import for a person: "logs.zip › 2024-01-01.csv".
QString shownFile(const ImportReport &report);

} // namespace foretrail
