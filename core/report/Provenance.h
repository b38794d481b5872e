#pragma once

#include <QDateTime>
#include <QString>

namespace foretrail {

/// Where the numbers of an export come from.
struct Provenance {
    QString workspace;   ///< path
    QString what;        ///< a model, a run
    quint64 seed = 0;
    QString fingerprint; ///< of data and recipe, see preparedFingerprint; empty: not known
    QDateTime created{}; ///< of a stored run
    QString version = QStringLiteral(FORETRAIL_VERSION);
    QString segment{};   ///< what its users are called; empty: everybody

    /// One line: "shop.foretrail · run 3 · seed 1 · Foretrail 0.1.0 · 2026-01-31T12:00:00Z · data 4f0c...-a1b2..."
    QString text() const;
};

/// What a stored run is called where an update of its model forecasts in its place: "lstm · revenue · Total, version 3"; the run's own name for 0.
QString nameOfVersion(const QString &run, int version);

} // namespace foretrail
