#pragma once

#include "core/data/ImportGroup.h"
#include "core/data/ImportPlan.h"

namespace foretrail {

/// What the words of an import are called on screen, and what an import did in sentences.
namespace ImportWords {

QString kindText(SourceKind kind);      ///< "Sales lines"
QString kindText(const QString &kind);  ///< of a report: "sales"; an unknown one as it is
QString roleText(Role role);            ///< "Item name"
QList<Role> roles();                    ///< in the order of the choosers
QStringList meanings();                 ///< of kinds of events: view, cart, favourite, purchase, return, other
QString meaningText(const QString &meaning); ///< "Cart"
QString usualMeaning(const QString &word);   ///< of a word that nobody gave a meaning
QString fileName(const ImportReport &report); ///< with the sheet or the file in the archive
QString name(const ImportGroup &group);       ///< of its file, or "31 files: 2011-05-01.csv – 2011-05-31.csv"
QString paths(const ImportGroup &group);      ///< of its files, one a line, at most some
QString state(const ImportGroup &group);      ///< "counts", "taken back", "2 of 31 taken back"
QString whenUndone(const ImportGroup &group); ///< "Taken back on 3 Oct 2026 14:10."; empty while all of it counts
QString money(double amount, const QString &currency);

/// "370,931 of 370,931 rows stored." The sentence that a person reads first.
QString outcome(const ImportReport &report);
/// What a person agrees to before imports are taken back, or brought back.
QString undoQuestion(const ImportGroup &group);
QString redoQuestion(const ImportGroup &group);
/// Further sentences, the notes of the import last.
QStringList details(const ImportReport &report, const QString &currency);

} // namespace ImportWords
} // namespace foretrail
