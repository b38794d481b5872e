#pragma once

#include "core/data/ImportPlan.h"
#include "core/data/ImportReport.h"

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
QString state(const ImportReport &report);    ///< "counts", "taken back"
QString whenUndone(const ImportReport &report); ///< "Taken back on 3 Oct 2026 14:10."
QString money(double amount, const QString &currency);

/// "370,931 of 370,931 rows stored." The sentence that a person reads first.
QString outcome(const ImportReport &report);
/// What a person agrees to before an import is taken back, or brought back.
QString undoQuestion(const ImportReport &report);
QString redoQuestion(const ImportReport &report);
/// Further sentences, the notes of the import last.
QStringList details(const ImportReport &report, const QString &currency);

} // namespace ImportWords
} // namespace foretrail
