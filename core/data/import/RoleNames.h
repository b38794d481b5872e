#pragma once

#include "core/data/ImportPlan.h"

#include <string_view>

namespace foretrail {

/// Whether a header is one of the usual names of some role.
bool isRoleName(std::string_view header);

/// How well a header names a role: 0 not at all, higher is better. English and Chinese names, however they are joined.
int nameScore(std::string_view header, Role role);

/// Words that logs use for kinds of events: view, pv, cart, buy ...
bool isKindWord(std::string_view word);

} // namespace foretrail
