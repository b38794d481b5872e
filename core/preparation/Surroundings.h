#pragma once

#include "core/series/Series.h"

#include <QHash>

#include <map>
#include <optional>

namespace foretrail {

/// A series that joins another as a column.
struct JoinedSeries {
    Series series;            ///< with steps of the same length
    bool isKnownAhead = true; ///< a promotion plan, a price list: known when the forecast is made
};

/// What a recipe needs beside the series itself, read before it runs, so that running touches neither database nor disk.
struct Surroundings {
    QHash<QString, JoinedSeries> columns; ///< by ColumnRequest::id
    QHash<QString, QString> missingColumns; ///< by the same: why there is none, in a sentence that names the nearest keys
    QHash<QString, QString> attributes;     ///< of the key of the series, by name; read where a model asks for them
    std::map<Step, Series> users; ///< distinct users of the series in each step of this length; only of events that name their users
    std::optional<WallMs> logBegins;      ///< first and last moment of the log that the series was made of
    std::optional<WallMs> logEnds;
};

} // namespace foretrail
