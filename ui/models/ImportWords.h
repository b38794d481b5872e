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
QString fileName(const ImportReport &report);
QString money(double amount, const QString &currency);

/// "370,931 of 370,931 rows stored." The sentence that a person reads first.
QString outcome(const ImportReport &report);
/// Further sentences, the notes of the import last.
QStringList details(const ImportReport &report, const QString &currency);

} // namespace ImportWords
} // namespace foretrail
