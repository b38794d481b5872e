#pragma once

#include "core/preparation/Recipe.h"

namespace foretrail {

/// Another series that a recipe wants as a column: one question to the data, in words.
/// In JSON: {"by": "series", "key": "{1}/Temperature", "measure": "value", "name": "Temperature", "knownAhead": true}.
struct ColumnRequest {
    QString by;      ///< as on the command line: total, item, category, kind, series, attr:NAME
    QString key;     ///< of the series; {1}, {2} ... stand for the parts of the key of the series that is prepared, {key} for all of it
    QString measure; ///< revenue, quantity, orders, events, users, value
    QString name;    ///< of the column; the key where nothing is said
    bool isKnownAhead = false;

    QString id() const; ///< under which Surroundings keeps it
    /// The key with the parts of `seriesKey` in place: "{1}/Temperature" of "7/12" is "7/Temperature".
    QString keyFor(const QString &seriesKey) const;
    bool operator==(const ColumnRequest &) const = default;
};

/// Unknown members and missing ones are errors that name them.
Result<ColumnRequest> columnRequestFrom(const QJsonObject &json);
QJsonObject toJson(const ColumnRequest &request);

/// Keys to choose from for a series with the key `seriesKey`: the keys themselves, and before them those that hold a part of it at the
/// same place, with {1} for it, so that each series gets its own: "7/Temperature" beside "7/12" is also "{1}/Temperature".
QStringList keysToChoose(const QStringList &keys, const QString &seriesKey);

/// What all "join" steps of a recipe ask for. Broken ones are left out: running the recipe reports them.
QList<ColumnRequest> columnRequests(const Recipe &recipe);

} // namespace foretrail
