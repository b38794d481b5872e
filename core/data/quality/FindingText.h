#pragma once

#include "core/data/Quality.h"

namespace foretrail {

/// A finding with the remedy and the step of preparation that its kind and subject have.
Finding makeFinding(FindingKind kind, FindingSubject subject, Severity severity, qint64 count, const QString &sentence,
                    const QString &series = {});

/// "events", "items", "users", "series", "ledger"; "note", "warning", "problem".
QString subjectName(FindingSubject subject);
QString severityName(Severity severity);

/// Numbers and days as people read them.
QString shown(qint64 count);
QString shownNumber(double value);
QString shownAbout(double value); ///< two digits: "about 11"
QString shownDay(qint64 day); ///< days since 1970-01-01
QString shownShare(qint64 part, qint64 whole); ///< "26 %"

/// As many findings about single items, series or users as a kind may have.
inline constexpr size_t mostSingles = 20;

} // namespace foretrail
