#pragma once

#include "core/base/Calendar.h"
#include "core/preparation/ColumnRequest.h"

namespace foretrail {

/// What the steps of a recipe that are on ask the data for, beside the series itself.
struct SurroundingsRequest {
    QList<ColumnRequest> columns; ///< other series that join
    QList<Step> users;            ///< steps in each of which the distinct users of the series are counted
    bool operator==(const SurroundingsRequest &) const = default;
};

SurroundingsRequest surroundingsRequest(const Recipe &recipe);

} // namespace foretrail
