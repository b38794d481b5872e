#pragma once

#include "core/base/Ids.h"

#include <QString>

namespace foretrail {

/// "ets, run 3" of "ets · revenue · Total": what tells a run from others of its series, where there is no room for more. A name that a person
/// gave stays.
QString shortRunName(const QString &name, const QString &model, RunId run);

} // namespace foretrail
